package app

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Count is the votes typed for one nomination.
type Count struct {
	Nomination            tdkt.ID
	For, Against, Invalid int
}

// SetCounts keeps votes as they are typed. More votes than members who could vote are
// refused by name; fewer are let stand until the rest is typed, and shown as missing.
func (a *App) SetCounts(ctx context.Context, m tdkt.Meeting, counts []Count) error {
	v := a.View()
	if err := v.Unlocked(m.Year); err != nil {
		return err
	}
	list, err := v.Tallies(m)
	if err != nil {
		return err
	}
	at := map[tdkt.ID]view.Tally{}
	for _, t := range list {
		at[t.Nomination.ID] = t
	}
	var put, gone []tdkt.Record
	for _, c := range counts {
		t, ok := at[c.Nomination]
		if !ok || t.Done() {
			return tdkt.Errorf(tdkt.Invalid, "Kết quả của %s đã công bố nên phiếu không sửa được nữa. Hãy mở xét lại đề nghị (nêu lý do) rồi kiểm phiếu ở phiên họp khác.", v.Nominee(t.Nomination))
		}
		b := t.Ballot
		b.For, b.Against, b.Invalid = c.For, c.Against, c.Invalid
		if b.Missing() < 0 || min(c.For, c.Against, c.Invalid) < 0 {
			return tdkt.Errorf(tdkt.Invalid, "%s Hãy xem lại số phiếu hoặc thành phần dự họp.", v.Mismatch(t.Nomination, b))
		}
		if c == (Count{Nomination: c.Nomination}) {
			gone = append(gone, b)
			continue
		}
		b.ID = cmp.Or(b.ID, tdkt.NewID())
		put = append(put, b)
	}
	words := fmt.Sprintf("Ghi kết quả kiểm phiếu ngày %s: %d trường hợp", m.Date, len(counts))
	return a.Change(ctx, "set-counts", words, func(tx Tx) error {
		if err := tx.Remove(ctx, gone...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// Filled is what FillUnanimous did: how many cases it gave votes, and whom it left out.
type Filled struct {
	Count int
	Left  Vetted
}

// FillUnanimous gives every nomination of a meeting with no votes typed yet the votes of
// all who voted, for those cases on which nobody disagreed. A case that the law is against,
// that lacks data or that is on hold is left out and named: the Council looks at it alone.
func (a *App) FillUnanimous(ctx context.Context, m tdkt.Meeting) (Filled, error) {
	v := a.View()
	list, err := v.Tallies(m)
	if err != nil {
		return Filled{}, err
	}
	standings, err := a.standingsBy(v, v.RoundIn(m.Year, m.Round))
	if err != nil {
		return Filled{}, err
	}
	var cases []dossier.Standing
	tally := map[tdkt.ID]view.Tally{}
	for _, t := range list {
		if !t.Entered && !t.Done() {
			tally[t.Nomination.ID] = t
			cases = append(cases, standings[t.Nomination.ID])
		}
	}
	out := Filled{Left: vetted(cases, dossier.NotMet, dossier.OnHold, dossier.NotKnown)}
	var counts []Count
	for _, s := range out.Left.Clean {
		counts = append(counts, Count{Nomination: s.Nomination.ID, For: tally[s.Nomination.ID].Ballot.Missing()})
	}
	switch {
	case len(cases) == 0:
		return out, tdkt.Errorf(tdkt.Invalid, "Không còn trường hợp nào chưa có phiếu.")
	case len(counts) == 0:
		return out, tdkt.Errorf(tdkt.Invalid, "Chưa ghi phiếu nào: còn %s. Hãy ghi phiếu từng trường hợp đó.", out.Left.Words())
	}
	out.Count = len(counts)
	return out, a.SetCounts(ctx, m, counts)
}

// standingsBy are the standings of a round by nomination.
func (a *App) standingsBy(v *view.View, r tdkt.Round) (map[tdkt.ID]dossier.Standing, error) {
	in, err := a.RoundInput(v, r)
	if err != nil {
		return nil, err
	}
	list, err := dossier.Standings(in)
	of := make(map[tdkt.ID]dossier.Standing, len(list))
	for _, s := range list {
		of[s.Nomination.ID] = s
	}
	return of, err
}

// Conclusion is what became of the nominations of a meeting.
type Conclusion struct {
	Approved, Rejected int
	Waiting            []string // who still waits, and why
}

// Conclude moves the nominations of a meeting by its votes, in one step. A tally that
// does not add up is refused by name and nobody moves, and so is a Council that may not
// decide. A case on hold, one that the law is against without an exception, and one for which
// no share is set, wait; they are named.
func (a *App) Conclude(ctx context.Context, m tdkt.Meeting) (Conclusion, error) {
	v := a.View()
	var out Conclusion
	if err := v.Unlocked(m.Year); err != nil {
		return out, err
	}
	list, err := v.Tallies(m)
	if err != nil {
		return out, err
	}
	if err := v.CountsAddUp(m, list); err != nil {
		return out, err
	}
	standings, err := a.standingsBy(v, v.RoundIn(m.Year, m.Round))
	if err != nil {
		return out, err
	}
	var put []tdkt.Record
	noShare := map[string]int{} // cases by title, for which the office set no share
	for _, t := range list {
		if !t.Entered || t.Done() {
			continue
		}
		to := tdkt.Approved
		switch {
		case t.Hold:
			out.Waiting = append(out.Waiting, v.Nominee(t.Nomination)+": đang tạm dừng xét.")
			continue
		case t.Result == law.Yes && standings[t.Nomination.ID].Has(dossier.NotMet):
			out.Waiting = append(out.Waiting, v.Nominee(t.Nomination)+": không đủ điều kiện. Hãy ghi ngoại lệ hoặc rút đề nghị.")
			continue
		case t.Result == law.Unknown:
			noShare[t.Nomination.Title]++
			continue
		case t.Result == law.No:
			to = tdkt.Rejected
			out.Rejected++
		default:
			out.Approved++
		}
		t.Ballot.Result = to
		put = append(put, t.Ballot)
		put = append(put, a.Moved(t.Nomination, to, m.Date, voteWords(t))...)
	}
	out.Waiting = append(out.Waiting, v.WithoutShare(noShare)...)
	if len(put) == 0 {
		return out, &tdkt.Error{Kind: tdkt.Invalid, Problems: problemsOf(out.Waiting), Text: "Chưa công bố kết quả nào: mọi trường hợp đã có phiếu đều còn vướng. Hãy gỡ rồi làm lại."}
	}
	words := fmt.Sprintf("Công bố kết quả kiểm phiếu ngày %s: %d thông qua, %d không thông qua", m.Date, out.Approved, out.Rejected)
	return out, a.Change(ctx, "conclude-meeting", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

func problemsOf(texts []string) []tdkt.Problem {
	out := make([]tdkt.Problem, len(texts))
	for i, t := range texts {
		out[i] = tdkt.Problem{Text: t}
	}
	return out
}

// voteWords is a tally as the trail of a nomination keeps it.
func voteWords(t view.Tally) string {
	parts := []string{fmt.Sprintf("%d/%d phiếu đồng ý (%s)", t.Ballot.For, t.Ballot.Members, t.Ballot.Share())}
	if t.Rule.Known {
		parts = append(parts, fmt.Sprintf("cần %s tổng số thành viên", t.Rule.Words()))
	}
	if t.Ballot.Recused > 0 {
		parts = append(parts, fmt.Sprintf("%d thành viên không biểu quyết cho mình, vẫn tính trong tổng số", t.Ballot.Recused))
	}
	return strings.Join(parts, "; ")
}
