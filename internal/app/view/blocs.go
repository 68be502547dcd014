package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// BlocsOf lists the khối of a year that the office is in.
func (v *View) BlocsOf(year int) []tdkt.Bloc {
	return OfYear(v.Blocs.Blocs, year, func(b tdkt.Bloc) int { return b.Year })
}

// FindBloc is the khối of a year of a name, or its only one where no name is given.
func (v *View) FindBloc(year int, name string) (tdkt.Bloc, error) {
	list := v.BlocsOf(year)
	var names []string
	for _, b := range list {
		if name == "" && len(list) == 1 || name != "" && tdkt.Fold(b.Name) == tdkt.Fold(name) {
			return b, nil
		}
		names = append(names, b.Name)
	}
	switch {
	case len(list) == 0:
		return tdkt.Bloc{}, tdkt.Errorf(tdkt.NotFound, "Năm %d chưa có khối thi đua nào. Hãy tạo khối trước.", year)
	case name == "":
		return tdkt.Bloc{}, tdkt.Errorf(tdkt.Usage, "Năm %d có %d khối: %s. Hãy nêu tên khối.", year, len(list), strings.Join(names, "; "))
	}
	return tdkt.Bloc{}, tdkt.Errorf(tdkt.NotFound, "Năm %d không có khối “%s”. Hãy chọn một trong: %s.", year, name, strings.Join(names, "; "))
}

// BlocMembersOf lists the members of a khối in its order.
func (v *View) BlocMembersOf(b tdkt.Bloc) []tdkt.BlocMember {
	var out []tdkt.BlocMember
	for _, m := range v.BlocMembers {
		if m.Bloc == b.ID {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(x, y tdkt.BlocMember) int { return cmp.Or(cmp.Compare(x.Place, y.Place), cmp.Compare(x.ID, y.ID)) })
	return out
}

// FindBlocMember is a member of a khối by its name, or the office itself where no name is given.
func (v *View) FindBlocMember(b tdkt.Bloc, name string) (tdkt.BlocMember, error) {
	var names []string
	for _, m := range v.BlocMembersOf(b) {
		if name == "" && m.Own || name != "" && tdkt.Fold(m.Name) == tdkt.Fold(name) {
			return m, nil
		}
		names = append(names, m.Name)
	}
	if name == "" {
		return tdkt.BlocMember{}, tdkt.Errorf(tdkt.NotFound, "Khối “%s” chưa đánh dấu thành viên nào là cơ quan mình. Hãy nêu tên thành viên.", b.Name)
	}
	return tdkt.BlocMember{}, tdkt.Errorf(tdkt.NotFound, "Khối “%s” không có thành viên “%s”. Hãy chọn một trong: %s.", b.Name, name, strings.Join(names, "; "))
}

// BlocCriteriaOf lists the criteria of a khối in their order.
func (v *View) BlocCriteriaOf(b tdkt.Bloc) []tdkt.BlocCriterion {
	var out []tdkt.BlocCriterion
	for _, c := range v.BlocCriteria {
		if c.Bloc == b.ID {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(x, y tdkt.BlocCriterion) int {
		return cmp.Or(cmp.Compare(x.Place, y.Place), cmp.Compare(x.ID, y.ID))
	})
	return out
}

// BlocRules are how points are counted in a khối: its own, or those that ship.
func (v *View) BlocRules(b tdkt.Bloc) (*bloc.Rules, error) {
	return bloc.Read(b.Name, cmp.Or(b.Rules, bloc.Example()))
}

// BlocMarksOf are what a member reached.
func (v *View) BlocMarksOf(m tdkt.BlocMember) []tdkt.BlocMark {
	var out []tdkt.BlocMark
	for _, x := range v.BlocMarks {
		if x.Member == m.ID {
			out = append(out, x)
		}
	}
	return out
}

// BlocExtrasOf are the points of a member beside the criteria, bonus before deductions.
func (v *View) BlocExtrasOf(m tdkt.BlocMember) []tdkt.BlocExtra {
	var out []tdkt.BlocExtra
	for _, x := range v.BlocExtras {
		if x.Member == m.ID {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(x, y tdkt.BlocExtra) int { return CountIf(x.Minus) - CountIf(y.Minus) })
	return out
}

// BlocRanking works out how the members of a khối stand.
func (v *View) BlocRanking(b tdkt.Bloc) (bloc.Ranking, error) {
	rules, err := v.BlocRules(b)
	if err != nil {
		return bloc.Ranking{}, err
	}
	criteria := v.BlocCriteriaOf(b)
	var results []bloc.Result
	for _, m := range v.BlocMembersOf(b) {
		results = append(results, rules.Judge(m, criteria, v.BlocMarksOf(m), v.BlocExtrasOf(m)))
	}
	return rules.Rank(b, criteria, results), nil
}

// LastBloc is the newest khối before a year, to begin the next from.
func (v *View) LastBloc(year int) (tdkt.Bloc, bool) {
	var last tdkt.Bloc
	for _, b := range v.Blocs.Blocs {
		if b.Year < year && b.Year > last.Year {
			last = b
		}
	}
	return last, last.ID != ""
}

// OfficeName is the office as a list of its khối names it: a Sở without its province, others
// whole, whose names the province may be a part of.
func (v *View) OfficeName() string {
	name, _, _ := strings.Cut(v.Org.Name, " tỉnh ")
	if !strings.HasPrefix(tdkt.Fold(name), "so ") {
		name = v.Org.Name
	}
	return tdkt.Clean(name)
}

// CheckBloc says in a sentence what is wrong with a khối, nil when it may be written.
func (v *View) CheckBloc(b tdkt.Bloc) error {
	if err := v.Unlocked(b.Year); err != nil {
		return err
	}
	if b.Name == "" {
		return tdkt.Errorf(tdkt.Invalid, "Khối thi đua chưa có tên. Hãy nhập tên rồi lưu lại.")
	}
	for _, o := range v.BlocsOf(b.Year) {
		if o.ID != b.ID && tdkt.Fold(o.Name) == tdkt.Fold(b.Name) {
			return tdkt.Errorf(tdkt.Invalid, "Năm %d đã có khối “%s”. Hãy đặt tên khác.", b.Year, o.Name)
		}
	}
	_, err := v.BlocRules(b)
	return err
}

// BlocMemberRows are a member and all that is entered of it, what refers to it first.
func (v *View) BlocMemberRows(m tdkt.BlocMember) []tdkt.Record {
	var out []tdkt.Record
	for _, x := range v.BlocMarksOf(m) {
		out = append(out, x)
	}
	for _, x := range v.BlocExtrasOf(m) {
		out = append(out, x)
	}
	return append(out, m)
}

// BlocMarked says whether any member of a khối has a mark.
func (v *View) BlocMarked(b tdkt.Bloc) bool {
	for _, m := range v.BlocMembersOf(b) {
		if len(v.BlocMarksOf(m)) > 0 {
			return true
		}
	}
	return false
}

// BlocRowWords names a mark for people: the member, the criterion, the year. What the view
// does not hold, as it comes from another PC, is left out.
func (v *View) BlocRowWords(year int, member, criterion tdkt.ID) string {
	var words []string
	for _, m := range v.BlocMembers {
		if m.ID == member {
			words = append(words, m.Name)
		}
	}
	for _, c := range v.BlocCriteria {
		if c.ID == criterion {
			words = append(words, strings.TrimSpace(c.Number+" "+c.Text))
		}
	}
	return strings.Join(append(words, fmt.Sprintf("năm %d", year)), ", ")
}
