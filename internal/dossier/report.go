package dossier

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// paperReport is the report of merits in the law's lists of papers.
const paperReport = "bao-cao"

// ReportText is what stands under one heading of a report of merits.
type ReportText struct {
	law.ReportPart
	Heading string
	Text    string
	Year    int // in which it was written, 0 where it was not
}

// Report is the report of merits of one subject: its form by the law of the day, what was
// written for it and what it lacks.
type Report struct {
	Form  *law.ReportForm // nil where no form is known
	Texts []ReportText
	Gaps  []string // in words, in the order of the form; none: it is whole
}

// Whole says whether everything that the form asks for is there.
func (r *Report) Whole() bool { return r != nil && r.Form != nil && len(r.Gaps) == 0 }

// Words is how the report stands, as lists print it.
func (r *Report) Words() string {
	switch {
	case r == nil || r.Form == nil:
		return ""
	case r.Whole():
		return "đủ nội dung"
	}
	return "thiếu " + strings.Join(r.Gaps, "; ")
}

// fewGaps is how many gaps a cell names.
const fewGaps = 2

// Brief is Words for a cell: many gaps are counted. Whoever writes the report sees them all.
func (r *Report) Brief() string {
	if r == nil || len(r.Gaps) <= fewGaps {
		return r.Words()
	}
	return fmt.Sprintf("thiếu %d mục: %s; …", len(r.Gaps), r.Gaps[0])
}

// ReportOf is a subject's report for a title, put together on a day.
func ReportOf(in Input, on tdkt.Day, round tdkt.RoundKind, s tdkt.Subject, title string) *Report {
	return ReportIn(in, in.Rules.ReportForm(on, round, s.Kind, title), s)
}

// ReportIn is a subject's report in a form, nil where none is known.
func ReportIn(in Input, form *law.ReportForm, s tdkt.Subject) *Report {
	out := &Report{Form: form}
	if form == nil {
		return out
	}
	if s.Kind == tdkt.APerson {
		out.lackFacts(in, s)
	}
	out.lackDates(in, s)
	t := TextsOf(in.Passages, in.Year, "", s, out.Form.Layout)
	out.Texts, out.Gaps = t.List, append(out.Gaps, t.Gaps...)
	return out
}

// Texts are what the office wrote into one paper, and what is missing.
type Texts struct {
	List []ReportText
	Gaps []string // headings, in the order of the layout
}

// Of is the text of a field of Word templates, "" where nothing was written.
func (t Texts) Of(field string) string {
	for _, w := range t.List {
		if w.Field == field {
			return w.Text
		}
	}
	return ""
}

// TextsOf are the texts of a paper that is about a subject, in a year and one of its rounds.
func TextsOf(list []tdkt.Passage, year int, round tdkt.ID, s tdkt.Subject, layout *law.ReportLayout) Texts {
	var out Texts
	if layout == nil {
		return out
	}
	for _, p := range layout.Written() {
		w := ReportText{ReportPart: p, Heading: p.Name(s.Kind)}
		w.Text, w.Year = Passage(list, year, round, s, p)
		if w.Text == "" && !layout.MayMiss(p.Key) {
			out.Gaps = append(out.Gaps, Clause(w.Heading))
		}
		out.List = append(out.List, w)
	}
	return out
}

// lackFacts names the plain facts of a person that the form prints and the book lacks.
func (r *Report) lackFacts(in Input, s tdkt.Subject) {
	p, _ := in.Facts.Person(s.ID)
	if p.Born == 0 && p.BornYear == 0 {
		r.Gaps = append(r.Gaps, "ngày sinh")
	}
	if p.Sex == "" {
		r.Gaps = append(r.Gaps, "giới tính")
	}
	if p.Position == "" && !slices.ContainsFunc(in.Snapshot.Posts, func(x tdkt.Post) bool { return x.Person == p.ID && x.Position != "" }) {
		r.Gaps = append(r.Gaps, "chức vụ")
	}
	if in.Facts.UnitOn(p.ID, tdkt.LastDay(in.Year)) == "" && p.Unit == "" {
		r.Gaps = append(r.Gaps, "đơn vị công tác")
	}
	for _, t := range tdkt.PersonTexts() {
		if *t.Of(&p) == "" && slices.Contains(r.Form.Layout.Facts, t.Key) {
			r.Gaps = append(r.Gaps, t.Words)
		}
	}
}

