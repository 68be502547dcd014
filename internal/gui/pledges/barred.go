package pledges

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
)

// namesShown keeps a warning about many people short.
const namesShown = 3

// barredText says in whole sentences why titles cannot come true, with their articles.
func barredText(v *view.View, year int, list []view.Barred) string {
	var lines []string
	for _, b := range list {
		lines = append(lines, fmt.Sprintf(textBarredHead, v.Facts.NameOf(b.Subject), year, b.Short))
		for _, f := range b.Reasons {
			lines = append(lines, "   "+fmt.Sprintf(textBarredWhy, strings.TrimRight(f.Why, "."), f.Seen, f.Cite, law.MarkName(f.Mark)))
		}
	}
	return strings.Join(lines, "\n")
}

// barredCount says for how many each title cannot come true, and names some of them.
func barredCount(v *view.View, year int, list []view.Barred) string {
	var titles []string
	names := map[string][]string{}
	for _, b := range list {
		if !slices.Contains(titles, b.Short) {
			titles = append(titles, b.Short)
		}
		names[b.Short] = append(names[b.Short], v.Facts.NameOf(b.Subject))
	}
	var out []string
	for _, t := range titles {
		some := strings.Join(names[t][:min(namesShown, len(names[t]))], ", ")
		if more := len(names[t]) - namesShown; more > 0 {
			some += fmt.Sprintf(textMoreNames, more)
		}
		out = append(out, fmt.Sprintf(textBarredCount, t, len(names[t]), some))
	}
	return fmt.Sprintf(textBarredAll, year, strings.Join(out, "; "))
}

// opened is Enter on a row: why what it registered cannot come true, else its life sheet.
func (t *Tab) opened(r row) {
	if len(r.barred) == 0 {
		t.openCard(r)
		return
	}
	t.showBarred(r.barred, func() { t.openReasons(r) })
}

// showBarred opens the reasons in a box; further, which may be nil, goes to all needs.
func (t *Tab) showBarred(list []view.Barred, further func()) {
	body := barredText(t.desk.View(), t.page.year, list)
	text := widget.NewLabel(body)
	text.Wrapping = fyne.TextWrapWord
	text.Selectable = true
	var d kit.Dialog
	extra := []fyne.CanvasObject{kit.NewIconButton(wordCopy, theme.ContentCopyIcon(), func() {
		t.desk.UI.Copy(body)
		t.desk.UI.Notice(textCopied)
	})}
	if further != nil {
		extra = append(extra, kit.NewIconButton(wordReasons, theme.InfoIcon(), func() {
			d.Close()
			further()
		}))
	}
	d = t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(wordBarredTitle, t.page.year), Content: container.NewVScroll(text), Size: fyne.NewSize(760, 380), Extra: extra,
	})
}

// warnBarred tells after single pledges were written which of them cannot come true. It
// runs away from the screen.
func (t *Tab) warnBarred(year int, before *view.View, edits []view.PledgeEdit) {
	v := t.desk.View()
	var list []view.Barred
	for _, e := range edits {
		for _, p := range e.Want {
			if had := at(before.PledgesOf(year, e.Subject), p.Title) >= 0; !had {
				list = append(list, v.BarredOf(year, e.Subject, p.Title)...)
			}
		}
	}
	if len(list) == 0 {
		return
	}
	t.desk.UI.Do(func() func() {
		return func() { t.desk.UI.Warn(fmt.Sprintf(textStillWritten, barredCount(v, year, list))) }
	})
}

// foresee tells in the dialog which of the pledges to be added cannot come true. The
// answer of an older question is thrown away.
func (b *bulk) foresee(rows []row, codes []string) {
	v, year := b.tab.desk.View(), b.tab.page.year
	b.asked++
	asked := b.asked
	b.tab.desk.UI.Do(func() func() {
		list := barredNew(b.tab.desk.Ctx, v, year, rows, codes)
		return func() {
			if asked != b.asked {
				return
			}
			b.barred = list
			b.why.SetEnabled(len(list) > 0)
			b.warning.SetText("")
			if len(list) > 0 {
				b.warning.SetText(barredCount(v, year, list) + textMayStill)
			}
		}
	})
}

// barredNew lists which titles cannot come true for rows that have not registered them.
func barredNew(ctx context.Context, v *view.View, year int, rows []row, codes []string) []view.Barred {
	var out []view.Barred
	for _, code := range codes {
		for _, r := range rows {
			if ctx.Err() == nil && !r.has(code) {
				out = append(out, v.BarredOf(year, r.subject, code)...)
			}
		}
	}
	return out
}
