package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// SlotState says what one period of a person's year holds.
type SlotState int

// The states of a Slot.
const (
	SlotCounted SlotState = iota // confirmed, and counted in the mean
	SlotMissing                  // worked through, no sheet
	SlotSelf                     // the person's own marks alone: missing too
	SlotLeave                    // on leave the whole period
	SlotPartly                   // partly worked and without a sheet: not asked for
	SlotAway                     // before the first or after the last day of service
	SlotEarly                    // before the rules of marks were in force
	SlotAhead                    // not over yet
)

// Slot is one period of a person's year.
type Slot struct {
	Period tdkt.Period
	State  SlotState
	Mark   tdkt.PeriodMark // zero where there is none
	Leave  string          // kind of the leave that covers it
}

// Missing says whether a sheet is wanting.
func (s Slot) Missing() bool { return s.State == SlotMissing || s.State == SlotSelf }

// Note is a remark on a rating with the article behind it.
type Note struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Cite string `json:"cite"`
	Mark string `json:"mark"`
	// Wrong says that the rating cannot be so: it is refused where it is typed.
	Wrong bool `json:"wrong,omitempty"`
}

// Said is the note with its article, as lists show it.
func (n Note) Said() string {
	out := n.Text
	if n.Cite != "" {
		out += ": " + n.Cite
	}
	if n.Mark != "" && n.Mark != "V" {
		out += " (chưa kiểm chứng)"
	}
	return out
}

// Appraisal is what a person's marks of a year come to.
type Appraisal struct {
	Year     int
	Person   tdkt.Person
	Scheme   *RatingScheme // nil: no rules for this person and year
	Presumed bool          // the kind of staff was not entered
	Slots    []Slot
	Mean     int // hundredths, of the periods counted
	Count    int
	NotRated bool       // served too little
	Level    tdkt.Level // proposed, "" where none can be
	Notes    []Note

	unpaidDays int
}

// Missing lists the periods whose sheets are wanting.
func (a *Appraisal) Missing() []tdkt.Period {
	var out []tdkt.Period
	for _, s := range a.Slots {
		if s.Missing() {
			out = append(out, s.Period)
		}
	}
	return out
}

// Has says whether any mark was entered for the year.
func (a *Appraisal) Has() bool {
	return slices.ContainsFunc(a.Slots, func(s Slot) bool { return s.Mark.ID != "" })
}

// SchemeOf finds the scheme a person is rated by in a year: that of the kind of staff, the
// older one where the office has no rules of its own yet, that of civil servants where the
// kind was not entered (presumed), that of the office's decision for workers under contract.
func (r *Rules) SchemeOf(f *Facts, e tdkt.Employment, year int) (s *RatingScheme, presumed bool, err error) {
	switch e {
	case "":
		s, err = r.RatingScheme(tdkt.CivilServant, year)
		return s, true, err
	case tdkt.Worker:
		return r.workerScheme(f, year)
	case tdkt.Cadre, tdkt.CivilServant, tdkt.PublicStaff:
	}
	s, err = r.RatingScheme(e, year)
	if err != nil || s.Fallback == nil || s.Fallback.Year != year {
		return s, false, err
	}
	if yes, ok := localYesNo(f.localText(year, s.Fallback.Local)); ok && yes {
		for _, old := range r.ratings {
			if old.ID == s.Fallback.Scheme {
				return old, false, nil
			}
		}
	}
	return s, false, nil
}

// workerScheme is the scheme the office decided to rate workers under contract by.
func (r *Rules) workerScheme(f *Facts, year int) (*RatingScheme, bool, error) {
	for _, s := range r.ratings {
		if s.Workers == nil || !s.holds(year) {
			continue
		}
		yes, decided := localYesNo(f.localText(year, s.Workers.Local))
		switch {
		case yes:
			return s, false, nil
		case decided:
			return nil, false, tdkt.Errorf(tdkt.Invalid, "Cơ quan quyết định không xếp loại người lao động theo %s (%s).", s.Name, s.Workers.Cite)
		}
		return nil, false, tdkt.Errorf(tdkt.Invalid,
			"Cơ quan chưa quyết định có xếp loại người lao động theo %s hay không (%s); hãy ghi ở trang Quy định riêng năm %d.", s.Name, s.Workers.Cite, year)
	}
	_, err := r.RatingScheme(tdkt.Worker, year)
	return nil, false, err
}

