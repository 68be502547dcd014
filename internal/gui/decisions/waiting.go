package decisions

import (
	"cmp"
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// waiting are the nominations that one decision may give: of one round and level, and of
// one movement or none.
type waiting struct {
	round tdkt.Round
	level string
	from  tdkt.Movement // no ID: of the yearly rating
	list  []view.Given
}

// waits lists what waits for a decision, round by round and level by level, movements after
// the rest.
func waits(v *view.View, year int) []waiting {
	var out []waiting
	for _, r := range v.RoundsOf(year) {
		for _, level := range levels() {
			out = append(out, waitsIn(v, r, level)...)
		}
	}
	return out
}

// waitingCount is how many nominations wait for a decision.
func waitingCount(v *view.View, year int) int {
	n := 0
	for _, w := range waits(v, year) {
		n += len(w.list)
	}
	return n
}

func waitsIn(v *view.View, r tdkt.Round, level string) []waiting {
	var out []waiting
	approved := v.Approved(r, level)
	for _, m := range append([]tdkt.Movement{{}}, v.Movements...) {
		w := waiting{round: r, level: level, from: m}
		for _, g := range approved {
			if g.Movement == m.ID {
				w.list = append(w.list, g)
			}
		}
		if len(w.list) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// word is how it is chosen.
func (w waiting) word() string {
	words := fmt.Sprintf(textLevel, w.level, len(w.list))
	if w.from.ID != "" {
		words = fmt.Sprintf(textLevelFrom, w.level, len(w.list), w.from.Name)
	}
	if w.round.ID != "" && w.from.ID == "" {
		words += ", " + w.round.Name
	}
	return words
}

// decision is what its decision begins with.
func (w waiting) decision() tdkt.Decision {
	manner := cmp.Or(w.round.Kind.Manner(), tdkt.Manners()[0])
	if slices.Contains(tdkt.Manners(), w.from.Manner) {
		manner = w.from.Manner
	}
	return tdkt.Decision{Level: w.level, Manner: cmp.Or(manner, tdkt.Manners()[0]), Movement: w.from.ID, Round: w.round.ID}
}
