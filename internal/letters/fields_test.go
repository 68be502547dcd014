package letters

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/letters/draft"
	"tdkt/internal/tdkt"
)

// Every template that ships passes the check of its kind.
func TestCarriedTemplatesPassTheirCheck(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range Kinds() {
		file, err := os.ReadFile(filepath.Join("..", "..", "assets", "templates", string(info.Kind)+".docx"))
		if err != nil {
			t.Fatal(err)
		}
		if err := Check(info.Kind, Template{Name: info.Name, File: file}, rules.ReportParts()); err != nil {
			t.Errorf("%s: %v", info.Kind, err)
		}
		if len(Fields(info.Kind, nil)) < 15 {
			t.Errorf("%s has %d fields", info.Kind, len(Fields(info.Kind, nil)))
		}
	}
}

// All the names that a template gets wrong are told in one sentence: in the text, in a
// section, in the rows of a list.
func TestUnknownFieldsAreAllNamed(t *testing.T) {
	file, err := draft.Make(strings.Join([]string{
		"{{năm}} {{tên phòng ban}}", "{{#danh hiệu}}", "{{tên danh hiệu}} {{số con}}", "{{/danh hiệu}}", "{{#mục lạ}}", "{{chữ khác}}", "{{/mục lạ}}",
	}, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	err = Check(Proposal, Template{Name: "Tờ trình.docx", File: file}, nil)
	if tdkt.KindOf(err) != tdkt.Invalid {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{"Tờ trình.docx", "tên phòng ban", "số con", "mục lạ", "chữ khác"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not named: %v", want, err)
		}
	}
	if strings.Contains(err.Error(), "tên danh hiệu") || strings.Count(err.Error(), "Hãy") != 1 {
		t.Errorf("more is said than is wrong: %v", err)
	}
	if err := Check(Proposal, Template{Name: "a.docx", File: bytes.Repeat([]byte("x"), 100)}, nil); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("no Word file: %v", err)
	}
}
