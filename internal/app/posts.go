package app

import (
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SavePost adds a post (no ID) or changes one. Two posts of a person may not share a
// day: nobody could say which room counts. The person's present unit, position and
// leadership follow the last post.
func (a *App) SavePost(ctx context.Context, p tdkt.Post) error {
	v := a.View()
	p.Position = tdkt.Clean(p.Position)
	words := "Sửa quá trình công tác của " + v.PersonName(p.Person)
	if p.ID == "" {
		p.ID = tdkt.NewID()
		words = "Thêm quá trình công tác của " + v.PersonName(p.Person)
	}
	if err := v.CheckPost(p); err != nil {
		return err
	}
	posts := slices.DeleteFunc(v.PostsOf(p.Person), func(o tdkt.Post) bool { return o.ID == p.ID })
	now := v.Present(p.Person, append(posts, p))
	words += fmt.Sprintf(": %s từ %s%s", v.UnitName(p.Unit), p.From, view.Until(p.To))
	return a.Change(ctx, "save-post", words, func(tx Tx) error { return tx.Put(ctx, now, p) })
}

// RemovePost takes a post away. Without any, the person's unit holds for the whole
// service.
func (a *App) RemovePost(ctx context.Context, p tdkt.Post) error {
	v := a.View()
	posts := slices.DeleteFunc(v.PostsOf(p.Person), func(o tdkt.Post) bool { return o.ID == p.ID })
	now := v.Present(p.Person, posts)
	words := fmt.Sprintf("Xóa quá trình công tác của %s: %s từ %s%s", v.PersonName(p.Person), v.UnitName(p.Unit), p.From, view.Until(p.To))
	return a.Change(ctx, "remove-post", words, func(tx Tx) error {
		if err := tx.Remove(ctx, p); err != nil {
			return err
		}
		return tx.Put(ctx, now)
	})
}

// EndService ends someone's service on a day, and the post held until then with it.
func (a *App) EndService(ctx context.Context, person tdkt.ID, last tdkt.Day) error {
	v := a.View()
	p, ok := v.Facts.Person(person)
	if !ok {
		return view.ErrGone
	}
	if last == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Chưa có ngày thôi việc của %s. Hãy nhập ngày làm việc cuối cùng.", p.Name)
	}
	p.End = last
	if err := view.CheckDays(p); err != nil {
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
