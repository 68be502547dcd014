package law_test

import (
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// votesOf is the rule of a title in a year with the given local values.
func votesOf(t *testing.T, year int, title string, locals ...tdkt.Local) law.VoteRule {
	t.Helper()
	r := rules(t)
	got, err := r.Vote(law.NewFacts(&tdkt.Snapshot{Locals: locals}, r), year, title)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Eight of nine are 88,9 %: not enough for CSTĐ cấp tỉnh in 2023, which takes all nine.
// Of ten, nine are enough.
func TestProvincialTitleTakesNineTenthsOfAllMembers(t *testing.T) {
	rule := votesOf(t, 2023, "CSTDT")
	if !rule.Secret || rule.Mark != "V2" || !strings.Contains(rule.Cite, "Điều 45 khoản 8") {
		t.Errorf("rule %+v", rule)
	}
	for _, tc := range []struct {
		votes, members int
		want           law.Answer
	}{{8, 9, law.No}, {9, 9, law.Yes}, {9, 10, law.Yes}, {8, 10, law.No}, {0, 0, law.Unknown}} {
		if got := rule.Judge(tc.votes, tc.members); got != tc.want {
			t.Errorf("%d of %d: %s, want %s", tc.votes, tc.members, got, tc.want)
		}
	}
}

// What the law leaves to the Sở is unknown until the Sở has set it: a vote that cannot
// be judged is not a vote that was lost.
func TestVoteLeftToTheOfficeIsUnknownUntilSet(t *testing.T) {
	rule := votesOf(t, 2025, "CSTDCS")
	if rule.Known || rule.Judge(9, 9) != law.Unknown {
		t.Errorf("not set: %+v", rule)
	}
	set := votesOf(t, 2025, "CSTDCS", tdkt.Local{Year: 2025, Key: "phieu-cstdcs", Value: "70", Document: "Quy chế 12/QC-HĐ"})
	if set.Percent != 70 || set.Judge(6, 9) != law.No || set.Judge(7, 9) != law.Yes || !strings.Contains(set.Cite, "Quy chế 12/QC-HĐ") {
		t.Errorf("set: %+v", set)
	}
	if other := votesOf(t, 2025, "LDTT", tdkt.Local{Year: 2025, Key: "phieu-khac", Value: "51"}); other.Judge(5, 9) != law.Yes {
		t.Errorf("a title not named goes by the rest: %+v", other)
	}
}

// From 2024 on the decree names two titles; the word "kín" is not in it.
func TestStateTitlesByTheDecree(t *testing.T) {
	for title, want := range map[string]int{"CSTDTQ": 90, "COCP": 80} {
		if got := votesOf(t, 2025, title); got.Percent != want || got.Secret || got.Mark != "V" {
			t.Errorf("%s: %+v", title, got)
		}
	}
}

// A meeting votes by the decree of its own day, whatever year its titles are of: Decree 98
// asks for 80 and 90 % by ballot from 1/1/2024 to 30/6/2025, then the province is asked.
func TestVoteByTheDayOfTheMeeting(t *testing.T) {
	r := rules(t)
	f := law.NewFacts(&tdkt.Snapshot{}, r)
	for _, c := range []struct {
		on      tdkt.Day
		year    int
		title   string
		percent int // 0: left to the office
		ballot  bool
		cite    string
	}{
		{tdkt.Date(2017, 9, 30), 2016, "CSTDT", 0, false, "Luật TĐKT 2003 (hợp nhất 2013) Điều 91a khoản 6"},
		{tdkt.Date(2017, 10, 1), 2016, "CSTDT", 90, true, "Nghị định 91/2017/NĐ-CP Điều 45 khoản 8"},
		{tdkt.Date(2023, 12, 31), 2023, "CSTDCS", 0, false, "Luật TĐKT 2003 (hợp nhất 2013) Điều 91a khoản 6"},
		{tdkt.Date(2024, 1, 1), 2023, "CSTDCS", 80, true, "Nghị định 98/2023/NĐ-CP Điều 30 khoản 7"},
		{tdkt.Date(2024, 1, 1), 2023, "CSTDT", 90, true, "Nghị định 98/2023/NĐ-CP Điều 30 khoản 7"},
		{tdkt.Date(2024, 12, 20), 2024, "COTINH", 80, true, "Nghị định 98/2023/NĐ-CP Điều 30 khoản 7"},
		{tdkt.Date(2025, 6, 30), 2024, "COCP", 80, true, "Nghị định 98/2023/NĐ-CP Điều 30 khoản 7"},
		{tdkt.Date(2025, 6, 30), 2024, "LDTT", 0, false, "Luật TĐKT 2022 Điều 90 khoản 5"},
		{tdkt.Date(2025, 7, 1), 2024, "CSTDCS", 0, false, "Nghị định 152/2025/NĐ-CP Điều 6 khoản 2 điểm e"},
		{tdkt.Date(2025, 7, 1), 2025, "CSTDT", 0, false, "Nghị định 152/2025/NĐ-CP Điều 6 khoản 2 điểm e"},
		{tdkt.Date(2025, 12, 20), 2025, "CSTDTQ", 90, true, "Nghị định 152/2025/NĐ-CP Điều 33 khoản 5"},
		{tdkt.Date(2025, 12, 20), 2025, "COCP", 80, true, "Nghị định 152/2025/NĐ-CP Điều 33 khoản 5"},
	} {
		got, err := r.VoteOn(f, c.on, c.year, c.title)
		if err != nil || got.Percent != c.percent || got.Known != (c.percent > 0) || got.Ballot != c.ballot || got.Cite != c.cite {
			t.Errorf("%s of %d on %s: %+v, %v", c.title, c.year, c.on, got, err)
		}
	}
	rule, _ := r.VoteOn(f, tdkt.Date(2024, 12, 20), 2024, "CSTDCS")
	if a, b := rule.Judge(7, 9), rule.Judge(8, 10); a != law.No || b != law.Yes { // 77,7 % and 80 %
		t.Errorf("7 of 9: %s, 8 of 10: %s", a, b)
	}
}

// Every title of every year has a rule or a place for one.
func TestEveryTitleHasAVote(t *testing.T) {
	for _, g := range rules(t).Regimes {
		for _, title := range g.Titles {
			if got := votesOf(t, g.From, title.Code); got.Cite == "" {
				t.Errorf("%s %s: no rule", g.ID, title.Code)
			}
		}
	}
}

// A revocation rests on the law of its own day.
func TestGroundsOfTheDay(t *testing.T) {
	r := rules(t)
	for day, want := range map[tdkt.Day]string{
		tdkt.Date(2023, 12, 31): "Điều 96 khoản 1", tdkt.Date(2024, 1, 1): "Điều 93 khoản 2 điểm a",
	} {
		got := r.Grounds(day)
		if len(got) == 0 || !strings.HasSuffix(got[0].Cite, want) {
			t.Errorf("%s: %+v", day, got)
		}
	}
	if got := r.Grounds(tdkt.Date(2010, 1, 1)); len(got) != 0 {
		t.Errorf("before the first law: %+v", got)
	}
}
