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
)

// runBench measures what we do beside the bare library doing the same, both in one run,
// because times of two runs or two machines say little.
func runBench(ctx context.Context, t *tool, args []string) error {
	if err := parse(flag.NewFlagSet("bench", flag.ContinueOnError), args); err != nil {
		return err
	}
	text, err := t.capture(ctx, command{
		name: "go",
		args: []string{"test", "-run", "^$", "-bench", "Pair", "-benchtime", "1x", "-benchmem", "-p", "1", "-timeout", "30m", "./internal/..."},
		env:  noCgo(),
	})
	if err != nil {
		t.say("%s", text)
		return err
	}
	pairs, err := readBench(text)
	if err != nil {
		return err
	}
	if len(pairs) == 0 {
		return errors.New("bench: no benchmark named BenchmarkPair…/ours and /bare was found")
	}
	return printPairs(t.out, pairs)
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

// printPairs prints a table: times, how many times the bare one ours takes, and memory.
func printPairs(w io.Writer, pairs map[string]pair) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "what\tours\tbare\tratio\tours allocated\tbare allocated\tratio\tours peak\tbare peak\t")
	for _, name := range slices.Sorted(maps.Keys(pairs)) {
		p := pairs[name]
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t\n", name,
			seconds(p.ours), seconds(p.bare), ratio(p, "ns/op"),
			megabytes(p.ours), megabytes(p.bare), ratio(p, "B/op"),
			peak(p.ours), peak(p.bare))
	}
	return table.Flush()
}

func seconds(m measure) string { return fmt.Sprintf("%.3f s", m["ns/op"]/1e9) }

func megabytes(m measure) string { return fmt.Sprintf("%.1f MB", m["B/op"]/1e6) }

// peak is the memory of the process, where the benchmark measured it.
func peak(m measure) string {
	if mb, ok := m["rss-MB"]; ok {
		return fmt.Sprintf("%.0f MB", mb)
	}
	return "–"
}

// ratio is ours over bare, or a dash where bare is nothing.
func ratio(p pair, unit string) string {
	if p.bare[unit] == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", p.ours[unit]/p.bare[unit])
}
