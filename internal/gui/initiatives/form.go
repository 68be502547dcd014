package initiatives

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// edit opens the form of an initiative; one without rows is new.
func (p *Page) edit(i view.Idea) {
	v := p.desk.View()
	title := kit.NewTextField(i.Title)
	authors := newAuthors(p.desk.UI, v, i)
	kind := kit.NewSelect([]string{string(tdkt.Innovation), string(tdkt.Study)}, nil)
	kind.Choose(string(i.Kind))
	scope := kit.NewSelect(scopes(), nil)
	scope.Choose(string(i.Scope))
	year := kit.NewNumberField()
	year.Whole, year.Least, year.Most = true, 1900, 2199
	year.SetText(strconv.Itoa(i.Year))
	decision, date := kit.NewTextField(i.Decision), kit.NewDateField(i.Date)
	old := slices.Clone(i.Rows)
	var box kit.Dialog
	sure := false // the look-alikes were looked at
	box = p.desk.UI.ShowForm(kit.FormSpec{
		Title: textIdea, Size: fyne.NewSize(720, 0),
		Form: kit.NewForm(
			kit.FormItem{Label: wordTitle, Field: title, Must: true},
			kit.FormItem{Label: wordAuthors, Field: authors, Must: true, Hint: textShareHint},
			kit.FormItem{Label: wordKind, Field: kind, Must: true},
			kit.FormItem{Label: wordScope, Field: scope, Must: true},
			kit.FormItem{Label: wordYear, Field: year, Must: true},
			kit.FormItem{Label: wordDecision, Field: decision},
			kit.FormItem{Label: wordDate, Field: date},
		),
		Save: func() func() error {
			n, _ := year.Number()
			now := view.Idea{
				Year: int(n), Title: title.Value(), Kind: tdkt.InitiativeKind(kind.Selected), Scope: tdkt.Scope(scope.Selected),
				Decision: decision.Value(), Date: date.Day(), Rows: authors.rows(),
			}
			save := func() error { return p.desk.App.SaveIdea(context.WithoutCancel(p.desk.Ctx), old, now) }
			list := v.LookAlike(now.Title, old)
			if sure || len(list) == 0 || now.Title == i.Title {
				return save
			}
			p.warn(list, func() {
				sure = true
				p.desk.UI.Try(save, box.Close)
			})
			return nil
		},
	})
}

// warn shows initiatives that look alike; anyway goes on.
func (p *Page) warn(list []view.Idea, anyway func()) {
	p.desk.UI.Confirm(wordLikely, fmt.Sprintf(textLikely, likely(p.desk.View(), list)), wordSaveAnyway, anyway)
}

// author is one line of the list of authors.
type author struct {
	n     int
	label string
	row   tdkt.Initiative
}

// authorsField is the authors of an initiative with their shares, as a field of a form.
type authorsField struct {
	widget.BaseWidget
	ui     *kit.UI
	list   []author
	next   int
	labels []string
	ids    map[string]tdkt.ID
	grid   *kit.Grid[author]
}

func newAuthors(ui *kit.UI, v *view.View, i view.Idea) *authorsField {
	f := &authorsField{ui: ui, ids: map[string]tdkt.ID{}}
	people := v.PeopleOf(i.Year, "")
	for _, r := range i.Rows { // someone who has left since stays an author
		if p, ok := v.Facts.Person(r.Person); ok && !slices.ContainsFunc(people, func(q tdkt.Person) bool { return q.ID == p.ID }) {
			people = append(people, p)
		}
	}
	names := v.PersonLabels(people, i.Year)
	for _, p := range people {
		f.labels, f.ids[names[p.ID]] = append(f.labels, names[p.ID]), p.ID
	}
	f.grid = kit.NewGrid(ui, func(a author) string { return strconv.Itoa(a.n) },
		kit.Column[author]{Title: wordAuthor, Width: 420, Text: func(a author) string { return a.label }, Edit: &kit.Editor[author]{
			Kind: kit.EditChoice, Choices: func(author) []string { return f.labels },
		}},
		kit.Column[author]{Title: wordShare, Width: 80, Text: shareText, Edit: &kit.Editor[author]{Kind: kit.EditNumber}},
	)
	f.grid.Empty = textNoAuthors
	f.grid.OnEdit = f.edited
	for _, r := range i.Rows {
		f.push(author{label: names[r.Person], row: r})
	}
	if len(i.Rows) == 0 {
		f.push(author{})
	}
	f.ExtendBaseWidget(f)
	return f
}

