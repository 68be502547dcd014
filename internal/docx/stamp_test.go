package docx

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every template gets the words on its first page and on the others, and reads as before.
func TestStamp(t *testing.T) {
	list, err := filepath.Glob("../../assets/templates/*.docx")
	if err != nil || len(list) == 0 {
		t.Fatal(err, list)
	}
	for _, path := range list {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		tmpl, err := Open(path, file)
		if err != nil {
			t.Fatal(err)
		}
		var stamped bytes.Buffer
		if err := tmpl.write(&stamped, tmpl.text, Marks{Stamp: "DỰ THẢO"}); err != nil { // its fields left as they are
			t.Fatal(err)
		}
		before, err := Paragraphs(path, file)
		if err != nil {
			t.Fatal(err)
		}
		after, err := Paragraphs(path, stamped.Bytes())
		if err != nil || strings.Join(before, "\n") != strings.Join(after, "\n") {
			t.Errorf("%s reads otherwise: %v", path, err)
		}
		headers := 0
		parts, err := unpack(stamped.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		var main, rels string
		for _, p := range parts {
			switch {
			case strings.HasPrefix(p.name, "word/header"):
				headers++
				if !bytes.Contains(p.body, []byte(`string="DỰ THẢO"`)) {
					t.Errorf("%s: %s does not say it", path, p.name)
				}
				if _, err := parse(p.body); err != nil {
					t.Errorf("%s: %v", p.name, err)
				}
			case p.name == mainPart:
				main = string(p.body)
			case p.name == relsPart:
				rels = string(p.body)
			}
		}
		if headers != 2 {
			t.Errorf("%s has %d headers", path, headers)
		}
		for _, m := range regexp.MustCompile(`<w:headerReference[^>]*r:id="([^"]+)"`).FindAllStringSubmatch(main, -1) {
			if !strings.Contains(rels, `Id="`+m[1]+`"`) {
				t.Errorf("%s refers to %s, which is nowhere", path, m[1])
			}
		}
		if !strings.Contains(main, `w:type="first"`) {
			t.Errorf("%s: the first page has no header", path)
		}
	}
}
