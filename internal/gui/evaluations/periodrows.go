package evaluations

import (
	"fmt"
	"math"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// periodRow is one person's year by periods.
type periodRow struct {
	app.PeriodRow
	name string
}

func (r periodRow) key() string { return string(r.Person.ID) }

func (r periodRow) style() kit.RowStyle {
	switch {
	case len(r.Doubts) > 0:
		return kit.Bad
	case len(r.Missing()) > 0:
		return kit.Warning
	}
	return kit.Normal
}

// under is what stands small below the name: the post, what bears on the rating.
func (r periodRow) under() string {
	parts := []string{r.Person.Position}
	for _, n := range r.Notes {
		if n.ID == "ky-luat" {
			parts = append(parts, n.Text)
		}
	}
	return strings.Join(parts, " · ")
}

// slot is the period at a place; false where the year has other periods.
func (r periodRow) slot(i int) (law.Slot, bool) {
	if i >= len(r.Slots) {
		return law.Slot{}, false
	}
	return r.Slots[i], true
}

func (r periodRow) cell(i int) string {
	if s, ok := r.slot(i); ok {
		return s.Words()
	}
	return ""
}

// heat is the paper behind a period: the better, the stronger; what is wanting is red.
func (r periodRow) heat(i int) kit.Tone {
	s, ok := r.slot(i)
	switch {
	case !ok:
		return kit.Plain
	case s.State == law.SlotMissing:
		return kit.BadTone
	case s.State == law.SlotSelf:
		return kit.WarnTone
	case s.State != law.SlotCounted:
		return kit.Plain
	case s.Mark.Head.Total >= 9000:
		return kit.AccentTone
	case s.Mark.Head.Total >= 7000:
		return kit.WaitTone
	case s.Mark.Head.Total >= 5000:
		return kit.QuietTone
	}
	return kit.BadTone
}

// mean is the mean of the year, "?" behind it while sheets are wanting.
func (r periodRow) mean() string {
	if r.Count == 0 {
		return ""
	}
	text := kit.FormatNumber(float64(r.Mean) / 100)
	if len(r.Missing()) > 0 {
		text += " ?"
	}
	return text
}

func (r periodRow) proposed() string {
	switch {
	case r.NotRated:
		return wordNotRated
	case r.Level != "":
		text := string(r.Level)
		for _, n := range r.Notes {
			if r.Level == tdkt.NotDone && n.Cite != "" && n.ID != "thieu-phieu" {
				return text + " · " + n.Cite
			}
		}
		return text
	case len(r.Missing()) > 0 && r.Has():
		var list []string
		for _, p := range r.Missing() {
			list = append(list, string(p))
		}
		return "thiếu " + strings.Join(list, ", ")
	}
	return ""
}

func (r periodRow) decided() string {
	text := string(r.Rating.Level)
	if len(r.Doubts) > 0 {
		text += " · " + strings.Join(r.Doubts, "; ")
	}
	return text
}

// colFirst is the place of the first period; the name stands before it.
const colFirst = 1

func periodColumns(periods []tdkt.Period, closed bool) []kit.Column[periodRow] {
	out := []kit.Column[periodRow]{{Title: wordName, Width: 190, Grow: true, Order: kit.ByName, Text: func(r periodRow) string { return r.name }, Sub: periodRow.under}}
	for i, p := range periods {
		out = append(out, kit.Column[periodRow]{
			Title: string(p), Width: 58, Order: kit.ByNumber, Align: fyne.TextAlignCenter,
			Text: func(r periodRow) string { return r.cell(i) },
			Back: func(r periodRow) kit.Tone { return r.heat(i) },
			Edit: &kit.Editor[periodRow]{Kind: kit.EditText, Locked: func(r periodRow) bool {
				s, ok := r.slot(i)
				return closed || !ok || s.Mark.State == tdkt.MarkLocked || s.State == law.SlotAway
			}},
		})
	}
	return append(out,
		kit.Column[periodRow]{Title: wordYearMean, Width: 62, Order: kit.ByNumber, Align: fyne.TextAlignCenter, Text: periodRow.mean},
		kit.Column[periodRow]{Title: wordProposed, Width: 120, Text: periodRow.proposed, Tone: func(r periodRow) kit.Tone {
			switch {
			case r.Level == tdkt.NotDone:
				return kit.BadTone
			case r.Level == "":
				return kit.WarnTone
			}
			return kit.Plain
		}},
		kit.Column[periodRow]{Title: wordDecided, Width: 120, Text: periodRow.decided, Tone: func(r periodRow) kit.Tone {
			if len(r.Doubts) > 0 {
				return kit.BadTone
			}
			return kit.Plain
		}},
	)
}

// scoreOf reads "91,4" as a total, "28 + 63,4" as two parts; "" and "–" clear.
func scoreOf(text string) (s tdkt.Score, clear bool, err error) {
	text = strings.TrimSpace(text)
	if text == "" || text == "–" || text == "-" || tdkt.Fold(text) == "thieu" {
		return s, true, nil
	}
	number := func(part string) int {
		f, e := kit.ParseNumber(strings.TrimSpace(part))
		if e != nil {
			err = tdkt.Errorf(tdkt.Invalid, textBadPoints, text)
		}
		return int(math.Round(f * 100))
	}
	if a, b, two := strings.Cut(text, "+"); two {
		s.Common, s.Result = number(a), number(b)
		s.Total = s.Common + s.Result
		return s, false, err
	}
	s.Total = number(text)
	return s, false, err
}

// markEdits are typed or pasted cells as what App writes. A total typed over the one that
// stands there keeps its parts.
func markEdits(periods []tdkt.Period, edits []kit.Edit[periodRow]) ([]app.MarkEdit, error) {
	var out []app.MarkEdit
	for _, e := range edits {
		i := e.Column - colFirst
		if i < 0 || i >= len(periods) {
			continue
		}
		s, clear, err := scoreOf(e.Text)
		if err != nil {
			return nil, err
		}
		if slot, ok := e.Row.slot(i); ok && slot.Mark.State.Counts() && !s.HasParts() && s.Total == slot.Mark.Head.Total {
			s = slot.Mark.Head
		}
		out = append(out, app.MarkEdit{Person: e.Row.Person.ID, Period: periods[i], Score: s, Clear: clear})
	}
	return out, nil
}

// capText is how the best level stands against its caps, office first, then the groups; over
// says whether one is broken.
func capText(lines []law.QuotaLine) (text string, over bool) {
	var parts []string
	for _, l := range lines {
		one := fmt.Sprintf(textCapNow, l.Chosen, l.Cap)
		if l.Chosen > l.Cap {
			one += fmt.Sprintf(textCapOver, l.Chosen-l.Cap)
			over = true
		}
		name := strings.TrimPrefix(l.Name, "Xếp loại HTXS, ")
		parts = append(parts, name+": "+one+fmt.Sprintf(textCapBase, l.Base, l.Percent, l.Cite))
	}
	return strings.Join(parts, "   "), over
}

// gapText names the rooms whose sheets are wanting, latest period first.
func gapText(gaps []app.PeriodGap) string {
	var out []string
	for i := len(gaps) - 1; i >= 0; i-- {
		n := 0
		var rooms []string
		for _, r := range gaps[i].Rooms {
			n += r.Missing
			rooms = append(rooms, r.Unit.Name)
		}
		out = append(out, fmt.Sprintf(textGap, gaps[i].Period, n, strings.Join(rooms, ", ")))
	}
	return strings.Join(out, " · ")
}
