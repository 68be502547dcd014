// Package decisions is the page Quyết định of the tab Khen thưởng: the register of
// decisions, the golden book of what was given, the bonuses and the fund.
package decisions

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Quyết định.
type Tab struct {
	desk     *desk.Desk
	part     *widget.RadioGroup
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
	t.part = widget.NewRadioGroup([]string{wordRegister, wordBook, wordMoney, wordFund, wordStock}, func(string) { t.Refresh() })
	t.part.Horizontal, t.part.Required = true, true
	bars := t.bars()
	t.parts = []part{
		{wordRegister, []fyne.CanvasObject{t.register, t.register.Filter(), bars[wordRegister]}, t.register.FocusFilter},
		{wordBook, []fyne.CanvasObject{t.book, t.book.Filter(), bars[wordBook]}, t.book.FocusFilter},
		{wordMoney, []fyne.CanvasObject{t.money, t.money.Filter(), bars[wordMoney]}, t.money.FocusFilter},
		{wordFund, []fyne.CanvasObject{t.fund, t.fund.Filter(), bars[wordFund]}, t.fund.FocusFilter},
		{wordStock, []fyne.CanvasObject{t.stock.list, t.stock.grid.Filter(), t.stock.bar}, t.stock.grid.FocusFilter},
	}
	lists, filters, tools := container.NewStack(), container.NewStack(), container.NewStack()
	for _, p := range t.parts {
		lists.Add(p.objects[0])
		filters.Add(p.objects[1])
		tools.Add(p.objects[2])
	}
	t.content = container.NewBorder(container.NewVBox(t.part, tools, filters), nil, nil, nil, lists)
	t.part.Selected = wordRegister
	t.part.Refresh()
	return t
}

// bars are the buttons of each part.
func (t *Tab) bars() map[string]*fyne.Container {
	t.fresh = kit.NewIconButton(wordNew, theme.ContentAddIcon(), t.decide).Primary()
	return map[string]*fyne.Container{
		wordRegister: container.NewHBox(
			t.fresh,
			kit.NewIconButton(wordShow, theme.ListIcon(), func() { t.withDecision(t.showList) }),
			kit.NewIconButton(wordCorrect, theme.DocumentCreateIcon(), func() { t.withDecision(t.correct) }),
			kit.NewIconButton(wordScan, theme.MailAttachmentIcon(), func() { t.withDecision(t.attachScan) }),
			kit.NewIconButton(wordSeeScan, theme.VisibilityIcon(), func() { t.withDecision(t.seeScan) }),
			kit.NewButton(wordPay, func() { t.withDecision(t.pay) }),
			kit.NewButton(wordGather, t.gather)),
		wordBook:  container.NewHBox(kit.NewIconButton(wordRevoke, theme.CancelIcon(), t.revokeCurrent), kit.NewIconButton(wordPrint, theme.DocumentPrintIcon(), t.printSelected)),
		wordMoney: container.NewHBox(),
		wordFund: container.NewHBox(
			kit.NewIconButton(wordIn, theme.ContentAddIcon(), func() { t.editFund(tdkt.FundEntry{Year: t.desk.Year(), Kind: tdkt.Income}) }),
			kit.NewIconButton(wordOut, theme.ContentRemoveIcon(), func() { t.editFund(tdkt.FundEntry{Year: t.desk.Year(), Kind: tdkt.Expense}) }),
			kit.NewIconButton(wordEdit, theme.DocumentCreateIcon(), func() { t.withFund(t.editFund) }),
			kit.NewIconButton(wordRemove, theme.DeleteIcon(), func() { t.withFund(t.removeFund) })),
	}
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
		t.fund.SetRows(v.FundOf(year).Entries)
	default:
		t.register.SetRows(decisionRows(v, year))
	}
}
