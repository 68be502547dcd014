package app

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// CloseBook closes (chốt) a book of a year, or opens it again, which needs a reason.
// From then on "no row" means no.
func (a *App) CloseBook(ctx context.Context, year int, b tdkt.Book, closed bool, reason string) error {
	y := a.View().YearOf(year)
	if y.IsClosed(b) == closed {
		return nil
	}
	if err := a.View().Unlocked(year); err != nil {
		return err
	}
	reason = tdkt.Clean(reason)
	if !closed && reason == "" {
		return tdkt.Errorf(tdkt.Invalid, "Mở lại %s năm %d cần có lý do. Hãy ghi lý do rồi làm lại.", b.Words(), year)
	}
	if y.ID == "" {
		y.ID = tdkt.NewID()
	}
	y.SetClosed(b, closed)
	words := fmt.Sprintf("Chốt %s năm %d", b.Words(), year)
	if !closed {
		words = fmt.Sprintf("Mở lại %s năm %d: %s", b.Words(), year, reason)
	}
	return a.Change(ctx, "close-book", words, func(tx Tx) error { return tx.Put(ctx, y) })
}

// LockYear locks a year, which from then on refuses every change, or opens it again,
// which needs a reason; so does locking a year of which LockDoubts tells something. Both are
// entries of the history.
func (a *App) LockYear(ctx context.Context, year int, locked bool, reason string) error {
	y := a.View().YearOf(year)
	if y.Locked == locked {
		return nil
	}
	reason = tdkt.Clean(reason)
	if !locked && reason == "" {
		return tdkt.Errorf(tdkt.Invalid, "Mở khóa năm %d cần có lý do. Hãy ghi lý do rồi làm lại.", year)
	}
	if doubts := a.View().LockDoubts(year); locked && reason == "" && len(doubts) > 0 {
		return tdkt.Errorf(tdkt.Invalid, "Chưa khóa năm %d: %s. Nếu vẫn muốn khóa, hãy ghi lý do rồi làm lại.", year, strings.Join(doubts, "; "))
	}
	if y.ID == "" {
		y.ID = tdkt.NewID()
	}
	y.Locked = locked
	words := fmt.Sprintf("Khóa năm %d", year)
	if reason != "" {
		words += ": " + reason
	}
	if !locked {
		words = fmt.Sprintf("Mở khóa năm %d: %s", year, reason)
	}
	return a.Change(ctx, "lock-year", words, func(tx Tx) error { return tx.Put(ctx, y) })
}
