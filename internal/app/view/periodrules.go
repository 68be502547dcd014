package view

import (
	"fmt"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// MarkProblem refuses a mark whose points cannot be, by the rules of its year.
func (v *View) MarkProblem(m tdkt.PeriodMark) *tdkt.Error {
	p, _ := v.Facts.Person(m.Person)
	for _, s := range []tdkt.Score{m.Self, m.Head} {
		if problem := v.Rules.ScoreProblem(v.Facts, p.Employment, m.Year, s); problem != "" && (s != tdkt.Score{} || m.State.Counts()) {
			return tdkt.Errorf(tdkt.Invalid, "%s, %s năm %d: %s", v.Whom(m.Person), m.Period.Words(), m.Year, problem)
		}
	}
	if p.ID != "" && !p.Service().Overlaps(m.Period.Span(m.Year)) && m.State != tdkt.MarkUnsent {
		return tdkt.Errorf(tdkt.Invalid, "%s không công tác trong %s năm %d nên không có điểm. Hãy xem lại kỳ, ngày vào làm hoặc ngày thôi việc.",
			v.Whom(m.Person), m.Period.Words(), m.Year)
	}
	if rules := v.MarkRules(p, m.Year); rules != nil {
		if problem := rules.SharesProblem(m.Shares, p.Leader); problem != "" {
			return tdkt.Errorf(tdkt.Invalid, "%s, %s năm %d: %s", v.Whom(m.Person), m.Period.Words(), m.Year, problem)
		}
	}
	return v.linesProblem(m)
}

// linesProblem refuses lines of common criteria over their most.
func (v *View) linesProblem(m tdkt.PeriodMark) *tdkt.Error {
	if m.Lines == [tdkt.CommonLines]int16{} {
		return nil
	}
	for i, l := range v.MarkLines(m.Person, m.Year) {
		if n := m.Lines[i]; n < 0 || int(n) > l.Most {
			return tdkt.Errorf(tdkt.Invalid, "%s, %s năm %d: tiêu chí “%s” %s điểm, tối đa %s. Hãy sửa lại điểm.",
				v.Whom(m.Person), m.Period.Words(), m.Year, l.Name, ZeroWords(int(n)), PointsWords(l.Most))
		}
	}
	return nil
}

// MarkLines are the lines of common criteria that a person is marked by in a year.
func (v *View) MarkLines(person tdkt.ID, year int) []law.MarkLine {
	p, _ := v.Facts.Person(person)
	for _, e := range []tdkt.Employment{p.Employment, tdkt.CivilServant} {
		s, _, err := v.Rules.SchemeOf(v.Facts, e, year)
		if err == nil && s.Marks != nil && len(s.Marks.Lines) > 0 {
			return s.Marks.Lines
		}
	}
	return nil
}

// Whom is a person's name, or that it is one of the file being read.
func (v *View) Whom(person tdkt.ID) string {
	if name := v.Facts.NameOf(tdkt.PersonSubject(person)); name != "" {
		return name
	}
	return "Người của dòng này"
}

// RatingProblem refuses a rating that cannot be so: points over the scale, or a level
// above its points.
func (v *View) RatingProblem(r tdkt.Rating) *tdkt.Error {
	for _, n := range v.Rules.RatingNotes(v.Facts, r, 0) {
		if n.Wrong {
			return tdkt.Errorf(tdkt.Invalid, "%s năm %d, mức %s: %s. Hãy sửa điểm hoặc mức.", v.whomever(r.Subject), r.Year, r.Level, n.Said())
		}
	}
	return nil
}

func (v *View) whomever(s tdkt.Subject) string {
	if name := v.Facts.NameOf(s); name != "" {
		return name
	}
	return "Đối tượng của dòng này"
}

// FactName is a fact of rating as people call it.
func (v *View) FactName(year int, key string) string {
	for _, kind := range []tdkt.SubjectKind{tdkt.APerson, tdkt.AUnit} {
		for _, x := range v.Rules.FactRules(year, kind) {
			if x.Key == key {
				return x.Name
			}
		}
	}
	return "căn cứ khác"
}

// factRule finds the rule of a fact.
func (v *View) factRule(x tdkt.RatingFact) (law.FactRule, bool) {
	for _, rule := range v.Rules.FactRules(x.Year, x.Subject.Kind) {
		if rule.Key == x.Key {
			return rule, true
		}
	}
	return law.FactRule{}, false
}

// FactProblem refuses a fact that no rule of its year asks for, or a share that is none.
func (v *View) FactProblem(x tdkt.RatingFact) *tdkt.Error {
	rule, ok := v.factRule(x)
	if !ok {
		var keys []string
		for _, r := range v.Rules.FactRules(x.Year, x.Subject.Kind) {
			keys = append(keys, r.Key)
		}
		return tdkt.Errorf(tdkt.Invalid, "“%s” không phải là căn cứ xếp loại %s năm %d. Các khóa dùng được: %s.", x.Key, x.Subject.Kind.Words(), x.Year, List(keys))
	}
	if rule.Kind == law.FactYesNo && x.Value > 1 || rule.Kind == law.FactShare && x.Value > 10000 {
		return tdkt.Errorf(tdkt.Invalid, "%s: giá trị không đúng. Hãy ghi %s.", rule.Name,
			map[string]string{law.FactYesNo: "có hoặc không", law.FactShare: "một tỷ lệ phần trăm từ 0 đến 100"}[rule.Kind])
	}
	return nil
}

// FactValue is a fact's value as it is written.
func (v *View) FactValue(x tdkt.RatingFact) string {
	rule, _ := v.factRule(x)
	switch {
	case rule.Kind == law.FactShare:
		return ZeroWords(x.Value)
	case x.Value == 0:
		return "không"
	}
	return "có"
}

// NotesOf says what in a rating does not agree with the rules of its year, with articles.
func (v *View) NotesOf(r tdkt.Rating, on tdkt.Day) []string {
	var out []string
	for _, n := range v.Rules.RatingNotes(v.Facts, r, on) {
		out = append(out, n.Said())
	}
	return out
}

// UnknownPeriod refuses a period that there is none of.
func UnknownPeriod(p tdkt.Period) error {
	return tdkt.Errorf(tdkt.Invalid, "Không có kỳ “%s”. Hãy chọn T1 đến T12 hoặc Q1 đến Q4.", fmt.Sprint(p))
}

// PointsProblem holds the points of a rating against its level by the scheme of civil
// servants: the scales of a year are one.
func (v *View) PointsProblem(r tdkt.Rating) *tdkt.Error {
	s, err := v.Rules.RatingScheme(tdkt.CivilServant, r.Year)
	if err != nil {
		return nil //nolint:nilerr // a year without a scheme has nothing to hold the points against
	}
	for _, n := range s.PointNotes(r) {
		if n.Wrong {
			return tdkt.Errorf(tdkt.Invalid, "Năm %d, mức %s: %s. Hãy sửa điểm hoặc mức.", r.Year, r.Level, n.Said())
		}
	}
	return nil
}

// Decidable refuses a rating that cannot be so, and one other than the marks of the year
// propose that says no reason.
func (v *View) Decidable(r tdkt.Rating) error {
	if err := v.RatingProblem(r); err != nil {
		return err
	}
	for _, n := range v.Rules.RatingNotes(v.Facts, r, 0) {
		if n.ID == "khac-de-xuat" {
			return tdkt.Errorf(tdkt.Invalid, "%s năm %d: mức %s %s. Hãy ghi lý do ở cột “Lý do khác đề xuất” cùng lúc với mức.", v.whomever(r.Subject), r.Year, r.Level, n.Text)
		}
	}
	return nil
}
