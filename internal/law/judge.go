package law

import (
	"context"
	"iter"
	"slices"

	"tdkt/internal/tdkt"
)

// Judge answers one question.
func (r *Rules) Judge(f *Facts, q Question) (Result, error) {
	g, err := r.Criteria(q.Year)
	if err != nil {
		return Result{}, err
	}
	at, ok := f.place[q.Subject]
	if !ok {
		return Result{}, tdkt.Errorf(tdkt.NotFound,
			"Không tìm thấy cá nhân hoặc tập thể cần xét; hãy kiểm tra lại mã trong danh sách.")
	}
	s := at
	t, ok := g.Title(q.Subject.Kind, q.Title)
	if !ok {
		return Result{}, tdkt.Errorf(tdkt.Invalid,
			"%s không xét danh hiệu mã “%s” cho %s; hãy chọn một mã có trong danh sách danh hiệu của năm %d.",
			g.Name, q.Title, kindWords(q.Subject.Kind), q.Year)
	}
	if !f.judged(s, q.Year) {
		return Result{}, f.notJudged(s, q.Year)
	}
	if !f.asks(s, t) {
		return Result{}, f.notForHousehold(s, g, t)
	}
	return r.judge(f, g, t, s, q, !q.Brief), nil
}

func kindWords(k tdkt.SubjectKind) string {
	if k == tdkt.AUnit {
		return "tập thể"
	}
	return "cá nhân"
}

// notJudged says why a subject is not judged in a year.
func (f *Facts) notJudged(s, year int) error {
	sub := &f.subjects[s]
	switch {
	case sub.Kind == tdkt.AUnit && sub.span.To != 0 && sub.span.To < tdkt.FirstDay(year):
		return tdkt.Errorf(tdkt.Invalid,
			"Đơn vị %s (%s) không được xét năm %d vì đã kết thúc hoạt động ngày %s; hãy chọn năm khác hoặc sửa ngày kết thúc.",
			sub.name, sub.code, year, sub.span.To)
	case sub.Kind == tdkt.AUnit:
		return tdkt.Errorf(tdkt.Invalid,
			"Đơn vị %s (%s) không được xét năm %d vì ngày thành lập là %s; hãy chọn năm khác hoặc sửa ngày thành lập.",
			sub.name, sub.code, year, sub.span.From)
	}
	span := "bắt đầu công tác ngày " + sub.span.From.String()
	if sub.span.To != 0 && sub.span.To < tdkt.FirstDay(year) {
		span = "ngày công tác cuối cùng là " + sub.span.To.String()
	}
	return tdkt.Errorf(tdkt.Invalid,
		"%s (%s) không được xét năm %d vì %s; hãy chọn năm khác hoặc sửa ngày vào làm, ngày thôi việc.",
		sub.name, sub.code, year, span)
}

// judge answers for a subject that is judged in the year; rows asks for the records
// behind each finding.
func (r *Rules) judge(f *Facts, g *Regime, t *Title, s int, q Question, rows bool) Result {
	on := q.On
	if on == 0 {
		on = tdkt.LastDay(q.Year)
	}
	j := judging{
		rules: r, facts: f, sub: s, year: q.Year, on: on, brief: q.Brief, rows: rows, out: make([]Finding, 0, t.size),
		refused: g.refused(t.Level, on),
	}
	answer := j.title(t)
	sub := &f.subjects[s]
	var notes []Remark
	if !q.Brief {
		notes = j.notes(g, t, answer)
	}
	return Result{
		Year: q.Year, Code: sub.code, Kind: sub.Kind, Title: t.Code, Regime: g.ID, Answer: answer,
		Hold: f.onHold(s, on), ManualOpen: j.open, Findings: j.out, Notes: notes, Subject: sub.Subject,
		Exceptions: f.exceptions[cause{q.Year, sub.Subject, t.Code}],
	}
}

// All judges every title of every subject judged in the year, people by code then
// units by code, titles in the regime's order. It stops when ctx ends. Findings have neither
// Rows nor Missing here: they are for the one question a person looks at.
func (r *Rules) All(ctx context.Context, f *Facts, year int, on tdkt.Day, brief bool) (iter.Seq[Result], error) {
	g, err := r.Criteria(year)
	if err != nil {
		return nil, err
	}
	titles := map[tdkt.SubjectKind][]*Title{
		tdkt.APerson: g.TitlesFor(tdkt.APerson), tdkt.AUnit: g.TitlesFor(tdkt.AUnit),
	}
	return func(yield func(Result) bool) {
		for s := range f.subjects {
			if ctx.Err() != nil {
				return
			}
			if !f.judged(s, year) {
				continue
			}
			for _, t := range titles[f.subjects[s].Kind] {
				if !f.asks(s, t) {
					continue
				}
				q := Question{Year: year, On: on, Subject: f.subjects[s].Subject, Title: t.Code, Brief: brief}
				if !yield(r.judge(f, g, t, s, q, false)) {
					return
				}
			}
		}
	}, nil
}

