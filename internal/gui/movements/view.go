// Package movements is the page Phong trào of the tab Kế hoạch: the movements under way
// in a year, by what they are judged, who takes part with what result, and how they
// were summed up.
package movements

import (
	"cmp"
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Phong trào.
type Tab struct {
	desk      *desk.Desk
	list      *kit.Grid[row]
	results   *kit.Grid[result]
	head      *widget.Label
	content   fyne.CanvasObject
	at        tdkt.Movement // whose results are shown; no ID for none
	refreshed func()        // a list opened over the page reads again, too
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, head: widget.NewLabel("")}
	t.head.TextStyle.Bold = true
	t.head.Truncation = fyne.TextTruncateEllipsis
	t.list = kit.NewGrid(d.UI, row.key, columns()...)
	t.list.OnCursor = func(r row, ok bool) { t.chosen(r.movement, ok) }
	t.list.OnOpen = func(r row) { t.edit(r.movement) }
	t.results = kit.NewGrid(d.UI, result.key, resultColumns(tdkt.Movement{})...)
	t.results.Empty = textNobody
	t.results.OnEdits = t.edited
	with := func(do func(tdkt.Movement)) func() { return func() { t.withCurrent(do) } }
	bar := container.NewBorder(nil, nil, container.NewHBox(
		kit.NewIconButton(wordAdd, theme.ContentAddIcon(), t.add).Writes().Primary(),
		kit.NewIconButton(wordChange, theme.DocumentCreateIcon(), with(t.edit)).Writes(),
		kit.NewButton(wordCriteria, with(t.criteria)),
		kit.NewButton(wordReviews, with(t.reviews)),
		kit.NewIconButton(wordRemove, theme.DeleteIcon(), with(t.remove)).Writes(),
	), nil, t.list.Filter())
	people := container.NewHBox(
		kit.NewButton(wordJoinUnits, with(t.joinUnits)).Writes(),
		kit.NewIconButton(wordJoin, theme.ContentAddIcon(), with(t.join)).Writes(),
		kit.NewIconButton(wordLeave, theme.ContentRemoveIcon(), with(t.leave)).Writes(),
		kit.NewButton(wordNominate, with(t.nominate)).Writes(),
	)
	below := container.NewBorder(container.NewBorder(nil, nil, nil, people, t.head), nil, nil, nil, t.results)
	split := container.NewVSplit(t.list, below)
	split.Offset = 0.38
	t.content = container.NewBorder(bar, nil, nil, nil, split)
	return t
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts gives Ctrl+F to the filter and Ctrl+N to a new movement.
func (t *Tab) Shortcuts() kit.Shortcuts { return kit.Shortcuts{Find: t.list.FocusFilter, New: t.add} }

// Goto shows nothing in particular: a movement has many subjects.
func (t *Tab) Goto(desk.Place) {}

// Refresh reads the movements of the year again.
func (t *Tab) Refresh() {
	t.list.Empty = fmt.Sprintf(textEmpty, t.desk.Year())
	year := t.desk.Year()
	rows := read(t.desk.View(), year, min(t.desk.App.Today(), tdkt.LastDay(year)))
	t.list.SetRows(rows)
	if len(rows) == 0 {
		t.chosen(tdkt.Movement{}, false)
	}
	if t.refreshed != nil {
		t.refreshed()
	}
}

// chosen shows the results of the movement at the cursor.
func (t *Tab) chosen(m tdkt.Movement, ok bool) {
	other := m.ID != t.at.ID || len(m.Criteria) != len(t.at.Criteria)
	t.at = m
	if !ok {
		t.at = tdkt.Movement{}
		t.head.SetText("")
		t.results.SetRows(nil)
		return
	}
	t.head.SetText(fmt.Sprintf(textHead, m.Name, m.Kind))
	if other {
		t.results.SetColumns(resultColumns(m)...)
	}
	t.results.SetRows(results(t.desk.View(), m))
}

func (t *Tab) withCurrent(do func(tdkt.Movement)) {
	if t.at.ID != "" {
		do(t.at)
		return
	}
	t.desk.UI.Notice(textPick)
}

func (t *Tab) edited(edits []kit.Edit[result]) error {
	list, err := edited(t.at, edits)
	if err != nil {
		return err
	}
	return t.desk.App.SaveResults(t.desk.Ctx, t.at, list)
}

func (t *Tab) remove(m tdkt.Movement) {
	n := len(t.desk.View().ParticipantsOf(m))
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, m.Name, n), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveMovement(ctx, m) }, nil)
	})
}

