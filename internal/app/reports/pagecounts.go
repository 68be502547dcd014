package reports

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// PageCounts are the few signs behind the names of the pages of Khen thưởng: how many were
// put forward, how many caps are broken, how many the Council decided on, how many went to
// the province, and how much was given. A page without a count has none.
func PageCounts(v *view.View, year int) map[Spot]string {
	m := &stepMaker{v: v, year: year, y: v.YearOf(year)}
	var named, passed, theirs, sent int
	for _, n := range m.standing() {
		named++
		if !n.State.Waits() {
			passed++
		}
		if !n.State.Waits() && n.State != tdkt.Rejected && !m.ours(n) {
			theirs++
			if n.State != tdkt.Approved {
				sent++
			}
		}
	}
	given := 0
	for _, w := range v.Awards {
		if w.To == year && !w.Revoked {
			given++
		}
	}
	voted := part(passed, named)
	if m.y.IsClosed(tdkt.TitleBook) { // nothing waits for the Council any more
		voted = ""
	}
	out := map[Spot]string{}
	for spot, count := range map[Spot]string{
		AtAwards: some(named), AtCouncil: voted, AtDossiers: part(sent, theirs), AtDecisions: some(given),
	} {
		if count != "" {
			out[spot] = count
		}
	}
	if over := capsBroken(v, year); over > 0 {
		out[AtQuotas] = fmt.Sprintf("vượt %d", over)
	}
	return out
}

func part(n, of int) string {
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("%d/%d", n, of)
}

func some(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// capsBroken is how many are chosen above the caps of a year, all caps together.
func capsBroken(v *view.View, year int) int {
	caps, err := v.Quotas(year)
	if err != nil {
		return 0
	}
	over := 0
	for _, c := range caps {
		over += above(c)
	}
	return over
}

func above(c law.QuotaLine) int {
	if !c.Known {
		return 0
	}
	return max(0, c.Chosen-c.Cap)
}
