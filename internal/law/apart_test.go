package law_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// A title asked apart is asked of those who hold or held a post it names, by either book,
// and of whoever is proposed; a later post, the same words in a room and a unit are none.
func TestApart(t *testing.T) {
	f := factsOf(t,
		"Đơn vị | SO | Sở | | 01/01/2000", "Đơn vị | P | Trung tâm | SO | 01/01/2000",
		"Nhân sự | NAY | An | SO | 01/01/2000", "Công tác | NAY | 01/01/2005 | | SO | Giám đốc",
		"Nhân sự | XUA | Bình | P | 01/01/2005", "Công tác | XUA | 01/01/2005 | 31/12/2010 | SO | Phó Giám đốc", "Công tác | XUA | 01/01/2011 | | P | Chuyên viên",
		"Nhân sự | SAU | Chi | P | 01/01/2000", "Công tác | SAU | 01/01/2025 | | SO | Giám đốc",
		"Nhân sự | PHONG | Dung | P | 01/01/2000", "Công tác | PHONG | 01/01/2005 | | P | Giám đốc",
		"Nhân sự | DANHSACH | Em | SO | 01/01/2000", "Nhân sự | DENGHI | Giang | P | 01/01/2000",
		"Nhân sự | NGHI | Hà | SO | 01/01/2000 | 31/12/2023", "Công tác | NGHI | 01/01/2005 | 31/12/2023 | SO | Giám đốc",
	)
	for i := range f.Snapshot.People {
		if f.Snapshot.People[i].Code == "DANHSACH" {
			f.Snapshot.People[i].Position = "Phó giám đốc"
		}
	}
	named := func(s tdkt.Subject, title string) bool { return f.CodeOf(s) == "DENGHI" && title == "HCLD-CH" }
	for year, want := range map[int][]string{
		2023: {"DENGHI unknown"}, // the text of the decree of the year is not held: of nobody unless proposed
		2024: {"DANHSACH unknown", "DENGHI unknown", "NAY yes", "XUA no"},
		2025: {"DANHSACH unknown", "DENGHI unknown", "NAY yes", "SAU unknown", "XUA no"},
	} {
		list, err := rules(t).Apart(f, year, named)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range list {
			got = append(got, r.Code+" "+string(r.Answer))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%d: (-want +got)\n%s", year, diff)
		}
	}
	if _, err := rules(t).Apart(f, 2010, named); err == nil {
		t.Error("2010 has no law, yet was judged")
	}
}
