package app

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// PeriodView is the marks of a year by people and periods, as the page shows them.
type PeriodView struct {
	Year     int
	Quarters bool
	Periods  []tdkt.Period
	Rows     []PeriodRow
	Caps     []law.QuotaLine // as if the proposals were decided where nothing is yet
	Unrated  int             // served too little
	Missing  []PeriodGap     // periods with sheets wanting
	Locked   []tdkt.Period   // periods all of whose marks are locked
}

// PeriodRow is one person's year.
type PeriodRow struct {
	law.Appraisal
	Unit   tdkt.ID
	Group  string
	Rating tdkt.Rating // zero where nothing is decided
	Doubts []string    // what in the decided rating does not agree with the rules
}

// AllNotes are the remarks on the year and on its decided rating, each once.
func (r PeriodRow) AllNotes(v *View, on tdkt.Day) []law.Note {
	out := slices.Clone(r.Notes)
	for _, n := range v.Rules.RatingNotes(v.Facts, r.Rating, on) {
		if !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// PeriodGap is a period whose sheets are wanting: whose, room by room.
type PeriodGap struct {
	Period tdkt.Period
	Rooms  []RoomGap
}

// RoomGap is how many of a room's people lack a sheet.
type RoomGap struct {
	Unit           tdkt.Unit
	Missing, Total int
	First          tdkt.ID // the first who lacks one
}

// ByPeriods says whether the year is rated by months or quarters.
func (v *View) ByPeriods(year int) bool {
	s, err := v.Rules.RatingScheme(tdkt.CivilServant, year)
	return err == nil && s.Marks != nil
}

// PeriodView gathers the marks of a year for a unit and those below it ("" for all). Sheets
// of periods that are not over on the day are not wanting.
func (v *View) PeriodView(year int, unit tdkt.ID, on tdkt.Day) *PeriodView {
	out := &PeriodView{Year: year, Periods: tdkt.Months()}
	months, quarters := false, false
	levels := map[tdkt.Subject]tdkt.Level{}
	ratings := v.ratingsOf(year)
	people := v.PeopleOf(year, unit)
	out.Rows = make([]PeriodRow, 0, len(people))
	for _, p := range people {
		row := PeriodRow{Appraisal: v.Rules.Appraise(v.Facts, p.ID, year, on), Unit: v.UnitIn(p, year), Group: v.Facts.Group(p.ID, year)}
		row.Rating = ratings[tdkt.PersonSubject(p.ID)]
		if row.Rating.Level != "" {
			row.Doubts = v.NotesOf(row.Rating, on)
		} else if row.Level != "" {
			levels[tdkt.PersonSubject(p.ID)] = row.Level
		}
		if row.NotRated {
			out.Unrated++
		}
		switch len(row.Slots) {
		case 4:
			quarters = true
		case 12:
			months = true
		}
		out.Rows = append(out.Rows, row)
	}
	if quarters && !months {
		out.Quarters, out.Periods = true, tdkt.Quarters()
	}
	if lines, err := v.Rules.RatingQuotasWith(v.Facts, year, levels); err == nil {
		out.Caps = slices.DeleteFunc(lines, func(l law.QuotaLine) bool { return l.Units })
	}
	out.Missing, out.Locked = v.gaps(out), locked(out)
	return out
}

// ratingsOf are the ratings of a year by their subjects.
func (v *View) ratingsOf(year int) map[tdkt.Subject]tdkt.Rating {
	out := map[tdkt.Subject]tdkt.Rating{}
	for _, r := range v.Ratings {
		if r.Year == year {
			out[r.Subject] = r
		}
	}
	return out
}

// locked lists the periods that have marks, all of them locked.
func locked(p *PeriodView) []tdkt.Period {
	var out []tdkt.Period
	for i, period := range p.Periods {
		some, all := false, true
		for _, r := range p.Rows {
			if len(r.Slots) == len(p.Periods) && r.Slots[i].Mark.ID != "" {
				some, all = true, all && r.Slots[i].Mark.State == tdkt.MarkLocked
			}
		}
		if some && all {
			out = append(out, period)
		}
	}
	return out
}

// gaps lists the periods with sheets wanting, room by room in the order of the units. A
// year nobody was marked in has none: the office may not have begun.
func (v *View) gaps(p *PeriodView) []PeriodGap {
	if !slices.ContainsFunc(p.Rows, func(r PeriodRow) bool { return r.Has() }) {
		return nil
	}
	var out []PeriodGap
	for i, period := range p.Periods {
		rooms := map[tdkt.ID]*RoomGap{}
		for _, r := range p.Rows {
			if len(r.Slots) != len(p.Periods) || r.Scheme == nil {
				continue
			}
			g := rooms[r.Unit]
			if g == nil {
				g = &RoomGap{}
				g.Unit, _ = v.Facts.Unit(r.Unit)
				rooms[r.Unit] = g
			}
			g.Total++
			if r.Slots[i].Missing() {
				g.Missing++
				g.First = cmp.Or(g.First, r.Person.ID)
			}
		}
		gap := PeriodGap{Period: period}
		for _, id := range slices.Sorted(maps.Keys(rooms)) {
			if rooms[id].Missing > 0 {
				gap.Rooms = append(gap.Rooms, *rooms[id])
			}
		}
		slices.SortFunc(gap.Rooms, func(a, b RoomGap) int { return cmp.Compare(a.Unit.Code, b.Unit.Code) })
		if len(gap.Rooms) > 0 {
			out = append(out, gap)
		}
	}
	return out
}

// UnsentPeriods is who has not sent the sheets of the periods that are over, as things to be
// done: one for each period, naming the rooms.
func (v *View) UnsentPeriods(year int, unit tdkt.ID, on tdkt.Day) []Todo {
	if !v.ByPeriods(year) || len(v.Marks) == 0 {
		return nil
	}
	var out []Todo
	for _, g := range v.PeriodView(year, unit, on).Missing {
		var rooms []string
		people := 0
		for _, r := range g.Rooms {
			rooms = append(rooms, fmt.Sprintf("%s (%d)", r.Unit.Name, r.Missing))
			people += r.Missing
		}
		const shown = 4
		if more := len(rooms) - shown; more > 0 {
			rooms = append(rooms[:shown], fmt.Sprintf("và %d đơn vị khác", more))
		}
		out = append(out, Todo{
			What: fmt.Sprintf("Chưa có phiếu %s năm %d", g.Period.Words(), year), Who: list(rooms), Count: people,
			Due: g.Period.Span(year).To, Late: true, At: AtPeriods, Title: string(g.Period), Subject: tdkt.PersonSubject(g.Rooms[0].First),
		})
	}
	return out
}

// MarkEdit sets one person's points of a period; Clear takes the mark away.
type MarkEdit struct {
	Person tdkt.ID
	Period tdkt.Period
	Score  tdkt.Score
	Own    bool // the person's own marks, not the head's
	Note   string
	Clear  bool
}

// MarkOf is a person's mark of a period; one with nothing in it where there is none.
func (v *View) MarkOf(year int, person tdkt.ID, p tdkt.Period) (tdkt.PeriodMark, bool) {
	for _, m := range v.Facts.MarksOf(person, year) {
		if m.Period == p {
			return m, true
		}
	}
	return tdkt.PeriodMark{Year: year, Person: person, Period: p, State: tdkt.MarkUnsent}, false
}

// SetMarks writes the points given, in one step: all of them or none.
func (a *App) SetMarks(ctx context.Context, year int, edits []MarkEdit) error {
	v := a.View()
	if err := v.open(year, tdkt.RatingBook); err != nil {
		return err
	}
	at := map[string]tdkt.PeriodMark{}
	var order []string
	gone := map[string]bool{}
	for _, e := range edits {
		key := join(e.Person, e.Period)
		m, seen := at[key]
		if !seen {
			m, _ = v.MarkOf(year, e.Person, e.Period)
			order = append(order, key)
		}
		if m.State == tdkt.MarkLocked {
			return tdkt.Errorf(tdkt.Invalid, "Điểm %s năm %d của %s đã khóa. Hãy mở khóa kỳ này (nêu lý do) rồi sửa.", e.Period.Words(), year, v.whom(e.Person))
		}
		gone[key] = e.Clear
		at[key] = edited(m, e, a.User, a.Today())
		if err := v.markProblem(at[key]); err != nil && !e.Clear {
			return err
		}
	}
	var put, drop []tdkt.Record
	for _, key := range order {
		m := at[key]
		switch {
		case gone[key] && m.ID != "":
			drop = append(drop, m)
		case gone[key]:
		default:
			m.ID = cmp.Or(m.ID, tdkt.NewID())
			put = append(put, m)
		}
	}
	words := fmt.Sprintf("Ghi %d điểm theo kỳ năm %d", len(order), year)
	if len(edits) == 1 {
		words = fmt.Sprintf("Điểm %s năm %d của %s", edits[0].Period.Words(), year, v.whom(edits[0].Person))
	}
	return a.Change(ctx, "set-marks", words, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	})
}

// edited lays an edit over a mark.
func edited(m tdkt.PeriodMark, e MarkEdit, by string, on tdkt.Day) tdkt.PeriodMark {
	if e.Note != "" {
		m.Note = tdkt.Clean(e.Note)
	}
	if e.Clear {
		return m
	}
	if e.Own {
		m.Self, m.Lines, m.Shares = e.Score, [tdkt.CommonLines]int16{}, [6]int16{}
		if m.State == tdkt.MarkUnsent {
			m.State = tdkt.MarkSelf
		}
		return m
	}
	m.Head, m.State, m.By, m.Date = e.Score, tdkt.MarkConfirmed, by, on
	return m
}

// LockPeriod locks the confirmed marks of a period of a unit and those below it ("" for
// all); it returns how many.
func (a *App) LockPeriod(ctx context.Context, year int, unit tdkt.ID, p tdkt.Period) (int, error) {
	list := a.View().marksIn(year, unit, p, tdkt.MarkConfirmed)
	if len(list) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Không có điểm đã xác nhận của %s năm %d để khóa.", p.Words(), year)
	}
	return len(list), a.restate(ctx, "lock-period", fmt.Sprintf("Khóa điểm %s năm %d: %d người", p.Words(), year, len(list)), list, tdkt.MarkLocked)
}

