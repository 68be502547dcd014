package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// Row names a record that a finding rests on, so that a screen can open it: the
// page of its Noun, at its Subject, in its Year.
type Row struct {
	Noun    tdkt.Noun
	ID      tdkt.ID
	Subject tdkt.Subject // whose it is; none of a local value
	Year    int          // the last year it is about; 0 for a person, a unit or an absence
}

// Missing is an entry that would settle a finding that lacks data. A screen goes to
// the place where records of Noun are typed, at the first of Subjects and the first of
// Years:
//
//	rating      the ratings of Years; or close Book for Years
//	award       a title of Codes given in Years (no Years: whenever it was given)
//	pledge      a pledge of Years
//	initiative  an initiative recognised in Years
//	tick        the judgement of the need Need of the title Title in Years
//	local       the local value of the key Need in Years
//	person      a field of the person: the first day of service, or the sex
//	unit        the day of founding, which is not entered
//	post        somebody's place in the unit at the end of Years
//
// Where Book is not "", closing that book for Years says that there is nothing to enter.
type Missing struct {
	Noun     tdkt.Noun
	Subjects []tdkt.Subject
	Years    []int
	Codes    []string
	Title    string
	Need     string
	Book     tdkt.Book
	facts    int // how many facts it asks for
	// Text is the whole sentence, for screen and paper alike: "Nhập xếp loại năm 2022
	// của Nguyễn Văn Ân, hoặc chốt sổ xếp loại năm 2022 nếu đúng là không có."
	Text string
}

// Ways lists the alternatives among the findings in order, "" first where some needs
// hold in each.
func (r Result) Ways() []string {
	var out []string
	for _, f := range r.Findings {
		if !slices.Contains(out, f.Way) {
			out = append(out, f.Way)
		}
	}
	return out
}

// Verdict is what the needs of one alternative come to; Manual when only a person's
// judgement is missing and nothing else was judged.
func (r Result) Verdict(way string) Answer {
	judged, out := false, Yes
	for _, f := range r.Findings {
		if f.Way != way || f.Nested() || f.Answer == Manual {
			continue
		}
		judged, out = true, and(out, f.Answer)
	}
	if !judged {
		return Manual
	}
	return out
}

// Nested says whether the need belongs to a title that another one asks for.
func (f Finding) Nested() bool { return strings.Contains(f.Need, ".") }

// Settle lists the entries that would settle an answer that lacks data, each once, those
// that are found soonest first: the fewest by which one alternative would be met, or the
// judgements by which one of people's judgement alone would count. None for any other
// answer, or when the result was not made by Judge.
func (r Result) Settle() []Missing {
	if r.Answer != Unknown {
		return nil
	}
	var best []Missing
	for _, people := range []bool{false, true} {
		for _, way := range r.alternatives() {
			if v := r.Verdict(way); v == No || (v == Manual) != people {
				continue
			}
			if list := r.entries(way); len(list) > 0 && (best == nil || asked(list) < asked(best)) {
				best = list
			}
		}
		if best != nil {
			break
		}
	}
	if best == nil {
		best = r.unticked() // some of the judgements of people alone are made, not all
	}
	slices.SortStableFunc(best, func(a, b Missing) int { return cmp.Compare(a.effort(), b.effort()) })
	return best
}

// unticked lists the judgements nobody has made in the alternatives that can still be met.
func (r Result) unticked() []Missing {
	var out []Missing
	for _, f := range r.Findings {
		if f.Answer == Manual && r.Verdict(f.Way) != No {
			out = append(out, f.Missing...)
		}
	}
	return out
}

// alternatives lists the ways, or the one "" where the title has none.
func (r Result) alternatives() []string {
	ways := slices.DeleteFunc(r.Ways(), func(way string) bool { return way == "" })
	if len(ways) == 0 {
		return []string{""}
	}
	return ways
}

// entries lists what one alternative and the needs common to all lack, each once; the
// judgements of people only where nothing else is asked.
func (r Result) entries(way string) []Missing {
	want := Unknown
	if r.Verdict(way) == Manual {
		want = Manual
	}
	var out []Missing
	for _, f := range r.Findings {
		if f.Way != "" && f.Way != way || f.Answer != want && (f.Way != "" || f.Answer != Unknown) {
			continue
		}
		for _, m := range f.Missing {
			if !slices.ContainsFunc(out, func(o Missing) bool { return o.Text == m.Text }) {
				out = append(out, m)
			}
		}
	}
	return out
}

// asked is how many facts a list asks for.
func asked(list []Missing) int {
	n := 0
	for _, m := range list {
		n += m.facts
	}
	return n
}

// effort ranks entries: what the office itself holds before what must be looked for, an old
// award that may never have been given last.
func (m Missing) effort() int {
	if m.Noun == tdkt.NounAward && m.facts >= startFacts {
		return 1
	}
	return 0
}

// startFacts is what an old award to count from weighs beside other facts: it is looked for
// when nothing less would do.
const startFacts = 10

