package statistics

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/reports"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// officialRow is a row of a statistical form, with its form.
type officialRow struct {
	tdkt.OfficialLine
	form tdkt.OfficialForm
	at   int
}

func (r officialRow) key() string { return fmt.Sprintf("%s %d", r.form.Code, r.at) }

func (r officialRow) style() kit.RowStyle {
	for _, c := range r.Cells {
		if c.Typed {
			return kit.Good
		}
	}
	return kit.Normal
}

// cell is a number as the page shows it.
func (r officialRow) cell(k int) string {
	if r.Code == "" || !r.Cells[k].Has || r.Cells[k].Empty {
		return ""
	}
	return kit.FormatInt(r.Cells[k].Value)
}

// official is the dialog of the statistical forms of the ministry.
type official struct {
	tab    *Tab
	year   int
	choice *kit.Select
	notes  *kit.Para
	whole  *fyne.Container
	grid   *kit.Grid[officialRow]
	page   *fyne.Container // the form, and below it the table behind it
	shown  string          // the form on the page
	day    tdkt.Day        // of the form, on which officials and organisations are counted

	officers *officers
	bureaus  *bureaus
}

// saved shows what follows from a change.
func (o *official) saved(err error) error {
	o.tab.desk.UI.Do(func() func() { return o.show })
	return err
}

// pasted writes pasted lines away from the screen.
func (o *official) pasted(write func() error) {
	o.tab.desk.Do(func(context.Context) error { return write() }, o.show)
}

// forms shows the statistical forms with what the book counts, to be typed over where the
// book does not hold a number.
func (t *Tab) forms() {
	o := &official{tab: t, year: t.desk.Year(), notes: kit.NewPara("", kit.Body, kit.Ink, false)}
	t.typing = o
	o.grid = kit.NewGrid(t.desk.UI, officialRow.key, officialColumns(tdkt.OfficialForm{})...)
	o.grid.Style = officialRow.style
	o.grid.OnEdit = func(r officialRow, column int, text string) error {
		err := reports.SetFigure(t.desk.Ctx, t.desk.App, o.year, r.form.Code, r.Code, r.form.Columns[column-leadColumns].Key, text)
		t.desk.UI.Do(func() func() { return o.show }) // the sums follow
		return err
	}
	o.officers, o.bureaus, o.page = newOfficers(o), newBureaus(o), container.NewStack()
	o.choice = kit.NewSelect(nil, func(string) { o.show() })
	for _, f := range reports.OfficialForms(t.desk.View(), o.year) {
		o.choice.Options = append(o.choice.Options, formName(f))
	}
	top := kit.Flow(kit.Space1, kit.Wide(620, o.choice), kit.NewPara(textTyping, kit.Small, kit.Quiet, false), o.notes)
	o.whole = kit.Border(top, nil, nil, nil, o.page)
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(wordForms, o.year), Size: t.desk.UI.Room(), Work: true, Content: o.whole,
	})
	o.choice.Choose(o.choice.Options[0])
	o.show()
}

func formName(f tdkt.OfficialForm) string { return f.Code + ". " + capital(strings.ToLower(f.Title)) }

// capital makes the first letter large.
func capital(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// show fills the grid with the form chosen.
func (o *official) show() {
	for _, f := range reports.OfficialForms(o.tab.desk.View(), o.year) {
		if formName(f) != o.choice.Selected {
			continue
		}
		rows := make([]officialRow, len(f.Rows))
		for i, r := range f.Rows {
			rows[i] = officialRow{r, f, i}
		}
		o.notes.SetText(strings.Join(f.Notes, "\n"))
		o.grid.SetColumns(officialColumns(f)...)
		o.grid.SetRows(rows)
		o.turn(f)
		o.whole.Refresh()
	}
}

// turn lays out the page of a form.
func (o *official) turn(f tdkt.OfficialForm) {
	o.day = f.Day
	table := o.below(f)
	if o.shown == f.Code {
		return
	}
	o.shown = f.Code
	o.page.RemoveAll()
	if table == nil {
		o.page.Add(o.grid)
	} else {
		o.page.Add(kit.Rows(formShare, o.grid, table))
	}
	o.page.Refresh()
}

// formShare is the part of the height that a form has above the table behind it.
const formShare = 0.5

// leadColumns stand before the columns of numbers.
const leadColumns = 2

func officialColumns(f tdkt.OfficialForm) []kit.Column[officialRow] {
	list := []kit.Column[officialRow]{
		{Title: wordContent, Width: 320, Grow: true, Text: func(r officialRow) string { return r.Text }},
		{Title: wordCode, Width: 70, Text: func(r officialRow) string { return r.Code }},
	}
	for k, c := range f.Columns {
		title := c.Head
		if c.Sub != "" {
			title += ", " + strings.ToLower(c.Sub)
		}
		list = append(list, kit.Column[officialRow]{
			Title: title, Width: 90, Order: kit.ByNumber, Align: fyne.TextAlignTrailing, Text: func(r officialRow) string { return r.cell(k) },
			Tone: func(r officialRow) kit.Tone {
				if r.Code != "" && r.Cells[k].Typed {
					return kit.AccentTone
				}
				return kit.Plain
			},
			Edit: &kit.Editor[officialRow]{Kind: kit.EditNumber, Locked: func(r officialRow) bool {
				return r.Code == "" || !r.Cells[k].Has || r.Cells[k].Sum
			}},
		})
	}
	return list
}
