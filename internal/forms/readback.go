package forms

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/scratch"
	"tdkt/internal/tdkt"
)

// Difference is one place of a written file that does not say what the data file says.
type Difference struct {
	File, Place, Got, Want string
}

// Text is the difference in a sentence.
func (d Difference) Text() string {
	at := "Tệp “" + d.File + "”"
	if d.Place != "" {
		at += ", " + d.Place
	}
	if d.Got == "" && d.Want == "" {
		return at + "."
	}
	return fmt.Sprintf("%s ghi “%s”, số liệu trong sổ là “%s”.", at, shortened(d.Got), shortened(d.Want))
}

func shortened(words string) string {
	const longest = 120
	if r := []rune(words); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return words
}

// mostTold is how many differences a sentence names.
const mostTold = 5

// proveWritten refuses a folder that does not say what the submission says.
func proveWritten(ctx context.Context, dir string, s *dossier.Submission) error {
	list, err := ReadBack(ctx, dir, s)
	if err != nil || len(list) == 0 {
		return err
	}
	var words []string
	for _, d := range list[:min(len(list), mostTold)] {
		words = append(words, d.Text())
	}
	return tdkt.Errorf(tdkt.Environment, "Đọc lại hồ sơ vừa ghi thấy %d chỗ không khớp nên không giữ lại. %s Hãy xuất lại; nếu vẫn vậy hãy gửi gói chẩn đoán.",
		len(list), strings.Join(words, " "))
}

// ReadBack reads every file of a folder that was written for a submission, and lists where
// it does not say what the submission says: first what a reader would take from the lists
// (who, title, totals, money, votes), then every other cell and line.
func ReadBack(ctx context.Context, dir string, s *dossier.Submission) ([]Difference, error) {
	var out []Difference
	for _, f := range plan(s) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		body, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(f.path)))
		if errors.Is(err, fs.ErrNotExist) {
			out = append(out, Difference{File: f.path, Place: "không có trong thư mục"})
			continue
		}
		if err != nil {
			return nil, fileError(f.path, err)
		}
		list, err := f.compare(ctx, body)
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return out, nil
}

// compare holds what a file says against what it must say.
func (f written) compare(ctx context.Context, body []byte) ([]Difference, error) {
	switch {
	case f.pdf:
		return f.comparePages(ctx, body)
	case f.paper == nil:
		return f.compareBook(ctx, body)
	case path.Ext(f.path) == ".docx" && f.paper.SHA256 == "":
		return f.compareWord(ctx, body)
	}
	want, err := f.paper.Content(ctx)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(body, want) {
		return []Difference{{File: f.path, Place: "không giống tệp đã đính kèm"}}, nil
	}
	return nil, nil
}

// comparePages holds pages against those made anew: equal data give equal bytes.
func (f written) comparePages(ctx context.Context, body []byte) ([]Difference, error) {
	want, err := f.pageBytes(ctx)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(body, want) {
		return []Difference{{File: f.path, Place: "không giống số liệu trong sổ"}}, nil
	}
	return nil, nil
}

// compareBook reads a workbook: its lists, then each cell beside one made anew.
func (f written) compareBook(ctx context.Context, body []byte) ([]Difference, error) {
	got, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		return []Difference{{File: f.path, Place: "không mở được"}}, nil
	}
	defer got.Close()
	temp, err := scratch.Temp()
	if err != nil {
		return nil, fileError(os.TempDir(), err)
	}
	defer os.RemoveAll(temp) //nolint:errcheck // a folder of the system's own
	again := filepath.Join(temp, "so.xlsx")
	if err := writeBook(ctx, again, f.sub, f.whole, f.sheets); err != nil {
		return nil, err
	}
	want, err := excelize.OpenFile(again)
	if err != nil {
		return nil, fmt.Errorf("forms: open %s: %w", again, err)
	}
	defer want.Close()
	out, err := f.readLists(got)
	if err != nil {
		return nil, err
	}
	cells, err := compareCells(f.path, got, want)
	return append(out, cells...), err
}

// compareCells compares the cells of two workbooks, sheet by sheet.
func compareCells(name string, got, want *excelize.File) ([]Difference, error) {
	var out []Difference
	if a, b := strings.Join(got.GetSheetList(), ", "), strings.Join(want.GetSheetList(), ", "); a != b {
		return []Difference{{File: name, Place: "các trang", Got: a, Want: b}}, nil
	}
	raw := excelize.Options{RawCellValue: true}
	for _, sheet := range want.GetSheetList() {
		a, err := got.GetRows(sheet, raw)
		if err != nil {
			return nil, fmt.Errorf("forms: read %s of %s: %w", sheet, name, err)
		}
		b, err := want.GetRows(sheet, raw)
		if err != nil {
			return nil, fmt.Errorf("forms: read %s of %s: %w", sheet, name, err)
		}
		for r := range max(len(a), len(b)) {
			for c := range max(len(rowOf(a, r)), len(rowOf(b, r))) {
				if x, y := cellOf(rowOf(a, r), c), cellOf(rowOf(b, r), c); x != y && !ofMaking(x, y) {
					out = append(out, Difference{File: name, Place: fmt.Sprintf("trang “%s” ô %s", sheet, at(c, r+1)), Got: x, Want: y})
				}
			}
		}
	}
	return out, nil
}

// ofMaking says whether both texts tell of when a folder was made: the day, or the end of the
// history then. Those of a folder written earlier are others than today's.
func ofMaking(x, y string) bool {
	for _, words := range []string{headWords, madeWords} {
		if strings.HasPrefix(x, words) && strings.HasPrefix(y, words) {
			return true
		}
	}
	return false
}

func rowOf(rows [][]string, i int) []string {
	if i < len(rows) {
		return rows[i]
	}
	return nil
}

func cellOf(row []string, i int) string {
	if i >= 0 && i < len(row) {
		return row[i]
	}
	return ""
}

// compareWord reads a document: its lists, then each line beside one made anew.
func (f written) compareWord(ctx context.Context, body []byte) ([]Difference, error) {
	got, err := docx.ReadLines(f.path, body)
	if err != nil {
		return []Difference{{File: f.path, Place: "không mở được"}}, nil //nolint:nilerr // a file that cannot be read is a difference
	}
	again, err := f.paper.Content(ctx)
	if err != nil {
		return nil, err
	}
	want, err := docx.ReadLines(f.path, again)
	if err != nil {
		return nil, err
	}
	out := f.readWord(got)
	for i := range max(len(got), len(want)) {
		var x, y docx.Line
		if i < len(got) {
			x = got[i]
		}
		if i < len(want) {
			y = want[i]
		}
		if a, b := strings.Join(x.Cells, " | "), strings.Join(y.Cells, " | "); a != b && !ofMaking(a, b) {
			out = append(out, Difference{File: f.path, Place: fmt.Sprintf("đoạn %d", i+1), Got: a, Want: b})
		}
	}
	return out, nil
}
