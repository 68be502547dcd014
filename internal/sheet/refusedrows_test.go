package sheet_test

import (
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/sheet"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// TestRefusedRows: of an exchange workbook the refused rows of each sheet come out with
// their heading and reasons; that file reads as if it had no such column.
func TestRefusedRows(t *testing.T) {
	dir := t.TempDir()
	from, to, again := filepath.Join(dir, "so.xlsx"), filepath.Join(dir, "bo.xlsx"), filepath.Join(dir, "bo2.xlsx")
	sheettest.Write(t, from, "[Xếp loại]\nNăm|Mã|Mức\n2023|CB001|HTT\n2023|CB002|HTTT\n[Nghỉ]\nMã cán bộ|Từ ngày|Đến ngày|Lý do\nCB001|31/02/2023|01/03/2023|ốm\n")
	problems := []tdkt.Problem{
		{Sheet: "Xếp loại", Cell: "C3", Text: "Mức lạ."},
		{Sheet: "Xếp loại", Cell: "dòng 3", Text: "Hai lần."},
		{Sheet: "Nghỉ", Cell: "B2", Text: "Ngày lạ."},
		{Sheet: "Nghỉ", Text: "cả trang"},
	}
	n, err := sheet.WriteRefused(t.Context(), from, to, nil, problems)
	if err != nil || n != 2 {
		t.Fatalf("%d rows, %v", n, err)
	}
	text := sheettest.Read(t, to)
	want := "[Xếp loại]\nNăm|Mã|Mức|Lý do từ chối\n2023|CB002|HTTT|Mức lạ. Hai lần.\n[Nghỉ]\nMã cán bộ|Từ ngày|Đến ngày|Lý do|Lý do từ chối\nCB001|31/02/2023|01/03/2023|ốm|Ngày lạ.\n"
	if text != want {
		t.Errorf("saved:\n%s\nwant:\n%s", text, want)
	}
	sheettest.Write(t, again, strings.NewReplacer("HTTT", "HTT", "31/02", "28/02").Replace(text))
	ex, err := sheet.ReadExchange(t.Context(), again, nil)
	if err != nil || len(ex.Ratings) != 1 || len(ex.Absences) != 1 {
		t.Errorf("put right: %+v, %v", ex, err)
	}
	if _, err := sheet.WriteRefused(t.Context(), from, to, nil, problems[3:]); tdkt.KindOf(err) != tdkt.NotFound {
		t.Errorf("no rows: %v", err)
	}
}
