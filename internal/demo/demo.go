package demo

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// Data is the sample: everything one operation writes into an empty data file.
type Data struct {
	Org         tdkt.Org
	Snapshot    tdkt.Snapshot
	Nominations []tdkt.Nomination
	Proceedings tdkt.Proceedings
	tdkt.Work
	Blocs tdkt.Blocs
}

// Build makes the sample. Two calls give equal values that share nothing.
func Build() Data {
	b := &builder{counts: map[tdkt.Noun]int{}, subjects: map[string]tdkt.Subject{}}
	b.org()
	b.units()
	b.people()
	b.events()
	b.decisions()
	b.years()
	b.initiatives()
	b.awards()
	b.ticks()
	b.exceptions()
	b.locals()
	b.nominations()
	b.proceedings()
	b.plan()
	b.work()
	b.marks()
	b.blocs()
	b.data.Snapshot.Org = b.data.Org
	return b.data
}

// Records lists every row in an order in which each finds the rows it refers to:
// a unit after its parent, a person after the unit, all else after the people.
func (d Data) Records() []tdkt.Record {
	s := d.Snapshot
	out := []tdkt.Record{d.Org}
	out = add(out, s.Units)
	out = add(out, s.People)
	out = add(out, s.Posts)
	out = add(out, s.Disciplines)
	out = add(out, s.Absences)
	out = add(out, s.Holds)
	out = add(out, s.Ratings)
	out = add(out, s.Initiatives)
	out = add(out, s.Awards)
	out = add(out, s.Pledges)
	out = add(out, s.Ticks)
	out = add(out, s.Exceptions)
	out = add(out, s.Locals)
	out = add(out, s.Years)
	out = add(out, d.Nominations)
	out = add(out, d.Plans)
	out = add(out, d.Tasks)
	out = add(out, d.Movements)
	out = add(out, d.Participants)
	out = add(out, d.Examples)
	out = add(out, d.Events)
	out = add(out, d.Attendances)
	out = add(out, d.Pacts)
	out = add(out, s.Marks)
	out = add(out, s.Duties)
	out = add(out, d.Items)
	out = add(out, d.Blocs.Blocs)
	out = add(out, d.Blocs.BlocMembers)
	out = add(out, d.Blocs.BlocCriteria)
	out = add(out, d.Blocs.BlocMarks)
	out = add(out, d.Blocs.BlocExtras)
	p := d.Proceedings
	out = add(out, p.Members)
	out = add(out, p.Meetings)
	out = add(out, p.Presences)
	out = add(out, p.Ballots)
	out = add(out, p.Decisions)
	out = add(out, p.Lines)
	out = add(out, p.Funds)
	return add(out, p.Complaints)
}

func add[R tdkt.Record](out []tdkt.Record, rows []R) []tdkt.Record {
	for _, r := range rows {
		out = append(out, r)
	}
	return out
}

// builder grows the sample table by table; a later table may name what an earlier
// one made.
type builder struct {
	data     Data
	counts   map[tdkt.Noun]int
	subjects map[string]tdkt.Subject // by mã cán bộ or mã đơn vị
	byYear   map[int]decisions
	byLetter map[string]titlesOf // by kind and letter of years.txt
}

// subject finds a person or unit by code; r is the row that names it.
func (b *builder) subject(r row, code string) tdkt.Subject {
	s, ok := b.subjects[code]
	if !ok {
		r.fail("no person or unit %q", code)
	}
	return s
}

// id is the next key of a noun: the form of a UUIDv7, of a fixed moment, with the
// noun's place and the row's number where chance would stand.
func (b *builder) id(n tdkt.Noun) tdkt.ID {
	b.counts[n]++
	return makeID(n, b.counts[n])
}

func makeID(n tdkt.Noun, number int) tdkt.ID {
	const moment = 1_730_682_000_000 // 4 November 2024, 08:00 in Tây Ninh, in milliseconds
	place := 0
	for i, noun := range nouns() {
		if noun == n {
			place = i + 1
		}
	}
	stamp := fmt.Sprintf("%012x", moment)
	return tdkt.ID(fmt.Sprintf("%s-%s-7%03x-8000-%012x", stamp[:8], stamp[8:], place, number))
}

// nouns in a fixed order: a noun's place is part of its keys, so new ones go last.
func nouns() []tdkt.Noun {
	return []tdkt.Noun{
		tdkt.NounOrg, tdkt.NounUnit, tdkt.NounPerson, tdkt.NounPost, tdkt.NounDiscipline,
		tdkt.NounAbsence, tdkt.NounHold, tdkt.NounRating, tdkt.NounInitiative, tdkt.NounAward,
		tdkt.NounPledge, tdkt.NounTick, tdkt.NounLocal, tdkt.NounYear, tdkt.NounNomination, tdkt.NounPlan,
		tdkt.NounMember, tdkt.NounMeeting, tdkt.NounPresence, tdkt.NounBallot, tdkt.NounDecision,
		tdkt.NounDecisionLine, tdkt.NounFundEntry, tdkt.NounComplaint,
		tdkt.NounTask, tdkt.NounMovement, tdkt.NounParticipant, tdkt.NounExample, tdkt.NounEvent, tdkt.NounAttendance, tdkt.NounPact,
		tdkt.NounPeriodMark, tdkt.NounWorkItem, tdkt.NounDuty, tdkt.NounRatingFact,
		tdkt.NounException, tdkt.NounPassage, tdkt.NounFigure, tdkt.NounLayout,
		tdkt.NounBloc, tdkt.NounBlocMember, tdkt.NounBlocCriterion, tdkt.NounBlocMark, tdkt.NounBlocExtra,
	}
}
