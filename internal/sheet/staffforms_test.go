package sheet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// brief is a person as the tests compare them: the fields that are not empty.
func brief(rows []tdkt.PersonRow) []string {
	var out []string
	for _, r := range rows {
		born := r.Born.String()
		if r.BornYear != 0 {
			born = string(rune('0'+r.BornYear/1000)) + strings.TrimPrefix(tdkt.Date(r.BornYear, 1, 1).ISO()[:4], string(rune('0'+r.BornYear/1000)))
		}
		var parts []string
		for _, p := range []string{r.Code, r.Name, born, string(r.Sex), r.CCCD, r.UnitName, r.Position, string(r.Employment), r.Start.String(), r.End.String()} {
			if p != "" {
				parts = append(parts, p)
			}
		}
		out = append(out, strings.Join(parts, " | "))
	}
	return out
}

func texts(problems []tdkt.Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, p.String())
	}
	return out
}

// Lists of offices as they come: every shape that carries people is read, and what
// is no person is left out with a word about it.
func TestStaffForms(t *testing.T) {
	tests := []struct {
		why     string
		rows    [][]any
		change  func(f *excelize.File) error
		want    []string
		refused []string
		notes   []string
	}{
		{
			why: "every field, in an order and with words of its own",
			rows: [][]any{
				{"TT", "Mã NV", "HỌ TÊN", "Phái", "Năm sinh", "Số CMND/CCCD", "Phòng/ban", "Chức danh", "Loại", "Ngày tuyển dụng", "Ngày nghỉ hưu", "Điện thoại"},
				{1, "NV01", norm.NFD.String("Lê Thị Hoà"), "Nữ", 1979, "072179000111", "Phòng A", "Chuyên viên", "CC", "01/02/2001", nil, "0909"},
				{2, 17, "Trần\u00a0Văn  B", "nam", "5/6/1988", "-", "Phòng B", nil, "HĐ 68", "-", "31/12/2023", nil},
			},
			want: []string{
				"NV01 | Lê Thị Hoà | 1979 | nữ | 072179000111 | Phòng A | Chuyên viên | công chức | 01/02/2001",
				"17 | Trần Văn B | 05/06/1988 | nam | Phòng B | người lao động | 31/12/2023",
			},
		},
		{
			why: "a name merged over two columns, group rows merged over the sheet, no running number",
			rows: [][]any{
				{"DANH SÁCH CÔNG CHỨC"},
				{"Họ và tên", nil, "Ngày tháng năm sinh", "Chức vụ"},
				{"I. VĂN PHÒNG (02 người)"},
				{"Nguyễn Văn", "An", "1/1/1980", "Chánh Văn phòng"},
				{"Lê Thị", "Bé", "2/2/1981", "Văn thư"},
				{"Phòng Nội vụ"},
				{"Tô Thị", "Cúc", "3/3/1982", nil},
				{"Cộng: 3 người"},
			},
			change: func(f *excelize.File) error {
				return errors.Join(f.MergeCell("Sheet1", "A1", "D1"), f.MergeCell("Sheet1", "A2", "B2"), f.MergeCell("Sheet1", "A3", "D3"))
			},
			want: []string{
				"Nguyễn Văn An | 01/01/1980 | Văn phòng | Chánh Văn phòng", "Lê Thị Bé | 02/02/1981 | Văn phòng | Văn thư", "Tô Thị Cúc | 03/03/1982 | Phòng Nội vụ",
			},
			notes: []string{
				"Bỏ qua dòng cộng: dòng 8.", "Dòng tên nhóm, không phải người: dòng 3, dòng 6.",
				"Dòng tiêu đề của danh sách là dòng 2; các dòng phía trên không được đọc.",
			},
		},
		{
			why: "a unit column merged downwards, errors shown in cells, hidden rows",
			rows: [][]any{
				{"STT", "Họ và tên", "Đơn vị công tác", "Ngày sinh", "Đối tượng"},
				{1, "Nguyễn Văn An", "Phòng A", "1/1/1980", "viên chức"},
				{2, "Lê Thị Bé", nil, "2/2/1981", "lính"},
				{3, "Tô Thị Cúc", nil, nil, nil},
				{4, "Võ Văn Dư", "Phòng B", "4/4/1984", nil},
			},
			change: func(f *excelize.File) error {
				return errors.Join(f.MergeCell("Sheet1", "C2", "C4"), f.SetRowVisible("Sheet1", 5, false),
					f.SetCellFormula("Sheet1", "D4", "NA()"))
			},
			want: []string{
				"Nguyễn Văn An | 01/01/1980 | Phòng A | viên chức", "Lê Thị Bé | 02/02/1981 | Phòng A", "Võ Văn Dư | 04/04/1984 | Phòng B",
			},
			refused: []string{"Sheet1 D4: Ô có công thức nhưng tệp không lưu kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại."},
			notes: []string{
				"Ô E3: Không có đối tượng “lính”. Hãy ghi Cán bộ, Công chức, Viên chức hoặc Người lao động. Đối tượng được để trống.",
				"Có 1 dòng đang bị ẩn (do lọc hoặc ẩn tay) vẫn được đọc.",
			},
		},
		{
			why: "sex ticked in two columns, one of them headed by a merged cell",
			rows: [][]any{
				{"STT", "Họ và tên", "Giới tính", nil, "Năm sinh"},
				{nil, nil, "Nam", "Nữ", nil},
				{1, "Nguyễn Văn An", "x", nil, 1980},
				{2, "Lê Thị Bé", nil, "X", 1981},
			},
			change: func(f *excelize.File) error { return f.MergeCell("Sheet1", "C1", "D1") },
			want:   []string{"Nguyễn Văn An | 1980 | nam", "Lê Thị Bé | 1981 | nữ"},
		},
		{
			why: "rows that cannot be used are refused one by one",
			rows: [][]any{
				{"STT", "Mã số", "Họ và tên", "Ngày sinh", "CCCD", "Ngày vào cơ quan"},
				{1, "A1", "Nguyễn Văn An", "31/02/1980", nil, nil},
				{2, "A2", nil, "1/1/1980", nil, nil},
				{3, "A3", "Lê Thị Bé", "1/1/1980", "123", nil},
				{4, "A4", "Tô Thị Cúc", "1/1/1980", nil, "1/1/1970"},
				{5, "A5", "Võ Văn Dư", nil, "072180000001", nil},
				{6, "a5", "Võ Văn Em", nil, nil, nil},
				{7, "A7", "Võ Văn Giang", nil, "072180000001", nil},
				{8, "A8", "Phòng 12", nil, nil, nil},
				{nil, nil, "Huỳnh Hai", nil, nil, nil},
			},
			want: []string{"A5 | Võ Văn Dư | 072180000001"},
			refused: []string{
				"Sheet1 D2: “31/02/1980” không phải là một ngày có thật. Hãy ghi ngày dạng dd/mm/yyyy, ví dụ 05/03/1980.",
				"Sheet1 C3: Dòng này không có họ và tên nên không đọc được. Hãy điền họ và tên hoặc xóa dòng.",
				"Sheet1 E4: Số CCCD phải có 12 chữ số (CMND cũ 9 chữ số), ô này có 3. Hãy sửa lại rồi định dạng ô thành chữ (Text).",
				"Sheet1 F5: Ngày vào làm 01/01/1970 đứng trước ngày sinh 01/01/1980. Hãy sửa một trong hai ngày.",
				"Sheet1 B7: Mã cán bộ ở dòng 7 giống mã ở dòng 6. Hãy sửa lại một dòng.",
				"Sheet1 E8: Số CCCD ở dòng 8 giống số ở dòng 6. Hai người không thể có cùng một số; hãy sửa lại.",
				"Sheet1 C9: Họ và tên “Phòng 12” có chữ số. Hãy sửa lại ô này.",
				"Sheet1 C10: Dòng này chỉ có “Huỳnh Hai”, không rõ là tên người hay tên nhóm. Nếu là người, hãy điền thêm số thứ tự hoặc ngày sinh.",
			},
		},
		{
			why: "units numbered like people, people named like units",
			rows: [][]any{
				{"STT", "Họ và tên", "Năm sinh", "Chức vụ"},
				{1, "Văn phòng Sở"},
				{"1.1", "Trương Văn An", 1980, nil},
				{"1.2", "Tô Minh", nil, "Văn thư"},
				{2, "Thanh tra"},
				{"2.1", "Ban Thị Sở", 1981, nil},
				{3, "Trương Minh"},
			},
			want:  []string{"Trương Văn An | 1980 | Văn phòng Sở", "Tô Minh | Văn phòng Sở | Văn thư", "Ban Thị Sở | 1981 | Thanh tra", "Trương Minh | Thanh tra"},
			notes: []string{"Dòng tên nhóm, không phải người: dòng 2, dòng 5."},
		},
		{
			why: "a name and a year are a person, with or without a number before them",
			rows: [][]any{
				{"STT", "Họ và tên", "Năm sinh", "Mã"},
				{nil, "Nguyễn Văn An", 1980},
				{"a", "Lê Thị Bé", 1981},
				{"I", "Phạm Chi", nil, "CB1"},
			},
			want: []string{"Nguyễn Văn An | 1980", "Lê Thị Bé | 1981", "CB1 | Phạm Chi"},
		},
		{
			why: "words of signatures that are names and posts",
			rows: [][]any{
				{"Họ và tên đệm", "Tên", "Năm sinh", "Chức vụ"},
				{"Nguyễn Văn", "Ký", 1980, "Thủ trưởng đơn vị"},
				{"Lê Thị", "Cộng", nil, "Văn thư"},
				{"(Ký, ghi rõ họ tên)"},
				{"Lê", "Lập", nil, nil},
			},
			want:  []string{"Nguyễn Văn Ký | 1980 | Thủ trưởng đơn vị", "Lê Thị Cộng | Văn thư"},
			notes: []string{"Bỏ qua phần ký tên và ghi chú cuối danh sách: dòng 4, dòng 5."},
		},
		{
			why: "two lists in one sheet, each with its signatures",
			rows: [][]any{
				{"STT", "Họ và tên", "Chức vụ"},
				{1, "Nguyễn Văn An", "Giám đốc"},
				{nil, "Người lập biểu", "KT. GIÁM ĐỐC"},
				{nil, "Lê Lập", nil},
				{},
				{"STT", "Họ và tên", "Chức vụ"},
				{1, "Võ Văn Dư", "Kế toán"},
				{nil, "Tây Ninh, ngày 01 tháng 02 năm 2023", nil},
				{nil, "Lê Thị Ký", nil},
				{2, "Tống Văn Tổng", "Bảo vệ"},
			},
			want: []string{"Nguyễn Văn An | Giám đốc", "Võ Văn Dư | Kế toán", "Tống Văn Tổng | Bảo vệ"},
			notes: []string{
				"Bỏ qua dòng tiêu đề lặp lại: dòng 6.", "Bỏ qua phần ký tên và ghi chú cuối danh sách: dòng 3, dòng 4, dòng 8, dòng 9.",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			list := readStaff(t, grid(t, tt.rows, func(f *excelize.File) {
				if tt.change != nil {
					if err := tt.change(f); err != nil {
						t.Fatal(err)
					}
				}
			}), tdkt.StaffOptions{})
			for what, pair := range map[string][2][]string{
				"rows": {tt.want, brief(list.Rows)}, "refused": {tt.refused, texts(list.Refused)}, "notes": {tt.notes, list.Notes},
			} {
				if diff := cmp.Diff(pair[0], pair[1]); diff != "" {
					t.Errorf("%s (-want +got)\n%s", what, diff)
				}
			}
		})
	}
}

