package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// markRow is a mark by its year and period.
type markRow struct {
	row  int32
	year int16
}

// addPeriods indexes marks, groups of duties, facts of rating and leave.
func (f *Facts) addPeriods() {
	s, n := f.Snapshot, len(f.subjects)
	person := func(id tdkt.ID) int { return f.placeOf(tdkt.PersonSubject(id)) }
	f.marks = grouped(n, len(s.Marks),
		func(i int) int { return person(s.Marks[i].Person) },
		func(i int) (markRow, bool) { return markRow{row: int32(i), year: int16(s.Marks[i].Year)}, true },
		func(a, b markRow) int {
			return cmp.Or(cmp.Compare(a.year, b.year), tdkt.ComparePeriods(s.Marks[a.row].Period, s.Marks[b.row].Period))
		})
	f.duties = grouped(n, len(s.Duties),
		func(i int) int { return person(s.Duties[i].Person) },
		func(i int) (tdkt.Duty, bool) { return s.Duties[i], true },
		func(a, b tdkt.Duty) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Group, b.Group)) })
	f.ratingFacts = grouped(n, len(s.RatingFacts),
		func(i int) int { return f.placeOf(s.RatingFacts[i].Subject) },
		func(i int) (tdkt.RatingFact, bool) { return s.RatingFacts[i], true },
		func(a, b tdkt.RatingFact) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Key, b.Key)) })
	f.addAbsences()
}

// addAbsences indexes leave by person.
func (f *Facts) addAbsences() {
	f.absences = map[tdkt.ID][]tdkt.Absence{}
	for _, x := range f.Snapshot.Absences {
		f.absences[x.Person] = append(f.absences[x.Person], x)
	}
	for _, list := range f.absences {
		slices.SortFunc(list, func(a, b tdkt.Absence) int {
			return cmp.Or(cmp.Compare(a.From, b.From), -cmp.Compare(a.To, b.To), cmp.Compare(a.Kind, b.Kind))
		})
	}
}

// Group is with whom a person has similar duties in a year, "" where nothing was entered.
func (f *Facts) Group(person tdkt.ID, year int) string {
	p, ok := f.place[tdkt.PersonSubject(person)]
	if !ok {
		return ""
	}
	group := ""
	for _, d := range f.duties.of(p) {
		if d.From <= year {
			group = d.Group
		}
	}
	return group
}

// ratingFact is what was entered of a subject for a year.
func (f *Facts) ratingFact(s, year int, key string) (tdkt.RatingFact, bool) {
	for _, x := range f.ratingFacts.of(s) {
		if x.Year == year && x.Key == key {
			return x, true
		}
	}
	return tdkt.RatingFact{}, false
}

// worked is how long somebody worked in a year, whole months and the days over: what is no
// time worked, unpaid leave, is left out. Days over of several stretches make a month where
// they are as many as the longest has.
func (f *Facts) worked(s *RatingScheme, p tdkt.Person, year int) (months, days int) {
	from, to := max(p.Start, tdkt.FirstDay(year)), tdkt.LastDay(year)
	if p.End != 0 {
		to = min(to, p.End)
	}
	stretch := func(a, z tdkt.Day) {
		if a > z {
			return
		}
		n := 0
		for a.AddMonths(n+1) <= z.Next() {
			n++
		}
		months, days = months+n, days+a.AddMonths(n).DaysTo(z.Next())
	}
	for _, x := range f.absences[p.ID] { // by their first day
		if s.Leave != nil && s.Leave.off(x.Kind) && x.To >= from && x.From <= to {
			stretch(from, min(x.From.Prev(), to))
			from = max(from, x.To.Next())
		}
	}
	stretch(from, to)
	const longest = 31
	return months + days/longest, days % longest
}

// off says whether a kind of leave is no time worked.
func (l *LeaveRule) off(kind string) bool {
	kind = tdkt.Fold(kind)
	return slices.ContainsFunc(l.Off, func(word string) bool { return strings.Contains(kind, tdkt.Fold(word)) })
}

