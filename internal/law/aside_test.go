package law_test

import (
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestSpecialAwardsAreNoBasis: a Bằng khen of the province for a deed or a theme is
// pointed out where a title of a higher level counts it; in the earlier regime only for
// the State's titles. One for công trạng, or without a loại hình, is not.
func TestSpecialAwardsAreNoBasis(t *testing.T) {
	rules := oracleRules(t)
	who := tdkt.PersonSubject("p")
	for _, c := range []struct {
		code, manner, title string
		year                int
		told                bool
	}{
		{"BKT", "", "BKTTG", 2025, false},
		{"BKT", "công trạng", "BKTTG", 2025, false},
		{"BKT", "Đột xuất", "BKTTG", 2025, true},
		{"BKT", "chuyên đề", "BKTTG", 2025, true},
		{"BKT", "đột xuất", "BKTTG", 2023, true},
		{"BKT", "đột xuất", "LDTT", 2025, false},    // LDTT counts no Bằng khen
		{"CSTDCS", "chuyên đề", "BKT", 2025, true},  // at the province, in the later regime
		{"CSTDCS", "chuyên đề", "BKT", 2023, false}, // in the earlier one for the State alone
	} {
		s := &tdkt.Snapshot{People: []tdkt.Person{{ID: "p", Code: "CB01", Start: tdkt.Date(2000, 1, 1)}}}
		s.Awards = []tdkt.Award{
			{ID: "a", Subject: who, Code: c.code, From: c.year - 1, To: c.year - 1, Decision: "12/QĐ-UBND", Manner: c.manner},
			{ID: "b", Subject: who, Code: c.code, From: c.year + 1, To: c.year + 1, Manner: c.manner}, // after the year
		}
		got, err := rules.SetAside(law.NewFacts(s, rules), c.year, who, c.title)
		if err != nil || (len(got) == 1) != c.told || len(got) > 1 {
			t.Errorf("%s %q for %s in %d: %q, %v", c.code, c.manner, c.title, c.year, got, err)
		}
		if c.told && (!strings.Contains(got[0], "12/QĐ-UBND") || !strings.Contains(got[0], "Điều")) {
			t.Errorf("the sentence names no decision or no article: %s", got[0])
		}
	}
}
