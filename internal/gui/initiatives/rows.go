package initiatives

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one initiative with its authors.
type row struct {
	idea           view.Idea
	authors, units string
}

func (r row) key() string { return r.idea.Key() }

// style marks what no decision recognised yet.
func (r row) style() kit.RowStyle {
	if r.idea.Decision == "" {
		return kit.Warning
	}
	return kit.Normal
}

// rowsOf lists the initiatives of a year, 0 for all, with an author in the unit.
func rowsOf(v *view.View, year int, unit tdkt.ID) []row {
	names := view.Namesakes(v.People)
	var out []row
	for _, i := range v.Ideas(year) {
		r, inside := row{idea: i}, unit == ""
		var authors, units []string
		for _, x := range i.Rows {
			p, ok := v.Facts.Person(x.Person)
			if !ok {
				continue
			}
			at := v.UnitIn(p, i.Year)
			inside = inside || v.Facts.Within(at, unit)
			authors = append(authors, withShare(names[p.ID], x.Share))
			if name := v.UnitName(at); !slices.Contains(units, name) {
				units = append(units, name)
			}
		}
		if inside {
			r.authors, r.units = strings.Join(authors, ", "), strings.Join(units, ", ")
			out = append(out, r)
		}
	}
	return out
}

func withShare(name string, share int) string {
	if share == 0 {
		return name
	}
	return fmt.Sprintf("%s %d%%", name, share)
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordYear, Width: 52, Text: func(r row) string { return fmt.Sprint(r.idea.Year) }, Order: kit.ByNumber},
		{Title: wordTitle, Width: 330, Grow: true, Text: func(r row) string { return r.idea.Title }},
		{Title: wordAuthorsOf, Width: 220, Text: func(r row) string { return r.authors }},
		{Title: wordUnit, Width: 150, Text: func(r row) string { return r.units }},
		{Title: wordKind, Width: 78, Text: func(r row) string { return string(r.idea.Kind) }},
		{Title: wordScope, Width: 76, Text: func(r row) string { return string(r.idea.Scope) }},
		{Title: wordDecision, Width: 110, Text: func(r row) string { return r.idea.Decision }},
		{Title: wordDate, Width: 88, Text: func(r row) string { return r.idea.Date.String() }, Order: kit.ByDay},
	}
}

func totals(shown []row) string {
	authors, open := 0, 0
	for _, r := range shown {
		authors += len(r.idea.Rows)
		if r.idea.Decision == "" {
			open++
		}
	}
	return fmt.Sprintf(textTotals, len(shown), authors, open)
}

// ideasOf are the initiatives of rows.
func ideasOf(rows []row) []view.Idea {
	out := make([]view.Idea, len(rows))
	for i, r := range rows {
		out[i] = r.idea
	}
	return out
}

// likely lists look-alike initiatives in words.
func likely(v *view.View, list []view.Idea) string {
	lines := make([]string, len(list))
	for i, one := range list {
		var names []string
		for _, r := range one.Rows {
			names = append(names, v.Facts.NameOf(tdkt.PersonSubject(r.Person)))
		}
		lines[i] = fmt.Sprintf("• %d: %s (%s)", one.Year, one.Title, strings.Join(names, ", "))
	}
	return strings.Join(lines, "\n")
}

func scopes() []string {
	var out []string
	for _, s := range tdkt.Scopes() {
		out = append(out, string(s))
	}
	return out
}
