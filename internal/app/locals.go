package app

import (
	"cmp"
	"context"
	"fmt"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// LocalPlace is a place for a local value in a year: what the rules read it for, and
// what is entered.
type LocalPlace struct {
	law.LocalKey
	Uses []law.LocalUse // none: nothing reads the key in this year
	Row  tdkt.Local     // without an ID when nothing is entered
	// What the province's regulation of the year says, and by which clause; it holds as
	// long as nothing is entered.
	Province, ProvinceCite string
}

// Set says whether a value is entered.
func (p LocalPlace) Set() bool { return p.Row.ID != "" }

// Group is what the value is about: the first title that reads it.
func (p LocalPlace) Group() string {
	if len(p.Uses) == 0 {
		return ""
	}
	return p.Uses[0].Name
}

// LocalPlaces lists the local values of a year's rules in the order of the titles that
// read them; values entered under a key that nothing reads come last. A tdkt.Error
// when the year has no rules.
func (v *View) LocalPlaces(year int) ([]LocalPlace, error) {
	g, err := v.Rules.Criteria(year)
	if err != nil {
		return nil, err
	}
	left := map[string]tdkt.Local{}
	for _, l := range v.Locals {
		if l.Year == year {
			left[l.Key] = l
		}
	}
	var out []LocalPlace
	for _, k := range g.LocalKeys() {
		p := LocalPlace{LocalKey: k, Uses: v.Rules.LocalUses(year, k.Key), Row: left[k.Key]}
		p.Province, p.ProvinceCite, _ = v.Rules.RegulationValue(year, k.Key)
		out = append(out, p)
		delete(left, k.Key)
	}
	for _, l := range v.Locals {
		if l.Year == year && left[l.Key] == l {
			out = append(out, LocalPlace{LocalKey: law.LocalKey{Key: l.Key, Name: l.Key}, Row: l})
		}
	}
	return out, nil
}

// localKey finds the place of a key in a year's rules; false when nothing reads it.
func (v *View) localKey(year int, key string) (law.LocalKey, bool) {
	g, err := v.Rules.Criteria(year)
	if err != nil {
		return law.LocalKey{}, false
	}
	for _, k := range g.LocalKeys() {
		if k.Key == key {
			return k, true
		}
	}
	return law.LocalKey{}, false
}

// SetLocal enters a local value, changes it, or with an empty value takes it away.
// Year and key say which; a value that the rules could not read is refused.
func (a *App) SetLocal(ctx context.Context, l tdkt.Local) error {
	v := a.View()
	if err := v.unlocked(l.Year); err != nil {
		return err
	}
	l.Value, l.Document, l.About = tdkt.Clean(l.Value), tdkt.Clean(l.Document), tdkt.Clean(l.About)
	l.ID = ""
	for _, o := range v.Locals {
		if o.Year == l.Year && o.Key == l.Key {
			l.ID = o.ID
		}
	}
	key, known := v.localKey(l.Year, l.Key)
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
		return tdkt.Errorf(tdkt.Invalid, "%s.", capital(problem))
	}
	if l.ID == "" {
		l.ID = tdkt.NewID()
	}
	words := fmt.Sprintf("Quy định riêng năm %d: %s = %s", l.Year, key.Name, l.Value)
	return a.Change(ctx, "set-local", words, func(tx Tx) error { return tx.Put(ctx, l) })
}

// LocalCopy is one local value of an earlier year beside the year it may be copied to.
type LocalCopy struct {
	law.LocalKey
	From tdkt.Local
	Have tdkt.Local // of the year itself; without an ID when nothing is entered
}

// LocalsToCopy finds the newest earlier year with values that the year's rules read
// too, and lists them; those entered already have Have. Year 0 when there is none.
func (v *View) LocalsToCopy(year int) (from int, list []LocalCopy, err error) {
	places, err := v.LocalPlaces(year)
	if err != nil {
		return 0, nil, err
	}
	for _, l := range v.Locals {
		if _, read := v.localKey(year, l.Key); read && l.Year < year {
			from = max(from, l.Year)
		}
	}
	for _, p := range places {
		for _, l := range v.Locals {
			if l.Year == from && l.Key == p.Key && len(p.Uses) > 0 {
				list = append(list, LocalCopy{LocalKey: p.LocalKey, From: l, Have: p.Row})
			}
		}
	}
	return from, list, nil
}

// CopyLocals enters the values of LocalsToCopy that the year does not have yet, with
// their documents, in one step. It returns how many.
func (a *App) CopyLocals(ctx context.Context, year int) (int, error) {
	v := a.View()
	if err := v.unlocked(year); err != nil {
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
		out[key] = Typed{By: e.By, At: moment(e.At), Words: e.Words}
	}
	return out, nil
}
