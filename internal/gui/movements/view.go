// Package movements is the page Phong trào of the tab Kế hoạch: the movements under way
// in a year, by what they are judged, who takes part with what result, and how they
// were summed up.
package movements

import (
	"cmp"
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Phong trào.
type Tab struct {
	*kit.ListPage[row]
	desk      *desk.Desk
	list      *kit.Grid[row]
	results   *kit.Grid[result]
	head      *kit.Words
	at        tdkt.Movement // whose results are shown; no ID for none
	refreshed func()        // a list opened over the page reads again, too
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page.
func New(d *desk.Desk) *Tab {
	t := &Tab{desk: d, head: kit.NewWords("", kit.Body, kit.Ink, true).Cuttable()}
	t.list = kit.NewGrid(d.UI, row.key, columns()...)
	t.list.OnCursor = func(r row, ok bool) { t.chosen(r.movement, ok) }
	t.list.OnOpen = func(r row) { t.edit(r.movement) }
	t.results = kit.NewGrid(d.UI, result.key, resultColumns(tdkt.Movement{})...)
	t.results.Empty = textNobody
	t.results.OnEdits = t.edited
	t.results.EmptyWord, t.results.OnEmpty = wordJoinUnits, t.of(t.joinUnits)
	t.results.Menu = func([]result) []*fyne.MenuItem { return t.people() }
	t.list.EmptyWord, t.list.OnEmpty = wordAdd, t.add
	t.ListPage = t.list.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Extra: kit.NewButton(wordOverYears, t.overYears), Main: kit.NewButton(wordAdd, t.add).Writes().Primary(),
		Rows: t.menu, Keys: kit.Shortcuts{New: t.add}, Share: listShare,
		Below: kit.Border(kit.Padded(t.head), nil, nil, nil, t.results),
	})
	return t
}

// listShare is how much of the height the movements have, above who takes part in one.
const listShare = 0.4

// of does something with the movement at the cursor.
func (t *Tab) of(do func(tdkt.Movement)) func() { return func() { t.withCurrent(do) } }

// menu is what can be done with the movement at the cursor and with who takes part in it.
func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	if len(rows) != 1 {
		return nil
	}
	return append([]*fyne.MenuItem{
		kit.NewDeed(wordChange, t.of(t.edit)), fyne.NewMenuItem(wordCriteria, t.of(t.criteria)),
		fyne.NewMenuItem(wordReviews, t.of(t.reviews)), kit.NewDeed(wordRemove, t.of(t.remove)), fyne.NewMenuItemSeparator(),
	}, t.people()...)
}

// people is what can be done with who takes part.
func (t *Tab) people() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		kit.NewDeed(wordJoinUnits, t.of(t.joinUnits)), kit.NewDeed(wordJoin, t.of(t.join)),
		kit.NewDeed(wordNominate, t.of(t.nominate)), kit.NewDeed(wordLeave, t.of(t.leave)),
	}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto shows a movement by its record; it has many subjects.
func (t *Tab) Goto(p desk.Place) {
	if p.Key != "" {
		t.list.SelectKey(string(p.Key))
	}
}

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
	other := m.ID != t.at.ID || len(m.Criteria) != len(t.at.Criteria) || m.SeveralYears() != t.at.SeveralYears()
	t.at = m
	if !ok {
		t.at = tdkt.Movement{}
		t.head.Set("", kit.Ink)
		t.results.SetRows(nil)
		return
	}
	t.head.Set(fmt.Sprintf(textHead, m.Name, m.Kind), kit.Ink)
	if other {
		t.results.SetColumns(resultColumns(m)...)
	}
	t.results.SetRows(results(t.desk.View(), m, t.desk.Year()))
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
