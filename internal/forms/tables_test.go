package forms

import (
	"archive/zip"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// TestWriteTables: each table has its sheet, numbers are summed by Excel, the chart draws
// the rows of its own table, and text that looks like a formula stays text.
func TestWriteTables(t *testing.T) {
	path := filepath.Join(t.TempDir(), "thống kê.xlsx")
	columns := []tdkt.ListColumn{{Title: "STT", Width: 20}, {Title: "Loại", Width: 90}, {Title: "2022", Width: 40, Kind: tdkt.ListNumber}, {Title: "2023", Width: 40, Kind: tdkt.ListNumber}}
	tables := []tdkt.ListTable{
		{Title: "Một", Sheet: "Một", Columns: columns, Rows: [][]string{{"1", "=A", "1.204", "3"}, {"2", "B", "2", ""}}, Total: true, Chart: true},
		{Title: "Hai", Sheet: "Hai", Columns: columns, Total: true, Chart: true},
	}
	if err := WriteTables(t.Context(), path, tdkt.Org{Name: "Sở Thử"}, tdkt.Date(2023, 12, 18), tables); err != nil {
		t.Fatal(err)
	}
	got := dump(t, path)
	for _, want := range []string{"== Một", "B4 | =A\n", "C4 | 1,204\n", "C6 | 1,206 | =SUM(C4:C5)", "D6 | 3 | =SUM(D4:D5)", "== Hai", "Không có dòng nào"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	raw := chartXML(t, path)
	if n := strings.Count(raw, "<ser>"); n != 2 {
		t.Errorf("the charts draw %d series, want those of the table with rows: 2", n)
	}
}

// chartXML is every chart of a workbook, as Excel reads it.
func chartXML(tb testing.TB, path string) string {
	tb.Helper()
	z := must(zip.OpenReader(path))
	defer z.Close()
	var all strings.Builder
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/charts/chart") {
			continue
		}
		in := must(f.Open())
		must(io.Copy(&all, in))
	}
	return all.String()
}
