package law

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// traced is what stands behind a finding: the records it rests on, and the entries
// that would settle it where it lacks data.
type traced struct {
	rows    []Row
	missing []Missing
}

func traceManual(j *judging, n *need) traced {
	if t, ok := j.tick(n); ok {
		return traced{rows: []Row{{tdkt.NounTick, t.ID, t.Subject, t.Year}}}
	}
	title, id := canonical("", n.nested)
	return traced{missing: []Missing{{
		Noun: tdkt.NounTick, Subjects: j.me(), Years: []int{j.year}, Title: title, Need: id,
		Text: fmt.Sprintf("Đánh giá tiêu chí “%s” của %s năm %d.", strings.TrimRight(n.Why, "."), j.facts.subjects[j.sub].name, j.year),
	}}}
}

// traceBadLocal asks to write a local value anew.
func traceBadLocal(j *judging, n *need) traced {
	l, _ := j.facts.local(j.year, n.Local)
	return traced{rows: []Row{localRow(l)}, missing: []Missing{{
		Noun: tdkt.NounLocal, Years: []int{j.year}, Need: n.Local,
		Text: fmt.Sprintf("Sửa quy định riêng năm %d: %s.", j.year, seenBadLocal(j, n)),
	}}}
}

func localRow(l localValue) Row {
	if l.by != nil {
		return Row{Noun: tdkt.NounRegulation, ID: l.by.id, Year: l.Year}
	}
	return Row{Noun: tdkt.NounLocal, ID: l.ID, Year: l.Year}
}

func traceRating(j *judging, n *need) traced {
	a, z := j.window(n)
	if j.after != 0 {
		a = max(a, j.after+1)
	}
	return j.traceRatings(n, spanOf(a, z))
}

func traceRatedYears(j *judging, n *need) traced {
	a, z := j.window(n)
	return j.traceRatings(n, spanOf(a, z))
}

// traceRatings are the ratings of years and the titles that stand for them. A year
// that is rated too low lacks such a title, one without a rating lacks the rating.
func (j *judging) traceRatings(n *need, list []int) traced {
	var out traced
	var unrated, low []int
	for _, y := range list {
		x, rated := j.facts.rating(j.sub, y)
		if rated {
			out.rows = append(out.rows, j.ratingRow(x))
		}
		for _, c := range n.or {
			if row, ok := given(j.bases(j.sub, c), y, j.rules.codes[c].Yearly); ok {
				out.rows = append(out.rows, j.awardRow(row))
			}
		}
		switch {
		case j.ratedOr(n, y) != Unknown:
		case j.rules.unfounded(j.facts, j.sub, y):
			out.missing = append(out.missing, j.lackMarks(y)...)
		case rated || j.facts.Closed(y, tdkt.RatingBook):
			low = append(low, y)
		default:
			unrated = append(unrated, y)
		}
	}
	out.missing = append(append(out.missing, j.lackRating(j.me(), unrated)...), j.lackAwards(j.me(), n.or, low, 0)...)
	return out
}

func (j *judging) ratingRow(x ratingRow) Row {
	r := &j.facts.Snapshot.Ratings[x.row]
	return Row{tdkt.NounRating, r.ID, r.Subject, r.Year}
}

func (j *judging) awardRow(x awardRow) Row {
	a := &j.facts.Snapshot.Awards[x.row]
	return Row{tdkt.NounAward, a.ID, a.Subject, int(x.to)}
}

func traceRegistered(j *judging, _ *need) traced {
	var out traced
	for _, p := range j.facts.pledges.of(j.sub) {
		if int(p.year) == j.year {
			x := &j.facts.Snapshot.Pledges[p.row]
			out.rows = append(out.rows, Row{tdkt.NounPledge, x.ID, x.Subject, x.Year})
		}
	}
	m := Missing{Noun: tdkt.NounPledge, Subjects: j.me(), Years: []int{j.year}, Book: tdkt.PledgeBook}
	out.missing = []Missing{j.entry(m, "đăng ký thi đua", "đúng là không đăng ký")}
	return out
}

// traceDay is the row that says when a person or unit began.
func traceDay(j *judging, _ *need) traced {
	sub := &j.facts.subjects[j.sub]
	noun := tdkt.NounPerson
	if sub.Kind == tdkt.AUnit {
		noun = tdkt.NounUnit
	}
	return traced{rows: []Row{{Noun: noun, ID: sub.ID, Subject: sub.Subject}}, missing: j.lackDay()}
}

