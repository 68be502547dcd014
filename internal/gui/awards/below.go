package awards

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// right is the answer of the row at the cursor: the verdict, what can be done, and every
// need below it.
func (t *Tab) right() fyne.CanvasObject {
	t.verdict = kit.NewVerdict()
	t.changes = widget.NewLabel("")
	t.changes.Importance = widget.WarningImportance
	t.changes.Wrapping = fyne.TextWrapWord
	t.nominate = kit.NewButton(wordNominate, t.nominateSelected).Writes()
	t.move = kit.NewButton(wordMove, t.moveSelected).Writes()
	t.record = kit.NewButton(wordRecord, t.recordDecision).Writes()
	deeds := container.NewHBox(t.nominate, t.move, t.record, layout.NewSpacer(),
		kit.NewButton(wordOpinion, t.writeOpinion), kit.NewButton(wordPrint, t.printReasons))
	t.findings = newReasonList(t)
	t.needs = &needList{}
	top := container.NewVBox(t.verdict, kit.Padded(deeds), t.changes, kit.NewRule())
	t.reasons = kit.Border(top, nil, nil, nil, t.findings.scroll)
	return container.NewStack(kit.NewSurface(), t.reasons)
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
	t.head = head
	t.showVerdict(r, res)
	t.plain = plain(strings.TrimSpace(head+"\n"+sinceText(changes)), list)
	t.segments = append(sinceSegments(changes), segments(list)...)
	t.showChanges(changes)
	if g, err := t.page.view.Rules.Criteria(t.page.year); err == nil {
		t.showNeeds(manualNeeds(g, res))
	}
	t.findings.SetRows(findings(res, list), res)
}

// showVerdict says the answer in one line and what decides it in one sentence.
func (t *Tab) showVerdict(r row, res law.Result) {
	r.res.Findings = res.Findings
	a := r.state()
	head := a.sign + " " + strings.ToUpper(a.word) + " – " + t.at.name
	t.verdict.Set(head, strings.Join(slices.Concat([]string{r.name + ": " + decisive(res)}, res.ExceptionWords(), remarks(res)), "\n"), a.tone)
	t.reasons.Layout.Layout(t.reasons.Objects, t.reasons.Size())
}

// decisive is what decides an answer, in a sentence: what is not met, else what is
// missing, else that all is met.
func decisive(res law.Result) string {
	const named = 2
	lost := losing(res)
	var not, open []string
	n := 0
	for _, f := range res.Findings {
		if lost[f.Way] {
			continue
		}
		n++
		switch f.Answer {
		case law.No:
			not = append(not, strings.TrimRight(f.Why, "."))
		case law.Unknown, law.Manual:
			open = append(open, strings.TrimRight(f.Why, "."))
		case law.Yes:
		}
	}
	switch {
	case res.Answer == law.No && len(not) > 0:
		return fmt.Sprintf(textNotMet, len(not), n, strings.Join(not[:min(named, len(not))], "; "))
	case res.Answer == law.Unknown && len(open) > 0:
		return fmt.Sprintf(textOpenNeeds, len(open), n, strings.Join(open[:min(named, len(open))], "; "))
	case res.ManualOpen > 0:
		return fmt.Sprintf(textTicksOpen, n-len(open), n, res.ManualOpen)
	}
	return fmt.Sprintf(textAllMet, n-len(not)-len(open), n)
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
	t.head = text
	t.verdict.Set(text, "", kit.WaitTone)
	t.plain = ""
	t.segments = nil
	t.showChanges(nil)
	t.showNeeds(nil)
	t.findings.SetRows(nil, law.Result{})
}

func (t *Tab) showNeeds(list []need) {
	t.needs.SetRows(list)
	t.findings.setNeeds(list)
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
		Title: t.head, Content: container.NewVScroll(text), Size: fyne.NewSize(980, 560),
		Extra: []fyne.CanvasObject{kit.NewIconButton(wordPrint, theme.DocumentPrintIcon(), t.printReasons), copyAll, card},
	})
}
