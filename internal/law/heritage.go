package law

import (
	"cmp"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// addPasts finds for each unit the one whose awards and ratings the office counts as its
// own: the law is silent on units that became part of another. Of several it is the one
// that ended last.
func (f *Facts) addPasts() {
	units := f.Snapshot.Units
	for i := f.people; i < len(f.subjects); i++ {
		u := &units[f.subjects[i].row]
		into := f.unitPlace(u.Into)
		if !u.Counts || into < 0 || into == i {
			continue
		}
		old := f.subjects[into].past
		if old < 0 || units[f.subjects[old].row].Closed < u.Closed {
			f.subjects[into].past = i
		}
	}
	for i := f.people; i < len(f.subjects); i++ { // units that follow each other in a circle have no past
		at, steps := i, 0
		for ; f.subjects[at].past >= 0 && steps <= len(units); steps++ {
			at = f.subjects[at].past
		}
		if steps > len(units) {
			f.subjects[i].past = -1
		}
	}
}

// pastOf is the unit whose rows of a year count as the subject's: none from the year after
// that unit ended.
func (f *Facts) pastOf(s, year int) int {
	past := f.subjects[s].past
	if past < 0 {
		return -1
	}
	if closed := f.Snapshot.Units[f.subjects[past].row].Closed; closed != 0 && year > closed.Year() {
		return -1
	}
	return past
}

// withPast is ofCode for a unit with a past.
func (f *Facts) withPast(s, code int) []awardRow {
	out := slices.Clone(f.ownOfCode(s, code))
	for _, x := range f.ofCode(f.subjects[s].past, code) {
		if f.pastOf(s, int(x.to)) >= 0 {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(a, b awardRow) int { return cmp.Compare(a.to, b.to) })
	return out
}

// origin is the subject's first day: that of the unit whose history it counts as its own,
// zero where it is not entered.
func (f *Facts) origin(s int) tdkt.Day {
	for f.subjects[s].past >= 0 {
		s = f.subjects[s].past
	}
	return f.subjects[s].span.From
}

// noteMerged tells of the units that became part of this one, and whether their history
// is counted.
func noteMerged(j *judging, _ *Title, _ *remark) []string {
	var out []string
	for i := range j.facts.Snapshot.Units {
		u := &j.facts.Snapshot.Units[i]
		if u.Into != j.facts.subjects[j.sub].ID {
			continue
		}
		ended := ""
		if u.Closed != 0 {
			ended = fmt.Sprintf(" (kết thúc ngày %s)", u.Closed)
		}
		if j.facts.unitPlace(u.ID) == j.facts.subjects[j.sub].past {
			out = append(out, fmt.Sprintf("Đã tính khen thưởng, xếp loại và ngày thành lập của %s%s theo lựa chọn của cơ quan", u.Name, ended))
		} else {
			out = append(out, fmt.Sprintf("%s%s đã nhập vào đơn vị này; khen thưởng, xếp loại của đơn vị đó không được tính", u.Name, ended))
		}
	}
	return out
}
