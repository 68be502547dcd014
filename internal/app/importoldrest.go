package app

import (
	"context"
	"strings"

	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// SaveOldRest writes what of a plan is not taken to an Excel file, with the reasons.
func (a *App) SaveOldRest(ctx context.Context, p *OldPlan, path string) error {
	if err := a.mayWrite(path, ".xlsx"); err != nil {
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
	v := p.plan.base
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	switch f.Kind {
	case intake.FactUnit:
		add("Đơn vị " + f.Name)
	case intake.FactPerson:
		add(f.Name)
		if f.Born != 0 || f.BornYear != 0 {
			add(birthText(f.Born, f.BornYear))
		}
		add(string(f.Sex))
		add(f.Position)
		add(f.Unit)
	case intake.FactRating:
		add(f.Name)
		add("xếp loại năm " + yearWord(f.Year))
		add(f.Level.Words())
	case intake.FactAward, intake.FactPledge:
		add(f.Name)
		title := f.Title
		if f.Known {
			title = v.TitleName(f.Title)
		}
		if f.Kind == intake.FactPledge {
			title = "đăng ký " + title
		}
		if f.From != 0 {
			title += " " + years(f.From, f.To)
		}
		add(title)
		add(strings.TrimSpace(f.Decision + " " + f.Date.String()))
	case intake.FactInitiative:
		add(f.Name)
		add("sáng kiến năm " + yearWord(f.Year))
		add(f.Value)
		add(string(f.Scope))
	case intake.FactDiscipline:
		add(f.Name)
		add(string(f.Penalty))
		add(f.Date.String())
	case intake.FactTask:
		add("việc: " + f.Value)
		add(f.Unit)
		add("hạn " + cmpOr(f.ToDay.String(), "cả năm "+yearWord(f.Year)))
	case intake.FactScore:
		add(f.Name)
		add("phong trào " + f.Title)
		add(points(f.Points) + " điểm")
		add(f.Value)
	case intake.FactAbsence:
		add(f.Name)
		add("nghỉ: " + f.Value)
		add(strings.TrimSpace(f.FromDay.String() + " – " + f.ToDay.String()))
	}
	return strings.Join(parts, " · ")
}

func yearWord(y int) string {
	if y == 0 {
		return "?"
	}
	return years(y, y)[len("năm "):]
}
