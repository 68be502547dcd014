package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/boot"
	"tdkt/internal/columns"
	"tdkt/internal/docx"
	"tdkt/internal/letters"
	"tdkt/internal/letters/draft"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// changedLists are lists that somebody laid out by hand: other columns, names, order.
func changedLists(t *testing.T, a *app.App) columns.Lists {
	t.Helper()
	lists, err := papers.Lists(a)
	if err != nil {
		t.Fatal(err)
	}
	lists = lists.With(columns.KeyPeople, []columns.Column{
		{Field: columns.Number, Title: "TT", Width: 12},
		{Field: columns.Title, Title: "Danh hiệu “đề nghị”", Width: 60},
		{Field: columns.Name, Title: "Ông/Bà", Width: 60},
		{Field: columns.Born, Title: "Sinh ngày", Width: 30},
		{Field: columns.Unit, Title: "Nơi làm", Width: 60},
	})
	lists = lists.With(columns.KeyBonus, []columns.Column{
		{Field: columns.Number, Title: "TT", Width: 12},
		{Field: columns.Name, Title: "Người nhận", Width: 60},
		{Field: columns.Amount, Title: "Tiền", Width: 40},
		{Field: columns.Salary, Title: "Lương cơ sở", Width: 40},
		{Field: columns.Factor, Title: "Hệ số", Width: 20},
	})
	return lists.With(columns.KeyBallots, []columns.Column{
		{Field: columns.Number, Title: "TT", Width: 12},
		{Field: columns.VotesFor, Title: "Đồng ý", Width: 20},
		{Field: columns.Name, Title: "Người được xét", Width: 60},
		{Field: columns.VoteShare, Title: "%", Width: 20},
	})
}

// headsOf are the cells of the header rows of a workbook's sheets, joined.
func headsOf(t *testing.T, path string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, sheet := range sheettest.Sheets(t, path) {
		for _, r := range sheet.Rows {
			if len(r) > 2 && (r[0] == "TT" || r[0] == "STT") {
				out[name] = strings.Join(r, "|")
				break
			}
		}
	}
	return out
}

// written checks that the real lists of a file are laid out as changedLists asks.
func written(t *testing.T, a *app.App) {
	t.Helper()
	people := filepath.Join(t.TempDir(), "ds.xlsx")
	if err := papers.ExportForm(t.Context(), a, 2023, "nominations", people); err != nil {
		t.Fatal(err)
	}
	if got := headsOf(t, people)["Cá nhân"]; got != "TT|Danh hiệu “đề nghị”|Ông/Bà|Sinh ngày|Nơi làm" {
		t.Errorf("the list of people has %q", got)
	}
	money := filepath.Join(t.TempDir(), "kp.xlsx")
	if err := papers.ExportForm(t.Context(), a, 2023, "summary", money); err != nil {
		t.Fatal(err)
	}
	if got := headsOf(t, money)["Kinh phí khen thưởng"]; got != "TT|Người nhận|Tiền|Lương cơ sở|Hệ số" {
		t.Errorf("the money has %q", got)
	}
	formulas := 0
	for _, formula := range sheettest.Sheets(t, money)["Kinh phí khen thưởng"].Formulas {
		if strings.HasPrefix(formula, "ROUNDUP(ROUND(E") && strings.Contains(formula, "*D") {
			formulas++
		}
	}
	if formulas < 3 {
		t.Errorf("%d amounts are worked out from the moved columns", formulas)
	}
}

// A layout made in the window is there after a restart, in the real files.
func TestALayoutSurvivesARestart(t *testing.T) {
	a := sample(t)
	if err := papers.SaveLists(t.Context(), a, changedLists(t, a)); err != nil {
		t.Fatal(err)
	}
	written(t, a)
	whole, err := os.ReadFile(a.Store.Path()) // all that was acknowledged, as after a power cut
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "mở lại.sotd")
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	again, closeFile, err := boot.Open(t.Context(), boot.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = closeFile() }()
	written(t, again)
}

// A layout shared as a file is the same on another PC, with another data file; and going
// back leaves the lists that ship.
func TestALayoutGoesToAnotherPC(t *testing.T) {
	a, other := sample(t), sample(t)
	if err := papers.SaveLists(t.Context(), a, changedLists(t, a)); err != nil {
		t.Fatal(err)
	}
	shared := filepath.Join(t.TempDir(), "bố cục.toml")
	if err := papers.ShareLayout(a, tdkt.LayoutLists, shared); err != nil {
		t.Fatal(err)
	}
	kind, err := papers.TakeLayout(t.Context(), other, shared)
	if err != nil || kind != tdkt.LayoutLists {
		t.Fatalf("taken as %q, %v", kind, err)
	}
	written(t, other)
	if err := papers.ResetLayout(t.Context(), other, tdkt.LayoutLists); err != nil {
		t.Fatal(err)
	}
	lists, err := papers.Lists(other)
	if err != nil || !bytes.Equal(lists.Text(), columns.Standard().Text()) {
		t.Errorf("after going back: %v, %v", lists, err)
	}
}

