package law

import "tdkt/internal/tdkt"

// asks says whether a title is asked of the subject at a place: of a household only the
// forms that the law gives households.
func (f *Facts) asks(s int, t *Title) bool { return !f.subjects[s].household || len(t.house) > 0 }

// side is what a title asks of the subject at a place: common needs and the ways beside them.
func (f *Facts) side(s int, t *Title) ([]*need, []way) {
	if f.subjects[s].household {
		return t.house, nil
	}
	return t.needs, t.ways
}

func (f *Facts) notForHousehold(s int, g *Regime, t *Title) error {
	return tdkt.Errorf(tdkt.Invalid, "%s không có %s cho hộ gia đình (%s); hãy chọn Giấy khen hoặc Bằng khen.",
		g.Name, t.Name, f.subjects[s].name)
}

// IsHousehold says whether the subject is a household and no part of the office.
func (f *Facts) IsHousehold(s tdkt.Subject) bool {
	p, ok := f.place[s]
	return ok && f.subjects[p].household
}

// GivesHouseholds says whether any law the program holds gives a code to households.
func (r *Rules) GivesHouseholds(code string) bool {
	for _, g := range r.Regimes {
		if t, ok := g.Title(tdkt.AUnit, code); ok && len(t.house) > 0 {
			return true
		}
	}
	return false
}
