package view

import (
	"fmt"
	"maps"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tally is one nomination before the Council: its votes, as far as they were typed, and
// what they come to.
type Tally struct {
	Nomination tdkt.Nomination
	Ballot     tdkt.Ballot
	Entered    bool // votes were typed
	Rule       law.VoteRule
	Result     law.Answer // Unknown while votes are missing, or where no share is set
	Hold       bool
}

// Done says whether the result was made known, or the nomination moved on without it.
func (t Tally) Done() bool { return t.Ballot.Result != "" || !t.Nomination.State.Waits() }

// Tallies lists the nominations of a meeting: those already voted on there, and those
// of its year that still wait, in the order of entry.
func (v *View) Tallies(m tdkt.Meeting) ([]Tally, error) {
	counted := map[tdkt.ID]tdkt.Ballot{}
	elsewhere := map[tdkt.ID]bool{} // still being counted there
	for _, b := range v.Ballots {
		if b.Meeting == m.ID {
			counted[b.Nomination] = b
			continue
		}
		elsewhere[b.Nomination] = elsewhere[b.Nomination] || b.Result == ""
	}
	away, present := v.shares(m)
	var out []Tally
	for _, n := range v.Nominations {
		b, entered := counted[n.ID]
		if !entered && (n.Year != m.Year || n.Round != m.Round || !n.State.Waits() || elsewhere[n.ID]) {
			continue
		}
		rule, err := v.Rules.VoteOn(v.Facts, m.Date, n.Year, n.Title)
		if err != nil {
			return nil, err
		}
		if b.Result == "" {
			b.Meeting, b.Nomination, b.Members = m.ID, n.ID, m.Members
			b.Away, b.Recused = away, recused(present, n)
		}
		t := Tally{Nomination: n, Ballot: b, Entered: entered, Rule: rule, Result: law.Unknown, Hold: v.Facts.OnHold(n.Subject, m.Date)}
		if entered && b.Missing() == 0 {
			t.Result = rule.Judge(b.For, b.Members)
		}
		out = append(out, t)
	}
	return out, nil
}

// shares is how many members with a vote were away, and the people who voted.
func (v *View) shares(m tdkt.Meeting) (away int, present map[tdkt.ID]bool) {
	present = map[tdkt.ID]bool{}
	for _, at := range v.Attendees(m) {
		switch {
		case !at.Member.Voting:
		case at.State == tdkt.Away:
			away++
		default:
			present[at.Member.Person] = true
		}
	}
	delete(present, "")
	return away, present
}

// recused counts the members who vote in the meeting but not in their own case. They
// stay in the base.
func recused(present map[tdkt.ID]bool, n tdkt.Nomination) int {
	if n.Subject.Kind == tdkt.APerson && present[n.Subject.ID] {
		return 1
	}
	return 0
}

// Nominee is a subject with the title it is put forward for.
func (v *View) Nominee(n tdkt.Nomination) string {
	return v.Facts.NameOf(n.Subject) + " (" + v.TitleName(n.Title) + ")"
}

// Mismatch names the parts of a tally whose sum is not the number of members.
func (v *View) Mismatch(n tdkt.Nomination, b tdkt.Ballot) string {
	return fmt.Sprintf("%s: %d đồng ý + %d không đồng ý + %d không hợp lệ + %d vắng + %d không biểu quyết cho mình = %d, khác tổng số %d thành viên.",
		v.Nominee(n), b.For, b.Against, b.Invalid, b.Away, b.Recused, b.Members-b.Missing(), b.Members)
}

// WithoutShare says once for each title how many cases wait for the share that the office
// has still to set.
func (v *View) WithoutShare(cases map[string]int) []string {
	var out []string
	for _, code := range slices.Sorted(maps.Keys(cases)) {
		out = append(out, fmt.Sprintf("%s, %d trường hợp: chưa nhập tỷ lệ phiếu do cơ quan quy định. Hãy nhập ở trang Quy định riêng.", v.TitleName(code), cases[code]))
	}
	return out
}

// CountsAddUp refuses a meeting that may not decide: a Council that is none, without quorum,
// with no votes, or with votes missing.
func (v *View) CountsAddUp(m tdkt.Meeting, list []Tally) error {
	if err := v.mayDecide(m); err != nil {
		return err
	}
	entered := 0
	var bad []tdkt.Problem
	for _, t := range list {
		if !t.Entered || t.Done() {
			continue
		}
		entered++
		if t.Ballot.Missing() != 0 {
			bad = append(bad, tdkt.Problem{Cell: v.Facts.CodeOf(t.Nomination.Subject), Text: v.Mismatch(t.Nomination, t.Ballot)})
		}
	}
	switch {
	case entered == 0:
		return tdkt.Errorf(tdkt.Invalid, "Chưa ghi phiếu nào cho phiên họp ngày %s. Hãy ghi kết quả kiểm phiếu trước.", m.Date)
	case len(bad) > 0:
		return &tdkt.Error{Kind: tdkt.Invalid, Problems: bad, Text: fmt.Sprintf(
			"Chưa công bố kết quả: %d trường hợp có số phiếu không khớp tổng số thành viên. Hãy sửa rồi làm lại.", len(bad))}
	}
	return nil
}
