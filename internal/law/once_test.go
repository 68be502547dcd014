package law_test

import (
	"slices"
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
	"tdkt/internal/tdkt"
)

// One achievement is rewarded once: two forms for periods that end in one year are told
// of, with the article, whether given or only proposed; titles of the year, forms of
// other years, revoked awards and awards for something sudden are not.
func TestClashes(t *testing.T) {
	rules := oracleRules(t)
	for _, c := range []struct {
		reason   string
		year     int
		facts    string
		proposed []string
		want     []string // codes of each clash
	}{
		{"nothing given", 2024, "", []string{"BKT"}, nil},
		{"two forms proposed", 2024, "", []string{"GK", "BKT"}, []string{"GK BKT"}},
		{"one given, the same on its way", 2024, "Khen thưởng | CB01 | BKT | 2023-2024 | 1/QĐ", []string{"BKT"}, nil},
		{"one given, another proposed", 2024, "Khen thưởng | CB01 | BKT | 2023-2024 | 1/QĐ", []string{"BKTTG"}, []string{"BKT BKTTG"}},
		{"one form given twice", 2024, "Khen thưởng | CB01 | BKT | 2023-2024 | 1/QĐ\nKhen thưởng | CB01 | BKT | 2024 | 2/QĐ", nil, []string{"BKT"}},
		{"a form of the year before", 2024, "Khen thưởng | CB01 | BKT | 2022-2023 | 1/QĐ", []string{"BKTTG"}, nil},
		{"a revoked form", 2024, "Khen thưởng | CB01 | BKT | 2024 | 1/QĐ | | hủy", []string{"BKTTG"}, nil},
		{"a title beside a form", 2024, "Khen thưởng | CB01 | CSTDCS | 2024 | 1/QĐ", []string{"BKT"}, nil},
		{"two awards of the State, in A", 2023, "", []string{"CSTDTQ", "BKTTG"}, []string{"CSTDTQ BKTTG"}},
		{"two awards of the State in A that are two forms", 2023, "", []string{"BKTTG", "HCLD3"}, []string{"BKTTG HCLD3", "BKTTG HCLD3"}},
		{"long service beside another of the State, in A", 2023, "", []string{"CSTDTQ", "HCLD-CH"}, nil},
		{"two awards of the State, in B: no such rule", 2024, "", []string{"CSTDTQ", "BKTTG"}, nil},
	} {
		story, err := lawcase.Parse([]byte("Chuyện.\n-- dữ liệu --\nNhân sự | CB01 | An | | 01/01/2015\n" + c.facts + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		got, err := rules.Clashes(law.NewFacts(story.Snapshot, rules), c.year, tdkt.PersonSubject("CB01"), c.proposed)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, x := range got {
			codes = append(codes, strings.Join(x.Codes, " "))
			if !strings.Contains(x.Text, " Điều ") || x.Cite == "" || x.Why == "" {
				t.Errorf("%s: no article in %q", c.reason, x.Text)
			}
		}
		if !slices.Equal(codes, c.want) {
			t.Errorf("%s: clashes %q, want %q", c.reason, codes, c.want)
		}
	}
}

// An award for something sudden is another achievement.
func TestClashesLookAtTheManner(t *testing.T) {
	rules := oracleRules(t)
	for manner, want := range map[string]int{"": 1, "Công trạng": 1, "đột xuất": 0} {
		s := &tdkt.Snapshot{People: []tdkt.Person{{ID: "p", Code: "CB01"}}}
		s.Awards = []tdkt.Award{{Subject: tdkt.PersonSubject("p"), Code: "BKT", From: 2024, To: 2024, Manner: manner}}
		got, err := rules.Clashes(law.NewFacts(s, rules), 2024, tdkt.PersonSubject("p"), []string{"GK"})
		if err != nil || len(got) != want {
			t.Errorf("%q: %d clashes, %v; want %d", manner, len(got), err, want)
		}
	}
	if _, err := rules.Clashes(law.NewFacts(&tdkt.Snapshot{}, rules), 2012, tdkt.Subject{}, nil); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a year without rules: %v", err)
	}
}
