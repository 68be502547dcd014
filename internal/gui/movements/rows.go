package movements

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one movement under way in the year.
type row struct {
	movement tdkt.Movement
	years    int // whole years by today, or by the end of the year shown
	count    int // participants
}

func (r row) key() string { return string(r.movement.ID) }

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordName, Width: 320, Grow: true, Text: func(r row) string { return r.movement.Name }},
		{Title: wordKind, Width: 100, Text: func(r row) string { return string(r.movement.Kind) }},
		{Title: wordScope, Width: 100, Text: func(r row) string { return r.movement.Scope }},
		{Title: wordFrom, Width: 90, Text: func(r row) string { return r.movement.From.String() }, Order: kit.ByDay},
		{Title: wordTo, Width: 90, Text: func(r row) string { return cmp.Or(r.movement.To.String(), textNoEnd) }, Order: kit.ByDay},
		{Title: wordYears, Width: 70, Text: func(r row) string { return strconv.Itoa(r.years) }, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
		{Title: wordCount, Width: 80, Text: func(r row) string { return strconv.Itoa(r.count) }, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
		{Title: wordManner, Width: 150, Text: func(r row) string { return r.movement.Manner }},
	}
}

func read(v *view.View, year int, today tdkt.Day) []row {
	var out []row
	for _, m := range v.MovementsOf(year) {
		out = append(out, row{movement: m, years: m.Years(today), count: v.JoinedBy(m)})
	}
	return out
}

// result is one participant with its place.
type result struct {
	participant tdkt.Participant
	name        string
	rank        int // 0: no points yet
}

func (r result) key() string {
	p := r.participant
	return fmt.Sprintf("%s %s %d", p.Subject.Kind, p.Subject.ID, p.Year)
}

// results lists the participants in a year, the most points first; equal points are of one
// rank.
func results(v *view.View, m tdkt.Movement, year int) []result {
	list := v.ScoresOf(m, year)
	out := make([]result, len(list))
	for i, p := range list {
		out[i] = result{participant: p, name: v.Facts.NameOf(p.Subject)}
		switch {
		case p.Points() == 0:
		case i > 0 && list[i-1].Points() == p.Points() && list[i-1].Year == p.Year:
			out[i].rank = out[i-1].rank
		default:
			out[i].rank = 1 + slices.IndexFunc(list[:i+1], func(o tdkt.Participant) bool { return o.Points() == p.Points() && o.Year == p.Year }) -
				slices.IndexFunc(list, func(o tdkt.Participant) bool { return o.Year == p.Year })
		}
	}
	return out
}

// firstScore is the column of the first criterion.
func firstScore(m tdkt.Movement) int {
	if m.SeveralYears() {
		return 3
	}
	return 2
}

// yearText is the year of a result; what was entered of the movement as a whole says so.
func yearText(r result) string {
	if r.participant.Year == 0 {
		return textWhole
	}
	return strconv.Itoa(r.participant.Year)
}

// resultColumns has a column for each criterion of the movement.
func resultColumns(m tdkt.Movement) []kit.Column[result] {
	out := []kit.Column[result]{
		{Title: wordWho, Width: 240, Grow: true, Text: func(r result) string { return r.name }},
		{Title: wordRank, Width: 60, Text: func(r result) string { return number(r.rank) }, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
	}
	if m.SeveralYears() {
		out = append(out, kit.Column[result]{Title: wordYear, Width: 70, Text: yearText, Order: kit.ByNumber})
	}
	for i, c := range m.Criteria {
		title := c.Text
		if c.Weight > 0 {
			title = fmt.Sprintf(textCriterion, c.Text, pointsText(c.Weight))
		}
		out = append(out, kit.Column[result]{
			Title: title, Width: 120, Order: kit.ByNumber, Align: fyne.TextAlignTrailing,
			Text: func(r result) string { return pointsText(score(r.participant, i)) }, Edit: &kit.Editor[result]{Kind: kit.EditNumber},
		})
	}
	return append(out,
		kit.Column[result]{Title: wordPoints, Width: 90, Text: func(r result) string { return pointsText(r.participant.Points()) }, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
		kit.Column[result]{Title: wordResult, Width: 220, Text: func(r result) string { return r.participant.Result }, Edit: &kit.Editor[result]{Kind: kit.EditText}})
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func pointsText(hundredths int) string {
	if hundredths == 0 {
		return ""
	}
	return kit.FormatNumber(float64(hundredths) / 100)
}

func score(p tdkt.Participant, i int) int {
	if i < len(p.Scores) {
		return p.Scores[i]
	}
	return 0
}

// edited lays cells over participants; those of one are one change.
func edited(m tdkt.Movement, edits []kit.Edit[result]) ([]tdkt.Participant, error) {
	var out []tdkt.Participant
	at := map[string]int{}
	for _, e := range edits {
		p := e.Row.participant
		i, ok := at[e.Row.key()]
		if !ok {
			i = len(out)
			at[e.Row.key()] = i
			p.Scores = scores(p, len(m.Criteria))
			out = append(out, p)
		}
		if c := e.Column - firstScore(m); c < len(m.Criteria) {
			n, err := hundredths(e.Text)
			if err != nil {
				return nil, err
			}
			out[i].Scores[c] = n
			continue
		}
		out[i].Result = e.Text
	}
	return out, nil
}

// scores is a copy with a place for every criterion.
func scores(p tdkt.Participant, n int) []int {
	out := make([]int, n)
	copy(out, p.Scores)
	return out
}

func hundredths(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := kit.ParseNumber(text)
	return int(n*100 + 0.5), err
}
