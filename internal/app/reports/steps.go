package reports

import (
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// YearStepState is how far a step of the year is.
type YearStepState int

// The states of a step.
const (
	StepToCome YearStepState = iota
	StepNow
	StepLate
	StepDone
)

// YearStep is one step of the year's way from the plan to the summing up: how far it is,
// what stands in its way, and where that is mended.
type YearStep struct {
	Name      string
	State     YearStepState
	Count, Of int    // how many are done, of how many; Of 0 where nothing is counted
	Blocker   string // what is lacking, in a few words; "" for nothing
	At        Spot
	Subject   tdkt.Subject // the first it lacks
	Title     string
	Missing   bool // the list shows only those who lack it
}

// Words are the name with what matters: what is lacking, else the count.
func (s YearStep) Words() string {
	switch {
	case s.Blocker != "" && (s.State == StepNow || s.State == StepLate):
		return s.Name + ": " + s.Blocker
	case s.Of > 0:
		return fmt.Sprintf("%s %d/%d", s.Name, s.Count, s.Of)
	}
	return s.Name
}

// YearSteps is the way of a year on a day. The first step that is not done is the one at
// hand; it is late when the year is over or a day of its own has passed.
func YearSteps(ctx context.Context, v *view.View, year int, on tdkt.Day) []YearStep {
	if len(v.People) == 0 {
		return []YearStep{{Name: "Nhân sự", State: StepNow, Blocker: "chưa có cán bộ nào", At: AtStaff}}
	}
	m := &stepMaker{v: v, year: year, on: on, y: v.YearOf(year)}
	if results, err := v.Answers(ctx, year); err == nil {
		m.results = results
	}
	steps := []YearStep{m.plan(), m.pledges(), m.ratings(), m.answers(), m.council(), m.submission(), m.decisions(), m.closing()}
	at := false
	for i := range steps {
		s := &steps[i]
		if s.State == StepDone || s.State == StepLate {
			continue
		}
		if !at {
			at = true
			s.State = StepNow
			if on > tdkt.LastDay(year) {
				s.State = StepLate
			}
		}
	}
	return steps
}

type stepMaker struct {
	v    *view.View
	year int
	on   tdkt.Day
	y    tdkt.Year

	results *law.Verdicts // nil for a year without rules
}

func (m *stepMaker) plan() YearStep {
	s := YearStep{Name: "Kế hoạch", At: AtPlans}
	if len(m.v.PlansOf(m.year)) == 0 {
		s.Blocker = "chưa có"
		return s
	}
	s.State = StepDone
	late := 0
	for _, t := range m.v.TasksOf(m.year, "") {
		if t.Late(m.on) {
			late++
		}
	}
	if late > 0 {
		s.State, s.At, s.Missing, s.Blocker = StepLate, AtTasks, true, fmt.Sprintf("%d việc trễ", late)
	}
	return s
}

// counted is a step that everybody on the list takes, done when its book is closed or
// nobody lacks it.
func (m *stepMaker) counted(s YearStep, book tdkt.Book, lacks string, done func(law.YearMark) bool) YearStep {
	s.Missing = true
	s.Of, s.Count = m.count(done)
	if m.y.IsClosed(book) || s.Count == s.Of {
		s.State, s.Missing = StepDone, false
		return s
	}
	for _, p := range m.v.PeopleOf(m.year, "") {
		if who := tdkt.PersonSubject(p.ID); !done(m.v.Facts.YearMark(who, m.year)) {
			s.Subject = who
			break
		}
	}
	s.Blocker = fmt.Sprintf("%d người %s", s.Of-s.Count, lacks)
	return s
}

func (m *stepMaker) count(done func(law.YearMark) bool) (of, count int) {
	if m.results != nil {
		return m.results.People(done)
	}
	for _, p := range m.v.PeopleOf(m.year, "") {
		if of++; done(m.v.Facts.YearMark(tdkt.PersonSubject(p.ID), m.year)) {
			count++
		}
	}
	return of, count
}

func (m *stepMaker) pledges() YearStep {
	return m.counted(YearStep{Name: "Đăng ký", At: AtPledges}, tdkt.PledgeBook, "chưa đăng ký", func(y law.YearMark) bool { return y.Pledged })
}

func (m *stepMaker) ratings() YearStep {
	s := m.counted(YearStep{Name: "Đánh giá", At: AtRatings}, tdkt.RatingBook, "chưa xếp loại", func(y law.YearMark) bool { return y.Rated })
	if s.State != StepDone {
		m.sheets(&s)
	}
	return s
}

// sheets turns a step of ratings to the first month or quarter that is over and whose
// sheets are wanting: before a year is rated its periods are.
func (m *stepMaker) sheets(s *YearStep) {
	if !m.v.ByPeriods(m.year) || len(m.v.Marks) == 0 {
		return
	}
	if gaps := m.v.PeriodView(m.year, "", m.on).Missing; len(gaps) > 0 {
		g := gaps[0]
		s.At, s.Missing, s.Title = AtPeriods, false, string(g.Period)
		s.Subject = tdkt.PersonSubject(g.Rooms[0].First)
		s.Blocker = fmt.Sprintf("%d phòng thiếu phiếu %s", len(g.Rooms), g.Period.Words())
	}
}

// answers counts what was pledged and cannot be judged for lack of data.
func (m *stepMaker) answers() YearStep {
	s := YearStep{Name: "Xét điều kiện", At: AtAwards}
	if m.results == nil {
		s.Blocker = "chưa có quy định"
		return s
	}
	var open int
	open, s.Subject, s.Title = m.results.Lacking()
	named := len(m.standing())
	switch {
	case m.y.IsClosed(tdkt.TitleBook):
		s.State, s.Subject, s.Title = StepDone, tdkt.Subject{}, ""
	case open > 0:
		s.Blocker = fmt.Sprintf("%d thiếu dữ liệu", open)
	case named == 0:
		s.Blocker = "chưa đề nghị ai"
	default:
		s.State = StepDone
	}
	return s
}

// standing is the nominations of the year that were not withdrawn.
func (m *stepMaker) standing() []tdkt.Nomination {
	var out []tdkt.Nomination
	for _, n := range m.v.Nominations {
		if n.Year == m.year && n.State != tdkt.Withdrawn && n.State != tdkt.Returned {
			out = append(out, n)
		}
	}
	return out
}

// AwaitsCouncil says whether a nomination still waits for the Council: nobody decided on
// it, and the book of titles of its year is open. What a closed book does not hold was not
// given, and waits for nothing.
func AwaitsCouncil(v *view.View, n tdkt.Nomination) bool {
	return (n.State == tdkt.Proposed || n.State == tdkt.Considered) && !v.YearOf(n.Year).IsClosed(tdkt.TitleBook)
}

// ours says whether the department itself decides on a nomination, without the province.
func (m *stepMaker) ours(n tdkt.Nomination) bool {
	c, ok := m.v.Rules.CodeOf(n.Title, n.Year)
	return ok && c.Level == dossier.OwnLevel
}

// waiting counts the nominations that are wanted; the first of them is where the page
// opens.
func (m *stepMaker) waiting(s *YearStep, want func(tdkt.Nomination) bool) int {
	n := 0
	for _, nom := range m.standing() {
		if !want(nom) {
			continue
		}
		if n == 0 {
			s.Subject, s.Title = nom.Subject, nom.Title
		}
		n++
	}
	return n
}

func (m *stepMaker) council() YearStep {
	s := YearStep{Name: "Hội đồng", At: AtCouncil}
	if waits := m.waiting(&s, func(n tdkt.Nomination) bool { return AwaitsCouncil(m.v, n) }); waits > 0 {
		s.Blocker = fmt.Sprintf("%d đề nghị chờ họp", waits)
		for _, meeting := range m.v.MeetingsOf(m.year) {
			if meeting.Date > m.on {
				s.Blocker = fmt.Sprintf("họp %s", meeting.Date)
				break
			}
			s.Blocker, s.Missing = fmt.Sprintf("%d đề nghị chờ kết quả", waits), true
		}
		return s
	}
	if len(m.standing()) > 0 {
		s.State = StepDone
	}
	return s
}

// submission is what goes to the province; what the department decides itself does not.
func (m *stepMaker) submission() YearStep {
	s := YearStep{Name: "Trình", At: AtDossiers}
	waits := m.waiting(&s, func(n tdkt.Nomination) bool { return n.State == tdkt.Approved && !m.ours(n) })
	switch {
	case m.y.IsClosed(tdkt.TitleBook):
		s.State, s.Subject, s.Title = StepDone, tdkt.Subject{}, ""
	case waits > 0:
		s.Blocker, s.Missing = fmt.Sprintf("%d hồ sơ chưa trình", waits), true
	case m.council().State == StepDone:
		s.State = StepDone
	}
	return s
}

func (m *stepMaker) decisions() YearStep {
	s := YearStep{Name: "Quyết định", At: AtDecisions}
	waits := m.waiting(&s, func(n tdkt.Nomination) bool {
		return n.State == tdkt.Submitted || n.State == tdkt.Approved && m.ours(n)
	})
	decided := m.waiting(&YearStep{}, func(n tdkt.Nomination) bool { return n.State == tdkt.Recognised || n.State == tdkt.Refused })
	switch {
	case m.y.IsClosed(tdkt.TitleBook):
		s.State, s.Subject, s.Title = StepDone, tdkt.Subject{}, ""
	case waits > 0:
		s.Blocker, s.Missing = fmt.Sprintf("%d chờ quyết định", waits), true
	case decided > 0 && m.submission().State == StepDone:
		s.State = StepDone
	}
	return s
}

func (m *stepMaker) closing() YearStep {
	s := YearStep{Name: "Tổng kết", At: AtStatistics}
	if m.y.IsClosed(tdkt.TitleBook) || m.y.Locked {
		s.State = StepDone
		if !m.y.Locked {
			s.At = AtClosing
		}
		return s
	}
	s.At, s.Blocker = AtAwards, "chưa chốt sổ danh hiệu"
	return s
}
