package pages

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/dossier"
	"tdkt/internal/gui/dossiers"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// dossierCases are the papers of the sample's cases, in the order of the page.
func dossierCases(t *testing.T, b *guitest.Bench) [][]dossier.PaperRow {
	t.Helper()
	list, err := papers.Papers(t.Context(), b.App, guitest.Year)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]dossier.PaperRow
	at := map[tdkt.ID]int{}
	for _, r := range list {
		if _, ok := at[r.Nomination]; !ok {
			at[r.Nomination] = len(out)
			out = append(out, nil)
		}
		out[at[r.Nomination]] = append(out[at[r.Nomination]], r)
	}
	return out
}

// dossierAt puts the cursor on the first paper that is wanted.
func dossierAt(t *testing.T, b *guitest.Bench, want func(dossier.PaperRow) bool) dossier.PaperRow {
	t.Helper()
	for i, c := range dossierCases(t, b) {
		for k, r := range c {
			if want(r) {
				b.List(t, "Danh hiệu", "Giấy tờ").Go(i, "")
				b.List(t, "Tình trạng", "Tệp").Go(k, "")
				return r
			}
		}
	}
	t.Fatal("no such paper")
	return dossier.PaperRow{}
}

// ownPaper is a paper that each nominee has of its own; reportOf a report of merits of a person.
func ownPaper(r dossier.PaperRow) bool { return !r.Paper.Shared }

func reportOf(r dossier.PaperRow) bool { return r.Report != nil && r.Subject.Kind == tdkt.APerson }

