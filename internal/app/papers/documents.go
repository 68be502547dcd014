package papers

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/letters"
	"tdkt/internal/paper"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// Document is one document that can be written for a year. A report is of a subject.
type Document struct {
	letters.Info
	Subject tdkt.Subject
	Who     string     // of a report: the subject's printed name
	Title   string     // of a report: what the subject is put forward for
	Code    string     // of a report: the code of that title, "" for several at once
	Round   tdkt.Round // whose papers it belongs to; zero: the year's own
	// Decision is the number of the decision to write, or “chưa ký” for what is not decided
	// yet; "" where the round has one decision.
	Decision string
	PDF      bool     // written as pages, beside or instead of Word
	Half     bool     // of the report of a plan: for the first half of the year
	From, To tdkt.Day // of the report of the work: its period
	Gaps     []string // what it prints and the book does not hold, where that was looked up
	Bloc     tdkt.ID  // of a paper of a khối; "" is the only one of the year
	Plan     tdkt.ID  // of a plan with a theme; "" is the year's own plan, or its only one
}

// FileName is the document's name in a folder.
func (d Document) FileName(year int) string {
	name := fmt.Sprintf("%s năm %d", d.Name, year)
	if d.To != 0 {
		name = d.Name + " " + reports.WorkPeriod(d.From, d.To)
	}
	if d.Who != "" {
		name = d.Name + " - " + d.Who
	}
	return tdkt.FileWords(name) + ".docx"
}

// Documents lists what can be written for a round: one of each kind, and a report of
// everybody on the lists.
func Documents(ctx context.Context, a *app.App, r tdkt.Round) ([]Document, error) {
	s, err := SubmissionOf(ctx, a, r)
	if err != nil {
		return nil, err
	}
	list := documentsOf(a, s)
	for i := range list {
		list[i].Round = r
		list[i].Gaps = gaps(a, s, list[i])
	}
	return list, nil
}

func documentsOf(a *app.App, s *dossier.Submission) []Document {
	var list []Document
	for _, info := range letters.Kinds() {
		list = append(list, ofKind(a, s, info)...)
	}
	slices.SortStableFunc(list, func(x, y Document) int { return view.CountIf(x.Subject.ID != "") - view.CountIf(y.Subject.ID != "") })
	for _, kind := range []tdkt.SubjectKind{tdkt.AUnit, tdkt.APerson} {
		for _, n := range s.ListOf(kind) {
			list = append(list, reportFor(a, s, n))
		}
	}
	return list
}

// ofKind are the documents of a kind that a round can have, but for reports of merits.
func ofKind(a *app.App, s *dossier.Submission, info letters.Info) []Document {
	switch info.Kind {
	case letters.Plan:
		return plansToWrite(a.View(), s.Year, info)
	case letters.Decision:
		return decisionsToWrite(s, info)
	case letters.WorkReport:
		first := tdkt.FirstDay(s.Year)
		return []Document{{Info: info, From: first, To: reports.Half(s.Year), Half: true}, {Info: info, From: first, To: tdkt.LastDay(s.Year)}}
	case letters.RoomMinutes:
		var list []Document
		for _, room := range RoomsIn(a, s, Document{Info: info}) {
			list = append(list, Document{Info: info, Subject: tdkt.UnitSubject(room.Unit.ID), Who: room.Unit.Name, Title: "họp bình xét"})
		}
		return list
	case letters.InitiativeProof, letters.RatingProof:
		return proofs(a, s, info)
	case letters.BlocPact, letters.BlocMinutes, letters.BlocReport, letters.BlocProposal:
		return blocPapersOf(a.View(), s.Year, info)
	default:
		if info.Layout != "" || hasCases(s, info.Kind) != nil && !info.Always() {
			return nil
		}
		return []Document{{Info: info}}
	}
}

// proofs are the confirmations that the dossiers of a round ask for, and the book can give.
func proofs(a *app.App, s *dossier.Submission, info letters.Info) []Document {
	var list []Document
	seen := map[tdkt.Subject]bool{}
	for _, r := range s.Papers {
		d := Document{Info: info, Subject: r.Subject, Who: r.Name + " (" + r.Code + ") - " + r.Title.Short, Title: inFull(r.Title), Code: r.Title.Code}
		if !slices.Contains(info.Kind.Fills(), r.Paper.Code) || seen[r.Subject] && info.Kind == letters.RatingProof {
			continue
		}
		if h := historyFor(a, s, d); info.Kind == letters.InitiativeProof && len(h.Initiatives) == 0 || info.Kind == letters.RatingProof && !best(h, s.Year) {
			continue
		}
		seen[r.Subject] = true
		list = append(list, d)
	}
	return list
}

