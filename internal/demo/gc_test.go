package demo

import "runtime/debug"

// What a test makes is dropped at once: collecting it as often as a program that runs for days
// would is a fifth of the tests' time.
var _ = debug.SetGCPercent(400)
