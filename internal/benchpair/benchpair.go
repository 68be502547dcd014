// Package benchpair times two ways of doing one thing in turn, in one process, so
// that their ratio means something on a noisy machine. dev bench prints it.
package benchpair

import (
	"bytes"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"testing"
	"time"
)

// Rounds is how often the two are run in turn; the median is reported.
const Rounds = 3

// asUsers is how often garbage is collected in the program itself; tests do it more seldom.
const asUsers = 100

// Run times ours beside bare and reports them as the sub-benchmarks "ours" and
// "bare", with the peak resident memory over what the process held before.
func Run(b *testing.B, ours, bare func() error) {
	b.Helper()
	debug.SetGCPercent(asUsers)
	var a, z []sample
	for range Rounds {
		a = append(a, take(b, ours))
		z = append(z, take(b, bare))
	}
	report(b, "ours", a)
	report(b, "bare", z)
}

type sample struct {
	took time.Duration
	peak float64 // MB over the start; 0 where the system does not tell
}

func take(b *testing.B, do func() error) sample {
	b.Helper()
	debug.FreeOSMemory()
	before := resident("VmRSS:")
	// Writing 5 makes Linux forget the peak so far; elsewhere there is no such file.
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o200)
	start := time.Now()
	if err := do(); err != nil {
		b.Fatal(err)
	}
	return sample{time.Since(start), max(0, resident("VmHWM:")-before)}
}

// resident reads a line of /proc/self/status in MB.
func resident(name string) float64 {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(text) {
		words := bytes.Fields(line)
		if len(words) >= 2 && string(words[0]) == name {
			kb, err := strconv.ParseFloat(string(words[1]), 64)
			if err != nil {
				return 0
			}
			return kb / 1024
		}
	}
	return 0
}

func report(b *testing.B, name string, list []sample) {
	b.Helper()
	slices.SortFunc(list, func(x, y sample) int { return int(x.took - y.took) })
	m := list[len(list)/2]
	b.Run(name, func(b *testing.B) {
		b.ReportMetric(float64(m.took.Nanoseconds()), "ns/op")
		b.ReportMetric(m.peak, "rss-MB")
	})
}
