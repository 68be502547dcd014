package app

import (
	"cmp"
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SetLocal enters a local value, changes it, or with an empty value takes it away.
// Year and key say which; a value that the rules could not read is refused.
func (a *App) SetLocal(ctx context.Context, l tdkt.Local) error {
	v := a.View()
	if err := v.Unlocked(l.Year); err != nil {
		return err
	}
	l.Value, l.Document, l.About = tdkt.Clean(l.Value), tdkt.Clean(l.Document), tdkt.Clean(l.About)
	l.ID = ""
	for _, o := range v.Locals {
		if o.Year == l.Year && o.Key == l.Key {
			l.ID = o.ID
		}
	}
	key, known := v.LocalKey(l.Year, l.Key)
	switch {
	case l.Value == "" && l.ID == "":
		return nil
	case l.Value == "":
		words := fmt.Sprintf("Bỏ quy định riêng năm %d: %s", l.Year, cmp.Or(key.Name, l.Key))
		return a.Change(ctx, "set-local", words, func(tx Tx) error { return tx.Remove(ctx, l) })
	case !known:
		return tdkt.Errorf(tdkt.Invalid, "Không quy định nào của năm %d dùng đến “%s”. Hãy chọn một dòng trong danh sách quy định riêng.", l.Year, l.Key)
	}
	if problem := key.LocalProblem(l.Value); problem != "" {
		return tdkt.Errorf(tdkt.Invalid, "%s.", view.Capital(problem))
	}
	if l.ID == "" {
		l.ID = tdkt.NewID()
	}
	words := fmt.Sprintf("Quy định riêng năm %d: %s = %s", l.Year, key.Name, l.Value)
	return a.Change(ctx, "set-local", words, func(tx Tx) error { return tx.Put(ctx, l) })
}

// CopyLocals enters the values of LocalsToCopy that the year does not have yet, with
// their documents, in one step. It returns how many.
func (a *App) CopyLocals(ctx context.Context, year int) (int, error) {
	v := a.View()
	if err := v.Unlocked(year); err != nil {
		return 0, err
	}
	from, list, err := v.LocalsToCopy(year)
	if err != nil {
		return 0, err
	}
	var put []tdkt.Record
	for _, c := range list {
		if c.Have.ID == "" {
			l := c.From
			l.ID, l.Year = tdkt.NewID(), year
			put = append(put, l)
		}
	}
	words := fmt.Sprintf("Chép %d quy định riêng của năm %d sang năm %d", len(put), from, year)
	return len(put), a.Change(ctx, "copy-locals", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// Typed is who changed a row last.
type Typed struct {
	By, At string // At in words
	Words  string // the step that did it
}

// TypedBy finds for each row the newest step that changed it; rows without one are
// left out.
func (a *App) TypedBy(ctx context.Context, keys ...tdkt.ID) (map[tdkt.ID]Typed, error) {
	entries, err := a.Store.LastChanges(ctx, keys)
	if err != nil {
		return nil, err
	}
	out := map[tdkt.ID]Typed{}
	for key, e := range entries {
		out[key] = Typed{By: e.By, At: Moment(e.At), Words: e.Words}
	}
	return out, nil
}
