package law

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// What each dossier must hold, as Article 84 of either law and the decree of the day list it.
func TestPapers(t *testing.T) {
	rules, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		on    tdkt.Day
		title string
		want  string
	}{
		{tdkt.Date(2023, 12, 31), "LDTT", "de-nghi bao-cao binh-xet"},
		{tdkt.Date(2023, 12, 31), "CSTDCS", "de-nghi bao-cao binh-xet sang-kien"},
		{tdkt.Date(2023, 12, 31), "CSTDT", "de-nghi bao-cao binh-xet sang-kien kiem-phieu"},
		{tdkt.Date(2023, 12, 31), "BKT", "de-nghi bao-cao xet-khen chung-nhan?"},
		{tdkt.Date(2023, 12, 31), "HCLD3", "de-nghi bao-cao xet-khen chung-nhan? y-kien cong-khai"},
		{tdkt.Date(2023, 12, 31), "COCP", "de-nghi bao-cao binh-xet y-kien"},
		{tdkt.Date(2024, 1, 1), "CSTDCS", "de-nghi bao-cao binh-xet sang-kien? xac-nhan-xuat-sac? kiem-phieu"}, // of the year 2023, too
		{tdkt.Date(2025, 6, 30), "CSTDCS", "de-nghi bao-cao binh-xet sang-kien? xac-nhan-xuat-sac? kiem-phieu"},
		{tdkt.Date(2025, 7, 1), "CSTDCS", "de-nghi bao-cao binh-xet sang-kien?"},
		{tdkt.Date(2025, 6, 30), "CSTDT", "de-nghi bao-cao binh-xet sang-kien kiem-phieu"},
		{tdkt.Date(2025, 7, 1), "CSTDT", "de-nghi bao-cao binh-xet sang-kien"},
		{tdkt.Date(2025, 6, 30), "COCP", "de-nghi bao-cao binh-xet kiem-phieu y-kien"},
		{tdkt.Date(2025, 7, 1), "COCP", "de-nghi bao-cao binh-xet kiem-phieu y-kien y-kien-bo?"},
		{tdkt.Date(2024, 12, 31), "BKT", "de-nghi bao-cao xet-khen chung-nhan?"},
		{tdkt.Date(2025, 6, 30), "HCLD3", "de-nghi bao-cao xet-khen chung-nhan? y-kien cong-khai"},
		{tdkt.Date(2025, 7, 1), "HCLD3", "de-nghi bao-cao xet-khen chung-nhan? y-kien y-kien-bo? cong-khai y-kien-tinh-uy?"},
		{tdkt.Date(2025, 6, 30), "CSTDTQ", "de-nghi bao-cao binh-xet sang-kien kiem-phieu"},
		{tdkt.Date(2025, 7, 1), "CSTDTQ", "de-nghi bao-cao binh-xet sang-kien kiem-phieu y-kien-tinh-uy cong-khai"},
		{tdkt.Date(2025, 7, 1), "AHLD", "de-nghi bao-cao xet-khen kiem-phieu y-kien y-kien-bo? y-kien-tinh-uy cong-khai"},
		{tdkt.Date(2017, 9, 30), "CSTDT", "de-nghi bao-cao binh-xet sang-kien"},
		{tdkt.Date(2017, 10, 1), "CSTDT", "de-nghi bao-cao binh-xet sang-kien kiem-phieu"},
		{tdkt.Date(2014, 5, 31), "LDTT", ""},
		{tdkt.Date(2023, 12, 31), "KHONG-CO", ""},
	} {
		var got []string
		for _, p := range rules.Papers(c.on, c.title) {
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
			t.Errorf("%s %s (-want +got):\n%s", c.title, c.on, diff)
		}
	}
}