// Quarterly says whether marks of a scheme are by quarter in a year: the office says so,
// or, where it says nothing, has entered marks of quarters alone.
func (f *Facts) quarterly(s *RatingScheme, person, year int) bool {
	if yes, ok := localYesNo(f.localText(year, s.Marks.quarterly)); ok {
		return yes
	}
	rows := f.marksOf(person, year)
	return len(rows) > 0 && !slices.ContainsFunc(rows, func(m tdkt.PeriodMark) bool { return !m.Period.IsQuarter() })
}

// marksOf are a person's marks of a year, in the order of their periods.
func (f *Facts) marksOf(person, year int) []tdkt.PeriodMark {
	rows := f.marks.of(person)
	from, _ := slices.BinarySearchFunc(rows, year, func(m markRow, y int) int { return cmp.Compare(m.year, y) })
	var out []tdkt.PeriodMark
	for ; from < len(rows) && rows[from].year == year; from++ {
		out = append(out, f.Snapshot.Marks[rows[from].row])
	}
	return out
}

// HasMarks says whether anything was entered for a person's periods of a year.
func (f *Facts) HasMarks(person tdkt.ID, year int) bool {
	p, ok := f.place[tdkt.PersonSubject(person)]
	return ok && len(f.marksOf(p, year)) > 0
}

// Periods are the periods that a kind of staff is marked in, in a year.
func (r *Rules) Periods(f *Facts, e tdkt.Employment, year int) []tdkt.Period {
	s, _, err := r.SchemeOf(f, e, year)
	if err != nil || s.Marks == nil {
		return nil
	}
	if yes, _ := localYesNo(f.localText(year, s.Marks.quarterly)); yes {
		return tdkt.Quarters()
	}
	return tdkt.Months()
}

// Appraise works out the year of a person from the marks of its periods. Periods that are
// not over on the day are not asked for; a zero day asks for the whole year.
func (r *Rules) Appraise(f *Facts, person tdkt.ID, year int, on tdkt.Day) Appraisal {
	place, ok := f.place[tdkt.PersonSubject(person)]
	if !ok {
		return Appraisal{Year: year}
	}
	return r.appraise(f, place, year, on)
}

func (r *Rules) appraise(f *Facts, place, year int, on tdkt.Day) Appraisal {
	a := Appraisal{Year: year, Person: f.Snapshot.People[f.subjects[place].row]}
	s, presumed, err := r.SchemeOf(f, a.Person.Employment, year)
	a.Scheme, a.Presumed = s, presumed
	rules := r.markRules(s, year)
	if rules == nil {
		a.fill(f, place, on, nil)
		if err != nil {
			a.Notes = append(a.Notes, Note{ID: "khong-co-quy-dinh", Text: tdkt.Sentence(err, nil)})
		}
		return a
	}
	a.fill(f, place, on, rules)
	a.mean(f, rules)
	if err != nil {
		a.Notes = append(a.Notes, Note{ID: "khong-co-quy-dinh", Text: tdkt.Sentence(err, nil)})
		return a
	}
	if presumed {
		a.Notes = append(a.Notes, Note{ID: "doi-tuong", Text: "chưa nhập đối tượng (công chức, viên chức…), tạm tính theo " + s.Name})
	}
	a.propose(f, place)
	return a
}

// markRules are the rules of marks of a scheme, or those of civil servants where the
// person has no scheme: a mean can be told all the same.
func (r *Rules) markRules(s *RatingScheme, year int) *MarkRules {
	if s != nil {
		return s.Marks
	}
	if c, err := r.RatingScheme(tdkt.CivilServant, year); err == nil {
		return c.Marks
	}
	return nil
}

