package view

import (
	"cmp"
	"slices"

	"tdkt/internal/tdkt"
)

// OwnTitle is a title or form that the catalogue of the law does not have and the office
// keeps: a ministry's kỷ niệm chương, a giấy khen of the Party. It counts for nothing the
// law asks.
type OwnTitle struct {
	Name, Level string
	Count       int
	First, Last int // years
}

// OwnTitles lists the titles outside the catalogue, as they are written, with their levels.
func (v *View) OwnTitles() []OwnTitle {
	type key struct{ name, level string }
	at := map[key]int{}
	var out []OwnTitle
	for _, w := range v.Awards {
		if _, known := v.Rules.Code(w.Code); known {
			continue
		}
		k := key{w.Code, w.Level}
		i, ok := at[k]
		if !ok {
			i, at[k] = len(out), len(out)
			out = append(out, OwnTitle{Name: w.Code, Level: w.Level, First: w.From, Last: w.To})
		}
		out[i].Count++
		out[i].First, out[i].Last = min(out[i].First, w.From), max(out[i].Last, w.To)
	}
	slices.SortFunc(out, func(a, b OwnTitle) int {
		return cmp.Or(cmp.Compare(tdkt.Fold(a.Name), tdkt.Fold(b.Name)), cmp.Compare(a.Level, b.Level))
	})
	return out
}
