package evaluations

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Periods is the page of months and quarters: people by periods with their points, the
// year's mean, the level the rules propose and the one decided; then the quarters, the facts
// of the year, the units, and how the levels spread.
type Periods struct {
	desk    *desk.Desk
	open    func(path string)
	head    *kit.Head
	views   *kit.Views
	grid    *kit.Grid[periodRow]
	units   *kit.Grid[unitRow]
	spread  *fyne.Container
	caps    *fyne.Container
	strip   fyne.CanvasObject
	note    *kit.Para
	body    *fyne.Container
	content fyne.CanvasObject
	view    *view.PeriodView
	facts   []law.FactRule // of people
	shown   string         // the columns there are
}

var _ desk.Tab = (*Periods)(nil)

// NewPeriods makes the page; open shows a folder with the system's own program.
func NewPeriods(d *desk.Desk, open func(path string)) *Periods {
	t := &Periods{desk: d, open: open, view: &view.PeriodView{}, note: kit.NewPara("", kit.Small, kit.Quiet, false)}
	t.grid = kit.NewGrid(d.UI, periodRow.key, periodColumns(tdkt.Months(), false)...)
	t.grid.Style = periodRow.style
	t.grid.OnEdit = func(r periodRow, column int, text string) error {
		return t.edit([]kit.Edit[periodRow]{{Row: r, Column: column, Text: text}})
	}
	t.grid.OnEdits = t.edit
	t.grid.Menu = t.menu
	t.grid.OnCursor = func(r periodRow, ok bool) {
		text := ""
		if ok {
			text = r.remarks()
		}
		t.note.SetText(text)
	}
	t.units = newUnitGrid(t)
	t.spread = kit.Flow(kit.Space1)
	t.caps = kit.Flow(kit.Space1)
	t.views = kit.NewViews([]string{wordViewPeriods, wordViewParts, wordViewYear, wordViewUnits, wordViewSpread}, func() { t.Refresh() })
	t.head = d.UI.NewHead(kit.HeadSpec{
		Title: wordByMonths, Views: t.views.Segments, Filter: t.grid.Filter(), More: t.more,
		Main: kit.NewButton(wordTakeSheets, t.take).Writes().Primary(),
	})
	t.strip = kit.Card(t.caps)
	t.body = container.NewStack(t.grid)
	t.content = kit.Border(container.NewVBox(t.head.Object(), kit.Padded(t.strip)), kit.Padded(t.note), nil, nil, kit.Padded(t.body))
	return t
}

// Name is the word of the page.
func (t *Periods) Name() string { return wordPeriodPage }

// Content is the screen.
func (t *Periods) Content() fyne.CanvasObject { return t.content }

// Shortcuts are Ctrl+F to filter and Ctrl+N to take sheets.
func (t *Periods) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: t.grid.FocusFilter, New: t.take}
}

// Goto moves to the place's person, and to the period that its title names.
func (t *Periods) Goto(p desk.Place) {
	if t.views.Selected != wordViewPeriods {
		t.views.SetSelected(wordViewPeriods)
	}
	at := slices.Index(t.view.Periods, tdkt.Period(p.Title))
	t.grid.GoCell(string(p.Subject.ID), 1+max(at, 0))
}

// Refresh reads the year's marks again.
func (t *Periods) Refresh() {
	v, year := t.desk.View(), t.desk.Year()
	if !v.ByPeriods(year) {
		t.view = &view.PeriodView{Year: year, Periods: tdkt.Months()}
		t.grid.Empty = fmt.Sprintf(textNoPeriods, year)
		t.showState()
		t.show(t.grid)
		t.grid.SetRows(nil)
		return
	}
	t.view = v.PeriodView(year, t.desk.Unit(), t.desk.App.Today())
	t.facts = v.Rules.FactRules(year, tdkt.APerson)
	t.showState()
	t.note.SetText("")
	switch t.views.Selected {
	case wordViewUnits:
		t.showUnits(v, year)
		t.show(t.units)
	case wordViewSpread:
		t.showSpread(v)
		t.show(container.NewVScroll(t.spread))
	default:
		t.showPeople(v, year)
		t.show(t.grid)
	}
}

// show puts one of the views on the page.
func (t *Periods) show(o fyne.CanvasObject) {
	if len(t.body.Objects) != 1 || t.body.Objects[0] != o {
		t.body.Objects = []fyne.CanvasObject{o}
		t.body.Refresh()
	}
}

// showPeople fills the list of people in the columns of the view chosen.
func (t *Periods) showPeople(v *view.View, year int) {
	closed := v.YearOf(year).IsClosed(tdkt.RatingBook)
	if shown := fmt.Sprint(t.views.Selected, year, t.view.Periods, closed); shown != t.shown {
		t.shown = shown
		t.grid.SetColumns(t.columns(closed)...)
	}
	people := make([]tdkt.Person, len(t.view.Rows))
	for i, r := range t.view.Rows {
		people[i] = r.Person
	}
	names := view.Namesakes(people)
	rows := make([]periodRow, len(t.view.Rows))
	for i, r := range t.view.Rows {
		rows[i] = periodRow{PeriodRow: r, name: names[r.Person.ID], room: v.UnitName(r.Unit)}
		switch t.views.Selected {
		case wordViewParts:
			rows[i].parts = r.MeanParts(v.Facts, v.Rules)
		case wordViewYear:
			rows[i].facts = factWords(v, year, tdkt.PersonSubject(r.Person.ID), t.facts)
		}
	}
	t.grid.Empty = textNoPeople
	t.grid.SetRows(rows)
}

