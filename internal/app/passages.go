package app

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// PassageDraft is one part of a report of merits as it is typed: what stands there, and what
// the year before said.
type PassageDraft struct {
	law.ReportPart
	Heading string
	Text    string // of the year itself
	Carried string // what holds because an earlier year says it, "" where the year has its own
	Last    string // the latest text before the year
	LastOf  int    // its year
}

// PassageDrafts are the parts that the report of a subject in a round asks for, for a title,
// in the order of its form.
func (v *View) PassageDrafts(r *dossier.Report, year int, s tdkt.Subject) []PassageDraft {
	if r == nil || r.Form == nil {
		return nil
	}
	return v.drafts(r.Form.Layout.Written(), tdkt.YearEndRound(year), s)
}

// drafts are parts of a paper of a round as they are typed.
func (v *View) drafts(parts []law.ReportPart, r tdkt.Round, s tdkt.Subject) []PassageDraft {
	year := r.Year
	var out []PassageDraft
	for _, p := range parts {
		d := PassageDraft{ReportPart: p, Heading: p.Name(s.Kind)}
		for _, have := range v.Passages {
			switch {
			case have.Subject != s || have.Part != p.Key || p.Round && have.Year == year && have.Round != r.ID:
			case have.Year == year:
				d.Text = have.Text
			case have.Year < year && have.Year > d.LastOf:
				d.Last, d.LastOf = have.Text, have.Year
			}
		}
		if p.Carries && d.Text == "" {
			d.Carried = d.Last
		}
		out = append(out, d)
	}
	return out
}

