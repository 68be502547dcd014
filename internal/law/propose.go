package law

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// propose finds the level the rules come to, with what speaks for another.
func (a *Appraisal) propose(f *Facts, place int) {
	s := a.Scheme
	if months, _ := f.worked(s, a.Person, a.Year); s.Months != nil && months < s.Months.Least {
		a.NotRated = true
		a.Notes = append(a.Notes, Note{ID: noteMonths, Text: fmt.Sprintf("làm việc chưa đủ %d tháng trong năm, không xếp loại", s.Months.Least), Cite: s.Months.Cite, Mark: s.Months.Mark})
	}
	a.noteMissing()
	failed := a.failed(f, place)
	a.Notes = append(a.Notes, failed...)
	switch {
	case a.NotRated:
	case len(failed) > 0:
		a.Level = tdkt.NotDone
	case a.Count > 0 && len(a.Missing()) == 0:
		l, _ := levelOf(s.Levels, a.Mean)
		a.Level = l.Level
		a.underUnit(f, place)
	case a.awayAllYear():
		a.Notes = append(a.Notes, Note{ID: noteAway, Text: "nghỉ cả năm, không có kỳ nào làm việc để xếp loại", Cite: s.leaveCite(), Mark: "V"})
	}
	a.noteMoved(f, place)
}

// underUnit lowers the level proposed for the head of a unit to the unit's own, and says so.
func (a *Appraisal) underUnit(f *Facts, place int) {
	if a.Scheme.Head == nil || !isHead(a.Person) {
		return
	}
	unit, level, ok := f.ownUnitLevel(place, a.Year)
	if !ok || levelRank(a.Level) <= levelRank(level) {
		return
	}
	a.Notes = append(a.Notes, Note{
		ID: noteHead, Text: fmt.Sprintf("điểm ứng với mức %s nhưng %s được xếp %s", a.Level.Words(), unit, level.Words()),
		Cite: a.Scheme.Head.Cite, Mark: a.Scheme.Head.Mark, fits: true,
	})
	a.Level = level
}

// ownUnitLevel is the unit that somebody is in at the end of a year, with its level.
func (f *Facts) ownUnitLevel(place, year int) (name string, level tdkt.Level, ok bool) {
	unit := f.unitOn(place, f.lastDay(place, year))
	if unit < 0 {
		return "", "", false
	}
	own, ok := f.rating(unit, year)
	if !ok {
		return f.subjects[unit].name, "", false
	}
	return f.subjects[unit].name, f.Snapshot.Ratings[own.row].Level, true
}

// awayAllYear says whether leave took every period served.
func (a *Appraisal) awayAllYear() bool {
	leave := false
	for _, s := range a.Slots {
		if s.State != SlotLeave && s.State != SlotAway {
			return false
		}
		leave = leave || s.State == SlotLeave
	}
	return leave
}

func (s *RatingScheme) leaveCite() string {
	if s.Leave == nil {
		return ""
	}
	return s.Leave.Cite
}

// noteMoved names the units whose marks the one that rates counts too.
func (a *Appraisal) noteMoved(f *Facts, place int) {
	if len(f.posts.of(place)) == 0 || !a.Has() {
		return
	}
	if text := a.movedWords(f, place); text != "" {
		m := a.Scheme.Marks.Moved
		a.Notes = append(a.Notes, Note{ID: noteMovedOn, Text: text, Cite: m.Cite, Mark: m.Mark, fits: true})
	}
}

// noteMissing names the periods without a sheet.
func (a *Appraisal) noteMissing() {
	if list := a.Missing(); len(list) > 0 && a.Has() {
		a.Notes = append(a.Notes, Note{ID: noteMissing, Text: missingWords(a.Slots), Cite: a.Scheme.Marks.Mean.Cite, Mark: a.Scheme.Marks.Mean.Mark})
	}
}

// unfounded says whether a person's rating of a year cannot be relied on yet: marks were
// entered for its periods, and a sheet is wanting; or every sheet is there and nobody has
// decided the level. The last period of the year is not asked for beside a decided level,
// since the year is rated before it ends.
func (r *Rules) unfounded(f *Facts, s, year int) bool {
	if s >= f.people || len(f.marks.of(s)) == 0 || len(f.marksOf(s, year)) == 0 {
		return false
	}
	a := r.appraise(f, s, year, 0)
	if a.NotRated {
		return false
	}
	_, decided := f.rating(s, year)
	if !decided {
		return true
	}
	return len(a.wanting()) > 0
}

// wanting are the periods whose sheets a decided level still wants: the year is rated before
// it ends, so that its last period is not asked for.
func (a *Appraisal) wanting() []tdkt.Period {
	missing := a.Missing()
	if n := len(missing); n > 0 && a.Scheme != nil && a.Scheme.Decide != nil {
		if _, last := missing[n-1].Months(); last == lastMonth {
			missing = missing[:n-1]
		}
	}
	return missing
}

// lastMonth is the month that is not over when the year is rated.
const lastMonth = 12

// unfounded is what such a rating means: unknown, or met while hoping for an open year.
func (j *judging) unfounded(year int) Answer {
	if j.hope != nil && !j.facts.allClosed(tdkt.RatingBook, max(year, j.hope.year), year) {
		return Yes
	}
	return Unknown
}

// marksSeen tells the mean behind a rating of a year, "" where no marks were entered.
func (j *judging) marksSeen(year int) string {
	if j.sub >= j.facts.people || len(j.facts.marks.of(j.sub)) == 0 {
		return ""
	}
	a := j.rules.appraise(j.facts, j.sub, year, 0)
	return a.MeanWords()
}

// lackMarks asks for the sheets that are wanting in a year, or for the decision.
func (j *judging) lackMarks(year int) []Missing {
	a := j.rules.appraise(j.facts, j.sub, year, 0)
	if list := a.Missing(); len(list) > 0 {
		m := Missing{Noun: tdkt.NounPeriodMark, Subjects: j.me(), Years: []int{year}}
		return []Missing{j.entry(m, "điểm đã xác nhận của "+periodWords(list), "")}
	}
	return []Missing{j.entry(Missing{Noun: tdkt.NounRating, Subjects: j.me(), Years: []int{year}}, "mức xếp loại đã quyết định", "")}
}