// A person may say which sheet and which column means what; wrong words are told
// with the words that would do.
func TestStaffOptions(t *testing.T) {
	path := workbook(t, []page{
		{"Bìa", [][]any{{"Báo cáo"}}},
		{"Cũ", [][]any{{"STT", "Họ và tên", "Ngày sinh"}, {1, "Lê Cũ", "1/1/1960"}}},
		{"Mới", [][]any{{"STT", "Họ và tên", "Ngày sinh", "Nơi ở", "Tổ"}, {1, "Lê Mới", "1/1/1990", "Phòng Z", "Tổ 1"}}},
	}, func(f *excelize.File) {
		if err := f.SetSheetVisible("Cũ", false); err != nil {
			t.Fatal(err)
		}
	})
	list := readStaff(t, path, tdkt.StaffOptions{})
	if list.Sheet != "Mới" || list.HeaderRow != 1 || cmp.Diff([]string{"Bìa", "Cũ"}, list.OtherSheets) != "" {
		t.Errorf("sheet %s, row %d, others %v", list.Sheet, list.HeaderRow, list.OtherSheets)
	}
	if diff := cmp.Diff([]string{
		"Tệp có trang ẩn: Cũ.", "Các trang khác cũng có danh sách nhưng chưa được đọc: Cũ. Hãy nhập riêng từng trang nếu cần.",
	}, list.Notes); diff != "" {
		t.Errorf("notes (-want +got)\n%s", diff)
	}
	list = readStaff(t, path, tdkt.StaffOptions{Sheet: "moi", Map: map[string]string{"nơi ở": "Đơn vị", "E": "position", "Ngày sinh": "-"}})
	if diff := cmp.Diff([]string{"Lê Mới | Phòng Z | Tổ 1"}, brief(list.Rows)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]tdkt.StaffColumn{
		{Letter: "A", Header: "STT", Field: "stt", Label: "Số thứ tự (bỏ qua)"},
		{Letter: "B", Header: "Họ và tên", Field: "name", Label: "Họ và tên"},
		{Letter: "C", Header: "Ngày sinh", Label: "Không đọc"},
		{Letter: "D", Header: "Nơi ở", Field: "unit", Label: "Đơn vị"},
		{Letter: "E", Header: "Tổ", Field: "position", Label: "Chức vụ"},
	}, list.Columns); diff != "" {
		t.Errorf("columns (-want +got)\n%s", diff)
	}
	list = readStaff(t, path, tdkt.StaffOptions{Sheet: "Cũ"})
	if list.Sheet != "Cũ" || len(list.Rows) != 1 || list.Notes[0] != "Trang “Cũ” đang bị ẩn trong tệp nhưng vẫn được đọc." {
		t.Errorf("%+v", list)
	}
	for _, tt := range []struct {
		o    tdkt.StaffOptions
		kind tdkt.Kind
		want string
	}{
		{tdkt.StaffOptions{Sheet: "Khác"}, tdkt.Invalid, "Tệp “so.xlsx” không có trang “Khác”. Các trang có trong tệp: Bìa, Cũ, Mới."},
		{tdkt.StaffOptions{Sheet: "Bìa"}, tdkt.Invalid, "Không thấy dòng tiêu đề nào có cột “Họ và tên” trong 60 dòng đầu của trang “Bìa”, tệp “so.xlsx”. Hãy chọn đúng trang, hoặc thêm một dòng tiêu đề (Họ và tên, Ngày sinh, Đơn vị, Chức vụ, …) ngay trên danh sách."},
		{tdkt.StaffOptions{Map: map[string]string{"Quê": "unit"}}, tdkt.Invalid, "Danh sách không có cột “Quê”. Các cột có trong danh sách: A (STT), B (Họ và tên), C (Ngày sinh), D (Nơi ở), E (Tổ)."},
		{tdkt.StaffOptions{Map: map[string]string{"Tổ": "lương"}}, tdkt.Usage, "Không có trường “lương”. Các trường dùng được: "},
	} {
		_, err := sheet.ReadStaff(t.Context(), path, tt.o)
		if tdkt.KindOf(err) != tt.kind || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("got %v\nwant %s", err, tt.want)
		}
	}
}

