package dossier

import "tdkt/internal/tdkt"

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
	Base                 int // members with a vote, of whom every share is taken
	Start, End, Place    string
	Chair, Secretary     string
	ChairRole            string // in the Council
	Opinions, Conclusion string
	Members              []Attendee
	Recused              []Recusal
	Ballots              map[tdkt.ID]Ballot
}

// Attendee is one member of the Council.
type Attendee struct {
	Name, Role string
	Voting     bool
	State      Presence // "" when not entered
	Reason     string
}

// Ballot is the vote on one nomination. Members is zero before it was entered.
type Ballot struct {
	Members, For, Against int
	Outcome               string
}

// Recusal is one who took no part in the vote on the own case.
type Recusal struct {
	Nomination tdkt.ID
	Text       string
}

// Held says whether the Council met about the round.
func (m Meeting) Held() bool { return m.Day != 0 || len(m.Ballots) > 0 }

// Votes counts the members with a vote who took part in a way.
func (m Meeting) Votes(p Presence) int {
	n := 0
	for _, a := range m.Members {
		if a.Voting && a.State == p {
			n++
		}
	}
	return n
}

// Share is the share of all members who voted for, "" before the ballot was entered.
func (b Ballot) Share() string { return tdkt.Share(b.For, b.Members) }

// BallotOf is the vote on a nominee, the zero Ballot before it was entered.
func (s *Submission) BallotOf(n Nominee) Ballot { return s.Meeting.Ballots[n.Nomination] }