func shareText(a author) string {
	if a.row.Share == 0 {
		return ""
	}
	return strconv.Itoa(a.row.Share)
}

func (f *authorsField) push(a author) {
	a.n = f.next
	f.next++
	f.list = append(f.list, a)
	f.grid.SetRows(slices.Clone(f.list))
}

// edited takes a name or a share typed into the list.
func (f *authorsField) edited(a author, column int, text string) error {
	i := slices.IndexFunc(f.list, func(o author) bool { return o.n == a.n })
	if i < 0 {
		return nil
	}
	if column == 0 {
		f.list[i].label, f.list[i].row.Person = text, f.ids[text]
	} else {
		n, err := kit.ParseNumber(text)
		if err != nil {
			return err
		}
		f.list[i].row.Share = int(n)
	}
	kit.OnScreen(func() { f.grid.SetRows(slices.Clone(f.list)) })
	return nil
}

// pickMany adds several authors at once; a line that names nobody yet makes room.
func (f *authorsField) pickMany() {
	had := map[string]bool{}
	for _, a := range f.list {
		had[a.label] = true
	}
	f.ui.PickMany(kit.PickSpec{
		Title: wordManyAuthors, Yes: wordTakeAuthors,
		Options: slices.DeleteFunc(slices.Clone(f.labels), func(l string) bool { return had[l] }),
		Take: func(picked []string) {
			f.list = slices.DeleteFunc(f.list, func(a author) bool { return a.row.Person == "" })
			f.grid.SetRows(slices.Clone(f.list))
			for _, label := range picked {
				f.push(author{label: label, row: tdkt.Initiative{Person: f.ids[label]}})
			}
		},
	})
}

func (f *authorsField) drop() {
	a, ok := f.grid.Current()
	if !ok {
		return
	}
	f.list = slices.DeleteFunc(f.list, func(o author) bool { return o.n == a.n })
	f.grid.SetRows(slices.Clone(f.list))
}

func (f *authorsField) rows() []tdkt.Initiative {
	var out []tdkt.Initiative
	for _, a := range f.list {
		out = append(out, a.row)
	}
	return out
}

const authorsHeight = 150

// CreateRenderer is for Fyne.
func (f *authorsField) CreateRenderer() fyne.WidgetRenderer {
	more := kit.NewIconButton(wordAddAuthor, theme.ContentAddIcon(), func() { f.push(author{}) })
	many := kit.NewButton(wordManyAuthors, f.pickMany)
	less := kit.NewIconButton(wordDropAuthor, theme.ContentRemoveIcon(), f.drop)
	return widget.NewSimpleRenderer(kit.Border(nil, kit.Bar(more, many, less), nil, nil, f.grid))
}

// MinSize leaves room for some authors.
func (f *authorsField) MinSize() fyne.Size {
	return fyne.NewSize(f.BaseWidget.MinSize().Width, authorsHeight)
}

// Problem says what is wrong with the authors.
func (f *authorsField) Problem() error {
	sum, stated := 0, 0
	for _, a := range f.list {
		if a.row.Person == "" {
			return tdkt.Errorf(tdkt.Invalid, textAuthorEmpty)
		}
		sum += a.row.Share
		if a.row.Share > 0 {
			stated++
		}
	}
	if stated > 0 && (sum != 100 || stated < len(f.list)) {
		return tdkt.Errorf(tdkt.Invalid, textSum, sum)
	}
	return nil
}

// Empty says whether there is no author.
func (f *authorsField) Empty() bool { return len(f.list) == 0 }

// Focusable is nil: a click or Tab leads into the list.
func (f *authorsField) Focusable() fyne.Focusable { return nil }