// fill sorts the periods of the year.
func (a *Appraisal) fill(f *Facts, place int, on tdkt.Day, rules *MarkRules) {
	marks := map[tdkt.Period]tdkt.PeriodMark{}
	for _, m := range f.marksOf(place, a.Year) {
		marks[m.Period] = m
	}
	if rules == nil && len(marks) == 0 {
		return
	}
	list := tdkt.Months()
	if a.Scheme != nil && rules != nil && f.quarterly(a.Scheme, place, a.Year) {
		list = tdkt.Quarters()
	}
	whole := true
	var from tdkt.Day
	if rules != nil && rules.From != 0 {
		from = rules.From
		whole, _ = localYesNo(f.localText(a.Year, rules.fromLocal))
	}
	for _, p := range list {
		slot := Slot{Period: p, Mark: marks[p]}
		delete(marks, p)
		span := p.Span(a.Year)
		early := !whole && span.From < from
		slot.State, slot.Leave = a.state(f, slot.Mark, span, on)
		if early && slot.State != SlotAway {
			slot.State = SlotEarly
		}
		a.Slots = append(a.Slots, slot)
	}
	if len(marks) > 0 { // quarters beside months, or the other way round
		var names []string
		for _, p := range tdkt.Periods() {
			if _, ok := marks[p]; ok {
				names = append(names, string(p))
			}
		}
		a.Notes = append(a.Notes, Note{ID: "thang-va-quy", Text: "có điểm cả theo tháng và theo quý; không tính " + strings.Join(names, ", ")})
	}
}

// state sorts one period.
func (a *Appraisal) state(f *Facts, m tdkt.PeriodMark, span tdkt.Span, on tdkt.Day) (SlotState, string) {
	service := a.Person.Service()
	switch {
	case m.State.Counts():
		return SlotCounted, ""
	case !service.Overlaps(span):
		return SlotAway, ""
	}
	if kind, all := f.leaveIn(a.Person.ID, span, service); all {
		return SlotLeave, kind
	} else if m.State != tdkt.MarkSelf && (kind != "" || service.From > span.From || service.To != 0 && service.To < span.To) {
		return SlotPartly, kind
	}
	if on != 0 && on <= span.To {
		return SlotAhead, ""
	}
	if m.State == tdkt.MarkSelf {
		return SlotSelf, ""
	}
	return SlotMissing, ""
}

// leaveIn is the kind of leave in a span, and whether leave takes all days served in it.
func (f *Facts) leaveIn(person tdkt.ID, span, service tdkt.Span) (kind string, all bool) {
	rows := f.absences[person]
	if len(rows) == 0 {
		return "", false
	}
	from := max(span.From, service.From)
	to := span.To
	if service.To != 0 {
		to = min(to, service.To)
	}
	day := from
	for _, x := range rows { // by their first day
		if x.To < from || x.From > to {
			continue
		}
		kind = cmp.Or(kind, x.Kind)
		if x.From <= day && x.To >= day {
			day = x.To.Next()
		}
	}
	return kind, kind != "" && day > to
}

// mean works out the mean of what counts.
func (a *Appraisal) mean(f *Facts, rules *MarkRules) {
	sum := 0
	for _, s := range a.Slots {
		if s.State == SlotCounted {
			sum += s.Mark.Head.Total
			a.Count++
		}
	}
	if a.Count == 0 {
		return
	}
	a.Mean = MeanOf(sum, a.Count, rules.Mean.Digits, f.meanRounding(rules, a.Year))
}

func (f *Facts) meanRounding(rules *MarkRules, year int) string {
	if way, ok := localRounding(f.localText(year, rules.Mean.local)); ok {
		return way
	}
	return rules.Mean.Rounding
}

