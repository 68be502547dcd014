package imports

import (
	"context"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// SaveOldRest writes what of a plan is not taken to an Excel file, with the reasons.
func SaveOldRest(ctx context.Context, a *app.App, p *OldPlan, path string) error {
	if err := papers.MayWrite(a, path, ".xlsx"); err != nil {
		return err
	}
	var rows []tdkt.RestRow
	for i := range p.Facts {
		f := &p.Facts[i]
		if f.Sure() {
			continue
		}
		rows = append(rows, tdkt.RestRow{File: f.File, Sheet: f.Sheet, Cell: f.Cell, Source: f.Source, Read: p.Say(f), Why: f.Why()})
	}
	for _, l := range p.Left {
		if l.Refused {
			rows = append(rows, tdkt.RestRow{File: l.File, Sheet: l.Sheet, Cell: l.Range, Source: l.Text, Why: l.Why})
		}
	}
	return a.Books.WriteRest(ctx, path, rows)
}

// Say is a fact in words, as it will be written.
func (p *OldPlan) Say(f *intake.Fact) string {
	var parts []string
	switch f.Kind {
	case intake.FactUnit:
		parts = []string{"Đơn vị " + f.Name}
	case intake.FactPerson:
		parts = []string{f.Name, birthOf(f), string(f.Sex), f.Position, f.Unit}
	case intake.FactRating:
		parts = []string{f.Name, "xếp loại năm " + yearWord(f.Year), f.Level.Words()}
	case intake.FactAward, intake.FactPledge:
		parts = []string{f.Name, p.sayTitle(f), strings.TrimSpace(f.Decision + " " + f.Date.String())}
	case intake.FactInitiative:
		parts = []string{f.Name, "sáng kiến năm " + yearWord(f.Year), f.Value, string(f.Scope)}
	case intake.FactDiscipline:
		parts = []string{f.Name, string(f.Penalty), f.Value, f.Date.String()}
	case intake.FactTask:
		parts = []string{"việc: " + f.Value, f.Unit, "hạn " + cmpOr(f.ToDay.String(), "cả năm "+yearWord(f.Year))}
	case intake.FactPoints:
		parts = []string{f.Name, f.Period.Words() + " năm " + yearWord(f.Year), ScoreWords(tdkt.Score{Common: f.Common, Result: f.Result, Total: f.Points}) + " điểm"}
	case intake.FactScore:
		parts = []string{f.Name, "phong trào " + f.Title, view.Points(f.Points) + " điểm", f.Value}
	case intake.FactAbsence:
		parts = []string{f.Name, "nghỉ: " + f.Value, strings.Trim(f.FromDay.String()+" – "+f.ToDay.String(), "– ")}
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

func birthOf(f *intake.Fact) string {
	if f.Born == 0 && f.BornYear == 0 {
		return ""
	}
	return birthText(f.Born, f.BornYear)
}

// sayTitle is what was given or pledged, with its years.
func (p *OldPlan) sayTitle(f *intake.Fact) string {
	title := f.Title
	if f.Known {
		title = p.plan.base.TitleName(f.Title)
	}
	if f.Kind == intake.FactPledge {
		title = cmpOr(f.Value, "đăng ký") + " " + title
	}
	if f.From != 0 {
		title += " " + years(f.From, f.To)
	}
	return title
}

func yearWord(y int) string {
	if y == 0 {
		return "?"
	}
	return years(y, y)[len("năm "):]
}
