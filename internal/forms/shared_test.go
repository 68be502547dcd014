package forms

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/dossier"
)

// shared are folders that many tests only read: each is written once, and its workbooks are
// opened once.
var shared struct {
	root    string
	folders map[string]folderOf
	books   map[string]*excelize.File
}

// folderOf is a folder and what it was written for.
type folderOf struct {
	dir string
	sub *dossier.Submission
}

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if shared.root, err = os.MkdirTemp("", "tdkt-forms-"); err != nil {
			panic(err)
		}
		defer func() { _ = os.RemoveAll(shared.root) }()
		shared.folders, shared.books = map[string]folderOf{}, map[string]*excelize.File{}
		return m.Run()
	}())
}

// sharedFolder gives a test the folder of a name, written for what make makes.
func sharedFolder(tb testing.TB, name string, make func(testing.TB) *dossier.Submission) (string, *dossier.Submission) {
	tb.Helper()
	f, known := shared.folders[name]
	if !known {
		var err error
		f.sub = make(tb)
		if f.dir, err = WriteSubmission(tb.Context(), filepath.Join(shared.root, name), f.sub, nil); err != nil {
			tb.Fatalf("write the folder of %s: %v", name, err)
		}
		shared.folders[name] = f
		if out := os.Getenv("TDKT_FORMS"); out != "" { // to be looked at as pictures
			if err := os.CopyFS(filepath.Join(out, name), os.DirFS(f.dir)); err != nil {
				tb.Fatal(err)
			}
		}
	}
	return f.dir, f.sub
}

// writeFixture gives a test the folder of the fixture, to read.
func writeFixture(tb testing.TB) string {
	tb.Helper()
	dir, _ := sharedFolder(tb, "fixture", func(testing.TB) *dossier.Submission { return fixture() })
	return dir
}

// sampleFolder is the folder of the sample's year with documents and a paper, to read.
func sampleFolder(tb testing.TB) (string, *dossier.Submission) {
	tb.Helper()
	return sharedFolder(tb, "sample", func(tb testing.TB) *dossier.Submission {
		tb.Helper()
		s := withDocuments(tb)
		s.Enclosures = append(s.Enclosures, keptPaper())
		return s
	})
}

// extremeFolder is the folder of the longest names there are, its lists as PDF too, to read.
func extremeFolder(tb testing.TB) (string, *dossier.Submission) {
	tb.Helper()
	return sharedFolder(tb, "long", func(testing.TB) *dossier.Submission {
		s := extreme()
		s.PDF = true
		return s
	})
}

// open opens a workbook and closes it when the test ends, or keeps it open for the next test
// where it is in a folder that is shared.
func open(tb testing.TB, path string) *excelize.File {
	tb.Helper()
	if f := shared.books[path]; f != nil {
		return f
	}
	f, err := excelize.OpenFile(path)
	if err != nil {
		tb.Fatalf("open %s: %v", filepath.Base(path), err)
	}
	if strings.HasPrefix(path, shared.root) {
		shared.books[path] = f
	} else {
		tb.Cleanup(func() { _ = f.Close() })
	}
	return f
}
