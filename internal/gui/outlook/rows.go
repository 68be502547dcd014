package outlook

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// query is what the page shows.
type query struct {
	year int // the next one is looked at
	unit tdkt.ID
	kind tdkt.SubjectKind
	only bool // only who has a title opening
}

// page is everything the page shows, read from one view.
type page struct {
	query
	view    *view.View
	regime  string
	note    string // warning of the regime, "" when checked
	rows    []row
	subject int   // how many there are before only
	err     error // no law for the next year
}

// row is what the next year opens for one person or unit, in short.
type row struct {
	subject    tdkt.Subject
	name, unit string
	held       string
	streaks    string
	opens      string
	open       bool // something opens
	latest     tdkt.Day
	warning    string
	record     bool // an older record is missing
	gap        bool // a streak has truly ended
}

func (r row) key() string { return string(r.subject.ID) }

func (r row) style() kit.RowStyle {
	switch {
	case r.record:
		return kit.Warning
	case r.open:
		return kit.Good
	}
	return kit.Normal
}

// read makes the page; it runs away from the screen.
func read(ctx context.Context, v *view.View, q query) *page {
	p := &page{query: q, view: v}
	g, err := v.Rules.Criteria(q.year + 1)
	if err != nil {
		p.err = err
		return p
	}
	p.regime, p.note = g.Name, g.Note
	for _, r := range subjects(v, q) {
		if ctx.Err() != nil {
			p.err = ctx.Err()
			return p
		}
		x, err := v.Rules.ForecastBrief(v.Facts, q.year, r.subject)
		if err != nil {
			p.err = err
			return p
		}
		p.subject++
		if r.fill(x); r.open || !q.only {
			p.rows = append(p.rows, r)
		}
	}
	return p
}

// subjects lists who is looked at, in the office's order of names.
func subjects(v *view.View, q query) []row {
	var out []row
	if q.kind == tdkt.AUnit {
		for _, u := range v.UnitsOf(q.year, q.unit) {
			out = append(out, row{subject: tdkt.UnitSubject(u.ID), name: u.Name, unit: v.UnitName(u.Parent)})
		}
		return out
	}
	people := v.PeopleOf(q.year, q.unit)
	names := view.Namesakes(people)
	for _, p := range people {
		out = append(out, row{subject: tdkt.PersonSubject(p.ID), name: names[p.ID], unit: v.UnitName(v.UnitIn(p, q.year))})
	}
	return out
}

// fill puts a forecast into the cells of a row.
func (r *row) fill(x law.Forecast) {
	r.held = held(x)
	r.streaks = streaks(x)
	r.open, r.opens, r.latest = opens(x)
	r.warning, r.record, r.gap = warnings(x)
	if x.Note != "" {
		r.opens = x.Note
	}
}

func held(x law.Forecast) string {
	var out []string
	for _, h := range x.Held {
		out = append(out, h.String())
	}
	return strings.Join(out, wordAnd)
}

// streaks says the years in a row, and how long ago the titles that are not yearly were.
func streaks(x law.Forecast) string {
	var out []string
	for _, s := range x.Streaks {
		if n := len(s.Years); n > 0 {
			out = append(out, fmt.Sprintf(textYears, n, s.What))
		}
	}
	for _, s := range x.Since {
		out = append(out, fmt.Sprintf(textSince, s.Short, s.Last, s.Years))
	}
	return strings.Join(out, wordAnd)
}

// opens names the titles that earlier years open, and by when what is left must be done.
func opens(x law.Forecast) (open bool, text string, latest tdkt.Day) {
	var out []string
	for _, o := range x.Next {
		if !opening(o) {
			continue
		}
		name := o.Short
		if o.Chance == law.Waits {
			name = fmt.Sprintf(textWaits, name)
		} else {
			open = true
		}
		latest = max(latest, o.Latest)
		out = append(out, name)
	}
	return open, strings.Join(out, wordAnd), latest
}

// opening says whether a title that looks back may come.
func opening(o law.Opening) bool {
	return o.LooksBack && slices.Contains([]law.Chance{law.Met, law.Open, law.Waits}, o.Chance)
}

