package pledges

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// room is how far one unit is with registering.
type room struct {
	name     string
	done, of int
	missing  []string
}

func (r room) key() string { return r.name }

// roomsOf counts the rows by their unit, in the order of names. A unit's own pledge
// is counted under its own name.
func roomsOf(rows []row) []room {
	byName := map[string]*room{}
	var names []string
	for _, r := range rows {
		name := r.unit
		if r.subject.Kind == tdkt.AUnit {
			name = r.name
		}
		one := byName[name]
		if one == nil {
			one = &room{name: name}
			byName[name] = one
			names = append(names, name)
		}
		one.of++
		if len(r.pledges) > 0 {
			one.done++
		} else {
			one.missing = append(one.missing, r.name)
		}
	}
	order := tdkt.NewCollation()
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(order.TextKey(a), order.TextKey(b)) })
	out := make([]room, len(names))
	for i, n := range names {
		out[i] = *byName[n]
	}
	return out
}

// progress says how many have registered, and the rooms that lack some.
func progress(rooms []room) string {
	done, of := 0, 0
	var gaps []string
	for _, r := range rooms {
		done, of = done+r.done, of+r.of
		switch {
		case r.done == r.of:
		case r.of == 1:
			gaps = append(gaps, r.name)
		default:
			gaps = append(gaps, fmt.Sprintf(textRoom, r.name, r.done, r.of))
		}
	}
	gap := ""
	if len(gaps) > 0 {
		gap = textProgressGap + strings.Join(gaps[:min(len(gaps), gapsShown)], " · ")
	}
	if more := len(gaps) - gapsShown; more > 0 {
		gap += fmt.Sprintf(textProgressMore, more)
	}
	return fmt.Sprintf(textProgress, done, of, gap)
}

// gapsShown keeps the line short when nobody has registered yet.
const gapsShown = 4
