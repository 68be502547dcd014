package pages

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/letters"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/uitest"
)

// exchangeBench is a window whose file dialogs answer with the paths given.
func exchangeBench(t *testing.T, b *guitest.Bench, paths ...string) *guitest.Bench {
	t.Helper()
	b.Window.SetContent(b.UI.Frame(container.NewStack()))
	b.Window.Resize(fyne.NewSize(1366, 740))
	b.Files.Paths = paths
	return b
}

func workbook(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "danh sách.xlsx")
	sheettest.Write(t, path, text)
	return path
}

const staffList = "[DS]\nDANH SÁCH\nHọ và tên|Cột lạ|Phòng\nTrần Thị Thử|Kế toán|Văn phòng\nLê Văn Nghiệm|Văn thư|Văn phòng\n"

// On an empty file the rooms are made, the preview says so, and
// Enter writes it in one step that can be undone.
func TestExchangeImportStaff(t *testing.T) {
	b := exchangeBench(t, guitest.Empty(t), workbook(t, staffList))
	exchange.ImportStaff(b.Desk)
	c := b.Window.Canvas()
	if text := uitest.Text(c); !strings.Contains(text, "3 dòng mới") || !strings.Contains(text, "Trần Thị Thử") {
		t.Fatalf("preview:\n%s", text)
	}
	if n := len(b.App.View().People); n != 0 {
		t.Fatalf("the preview wrote %d people", n)
	}
	uitest.Keys(c, "Return")
	if n := len(b.App.View().People); n != 2 {
		t.Fatalf("%d people after Enter:\n%s", n, uitest.Text(c))
	}
	if text := uitest.Text(c); !strings.Contains(text, "Hoàn tác") || strings.Contains(text, "===") {
		t.Errorf("after writing:\n%s", text)
	}
}

// A column the program did not know is taken for what the user says.
func TestExchangeRemap(t *testing.T) {
	path := workbook(t, staffList)
	b := exchangeBench(t, guitest.Empty(t), path)
	exchange.ImportStaff(b.Desk)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Cột của tệp")
	if text := uitest.Text(c); !strings.Contains(text, "Cột lạ | "+"(bỏ qua)") {
		t.Fatalf("mapping:\n%s", text)
	}
	uitest.DoubleTap(t, c, "(bỏ qua)")
	uitest.Type(t, c, "Chức vụ")
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, "Ghi vào sổ")
	for _, p := range b.App.View().People {
		if p.Position == "" {
			t.Errorf("%s has no position:\n%s", p.Name, uitest.Text(c))
		}
	}
	if len(b.App.View().People) != 2 {
		t.Errorf("%d people:\n%s", len(b.App.View().People), uitest.Text(c))
	}
}

// Refused rows are listed with sheet and cell, nothing can be written,
// until leaving them out is ticked.
func TestExchangeRefused(t *testing.T) {
	b := exchangeBench(t, guitest.Open(t), workbook(t, "[DS]\nHọ và tên|Ngày sinh|Phòng\nTrần Thị Thử|31/02/1980|Văn phòng\nLê Văn Nghiệm|01/02/1981|Văn phòng\n"))
	before := len(b.App.View().People)
	exchange.ImportStaff(b.Desk)
	c := b.Window.Canvas()
	text := uitest.Text(c)
	if !strings.Contains(text, "B2") || strings.Contains(text, "Ghi vào sổ") {
		t.Fatalf("preview of a wrong date:\n%s", text)
	}
	uitest.Tap(t, c, "Bỏ qua các dòng bị từ chối")
	uitest.Tap(t, c, "Ghi vào sổ")
	if n := len(b.App.View().People); n != before+1 {
		t.Errorf("%d people, want %d", n, before+1)
	}
}

// A text file named .xlsx gives a sentence.
func TestExchangeWrongFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "hỏng.xlsx")
	if err := os.WriteFile(path, []byte("chữ"), 0o600); err != nil {
		t.Fatal(err)
	}
	b := exchangeBench(t, guitest.Empty(t), path)
	exchange.ImportWorkbook(b.Desk)
	says(t, b, "hỏng.xlsx")
}

