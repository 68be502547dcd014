package main

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tdkt/cmd/dev/internal/sh"
)

// TestClosing pins the last line, which machines read, and that a step which failed
// without a failing test is still counted.
func TestClosing(t *testing.T) {
	const want = `
Step     Result   Time   Passed  Failed  Skipped
vet      passed   1.5 s  1       0       0
tests    FAILED   2.0 s  40      2       1
modules  FAILED   0.0 s  0       1       0
window   SKIPPED  0.0 s  0       0       1
all               3.5 s

41 passed, 3 failed, 2 skipped
`
	var out strings.Builder
	_, err := closing(&out, []outcome{
		{name: "vet", took: 1500 * time.Millisecond},
		{name: "tests", counts: counts{40, 2, 1}, err: errors.New("exit status 1"), took: 2 * time.Second},
		{name: "modules", err: errors.New("go.sum differs")},
		{name: "window", err: skip{"no Xvfb", "apt-get install xvfb"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("closing (-want +got):\n%s", diff)
	}
}

// TestRunSteps shows that a failure does not hide the later steps, that a skip is not a
// failure, and that an interrupted run is not green.
func TestRunSteps(t *testing.T) {
	pass := func(context.Context) (counts, error) { return counts{}, nil }
	fail := func(context.Context) (counts, error) { return counts{}, errors.New("broken") }
	away := func(context.Context) (counts, error) { return counts{}, skip{"no screen", "buy one"} }
	ctx, stop := context.WithCancel(t.Context())
	cut := func(context.Context) (counts, error) { stop(); return counts{}, nil }
	tests := []struct {
		name  string
		ctx   context.Context
		steps []step
		green bool
		last  string
	}{
		{"all pass", t.Context(), []step{{"a", pass}, {"b", away}}, true, "1 passed, 0 failed, 1 skipped"},
		{"one fails", t.Context(), []step{{"a", fail}, {"b", pass}}, false, "1 passed, 1 failed, 0 skipped"},
		{"interrupted", ctx, []step{{"a", cut}, {"b", pass}}, false, "1 passed, 0 failed, 0 skipped"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out strings.Builder
			err := (&tool{&sh.Shell{Out: &out}}).runSteps(test.ctx, test.steps)
			if (err == nil) != test.green {
				t.Errorf("error %v, want green %v", err, test.green)
			}
			if !strings.HasSuffix(out.String(), "\n"+test.last+"\n") {
				t.Errorf("last line of %q, want %q", out.String(), test.last)
			}
		})
	}
}
