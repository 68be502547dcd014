package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

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

// voters counts the members with a vote.
func voters(list []tdkt.Member) int {
	n := 0
	for _, m := range list {
		if m.Voting {
			n++
		}
	}
	return n
}

// SaveMember adds a member of the Council or changes one.
func (a *App) SaveMember(ctx context.Context, m tdkt.Member) error {
	return a.SaveMembers(ctx, []tdkt.Member{m})
}

// SaveMembers writes several members in one step: all or none.
func (a *App) SaveMembers(ctx context.Context, list []tdkt.Member) error {
	v := a.View()
	names := make([]string, len(list))
	recs := make([]tdkt.Record, len(list))
	for i, m := range list {
		m, err := v.vetMember(m)
		if err != nil {
			return err
		}
		if m.ID == "" {
			m.ID = tdkt.NewID()
		}
		names[i], recs[i] = v.MemberName(m), m
	}
	return a.put(ctx, "save-member", "Ghi thành viên Hội đồng "+strings.Join(names, ", "), recs...)
}

// vetMember is a member as it is written, or why it cannot be.
func (v *View) vetMember(m tdkt.Member) (tdkt.Member, error) {
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

// RemoveMember takes a member out who never attended; one who did is ended instead.
func (a *App) RemoveMember(ctx context.Context, m tdkt.Member) error {
	v := a.View()
	if slices.ContainsFunc(v.Presences, func(p tdkt.Presence) bool { return p.Member == m.ID }) {
		return tdkt.Errorf(tdkt.Invalid, "%s đã có trong thành phần dự họp nên không xóa được. Hãy ghi ngày thôi làm thành viên.", v.MemberName(m))
	}
	return a.Change(ctx, "remove-member", "Xóa thành viên Hội đồng "+v.MemberName(m), func(tx Tx) error { return tx.Remove(ctx, m) })
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

// SaveMeeting adds a meeting or changes one. All members with a vote on its day are
// counted: they are the base of every share.
func (a *App) SaveMeeting(ctx context.Context, m tdkt.Meeting) (tdkt.Meeting, error) {
	v := a.View()
	if err := v.unlocked(m.Year); err != nil {
		return m, err
	}
	m.Place, m.Title, m.Minutes = tdkt.Clean(m.Place), tdkt.Clean(m.Title), tdkt.Clean(m.Minutes)
	if m.Date == 0 {
		return m, tdkt.Errorf(tdkt.Invalid, "Phiên họp chưa có ngày. Hãy nhập ngày họp.")
	}
	m.Members = voters(v.CouncilOn(m.Date))
	if m.Members == 0 {
		return m, tdkt.Errorf(tdkt.Invalid, "Ngày %s Hội đồng chưa có thành viên nào được biểu quyết. Hãy nhập thành viên Hội đồng trước.", m.Date)
	}
	fresh := m.ID == ""
	if fresh {
		m.ID = tdkt.NewID()
	}
	recs := []tdkt.Record{m}
	for _, b := range v.Ballots { // a meeting moved to another day may have another base
		if b.Meeting == m.ID && b.Members != m.Members {
			return m, tdkt.Errorf(tdkt.Invalid, "Ngày %s Hội đồng có %d thành viên biểu quyết, khác số %d của các phiếu đã kiểm. Hãy xóa kết quả kiểm phiếu hoặc giữ ngày họp.", m.Date, m.Members, b.Members)
		}
	}
	words := fmt.Sprintf("Ghi phiên họp Hội đồng ngày %s", m.Date)
	return m, a.Change(ctx, "save-meeting", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
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

// SetPresence says how members attended a meeting. Ballots already counted must agree
// with who was away.
func (a *App) SetPresence(ctx context.Context, m tdkt.Meeting, members []tdkt.ID, state tdkt.Attending, reason string) error {
	v := a.View()
	if err := v.unlocked(m.Year); err != nil {
		return err
	}
	if v.Concluded(m) {
		return tdkt.Errorf(tdkt.Invalid, "Kết quả kiểm phiếu của phiên họp ngày %s đã công bố nên thành phần dự họp không sửa được nữa.", m.Date)
	}
	old := map[tdkt.ID]tdkt.ID{}
	for _, p := range v.Presences {
		if p.Meeting == m.ID {
			old[p.Member] = p.ID
		}
	}
	var recs []tdkt.Record
	for _, id := range members {
		p := tdkt.Presence{ID: cmp.Or(old[id], tdkt.NewID()), Meeting: m.ID, Member: id, State: state, Reason: tdkt.Clean(reason)}
		recs = append(recs, p)
	}
	words := fmt.Sprintf("Ghi %d thành viên %s, phiên họp ngày %s", len(recs), state, m.Date)
	return a.Change(ctx, "set-presence", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
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
