package app

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// Namesakes names people for a list: those whose names read alike but for accents
// carry their year of birth, and their code where that does not tell them apart.
func Namesakes(people []tdkt.Person) map[tdkt.ID]string {
	same := map[string]int{}
	for _, p := range people {
		same[tdkt.Fold(p.Name)]++
	}
	born := map[string]int{}
	for _, p := range people {
		born[withYear(p)]++
	}
	out := make(map[tdkt.ID]string, len(people))
	for _, p := range people {
		label := withYear(p)
		switch {
		case same[tdkt.Fold(p.Name)] < 2:
			label = p.Name
		case label == p.Name || born[label] > 1:
			label = fmt.Sprintf("%s (%s)", p.Name, p.Code)
		}
		out[p.ID] = label
	}
	return out
}

func withYear(p tdkt.Person) string {
	if y := max(p.BornYear, p.Born.Year()); y > 0 {
		return fmt.Sprintf("%s (%d)", p.Name, y)
	}
	return p.Name
}
