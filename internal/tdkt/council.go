package tdkt

import "fmt"

// Role of a Member in the Council.
type Role string

// The roles, as stored.
const (
	Chair     Role = "chủ tịch"
	ViceChair Role = "phó chủ tịch"
	Clerk     Role = "thư ký"
	Ordinary  Role = "ủy viên"
)

// Roles lists the roles in the order of a list of the Council.
func Roles() []Role { return []Role{Chair, ViceChair, Ordinary, Clerk} }

// Member (thành viên Hội đồng) sits in the Council for a time. One from outside the
// Sở has a Name and no Person.
type Member struct {
	ID       ID     `json:"id"`
	Person   ID     `json:"person,omitzero"`
	Name     string `json:"name,omitzero"`
	Role     Role   `json:"role"`
	Voting   bool   `json:"voting"` // counts among the members a share is taken of
	From     Day    `json:"from,omitzero"`
	To       Day    `json:"to,omitzero"`
	Decision string `json:"decision,omitzero"` // that made them a member
}

// Sits says whether the member belongs to the Council on a day.
func (m Member) Sits(on Day) bool {
	return (m.From == 0 || m.From <= on) && (m.To == 0 || on <= m.To)
}

// Meeting (phiên họp Hội đồng) of a year. Members is how many members with a vote the
// Council had that day, present or not: the base of every share.
type Meeting struct {
	ID      ID     `json:"id"`
	Year    int    `json:"year"`
	Date    Day    `json:"date,omitzero"`
	Place   string `json:"place,omitzero"`
	Title   string `json:"title,omitzero"`
	Members int    `json:"members"`
	Minutes string `json:"minutes,omitzero"`
	Round   ID     `json:"round,omitzero"` // "" for the year's own
}

// Attending is how a member took part in a meeting.
type Attending string

// The ways to attend, as stored.
const (
	InPerson  Attending = "có mặt"
	Away      Attending = "vắng"
	InWriting Attending = "gửi phiếu"
)

// Attendings lists them in the order shown.
func Attendings() []Attending { return []Attending{InPerson, InWriting, Away} }

// Presence says how a member attended a meeting; no row means in person.
type Presence struct {
	ID      ID        `json:"id"`
	Meeting ID        `json:"meeting"`
	Member  ID        `json:"member"`
	State   Attending `json:"state"`
	Reason  string    `json:"reason,omitzero"`
}

// Ballot (kết quả kiểm phiếu) is the tally of one nomination in one meeting. For,
// Against, Invalid, Away and Recused together are Members; fewer while it is being typed.
type Ballot struct {
	ID         ID    `json:"id"`
	Meeting    ID    `json:"meeting"`
	Nomination ID    `json:"nomination"`
	Members    int   `json:"members"`
	For        int   `json:"for"`
	Against    int   `json:"against"`
	Invalid    int   `json:"invalid"`
	Away       int   `json:"away"`            // members who were away and sent no vote
	Recused    int   `json:"recused"`         // members who do not vote in their own case
	Result     State `json:"result,omitzero"` // the state it led to, "" while it is counted
}

// Missing is how many votes the tally is short of the members, negative when it has
// too many.
func (b Ballot) Missing() int {
	return b.Members - b.For - b.Against - b.Invalid - b.Away - b.Recused
}

// Share is the votes for, of all members, as minutes write it: "88,9%"; "" without members.
func (b Ballot) Share() string { return Share(b.For, b.Members) }

// Share is a share of all members to the nearest tenth, as a spreadsheet shows it. No
// Council is so large that a share short of its least would read as if it reached it.
func Share(votes, members int) string {
	if members == 0 {
		return ""
	}
	tenths := Rounded(votes*1000, members)
	if tenths%10 == 0 {
		return fmt.Sprintf("%d%%", tenths/10)
	}
	return fmt.Sprintf("%d,%d%%", tenths/10, tenths%10)
}

// Rounded is part over whole as a whole number, halves up: the one way in which screens
// and papers round. Zero of nothing is zero.
func Rounded(part, whole int) int {
	if whole <= 0 {
		return 0
	}
	return (2*part + whole) / (2 * whole)
}
