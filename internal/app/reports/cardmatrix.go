package reports

import (
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// CardCell is one year of one line of the life sheet's matrix: a short word, and whether
// it is something given or something that counts against.
type CardCell struct {
	Text      string
	Good, Bad bool
	Open      bool // not known yet: its book is open
}

// CardLine is one line of the matrix: ratings, a title, initiatives, cases.
type CardLine struct {
	Label string
	Cells []CardCell // one for each year
}

// cardYears is how many years stand beside each other.
const cardYears = 10

// CardMatrix is a subject's last ten years, up to a year: the rating, each yearly title
// that was ever given, initiatives, and what counts against. Streaks and gaps are seen at
// a glance.
func CardMatrix(v *view.View, s tdkt.Subject, last int) (years []int, lines []CardLine) {
	first := last - cardYears + 1
	for y := first; y <= last; y++ {
		years = append(years, y)
	}
	m := &matrixMaker{v: v, s: s, first: first, n: cardYears}
	lines = append(lines, m.ratings())
	lines = append(lines, m.titles()...)
	if s.Kind == tdkt.APerson {
		lines = append(lines, m.initiatives())
		if l := m.cases(); slices.ContainsFunc(l.Cells, func(c CardCell) bool { return c.Text != "" }) {
			lines = append(lines, l)
		}
	}
	return years, lines
}

type matrixMaker struct {
	v        *view.View
	s        tdkt.Subject
	first, n int
}

// line is an empty line.
func (m *matrixMaker) line(label string) CardLine {
	return CardLine{Label: label, Cells: make([]CardCell, m.n)}
}

// put adds a word to a year, where it is one of those shown.
func (l *CardLine) put(at int, text string, good, bad bool) {
	if at < 0 || at >= len(l.Cells) {
		return
	}
	c := &l.Cells[at]
	if c.Text != "" && c.Text != text {
		text = c.Text + ", " + text
	}
	c.Text, c.Good, c.Bad = text, c.Good || good, c.Bad || bad
}

func (m *matrixMaker) ratings() CardLine {
	l := m.line("Xếp loại")
	for _, r := range m.v.Ratings {
		if r.Subject == m.s {
			l.put(r.Year-m.first, string(r.Level), false, r.Level == tdkt.NotDone)
		}
	}
	m.fill(&l, tdkt.RatingBook)
	return l
}

// before is the place of the first year in which the subject was there.
func (m *matrixMaker) before() int {
	start := tdkt.Day(0)
	if p, ok := m.v.Facts.Person(m.s.ID); ok && m.s.Kind == tdkt.APerson {
		start = p.Start
	} else if u, ok := m.v.Facts.Unit(m.s.ID); ok {
		start = u.Founded
	}
	if start == 0 {
		return 0
	}
	return start.Year() - m.first
}

// fill names what is empty: "–" before the subject was there; after the first entry "?"
// where the book is open and something may still be entered, "không" where it is closed.
func (m *matrixMaker) fill(l *CardLine, book tdkt.Book) {
	begun := false
	for i := range l.Cells {
		c := &l.Cells[i]
		switch {
		case c.Text != "":
			begun = true
		case i < m.before():
			c.Text = "–"
		case !begun:
		case m.v.YearOf(m.first + i).IsClosed(book):
			c.Text = "không"
		default:
			c.Text, c.Open = "?", true
		}
	}
}

// titles is a line for each title the subject was given, in the order of the rules.
func (m *matrixMaker) titles() []CardLine {
	var out []CardLine
	for _, code := range m.v.Rules.Codes() {
		l, given := m.line(code.Short), false
		for _, w := range m.v.Awards {
			if w.Subject != m.s || w.Code != code.Code || w.Revoked {
				continue
			}
			for y := w.From; y <= w.To; y++ {
				if y == w.To || w.To-w.From < m.n {
					l.put(y-m.first, "✓", true, false)
					given = given || y >= m.first
				}
			}
		}
		if !given {
			continue
		}
		if code.Yearly {
			m.fill(&l, tdkt.TitleBook)
		}
		out = append(out, l)
	}
	return out
}

func (m *matrixMaker) initiatives() CardLine {
	l := m.line("Sáng kiến")
	for _, i := range m.v.Initiatives {
		if i.Person == m.s.ID {
			l.put(i.Year-m.first, fmt.Sprint(i.Scope), false, false)
		}
	}
	return l
}

// cases is discipline and absences.
func (m *matrixMaker) cases() CardLine {
	l := m.line("Kỷ luật, nghỉ")
	for _, d := range m.v.Disciplines {
		if d.Person == m.s.ID {
			l.put(d.Date.Year()-m.first, string(d.Form), false, true)
		}
	}
	for _, a := range m.v.Absences {
		if a.Person == m.s.ID {
			l.put(a.From.Year()-m.first, a.Kind, false, false)
		}
	}
	return l
}
