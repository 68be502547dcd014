package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBench reads a run as go test prints it and shows the table a person gets.
func TestBench(t *testing.T) {
	const run = `goos: linux
pkg: tdkt/internal/sheet
BenchmarkPairExport/ours-2         	       1	1500000000 ns/op	 90000000 B/op	 1200 allocs/op	       120.5 rss-MB
BenchmarkPairExport/bare-2         	       1	1000000000 ns/op	 60000000 B/op	  800 allocs/op	       100.2 rss-MB
PASS
ok  	tdkt/internal/sheet	3.1s
BenchmarkPairCheck/ours     	       1	   400000000 ns/op	30000000 B/op
BenchmarkPairCheck/bare     	       1	   800000000 ns/op	       0 B/op
BenchmarkPairPageKey50k/ours-2    	       1	   400000000 ns/op	30000000 B/op
BenchmarkPairPageKey50k/bare-2    	       1	   200000000 ns/op	30000000 B/op
BenchmarkPairUndo500Of50kPeople/ours-2    	       1	   400000000 ns/op	30000000 B/op
BenchmarkPairUndo500Of50kPeople/bare-2    	       1	   200000000 ns/op	30000000 B/op
BenchmarkOther-2  1 5 ns/op
`
	const want = `
                what     ours     bare  ratio    asked  ours memory  bare memory  ratio  asked
               Check  0.400 s  0.800 s   0.50              30.0 MB*      0.0 MB*      –       
              Export  1.500 s  1.000 s   1.50              120.5 MB     100.2 MB   1.20       
          PageKey50k  0.400 s  0.200 s   2.00  > 1.3 !     30.0 MB*     30.0 MB*   1.00       
  Undo500Of50kPeople  0.400 s  0.200 s   2.00    ≤ 2 s     30.0 MB*     30.0 MB*   1.00       
memory: the peak of the process; with * all that was allocated, freed or not
`
	pairs, err := readBench(run)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	if err := printPairs(&got, pairs); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
}

// TestBenchRefuses makes sure that a ratio is never printed from one half.
func TestBenchRefuses(t *testing.T) {
	tests := map[string]string{
		"half a pair":  "BenchmarkPairA/ours-2 1 5 ns/op\n",
		"a third side": "BenchmarkPairA/theirs-2 1 5 ns/op\n",
		"no side":      "BenchmarkPairA-2 1 5 ns/op\n",
		"not a number": "BenchmarkPairA/ours-2 1 x ns/op\n",
	}
	for name, run := range tests {
		if _, err := readBench(run); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}

// TestMiddle makes sure that one slow start on a busy machine does not count.
func TestMiddle(t *testing.T) {
	got := middle([]measure{{"ns/op": 900}, {"ns/op": 480}, {"ns/op": 500}})
	if got["ns/op"] != 500 {
		t.Errorf("middle = %v, want 500", got)
	}
}
