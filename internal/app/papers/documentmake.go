package papers

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// document fills a document's template.
func document(a *app.App, s *dossier.Submission, d Document) ([]byte, error) {
	v := a.View()
	in := letters.Input{Submission: s, Title: d.Title}
	if err := fillOf(a, s, d, &in); err != nil {
		return nil, err
	}
	if d.Kind == letters.Plan {
		plans := v.PlansOf(s.Year)
		at := slices.IndexFunc(plans, func(p tdkt.Plan) bool { return d.Plan == "" || p.ID == d.Plan })
		if at < 0 {
			return nil, tdkt.Errorf(tdkt.NotFound, "Năm %d chưa có kế hoạch thi đua. Hãy lập kế hoạch ở thẻ Kế hoạch trước.", s.Year)
		}
		in.Plan = plans[at]
	}
	if d.Kind == letters.PlanReport {
		in.Plan, in.Tasks = reports.PlanProgress(v, s.Year, d.Half, a.Today())
	}
	if d.Kind == letters.Decision {
		cut, err := decisionCases(s, d)
		if err != nil {
			return nil, err
		}
		in.Submission, s = cut, cut
	}
	if err := hasCases(s, d.Kind); err != nil {
		return nil, err
	}
	t, err := template(a, d.Info)
	if err != nil {
		return nil, err
	}
	in.Marks = marks(s, d)
	var buf bytes.Buffer
	err = letters.Write(&buf, d.Kind, t, in)
	return buf.Bytes(), err
}

// fillOf puts in what a document of its kind prints beside the round's cases.
func fillOf(a *app.App, s *dossier.Submission, d Document, in *letters.Input) error {
	v := a.View()
	in.Texts = paperTexts(v, string(d.Kind), s.Round, textsOf(v, d))
	in.Number = v.Rules.FormNumber(string(d.Kind), paperDayOf(s))
	switch {
	case d.Layout != "":
		in.History = dossier.HistoryOf(a.DossierInput(v, s.Year), d.Subject).By(cmp.Or(s.DatedBy, s.Round.Date))
		in.History.Report, in.Parts = reportAs(a, s, d), v.Rules.ReportParts()
	case d.NeedsSubject():
		in.History = historyFor(a, s, d)
		if d.Kind == letters.InitiativeProof && len(in.History.Initiatives) == 0 {
			return tdkt.Errorf(tdkt.Invalid, "%s chưa có sáng kiến, đề tài nào được công nhận cho hồ sơ năm %d. Hãy nhập ở trang Sáng kiến trước.", in.History.Name, s.Year)
		}
	case d.Kind == letters.Pledge || d.Kind == letters.RoomMinutes:
		in.Rooms = RoomsIn(a, s, d)
	case d.Kind == letters.Proposal:
		posting := paperTexts(v, string(letters.Posting), s.Round, rootSubject(v))
		in.Texts.List = append(in.Texts.List, posting.List...)
	case d.Kind.OfBloc():
		var err error
		in.Bloc, err = blocFill(v, s.Year, d)
		return err
	case d.Kind == letters.Archive:
		in.Files = archiveFiles(a, s)
	case d.Kind == letters.WorkReport:
		in.Work = reports.WorkOver(a, s, d.From, d.To)
		in.Plan = in.Work.Plan
	}
	return nil
}

// historyFor is the history of a subject as a confirmation states it: of a yearly title, the
// initiatives of the year alone.
func historyFor(a *app.App, s *dossier.Submission, d Document) dossier.History {
	h := dossier.HistoryOf(a.DossierInput(a.View(), s.Year), d.Subject)
	if c, ok := a.View().Rules.CodeOf(d.Code, s.Year); ok && c.Yearly {
		h.Initiatives = slices.DeleteFunc(slices.Clone(h.Initiatives), func(i tdkt.Initiative) bool { return i.Year != s.Year })
	}
	return h
}

// reportAs is what was written for a report in the layout of its document, under the form
// that the law of the day gives it; a layout chosen against the law has no form's number.
func reportAs(a *app.App, s *dossier.Submission, d Document) *dossier.Report {
	r := ReportIn(a, s, d.Subject, d.Code)
	if r.Form == nil || r.Form.Layout.Key == d.Layout {
		return r
	}
	form := *r.Form
	form.Number, form.Heading = "", "BÁO CÁO THÀNH TÍCH"
	for _, l := range a.View().Rules.ReportLayouts() {
		if l.Key == d.Layout {
			form.Layout = l
		}
	}
	return dossier.ReportIn(a.DossierInput(a.View(), s.Year), &form, d.Subject)
}

// marks are what a document carries beyond its words: a report its hidden key, a draft its
// mark.
func marks(s *dossier.Submission, d Document) (m docx.Marks) {
	if d.Layout != "" {
		m.Key = view.ReportKey(s.Year, d.Subject)
	}
	if mustBeDraft(s, d.Kind) {
		m.Stamp = draftWords
	}
	return m
}

// mustBeDraft says whether a paper of a kind can only be a draft: it leaves the house, and
// something of its round must be put right first.
func mustBeDraft(s *dossier.Submission, kind letters.Kind) bool {
	return s.Draft || kind.Leaves() && len(s.Blocked()) > 0
}

// DraftOnly says how many things must be put right before a document of a year can be more
// than a draft; 0 for one that needs none.
func DraftOnly(ctx context.Context, a *app.App, year int, d Document) (int, error) {
	s, err := SubmissionOf(ctx, a, d.roundIn(year))
	if err != nil || !mustBeDraft(s, d.Kind) {
		return 0, err
	}
	return len(s.Blocked()), nil
}
