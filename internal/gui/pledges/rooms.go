package pledges

import (
	"tdkt/internal/gui/desk"
	"tdkt/internal/tdkt"
)

// roomsOf counts the rows by their unit. A unit's own pledge is counted under its own
// name.
func roomsOf(rows []row) []desk.Room {
	list := make([]desk.Counted, len(rows))
	for i, r := range rows {
		list[i] = desk.Counted{Room: r.unit, Name: r.name, Done: len(r.pledges) > 0}
		if r.subject.Kind == tdkt.AUnit {
			list[i].Room = r.name
		}
	}
	return desk.RoomsOf(list)
}

// progress says how many have registered, and the rooms that lack some.
func progress(rooms []desk.Room) string { return desk.Progress(wordDone, rooms) }
