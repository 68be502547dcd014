package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Each seen function tells what the data say about a need, in the words of the
// office: pieces joined by semicolons, without a full stop.

func seenManual(j *judging, n *need) string {
	t, ok := j.tick(n)
	if !ok {
		return "chưa có người đánh giá"
	}
	out := "đã đánh giá không đạt"
	if t.Met {
		out = "đã đánh giá đạt"
	}
	if t.By != "" {
		out += ", người đánh giá: " + t.By
	}
	if t.Date != 0 {
		out += "," + dated(t.Date)
	}
	return out
}

func seenBadLocal(j *judging, n *need) string {
	l, _ := j.facts.local(j.year, n.Local)
	k := LocalKey{Key: n.Local, Name: n.Local, Most: 100}
	if g, err := j.rules.Criteria(j.year); err == nil {
		k = g.key(n.Local)
	}
	return k.LocalProblem(l.Value)
}

func seenRating(j *judging, n *need) string {
	a, z := j.window(n)
	var out []string
	if j.tooShort(n) {
		out = append(out, fmt.Sprintf("mới có %d năm kể từ năm %d, cần %d năm", j.year-j.after, j.after, n.Last))
		a = j.after + 1
	}
	if a > z {
		out = append(out, "không còn năm nào khác để xét")
	}
	var none []int
	var runs []run
	for _, y := range spanOf(a, z) {
		if text := j.seenYear(n, y); text != "" {
			runs = said(runs, y, text)
			continue
		}
		none = append(none, y)
	}
	out = append(out, told(runs)...)
	return strings.Join(append(out, j.facts.gaps(tdkt.RatingBook, none, "xếp loại")...), "; ")
}

// seenYear tells the rating of one year, or the title that stands for it; "" when
// there is neither.
func (j *judging) seenYear(n *need, y int) string {
	f := j.facts
	x, rated := f.rating(j.sub, y)
	if !rated || int(x.rank) < n.rank {
		for _, c := range n.or {
			if row, ok := given(j.bases(j.sub, c), y, j.rules.codes[c].Yearly); ok {
				return j.rules.short(c) + j.paper(row)
			}
		}
	}
	marks := j.marksSeen(y)
	if !rated {
		if marks == "" {
			return ""
		}
		return "chưa quyết định mức xếp loại; " + marks
	}
	r := &f.Snapshot.Ratings[x.row]
	text := r.Level.Words() + decided(r.Decision, 0)
	if marks != "" {
		text += "; " + marks
	}
	if int(x.rank) < n.rank && len(n.or) > 0 {
		text += ", " + f.missing(titleBook, y, y, j.rules.short(n.or[0]))
	}
	return text
}

func seenRatedYears(j *judging, n *need) string {
	a, z := j.window(n)
	var sure, open []int
	for ; a <= z; a++ {
		switch j.ratedOr(n, a) {
		case Yes:
			sure = append(sure, a)
		case Unknown:
			open = append(open, a)
		case No, Manual:
		}
	}
	out := fmt.Sprintf("có %d năm, cần %d năm", len(sure), n.N)
	if len(sure) > 0 {
		out = fmt.Sprintf("có %d năm (%s), cần %d năm", len(sure), years(sure), n.N)
	}
	if len(open) > 0 {
		out += "; chưa nhập xếp loại " + inYears(open)
	}
	return out
}

func seenRegistered(j *judging, _ *need) string {
	var names []string
	for _, p := range j.facts.pledges.of(j.sub) {
		if int(p.year) == j.year {
			names = append(names, j.codeName(j.facts.Snapshot.Pledges[p.row].Title))
		}
	}
	if len(names) == 0 {
		return j.facts.missing(tdkt.PledgeBook, j.year, j.year, "đăng ký thi đua")
	}
	slices.Sort(names)
	return fmt.Sprintf("năm %d đã đăng ký: %s", j.year, strings.Join(slices.Compact(names), ", "))
}

// codeName is a code's short name, the code itself when the catalogue lacks it.
func (j *judging) codeName(code string) string {
	if p, ok := j.rules.place[code]; ok {
		return j.rules.short(p)
	}
	return code
}

