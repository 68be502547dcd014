package store

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// nounConstants are the nouns that package tdkt declares, read from its source.
func nounConstants(t *testing.T) map[string]tdkt.Noun {
	t.Helper()
	files, err := filepath.Glob("../tdkt/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	found := map[string]tdkt.Noun{}
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 || !strings.HasPrefix(spec.Names[0].Name, "Noun") {
				return true
			}
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				word, err := strconv.Unquote(lit.Value)
				if err != nil {
					t.Fatal(err)
				}
				found[spec.Names[0].Name] = tdkt.Noun(word)
			}
			return true
		})
	}
	return found
}

// TestEveryNounHasItsTable: a noun without a line in keepers could be neither written
// nor read.
func TestEveryNounHasItsTable(t *testing.T) {
	nouns, tables := nounConstants(t), keepers()
	if len(nouns) != len(tables) {
		t.Errorf("%d nouns, %d tables", len(nouns), len(tables))
	}
	for name, noun := range nouns {
		if tables[noun] == nil {
			t.Errorf("tdkt.%s has no line in keepers", name)
		}
		if !noun.Known() {
			t.Errorf("tdkt.%s has no words for people", name)
		}
	}
}

// TestEveryListIsLoaded: a list of tdkt.Data that no table fills would be empty for ever.
func TestEveryListIsLoaded(t *testing.T) {
	db := newDB(t)
	put(t, db, everyRecord(t)...)
	d, err := db.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []any{*d, d.Snapshot, d.Work, d.Proceedings} {
		v := reflect.ValueOf(part)
		for i := range v.NumField() {
			if f := v.Field(i); f.Kind() == reflect.Slice && f.Len() == 0 {
				t.Errorf("%T.%s is filled by no line of keepers", part, v.Type().Field(i).Name)
			}
		}
	}
}
