package staff

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// card is the open life sheet of a person or unit, with the lists that can be
// changed in it.
type card struct {
	tab     *Tab
	subject tdkt.Subject
	facts   *widget.Label
	matrix  *kit.Matrix
	years   *kit.Grid[cardRow]
	tabs    *container.AppTabs
	parts   []part
	dialog  kit.Dialog
}

// part is one list of the card.
type part struct {
	item *container.TabItem
	name string
	read func() int // shows the list again and says how long it is
}

// showCard opens the life sheet of a person or unit.
func (t *Tab) showCard(s tdkt.Subject) {
	c := &card{tab: t, subject: s, facts: widget.NewLabel("")}
	c.facts.Wrapping = fyne.TextWrapWord
	c.tabs = container.NewAppTabs(container.NewTabItem(wordYears, c.yearsPage()))
	if s.Kind == tdkt.APerson {
		c.addPosts()
		c.addAbsences()
		c.addDisciplines()
	}
	c.addHolds()
	c.refresh()
	v := t.desk.View()
	c.dialog = t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf("%s (%s)", v.Facts.NameOf(s), v.Facts.CodeOf(s)), Size: fyne.NewSize(1240, 660),
		Content: container.NewBorder(c.facts, nil, nil, nil, c.tabs), Extra: c.buttons(),
	})
	c.years.Focus()
}

func (c *card) buttons() []fyne.CanvasObject {
	change := kit.NewButton(wordChangeRecord, c.change)
	printed := kit.NewButton(wordPrint, c.print)
	copied := kit.NewButton(wordCopy, func() {
		c.tab.desk.UI.Copy(c.years.TSV())
		c.tab.desk.UI.Notice(textCopied)
	})
	out := []fyne.CanvasObject{change, printed, copied}
	if c.subject.Kind == tdkt.APerson {
		out = append(out, kit.NewButton(wordEndService, c.endService))
	}
	return out
}

// yearsPage is ten years at a glance, and below what happened year by year.
func (c *card) yearsPage() fyne.CanvasObject {
	c.matrix = kit.NewMatrix()
	c.years = kit.NewGrid(c.tab.desk.UI, cardRow.key, cardColumns()...)
	c.years.Empty = textNoCard
	return container.NewBorder(kit.Padded(c.matrix), nil, nil, nil, c.years)
}

// showMatrix draws the last ten years up to the one chosen, or the last with an entry.
func (c *card) showMatrix(last int) {
	years, lines := c.tab.desk.View().CardMatrix(c.subject, max(last, c.tab.desk.Year()))
	heads := make([]string, len(years))
	for i, y := range years {
		heads[i] = fmt.Sprint(y)
	}
	rows := make([]kit.MatrixRow, len(lines))
	for i, l := range lines {
		rows[i].Label = l.Label
		for _, cell := range l.Cells {
			out := kit.MatrixCell{Text: cell.Text}
			switch {
			case cell.Good:
				out.Tone, out.Fill = kit.GoodTone, true
			case cell.Bad:
				out.Tone, out.Pill = kit.BadTone, true
			case i == 0 && cell.Text != "":
				out.Tone, out.Pill = kit.AccentTone, true
			}
			rows[i].Cells = append(rows[i].Cells, out)
		}
	}
	c.matrix.Set(heads, rows)
}

// refresh shows the facts and every list as they are now.
func (c *card) refresh() {
	sheet := c.tab.desk.View().CardOf(c.subject)
	c.facts.SetText(strings.Join(sheet.Facts, "     "))
	rows := make([]cardRow, len(sheet.Years))
	for i, y := range sheet.Years {
		rows[i] = cardRow{y}
	}
	c.years.SetRows(rows)
	last := 0
	if len(sheet.Years) > 0 {
		last = sheet.Years[0].Year
	}
	c.showMatrix(last)
	for _, p := range c.parts {
		p.item.Text = p.name
		if n := p.read(); n > 0 {
			p.item.Text = fmt.Sprintf("%s (%d)", p.name, n)
		}
	}
	c.tabs.Refresh()
}

// do writes a change asked for in the card and shows the card again.
func (c *card) do(change func(ctx context.Context) error) { c.tab.desk.Do(change, c.refresh) }

// form opens a form whose saving shows the card again.
func (c *card) form(title string, f *kit.Form, save func() func(ctx context.Context) error) {
	c.tab.desk.UI.ShowForm(kit.FormSpec{Title: title, Form: f, Done: c.refresh, Save: func() func() error {
		work := save()
		return func() error { return work(context.WithoutCancel(c.tab.desk.Ctx)) }
	}})
}

// change opens the form of the person or unit itself.
func (c *card) change() {
	v := c.tab.desk.View()
	if u, ok := v.Facts.Unit(c.subject.ID); ok && c.subject.Kind == tdkt.AUnit {
		c.tab.editUnit(u, c.refresh)
		return
	}
	if p, ok := v.Facts.Person(c.subject.ID); ok {
		c.tab.edit(p, c.refresh)
	}
}

func (c *card) endService() {
	v := c.tab.desk.View()
	last := kit.NewDateField(c.tab.desk.App.Today())
	name := v.Facts.NameOf(c.subject)
	form := kit.NewForm(kit.FormItem{Label: labelLastDay, Field: last, Must: true, Hint: textLastDayHint})
	c.form(wordEndService+": "+name, form, func() func(context.Context) error {
		day := last.Day()
		return func(ctx context.Context) error { return c.tab.desk.App.EndService(ctx, c.subject.ID, day) }
	})
}

// print writes the life sheet as PDF where the user says and opens it.
func (c *card) print() {
	d := c.tab.desk
	name := fmt.Sprintf(filePrint, d.View().Facts.CodeOf(c.subject))
	d.UI.SaveFile(wordPrint, name, []kit.FileKind{{Name: "PDF", Patterns: []string{"*.pdf"}}}, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".pdf"
		}
		d.UI.Busy(wordPrinting, func(ctx context.Context, _ *kit.Progress) error {
			return d.App.ExportLife(ctx, c.subject, path)
		}, func() {
			d.UI.Noticef(textPrinted, path)
			c.tab.opened(path)
		})
	})
}
