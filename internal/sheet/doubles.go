package sheet

import (
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// once refuses a code that an earlier row of the sheet has too.
func (r *record) once(column, called, code string) {
	if code == "" {
		return
	}
	key := column + "\x00" + strings.ToUpper(code)
	if first, ok := r.in.seen[key]; ok {
		r.refuse(column, fmt.Sprintf("%s “%s” có ở cả dòng %d và dòng %d. Hãy xóa một dòng hoặc sửa lại mã.", called, code, first, r.line))
		return
	}
	r.in.seen[key] = r.line
}

// onceHidden is once for a number that must not stand in a sentence.
func (r *record) onceHidden(column, digits string) {
	if digits == "" {
		return
	}
	key := column + "\x00" + digits
	if first, ok := r.in.seen[key]; ok {
		r.refuse(column, fmt.Sprintf("Số CCCD ở dòng %d giống số ở dòng %d. Hai người không thể có cùng một số; hãy sửa lại.", r.line, first))
		return
	}
	r.in.seen[key] = r.line
}

// dropDoubles takes out rows that say the same thing twice, with a warning, and
// refuses ratings that contradict each other.
func dropDoubles(in *importing) {
	ex := in.ex
	refuseContradictions(in)
	ex.Ratings = distinct(in, tdkt.SheetRatings, ex.Ratings, func(r *tdkt.RatingRow) *tdkt.Line { return &r.Line })
	ex.Awards = distinct(in, tdkt.SheetAwards, ex.Awards, func(r *tdkt.AwardRow) *tdkt.Line { return &r.Line })
	ex.Initiatives = distinct(in, tdkt.SheetInitiatives, ex.Initiatives, func(r *tdkt.InitiativeRow) *tdkt.Line { return &r.Line })
	ex.Disciplines = distinct(in, tdkt.SheetDisciplines, ex.Disciplines, func(r *tdkt.DisciplineRow) *tdkt.Line { return &r.Line })
	ex.Holds = distinct(in, tdkt.SheetHolds, ex.Holds, func(r *tdkt.HoldRow) *tdkt.Line { return &r.Line })
	ex.Absences = distinct(in, tdkt.SheetAbsences, ex.Absences, func(r *tdkt.AbsenceRow) *tdkt.Line { return &r.Line })
	ex.Pledges = distinct(in, tdkt.SheetPledges, ex.Pledges, func(r *tdkt.PledgeRow) *tdkt.Line { return &r.Line })
	ex.Posts = distinct(in, tdkt.SheetPosts, ex.Posts, func(r *tdkt.PostRow) *tdkt.Line { return &r.Line })
	ex.Ticks = distinct(in, tdkt.SheetTicks, ex.Ticks, func(r *tdkt.TickRow) *tdkt.Line { return &r.Line })
	ex.Exceptions = distinct(in, tdkt.SheetExceptions, ex.Exceptions, func(r *tdkt.ExceptionRow) *tdkt.Line { return &r.Line })
	ex.Periods = distinct(in, tdkt.SheetPeriods, ex.Periods, func(r *tdkt.PeriodRow) *tdkt.Line { return &r.Line })
	ex.Duties = distinct(in, tdkt.SheetDuties, ex.Duties, func(r *tdkt.DutyRow) *tdkt.Line { return &r.Line })
	ex.RatingFacts = distinct(in, tdkt.SheetRatingFacts, ex.RatingFacts, func(r *tdkt.RatingFactRow) *tdkt.Line { return &r.Line })
	ex.Passages = distinct(in, tdkt.SheetPassages, ex.Passages, func(r *tdkt.PassageRow) *tdkt.Line { return &r.Line })
	ex.Figures = distinct(in, tdkt.SheetFigures, ex.Figures, func(r *tdkt.FigureRow) *tdkt.Line { return &r.Line })
	ex.Officers = distinct(in, tdkt.SheetOfficers, ex.Officers, func(r *tdkt.OfficerRow) *tdkt.Line { return &r.Line })
	ex.Bureaus = distinct(in, tdkt.SheetBureaus, ex.Bureaus, func(r *tdkt.BureauRow) *tdkt.Line { return &r.Line })
	ex.Regulations = distinct(in, tdkt.SheetRegulations, ex.Regulations, func(r *tdkt.RegulationRow) *tdkt.Line { return &r.Line })
	ex.Locals = distinct(in, tdkt.SheetLocals, ex.Locals, func(r *tdkt.LocalRow) *tdkt.Line { return &r.Line })
}

// distinct keeps the first of rows that are equal but for the line they stand on.
func distinct[T comparable](in *importing, sheet string, rows []T, line func(*T) *tdkt.Line) []T {
	seen := make(map[T]tdkt.Line, len(rows))
	out := rows[:0]
	for _, row := range rows {
		key := row
		at := *line(&key)
		*line(&key) = 0
		if first, ok := seen[key]; ok {
			in.sheet = sheet
			in.warn(fmt.Sprintf("dòng %d", at), fmt.Sprintf("Dòng %d giống hệt dòng %d nên chỉ đọc một lần.", at, first))
			continue
		}
		seen[key] = at
		out = append(out, row)
	}
	return out
}

func refuseContradictions(in *importing) {
	type subject struct {
		year int
		code string
	}
	first := map[subject]tdkt.RatingRow{}
	column := in.ex.Columns[tdkt.SheetRatings]["Mức"]
	for _, r := range in.ex.Ratings {
		key := subject{r.Year, strings.ToUpper(r.Code)}
		f, ok := first[key]
		if !ok {
			first[key] = r
			continue
		}
		var text string
		switch {
		case f.Level != r.Level:
			text = fmt.Sprintf("“%s” năm %d được xếp hai mức khác nhau: %s ở dòng %d, %s ở dòng %d. Hãy giữ lại một dòng.", r.Code, r.Year, f.Level, f.Line, r.Level, r.Line)
		case f.Points != r.Points || f.Decision != r.Decision || f.Texts != r.Texts:
			text = fmt.Sprintf("“%s” năm %d được xếp loại ở cả dòng %d và dòng %d, khác nhau về điểm hoặc số quyết định. Hãy giữ lại một dòng.", r.Code, r.Year, f.Line, r.Line)
		default:
			continue
		}
		in.sheet = tdkt.SheetRatings
		in.problem(fmt.Sprintf("%s%d", column, r.Line), text)
	}
}
