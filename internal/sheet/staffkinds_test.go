package sheet_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/internal/tdkt"
)

// TestStaffKinds: lists that used to be read wrong in silence. Each is a kind.
func TestStaffKinds(t *testing.T) {
	tests := []struct {
		why     string
		rows    [][]any
		merge   [][2]string
		want    []string
		refused []string // how each begins
		notes   string   // a piece of them
	}{
		{
			why: "birth in three columns under one header, Năm is no Nam",
			rows: [][]any{
				{"STT", "Họ và tên", "Ngày sinh", nil, nil, "Giới tính", "Đơn vị"},
				{nil, nil, "Ngày", "Tháng", "Năm"},
				{1, "Ngô Thu Lan", 2, 3, 1981, "Nữ", "Văn phòng"},
			},
			merge: [][2]string{{"C1", "E1"}, {"A1", "A2"}, {"B1", "B2"}, {"F1", "F2"}, {"G1", "G2"}},
			want:  []string{"Ngô Thu Lan | 02/03/1981 | nữ | Văn phòng"},
		},
		{
			why: "headings of titles are no units, Ông and Bà no part of names",
			rows: [][]any{
				{"STT", "Họ và tên", "Chức vụ, đơn vị", "Danh hiệu"},
				{"I", "CHIẾN SĨ THI ĐUA CƠ SỞ"},
				{1, "Ông Nguyễn Văn Ất", "Trưởng phòng, Phòng KHTC"},
				{"II", "LAO ĐỘNG TIÊN TIẾN"},
				{1, "Bà Trần Thị Bính", "Chuyên viên, Văn phòng"},
			},
			want:  []string{"Nguyễn Văn Ất | nam | Phòng KHTC | Trưởng phòng", "Trần Thị Bính | nữ | Văn phòng | Chuyên viên"},
			notes: "Tệp còn có 2 khen thưởng",
		},
		{
			why: "a second table with its columns changed",
			rows: [][]any{
				{"STT", "Họ và tên", "Chức vụ", "Đơn vị"},
				{1, "Lê Hồng Uyên", "Chuyên viên", "Văn phòng"},
				{},
				{"STT", "Họ và tên", "Đơn vị", "Chức vụ"},
				{1, "Phan Minh Tuấn", "Thanh tra", "Thanh tra viên"},
			},
			want: []string{"Lê Hồng Uyên | Văn phòng | Chuyên viên", "Phan Minh Tuấn | Thanh tra | Thanh tra viên"},
		},
		{
			why: "a table of collectives below holds no people",
			rows: [][]any{
				{"STT", "Họ và tên", "Chức vụ", "Đơn vị"},
				{1, "Nguyễn Văn Ất", "Chuyên viên", "Văn phòng"},
				{},
				{"DANH SÁCH TẬP THỂ"},
				{"STT", "Tên tập thể", "Danh hiệu", "Ghi chú"},
				{1, "Phòng Kế hoạch", "Tập thể LĐXS", "x"},
			},
			want: []string{"Nguyễn Văn Ất | Văn phòng | Chuyên viên"},
		},
		{
			why: "two tables side by side",
			rows: [][]any{
				{"STT", "Họ và tên", "Năm sinh", "Đơn vị", nil, "STT", "Họ và tên", "Năm sinh", "Đơn vị"},
				{1, "Võ Đức Hiền", 1980, "Văn phòng", nil, 3, "Phan Hồng Phúc", 1981, "Thanh tra"},
				{2, "Đỗ Đức Trang", 1982, "Văn phòng", nil, 4, "Lý Minh Hùng", 1983, "Thanh tra"},
			},
			want: []string{
				"Võ Đức Hiền | 1980 | Văn phòng", "Phan Hồng Phúc | 1981 | Thanh tra", "Đỗ Đức Trang | 1982 | Văn phòng", "Lý Minh Hùng | 1983 | Thanh tra",
			},
		},
		{
			why: "a heading without a unit word never sends people to the room above",
			rows: [][]any{
				{"TT", "Họ và tên", "Sinh ngày", "Chức vụ"},
				{nil, "Văn phòng"},
				{1, "Lý Thanh Bình", "01/02/1973", "Chuyên viên"},
				{nil, "Kế hoạch - Tài chính"},
				{1, "Đỗ Xuân Mai", "07/07/1976", "Chuyên viên"},
			},
			want:    []string{"Lý Thanh Bình | 01/02/1973 | Văn phòng | Chuyên viên"},
			refused: []string{"Sheet1 B4", "Sheet1 B5: Đỗ Xuân Mai: dòng nhóm"},
		},
		{
			why: "people after a note",
			rows: [][]any{
				{"Họ và tên", "Chức vụ", "Đơn vị"},
				{"Nguyễn Văn Ất", "CV", "VP"},
				{"Ghi chú: danh sách đến 31/12"},
				{"Phạm Thị Mậu", "CV", "Thanh tra"},
			},
			want:  []string{"Nguyễn Văn Ất | VP | CV", "Phạm Thị Mậu | Thanh tra | CV"},
			notes: "cuối danh sách: dòng 3.",
		},
		{
			why: "honorifics, posts and notes out of the name",
			rows: [][]any{
				{"STT", "Họ tên", "Đơn vị", "Chức vụ"},
				{1, "ThS. Phạm Văn Bảy", "Văn phòng", "- Chuyên viên"},
				{2, "Nguyễn Thị Tám\nPhó Giám đốc", "Ban Giám đốc", nil},
				{3, "Võ Văn Chín (nghỉ thai sản)", "Văn phòng", "CV"},
				{4, "TRẦN VĂN MƯỜI", "Văn phòng", "CV"},
				{5, "- Đỗ Thị Bông*", "Văn phòng", "CV"},
			},
			want: []string{
				"Phạm Văn Bảy | Văn phòng | Chuyên viên", "Nguyễn Thị Tám | Ban Giám đốc | Phó Giám đốc", "Võ Văn Chín | Văn phòng | CV",
				"Trần Văn Mười | Văn phòng | CV", "Đỗ Thị Bông | Văn phòng | CV",
			},
		},
		{
			why: "a birth in the future is not kept, and is said",
			rows: [][]any{
				{"STT", "Họ và tên", "Ngày sinh", "Đơn vị"},
				{1, "Nguyễn Văn Ất", "12/03/2058", "VP"},
				{2, "Trần Thị Bính", "1975-11-20", "VP"},
			},
			want:  []string{"Nguyễn Văn Ất | VP", "Trần Thị Bính | 20/11/1975 | VP"},
			notes: "đoán thế kỷ (có lẽ là 12/03/1958); ngày sinh được để trống",
		},
		{
			why: "digits lost by Excel are not filled with noughts",
			rows: [][]any{
				{"STT", "Họ và tên", "Số CCCD", "Đơn vị"},
				{1, "Nguyễn Văn Ất", 72080000000, "VP"},
			},
			want:  []string{"Nguyễn Văn Ất | VP"},
			notes: "Excel đã làm tròn",
		},
		{
			why: "headers in other words",
			rows: [][]any{
				{"Số TT", "Họ, chữ đệm và tên", "NTN sinh", "Đơn vị (phòng)"},
				{1, "Nguyễn Văn Ất", "01/03/1980", "VP"},
			},
			want: []string{"Nguyễn Văn Ất | 01/03/1980 | VP"},
		},
		{
			why: "a column whose header nobody knows is told and refuses nobody",
			rows: [][]any{
				{"STT", "Họ và tên", "Cột lạ", "Phòng"},
				{1, "Nguyễn Văn Ất", "Kế toán", "VP"},
				{2, "Trần Thị Bính", "Văn thư", "VP"},
				{3, "Lê Văn Đạt", "Kế toán", "VP"},
			},
			want:  []string{"Nguyễn Văn Ất | VP", "Trần Thị Bính | VP", "Lê Văn Đạt | VP"},
			notes: "Chưa lấy cột “Cột lạ” (ô C1) vì không rõ là cột gì; các ô trong cột giống Chức vụ.",
		},
		{
			why: "dates under a header nobody knows are told and refuse nobody",
			rows: [][]any{
				{"STT", "Họ và tên", "Mục 7", "Phòng", "Mục 8"},
				{1, "Nguyễn Văn Ất", "12/03/1980", "VP", "Nam"},
				{2, "Trần Thị Bính", "25/11/1981", "VP", "Nữ"},
			},
			want:  []string{"Nguyễn Văn Ất | VP", "Trần Thị Bính | VP"},
			notes: "Chưa lấy cột “Mục 8” (ô E1) vì không rõ là cột gì; các ô trong cột giống Giới tính.",
		},
		{
			why: "the unit in the first row of each run alone",
			rows: [][]any{
				{"STT", "Họ và tên", "Đơn vị"}, {1, "Bùi Thị Trang", "Văn phòng"}, {2, "Hồ Đức Lan"}, {3, "Lê Hồng Giang"}, {4, "Hoàng Xuân Vinh", "Thanh tra"}, {5, "Dương Kim Đạt"},
			},
			want: []string{"Bùi Thị Trang | Văn phòng", "Hồ Đức Lan | Văn phòng", "Lê Hồng Giang | Văn phòng", "Hoàng Xuân Vinh | Thanh tra", "Dương Kim Đạt | Thanh tra"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			list := readStaff(t, grid(t, tt.rows, func(f *excelize.File) {
				for _, m := range tt.merge {
					if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
						t.Fatal(err)
					}
				}
			}), tdkt.StaffOptions{Today: tdkt.Date(2026, 11, 30)})
			if d := cmp.Diff(tt.want, brief(list.Rows)); d != "" {
				t.Errorf("rows (-want +got)\n%s", d)
			}
			got := texts(list.Refused)
			for i, begin := range tt.refused {
				if i >= len(got) || !strings.HasPrefix(got[i], begin) {
					t.Errorf("refused = %q, want %q", got, tt.refused)
				}
			}
			if len(got) != len(tt.refused) {
				t.Errorf("refused = %q", got)
			}
			if !strings.Contains(strings.Join(list.Notes, "\n"), tt.notes) {
				t.Errorf("notes = %q, want %q", list.Notes, tt.notes)
			}
		})
	}
}

// TestStaffRoomSheets: where each room has its sheet, all are read and the sheet's name is
// the room; leaders are told by their post.
func TestStaffRoomSheets(t *testing.T) {
	head := []any{"STT", "Họ và tên", "Ngày sinh", "Chức vụ"}
	path := workbook(t, []page{
		{"VP", [][]any{{"Danh sách VP"}, {}, head, {1, "Bùi Thị Trang", "01/03/1980", "Chánh Văn phòng"}}},
		{"TTra", [][]any{{"Danh sách TTra"}, {}, head, {1, "Hoàng Xuân Vinh", "01/03/1980", "Thanh tra viên"}}},
	}, nil)
	list := readStaff(t, path, tdkt.StaffOptions{})
	if d := cmp.Diff([]string{"Bùi Thị Trang | 01/03/1980 | VP | Chánh Văn phòng", "Hoàng Xuân Vinh | 01/03/1980 | TTra | Thanh tra viên"}, brief(list.Rows)); d != "" {
		t.Errorf("(-want +got)\n%s\n%v", d, list.Notes)
	}
	if len(list.Rows) == 2 && (!list.Rows[0].Leader || list.Rows[1].Leader) {
		t.Errorf("leaders: %+v", list.Rows)
	}
}
