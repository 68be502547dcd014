package decisions

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// decisionRow is one decision of the register.
type decisionRow struct {
	tdkt.Decision
	lines  int
	amount int64
	scan   string // name of the scan's file, "" for none
}

func (r decisionRow) key() string { return string(r.ID) }

func (r decisionRow) style() kit.RowStyle {
	if r.Kind == tdkt.Revoking {
		return kit.Bad
	}
	return kit.Normal
}

// decisionRows lists the decisions signed in a year, and those that give titles of it.
func decisionRows(v *view.View, year int) []decisionRow {
	of := map[tdkt.ID]bool{}
	years := map[tdkt.ID]int{}
	for _, w := range v.Awards {
		years[w.ID] = w.To
	}
	rows := map[tdkt.ID]*decisionRow{}
	for _, d := range v.Decisions {
		scan, _ := v.ScanOf(d.ID)
		rows[d.ID] = &decisionRow{Decision: d, scan: scan.Name}
		of[d.ID] = d.Date.Year() == year
	}
	for _, l := range v.Lines {
		if r := rows[l.Decision]; r != nil {
			r.lines++
			r.amount += l.Amount
			of[l.Decision] = of[l.Decision] || years[l.Award] == year
		}
	}
	var out []decisionRow
	for _, d := range v.DecisionsOf(0) {
		if of[d.ID] {
			out = append(out, *rows[d.ID])
		}
	}
	return out
}

func decisionColumns() []kit.Column[decisionRow] {
	return []kit.Column[decisionRow]{
		{Title: wordNumber, Width: 120, Text: func(r decisionRow) string { return r.Number }},
		{Title: wordDate, Width: 88, Text: func(r decisionRow) string { return r.Date.String() }, Order: kit.ByDay},
		{Title: wordKind, Width: 100, Text: func(r decisionRow) string { return string(r.Kind) }},
		{Title: wordLevel, Width: 72, Text: func(r decisionRow) string { return r.Level }},
		{Title: wordManner, Width: 100, Text: func(r decisionRow) string { return r.Manner }},
		{Title: wordSigner, Width: 150, Grow: true, Text: func(r decisionRow) string { return r.Signer }},
		{Title: wordCount, Width: 110, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(r decisionRow) string { return kit.FormatInt(r.lines) }},
		{Title: wordAmount, Width: 120, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(r decisionRow) string { return moneyText(r.amount) }},
		{Title: wordFixed, Width: 84, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(r decisionRow) string { return countText(len(r.Corrections)) }},
		{Title: wordHasScan, Width: 110, Text: func(r decisionRow) string { return r.scan }},
	}
}

func countText(n int) string {
	if n == 0 {
		return ""
	}
	return kit.FormatInt(n)
}

func moneyText(n int64) string {
	if n == 0 {
		return ""
	}
	return kit.FormatInt(int(n))
}

func decisionTotals(shown []decisionRow) string {
	lines, sum := 0, int64(0)
	for _, r := range shown {
		lines += r.lines
		sum += r.amount
	}
	return fmt.Sprintf(textDecisions, len(shown), lines, kit.FormatInt(int(sum)))
}

// awardRow is one line of the golden book.
type awardRow struct {
	tdkt.Award
	name, unit, title string
}

func (r awardRow) key() string { return string(r.ID) }

func (r awardRow) style() kit.RowStyle {
	if r.Revoked {
		return kit.Muted
	}
	return kit.Normal
}

func (r awardRow) state() string {
	if r.Revoked {
		return wordRevoked + ": " + r.Reason
	}
	return ""
}

func (r awardRow) years() string {
	if r.From == r.To {
		return fmt.Sprint(r.To)
	}
	return fmt.Sprintf("%d–%d", r.From, r.To)
}

// awardRows is the golden book of the unit chosen, newest year first. Filter and order
// find a person, a room, a year or a level in it.
func awardRows(v *view.View, unit tdkt.ID) []awardRow {
	var out []awardRow
	for _, w := range v.Awards {
		r := awardRow{Award: w, name: v.Facts.NameOf(w.Subject), title: v.TitleName(w.Code)}
		at := w.Subject.ID
		if p, ok := v.Facts.Person(w.Subject.ID); ok && w.Subject.Kind == tdkt.APerson {
			at = v.UnitIn(p, w.To)
			r.unit = v.UnitName(at)
		}
		if unit == "" || at != "" && v.Facts.Within(at, unit) {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b awardRow) int { return cmp.Compare(b.To, a.To) })
	return out
}

func awardColumns() []kit.Column[awardRow] {
	return []kit.Column[awardRow]{
		{Title: wordYears, Width: 84, Text: awardRow.years},
		{Title: wordName, Width: 160, Grow: true, Text: func(r awardRow) string { return r.name }, Order: kit.ByName},
		{Title: wordUnit, Width: 120, Grow: true, Text: func(r awardRow) string { return r.unit }},
		{Title: wordTitle, Width: 190, Grow: true, Text: func(r awardRow) string { return r.title }},
		{Title: wordNumber, Width: 110, Text: func(r awardRow) string { return r.Decision }},
		{Title: wordDate, Width: 88, Text: func(r awardRow) string { return r.Date.String() }, Order: kit.ByDay},
		{Title: wordLevel, Width: 72, Text: func(r awardRow) string { return r.Level }},
		{Title: wordManner, Width: 90, Text: func(r awardRow) string { return r.Manner }},
		{Title: wordState, Width: 130, Text: awardRow.state},
	}
}

