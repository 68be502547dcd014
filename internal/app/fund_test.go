package app

import (
	"testing"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestFundShare: what is spent on no decision is told when it is more than the share of the
// fund that the decree lets go into organising, from the decree's own days on.
func TestFundShare(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	entries := func(year int, own int64) []tdkt.FundEntry {
		return []tdkt.FundEntry{
			{Year: year, Kind: tdkt.Income, Amount: 100_000_000},
			{Year: year, Kind: tdkt.Expense, Amount: 60_000_000, Decision: "d"},
			{Year: year, Kind: tdkt.Expense, Amount: own},
		}
	}
	for _, c := range []struct {
		reason string
		year   int
		own    int64
		want   bool
	}{
		{"20 % to the đồng", 2025, 20_000_000, false},
		{"a đồng more", 2025, 20_000_001, true},
		{"before the decree", 2024, 50_000_000, false},
	} {
		v := &view.View{Rules: rules, Proceedings: &tdkt.Proceedings{Funds: entries(c.year, c.own)}}
		f := v.FundOf(c.year)
		if f.TooMuch != c.want || f.Own != c.own || f.Out != 60_000_000+c.own {
			t.Errorf("%s: %+v", c.reason, f)
		}
	}
	v := &view.View{Rules: rules, Proceedings: &tdkt.Proceedings{Funds: entries(2025, 5)[2:]}}
	if v.FundOf(2025).TooMuch {
		t.Error("nothing came in yet: there is no share to be beyond")
	}
}
