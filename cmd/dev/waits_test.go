package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestPrintWaits: each key is printed by itself, what opens a file as a whole.
func TestPrintWaits(t *testing.T) {
	text := "goos: linux\nBenchmarkWindow50k/FirstList-2 \t 1\t 820000000 ns/op\n" +
		"BenchmarkWindow50k/FilterKey-2 \t 1\t 120000000 ns/op\t 60000000 ns/key\nPASS\n"
	var out strings.Builder
	if err := printWaits(&out, text); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(out.String()) {
		if words := strings.Fields(line); len(words) > 0 {
			lines = append(lines, strings.Join(words, " "))
		}
	}
	want := []string{"50,000 people, with repainting time", "FirstList 820 ms", "FilterKey 60 ms"}
	if d := cmp.Diff(want, lines); d != "" {
		t.Errorf("table (-want +got):\n%s", d)
	}
}

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
