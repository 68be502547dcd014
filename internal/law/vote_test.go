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
	rule := votesOf(t, 2024, "CSTDCS")
	if rule.Known || rule.Judge(9, 9) != law.Unknown {
		t.Errorf("not set: %+v", rule)
	}
	set := votesOf(t, 2024, "CSTDCS", tdkt.Local{Year: 2024, Key: "phieu-cstdcs", Value: "70", Document: "Quy chế 12/QC-HĐ"})
	if set.Percent != 70 || set.Judge(6, 9) != law.No || set.Judge(7, 9) != law.Yes || !strings.Contains(set.Cite, "Quy chế 12/QC-HĐ") {
		t.Errorf("set: %+v", set)
	}
	if other := votesOf(t, 2024, "LDTT", tdkt.Local{Year: 2024, Key: "phieu-khac", Value: "51"}); other.Judge(5, 9) != law.Yes {
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
