package view

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
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
	return v.Drafts(r.Form.Layout.Written(), tdkt.YearEndRound(year), s)
}

// Drafts are parts of a paper of a round as they are typed.
func (v *View) Drafts(parts []law.ReportPart, r tdkt.Round, s tdkt.Subject) []PassageDraft {
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

// PassageChanges are the records to write so that a subject's report says the texts.
func (v *View) PassageChanges(r tdkt.Round, s tdkt.Subject, texts map[string]string) (put, drop []tdkt.Record, err error) {
	for _, part := range v.Rules.ReportParts() {
		text, given := texts[part.Key]
		if !given {
			continue
		}
		if text, err = PartText(part, text); err != nil {
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

// ReportKey is what a written report carries unseen, to be known by when it comes back: the
// year and the subject's key.
func ReportKey(year int, s tdkt.Subject) string {
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

	Put []tdkt.Record
}

// PassageChange is a part whose text a report changes.
type PassageChange struct{ Heading, Before, After string }

// ReportOwner finds whose report a file is by its hidden key.
func (v *View) ReportOwner(r *ReportReturn, name, key string) error {
	if key == "" {
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải là báo cáo thành tích do chương trình xuất ra, hoặc khóa ẩn đã mất. Hãy xuất lại báo cáo rồi chép nội dung sang.", name)
	}
	for _, p := range v.People {
		if s := tdkt.PersonSubject(p.ID); strings.HasSuffix(key, ReportKey(0, s)[1:]) {
			r.Subject, r.Name = s, p.Name
		}
	}
	for _, u := range v.Units {
		if s := tdkt.UnitSubject(u.ID); strings.HasSuffix(key, ReportKey(0, s)[1:]) {
			r.Subject, r.Name = s, u.Name
		}
	}
	if _, err := fmt.Sscanf(key[:min(len(key), 4)], "%4d", &r.Year); err != nil || r.Subject.ID == "" {
		return tdkt.Errorf(tdkt.NotFound, "Báo cáo “%s” của một người hoặc tập thể không có trong sổ này. Hãy kiểm tra xem báo cáo có được xuất từ sổ này không.", name)
	}
	return v.Unlocked(r.Year)
}
