package sheet_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// resolver knows one title by its name.
type resolver struct{}

func (resolver) Resolve(text string) (string, bool) {
	return "CSTDCS", tdkt.Fold(text) == tdkt.Fold("Chiến sĩ thi đua cơ sở")
}

func accepted(t *testing.T, pages []page, change func(f *excelize.File)) *tdkt.Exchange {
	t.Helper()
	ex, err := sheet.ReadExchange(t.Context(), workbook(t, pages, change), resolver{})
	if err != nil {
		t.Fatal(problems(t, workbook(t, pages, change)))
	}
	return ex
}

func warnings(ex *tdkt.Exchange) []string {
	var out []string
	for _, w := range ex.Warnings {
		out = append(out, w.String())
	}
	return out
}

// People write levels, marks, kinds and titles in many ways that mean one thing.
func TestAcceptedWords(t *testing.T) {
	levels := [][]any{{"mức *", "  NĂM\n", "MÃ (cán bộ hoặc đơn vị)"}}
	var want []tdkt.RatingRow
	for text, level := range map[string]tdkt.Level{
		"HTXS": "HTXS", "htxsnv": "HTXS", "XS": "HTXS", "Hoàn thành xuất sắc nhiệm vụ": "HTXS", "H.T.X.S": "HTXS",
		"HTT": "HTT", "httnv": "HTT", "hoàn thành tốt": "HTT", "Tốt": "HTT", norm.NFD.String("Hoàn thành tốt nhiệm vụ"): "HTT",
		"HT": "HT", "Hoàn thành nhiệm vụ": "HT", "KHT": "KHT", "Không hoàn thành nhiệm vụ": "KHT", "hoan thanh tot nhiem vu": "HTT",
	} {
		code := "CB" + string(rune('A'+len(want)))
		levels = append(levels, []any{text, 2023.0, code})
		want = append(want, tdkt.RatingRow{Line: tdkt.Line(len(levels)), Year: 2023, Code: code, Level: level})
	}
	ex := accepted(t, []page{
		{"XEP LOAI", levels},
		{norm.NFD.String("Khen thưởng"), [][]any{
			{"Mã", "Mã danh hiệu", "Từ năm", "Đến năm", "Đã hủy"},
			{"CB1", "chiến sỹ thi đua cơ sở", "2022", nil, "X"},
			{"CB1", "ldtt", 2023, 2023, "không"},
			{1001, "bkt", 2023, nil, 1},
		}},
		{"Sáng kiến", [][]any{
			{"Năm", "Mã cán bộ", "Tên", "Loại", "Phạm vi"},
			{2023, "CB1", "A", nil, "CƠ SỞ"},
			{2023, "CB1", "B", "Đề tài khoa học", "cấp tỉnh"},
			{2023, "CB1", "C", "SK", "Toàn Quốc"},
		}},
		{"Chốt sổ", [][]any{{"Năm", "Danh hiệu", "Đăng ký"}, {2023, "x", "Có"}, {2022, nil, nil}}},
	}, nil)
	if diff := cmp.Diff(want, ex.Ratings); diff != "" {
		t.Errorf("ratings (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]tdkt.AwardRow{
		{Line: 2, Code: "CB1", Title: "CSTDCS", From: 2022, To: 2022, Revoked: true, RevokedGiven: true},
		{Line: 3, Code: "CB1", Title: "LDTT", From: 2023, To: 2023, RevokedGiven: true},
		{Line: 4, Code: "1001", Title: "BKT", From: 2023, To: 2023, Revoked: true, RevokedGiven: true},
	}, ex.Awards); diff != "" {
		t.Errorf("awards (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]tdkt.InitiativeRow{
		{Line: 2, Year: 2023, Code: "CB1", Title: "A", Kind: tdkt.Innovation, Scope: tdkt.Base},
		{Line: 3, Year: 2023, Code: "CB1", Title: "B", Kind: tdkt.Study, Scope: tdkt.Province},
		{Line: 4, Year: 2023, Code: "CB1", Title: "C", Kind: tdkt.Innovation, Scope: tdkt.Nation},
	}, ex.Initiatives); diff != "" {
		t.Errorf("initiatives (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]tdkt.ClosingRow{
		{Line: 2, Year: 2023, Closed: []tdkt.Book{tdkt.PledgeBook, tdkt.TitleBook}}, {Line: 3, Year: 2022},
	}, ex.Closings); diff != "" {
		t.Errorf("closings (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(map[string]string{"Mức": "A", "Năm": "B", "Mã": "C"}, ex.Columns[tdkt.SheetRatings]); diff != "" {
		t.Errorf("columns (-want +got)\n%s", diff)
	}
	if len(ex.Present) != 4 || !ex.Present[tdkt.SheetAwards] || ex.File != "so.xlsx" {
		t.Errorf("present %v of %s", ex.Present, ex.File)
	}
}

// Days are Excel days of any format and of both calendars, or text; codes and
// identity numbers keep or get back their zeros.
func TestAcceptedValues(t *testing.T) {
	custom, zeros, text := "dd\\/mm\\/yyyy;@", "00000", "@"
	rows := [][]any{
		{"Mã cán bộ", "Họ và tên", "Mã đơn vị", "Ngày sinh", "Số CCCD", "Ngày vào làm"},
		{7, norm.NFD.String("Nguyễn\u00a0 Thị  Hoà"), "P1", 29285, 72180001234, "1/7/2003"},
		{"CB2", "An\u200b", "P1", 29285, 1180001234, 29285.75},
		{"CB3", "Bình", "P1", 1980, "072 180 001 999", "01-07-2003"},
		{"CB4", "Chi", "P1", "1980", "012345678", "1.7.2003"},
		{"CB5", "Dư", "P1", "05 / 03 / 1980", 272180001234.0, 1},
		{"CB6", "Em", "P1", "03/1980", nil, nil},
		{},
		{nil, " \u00a0"},
	}
	change := func(f *excelize.File) {
		for cell, s := range map[string]*excelize.Style{
			"A2": {CustomNumFmt: &zeros}, "D2": {NumFmt: 14}, "D3": {CustomNumFmt: &custom}, "F3": {NumFmt: 22}, "D4": {NumFmt: 1},
			"D5": {CustomNumFmt: &text}, "F6": {NumFmt: 14}, "D9": {NumFmt: 14},
		} {
			id, err := f.NewStyle(s)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStyle("Nhân sự", cell, cell, id); err != nil {
				t.Fatal(err)
			}
		}
	}
	d := tdkt.Date
	want := []tdkt.PersonRow{
		{Line: 2, Code: "00007", Name: "Nguyễn Thị Hoà", Unit: "P1", Born: d(1980, 3, 5), CCCD: "072180001234", Start: d(2003, 7, 1)},
		{Line: 3, Code: "CB2", Name: "An", Unit: "P1", Born: d(1980, 3, 5), CCCD: "001180001234", Start: d(1980, 3, 5)},
		{Line: 4, Code: "CB3", Name: "Bình", Unit: "P1", BornYear: 1980, CCCD: "072180001999", Start: d(2003, 7, 1)},
		{Line: 5, Code: "CB4", Name: "Chi", Unit: "P1", BornYear: 1980, CCCD: "012345678", Start: d(2003, 7, 1)},
		{Line: 6, Code: "CB5", Name: "Dư", Unit: "P1", Born: d(1980, 3, 5), CCCD: "272180001234", Start: d(1900, 1, 1)},
		{Line: 7, Code: "CB6", Name: "Em", Unit: "P1", BornYear: 1980},
	}
	rows[5][5] = nil
	want[4].Start = 0
	ex := accepted(t, []page{{"Nhân sự", rows}}, change)
	if diff := cmp.Diff(want, ex.People); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	lost := "Số CCCD được lưu thành số nên mất số 0 ở đầu; chương trình đã thêm lại. Hãy kiểm tra lại số này."
	if diff := cmp.Diff([]string{
		"Nhân sự E2: " + lost, "Nhân sự E3: " + lost,
		"Nhân sự D7: “03/1980” không đủ ngày, tháng, năm nên chỉ giữ năm sinh 1980.",
	}, warnings(ex)); diff != "" {
		t.Errorf("warnings (-want +got)\n%s", diff)
	}

	yes := true
	ex = accepted(t, []page{{"Nhân sự", rows[:3]}}, func(f *excelize.File) {
		change(f)
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
			t.Fatal(err)
		}
	})
	if got := ex.People[0].Born; got != d(1984, 3, 6) {
		t.Errorf("in the 1904 calendar the day is 06/03/1984, got %s", got)
	}
}

