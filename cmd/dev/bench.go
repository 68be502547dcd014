package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"tdkt/cmd/dev/internal/sh"
)

// runBench measures what we do beside the bare library doing the same, both in one run,
// because times of two runs or two machines say little. The start of the window is
// measured with the sample department, beside the same window empty. What the idle window
// costs stands alone: there is nothing bare to compare it with.
func runBench(ctx context.Context, t *tool, args []string) error {
	if err := parse(flag.NewFlagSet("bench", flag.ContinueOnError), args); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "tdkt-bench-")
	if err != nil {
		return err
	}
	return errors.Join(t.benchIn(ctx, dir), os.RemoveAll(dir))
}

// benchIn runs the benchmarks, which keep the large office in dir, and prints what they measured.
func (t *tool) benchIn(ctx context.Context, dir string) error {
	var text strings.Builder
	cmd := t.Prepare(ctx, sh.Command{
		Name: "go",
		Args: []string{"test", "-run", "^$", "-bench", "Pair", "-benchtime", "1x", "-benchmem", "-p", "1", "-timeout", "60m", "./internal/..."},
		Env:  append(sh.NoCgo(), officeKept+"="+dir),
	})
	cmd.Stdout, cmd.Stderr = io.MultiWriter(t.Out, &text), t.Out
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("bench: go test: %w", err)
	}
	pairs, err := readBench(text.String())
	if err != nil {
		return err
	}
	if len(pairs) == 0 {
		return errors.New("bench: no benchmark named BenchmarkPair…/ours and /bare was found")
	}
	start, err := t.benchStart(ctx)
	var away skip
	switch {
	case errors.As(err, &away):
		t.Say("SKIPPED: %v", away)
	case err != nil:
		return err
	default:
		pairs["StartToFirstFrame"] = start
	}
	if err := printPairs(t.Out, pairs); err != nil {
		return err
	}
	return t.printIdle(ctx)
}

// officeKept names the folder where the benchmarks keep the large office for one another,
// see sampletest.
const officeKept = "TDKT_BENCH_DIR"

// limit is what a pair may come to; 0 for what is only measured.
type limit struct{ time, memory, seconds float64 }

// limits are what was promised of each pair.
func limits() map[string]limit {
	return map[string]limit{
		"Backup50kPeople10Years": {time: 2},
		"Cell50kPeople":          {time: 1.5},
		"CellWindow50k":          {time: 3},
		"CellWindow50kBeside300": {time: 1.5},
		"Check50kPeople10Years":  {time: 2, memory: 1.5},
		"FilterKey50k":           {time: 1.3},
		"ArrowKey50k":            {time: 1.3},
		"PageKey50k":             {time: 1.3},
		"SearchKey50k":           {time: 1.5},
		"FirstList50k":           {time: 2},
		"Undo500Of50kPeople":     {seconds: 2},
		"Verify50kPeople10Years": {time: 1},
	}
}

// asked is a limit beside what was measured; one that was missed is marked.
func asked(limit, got float64, unit string) string {
	switch {
	case limit == 0:
		return ""
	case got > limit:
		return fmt.Sprintf("> %g%s !", limit, unit)
	default:
		return fmt.Sprintf("≤ %g%s", limit, unit)
	}
}

// pair is one thing done twice: by us, and by the bare library.
type pair struct{ ours, bare measure }

// measure maps a unit ("ns/op", "B/op", "rss-MB") to its value.
type measure map[string]float64

// readBench finds the lines "BenchmarkPair<Name>/ours-2 1 123 ns/op …" in the output of
// go test. A pair of which one half is missing is an error.
func readBench(text string) (map[string]pair, error) {
	pairs := map[string]pair{}
	for line := range strings.Lines(text) {
		words := strings.Fields(line)
		if len(words) < 4 || !strings.HasPrefix(words[0], "BenchmarkPair") {
			continue
		}
		name, side, found := strings.Cut(strings.TrimPrefix(words[0], "BenchmarkPair"), "/")
		if !found {
			return nil, fmt.Errorf("bench: %s is neither ours nor bare", words[0])
		}
		values, err := readMeasure(words[2:])
		if err != nil {
			return nil, fmt.Errorf("bench: %s: %w", words[0], err)
		}
		p := pairs[name]
		switch cpus(side) {
		case "ours":
			p.ours = values
		case "bare":
			p.bare = values
		default:
			return nil, fmt.Errorf("bench: %s is neither ours nor bare", words[0])
		}
		pairs[name] = p
	}
	for name, p := range pairs {
		if p.ours["ns/op"] == 0 || p.bare["ns/op"] == 0 {
			return nil, fmt.Errorf("bench: %s has no other half to compare with", name)
		}
	}
	return pairs, nil
}

// cpus drops the number of processors that go test puts behind a name ("ours-2").
func cpus(name string) string {
	if cut := strings.LastIndex(name, "-"); cut > 0 {
		if _, err := strconv.Atoi(name[cut+1:]); err == nil {
			return name[:cut]
		}
	}
	return name
}

// readMeasure reads numbers each followed by its unit.
func readMeasure(words []string) (measure, error) {
	values := measure{}
	for i := 0; i+1 < len(words); i += 2 {
		value, err := strconv.ParseFloat(words[i], 64)
		if err != nil {
			return nil, err
		}
		values[words[i+1]] = value
	}
	return values, nil
}

// printPairs prints a table: times, memory, and how many times the bare one ours takes.
func printPairs(w io.Writer, pairs map[string]pair) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "\nwhat\tours\tbare\tratio\tasked\tours memory\tbare memory\tratio\tasked\t")
	for _, name := range slices.Sorted(maps.Keys(pairs)) {
		p := pairs[name]
		ours, star := p.ours.memory()
		bare, _ := p.bare.memory()
		most, seconds := limits()[name], p.ours["ns/op"]/1e9
		time := asked(most.time, p.ours["ns/op"]/p.bare["ns/op"], "") + asked(most.seconds, seconds, " s")
		fmt.Fprintf(table, "%s\t%.3f s\t%.3f s\t%s\t%s\t%.1f MB%s\t%.1f MB%s\t%s\t%s\t\n", name,
			seconds, p.bare["ns/op"]/1e9, ratio(p.ours["ns/op"], p.bare["ns/op"]), time,
			ours, star, bare, star, ratio(ours, bare), asked(most.memory, ours/bare, ""))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w, "memory: the peak of the process; with * all that was allocated, freed or not")
	return nil
}

// memory is the peak of the process where the benchmark measured it, else, with a star,
// what was allocated, in megabytes.
func (m measure) memory() (mb float64, star string) {
	if peak, ok := m["rss-MB"]; ok {
		return peak, ""
	}
	return m["B/op"] / 1e6, "*"
}

// ratio is ours over bare, or a dash where bare is nothing.
func ratio(ours, bare float64) string {
	if bare == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", ours/bare)
}
