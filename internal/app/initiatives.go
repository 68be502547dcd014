package app

import (
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SaveIdea makes the rows of an initiative exactly those of now, whose keys may be
// empty; old are the rows it had, none for a new one.
func (a *App) SaveIdea(ctx context.Context, old []tdkt.Initiative, now view.Idea) error {
	v := a.View()
	now.Title, now.Decision = tdkt.Clean(now.Title), tdkt.Clean(now.Decision)
	if err := v.CheckIdea(now); err != nil {
		return err
	}
	kept := map[tdkt.ID]bool{}
	var put, drop []tdkt.Record
	for _, r := range now.Rows {
		r.Year, r.Title, r.Kind, r.Scope, r.Decision, r.Date = now.Year, now.Title, now.Kind, now.Scope, now.Decision, now.Date
		if r.ID == "" {
			r.ID = tdkt.NewID()
		}
		kept[r.ID] = true
		put = append(put, r)
	}
	for _, r := range old {
		if err := v.Open(r.Year, tdkt.InitiativeBook); err != nil {
			return err
		}
		if !kept[r.ID] {
			drop = append(drop, r)
		}
	}
	words := fmt.Sprintf("Sửa %s năm %d: %s", now.Kind, now.Year, now.Title)
	if len(old) == 0 {
		words = fmt.Sprintf("Thêm %s năm %d: %s", now.Kind, now.Year, now.Title)
	}
	return a.Change(ctx, "save-initiative", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// Recognition is what a decision says of several initiatives.
type Recognition struct {
	Scope    tdkt.Scope
	Decision string
	Date     tdkt.Day
}

// Recognise writes one decision on several initiatives, in one step.
func (a *App) Recognise(ctx context.Context, ideas []view.Idea, r Recognition) error {
	v := a.View()
	if r.Decision = tdkt.Clean(r.Decision); r.Decision == "" || r.Date == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Quyết định công nhận cần có số và ngày. Hãy nhập đủ rồi ghi lại.")
	}
	var put []tdkt.Record
	for _, i := range ideas {
		if err := v.Open(i.Year, tdkt.InitiativeBook); err != nil {
			return err
		}
		for _, row := range i.Rows {
			row.Scope, row.Decision, row.Date = r.Scope, r.Decision, r.Date
			put = append(put, row)
		}
	}
	words := fmt.Sprintf("Công nhận %d sáng kiến, đề tài phạm vi %s theo quyết định %s ngày %s", len(ideas), r.Scope, r.Decision, r.Date)
	return a.Change(ctx, "recognise-initiatives", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// RemoveIdeas takes several initiatives away with all their authors.
func (a *App) RemoveIdeas(ctx context.Context, ideas []view.Idea) error {
	var drop []tdkt.Record
	for _, i := range ideas {
		if err := a.View().Open(i.Year, tdkt.InitiativeBook); err != nil {
			return err
		}
		for _, row := range i.Rows {
			drop = append(drop, row)
		}
	}
	words := fmt.Sprintf("Xóa %d sáng kiến, đề tài", len(ideas))
	if len(ideas) == 1 {
		words = fmt.Sprintf("Xóa %s năm %d: %s", ideas[0].Kind, ideas[0].Year, ideas[0].Title)
	}
	return a.Change(ctx, "remove-initiative", words, func(tx Tx) error { return tx.Remove(ctx, drop...) })
}
