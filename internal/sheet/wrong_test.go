package sheet_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// page is one sheet of a workbook made for a test.
type page struct {
	name string
	rows [][]any
}

func workbook(t *testing.T, pages []page, change func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	for i, p := range pages {
		if _, err := f.NewSheet(p.name); err != nil {
			t.Fatal(err)
		}
		if i == 0 && p.name != "Sheet1" {
			if err := f.DeleteSheet("Sheet1"); err != nil {
				t.Fatal(err)
			}
		}
		for n, row := range p.rows {
			cell, err := excelize.CoordinatesToCellName(1, n+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetSheetRow(p.name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if change != nil {
		change(f)
	}
	path := filepath.Join(t.TempDir(), "so.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// problems are the refusal as people see it: the sentence and every bad cell.
func problems(t *testing.T, path string) []string {
	t.Helper()
	ex, err := sheet.ReadExchange(t.Context(), path, nil)
	var e *tdkt.Error
	if !errors.As(err, &e) {
		t.Fatalf("not refused: %+v, error %v", ex, err)
	}
	if ex != nil || e.Kind != tdkt.Invalid {
		t.Errorf("exchange %v, kind %v", ex, e.Kind)
	}
	out := []string{e.Text}
	for _, p := range e.Problems {
		out = append(out, p.String())
	}
	return out
}

func head(n string) string {
	return "Tệp “so.xlsx” có " + n + " chỗ phải sửa nên chưa nhập dòng nào. Hãy sửa các ô được nêu rồi nhập lại."
}

// Each wrong input has its sentence, and the cell it stands in.
func TestWrongWorkbooks(t *testing.T) {
	units := []any{"Mã đơn vị", "Tên đơn vị", "Mã cấp trên", "Ngày thành lập"}
	people := []any{"Mã cán bộ", "Họ và tên", "Mã đơn vị", "Ngày sinh", "Số CCCD", "Giới tính", "Đối tượng", "Lãnh đạo", "Ngày vào làm", "Ngày thôi việc"}
	ratings := []any{"Năm", "Mã", "Mức", "Điểm", "Số quyết định"}
	awards := []any{"Mã", "Mã danh hiệu", "Từ năm", "Đến năm", "Đã hủy"}
	initiatives := []any{"Năm", "Mã cán bộ", "Tên", "Loại", "Phạm vi"}
	tests := []struct {
		why   string
		pages []page
		want  []string
	}{
		{
			"a workbook of another kind",
			[]page{{"Bảng lương", [][]any{{"a"}}}},
			[]string{"Tệp “so.xlsx” không có trang nào của mẫu tệp dữ liệu. Các trang chương trình đọc: Đơn vị, Nhân sự, Xếp loại, Khen thưởng, Sáng kiến, Kỷ luật, Tạm dừng, Nghỉ, Đăng ký, Chốt sổ, Công tác, Tiêu chí định tính, Quy định riêng, Quy định của tỉnh, Ngoại lệ, Điểm theo kỳ, Nhóm nhiệm vụ, Căn cứ xếp loại, Báo cáo thành tích, Số liệu thống kê, Công chức làm TĐKT, Tổ chức làm TĐKT. Nếu đây là danh sách cán bộ, hãy dùng chức năng nhập danh sách nhân sự."},
		},
		{
			"two names for one sheet",
			[]page{{"Đơn vị", [][]any{units}}, {"don vi", [][]any{units}}},
			[]string{"Tệp “so.xlsx” có hai trang cùng được hiểu là “Đơn vị”. Hãy xóa hoặc đổi tên một trang rồi nhập lại."},
		},
		{
			"an unknown column, and one twice",
			[]page{{"Đơn vị", [][]any{{"Mã đơn vị", "Tên đơn vị", "Ghi chú", "TÊN ĐƠN VỊ *"}, {"P1", "Phòng", "x"}}}},
			[]string{
				head("2"),
				"Đơn vị C1: Không có cột “Ghi chú” trong mẫu của trang “Đơn vị”. Hãy xóa cột này hoặc sửa tiêu đề. Các cột dùng được: Mã đơn vị, Tên đơn vị, Mã cấp trên, Loại, Ngày thành lập, Ngày kết thúc, Mã đơn vị kế thừa, Tính lịch sử.",
				"Đơn vị D1: Cột “Tên đơn vị” có hai lần, ở cột B và cột D. Hãy xóa một cột.",
			},
		},
		{
			"required columns missing",
			[]page{{"Xếp loại", [][]any{{"XẾP LOẠI NĂM 2023"}, {}, {"Năm", "Mã cán bộ", "Điểm"}, {2023, "CB1", 90}}}},
			[]string{
				head("2"),
				"Xếp loại B3: Không có cột “Mã cán bộ” trong mẫu của trang “Xếp loại”. Hãy xóa cột này hoặc sửa tiêu đề. Các cột dùng được: Năm, Mã, Họ và tên, Mức, Điểm, Số quyết định, Ngày thông báo, Lý do khác đề xuất.",
				"Xếp loại dòng 3: Thiếu cột bắt buộc “Mã”. Hãy thêm cột này vào dòng tiêu đề.",
			},
		},
		{
			"impossible days",
			[]page{{"Đơn vị", [][]any{units, {"P1", "Phòng 1", nil, "31/02/2020"}, {"P2", "Phòng 2", nil, 44000}, {"P3", "Phòng 3", nil, "hôm qua"}, {"", "Phòng 4"}}}},
			[]string{
				head("4"),
				"Đơn vị D2: “31/02/2020” không phải là một ngày có thật. Hãy ghi ngày dạng dd/mm/yyyy, ví dụ 05/03/1980.",
				"Đơn vị D3: “44000” là một con số, không phải ngày. Hãy định dạng ô thành ngày, hoặc ghi ngày dạng dd/mm/yyyy.",
				"Đơn vị D4: “hôm qua” không phải là một ngày có thật. Hãy ghi ngày dạng dd/mm/yyyy, ví dụ 05/03/1980.",
				"Đơn vị A5: Thiếu “Mã đơn vị”. Hãy điền vào ô này.",
			},
		},
		{
			"doubled codes and identity numbers, never shown",
			[]page{
				{"Đơn vị", [][]any{units, {"P1", "Phòng 1"}, {"p1", "Phòng 2"}}},
				{"Nhân sự", [][]any{people, {"CB1", "An", "P1", nil, "072180001234"}, {"CB1", "Bình", "P1", nil, "072180001234"}, {"CB3", "Chi", "P1", nil, "0721"}, {"CB4", "Dư", "P1", nil, "07218000123A"}}},
			},
			[]string{
				head("5"),
				"Đơn vị A3: Mã đơn vị “p1” có ở cả dòng 2 và dòng 3. Hãy xóa một dòng hoặc sửa lại mã.",
				"Nhân sự A3: Mã cán bộ “CB1” có ở cả dòng 2 và dòng 3. Hãy xóa một dòng hoặc sửa lại mã.",
				"Nhân sự E3: Số CCCD ở dòng 3 giống số ở dòng 2. Hai người không thể có cùng một số; hãy sửa lại.",
				"Nhân sự E4: Số CCCD phải có 12 chữ số (CMND cũ 9 chữ số), ô này có 4. Hãy sửa lại rồi định dạng ô thành chữ (Text).",
				"Nhân sự E5: Số CCCD chỉ gồm chữ số. Hãy sửa lại ô này.",
			},
		},
		{
			"words that are none of the choices",
			[]page{
				{"Nhân sự", [][]any{people, {"CB1", "An", "P1", "1/1/1890", nil, "gì", "lính", "chắc vậy", "1/1/2020", "31/12/2019"}}},
				{"Xếp loại", [][]any{ratings, {2023, "CB1", "Khá", "nhiều"}, {1899, "CB1", "HTT", -1}, {"năm nay", "CB1", "HTT", 90.555}}},
				{"Sáng kiến", [][]any{initiatives, {2023, "CB1", "A", "bài báo", "huyện"}}},
				{"Kỷ luật", [][]any{{"Mã cán bộ", "Hình thức", "Ngày quyết định"}, {"CB1", "Nhắc nhở", "1/1/2020"}}},
				{"Tiêu chí định tính", [][]any{{"Năm", "Mã", "Mã danh hiệu", "Tiêu chí", "Kết quả"}, {2023, "CB1", "LDTT", "a", "tạm"}}},
			},
			[]string{
				head("15"),
				"Nhân sự F2: Không hiểu giới tính “gì”. Hãy ghi Nam hoặc Nữ.",
				"Nhân sự G2: Không có đối tượng “lính”. Hãy ghi Cán bộ, Công chức, Viên chức hoặc Người lao động.",
				"Nhân sự H2: Không hiểu “chắc vậy”. Hãy ghi x nếu có, để trống hoặc ghi không nếu không.",
				"Nhân sự D2: “1/1/1890” không phải là một ngày có thật. Hãy ghi ngày dạng dd/mm/yyyy, ví dụ 05/03/1980.",
				"Nhân sự J2: “Ngày thôi việc” là 31/12/2019, đứng trước “Ngày vào làm” là 01/01/2020. Hãy sửa một trong hai ngày.",
				"Xếp loại C2: Không có mức xếp loại “Khá”. Hãy ghi HTXS, HTT, HT hoặc KHT.",
				"Xếp loại D2: “nhiều” không phải là điểm. Hãy ghi một số không âm, nhiều nhất hai chữ số thập phân, ví dụ 92,5.",
				"Xếp loại A3: “1899” không phải là năm. Hãy ghi năm bằng bốn chữ số, từ 1945 đến 2100.",
				"Xếp loại D3: “-1” không phải là điểm. Hãy ghi một số không âm, nhiều nhất hai chữ số thập phân, ví dụ 92,5.",
				"Xếp loại A4: “năm nay” không phải là năm. Hãy ghi năm bằng bốn chữ số, từ 1945 đến 2100.",
				"Xếp loại D4: “90.555” không phải là điểm. Hãy ghi một số không âm, nhiều nhất hai chữ số thập phân, ví dụ 92,5.",
				"Sáng kiến D2: Không có loại “bài báo”. Hãy ghi Sáng kiến hoặc Đề tài.",
				"Sáng kiến E2: Không có phạm vi “huyện”. Hãy ghi Cơ sở, Tỉnh hoặc Toàn quốc.",
				"Kỷ luật B2: Không có hình thức kỷ luật “Nhắc nhở”. Hãy ghi Khiển trách, Cảnh cáo, Hạ bậc lương, Giáng chức, Cách chức, Buộc thôi việc hoặc Khai trừ (của Đảng).",
				"Tiêu chí định tính E2: Không hiểu kết quả “tạm”. Hãy ghi Đạt hoặc Không đạt.",
			},
		},
		{
			"ends before beginnings",
			[]page{
				{"Khen thưởng", [][]any{awards, {"CB1", "CSTDT", 2022, 2020}}},
				{"Nghỉ", [][]any{{"Mã cán bộ", "Từ ngày", "Đến ngày", "Lý do"}, {"CB1", "02/01/2022", "01/01/2022", "ốm"}}},
				{"Tạm dừng", [][]any{{"Mã", "Từ ngày", "Đến ngày"}, {"CB1", "02/01/2022", "01/01/2022"}}},
				{"Công tác", [][]any{{"Mã cán bộ", "Từ ngày", "Đến ngày", "Mã đơn vị"}, {"CB1", "02/01/2022", "01/01/2022", "P1"}}},
			},
			[]string{
				head("4"),
				"Khen thưởng D2: “Đến năm” là 2020, đứng trước “Từ năm” là 2022. Hãy sửa một trong hai năm.",
				"Nghỉ C2: “Đến ngày” là 01/01/2022, đứng trước “Từ ngày” là 02/01/2022. Hãy sửa một trong hai ngày.",
				"Tạm dừng C2: “Đến ngày” là 01/01/2022, đứng trước “Từ ngày” là 02/01/2022. Hãy sửa một trong hai ngày.",
				"Công tác C2: “Đến ngày” là 01/01/2022, đứng trước “Từ ngày” là 02/01/2022. Hãy sửa một trong hai ngày.",
			},
		},
		{
			"ratings that contradict each other",
			[]page{{"Xếp loại", [][]any{ratings, {2023, "CB1", "HTT"}, {2023, "cb1", "HT"}, {2022, "CB1", "HTT", 80}, {2022, "CB1", "HTT", 81}}}},
			[]string{
				head("2"),
				"Xếp loại C3: “cb1” năm 2023 được xếp hai mức khác nhau: HTT ở dòng 2, HT ở dòng 3. Hãy giữ lại một dòng.",
				"Xếp loại C5: “CB1” năm 2022 được xếp loại ở cả dòng 4 và dòng 5, khác nhau về điểm hoặc số quyết định. Hãy giữ lại một dòng.",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, problems(t, workbook(t, tt.pages, nil))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// A formula nobody computed and an error shown in a cell are no values.
func TestUncomputedCells(t *testing.T) {
	path := workbook(t, []page{{"Xếp loại", [][]any{{"Năm", "Mã", "Mức"}, {nil, "CB1", "HTT"}, {2023, "CB2"}}}}, func(f *excelize.File) {
		err := errors.Join(f.SetCellFormula("Xếp loại", "A2", "2000+23"), f.SetCellFormula("Xếp loại", "C3", "1/0"))
		if err != nil {
			t.Fatal(err)
		}
	})
	want := []string{
		head("2"),
		"Xếp loại A2: Ô có công thức nhưng tệp không lưu kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.",
		"Xếp loại C3: Ô có công thức nhưng tệp không lưu kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.",
	}
	if diff := cmp.Diff(want, problems(t, path)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// What the guard refuses is the error people see: for the file and for the machine.
func TestRefusedFiles(t *testing.T) {
	dir := t.TempDir()
	text := filepath.Join(dir, "ds.xlsx")
	if err := os.WriteFile(text, []byte("Họ và tên,Ngày sinh\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, kind := range map[string]tdkt.Kind{text: tdkt.Invalid, filepath.Join(dir, "không có.xlsx"): tdkt.Environment} {
		_, err := sheet.ReadExchange(t.Context(), path, nil)
		if tdkt.KindOf(err) != kind || !strings.Contains(err.Error(), filepath.Base(path)) {
			t.Errorf("%s: %v", path, err)
		}
		if _, staffErr := sheet.ReadStaff(t.Context(), path, tdkt.StaffOptions{}); tdkt.KindOf(staffErr) != kind {
			t.Errorf("%s: %v", path, staffErr)
		}
	}
}
