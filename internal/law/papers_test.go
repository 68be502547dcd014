package law

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What each dossier must hold, as Article 84 of either law lists it.
func TestPapers(t *testing.T) {
	rules, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		year  int
		title string
		want  string
	}{
		{2023, "LDTT", "de-nghi bao-cao binh-xet"},
		{2023, "CSTDCS", "de-nghi bao-cao binh-xet sang-kien"},
		{2023, "CSTDT", "de-nghi bao-cao binh-xet sang-kien kiem-phieu"},
		{2023, "BKT", "de-nghi bao-cao xet-khen"},
		{2024, "CSTDCS", "de-nghi bao-cao binh-xet sang-kien? xac-nhan-xuat-sac? kiem-phieu"},
		{2025, "CSTDCS", "de-nghi bao-cao binh-xet sang-kien?"},
		{2024, "CSTDT", "de-nghi bao-cao binh-xet sang-kien kiem-phieu"},
		{2025, "CSTDT", "de-nghi bao-cao binh-xet sang-kien"},
		{2024, "COCP", "de-nghi bao-cao binh-xet kiem-phieu y-kien"},
		{2025, "COCP", "de-nghi bao-cao binh-xet kiem-phieu y-kien y-kien-bo?"},
		{2024, "BKT", "de-nghi bao-cao xet-khen chung-nhan?"},
		{2025, "HCLD3", "de-nghi bao-cao xet-khen chung-nhan? y-kien y-kien-bo? cong-khai"},
		{2025, "CSTDTQ", "de-nghi bao-cao binh-xet sang-kien kiem-phieu y-kien-tinh-uy"},
		{2016, "CSTDT", "de-nghi bao-cao binh-xet sang-kien"},
		{2013, "LDTT", ""},
		{2023, "KHONG-CO", ""},
	} {
		var got []string
		for _, p := range rules.Papers(c.year, c.title) {
			code := p.Code
			if p.Optional {
				code += "?"
			}
			got = append(got, code)
			if p.Cite == "" || p.Mark == "" {
				t.Errorf("%s has no article or mark", p.Name)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s %d (-want +got):\n%s", c.title, c.year, diff)
		}
	}
}