// MeanOf is the mean of n marks whose sum is given, in hundredths, to so many digits.
func MeanOf(sum, n, digits int, rounding string) int {
	unit := 1
	for range 2 - digits {
		unit *= 10
	}
	step := n * unit
	whole := sum / step
	switch rest := sum % step; {
	case rounding == roundUp && rest > 0, rounding == roundNear && 2*rest >= step:
		whole++
	}
	return whole * unit
}

// propose finds the level the rules come to, with what speaks for another.
func (a *Appraisal) propose(f *Facts, place int) {
	s := a.Scheme
	a.unpaidDays = f.unpaid(s, a.Person, a.Year)
	if s.Months != nil && !a.longEnough(s) {
		a.NotRated = true
		a.Notes = append(a.Notes, Note{ID: "duoi-6-thang", Text: fmt.Sprintf("làm việc chưa đủ %d tháng trong năm, không xếp loại", s.Months.Least), Cite: s.Months.Cite, Mark: s.Months.Mark})
	}
	a.noteMissing()
	failed := a.failed(f, place)
	a.Notes = append(a.Notes, failed...)
	switch {
	case a.NotRated:
	case len(failed) > 0:
		a.Level = tdkt.NotDone
	case a.Count > 0 && len(a.Missing()) == 0:
		a.Level = s.levelOf(a.Mean)
	}
}

// levelOf is the level of a mean, nought too.
func (s *RatingScheme) levelOf(points int) tdkt.Level {
	for _, l := range s.Levels {
		if points >= l.Points*100 {
			return l.Level
		}
	}
	return ""
}

// longEnough says whether the person worked long enough to be rated: unpaid leave is no
// time worked.
func (a *Appraisal) longEnough(s *RatingScheme) bool {
	from, to := max(a.Person.Start, tdkt.FirstDay(a.Year)), tdkt.LastDay(a.Year)
	if a.Person.End != 0 {
		to = min(to, a.Person.End)
	}
	end := to.Next()
	for range a.unpaidDays {
		end = end.Prev()
	}
	return from.AddMonths(s.Months.Least) <= end
}

// noteMissing names the periods without a sheet.
func (a *Appraisal) noteMissing() {
	if list := a.Missing(); len(list) > 0 && a.Has() {
		a.Notes = append(a.Notes, Note{ID: "thieu-phieu", Text: missingWords(a.Slots), Cite: a.Scheme.Marks.Mean.Cite, Mark: a.Scheme.Marks.Mean.Mark})
	}
}

// missingWords is "thiếu phiếu tháng 3; tháng 10 mới tự chấm, chưa xác nhận".
func missingWords(slots []Slot) string {
	var none, self []tdkt.Period
	for _, s := range slots {
		switch s.State { //nolint:exhaustive // the others are not missing
		case SlotMissing:
			none = append(none, s.Period)
		case SlotSelf:
			self = append(self, s.Period)
		}
	}
	var out []string
	if len(none) > 0 {
		out = append(out, periodWords(none)+" thiếu phiếu")
	}
	if len(self) > 0 {
		out = append(out, periodWords(self)+" mới tự chấm, chưa xác nhận")
	}
	return strings.Join(out, "; ")
}

// periodWords is "tháng 3, 10", "quý II, IV".
func periodWords(list []tdkt.Period) string {
	var out []string
	for i, p := range list {
		words := p.Words()
		if i > 0 && p.IsQuarter() == list[0].IsQuarter() {
			_, words, _ = strings.Cut(words, " ")
		}
		out = append(out, words)
	}
	return strings.Join(out, ", ")
}