func seenMonths(j *judging, n *need) string {
	if j.facts.subjects[j.sub].span.From == 0 {
		return "chưa nhập ngày vào làm"
	}
	s := j.served()
	months := 0
	for months < 12 && s.From.AddMonths(months+1) <= s.To.Next() {
		months++
	}
	return fmt.Sprintf("công tác từ ngày %s đến ngày %s: %d tháng tròn, cần %d tháng", s.From, s.To, months, n.N)
}

func seenNoDiscipline(j *judging, n *need) string {
	d, any := j.facts.discipline(j.sub, j.year, n.weight)
	if !any {
		return fmt.Sprintf("năm %d không có quyết định kỷ luật từ %s trở lên", j.year, tdkt.Penalties()[n.weight-1])
	}
	x := &j.facts.Snapshot.Disciplines[d.row]
	return fmt.Sprintf("bị %s%s%s", x.Form, dated(x.Date), decided(x.Decision, 0))
}

// paper is the decision behind an award.
func (j *judging) paper(x awardRow) string {
	a := &j.facts.Snapshot.Awards[x.row]
	return decided(a.Decision, a.Date)
}

// period writes the years of an award.
func (x awardRow) period() string {
	if x.from == x.to {
		return fmt.Sprintf("năm %d", x.to)
	}
	return fmt.Sprintf("giai đoạn %d–%d", x.from, x.to)
}

func seenGiven(j *judging, n *need) string {
	var runs []run
	var none []int
	name := j.rules.short(n.code)
	for a, z := j.window(n); a <= z; a += max(1, n.Step) {
		if x, ok := given(j.bases(j.sub, n.code), a, j.rules.codes[n.code].Yearly); ok {
			runs = said(runs, a, j.rules.short(int(x.own))+j.paper(x))
			continue
		}
		none = append(none, a)
	}
	return strings.Join(append(told(runs), j.facts.gaps(titleBook, none, name)...), "; ")
}

func seenAwards(j *judging, n *need) string {
	a, z := j.window(n)
	return j.seenCount(count{code: n.code, N: n.N}, a, z)
}

// seenCount tells how often a code was given in the years a to z.
func (j *judging) seenCount(c count, a, z int) string {
	have := j.count(c.code, a, z)
	out := fmt.Sprintf("%s %d lần trong %s, cần %d lần", j.rules.short(c.code), have, span(a, z), c.N)
	if rows := j.papers(c.code, a, z); rows != "" {
		out += ": " + rows
	}
	if have < c.N {
		out += "; " + j.facts.state(titleBook, a, z)
	}
	return out
}

