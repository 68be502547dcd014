package boot_test

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app/imports"
)

// TestNumbersOfPeopleStayInside: no CCCD stands in the name of a file that the program
// writes, nor in the words of the history, which name what was changed.
func TestNumbersOfPeopleStayInside(t *testing.T) {
	a := sampled(t)
	ctx, v := t.Context(), a.View()
	p := v.People[3]
	p.CCCD, p.Position = "003199999991", "Chuyên viên chính"
	if _, err := a.SavePerson(ctx, p); err != nil {
		t.Fatal(err)
	}
	dir := exported(t)
	if err := imports.ExportWorkbook(ctx, a, filepath.Join(dir, "tất cả.xlsx")); err != nil {
		t.Fatal(err)
	}
	said := slices.Clone(submissionSaid)
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		said = append(said, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	entries, err := a.Store.History(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		said = append(said, e.Words)
	}
	if len(said) < 20 || len(entries) < 2 {
		t.Fatalf("%d names and words, %d entries", len(said), len(entries))
	}
	numbers := 0
	for _, p := range a.View().People {
		if p.CCCD == "" {
			continue
		}
		numbers++
		for _, s := range said {
			if strings.Contains(s, p.CCCD) {
				t.Errorf("%s stands in %q", p.CCCD, s)
			}
		}
	}
	if numbers < 30 {
		t.Errorf("only %d people have a number", numbers)
	}
}