// Text in the old encodings looks like letters and is none: it is refused, told by
// its font or by its letters, and a foreign name among many is not mistaken for it.
func TestOldFonts(t *testing.T) {
	head := []any{"STT", "Họ và tên", "Ngày sinh"}
	font := func(name string) func(f *excelize.File) {
		return func(f *excelize.File) {
			id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Family: name}})
			if err = errors.Join(err, f.SetCellStyle("Sheet1", "B2", "B3", id)); err != nil {
				t.Fatal(err)
			}
		}
	}
	for why, tt := range map[string]struct {
		names  []any
		change func(f *excelize.File)
		want   string
	}{
		"TCVN3 by its font": {[]any{"NguyÔn V¨n ¸nh", "TrÇn ThÞ B×nh"}, font(".VnTime"), "TCVN3 (.VnTime)"},
		"VNI by its font":   {[]any{"Nguyeãn Vaên AÙnh", "Traàn Thò Bình"}, font("VNI-Times"), "VNI"},
		"by letters alone":  {[]any{"NguyÔn V¨n ¸nh", "TrÇn ThÞ B×nh"}, nil, "TCVN3 (.VnTime) hoặc VNI"},
		"VNI by letters":    {[]any{"Nguyeãn Vaên An", "Traàn Thò Bích"}, nil, "TCVN3 (.VnTime) hoặc VNI"},
	} {
		path := grid(t, [][]any{head, {1, tt.names[0], 1980}, {2, tt.names[1], 1981}}, tt.change)
		_, err := sheet.ReadStaff(t.Context(), path, tdkt.StaffOptions{})
		want := "Tên trong trang “Sheet1” của tệp “ds.xlsx” được gõ bằng phông chữ cũ " + tt.want + " nên không đọc đúng được."
		if err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: got %v", why, err)
		}
	}
	rows := [][]any{head, {1, "Nguyễn Thị Ánh", 1980}, {2, "Lê Hoà", 1980}, {3, "Hans Müller", 1980}}
	for i := range 7 {
		rows = append(rows, []any{i + 4, "Nguyễn Thị Ánh", 1981 + i})
	}
	if list := readStaff(t, grid(t, rows, font("VNI-Times")), tdkt.StaffOptions{}); len(list.Rows) != 10 {
		t.Errorf("%d rows, refused %v", len(list.Rows), list.Refused)
	}
}

