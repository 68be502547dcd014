package law

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// LocalUse is one thing that reads a local value, and what follows without one.
type LocalUse struct {
	Title string // code; for the rating of staff the level capped, as in a QuotaLine
	Name  string // of the title, or of what is rated
	Why   string // what the value decides
	Empty string // what follows while none is entered, in a few words
}

// The words of LocalUse.Why and Empty.
const (
	emptyNeed     = "không áp dụng"
	emptyPercent  = "thiếu dữ liệu"
	emptyRound    = "làm tròn %s"
	emptyWhole    = "chỉ tính trên %s"
	emptyShare    = "tính %d%%"
	ratingOf      = "Xếp loại chất lượng"
	ratingOfUnits = "Xếp loại chất lượng đơn vị"
	percentOf     = "Số %s tối đa, tính theo phần trăm của số %s."
	roundingOf    = "Làm tròn số %s tối đa."
)

// LocalUses lists what of a year's rules reads a local value, in the order of the
// regime's titles; none for a key that nothing reads.
func (r *Rules) LocalUses(year int, key string) []LocalUse {
	g, err := r.Criteria(year)
	if err != nil {
		return nil
	}
	var out []LocalUse
	for _, t := range g.Titles {
		for _, n := range t.all() {
			if n.Local == key && n.asked(year) {
				out = append(out, LocalUse{Title: t.Code, Name: t.Name, Why: n.Why, Empty: emptyNeed})
			}
		}
	}
	for _, q := range g.quotas {
		if q.holds(year) {
			out = append(out, r.quotaUses(q, key)...)
		}
	}
	out = append(out, r.voteUses(year, key)...)
	return append(out, r.ratingUses(year, key)...)
}

// quotaUses is what a cap reads the value for.
func (r *Rules) quotaUses(q quota, key string) []LocalUse {
	capped, of := r.codes[r.place[q.Title]], r.codes[r.place[q.Of]]
	use := LocalUse{Title: capped.Code, Name: capped.Name}
	switch key {
	case q.Local:
		use.Why, use.Empty = fmt.Sprintf(percentOf, capped.Short, of.Short), emptyPercent
		if q.Percent > 0 {
			use.Empty = fmt.Sprintf(emptyShare, q.Percent)
		}
	case q.RoundingLocal:
		use.Why, use.Empty = fmt.Sprintf(roundingOf, capped.Short), fmt.Sprintf(emptyRound, q.Rounding)
	default:
		return nil
	}
	return []LocalUse{use}
}

// ratingUses is what the caps on the best level read the value for. All kinds of staff
// of a year read the same two; units have a share of their own beside these.
func (r *Rules) ratingUses(year int, key string) []LocalUse {
	if uses := r.unitShareUses(year, key); len(uses) > 0 {
		return uses
	}
	for _, e := range tdkt.Employments() {
		s, err := r.RatingScheme(e, year)
		if err != nil {
			continue
		}
		use := LocalUse{Title: string(tdkt.Excellent), Name: ratingOf, Why: s.Cap.Why}
		switch key {
		case localRatingRounding:
			use.Empty = fmt.Sprintf(emptyRound, s.Cap.Rounding)
		case localRatingWhole:
			use.Empty = fmt.Sprintf(emptyWhole, readingGood)
		default:
			return r.markUses(year, key)
		}
		return []LocalUse{use}
	}
	return nil
}

// unitShareUses is what the caps on units read their share for.
func (r *Rules) unitShareUses(year int, key string) []LocalUse {
	var out []LocalUse
	for _, s := range r.ratings {
		if s.Units != nil && s.Units.local == key && s.holds(year) {
			out = append(out, LocalUse{
				Title: string(tdkt.Excellent), Name: ratingOfUnits, Why: s.Units.Why, Empty: fmt.Sprintf(emptyShare, s.Units.Percent),
			})
		}
	}
	return out
}

// Choices lists the values to choose from, nil where a number is asked for.
func (k LocalKey) Choices() []string {
	switch k.Kind {
	case LocalYesNo:
		return []string{"có", "không"}
	case LocalPenalty:
		var out []string
		for _, p := range tdkt.Penalties() {
			out = append(out, string(p))
		}
		return out
	case LocalRounding:
		return []string{roundDown, roundNear, roundUp}
	}
	return nil
}
