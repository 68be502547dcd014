package staff

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// list says how one kind of rows is shown and changed in the card.
type list[T tdkt.Record] struct {
	name, add, empty string
	columns          []kit.Column[T]
	read             func() []T
	edit             func(T) // opens the form; one without a key is new
	fresh            T
	words            func(T) string
	remove           func(ctx context.Context, row T) error
	more             []fyne.CanvasObject // further buttons
}

// addList puts a list into the card, with the buttons to add, change and remove.
func addList[T tdkt.Record](c *card, l list[T]) {
	ui := c.tab.desk.UI
	grid := kit.NewGrid(ui, func(r T) string { return string(r.RecordID()) }, l.columns...)
	grid.Empty = l.empty
	grid.OnOpen = l.edit
	current := func(do func(T)) func() {
		return func() {
			if r, ok := grid.Current(); ok {
				do(r)
				return
			}
			ui.Notice(textPickRow)
		}
	}
	remove := func(r T) {
		ui.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, l.words(r)), wordRemove, func() {
			c.do(func(ctx context.Context) error { return l.remove(ctx, r) })
		})
	}
	bar := kit.Bar(append([]fyne.CanvasObject{
		kit.NewIconButton(l.add, theme.ContentAddIcon(), func() { l.edit(l.fresh) }).Writes(),
		kit.NewIconButton(wordChange, theme.DocumentCreateIcon(), current(l.edit)).Writes(),
		kit.NewIconButton(wordRemove, theme.DeleteIcon(), current(remove)).Writes(),
	}, l.more...)...)
	item := container.NewTabItem(l.name, kit.Border(bar, nil, nil, nil, grid))
	c.tabs.Append(item)
	c.parts = append(c.parts, part{item: item, name: l.name, read: func() int {
		rows := l.read()
		grid.SetRows(rows)
		return len(rows)
	}})
}

func (c *card) addPosts() {
	d := c.tab.desk
	addList(c, list[tdkt.Post]{
		name: wordPosts, add: wordAddPost, empty: textNoPosts, fresh: tdkt.Post{Person: c.subject.ID}, edit: c.editPost,
		columns: []kit.Column[tdkt.Post]{
			{Title: wordFrom, Width: 92, Text: func(p tdkt.Post) string { return p.From.String() }, Order: kit.ByDay},
			{Title: wordTo, Width: 92, Text: func(p tdkt.Post) string { return p.To.String() }, Order: kit.ByDay},
			{Title: wordUnit, Width: 330, Text: func(p tdkt.Post) string { return d.View().UnitName(p.Unit) }},
			{Title: wordPosition, Width: 260, Text: func(p tdkt.Post) string { return p.Position }},
			{Title: wordLeads, Width: 84, Text: func(p tdkt.Post) string { return tick(p.Leader) }},
		},
		read: func() []tdkt.Post { return d.View().PostsOf(c.subject.ID) },
		words: func(p tdkt.Post) string {
			return fmt.Sprintf(textPost, d.View().UnitName(p.Unit), p.From)
		},
		remove: func(ctx context.Context, p tdkt.Post) error { return d.App.RemovePost(ctx, p) },
		more:   []fyne.CanvasObject{kit.NewIconButton(wordTransfer, theme.MailForwardIcon(), c.transfer).Writes()},
	})
}

func (c *card) editPost(p tdkt.Post) {
	v := c.tab.desk.View()
	unit := kit.NewPicker(unitNames(v), nil)
	if u, ok := v.Facts.Unit(p.Unit); ok {
		unit.Choose(unitLabels(v)(u))
	}
	from, to := kit.NewDateField(p.From), kit.NewDateField(p.To)
	position, leader := kit.NewTextField(p.Position), kit.NewCheck(wordLeader, nil)
	leader.SetChecked(p.Leader)
	form := kit.NewForm(
		kit.FormItem{Label: wordFrom, Field: from, Must: true},
		kit.FormItem{Label: wordTo, Field: to, Hint: textOpenEnd},
		kit.FormItem{Label: wordUnit, Field: unit, Must: true},
		kit.FormItem{Label: wordPosition, Field: position},
		kit.FormItem{Label: "", Field: leader},
	)
	c.form(wordPosts, form, func() func(context.Context) error {
		p.From, p.To, p.Unit = from.Day(), to.Day(), unitOf(v, unit.Selected)
		p.Position, p.Leader = position.Value(), leader.Checked
		return func(ctx context.Context) error { return c.tab.desk.App.SavePost(ctx, p) }
	})
}

