package intake

import (
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// onePeriod finds the columns of a list of one month or quarter, which the text above names.
func (t *tableReading) onePeriod(folded string) []periodColumn {
	if p, _ := t.periodAbove(true); p == "" {
		return nil
	}
	var out []periodColumn
	parts := false
	for _, c := range t.b.columns {
		p := periodColumn{number: c.number, part: scorePart(lastPart(c.text)), text: lastPart(c.text)}
		if p.part == "" || c.field == "number" || anchors(c.field) || p.holds() && !t.anyScore(c.number) {
			continue
		}
		parts = parts || p.part == partCommon || p.part == partResult
		out = append(out, p)
	}
	p, year := t.periodAbove(parts)
	if p == "" || !slices.ContainsFunc(out, periodColumn.holds) || !parts && !speaksOfScores(folded) {
		return nil
	}
	for i := range out {
		out[i].period, out[i].year = p, year
	}
	return oneTotal(out)
}

// oneTotal keeps one total of a month: the sum where one is named so, else the last.
func oneTotal(all []periodColumn) []periodColumn {
	keep := -1
	for i, p := range all {
		if p.part == partTotal && (keep < 0 || !strings.Contains(tdkt.Fold(all[keep].text), "tong")) {
			keep = i
		}
	}
	for i := range all {
		if all[i].part == partTotal && i != keep {
			all[i].part = partOther
		}
	}
	return all
}

// anyScore says whether a column holds scores, and mostly those.
func (t *tableReading) anyScore(col int) bool {
	if numbers, _ := t.mostlyScores(col); !numbers {
		return false
	}
	for _, row := range t.g.rows {
		if c := t.b.own(row, col); row > t.b.last && row <= t.b.bottom && c != nil {
			if _, ok := scoreValue(c.Text); ok {
				return true
			}
		}
	}
	return false
}

// periodAbove is the one period that the text above speaks of; where the columns name the
// parts of a score, the names of sheet and file are asked too.
func (t *tableReading) periodAbove(names bool) (tdkt.Period, int) {
	lines := strings.Split(t.b.title, "\n")
	if names {
		lines = append(lines, t.g.Name, strings.NewReplacer("_", " ", ".xlsx", "").Replace(t.g.File))
	}
	for _, line := range lines {
		folded := wholeDay.ReplaceAllString(tdkt.Fold(attachedTo.ReplaceAllString(line, "")), " ")
		if strings.Contains(folded, "cong van") {
			continue
		}
		if !names && !speaksOfScores(folded) {
			continue
		}
		p, year, rest, ok := cutPeriod(folded)
		if !ok {
			continue
		}
		if other, _, _, more := cutPeriod(rest); more && other != p {
			return "", 0 // from one month to another
		}
		return p, year
	}
	return "", 0
}
