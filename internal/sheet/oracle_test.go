package sheet_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
)

// The guard's own scanner and excelize are two readings of one format: on sound
// files they must see the same cells, whichever way the file was written.
func TestSameAsExcelize(t *testing.T) {
	for seed := range uint64(60) {
		path := filepath.Join(t.TempDir(), "r.xlsx")
		writeRandom(t, path, rand.New(rand.NewPCG(seed, 7)), seed%2 == 0)
		want, got := byExcelize(t, path), byGuard(t, path)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d (-excelize +guard)\n%s", seed, diff)
		}
		if len(want) == 0 {
			t.Fatalf("seed %d has no cells", seed)
		}
	}
}

func randomValue(r *rand.Rand) any {
	texts := []string{
		"Nguyễn Văn Ân", " a ", "a\nb", "x & <y>", "_x0041_", "=1+1", "😀", "0012", "\tq", "Đ\u0301", "a_x000D_b", "'q\"",
	}
	switch r.IntN(8) {
	case 0:
		return r.IntN(100_000)
	case 1:
		return r.Float64() * 1e6
	case 2:
		return r.IntN(2) == 0
	case 3:
		return nil
	case 4:
		return -r.Float64() / 1e9
	default:
		return texts[r.IntN(len(texts))]
	}
}

// writeRandom writes a sheet through the stream (texts in place) or through the
// ordinary calls (shared texts), with rich text, formulas and gaps.
func writeRandom(t *testing.T, path string, r *rand.Rand, stream bool) {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	var err error
	if stream {
		err = streamRandom(f, r)
	} else {
		err = setRandom(f, r)
	}
	if err = errors.Join(err, f.SaveAs(path)); err != nil {
		t.Fatal(err)
	}
}

func streamRandom(f *excelize.File, r *rand.Rand) error {
	sw, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	for row := 1; row < 40; row += 1 + r.IntN(3) {
		cells := make([]any, r.IntN(30))
		for i := range cells {
			cells[i] = randomValue(r)
		}
		if err := sw.SetRow(fmt.Sprintf("A%d", row), cells); err != nil {
			return err
		}
	}
	return sw.Flush()
}

func setRandom(f *excelize.File, r *rand.Rand) error {
	var errs []error
	for range 200 {
		cell, err := excelize.CoordinatesToCellName(1+r.IntN(30), 1+r.IntN(40))
		errs = append(errs, err)
		switch r.IntN(6) {
		case 0:
			errs = append(errs, f.SetCellRichText("Sheet1", cell, []excelize.RichTextRun{{Text: "Họ "}, {Text: "tên", Font: &excelize.Font{Bold: true}}}))
		default:
			errs = append(errs, f.SetCellValue("Sheet1", cell, randomValue(r)))
		}
	}
	return errors.Join(errs...)
}

func byExcelize(t *testing.T, path string) map[string]string {
	t.Helper()
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	cells := map[string]string{}
	for i, row := range rows {
		for j, text := range row {
			if text != "" {
				cells[guard.Ref(j+1, i+1)] = text
			}
		}
	}
	return cells
}

func byGuard(t *testing.T, path string) map[string]string {
	t.Helper()
	book, err := guard.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	cells := map[string]string{}
	err = book.Rows(t.Context(), 0, func(r *guard.Row) error {
		for _, c := range r.Cells {
			cells[guard.Ref(c.Column, r.Number)] = c.Text
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return cells
}
