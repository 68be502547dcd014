package complaints

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one complaint as of a day.
type row struct {
	tdkt.Complaint
	about, subject string // whom it is about; what it is tied to
	late           bool
}

func (r row) key() string { return string(r.ID) }

func (r row) state() string {
	switch {
	case r.late:
		return wordLate
	case r.Open():
		return wordOpen
	}
	return fmt.Sprintf(wordDone, r.Upheld, r.Closed)
}

func (r row) style() kit.RowStyle {
	if r.Open() {
		return kit.Normal
	}
	return kit.Muted
}

// tone is that of the state and the day: red where it is late.
func (r row) tone() kit.Tone {
	switch {
	case r.late:
		return kit.BadTone
	case r.Open():
		return kit.WarnTone
	}
	return kit.Plain
}

func rows(v *view.View, year int, today tdkt.Day) []row {
	var out []row
	for _, c := range v.ComplaintsOf(year) {
		r := row{Complaint: c, about: v.Facts.NameOf(c.Subject), late: c.Late(today)}
		for _, n := range v.Nominations {
			if c.Nomination != "" && n.ID == c.Nomination {
				r.subject = fmt.Sprintf(textNamed, v.TitleName(n.Title), n.Year)
			}
		}
		for _, w := range v.Awards {
			if c.Award != "" && w.ID == c.Award {
				r.subject = fmt.Sprintf(textGiven, v.TitleName(w.Code), w.To, w.Decision)
			}
		}
		out = append(out, r)
	}
	return out
}

func columns() []kit.Column[row] {
	return []kit.Column[row]{
		{Title: wordReceived, Width: 88, Text: func(r row) string { return r.Received.String() }, Order: kit.ByDay},
		{Title: wordKind, Width: 86, Text: func(r row) string { return string(r.Kind) }},
		{Title: wordAbout, Width: 150, Grow: true, Text: func(r row) string { return r.about }, Order: kit.ByName},
		{Title: wordSender, Width: 130, Grow: true, Text: func(r row) string { return r.Sender }},
		{Title: wordSummary, Width: 200, Grow: true, Text: func(r row) string { return r.Summary }},
		{Title: wordCase, Width: 150, Grow: true, Text: func(r row) string { return r.subject }},
		{Title: wordDeadline, Width: 106, Text: func(r row) string { return r.Deadline.String() }, Order: kit.ByDay, Tone: row.tone},
		{Title: wordState, Width: 150, Text: row.state, Tone: row.tone},
	}
}

func totals(shown []row) string {
	open, late := count(shown)
	return fmt.Sprintf(textTotals, len(shown), open, late)
}

func count(shown []row) (open, late int) {
	for _, r := range shown {
		if r.Open() {
			open++
		}
		if r.late {
			late++
		}
	}
	return open, late
}
