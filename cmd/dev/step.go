package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"text/tabwriter"
	"time"
)

// counts are what the last line adds up: a step counts one, but for the tests, which
// count one by one.
type counts struct{ passed, failed, skipped int }

// step is one check.
type step struct {
	name string
	run  func(ctx context.Context) (counts, error)
}

// skip is returned by a step that cannot run here: why, and what would enable it.
type skip struct{ reason, enable string }

// Error is the sentence that the step prints.
func (s skip) Error() string { return s.reason + "; to enable it: " + s.enable }

// outcome is how one step ended.
type outcome struct {
	name   string
	counts counts
	err    error
	took   time.Duration
}

// verdict is the word the table shows.
func (o outcome) verdict() string {
	switch {
	case errors.As(o.err, &skip{}):
		return "SKIPPED"
	case o.err != nil:
		return "FAILED"
	default:
		return "passed"
	}
}

// tally is what the step adds to the last line. A step that failed counts as failed
// even when no test in it did, so that nothing ends silently green.
func (o outcome) tally() counts {
	sum := o.counts
	switch {
	case o.verdict() == "SKIPPED":
		sum.skipped++
	case o.err != nil && sum.failed == 0:
		sum.failed++
	case o.err == nil && sum == counts{}:
		sum.passed++
	}
	return sum
}

// errChecks says that the table above it holds the reasons.
var errChecks = errors.New("dev: the checks are not green")

// runSteps runs every step, the later ones too when one fails, and closes with a table
// and a line that counts.
func (t *tool) runSteps(ctx context.Context, steps []step) error {
	var outcomes []outcome
	for i, s := range steps {
		t.Say("\n== %d/%d %s", i+1, len(steps), s.name)
		began := time.Now()
		sum, err := s.run(ctx)
		o := outcome{s.name, sum, err, time.Since(began)}
		if err != nil {
			t.Say("%s: %v", o.verdict(), err)
		}
		t.Say("-- %s in %.1f s", o.verdict(), o.took.Seconds())
		outcomes = append(outcomes, o)
		if ctx.Err() != nil {
			break
		}
	}
	total, err := closing(t.Out, outcomes)
	if err != nil {
		return err
	}
	if total.failed > 0 || len(outcomes) < len(steps) {
		return errChecks
	}
	return nil
}

// closing prints the table and, alone on the last line, the sums.
func closing(w io.Writer, outcomes []outcome) (counts, error) {
	var total counts
	var took time.Duration
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "\nStep\tResult\tTime\tPassed\tFailed\tSkipped")
	for _, o := range outcomes {
		sum := o.tally()
		total.passed, total.failed, total.skipped = total.passed+sum.passed, total.failed+sum.failed, total.skipped+sum.skipped
		took += o.took
		fmt.Fprintf(table, "%s\t%s\t%.1f s\t%d\t%d\t%d\n", o.name, o.verdict(), o.took.Seconds(), sum.passed, sum.failed, sum.skipped)
	}
	fmt.Fprintf(table, "all\t\t%.1f s\n", took.Seconds())
	if err := table.Flush(); err != nil {
		return counts{}, err
	}
	fmt.Fprintf(w, "\n%d passed, %d failed, %d skipped\n", total.passed, total.failed, total.skipped)
	return total, nil
}
