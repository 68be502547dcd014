package awards

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// below is the reasons of the row at the cursor and the needs left to judgement.
func (t *Tab) below() fyne.CanvasObject {
	t.head = widget.NewLabel(textNoRow)
	t.head.TextStyle.Bold = true
	t.head.Truncation = fyne.TextTruncateEllipsis
	t.changes = widget.NewLabel("")
	t.changes.Importance = widget.WarningImportance
	t.changes.Wrapping = fyne.TextWrapWord
	page := kit.NewIconButton(wordPrint, theme.DocumentPrintIcon(), t.printReasons)
	t.behind = kit.NewIconButton(wordBehind, theme.NavigateNextIcon(), t.goBehind)
	t.enter = kit.NewIconButton(wordEnter, theme.DocumentCreateIcon(), t.goMissing)
	said := kit.NewIconButton(wordOpinion, theme.MailComposeIcon(), t.writeOpinion)
	buttons := container.NewHBox(t.behind, t.enter, said, page)
	top := container.NewVBox(container.NewBorder(nil, nil, nil, buttons, t.head), t.changes)
	t.reasons = container.NewBorder(top, nil, nil, nil, t.findingsPanel())
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
	judge := kit.Bar(t.judge[0], t.judge[1], t.judge[2])
	split := container.NewHSplit(t.reasons, container.NewBorder(nil, judge, nil, nil, t.needs))
	split.Offset = 0.7
	return split
}

// writeOpinion takes down what a leader says of the row at the cursor.
func (t *Tab) writeOpinion() {
	if !t.has {
		t.desk.UI.Notice(textNoRow)
		return
	}
	desk.WriteOpinion(t.desk, tdkt.Opinion{Year: t.page.year, Subject: t.current.res.Subject, Title: t.current.res.Title})
}

// rowChosen shows the reasons of the row at the cursor.
func (t *Tab) rowChosen(r row, ok bool) {
	t.current, t.has = r, ok
	if !ok {
		t.noReasons(textNoRow)
		return
	}
	res, err := t.page.view.Explain(t.page.year, r.res.Subject, r.res.Title)
	if err != nil {
		t.noReasons(t.desk.UI.Sentence(err))
		return
	}
	list, changes := reasons(res), t.since()
	head := headline(r, t.at.short)
	t.head.SetText(head)
	t.plain = plain(strings.TrimSpace(head+"\n"+sinceText(changes)), list)
	t.segments = append(sinceSegments(changes), segments(list)...)
	t.showChanges(changes)
	t.findings.SetRows(findings(res, list))
	g, err := t.page.view.Rules.Criteria(t.page.year)
	if err != nil {
		return
	}
	t.showNeeds(manualNeeds(g, res))
}

// showChanges says how many points differ since the nomination, and the first of them;
// all stand in the box and in print.
func (t *Tab) showChanges(list []string) {
	t.changes.Hide()
	if len(list) > 0 {
		text := textSince + " " + list[0]
		if len(list) > 1 {
			text += fmt.Sprintf(textSinceMore, len(list)-1)
		}
		t.changes.SetText(text)
		t.changes.Show()
	}
	t.reasons.Layout.Layout(t.reasons.Objects, t.reasons.Size()) // the line comes and goes
}

func (t *Tab) noReasons(text string) {
	t.head.SetText(text)
	t.plain = ""
	t.segments = nil
	t.showChanges(nil)
	t.findings.SetRows(nil)
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
	text := widget.NewRichText(t.segments...)
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
