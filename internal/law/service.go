package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// tenure is how long a person was in the posts of a need by the end of the year: for
// sure, and with the time of which nothing was entered.
type tenure struct {
	sure, most int // months
	posts      []tdkt.Post
}

// inPost says whether a post is one of those of the need: by the beginning of its
// name, or for a short name by the whole of it in a unit that has none above it.
func (j *judging) inPost(n *need, p tdkt.Post) bool {
	if len(n.posts) == 0 && len(n.topPosts) == 0 {
		return false
	}
	name := j.folds.of(p.Position)
	if slices.ContainsFunc(n.posts, func(word string) bool { return startsWith(name, word) }) {
		return true
	}
	if !slices.Contains(n.topPosts, name) {
		return false
	}
	u, ok := j.facts.Unit(p.Unit)
	return ok && u.Parent == ""
}

// folds keeps search keys: few positions are held by many people. A nil one keeps none.
type folds map[string]string

func (f folds) of(text string) string {
	key, ok := f[text]
	if !ok {
		key = tdkt.Fold(text)
		if f != nil {
			f[text] = key
		}
	}
	return key
}

// folded are the search keys of words.
func folded(words []string) []string {
	var out []string
	for _, w := range words {
		out = append(out, tdkt.Fold(w))
	}
	return out
}

// begins says whether a name is the words given or begins with them.
func begins(name, words string) bool {
	return startsWith(tdkt.Fold(name), tdkt.Fold(words))
}

// startsWith is begins for search keys.
func startsWith(name, words string) bool {
	rest, ok := strings.CutPrefix(name, words)
	return ok && (rest == "" || rest[0] == ' ')
}