// best says whether somebody was rated best in a year.
func best(h dossier.History, year int) bool {
	return slices.ContainsFunc(h.Ratings, func(r tdkt.Rating) bool { return r.Year == year && r.Level == tdkt.Excellent })
}

// decisionsToWrite are the department's own decisions of a round, each with its cases.
func decisionsToWrite(s *dossier.Submission, info letters.Info) []Document {
	subs := s.ByDecision()
	if len(subs) < 2 {
		return []Document{{Info: info}}
	}
	list := make([]Document, len(subs))
	for i, one := range subs {
		list[i] = Document{Info: info, Decision: one.Decided.Title(), Who: one.Decided.FileWords()}
	}
	return list
}

// decisionCases cuts a round down to the cases of the decision that a document is; a round
// with several cannot be written as one.
func decisionCases(s *dossier.Submission, d Document) (*dossier.Submission, error) {
	subs := s.ByDecision()
	if len(subs) < 2 && d.Decision == "" {
		return s, nil // hasCases tells of none
	}
	var numbers []string
	for _, one := range subs {
		if one.Decided.Title() == d.Decision {
			return one, nil
		}
		numbers = append(numbers, one.Decided.Title())
	}
	if d.Decision == "" {
		return nil, tdkt.Errorf(tdkt.Usage, "Đợt này có %d quyết định của Sở: %s. Hãy nêu số quyết định cần ghi.", len(subs), strings.Join(numbers, "; "))
	}
	return nil, tdkt.Errorf(tdkt.NotFound, "Không có quyết định số %s. Đợt này có: %s.", d.Decision, strings.Join(numbers, "; "))
}

// plansToWrite are the plans of a year as documents: the year's own, then those with a
// theme, each under its title. A year without any has the one it should have.
func plansToWrite(v *view.View, year int, info letters.Info) []Document {
	plans := v.PlansOf(year)
	if len(plans) == 0 {
		return []Document{{Info: info}}
	}
	list := make([]Document, len(plans))
	for i, p := range plans {
		list[i] = planDocument(p, info)
	}
	return list
}

// planDocument is a plan as a document; one with a theme bears its title.
func planDocument(p tdkt.Plan, info letters.Info) Document {
	d := Document{Info: info, Plan: p.ID}
	if p.Kind == plantext.Themed {
		d.Who, d.Title = p.Title, "kế hoạch chuyên đề"
	}
	return d
}

// ExportPlan writes a plan as Word.
func ExportPlan(ctx context.Context, a *app.App, p tdkt.Plan, path string) error {
	info, _ := letters.InfoOf(string(letters.Plan))
	return ExportDocument(ctx, a, p.Year, planDocument(p, info), path)
}

// reportFor is the report of a nominee for one title, in the form of the law of its day.
func reportFor(a *app.App, s *dossier.Submission, n dossier.Nominee) Document {
	return Document{
		Info: reportInfo(a, s, n.Subject, n.Title.Code), Subject: n.Subject,
		Who: n.Name + " (" + n.Code + ") - " + n.Title.Short, Title: inFull(n.Title), Code: n.Title.Code,
	}
}

// inFull is a title as the head of a report names it.
func inFull(t dossier.Title) string {
	if t.Group == law.GroupTitles {
		return "danh hiệu “" + t.Name + "”"
	}
	return t.Name
}

// report is the report of a subject for a title, or for all it is put forward for where no
// code is given.
func report(s *dossier.Submission, info letters.Info, w dossier.Who, code string) (Document, error) {
	d := Document{Info: info, Subject: w.Subject, Who: w.Name + " (" + w.Code + ")"}
	var titles []string
	for _, n := range s.ListOf(w.Subject.Kind) {
		if n.Subject == w.Subject && (code == "" || n.Title.Code == code) {
			titles, d.Code = append(titles, inFull(n.Title)), n.Title.Code
		}
	}
	if code != "" && len(titles) == 0 {
		return d, tdkt.Errorf(tdkt.NotFound, "%s không được đề nghị danh hiệu, hình thức %s trong đợt này. Hãy lập đề nghị trước, hoặc bỏ -title.", w.Name, code)
	}
	if len(titles) > 1 {
		d.Code = ""
	}
	d.Title = strings.Join(titles, ", ")
	return d, nil
}

