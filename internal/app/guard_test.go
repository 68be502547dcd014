package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// standingOf is the standing of a case of a round.
func standingOf(t *testing.T, a *app.App, r tdkt.Round, s tdkt.Subject, title string) dossier.Standing {
	t.Helper()
	list, err := a.Standings(r)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(list, func(x dossier.Standing) bool { return x.Subject == s && x.Title.Code == title })
	if at < 0 {
		t.Fatalf("%s has no case of %s in %s", a.View().Facts.NameOf(s), title, r.Title())
	}
	return list[at]
}

// onLists are the names and titles of a submission's lists.
func onLists(t *testing.T, a *app.App, r tdkt.Round) map[string]bool {
	t.Helper()
	s, err := papers.SubmissionOf(t.Context(), a, r)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, kind := range []tdkt.SubjectKind{tdkt.APerson, tdkt.AUnit} {
		for _, n := range s.ListOf(kind) {
			out[n.Code+" "+n.Title.Code] = true
		}
	}
	return out
}

// The vote counts against its share before the result is made known: a case that lost, and
// one that the Council has not voted on, are on no list and cannot be sent on by hand.
func TestVotedDownIsOnNoList(t *testing.T) {
	a := sample(t)
	year := tdkt.YearEndRound(2023)
	lists := onLists(t, a, year)
	for _, c := range []struct {
		code, title string
		reason      dossier.Reason
	}{
		{"CB045", "CSTDT", dossier.VotedDown},
		{"CB002", "BKT", dossier.NoBallot},
		{"TDKT", "BKT", dossier.NoBallot},
	} {
		s := standingOf(t, a, year, subject(t, a, c.code), c.title)
		if s.OnList || !s.Has(c.reason) || lists[c.code+" "+c.title] {
			t.Errorf("%s %s: on list %v, faults %v", c.code, c.title, s.OnList, s.Faults)
		}
		for _, to := range []tdkt.State{tdkt.Approved, tdkt.Submitted} {
			if err := a.MoveNominations(t.Context(), []tdkt.Nomination{s.Nomination}, to, "giơ tay"); tdkt.KindOf(err) != tdkt.Invalid {
				t.Errorf("%s %s moved to %s: %v", c.code, c.title, to, err)
			}
		}
	}
	if !lists["CB020 CSTDT"] || !lists["CB010 LDTT"] {
		t.Error("a case that was carried is missing")
	}
}

// An act of many cases writes none while something stands against one; told to leave those
// out it writes the others; with none left it says why.
func TestDecideIsHeldAgainstTheStanding(t *testing.T) {
	a := sample(t)
	lines := func(codes ...string) []view.Given {
		var out []view.Given
		for _, c := range codes {
			out = append(out, given(subject(t, a, c), "LDTT"))
		}
		return out
	}
	all := lines("CB045", "CB046", "CB016", "CB023")
	want := map[string]law.Answer{}
	for _, g := range all {
		r, err := a.View().Explain(2024, g.Subject, "LDTT")
		if err != nil {
			t.Fatal(err)
		}
		want[r.Code] = r.Answer
	}
	if want["CB045"] != law.Yes || want["CB016"] == law.Yes {
		t.Fatalf("the sample changed: %v", want)
	}
	d := decision("400/QĐ-SNV")
	_, err := a.Decide(t.Context(), d, all, app.Handling{})
	if tdkt.KindOf(err) != tdkt.Invalid || len(a.View().GivenIn(2024, "LDTT")) != 0 {
		t.Fatalf("Decide = %v", err)
	}
	n, err := a.Decide(t.Context(), d, all, app.Handling{LeaveOut: true})
	if err != nil || n == 0 || n == len(all) {
		t.Fatalf("leaving out: %d, %v", n, err)
	}
	for s := range a.View().GivenIn(2024, "LDTT") {
		if want[a.View().Facts.CodeOf(s)] != law.Yes {
			t.Errorf("%s was given it", a.View().Facts.NameOf(s))
		}
	}
	if _, err := a.Decide(t.Context(), d, lines("CB016"), app.Handling{LeaveOut: true}); !mentions(err, "Chưa ghi quyết định") {
		t.Errorf("nobody left: %v", err)
	}
	ground := onGround()
	ground.Ground.Document = ""
	if _, err := a.Decide(t.Context(), d, lines("CB016"), ground); !mentions(err, "số văn bản") {
		t.Errorf("a ground without its document: %v", err)
	}
	if n, err := a.Decide(t.Context(), d, lines("CB016"), onGround()); err != nil || n != 1 {
		t.Fatalf("upon a ground: %d, %v", n, err)
	}
	r, err := a.View().Explain(2024, subject(t, a, "CB016"), "LDTT")
	if err != nil || len(r.Exceptions) != 1 || r.Answer == law.Yes {
		t.Errorf("the exception is not beside the answer: %+v, %v", r.Exceptions, err)
	}
}

