package forms

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Pages end where the program says, so that a heading never stands alone at the
// foot of a page nor a signature alone on the next.
func TestBreaks(t *testing.T) {
	rows := func(n int, high float64) []float64 {
		list := make([]float64, n)
		for i := range list {
			list[i] = high
		}
		return list
	}
	keeping := func(n int, kept ...int) []bool {
		list := make([]bool, n)
		for _, row := range kept {
			list[row-1] = true
		}
		return list
	}
	for _, c := range []struct {
		why  string
		p    places
		want []int
	}{
		{"what fits has no break", places{rows: 10, heights: rows(10, 10), keep: keeping(10)}, nil},
		{"a full page ends before the row that does not fit", places{rows: 25, heights: rows(25, 10), keep: keeping(25)}, []int{11, 21}},
		{
			"the repeated header takes its room on later pages",
			places{rows: 25, heights: rows(25, 10), keep: keeping(25), headFrom: 1, headTo: 2},
			[]int{11, 19},
		},
		{"a heading goes with the row under it", places{rows: 12, heights: rows(12, 10), keep: keeping(12, 10)}, []int{10}},
		{"two headings go with their row", places{rows: 12, heights: rows(12, 10), keep: keeping(12, 9, 10)}, []int{9}},
		{
			"what is longer than a page breaks where it will",
			places{rows: 14, heights: rows(14, 10), keep: keeping(14, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)},
			nil,
		},
		{"a sheet too long to count has none", places{rows: pagedRows + 1, heights: rows(pagedRows, 10), keep: keeping(pagedRows)}, nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			if diff := cmp.Diff(c.want, c.p.breaks(100)); diff != "" {
				t.Errorf("breaks (-want +got):\n%s", diff)
			}
		})
	}
}

// Rows are as high as their wrapped text; marks of Vietnamese letters take no
// room of their own, in composed or decomposed form.
func TestRuler(t *testing.T) {
	r := newRuler()
	plain, marked := r.points("chien si thi dua", 13, false), r.points("chiến sĩ thi đua", 13, false)
	if marked < plain || marked > plain*1.1 {
		t.Errorf("marks change the width from %.2f to %.2f", plain, marked)
	}
	if base, loose := r.points("e", 13, false), r.points("e\u0302\u0301", 13, false); base != loose {
		t.Errorf("loose marks take room: %.2f and %.2f", base, loose)
	}
	for _, c := range []struct {
		why, text string
		width     float64
		want      int
	}{
		{"empty takes one line", "", 100, 1},
		{"a short word takes one", "Đạt", 100, 1},
		{"words wrap between them", "Chấp hành tốt chủ trương, chính sách", 80, 3},
		{"line ends count", "một\nhai\nba", 100, 3},
		{"a word wider than the column is cut", strings.Repeat("m", 30), 100, 4},
	} {
		if got := r.lines(c.text, c.width, 13, false); got != c.want {
			t.Errorf("%s: %d lines, want %d", c.why, got, c.want)
		}
	}
}

// Columns fill the page; what is too wide first gives up its spare room.
func TestFit(t *testing.T) {
	sum := func(l layout) float64 {
		total := 0.0
		for _, w := range l.fit() {
			total += w
		}
		return total
	}
	for _, c := range []struct {
		why     string
		columns []width
		want    float64
	}{
		{"narrow columns are widened", []width{{10, 5}, {20, 10}}, portrait},
		{"wide ones give up what they can spare", []width{{100, 50}, {100, 80}}, portrait},
		{"what has nothing to spare is left to the printer", []width{{150, 150}, {150, 150}}, 300},
	} {
		if got := sum(layout{columns: c.columns}); got < c.want-0.01 || got > c.want+0.01 {
			t.Errorf("%s: %.1f mm, want %.1f", c.why, got, c.want)
		}
	}
}

// Money in words stands beside money in figures with dots between the thousands.
func TestDots(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1.000", 98_640_000: "98.640.000", -1500: "-1.500"} {
		if got := dots(n); got != want {
			t.Errorf("dots(%d) = %q, want %q", n, got, want)
		}
	}
}
