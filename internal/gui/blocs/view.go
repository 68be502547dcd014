// Package blocs is the page Khối thi đua of the tab Đăng ký: the khối of the year, its
// members by rank, what each reached in every criterion, score sheets out and back, papers.
package blocs

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/bloc"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Khối thi đua.
type Tab struct {
	*kit.ListPage[row]
	desk   *desk.Desk
	open   func(path string)
	list   *kit.Grid[row]
	marks  *kit.Grid[line]
	head   *kit.Words
	choice *kit.Select // of the khối, where a year has several
	below  fyne.CanvasObject
	out    *kit.Button
	in     *kit.Button

	bloc    tdkt.Bloc // shown; no ID for none
	ranking bloc.Ranking
	at      tdkt.ID // the member whose marks are shown
	again   func()  // a list opened over the page reads again, too
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; open shows a file or folder with the system's own program.
func New(d *desk.Desk, open func(path string)) *Tab {
	t := &Tab{desk: d, open: open, head: kit.NewWords("", kit.Body, kit.Ink, true).Cuttable()}
	t.choice = kit.NewSelect(nil, func(string) { t.chosen() })
	t.choice.Hide()
	t.list = kit.NewGrid(d.UI, row.key, columns(t)...)
	t.list.Style = row.style
	t.list.Totals = totals
	t.list.OnCursor = func(r row, ok bool) { t.showMember(r, ok) }
	t.list.OnOpen = func(r row) { t.editMember(r.result.Member) }
	t.list.OnEdits = t.edited
	t.list.EmptyWord, t.list.OnEmpty = wordAdd, t.add
	t.marks = kit.NewGrid(d.UI, line.key, markColumns(t)...)
	t.marks.Style = line.style
	t.marks.Empty, t.marks.EmptyWord, t.marks.OnEmpty = textNoMarks, wordCriteria, t.withBloc(t.criteria)
	t.marks.OnEdits = t.marked
	t.marks.Totals = func([]line) string { return t.sums() }
	t.out, t.in = kit.NewButton(wordOut, t.withBloc(t.sheetsOut)), kit.NewButton(wordIn, t.withBloc(t.sheetsIn)).Writes().Primary()
	t.below = kit.Border(kit.Padded(t.head), nil, nil, nil, t.marks)
	t.ListPage = t.list.NewListPage(kit.ListSpec[row]{
		Title: wordPage, Views: t.choice, Extra: t.out, Main: t.in, Rows: t.deeds, Page: t.page,
		Keys: kit.Shortcuts{New: t.withBloc(t.addMember)}, Share: listShare, Below: t.below,
	})
	return t
}

// listShare is how much of the height the members have, above the marks of one.
const listShare = 0.42

// withBloc does something with the khối shown.
func (t *Tab) withBloc(do func()) func() {
	return func() {
		if t.bloc.ID == "" {
			t.desk.UI.Notice(textPickBloc)
			return
		}
		do()
	}
}

// deeds are what can be done with the members selected.
func (t *Tab) deeds(rows []row) []*fyne.MenuItem {
	if len(rows) == 0 {
		return nil
	}
	out := []*fyne.MenuItem{kit.NewDeed(wordAccept, t.accept)}
	if len(rows) == 1 {
		m := rows[0].result.Member
		out = append(out, fyne.NewMenuItem(wordExtras, func() { t.extras(m) }),
			kit.NewDeed(wordMember, func() { t.editMember(m) }), kit.NewDeed(wordDrop, func() { t.dropMember(m) }))
	}
	return out
}

// page is what can be done with the khối.
func (t *Tab) page() []*fyne.MenuItem {
	out := []*fyne.MenuItem{kit.NewDeed(wordAdd, t.add)}
	if t.bloc.ID == "" {
		return out
	}
	return append([]*fyne.MenuItem{
		kit.NewDeed(wordInfo, func() { t.edit(t.bloc) }), kit.NewDeed(wordAddMember, t.addMember),
		fyne.NewMenuItem(wordCriteria, t.criteria), fyne.NewMenuItem(wordRules, t.rules), fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(wordPapers, t.papers), fyne.NewMenuItem(wordRanking, t.rankingOut), fyne.NewMenuItemSeparator(),
	}, append(out, kit.NewDeed(wordRemove, t.remove))...)
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Goto shows a khối by its record.
func (t *Tab) Goto(p desk.Place) {
	for _, b := range t.desk.View().BlocsOf(t.desk.Year()) {
		if b.ID == p.Key {
			t.bloc = b
			t.Refresh()
		}
	}
}

// Refresh reads the khối of the year again.
func (t *Tab) Refresh() {
	year := t.desk.Year()
	t.list.Empty = fmt.Sprintf(textEmpty, year)
	list := t.desk.View().BlocsOf(year)
	at := 0
	var names []string
	for i, b := range list {
		names = append(names, b.Name)
		if b.ID == t.bloc.ID {
			at = i
		}
	}
	t.bloc, t.ranking = tdkt.Bloc{}, bloc.Ranking{}
	if len(list) > 0 {
		t.bloc = list[at]
	}
	t.choice.Options = names
	t.choice.Choose(t.bloc.Name)
	if len(list) > 1 {
		t.choice.Show()
	} else {
		t.choice.Hide()
	}
	t.fill()
	if t.again != nil {
		t.again()
	}
}

// chosen shows the khối picked above.
func (t *Tab) chosen() {
	for _, b := range t.desk.View().BlocsOf(t.desk.Year()) {
		if b.Name == t.choice.Selected && b.ID != t.bloc.ID {
			t.bloc = b
			t.fill()
		}
	}
}

// fill shows the members of the khối.
func (t *Tab) fill() {
	t.Head.SetChips()
	t.Note.Set("", kit.Plain)
	if t.bloc.ID == "" {
		t.out.Why(textPickBloc)
		t.in.Why(textPickBloc)
		t.below.Hide()
		t.list.SetRows(nil)
		t.showMember(row{}, false)
		return
	}
	t.out.Why("")
	t.in.Why("")
	t.below.Show()
	k, err := t.desk.View().BlocRanking(t.bloc)
	if err != nil {
		t.Note.Set(t.desk.UI.Sentence(err), kit.WarnTone)
	}
	t.ranking = k
	var chips []*kit.Chip
	if !k.Complete {
		chips = append(chips, kit.NewChip(textUnranked, kit.WarnTone, nil))
	}
	if k.Rules != nil {
		for _, d := range k.Rules.Deadlines {
			if on := d.On(t.bloc.Year); on >= t.desk.App.Today() {
				chips = append(chips, kit.NewChip(fmt.Sprintf(textDue, d.Name, on), kit.Plain, nil))
				break
			}
		}
	}
	t.Head.SetChips(chips...)
	if len(k.Notes) > 0 {
		t.Note.Set(strings.Join(k.Notes, " "), kit.WarnTone)
	}
	rows := read(k)
	t.list.SetRows(rows)
	if len(rows) == 0 {
		t.showMember(row{}, false)
	}
}

// showMember shows the marks of the member at the cursor.
func (t *Tab) showMember(r row, ok bool) {
	t.at = r.result.Member.ID
	if !ok {
		t.head.Set("", kit.Ink)
		t.marks.SetRows(nil)
		return
	}
	t.head.Set(fmt.Sprintf(textHead, r.result.Member.Name), kit.Ink)
	t.marks.SetRows(lines(r.result))
}

// member is the result of the member whose marks are shown.
func (t *Tab) member() (bloc.Result, bool) { return t.ranking.Of(t.at) }

// sums is the line under the marks.
func (t *Tab) sums() string {
	r, ok := t.member()
	if !ok || !r.Begun() {
		return ""
	}
	return fmt.Sprintf(textSums, bloc.Points(r.SelfBase), bloc.Points(r.Base), bloc.Points(r.Over+r.Bonus), bloc.Points(r.Minus), bloc.Points(r.SoFar))
}

// edited writes what was typed into the list of members.
func (t *Tab) edited(edits []kit.Edit[row]) error {
	list, err := editedMembers(t.ranking.Rules, edits)
	if err != nil {
		return err
	}
	return t.desk.App.SaveBlocMembers(t.desk.Ctx, t.bloc, list...)
}

// marked writes what was typed into the marks of a member.
func (t *Tab) marked(edits []kit.Edit[line]) error {
	r, ok := t.member()
	if !ok {
		return nil
	}
	list, err := editedMarks(edits)
	if err != nil {
		return err
	}
	return t.desk.App.SaveBlocMarks(t.desk.Ctx, t.bloc, r.Member, list...)
}

// accept takes over the own marks of the members selected.
func (t *Tab) accept() {
	var members []tdkt.BlocMember
	for _, r := range t.list.Selected() {
		members = append(members, r.result.Member)
	}
	n := 0
	t.desk.Do(func(ctx context.Context) (err error) {
		n, err = t.desk.App.AcceptBlocMarks(ctx, t.bloc, members...)
		return err
	}, func() { t.desk.UI.Noticef(textAccepted, n) })
}
