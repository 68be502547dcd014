package imports

import (
	"strings"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

func (o *oldImporter) indexUnits() {
	for _, u := range o.v.Units {
		all, short := intake.Initials(u.Name)
		for _, k := range []string{intake.UnitKey(u.Name), "\x00" + all, "\x00" + short, "\x01" + strings.ToLower(u.Code)} {
			if len(k) < 2 {
				continue
			}
			if id, ok := o.unitKeys[k]; ok && id != u.ID {
				o.unitKeys[k] = ""
				continue
			}
			o.unitKeys[k] = u.ID
		}
	}
}

// knownUnit finds the unit a text names: by name with short forms written out, by code, by
// its initials.
func (o *oldImporter) knownUnit(text string) (tdkt.ID, bool) {
	if text == "" {
		return "", false
	}
	key := intake.UnitKey(text)
	if id := o.unitKeys[key]; id != "" {
		return id, true
	}
	compact := strings.ReplaceAll(key, " ", "")
	if id := o.unitKeys["\x01"+strings.ToLower(tdkt.Clean(text))]; id != "" {
		return id, true
	}
	const shortest = 3
	short := strings.TrimPrefix(compact, "phong")
	for _, k := range []string{compact, short} {
		if id := o.unitKeys["\x00"+k]; id != "" && len(k) >= shortest && len(k) <= 8 {
			return id, true
		}
	}
	return "", false
}

// learnUnit keeps a unit named here for the rest of the reading.
func (o *oldImporter) learnUnit(id tdkt.ID, name string) {
	all, short := intake.Initials(name)
	for _, k := range []string{intake.UnitKey(name), "\x00" + all, "\x00" + short} {
		if _, ok := o.unitKeys[k]; !ok && len(k) > 1 {
			o.unitKeys[k] = id
		}
	}
	clear(o.same)
}

// sameUnit says whether two texts name one unit.
func (o *oldImporter) sameUnit(a, b string) bool {
	if a == b {
		return true
	}
	k := [2]string{a, b}
	same, known := o.same[k]
	if !known {
		same = o.sameUnits(a, b)
		o.same[k] = same
	}
	return same
}

func (o *oldImporter) sameUnits(a, b string) bool {
	if intake.UnitKey(a) == intake.UnitKey(b) {
		return true
	}
	x, ok := o.knownUnit(a)
	y, ok2 := o.knownUnit(b)
	if ok && ok2 {
		return x == y
	}
	return initialsOf(a, b) || initialsOf(b, a)
}

// initialsOf says whether a is the initials of b: "Phòng KHTC" of "Phòng Kế hoạch - Tài chính".
func initialsOf(a, b string) bool {
	all, short := intake.Initials(b)
	k := strings.ReplaceAll(intake.UnitKey(a), " ", "")
	const shortest = 3
	if len(k) < shortest {
		return false
	}
	return k == all || k == short || strings.TrimPrefix(k, "phong") == short && short != ""
}
