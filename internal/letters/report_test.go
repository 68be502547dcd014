package letters

import (
	"strings"
	"testing"

	"tdkt/internal/dossier"
	"tdkt/internal/dossier/dossiertest"
	"tdkt/internal/tdkt"
)

// What is entered of a person stands in the report; what is not keeps its blank.
func TestPersonFactsInTheReport(t *testing.T) {
	in := sample(t, tdkt.APerson)
	if text := write(t, PersonReport, in); !strings.Contains(text, "- Quê quán: …") {
		t.Errorf("nothing is entered, and the report says:\n%.900s", text)
	}
	in.History.Person.Home, in.History.Person.Residence = "xã Mẫu, tỉnh Thử", "phường Giả"
	in.History.Person.Education, in.History.Person.PartyRole = "Thạc sĩ Luật", "Chi ủy viên"
	text := write(t, PersonReport, in)
	for _, want := range []string{"- Quê quán: xã Mẫu, tỉnh Thử", "- Trú quán: phường Giả", "nghiệp vụ: Thạc sĩ Luật", "; Chi ủy viên"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
}

// With everything that a form asks for in the book, no report has a dotted blank but those
// for number and day, and each text stands under its heading as paragraphs.
func TestWholeReports(t *testing.T) {
	in := dossiertest.Input(t, 2023)
	for _, c := range []struct {
		kind  tdkt.SubjectKind
		round tdkt.RoundKind
		want  Kind
		form  string
	}{
		{tdkt.APerson, tdkt.YearEnd, PersonReport, "Mẫu số 02"},
		{tdkt.AUnit, tdkt.YearEnd, UnitReport, "Mẫu số 01"},
		{tdkt.APerson, tdkt.ServiceRound, ServedReport, "Mẫu số 03"},
		{tdkt.APerson, tdkt.DeedRound, DeedReport, "Mẫu số 06"},
		{tdkt.AUnit, tdkt.DeedRound, DeedReport, "Mẫu số 06"},
		{tdkt.APerson, tdkt.ThemeRound, ThemeReport, "Mẫu số 07"},
		{tdkt.AUnit, tdkt.MovementRound, ThemeReport, "Mẫu số 07"},
	} {
		doc := sample(t, c.kind)
		s := doc.History.Subject
		in.Passages = nil
		for _, p := range in.Rules.ReportParts() {
			in.Passages = append(in.Passages, tdkt.Passage{Year: 2023, Subject: s, Part: p.Key, Text: "Đoạn một của " + p.Key + ".\nĐoạn hai của " + p.Key + "."})
		}
		r := dossier.ReportOf(in, tdkt.Date(2023, 12, 20), c.round, s, "BKT")
		doc.History.Report = r
		if c.kind == tdkt.APerson {
			p := &doc.History.Person
			p.Home, p.Residence, p.Education, p.PartyRole, p.Academic, p.Phone = "xã Mẫu", "phường Giả", "Thạc sĩ Luật", "Chi ủy viên", "Tiến sĩ", "0900 000 000"
		}
		doc.History.Forms = doc.History.Titles
		info, ok := ReportKind(r.Form.Layout.Key)
		if !ok || info.Kind != c.want {
			t.Fatalf("%s of a %s: layout %s is the document %q, want %q", c.round, c.kind, r.Form.Layout.Key, info.Kind, c.want)
		}
		text := write(t, info.Kind, doc)
		if !strings.Contains(text, c.form) {
			t.Errorf("%s of a %s does not say %s", c.round, c.kind, c.form)
		}
		_, body, _ := strings.Cut(text, "BÁO CÁO THÀNH TÍCH")
		if at := strings.Index(body, "…"); at >= 0 {
			t.Errorf("%s of a %s: a blank though the book has the fact: …%s", c.round, c.kind, body[max(0, at-80):at])
		}
		for _, w := range r.Texts {
			if !strings.Contains(text, "Đoạn một của "+w.Key+".\nĐoạn hai của "+w.Key+".\n") {
				t.Errorf("%s of a %s lacks the text of %s", c.round, c.kind, w.Key)
			}
		}
		for _, sign := range []string{"CẤP TRÌNH", "(Ký tên, đóng dấu)"} {
			if !strings.Contains(text, sign) {
				t.Errorf("%s of a %s lacks %s", c.round, c.kind, sign)
			}
		}
	}
}