// judging is the judgement of one title of one subject in one year.
type judging struct {
	rules   *Rules
	facts   *Facts
	sub     int
	year    int
	on      tdkt.Day // the day whose decrees are cited
	after   int      // inside a since need: last year of the award counted from
	brief   bool
	bare    bool // only the answer and how much is open are wanted: no findings
	rows    bool // tell the records behind each finding and what is missing
	nested  bool // inside a meets need: ids carry their title
	way     string
	open    int // manual needs nobody has judged yet
	out     []Finding
	refused uint16   // loại hình of awards that do not count, as bits; see Regime.refused
	folds   folds    // of positions, where many people are asked
	hope    *hope    // what may still be entered; nil: judge what is there
	now     []Answer // beside out, while hoping: the answer without hope
}

// tally is what a group of needs comes to.
type tally struct {
	answer Answer // of the needs that were judged
	judged int    // needs that machine or person has judged
	manual int    // of them, manual ones
	open   int    // manual needs not yet judged
}

// counts says whether an alternative takes part: one of manual needs alone does
// only once they are ticked.
func (t tally) counts() bool {
	return t.judged > t.manual || t.answer == No || t.manual > 0 && t.open == 0
}

// title judges a title: its common needs together with each alternative.
func (j *judging) title(t *Title) Answer {
	needs, ways := j.facts.side(j.sub, t)
	common := j.group(needs)
	if len(ways) == 0 {
		if !common.counts() {
			return Unknown
		}
		return common.answer
	}
	best, counted := No, false
	for i := range ways {
		w := &ways[i]
		outer := j.way
		if !j.nested {
			j.way = w.name
		}
		own := j.group(w.needs)
		j.way = outer
		if own.counts() {
			best, counted = or(best, and(common.answer, own.answer)), true
		}
	}
	if !counted {
		return and(common.answer, Unknown)
	}
	return best
}

// group judges needs that must all be met.
func (j *judging) group(needs []*need) tally {
	t := tally{answer: Yes}
	for _, n := range needs {
		a, applies := j.need(n)
		switch {
		case !applies:
		case a == Manual:
			t.open++
		default:
			t.answer = and(t.answer, a)
			t.judged += ord(n.province == nil || a != Yes) // what a province asks besides does not make the statute's judged
			t.manual += ord(n.manual())
		}
	}
	return t
}

// need judges one need and adds its findings; false when it does not apply: not to the
// year, or because the local value that would switch it on is not set.
func (j *judging) need(n *need) (Answer, bool) {
	switch {
	case !n.asked(j.year) || len(n.Whom) > 0 && !j.employed(n.Whom) || n.less != nil && !j.reduced(n.less):
		return Yes, false
	case n.Local != "":
		return j.local(n)
	}
	if n.verb.many != nil {
		return n.verb.many(j, n), true
	}
	a := n.verb.judge(j, n)
	j.add(n, a, n.verb.tell)
	return a, true
}

// add appends a finding; what it rests on is told only when asked for.
func (j *judging) add(n *need, a Answer, t telling) {
	if a == Manual {
		j.open++
	}
	if j.bare {
		return
	}
	f := Finding{Need: n.ID, Answer: a, Why: n.Why, Way: j.way, Province: n.province != nil}
	f.Cite, f.Mark = n.under(j.on)
	if j.nested {
		f.Need = n.nested
	}
	hope, now := j.hope, a
	j.hope = nil
	if !j.brief && t.seen != nil {
		f.Seen = t.seen(j, n) + hope.dashed(n, a)
	}
	if hope != nil {
		now = j.today(n, a)
		j.now = append(j.now, now)
	}
	if j.rows && t.trace != nil {
		behind := t.trace(j, n)
		f.Rows = behind.rows
		if n.province != nil && !slices.ContainsFunc(f.Rows, func(r Row) bool { return r.Noun == tdkt.NounRegulation }) {
			f.Rows = append(f.Rows, Row{Noun: tdkt.NounRegulation, ID: n.province.id, Year: j.year})
		}
		if now == Unknown || now == Manual {
			f.Missing = behind.missing
		}
	}
	j.hope = hope
	j.out = append(j.out, f)
}

// window is the years a need looks at: counted from the year judged, or inside a
// since need from the year after the award.
func (j *judging) window(n *need) (a, z int) {
	switch {
	case n.Last > 0:
		return j.year - n.Last + 1, j.year
	case j.after == 0:
		return j.year + n.From, j.year + n.To
	}
	return j.after + 1, j.year - n.ExceptLast
}

// tooShort: a part that looks at the last so many years, of which some lie
// before the award.
func (j *judging) tooShort(n *need) bool {
	return j.after != 0 && n.Last > 0 && j.year-n.Last+1 <= j.after
}
