package forms

import (
	"archive/zip"
	"bytes"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/dossier"
)

// What was written reads back as it is; any number changed in any one file is found.
func TestReadBackFindsAnyNumber(t *testing.T) {
	whole, s := sampleFolder(t)
	dir := t.TempDir()
	must(0, os.CopyFS(dir, os.DirFS(whole)))
	random := rand.New(rand.NewPCG(1, 2))
	for half := range 2 { // every other file is changed: those are blamed, and their neighbours are not
		mine := func(i int) bool { return i%2 == half }
		blamed := readBackChanged(t, random, dir, s, mine)
		for i, f := range plan(s) {
			if blamed[f.path] != mine(i) {
				t.Errorf("%s: changed is %v, blamed is %v", f.path, mine(i), blamed[f.path])
			}
		}
	}
	if err := os.Remove(filepath.Join(dir, filepath.FromSlash(plan(s)[0].path))); err != nil {
		t.Fatal(err)
	}
	if list, err := readBack(t.Context(), dir, plan(s)[:2]); err != nil || len(list) != 1 {
		t.Errorf("a file is gone: %v %v", list, err)
	}
}

// readBackChanged changes a number in some of the files of a folder, says which files are
// blamed for it, and puts them back.
func readBackChanged(t *testing.T, random *rand.Rand, dir string, s *dossier.Submission, which func(int) bool) map[string]bool {
	t.Helper()
	whole := map[string][]byte{}
	for i, f := range plan(s) {
		if path := filepath.Join(dir, filepath.FromSlash(f.path)); which(i) {
			whole[path] = must(os.ReadFile(path))
			must(0, os.WriteFile(path, changed(t, random, f.path, whole[path]), 0o600))
		}
	}
	list, err := ReadBack(t.Context(), dir, s)
	if err != nil {
		t.Fatal(err)
	}
	for path, text := range whole {
		must(0, os.WriteFile(path, text, 0o600))
	}
	blamed := map[string]bool{}
	for _, d := range list {
		blamed[d.File] = true
	}
	return blamed
}

// changed is a file with one of its numbers made another.
func changed(t *testing.T, random *rand.Rand, name string, file []byte) []byte {
	t.Helper()
	switch filepath.Ext(name) {
	case ".xlsx":
		return changedBook(t, random, file)
	case ".docx":
		return changedWord(t, random, file)
	}
	return append(bytes.Clone(file), '1')
}

func changedBook(t *testing.T, random *rand.Rand, file []byte) []byte {
	t.Helper()
	f := must(excelize.OpenReader(bytes.NewReader(file)))
	defer f.Close()
	sheets := f.GetSheetList()
	sheet := sheets[random.IntN(len(sheets))]
	var cells []string
	eachCell(t, f, sheet, func(cell, value string) {
		if regexp.MustCompile(`^\d+$`).MatchString(value) {
			cells = append(cells, cell)
		}
	})
	if len(cells) == 0 {
		cells = []string{"A1"}
	}
	if err := f.SetCellValue(sheet, cells[random.IntN(len(cells))], 98765); err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func changedWord(t *testing.T, random *rand.Rand, file []byte) []byte {
	t.Helper()
	in := must(zip.NewReader(bytes.NewReader(file), int64(len(file))))
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, f := range in.File {
		body := must(io.ReadAll(must(f.Open())))
		if f.Name == "word/document.xml" {
			places := regexp.MustCompile(`>[^<]*\d[^<]*</w:t>`).FindAllIndex(body, -1)
			at := places[random.IntN(len(places))]
			piece := regexp.MustCompile(`\d`).ReplaceAllStringFunc(string(body[at[0]:at[1]-len("</w:t>")]), func(d string) string {
				if d == "9" {
					return "1"
				}
				return string(d[0] + 1)
			})
			body = append(append(bytes.Clone(body[:at[0]]), piece...), body[at[1]-len("</w:t>"):]...)
		}
		must(must(out.Create(f.Name)).Write(body))
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// A list that says another title, count, vote or sum than the case has is found by what a
// reader takes from it, also where every copy of it says the same.
func TestReadListsAgainstTheCases(t *testing.T) {
	dir, s := sampleFolder(t)
	wrong := *s
	wrong.Nominees = append([]nominee(nil), s.Nominees...)
	for i, n := range wrong.Nominees {
		if dossier.UpPart.Holds(n) {
			wrong.Nominees[i].Name += " khác"
			break
		}
	}
	for _, f := range plan(&wrong) {
		if f.sub.Part != dossier.UpPart || !strings.Contains(f.path, "kiểm phiếu") {
			continue
		}
		list := must(f.readLists(open(t, filepath.Join(dir, filepath.FromSlash(f.path)))))
		if len(list) != 2 || !strings.Contains(list[0].Text(), "không có dòng") || !strings.Contains(list[1].Text(), "thừa dòng") {
			t.Errorf("%v", list)
		}
	}
}

// A draft says so in every file name and in the margin of every page; a folder without a
// case is not written.
func TestDraftAndEmptyParts(t *testing.T) {
	s := fixture()
	s.Enclosures, s.Draft = []dossier.Enclosure{keptPaper()}, true
	dir, err := WriteSubmission(t.Context(), t.TempDir(), s, nil)
	if err != nil || !strings.HasSuffix(dir, "(DỰ THẢO)") {
		t.Fatalf("%s %v", dir, err)
	}
	for _, f := range plan(s) {
		if !strings.Contains(filepath.Base(f.path), "(DỰ THẢO)") {
			t.Errorf("%s does not say that it is a draft", f.path)
		}
		if f.paper != nil {
			continue
		}
		for part, text := range unzip(t, filepath.Join(dir, filepath.FromSlash(f.path))) {
			if strings.HasPrefix(part, "xl/worksheets/sheet") &&
				(!strings.Contains(text, "legacyDrawingHF") || strings.Count(text, "DỰ THẢO") < 2) {
				t.Errorf("%s, %s: no DỰ THẢO on its pages", f.path, part)
			}
		}
	}
	s = fixture()
	for i := range s.Nominees {
		if s.Nominees[i].Title.Level != dossier.OwnLevel {
			s.Nominees[i].Nomination, s.Nominees[i].Standing.OnList = "voted down", false
		}
	}
	dir, err = WriteSubmission(t.Context(), t.TempDir(), s, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, string(dossier.UpPart))); err == nil {
		t.Error("a folder for the province was written without a case")
	}
	if !strings.Contains(dump(t, filepath.Join(dir, "Nội bộ", indexName+".xlsx")), "Không lập thư mục “2. Trình tỉnh”") {
		t.Error("the index does not say why")
	}
}
