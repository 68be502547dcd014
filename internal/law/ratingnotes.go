package law

import (
	"cmp"
	"fmt"
	"slices"

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
	s, presumed, err := r.schemeAt(f, place, x.Year)
	if err != nil {
		return r.scaleNotes(x, p)
	}
	if presumed && s.Marks == nil {
		return nil // no rules for this staff and year
	}
	out := s.PointNotes(x)
	if s.Head != nil && isHead(p) {
		out = append(out, f.headNote(s, place, x)...)
	}
	if s.Marks == nil {
		if s.Months != nil && !longEnough(p, x.Year, s.Months.Least) {
			out = append(out, s.monthsNote())
		}
		return out
	}
	a := r.appraise(f, place, x.Year, on)
	if a.Level == x.Level || x.Why != "" { // a level below the points has its ground
		out = slices.DeleteFunc(out, func(n Note) bool { return n.ID == notePoints && !n.Wrong })
	}
	return append(out, a.against(x)...)
}

// scaleNotes holds a rating of somebody whom the program has no rules for against the scale
// of civil servants: what does not fit is told, and nothing is refused.
func (r *Rules) scaleNotes(x tdkt.Rating, p tdkt.Person) []Note {
	s, err := r.RatingScheme(tdkt.CivilServant, x.Year)
	if err != nil {
		return nil
	}
	out := s.PointNotes(x)
	for i := range out {
		out[i].Wrong = false
		out[i].Text = fmt.Sprintf("%s (thang điểm của công chức; %s chưa có quy định riêng)", out[i].Text, cmp.Or(string(p.Employment), "người này"))
	}
	return out
}

// isHead says whether a leader is the head of the unit and no deputy.
func isHead(p tdkt.Person) bool { return p.Leader && !begins(p.Position, "phó") }

// PointNotes holds points and level against each other.
func (s *RatingScheme) PointNotes(x tdkt.Rating) []Note {
	levels := s.levelsOf(x.Subject.Kind)
	if levels[0].Points == 0 {
		return nil
	}
	most := 100
	if s.Marks != nil {
		most = s.Marks.Common + s.Marks.Result
	}
	if x.Points > most*100 {
		return []Note{{ID: "qua-diem", Text: fmt.Sprintf("%s điểm vượt thang %d điểm", pointText(x.Points), most), Cite: s.cite(), Mark: levels[0].Mark, Wrong: true}}
	}
	l, ok := levelOf(levels, x.Points)
	if !ok || x.Points <= 0 || l.Level == x.Level {
		return nil
	}
	text := fmt.Sprintf("%s điểm ứng với mức %s", pointText(x.Points), l.Level.Words())
	return []Note{{ID: notePoints, Text: text, Cite: l.Cite, Mark: l.Mark, Wrong: !l.Level.AtLeast(x.Level)}}
}

// levelsOf are the levels of people or of units: their articles are not the same.
func (s *RatingScheme) levelsOf(kind tdkt.SubjectKind) []RatingLevel {
	if kind == tdkt.AUnit && s.UnitRules != nil && len(s.UnitRules.Levels) > 0 {
		return s.UnitRules.Levels
	}
	return s.Levels
}

// levelOf is the level of points, nought too; false where levels have no points.
func levelOf(levels []RatingLevel, points int) (RatingLevel, bool) {
	for _, l := range levels {
		if levels[0].Points > 0 && points >= l.Points*100 {
			return l, true
		}
	}
	return RatingLevel{}, false
}

// cite is where the scheme says how many points there are.
func (s *RatingScheme) cite() string {
	if s.Marks != nil {
		return s.Marks.Cite
	}
	return s.Levels[0].Cite
}

// headNote: the head of a unit is not rated above it.
func (f *Facts) headNote(s *RatingScheme, place int, x tdkt.Rating) []Note {
	unit, level, ok := f.ownUnitLevel(place, x.Year)
	if !ok || levelRank(x.Level) <= levelRank(level) {
		return nil
	}
	return []Note{{ID: noteHead, Text: fmt.Sprintf("cao hơn mức của %s (%s)", unit, level.Words()), Cite: s.Head.Cite, Mark: s.Head.Mark}}
}

func (s *RatingScheme) monthsNote() Note {
	return Note{
		ID: noteMonths, Text: fmt.Sprintf("làm việc chưa đủ %d tháng trong năm, không thuộc diện xếp loại", s.Months.Least),
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
		if a.doubts(n, x) {
			out = append(out, n)
		}
	}
	m := a.Scheme.Marks
	complete := len(a.Missing()) == 0
	switch {
	case complete && a.Count > 0 && x.Points > 0 && x.Points != a.Mean:
		text := fmt.Sprintf("điểm %s khác %s", pointText(x.Points), a.MeanWords())
		out = append(out, Note{ID: "diem-khac-trung-binh", Text: text, Cite: m.Mean.Cite, Mark: m.Mean.Mark})
	case !a.Has() && x.Points == 0:
		out = append(out, Note{ID: noteNoPoints, Text: "có mức mà không có điểm", Cite: m.Cite, Mark: m.Mark})
	}
	if complete && a.Level != "" && a.Level != x.Level && x.Why == "" {
		out = append(out, Note{ID: noteOther, Text: fmt.Sprintf("khác mức đề xuất (%s) mà chưa ghi lý do", a.Level.Words())})
	}
	return out
}

// doubts says whether a note about the year speaks against a decided rating: not what only
// tells how the level came about, what the rating follows or has its ground against, and the
// sheet of the year's last period.
func (a *Appraisal) doubts(n Note, x tdkt.Rating) bool {
	switch {
	case n.fits:
		return false
	case n.fails:
		return x.Level != tdkt.NotDone && x.Why == ""
	case n.ID == noteMissing:
		return len(a.wanting()) > 0
	}
	return true
}
