package law

import (
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// Share is a part of the work in hundredths of a per cent.
type Share struct{ Number, Quality, Progress int }

// Work works the three shares out of a list of work by a rule; false for no work assigned.
// Each return or delay takes the rule's part of that product's points off.
func (p *ProductRule) Work(items []tdkt.WorkItem) (Share, bool) {
	var assigned, done, good, timely int
	for _, w := range items {
		assigned += w.Assigned * w.Weight * 100
		done += w.Done * w.Weight * 100
		fault := func(have, times int) int { return max(0, have*w.Weight*100-times*100*p.Fault*w.Weight) }
		good += fault(w.Good, w.Returned)
		timely += fault(w.OnTime, w.Late)
	}
	if assigned == 0 {
		return Share{}, false
	}
	part := func(n int) int { return int((int64(n)*10000 + int64(assigned)/2) / int64(assigned)) }
	return Share{part(done), part(good), part(timely)}, true
}

// Complete says whether the shares make result points: a leader's d, đ and e are never
// nought, so that nought is one not entered.
func (m *MarkRules) Complete(shares [6]int16, leader bool) bool {
	return !leader || shares[3] != 0 && shares[4] != 0 && shares[5] != 0
}

// ResultPoints are the result points, in hundredths, that shares come to: the mean of a, b,
// c, and of a leader of d, đ, e too, of the most points; never more than these.
func (m *MarkRules) ResultPoints(shares [6]int16, leader bool) int {
	n := 3
	if leader {
		n = len(shares)
	}
	sum := 0
	for _, x := range shares[:n] {
		sum += int(x)
	}
	return min(m.Result*100, (sum*m.Result*2+n*100)/(2*n*100))
}

// PeriodWork is the work list of one period and what it comes to.
type PeriodWork struct {
	Period tdkt.Period
	Items  []tdkt.WorkItem
	Share  Share
	Given  bool // something was assigned
}

// WorkOf are somebody's work lists of a year, out of many, in the order of the periods, with
// the shares they come to by the rules of that person and year; none where these have no way
// to.
func (r *Rules) WorkOf(f *Facts, items []tdkt.WorkItem, person tdkt.ID, year int) []PeriodWork {
	var out []PeriodWork
	at := map[tdkt.Period]int{}
	for _, w := range items {
		if w.Person != person || w.Year != year {
			continue
		}
		i, ok := at[w.Period]
		if !ok {
			i = len(out)
			at[w.Period] = i
			out = append(out, PeriodWork{Period: w.Period})
		}
		out[i].Items = append(out[i].Items, w)
	}
	if len(out) == 0 {
		return nil
	}
	rule := r.productRule(f, person, year)
	if rule == nil {
		return nil
	}
	for i := range out {
		out[i].Share, out[i].Given = rule.Work(out[i].Items)
	}
	slices.SortFunc(out, func(a, b PeriodWork) int { return tdkt.ComparePeriods(a.Period, b.Period) })
	return out
}

// productRule is how work makes points for somebody in a year, nil for no way.
func (r *Rules) productRule(f *Facts, person tdkt.ID, year int) *ProductRule {
	place, ok := f.place[tdkt.PersonSubject(person)]
	if !ok {
		return nil
	}
	s, _, err := r.schemeAt(f, place, year)
	if err != nil || s.Marks == nil {
		return nil
	}
	return s.Marks.Product
}

// SharesProblem says in a sentence what is wrong with shares of work, "" for nothing.
func (m *MarkRules) SharesProblem(shares [6]int16, leader bool) string {
	p := m.Product
	if p == nil || shares == [6]int16{} {
		return ""
	}
	for i, n := range shares {
		letter := []string{"a", "b", "c", "d", "đ", "e"}[i]
		switch {
		case n < 0:
			return fmt.Sprintf("Tỷ lệ %s không thể nhỏ hơn 0. Hãy sửa lại tỷ lệ.", letter)
		case i < 3 || n == 0:
		case !leader:
			return fmt.Sprintf("Tỷ lệ %s chỉ dùng cho người giữ chức vụ lãnh đạo, quản lý (%s). Hãy xóa ô này, hoặc ghi Lãnh đạo ở danh sách nhân sự.", letter, p.HeadCite)
		case !slices.Contains(p.HeadParts, int(n)/100) || n%100 != 0:
			return fmt.Sprintf("Tỷ lệ %s là %s%%, nhưng chỉ được tính %d%% hoặc %d%% (%s). Hãy sửa lại tỷ lệ.",
				letter, pointText(int(n)), p.HeadParts[0], p.HeadParts[len(p.HeadParts)-1], p.PartsCite)
		}
	}
	return ""
}