// UnlockPeriod opens the locked marks of a period again, with a reason that the history keeps.
func (a *App) UnlockPeriod(ctx context.Context, year int, unit tdkt.ID, p tdkt.Period, reason string) (int, error) {
	if reason = tdkt.Clean(reason); reason == "" {
		return 0, tdkt.Errorf(tdkt.Invalid, "Mở khóa cần có lý do. Hãy ghi lý do rồi làm lại.")
	}
	list := a.View().marksIn(year, unit, p, tdkt.MarkLocked)
	if len(list) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Điểm %s năm %d chưa khóa.", p.Words(), year)
	}
	return len(list), a.restate(ctx, "unlock-period", fmt.Sprintf("Mở khóa điểm %s năm %d: %d người; lý do: %s", p.Words(), year, len(list), reason), list, tdkt.MarkConfirmed)
}

// marksIn are the marks of a period in one state.
func (v *View) marksIn(year int, unit tdkt.ID, p tdkt.Period, state tdkt.MarkState) []tdkt.PeriodMark {
	var out []tdkt.PeriodMark
	for _, person := range v.PeopleOf(year, unit) {
		if m, ok := v.MarkOf(year, person.ID, p); ok && m.State == state {
			out = append(out, m)
		}
	}
	return out
}

func (a *App) restate(ctx context.Context, verb, words string, list []tdkt.PeriodMark, state tdkt.MarkState) error {
	put := make([]tdkt.Record, len(list))
	for i, m := range list {
		m.State = state
		put[i] = m
	}
	return a.Change(ctx, verb, words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// DecideProposed decides the levels that the rules propose for the people given, with their
// means, in one step. People without a proposal are left out; it returns how many were
// decided.
func (a *App) DecideProposed(ctx context.Context, year int, people []tdkt.ID, decision string) (int, error) {
	v := a.View()
	if err := v.open(year, tdkt.RatingBook); err != nil {
		return 0, err
	}
	var put []tdkt.Record
	for _, id := range people {
		x := v.Rules.Appraise(v.Facts, id, year, a.Today())
		if x.Level == "" {
			continue
		}
		r, had := v.RatingOf(year, tdkt.PersonSubject(id))
		if !had {
			r = tdkt.Rating{ID: tdkt.NewID(), Year: year, Subject: tdkt.PersonSubject(id)}
		}
		r.Level, r.Points, r.Why = x.Level, x.Mean, ""
		r.Decision = cmp.Or(tdkt.Clean(decision), r.Decision)
		put = append(put, r)
	}
	if len(put) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Không ai trong số đã chọn có mức đề xuất: còn thiếu phiếu, hoặc không thuộc diện xếp loại.")
	}
	words := fmt.Sprintf("Quyết định xếp loại năm %d theo đề xuất: %d người", year, len(put))
	return len(put), a.Change(ctx, "decide-ratings", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// markRules are the rules of marks that hold for a person in a year; nil for none.
func (v *View) markRules(p tdkt.Person, year int) *law.MarkRules {
	s, _, err := v.Rules.SchemeOf(v.Facts, p.Employment, year)
	if err != nil {
		return nil
	}
	return s.Marks
}

// SetRatingFact writes a fact that the rules of rating ask for.
func (a *App) SetRatingFact(ctx context.Context, x tdkt.RatingFact) error {
	v := a.View()
	if err := v.open(x.Year, tdkt.RatingBook); err != nil {
		return err
	}
	if err := v.factProblem(x); err != nil {
		return err
	}
	for _, old := range v.RatingFacts {
		if old.Year == x.Year && old.Subject == x.Subject && old.Key == x.Key {
			x.ID = old.ID
		}
	}
	x.ID, x.Document = cmp.Or(x.ID, tdkt.NewID()), tdkt.Clean(x.Document)
	return a.Change(ctx, "set-rating-fact", fmt.Sprintf("Căn cứ xếp loại năm %d của %s: %s", x.Year, v.Facts.NameOf(x.Subject), v.FactName(x.Year, x.Key)),
		func(tx Tx) error { return tx.Put(ctx, x) })
}

// PetitionDeadline is the last day to answer who does not agree with a rating of a year,
// when the petition came on a day: working days, Saturdays and Sundays left out. Public
// holidays are not known here. False where the year's rules say nothing.
func (v *View) PetitionDeadline(year int, received tdkt.Day) (tdkt.Day, law.Petition, bool) {
	s, err := v.Rules.RatingScheme(tdkt.CivilServant, year)
	if err != nil || s.Petition == nil || received == 0 {
		return 0, law.Petition{}, false
	}
	return s.Petition.Last(received), *s.Petition, true
}

// Petition registers that somebody does not agree with the rating of a year: a petition with
// its deadline, among the other complaints.
func (a *App) Petition(ctx context.Context, year int, subject tdkt.Subject, received tdkt.Day, summary string) (tdkt.Day, error) {
	deadline, rule, ok := a.View().PetitionDeadline(year, received)
	if !ok {
		return 0, tdkt.Errorf(tdkt.Invalid, "Quy định xếp loại năm %d không nêu hạn giải quyết kiến nghị. Hãy ghi đơn ở trang Khiếu nại với hạn của cơ quan.", year)
	}
	text := fmt.Sprintf("Kiến nghị về xếp loại năm %d: %s (%s)", year, tdkt.Clean(summary), rule.Cite)
	return deadline, a.SaveComplaint(ctx, tdkt.Complaint{
		Kind: tdkt.Petition, Subject: subject, Received: received, Sender: a.View().Facts.NameOf(subject), Summary: text, Deadline: deadline,
	})
}
