package decisions

import (
	"cmp"
	"fmt"
	"slices"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// waiting are the nominations that one decision may give: of one level, and of one
// movement or none.
type waiting struct {
	level string
	from  tdkt.Movement // no ID: of the yearly rating
	list  []app.Given
}

// waits lists what waits for a decision, level by level, movements after the rest.
func waits(v *app.View, year int) []waiting {
	var out []waiting
	for _, level := range levels() {
		approved := v.Approved(year, level)
		for _, m := range append([]tdkt.Movement{{}}, v.Movements...) {
			w := waiting{level: level, from: m}
			for _, g := range approved {
				if g.Movement == m.ID {
					w.list = append(w.list, g)
				}
			}
			if len(w.list) > 0 {
				out = append(out, w)
			}
		}
	}
	return out
}

// word is how it is chosen.
func (w waiting) word() string {
	if w.from.ID == "" {
		return fmt.Sprintf(textLevel, w.level, len(w.list))
	}
	return fmt.Sprintf(textLevelFrom, w.level, len(w.list), w.from.Name)
}

// decision is what its decision begins with.
func (w waiting) decision() tdkt.Decision {
	manner := tdkt.Manners()[0]
	if slices.Contains(tdkt.Manners(), w.from.Manner) {
		manner = w.from.Manner
	}
	return tdkt.Decision{Level: w.level, Manner: cmp.Or(manner, tdkt.Manners()[0]), Movement: w.from.ID}
}
