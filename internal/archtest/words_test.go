package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// causeless are the packages whose words people read. What they say of an error comes from
// tdkt.Sentence: Error() is for the log, and may hold a cause that nobody can act on.
func causeless() []string {
	return []string{
		"internal/gui", "internal/cli", "internal/app", "internal/dossier", "internal/law", "internal/sheet", "internal/forms",
		"internal/letters", "internal/paper", "internal/columns", "internal/boot", "cmd/tdkt", "cmd/tdktctl",
	}
}

// translated are files that read a library's words to put them into ours.
func translated() []string { return []string{"internal/cli/usage.go"} }

// TestNoCauseOnScreen: no package of those calls Error() of an error, or lays an error
// into the text of an Error.
func TestNoCauseOnScreen(t *testing.T) {
	files := 0
	for _, dir := range causeless() {
		err := filepath.WalkDir(filepath.Join("../..", dir), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			name, err := filepath.Rel("../..", path)
			if err != nil || slices.Contains(translated(), filepath.ToSlash(name)) {
				return err
			}
			files++
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			for _, pos := range causes(file) {
				t.Errorf("%s lays the cause of an error into words for people: use tdkt.Sentence", set.Position(pos))
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 300 {
		t.Errorf("only %d files were looked at", files)
	}
}

// causes are the places where an error's own text is taken.
func causes(file *ast.File) []token.Pos {
	var out []token.Pos
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		f, ok := call.Fun.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if f.Sel.Name == "Error" && len(call.Args) == 0 {
			out = append(out, call.Pos())
		}
		pkg, ok := f.X.(*ast.Ident)
		if !ok || pkg.Name != "tdkt" || f.Sel.Name != "Errorf" {
			return true
		}
		for _, arg := range call.Args[1:] {
			if id, ok := arg.(*ast.Ident); ok && id.Name == "err" {
				out = append(out, call.Pos())
			}
		}
		return true
	})
	return out
}

// TestCausesAreSeen: the scan finds both ways to show a cause, and lets a sentence pass.
func TestCausesAreSeen(t *testing.T) {
	for text, want := range map[string]int{
		`label.SetText(err.Error())`:                     1,
		`_ = tdkt.Errorf(tdkt.Invalid, "Hỏng: %v", err)`: 1,
		`label.SetText(tdkt.Sentence(err, nil))`:         0,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nfunc f() { "+text+" }", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(causes(file)); got != want {
			t.Errorf("%s: %d places, want %d", text, got, want)
		}
	}
}
