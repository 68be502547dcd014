package app

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// leastMembers is how many members with a vote make a Council: fewer cannot outvote one.
const leastMembers = 3

// mayDecide refuses a meeting of a Council that may not make results known: without chair,
// secretary or enough members, without a quorum of its own rules, or short of it.
func (v *View) mayDecide(m tdkt.Meeting) error {
	var lacks []string
	council := v.CouncilOn(m.Date)
	for _, need := range []struct {
		role tdkt.Role
		word string
	}{{tdkt.Chair, "chủ tịch"}, {tdkt.Clerk, "thư ký"}} {
		if !slices.ContainsFunc(council, func(c tdkt.Member) bool { return c.Role == need.role }) {
			lacks = append(lacks, "chưa có "+need.word)
		}
	}
	if n := voters(council); n < leastMembers {
		lacks = append(lacks, fmt.Sprintf("chỉ có %d thành viên biểu quyết, cần ít nhất %d", n, leastMembers))
	}
	met, took, rule, err := v.QuorumOf(m)
	if err != nil {
		return err
	}
	if !rule.Known {
		lacks = append(lacks, "chưa nhập tỷ lệ dự họp tối thiểu theo quy chế (trang Quy định riêng)")
	}
	switch {
	case len(lacks) > 0:
		return tdkt.Errorf(tdkt.Invalid, "Chưa công bố được kết quả phiên họp ngày %s: Hội đồng %s. Hãy bổ sung rồi làm lại.", m.Date, strings.Join(lacks, "; "))
	case met == law.No:
		return tdkt.Errorf(tdkt.Invalid, "Phiên họp ngày %s có %d trên %d thành viên tham gia, chưa đủ %s để họp. Hãy xem lại thành phần dự họp hoặc họp lại.", m.Date, took, m.Members, rule.Words())
	}
	return nil
}

// Reopen takes published results of a meeting back, with a reason that stays in the trail:
// the nominations wait for the vote again, and the votes can be changed. One that was
// submitted or decided since is refused by name.
func (a *App) Reopen(ctx context.Context, m tdkt.Meeting, nominations []tdkt.ID, reason string) (int, error) {
	v := a.View()
	if err := v.unlocked(m.Year); err != nil {
		return 0, err
	}
	reason = tdkt.Clean(reason)
	if reason == "" {
		return 0, tdkt.Errorf(tdkt.Invalid, "Mở lại kết quả kiểm phiếu cần có lý do. Hãy ghi lý do rồi làm lại.")
	}
	list, err := v.Tallies(m)
	if err != nil {
		return 0, err
	}
	var put []tdkt.Record
	var bad []tdkt.Problem
	for _, t := range list {
		if t.Ballot.Result == "" || !slices.Contains(nominations, t.Nomination.ID) {
			continue
		}
		if _, may := t.Nomination.State.May(tdkt.Considered, tdkt.ByBallot); !may {
			bad = append(bad, tdkt.Problem{Cell: v.Facts.CodeOf(t.Nomination.Subject), Text: fmt.Sprintf(
				"%s: đang ở bước “%s”.", v.nominee(t.Nomination), t.Nomination.State)})
			continue
		}
		t.Ballot.Result = ""
		put = append(put, t.Ballot)
		put = append(put, a.moved(t.Nomination, tdkt.Considered, a.Today(), reason)...)
	}
	const each = 3 // rows of one case: its ballot, the nomination and its step
	n := len(put) / each
	switch {
	case len(bad) > 0:
		return 0, &tdkt.Error{Kind: tdkt.Invalid, Problems: bad, Text: fmt.Sprintf(
			"Chưa mở lại kết quả nào: %d trường hợp đã trình hoặc đã có quyết định. Hãy trả lại hoặc hủy quyết định trước.", len(bad))}
	case n == 0:
		return 0, tdkt.Errorf(tdkt.Invalid, "Không có kết quả nào đã công bố trong số đã chọn.")
	}
	words := fmt.Sprintf("Mở lại kết quả kiểm phiếu ngày %s: %d trường hợp (%s)", m.Date, n, reason)
	return n, a.Change(ctx, "reopen-ballots", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}
