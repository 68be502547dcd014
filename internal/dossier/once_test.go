package dossier

import (
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// nominate puts a subject of the sample forward for titles of 2024, and nobody else.
func nominate(tb testing.TB, in *Input, code string, titles ...string) {
	tb.Helper()
	in.Year, in.Today, in.Nominations = 2024, tdkt.Date(2025, 1, 5), nil
	var who tdkt.Subject
	for _, p := range in.Snapshot.People {
		if p.Code == code {
			who = tdkt.PersonSubject(p.ID)
		}
	}
	for _, u := range in.Snapshot.Units {
		if u.Code == code {
			who = tdkt.UnitSubject(u.ID)
		}
	}
	in.Done = Proceeding{Round: tdkt.YearEndRound(2024), Votes: map[tdkt.ID]Vote{}}
	for _, t := range titles {
		n := tdkt.Nomination{
			ID: tdkt.NewID(), Year: 2024, Subject: who, Title: t, State: tdkt.Proposed, Date: tdkt.Date(2024, 12, 20),
		}
		in.Nominations = append(in.Nominations, n)
		in.Done.Votes[n.ID] = Vote{Entered: true, Answer: law.Yes} // the Council carried it
	}
}

// Money, law page § 3: of several titles for one span only the highest is paid (rule 2),
// a title for a longer span is paid beside it (rule 3), and so is a form (rule 4).
func TestOneSpanIsPaidOnce(t *testing.T) {
	for _, c := range []struct {
		reason, code string
		titles       []string
		unpaid       string // codes, in the order of the titles
	}{
		{"rule 2: two titles of the year", "CB001", []string{"LDTT", "CSTDCS"}, "LDTT"},
		{"rule 2: three titles of a unit, the first by the office, the others above", "TG", []string{"TTLDTT", "TTLDXS", "COTINH"}, "TTLDXS"},
		{"rule 3: three years beside the last of them", "CB001", []string{"CSTDCS", "CSTDT"}, ""},
		{"rules 2 and 3", "CB001", []string{"LDTT", "CSTDCS", "CSTDT", "CSTDTQ"}, "LDTT"},
		{"rule 4: a title and a form", "CB001", []string{"CSTDCS", "BKT"}, ""},
		{"rule 4 for a unit", "TG", []string{"TTLDXS", "BKT"}, ""},
	} {
		in := sample(t)
		nominate(t, &in, c.code, c.titles...)
		s := build(t, in)
		var unpaid []string
		var total, most int64
		for _, b := range s.Bonuses {
			if b.Title.sharesMoney() {
				most = max(most, b.Money.Amount)
			} else {
				total -= b.Paid // paid beside them
			}
		}
		for _, title := range c.titles {
			for _, b := range s.Bonuses {
				if b.Title.Code != title {
					continue
				}
				if b.Paid == 0 {
					unpaid = append(unpaid, title)
				}
				total += b.Paid
				if (b.Paid < b.Money.Amount) != (b.Why != "") {
					t.Errorf("%s: %s is paid %d and says %q", c.reason, title, b.Paid, b.Why)
				}
			}
		}
		if total != most {
			t.Errorf("%s: titles of the year are paid %d in all, the highest is %d", c.reason, total, most)
		}
		if got := strings.Join(unpaid, " "); len(s.Bonuses) != len(c.titles) || got != c.unpaid {
			t.Errorf("%s: %d rows, not paid %q, want %q", c.reason, len(s.Bonuses), got, c.unpaid)
		}
	}
}

// Two forms for one year are told of before the list is sent, with the article; a form
// beside a title is not.
func TestOneAchievementIsToldOf(t *testing.T) {
	for titles, want := range map[string]int{"BKT GK": 1, "CSTDCS BKT": 0} {
		in := sample(t)
		nominate(t, &in, "CB001", strings.Fields(titles)...)
		if got := found(build(t, in), "Cùng tính cho năm 2024"); len(got) != want {
			t.Errorf("%s: told of %q", titles, got)
		}
	}
}

// A form that was refused is no second reward.
func TestRefusedIsNoSecondReward(t *testing.T) {
	in := sample(t)
	nominate(t, &in, "CB001", "BKT", "GK")
	in.Nominations[1].State = tdkt.Refused
	if got := found(build(t, in), "Cùng tính cho năm 2024"); len(got) != 0 {
		t.Errorf("told of %q", got)
	}
}

// An exception lets a không đủ stand on the list: told in the note, to be looked at and
// no longer to be mended.
func TestExceptionOnTheList(t *testing.T) {
	in := sample(t)
	nominate(t, &in, "CB001", "CSTDTQ")
	if got := found(build(t, in), "Không đủ điều kiện: "); len(got) != 1 || !strings.HasPrefix(got[0], MustFix.String()) {
		t.Fatalf("without an exception: %q", got)
	}
	in.Snapshot.Exceptions = []tdkt.Exception{{
		Year: 2024, Subject: in.Nominations[0].Subject, Title: "CSTDTQ", By: "Trần Văn Bình, Chủ tịch UBND tỉnh",
		Document: "05/UBND-NC", Date: tdkt.Date(2025, 1, 3), Reason: "lập công đặc biệt",
	}}
	s := build(t, in)
	if got := found(s, "đề nghị theo ngoại lệ"); len(got) != 1 || !strings.HasPrefix(got[0], LookAt.String()) {
		t.Errorf("with an exception: %q", got)
	}
	if note := s.Nominees[0].Note; !strings.Contains(note, "Ngoại lệ do Trần Văn Bình") || !strings.Contains(note, "Không đủ điều kiện.") {
		t.Errorf("note %q", note)
	}
}
