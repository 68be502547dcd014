package imports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// Join is two records of one person about to become one: everything of Drop is moved
// to Keep. It is made before anything is written, so that a person can look.
type Join struct {
	Keep, Drop tdkt.Person
	Moves      []string // what is moved, counted, in words
	Clashes    []Clash

	base  *view.View
	put   []tdkt.Record // moved as they are
	drop  []tdkt.Record // of Drop, said by Keep already
	posts [2][]tdkt.Post
}

// Clash is something the two records say differently. The zero choice is Keep's.
type Clash struct {
	What       string // "Ngày sinh", "Xếp loại năm 2022"
	Kept, Lost string // what Keep says and what Drop says
	TakeLost   bool   // to be chosen

	field       func(to *tdkt.Person, from tdkt.Person) // of the person itself
	mine, other tdkt.Record                             // rows of the two, other already renamed
	posts       bool
}

// PlanJoin compares two records of one person.
func PlanJoin(v *view.View, keep, drop tdkt.ID) (*Join, error) {
	a, okA := v.Facts.Person(keep)
	b, okB := v.Facts.Person(drop)
	if !okA || !okB || keep == drop {
		return nil, tdkt.Errorf(tdkt.Invalid, "Hãy chọn đúng hai hồ sơ của cùng một người rồi làm lại.")
	}
	j := &Join{Keep: a, Drop: b, base: v}
	j.Clashes = personClashes(a, b, v)
	j.joinPosts()
	return j, j.joinRows()
}

// personClashes are the fields of the person that both records fill differently.
func personClashes(a, b tdkt.Person, v *view.View) []Clash {
	var out []Clash
	for _, f := range personFields(v) {
		kept, lost := f.text(a), f.text(b)
		if kept == lost || kept == "" || lost == "" {
			continue
		}
		if f.masked {
			kept, lost = reports.MaskCCCD(kept), reports.MaskCCCD(lost)
		}
		out = append(out, Clash{What: f.name, Kept: kept, Lost: lost, field: f.set})
	}
	return out
}

// personField is a field of a person as the side by side shows it.
type personField struct {
	name   string
	text   func(tdkt.Person) string // "" where nothing was entered
	set    func(to *tdkt.Person, from tdkt.Person)
	masked bool
}

func personFields(v *view.View) []personField {
	type p = tdkt.Person
	list := []personField{
		{name: "Họ và tên", text: func(x p) string { return x.Name }, set: func(to *p, from p) { to.Name = from.Name }},
		{name: "Ngày sinh", text: view.BirthWords, set: func(to *p, from p) { to.Born, to.BornYear = from.Born, from.BornYear }},
		{name: "Giới tính", text: func(x p) string { return string(x.Sex) }, set: func(to *p, from p) { to.Sex = from.Sex }},
		{name: "Số CCCD", text: func(x p) string { return x.CCCD }, set: func(to *p, from p) { to.CCCD = from.CCCD }, masked: true},
		{name: "Đơn vị hiện nay", text: func(x p) string { return v.UnitName(x.Unit) }, set: func(to *p, from p) { to.Unit = from.Unit }},
		{name: "Chức vụ", text: func(x p) string { return x.Position }, set: func(to *p, from p) { to.Position = from.Position }},
		{name: "Giữ chức vụ lãnh đạo", text: func(x p) string { return yesNo(x.Leader) }, set: func(to *p, from p) { to.Leader = from.Leader }},
		{name: "Đối tượng", text: func(x p) string { return string(x.Employment) }, set: func(to *p, from p) { to.Employment = from.Employment }},
		{name: "Ngày vào làm", text: func(x p) string { return x.Start.String() }, set: func(to *p, from p) { to.Start = from.Start }},
		{name: "Ngày thôi việc", text: serviceEnd, set: func(to *p, from p) { to.End = from.End }},
	}
	for _, t := range tdkt.PersonTexts() {
		list = append(list, personField{
			name: t.Label, text: func(x p) string { return *t.Of(&x) }, set: func(to *p, from p) { *t.Of(to) = *t.Of(&from) },
		})
	}
	return list
}

func serviceEnd(p tdkt.Person) string {
	if p.End == 0 {
		return "đang công tác"
	}
	return p.End.String()
}

// joinPosts moves the posts of both where they leave each other room; else one list
// is to be chosen whole, for half of each would tell a third story.
func (j *Join) joinPosts() {
	a, b := j.base.PostsOf(j.Keep.ID), j.base.PostsOf(j.Drop.ID)
	for i := range b {
		b[i].Person = j.Keep.ID
	}
	j.posts = [2][]tdkt.Post{a, b}
	switch {
	case len(b) == 0 && len(a) == 0, len(a) > 0 && len(b) > 0 && !overlapping(a, b):
	default:
		j.Clashes = append(j.Clashes, Clash{
			What: "Quá trình công tác", Kept: postWords(j.base, j.Keep, a), Lost: postWords(j.base, j.Drop, b), posts: true,
		})
	}
}

