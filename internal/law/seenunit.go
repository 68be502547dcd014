package law

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// most is how many names a sentence lists before it counts the rest.
const most = 10

// names lists members by code: "Trần Thị B (CB02)", the first few of many.
func (j *judging) names(list []int) string {
	if len(list) <= most {
		return j.allNames(list)
	}
	return fmt.Sprintf("%s và %d người khác", j.allNames(byCode(list)[:most]), len(list)-most)
}

// allNames lists members by code, however many.
func (j *judging) allNames(list []int) string {
	var out []string
	for _, p := range byCode(list) {
		sub := &j.facts.subjects[p]
		out = append(out, fmt.Sprintf("%s (%s)", sub.name, sub.code))
	}
	return strings.Join(out, ", ")
}

// noRoll is what an empty unit shows.
func (j *judging) noRoll() string {
	return fmt.Sprintf("ngày %s đơn vị không có người nào trong danh sách", tdkt.LastDay(j.year))
}

// asked lists members whose answer is a.
func (j *judging) asked(a Answer, ask func(person int) Answer) []int {
	var out []int
	for _, p := range j.roll() {
		if ask(p) == a {
			out = append(out, p)
		}
	}
	return out
}

func seenShare(j *judging, n *need) string {
	ask := func(p int) Answer { return j.holder(n, p) }
	yes, open, all := j.poll(ask)
	if all == 0 {
		return j.noRoll()
	}
	op := "cần ít nhất"
	if n.More {
		op = "cần trên"
	}
	out := fmt.Sprintf("%d/%d người đạt %s, bằng %s, %s %d%%", yes, all, j.rules.short(n.code), percent(yes, all, n.Percent), op, n.Percent)
	if open > 0 {
		out += fmt.Sprintf("; chưa rõ %d người: %s; %s năm %d chưa chốt", open, j.names(j.asked(Unknown, ask)), titleBook.Words(), j.year)
	}
	if left := j.asked(No, ask); len(left) > 0 {
		out += fmt.Sprintf("; không có %s: %s", j.rules.short(n.code), j.names(left))
	}
	return out
}

// percent writes a share with one figure after the comma, rounded half up, and with more
// figures where it would else show a threshold that was not reached.
func percent(part, all, threshold int) string {
	figures, unit := 1, 10
	for part*100 < threshold*all && tdkt.Rounded(part*100*unit, all) >= threshold*unit && figures < 6 {
		figures, unit = figures+1, unit*10
	}
	n := tdkt.Rounded(part*100*unit, all)
	return fmt.Sprintf("%d,%0*d%%", n/unit, figures, n%unit)
}

func seenMembersRated(j *judging, n *need) string {
	roll := j.roll()
	if len(roll) == 0 {
		return j.noRoll()
	}
	var out []string
	groups := []struct {
		text string
		ask  func(p int) bool
	}{
		{"đạt", func(p int) bool { return !j.leftOut(p) && j.rated(p, j.year, n.rank) == Yes }},
		{"không đạt", func(p int) bool { return !j.leftOut(p) && j.rated(p, j.year, n.rank) == No }},
		{fmt.Sprintf("chưa nhập xếp loại năm %d", j.year), func(p int) bool { return !j.leftOut(p) && j.rated(p, j.year, n.rank) == Unknown }},
		{"không có xếp loại trong sổ đã chốt nên không tính", j.leftOut},
	}
	for i, g := range groups {
		tell := j.names
		if i == len(groups)-1 {
			tell = j.allNames // who is left out is always named
		}
		var in []int
		for _, p := range roll {
			if g.ask(p) {
				in = append(in, p)
			}
		}
		switch {
		case len(in) > 0 && i == 0:
			out = append(out, fmt.Sprintf("%s %d/%d người", g.text, len(in), len(roll)))
		case len(in) > 0:
			out = append(out, g.text+": "+tell(in))
		}
	}
	return strings.Join(out, "; ")
}

func seenMembersGiven(j *judging, n *need) string {
	ask := func(p int) Answer { return j.given(p, n.code, j.year) }
	yes, _, all := j.poll(ask)
	if all == 0 {
		return j.noRoll()
	}
	out := fmt.Sprintf("có %d người được %s năm %d, cần %d", yes, j.rules.short(n.code), j.year, n.N)
	if yes > 0 {
		out += ": " + j.names(j.asked(Yes, ask))
	}
	if yes < n.N {
		out += "; " + j.facts.state(titleBook, j.year, j.year)
	}
	return out
}

func seenMembersNoDiscipline(j *judging, n *need) string {
	if len(j.roll()) == 0 {
		return j.noRoll()
	}
	var out []string
	for _, p := range byCode(j.disciplined(n)) {
		d, _ := j.facts.discipline(p, j.year, n.weight)
		x := &j.facts.Snapshot.Disciplines[d.row]
		out = append(out, fmt.Sprintf("%s bị %s%s", j.names([]int{p}), x.Form, dated(x.Date)))
	}
	if len(out) == 0 {
		return fmt.Sprintf("năm %d không có người bị kỷ luật từ %s trở lên", j.year, n.Form)
	}
	return strings.Join(slices.Compact(out), "; ")
}
