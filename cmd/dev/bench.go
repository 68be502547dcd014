package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"tdkt/cmd/dev/internal/sh"
)

// runBench measures what we do beside the bare library doing the same, both in one run,
// because times of two runs or two machines say little. The start of the window is
// measured with the sample department, beside the same window empty. What a person waits
// for in a file of 50,000 people and what the idle window costs stand alone: there is
// nothing bare to compare them with.
func runBench(ctx context.Context, t *tool, args []string) error {
	if err := parse(flag.NewFlagSet("bench", flag.ContinueOnError), args); err != nil {
		return err
	}
	var text strings.Builder
	cmd := t.Prepare(ctx, sh.Command{
		Name: "go",
		Args: []string{"test", "-run", "^$", "-bench", "Pair|Window50k", "-benchtime", "1x", "-benchmem", "-p", "1", "-timeout", "30m", "./internal/..."},
		Env:  sh.NoCgo(),
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
	return errors.Join(printWaits(t.Out, text.String()), t.printIdle(ctx))
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
	fmt.Fprintln(table, "\nwhat\tours\tbare\tratio\tours memory\tbare memory\tratio\t")
	for _, name := range slices.Sorted(maps.Keys(pairs)) {
		p := pairs[name]
		ours, star := p.ours.memory()
		bare, _ := p.bare.memory()
		fmt.Fprintf(table, "%s\t%.3f s\t%.3f s\t%s\t%.1f MB%s\t%.1f MB%s\t%s\t\n", name,
			p.ours["ns/op"]/1e9, p.bare["ns/op"]/1e9, ratio(p.ours["ns/op"], p.bare["ns/op"]),
			ours, star, bare, star, ratio(ours, bare))
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
