package app_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// meetingDay is when the Council of the tests meets.
var meetingDay = tdkt.Date(2023, 12, 20)

// council seats nine members with a vote, the first of them a person of the sample, and
// a secretary without one, and calls a meeting.
func council(t *testing.T, a *app.App, first tdkt.ID) tdkt.Meeting {
	t.Helper()
	dissolve(t, a)
	for i := range 9 {
		m := tdkt.Member{Name: fmt.Sprintf("Thành viên %d", i+1), Role: tdkt.Ordinary, Voting: true, From: tdkt.Date(2023, 1, 1)}
		if i == 0 {
			m.Person, m.Role = first, tdkt.Chair
		}
		if err := a.SaveMember(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.SaveMember(t.Context(), tdkt.Member{Name: "Thư ký", Role: tdkt.Clerk, From: tdkt.Date(2023, 1, 1)}); err != nil {
		t.Fatal(err)
	}
	m, err := a.SaveMeeting(t.Context(), tdkt.Meeting{Year: 2023, Date: meetingDay, Title: "Họp xét thi đua năm 2023"})
	if err != nil {
		t.Fatal(err)
	}
	if m.Members != 9 {
		t.Fatalf("%d members counted, want 9: the secretary has no vote", m.Members)
	}
	return m
}

// dissolve takes the sample's own Council and its votes away.
func dissolve(t *testing.T, a *app.App) {
	t.Helper()
	v := a.View()
	var gone []tdkt.Record
	for _, b := range v.Ballots {
		gone = append(gone, b)
	}
	for _, p := range v.Presences {
		gone = append(gone, p)
	}
	for _, m := range v.Meetings {
		gone = append(gone, m)
	}
	for _, m := range v.Members {
		gone = append(gone, m)
	}
	if err := a.Change(t.Context(), "try", "Thử", func(tx app.Tx) error { return tx.Remove(t.Context(), gone...) }); err != nil {
		t.Fatal(err)
	}
}

// tally is the one of a subject and title in a meeting.
func tally(t *testing.T, a *app.App, m tdkt.Meeting, s tdkt.Subject, title string) view.Tally {
	t.Helper()
	list, err := a.View().Tallies(m)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range list {
		if x.Nomination.Subject == s && x.Nomination.Title == title {
			return x
		}
	}
	t.Fatalf("no tally of %v for %s", s, title)
	return view.Tally{}
}

// Eight of nine members for CSTĐ cấp tỉnh in 2023 are 88,9 %: not passed. Nine of nine
// are. Both nominations move in one step and keep the vote as their reason.
func TestEightOfNineFailNineOfNinePass(t *testing.T) {
	a := sample(t)
	lost, won := subject(t, a, "CB020"), subject(t, a, "CB045")
	m := council(t, a, "")
	for _, c := range []struct {
		who          tdkt.Subject
		yes, against int
	}{{lost, 8, 1}, {won, 9, 0}} {
		count := app.Count{Nomination: tally(t, a, m, c.who, "CSTDT").Nomination.ID, For: c.yes, Against: c.against}
		if err := a.SetCounts(t.Context(), m, []app.Count{count}); err != nil {
			t.Fatal(err)
		}
	}
	if got := tally(t, a, m, lost, "CSTDT"); got.Result != law.No || got.Rule.Percent != 90 || !got.Rule.Secret {
		t.Errorf("8 of 9: %+v", got)
	}
	done, err := a.Conclude(t.Context(), m)
	if err != nil || done.Approved != 1 || done.Rejected != 1 {
		t.Fatalf("Conclude = %+v, %v", done, err)
	}
	for s, want := range map[tdkt.Subject]struct {
		state tdkt.State
		words string
	}{lost: {tdkt.Rejected, "8/9 phiếu đồng ý (88,9%)"}, won: {tdkt.Approved, "9/9 phiếu đồng ý (100%)"}} {
		n, _ := a.View().NominationOf(2023, s, "CSTDT")
		if n.State != want.state || !strings.Contains(n.Reason, want.words) || n.Date != meetingDay {
			t.Errorf("%s: %s on %s, %q", a.View().Facts.NameOf(s), n.State, n.Date, n.Reason)
		}
	}
	if err := a.SetCounts(t.Context(), m, []app.Count{{Nomination: tally(t, a, m, lost, "CSTDT").Nomination.ID, For: 9}}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a result made known was changed: %v", err)
	}
}

// A member does not vote in their own case but stays among the members: eight votes of
// the other eight are 88,9 % of nine, and fail.
func TestRecusedMemberStaysInTheBase(t *testing.T) {
	a := sample(t)
	own := subject(t, a, "CB020")
	m := council(t, a, own.ID)
	x := tally(t, a, m, own, "CSTDT")
	if x.Ballot.Recused != 1 || x.Ballot.Members != 9 {
		t.Fatalf("ballot %+v", x.Ballot)
	}
	if err := a.SetCounts(t.Context(), m, []app.Count{{Nomination: x.Nomination.ID, For: 9}}); !mentions(err, "1 không biểu quyết cho mình") {
		t.Errorf("nine votes of eight voters: %v", err)
	}
	if err := a.SetCounts(t.Context(), m, []app.Count{{Nomination: x.Nomination.ID, For: 8}}); err != nil {
		t.Fatal(err)
	}
	if got := tally(t, a, m, own, "CSTDT"); got.Ballot.Missing() != 0 || got.Result != law.No {
		t.Errorf("8 of 8 voters, 9 members: %s, %d missing", got.Result, got.Ballot.Missing())
	}
	if other := tally(t, a, m, subject(t, a, "CB045"), "CSTDT"); other.Ballot.Recused != 0 {
		t.Errorf("recused in another's case: %+v", other.Ballot)
	}
}

// A tally that does not add up is named with its parts, and nobody moves.
func TestMismatchIsNamed(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB045")
	m := council(t, a, "")
	first := a.View().CouncilOn(meetingDay)[1]
	if err := a.SetPresence(t.Context(), m, []tdkt.ID{first.ID}, tdkt.Away, "đi công tác"); err != nil {
		t.Fatal(err)
	}
	id := tally(t, a, m, s, "CSTDT").Nomination.ID
	if err := a.SetCounts(t.Context(), m, []app.Count{{Nomination: id, For: 7}}); err != nil {
		t.Fatal(err)
	}
	_, err := a.Conclude(t.Context(), m)
	var told *tdkt.Error
	if !errors.As(err, &told) || len(told.Problems) != 1 || !strings.Contains(told.Problems[0].Text, "7 đồng ý + 0 không đồng ý + 0 không hợp lệ + 1 vắng") {
		t.Fatalf("err = %v", err)
	}
	if n, _ := a.View().NominationOf(2023, s, "CSTDT"); n.State != tdkt.Proposed {
		t.Errorf("moved to %s", n.State)
	}
}

// A vote is unknown, not lost, while the Sở has set no share; the case waits and is named.
func TestVoteWithoutAShareWaits(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB045")
	m := council(t, a, "")
	for _, k := range []string{"phieu-khac", "phieu-cstdcs"} {
		clearLocal(t, a, k)
	}
	id := tally(t, a, m, s, "LDTT").Nomination.ID
	if err := a.SetCounts(t.Context(), m, []app.Count{{Nomination: id, For: 9}}); err != nil {
		t.Fatal(err)
	}
	done, err := a.Conclude(t.Context(), m)
	if tdkt.KindOf(err) != tdkt.Invalid || done.Approved+done.Rejected != 0 || len(done.Waiting) != 1 {
		t.Errorf("Conclude = %+v, %v", done, err)
	}
}

// clearLocal takes a local value of 2023 out.
func clearLocal(t *testing.T, a *app.App, key string) {
	t.Helper()
	for _, l := range a.View().Locals {
		if l.Year == 2023 && l.Key == key {
			if err := a.Change(t.Context(), "try", "Thử", func(tx app.Tx) error { return tx.Remove(t.Context(), l) }); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func mentions(err error, words string) bool {
	return err != nil && strings.Contains(err.Error(), words)
}
