package main

import (
	"slices"
	"testing"
)

// The readers of files that come from anywhere are all among the fuzzers that are run.
func TestFuzzersAreFound(t *testing.T) {
	list, err := fuzzers("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []fuzzer{{"./internal/sheet", "FuzzReadExchange"}, {"./internal/sheet/guard", "FuzzSheetXML"}} {
		if !slices.Contains(list, want) {
			t.Errorf("%v is not among %v", want, list)
		}
	}
}
