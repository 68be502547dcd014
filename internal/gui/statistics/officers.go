package statistics

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// officerRow is a row of the table behind form 0605, with what the book says of the person;
// the last one is blank, to be typed into.
type officerRow struct {
	own, now tdkt.Officer
	blank    bool
	day      tdkt.Day // of the form
}

func (r officerRow) key() string { return "o" + string(r.own.ID) }

func (r officerRow) style() kit.RowStyle {
	if !r.blank && !r.now.At(r.day) {
		return kit.Muted
	}
	return kit.Normal
}

// years are the whole years on the day of the form, "" where the beginning is not known.
func (r officerRow) years(day tdkt.Day, year int) string {
	if day == 0 && year != 0 {
		day = tdkt.FirstDay(year)
	}
	if day == 0 || day > r.day {
		return ""
	}
	return strconv.Itoa(tdkt.FullYears(day, r.day))
}

// The columns of the officials.
const (
	colOfficer = iota
	colBorn
	colSex
	colEducation
	colSince
	colFrom
	colTo
)

// officers is the table of the officials, below its form.
type officers struct {
	of   *official
	grid *kit.Grid[officerRow]
}

func newOfficers(o *official) *officers {
	t := &officers{of: o}
	t.grid = kit.NewGrid(o.tab.desk.UI, officerRow.key, officerColumns()...)
	t.grid.Bare, t.grid.Style = true, officerRow.style
	t.grid.OnEdit = func(r officerRow, column int, text string) error {
		return t.write([]kit.Edit[officerRow]{{Row: r, Column: column, Text: text}})
	}
	t.grid.OnEdits = t.write
	t.grid.OnPaste = func(p kit.Paste[officerRow]) { o.pasted(func() error { return t.paste(p) }) }
	return t
}

func officerColumns() []kit.Column[officerRow] {
	plain := func(title string, width float32, kind kit.EditorKind, text func(officerRow) string) kit.Column[officerRow] {
		return kit.Column[officerRow]{Title: title, Width: width, Text: text, Edit: &kit.Editor[officerRow]{Kind: kind}}
	}
	ofBook := func(has func(p tdkt.Officer) bool) func(officerRow) bool {
		return func(r officerRow) bool { return r.own.Person != "" && has(r.now) && !has(r.own) }
	}
	list := []kit.Column[officerRow]{
		colOfficer:   plain(wordOfficer, 190, kit.EditText, func(r officerRow) string { return r.now.Name }),
		colBorn:      plain(wordBorn, 100, kit.EditText, func(r officerRow) string { return tdkt.DayOrYear(r.now.Born, r.now.BornYear) }),
		colSex:       plain(wordSex, 80, kit.EditChoice, func(r officerRow) string { return capital(string(r.now.Sex)) }),
		colEducation: plain(wordEducation, 150, kit.EditText, func(r officerRow) string { return r.now.Education }),
		colSince:     plain(wordSince, 110, kit.EditText, func(r officerRow) string { return tdkt.DayOrYear(r.now.Since, r.now.SinceYear) }),
		colFrom:      plain(wordCountFrom, 100, kit.EditDate, func(r officerRow) string { return r.now.From.String() }),
		colTo:        plain(wordCountTo, 100, kit.EditDate, func(r officerRow) string { return r.now.To.String() }),
		{Title: wordAge, Width: 56, Order: kit.ByNumber, Align: fyne.TextAlignTrailing, Text: func(r officerRow) string { return r.years(r.now.Born, r.now.BornYear) }},
		{Title: wordService, Width: 66, Order: kit.ByNumber, Align: fyne.TextAlignTrailing, Text: func(r officerRow) string { return r.years(r.now.Since, r.now.SinceYear) }},
	}
	list[colOfficer].Grow, list[colOfficer].Order = true, kit.ByName
	list[colOfficer].Edit.Locked = func(r officerRow) bool { return r.own.Person != "" }
	list[colBorn].Edit.Locked = ofBook(func(p tdkt.Officer) bool { return p.Born != 0 || p.BornYear != 0 })
	list[colSex].Edit.Choices = func(officerRow) []string { return []string{wordMan, wordWoman} }
	list[colSex].Edit.Alias = func(text string) string {
		if tdkt.Fold(text) == "x" { // lists of officials have a column of women with crosses
			return wordWoman
		}
		return ""
	}
	list[colSex].Edit.Locked = ofBook(func(p tdkt.Officer) bool { return p.Sex != "" })
	list[colEducation].Edit.Locked = ofBook(func(p tdkt.Officer) bool { return p.Education != "" })
	return list
}

func (t *officers) show() {
	v := t.of.tab.desk.View()
	day := t.of.day
	var rows []officerRow
	for _, now := range v.OfficersNow() {
		own := v.Officers[slices.IndexFunc(v.Officers, func(o tdkt.Officer) bool { return o.ID == now.ID })]
		rows = append(rows, officerRow{own: own, now: now, day: day})
	}
	t.grid.SetRows(append(rows, officerRow{blank: true, day: day}))
}