// cleanText is a text of several lines as it is kept: each line cleaned, no empty line at
// the ends.
func cleanText(s string) string {
	var lines []string
	for line := range strings.SplitSeq(norm.NFC.String(strings.ReplaceAll(s, "\r", "\n")), "\n") {
		lines = append(lines, tdkt.Clean(line))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// maxPassage is how long a text of a report may be, in letters: about ten pages.
const maxPassage = 20_000

// SavePassages writes what a subject's report says in a year, by the keys of its parts. An
// empty text takes the part's away.
func (a *App) SavePassages(ctx context.Context, year int, s tdkt.Subject, texts map[string]string) error {
	v := a.View()
	if err := v.unlocked(year); err != nil {
		return err
	}
	put, drop, err := v.passageChanges(tdkt.YearEndRound(year), s, texts)
	if err != nil || len(put)+len(drop) == 0 {
		return err
	}
	words := fmt.Sprintf("Soạn báo cáo thành tích năm %d của %s: %d mục", year, v.Facts.NameOf(s), len(put)+len(drop))
	return a.Change(ctx, "save-passages", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// passageChanges are the records to write so that a subject's report says the texts.
func (v *View) passageChanges(r tdkt.Round, s tdkt.Subject, texts map[string]string) (put, drop []tdkt.Record, err error) {
	for _, part := range v.Rules.ReportParts() {
		text, given := texts[part.Key]
		if !given {
			continue
		}
		if text, err = partText(part, text); err != nil {
			return nil, nil, tdkt.Errorf(tdkt.Invalid, "Mục “%s” của %s: %s", part.Name(s.Kind), v.Facts.NameOf(s), tdkt.Sentence(err, nil))
		}
		round := tdkt.ID("")
		if part.Round {
			round = r.ID
		}
		at := slices.IndexFunc(v.Passages, func(p tdkt.Passage) bool {
			return p.Subject == s && p.Year == r.Year && p.Part == part.Key && p.Round == round
		})
		known, old := at >= 0, tdkt.Passage{}
		if known {
			old = v.Passages[at]
		}
		switch {
		case text == old.Text:
		case text == "":
			drop = append(drop, old)
		case known:
			old.Text = text
			put = append(put, old)
		default:
			put = append(put, tdkt.Passage{ID: tdkt.NewID(), Year: r.Year, Round: round, Subject: s, Part: part.Key, Text: text})
		}
	}
	return put, drop, nil
}

// reportIn is a subject's report in a round, put together on the day of its papers.
func (a *App) reportIn(s *dossier.Submission, subject tdkt.Subject, title string) *dossier.Report {
	on := cmp.Or(s.PaperDay, tdkt.Date(s.Year, 12, 31))
	return dossier.ReportOf(a.dossierInput(a.View(), s.Year), on, s.Round.Kind, subject, title)
}

// reportInfo is the kind of document that a subject's report for a title is in a round.
func (a *App) reportInfo(s *dossier.Submission, subject tdkt.Subject, title string) letters.Info {
	if r := a.reportIn(s, subject, title); r.Form != nil {
		if info, ok := letters.ReportKind(r.Form.Layout.Key); ok {
			return info
		}
	}
	info, _ := letters.InfoOf(string(reportKind(subject.Kind)))
	return info
}

// ReportDocument is the report of merits of a row of the year's dossiers.
func (a *App) ReportDocument(ctx context.Context, year int, r dossier.PaperRow) (Document, error) {
	s, err := a.Submission(ctx, year)
	if err != nil {
		return Document{}, err
	}
	return a.reportFor(s, dossier.Nominee{Who: r.Who, Title: r.Title}), nil
}

// reportKey is what a written report carries unseen, to be known by when it comes back: the
// year and the subject's key.
func reportKey(year int, s tdkt.Subject) string {
	return fmt.Sprintf("%d%s%s", year, string(s.Kind)[:1], strings.ReplaceAll(string(s.ID), "-", ""))
}

// ReportReturn is a report of merits that came back from Word, weighed against the data.
type ReportReturn struct {
	Path    string
	Year    int
	Subject tdkt.Subject
	Name    string // of the subject
	Changed []PassageChange
	Same    int
	Notes   []string // parts that were left alone, and why
	Problem error    // why the file as a whole was refused; then all else is empty

	put []tdkt.Record
}

// PassageChange is a part whose text a report changes.
type PassageChange struct{ Heading, Before, After string }

// PreviewReports reads reports of merits that were edited in Word, and sheets of texts that
// rooms filled in. Nothing is written. A part that stands in two of the files is taken from the
// first.
func (a *App) PreviewReports(ctx context.Context, paths []string) ([]*ReportReturn, error) {
	v := a.View()
	seen := map[string]string{}
	var out []*ReportReturn
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := &ReportReturn{Path: path}
		if isTextSheet(path) {
			r.Problem = a.readTextSheet(ctx, r, seen)
		} else {
			r.Problem = v.readReport(r, seen)
		}
		out = append(out, r)
	}
	return out, nil
}

// readReport reads one file and weighs each of its texts.
func (v *View) readReport(r *ReportReturn, seen map[string]string) error {
	name := filepath.Base(r.Path)
	file, err := readLimited(r.Path)
	if err != nil {
		if os.IsNotExist(err) {
			return tdkt.Errorf(tdkt.Invalid, "Không có tệp “%s”. Hãy chọn lại tệp.", r.Path)
		}
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được “%s”. Hãy đóng tệp nếu đang mở trong Word rồi thử lại.", name)}
	}
	marked, err := docx.ReadMarked(name, file)
	if err != nil {
		return err
	}
	if err := v.reportOwner(r, name, marked.Key); err != nil {
		return err
	}
	if len(marked.Passages) == 0 {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không còn dấu ẩn ở các mục nên không biết lời nào của mục nào. Hãy xuất lại báo cáo rồi chép nội dung sang.", name)
	}
	r.put, _, err = v.passageChanges(tdkt.YearEndRound(r.Year), r.Subject, v.weighPassages(r, name, marked, seen))
	return err
}

// weighPassages compares the texts of a report with the data, notes what changes and what is
// left alone, and returns the texts to take.
func (v *View) weighPassages(r *ReportReturn, name string, marked docx.Marked, seen map[string]string) map[string]string {
	texts := map[string]string{}
	for _, part := range v.Rules.ReportParts() {
		text, there := marked.Passages[part.Key]
		heading := part.Name(r.Subject.Kind)
		key := join(r.Year, subjectKey(r.Subject), part.Key)
		text = cleanText(text)
		before, from := dossier.Passage(v.Passages, r.Year, "", r.Subject, part)
		switch {
		case !there:
		case onlyDots(text) && before != "":
			r.Notes = append(r.Notes, fmt.Sprintf("“%s” trong tệp để trống; lời đã có trong sổ được giữ nguyên.", heading))
		case onlyDots(text):
		case text == cleanText(before):
			r.Same++
		case seen[key] != "":
			r.Notes = append(r.Notes, fmt.Sprintf("“%s” đã nhận từ tệp “%s”; lời trong tệp này không nhận.", heading, seen[key]))
		default:
			seen[key] = name
			if from != 0 && from != r.Year {
				before = ""
			}
			texts[part.Key] = text
			r.Changed = append(r.Changed, PassageChange{Heading: heading, Before: before, After: text})
		}
	}
	return texts
}

// reportOwner finds whose report a file is by its hidden key.
func (v *View) reportOwner(r *ReportReturn, name, key string) error {
	if key == "" {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải là báo cáo thành tích do chương trình xuất ra, hoặc khóa ẩn đã mất. Hãy xuất lại báo cáo rồi chép nội dung sang.", name)
	}
	for _, p := range v.People {
		if s := tdkt.PersonSubject(p.ID); strings.HasSuffix(key, reportKey(0, s)[1:]) {
			r.Subject, r.Name = s, p.Name
		}
	}
	for _, u := range v.Units {
		if s := tdkt.UnitSubject(u.ID); strings.HasSuffix(key, reportKey(0, s)[1:]) {
			r.Subject, r.Name = s, u.Name
		}
	}
	if _, err := fmt.Sscanf(key[:min(len(key), 4)], "%4d", &r.Year); err != nil || r.Subject.ID == "" {
		return tdkt.Errorf(tdkt.NotFound, "Báo cáo “%s” của một người hoặc tập thể không có trong sổ này. Hãy kiểm tra xem báo cáo có được xuất từ sổ này không.", name)
	}
	return v.unlocked(r.Year)
}

// onlyDots says whether a text is what stands where nothing was written.
func onlyDots(s string) bool { return strings.Trim(s, ".… \n\t-_") == "" }

// TakeReports writes what reports that came back change, in one step, and returns how many
// parts changed.
func (a *App) TakeReports(ctx context.Context, list []*ReportReturn) (int, error) {
	var put []tdkt.Record
	files := 0
	for _, r := range list {
		if r.Problem == nil && len(r.put) > 0 {
			put = append(put, r.put...)
			files++
		}
	}
	if len(put) == 0 {
		return 0, nil
	}
	words := fmt.Sprintf("Nhận %d báo cáo thành tích đã sửa: %d mục thay đổi", files, len(put))
	return len(put), a.Change(ctx, "take-reports", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// ShortText is the beginning of a text on one line, “(trống)” for none.
func ShortText(s string) string {
	const most = 60
	s = tdkt.Clean(strings.ReplaceAll(s, "\n", " "))
	if s == "" {
		return "(trống)"
	}
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
