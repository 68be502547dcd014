package app_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// nomineeReport is the first dossier of 2023 whose report is of a kind of subject.
func nomineeReport(t *testing.T, a *app.App, kind tdkt.SubjectKind) dossier.PaperRow {
	t.Helper()
	rows, err := papers.Papers(t.Context(), a, 2023)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Report != nil && r.Subject.Kind == kind {
			return r
		}
	}
	t.Fatal("nobody has a report of merits")
	return dossier.PaperRow{}
}

// edited is a Word file in which each dotted blank of a paragraph of its own says something.
func edited(t *testing.T, path string, words func(n int) string) string {
	t.Helper()
	in, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	n := 0
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			blank := regexp.MustCompile(`(<w:pStyle w:val="Noidung"/></w:pPr><w:r><w:t xml:space="preserve">)…</w:t>`)
			body = blank.ReplaceAllFunc(body, func(m []byte) []byte {
				n++
				return bytes.Replace(m, []byte("…</w:t>"), []byte(words(n)+"</w:t>"), 1)
			})
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "đã sửa.docx")
	if err := os.WriteFile(to, buf.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// What is typed for a report stands in it, in the exchange workbook and in the next year's
// drafts; it is refused in a locked year, taken away by an empty text, and undone.
func TestPassages(t *testing.T) {
	a := sample(t)
	r := nomineeReport(t, a, tdkt.APerson)
	if r.Report.Whole() || !strings.Contains(r.Report.Words(), "kết quả thực hiện nhiệm vụ") {
		t.Fatalf("before anything is written: %q", r.Report.Words())
	}
	texts := map[string]string{}
	for _, p := range r.Report.Form.Layout.Written() {
		texts[p.Key] = "  Lời của " + p.Key + "  \n\n  dòng hai "
	}
	if err := a.SavePassages(t.Context(), 2023, r.Subject, texts); err != nil {
		t.Fatal(err)
	}
	if err := a.SavePassages(t.Context(), 2023, r.Subject, texts); err != nil {
		t.Fatal(err)
	}
	if got := a.View().Passages; len(got) != len(texts) || got[0].Text != "Lời của "+got[0].Part+"\n\ndòng hai" {
		t.Fatalf("kept %+v", got)
	}
	p, _ := a.View().Facts.Person(r.Subject.ID)
	p.Home, p.Residence, p.Education = "xã Mẫu", "phường Giả", "Đại học"
	if _, err := a.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if now := nomineeReport(t, a, tdkt.APerson); now.Report.Words() != "đủ nội dung" {
		t.Errorf("all is written and the report says %q", now.Report.Words())
	}
	for _, d := range a.View().PassageDrafts(r.Report, 2024, r.Subject) {
		if d.Text != "" || d.LastOf != 2023 || !strings.HasPrefix(d.Last, "Lời của "+d.Key) || (d.Carried != "") != d.Carries {
			t.Errorf("the draft of the next year: %+v", d)
		}
	}
	ex := imports.Exchange(a.View())
	if len(ex.Passages) != len(texts) || ex.Passages[0].Code != r.Code {
		t.Errorf("the workbook holds %+v", ex.Passages)
	}
	if err := a.SavePassages(t.Context(), 2023, r.Subject, map[string]string{"ket-qua": " "}); err != nil || len(a.View().Passages) != len(texts)-1 {
		t.Errorf("%d passages after one was emptied, %v", len(a.View().Passages), err)
	}
	if err := a.SavePassages(t.Context(), 2023, r.Subject, map[string]string{"ket-qua": strings.Repeat("a", 20_001)}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a text of 20,001 letters: %v", err)
	}
}

// Texts of a workbook are taken under their headings; an unknown heading is refused by its
// cell; the same workbook again changes nothing.
func TestPassagesOfAWorkbook(t *testing.T) {
	a := sample(t)
	r := nomineeReport(t, a, tdkt.APerson)
	if err := a.SavePassages(t.Context(), 2023, r.Subject, map[string]string{"ket-qua": "Một.\nHai.", "nhiem-vu": "Ba."}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sổ.xlsx")
	if err := imports.ExportWorkbook(t.Context(), a, path); err != nil {
		t.Fatal(err)
	}
	plan, err := imports.PreviewWorkbook(t.Context(), a, path)
	if err != nil || plan.Refusal() != nil || plan.Totals().New+plan.Totals().Changed != 0 {
		t.Fatalf("the same again: %+v, %v", plan.Totals(), err)
	}
	other := sample(t)
	plan, err = imports.PreviewWorkbook(t.Context(), other, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := imports.Import(t.Context(), other, plan, false); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, p := range other.View().Passages {
		got[p.Part] = p.Text
	}
	if len(got) != 2 || got["ket-qua"] != "Một.\nHai." || got["nhiem-vu"] != "Ba." {
		t.Errorf("taken over: %q", got)
	}
}

// A report that was filled in Word comes back with its texts, and only those; what it does
// not change stays; a file that is no report is refused with its name.
func TestReportsComeBack(t *testing.T) {
	for _, kind := range []tdkt.SubjectKind{tdkt.APerson, tdkt.AUnit} {
		a := sample(t)
		r := nomineeReport(t, a, kind)
		d, err := papers.ReportDocument(t.Context(), a, 2023, r)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "báo cáo.docx")
		if err := papers.ExportDocument(t.Context(), a, 2023, d, path); err != nil {
			t.Fatal(err)
		}
		back := edited(t, path, func(n int) string { return strings.Repeat("Lời ", n) + "hết." })
		list, err := imports.PreviewReports(t.Context(), a, []string{back, path})
		if err != nil {
			t.Fatal(err)
		}
		want := r.Report.Form.Layout.Parts
		if list[0].Problem != nil || len(list[0].Changed) != len(want) || list[0].Subject != r.Subject || list[0].Year != 2023 {
			t.Fatalf("%s: %+v", kind, list[0])
		}
		if list[1].Problem != nil || len(list[1].Changed) != 0 {
			t.Errorf("%s: the report as it was written changes %+v, %v", kind, list[1].Changed, list[1].Problem)
		}
		if n, err := a.TakeReports(t.Context(), list); err != nil || n != len(want) {
			t.Fatalf("%s: %d parts taken, %v", kind, n, err)
		}
		if err := papers.ExportDocument(t.Context(), a, 2023, d, path); err != nil {
			t.Fatal(err)
		}
		again, err := imports.PreviewReports(t.Context(), a, []string{path})
		if err != nil || len(again[0].Changed) != 0 || again[0].Same != len(want) {
			t.Errorf("%s: written and read again: %+v, %v", kind, again[0], err)
		}
	}
	a := sample(t)
	letter, err := papers.DocumentOf(t.Context(), a, tdkt.YearEndRound(2023), "to-trinh", tdkt.Subject{}, "")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "Tờ trình.docx")
	if err := papers.ExportDocument(t.Context(), a, 2023, letter, path); err != nil {
		t.Fatal(err)
	}
	list, err := imports.PreviewReports(t.Context(), a, []string{path})
	if err != nil || list[0].Problem == nil || !strings.Contains(list[0].Problem.Error(), "Tờ trình.docx") {
		t.Errorf("a letter taken as a report: %v, %v", list[0].Problem, err)
	}
}

// Each time of the law gives each report its form: by number where the annex is known, by
// name where only that is, else with a note for the office.
func TestReportForms(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		on     tdkt.Day
		round  tdkt.RoundKind
		kind   tdkt.SubjectKind
		title  string
		number string
		head   string
		noted  bool
	}{
		{tdkt.Date(2016, 12, 20), tdkt.YearEnd, tdkt.APerson, "BKT", "", "BÁO CÁO THÀNH TÍCH", true},
		{tdkt.Date(2023, 12, 20), tdkt.YearEnd, tdkt.APerson, "CSTDCS", "Mẫu số 02", "BÁO CÁO THÀNH TÍCH", false},
		{tdkt.Date(2023, 12, 20), tdkt.YearEnd, tdkt.AUnit, "COTINH", "Mẫu số 01", "BÁO CÁO THÀNH TÍCH", false},
		{tdkt.Date(2023, 12, 20), tdkt.DeedRound, tdkt.AUnit, "BKT", "Mẫu số 06", "BÁO CÁO THÀNH TÍCH", false},
		{tdkt.Date(2023, 12, 20), tdkt.ThemeRound, tdkt.APerson, "BKT", "Mẫu số 07", "BÁO CÁO THÀNH TÍCH", false},
		{tdkt.Date(2023, 12, 20), tdkt.ServiceRound, tdkt.APerson, "HCLD3", "Mẫu số 03", "BÁO CÁO THÀNH TÍCH CỐNG HIẾN", false},
		{tdkt.Date(2024, 12, 20), tdkt.YearEnd, tdkt.APerson, "CSTDCS", "", "BÁO CÁO THÀNH TÍCH", true},
		{tdkt.Date(2025, 12, 20), tdkt.YearEnd, tdkt.APerson, "CSTDTQ", "", "BÁO CÁO THÀNH TÍCH ĐỀ NGHỊ DANH HIỆU “CHIẾN SĨ THI ĐUA TOÀN QUỐC”", true},
		{tdkt.Date(2025, 12, 20), tdkt.YearEnd, tdkt.AUnit, "COCP", "", "BÁO CÁO THÀNH TÍCH ĐỀ NGHỊ DANH HIỆU “CỜ THI ĐUA CỦA CHÍNH PHỦ”", true},
		{tdkt.Date(2025, 12, 20), tdkt.YearEnd, tdkt.AUnit, "BKT", "", "BÁO CÁO THÀNH TÍCH ĐỀ NGHỊ KHEN THƯỞNG CÔNG TRẠNG", true},
		{tdkt.Date(2026, 12, 20), tdkt.DeedRound, tdkt.APerson, "BKT", "", "BÁO CÁO THÀNH TÍCH ĐỀ NGHỊ KHEN THƯỞNG ĐỘT XUẤT", true},
		{tdkt.Date(2026, 12, 20), tdkt.ServiceRound, tdkt.APerson, "HCLD2", "", "BÁO CÁO THÀNH TÍCH ĐỀ NGHỊ KHEN THƯỞNG QUÁ TRÌNH CỐNG HIẾN", true},
		{tdkt.Date(2026, 12, 20), tdkt.MovementRound, tdkt.AUnit, "BKT", "", "BÁO CÁO THÀNH TÍCH ĐỀ NGHỊ KHEN THƯỞNG THI ĐUA THEO CHUYÊN ĐỀ", true},
		{tdkt.Date(2026, 12, 20), tdkt.YearEnd, tdkt.APerson, "LDTT", "", "BÁO CÁO THÀNH TÍCH", true},
	} {
		f := rules.ReportForm(c.on, c.round, c.kind, c.title)
		if f == nil || f.Number != c.number || f.Heading != c.head || (f.Note != "") != c.noted {
			t.Errorf("%s, %s, %s, %s: %+v", c.on, c.round, c.kind, c.title, f)
		}
	}
}

// Days off during a posting are kept in their order, each once; what is no day is refused.
func TestDaysOffOfAPosting(t *testing.T) {
	a := sample(t)
	office := subjectOf(t, a, "SNV")
	save := func(text string) error {
		return a.SavePassages(t.Context(), 2024, office, map[string]string{"ck-nghi": text})
	}
	if err := save("1/5/2024, 30-04-2024\n01/05/2024"); err != nil {
		t.Fatal(err)
	}
	kept := a.View().Passages[len(a.View().Passages)-1]
	for _, p := range a.View().Passages {
		if p.Part == "ck-nghi" {
			kept = p
		}
	}
	if kept.Text != "30/04/2024; 01/05/2024" {
		t.Errorf("kept %q", kept.Text)
	}
	if err := save("30/04/2024; lễ 1/5"); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "“lễ”") {
		t.Errorf("no day: %v", err)
	}
}
