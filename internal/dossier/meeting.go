package dossier

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// Presence says how a member of the Council took part.
type Presence string

// The ways to take part, as the minutes print them.
const (
	Present Presence = "có mặt"
	Written Presence = "gửi phiếu"
	Absent  Presence = "vắng"
)

// Meeting is the Council's meeting of the year as the documents print it. The zero value
// is a meeting of which nothing was entered.
type Meeting struct {
	Day                  tdkt.Day
	Start, End, Place    string
	Chair, Secretary     string
	Opinions, Conclusion string
	Members              []Attendee
	Recused              []string // who took no part in which case
	Ballots              map[tdkt.ID]Ballot
}

// Attendee is one member of the Council.
type Attendee struct {
	Name, Role string
	State      Presence // "" when not entered
	Reason     string
}

// Ballot is the vote on one nomination. Members is zero before it was entered.
type Ballot struct {
	Members, For, Against int
	Outcome               string
}

// Count counts the members who took part in a way.
func (m Meeting) Count(p Presence) int {
	n := 0
	for _, a := range m.Members {
		if a.State == p {
			n++
		}
	}
	return n
}

// Share is the share of all members who voted for, "" before the ballot was entered. It is
// cut, never rounded up to a threshold that was not reached.
func (b Ballot) Share() string {
	if b.Members == 0 {
		return ""
	}
	tenths := b.For * 1000 / b.Members
	return fmt.Sprintf("%d,%d%%", tenths/10, tenths%10)
}

// BallotOf is the vote on a nominee, the zero Ballot before it was entered.
func (s *Submission) BallotOf(n Nominee) Ballot { return s.Meeting.Ballots[n.Nomination] }
