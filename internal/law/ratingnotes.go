package law

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// RatingNotes says what in a rating of a year does not agree with the rules of that year,
// each with its article; Wrong ones are refused where they are typed. on is the day up to
// which sheets of periods are asked for, zero for the whole year.
func (r *Rules) RatingNotes(f *Facts, x tdkt.Rating, on tdkt.Day) []Note {
	place, ok := f.place[x.Subject]
	if !ok || x.Level == "" {
		return nil
	}
	if x.Subject.Kind == tdkt.AUnit {
		return r.unitNotes(f, place, x)
	}
	p := f.Snapshot.People[f.subjects[place].row]
	s, presumed, err := r.SchemeOf(f, p.Employment, x.Year)
	if err != nil || presumed && s.Marks == nil {
		return nil // no rules for this staff and year
	}
	out := s.PointNotes(x)
	if s.Head != nil && isHead(p) {
		out = append(out, f.headNote(s, p, x)...)
	}
	if s.Marks == nil {
		if s.Months != nil && !longEnough(p, x.Year, s.Months.Least) {
			out = append(out, s.monthsNote())
		}
		return out
	}
	a := r.appraise(f, place, x.Year, on)
	return append(out, a.against(x)...)
}

// isHead says whether a leader is the head of the unit and no deputy.
func isHead(p tdkt.Person) bool { return p.Leader && !begins(p.Position, "phó") }

// PointNotes holds points and level against each other.
func (s *RatingScheme) PointNotes(x tdkt.Rating) []Note {
	if s.Levels[0].Points == 0 {
		return nil
	}
	most := 100
	if s.Marks != nil {
		most = s.Marks.Common + s.Marks.Result
	}
	top := s.Levels[0]
	if x.Points > most*100 {
		return []Note{{ID: "qua-diem", Text: fmt.Sprintf("%s điểm vượt thang %d điểm", pointText(x.Points), most), Cite: s.cite(), Mark: top.Mark, Wrong: true}}
	}
	level, ok := s.LevelFor(x.Points)
	if !ok || level == x.Level {
		return nil
	}
	text := fmt.Sprintf("%s điểm ứng với mức %s", pointText(x.Points), level.Words())
	for _, l := range s.Levels {
		if l.Level == level {
			top = l
		}
	}
	return []Note{{ID: "muc-khac-diem", Text: text, Cite: top.Cite, Mark: top.Mark, Wrong: !level.AtLeast(x.Level)}}
}

// cite is where the scheme says how many points there are.
func (s *RatingScheme) cite() string {
	if s.Marks != nil {
		return s.Marks.Cite
	}
	return s.Levels[0].Cite
}

// headNote: the head of a unit is not rated above it.
func (f *Facts) headNote(s *RatingScheme, p tdkt.Person, x tdkt.Rating) []Note {
	place := f.place[tdkt.PersonSubject(p.ID)]
	unit := f.unitOn(place, f.lastDay(place, x.Year))
	if unit < 0 {
		return nil
	}
	own, ok := f.rating(unit, x.Year)
	if !ok || levelRank(x.Level) <= own.rank {
		return nil
	}
	level := f.Snapshot.Ratings[own.row].Level
	return []Note{{
		ID: "nguoi-dung-dau", Text: fmt.Sprintf("cao hơn mức của %s (%s)", f.subjects[unit].name, level.Words()), Cite: s.Head.Cite, Mark: s.Head.Mark,
	}}
}

func (s *RatingScheme) monthsNote() Note {
	return Note{
		ID: "duoi-6-thang", Text: fmt.Sprintf("làm việc chưa đủ %d tháng trong năm, không thuộc diện xếp loại", s.Months.Least),
		Cite: s.Months.Cite, Mark: s.Months.Mark,
	}
}

// longEnough says whether someone served so many months of a year; somebody whose start
// was not entered is taken to have.
func longEnough(p tdkt.Person, year, least int) bool {
	from, to := max(p.Start, tdkt.FirstDay(year)), tdkt.LastDay(year)
	if p.End != 0 {
		to = min(to, p.End)
	}
	return from.AddMonths(least) <= to.Next()
}

// against holds a rating against what the marks come to.
func (a *Appraisal) against(x tdkt.Rating) []Note {
	var out []Note
	for _, n := range a.Notes {
		if n.ID != "ky-luat" && n.ID != "doi-tuong" || n.ID == "ky-luat" && x.Level != tdkt.NotDone && x.Why == "" {
			out = append(out, n)
		}
	}
	switch {
	case a.Has() && a.Count > 0 && x.Points > 0 && x.Points != a.Mean && len(a.Missing()) == 0:
		out = append(out, Note{
			ID: "diem-khac-trung-binh", Text: fmt.Sprintf("điểm %s khác %s", pointText(x.Points), a.MeanWords()),
			Cite: a.Scheme.Marks.Mean.Cite, Mark: a.Scheme.Marks.Mean.Mark,
		})
	case !a.Has() && x.Points == 0:
		out = append(out, Note{ID: "khong-co-diem", Text: "có mức mà không có điểm", Cite: a.Scheme.Marks.Cite, Mark: a.Scheme.Marks.Mark})
	}
	if a.Level != "" && a.Level != x.Level && x.Why == "" && len(a.Missing()) == 0 {
		out = append(out, Note{ID: "khac-de-xuat", Text: fmt.Sprintf("khác mức đề xuất (%s) mà chưa ghi lý do", a.Level.Words())})
	}
	return out
}

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
		if x, ok := f.ratingFact(place, year, n.Fact); ok && (n.Under > 0 && x.Value < n.Under*100 || n.Under == 0 && x.Value != 0) {
			return tdkt.NotDone, []Note{{ID: n.Fact, Text: u.fact(n.Fact).Name + factSeen(u.fact(n.Fact), x), Cite: n.Cite, Mark: u.Mark}}
		}
	}
	level, ok := s.LevelFor(points)
	if !ok {
		return "", []Note{{ID: "khong-co-diem", Text: "chưa nhập điểm của đơn vị", Cite: u.Cite, Mark: u.Mark}}
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
		return "", append(unmet, Note{ID: "dieu-kien", Text: said, Cite: u.Other, Mark: u.Mark})
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
		if f.unitPlace(f.Snapshot.Units[f.subjects[u].row].Parent) != place || !f.judged(u, year) {
			continue
		}
		x, ok := f.rating(u, year)
		switch {
		case !ok:
			open = append(open, f.subjects[u].name)
			ans = and(ans, Unknown)
		case x.rank == levelRank(tdkt.NotDone):
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
		return append(out, Note{ID: "khong-co-diem", Text: "có mức mà không có điểm", Cite: s.UnitRules.Cite, Mark: s.UnitRules.Mark})
	}
	level, notes := s.appraiseUnit(f, place, x.Year, x.Points)
	if level == x.Level {
		return out
	}
	if level == "" || x.Why == "" {
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