// failed lists what makes the worst level whatever the marks: a discipline of the year,
// and facts that decide it.
func (a *Appraisal) failed(f *Facts, place int) []Note {
	var out []Note
	if d := a.Scheme.Discipline; d != nil {
		for _, row := range f.disciplines.of(place) {
			x := &f.Snapshot.Disciplines[row.row]
			if x.RatingYear() == a.Year && int(row.weight) >= d.weight {
				out = append(out, Note{ID: "ky-luat", Text: disciplineWords(x, a.Year), Cite: d.Cite, Mark: d.Mark, fails: true})
			}
		}
	}
	for _, rule := range a.Scheme.Facts {
		x, ok := f.ratingFact(place, a.Year, rule.Key)
		if ok && x.Value != 0 && rule.Level == tdkt.NotDone && (!rule.Leaders || a.Person.Leader) {
			out = append(out, Note{ID: rule.Key, Text: rule.Name + decided(x.Document, x.Date), Cite: rule.Cite, Mark: rule.Mark, fails: true})
		}
	}
	return out
}

// disciplineWords is "bị khiển trách (đảng) ngày 12/06/2026".
func disciplineWords(x *tdkt.Discipline, year int) string {
	out := "bị " + string(x.Form)
	if x.Kind != "" {
		out += " (" + string(x.Kind) + ")"
	}
	out += dated(x.Date) + decided(x.Decision, 0)
	if x.Date.Year() != year {
		out += fmt.Sprintf(", tính vào năm %d", year)
	}
	return out
}

// ScoreProblem says in a sentence what is wrong with a score of a period in a year, "" for
// nothing.
func (r *Rules) ScoreProblem(f *Facts, e tdkt.Employment, year int, s tdkt.Score) string {
	scheme, _, _ := r.SchemeOf(f, e, year)
	m := r.markRules(scheme, year)
	if m == nil {
		return fmt.Sprintf("Năm %d không chấm điểm theo tháng hoặc quý. Hãy ghi mức xếp loại của cả năm.", year)
	}
	parts := s.HasParts()
	switch most := (m.Common + m.Result) * 100; {
	case s.Common < 0 || s.Result < 0 || s.Total < 0:
		return "Điểm không thể nhỏ hơn 0. Hãy sửa lại điểm."
	case s.Common > m.Common*100:
		return fmt.Sprintf("Điểm tiêu chí chung %s vượt tối đa %d (%s). Hãy sửa lại điểm.", pointText(s.Common), m.Common, m.Cite)
	case s.Result > m.Result*100:
		return fmt.Sprintf("Điểm kết quả %s vượt tối đa %d (%s). Hãy sửa lại điểm.", pointText(s.Result), m.Result, m.Cite)
	case s.Total > most:
		return fmt.Sprintf("Điểm %s vượt tối đa %d (%s). Hãy sửa lại điểm.", pointText(s.Total), most/100, m.Cite)
	case parts && s.Common+s.Result != s.Total:
		return fmt.Sprintf("Tổng %s không bằng điểm chung %s cộng điểm kết quả %s. Hãy sửa một trong ba số.", pointText(s.Total), pointText(s.Common), pointText(s.Result))
	}
	return ""
}

// markUses is what marks of periods read a local value for.
func (r *Rules) markUses(year int, key string) []LocalUse {
	var out []LocalUse
	for _, s := range r.ratings {
		if !s.holds(year) {
			continue
		}
		add := func(name, why, empty string) {
			out = append(out, LocalUse{Title: string(tdkt.Excellent), Name: name, Why: why, Empty: empty})
		}
		if m := s.Marks; m != nil {
			switch key {
			case m.quarterly:
				add(ratingByPeriods, m.Why, "theo tháng")
			case m.Mean.local:
				add(ratingByPeriods, m.Mean.Why, fmt.Sprintf("làm tròn %s, %d chữ số thập phân", m.Mean.Rounding, m.Mean.Digits))
			case m.fromLocal:
				add(ratingByPeriods, m.Why, fmt.Sprintf("điểm trước ngày %s không tính", m.From))
			}
		}
		if w := s.Workers; w != nil && w.Local == key {
			add(ratingOf, w.Why, "chưa đề xuất mức cho người lao động")
		}
		if w := s.Fallback; w != nil && w.Local == key {
			add(ratingOf, s.Name, "xếp loại theo "+s.Name)
		}
	}
	return out
}

const ratingByPeriods = "Đánh giá theo tháng, quý"
