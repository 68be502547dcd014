package sheet_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// Whatever single byte of a real workbook changes, its facts are the same or it is
// refused: never one rating fewer and no error.
func TestDamagedWorkbook(t *testing.T) {
	file, err := os.ReadFile(writeFile(t, full()))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hong.xlsx")
	step := max(1, len(file)/300)
	for at := 0; at < len(file); at += step {
		bad := bytes.Clone(file)
		bad[at] ^= byte(1 + at%255)
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		ex, err := sheet.ReadExchange(t.Context(), path, nil)
		if err != nil {
			if ex != nil {
				t.Fatalf("byte %d: rows beside an error", at)
			}
			continue
		}
		if diff := cmp.Diff(full(), ex, facts()...); diff != "" {
			t.Fatalf("byte %d (-want +got)\n%s", at, diff)
		}
	}
}

// An ordinary office file: two people and 200,000 rows of bordered blanks below
// them. The blanks must cost neither memory nor rows.
func TestBorderedBlanks(t *testing.T) {
	f := excelize.NewFile()
	style, err := f.NewStyle(&excelize.Style{Border: []excelize.Border{{Type: "left", Style: 1, Color: "000000"}}})
	if err != nil {
		t.Fatal(err)
	}
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	rows := [][]any{{"STT", "Họ và tên", "Đơn vị"}, {1, "Nguyễn Văn An", "P1"}, {2, "Lê Thị Bé", "P1"}}
	blank := excelize.Cell{StyleID: style}
	for i := range 200_000 {
		row := []any{blank, blank, blank, blank, blank, blank, blank, blank, blank, blank}
		if i < len(rows) {
			row = rows[i]
		}
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := sw.SetRow(cell, row); err != nil {
			t.Fatal(err)
		}
	}
	if err := sw.Flush(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	list := readStaff(t, path, tdkt.StaffOptions{})
	runtime.ReadMemStats(&after)
	if len(list.Rows) != 2 || len(list.Refused) != 0 {
		t.Errorf("%d rows, refused %v", len(list.Rows), list.Refused)
	}
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 40 {
		t.Errorf("reading allocated %d MB in all", grown)
	}
}

// A file may be anything: reading ends with rows or with a sentence, never with a
// panic and never with both.
func FuzzReadExchange(f *testing.F) {
	dir := f.TempDir()
	path := filepath.Join(dir, "mau.xlsx")
	if err := sheet.WriteExchange(f.Context(), path, full()); err != nil {
		f.Fatal(err)
	}
	sound, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{sound, sound[:len(sound)/2], nil, []byte("PK\x03\x04"), []byte("<html>"), []byte("PK\x05\x06" + string(make([]byte, 18)))} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "f.xlsx")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		ex, err := sheet.ReadExchange(t.Context(), path, nil)
		if (ex == nil) == (err == nil) {
			t.Errorf("exchange %v, error %v", ex, err)
		}
		list, err := sheet.ReadStaff(t.Context(), path, tdkt.StaffOptions{})
		if (list == nil) == (err == nil) {
			t.Errorf("list %v, error %v", list, err)
		}
	})
}

// Headers may be anything: a list is understood or refused, and no row comes from
// above the header.
func FuzzHeaders(f *testing.F) {
	for _, seed := range []string{"Họ và tên", "STT", "Ngày sinh (dd/mm)", "Nam", "", "*", "ho va ten\n", "Tên", "I.", "Tổng cộng"} {
		f.Add(seed, "Đơn vị", "Nguyễn Văn An")
	}
	f.Fuzz(func(t *testing.T, a, b, c string) {
		f := excelize.NewFile()
		for i, row := range [][]any{{a, b, c}, {b, c, a}, {"Họ và tên", a, b}, {c, b, a}} {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
				return // A text that excelize itself will not write.
			}
		}
		path := filepath.Join(t.TempDir(), "f.xlsx")
		if err := f.SaveAs(path); err != nil {
			t.Fatal(err)
		}
		list, err := sheet.ReadStaff(t.Context(), path, tdkt.StaffOptions{})
		if err != nil {
			return
		}
		for _, r := range list.Rows {
			if int(r.Line) <= list.HeaderRow || r.Name == "" {
				t.Errorf("header in row %d, row %+v", list.HeaderRow, r)
			}
		}
	})
}

// More rows than any department has are refused with a sentence, by the counted row
// and not by the memory they would take.
func TestTooManyRows(t *testing.T) {
	for _, tt := range []struct {
		sheet string
		head  []any
		rows  int
		read  func(path string) error
		want  string
	}{
		{"Đăng ký", []any{"Năm", "Mã", "Mã danh hiệu"}, 300_001, func(path string) error {
			_, err := sheet.ReadExchange(t.Context(), path, nil)
			return err
		}, "Tệp “lon.xlsx” có hơn 300.000 dòng dữ liệu, nhiều hơn mức chương trình nhận. Hãy chia thành nhiều tệp nhỏ hơn rồi nhập lần lượt."},
		{"ds", []any{"STT", "Họ và tên", "Đơn vị"}, 100_001, func(path string) error {
			_, err := sheet.ReadStaff(t.Context(), path, tdkt.StaffOptions{})
			return err
		}, "Tệp “lon.xlsx” có hơn 100.000 dòng dữ liệu, nhiều hơn mức chương trình nhận. Hãy chia thành nhiều tệp nhỏ hơn rồi nhập lần lượt."},
	} {
		f := excelize.NewFile()
		if err := f.SetSheetName("Sheet1", tt.sheet); err != nil {
			t.Fatal(err)
		}
		sw := must(f.NewStreamWriter(tt.sheet))
		for i := range tt.rows + 1 {
			row := []any{i, "Nguyễn Văn An", "LDTT"}
			if i == 0 {
				row = tt.head
			}
			if err := sw.SetRow(must(excelize.CoordinatesToCellName(1, i+1)), row); err != nil {
				t.Fatal(err)
			}
		}
		path := filepath.Join(t.TempDir(), "lon.xlsx")
		if err := errors.Join(sw.Flush(), f.SaveAs(path)); err != nil {
			t.Fatal(err)
		}
		if err := tt.read(path); err == nil || err.Error() != tt.want {
			t.Errorf("got %v", err)
		}
	}
}
