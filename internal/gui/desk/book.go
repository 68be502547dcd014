package desk

import (
	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// The words of a book's state.
const (
	wordBookOpen   = "Đang mở"
	wordBookClosed = "Đã chốt"
	wordYearLocked = "Năm đã khóa"
)

// BookChip says beside a title whether a book of the year is open; a click closes it or
// opens it again, but in a year that is locked.
func BookChip(d *Desk, book tdkt.Book, toggle func()) *kit.Chip {
	switch y := d.View().YearOf(d.Year()); {
	case y.Locked:
		return kit.NewChip(wordYearLocked, kit.WaitTone, nil)
	case y.IsClosed(book):
		return kit.NewChip(wordBookClosed, kit.GoodTone, toggle)
	}
	return kit.NewChip(wordBookOpen, kit.WaitTone, toggle)
}

// BookDeed is the entry of a menu that closes a book of the year or opens it again.
func BookDeed(d *Desk, book tdkt.Book, shut, reopen string, toggle func()) *fyne.MenuItem {
	y := d.View().YearOf(d.Year())
	item := kit.NewDeed(shut, toggle)
	if y.IsClosed(book) {
		item.Label = reopen
	}
	item.Disabled = y.Locked
	return item
}
