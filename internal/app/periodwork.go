package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// SetWork writes the work list of a person in a period in place of the one there, and the
// result points it comes to into the person's own marks.
func (a *App) SetWork(ctx context.Context, year int, person tdkt.ID, p tdkt.Period, items []tdkt.WorkItem) error {
	v := a.View()
	m, err := v.WorkMark(year, person, p)
	if err != nil {
		return err
	}
	var put, drop []tdkt.Record
	for _, old := range v.WorkOf(year, person, p) {
		drop = append(drop, old)
	}
	items, err = cleanWork(items)
	if err != nil {
		return err
	}
	for _, x := range items {
		x.ID, x.Year, x.Person, x.Period = tdkt.NewID(), year, person, p
		put = append(put, x)
	}
	changed, err := v.Worked(&m, items)
	switch {
	case err != nil:
		return err
	case changed:
		m.ID = cmp.Or(m.ID, tdkt.NewID())
		put = append(put, m)
	}
	words := fmt.Sprintf("Danh sách việc %s năm %d của %s: %d việc", p.Words(), year, v.Whom(person), len(items))
	return a.Change(ctx, "set-work", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// cleanWork refuses a list of work that cannot be.
func cleanWork(items []tdkt.WorkItem) ([]tdkt.WorkItem, error) {
	var out []tdkt.WorkItem
	for _, x := range items {
		x.Name = tdkt.Clean(x.Name)
		if err := WorkProblem(x); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(out, func(y tdkt.WorkItem) bool { return y.Name == x.Name }) {
			return nil, tdkt.Errorf(tdkt.Invalid, "Việc “%s” có hai dòng. Hãy gộp lại một dòng.", x.Name)
		}
		out = append(out, x)
	}
	return out, nil
}

// WorkProblem says in a sentence what a piece of work lacks, nil when it stands.
func WorkProblem(w tdkt.WorkItem) error {
	switch {
	case w.Name == "":
		return tdkt.Errorf(tdkt.Invalid, "Một việc chưa có tên. Hãy ghi tên việc.")
	case w.Weight <= 0:
		return tdkt.Errorf(tdkt.Invalid, "Việc “%s” chưa có đơn vị quy đổi. Hãy ghi một số lớn hơn 0.", w.Name)
	case w.Assigned < 0 || w.Done < 0 || w.Good < 0 || w.OnTime < 0 || w.Returned < 0 || w.Late < 0:
		return tdkt.Errorf(tdkt.Invalid, "Việc “%s” có số nhỏ hơn 0. Hãy sửa lại.", w.Name)
	case w.Good > w.Done || w.OnTime > w.Done:
		return tdkt.Errorf(tdkt.Invalid, "Việc “%s”: số đạt chất lượng và số đúng hạn không thể nhiều hơn số hoàn thành. Hãy sửa lại.", w.Name)
	}
	return nil
}
