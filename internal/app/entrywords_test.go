package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/imports"
	"tdkt/internal/tdkt"
)

// nouns reads the kinds of record from the source that declares them, so that a new one
// is not forgotten here.
func nouns(t *testing.T) []tdkt.Noun {
	t.Helper()
	files, err := filepath.Glob("../tdkt/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var list []tdkt.Noun
	for _, path := range files {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if v, ok := n.(*ast.ValueSpec); ok {
				if kind, ok := v.Type.(*ast.Ident); ok && kind.Name == "Noun" {
					word, err := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					list = append(list, tdkt.Noun(word))
				}
			}
			return true
		})
	}
	return list
}

// TestEveryFieldHasWords: whatever an operation changed, a clerk reads in Vietnamese
// what it was.
func TestEveryFieldHasWords(t *testing.T) {
	a := open(t)
	list := nouns(t)
	if len(list) < 20 {
		t.Fatalf("found %d kinds of record", len(list))
	}
	for _, noun := range list {
		rec, err := a.Store.Decode(noun, []byte("{}"))
		if err != nil {
			t.Fatal(err)
		}
		kind := reflect.TypeOf(rec)
		if n := len(tdkt.Fields(noun)); n != kind.NumField() {
			t.Errorf("%s has %d fields and words for %d", noun, kind.NumField(), n)
		}
		for i := range kind.NumField() {
			key := tdkt.FieldKey(kind.Field(i))
			if !slices.ContainsFunc(tdkt.Fields(noun), func(f tdkt.Field) bool { return f.Key == key }) {
				t.Errorf("%s.%s has no words: add %q to the fields of its noun", kind.Name(), kind.Field(i).Name, key)
			}
		}
		if strings.Contains(noun.Words(), "liên quan") {
			t.Errorf("%s has no words", noun)
		}
	}
}

// TestEntryLines: an operation is told row by row, before and after, with names and
// levels in words.
func TestEntryLines(t *testing.T) {
	a := open(t)
	load(t, a, people)
	load(t, a, "[Xếp loại]\nNăm|Mã|Mức\n=2024|CB001|HTXS")
	p := a.View().People[0]
	p.Position, p.CCCD = "Trưởng phòng", "079080000231"
	if _, err := a.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if _, err := a.UndoEntry(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	var got []string
	for seq := int64(2); seq <= 4; seq++ {
		lines, total, err := imports.EntryLines(t.Context(), a, seq, 10)
		if err != nil || total != len(lines) {
			t.Fatalf("entry %d: %d of %d lines, %v", seq, len(lines), total, err)
		}
		for _, l := range lines {
			got = append(got, strings.Join([]string{l.Fate, l.Kind, l.What, l.Before, l.After}, " | "))
		}
	}
	want := []string{
		"thêm | xếp loại | Trần Thị Thử (CB001), năm 2024 |  | năm: 2024; cho: Trần Thị Thử; mức: hoàn thành xuất sắc nhiệm vụ",
		"sửa | cán bộ | Trần Thị Thử (CB001) | số CCCD: (trống); chức vụ: Chuyên viên | số CCCD: •••••••••231; chức vụ: Trưởng phòng",
		"xóa | xếp loại | Trần Thị Thử (CB001), năm 2024 | năm: 2024; cho: Trần Thị Thử; mức: hoàn thành xuất sắc nhiệm vụ | ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("lines (-want +got):\n%s", d)
	}
}