// write lays typed cells over the rows, as one operation.
func (t *officers) write(edits []kit.Edit[officerRow]) error {
	var list []tdkt.Officer
	for _, e := range edits {
		at := slices.IndexFunc(list, func(o tdkt.Officer) bool { return o.ID == e.Row.own.ID })
		if at < 0 {
			list, at = append(list, e.Row.own), len(list)
		}
		if err := setOfficer(&list[at], e.Column, e.Text); err != nil {
			return err
		}
	}
	return t.of.saved(t.of.tab.desk.App.SaveOfficers(t.of.tab.desk.Ctx, list...))
}

// setOfficer lays one cell over a row.
func setOfficer(o *tdkt.Officer, column int, text string) (err error) {
	switch column {
	case colOfficer:
		o.Name = text
	case colBorn:
		o.Born, o.BornYear, err = parseDayOrYear(text)
	case colSex:
		o.Sex = tdkt.Sex("")
		switch tdkt.Fold(text) {
		case "nam":
			o.Sex = tdkt.Male
		case "nu", "x":
			o.Sex = tdkt.Female
		case "":
		default:
			err = tdkt.Errorf(tdkt.Invalid, textNoSex, text)
		}
	case colEducation:
		o.Education = text
	case colSince:
		o.Since, o.SinceYear, err = parseDayOrYear(text)
	case colFrom:
		o.From, err = kit.ParseDay(text)
	case colTo:
		o.To, err = kit.ParseDay(text)
	}
	return err
}

func parseDayOrYear(text string) (tdkt.Day, int, error) {
	if year, err := strconv.Atoi(text); err == nil && year >= 1900 && year < 2100 {
		return 0, year, nil
	}
	d, err := kit.ParseDay(text)
	return d, 0, err
}

// paste takes lines of Excel: over the rows from the cursor down, and new ones below.
func (t *officers) paste(p kit.Paste[officerRow]) error {
	var list []tdkt.Officer
	for i, cells := range p.Cells {
		var o officerRow
		if i < len(p.Rows) {
			o = p.Rows[i]
		}
		for k, text := range cells {
			column := p.Column + k
			if column > colTo || o.own.Person != "" && officerColumns()[column].Edit.Locked != nil && officerColumns()[column].Edit.Locked(o) {
				continue
			}
			if err := setOfficer(&o.own, column, tdkt.Clean(text)); err != nil {
				return tdkt.Errorf(tdkt.Invalid, textPastedLine, i+1, t.of.tab.desk.UI.Sentence(err))
			}
		}
		list = append(list, o.own)
	}
	return t.of.tab.desk.App.SaveOfficers(t.of.tab.desk.Ctx, list...)
}

// pick offers the people of the book who are not in the table yet.
func (t *officers) pick() {
	d := t.of.tab.desk
	labels, ids := desk.People(d.View(), t.of.year)
	in := map[tdkt.ID]bool{}
	for _, o := range d.View().Officers {
		in[o.Person] = true
	}
	d.UI.PickMany(kit.PickSpec{
		Title: wordPickOfficers, Yes: wordTake,
		Options: slices.DeleteFunc(labels, func(l string) bool { return in[ids[l]] }),
		Take: func(picked []string) {
			list := make([]tdkt.Officer, len(picked))
			for i, l := range picked {
				list[i] = tdkt.Officer{Person: ids[l]}
			}
			if len(list) > 0 {
				d.Do(func(ctx context.Context) error { return d.App.SaveOfficers(ctx, list...) }, t.of.show)
			}
		},
	})
}

// drop takes the rows chosen out of the table.
func (t *officers) drop() {
	var list []tdkt.Officer
	for _, r := range t.grid.Selected() {
		if !r.blank {
			list = append(list, r.own)
		}
	}
	d := t.of.tab.desk
	if len(list) == 0 {
		d.UI.Warn(textPickRow)
		return
	}
	d.Do(func(ctx context.Context) error { return d.App.RemoveOfficers(ctx, list...) }, t.of.show)
}

// bureauRow is a row of the table behind form 0604; the last one is blank.
type bureauRow struct {
	tdkt.Bureau
	day tdkt.Day
}

func (r bureauRow) key() string { return "b" + string(r.ID) }

func (r bureauRow) style() kit.RowStyle {
	if r.ID != "" && !r.At(r.day) {
		return kit.Muted
	}
	return kit.Normal
}

// The columns of the organisations.
const (
	colBureau = iota
	colLevel
	colBureauFrom
	colBureauTo
)

// bureaus is the table of the organisations, below its form.
type bureaus struct {
	of   *official
	grid *kit.Grid[bureauRow]
}

