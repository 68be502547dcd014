package app_test

import (
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/tdkt"
)

// A page of a past year says by which decision the title was given, as far as it was
// entered.
func TestAwardWords(t *testing.T) {
	for want, w := range map[string]tdkt.Award{
		"đã tặng": {},
		"đã tặng theo quyết định số 125/QĐ-SNV":                  {Decision: "125/QĐ-SNV"},
		"đã tặng, ngày 25/12/2023":                               {Date: tdkt.Date(2023, 12, 25)},
		"đã tặng theo quyết định số 125/QĐ-SNV, ngày 25/12/2023": {Decision: "125/QĐ-SNV", Date: tdkt.Date(2023, 12, 25)},
	} {
		if got := papers.AwardWords(w); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