// An error shown in a cell, as a broken VLOOKUP leaves it, is an empty cell in a
// staff list, and is said; a result without an error counts.
func TestStaffErrorCells(t *testing.T) {
	path := grid(t, [][]any{{"STT", "Họ và tên", "Đơn vị", "Chức vụ"}, {1, "Nguyễn Văn An"}}, func(f *excelize.File) {
		if err := errors.Join(f.SetCellFormula("Sheet1", "C2", "NA()"), f.SetCellFormula("Sheet1", "D2", "T()")); err != nil {
			t.Fatal(err)
		}
	})
	patch(t, path, "xl/worksheets/sheet1.xml", `<c r="C2" t="str"><f>NA()</f></c><c r="D2" t="str"><f>T()</f></c>`, `<c r="C2" t="e"><f>NA()</f><v>#N/A</v></c><c r="D2" t="str"><f>T()</f><v>Văn thư</v></c>`)
	list := readStaff(t, path, tdkt.StaffOptions{})
	if diff := cmp.Diff([]string{"Nguyễn Văn An | Văn thư"}, brief(list.Rows)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"1 ô báo lỗi của Excel (#N/A, #REF!, …) được coi là trống: C2."}, list.Notes); diff != "" {
		t.Errorf("notes (-want +got)\n%s", diff)
	}
}

// patch replaces text in one part of a workbook.
func patch(t *testing.T, path, part, before, after string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			if !bytes.Contains(data, []byte(before)) {
				t.Fatalf("%s lacks %s:\n%s", part, before, data)
			}
			data = bytes.Replace(data, []byte(before), []byte(after), 1)
		}
		c, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), z.Close(), os.WriteFile(path, out.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
}
