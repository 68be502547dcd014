package gui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// TestArrowsEndTheirText: Fyne draws an arrow from a font of signs that has no space, and
// what follows the arrow up to the next letter from the same font: "a → b" reads "a →� b"
// on the screen, though not in pictures made with the font of emoji. So no text that
// reaches a screen goes on behind an arrow.
func TestArrowsEndTheirText(t *testing.T) {
	skip := []string{"/cli", "/archtest", "importoldwho.go", "intake/name.go"} // a terminal has its own font; a key, which the window rewrites; letters to leave out
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		for _, s := range skip {
			if strings.Contains(filepath.ToSlash(path), s) {
				return nil
			}
		}
		files := token.NewFileSet()
		f, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if text, err := strconv.Unquote(l.Value); err == nil && goesOnBehindArrow(text) {
					t.Errorf("%s: %q goes on behind an arrow", files.Position(l.Pos()), text)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func goesOnBehindArrow(text string) bool {
	arrows := &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x2190, Hi: 0x21FF, Stride: 1}}}
	at := strings.IndexFunc(text, func(r rune) bool { return unicode.Is(arrows, r) })
	if at < 0 {
		return false
	}
	_, rest, _ := strings.Cut(text[at:], " ")
	return rest != ""
}