// A yearly title is given once a year: a second decision is asked about.
func TestTitleGivenTwiceIsAsked(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB045")
	if _, err := a.Decide(t.Context(), decision("401/QĐ-SNV"), []view.Given{given(s, "LDTT")}, app.Handling{}); err != nil {
		t.Fatal(err)
	}
	_, err := a.Decide(t.Context(), decision("402/QĐ-SNV"), []view.Given{given(s, "LDTT")}, app.Handling{})
	if !mentions(err, "1 đã được tặng theo quyết định khác") {
		t.Errorf("given twice: %v", err)
	}
}

// A Council without chair, secretary, three members or a quorum of its own makes no
// result known, however the votes went.
func TestCouncilThatMayNotDecide(t *testing.T) {
	for _, c := range []struct {
		why, want string
		spoil     func(t *testing.T, a *app.App)
	}{
		{"one member alone", "chưa có chủ tịch; chưa có thư ký; chỉ có 1 thành viên", func(t *testing.T, a *app.App) {
			t.Helper()
			seat(t, a, tdkt.Member{Name: "Người duy nhất", Role: tdkt.Ordinary, Voting: true})
		}},
		{"no chair", "chưa có chủ tịch", func(t *testing.T, a *app.App) {
			t.Helper()
			seat(t, a, voting("A", tdkt.Ordinary), voting("B", tdkt.Ordinary), voting("C", tdkt.Clerk))
		}},
		{"no secretary", "chưa có thư ký", func(t *testing.T, a *app.App) {
			t.Helper()
			seat(t, a, voting("A", tdkt.Chair), voting("B", tdkt.Ordinary), voting("C", tdkt.Ordinary))
		}},
		{"two members", "chỉ có 2 thành viên", func(t *testing.T, a *app.App) {
			t.Helper()
			seat(t, a, voting("A", tdkt.Chair), voting("B", tdkt.Clerk))
		}},
		{"no quorum of its own rules", "chưa nhập tỷ lệ dự họp", func(t *testing.T, a *app.App) {
			t.Helper()
			seat(t, a, voting("A", tdkt.Chair), voting("B", tdkt.Clerk), voting("C", tdkt.Ordinary))
			clearLocal(t, a, "hoi-dong-du-hop")
		}},
	} {
		t.Run(c.why, func(t *testing.T) {
			a := sample(t)
			dissolve(t, a)
			c.spoil(t, a)
			m, err := a.SaveMeeting(t.Context(), tdkt.Meeting{Year: 2023, Date: meetingDay})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := a.FillUnanimous(t.Context(), m); err != nil {
				t.Fatal(err)
			}
			if _, err := a.Conclude(t.Context(), m); !mentions(err, c.want) {
				t.Errorf("Conclude = %v, want %q", err, c.want)
			}
		})
	}
}

func voting(name string, role tdkt.Role) tdkt.Member {
	return tdkt.Member{Name: name, Role: role, Voting: true}
}

