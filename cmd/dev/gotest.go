package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"tdkt/cmd/dev/internal/sh"
)

// runTests runs the tests of the packages and counts them. Unless all are to run afresh, go
// keeps the results of packages of which no line and no file they read has changed since; what
// lies outside the project it does not see.
func (t *tool) runTests(ctx context.Context, packages []string, fresh bool) (counts, error) {
	args := []string{"test", "-json", "-timeout=5m"}
	if fresh {
		args = append(args, "-count=1")
	}
	cmd := t.Prepare(ctx, sh.Command{Name: "go", Args: append(args, packages...), Env: sh.NoCgo()})
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return counts{}, err
	}
	cmd.Stderr = t.Out
	if err := cmd.Start(); err != nil {
		return counts{}, err
	}
	report, began := newReport(t.Out), time.Now()
	readErr := report.read(pipe)
	report.slowest(time.Since(began))
	if err := cmd.Wait(); err != nil {
		return report.sum, fmt.Errorf("go test: %w", err)
	}
	return report.sum, errors.Join(readErr, report.verdict())
}

// event is one line of "go test -json".
type event struct {
	Action, Package, Test, Output string
	Elapsed                       float64
}

// report turns the events into a line for each package, the whole output of what failed,
// and the sums.
type report struct {
	out     io.Writer
	sum     counts
	output  map[string][]string // of each test not yet ended
	parents map[string]bool     // tests that have subtests and so do not count themselves
	ran     map[string]int      // tests of each package
	took    []timed             // each test with what it calls in turn
	kept    int                 // packages whose results were kept
	tested  int                 // packages with tests
}

// timed is a test and how long it took, in seconds.
type timed struct {
	name string
	took float64
}

const (
	// testTime is what all tests may take on two processors when everything is built.
	testTime = 75 * time.Second
	// slowestShown is how many of the slowest tests are named.
	slowestShown = 5
)

// slowest names the tests that took longest, and how long all took beside what they may.
func (r *report) slowest(all time.Duration) {
	slices.SortStableFunc(r.took, func(a, b timed) int { return cmp.Compare(b.took, a.took) })
	kept := ""
	if r.kept > 0 {
		kept = fmt.Sprintf(" (%d of %d packages not changed since they passed: their results are kept; test -fresh runs all)", r.kept, r.tested)
	}
	fmt.Fprintf(r.out, "all tests in %.1f s, built and on two processors: at most %.0f s%s; the slowest:\n", all.Seconds(), testTime.Seconds(), kept)
	for _, one := range r.took[:min(slowestShown, len(r.took))] {
		fmt.Fprintf(r.out, "%8.1f s  %s\n", one.took, one.name)
	}
}

func newReport(out io.Writer) *report {
	return &report{out: out, output: map[string][]string{}, parents: map[string]bool{}, ran: map[string]int{}}
}

// read takes the events as they come. A line that is none, such as a message of the
// compiler, is passed on.
func (r *report) read(from io.Reader) error {
	lines := bufio.NewReader(from)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			r.line(line)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (r *report) line(line string) {
	var e event
	if json.Unmarshal([]byte(line), &e) != nil {
		fmt.Fprint(r.out, line)
		return
	}
	if e.Test == "" {
		r.packageEvent(e)
		return
	}
	r.testEvent(e)
}

// packageEvent follows what a package as a whole says.
func (r *report) packageEvent(e event) {
	switch e.Action {
	case "build-output":
		fmt.Fprint(r.out, e.Output)
	case "output":
		r.output[e.Package] = append(r.output[e.Package], e.Output)
	case "pass":
		kept := ""
		if r.tested++; strings.Contains(strings.Join(r.output[e.Package], ""), "(cached)") {
			kept = ", kept"
			r.kept++
		}
		fmt.Fprintf(r.out, "ok    %-36s %6.1f s %5d tests%s\n", e.Package, e.Elapsed, r.ran[e.Package], kept)
	case "skip":
		fmt.Fprintf(r.out, "none  %s\n", e.Package)
	case "fail":
		fmt.Fprint(r.out, strings.Join(r.output[e.Package], ""))
		fmt.Fprintf(r.out, "FAIL  %-36s %6.1f s\n", e.Package, e.Elapsed)
	}
}

// testEvent follows one test. A test with subtests counts only when it fails.
func (r *report) testEvent(e event) {
	name := e.Package + " " + e.Test
	switch e.Action {
	case "run":
		if cut := strings.LastIndex(name, "/"); strings.Contains(e.Test, "/") {
			r.parents[name[:cut]] = true
		}
	case "output":
		r.output[name] = append(r.output[name], e.Output)
	case "pass", "skip", "fail":
		r.end(name, e)
		delete(r.output, name)
	}
}

// end counts a test that is over and shows what a failed one said.
func (r *report) end(name string, e event) {
	if !strings.Contains(e.Test, "/") {
		r.took = append(r.took, timed{name, e.Elapsed})
	}
	switch {
	case e.Action == "fail":
		r.sum.failed++
		fmt.Fprint(r.out, strings.Join(r.output[name], ""))
	case r.parents[name]:
		return
	case e.Action == "skip":
		r.sum.skipped++
	default:
		r.sum.passed++
	}
	r.ran[e.Package]++
}

// verdict refuses a run in which nothing was tested.
func (r *report) verdict() error {
	if r.sum.passed == 0 {
		return errors.New("go test ran no test at all")
	}
	return nil
}
