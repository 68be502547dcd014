package movements

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// line is a criterion or a review in its list, by its place.
type line[T any] struct {
	at int
	of T
}

func (l line[T]) key() string { return strconv.Itoa(l.at) }

func lines[T any](list []T) []line[T] {
	out := make([]line[T], len(list))
	for i, x := range list {
		out[i] = line[T]{i, x}
	}
	return out
}

// editor is a list that belongs to one movement, changed in place.
type editor[T any] struct {
	title   string
	columns []kit.Column[line[T]]
	of      func(tdkt.Movement) []T
	with    func(tdkt.Movement, []T) tdkt.Movement
	set     func(x *T, column int, text string) error
	fresh   T
	totals  func(shown []line[T]) string
}

// openList shows a list of a movement; every change is saved at once.
func openList[T any](t *Tab, m tdkt.Movement, e editor[T]) {
	grid := kit.NewGrid(t.desk.UI, line[T].key, e.columns...)
	grid.Empty = textNoneYet
	grid.Totals = e.totals
	t.refreshed = func() {
		for _, now := range t.desk.View().Movements {
			if now.ID == m.ID {
				m = now
			}
		}
		grid.SetRows(lines(e.of(m)))
	}
	t.refreshed()
	write := func(list []T) error {
		_, err := t.desk.App.SaveMovement(context.WithoutCancel(t.desk.Ctx), e.with(m, list))
		return err
	}
	grid.OnEdits = func(edits []kit.Edit[line[T]]) error {
		list := slices.Clone(e.of(m))
		for _, one := range edits {
			if err := e.set(&list[one.Row.at], one.Column, one.Text); err != nil {
				return err
			}
		}
		return write(list)
	}
	save := func(list []T) { t.desk.Do(func(context.Context) error { return write(list) }, grid.Focus) }
	add := kit.NewButton(wordAddOne, func() { save(append(slices.Clone(e.of(m)), e.fresh)) })
	drop := kit.NewButton(wordDropOne, func() {
		if l, ok := grid.Current(); ok {
			save(slices.Delete(slices.Clone(e.of(m)), l.at, l.at+1))
		}
	})
	t.desk.UI.Dialog(kit.DialogSpec{Title: e.title, Size: fyne.NewSize(860, 420), Content: grid, Extra: []fyne.CanvasObject{add, drop}})
	grid.Focus()
}

// criteria opens what the movement is judged by.
func (t *Tab) criteria(m tdkt.Movement) {
	openList(t, m, editor[tdkt.Criterion]{
		title: fmt.Sprintf(textCriteria, m.Name), fresh: tdkt.Criterion{Text: wordCriterion},
		columns: []kit.Column[line[tdkt.Criterion]]{
			{Title: wordText, Width: 500, Grow: true, Text: func(l line[tdkt.Criterion]) string { return l.of.Text }, Edit: &kit.Editor[line[tdkt.Criterion]]{Kind: kit.EditText}},
			{
				Title: wordWeight, Width: 110, Order: kit.ByNumber, Align: fyne.TextAlignTrailing,
				Text: func(l line[tdkt.Criterion]) string { return pointsText(l.of.Weight) }, Edit: &kit.Editor[line[tdkt.Criterion]]{Kind: kit.EditNumber},
			},
		},
		of:   func(m tdkt.Movement) []tdkt.Criterion { return m.Criteria },
		with: func(m tdkt.Movement, list []tdkt.Criterion) tdkt.Movement { m.Criteria = list; return m },
		set: func(c *tdkt.Criterion, column int, text string) (err error) {
			if column == 0 {
				c.Text = text
				return nil
			}
			c.Weight, err = hundredths(text)
			return err
		},
		totals: func(shown []line[tdkt.Criterion]) string {
			sum := 0
			for _, l := range shown {
				sum += l.of.Weight
			}
			return fmt.Sprintf(textWeights, pointsText(sum))
		},
	})
}

// reviews opens how the movement was summed up.
func (t *Tab) reviews(m tdkt.Movement) {
	openList(t, m, editor[tdkt.Review]{
		title: fmt.Sprintf(textReviews, m.Name), fresh: tdkt.Review{Day: t.desk.App.Today()},
		columns: []kit.Column[line[tdkt.Review]]{
			{Title: wordDay, Width: 100, Order: kit.ByDay, Text: func(l line[tdkt.Review]) string { return l.of.Day.String() }, Edit: &kit.Editor[line[tdkt.Review]]{Kind: kit.EditDate}},
			{Title: wordFinal, Width: 80, Text: func(l line[tdkt.Review]) string { return kit.Tick(l.of.Final) }, Edit: &kit.Editor[line[tdkt.Review]]{Kind: kit.EditTick}},
			{Title: wordText, Width: 480, Grow: true, Text: func(l line[tdkt.Review]) string { return l.of.Text }, Edit: &kit.Editor[line[tdkt.Review]]{Kind: kit.EditText}},
		},
		of:   func(m tdkt.Movement) []tdkt.Review { return m.Reviews },
		with: func(m tdkt.Movement, list []tdkt.Review) tdkt.Movement { m.Reviews = list; return m },
		set: func(r *tdkt.Review, column int, text string) error {
			switch column {
			case 0:
				r.Day, _ = tdkt.ParseVN(text) // the editor gives a day or nothing
			case 1:
				r.Final = text != ""
			default:
				r.Text = text
			}
			return nil
		},
	})
}

// join offers the rooms and people who are not in the movement yet, many at once.
func (t *Tab) join(m tdkt.Movement) {
	in := map[tdkt.Subject]bool{}
	for _, p := range t.desk.View().ParticipantsOf(m) {
		in[p.Subject] = true
	}
	labels, subjects := desk.SubjectsIn(t.desk.View(), t.desk.Year(), t.desk.Unit())
	t.desk.UI.PickMany(kit.PickSpec{
		Title: wordJoin, Yes: wordSave,
		Options: slices.DeleteFunc(labels, func(l string) bool { return in[subjects[l]] }),
		Take: func(picked []string) {
			who := make([]tdkt.Subject, len(picked))
			for i, l := range picked {
				who[i] = subjects[l]
			}
			t.enter(m, who)
		},
	})
}