// warnings tells of records that would join a streak, and of streaks that have ended.
func warnings(x law.Forecast) (text string, record, gap bool) {
	var out []string
	for _, s := range x.Streaks {
		if missing := past(s.Missing, x.Year); len(missing) > 0 {
			record = true
			out = append(out, fmt.Sprintf(textMissing, yearList(missing), s.What))
		}
		if s.Gap == x.Year {
			gap = true
			out = append(out, fmt.Sprintf(textGap, s.Gap, s.What))
		}
	}
	return strings.Join(out, wordAnd), record, gap
}

// past leaves out the year itself: it is not missing while it runs.
func past(years []int, year int) []int {
	return slices.DeleteFunc(slices.Clone(years), func(y int) bool { return y >= year })
}

func yearList(years []int) string {
	out := make([]string, len(years))
	for i, y := range years {
		out[i] = fmt.Sprint(y)
	}
	return strings.Join(out, ", ")
}

func columns(year int) []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordName, Width: 150, Text: func(r row) string { return r.name }, Order: kit.ByName},
		{Title: wordUnit, Width: 130, Text: func(r row) string { return r.unit }},
		{Title: fmt.Sprintf(wordOpens, year+1), Width: 190, Grow: true, Text: func(r row) string { return r.opens }},
		{Title: wordLatest, Width: 88, Text: func(r row) string { return r.latest.String() }, Order: kit.ByDay},
		{Title: wordStreaks, Width: 150, Grow: true, Text: func(r row) string { return r.streaks }},
		{Title: wordHeld, Width: 130, Grow: true, Text: func(r row) string { return r.held }},
		{Title: wordWarning, Width: 130, Text: func(r row) string { return r.warning }},
	}
}

func totals(shown []row) string {
	open, record, gap := 0, 0, 0
	for _, r := range shown {
		if r.open {
			open++
		}
		if r.record {
			record++
		}
		if r.gap {
			gap++
		}
	}
	return fmt.Sprintf(textTotals, open, record, gap)
}

// titleRow is one title of the next year for the row at the cursor.
type titleRow struct{ law.Opening }

func (t titleRow) key() string { return t.Code }

func (t titleRow) style() kit.RowStyle {
	switch t.Chance {
	case law.Met, law.Open:
		return kit.Good
	case law.Waits:
		return kit.Warning
	case law.Barred:
		return kit.Bad
	case law.Judged:
	}
	return kit.Normal
}

// missing says what is still to come, or why it cannot.
func (t titleRow) missing() string {
	var steps []law.Finding
	switch t.Chance {
	case law.Barred:
		steps = t.Reasons()
	case law.Met:
		return textMet
	case law.Judged:
		return textJudged
	case law.Open, law.Waits:
		best := t.Best()
		for _, s := range append(best.Of(law.Waits), best.Of(law.Open)...) {
			steps = append(steps, s.Finding)
		}
	}
	var out []string
	for _, f := range steps {
		if !f.Nested() {
			out = append(out, said(f))
		}
	}
	return strings.Join(out, wordAnd)
}

// said is a need with what was seen of it.
func said(f law.Finding) string {
	why := strings.TrimRight(f.Why, ".")
	if f.Seen == "" {
		return why
	}
	return fmt.Sprintf(textSaid, why, f.Seen)
}

// titlesOf lists the titles of a forecast, those that earlier years open first.
func titlesOf(x law.Forecast) []titleRow {
	out := make([]titleRow, len(x.Next))
	for i, o := range x.Next {
		out[i] = titleRow{o}
	}
	slices.SortStableFunc(out, func(a, b titleRow) int { return cmp.Compare(rank(a.Opening), rank(b.Opening)) })
	return out
}

func rank(o law.Opening) int {
	if opening(o) {
		return 0
	}
	return 1 + slices.Index([]law.Chance{law.Met, law.Open, law.Waits, law.Judged, law.Barred}, o.Chance)
}

func titleColumns(year int) []kit.Column[titleRow] {
	return []kit.Column[titleRow]{
		{Title: fmt.Sprintf(wordTitle, year+1), Width: 290, Text: func(t titleRow) string { return t.Name }},
		{Title: wordChance, Width: 160, Text: func(t titleRow) string { return law.ChanceName(t.Chance) }},
		{Title: wordLatest, Width: 88, Text: func(t titleRow) string { return t.Latest.String() }, Order: kit.ByDay},
		{Title: wordMissing, Width: 300, Grow: true, Text: titleRow.missing},
	}
}
