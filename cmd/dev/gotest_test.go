package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestReport follows one run of everything that can happen: what passes is one line, what
// fails is shown whole, and a parent is not counted beside its subtests.
func TestReport(t *testing.T) {
	const run = `{"Action":"start","Package":"tdkt/a"}
{"Action":"run","Package":"tdkt/a","Test":"TestOne"}
{"Action":"output","Package":"tdkt/a","Test":"TestOne","Output":"quiet\n"}
{"Action":"run","Package":"tdkt/a","Test":"TestOne/x"}
{"Action":"run","Package":"tdkt/a","Test":"TestOne/y"}
{"Action":"pass","Package":"tdkt/a","Test":"TestOne/x"}
{"Action":"skip","Package":"tdkt/a","Test":"TestOne/y"}
{"Action":"pass","Package":"tdkt/a","Test":"TestOne","Elapsed":0.4}
{"Action":"pass","Package":"tdkt/a","Elapsed":0.5}
{"Action":"output","Package":"tdkt/d","Output":"ok  \ttdkt/d\t(cached)\n"}
{"Action":"pass","Package":"tdkt/d"}
{"Action":"skip","Package":"tdkt/none"}
{"Action":"run","Package":"tdkt/b","Test":"TestTwo"}
{"Action":"output","Package":"tdkt/b","Test":"TestTwo","Output":"two is three\n"}
{"Action":"fail","Package":"tdkt/b","Test":"TestTwo"}
{"Action":"output","Package":"tdkt/b","Output":"FAIL\n"}
{"Action":"fail","Package":"tdkt/b","Elapsed":1.25}
{"ImportPath":"tdkt/c","Action":"build-output","Output":"c.go:1: no such thing\n"}
a line that is no event
`
	const want = `ok    tdkt/a                                  0.5 s     2 tests
ok    tdkt/d                                  0.0 s     0 tests, kept
none  tdkt/none
two is three
FAIL
FAIL  tdkt/b                                  1.2 s
c.go:1: no such thing
a line that is no event
`
	var out strings.Builder
	report := newReport(&out)
	if err := report.read(strings.NewReader(run)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("output (-want +got):\n%s", diff)
	}
	out.Reset()
	report.took = append(report.took, timed{"tdkt/c TestThree", 2}, timed{"tdkt/c TestFour", 0}, timed{"tdkt/c TestFive", 0}, timed{"tdkt/c TestSix", 0})
	report.slowest(61 * time.Second)
	const slow = `all tests in 61.0 s, built and on two processors: at most 75 s (1 of 2 packages not changed since they passed: their results are kept; test -fresh runs all); the slowest:
     2.0 s  tdkt/c TestThree
     0.4 s  tdkt/a TestOne
     0.0 s  tdkt/b TestTwo
     0.0 s  tdkt/c TestFour
     0.0 s  tdkt/c TestFive
`
	if diff := cmp.Diff(slow, out.String()); diff != "" {
		t.Errorf("the slowest (-want +got):\n%s", diff)
	}
	if got, want := report.sum, (counts{passed: 1, failed: 1, skipped: 1}); got != want {
		t.Errorf("sum = %+v, want %+v", got, want)
	}
}

// TestReportOfNothing makes sure that a run without tests is not green.
func TestReportOfNothing(t *testing.T) {
	if newReport(&strings.Builder{}).verdict() == nil {
		t.Error("a run without tests was accepted")
	}
}
