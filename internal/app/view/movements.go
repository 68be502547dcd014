package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// MovementsOf lists the movements under way in a year, the one that began last first.
func (v *View) MovementsOf(year int) []tdkt.Movement {
	var out []tdkt.Movement
	for _, m := range v.Movements {
		if m.Runs(year) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Movement) int { return cmp.Compare(b.From, a.From) })
	return out
}

// ParticipantsOf lists who takes part in a movement, the most points first.
func (v *View) ParticipantsOf(m tdkt.Movement) []tdkt.Participant {
	var out []tdkt.Participant
	for _, p := range v.Participants {
		if p.Movement == m.ID {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Participant) int { return cmp.Compare(b.Points(), a.Points()) })
	return out
}

// ScoresOf lists who takes part in a movement with what was reached in a year, the most points
// first: a movement of several years has a row for each year, without a key until something is
// entered; what was entered of it as a whole stands beside, with the year 0.
func (v *View) ScoresOf(m tdkt.Movement, year int) []tdkt.Participant {
	all := v.ParticipantsOf(m)
	if !m.SeveralYears() {
		return all
	}
	var out []tdkt.Participant
	seen := map[tdkt.Subject]bool{}
	for _, p := range all {
		if p.Year == year {
			seen[p.Subject] = true
			out = append(out, p)
		}
	}
	for _, p := range all {
		if !seen[p.Subject] {
			seen[p.Subject] = true
			out = append(out, tdkt.Participant{Movement: m.ID, Subject: p.Subject, Year: year})
		}
		if p.Year == 0 && (p.Points() > 0 || p.Result != "") {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Participant) int {
		return cmp.Or(cmp.Compare(b.Year, a.Year), cmp.Compare(b.Points(), a.Points()))
	})
	return out
}

// JoinedBy counts the subjects that take part in a movement.
func (v *View) JoinedBy(m tdkt.Movement) int {
	in := map[tdkt.Subject]bool{}
	for _, p := range v.ParticipantsOf(m) {
		in[p.Subject] = true
	}
	return len(in)
}

// Points writes hundredths of a point as people do: 9,5.
func Points(hundredths int) string {
	return strings.ReplaceAll(strconv.FormatFloat(float64(hundredths)/100, 'f', -1, 64), ".", ",")
}
