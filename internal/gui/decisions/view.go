// Package decisions is the page Quyết định of the tab Khen thưởng: the register of
// decisions, the golden book of what was given, the bonuses and the fund.
package decisions

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Quyết định.
type Tab struct {
	desk     *desk.Desk
	part     *kit.Views
	head     *kit.Head
	register *kit.Grid[decisionRow]
	book     *kit.Grid[awardRow]
	money    *kit.Grid[paymentRow]
	fund     *kit.Grid[tdkt.FundEntry]
	stock    *stockPart
	opened   func(path string)
	parts    []part
	fresh    *kit.Button
	wanted   desk.Place // whose decision is to be written next
	content  fyne.CanvasObject
}

// part is one list of the page with its filter and buttons.
type part struct {
	name    string
	objects []fyne.CanvasObject
	find    func()
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; opened shows a file that was printed with the system's own program.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened}
	t.stock = newStockPart(t)
	t.register = kit.NewGrid(d.UI, decisionRow.key, decisionColumns()...)
	t.register.Empty, t.register.Style, t.register.Totals = textEmpty, decisionRow.style, decisionTotals
	t.register.OnOpen = t.showList
	t.book = kit.NewGrid(d.UI, awardRow.key, awardColumns()...)
	t.book.Empty, t.book.Style, t.book.Totals = textNoAwards, awardRow.style, awardTotals
	t.money = kit.NewGrid(d.UI, paymentRow.key, paymentColumns()...)
	t.money.Empty, t.money.Style, t.money.Totals = textNoMoney, paymentRow.style, paymentTotals
	t.fund = kit.NewGrid(d.UI, fundKey, fundColumns()...)
	t.fund.Empty, t.fund.Totals = textNoFund, fundTotals
	t.fund.OnOpen = t.editFund
	t.part = kit.NewViews([]string{wordRegister, wordBook, wordMoney, wordFund, wordStock}, t.Refresh)
	t.fresh = kit.NewButton(wordNew, t.decide).Writes().Primary()
	t.register.EmptyWord, t.register.OnEmpty = wordNew, t.decide
	income := func() { t.editFund(tdkt.FundEntry{Year: t.desk.Year(), Kind: tdkt.Income}) }
	t.fund.EmptyWord, t.fund.OnEmpty = wordIn, income
	stockBar := kit.Padded(t.stock.bar)
	t.parts = []part{
		{wordRegister, []fyne.CanvasObject{t.register, t.register.Filter(), t.fresh}, t.register.FocusFilter},
		{wordBook, []fyne.CanvasObject{t.book, t.book.Filter(), kit.NewButton(wordPrint, t.printSelected).Primary()}, t.book.FocusFilter},
		{wordMoney, []fyne.CanvasObject{t.money, t.money.Filter()}, t.money.FocusFilter},
		{wordFund, []fyne.CanvasObject{t.fund, t.fund.Filter(), kit.NewButton(wordIn, income).Writes().Primary()}, t.fund.FocusFilter},
		{wordStock, []fyne.CanvasObject{t.stock.list, t.stock.grid.Filter(), t.stock.trialButton, stockBar}, t.stock.grid.FocusFilter},
	}
	lists, filters, mains := container.NewStack(), container.NewStack(), container.NewStack()
	for _, p := range t.parts {
		lists.Add(p.objects[0])
		filters.Add(p.objects[1])
		if len(p.objects) > mainAt {
			mains.Add(p.objects[mainAt])
		}
	}
	t.head = d.UI.NewHead(kit.HeadSpec{
		Title: wordPage, Views: t.part.Segments, Filter: kit.Wide(filterWidth, filters), More: t.more, Main: mains,
	})
	t.content = kit.NewPage(t.head.Object(), stockBar, kit.Padded(lists))
	return t
}

const (
	mainAt      = 2 // the one deed of a part, among its objects
	filterWidth = 190
)

// more is the menu of all that is not done every day, for the part shown.
func (t *Tab) more() []*fyne.MenuItem {
	item := fyne.NewMenuItem
	switch t.part.Selected {
	case wordRegister:
		return []*fyne.MenuItem{
			item(wordShow, func() { t.withDecision(t.showList) }), item(wordScan, func() { t.withDecision(t.attachScan) }),
			item(wordSeeScan, func() { t.withDecision(t.seeScan) }), item(wordPay, func() { t.withDecision(t.pay) }),
			fyne.NewMenuItemSeparator(), item(wordCorrect, func() { t.withDecision(t.correct) }), item(wordGather, t.gather),
		}
	case wordBook:
		return []*fyne.MenuItem{item(wordPrint, t.printSelected), fyne.NewMenuItemSeparator(), item(wordRevoke, t.revokeCurrent)}
	case wordFund:
		return []*fyne.MenuItem{
			item(wordOut, func() { t.editFund(tdkt.FundEntry{Year: t.desk.Year(), Kind: tdkt.Expense}) }),
			item(wordEdit, func() { t.withFund(t.editFund) }), item(wordRemove, func() { t.withFund(t.removeFund) }),
		}
	case wordStock:
		return []*fyne.MenuItem{
			item(wordNewStock, t.stock.add), item(wordAddField, t.stock.addField), item(wordRemove, t.stock.removeField),
		}
	}
	return []*fyne.MenuItem{item(wordRegister, func() { t.part.SetSelected(wordRegister) })}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts give Ctrl+F to the filter of the list shown and Ctrl+N to a new decision.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{New: t.decide, Find: func() {
		for _, p := range t.parts {
			if p.name == t.part.Selected {
				p.find()
			}
		}
	}}
}

// Goto shows what a subject was given; with Missing what waits for a decision, which then
// begins with the list that the subject is on.
func (t *Tab) Goto(p desk.Place) {
	t.wanted = desk.Place{}
	if p.Missing {
		t.wanted = p
		t.part.SetSelected(wordRegister)
		t.desk.UI.Focus(t.fresh)
		return
	}
	if p.Subject.ID == "" {
		return
	}
	t.part.SetSelected(wordBook)
	t.book.SetFilter(t.desk.View().Facts.NameOf(p.Subject))
}

// Refresh reads the part shown again.
func (t *Tab) Refresh() {
	v, year := t.desk.View(), t.desk.Year()
	for _, p := range t.parts {
		for _, o := range p.objects {
			if p.name == t.part.Selected {
				o.Show()
				continue
			}
			o.Hide()
		}
	}
	switch t.part.Selected {
	case wordBook:
		t.book.SetRows(awardRows(v, t.desk.Unit()))
	case wordMoney:
		t.money.SetRows(paymentRows(v, year))
	case wordStock:
		t.stock.refresh()
	case wordFund:
		f := v.FundOf(year)
		t.fund.Totals = func(shown []tdkt.FundEntry) string { return fundTotals(shown) + overspent(f) }
		t.fund.SetRows(f.Entries)
	default:
		t.register.SetRows(decisionRows(v, year))
	}
	var chips []*kit.Chip
	if n := waitingCount(v, year); n > 0 {
		chips = append(chips, kit.NewChip(fmt.Sprintf(textWaitCount, n), kit.WarnTone, t.decide))
	}
	t.head.SetChips(chips...)
}
