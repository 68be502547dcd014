package papers

import (
	"cmp"
	"context"

	"tdkt/internal/app"
	"tdkt/internal/dossier"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// ReportIn is a subject's report in a round, put together on the day of its papers.
func ReportIn(a *app.App, s *dossier.Submission, subject tdkt.Subject, title string) *dossier.Report {
	on := cmp.Or(s.PaperDay, tdkt.Date(s.Year, 12, 31))
	return dossier.ReportOf(a.DossierInput(a.View(), s.Year), on, s.Round.Kind, subject, title)
}

// reportInfo is the kind of document that a subject's report for a title is in a round.
func reportInfo(a *app.App, s *dossier.Submission, subject tdkt.Subject, title string) letters.Info {
	if r := ReportIn(a, s, subject, title); r.Form != nil {
		if info, ok := letters.ReportKind(r.Form.Layout.Key); ok {
			return info
		}
	}
	info, _ := letters.InfoOf(string(reportKind(subject.Kind)))
	return info
}

// ReportDocument is the report of merits of a row of the year's dossiers.
func ReportDocument(ctx context.Context, a *app.App, year int, r dossier.PaperRow) (Document, error) {
	s, err := Submission(ctx, a, year)
	if err != nil {
		return Document{}, err
	}
	return reportFor(a, s, dossier.Nominee{Who: r.Who, Title: r.Title}), nil
}
