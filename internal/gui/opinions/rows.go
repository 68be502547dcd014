package opinions

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one opinion.
type row struct {
	tdkt.Opinion
	about, title string
}

func (r row) key() string { return string(r.ID) }

func (r row) state() string {
	switch {
	case r.Done != 0:
		return fmt.Sprintf(wordDone, r.Done)
	case r.Open():
		return wordWaits
	}
	return wordNoNeed
}

func (r row) style() kit.RowStyle {
	if r.Open() {
		return kit.Warning
	}
	return kit.Muted
}

func rows(v *view.View, year int) []row {
	var out []row
	for _, o := range v.OpinionsOf(year) {
		r := row{Opinion: o, about: wordAll}
		if o.Subject.ID != "" {
			r.about = v.Facts.NameOf(o.Subject)
		}
		if o.Title != "" {
			r.title = v.TitleName(o.Title)
		}
		out = append(out, r)
	}
	return out
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordDate, Width: 88, Text: func(r row) string { return r.Date.String() }, Order: kit.ByDay},
		{Title: wordBy, Width: 110, Text: func(r row) string { return r.By }, Order: kit.ByName},
		{Title: wordAbout, Width: 120, Grow: true, Text: func(r row) string { return r.about }, Order: kit.ByName},
		{Title: wordTitle, Width: 110, Grow: true, Text: func(r row) string { return r.title }},
		{Title: wordVerdict, Width: 104, Text: func(r row) string { return string(r.Verdict) }},
		{Title: wordText, Width: 160, Grow: true, Text: func(r row) string { return r.Text }},
		{Title: wordReply, Width: 120, Grow: true, Text: func(r row) string { return r.Answer }},
		{Title: wordState, Width: 150, Text: row.state},
	}
}

func totals(shown []row) string {
	open := 0
	for _, r := range shown {
		if r.Open() {
			open++
		}
	}
	return fmt.Sprintf(textTotals, len(shown), open)
}