// joinUnits enters every room of the year.
func (t *Tab) joinUnits(m tdkt.Movement) {
	v, year := t.desk.View(), t.desk.Year()
	var rooms []tdkt.Subject
	for _, u := range v.UnitsOf(year, "") {
		if u.Parent != "" {
			rooms = append(rooms, tdkt.UnitSubject(u.ID))
		}
	}
	t.enter(m, rooms)
}

func (t *Tab) enter(m tdkt.Movement, subjects []tdkt.Subject) {
	n := 0
	t.desk.Do(func(ctx context.Context) (err error) {
		n, err = t.desk.App.Join(ctx, m, subjects)
		return err
	}, func() { t.desk.UI.Noticef(textJoined, n) })
}

// leave takes the participants selected out of the movement.
func (t *Tab) leave(m tdkt.Movement) {
	var list []tdkt.Participant
	for _, r := range t.results.Selected() {
		list = append(list, r.participant)
	}
	if len(list) == 0 {
		t.desk.UI.Notice(textPickWho)
		return
	}
	t.desk.Do(func(ctx context.Context) error { return t.desk.App.Leave(ctx, m, list) }, nil)
}

func (t *Tab) add() {
	year := t.desk.Year()
	t.edit(tdkt.Movement{Kind: tdkt.ThemedMovement, From: tdkt.FirstDay(year), To: tdkt.LastDay(year)})
}

// edit opens the form of a movement; one without an ID is new.
func (t *Tab) edit(m tdkt.Movement) {
	plans := t.desk.View().Plans
	plan := kit.NewSelect([]string{wordNoPlan}, nil)
	plan.Choose(wordNoPlan)
	for _, p := range plans {
		plan.Options = append(plan.Options, app.PlanName(p))
		if p.ID == m.Plan {
			plan.Choose(app.PlanName(p))
		}
	}
	kind := kit.NewSelect(nil, nil)
	for _, k := range tdkt.MovementKinds() {
		kind.Options = append(kind.Options, string(k))
	}
	kind.Choose(string(m.Kind))
	name, scope := kit.NewTextField(m.Name), kit.NewTextField(m.Scope)
	manner, document := kit.NewTextField(m.Manner), kit.NewTextField(m.Document)
	from, to := kit.NewDateField(m.From), kit.NewDateField(m.To)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: cmp.Or(m.Name, wordAdd), Size: fyne.NewSize(700, 420),
		Form: kit.NewForm(
			kit.FormItem{Label: wordName, Field: name, Must: true},
			kit.FormItem{Label: wordKind, Field: kind, Must: true},
			kit.FormItem{Label: wordScope, Field: scope},
			kit.FormItem{Label: wordFrom, Field: from, Must: true},
			kit.FormItem{Label: wordTo, Field: to, Hint: hintDates},
			kit.FormItem{Label: wordManner, Field: manner, Hint: hintManner},
			kit.FormItem{Label: wordPlan, Field: plan},
			kit.FormItem{Label: wordDocument, Field: document},
		),
		Save: func() func() error {
			m.Name, m.Kind, m.Scope = name.Value(), tdkt.MovementKind(kind.Selected), scope.Value()
			m.From, m.To, m.Manner, m.Document = from.Day(), to.Day(), manner.Value(), document.Value()
			m.Plan = ""
			if i := plan.SelectedIndex(); i > 0 {
				m.Plan = plans[i-1].ID
			}
			return func() error {
				_, err := t.desk.App.SaveMovement(context.WithoutCancel(t.desk.Ctx), m)
				return err
			}
		},
	})
}
