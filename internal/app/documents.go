package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/assets"
	"tdkt/internal/columns"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/letters"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// templateFolder stands beside the data file and holds the office's own templates, each
// by the name of its kind: “Tờ trình.docx”.
const templateFolder = "Mẫu văn bản"

// columnsFile is the office's own choice of columns, in the same folder.
const columnsFile = "Cột danh sách.toml"

// statisticsFile is the office's own statistical forms and score sheet, in the same folder.
const statisticsFile = "Biểu thống kê.toml"

// postsFile is the office's own order of posts, in the same folder.
const postsFile = "Thứ tự chức vụ.toml"

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
	Half     bool    // of the report of a plan: for the first half of the year
	Plan     tdkt.ID // of a plan with a theme; "" is the year's own plan, or its only one
}

// FileName is the document's name in a folder.
func (d Document) FileName(year int) string {
	name := fmt.Sprintf("%s năm %d", d.Name, year)
	if d.Who != "" {
		name = d.Name + " - " + d.Who
	}
	return tdkt.FileWords(name) + ".docx"
}

// Documents lists what can be written for a round: one of each kind, and a report of
// everybody on the lists.
func (a *App) Documents(ctx context.Context, r tdkt.Round) ([]Document, error) {
	s, err := a.SubmissionOf(ctx, r)
	if err != nil {
		return nil, err
	}
	list := a.documentsOf(s)
	for i := range list {
		list[i].Round = r
	}
	return list, nil
}

