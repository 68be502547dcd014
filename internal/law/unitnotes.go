package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// AppraiseUnit says what the points of a unit and the facts entered of it come to: a level,
// "" where the authority decides or a fact is wanting, and why.
func (r *Rules) AppraiseUnit(f *Facts, unit tdkt.ID, year, points int) (tdkt.Level, []Note) {
	place := f.unitPlace(unit)
	if place < 0 {
		return "", nil
	}
	s := r.unitScheme(f, place, year)
	if s == nil {
		return "", nil
	}
	return s.appraiseUnit(f, place, year, points)
}

// UnitScheme is the scheme a unit is rated by with points in a year, nil for none.
func (r *Rules) UnitScheme(f *Facts, unit tdkt.ID, year int) *RatingScheme {
	if place := f.unitPlace(unit); place >= 0 {
		return r.unitScheme(f, place, year)
	}
	return nil
}

// unitScheme: a public service unit and its parts by the scheme of public staff, any other
// unit by that of civil servants.
func (r *Rules) unitScheme(f *Facts, place, year int) *RatingScheme {
	service, err := r.RatingScheme(tdkt.PublicStaff, year)
	if err == nil && service.UnitRules != nil && service.Units != nil {
		up := f.unitPlace(f.Snapshot.Units[f.subjects[place].row].Parent)
		if service.Units.covers(f, place) || up >= 0 && service.Units.covers(f, up) {
			return service
		}
	}
	s, err := r.RatingScheme(tdkt.CivilServant, year)
	if err != nil || s.UnitRules == nil {
		return nil
	}
	return s
}

func (s *RatingScheme) appraiseUnit(f *Facts, place, year, points int) (tdkt.Level, []Note) {
	u := s.UnitRules
	for _, n := range u.Fails {
		if x, ok := f.ratingFact(place, year, n.Fact); ok && n.failed(x) {
			return tdkt.NotDone, []Note{{ID: n.Fact, Text: u.fact(n.Fact).Name + factSeen(u.fact(n.Fact), x), Cite: n.Cite, Mark: u.Mark, fails: true}}
		}
	}
	at, ok := levelOf(s.levelsOf(tdkt.AUnit), points)
	level := at.Level
	if !ok || points <= 0 {
		return "", []Note{{ID: noteNoPoints, Text: "chưa nhập điểm của đơn vị", Cite: u.Cite, Mark: u.Mark}}
	}
	var unmet, open []Note
	for _, n := range u.Needs {
		if n.Level != level {
			continue
		}
		text, ans := n.judge(f, u, place, year)
		note := Note{ID: cmp.Or(n.Fact, "don-vi-duoi"), Text: text, Cite: n.Cite, Mark: u.Mark}
		switch ans {
		case No:
			unmet = append(unmet, note)
		case Unknown:
			open = append(open, note)
		case Yes, Manual:
		}
	}
	if len(unmet) > 0 {
		said := "đủ điểm của mức " + level.Words() + " mà không đủ điều kiện, cấp có thẩm quyền quyết định mức"
		return "", append(unmet, Note{ID: noteAuthority, Text: said, Cite: u.Other, Mark: u.Mark})
	}
	if len(open) > 0 {
		return "", open
	}
	return level, nil
}

// fact finds a fact of units by its key.
func (u *UnitRules) fact(key string) FactRule {
	for _, x := range u.Facts {
		if x.Key == key {
			return x
		}
	}
	return FactRule{Key: key, Name: key}
}

// factSeen is what was entered of a fact, behind its name.
func factSeen(rule FactRule, x tdkt.RatingFact) string {
	if rule.Kind == FactShare {
		return ": " + pointText(x.Value)
	}
	return decided(x.Document, x.Date)
}

// failed says whether a fact makes the worst level.
func (n *UnitNeed) failed(x tdkt.RatingFact) bool {
	return n.Under > 0 && x.Value < n.Under*100 || n.Under == 0 && x.Value != 0
}

// judge answers one condition of a unit's level.
func (n *UnitNeed) judge(f *Facts, u *UnitRules, place, year int) (string, Answer) {
	if n.Below {
		return f.noneBelowFails(place, year)
	}
	rule := u.fact(n.Fact)
	x, ok := f.ratingFact(place, year, n.Fact)
	if !ok {
		return "chưa nhập: " + rule.Name, Unknown
	}
	text := rule.Name + factSeen(rule, x)
	switch {
	case n.Least > 0:
		return fmt.Sprintf("%s, cần ít nhất %d", text, n.Least), yesNo(x.Value >= n.Least*100)
	case n.Most > 0:
		return fmt.Sprintf("%s, cần không quá %d", text, n.Most), yesNo(x.Value <= n.Most*100)
	}
	if x.Value == 0 {
		return "chưa đạt: " + rule.Name, No
	}
	return rule.Name, Yes
}

// noneBelowFails: no unit directly below is rated at the worst level; one not rated yet
// leaves it open.
func (f *Facts) noneBelowFails(place, year int) (string, Answer) {
	ans := Yes
	var bad, open []string
	for u := f.people; u < len(f.subjects); u++ {
		if f.unitPlace(f.Snapshot.Units[f.subjects[u].row].Parent) != place || f.subjects[u].household || !f.judged(u, year) {
			continue
		}
		x, ok := f.rating(u, year)
		switch {
		case !ok:
			open = append(open, f.subjects[u].name)
			ans = and(ans, Unknown)
		case int(x.rank) == levelRank(tdkt.NotDone):
			bad = append(bad, f.subjects[u].name)
			ans = No
		}
	}
	if ans == No {
		return "đơn vị cấp dưới không hoàn thành nhiệm vụ: " + strings.Join(bad, ", "), No
	}
	if ans == Unknown {
		return "chưa xếp loại đơn vị cấp dưới: " + strings.Join(open, ", "), Unknown
	}
	return "không có đơn vị cấp dưới không hoàn thành nhiệm vụ", Yes
}

// unitNotes holds the rating of a unit against its points and conditions.
func (r *Rules) unitNotes(f *Facts, place int, x tdkt.Rating) []Note {
	s := r.unitScheme(f, place, x.Year)
	if s == nil {
		return nil
	}
	out := s.PointNotes(x)
	if x.Points == 0 {
		return append(out, Note{ID: noteNoPoints, Text: "có mức mà không có điểm", Cite: s.UnitRules.Cite, Mark: s.UnitRules.Mark})
	}
	level, notes := s.appraiseUnit(f, place, x.Year, x.Points)
	if level == x.Level {
		return out
	}
	if x.Why == "" || !slices.ContainsFunc(notes, func(n Note) bool { return n.ID == noteAuthority || n.fails }) {
		out = append(out, notes...)
	}
	return out
}

// FactRules lists the facts that the rules of a year ask for of a kind of subject.
func (r *Rules) FactRules(year int, kind tdkt.SubjectKind) []FactRule {
	var out []FactRule
	seen := map[string]bool{}
	for _, s := range r.ratings {
		if !s.holds(year) {
			continue
		}
		list := s.Facts
		if kind == tdkt.AUnit {
			list = nil
			if s.UnitRules != nil {
				list = s.UnitRules.Facts
			}
		}
		for _, x := range list {
			if !seen[x.Key] {
				seen[x.Key] = true
				out = append(out, x)
			}
		}
	}
	return out
}
