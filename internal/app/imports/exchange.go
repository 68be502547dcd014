package imports

import (
	"cmp"
	"slices"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// Exchange is every fact of the view as the rows of the exchange workbook, each
// sheet ordered by code and year so that two files with the same facts give the
// same workbook.
func Exchange(v *view.View) *tdkt.Exchange {
	ex := &tdkt.Exchange{}
	for _, n := range v.UnitTree() {
		parent, into := "", ""
		if n.Into != "" {
			into = v.Facts.CodeOf(tdkt.UnitSubject(n.Into))
		}
		if n.Parent != "" {
			parent = v.Facts.CodeOf(tdkt.UnitSubject(n.Parent))
		}
		ex.Units = append(ex.Units, tdkt.UnitRow{Code: n.Code, Name: n.Name, Parent: parent, Kind: n.Kind, Founded: n.Founded, Closed: n.Closed, Into: into, Counts: n.Counts})
	}
	peopleRows(v, ex)
	meritRows(v, ex)
	caseRows(v, ex)
	yearRows(v, ex)
	periodRows(v, ex)
	papers.PassageRows(v, ex)
	officerRows(v, ex)
	return ex
}

func person(v *view.View, id tdkt.ID) string { return v.Facts.CodeOf(tdkt.PersonSubject(id)) }

func unit(v *view.View, id tdkt.ID) string { return v.Facts.CodeOf(tdkt.UnitSubject(id)) }

func peopleRows(v *view.View, ex *tdkt.Exchange) {
	for _, p := range v.People {
		ex.People = append(ex.People, tdkt.PersonRow{
			Code: p.Code, Name: p.Name, Born: p.Born, BornYear: p.BornYear, Sex: p.Sex, CCCD: p.CCCD,
			Unit: unit(v, p.Unit), Position: p.Position, Employment: p.Employment,
			Leader: p.Leader, LeaderGiven: true, Start: p.Start, End: p.End, Texts: tdkt.Texts(tdkt.PersonTexts(), p),
		})
	}
	slices.SortFunc(ex.People, func(a, b tdkt.PersonRow) int { return cmp.Compare(a.Code, b.Code) })
	for _, p := range v.Posts {
		ex.Posts = append(ex.Posts, tdkt.PostRow{
			Code: person(v, p.Person), From: p.From, To: p.To, Unit: unit(v, p.Unit), Position: p.Position, Leader: p.Leader,
		})
	}
	slices.SortFunc(ex.Posts, func(a, b tdkt.PostRow) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.From, b.From), cmp.Compare(a.Unit, b.Unit))
	})
}

func meritRows(v *view.View, ex *tdkt.Exchange) {
	for _, r := range v.Ratings {
		ex.Ratings = append(ex.Ratings, tdkt.RatingRow{Year: r.Year, Code: v.Facts.CodeOf(r.Subject), Level: r.Level, Points: r.Points, Decision: r.Decision, Notified: r.Notified, Texts: tdkt.Texts(tdkt.RatingTexts(), r)})
	}
	slices.SortFunc(ex.Ratings, func(a, b tdkt.RatingRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code))
	})
	for _, w := range v.Awards {
		ex.Awards = append(ex.Awards, tdkt.AwardRow{
			Code: v.Facts.CodeOf(w.Subject), Title: w.Code, From: w.From, To: w.To,
			Decision: w.Decision, Date: w.Date, Level: w.Level, Revoked: w.Revoked, Texts: tdkt.Texts(tdkt.AwardTexts(), w),
		})
	}
	slices.SortFunc(ex.Awards, func(a, b tdkt.AwardRow) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.Code, b.Code), cmp.Compare(a.Decision, b.Decision), cmp.Compare(a.Date, b.Date))
	})
	for _, i := range v.Initiatives {
		ex.Initiatives = append(ex.Initiatives, tdkt.InitiativeRow{
			Year: i.Year, Code: person(v, i.Person), Title: i.Title, Kind: i.Kind, Scope: i.Scope, Decision: i.Decision, Date: i.Date, Share: i.Share,
		})
	}
	slices.SortFunc(ex.Initiatives, func(a, b tdkt.InitiativeRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Scope, b.Scope), cmp.Compare(a.Decision, b.Decision))
	})
	for _, p := range v.Pledges {
		ex.Pledges = append(ex.Pledges, tdkt.PledgeRow{Year: p.Year, Code: v.Facts.CodeOf(p.Subject), Title: p.Title, Initiative: p.Initiative})
	}
	slices.SortFunc(ex.Pledges, func(a, b tdkt.PledgeRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Title, b.Title))
	})
}

