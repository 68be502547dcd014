package dossier

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Room is what the papers of a room, or of the office as a whole, say.
type Room struct {
	Unit    UnitNode
	Above   string // name of the unit above, "" for the office itself
	Head    Who    // who leads it, zero where nobody is entered as leading
	Members int    // on the last day of the year
	Cases   []RoomCase
	Own     []string // names of the titles that the room itself pledged
	Pledges []PledgeRow
	Minutes Texts // of its meeting about the round
	Pact    Texts
	Targets []Target // typed, else its tasks of the year's plans
	Signed  tdkt.Day // when the pact was
}

// Target (chỉ tiêu) is one thing a room promises, and how far.
type Target struct{ What, Goal string }

// RoomCase is one case that a room puts forward, with the room's vote: All is zero before it
// was entered.
type RoomCase struct {
	Who
	Title    Title
	For, All int
}

// RoomsOf are the office itself and the rooms right below it that have a pledge or a case in
// the round, in tree order. A person without a room belongs to none.
func RoomsOf(in Input, s *Submission, work tdkt.Work) []Room {
	r := newRoll(in.Snapshot, in.Facts, in.Year, in.Posts)
	var out []Room
	for _, u := range s.Units {
		if u.Depth > 1 {
			continue
		}
		unit := tdkt.UnitSubject(u.ID)
		room := Room{
			Unit:    u,
			Minutes: TextsOf(in.Passages, in.Year, s.Round.ID, unit, in.Rules.PaperLayout(layoutRoomMinutes)),
			Pact:    TextsOf(in.Passages, in.Year, s.Round.ID, unit, in.Rules.PaperLayout(layoutPact)),
		}
		if u.Depth > 0 {
			room.Above, _ = r.unitName(r.above[u.ID])
		}
		for _, p := range work.Pacts {
			if p.Year == in.Year && p.Unit == u.ID {
				room.Signed = p.Signed
			}
		}
		room.addTargets(in, work.Tasks)
		room.addPeople(in, r)
		room.addCases(in, s)
		room.addPledges(in, s)
		if len(room.Cases)+len(room.Own)+len(room.Pledges) > 0 {
			out = append(out, room)
		}
	}
	return out
}

// The layouts of the papers of rooms in the law's list of texts.
const (
	layoutRoomMinutes = "bien-ban-phong"
	layoutPact        = "giao-uoc"
)

// holds says whether a subject belongs to the room: of the office itself, who stands right
// in it and the office as a unit; of a room, who is in it or below it.
func (r *Room) holds(in Input, s *Submission, w Who) bool {
	if w.UnitRank >= len(s.Units) {
		return false
	}
	at := s.Units[w.UnitRank].ID
	return at == r.Unit.ID || r.Unit.Depth > 0 && in.Facts.Within(at, r.Unit.ID)
}

// addTargets takes the targets that were typed, a line each; where none were, the room's
// tasks of the year, in the order of the plan.
func (r *Room) addTargets(in Input, tasks []tdkt.Task) {
	for line := range strings.SplitSeq(r.Pact.Of("chỉ tiêu giao ước"), "\n") {
		what, goal, _ := strings.Cut(strings.TrimLeft(line, "-+• "), "|")
		if what, goal = strings.TrimSpace(what), strings.TrimSpace(goal); what+goal != "" {
			r.Targets = append(r.Targets, Target{what, goal})
		}
	}
	if len(r.Targets) > 0 {
		return
	}
	for _, t := range tasks {
		if t.Year != in.Year || t.Unit != r.Unit.ID || t.State == tdkt.TaskDropped {
			continue
		}
		goal := ""
		if t.Deadline != 0 {
			goal = "Hoàn thành trước ngày " + t.Deadline.String()
		}
		r.Targets = append(r.Targets, Target{t.Title, goal})
	}
}

// addPeople counts the members and finds who leads the room.
func (r *Room) addPeople(in Input, roll *roll) {
	for _, p := range in.Snapshot.People {
		at := cmp.Or(in.Facts.UnitOn(p.ID, roll.day), p.Unit)
		if !p.Service().Covers(roll.day) || at == "" || !in.Facts.Within(at, r.Unit.ID) {
			continue
		}
		r.Members++
		if w := roll.who(tdkt.PersonSubject(p.ID)); at == r.Unit.ID && w.Leader && (r.Head.Name == "" || roll.protocol(w, r.Head) < 0) {
			r.Head = w
		}
	}
}

// addCases takes the cases of the round, or before any was made what its people pledged.
func (r *Room) addCases(in Input, s *Submission) {
	if s.Expected || len(s.Nominees) == 0 {
		for _, p := range s.Pledges {
			for _, t := range s.TitlesOf(p.Subject.Kind) {
				if slices.Contains(p.Titles, t.Code) && r.holds(in, s, p.Who) {
					r.Cases = append(r.Cases, r.voted(in, s, RoomCase{Who: p.Who, Title: t}))
				}
			}
		}
		slices.SortStableFunc(r.Cases, func(x, y RoomCase) int { return cmp.Compare(titlePlace(s, x.Title), titlePlace(s, y.Title)) })
		return
	}
	for _, n := range s.Nominees {
		if r.holds(in, s, n.Who) {
			r.Cases = append(r.Cases, r.voted(in, s, RoomCase{Who: n.Who, Title: n.Title}))
		}
	}
}

func titlePlace(s *Submission, t Title) int { return slices.Index(s.Titles, t) }

// voted is the case with the room's vote on it.
func (r *Room) voted(in Input, s *Submission, c RoomCase) RoomCase {
	layout := in.Rules.PaperLayout(layoutRoomMinutes)
	if layout == nil || layout.Votes == "" {
		return c
	}
	text, _ := Passage(in.Passages, in.Year, s.Round.ID, c.Subject, law.ReportPart{Key: layout.Votes, Round: true})
	c.For, c.All = votesFor(text, c.Title)
	return c
}

// votesFor reads the votes on a title out of lines such as “11/12” and “Lao động tiên tiến:
// 11/12”; a line that names no title is of all of them.
func votesFor(text string, t Title) (votes, all int) {
	for line := range strings.SplitSeq(text, "\n") {
		name, count, named := strings.Cut(line, ":")
		if !named {
			count = line
		}
		if named && !slices.ContainsFunc([]string{t.Code, t.Name, t.Short}, func(w string) bool { return tdkt.Fold(w) == tdkt.Fold(strings.TrimSpace(name)) }) {
			continue
		}
		f, n, ok := strings.Cut(count, "/")
		if ok && (named || all == 0) {
			votes, _ = strconv.Atoi(strings.TrimSpace(f))
			all, _ = strconv.Atoi(strings.TrimSpace(n))
		}
	}
	return votes, all
}

// addPledges takes what the room and its people pledged.
func (r *Room) addPledges(in Input, s *Submission) {
	for _, p := range s.Pledges {
		switch {
		case p.Subject.Kind == tdkt.AUnit && p.Subject.ID == r.Unit.ID:
			for _, t := range s.TitlesOf(tdkt.AUnit) {
				if slices.Contains(p.Titles, t.Code) {
					r.Own = append(r.Own, t.Name)
				}
			}
		case p.Subject.Kind == tdkt.APerson && r.holds(in, s, p.Who):
			r.Pledges = append(r.Pledges, p)
		}
	}
}
