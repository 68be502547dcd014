package evaluations

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// periodRow is one person's year by periods.
type periodRow struct {
	view.PeriodRow
	name, room string
	parts      []law.Part        // quarters, then half-years
	facts      map[string]string // by key, in words
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

// heat is the paper behind a period: the better by the levels of the person's rules, the
// stronger; what is wanting is red.
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
	}
	return r.heatOf(s.Mark.Head.Total)
}

// heatOf is the paper of so many points.
func (r periodRow) heatOf(points int) kit.Tone {
	if r.Scheme == nil {
		return kit.Plain
	}
	tones := []kit.Tone{kit.DeepTone, kit.AccentTone, kit.WaitTone}
	for i, l := range r.Scheme.Levels {
		if i < len(tones) && l.Points > 0 && points >= l.Points*100 {
			return tones[i]
		}
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
				return text + " · " + clause(n.Cite)
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

// clause is the first clause of a citation without the decree's name.
func clause(cite string) string {
	if at := strings.Index(cite, "Điều "); at >= 0 {
		cite = cite[at:]
	}
	first, _, _ := strings.Cut(cite, ",")
	return first
}

func (r periodRow) decided() string {
	text := string(r.Rating.Level)
	if len(r.Doubts) > 0 {
		text += " " + kit.SignBad
	}
	return text
}

// remarks are what stands about the row under the cursor.
func (r periodRow) remarks() string {
	var out []string
	for _, n := range r.Notes {
		if said := n.Said(); !slices.Contains(r.Doubts, said) {
			out = append(out, said)
		}
	}
	out = append(out, r.Doubts...)
	if r.Rating.Why != "" {
		out = append(out, wordReasonField+": "+r.Rating.Why)
	}
	if len(out) == 0 {
		return ""
	}
	return r.name + " · " + r.MeanWords() + " · " + strings.Join(out, "; ")
}

// colFirst is the place of the first period; the name stands before it.
const colFirst = 1

func periodColumns(periods []tdkt.Period, closed bool) []kit.Column[periodRow] {
	out := []kit.Column[periodRow]{nameColumn()}
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
	return append(out, yearColumns()...)
}

// nameColumn is who, with the post and what bears on the rating below.
func nameColumn() kit.Column[periodRow] {
	return kit.Column[periodRow]{Title: wordName, Width: 190, Grow: true, Order: kit.ByName, Text: func(r periodRow) string { return r.name }, Sub: periodRow.under}
}

// yearColumns are the mean of the year, the level proposed and the one decided.
func yearColumns() []kit.Column[periodRow] {
	return []kit.Column[periodRow]{
		{Title: wordYearMean, Width: 62, Order: kit.ByNumber, Align: fyne.TextAlignCenter, Text: periodRow.mean},
		{Title: wordProposed, Width: 120, Text: periodRow.proposed, Tone: func(r periodRow) kit.Tone {
			switch {
			case r.Level == tdkt.NotDone:
				return kit.BadTone
			case r.Level == "":
				return kit.WarnTone
			}
			return kit.Plain
		}},
		{Title: wordDecided, Width: 120, Text: periodRow.decided, Tone: func(r periodRow) kit.Tone {
			if len(r.Doubts) > 0 {
				return kit.BadTone
			}
			return kit.Plain
		}},
	}
}

// partColumns are the quarters and the half-years with their means.
func partColumns() []kit.Column[periodRow] {
	out := []kit.Column[periodRow]{nameColumn()}
	for i, title := range []string{"Quý I", "Quý II", "Quý III", "Quý IV", wordFirstHalf, wordSecondHalf} {
		out = append(out, kit.Column[periodRow]{
			Title: title, Width: 84, Order: kit.ByNumber, Align: fyne.TextAlignCenter,
			Text: func(r periodRow) string { return r.part(i) },
			Back: func(r periodRow) kit.Tone {
				if i < len(r.parts) && r.parts[i].Count > 0 && r.parts[i].Missing == 0 {
					return r.heatOf(r.parts[i].Mean)
				}
				return kit.Plain
			},
			Tone: func(r periodRow) kit.Tone {
				if i < len(r.parts) && r.parts[i].Missing > 0 {
					return kit.WarnTone
				}
				return kit.Plain
			},
		})
	}
	return append(out, yearColumns()...)
}

// part is the mean of a quarter or half-year, "?" behind it while sheets are wanting, "…" while
// it is not over.
func (r periodRow) part(i int) string {
	if i >= len(r.parts) {
		return ""
	}
	p := r.parts[i]
	text := "–"
	if p.Count > 0 {
		text = kit.FormatNumber(float64(p.Mean) / 100)
	}
	switch {
	case p.Missing > 0:
		text += " ?"
	case p.Open && p.Count > 0:
		text += " …"
	}
	return text
}

// The columns of the view of the year before its facts.
const (
	colRoom = iota + 1
	colGroup
	colFirstFact
)

// yearView are the groups of similar duties and the facts that the rules ask of people, beside
// what they come to.
func yearView(facts []law.FactRule, closed bool) []kit.Column[periodRow] {
	locked := func(periodRow) bool { return closed }
	out := []kit.Column[periodRow]{
		nameColumn(),
		{Title: wordRoom, Width: 150, Text: func(r periodRow) string { return r.room }},
		{Title: wordGroup, Width: 150, Text: func(r periodRow) string { return r.Group }, Edit: &kit.Editor[periodRow]{Kind: kit.EditText, Locked: locked}},
	}
	for _, x := range facts {
		out = append(out, kit.Column[periodRow]{
			Title: factTitle(x), Width: 120, Text: func(r periodRow) string { return r.facts[x.Key] },
			Edit: &kit.Editor[periodRow]{Kind: kit.EditChoice, Choices: func(periodRow) []string { return []string{"", wordYes, wordNo} }, Locked: func(r periodRow) bool {
				return closed || x.Leaders && !r.Person.Leader
			}},
			Tone: func(r periodRow) kit.Tone {
				if r.facts[x.Key] == wordYes {
					return kit.BadTone
				}
				return kit.Plain
			},
		})
	}
	return append(out, yearColumns()...)
}

// factTitle is a fact as the head of a column.
func factTitle(x law.FactRule) string {
	if x.Leaders {
		return x.Short + wordOfLeaders
	}
	return x.Short
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

// capWords is one cap in short, and whether it is broken; office is the name of the whole.
func capWords(l law.QuotaLine, office string) (text string, over bool) {
	over = l.Chosen > l.Cap
	if l.Group != "" {
		return fmt.Sprintf(textCapGroup, l.Group, l.Chosen, l.Cap), over
	}
	name := strings.TrimSuffix(strings.TrimPrefix(l.Name, "Xếp loại HTXS, "), ", "+office)
	text = fmt.Sprintf(textCapNow, name, l.Chosen, l.Cap)
	if over {
		text += fmt.Sprintf(textCapOver, l.Chosen-l.Cap)
	}
	return text + fmt.Sprintf(textCapBase, l.Percent, clause(l.Cite)), over
}