func caseRows(v *view.View, ex *tdkt.Exchange) {
	for _, d := range v.Disciplines {
		ex.Disciplines = append(ex.Disciplines, tdkt.DisciplineRow{Code: person(v, d.Person), Form: d.Form, Date: d.Date, Decision: d.Decision, Kind: d.Kind, CountsIn: d.CountsIn})
	}
	slices.SortFunc(ex.Disciplines, func(a, b tdkt.DisciplineRow) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Form, b.Form))
	})
	for _, h := range v.Holds {
		ex.Holds = append(ex.Holds, tdkt.HoldRow{Code: v.Facts.CodeOf(h.Subject), From: h.From, To: h.To, Reason: h.Reason})
	}
	slices.SortFunc(ex.Holds, func(a, b tdkt.HoldRow) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Reason, b.Reason))
	})
	for _, n := range v.Absences {
		ex.Absences = append(ex.Absences, tdkt.AbsenceRow{Code: person(v, n.Person), From: n.From, To: n.To, Kind: n.Kind})
	}
	slices.SortFunc(ex.Absences, func(a, b tdkt.AbsenceRow) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Kind, b.Kind))
	})
}

func yearRows(v *view.View, ex *tdkt.Exchange) {
	for _, y := range v.Years {
		row := tdkt.ClosingRow{Year: y.Year}
		for _, b := range tdkt.Books() {
			if y.IsClosed(b) {
				row.Closed = append(row.Closed, b)
			}
		}
		ex.Closings = append(ex.Closings, row)
	}
	slices.SortFunc(ex.Closings, func(a, b tdkt.ClosingRow) int { return cmp.Compare(a.Year, b.Year) })
	for _, t := range v.Ticks {
		ex.Ticks = append(ex.Ticks, tdkt.TickRow{
			Year: t.Year, Code: v.Facts.CodeOf(t.Subject), Title: t.Title, Need: t.Need, Met: t.Met, By: t.By, Date: t.Date,
		})
	}
	slices.SortFunc(ex.Ticks, func(a, b tdkt.TickRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Need, b.Need))
	})
	for _, e := range v.Exceptions {
		ex.Exceptions = append(ex.Exceptions, tdkt.ExceptionRow{
			Year: e.Year, Code: v.Facts.CodeOf(e.Subject), Title: e.Title, Need: e.Need,
			By: e.By, Document: e.Document, Date: e.Date, Reason: e.Reason,
		})
	}
	slices.SortFunc(ex.Exceptions, func(a, b tdkt.ExceptionRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Need, b.Need))
	})
	for _, l := range v.Locals {
		ex.Locals = append(ex.Locals, tdkt.LocalRow{Year: l.Year, Key: l.Key, Value: l.Value, Document: l.Document, Date: l.Date, About: l.About})
	}
	for _, g := range v.Snapshot.Regulations {
		ex.Regulations = append(ex.Regulations, tdkt.RegulationRow{Number: g.Number, Signed: g.Signed, First: g.First, Last: g.Last, Text: g.Text})
	}
	slices.SortFunc(ex.Regulations, func(a, b tdkt.RegulationRow) int { return cmp.Compare(a.Number, b.Number) })
	slices.SortFunc(ex.Locals, func(a, b tdkt.LocalRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Key, b.Key))
	})
}
