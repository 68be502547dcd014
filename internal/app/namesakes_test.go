package app

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// TestNamesakes: no two rows of a list may read alike, for a title given to the wrong
// one of two is a disgrace.
func TestNamesakes(t *testing.T) {
	people := []tdkt.Person{
		{ID: "1", Name: "Trần Văn Ân", Code: "CB001", BornYear: 1980},
		{ID: "2", Name: "Lê Thị Hà", Code: "CB002", Born: tdkt.Date(1986, 3, 5)},
		{ID: "3", Name: "Lê Thị Hạ", Code: "CB003", BornYear: 1990},
		{ID: "4", Name: "Võ Lan", Code: "CB004", BornYear: 1975},
		{ID: "5", Name: "Võ Lan", Code: "CB005", BornYear: 1975},
		{ID: "6", Name: "Võ Lan", Code: "CB006"},
	}
	want := map[tdkt.ID]string{
		"1": "Trần Văn Ân", "2": "Lê Thị Hà (1986)", "3": "Lê Thị Hạ (1990)",
		"4": "Võ Lan (CB004)", "5": "Võ Lan (CB005)", "6": "Võ Lan (CB006)",
	}
	if d := cmp.Diff(want, view.Namesakes(people)); d != "" {
		t.Errorf("names (-want +got):\n%s", d)
	}
}