func newBureaus(o *official) *bureaus {
	t := &bureaus{of: o}
	_, words := app.BureauLevels()
	t.grid = kit.NewGrid(
		o.tab.desk.UI, bureauRow.key,
		kit.Column[bureauRow]{Title: wordBureau, Width: 320, Grow: true, Text: func(r bureauRow) string { return r.Name }, Edit: &kit.Editor[bureauRow]{Kind: kit.EditText}},
		kit.Column[bureauRow]{
			Title: wordLevel, Width: 320, Grow: true, Text: func(r bureauRow) string { return app.LevelWords(r.Level) },
			Edit: &kit.Editor[bureauRow]{Kind: kit.EditChoice, Choices: func(bureauRow) []string { return words }},
		},
		kit.Column[bureauRow]{Title: wordCountFrom, Width: 100, Text: func(r bureauRow) string { return r.From.String() }, Edit: &kit.Editor[bureauRow]{Kind: kit.EditDate}},
		kit.Column[bureauRow]{Title: wordCountTo, Width: 100, Text: func(r bureauRow) string { return r.To.String() }, Edit: &kit.Editor[bureauRow]{Kind: kit.EditDate}},
	)
	t.grid.Bare, t.grid.Style = true, bureauRow.style
	t.grid.OnEdit = func(r bureauRow, column int, text string) error {
		return t.write([]kit.Edit[bureauRow]{{Row: r, Column: column, Text: text}})
	}
	t.grid.OnEdits = t.write
	t.grid.OnPaste = func(p kit.Paste[bureauRow]) { o.pasted(func() error { return t.paste(p) }) }
	return t
}

func (t *bureaus) show() {
	var rows []bureauRow
	for _, b := range t.of.tab.desk.View().Bureaus {
		rows = append(rows, bureauRow{b, t.of.day})
	}
	t.grid.SetRows(append(rows, bureauRow{day: t.of.day}))
}

func (t *bureaus) write(edits []kit.Edit[bureauRow]) error {
	var list []tdkt.Bureau
	for _, e := range edits {
		at := slices.IndexFunc(list, func(b tdkt.Bureau) bool { return b.ID == e.Row.ID })
		if at < 0 {
			list, at = append(list, e.Row.Bureau), len(list)
		}
		if err := setBureau(&list[at], e.Column, e.Text); err != nil {
			return err
		}
	}
	return t.of.saved(t.of.tab.desk.App.SaveBureaus(t.of.tab.desk.Ctx, list...))
}

// setBureau lays one cell over a row; a new organisation is most often a room of the Sở.
func setBureau(b *tdkt.Bureau, column int, text string) (err error) {
	if codes, _ := app.BureauLevels(); b.Level == "" {
		b.Level = codes[len(codes)-1]
	}
	switch column {
	case colBureau:
		b.Name = text
	case colLevel:
		if b.Level = app.BureauLevel(text); b.Level == "" {
			err = tdkt.Errorf(tdkt.Invalid, textNoLevel, text)
		}
	case colBureauFrom:
		b.From, err = kit.ParseDay(text)
	case colBureauTo:
		b.To, err = kit.ParseDay(text)
	}
	return err
}

func (t *bureaus) paste(p kit.Paste[bureauRow]) error {
	var list []tdkt.Bureau
	for i, cells := range p.Cells {
		var b tdkt.Bureau
		if i < len(p.Rows) {
			b = p.Rows[i].Bureau
		}
		for k, text := range cells {
			if err := setBureau(&b, p.Column+k, tdkt.Clean(text)); err != nil {
				return tdkt.Errorf(tdkt.Invalid, textPastedLine, i+1, t.of.tab.desk.UI.Sentence(err))
			}
		}
		list = append(list, b)
	}
	return t.of.tab.desk.App.SaveBureaus(t.of.tab.desk.Ctx, list...)
}

func (t *bureaus) drop() {
	var list []tdkt.Bureau
	for _, r := range t.grid.Selected() {
		if r.ID != "" {
			list = append(list, r.Bureau)
		}
	}
	d := t.of.tab.desk
	if len(list) == 0 {
		d.UI.Warn(textPickRow)
		return
	}
	d.Do(func(ctx context.Context) error { return d.App.RemoveBureaus(ctx, list...) }, t.of.show)
}

// below is the table behind a form, with its buttons; nil for a form that has none.
func (o *official) below(f tdkt.OfficialForm) fyne.CanvasObject {
	head := func(text string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
		return container.NewBorder(nil, nil, nil, container.NewHBox(buttons...), kit.NewPara(fmt.Sprintf(text, o.day), kit.Body, kit.Ink, true))
	}
	switch f.Code {
	case "0604":
		o.bureaus.show()
		return kit.Border(head(textBureaus, kit.NewButton(wordDropRow, o.bureaus.drop)), nil, nil, nil, o.bureaus.grid)
	case "0605":
		o.officers.show()
		return kit.Border(head(textOfficers, kit.NewButton(wordFromBook, o.officers.pick), kit.NewButton(wordDropRow, o.officers.drop)), nil, nil, nil, o.officers.grid)
	}
	return nil
}
