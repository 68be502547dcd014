package law

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"tdkt/internal/tdkt"
)

// What a paper of a day cites, in the form of Decree 30/2020.
func TestDocuments(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		on   tdkt.Day
		want []string
	}{
		{tdkt.Date(2016, 12, 20), []string{"15/2003/QH11", "47/2005/QH11", "39/2013/QH13", "42/2010/NĐ-CP", "39/2012/NĐ-CP", "65/2014/NĐ-CP"}},
		{tdkt.Date(2017, 9, 30), []string{"15/2003/QH11", "47/2005/QH11", "39/2013/QH13", "42/2010/NĐ-CP", "39/2012/NĐ-CP", "65/2014/NĐ-CP"}},
		{tdkt.Date(2017, 10, 1), []string{"15/2003/QH11", "47/2005/QH11", "39/2013/QH13", "91/2017/NĐ-CP"}},
		{tdkt.Date(2023, 12, 31), []string{"15/2003/QH11", "47/2005/QH11", "39/2013/QH13", "91/2017/NĐ-CP"}},
		{tdkt.Date(2024, 1, 1), []string{"06/2022/QH15", "98/2023/NĐ-CP"}},
		{tdkt.Date(2025, 1, 10), []string{"06/2022/QH15", "98/2023/NĐ-CP"}},
		{tdkt.Date(2025, 6, 30), []string{"06/2022/QH15", "98/2023/NĐ-CP"}},
		{tdkt.Date(2025, 7, 1), []string{"06/2022/QH15", "152/2025/NĐ-CP"}},
		{tdkt.Date(2026, 9, 30), []string{"06/2022/QH15", "152/2025/NĐ-CP"}},
		{tdkt.Date(2026, 10, 1), []string{"06/2022/QH15", "06/2026/QH16", "152/2025/NĐ-CP"}},
		{tdkt.Date(2027, 3, 1), []string{"06/2022/QH15", "06/2026/QH16"}},
	} {
		var got []string
		for _, d := range r.Documents(AboutMerit, c.on) {
			got = append(got, d.Number)
		}
		if strings.Join(got, " ") != strings.Join(c.want, " ") {
			t.Errorf("on %s: %v, want %v", c.on, got, c.want)
		}
	}
	for number, want := range map[string]string{
		"15/2003/QH11":  "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
		"98/2023/NĐ-CP": "Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
	} {
		if d, ok := r.Document(number); !ok || d.Citation() != want {
			t.Errorf("%s: %q", number, d.Citation())
		}
	}
	for on := tdkt.Date(2019, 7, 1); on < tdkt.Date(2026, 7, 1); on = on.AddMonths(1) {
		if n := len(r.Documents(AboutSalary, on)); n != 1 {
			t.Errorf("%d documents about the base salary on %s", n, on)
		}
	}
}

// A text that contradicts itself or what it replaces is refused, with its key.
func TestDocumentRefused(t *testing.T) {
	whole, err := os.ReadFile("regimes/documents.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`till   = 2017-09-30`, `till   = 2017-08-30`, "must end on the day before"},
		{`replaces = ["N91"]`, `replaces = ["N90"]`, "does not stand before"},
		{`signed = 2003-11-26`, `signed = 2013-11-26`, "not in order"},
		{`about  = "thi đua, khen thưởng"`, `about  = "thi đua"`, "is unknown"},
		{`issuer = "Quốc hội"`, `issuer = ""`, "must be given"},
	} {
		dir := fstest.MapFS{"documents.toml": {Data: []byte(strings.Replace(string(whole), c.old, c.new, 1))}}
		if err := (&Rules{}).loadDocuments(dir); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.new, err)
		}
	}
}

// A share is rounded half up, and never shows a threshold that was not reached.
func TestPercent(t *testing.T) {
	for _, c := range []struct {
		part, all, threshold int
		want                 string
	}{
		{55, 60, 50, "91,7%"},
		{1, 8, 50, "12,5%"},
		{1, 3, 50, "33,3%"},
		{2, 3, 50, "66,7%"},
		{1, 2, 50, "50,0%"},
		{10, 10, 70, "100,0%"},
		{6999, 10000, 70, "69,99%"},
		{69999, 100000, 70, "69,999%"},
	} {
		if got := percent(c.part, c.all, c.threshold); got != c.want {
			t.Errorf("%d/%d: %s, want %s", c.part, c.all, got, c.want)
		}
	}
}