// columns are those of the view chosen.
func (t *Periods) columns(closed bool) []kit.Column[periodRow] {
	switch t.views.Selected {
	case wordViewParts:
		return partColumns()
	case wordViewYear:
		return yearView(t.facts, closed)
	}
	return periodColumns(t.view.Periods, closed)
}

// factWords are the facts entered of a subject, by key, as cells show them.
func factWords(v *view.View, year int, s tdkt.Subject, rules []law.FactRule) map[string]string {
	out := map[string]string{}
	for _, x := range rules {
		f, ok := v.RatingFactOf(year, s, x.Key)
		switch {
		case !ok:
		case x.Kind == law.FactShare:
			out[x.Key] = kit.FormatNumber(float64(f.Value) / 100)
		case f.Value != 0:
			out[x.Key] = wordYes
		default:
			out[x.Key] = wordNo
		}
	}
	return out
}

// showState says how the caps stand, whose sheets are wanting and what is locked.
func (t *Periods) showState() {
	title := wordByMonths
	if t.view.Quarters {
		title = wordByQuarters
	}
	t.head.SetTitle(title)
	var chips []*kit.Chip
	if n := len(t.view.Missing); n > 0 {
		g := t.view.Missing[n-1]
		chips = append(chips, kit.NewChip(fmt.Sprintf(textGapChip, g.Period, len(g.Rooms)), kit.WarnTone, func() { t.toGap(g) }))
		if n > 1 {
			first := t.view.Missing[0]
			chips = append(chips, kit.NewChip(fmt.Sprintf(textGapChip, first.Period, len(first.Rooms)), kit.WarnTone, func() { t.toGap(first) }))
		}
	}
	if len(t.view.Locked) > 0 {
		chips = append(chips, kit.NewChip(fmt.Sprintf(textLockedChip, periodRange(t.view.Locked)), kit.GoodTone, nil))
	}
	t.head.SetChips(chips...)
	t.showCaps()
}

// showCaps says how the best level stands against its caps: of the office, then of groups.
func (t *Periods) showCaps() {
	t.caps.RemoveAll()
	gap := layout.NewCustomPaddedHBoxLayout(kit.Space6)
	offices, groups := container.New(gap), container.New(gap)
	for _, l := range t.view.Caps {
		text, over := capWords(l, t.desk.View().TopUnit())
		ink, line := kit.Ink, offices
		if over {
			ink = kit.BadInk
		}
		if l.Group != "" {
			line = groups
		}
		line.Add(kit.NewWords(text, kit.Body, ink, over))
	}
	if t.view.Unrated > 0 {
		groups.Add(kit.NewWords(fmt.Sprintf(textUnratedNow, t.view.Unrated), kit.Body, kit.Ink, false))
	}
	for _, line := range []*fyne.Container{offices, groups} {
		if len(line.Objects) > 0 {
			t.caps.Add(container.NewHScroll(line))
		}
	}
	if len(t.caps.Objects) == 0 {
		t.strip.Hide()
	} else {
		t.strip.Show()
	}
	t.content.Refresh()
}

// periodRange is "T1–T9" for periods in a row, else each of them.
func periodRange(list []tdkt.Period) string {
	all := tdkt.Periods()
	first := slices.Index(all, list[0])
	if len(list) > 2 && slices.Index(all, list[len(list)-1])-first == len(list)-1 {
		return string(list[0]) + "–" + string(list[len(list)-1])
	}
	out := ""
	for i, p := range list {
		if i > 0 {
			out += ", "
		}
		out += string(p)
	}
	return out
}

// edit writes typed or pasted cells: points by periods, or groups and facts of the year.
func (t *Periods) edit(edits []kit.Edit[periodRow]) error {
	if t.views.Selected == wordViewYear {
		return t.editYear(edits)
	}
	list, err := markEdits(t.view.Periods, edits)
	if err != nil {
		return err
	}
	return t.desk.App.SetMarks(t.desk.Ctx, t.view.Year, list)
}

func (t *Periods) editYear(edits []kit.Edit[periodRow]) error {
	var groups []app.DutyEdit
	var facts []app.FactEdit
	for _, e := range edits {
		i := e.Column - colFirstFact
		switch {
		case e.Column == colGroup:
			groups = append(groups, app.DutyEdit{Person: e.Row.Person.ID, Group: e.Text})
		case i >= 0 && i < len(t.facts):
			x := app.FactEdit{Subject: tdkt.PersonSubject(e.Row.Person.ID), Key: t.facts[i].Key, Clear: e.Text == ""}
			if e.Text == wordYes {
				x.Value = 1
			}
			facts = append(facts, x)
		}
	}
	if len(groups) > 0 {
		if err := t.desk.App.SetDuties(t.desk.Ctx, t.view.Year, groups); err != nil || len(facts) == 0 {
			return err
		}
	}
	return t.desk.App.SetRatingFacts(t.desk.Ctx, t.view.Year, facts)
}
