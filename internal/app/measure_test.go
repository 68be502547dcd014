package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// measured writes every other Excel file of the program for the sample, and what the lists of
// the window export.
func measured(t *testing.T, a *app.App) []string {
	t.Helper()
	dir, v := t.TempDir(), a.View()
	at := func(name string) string { return filepath.Join(dir, name+".xlsx") }
	ok := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ok(papers.ExportStatistics(t.Context(), a, 2023, at("thống kê")))
	ok(imports.ExportWorkbook(t.Context(), a, at("dữ liệu")))
	ok(imports.ExportBlankWorkbook(t.Context(), a, at("trống")))
	long := strings.Repeat("Công Tằng Tôn Nữ ", 22)
	ok(papers.ExportList(t.Context(), a, at("danh sách"), tdkt.ListTable{
		Title: "Nhân sự: Danh sách", Notes: []string{"Năm 2023"},
		Columns: []tdkt.ListColumn{{Title: "Mã", Width: 40}, {Title: "Họ và tên", Width: 60}, {Title: "Ngày sinh", Width: 30, Kind: tdkt.ListDay}, {Title: "Số tiền", Width: 30, Kind: tdkt.ListNumber}},
		Rows:    [][]string{{"CB001", long, "02/09/1980", "1.234.567.890"}, {"CB002", "An", "", ""}},
	}))
	_, err := papers.WritePledgeSheets(t.Context(), a, 2023, v.Units[:2], dir)
	ok(err)
	_, err = papers.ExportSoftware(t.Context(), a, tdkt.YearEndRound(2023), dir)
	ok(err)
	paths, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
	ok(err)
	return paths
}

// Every cell of the other Excel files holds its text too, and no number or day is ###.
func TestOtherWorkbooksHoldTheirTexts(t *testing.T) {
	a := sample(t)
	paths := measured(t, a)
	if len(paths) < 9 {
		t.Errorf("only %d files were written: %v", len(paths), paths)
	}
	for _, path := range paths {
		for _, fault := range sheettest.Measure(t, path) {
			t.Errorf("%s: %s", filepath.Base(path), fault)
		}
	}
	if out := os.Getenv("TDKT_FORMS"); out != "" { // to be looked at as pictures
		if err := os.CopyFS(filepath.Join(out, "other"), os.DirFS(filepath.Dir(paths[0]))); err != nil {
			t.Fatal(err)
		}
	}
}

// The sheets of a month and the forms of Decree 335 and 233.
func TestRatingWorkbooksHoldTheirTexts(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	load(t, a, "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Điểm chung|Điểm kết quả\n=2026|CB001|T1|=28|=62\n=2026|CB001|T2|=27|=60")
	dir := t.TempDir()
	for _, kind := range []string{papers.Form01, papers.Form02} {
		if _, err := papers.WriteRatingForms(t.Context(), a, 2026, kind, "T1", "", dir); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := papers.WritePeriodSheets(t.Context(), a, 2026, "T1", a.View().Units[:1], dir); err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		for _, fault := range sheettest.Measure(t, path) {
			t.Errorf("%s: %s", filepath.Base(path), fault)
		}
	}
}
