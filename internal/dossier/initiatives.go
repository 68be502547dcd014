package dossier

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// gatherInitiatives joins the authors' rows of one initiative, widest scope first. Two
// of one title recognised by different decisions are two.
func (b *builder) gatherInitiatives() {
	type key struct {
		title string
		kind  tdkt.InitiativeKind
		scope tdkt.Scope
		no    string
		date  tdkt.Day
	}
	place := map[key]int{}
	for _, i := range b.Snapshot.Initiatives {
		if i.Year != b.Input.Year {
			continue
		}
		k := key{tdkt.Fold(i.Title), i.Kind, i.Scope, i.Decision, i.Date}
		at, ok := place[k]
		if !ok {
			at = len(b.Initiatives)
			place[k] = at
			b.Initiatives = append(b.Initiatives, InitiativeRow{
				Title: i.Title, Kind: i.Kind, Scope: i.Scope, Decision: i.Decision, Date: i.Date,
			})
		}
		row := &b.Initiatives[at]
		row.Authors = append(row.Authors, Author{Who: b.roll.who(tdkt.PersonSubject(i.Person)), Share: i.Share})
	}
	nominated := map[tdkt.Subject][]Nominee{}
	for _, n := range b.Nominees {
		nominated[n.Subject] = append(nominated[n.Subject], n)
	}
	for i := range b.Initiatives {
		row := &b.Initiatives[i]
		slices.SortFunc(row.Authors, func(x, y Author) int {
			return cmp.Or(-cmp.Compare(x.Share, y.Share), b.roll.compare(x.Who, y.Who))
		})
		row.UsedFor = usedFor(row, nominated)
	}
	order := tdkt.NewCollation()
	slices.SortStableFunc(b.Initiatives, func(x, y InitiativeRow) int {
		return cmp.Or(
			-cmp.Compare(scopeRank(x.Scope), scopeRank(y.Scope)),
			b.roll.compare(x.Authors[0].Who, y.Authors[0].Who),
			cmp.Compare(order.TextKey(x.Title), order.TextKey(y.Title)),
		)
	})
}

func scopeRank(s tdkt.Scope) int { return slices.Index(tdkt.Scopes(), s) }

// usedFor names the nominations of the authors in whose findings the initiative
// was seen.
func usedFor(row *InitiativeRow, nominated map[tdkt.Subject][]Nominee) string {
	var words []string
	for _, a := range row.Authors {
		for _, n := range nominated[a.Subject] {
			if restsOn(n, row.Title) {
				use := n.Title.Short
				if len(row.Authors) > 1 {
					use += " (" + a.Name + ")"
				}
				words = append(words, use)
			}
		}
	}
	return strings.Join(words, "; ")
}

// restsOn says whether a need of the nominee is met by an initiative.
func restsOn(n Nominee, title string) bool {
	return slices.ContainsFunc(n.Result.Findings, func(f law.Finding) bool {
		return f.Answer == law.Yes && strings.Contains(f.Seen, "“"+title+"”")
	})
}