// tenure counts the months. Posts that overlap count once, and so do stretches that meet.
func (j *judging) tenure(n *need) tenure {
	service := j.facts.subjects[j.sub].span
	end := tdkt.LastDay(j.year)
	if service.To != 0 {
		end = min(end, service.To)
	}
	all := slices.Clone(j.facts.posts.of(j.sub))
	slices.SortFunc(all, func(a, b tdkt.Post) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	var h tenure
	var mine, known []tdkt.Span
	for _, p := range all {
		s := tdkt.Span{From: p.From, To: end}
		if p.To != 0 {
			s.To = min(p.To, end)
		}
		if p.From == 0 || s.From > s.To {
			continue // a post whose beginning is not entered tells no time
		}
		known = append(known, s)
		if j.inPost(n, p) {
			mine = append(mine, s)
			h.posts = append(h.posts, p)
		}
	}
	h.sure = months(mine)
	first := service.From
	if first == 0 {
		h.most = 12 * (j.year - firstYear)
		return h
	}
	h.most = h.sure + max(0, months([]tdkt.Span{{From: first, To: end}})-months(known))
	return h
}

// months adds spans up that are in the order of their first days. A month short of one
// day is none; days left over from several stretches make months of 31.
func months(spans []tdkt.Span) int {
	whole, days := 0, 0
	for i := 0; i < len(spans); {
		s := spans[i]
		for i++; i < len(spans) && spans[i].From <= s.To.Next(); i++ {
			s.To = max(s.To, spans[i].To)
		}
		n, rest := s.From.MonthsTo(s.To.Next())
		whole += n
		days += max(0, rest.DaysTo(s.To.Next()))
	}
	return whole + days/31
}

// askedMonths is how many months the need asks of the person, less for women; least
// is less than full where the person's sex is not entered.
func (j *judging) askedMonths(n *need) (full, least int) {
	full = 12 * n.N
	less := n.womenMonths()
	if less == full {
		return full, full
	}
	switch j.facts.Snapshot.People[j.facts.subjects[j.sub].row].Sex {
	case tdkt.Female:
		return less, less
	case tdkt.Male:
		return full, full
	default:
		return full, less
	}
}

// womenMonths is how many months are asked of women.
func (n *need) womenMonths() int {
	months := 12*n.N - 12*n.WomenYears
	if n.WomenLess > 0 {
		months -= 12 * n.N / n.WomenLess
	}
	return max(0, months)
}

func judgeHeldPost(j *judging, n *need) Answer {
	h := j.tenure(n)
	full, least := j.askedMonths(n)
	switch {
	case h.sure >= full:
		return Yes
	case h.most < least:
		return No
	}
	return Unknown
}

func seenHeldPost(j *judging, n *need) string {
	h := j.tenure(n)
	full, least := j.askedMonths(n)
	var out []string
	for _, p := range h.posts {
		to := "nay"
		if p.To != 0 {
			to = p.To.String()
		}
		out = append(out, fmt.Sprintf("%s từ %s đến %s", p.Position, p.From, to))
	}
	out = append(out, fmt.Sprintf("đến hết năm %d giữ chức vụ %s, cần %s", j.year, yearsAndMonths(h.sure), yearsAndMonths(full)))
	switch {
	case full != least:
		out = append(out, fmt.Sprintf("chưa nhập giới tính; nữ được giảm còn %s", yearsAndMonths(least)))
	case full < 12*n.N && n.WomenYears > 0:
		out = append(out, fmt.Sprintf("đã giảm %d năm cho nữ", n.WomenYears))
	case full < 12*n.N:
		out = append(out, "đã giảm 1/"+fmt.Sprint(n.WomenLess)+" thời gian cho nữ")
	}
	if h.most > h.sure {
		out = append(out, "có thời gian chưa nhập quá trình công tác")
	}
	return strings.Join(out, "; ")
}

// yearsAndMonths writes "6 năm 8 tháng".
func yearsAndMonths(n int) string {
	if n%12 == 0 {
		return fmt.Sprintf("%d năm", n/12)
	}
	return fmt.Sprintf("%d năm %d tháng", n/12, n%12)
}

// traceHeldPost asks for the sex where it decides, and for posts where time is left.
func traceHeldPost(j *judging, n *need) traced {
	var out traced
	h := j.tenure(n)
	for _, p := range h.posts {
		out.rows = append(out.rows, Row{Noun: tdkt.NounPost, ID: p.ID, Subject: tdkt.PersonSubject(p.Person), Year: p.From.Year()})
	}
	full, least := j.askedMonths(n)
	if full != least && h.most >= least {
		out.missing = append(out.missing, j.entry(Missing{Noun: tdkt.NounPerson, Subjects: j.me()}, "giới tính", ""))
	}
	if h.most > h.sure {
		out.missing = append(out.missing, j.entry(Missing{Noun: tdkt.NounPost, Subjects: j.me()}, "đủ quá trình công tác (chức vụ, từ ngày, đến ngày)", ""))
	}
	return out
}

// reduced says whether a need is met by the time that women are spared alone.
func (j *judging) reduced(n *need) bool {
	full, _ := j.askedMonths(n)
	whole := *n
	whole.WomenLess, whole.WomenYears = 0, 0
	all, _ := j.askedMonths(&whole)
	sure := j.tenure(n).sure
	return full <= sure && sure < all
}

// inPosts are the spans in which the person held the posts of a need, to the end of the year.
func (j *judging) inPosts(n *need) []tdkt.Span {
	var out []tdkt.Span
	for _, p := range j.facts.posts.of(j.sub) {
		if j.inPost(n, p) && p.From <= tdkt.LastDay(j.year) {
			out = append(out, tdkt.Span{From: p.From, To: p.To})
		}
	}
	return out
}

// disciplinedInPost lists the decisions against the person while in the posts of a need.
func (j *judging) disciplinedInPost(n *need) []disciplineRow {
	spans := j.inPosts(n)
	return slices.DeleteFunc(slices.Clone(j.facts.disciplines.of(j.sub)), func(d disciplineRow) bool {
		return d.date > tdkt.LastDay(j.year) || !slices.ContainsFunc(spans, func(s tdkt.Span) bool { return s.Covers(d.date) })
	})
}

func judgeNoDisciplineInPost(j *judging, n *need) Answer {
	return yesNo(len(j.disciplinedInPost(n)) == 0)
}

func seenNoDisciplineInPost(j *judging, n *need) string {
	var out []string
	for _, d := range j.disciplinedInPost(n) {
		x := &j.facts.Snapshot.Disciplines[d.row]
		out = append(out, fmt.Sprintf("bị %s%s%s", x.Form, dated(x.Date), decided(x.Decision, 0)))
	}
	if len(out) == 0 {
		return "không có quyết định kỷ luật trong thời gian giữ chức vụ"
	}
	return strings.Join(out, "; ")
}

func traceNoDisciplineInPost(j *judging, n *need) traced {
	var out traced
	for _, d := range j.disciplinedInPost(n) {
		out.rows = append(out.rows, j.disciplineRow(d))
	}
	return out
}