// entry puts a missing entry into words: what to type, whose it is and which books to
// close when there is none.
func (j *judging) entry(m Missing, what, otherwise string) Missing {
	m.facts = max(m.facts, 1)
	m.Text = "Nhập " + what
	if len(m.Years) > 0 {
		m.Text += " " + inYears(m.Years)
	}
	m.Text += " của " + j.whose(m.Subjects)
	if m.Book != "" && len(m.Years) > 0 {
		m.Text += fmt.Sprintf(", hoặc chốt %s %s nếu %s", m.Book.Words(), inYears(m.Years), otherwise)
	}
	m.Text += "."
	return m
}

// whose names the subject judged by its name, members of a unit as lists do.
func (j *judging) whose(subjects []tdkt.Subject) string {
	own := j.facts.subjects[j.sub]
	if len(subjects) == 1 && subjects[0] == own.Subject {
		return own.name
	}
	places := make([]int, 0, len(subjects))
	for _, s := range subjects {
		places = append(places, j.facts.place[s])
	}
	return j.names(places)
}

// me is the subject judged, as the entries of one subject name it.
func (j *judging) me() []tdkt.Subject { return []tdkt.Subject{j.facts.subjects[j.sub].Subject} }

// open keeps the years whose book takes entries.
func (f *Facts) open(b tdkt.Book, list []int) []int {
	return slices.DeleteFunc(slices.Clone(list), func(y int) bool { return f.Closed(y, b) })
}

func (j *judging) lackRating(subjects []tdkt.Subject, list []int) []Missing {
	if len(subjects) == 0 || len(list) == 0 {
		return nil
	}
	m := Missing{Noun: tdkt.NounRating, Subjects: subjects, Years: list, Book: tdkt.RatingBook, facts: len(subjects) * len(list)}
	return []Missing{j.entry(m, "xếp loại", "đúng là không được xếp loại")}
}

// lackAwards asks for titles of codes; atLeast says how many are wanting, 0 for the
// one of each year.
func (j *judging) lackAwards(subjects []tdkt.Subject, codes []int, list []int, atLeast int) []Missing {
	list = j.facts.open(titleBook, list)
	if len(subjects) == 0 || len(list) == 0 {
		return nil
	}
	m := Missing{
		Noun: tdkt.NounAward, Subjects: subjects, Years: list, Book: titleBook, Codes: j.codeNames(codes),
		facts: len(subjects) * len(list),
	}
	what := j.shortNames(codes)
	if atLeast > 0 {
		m.facts = atLeast
		what = fmt.Sprintf("thêm ít nhất %d %s", atLeast, what)
	}
	return []Missing{j.entry(m, what, "đúng là không được tặng")}
}

// lackCount asks for the awards that a count lacks, in the years that may still bring one.
func (j *judging) lackCount(c count, a, z int) []Missing {
	list := spanOf(a, z)
	if j.rules.codes[c.code].Yearly {
		list = slices.DeleteFunc(list, func(y int) bool { return j.given(j.sub, c.code, y) == Yes })
	}
	if have := j.count(c.code, a, z); have < c.N {
		return j.lackAwards(j.me(), []int{c.code}, list, c.N-have)
	}
	return nil
}

func (j *judging) codeNames(codes []int) []string {
	out := make([]string, 0, len(codes))
	for _, c := range codes {
		out = append(out, j.rules.codes[c].Code)
	}
	return out
}

func (j *judging) shortNames(codes []int) string {
	out := make([]string, 0, len(codes))
	for _, c := range codes {
		out = append(out, j.rules.short(c))
	}
	return strings.Join(out, " hoặc ")
}

// lackStart asks for the award to count from: in one of the years from which it would do.
func (j *judging) lackStart(code int, useful []int) []Missing {
	m := Missing{Noun: tdkt.NounAward, Subjects: j.me(), Codes: j.codeNames([]int{code}), facts: startFacts}
	what := j.rules.short(code)
	if j.facts.subjects[j.sub].span.From != 0 {
		m.Years, m.Book = useful, titleBook
		return []Missing{j.entry(m, what, "đúng là không được tặng")}
	}
	m = j.entry(m, fmt.Sprintf("%s được tặng từ năm %d trở về trước", what, useful[len(useful)-1]), "")
	m.Text = strings.TrimSuffix(m.Text, ".") + " nếu đã được tặng."
	return append([]Missing{m}, j.lackDay()...)
}

// firstDayWords names the day on which a person or unit began.
func (j *judging) firstDayWords() string {
	if j.facts.subjects[j.sub].Kind == tdkt.AUnit {
		return "ngày thành lập"
	}
	return "ngày vào làm"
}

// lackDay asks for the first day of a person or unit.
func (j *judging) lackDay() []Missing {
	m := Missing{Noun: tdkt.NounPerson, Subjects: j.me()}
	if j.facts.subjects[j.sub].Kind == tdkt.AUnit {
		m.Noun = tdkt.NounUnit
	}
	return []Missing{j.entry(m, j.firstDayWords(), "")}
}

// lackMembers asks for people of a unit that has none.
func (j *judging) lackMembers() []Missing {
	return []Missing{{
		Noun: tdkt.NounPost, Subjects: j.me(), Years: []int{j.year},
		Text: fmt.Sprintf("Nhập những người thuộc %s vào ngày %s.", j.facts.subjects[j.sub].name, tdkt.LastDay(j.year)),
	}}
}
