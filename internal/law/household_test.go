package law_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

const (
	aHouse = "Đơn vị | HO | Hộ ông Mẫu | SO | 01/01/2000 | Hộ gia đình"
	inRoom = "Nhân sự | CB01 | Lê Thị Mẫu | T00 | 01/01/2010"
)

// Of a household only what the law gives households is asked, by every way of asking.
func TestHouseholdIsAskedItsFormsAlone(t *testing.T) {
	r, f := rules(t), factsOf(t, centres(2, 1, 1, aHouse)...)
	house, _ := f.ByCode("HO")
	want := []string{"GK", "BKT", "BKTTG"}
	for _, year := range []int{2015, 2017, 2024, 2026} {
		all, err := r.All(t.Context(), f, year, tdkt.LastDay(year), true)
		if err != nil {
			t.Fatal(err)
		}
		verdicts, err := r.Verdicts(t.Context(), f, year, func(tdkt.Subject, string) bool { return true })
		if err != nil {
			t.Fatal(err)
		}
		next, err := r.Forecast(f, year-1, house)
		if err != nil {
			t.Fatal(err)
		}
		var judged, counted, open []string
		for x := range all {
			if x.Subject == house {
				judged = append(judged, x.Title)
			}
		}
		for x := range verdicts.All() {
			if x.Subject == house {
				counted = append(counted, x.Title)
			}
		}
		for _, o := range next.Next {
			open = append(open, o.Code)
		}
		for _, got := range [][]string{judged, counted, open} {
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%d (-want +got)\n%s", year, diff)
			}
		}
		_, err = r.Judge(f, law.Question{Year: year, Subject: house, Title: "TTLDXS"})
		if err == nil || !strings.Contains(tdkt.Sentence(err, nil), "hộ gia đình") {
			t.Errorf("%d: TTLDXS of a household: %v", year, err)
		}
	}
}

// A household changes no cap on people or units and no answer about the unit above it.
func TestHouseholdIsNoPartOfTheOffice(t *testing.T) {
	r := rules(t)
	under := strings.Replace(aHouse, "| SO |", "| T00 |", 1)
	without := centres(5, 2, 3, inRoom)
	with := centres(5, 2, 3, inRoom, aHouse, under, "Xếp loại | 2026 | HO | HTXS")
	with = slices.DeleteFunc(with, func(l string) bool { return l == under })
	with = append(with, strings.Replace(under, "| HO |", "| HO2 |", 1), "Xếp loại | 2026 | HO2 | HTXS")
	if diff := cmp.Diff(unitLines(t, 2026, without...), unitLines(t, 2026, with...)); diff != "" {
		t.Errorf("caps on units (-without +with)\n%s", diff)
	}
	a, err := r.Quotas(factsOf(t, without...), 2026, nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := r.Quotas(factsOf(t, with...), 2026, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("caps on people (-without +with)\n%s", diff)
	}
}

// A household gets one and a half times what a person gets, on the days of a decree that
// says so; for others the program says that it has no amount.
func TestHouseholdMoney(t *testing.T) {
	r, f := rules(t), factsOf(t, centres(1, 0, 0, aHouse)...)
	house, _ := f.ByCode("HO")
	room, _ := f.ByCode("T00")
	for _, c := range []struct {
		who    tdkt.Subject
		code   string
		day    tdkt.Day
		amount int64
		cite   string
	}{
		{house, "GK", tdkt.Date(2025, 7, 1), 1_060_000, "Nghị định 152/2025/NĐ-CP Điều 54 khoản 3"}, // 0,45
		{house, "BKT", tdkt.Date(2025, 7, 1), 5_270_000, "Điều 54 khoản 3"},                         // 2,25
		{house, "BKTTG", tdkt.Date(2025, 7, 1), 12_290_000, "Điều 54 khoản 3"},                      // 5,25
		{house, "GK", tdkt.Date(2025, 6, 30), 1_060_000, "Nghị định 98/2023/NĐ-CP"},
		{room, "GK", tdkt.Date(2025, 7, 1), 1_410_000, "Điều 54 khoản 1"},
		{house, "GK", tdkt.Date(2023, 12, 31), 0, ""},
		{house, "COTINH", tdkt.Date(2025, 7, 1), 0, ""},
	} {
		b, err := r.BonusOf(f, c.who, c.code, c.day)
		if (err != nil) != (c.amount == 0) || b.Amount != c.amount || !strings.Contains(b.Cite, c.cite) {
			t.Errorf("%s on %s: %d by %q, %v", c.code, c.day, b.Amount, b.Cite, err)
		}
	}
}
