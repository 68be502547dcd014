package forms

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/dossier"
)

// On request each list that leaves the house stands beside its workbook as PDF, in the index
// too, with pages as many as breaks ask for; nothing of the house does, and equal data give
// equal bytes.
func TestListsAsPDF(t *testing.T) {
	dir, s := extremeFolder(t)
	count := 0
	for _, part := range dossier.Parts() {
		books := must(filepath.Glob(filepath.Join(dir, string(part), "*.xlsx")))
		files := must(filepath.Glob(filepath.Join(dir, string(part), "*.pdf")))
		if want := len(books); part.Leaves() && len(files) != want || !part.Leaves() && len(files) != 0 {
			t.Errorf("%s has %d workbooks and %d PDF", part, len(books), len(files))
		}
		for _, name := range files {
			count++
			body := must(os.ReadFile(name))
			if !bytes.HasPrefix(body, []byte("%PDF")) {
				t.Errorf("%s is no PDF", name)
			}
			if pages := bytes.Count(body, []byte("/Type /Page\n")); strings.Contains(name, "đề nghị cá nhân") && pages < 20 {
				t.Errorf("%s has %d pages", name, pages)
			}
		}
	}
	if count < 6 {
		t.Errorf("%d files", count)
	}
	files := slices.DeleteFunc(plan(s), func(f written) bool { return !f.pdf })
	if list := must(readBack(t.Context(), dir, files)); len(list) != 0 || len(files) != count {
		t.Errorf("read back: %v", list)
	}
	index := dump(t, filepath.Join(dir, string(dossier.HousePart), "0. Mục lục và tự kiểm tra.xlsx"))
	if !strings.Contains(index, "3. Danh sách đề nghị cá nhân.pdf") {
		t.Error("the index does not name the PDF")
	}
}