// The self-check is shown first; then the folder is written where asked.
func TestExchangeExport(t *testing.T) {
	dir := t.TempDir()
	b := exchangeBench(t, guitest.Open(t), dir)
	exchange.ExportSubmission(b.Desk)
	c := b.Window.Canvas()
	if text := uitest.Text(c); !strings.Contains(text, "Tự kiểm tra") {
		t.Fatalf("self-check:\n%s", text)
	}
	if text := uitest.Text(c); strings.Contains(text, "Xuất hồ sơ") || !strings.Contains(text, "Hội đồng không thông qua") {
		t.Fatalf("papers that must be put right may leave:\n%s", text)
	}
	uitest.Tap(t, c, "Xuất bản nháp")
	files, err := filepath.Glob(filepath.Join(dir, "*", "*", "*(DỰ THẢO).xlsx"))
	if err != nil || len(files) < 9 {
		t.Errorf("files = %v, %v\n%s", files, err, uitest.Text(c))
	}
}

// Where no case is on a list, no button offers what would be refused.
func TestExchangeExportOfAnEmptyYear(t *testing.T) {
	b := exchangeBench(t, guitest.Open(t))
	b.Desk.Choose(2026, "")
	exchange.ExportSubmission(b.Desk)
	text := strings.ReplaceAll(uitest.Text(b.Window.Canvas()), "\n", " ")
	if !strings.Contains(text, "Chưa có trường hợp nào vào danh sách nên chưa có hồ sơ để xuất.") || strings.Contains(text, "Xuất bản nháp") || !strings.Contains(text, "Đóng") {
		t.Errorf("the dialog of an empty year:\n%s", text)
	}
}

// A name without an ending gets Excel's.
func TestExchangeExportWorkbook(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sổ")
	b := exchangeBench(t, guitest.Open(t), path)
	exchange.ExportWorkbook(b.Desk)
	if _, err := os.Stat(path + ".xlsx"); err != nil {
		t.Error(err)
	}
}

// Refused rows are saved with their reasons; put right in that
// file and taken in, they are in the data.
func TestExchangeRefusedRoundTrip(t *testing.T) {
	saved := filepath.Join(t.TempDir(), "bị từ chối")
	b := exchangeBench(t, guitest.Open(t), workbook(t, "[DS]\nDANH SÁCH\nHọ và tên|Ngày sinh|Phòng\nTrần Thị Thử|31/02/1980|Văn phòng\nLê Văn Nghiệm|01/02/1981|Văn phòng\n"), saved)
	exchange.ImportStaff(b.Desk)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Lưu các dòng bị từ chối")
	text := sheettest.Read(t, saved+".xlsx")
	if !strings.Contains(text, "Lý do từ chối") || !strings.Contains(text, "31/02/1980") || strings.Contains(text, "Lê Văn Nghiệm") {
		t.Fatalf("saved:\n%s", text)
	}
	uitest.Keys(c, "Escape")
	b.Files.Paths = []string{workbook(t, strings.ReplaceAll(text, "31/02/1980", "28/02/1980"))}
	exchange.ImportStaff(b.Desk)
	uitest.Keys(c, "Return")
	for _, p := range b.App.View().People {
		if p.Name == "Trần Thị Thử" {
			return
		}
	}
	t.Errorf("the row put right is not in the data:\n%s", uitest.Text(c))
}

// What a column was taken for holds for the next file with
// these headings.
func TestExchangeMappingIsRemembered(t *testing.T) {
	b := exchangeBench(t, guitest.Empty(t), workbook(t, staffList), workbook(t, staffList))
	exchange.ImportStaff(b.Desk)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Cột của tệp")
	uitest.DoubleTap(t, c, "(bỏ qua)")
	uitest.Type(t, c, "Chức vụ")
	uitest.Keys(c, "Return")
	uitest.Keys(c, "Escape")
	exchange.ImportStaff(b.Desk)
	uitest.Tap(t, c, "Cột của tệp")
	says(t, b, "Cột lạ | Chức vụ")
}

// The files ticked are written into the folder chosen, and only those.
func TestExchangeExportMany(t *testing.T) {
	dir := t.TempDir()
	b := exchangeBench(t, guitest.Open(t), dir)
	exchange.ExportMany(b.Desk)
	c := b.Window.Canvas()
	for _, word := range []string{"Bộ hồ sơ trình (cả thư mục)", "Bảng đăng ký thi đua", "Tình hình thi đua, khen thưởng (PDF)", "Xuất toàn bộ dữ liệu"} { // the first is taken off
		uitest.Tap(t, c, word)
	}
	uitest.Keys(c, "Return")
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range files {
		files[i] = filepath.Base(f)
	}
	if got := strings.Join(files, " "); got != "dang-ky-2023.xlsx du-lieu.xlsx tinh-hinh-2023.pdf" {
		t.Errorf("files = %s\n%s", got, uitest.Text(c))
	}
}

