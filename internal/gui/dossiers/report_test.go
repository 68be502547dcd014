package dossiers

import (
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// reportAt puts the cursor on the first report of merits of a person.
func reportAt(t *testing.T, tab *Tab) row {
	t.Helper()
	for _, c := range tab.cases.Rows() {
		for _, r := range c.papers {
			if r.Report != nil && r.Subject.Kind == tdkt.APerson {
				tab.cases.SelectKey(c.key())
				tab.grid.SelectKey(r.key())
				return r
			}
		}
	}
	t.Fatal("no report of merits")
	return row{}
}

func save(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestWriteReport: the parts of a report are typed beside what the year before said, kept,
// and the page says how the report stands.
func TestWriteReport(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	r := reportAt(t, tab)
	save(t, b.App.SavePassages(b.Desk.Ctx, 2022, r.Subject, map[string]string{"ket-qua": "Kết quả của năm trước."}))
	b.Show(tab)
	r = reportAt(t, tab)
	tab.write()
	text := uitest.Text(b.Window.Canvas())
	for _, want := range []string{"Quyền hạn, nhiệm vụ", "Kết quả của năm trước.", "Chép lời năm 2022", "thiếu quê quán"} {
		if !strings.Contains(text, want) {
			t.Errorf("the editor lacks %q:\n%s", want, text)
		}
	}
	uitest.Tap(t, b.Window.Canvas(), "Chép lời năm 2022")
	uitest.Tap(t, b.Window.Canvas(), "Ghi")
	got := ""
	for _, p := range b.App.View().Passages {
		if p.Year == 2023 && p.Part == "ket-qua" {
			got = p.Text
		}
	}
	if got != "Kết quả của năm trước." {
		t.Errorf("kept %q", got)
	}
	if strings.Contains(uitest.Text(b.Window.Canvas()), "Chép lời năm 2022") {
		t.Error("the editor is still open")
	}
	if now := reportAt(t, tab); strings.Contains(now.Report.Words(), "kết quả thực hiện") {
		t.Errorf("the page says %q", now.Report.Words())
	}
}

// TestReportOutAndBack: the report is written as Word and taken back from a folder.
func TestReportOutAndBack(t *testing.T) {
	b := guitest.Open(t)
	opened := ""
	tab := New(b.Desk, func(p string) { opened = p })
	b.Show(tab)
	r := reportAt(t, tab)
	dir := t.TempDir()
	path := filepath.Join(dir, "báo cáo.docx")
	b.Files.Paths = []string{path, dir}
	save(t, b.App.SavePassages(b.Desk.Ctx, 2023, r.Subject, map[string]string{"ket-qua": "Lời trong báo cáo."}))
	b.Show(tab)
	reportAt(t, tab)
	tab.export()
	if opened != path {
		t.Fatalf("opened %q", opened)
	}
	save(t, b.App.SavePassages(b.Desk.Ctx, 2023, r.Subject, map[string]string{"ket-qua": "Lời khác."}))
	tab.takeReports()
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(strings.Join(strings.Fields(text), " "), "trước “Lời khác.”, nay “Lời trong báo cáo.”") {
		t.Fatalf("the preview:\n%s", text)
	}
	uitest.Tap(t, b.Window.Canvas(), "Nhận")
	if got := b.App.View().Passages; len(got) != 1 || got[0].Text != "Lời trong báo cáo." {
		t.Errorf("taken %+v", got)
	}
	if text, n := reportsText(b.Desk.UI, []*view.ReportReturn{{Path: "x.docx", Problem: tdkt.Errorf(tdkt.Invalid, "Tệp “x.docx” sai.")}}); n != 0 || !strings.Contains(text, "Tệp “x.docx” sai.") {
		t.Errorf("a refused file: %s", text)
	}
}
