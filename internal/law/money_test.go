package law_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// The worked amounts of the law page, § 3: coefficient × base salary of the day of
// the decision, rounded up to 10,000 đồng.
func TestBonusWorkedAmounts(t *testing.T) {
	r := rules(t)
	days := []tdkt.Day{tdkt.Date(2022, 6, 1), tdkt.Date(2023, 7, 1), tdkt.Date(2024, 7, 1), tdkt.Date(2026, 7, 1)}
	const p, u = tdkt.APerson, tdkt.AUnit
	for _, c := range []struct {
		kind tdkt.SubjectKind
		code string
		want [4]int64
	}{
		{p, "LDTT", [4]int64{450_000, 540_000, 710_000, 760_000}},
		{p, "GK", [4]int64{450_000, 540_000, 710_000, 760_000}},
		{p, "CSTDCS", [4]int64{1_490_000, 1_800_000, 2_340_000, 2_530_000}},
		{p, "CSTDT", [4]int64{4_470_000, 5_400_000, 7_020_000, 7_590_000}},
		{u, "TTLDTT", [4]int64{1_200_000, 1_440_000, 1_880_000, 2_030_000}},
		{u, "TTLDXS", [4]int64{2_240_000, 2_700_000, 3_510_000, 3_800_000}},
		{u, "GK", [4]int64{900_000, 1_080_000, 1_410_000, 1_520_000}},
		{p, "BKT", [4]int64{1_490_000, 1_800_000, 3_510_000, 3_800_000}},
		{u, "COTINH", [4]int64{11_920_000, 14_400_000, 18_720_000, 20_240_000}},
		{p, "BKTTG", [4]int64{5_220_000, 6_300_000, 8_190_000, 8_860_000}},
		{u, "BKT", [4]int64{2_980_000, 3_600_000, 7_020_000, 7_590_000}},
		{u, "HCLD3", [4]int64{13_410_000, 16_200_000, 21_060_000, 22_770_000}},
	} {
		var got [4]int64
		for i, d := range days {
			b, err := r.Bonus(c.kind, c.code, d)
			if err != nil {
				t.Fatalf("%s on %s: %v", c.code, d, err)
			}
			got[i] = b.Amount
		}
		if got != c.want {
			t.Errorf("%s (%s) = %v, want %v", c.code, c.kind, got, c.want)
		}
	}
}

// The tariff and the salary go by the day of the decision, not by the year of merit.
func TestBonusGoesByDayOfDecision(t *testing.T) {
	r := rules(t)
	for _, c := range []struct {
		day    tdkt.Day
		amount int64
		cite   string
		mark   string
	}{
		{tdkt.Date(2023, 6, 30), 1_490_000, "Nghị định 91/2017/NĐ-CP", "V2"},
		{tdkt.Date(2023, 12, 31), 1_800_000, "Nghị định 91/2017/NĐ-CP", "V2"},
		{tdkt.Date(2024, 1, 1), 2_700_000, "Nghị định 98/2023/NĐ-CP", "V2"},
		{tdkt.Date(2024, 6, 30), 2_700_000, "Nghị định 24/2023/NĐ-CP", "V2"},
		{tdkt.Date(2025, 7, 1), 3_510_000, "Nghị định 152/2025/NĐ-CP", "V"},
	} {
		b, err := r.Bonus(tdkt.APerson, "BKT", c.day)
		if err != nil {
			t.Fatal(err)
		}
		if b.Amount != c.amount || !strings.Contains(b.Cite, c.cite) || b.Mark != c.mark {
			t.Errorf("%s: %+v, want %d by %s (%s)", c.day, b, c.amount, c.cite, c.mark)
		}
	}
	if b, err := r.Bonus(tdkt.APerson, "KNC", tdkt.Date(2024, 1, 1)); err != nil || !b.UpTo {
		t.Errorf("Kỷ niệm chương: %+v, %v; the amount is a ceiling", b, err)
	}
}

// What has no tariff gets a sentence, not zero đồng.
func TestBonusRefuses(t *testing.T) {
	r := rules(t)
	for _, c := range []struct {
		reason string
		kind   tdkt.SubjectKind
		code   string
		day    tdkt.Day
	}{
		{"no day entered", tdkt.APerson, "LDTT", 0},
		{"before the first tariff", tdkt.APerson, "LDTT", tdkt.Date(2017, 9, 30)},
		{"no coefficient", tdkt.APerson, "HCLD-CH", tdkt.Date(2024, 1, 1)},
		{"a title of persons asked for a unit", tdkt.AUnit, "LDTT", tdkt.Date(2024, 1, 1)},
		{"an unknown code", tdkt.APerson, "XYZ", tdkt.Date(2024, 1, 1)},
	} {
		if b, err := r.Bonus(c.kind, c.code, c.day); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%s: %+v, %v", c.reason, b, err)
		}
	}
}

