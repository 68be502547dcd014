package gui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tdkt/assets"
)

// TestHelpNamesWhatIsThere: what stands in bold in the help is a word of the screen, so that
// who reads it finds it: the name of a page, a button, an entry, a column. Each way “A › B” is
// taken apart; keys need no word.
func TestHelpNamesWhatIsThere(t *testing.T) {
	words := screenWords(t)
	pages, err := filepath.Glob("../../assets/help/*.md")
	if err != nil || len(pages) < 20 {
		t.Fatalf("%d pages of help: %v", len(pages), err)
	}
	bold := regexp.MustCompile(`\*\*([^*]+)\*\*`)
	key := regexp.MustCompile(`^(Ctrl|Shift|F\d|Esc|Enter|Tab|Delete|Home|End|PgUp|PgDn|Alt)`)
	for _, path := range pages {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(path) == "cai-dat.md" { // for the IT person; named after Windows' own words too
			continue
		}
		for _, m := range bold.FindAllStringSubmatch(strings.ReplaceAll(string(raw), "\n", " "), -1) {
			for part := range strings.SplitSeq(m[1], "›") {
				if w := wordOf(part); w != "" && !key.MatchString(w) && !words[strings.ToLower(w)] {
					t.Errorf("%s: **%s** is nowhere on the screen", filepath.Base(path), w)
				}
			}
		}
	}
}

// wordOf is a word without what only leads on: “Ghi đơn mới…” is “Ghi đơn mới”.
func wordOf(s string) string {
	s = strings.ReplaceAll(s, "%d", "")
	return strings.Trim(strings.Join(strings.Fields(strings.TrimLeft(s, "1234. ")), " "), "…:. ")
}

// screenWords are the words written in the code of the window and of what it shows, whole
// and by their columns.
func screenWords(t *testing.T) map[string]bool {
	t.Helper()
	words := map[string]bool{}
	for _, root := range []string{".", "../app", "../tdkt"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(f, func(n ast.Node) bool {
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				if text, err := strconv.Unquote(lit.Value); err == nil {
					words[strings.ToLower(wordOf(text))] = true
					if before, _, cut := strings.Cut(text, " ("); cut { // “Tìm mọi thứ… (Ctrl+K)”
						words[strings.ToLower(wordOf(before))] = true
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return words
}

// TestHelpHasItsPictures: each page of a tab has a picture of it, and no picture is of a page
// that is not there.
func TestHelpHasItsPictures(t *testing.T) {
	p := sampled(t)
	want := map[string]bool{"bat-dau": true, "doc-nhanh.doc-nhanh": true}
	for _, tab := range p.shell.tabs {
		for _, page := range tab.Names() {
			want[helpName(tab.Name(), page)] = true
		}
	}
	for name := range want {
		if len(assets.HelpPicture(name)) == 0 {
			t.Errorf("%s has no picture: go run ./cmd/dev shots -keep", name)
		}
	}
	list, err := filepath.Glob("../../assets/help/*.png")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range list {
		if name := strings.TrimSuffix(filepath.Base(path), ".png"); !want[name] {
			t.Errorf("%s is of no page", path)
		}
	}
}
