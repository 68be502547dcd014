package law_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/law"
)

// centres is a department in 2026 with so many Trung tâm, of which the first are rated
// HTXS, the next HTT and the rest not at all.
func centres(units, best, good int, more ...string) []string {
	lines := []string{"Đơn vị | SO | Sở | | 01/01/2000 | sở", "Đơn vị | VP | Văn phòng | SO | 01/01/2000 | phòng", "Xếp loại | 2026 | VP | HTXS"}
	for i := range units {
		lines = append(lines, fmt.Sprintf("Đơn vị | T%02d | Trung tâm %d | SO | 01/01/2000 | Trung tâm", i, i))
		level := "HTXS"
		if i >= best {
			level = "HTT"
		}
		if i < best+good {
			lines = append(lines, fmt.Sprintf("Xếp loại | 2026 | T%02d | %s", i, level))
		}
	}
	return append(lines, more...)
}

// unitLines are the caps on public service units of a year.
func unitLines(t *testing.T, year int, lines ...string) []law.QuotaLine {
	t.Helper()
	all, err := rules(t).RatingQuotas(factsOf(t, lines...), year)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		if !l.Units {
			t.Fatalf("nobody is rated, yet there is a line for %s", l.Name)
		}
	}
	return slices.DeleteFunc(all, func(l law.QuotaLine) bool { return strings.Contains(l.Cite, "335/2025") })
}

// Both readings at the number from which one more may be raised and just below it; with
// fewer than five units one, whatever their ratings; offices of other kinds do not count.
func TestUnitCap(t *testing.T) {
	decided := "Quy định riêng | 2026 | htxs-don-vi-ty-le | 25"
	for _, c := range []struct {
		reason            string
		units, best, good int
		more              []string
		percent           int
		few               bool
		narrow, wide      int
	}{
		{"four units: one, though a fifth of four is none", 4, 0, 4, nil, 20, true, 1, 1},
		{"four units, two raised already", 4, 2, 2, nil, 20, true, 1, 1},
		{"five units: the readings part", 5, 1, 4, nil, 20, false, 0, 1},
		{"six: five stay and one is raised", 6, 0, 6, nil, 20, false, 1, 1},
		{"five of nine are rated, so it is no case of few", 9, 0, 5, nil, 20, false, 0, 1},
		{"nine", 9, 1, 8, nil, 20, false, 1, 1},
		{"ten", 10, 1, 9, nil, 20, false, 1, 2},
		{"eleven", 11, 0, 11, nil, 20, false, 1, 2},
		{"twelve", 12, 0, 12, nil, 20, false, 2, 2},
		{"a quarter decided: seven", 7, 0, 7, []string{decided}, 25, false, 1, 1},
		{"a quarter decided: eight", 8, 0, 8, []string{decided}, 25, false, 1, 2},
		{"more than a quarter cannot be decided", 8, 0, 8, []string{"Quy định riêng | 2026 | htxs-don-vi-ty-le | 40"}, 25, false, 1, 2},
	} {
		lines := unitLines(t, 2026, centres(c.units, c.best, c.good, c.more...)...)
		if len(lines) != 1 {
			t.Errorf("%s: %d lines, want one", c.reason, len(lines))
			continue
		}
		got := lines[0]
		if got.Cap != c.narrow || got.Other.Cap != c.wide || got.Percent != c.percent || (got.Few != nil) != c.few || got.Chosen != c.best || got.BaseCount != c.best+c.good {
			t.Errorf("%s: %+v, other %+v", c.reason, got, got.Other)
		}
		other := unitLines(t, 2026, centres(c.units, c.best, c.good, append(c.more, "Quy định riêng | 2026 | htxs-tinh-ca-htxs | có")...)...)[0]
		if other.Cap != c.wide || other.Other.Cap != c.narrow || got.With(other.WhatIf(), c.best).Cap != c.wide {
			t.Errorf("%s: read the other way %+v, other %+v", c.reason, other, other.Other)
		}
	}
}

// The line names whom it is about, in the words and by the article of the decree.
func TestUnitCapWords(t *testing.T) {
	got := unitLines(t, 2026, centres(4, 1, 2)...)[0]
	if got.Name != "Xếp loại HTXS, đơn vị sự nghiệp trực thuộc Sở" || got.Base != "số đơn vị còn xếp loại HTT" ||
		got.Cite != "Nghị định 233/2026/NĐ-CP Điều 7 khoản 7" || got.Mark != "V" || len(got.Counted) != 3 || got.Few.Under != 5 {
		t.Errorf("%+v", got)
	}
	if five := unitLines(t, 2026, centres(5, 1, 4)...)[0]; five.Mark != "C" {
		t.Errorf("two readings are in use and the office chooses, yet the mark is %s", five.Mark)
	}
}

// A unit counts with those directly under the same one; the parts of a Trung tâm make a
// group of their own; the office itself is rated from outside; a unit closed before the
// year is none.
func TestUnitCapGroups(t *testing.T) {
	lines := unitLines(t, 2026, centres(5, 0, 5,
		"Đơn vị | CC | Chi cục | SO | 01/01/2000 | chi cục", "Đơn vị | DV | Đơn vị dịch vụ | CC | 01/01/2000 | Đơn vị sự nghiệp công lập", "Xếp loại | 2026 | DV | HTT",
		"Đơn vị | T00P | Phòng Hành chính | T00 | 01/01/2000 | phòng", "Xếp loại | 2026 | T00P | HTXS")...)
	want := []string{"Xếp loại HTXS, đơn vị sự nghiệp trực thuộc Chi cục", "Xếp loại HTXS, đơn vị sự nghiệp trực thuộc Sở", "Xếp loại HTXS, đơn vị cấu thành của Trung tâm 0"}
	if len(lines) != len(want) {
		t.Fatalf("%d lines: %+v", len(lines), lines)
	}
	for i, l := range lines {
		if l.Name != want[i] {
			t.Errorf("line %d is %s, want %s", i, l.Name, want[i])
		}
	}
	if lines[2].Cite != "Nghị định 233/2026/NĐ-CP Điều 7 khoản 8" || lines[2].Chosen != 1 || lines[2].Cap != 1 || lines[1].Few != nil {
		t.Errorf("the parts: %+v; the five: %+v", lines[2], lines[1])
	}
	alone := unitLines(t, 2026, "Đơn vị | TT | Trung tâm | | 01/01/2000 | trung tâm", "Xếp loại | 2026 | TT | HTXS")
	if len(alone) != 0 {
		t.Errorf("an office that is itself a Trung tâm: %+v", alone)
	}
	if old := unitLines(t, 2025, append(centres(6, 0, 0), "Xếp loại | 2025 | T00 | HTXS")...); len(old) != 0 {
		t.Errorf("2025 has no cap on units, yet %+v", old)
	}
}

// The higher share has its place among the local values of 2026 and says what follows
// without it.
func TestUnitShareIsLocal(t *testing.T) {
	uses := rules(t).LocalUses(2026, "htxs-don-vi-ty-le")
	if len(uses) != 1 || uses[0].Empty != "tính 20%" || uses[0].Title != "HTXS" {
		t.Errorf("uses: %+v", uses)
	}
	if old := rules(t).LocalUses(2025, "htxs-don-vi-ty-le"); len(old) != 0 {
		t.Errorf("2025: %+v", old)
	}
}