// papers lists the awards of a code that touch the years a to z.
func (j *judging) papers(code, a, z int) string {
	var out []string
	for _, x := range j.touching(code, a, z) {
		text := x.period() + j.paper(x)
		if int(x.own) != code {
			text = j.rules.short(int(x.own)) + " " + text
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func seenInitiatives(j *judging, n *need) string {
	a, z := j.window(n)
	var rows []string
	for _, x := range j.facts.initiatives.of(j.sub) {
		if y := x.year; a <= int(y) && int(y) <= z && int(x.scope) >= n.scope {
			i := &j.facts.Snapshot.Initiatives[x.row]
			if slices.Contains(n.Kinds, string(i.Kind)) {
				rows = append(rows, fmt.Sprintf("%s “%s” năm %d, phạm vi %s%s", i.Kind, i.Title, i.Year, i.Scope, decided(i.Decision, i.Date)))
			}
		}
	}
	have := j.initiatives(n, a, z)
	what := strings.Join(n.Kinds, " hoặc ") + " từ phạm vi " + n.Scope + " trở lên"
	out := fmt.Sprintf("có %d %s trong %s, cần %d", have, what, span(a, z), n.N)
	if n.OneKind {
		out += " (tính riêng từng loại)"
	}
	if len(rows) > 0 {
		out += ": " + strings.Join(rows, ", ")
	}
	if have < n.N {
		out += "; " + j.facts.state(tdkt.InitiativeBook, a, z)
	}
	return out
}

func seenStart(j *judging, n *need) string {
	rows := j.bases(j.sub, n.code)
	x := rows[slices.IndexFunc(rows, func(x awardRow) bool { return int(x.to) == j.after })]
	return fmt.Sprintf("%s %s%s, tính từ năm %d", j.rules.short(int(x.own)), x.period(), j.paper(x), j.after+1)
}

func seenNoStart(j *judging, n *need) string {
	rows := j.bases(j.sub, n.code)
	if all := j.facts.ofCode(j.sub, n.code); len(rows) == 0 && len(all) > 0 {
		x := all[len(all)-1]
		return fmt.Sprintf("%s %s là khen %s, không được dùng làm căn cứ; %s", j.rules.short(int(x.own)), x.period(),
			j.facts.Snapshot.Awards[x.row].Manner, j.facts.state(titleBook, j.firstStart(), j.year-1))
	}
	if len(rows) == 0 {
		return j.facts.missing(titleBook, j.firstStart(), j.year-1, j.rules.short(n.code))
	}
	return fmt.Sprintf("%s %s, đến năm %d chưa qua năm nào", j.rules.short(n.code), rows[0].period(), j.year)
}

// seenOpenStart tells that the award is not entered, and from which year on the parts are
// tried.
func seenOpenStart(j *judging, n *need) string {
	out := "chưa nhập " + j.rules.short(n.code)
	if len(j.bases(j.sub, n.code)) > 0 {
		out += " nào sớm hơn"
	}
	if j.facts.subjects[j.sub].span.From == 0 {
		out += " và chưa nhập " + j.firstDayWords()
	}
	return fmt.Sprintf("%s; tính thử từ năm %d", out, j.after+1)
}

func seenNoYears(*judging, *need) string { return "chưa có mốc khen thưởng để tính" }

func seenYears(j *judging, n *need) string {
	return fmt.Sprintf("có %d năm (%s), cần %d năm", j.year-j.after, years(spanOf(j.after+1, j.year)), n.N)
}

func seenCombination(j *judging, n *need) string {
	a, z := j.window(n)
	var out []string
	for _, o := range n.Option {
		var counts []string
		for _, c := range o.Count {
			counts = append(counts, fmt.Sprintf("%d %s, cần %d", j.count(c.code, a, z), j.rules.short(c.code), c.N))
		}
		out = append(out, strings.Join(counts, " và "))
	}
	text := fmt.Sprintf("trong %s: %s", span(a, z), strings.Join(out, "; hoặc "))
	var rows []string
	var codes []int
	for _, o := range n.Option {
		for _, c := range o.Count {
			if p := j.papers(c.code, a, z); p != "" && !slices.Contains(codes, c.code) {
				rows = append(rows, j.rules.short(c.code)+" "+p)
			}
			codes = append(codes, c.code)
		}
	}
	if len(rows) > 0 {
		text += "; đã có: " + strings.Join(rows, "; ")
	}
	if judgeCombination(j, n) != Yes {
		text += "; " + j.facts.state(titleBook, a, z)
	}
	return text
}

func seenUnitAge(j *judging, n *need) string {
	founded := j.facts.origin(j.sub)
	if founded == 0 {
		return "chưa nhập ngày thành lập"
	}
	return fmt.Sprintf("thành lập ngày %s, tròn %d năm vào ngày %s", founded, n.N, founded.AddMonths(12*n.N))
}

// tallied sums nested findings up.
func tallied(list []Finding) string {
	words := []struct {
		a    Answer
		text string
	}{{Yes, "đạt"}, {No, "không đạt"}, {Unknown, "thiếu dữ liệu"}, {Manual, "chờ đánh giá"}}
	var out []string
	for _, w := range words {
		n := 0
		for _, f := range list {
			n += ord(f.Answer == w.a)
		}
		if n > 0 {
			out = append(out, fmt.Sprintf("%s %d tiêu chuẩn", w.text, n))
		}
	}
	return strings.Join(out, ", ")
}

// byCode puts places in the order of codes; places are in that order already.
func byCode(list []int) []int {
	out := slices.Clone(list)
	slices.SortFunc(out, cmp.Compare[int])
	return out
}
