package sheet_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// heavy asks for what takes long; "go run ./cmd/dev test -long" does.
var heavy = flag.Bool("heavy", false, "also the huge workbooks of the corpus, and damage at every byte")

// Whatever single byte of a real workbook changes, its facts are the same or it is
// refused: never one rating fewer and no error.
func TestDamagedWorkbook(t *testing.T) {
	file, err := os.ReadFile(writeFile(t, full()))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hong.xlsx")
	flips := 100
	if *heavy {
		flips = len(file)
	}
	step := max(1, len(file)/flips)
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

// An ordinary office file: two people and 50,000 rows of bordered blanks below
// them. The blanks must cost neither memory nor rows.
func TestBorderedBlanks(t *testing.T) {
	f := excelize.NewFile()
	if _, err := f.NewStyle(&excelize.Style{Border: []excelize.Border{{Type: "left", Style: 1, Color: "000000"}}}); err != nil {
		t.Fatal(err)
	}
	rows := [][]any{{"STT", "Họ và tên", "Đơn vị"}, {1, "Nguyễn Văn An", "P1"}, {2, "Lê Thị Bé", "P1"}}
	path := longSheet(t, f, "Sheet1", rows, 50_000, func(out *bytes.Buffer, n int) {
		for _, column := range "ABCDEFGHIJ" {
			fmt.Fprintf(out, `<c r="%c%d" s="1"/>`, column, n)
		}
	})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	list := readStaff(t, path, tdkt.StaffOptions{})
	runtime.ReadMemStats(&after)
	if len(list.Rows) != 2 || len(list.Refused) != 0 {
		t.Errorf("%d rows, refused %v", len(list.Rows), list.Refused)
	}
	if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 12 {
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
	rows, people := sheet.Limits()
	if rows != 300_000 || people != 100_000 {
		t.Errorf("%d rows and %d people are not what the sentences say", rows, people)
	}
	t.Cleanup(func() { sheet.SetLimits(rows, people) })
	const most = 3000 // the corpus has the real number under -heavy
	sheet.SetLimits(most, most)
	for _, tt := range []struct {
		sheet string
		head  []any
		read  func(path string) error
		want  string
	}{
		{"Đăng ký", []any{"Năm", "Mã", "Mã danh hiệu"}, func(path string) error {
			_, err := sheet.ReadExchange(t.Context(), path, nil)
			return err
		}, "Tệp “lon.xlsx” có hơn 300.000 dòng dữ liệu, nhiều hơn mức chương trình nhận. Hãy chia thành nhiều tệp nhỏ hơn rồi nhập lần lượt."},
		{"ds", []any{"STT", "Họ và tên", "Đơn vị"}, func(path string) error {
			_, err := sheet.ReadStaff(t.Context(), path, tdkt.StaffOptions{})
			return err
		}, "Tệp “lon.xlsx” có hơn 100.000 dòng dữ liệu, nhiều hơn mức chương trình nhận. Hãy chia thành nhiều tệp nhỏ hơn rồi nhập lần lượt."},
	} {
		for _, n := range []int{most, most + 1} {
			f := excelize.NewFile()
			if err := f.SetSheetName("Sheet1", tt.sheet); err != nil {
				t.Fatal(err)
			}
			path := longSheet(t, f, tt.sheet, [][]any{tt.head}, n, func(out *bytes.Buffer, row int) {
				fmt.Fprintf(out, `<c r="A%[1]d"><v>2023</v></c><c r="B%[1]d" t="str"><v>Nguyễn Văn An %[1]d</v></c><c r="C%[1]d" t="str"><v>LDTT</v></c>`, row)
			})
			err := tt.read(path)
			if n <= most && err != nil && strings.Contains(err.Error(), "nhiều hơn mức") {
				t.Errorf("%s: %d rows of %d are refused: %v", tt.sheet, n, most, err)
			}
			if n > most && (err == nil || err.Error() != tt.want) {
				t.Errorf("%s: got %v", tt.sheet, err)
			}
		}
	}
}

// longSheet writes a workbook whose sheet has some rows, and below them very many made as text:
// a library takes seconds for them.
func longSheet(t *testing.T, f *excelize.File, sheet string, rows [][]any, more int, cells func(out *bytes.Buffer, n int)) string {
	t.Helper()
	for i, row := range rows {
		if err := f.SetSheetRow(sheet, must(excelize.CoordinatesToCellName(1, i+1)), &row); err != nil {
			t.Fatal(err)
		}
	}
	short := must(f.WriteToBuffer())
	in := must(zip.NewReader(bytes.NewReader(short.Bytes()), int64(short.Len())))
	path := filepath.Join(t.TempDir(), "lon.xlsx")
	file := must(os.Create(path))
	out := zip.NewWriter(file)
	out.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, part := range in.File {
		text := must(io.ReadAll(must(part.Open())))
		if part.Name == "xl/worksheets/sheet1.xml" {
			const end = "</sheetData>"
			at := bytes.Index(text, []byte(end))
			if at < 0 {
				t.Fatal("no rows in the sheet")
			}
			var long bytes.Buffer
			long.Write(text[:at])
			for n := len(rows) + 1; n <= len(rows)+more; n++ {
				fmt.Fprintf(&long, `<row r="%d">`, n)
				cells(&long, n)
				long.WriteString("</row>")
			}
			long.Write(text[at:])
			text = long.Bytes()
		}
		if _, err := must(out.Create(part.Name)).Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(out.Close(), file.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}
