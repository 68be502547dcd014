package desk

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Room is how far one unit is with something that all its people are to have.
type Room struct {
	Name     string
	Done, Of int
	Missing  []string
}

func (r Room) key() string { return r.Name }

// Counted is one person or unit that counts in a room.
type Counted struct {
	Room, Name string
	Done       bool
}

// RoomsOf counts by room, in the order of names.
func RoomsOf(list []Counted) []Room {
	byName := map[string]*Room{}
	var names []string
	for _, c := range list {
		one := byName[c.Room]
		if one == nil {
			one = &Room{Name: c.Room}
			byName[c.Room] = one
			names = append(names, c.Room)
		}
		one.Of++
		if c.Done {
			one.Done++
		} else {
			one.Missing = append(one.Missing, c.Name)
		}
	}
	order := tdkt.NewCollation()
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(order.TextKey(a), order.TextKey(b)) })
	out := make([]Room, len(names))
	for i, n := range names {
		out[i] = *byName[n]
	}
	return out
}

// Progress says how many are done ("Đã đăng ký 50/60"), and the rooms that lack some.
func Progress(done string, rooms []Room) string {
	n, of := 0, 0
	var gaps []string
	for _, r := range rooms {
		n, of = n+r.Done, of+r.Of
		switch {
		case r.Done == r.Of:
		case r.Of == 1:
			gaps = append(gaps, r.Name)
		default:
			gaps = append(gaps, fmt.Sprintf("%s %d/%d", r.Name, r.Done, r.Of))
		}
	}
	gap := ""
	if len(gaps) > 0 {
		gap = ". Chưa xong: " + strings.Join(gaps[:min(len(gaps), gapsShown)], " · ")
	}
	if more := len(gaps) - gapsShown; more > 0 {
		gap += fmt.Sprintf(" và %d đơn vị khác", more)
	}
	return fmt.Sprintf("%s %d/%d%s.", done, n, of, gap)
}

// gapsShown keeps the line short when nothing is done yet.
const gapsShown = 4

// ShowRooms lists how far each room is; pick is told the room whose missing rows are
// wanted. done is the heading over those who are done.
func ShowRooms(ui *kit.UI, title, done string, rooms []Room, pick func(Room)) {
	number := func(title string, width float32, of func(Room) int) kit.Column[Room] {
		return kit.Column[Room]{
			Title: title, Width: width, Order: kit.ByNumber, Align: fyne.TextAlignTrailing,
			Text: func(r Room) string { return kit.FormatInt(of(r)) },
		}
	}
	grid := kit.NewGrid(ui, Room.key,
		kit.Column[Room]{Title: "Đơn vị", Width: 260, Text: Room.key},
		number(done, 110, func(r Room) int { return r.Done }),
		number("Tổng số", 80, func(r Room) int { return r.Of }),
		number("Còn lại", 90, func(r Room) int { return r.Of - r.Done }),
		kit.Column[Room]{Title: "Những ai", Width: 240, Grow: true, Text: func(r Room) string { return strings.Join(r.Missing, "; ") }},
	)
	grid.Style = func(r Room) kit.RowStyle {
		if r.Done < r.Of {
			return kit.Warning
		}
		return kit.Good
	}
	grid.SetRows(rooms)
	var d kit.Dialog
	open := func(r Room) {
		d.Close()
		pick(r)
	}
	grid.OnOpen = open
	d = ui.Dialog(kit.DialogSpec{
		Title: title, Content: grid, Size: fyne.NewSize(900, 420), Yes: "Xem ai còn lại", No: "Đóng",
		OnYes: func() bool {
			if r, ok := grid.Current(); ok {
				open(r)
			}
			return true
		},
	})
	grid.Focus()
}