func seat(t *testing.T, a *app.App, members ...tdkt.Member) {
	t.Helper()
	for _, m := range members {
		if err := a.SaveMember(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
}

// The votes of a Council of one mind are filled in for those against whom nothing stands;
// the others are named and voted on one by one.
func TestFillLeavesOutDoubtfulCases(t *testing.T) {
	a := sample(t)
	m := council(t, a, "")
	nom, _ := a.View().NominationOf(2023, subject(t, a, "CB010"), "LDTT")
	rating, _ := a.View().RatingOf(2023, nom.Subject)
	rating.Level = tdkt.Done // since it was proposed the rating was corrected
	if err := a.Change(t.Context(), "try", "Thử", func(tx app.Tx) error { return tx.Put(t.Context(), rating) }); err != nil {
		t.Fatal(err)
	}
	done, err := a.FillUnanimous(t.Context(), m)
	if err != nil || done.Left.Left() == 0 || done.Left.Groups[0].Reason != dossier.NotMet {
		t.Fatalf("FillUnanimous = %+v, %v", done.Left.Words(), err)
	}
	if tally(t, a, m, nom.Subject, "LDTT").Entered {
		t.Error("a không đủ was voted for by all")
	}
	if err := a.SetCounts(t.Context(), m, []app.Count{{Nomination: nom.ID, For: 9}}); err != nil {
		t.Fatal(err)
	}
	told, err := a.Conclude(t.Context(), m)
	if err != nil || !slices.ContainsFunc(told.Waiting, func(w string) bool { return strings.Contains(w, "không đủ điều kiện") }) {
		t.Errorf("Conclude = %+v, %v", told, err)
	}
}

// A published result is opened again with a reason and can be voted on anew.
func TestReopenBallots(t *testing.T) {
	a := sample(t)
	m := a.View().MeetingsOf(2023)[0]
	if _, err := a.Conclude(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	lost := standingOf(t, a, tdkt.YearEndRound(2023), subject(t, a, "CB045"), "CSTDT").Nomination
	if lost.State != tdkt.Rejected {
		t.Fatalf("the state is %s", lost.State)
	}
	if _, err := papers.Reopen(t.Context(), a, m, []tdkt.ID{lost.ID}, " "); !mentions(err, "cần có lý do") {
		t.Errorf("without a reason: %v", err)
	}
	if n, err := papers.Reopen(t.Context(), a, m, []tdkt.ID{lost.ID}, "kiểm lại phiếu"); err != nil || n != 1 {
		t.Fatalf("Reopen = %d, %v", n, err)
	}
	s := standingOf(t, a, tdkt.YearEndRound(2023), lost.Subject, "CSTDT")
	steps := a.View().StepsOf(lost.ID)
	if s.Nomination.State != tdkt.Considered || s.Vote.Published || steps[len(steps)-1].Reason != "kiểm lại phiếu" {
		t.Errorf("after reopening: %s, published %v, %+v", s.Nomination.State, s.Vote.Published, steps)
	}
	if err := a.SetCounts(t.Context(), m, []app.Count{{Nomination: lost.ID, For: 7, Against: 1}}); err != nil {
		t.Errorf("the votes stay shut: %v", err)
	}
}

// Two rounds of one year stand apart: nominations, meetings, decisions and lists; one
// person has two Giấy khen, and every list of awards holds both.
func TestTwoRoundsOfOneYear(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB034")
	june, err := a.SaveRound(t.Context(), tdkt.Round{Kind: tdkt.DeedRound, Year: 2024, Name: "Đột xuất tháng 6", Date: tdkt.Date(2024, 6, 10)})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []tdkt.Round{june, tdkt.YearEndRound(2024)} {
		if n, err := a.NominateIn(t.Context(), r, "GK", []tdkt.Subject{s}, app.Handling{}); err != nil || n != 1 {
			t.Fatalf("%s: %d, %v", r.Title(), n, err)
		}
	}
	d := decision("61/QĐ-SNV")
	d.Date, d.Round = tdkt.Date(2024, 6, 14), june.ID
	if n, err := a.Decide(t.Context(), d, []view.Given{given(s, "GK")}, onGround()); err != nil || n != 1 {
		t.Fatalf("June: %d, %v", n, err)
	}
	if n, err := a.Decide(t.Context(), decision("140/QĐ-SNV"), []view.Given{given(s, "GK")}, app.Handling{}); err != nil || n != 1 {
		t.Fatalf("December: %d, %v", n, err)
	}
	if got := named(t, a, "61/QĐ-SNV").Manner; got != tdkt.MannerDeed {
		t.Errorf("the decision of June is of the kind %q", got)
	}
	for number, r := range map[string]tdkt.Round{"61/QĐ-SNV": june, "140/QĐ-SNV": tdkt.YearEndRound(2024)} {
		st := standingOf(t, a, r, s, "GK")
		if st.Given == nil || st.Given.Decision.Number != number || st.Nomination.State != tdkt.Recognised {
			t.Errorf("%s: given %+v, state %s", r.Title(), st.Given, st.Nomination.State)
		}
	}
	forms := 0
	for _, w := range a.View().Awards {
		if w.Subject == s && w.Code == "GK" && w.To == 2024 {
			forms++
		}
	}
	paid := 0
	for _, p := range a.View().Payments(2024) {
		if p.Line.Subject == s && p.Line.Code == "GK" && p.Line.Amount > 0 {
			paid++
		}
	}
	if forms != 2 || paid != 2 {
		t.Errorf("%d forms, %d paid, want both", forms, paid)
	}
	bothStandEverywhere(t, a, s, june)
	if err := a.RemoveRound(t.Context(), june); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a round in which something was done is gone: %v", err)
	}
}

// bothStandEverywhere exports both rounds and sees that each folder holds its own decision,
// and that register, life sheet, bonus and statistics hold both.
func bothStandEverywhere(t *testing.T, a *app.App, s tdkt.Subject, june tdkt.Round) {
	t.Helper()
	for number, r := range map[string]tdkt.Round{"61/QĐ-SNV": june, "140/QĐ-SNV": tdkt.YearEndRound(2024)} {
		o := papers.Outgoing{Round: r, Date: tdkt.Date(2025, 1, 10)}
		dir, err := papers.ExportFolder(t.Context(), a, o, t.TempDir(), nil)
		if err != nil {
			t.Fatalf("%s: %v", r.Title(), err)
		}
		path := filepath.Join(dir, string(dossier.OwnPart), "1. Quyết định khen thưởng.docx")
		body, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := docx.ReadLines(path, body)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, l := range lines {
			text += strings.Join(l.Cells, " ") + "\n"
		}
		if !strings.Contains(text, number) || !strings.Contains(text, a.View().Facts.NameOf(s)) || strings.Contains(text, "“"+june.Name+"”") != (r.ID != "") {
			t.Errorf("%s: the decision says\n%s", r.Title(), text)
		}
	}
	for _, number := range []string{"61/QĐ-SNV", "140/QĐ-SNV"} {
		if got := len(a.View().LinesOf(named(t, a, number).ID)); got != 1 {
			t.Errorf("the register holds %d lines of %s", got, number)
		}
		if text := fmt.Sprint(papers.LifeReport(a.View(), s, 2024)); !strings.Contains(text, number) {
			t.Errorf("the life sheet lacks %s", number)
		}
	}
	counted := 0
	for _, row := range reports.StatisticsOf(a.View(), 2024, "", reports.CutTitle).Rows {
		for _, w := range row.Awards[len(row.Awards)-1] {
			if w.Subject == s && w.Code == "GK" {
				counted++
			}
		}
	}
	if counted != 2 {
		t.Errorf("statistics count %d Giấy khen, want both", counted)
	}
}