func awardTotals(shown []awardRow) string {
	revoked := 0
	for _, r := range shown {
		if r.Revoked {
			revoked++
		}
	}
	return fmt.Sprintf(textAwards, len(shown), revoked)
}

// paymentRow is one bonus.
type paymentRow struct {
	view.Payment
	name, title string
}

func (r paymentRow) key() string { return string(r.Line.ID) }

func (r paymentRow) style() kit.RowStyle {
	if r.Award.Revoked {
		return kit.Bad
	}
	if r.Why != "" {
		return kit.Muted
	}
	return kit.Normal
}

func paymentRows(v *view.View, year int) []paymentRow {
	var out []paymentRow
	for _, p := range v.Payments(year) {
		out = append(out, paymentRow{p, v.Facts.NameOf(p.Line.Subject), v.TitleName(p.Line.Code)})
	}
	return out
}

func paymentColumns() []kit.Column[paymentRow] {
	return []kit.Column[paymentRow]{
		{Title: wordNumber, Width: 116, Text: func(r paymentRow) string { return r.Decision.Number }},
		{Title: wordDate, Width: 88, Text: func(r paymentRow) string { return r.Decision.Date.String() }, Order: kit.ByDay},
		{Title: wordName, Width: 160, Grow: true, Text: func(r paymentRow) string { return r.name }, Order: kit.ByName},
		{Title: wordTitle, Width: 170, Grow: true, Text: func(r paymentRow) string { return r.title }},
		{Title: wordFactor, Width: 60, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: factorText},
		{Title: wordSalary, Width: 96, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(r paymentRow) string { return moneyText(r.Bonus.Salary) }},
		{Title: wordAmount, Width: 116, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(r paymentRow) string { return kit.FormatInt(int(r.Line.Amount)) }},
		{Title: wordNote, Width: 180, Grow: true, Text: func(r paymentRow) string { return r.Why }},
	}
}

func factorText(r paymentRow) string {
	if r.Bonus.Times == 0 {
		return ""
	}
	return kit.FormatNumber(float64(r.Bonus.Times) / 100)
}

func paymentTotals(shown []paymentRow) string {
	sum := int64(0)
	for _, r := range shown {
		sum += r.Line.Amount
	}
	return fmt.Sprintf(textPayments, len(shown), kit.FormatInt(int(sum)))
}

func fundKey(e tdkt.FundEntry) string { return string(e.ID) }

func fundColumns() []kit.Column[tdkt.FundEntry] {
	return []kit.Column[tdkt.FundEntry]{
		{Title: wordDate, Width: 90, Text: func(e tdkt.FundEntry) string { return e.Date.String() }, Order: kit.ByDay},
		{Title: wordFundKind, Width: 76, Text: func(e tdkt.FundEntry) string { return string(e.Kind) }},
		{Title: wordContent, Width: 340, Grow: true, Text: func(e tdkt.FundEntry) string { return e.Content }},
		{Title: wordDocument, Width: 130, Text: func(e tdkt.FundEntry) string { return e.Document }},
		{Title: wordAmount, Width: 130, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(e tdkt.FundEntry) string { return kit.FormatInt(int(e.Amount)) }},
	}
}

func fundTotals(shown []tdkt.FundEntry) string {
	var in, out int64
	for _, e := range shown {
		if e.Kind == tdkt.Income {
			in += e.Amount
			continue
		}
		out += e.Amount
	}
	return fmt.Sprintf(textFund, kit.FormatInt(int(in)), kit.FormatInt(int(out)), kit.FormatInt(int(in-out)))
}

// overspent says what went into organising beyond the law's share, "" where nothing did.
func overspent(f view.Fund) string {
	if !f.TooMuch {
		return ""
	}
	return fmt.Sprintf(textOverspent, kit.FormatInt(int(f.Own)), f.Share.Percent, f.Share.Cite)
}

// listText is a decision's list in words, with its corrections.
func listText(v *view.View, d tdkt.Decision) string {
	var out []string
	if d.Ground != "" {
		out = append(out, fmt.Sprintf(textGroundOf, d.Ground))
	}
	for _, l := range v.LinesOf(d.ID) {
		out = append(out, fmt.Sprintf(textLine, l.Place, v.Facts.NameOf(l.Subject), v.TitleName(l.Code)))
	}
	for _, c := range d.Corrections {
		out = append(out, fmt.Sprintf(textWas, c.Date, c.By, c.Reason, c.Was))
	}
	return strings.Join(out, "\n")
}

// stoodText tells what stands on an award.
func stoodText(v *view.View, list []view.Turned) string {
	if len(list) == 0 {
		return textStoodNone
	}
	words := make([]string, len(list))
	for i, t := range list {
		words[i] = v.Words(t)
	}
	return fmt.Sprintf(textStood, len(list), strings.Join(words, "\n"))
}
