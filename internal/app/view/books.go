package view

import (
	"fmt"

	"tdkt/internal/tdkt"
)

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

// Open refuses a change by hand in a closed book or a locked year.
func (v *View) Open(year int, b tdkt.Book) error {
	if err := v.Unlocked(year); err != nil {
		return err
	}
	if v.YearOf(year).IsClosed(b) {
		return tdkt.Errorf(tdkt.Invalid, "Đã chốt %s năm %d. Hãy mở lại sổ (nêu lý do) rồi sửa.", b.Words(), year)
	}
	return nil
}

// Unlocked refuses any change of a locked year.
func (v *View) Unlocked(year int) error {
	if v.YearOf(year).Locked {
		return tdkt.Errorf(tdkt.Invalid, "Năm %d đã khóa. Hãy mở khóa năm (nêu lý do) rồi sửa.", year)
	}
	return nil
}
