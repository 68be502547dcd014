package law

import (
	"errors"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// UnitCap is how many public service units (đơn vị sự nghiệp công lập) directly under
// one unit may be rated at the best level, and likewise the parts of such a unit. Its
// PercentExcellent is the most that the competent authority may decide.
type UnitCap struct {
	RatingCap
	Kinds     []string // how the kind of such a unit begins, as offices write it
	Few       int      // with fewer units than this
	FewCap    int      // so many in place of the share
	PartsCite string   // where it is said of the parts of a unit; "" where they have no cap of their own
	Name      string   // of those it is for
	word      string   // in the key of the line
	local     string   // local value of a higher share that the competent authority decided
}

// unitCapFile is a UnitCap as a rating file writes it.
type unitCapFile struct {
	capFile
	Kinds     []string
	Few       int
	FewCap    int    `toml:"few_cap"`
	PartsCite string `toml:"parts_cite"`
	Name      string // of those it is for, in the line of the cap
	Word      string // in the key of the line
	Local     string // local value of a higher share
}

func (s *RatingScheme) addUnitCap(file *ratingFile) error {
	c := file.UnitCap
	if c == nil {
		return nil
	}
	limit, err := c.read(file.Source)
	if err != nil {
		return err
	}
	parts := ""
	if c.PartsCite != "" {
		parts, err = ratingCite(file.Source, c.PartsCite, c.Mark)
	}
	blank := func(kind string) bool { return tdkt.Clean(kind) == "" }
	switch {
	case err != nil:
		return fmt.Errorf("parts_cite: %w", err)
	case len(c.Kinds) == 0 || slices.ContainsFunc(c.Kinds, blank):
		return errors.New("kinds names no kind of unit")
	case c.Name == "" || c.Word == "" || c.Local == "":
		return errors.New("name, word or local is missing")
	case (c.Few != 0 || c.FewCap != 0) && (c.Few < 1 || c.FewCap < 1 || c.FewCap >= c.Few):
		return errors.New("few_cap does not lie between 1 and few")
	}
	s.Units = &UnitCap{RatingCap: limit, Kinds: c.Kinds, Few: c.Few, FewCap: c.FewCap, PartsCite: parts, Name: c.Name, word: c.Word, local: c.Local}
	return nil
}

// covers says whether the unit at a place is one of those the cap is for.
func (c *UnitCap) covers(f *Facts, unit int) bool {
	kind := f.Snapshot.Units[f.subjects[unit].row].Kind
	return slices.ContainsFunc(c.Kinds, func(word string) bool { return begins(kind, word) })
}

// unitQuotas computes the caps on units of a year, one line for each unit that has
// rated ones directly under it.
func (r *Rules) unitQuotas(f *Facts, year int) []QuotaLine {
	var out []QuotaLine
	for _, s := range r.ratings {
		if s.Units == nil || !s.holds(year) {
			continue
		}
		for _, g := range r.ratedUnits(f, s, year) {
			out = append(out, f.unitLine(s.Units, year, g))
		}
	}
	return out
}

// ratedUnits counts the ratings of the units a cap is for by the unit they stand
// directly under, whose head rates them. Where that unit is itself one of them, all
// directly under it are its parts. The topmost unit is rated from outside.
func (r *Rules) ratedUnits(f *Facts, s *RatingScheme, year int) []ratedGroup {
	c := s.Units
	groups := map[int]*ratedGroup{}
	for u := f.people; u < len(f.subjects); u++ {
		up := f.unitPlace(f.Snapshot.Units[f.subjects[u].row].Parent)
		if up < 0 || f.subjects[u].household || !f.judged(u, year) || !c.covers(f, u) && (c.PartsCite == "" || !c.covers(f, up)) {
			continue
		}
		if own := r.unitScheme(f, u, year); own != nil && own != s {
			continue // a part of a public service unit is no administrative one
		}
		g := groupOf(groups, up)
		g.size++
		g.add(counting{f, year, nil, -1}, u)
	}
	return f.inOrder(groups)
}

// unitLine is the cap on the units directly under one.
func (f *Facts) unitLine(c *UnitCap, year int, g ratedGroup) QuotaLine {
	limit, over := c.RatingCap, &f.subjects[g.unit]
	if n, ok := localNumber(f.localText(year, c.local)); ok {
		limit.Percent = min(n, max(limit.Percent, limit.PercentExcellent))
	}
	name := c.Name
	if c.PartsCite != "" && c.covers(f, g.unit) {
		name, limit.Cite = "đơn vị cấu thành của", c.PartsCite
	}
	line := f.capLine(&limit, year, g)
	line.Name = fmt.Sprintf("Xếp loại HTXS, %s %s", name, over.name)
	line.Key = fmt.Sprintf("%s %s %s", tdkt.Excellent, c.word, over.code)
	line.Units = true
	if g.size < c.Few {
		line.Few, line.Mark = &FewUnits{Under: c.Few, Cap: c.FewCap}, limit.Mark // no base is read
	}
	line.read(f.wholeBase(year))
	return line
}
