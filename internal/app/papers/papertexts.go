package papers

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// rootSubject is the office itself, which texts of a whole round are of.
func rootSubject(v *view.View) tdkt.Subject {
	for _, u := range v.Units {
		if u.Parent == "" && !u.Household() {
			return tdkt.UnitSubject(u.ID)
		}
	}
	return tdkt.Subject{Kind: tdkt.AUnit}
}

// paperTexts are what the office wrote into a paper of a layout that is about a subject.
func paperTexts(v *view.View, layout string, r tdkt.Round, s tdkt.Subject) dossier.Texts {
	return dossier.TextsOf(v.Passages, r.Year, r.ID, s, v.Rules.PaperLayout(layout))
}

// textsOf is whose texts a document prints: those of a report's or a room's own subject, else
// the office's.
func textsOf(v *view.View, d Document) tdkt.Subject {
	if d.Subject.ID != "" {
		return d.Subject
	}
	return rootSubject(v)
}

// PaperField is one text of a paper as it is typed.
type PaperField struct {
	view.PassageDraft
	Subject tdkt.Subject // whose text it is
	Case    string       // of a text that each case has of its own: who
}

// PaperFields are the texts that a document prints and the office writes, other than those of
// reports of merits. None: it has none.
func PaperFields(ctx context.Context, a *app.App, d Document, year int) ([]PaperField, error) {
	v, r := a.View(), d.roundIn(year)
	layout := v.Rules.PaperLayout(string(d.Kind))
	if layout == nil {
		return nil, nil
	}
	s := textsOf(v, d)
	var out []PaperField
	for _, p := range v.Drafts(layout.Written(), r, s) {
		out = append(out, PaperField{PassageDraft: p, Subject: s})
	}
	votes, ok := v.Rules.ReportPart(layout.Votes)
	if !ok {
		return out, nil
	}
	rooms, err := roomsOf(ctx, a, d, r)
	if err != nil {
		return nil, err
	}
	seen := map[tdkt.Subject]bool{}
	for _, room := range rooms {
		for _, c := range room.Cases {
			if seen[c.Subject] {
				continue
			}
			seen[c.Subject] = true
			for _, p := range v.Drafts([]law.ReportPart{votes}, r, c.Subject) {
				out = append(out, PaperField{PassageDraft: p, Subject: c.Subject, Case: c.Name})
			}
		}
	}
	return out, nil
}

// roomsOf are the rooms of a document of rooms, or its only one.
func roomsOf(ctx context.Context, a *app.App, d Document, r tdkt.Round) ([]dossier.Room, error) {
	s, err := SubmissionOf(ctx, a, r)
	if err != nil {
		return nil, err
	}
	return RoomsIn(a, s, d), nil
}

// RoomsIn are the rooms that a document is written for.
func RoomsIn(a *app.App, s *dossier.Submission, d Document) []dossier.Room {
	v := a.View()
	return slices.DeleteFunc(dossier.RoomsOf(a.DossierInput(v, s.Year), s, v.Work), func(r dossier.Room) bool {
		promised := len(r.Own)+len(r.Pledges) > 0 || r.Pact.Of("chỉ tiêu giao ước") != ""
		switch d.Kind {
		case letters.Pledge:
			return d.Subject.ID != "" && d.Subject.ID != r.Unit.ID || !promised && d.Subject.ID == ""
		default:
			return d.Subject.ID != "" && d.Subject.ID != r.Unit.ID || len(r.Cases) == 0 || r.Unit.Depth == 0
		}
	})
}

// SavePaper keeps the texts of a document, in one step.
func SavePaper(ctx context.Context, a *app.App, d Document, year int, list []PaperField) error {
	v, r := a.View(), d.roundIn(year)
	if err := v.Unlocked(year); err != nil {
		return err
	}
	var put, drop []tdkt.Record
	for _, f := range list {
		p, q, err := v.PassageChanges(r, f.Subject, map[string]string{f.Key: f.Text})
		if err != nil {
			return err
		}
		put, drop = append(put, p...), append(drop, q...)
	}
	if len(put)+len(drop) == 0 {
		return nil
	}
	words := fmt.Sprintf("Ghi nội dung %s năm %d: %d mục", dossier.Clause(d.Name), year, len(put)+len(drop))
	return a.Change(ctx, "save-paper", words, func(tx app.Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// gaps are what a document prints and the book does not hold, in words.
func gaps(a *app.App, s *dossier.Submission, d Document) []string {
	v := a.View()
	if d.Layout != "" {
		return reportAs(a, s, d).Gaps
	}
	if d.Kind == letters.Minutes && !s.Meeting.Held() {
		return []string{"cuộc họp Hội đồng của đợt"}
	}
	if d.Kind.OfBloc() {
		return blocGaps(v, s.Year, d)
	}
	out := paperTexts(v, string(d.Kind), s.Round, textsOf(v, d)).Gaps
	if d.Kind == letters.Pledge && d.Subject.ID == "" {
		return pactGaps(a, s, d)
	}
	if d.Kind == letters.Proposal && s.Asks("cong-khai") {
		out = append(out, paperTexts(v, string(letters.Posting), s.Round, rootSubject(v)).Gaps...)
	}
	for _, room := range roomsFor(a, s, d) {
		n := 0
		for _, c := range room.Cases {
			n += view.CountIf(c.All == 0)
		}
		out = append(out, reports.Counted(n, "phiếu bình xét của %d trường hợp")...)
	}
	return out
}

// roomsFor are the rooms of the minutes of rooms, none of other documents.
func roomsFor(a *app.App, s *dossier.Submission, d Document) []dossier.Room {
	if d.Kind != letters.RoomMinutes {
		return nil
	}
	return RoomsIn(a, s, d)
}

// pactGaps counts the rooms whose pact lacks something.
func pactGaps(a *app.App, s *dossier.Submission, d Document) []string {
	n, targets := 0, 0
	for _, room := range RoomsIn(a, s, d) {
		if room.Unit.Depth == 0 {
			continue // the office itself signs none
		}
		n += view.CountIf(room.Signed == 0)
		targets += view.CountIf(len(room.Targets) == 0)
	}
	return append(reports.Counted(targets, "chỉ tiêu của %d phòng"), reports.Counted(n, "ngày ký của %d phòng")...)
}

// paperDayOf is the day by which a paper's form is looked up.
func paperDayOf(s *dossier.Submission) tdkt.Day { return cmp.Or(s.PaperDay, tdkt.LastDay(s.Year)) }
