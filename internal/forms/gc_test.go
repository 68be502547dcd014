package forms

import "runtime/debug"

// Workbooks are made and dropped at once: collecting them as often as a program that runs for
// days would is a quarter of the tests' time.
var _ = debug.SetGCPercent(400)