// What the file holds beside the facts is named, never read in silence nor
// dropped in silence.
func TestWarnings(t *testing.T) {
	ex := accepted(t, []page{
		{"Hướng dẫn", [][]any{{"Đọc kỹ"}}},
		{"Đăng ký", [][]any{
			{"SỔ ĐĂNG KÝ THI ĐUA"},
			{"Năm", "Mã", "Mã danh hiệu", "Sáng kiến"},
			{2023, "CB1", "LDTT", nil, nil, "lề"},
			{2023, "CB1", "ldtt", nil, nil, "lề"},
			{2023, "CB2", "LDTT"},
		}},
		{"Nghỉ", nil},
	}, func(f *excelize.File) {
		if err := f.SetSheetVisible("Đăng ký", false); err != nil {
			t.Fatal(err)
		}
	})
	want := []string{
		"Hướng dẫn: Trang này không có trong mẫu tệp dữ liệu nên được bỏ qua.",
		"Đăng ký: Trang này đang bị ẩn trong tệp nhưng vẫn được đọc. Hãy kiểm tra xem có đúng là cần nhập không.",
		"Đăng ký F3: Cột F không có tiêu đề nên không được đọc.",
		"Nghỉ: Trang này trống.",
		"Đăng ký dòng 4: Dòng 4 giống hệt dòng 3 nên chỉ đọc một lần.",
	}
	if diff := cmp.Diff(want, warnings(ex)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]tdkt.PledgeRow{{Line: 3, Year: 2023, Code: "CB1", Title: "LDTT"}, {Line: 5, Year: 2023, Code: "CB2", Title: "LDTT"}}, ex.Pledges); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Codes of titles stay as written, in capitals, where nobody resolves them.
func TestNoResolver(t *testing.T) {
	path := workbook(t, []page{{"Đăng ký", [][]any{{"Năm", "Mã", "Mã danh hiệu"}, {2023, "CB1", " ldtt "}}}}, nil)
	ex, err := sheet.ReadExchange(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]tdkt.PledgeRow{{Line: 2, Year: 2023, Code: "CB1", Title: "LDTT"}}, ex.Pledges, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if !strings.HasSuffix(path, ex.File) {
		t.Errorf("file %s", ex.File)
	}
}
