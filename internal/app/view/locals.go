package view

import (
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

// LocalKey finds the place of a key in a year's rules; false when nothing reads it.
func (v *View) LocalKey(year int, key string) (law.LocalKey, bool) {
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
		if _, read := v.LocalKey(year, l.Key); read && l.Year < year {
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