func overlapping(a, b []tdkt.Post) bool {
	for _, p := range a {
		for _, q := range b {
			if (tdkt.Span{From: p.From, To: p.To}).Overlaps(tdkt.Span{From: q.From, To: q.To}) {
				return true
			}
		}
	}
	return false
}

// postWords is where somebody worked, in words.
func postWords(v *view.View, p tdkt.Person, posts []tdkt.Post) string {
	if len(posts) == 0 {
		return v.UnitName(p.Unit) + " trong suốt thời gian công tác"
	}
	parts := make([]string, len(posts))
	for i, x := range posts {
		parts[i] = fmt.Sprintf("%s từ %s%s", v.UnitName(x.Unit), x.From, view.Until(x.To))
	}
	return strings.Join(parts, "; ")
}

// JoinPeople makes two records one: what the choices say is kept, every row of the
// other record is moved, and the other record is taken away. One step, which undo
// takes back whole.
func JoinPeople(ctx context.Context, a *app.App, j *Join) error {
	if j.base != a.View() {
		return tdkt.Errorf(tdkt.Invalid, "Dữ liệu đã thay đổi sau khi so sánh hai hồ sơ. Hãy đóng và so sánh lại rồi gộp.")
	}
	who, put, drop := j.outcome()
	if err := view.CheckDays(who); err != nil {
		return err
	}
	words := fmt.Sprintf("Gộp hồ sơ %s (%s) vào %s (%s)", j.Drop.Name, j.Drop.Code, j.Keep.Name, j.Keep.Code)
	return a.Change(ctx, "join-people", words, func(tx app.Tx) error {
		if err := tx.Remove(ctx, append(drop, j.Drop)...); err != nil {
			return err
		}
		return tx.Put(ctx, append([]tdkt.Record{who}, put...)...)
	})
}

// outcome is what the choices come to: the person, the rows written, the rows taken away.
func (j *Join) outcome() (who tdkt.Person, put, drop []tdkt.Record) {
	who, put, drop = j.Keep, slices.Clone(j.put), slices.Clone(j.drop)
	for _, f := range personFields(j.base) { // what only the other record knows
		if f.text(who) == "" {
			f.set(&who, j.Drop)
		}
	}
	posts := slices.Concat(j.posts[0], j.posts[1])
	for _, c := range j.Clashes {
		switch {
		case c.field != nil && c.TakeLost:
			c.field(&who, j.Drop)
		case c.posts && c.TakeLost:
			posts, drop = j.posts[1], appendRecords(drop, j.posts[0])
		case c.posts:
			posts, drop = j.posts[0], appendRecords(drop, j.posts[1])
		case c.mine != nil && c.TakeLost:
			put, drop = append(put, c.other), append(drop, c.mine)
		case c.mine != nil:
			drop = append(drop, c.other)
		}
	}
	if len(posts) > 0 {
		last := slices.MaxFunc(posts, func(a, b tdkt.Post) int { return cmp.Compare(a.From, b.From) })
		who.Unit, who.Position, who.Leader = last.Unit, last.Position, last.Leader
	}
	return who, appendRecords(put, posts), drop
}

func appendRecords(to []tdkt.Record, posts []tdkt.Post) []tdkt.Record {
	for _, p := range posts {
		to = append(to, p)
	}
	return to
}

// Likely lists pairs that may be one person entered twice: one name but for accents
// and capitals, and no birth date or CCCD that speaks against it.
func Likely(v *view.View) [][2]tdkt.Person {
	byName := map[string][]tdkt.Person{}
	for _, p := range v.People {
		byName[tdkt.Fold(p.Name)] = append(byName[tdkt.Fold(p.Name)], p)
	}
	var out [][2]tdkt.Person
	for _, p := range v.People {
		for _, q := range byName[tdkt.Fold(p.Name)] {
			if p.Code < q.Code && maybeOne(p, q) {
				out = append(out, [2]tdkt.Person{p, q})
			}
		}
	}
	return out
}

func maybeOne(p, q tdkt.Person) bool {
	if p.CCCD != "" && q.CCCD != "" {
		return p.CCCD == q.CCCD
	}
	return sameBirth(tdkt.PersonRow{Born: p.Born, BornYear: p.BornYear}, q)
}