// The list holds the year's documents and a report for everybody on
// the lists; what is chosen is written, and an office's own template is used.
func TestExchangeExportDocuments(t *testing.T) {
	dir := t.TempDir()
	b := exchangeBench(t, guitest.Open(t), dir)
	exchange.ExportDocuments(b.Desk)
	c := b.Window.Canvas()
	for _, name := range []string{"tờ trình", "báo cáo thành tích tập thể"} {
		filter := uitest.Entry(t, c, "Lọc: gõ không cần dấu")
		c.Focus(filter)
		uitest.Keys(c, "Ctrl+A")
		uitest.Type(t, c, name)
		if text := strings.ToLower(uitest.Text(c)); strings.Count(text, name) < 2 { // the filter, and a row
			t.Fatalf("the list under %q:\n%s", name, text)
		}
	}
	uitest.Tap(t, c, "Ghi văn bản đã chọn")
	names, err := filepath.Glob(filepath.Join(dir, "*.docx"))
	if err != nil || len(names) != 1 {
		t.Fatalf("written %v, %v:\n%s", names, err, uitest.Text(c))
	}
}

// What a document lacks stands beside it; what is typed there is kept, and
// printed; a day that is none is refused and stays on the screen.
func TestExchangeDocumentTexts(t *testing.T) {
	b := guitest.Open(t)
	b.Window.Resize(fyne.NewSize(1366, 740))
	round := b.Desk.Round()
	list, err := papers.Documents(t.Context(), b.Desk.App, round)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(list, func(d papers.Document) bool { return d.Kind == letters.Minutes })
	if doc := list[at]; !slices.Contains(doc.Gaps, "giờ bắt đầu họp Hội đồng") {
		t.Fatalf("the minutes lack %q", doc.Gaps)
	}
	kept := false
	exchange.EditTexts(b.Desk, round, list[at], func() { kept = true })
	c := b.Window.Canvas()
	c.Focus(uitest.Entry(t, c, "08 giờ 00 phút"))
	uitest.Type(t, c, "13 giờ 45 phút")
	uitest.Tap(t, c, "Ghi")
	if again, err := papers.Documents(t.Context(), b.Desk.App, round); err != nil || !kept || slices.Contains(again[at].Gaps, "giờ bắt đầu họp Hội đồng") {
		t.Errorf("kept %v: still lacking %q, %v", kept, again[at].Gaps, err)
	}
	notice := list[slices.IndexFunc(list, func(d papers.Document) bool { return d.Kind == letters.Notice })]
	exchange.EditTexts(b.Desk, round, notice, func() { t.Error("a wrong day was kept") })
	c.Focus(uitest.Entry(t, c, "ngày/tháng/năm"))
	uitest.Type(t, c, "hôm qua")
	uitest.Tap(t, c, "Ghi")
	says(t, b, "“hôm qua” không phải là ngày")
}

// Names in an old font are shown as they would be read, and taken in
// when told to; the file stays as it is.
func TestExchangeImportOldFont(t *testing.T) {
	b := guitest.Open(t)
	b.Window.Resize(fyne.NewSize(1366, 740))
	path := filepath.Join(t.TempDir(), "cu.xlsx")
	sheettest.Write(t, path, "[DS]\nSTT|Họ và tên|Đơn vị\n1|NguyÔn V¨n Thö|Thanh tra\n2|TrÇn ThÞ B×nh|Thanh tra\n")
	exchange.ReadStaff(b.Desk, path)
	c := b.Window.Canvas()
	if text := strings.Join(strings.Fields(uitest.Text(c)), " "); !strings.Contains(text, "“NguyÔn V¨n Thö” được đọc là “Nguyễn Văn Thử”") {
		t.Fatalf("the reading is not shown:\n%s", text)
	}
	uitest.Tap(t, c, "Chuyển sang Unicode")
	if text := uitest.Text(c); !strings.Contains(text, "Nguyễn Văn Thử") || strings.Contains(text, "NguyÔn") {
		t.Errorf("the preview:\n%s", text)
	}
}
