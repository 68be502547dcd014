package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
)

// The year's page prints on one sheet of A4, however much there is to do, and begins with
// the figures of the first page of the window.
func TestYearOnOneSheet(t *testing.T) {
	a := sample(t)
	path := filepath.Join(t.TempDir(), "nam.pdf")
	for _, year := range []int{2024, 2023} {
		if dir := os.Getenv("TDKT_PDF"); dir != "" {
			path = filepath.Join(dir, "nam.pdf")
		}
		if err := papers.ExportOverview(t.Context(), a, year, "", 3, path); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(raw, []byte("/Type /Page\n")); n != 1 {
			t.Errorf("the year %d is printed on %d sheets", year, n)
		}
		r, err := reports.OverviewReport(t.Context(), a, year, "", 3)
		if err != nil {
			t.Fatal(err)
		}
		text := r.String()
		for _, tile := range reports.Tiles(t.Context(), a.View(), year, "", a.Today()) {
			if want := "[" + tile.Figure + "] " + tile.Label; !strings.Contains(text, want) {
				t.Errorf("the page of %d lacks %q:\n%s", year, want, text)
			}
		}
	}
}