// transfer moves the person to another unit from a day on.
func (c *card) transfer() {
	v := c.tab.desk.View()
	p, ok := v.Facts.Person(c.subject.ID)
	if !ok {
		return
	}
	unit, from := kit.NewPicker(unitNames(v), nil), kit.NewDateField(c.tab.desk.App.Today())
	position, leader := kit.NewTextField(p.Position), kit.NewCheck(wordLeader, nil)
	leader.SetChecked(p.Leader)
	form := kit.NewForm(
		kit.FormItem{Label: wordNewUnit, Field: unit, Must: true},
		kit.FormItem{Label: labelMoved, Field: from, Must: true},
		kit.FormItem{Label: wordPosition, Field: position},
		kit.FormItem{Label: "", Field: leader},
	)
	c.form(wordTransfer, form, func() func(context.Context) error {
		p.Unit, p.Position, p.Leader = unitOf(v, unit.Selected), position.Value(), leader.Checked
		day := from.Day()
		return func(ctx context.Context) error { return c.tab.desk.App.MovePerson(ctx, p, day) }
	})
}

func (c *card) addAbsences() {
	d := c.tab.desk
	addList(c, list[tdkt.Absence]{
		name: wordAbsences, add: wordAddAbsence, empty: textNoAbsences, fresh: tdkt.Absence{Person: c.subject.ID}, edit: c.editAbsence,
		columns: []kit.Column[tdkt.Absence]{
			{Title: wordFrom, Width: 92, Text: func(n tdkt.Absence) string { return n.From.String() }, Order: kit.ByDay},
			{Title: wordTo, Width: 92, Text: func(n tdkt.Absence) string { return n.To.String() }, Order: kit.ByDay},
			{Title: wordWhy, Width: 500, Text: func(n tdkt.Absence) string { return n.Kind }},
		},
		read: func() []tdkt.Absence {
			return of(d.View().Absences, func(n tdkt.Absence) bool { return n.Person == c.subject.ID })
		},
		words: func(n tdkt.Absence) string { return d.View().AbsenceWords(n) },
		remove: func(ctx context.Context, n tdkt.Absence) error {
			return d.App.RemoveCase(ctx, n, d.View().AbsenceWords(n))
		},
	})
}

func (c *card) editAbsence(n tdkt.Absence) {
	from, to, why := kit.NewDateField(n.From), kit.NewDateField(n.To), kit.NewTextField(n.Kind)
	form := kit.NewForm(
		kit.FormItem{Label: wordWhy, Field: why, Must: true, Hint: textAbsenceHint},
		kit.FormItem{Label: wordFrom, Field: from, Must: true},
		kit.FormItem{Label: wordTo, Field: to, Must: true},
	)
	c.form(wordAbsences, form, func() func(context.Context) error {
		n.Kind, n.From, n.To = why.Value(), from.Day(), to.Day()
		return func(ctx context.Context) error { return c.tab.desk.App.SaveAbsence(ctx, n) }
	})
}

func (c *card) addDisciplines() {
	d := c.tab.desk
	addList(c, list[tdkt.Discipline]{
		name: wordDisciplines, add: wordAddDiscipline, empty: textNoDisciplines, fresh: tdkt.Discipline{Person: c.subject.ID}, edit: c.editDiscipline,
		columns: []kit.Column[tdkt.Discipline]{
			{Title: wordDate, Width: 92, Text: func(x tdkt.Discipline) string { return x.Date.String() }, Order: kit.ByDay},
			{Title: wordForm, Width: 200, Text: func(x tdkt.Discipline) string { return string(x.Form) }},
			{Title: wordDisciplineKind, Width: 120, Text: func(x tdkt.Discipline) string { return string(x.Kind) }},
			{Title: wordDecision, Width: 200, Text: func(x tdkt.Discipline) string { return x.Decision }},
			{Title: wordCountsIn, Width: 130, Text: func(x tdkt.Discipline) string { return yearText(x.RatingYear()) }, Order: kit.ByNumber},
		},
		read: func() []tdkt.Discipline {
			return of(d.View().Disciplines, func(x tdkt.Discipline) bool { return x.Person == c.subject.ID })
		},
		words: func(x tdkt.Discipline) string { return d.View().DisciplineWords(x) },
		remove: func(ctx context.Context, x tdkt.Discipline) error {
			return d.App.RemoveCase(ctx, x, d.View().DisciplineWords(x))
		},
	})
}

