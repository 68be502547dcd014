package main

import (
	"testing"
	"time"
)

// TestReadCPUTime: a name with spaces and brackets does not shift the numbers.
func TestReadCPUTime(t *testing.T) {
	got, err := readCPUTime("77 (tdkt (x) y) S 1 77 77 0 -1 4194560 9 0 0 0 120 30 0 0 20 0 9 0")
	if want := 1500 * time.Millisecond; err != nil || got != want {
		t.Errorf("read %s, %v; want %s", got, err, want)
	}
	if _, err := readCPUTime("nothing"); err == nil {
		t.Error("nonsense was read")
	}
}