// pdf makes a file of two pages.
func pdf(t *testing.T, dir, name string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte("%PDF-1.4\n<< /Type /Page >> << /Type /Page >> "+name), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A file is kept for the row at the cursor, shown with its pages, opened as a copy, and
// taken out again; what became of its original is told.
func TestDossiersAttach(t *testing.T) {
	b := guitest.Open(t)
	path := pdf(t, t.TempDir(), "quyet dinh.pdf")
	b.Files.Paths = []string{path}
	var shown string
	tab := dossiers.New(b.Desk, func(p string) { shown = p })
	b.Show(tab)
	c := b.Window.Canvas()
	says(t, b, "chưa có", "Báo cáo thành tích")
	r := dossierAt(t, b, ownPaper)
	uitest.Tap(t, c, "Đính kèm tệp…")
	if got := b.App.View().Attachments; len(got) != 1 || got[0].Pages != 2 || got[0].Nomination != r.Nomination {
		t.Fatalf("kept %+v", got)
	}
	list := b.List(t, "Tình trạng", "Tệp")
	if row := list.Cursor(); list.Cell(row, "Tệp") != "quyet dinh.pdf" || list.Cell(row, "Trang") != "2" || list.Cell(row, "Tình trạng") == "chưa có" {
		t.Errorf("shown as %q", list.Rows()[row])
	}
	uitest.More(t, c, "Xem tệp")
	if text, err := os.ReadFile(shown); err != nil || !strings.HasPrefix(string(text), "%PDF") {
		t.Errorf("the copy %q: %v", shown, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	tab.Refresh()
	dossierAt(t, b, ownPaper)
	says(t, b, "không còn ở")
	uitest.More(t, c, "Bỏ tệp")
	uitest.Keys(c, "Return")
	if got := b.App.View().Attachments; len(got) != 0 {
		t.Errorf("left %+v", got)
	}
}

// The files of a folder find their places by their names; what is not recognised is told
// and not kept.
func TestDossiersFolder(t *testing.T) {
	b := guitest.Open(t)
	dir := t.TempDir()
	b.Show(dossiers.New(b.Desk, nil))
	pdf(t, dir, dossierAt(t, b, ownPaper).Code+" báo cáo thành tích.pdf")
	pdf(t, dir, "Biên bản bình xét.pdf")
	pdf(t, dir, "ảnh tập thể.pdf")
	b.Files.Paths = []string{dir}
	uitest.Tap(t, b.Window.Canvas(), "Nhận cả thư mục…")
	says(t, b, "Không nhận ra 1 tệp", "ảnh tập thể.pdf")
	uitest.Keys(b.Window.Canvas(), "Return")
	shared, own := 0, 0
	for _, a := range b.App.View().Attachments {
		if a.Nomination == "" {
			shared++
		} else {
			own++
		}
	}
	if shared != 1 || own == 0 {
		t.Errorf("%d shared, %d of one person", shared, own)
	}
}

// One row is one case, which counts the papers it must have; Enter opens its papers, and
// no other's.
func TestDossiersCases(t *testing.T) {
	b := guitest.Open(t)
	b.Show(dossiers.New(b.Desk, nil))
	c := b.Window.Canvas()
	cases, list := dossierCases(t, b), b.List(t, "Danh hiệu", "Giấy tờ")
	if list.Len() != len(cases) || len(cases) < 50 {
		t.Fatalf("%d rows of %d cases", list.Len(), len(cases))
	}
	for i, papers := range cases {
		list.Go(i, "")
		if name := list.Cell(i, "Tên"); !strings.HasPrefix(name, papers[0].Name) {
			t.Fatalf("row %d is %q, want %q", i, name, papers[0].Name)
		}
		there, of := 0, 0
		var names []string
		for _, p := range papers {
			names = append(names, p.Paper.Name)
			switch p.State() {
			case dossier.PaperThere:
				there++
				of++
			case dossier.PaperMissing:
				of++
			case dossier.PaperOptional:
			}
		}
		shown := b.List(t, "Tình trạng", "Tệp")
		if shown.Len() != len(papers) || of == 0 || !strings.HasSuffix(list.Cell(i, "Giấy tờ"), fmt.Sprintf("%d/%d giấy tờ", there, of)) {
			t.Errorf("%s: %d of %d papers, %q, %d rows", papers[0].Name, there, of, list.Cell(i, "Giấy tờ"), shown.Len())
		}
		for k, name := range shown.Texts("Giấy tờ") {
			if !strings.HasPrefix(name, names[k]) {
				t.Errorf("%q stands under %s in place of %q", name, papers[0].Name, names[k])
			}
		}
	}
	list.Go(0, "")
	uitest.Keys(c, "Return", "Down")
	if shown := b.List(t, "Tình trạng", "Tệp"); list.Cursor() != 0 || shown.Cursor() != 1 {
		t.Errorf("Enter on a case: the cursors are in %d and %d\n%s", list.Cursor(), shown.Cursor(), uitest.Text(c))
	}
	says(t, b, "/3 giấy tờ")
}

// The parts of a report are typed beside what the year before said, kept, and the page says
// how the report stands.
func TestDossiersWriteReport(t *testing.T) {
	b := guitest.Open(t)
	tab := dossiers.New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	r := dossierAt(t, b, reportOf)
	said := func(year int, text string) {
		t.Helper()
		if err := b.App.SavePassages(b.Desk.Ctx, year, r.Subject, map[string]string{"ket-qua": text}); err != nil {
			t.Fatal(err)
		}
	}
	said(2022, "Kết quả của năm trước.")
	dossierAt(t, b, reportOf)
	says(t, b, "Báo cáo thành tích thiếu 9 mục")
	uitest.More(t, c, "Soạn báo cáo…")
	says(t, b, "Quyền hạn, nhiệm vụ", "Kết quả của năm trước.", "Chép lời năm 2022", "thiếu quê quán")
	uitest.Tap(t, c, "Chép lời năm 2022")
	uitest.Tap(t, c, "Ghi")
	got := ""
	for _, p := range b.App.View().Passages {
		if p.Year == 2023 && p.Part == "ket-qua" {
			got = p.Text
		}
	}
	if got != "Kết quả của năm trước." {
		t.Errorf("kept %q", got)
	}
	if strings.Contains(uitest.Text(c), "Chép lời năm 2022") {
		t.Error("the editor is still open")
	}
	if now := dossierAt(t, b, reportOf); strings.Contains(now.Report.Words(), "kết quả thực hiện") {
		t.Errorf("it still lacks %q", now.Report.Words())
	}
	says(t, b, "Báo cáo thành tích thiếu 8 mục")
}

// The report is written as Word and taken back from a folder.
func TestDossiersReportOutAndBack(t *testing.T) {
	b := guitest.Open(t)
	opened := ""
	b.Show(dossiers.New(b.Desk, func(p string) { opened = p }))
	c := b.Window.Canvas()
	r := dossierAt(t, b, reportOf)
	said := func(text string) {
		t.Helper()
		if err := b.App.SavePassages(b.Desk.Ctx, 2023, r.Subject, map[string]string{"ket-qua": text}); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "báo cáo.docx")
	b.Files.Paths = []string{path, dir}
	said("Lời trong báo cáo.")
	dossierAt(t, b, reportOf)
	uitest.More(t, c, "Ghi báo cáo Word…")
	if opened != path {
		t.Fatalf("opened %q", opened)
	}
	said("Lời khác.")
	sheettest.Write(t, filepath.Join(dir, "lạ.xlsx"), "[A]\nmột|hai\n")
	uitest.More(t, c, "Nhận báo cáo, phiếu đã sửa…")
	says(t, b, "trước “Lời khác.”, nay “Lời trong báo cáo.”", "lạ.xlsx”") // and the file that is refused
	uitest.Tap(t, c, "Nhận")
	if got := b.App.View().Passages; len(got) != 1 || got[0].Text != "Lời trong báo cáo." {
		t.Errorf("taken %+v", got)
	}
}
