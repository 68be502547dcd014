package evaluations

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// workRow is a line of somebody's list of work; the last one is empty, for another.
type workRow struct {
	at   int
	item tdkt.WorkItem
}

func (r workRow) key() string { return strconv.Itoa(r.at) }

// workList is the open list of work of a person in a period.
type workList struct {
	page   *Periods
	person tdkt.ID
	period tdkt.Period
	items  []tdkt.WorkItem
	grid   *kit.Grid[workRow]
	result *kit.Para
}

// work opens the list of work of the person at the cursor, in the period at the cursor or one
// that is asked for.
func (t *Periods) work() {
	r, ok := t.one()
	if !ok {
		return
	}
	if at := t.grid.Column() - colFirst; t.views.Selected == wordViewPeriods && at >= 0 && at < len(t.view.Periods) {
		t.openWork(r, t.view.Periods[at])
		return
	}
	t.period(wordWork, func(p tdkt.Period) { t.openWork(r, p) })
}

func (t *Periods) openWork(r periodRow, p tdkt.Period) {
	if r.Scheme == nil || r.Scheme.Marks == nil || r.Scheme.Marks.Product == nil {
		t.desk.UI.Inform(wordWork, fmt.Sprintf(textNoWork, r.name, t.view.Year))
		return
	}
	rule := r.Scheme.Marks.Product
	w := &workList{page: t, person: r.Person.ID, period: p, result: kit.NewPara("", kit.Body, kit.Ink, true)}
	w.items = append(w.items, t.desk.View().WorkOf(t.view.Year, r.Person.ID, p)...)
	w.grid = kit.NewGrid(t.desk.UI, workRow.key, workColumns()...)
	w.grid.Bare = true
	w.grid.OnEdit = func(r workRow, column int, text string) error {
		return w.edit([]kit.Edit[workRow]{{Row: r, Column: column, Text: text}})
	}
	w.grid.OnEdits = w.edit
	w.show()
	help := kit.NewPara(fmt.Sprintf(textWorkHelp, rule.Fault, rule.Cite), kit.Small, kit.Quiet, false)
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(textWorkOf, p.Words(), t.view.Year, r.name), Size: t.desk.UI.Room(), Yes: wordTakeThem, Work: true,
		Content: kit.Border(kit.Padded(help), kit.Padded(w.result), nil, nil, w.grid), Focus: nil,
		OnYes: w.save,
	})
	w.grid.Focus()
}

// show lists the work with an empty line at the end, and what it comes to.
func (w *workList) show() {
	rows := make([]workRow, 0, len(w.items)+1)
	for i, x := range w.items {
		rows = append(rows, workRow{i, x})
	}
	w.grid.SetRows(append(rows, workRow{at: len(w.items)}))
	w.result.SetText(w.page.desk.View().WorkPoints(w.page.view.Year, w.person, w.period, w.named()))
}

// named leaves out the lines without a name.
func (w *workList) named() []tdkt.WorkItem {
	var out []tdkt.WorkItem
	for _, x := range w.items {
		if tdkt.Clean(x.Name) != "" {
			out = append(out, x)
		}
	}
	return out
}

func (w *workList) save() bool {
	t := w.page
	items := w.named()
	t.desk.Do(func(ctx context.Context) error {
		return t.desk.App.SetWork(ctx, t.view.Year, w.person, w.period, items)
	}, func() {})
	return true
}

// The columns of a list of work.
const (
	workName = iota
	workWeight
	workAssigned
	workDone
	workGood
	workOnTime
	workReturned
	workLate
)

func workColumns() []kit.Column[workRow] {
	number := func(title string, get func(tdkt.WorkItem) int, hundredths bool) kit.Column[workRow] {
		return kit.Column[workRow]{Title: title, Width: 92, Order: kit.ByNumber, Edit: &kit.Editor[workRow]{Kind: kit.EditText}, Text: func(r workRow) string {
			n := get(r.item)
			switch {
			case r.item.Name == "":
				return ""
			case hundredths:
				return kit.FormatNumber(float64(n) / 100)
			}
			return strconv.Itoa(n)
		}}
	}
	return []kit.Column[workRow]{
		workName:     {Title: wordItem, Width: 320, Grow: true, Text: func(r workRow) string { return r.item.Name }, Edit: &kit.Editor[workRow]{Kind: kit.EditText}},
		workWeight:   number(wordWeight, func(x tdkt.WorkItem) int { return x.Weight }, true),
		workAssigned: number(wordAssigned, func(x tdkt.WorkItem) int { return x.Assigned }, true),
		workDone:     number(wordFinished, func(x tdkt.WorkItem) int { return x.Done }, true),
		workGood:     number(wordGoodQuality, func(x tdkt.WorkItem) int { return x.Good }, true),
		workOnTime:   number(wordOnTime, func(x tdkt.WorkItem) int { return x.OnTime }, true),
		workReturned: number(wordReturned, func(x tdkt.WorkItem) int { return x.Returned }, false),
		workLate:     number(wordLate, func(x tdkt.WorkItem) int { return x.Late }, false),
	}
}

// edit lays typed or pasted cells over the list; a line beyond the last begins another.
func (w *workList) edit(edits []kit.Edit[workRow]) error {
	items := append([]tdkt.WorkItem(nil), w.items...)
	for _, e := range edits {
		for e.Row.at >= len(items) {
			items = append(items, tdkt.WorkItem{Weight: 100})
		}
		if err := workEdit(&items[e.Row.at], e.Column, strings.TrimSpace(e.Text)); err != nil {
			return err
		}
	}
	w.items = items
	w.show()
	return nil
}

func workEdit(x *tdkt.WorkItem, column int, text string) error {
	if column == workName {
		x.Name = text
		return nil
	}
	n := 0.0
	if text != "" {
		f, err := kit.ParseNumber(text)
		if err != nil || f < 0 {
			return tdkt.Errorf(tdkt.Invalid, textBadCount, text)
		}
		n = f
	}
	hundredths := int(math.Round(n * 100))
	switch column {
	case workWeight:
		x.Weight = hundredths
	case workAssigned:
		x.Assigned = hundredths
	case workDone:
		x.Done = hundredths
		if x.Good == 0 && x.OnTime == 0 { // most often all that was done is good and in time
			x.Good, x.OnTime = hundredths, hundredths
		}
	case workGood:
		x.Good = hundredths
	case workOnTime:
		x.OnTime = hundredths
	case workReturned:
		x.Returned = int(math.Round(n))
	case workLate:
		x.Late = int(math.Round(n))
	}
	return nil
}
