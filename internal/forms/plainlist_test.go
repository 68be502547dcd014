package forms

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// TestWriteList: a list of the screen keeps its order and words, with real numbers and
// days, and text that looks like a number stays text.
func TestWriteList(t *testing.T) {
	path := filepath.Join(t.TempDir(), "danh sach.xlsx")
	list := tdkt.ListTable{
		Title: "Nhân sự: Danh sách", Notes: []string{"Năm 2023, Toàn cơ quan", "Lọc theo: an"},
		Columns: []tdkt.ListColumn{{Title: "Mã", Width: 60}, {Title: "Ngày sinh", Width: 90, Kind: tdkt.ListDay}, {Title: "Điểm", Width: 60, Kind: tdkt.ListNumber}},
		Rows:    [][]string{{"001", "02/09/1980", "1.009,5"}, {"=1+1", "1979", ""}},
	}
	for range 2 { // a second export takes the place of the first
		if err := WriteList(t.Context(), path, tdkt.Org{Name: "Sở Thử"}, tdkt.Date(2023, 12, 18), list); err != nil {
			t.Fatal(err)
		}
	}
	want := `== Danh sách A1:C7
   _xlnm._FilterDatabase = 'Danh sách'!$A$5:$C$7
   _xlnm.Print_Titles = 'Danh sách'!$5:$5
A1 | NHÂN SỰ: DANH SÁCH
A2 | Năm 2023, Toàn cơ quan
A3 | Lọc theo: an
A5 | Mã
B5 | Ngày sinh
C5 | Điểm
A6 | 001
B6 | 02/09/1980
C6 | 1009.5
A7 | =1+1
B7 | 1979
`
	if diff := cmp.Diff(want, dump(t, path)); diff != "" {
		t.Errorf("workbook (-want +got):\n%s", diff)
	}
}