// The facts that a layout prints beside those of tdkt.PersonTexts, by their keys in the law's
// list of report forms.
const (
	factStart   = "start"   // first day of service
	factFounded = "founded" // of a unit
	factAwards  = "awards"  // the tables of what was given
)

// lackDates names the days and decision numbers that the form prints and the book lacks.
func (r *Report) lackDates(in Input, s tdkt.Subject) {
	asks := func(fact string) bool { return slices.Contains(r.Form.Layout.Facts, fact) }
	if p, ok := in.Facts.Person(s.ID); ok && p.Start == 0 && asks(factStart) {
		r.Gaps = append(r.Gaps, "ngày vào làm")
	}
	if u, ok := in.Facts.Unit(s.ID); ok && u.Founded == 0 && asks(factFounded) {
		r.Gaps = append(r.Gaps, "ngày thành lập")
	}
	n := 0
	for _, a := range in.Snapshot.Awards {
		if a.Subject == s && !a.Revoked && max(a.From, a.To) <= in.Year && a.Decision == "" && a.Date == 0 {
			n++
		}
	}
	if n > 0 && asks(factAwards) {
		r.Gaps = append(r.Gaps, fmt.Sprintf("quyết định của %d khen thưởng đã được tặng", n))
	}
}

// Passage is what a subject's paper says under a heading in a year: its own words, or of a
// part that carries those of the latest year before. 0 where nothing was written.
func Passage(list []tdkt.Passage, year int, round tdkt.ID, s tdkt.Subject, part law.ReportPart) (string, int) {
	text, from := "", 0
	for _, p := range list {
		if part.Round && p.Round != round {
			continue
		}
		if p.Subject == s && p.Part == part.Key && p.Year <= year && p.Year > from && (p.Year == year || part.Carries) {
			text, from = p.Text, p.Year
		}
	}
	return text, from
}

// reportDay is the day whose law says which form a report has: the papers' own, else the
// last day of the year.
func reportDay(paper tdkt.Day, year int) tdkt.Day {
	if paper != 0 {
		return paper
	}
	return tdkt.Date(year, 12, 31)
}

// checkReports names the reports of merits that lack something, and what the office must
// hold a form against.
func (b *builder) checkReports() {
	b.here = Spot{Page: AtPapers}
	var short []string
	var notes []string
	for _, r := range b.Papers {
		if r.Report == nil || r.Report.Form == nil {
			continue
		}
		if note := r.Report.Form.Note; note != "" && !slices.Contains(notes, note) {
			notes = append(notes, note)
		}
		if len(r.Files) == 0 && !r.Report.Whole() {
			short = append(short, r.Name+" ("+r.Title.Short+"): "+r.Report.Brief())
		}
	}
	const named = 3
	switch {
	case len(short) > named:
		b.find(LookAt, "Báo cáo thành tích", "%d báo cáo chưa đủ nội dung: %s; và %d báo cáo khác. Hãy soạn ở trang Trình.",
			len(short), strings.Join(short[:named], ". "), len(short)-named)
	case len(short) > 0:
		b.find(LookAt, "Báo cáo thành tích", "%d báo cáo chưa đủ nội dung: %s. Hãy soạn ở trang Trình.", len(short), strings.Join(short, ". "))
	}
	for _, note := range notes {
		b.find(LookAt, "Mẫu báo cáo thành tích", "%s", note)
	}
}

// Clause is words as they stand within a sentence: the first letter small.
func Clause(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}
