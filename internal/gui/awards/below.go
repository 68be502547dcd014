package awards

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
)

// below is the reasons of the row at the cursor and the needs left to judgement.
func (t *Tab) below() fyne.CanvasObject {
	t.head = widget.NewLabel(textNoRow)
	t.head.TextStyle.Bold = true
	t.head.Truncation = fyne.TextTruncateEllipsis
	t.text = widget.NewRichText()
	t.text.Wrapping = fyne.TextWrapWord
	t.scroll = container.NewVScroll(t.text)
	copyAll := kit.NewIconButton(wordCopy, theme.ContentCopyIcon(), t.copyReasons)
	page := kit.NewIconButton(wordPrint, theme.DocumentPrintIcon(), t.printReasons)
	left := container.NewBorder(container.NewBorder(nil, nil, nil, container.NewHBox(page, copyAll), t.head), nil, nil, nil, t.scroll)
	t.needs = kit.NewGrid(t.desk.UI, need.key, needColumns()...)
	t.needs.Style = need.style
	t.needs.Empty = textNoNeeds
	met, unmet := true, false
	t.judge = []*kit.Button{
		kit.NewIconButton(wordMet, theme.ConfirmIcon(), func() { t.tick(&met) }),
		kit.NewIconButton(wordUnmet, theme.CancelIcon(), func() { t.tick(&unmet) }),
		kit.NewButton(wordUntick, func() { t.tick(nil) }),
	}
	t.needs.OnOpen = func(need) { t.desk.UI.Focus(t.judge[0]) }
	buttons := kit.Bar(t.judge[0], t.judge[1], t.judge[2])
	split := container.NewHSplit(left, container.NewBorder(nil, buttons, nil, nil, t.needs))
	split.Offset = 0.66
	return split
}

// rowChosen shows the reasons of the row at the cursor.
func (t *Tab) rowChosen(r row, ok bool) {
	same := ok && t.has && r.key() == t.current.key() && r.res.Title == t.current.res.Title
	t.current, t.has = r, ok
	if !ok {
		t.noReasons(textNoRow)
		return
	}
	res, err := t.page.view.Explain(t.page.year, r.res.Subject, r.res.Title)
	if err != nil {
		t.noReasons(err.Error())
		return
	}
	list, changes := reasons(res), t.since()
	head := headline(r, t.at.short)
	t.head.SetText(head)
	t.plain = plain(strings.TrimSpace(head+"\n"+sinceText(changes)), list)
	t.text.Segments = append(sinceSegments(changes), segments(list)...)
	t.text.Refresh()
	if !same {
		t.scroll.ScrollToTop()
	}
	g, err := t.page.view.Rules.Criteria(t.page.year)
	if err != nil {
		return
	}
	t.showNeeds(manualNeeds(g, res))
}

func (t *Tab) noReasons(text string) {
	t.head.SetText(text)
	t.plain = ""
	t.text.Segments = nil
	t.text.Refresh()
	t.showNeeds(nil)
}

func (t *Tab) showNeeds(list []need) {
	t.needs.SetRows(list)
	for _, b := range t.judge {
		enable(b, len(list) > 0 && !t.page.locked)
	}
}

func (t *Tab) copyReasons() {
	if t.plain == "" {
		t.desk.UI.Notice(textNoRow)
		return
	}
	t.desk.UI.Copy(t.plain)
	t.desk.UI.Notice(textCopied)
}

// showReasons opens the reasons of the row at the cursor in a large box, for reading
// them out or printing them from the clipboard.
func (t *Tab) showReasons() {
	if !t.has {
		t.desk.UI.Notice(textNoRow)
		return
	}
	r := t.current
	text := widget.NewRichText(t.text.Segments...)
	text.Wrapping = fyne.TextWrapWord
	var d kit.Dialog
	card := kit.NewIconButton(wordCard, theme.AccountIcon(), func() {
		d.Close()
		t.openCard(r)
	})
	copyAll := kit.NewIconButton(wordCopy, theme.ContentCopyIcon(), t.copyReasons)
	d = t.desk.UI.Dialog(kit.DialogSpec{
		Title: t.head.Text, Content: container.NewVScroll(text), Size: fyne.NewSize(980, 560),
		Extra: []fyne.CanvasObject{kit.NewIconButton(wordPrint, theme.DocumentPrintIcon(), t.printReasons), copyAll, card},
	})
}