func (a *App) documentsOf(s *dossier.Submission) []Document {
	var list []Document
	for _, info := range letters.Kinds() {
		if info.Kind == letters.Plan {
			list = append(list, a.View().plansToWrite(s.Year, info)...)
			continue
		}
		if info.Kind == letters.Decision {
			list = append(list, decisionsToWrite(s, info)...)
			continue
		}
		if info.Layout == "" {
			list = append(list, Document{Info: info})
		}
	}
	for _, kind := range []tdkt.SubjectKind{tdkt.AUnit, tdkt.APerson} {
		for _, n := range s.ListOf(kind) {
			list = append(list, a.reportFor(s, n))
		}
	}
	return list
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
func (v *View) plansToWrite(year int, info letters.Info) []Document {
	plans := v.PlansOf(year)
	if len(plans) == 0 {
		return []Document{{Info: info}}
	}
	list := make([]Document, len(plans))
	for i, p := range plans {
		list[i] = v.planDocument(p, info)
	}
	return list
}

// planDocument is a plan as a document; one with a theme bears its title.
func (v *View) planDocument(p tdkt.Plan, info letters.Info) Document {
	d := Document{Info: info, Plan: p.ID}
	if p.Kind == plantext.Themed {
		d.Who, d.Title = p.Title, "kế hoạch chuyên đề"
	}
	return d
}

// ExportPlan writes a plan as Word.
func (a *App) ExportPlan(ctx context.Context, p tdkt.Plan, path string) error {
	info, _ := letters.InfoOf(string(letters.Plan))
	return a.ExportDocument(ctx, p.Year, a.View().planDocument(p, info), path)
}

// reportFor is the report of a nominee for one title, in the form of the law of its day.
func (a *App) reportFor(s *dossier.Submission, n dossier.Nominee) Document {
	return Document{
		Info: a.reportInfo(s, n.Subject, n.Title.Code), Subject: n.Subject,
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
func (a *App) DocumentOf(ctx context.Context, r tdkt.Round, word string, subject tdkt.Subject, title string) (Document, error) {
	info, ok := letters.InfoOf(word)
	if !ok {
		return Document{}, tdkt.Errorf(tdkt.Usage, "Không có loại văn bản “%s”. Hãy chọn một trong: %s.", word, kindWords())
	}
	if info.Layout == "" {
		return Document{Info: info, Round: r}, nil
	}
	if subject.ID == "" || info.Of != "" && subject.Kind != info.Of {
		return Document{}, tdkt.Errorf(tdkt.Usage, "%s cần mã của đúng đối tượng. Hãy thêm -subject MÃ.", info.Name)
	}
	s, err := a.SubmissionOf(ctx, r)
	if err != nil {
		return Document{}, err
	}
	d, err := report(s, info, dossier.WhoOf(a.dossierInput(a.View(), r.Year), subject), title)
	d.Round = r
	return d, err
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
func (a *App) ExportDocument(ctx context.Context, year int, d Document, path string) error {
	if err := a.mayWrite(path, ".docx"); err != nil {
		return err
	}
	s, err := a.SubmissionOf(ctx, d.roundIn(year))
	if err != nil {
		return err
	}
	file, err := a.document(s, d)
	if err != nil {
		return err
	}
	return writeWhole(path, file)
}

// ExportDocuments writes several of one round into a folder, beside those that are there
// already, and returns their paths. Nothing is written when one of them cannot be filled.
func (a *App) ExportDocuments(ctx context.Context, r tdkt.Round, list []Document, dir string, progress Progress) ([]string, error) {
	year := r.Year
	s, err := a.SubmissionOf(ctx, r)
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
		if files[i], err = a.document(s, d); err != nil {
			return nil, err
		}
	}
	var paths []string
	for i, d := range list {
		name := d.FileName(year)
		if mustBeDraft(s, d.Kind) {
			name = strings.TrimSuffix(name, ".docx") + " (" + draftWords + ").docx"
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

// document fills a document's template.
func (a *App) document(s *dossier.Submission, d Document) ([]byte, error) {
	v := a.View()
	in := letters.Input{Submission: s, Title: d.Title}
	if d.Layout != "" {
		in.History = dossier.HistoryOf(a.dossierInput(v, s.Year), d.Subject)
		in.History.Report, in.Parts = a.reportAs(s, d), v.Rules.ReportParts()
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
		in.Plan, in.Tasks = v.PlanProgress(s.Year, d.Half, a.Today())
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
	t, err := a.template(d.Info)
	if err != nil {
		return nil, err
	}
	var buf bytes.Buffer
	if err := letters.Write(&buf, d.Kind, t, in); err != nil {
		return nil, err
	}
	return a.finished(s, d, buf.Bytes())
}

// reportAs is what was written for a report in the layout of its document, under the form
// that the law of the day gives it; a layout chosen against the law has no form's number.
func (a *App) reportAs(s *dossier.Submission, d Document) *dossier.Report {
	r := a.reportIn(s, d.Subject, d.Code)
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
	return dossier.ReportIn(a.dossierInput(a.View(), s.Year), &form, d.Subject)
}

// finished gives a document what it carries beyond its words: a report its hidden key, a
// draft its mark.
func (a *App) finished(s *dossier.Submission, d Document, file []byte) ([]byte, error) {
	var err error
	if d.Layout != "" {
		if file, err = docx.Keyed(file, reportKey(s.Year, d.Subject)); err != nil {
			return nil, err
		}
	}
	if mustBeDraft(s, d.Kind) {
		return docx.Stamp(file, draftWords)
	}
	return file, nil
}

// mustBeDraft says whether a paper of a kind can only be a draft: it leaves the house, and
// something of its round must be put right first.
func mustBeDraft(s *dossier.Submission, kind letters.Kind) bool {
	return s.Draft || kind.Leaves() && len(s.Blocked()) > 0
}

// DraftOnly says how many things must be put right before a document of a year can be more
// than a draft; 0 for one that needs none.
func (a *App) DraftOnly(ctx context.Context, year int, d Document) (int, error) {
	s, err := a.SubmissionOf(ctx, d.roundIn(year))
	if err != nil || !mustBeDraft(s, d.Kind) {
		return 0, err
	}
	return len(s.Blocked()), nil
}

// TemplateFolder is where the office keeps its own templates.
func (a *App) TemplateFolder() string {
	return filepath.Join(filepath.Dir(a.Store.Path()), templateFolder)
}

// template is the office's own template of a kind, else the one the program carries.
func (a *App) template(info letters.Info) (letters.Template, error) {
	path := filepath.Join(a.TemplateFolder(), info.Name+".docx")
	file, err := readLimited(path)
	switch {
	case err == nil:
		return letters.Template{Name: info.Name + ".docx", File: file}, nil
	case !errors.Is(err, fs.ErrNotExist):
		return letters.Template{}, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
			"Không đọc được mẫu %s. Hãy đóng mẫu nếu đang mở trong Word, hoặc bỏ mẫu riêng để dùng mẫu có sẵn.", path)}
	}
	file, err = assets.Templates.ReadFile("templates/" + string(info.Kind) + ".docx")
	if err != nil {
		return letters.Template{}, fmt.Errorf("app: template of %s: %w", info.Kind, err)
	}
	return letters.Template{Name: info.Name, File: file}, nil
}

// readLimited reads a template or paper that is no longer than maxPaper.
func readLimited(path string) ([]byte, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(io.LimitReader(in, maxPaper+1))
	if err := errors.Join(err, in.Close()); err != nil {
		return nil, err
	}
	if len(body) > maxPaper {
		return nil, fmt.Errorf("app: %s is longer than %d bytes", path, maxPaper)
	}
	return body, nil
}

// WriteTemplates writes the program's templates and the columns of its lists into a folder for the office to edit, and
// says how many; those that are there already are the office's own and stay.
func (a *App) WriteTemplates(dir string) (int, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return 0, notWritten(dir, err)
	}
	files := map[string][]byte{
		columnsFile: columns.Carried(), statisticsFile: columns.CarriedStatistics(), postsFile: columns.CarriedPosts(),
		softwareFile: columns.CarriedSoftware(),
	}
	for _, info := range letters.Kinds() {
		file, err := assets.Templates.ReadFile("templates/" + string(info.Kind) + ".docx")
		if err != nil {
			return 0, fmt.Errorf("app: template of %s: %w", info.Kind, err)
		}
		files[info.Name+".docx"] = file
	}
	written := 0
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, name)
		if _, err := os.Lstat(path); err == nil {
			continue
		}
		if err := writeWhole(path, files[name]); err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}

// listColumns are the columns of the lists of nominees, by the office's own file where it
// has one.
func (a *App) listColumns() (columns.Lists, error) {
	return ownOr(a, columnsFile, columns.Standard, columns.Read)
}

// ownOr reads a file of the office's own, or takes what ships where there is none.
func ownOr[T any](a *App, name string, ships func() T, read func(name string, text []byte) (T, error)) (T, error) {
	path := filepath.Join(a.TemplateFolder(), name)
	text, err := readLimited(path)
	if errors.Is(err, fs.ErrNotExist) {
		return ships(), nil
	}
	if err != nil {
		var none T
		return none, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
			"Không đọc được %s. Hãy kiểm tra quyền đọc, hoặc xóa tệp để dùng tệp có sẵn.", path)}
	}
	return read(name, text)
}
