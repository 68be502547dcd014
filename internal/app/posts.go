package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// PostsOf lists a person's posts, oldest first.
func (v *View) PostsOf(person tdkt.ID) []tdkt.Post {
	var out []tdkt.Post
	for _, p := range v.Posts {
		if p.Person == person {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b tdkt.Post) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.ID, b.ID)) })
	return out
}

// SavePost adds a post (no ID) or changes one. Two posts of a person may not share a
// day: nobody could say which room counts. The person's present unit, position and
// leadership follow the last post.
func (a *App) SavePost(ctx context.Context, p tdkt.Post) error {
	v := a.View()
	p.Position = tdkt.Clean(p.Position)
	words := "Sửa quá trình công tác của " + v.personName(p.Person)
	if p.ID == "" {
		p.ID = tdkt.NewID()
		words = "Thêm quá trình công tác của " + v.personName(p.Person)
	}
	if err := v.checkPost(p); err != nil {
		return err
	}
	posts := slices.DeleteFunc(v.PostsOf(p.Person), func(o tdkt.Post) bool { return o.ID == p.ID })
	now := v.present(p.Person, append(posts, p))
	words += fmt.Sprintf(": %s từ %s%s", v.UnitName(p.Unit), p.From, until(p.To))
	return a.Change(ctx, "save-post", words, func(tx Tx) error { return tx.Put(ctx, now, p) })
}

// RemovePost takes a post away. Without any, the person's unit holds for the whole
// service.
func (a *App) RemovePost(ctx context.Context, p tdkt.Post) error {
	v := a.View()
	posts := slices.DeleteFunc(v.PostsOf(p.Person), func(o tdkt.Post) bool { return o.ID == p.ID })
	now := v.present(p.Person, posts)
	words := fmt.Sprintf("Xóa quá trình công tác của %s: %s từ %s%s", v.personName(p.Person), v.UnitName(p.Unit), p.From, until(p.To))
	return a.Change(ctx, "remove-post", words, func(tx Tx) error {
		if err := tx.Remove(ctx, p); err != nil {
			return err
		}
		return tx.Put(ctx, now)
	})
}

// present is the person as the last of the posts has it.
func (v *View) present(person tdkt.ID, posts []tdkt.Post) tdkt.Person {
	p, _ := v.Facts.Person(person)
	if len(posts) == 0 {
		return p
	}
	last := slices.MaxFunc(posts, func(a, b tdkt.Post) int { return cmp.Compare(a.From, b.From) })
	p.Unit, p.Position, p.Leader = last.Unit, last.Position, last.Leader
	return p
}

func (v *View) checkPost(p tdkt.Post) error {
	who, ok := v.Facts.Person(p.Person)
	if !ok {
		return errGone
	}
	span := tdkt.Span{From: p.From, To: p.To}
	switch _, known := v.Facts.Unit(p.Unit); {
	case !known:
		return tdkt.Errorf(tdkt.Invalid, "Chưa chọn đơn vị công tác. Hãy chọn đơn vị trong danh sách rồi lưu lại.")
	case p.From == 0:
		return tdkt.Errorf(tdkt.Invalid, "Chưa có ngày bắt đầu công tác. Hãy nhập ngày rồi lưu lại.")
	}
	if err := v.noHousehold(p.Unit); err != nil {
		return err
	}
	if err := checkSpan(span, "công tác"); err != nil {
		return err
	}
	for _, o := range v.PostsOf(p.Person) {
		if o.ID != p.ID && span.Overlaps(tdkt.Span{From: o.From, To: o.To}) {
			return tdkt.Errorf(tdkt.Invalid, "Thời gian này trùng với thời gian %s công tác tại %s từ %s%s. Hãy sửa ngày của một trong hai.",
				who.Name, v.UnitName(o.Unit), o.From, until(o.To))
		}
	}
	return nil
}

// errGone is said of someone who was removed while a form was open.
var errGone = tdkt.Errorf(tdkt.NotFound, "Người này không còn trong sổ. Hãy bấm F5 để đọc lại danh sách.")

// checkSpan refuses a stretch that ends before it begins.
func checkSpan(s tdkt.Span, of string) error {
	if s.To != 0 && s.To < s.From {
		return tdkt.Errorf(tdkt.Invalid, "Ngày kết thúc %s (%s) đứng trước ngày bắt đầu (%s). Hãy sửa một trong hai ngày.", of, s.To, s.From)
	}
	return nil
}

func (v *View) personName(id tdkt.ID) string { return v.Facts.NameOf(tdkt.PersonSubject(id)) }

// EndService ends someone's service on a day, and the post held until then with it.
func (a *App) EndService(ctx context.Context, person tdkt.ID, last tdkt.Day) error {
	v := a.View()
	p, ok := v.Facts.Person(person)
	if !ok {
		return errGone
	}
	if last == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Chưa có ngày thôi việc của %s. Hãy nhập ngày làm việc cuối cùng.", p.Name)
	}
	p.End = last
	if err := checkDays(p); err != nil {
		return err
	}
	recs := []tdkt.Record{p}
	for _, post := range v.PostsOf(person) {
		if post.From > last {
			return tdkt.Errorf(tdkt.Invalid, "%s có quá trình công tác bắt đầu %s, sau ngày thôi việc %s. Hãy sửa quá trình công tác trước.", p.Name, post.From, last)
		}
		if post.To == 0 || post.To > last {
			post.To = last
			recs = append(recs, post)
		}
	}
	words := fmt.Sprintf("%s (%s) thôi việc từ sau ngày %s", p.Name, p.Code, last)
	return a.Change(ctx, "end-service", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}