func traceNoDiscipline(j *judging, n *need) traced {
	var out traced
	if d, any := j.facts.discipline(j.sub, j.year, n.weight); any {
		out.rows = append(out.rows, j.disciplineRow(d))
	}
	return out
}

func (j *judging) disciplineRow(d disciplineRow) Row {
	x := &j.facts.Snapshot.Disciplines[d.row]
	return Row{tdkt.NounDiscipline, x.ID, tdkt.PersonSubject(x.Person), x.Date.Year()}
}

func traceGiven(j *judging, n *need) traced {
	var out traced
	var none []int
	for a, z := j.window(n); a <= z; a += max(1, n.Step) {
		if x, ok := given(j.bases(j.sub, n.code), a, j.rules.codes[n.code].Yearly); ok {
			out.rows = append(out.rows, j.awardRow(x))
			continue
		}
		none = append(none, a)
	}
	out.missing = j.lackAwards(j.me(), []int{n.code}, none, 0)
	return out
}

func traceAwards(j *judging, n *need) traced {
	a, z := j.window(n)
	return traced{rows: j.awardRows(n.code, a, z), missing: j.lackCount(count{code: n.code, N: n.N}, a, z)}
}

// awardRows are the awards of a code that touch the years a to z.
func (j *judging) awardRows(code, a, z int) []Row {
	var out []Row
	for _, x := range j.touching(code, a, z) {
		out = append(out, j.awardRow(x))
	}
	return out
}

// touching lists the awards of a code that count for the years a to z.
func (j *judging) touching(code, a, z int) []awardRow {
	var out []awardRow
	for _, x := range j.bases(j.sub, code) {
		if int(x.to) >= a && (int(x.to) <= z || j.rules.codes[code].Yearly && int(x.from) <= z) {
			out = append(out, x)
		}
	}
	return out
}

func traceInitiatives(j *judging, n *need) traced {
	a, z := j.window(n)
	var out traced
	for _, x := range j.facts.initiatives.of(j.sub) {
		i := &j.facts.Snapshot.Initiatives[x.row]
		if a <= int(x.year) && int(x.year) <= z && int(x.scope) >= n.scope && slices.Contains(n.Kinds, string(i.Kind)) {
			out.rows = append(out.rows, Row{tdkt.NounInitiative, i.ID, tdkt.PersonSubject(i.Person), i.Year})
		}
	}
	if open := j.facts.open(tdkt.InitiativeBook, spanOf(a, z)); len(open) > 0 {
		lacks := n.N - j.initiatives(n, a, z)
		m := Missing{Noun: tdkt.NounInitiative, Subjects: j.me(), Years: open, Book: tdkt.InitiativeBook, facts: lacks}
		what := fmt.Sprintf("thêm ít nhất %d %s từ phạm vi %s trở lên được công nhận", lacks, strings.Join(n.Kinds, " hoặc "), n.Scope)
		out.missing = []Missing{j.entry(m, what, "đúng là không có")}
	}
	return out
}

func traceStart(j *judging, n *need) traced {
	rows := j.bases(j.sub, n.code)
	x := rows[slices.IndexFunc(rows, func(x awardRow) bool { return int(x.to) == j.after })]
	return traced{rows: []Row{j.awardRow(x)}}
}

// traceOpenStart asks for the award in the years from which it would do.
func traceOpenStart(j *judging, n *need) traced {
	open := j.facts.open(titleBook, spanOf(j.firstStart(), j.year-1))
	return traced{missing: j.lackStart(n.code, j.usefulStarts(n, open))}
}

func traceCombination(j *judging, n *need) traced {
	a, z := j.window(n)
	var out traced
	var codes []int
	for _, o := range n.Option {
		for _, c := range o.Count {
			if !slices.Contains(codes, c.code) {
				codes = append(codes, c.code)
				out.rows = append(out.rows, j.awardRows(c.code, a, z)...)
			}
		}
	}
	if o, _ := j.cheapest(n); o != nil {
		for _, c := range o.Count {
			out.missing = append(out.missing, j.lackCount(c, a, z)...)
		}
	}
	return out
}
