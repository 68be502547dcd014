package staff

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// card is the open life sheet of a person or unit, with the lists that can be
// changed in it.
type card struct {
	tab     *Tab
	subject tdkt.Subject
	facts   *widget.Label
	opens   *kit.Verdict
	matrix  *kit.Matrix
	given   *kit.Grid[reports.CardAward]
	points  *kit.PointChart
	side    *fyne.Container
	top     *fyne.Container
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
func (t *Tab) showCard(s tdkt.Subject) *card {
	c := &card{tab: t, subject: s, facts: widget.NewLabel("")}
	c.facts.Wrapping, c.facts.Importance = fyne.TextWrapWord, widget.LowImportance
	c.tabs = container.NewAppTabs(container.NewTabItem(wordGlance, c.glance()), container.NewTabItem(wordYears, c.yearsPage()))
	if s.Kind == tdkt.APerson {
		c.addPosts()
		c.addAbsences()
		c.addDisciplines()
	}
	c.addHolds()
	c.refresh()
	v := t.desk.View()
	c.dialog = t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf("%s (%s)", v.Facts.NameOf(s), v.Facts.CodeOf(s)), Size: t.desk.UI.Room(),
		Content: kit.Border(c.facts, nil, nil, nil, c.tabs), Extra: c.buttons(),
		Keys: map[fyne.KeyName]func(){fyne.KeyPageDown: func() { c.turn(1) }, fyne.KeyPageUp: func() { c.turn(-1) }},
	})
	return c
}

// turn opens the card of the next person of the list, or the one before: PgDn, PgUp.
func (c *card) turn(step int) {
	shown := c.tab.grid.Shown()
	at := slices.IndexFunc(shown, func(r row) bool { return r.person.ID == c.subject.ID })
	if next := at + step; at >= 0 && next >= 0 && next < len(shown) {
		c.dialog.Close()
		c.tab.grid.SelectKey(shown[next].key())
		c.tab.showCard(tdkt.PersonSubject(shown[next].person.ID))
	}
}

func (c *card) buttons() []fyne.CanvasObject {
	change := kit.NewButton(wordChangeRecord, c.change).Writes()
	printed := kit.NewButton(wordPrint, c.print).Primary()
	copied := kit.NewButton(wordCopy, func() {
		c.tab.desk.UI.Copy(c.years.TSV())
		c.tab.desk.UI.Notice(textCopied)
	})
	out := []fyne.CanvasObject{printed, change, kit.NewButton(wordOldAward, c.addAward).Writes(), copied}
	if c.subject.Kind == tdkt.APerson {
		out = append(out, kit.NewButton(wordEndService, c.endService).Writes())
	}
	return out
}

// glance is the whole of a person on one page: what the next year opens, ten years side
// by side, and below what else was given and the months of the year.
func (c *card) glance() fyne.CanvasObject {
	ui := c.tab.desk.UI
	c.opens, c.matrix, c.points = kit.NewVerdict(), kit.NewMatrix(), kit.NewPointChart()
	c.given = kit.NewGrid(ui, func(a reports.CardAward) string { return string(a.Award.ID) }, givenColumns()...)
	c.given.Empty, c.given.EmptyWord, c.given.OnEmpty = textNoGiven, wordOldAward, c.addAward
	c.given.Bare = true
	c.side = kit.Flow(2)
	c.top = container.NewVBox(kit.Padded(c.opens), kit.Padded(c.matrix))
	below := container.NewGridWithColumns(2, c.given, kit.Card(container.NewVScroll(c.side)))
	return kit.Border(c.top, nil, nil, nil, kit.Padded(kit.Shrink(below)))
}

// yearsPage is what happened year by year, in words.
func (c *card) yearsPage() fyne.CanvasObject {
	c.years = kit.NewGrid(c.tab.desk.UI, cardRow.key, cardColumns()...)
	c.years.Empty = textNoCard
	return c.years
}

// showOpens says what the next year opens and which streaks ended.
func (c *card) showOpens() {
	o := reports.OpensOf(c.tab.desk.View(), c.subject, c.tab.desk.Year())
	head, tone := o.String(), kit.WaitTone
	var more []string
	if o.Head != "" {
		head, tone = fmt.Sprintf(textOpens, o.Year, o.Head), kit.GoodTone
	}
	if o.Lacks != "" {
		more = append(more, capital(o.Lacks)+".")
	}
	if o.Gaps != "" {
		more = append(more, o.Gaps+".")
	}
	c.opens.Set(head, strings.Join(more, "\n"), tone)
	c.top.Refresh()
}

