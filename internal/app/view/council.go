package view

import (
	"cmp"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// MemberName is a member of the Council as lists print them.
func (v *View) MemberName(m tdkt.Member) string {
	if p, ok := v.Facts.Person(m.Person); ok {
		return p.Name
	}
	return m.Name
}

// CouncilOn lists who sits in the Council on a day, by role, then by entry; with day 0
// everybody ever.
func (v *View) CouncilOn(day tdkt.Day) []tdkt.Member {
	var out []tdkt.Member
	for _, m := range v.Members {
		if day == 0 || m.Sits(day) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Member) int {
		return cmp.Compare(slices.Index(tdkt.Roles(), a.Role), slices.Index(tdkt.Roles(), b.Role))
	})
	return out
}

// Voters counts the members with a vote.
func Voters(list []tdkt.Member) int {
	n := 0
	for _, m := range list {
		if m.Voting {
			n++
		}
	}
	return n
}

// VetMember is a member as it is written, or why it cannot be.
func (v *View) VetMember(m tdkt.Member) (tdkt.Member, error) {
	m.Name, m.Decision = tdkt.Clean(m.Name), tdkt.Clean(m.Decision)
	if m.Person != "" {
		m.Name = ""
	}
	switch {
	case m.Person == "" && m.Name == "":
		return m, tdkt.Errorf(tdkt.Invalid, "Chưa chọn cán bộ và chưa ghi tên người ngoài cơ quan. Hãy nhập một trong hai.")
	case m.From != 0 && m.To != 0 && m.To < m.From:
		return m, tdkt.Errorf(tdkt.Invalid, "Ngày thôi làm thành viên %s trước ngày bắt đầu %s. Hãy xem lại hai ngày.", m.To, m.From)
	}
	for _, o := range v.Members {
		if o.ID != m.ID && m.Person != "" && o.Person == m.Person && overlap(o, m) {
			return m, tdkt.Errorf(tdkt.Invalid, "%s đã là thành viên Hội đồng trong thời gian đó. Hãy sửa dòng đã có.", v.MemberName(m))
		}
	}
	return m, nil
}

func overlap(a, b tdkt.Member) bool {
	return (tdkt.Span{From: a.From, To: a.To}).Overlaps(tdkt.Span{From: b.From, To: b.To})
}

// MeetingsOf lists the meetings of a year in the order of their days.
func (v *View) MeetingsOf(year int) []tdkt.Meeting {
	var out []tdkt.Meeting
	for _, m := range v.Meetings {
		if m.Year == year {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Meeting) int { return cmp.Compare(a.Date, b.Date) })
	return out
}

// Attendee is a member in one meeting.
type Attendee struct {
	Member tdkt.Member
	Name   string
	State  tdkt.Attending
	Reason string
}

// Attendees lists the members of a meeting's day and how they attended.
func (v *View) Attendees(m tdkt.Meeting) []Attendee {
	rows := map[tdkt.ID]tdkt.Presence{}
	for _, p := range v.Presences {
		if p.Meeting == m.ID {
			rows[p.Member] = p
		}
	}
	var out []Attendee
	for _, c := range v.CouncilOn(m.Date) {
		p := rows[c.ID]
		out = append(out, Attendee{Member: c, Name: v.MemberName(c), State: cmp.Or(p.State, tdkt.InPerson), Reason: p.Reason})
	}
	return out
}

// Concluded says whether results of the meeting were made known.
func (v *View) Concluded(m tdkt.Meeting) bool {
	return slices.ContainsFunc(v.Ballots, func(b tdkt.Ballot) bool { return b.Meeting == m.ID && b.Result != "" })
}

// QuorumOf says whether enough members took part in a meeting, present or in writing,
// and how many did.
func (v *View) QuorumOf(m tdkt.Meeting) (met law.Answer, took int, rule law.VoteRule, err error) {
	rule, err = v.Rules.QuorumOn(v.Facts, m.Date, m.Year)
	for _, at := range v.Attendees(m) {
		if at.Member.Voting && at.State != tdkt.Away {
			took++
		}
	}
	return rule.Judge(took, m.Members), took, rule, err
}
