package forms

import (
	"bytes"
	"context"
	"crypto/sha256"
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
func proveWritten(ctx context.Context, dir string, files []written) error {
	list, err := readBack(ctx, dir, files)
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
	return readBack(ctx, dir, plan(s))
}

func readBack(ctx context.Context, dir string, files []written) ([]Difference, error) {
	var out []Difference
	for _, f := range files {
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

// compare holds what a file says against what it must say. A file that is byte for byte
// what it must be differs in no cell and no line; of a list it is still read what a reader
// would take from it.
func (f written) compare(ctx context.Context, body []byte) ([]Difference, error) {
	same := f.sum == sha256.Sum256(body)
	var want []byte
	if !same {
		var err error
		if want, err = f.body(ctx); err != nil {
			return nil, err
		}
		same = bytes.Equal(body, want)
	}
	switch {
	case same && !f.lists():
		return nil, nil
	case f.pdf: // equal data give equal bytes
		return f.unlike(same, "không giống số liệu trong sổ"), nil
	case f.paper == nil:
		return f.compareBook(body, want, same)
	case path.Ext(f.path) == ".docx" && f.paper.SHA256 == "":
		return f.compareWord(body, want, same)
	}
	return f.unlike(same, "không giống tệp đã đính kèm"), nil
}

// unlike is the one difference of a file that must be the same byte for byte.
func (f written) unlike(same bool, place string) []Difference {
	if same {
		return nil
	}
	return []Difference{{File: f.path, Place: place}}
}

// compareBook reads a workbook: its lists, then each cell beside one made anew.
func (f written) compareBook(body, again []byte, same bool) ([]Difference, error) {
	got, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		return []Difference{{File: f.path, Place: "không mở được"}}, nil
	}
	defer got.Close()
	out, err := f.readLists(got)
	if err != nil || same {
		return out, err
	}
	want, err := excelize.OpenReader(bytes.NewReader(again))
	if err != nil {
		return nil, fmt.Errorf("forms: open %s made anew: %w", f.path, err)
	}
	defer want.Close()
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
func (f written) compareWord(body, again []byte, same bool) ([]Difference, error) {
	got, err := docx.ReadLines(f.path, body)
	if err != nil {
		return []Difference{{File: f.path, Place: "không mở được"}}, nil //nolint:nilerr // a file that cannot be read is a difference
	}
	if same {
		return f.readWord(got), nil
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
