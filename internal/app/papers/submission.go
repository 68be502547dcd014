package papers

import (
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/dossier"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// Outgoing says which folder is written, and how.
type Outgoing struct {
	Round tdkt.Round
	Date  tdkt.Day // of its papers, zero: left to be filled in by hand
	PDF   bool     // the lists that leave the house also as PDF
	Draft bool     // written whatever stands against it; every page and file name says DỰ THẢO
}

// Gathered gathers the papers of a folder with all that goes into it.
func Gathered(ctx context.Context, a *app.App, o Outgoing) (*dossier.Submission, error) {
	s, err := submissionDated(ctx, a, o.Round, o.Date)
	if err != nil {
		return nil, err
	}
	if s.Columns, err = listColumns(a); err != nil {
		return nil, err
	}
	s.Draft, s.PDF = o.Draft, o.PDF
	head, err := a.Head(ctx)
	if err != nil {
		return nil, err
	}
	s.Head = head.Words()
	s.Enclosures = enclosures(a, s)
	return s, nil
}

// ExportFolder writes the whole folder of a round under parent and returns its path. While
// anything must be put right it is refused with the list; a draft is written all the same.
func ExportFolder(ctx context.Context, a *app.App, o Outgoing, parent string, progress app.Progress) (string, error) {
	s, err := Gathered(ctx, a, o)
	if err != nil {
		return "", err
	}
	if err := held(s); err != nil {
		return "", err
	}
	return a.Forms.Submission(ctx, parent, s, progress)
}

// ExportSubmission writes the folder of a year's own round.
func ExportSubmission(ctx context.Context, a *app.App, year int, parent string, progress app.Progress) (string, error) {
	return ExportFolder(ctx, a, Outgoing{Round: tdkt.YearEndRound(year)}, parent, progress)
}

// held refuses a folder while something in it must be put right.
func held(s *dossier.Submission) error {
	list := s.Blocked()
	if s.Draft || len(list) == 0 {
		return nil
	}
	problems := make([]tdkt.Problem, len(list))
	for i, c := range list {
		problems[i] = tdkt.Problem{Text: c.About + ": " + c.Text}
	}
	return &tdkt.Error{Kind: tdkt.Invalid, Problems: problems, Text: fmt.Sprintf(
		"Chưa xuất hồ sơ: còn %d điều phải sửa. Hãy sửa rồi xuất lại, hoặc xuất bản nháp.", len(list))}
}

// CompareFolder reads a folder that was written earlier and lists where it does not say
// what the data file says now.
func CompareFolder(ctx context.Context, a *app.App, o Outgoing, dir string) ([]string, error) {
	s, err := Gathered(ctx, a, o)
	if err != nil {
		return nil, err
	}
	return a.Forms.ReadBack(ctx, dir, s)
}

// hasCases refuses a paper that would be about nobody.
func hasCases(s *dossier.Submission, kind letters.Kind) error {
	about := ""
	is := func(dossier.Nominee) bool { return false }
	switch kind {
	case letters.Proposal:
		is, about = dossier.UpPart.Holds, "trình cấp trên"
	case letters.Decision:
		is, about = dossier.OwnPart.Holds, "do Sở quyết định"
	case letters.Consultation:
		about = "cần ý kiến của cơ quan khác"
		if s.Asks("y-kien") {
			return nil
		}
	case letters.Posting:
		about = "phải công khai danh sách"
		if s.Asks("cong-khai") {
			return nil
		}
	case letters.InitiativeMinutes, letters.InitiativeGiven:
		return hasInitiatives(s, kind)
	default:
		return nil
	}
	if slices.ContainsFunc(s.Nominees, is) {
		return nil
	}
	return tdkt.Errorf(tdkt.Invalid, "Đợt “%s” không có trường hợp nào %s nên không lập văn bản này. Hãy lập đề nghị và biểu quyết trước.", s.Round.Title(), about)
}

// hasInitiatives refuses papers about initiatives where there is none.
func hasInitiatives(s *dossier.Submission, kind letters.Kind) error {
	if slices.ContainsFunc(s.Initiatives, func(r dossier.InitiativeRow) bool { return kind == letters.InitiativeMinutes || r.Scope == tdkt.Base }) {
		return nil
	}
	return tdkt.Errorf(tdkt.Invalid, "Năm %d chưa có sáng kiến, đề tài nào để ghi vào văn bản này. Hãy nhập ở trang Sáng kiến trước.", s.Year)
}