// DocumentOf is the document of a kind for a round; a report needs its subject, and may name
// the title that it is for.
func DocumentOf(ctx context.Context, a *app.App, r tdkt.Round, word string, subject tdkt.Subject, title string) (Document, error) {
	info, ok := letters.InfoOf(word)
	if !ok {
		return Document{}, tdkt.Errorf(tdkt.Usage, "Không có loại văn bản “%s”. Hãy chọn một trong: %s.", word, kindWords())
	}
	if info.Layout == "" && !info.NeedsSubject() {
		return plainDocument(a, info, r, subject)
	}
	if subject.ID == "" || info.Of != "" && subject.Kind != info.Of {
		return Document{}, tdkt.Errorf(tdkt.Usage, "%s cần mã của đúng đối tượng. Hãy thêm -subject MÃ.", info.Name)
	}
	s, err := SubmissionOf(ctx, a, r)
	if err != nil {
		return Document{}, err
	}
	d, err := report(s, info, dossier.WhoOf(a.DossierInput(a.View(), r.Year), subject), title)
	d.Round = r
	return d, err
}

// plainDocument is a document that is no report of merits; papers of rooms may be of one.
func plainDocument(a *app.App, info letters.Info, r tdkt.Round, subject tdkt.Subject) (Document, error) {
	d := Document{Info: info, Round: r}
	switch {
	case info.Kind == letters.WorkReport:
		d.From, d.To = tdkt.FirstDay(r.Year), tdkt.LastDay(r.Year)
	case subject.ID == "" || info.Kind != letters.Pledge && info.Kind != letters.RoomMinutes:
	case subject.Kind != tdkt.AUnit:
		return Document{}, tdkt.Errorf(tdkt.Usage, "%s là của một phòng, đơn vị. Hãy thêm -subject MÃ-ĐƠN-VỊ.", info.Name)
	default:
		d.Subject, d.Who = subject, a.View().Facts.NameOf(subject)
	}
	return d, nil
}

func kindWords() string {
	var words []string
	for _, info := range letters.Kinds() {
		words = append(words, string(info.Kind))
	}
	return strings.Join(words, ", ")
}

// roundIn is the round of a year that the document belongs to.
func (d Document) roundIn(year int) tdkt.Round {
	if d.Round.Year == year {
		return d.Round
	}
	return tdkt.YearEndRound(year)
}

// ExportDocument writes one document as Word.
func ExportDocument(ctx context.Context, a *app.App, year int, d Document, path string) error {
	kind := ".docx"
	if isPDF(path) {
		kind = ".pdf"
	}
	if err := MayWrite(a, path, kind); err != nil {
		return err
	}
	s, err := SubmissionOf(ctx, a, d.roundIn(year))
	if err != nil {
		return err
	}
	file, err := document(a, s, d)
	if err != nil {
		return err
	}
	if isPDF(path) {
		if file, err = asPDF(d.Name, file, a.Now()); err != nil {
			return err
		}
	}
	return writeWhole(path, file)
}

// isPDF says whether a path names a PDF.
func isPDF(path string) bool { return strings.EqualFold(filepath.Ext(path), ".pdf") }

// asPDF draws a Word paper as pages.
func asPDF(name string, file []byte, at time.Time) ([]byte, error) {
	pages, err := docx.ReadPages(name, file)
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	if err := paper.WriteWord(&buf, at, name, pages); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// ExportDocuments writes several of one round into a folder, beside those that are there
// already, and returns their paths. Nothing is written when one of them cannot be filled.
func ExportDocuments(ctx context.Context, a *app.App, r tdkt.Round, list []Document, dir string, progress app.Progress) ([]string, error) {
	year := r.Year
	s, err := SubmissionOf(ctx, a, r)
	if err != nil {
		return nil, err
	}
	files := make([][]byte, len(list))
	for i, d := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if progress != nil {
			progress(i, len(list), d.FileName(year))
		}
		if files[i], err = document(a, s, d); err != nil {
			return nil, err
		}
		if d.PDF {
			if files[i], err = asPDF(d.Name, files[i], a.Now()); err != nil {
				return nil, err
			}
		}
	}
	var paths []string
	for i, d := range list {
		name := d.FileName(year)
		if mustBeDraft(s, d.Kind) {
			name = strings.TrimSuffix(name, ".docx") + " (" + draftWords + ").docx"
		}
		if d.PDF {
			name = strings.TrimSuffix(name, ".docx") + ".pdf"
		}
		path := freeName(dir, name)
		if err := writeWhole(path, files[i]); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// freeName is a path in a folder that nothing has yet.
func freeName(dir, name string) string {
	ext := filepath.Ext(name)
	path := filepath.Join(dir, name)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); err != nil {
			return path
		}
		path = filepath.Join(dir, fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext))
	}
}
