package sheet_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// grid writes rows into a sheet of a new workbook, lets change do the rest, and
// returns the file's path.
func grid(t *testing.T, rows [][]any, change func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(f)
	}
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func readStaff(t *testing.T, path string, o tdkt.StaffOptions) *tdkt.StaffList {
	t.Helper()
	list, err := sheet.ReadStaff(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// The list as an office keeps it: title block, merged header over two rows, birth
// columns split by sex, group rows, totals, a second printed page, signatures.
func TestStaffOfficeForm(t *testing.T) {
	path := grid(t, [][]any{
		{"UBND TỈNH TÂY NINH", nil, nil, nil, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
		{"SỞ NỘI VỤ", nil, nil, nil, "Độc lập - Tự do - Hạnh phúc"},
		{"DANH SÁCH CÁN BỘ, CÔNG CHỨC NĂM 2023"},
		{},
		{"STT", "Họ và tên", nil, "Ngày, tháng, năm sinh", nil, "Chức vụ", "Số CCCD"},
		{nil, "Họ đệm", "Tên", "Nam", "Nữ"},
		{1, 2, 3, 4, 5, 6, 7},
		{"I", "Văn phòng: 2 người"},
		{1, "Nguyễn Văn", "An", "05/03/1980", nil, "Chánh Văn phòng", 72180001234},
		{2, "Trần Thị", "Bình", nil, 1985, "Chuyên viên", "072185000099"},
		{"STT", "Họ đệm", "Tên", "Nam", "Nữ", "Chức vụ", "Số CCCD"},
		{"II", "Phòng Công chức, viên chức"},
		{3, "Tống", "Cộng", "1/2/1979", nil, "Giám đốc", nil},
		{nil, "Tổng cộng: 3 người"},
		{nil, nil, nil, nil, "Tây Ninh, ngày 05 tháng 01 năm 2023"},
		{nil, "Người lập biểu", nil, nil, "KT. GIÁM ĐỐC"},
		{nil, "Lê Thị Lập", nil, nil, "Phạm Văn Ký"},
	}, func(f *excelize.File) {
		for _, a := range [][2]string{{"A5", "A6"}, {"B5", "C5"}, {"D5", "E5"}, {"F5", "F6"}, {"G5", "G6"}, {"A3", "G3"}} {
			if err := f.MergeCell("Sheet1", a[0], a[1]); err != nil {
				t.Fatal(err)
			}
		}
	})
	list := readStaff(t, path, tdkt.StaffOptions{})
	want := []tdkt.PersonRow{
		{Line: 9, Name: "Nguyễn Văn An", Born: tdkt.Date(1980, 3, 5), Sex: tdkt.Male, UnitName: "Văn phòng", Position: "Chánh Văn phòng", CCCD: "072180001234", Leader: true, LeaderGiven: true},
		{Line: 10, Name: "Trần Thị Bình", BornYear: 1985, Sex: tdkt.Female, UnitName: "Văn phòng", Position: "Chuyên viên", CCCD: "072185000099", LeaderGiven: true},
		{Line: 13, Name: "Tống Cộng", Born: tdkt.Date(1979, 2, 1), Sex: tdkt.Male, UnitName: "Phòng Công chức, viên chức", Position: "Giám đốc", Leader: true, LeaderGiven: true},
	}
	if diff := cmp.Diff(want, list.Rows); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(list.Refused) > 0 {
		t.Errorf("refused: %v", list.Refused)
	}
	t.Log(list.Notes)
	t.Log(list.Columns)
}