// Nineteen people meet the needs of LĐTT: 15 % is 2.85, two places, and a local
// rounding moves it. In the new law the cap is local: without a value it is unknown.
func TestQuotas(t *testing.T) {
	r := rules(t)
	s := &tdkt.Snapshot{Units: []tdkt.Unit{{ID: "u", Code: "U", Name: "Phòng"}}}
	for i := range 21 {
		id := tdkt.ID(rune('a' + i))
		s.People = append(s.People, tdkt.Person{ID: id, Code: string(id), Name: "An", Unit: "u", Start: tdkt.Date(2010, 1, 1)})
		for _, y := range []int{2023, 2024} {
			level := tdkt.Good
			if i >= 19 {
				level = tdkt.Done
			}
			s.Ratings = append(s.Ratings, tdkt.Rating{Year: y, Subject: tdkt.PersonSubject(id), Level: level})
			s.Pledges = append(s.Pledges, tdkt.Pledge{Year: y, Subject: tdkt.PersonSubject(id), Title: "LDTT"})
		}
	}
	ask := func(year int) law.QuotaLine {
		t.Helper()
		lines, err := r.Quotas(law.NewFacts(s, r), year, map[string]int{"CSTDCS": 3})
		if err != nil {
			t.Fatal(err)
		}
		return lines[0]
	}
	old := ask(2023)
	want := law.QuotaLine{
		Title: "CSTDCS", Name: "Chiến sĩ thi đua cơ sở", Base: "người được tặng hoặc đủ tiêu chuẩn LĐTT", Rounding: "xuống",
		Cite: "Nghị định 91/2017/NĐ-CP Điều 9 khoản 3", Mark: "V", Percent: 15, BaseCount: 19, Cap: 2, Chosen: 3, Known: true,
	}
	if n := len(old.Counted); n != old.BaseCount || old.Key != "CSTDCS" {
		t.Errorf("2023: %d people counted under %q", n, old.Key)
	}
	old.Key, old.Counted = "", nil
	if diff := cmp.Diff(want, old); diff != "" {
		t.Errorf("2023: mismatch (-want +got)\n%s", diff)
	}
	s.Locals = []tdkt.Local{{Year: 2023, Key: "cstdcs-lam-tron", Value: "Gần nhất"}}
	if got := ask(2023); got.Cap != 3 || got.Rounding != "gần nhất" {
		t.Errorf("2023, rounded to the nearest: %+v", got)
	}
	s.Locals = []tdkt.Local{{Year: 2023, Key: "cstdcs-ti-le", Value: "10", Document: "07/2022/QĐ-UBND"}}
	if got := ask(2023); got.Percent != 10 || got.Cap != 1 || got.Cite != "07/2022/QĐ-UBND" {
		t.Errorf("2023, the province sets less: %+v", got)
	}
	s.Locals = []tdkt.Local{{Year: 2023, Key: "cstdcs-ti-le", Value: "20"}}
	if got := ask(2023); got.Percent != 15 || !strings.Contains(got.Cite, "Điều 9 khoản 3") {
		t.Errorf("2023, the province cannot set more: %+v", got)
	}
	s.Locals = nil
	if got := ask(2024); got.Known || got.Cap != 0 || got.BaseCount != 19 {
		t.Errorf("2024 without a local value: %+v", got)
	}
	s.Locals = []tdkt.Local{{Year: 2024, Key: "cstdcs-ti-le", Value: "20"}, {Year: 2024, Key: "cstdcs-lam-tron", Value: "lên"}}
	if got := ask(2024); !got.Known || got.Percent != 20 || got.Cap != 4 {
		t.Errorf("2024 with 20 %%: %+v", got)
	}
	year := tdkt.Year{Year: 2023}
	year.SetClosed(tdkt.TitleBook, true)
	s.Years = []tdkt.Year{year}
	s.Awards = []tdkt.Award{{Subject: tdkt.PersonSubject("a"), Code: "LDTT", From: 2023, To: 2023}}
	if got := ask(2023); got.BaseCount != 1 {
		t.Errorf("book closed: base %d, want the one who was given LĐTT", got.BaseCount)
	}
	if _, err := r.Quotas(law.NewFacts(s, r), 2013, nil); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("2013: %v", err)
	}
}
