package law_test

import "runtime/debug"

// As in sampletest: a test that ends soon need not keep its memory small.
var _ = debug.SetGCPercent(400)