// MeanWords is "TB 12 tháng 91,4; tháng 3 thiếu phiếu", "" where nothing was entered.
func (a *Appraisal) MeanWords() string {
	if !a.Has() {
		return ""
	}
	var out []string
	if a.Count > 0 {
		unit := "tháng"
		if len(a.Slots) == 4 {
			unit = "quý"
		}
		out = append(out, fmt.Sprintf("TB %d %s %s", a.Count, unit, pointText(a.Mean)))
	}
	if text := missingWords(a.Slots); text != "" {
		out = append(out, text)
	}
	var early, partly []tdkt.Period
	for _, s := range a.Slots {
		if s.State == SlotPartly {
			partly = append(partly, s.Period)
		}
		if s.State == SlotEarly && s.Mark.State.Counts() {
			early = append(early, s.Period)
		}
	}
	if len(partly) > 0 {
		out = append(out, periodWords(partly)+" làm một phần, không có phiếu nên không tính")
	}
	if len(early) > 0 {
		out = append(out, fmt.Sprintf("không tính %s, trước ngày %s (%s)", periodWords(early), a.Scheme.Marks.From, a.Scheme.Marks.FromCite))
	}
	return strings.Join(out, "; ")
}

// pointText writes hundredths with the comma of Vietnamese numbers.
func pointText(hundredths int) string {
	text := fmt.Sprintf("%d,%02d", hundredths/100, hundredths%100)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ",")
}

// unfounded says whether a person's rating of a year cannot be relied on yet: marks were
// entered for its periods, and a sheet is wanting; or every sheet is there and nobody has
// decided the level. The last period of the year is not asked for beside a decided level,
// since the year is rated before it ends.
func (r *Rules) unfounded(f *Facts, s, year int) bool {
	if s >= f.people || len(f.marks.of(s)) == 0 || len(f.marksOf(s, year)) == 0 {
		return false
	}
	a := r.appraise(f, s, year, 0)
	if a.NotRated {
		return false
	}
	_, decided := f.rating(s, year)
	if !decided {
		return true
	}
	missing := a.Missing()
	if n := len(missing); n > 0 {
		if _, last := missing[n-1].Months(); last == 12 && a.Scheme != nil && a.Scheme.Decide != nil {
			missing = missing[:n-1]
		}
	}
	return len(missing) > 0
}

// unfounded is what such a rating means: unknown, or met while hoping for an open year.
func (j *judging) unfounded(year int) Answer {
	if j.hope != nil && !j.facts.allClosed(tdkt.RatingBook, max(year, j.hope.year), year) {
		return Yes
	}
	return Unknown
}

// marksSeen tells the mean behind a rating of a year, "" where no marks were entered.
func (j *judging) marksSeen(year int) string {
	if j.sub >= j.facts.people || len(j.facts.marks.of(j.sub)) == 0 {
		return ""
	}
	a := j.rules.appraise(j.facts, j.sub, year, 0)
	return a.MeanWords()
}

// lackMarks asks for the sheets that are wanting in a year, or for the decision.
func (j *judging) lackMarks(year int) []Missing {
	a := j.rules.appraise(j.facts, j.sub, year, 0)
	if list := a.Missing(); len(list) > 0 {
		m := Missing{Noun: tdkt.NounPeriodMark, Subjects: j.me(), Years: []int{year}}
		return []Missing{j.entry(m, "điểm đã xác nhận của "+periodWords(list), "")}
	}
	return []Missing{j.entry(Missing{Noun: tdkt.NounRating, Subjects: j.me(), Years: []int{year}}, "mức xếp loại đã quyết định", "")}
}

// MarksOf are a person's marks of a year, in the order of their periods.
func (f *Facts) MarksOf(person tdkt.ID, year int) []tdkt.PeriodMark {
	if p, ok := f.place[tdkt.PersonSubject(person)]; ok {
		return f.marksOf(p, year)
	}
	return nil
}

// Words is what a period holds, in short: "91,4", "thiếu", "thai sản", "–".
func (s Slot) Words() string {
	switch s.State {
	case SlotCounted:
		return pointText(s.Mark.Head.Total)
	case SlotMissing:
		return "thiếu"
	case SlotSelf:
		return "tự chấm " + pointText(s.Mark.Self.Total)
	case SlotLeave, SlotPartly:
		if s.Leave != "" {
			return s.Leave
		}
	case SlotEarly:
		if s.Mark.State.Counts() {
			return "(" + pointText(s.Mark.Head.Total) + ")"
		}
	case SlotAway, SlotAhead:
	}
	return "–"
}