// The files for other software made in the window travel the same way, codes and all.
func TestASoftwareLayoutGoesToAnotherPC(t *testing.T) {
	a, other := sample(t), sample(t)
	set, err := papers.Software(a)
	if err != nil {
		t.Fatal(err)
	}
	set.Set = append(set.Set, columns.SoftwareSet{Name: "TTLHS", Of: columns.OfBoth, Columns: []columns.SoftwareColumn{{Field: "ten", Title: "Đối tượng"}, {Field: "ma-hinh-thuc", Title: "Mã \"hình thức\""}}})
	placed, left := papers.PasteCodes(a, &set, [][]string{{"1", "Bằng khen của Thủ tướng Chính phủ", "HT02"}, {"DH01", "Lao động tiên tiến"}, {"Cái không có", "X"}, {"", ""}})
	if placed != 2 || len(left) != 1 || set.TitleCodes["LDTT"] != "DH01" {
		t.Fatalf("pasted: %d placed, left %q, codes %v", placed, left, set.TitleCodes)
	}
	if err := papers.SaveSoftware(t.Context(), a, set); err != nil {
		t.Fatal(err)
	}
	shared := filepath.Join(t.TempDir(), "phan mem.toml")
	if err := papers.ShareLayout(a, tdkt.LayoutSoftware, shared); err != nil {
		t.Fatal(err)
	}
	if kind, err := papers.TakeLayout(t.Context(), other, shared); err != nil || kind != tdkt.LayoutSoftware {
		t.Fatalf("taken as %q, %v", kind, err)
	}
	files, err := papers.ExportSoftware(t.Context(), other, tdkt.YearEndRound(2023), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if last := files.Paths[len(files.Paths)-1]; filepath.Base(last) != "TTLHS.xlsx" {
		t.Errorf("the new file is not written: %q", files.Paths)
	}
}

// A file that is no layout, and a layout that a table cannot print, are refused in a
// sentence that names the file, and nothing is kept.
func TestALayoutThatCannotBeUsed(t *testing.T) {
	a := sample(t)
	path := filepath.Join(t.TempDir(), "hỏng.toml")
	for _, text := range []string{"gì đó", "tap-the = \"a\"\nca-nhan = \"a\"\n", strings.Replace(string(columns.Standard().Text()), `field = "so-tien"`, `field = "ly-do"`, 1)} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := papers.TakeLayout(t.Context(), a, path); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "hỏng.toml") || strings.Count(err.Error(), "Hãy") != 1 {
			t.Errorf("%.20q: %v", text, err)
		}
	}
	if papers.HasLayout(a, tdkt.LayoutLists) {
		t.Error("a refused layout was kept")
	}
}

// A template edited in Word is used once it names only fields there are; one that does not
// is refused with all the wrong names in one sentence, and what was in use stays.
func TestTemplateTakenBack(t *testing.T) {
	a := sample(t)
	var info letters.Info
	for _, s := range papers.Templates(a) {
		if s.Kind == letters.Notice {
			info = s.Info
		}
	}
	path := filepath.Join(t.TempDir(), "thông báo sửa.docx")
	write := func(lines ...string) {
		t.Helper()
		file, err := draft.Make(strings.Join(lines, "\n"))
		if err == nil {
			err = os.WriteFile(path, file, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	write("{{tên sở}} {{năm}}", "{{ngày nào}}")
	err := papers.TakeTemplate(a, info, path)
	if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "“tên sở”, “ngày nào”") || strings.Count(err.Error(), "Hãy") != 1 {
		t.Errorf("refused with %v", err)
	}
	notice := func() string {
		t.Helper()
		docs, err := papers.Documents(t.Context(), a, tdkt.YearEndRound(2023))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range docs {
			if d.Kind == letters.Notice {
				paths, err := papers.ExportDocuments(t.Context(), a, tdkt.YearEndRound(2023), []papers.Document{d}, t.TempDir(), nil)
				if err != nil {
					t.Fatal(err)
				}
				body, err := os.ReadFile(paths[0])
				if err != nil {
					t.Fatal(err)
				}
				lines, err := docx.Paragraphs("a", body)
				if err != nil {
					t.Fatal(err)
				}
				return strings.Join(lines, "\n")
			}
		}
		t.Fatal("no notice")
		return ""
	}
	before := notice()
	write("MẪU RIÊNG CỦA SỞ, năm {{năm}}")
	if err := papers.TakeTemplate(a, info, path); err != nil {
		t.Fatal(err)
	}
	if got := notice(); !strings.Contains(got, "MẪU RIÊNG CỦA SỞ, năm 2023") {
		t.Errorf("the notice says %q", got)
	}
	if err := papers.DropTemplate(a, info); err != nil {
		t.Fatal(err)
	}
	if got := notice(); got != before {
		t.Errorf("after going back the notice says %q", got)
	}
}
