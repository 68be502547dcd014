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
	if err := a.View().unlocked(year); err != nil {
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

// LockDoubts tells what speaks against locking a year: nobody in it, or people without a
// rating. None: it may be locked.
func (v *View) LockDoubts(year int) []string {
	people := v.PeopleOf(year, "")
	if len(people) == 0 {
		return []string{"năm này chưa có cán bộ nào"}
	}
	return v.CloseDoubts(year, tdkt.RatingBook)
}

// CloseDoubts tells what speaks against closing a book of a year: from then on a row that
// is missing means no.
func (v *View) CloseDoubts(year int, b tdkt.Book) []string {
	var out []string
	add := func(n int, words string) {
		if n > 0 {
			out = append(out, fmt.Sprintf("%d %s", n, words))
		}
	}
	switch b {
	case tdkt.RatingBook:
		unrated := 0
		for _, p := range v.PeopleOf(year, "") {
			_, rated := v.RatingOf(year, tdkt.PersonSubject(p.ID))
			unrated += one(!rated)
		}
		add(unrated, "người chưa có mức xếp loại")
	case tdkt.TitleBook:
		waiting, undecided := 0, 0
		for _, n := range v.Nominations {
			waiting += one(n.Year == year && n.State.Waits())
			undecided += one(n.Year == year && (n.State == tdkt.Approved || n.State == tdkt.Submitted))
		}
		add(waiting, "đề nghị chưa được Hội đồng kết luận")
		add(undecided, "đề nghị chưa có quyết định")
	case tdkt.PledgeBook, tdkt.InitiativeBook:
	}
	return out
}

// open refuses a change by hand in a closed book or a locked year.
func (v *View) open(year int, b tdkt.Book) error {
	if err := v.unlocked(year); err != nil {
		return err
	}
	if v.YearOf(year).IsClosed(b) {
		return tdkt.Errorf(tdkt.Invalid, "Đã chốt %s năm %d. Hãy mở lại sổ (nêu lý do) rồi sửa.", b.Words(), year)
	}
	return nil
}

// unlocked refuses any change of a locked year.
func (v *View) unlocked(year int) error {
	if v.YearOf(year).Locked {
		return tdkt.Errorf(tdkt.Invalid, "Năm %d đã khóa. Hãy mở khóa năm (nêu lý do) rồi sửa.", year)
	}
	return nil
}