func (c *card) editDiscipline(x tdkt.Discipline) {
	form, date, decision := kit.NewSelect(nil, nil), kit.NewDateField(x.Date), kit.NewTextField(x.Decision)
	for _, p := range tdkt.Penalties() {
		form.Options = append(form.Options, string(p))
	}
	form.Choose(string(x.Form))
	kind, year := kit.NewSelect([]string{""}, nil), kit.NewNumberField()
	for _, k := range tdkt.DisciplineKinds() {
		kind.Options = append(kind.Options, string(k))
	}
	kind.Choose(string(x.Kind))
	if x.CountsIn != 0 {
		year.SetNumber(float64(x.CountsIn))
	}
	fields := kit.NewForm(
		kit.FormItem{Label: wordForm, Field: form, Must: true},
		kit.FormItem{Label: wordDisciplineKind, Field: kind, Hint: textKindHint},
		kit.FormItem{Label: wordDate, Field: date, Must: true},
		kit.FormItem{Label: wordDecision, Field: decision},
		kit.FormItem{Label: wordCountsIn, Field: year, Hint: textCountsInHint},
	)
	c.form(wordDisciplines, fields, func() func(context.Context) error {
		x.Form, x.Date, x.Decision = tdkt.Penalty(form.Selected), date.Day(), decision.Value()
		x.Kind, x.CountsIn = tdkt.DisciplineKind(kind.Selected), 0
		if n, ok := year.Number(); ok {
			x.CountsIn = int(n)
		}
		return func(ctx context.Context) error { return c.tab.desk.App.SaveDiscipline(ctx, x) }
	})
}

func (c *card) addHolds() {
	d := c.tab.desk
	addList(c, list[tdkt.Hold]{
		name: wordHolds, add: wordAddHold, empty: textNoHolds, fresh: tdkt.Hold{Subject: c.subject}, edit: c.editHold,
		columns: []kit.Column[tdkt.Hold]{
			{Title: wordFrom, Width: 92, Text: func(h tdkt.Hold) string { return h.From.String() }, Order: kit.ByDay},
			{Title: wordTo, Width: 92, Text: func(h tdkt.Hold) string { return h.To.String() }, Order: kit.ByDay},
			{Title: wordWhy, Width: 500, Text: func(h tdkt.Hold) string { return h.Reason }},
		},
		read: func() []tdkt.Hold {
			return of(d.View().Holds, func(h tdkt.Hold) bool { return h.Subject == c.subject })
		},
		words:  func(h tdkt.Hold) string { return d.View().HoldWords(h) },
		remove: func(ctx context.Context, h tdkt.Hold) error { return d.App.RemoveCase(ctx, h, d.View().HoldWords(h)) },
	})
}

func (c *card) editHold(h tdkt.Hold) {
	from, to, why := kit.NewDateField(h.From), kit.NewDateField(h.To), kit.NewTextField(h.Reason)
	form := kit.NewForm(
		kit.FormItem{Label: wordWhy, Field: why, Must: true, Hint: textHoldHint},
		kit.FormItem{Label: wordFrom, Field: from, Must: true},
		kit.FormItem{Label: wordTo, Field: to, Hint: textHoldEnd},
	)
	c.form(wordHolds, form, func() func(context.Context) error {
		h.Reason, h.From, h.To = why.Value(), from.Day(), to.Day()
		return func(ctx context.Context) error { return c.tab.desk.App.SaveHold(ctx, h) }
	})
}

// of is the rows that want accepts.
func of[T any](rows []T, want func(T) bool) []T {
	var out []T
	for _, r := range rows {
		if want(r) {
			out = append(out, r)
		}
	}
	return out
}

// yearText is a year, "" for none.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}
