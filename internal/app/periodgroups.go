package app

import (
	"cmp"
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// DutyEdit says with whom somebody has similar duties from a year on; "" takes that away.
type DutyEdit struct {
	Person tdkt.ID
	Group  string
}

// SetDuties writes groups of similar duties from a year on, in one step.
func (a *App) SetDuties(ctx context.Context, year int, edits []DutyEdit) error {
	v := a.View()
	if err := v.Open(year, tdkt.RatingBook); err != nil {
		return err
	}
	var put, drop []tdkt.Record
	for _, e := range edits {
		group := tdkt.Clean(e.Group)
		if group == v.Facts.Group(e.Person, year) {
			continue
		}
		d := tdkt.Duty{Person: e.Person, From: year}
		for _, old := range v.Duties {
			if old.Person == e.Person && old.From == year {
				d = old
			}
		}
		d.Group = group
		switch {
		case group == "" && d.ID == "":
			return tdkt.Errorf(tdkt.Invalid, "Nhóm của %s đã ghi từ năm trước. Hãy ghi tên nhóm mới từ năm %d.", v.Whom(e.Person), year)
		case group == "":
			drop = append(drop, d)
		default:
			d.ID = cmp.Or(d.ID, tdkt.NewID())
			put = append(put, d)
		}
	}
	if len(put)+len(drop) == 0 {
		return nil
	}
	words := fmt.Sprintf("Nhóm nhiệm vụ từ năm %d: %d người", year, len(edits))
	return a.Change(ctx, "set-duties", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// FactEdit sets a fact that the rules of rating ask for; Clear takes it away.
type FactEdit struct {
	Subject tdkt.Subject
	Key     string
	Value   int
	Clear   bool
}

// SetRatingFacts writes facts of a year, in one step.
func (a *App) SetRatingFacts(ctx context.Context, year int, edits []FactEdit) error {
	v := a.View()
	if err := v.Open(year, tdkt.RatingBook); err != nil {
		return err
	}
	var put, drop []tdkt.Record
	for _, e := range edits {
		x, had := v.RatingFactOf(year, e.Subject, e.Key)
		x.Value = e.Value
		switch {
		case e.Clear && had:
			drop = append(drop, x)
		case e.Clear:
		default:
			if err := v.FactProblem(x); err != nil {
				return err
			}
			x.ID = cmp.Or(x.ID, tdkt.NewID())
			put = append(put, x)
		}
	}
	words := fmt.Sprintf("Căn cứ xếp loại năm %d: %d ô", year, len(edits))
	if len(edits) == 1 {
		words = fmt.Sprintf("Căn cứ xếp loại năm %d của %s: %s", year, v.Facts.NameOf(edits[0].Subject), v.FactName(year, edits[0].Key))
	}
	return a.Change(ctx, "set-rating-facts", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// DecideOther decides a level other than the rules propose, for a reason.
func (a *App) DecideOther(ctx context.Context, year int, people []tdkt.ID, level tdkt.Level, reason, decision string) error {
	v := a.View()
	if tdkt.Clean(reason) == "" {
		return tdkt.Errorf(tdkt.Invalid, "Mức khác đề xuất cần có lý do. Hãy ghi lý do rồi làm lại.")
	}
	edits := make([]RatingEdit, 0, len(people))
	for _, id := range people {
		x := v.Rules.Appraise(v.Facts, id, year, a.Today())
		e := RatingEdit{Subject: tdkt.PersonSubject(id), Level: level, Points: x.Mean, Why: reason, Decision: decision}
		edits = append(edits, e)
	}
	return a.SetRatings(ctx, year, edits)
}