// showSide draws the months of the year chosen where it was marked by months, else tells
// the year in words.
func (c *card) showSide(sheet reports.Card) {
	year := c.tab.desk.Year()
	c.side.RemoveAll()
	points, mean, best := reports.CardPoints(c.tab.desk.View(), c.subject.ID, year, c.tab.desk.App.Today())
	if len(points) > 0 && c.subject.Kind == tdkt.APerson {
		list := make([]kit.Point, len(points))
		for i, p := range points {
			list[i] = kit.Point{Label: string(p.Period), Value: p.Points, Has: p.Has, Missing: p.Missing}
		}
		c.points.Set(list, best)
		c.side.Add(kit.NewPara(fmt.Sprintf(textPoints, year, kit.FormatNumber(mean)), kit.Body, kit.Ink, true))
		c.side.Add(c.points)
	}
	c.side.Add(kit.NewPara(fmt.Sprintf(textOfYear, year), kit.Body, kit.Ink, true))
	var lines []string
	for _, y := range sheet.Years {
		if y.Year == year {
			lines = slices.Concat(named(wordPledged, y.Pledges), y.Initiatives, named(wordGiven, y.Awards), y.Events)
		}
	}
	if len(lines) == 0 {
		lines = []string{textNoYear}
	}
	for _, l := range lines {
		c.side.Add(kit.NewPara(l, kit.Body, kit.Ink, false))
	}
	c.side.Refresh()
}

// named puts a word before a list; nothing where the list is empty.
func named(word string, list []string) []string {
	if len(list) == 0 {
		return nil
	}
	return []string{word + ": " + strings.Join(list, "; ") + "."}
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// showMatrix draws the last ten years up to the one chosen, or the last with an entry.
func (c *card) showMatrix(last int) {
	years, lines := reports.CardMatrix(c.tab.desk.View(), c.subject, last)
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
			case cell.Open:
				out.Tone = kit.WarnTone
			case cell.Text == "–" || cell.Text == "không":
				out.Tone = kit.QuietTone
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
	sheet := reports.CardOf(c.tab.desk.View(), c.subject)
	c.facts.SetText(strings.Join(sheet.Facts, " · "))
	rows := make([]cardRow, len(sheet.Years))
	for i, y := range sheet.Years {
		rows[i] = cardRow{y}
	}
	c.years.SetRows(rows)
	c.showMatrix(papers.LastOf(sheet, c.tab.desk.Year()))
	c.showOpens()
	c.given.SetRows(reports.CardAwards(c.tab.desk.View(), c.subject))
	c.showSide(sheet)
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
func (c *card) change() { c.changeAt(false) }

// changeAt is change; with lacks the keyboard is on the fact that is not there yet.
func (c *card) changeAt(lacks bool) {
	v := c.tab.desk.View()
	if u, ok := v.Facts.Unit(c.subject.ID); ok && c.subject.Kind == tdkt.AUnit {
		c.tab.editUnitAt(u, c.refresh, lacks)
		return
	}
	if p, ok := v.Facts.Person(c.subject.ID); ok {
		c.tab.editAt(p, c.refresh, lacks)
	}
}

// enter opens the form in which a fact that is not there yet is typed.
func (c *card) enter(n tdkt.Noun) {
	if n == tdkt.NounPost && c.subject.Kind == tdkt.APerson {
		c.editPost(tdkt.Post{Person: c.subject.ID})
		return
	}
	if n == tdkt.NounPost { // of a room: who is in it is said by the people's own records
		return
	}
	c.changeAt(true)
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

// print writes the life sheet as PDF and opens it.
func (c *card) print() {
	d := c.tab.desk
	desk.Print(d, desk.PrintSpec{
		Title: wordPrint, Name: fmt.Sprintf(filePrint, d.View().Facts.CodeOf(c.subject)), Busy: wordPrinting,
		Write: func(ctx context.Context, path string) error {
			return papers.ExportLife(ctx, d.App, c.subject, d.Year(), path)
		},
		Done: func(path string) {
			d.UI.Noticef(textPrinted, path)
			c.tab.opened(path)
		},
	})
}
