package imports

import (
	"slices"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// oldRow is a fact as a row of the exchange workbook.
func oldRow(f *intake.Fact, line int) (row any, problem string) {
	l := tdkt.Line(line)
	switch f.Kind {
	case intake.FactRating:
		row = tdkt.RatingRow{Line: l, Year: f.Year, Code: f.Code, Level: f.Level, Points: f.Points, Decision: f.Decision}
	case intake.FactAward:
		row = tdkt.AwardRow{
			Line: l, Code: f.Code, Title: f.Title, From: f.From, To: f.To, Decision: f.Decision, Date: f.Date, Level: f.TitleLevel,
		}
	case intake.FactInitiative:
		kind := tdkt.Innovation
		if f.Study {
			kind = tdkt.Study
		}
		row = tdkt.InitiativeRow{
			Line: l, Year: f.Year, Code: f.Code, Title: f.Value, Kind: kind, Scope: f.Scope, Decision: f.Decision, Date: f.Date, Share: f.Share,
		}
	case intake.FactDiscipline:
		row = tdkt.DisciplineRow{Line: l, Code: f.Code, Form: f.Penalty, Date: f.Date, Decision: f.Decision, Kind: tdkt.DisciplineKind(f.Value)}
	case intake.FactAbsence:
		row = tdkt.AbsenceRow{Line: l, Code: f.Code, From: f.FromDay, To: f.ToDay, Kind: f.Value}
	case intake.FactPoints:
		row = tdkt.PeriodRow{
			Line: l, Year: f.Year, Code: f.Code, Period: f.Period, Common: f.Common, Result: f.Result, Total: f.Points,
			CommonGiven: f.CommonGiven, ResultGiven: f.ResultGiven, HasTotal: true,
		}
	default:
		row = tdkt.PledgeRow{Line: l, Year: f.Year, Code: f.Code, Title: f.Title}
	}
	if unset(f) {
		problem = wordUnset
	}
	return row, problem
}

const wordUnset = "thiếu năm, mức, danh hiệu hoặc ngày nên chưa ghi được; hãy bổ sung"

// unset says whether a fact lacks what a row of its kind cannot be without.
func unset(f *intake.Fact) bool {
	switch f.Kind {
	case intake.FactRating:
		return f.Year == 0 || f.Level == ""
	case intake.FactAward:
		return f.From == 0 || f.Title == ""
	case intake.FactInitiative:
		return f.Year == 0 || f.Value == "" || f.Scope == ""
	case intake.FactDiscipline:
		return f.Penalty == "" || f.Date == 0
	case intake.FactAbsence:
		return f.FromDay == 0 || f.ToDay == 0
	}
	return f.Year == 0 || f.Kind != intake.FactPoints && (f.Title == "" || !f.Known)
}

// unlined is a row without the line it stands on, to be compared.
func unlined(row any) any {
	switch r := row.(type) {
	case tdkt.RatingRow:
		return tdkt.RatingRow{Year: r.Year, Code: r.Code}
	case tdkt.AwardRow:
		r.Line = 0
		return r
	case tdkt.InitiativeRow:
		r.Line = 0
		return r
	case tdkt.DisciplineRow:
		r.Line = 0
		return r
	case tdkt.AbsenceRow:
		r.Line = 0
		return r
	case tdkt.PledgeRow:
		r.Line = 0
		return r
	case tdkt.PeriodRow:
		return tdkt.PeriodRow{Year: r.Year, Code: r.Code, Period: r.Period}
	}
	return row
}

func keepRow(ex *tdkt.Exchange, row any) {
	switch r := row.(type) {
	case tdkt.RatingRow:
		ex.Ratings = append(ex.Ratings, r)
	case tdkt.AwardRow:
		ex.Awards = append(ex.Awards, r)
	case tdkt.InitiativeRow:
		ex.Initiatives = append(ex.Initiatives, r)
	case tdkt.DisciplineRow:
		ex.Disciplines = append(ex.Disciplines, r)
	case tdkt.AbsenceRow:
		ex.Absences = append(ex.Absences, r)
	case tdkt.PledgeRow:
		ex.Pledges = append(ex.Pledges, r)
	case tdkt.PeriodRow:
		ex.Periods = append(ex.Periods, r)
	}
}

// mergeAwards lets an award named once with and once without its decision be one.
func mergeAwards(ex *tdkt.Exchange) {
	type key struct {
		code, title string
		from, to    int
	}
	numbered := map[key]bool{}
	of := func(r tdkt.AwardRow) key { return key{r.Code, r.Title, r.From, r.To} }
	for _, r := range ex.Awards {
		numbered[of(r)] = numbered[of(r)] || r.Decision != ""
	}
	bare := map[key]bool{}
	ex.Awards = slices.DeleteFunc(ex.Awards, func(r tdkt.AwardRow) bool {
		if r.Decision != "" {
			return false
		}
		drop := numbered[of(r)] || bare[of(r)]
		bare[of(r)] = true
		return drop
	})
}
