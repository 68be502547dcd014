package papers

import (
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// Reopen takes published results of a meeting back, with a reason that stays in the trail:
// the nominations wait for the vote again, and the votes can be changed. One that was
// submitted or decided since is refused by name.
func Reopen(ctx context.Context, a *app.App, m tdkt.Meeting, nominations []tdkt.ID, reason string) (int, error) {
	v := a.View()
	if err := v.Unlocked(m.Year); err != nil {
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
				"%s: đang ở bước “%s”.", v.Nominee(t.Nomination), t.Nomination.State)})
			continue
		}
		t.Ballot.Result = ""
		put = append(put, t.Ballot)
		put = append(put, a.Moved(t.Nomination, tdkt.Considered, a.Today(), reason)...)
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
	return n, a.Change(ctx, "reopen-ballots", words, func(tx app.Tx) error { return tx.Put(ctx, put...) })
}
