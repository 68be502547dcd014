package view

import (
	"fmt"
	"strings"

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

// PersonLabels names people for a picker, where no column stands beside a name: room
// and year of birth; those whose names read alike carry their last title too, and
// their code where that still does not tell them apart.
func (v *View) PersonLabels(people []tdkt.Person, year int) map[tdkt.ID]string {
	same := map[string]int{}
	for _, p := range people {
		same[tdkt.Fold(p.Name)]++
	}
	out, used := make(map[tdkt.ID]string, len(people)), map[string]bool{}
	for _, p := range people {
		label := p.Name + " – " + v.UnitName(v.UnitIn(p, year))
		var more []string
		if y := max(p.BornYear, p.Born.Year()); y > 0 {
			more = append(more, fmt.Sprint(y))
		}
		if same[tdkt.Fold(p.Name)] > 1 {
			if last := v.LastTitle(tdkt.PersonSubject(p.ID)); last != "" {
				more = append(more, last)
			}
		}
		if len(more) > 0 {
			label += " (" + strings.Join(more, "; ") + ")"
		}
		if used[label] {
			label += " " + p.Code
		}
		used[label], out[p.ID] = true, label
	}
	return out
}

// LastTitle is what a subject was given last, with its year; "" for nothing yet.
func (v *View) LastTitle(s tdkt.Subject) string {
	var last tdkt.Award
	for _, w := range v.Awards {
		if w.Subject == s && !w.Revoked && (w.To > last.To || w.To == last.To && w.Date > last.Date) {
			last = w
		}
	}
	if last.Code == "" {
		return ""
	}
	name := v.TitleName(last.Code)
	if c, ok := v.Rules.Code(last.Code); ok && c.Short != "" {
		name = c.Short
	}
	return fmt.Sprintf("%s %d", name, last.To)
}
