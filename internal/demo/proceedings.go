package demo

import (
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// proceedings reads the Council, its votes, the fund and the complaints, and makes the
// register of decisions out of the awards.
func (b *builder) proceedings() {
	b.council()
	b.votes()
	b.fund()
	b.complaints()
	p := &b.data.Proceedings
	p.Decisions, p.Lines = tdkt.Gather(b.data.Snapshot.Awards, nil, b.id)
}

// council reads who sits in the Council.
func (b *builder) council() {
	for _, r := range table("council.txt", 7) {
		m := tdkt.Member{
			ID: b.id(tdkt.NounMember), Name: r.cells[1], Role: oneOf(r, 2, tdkt.Roles()...), Voting: r.cells[3] != "",
			From: r.day(4), To: r.day(5), Decision: r.cells[6],
		}
		if r.cells[0] != "" {
			m.Person = b.subject(r, r.cells[0]).ID
		}
		b.data.Proceedings.Members = append(b.data.Proceedings.Members, m)
	}
}

// votes reads the meetings and what was counted there.
func (b *builder) votes() {
	p := &b.data.Proceedings
	members := 0
	for _, c := range p.Members {
		if c.Voting {
			members++
		}
	}
	meetings, published := map[int]tdkt.Meeting{}, map[int]bool{}
	for _, r := range table("meetings.txt", 6) {
		m := tdkt.Meeting{
			ID: b.id(tdkt.NounMeeting), Year: r.number(0), Date: r.day(1), Place: r.cells[2], Title: r.cells[3], Minutes: r.cells[4], Members: members,
		}
		meetings[m.Year], published[m.Year] = m, r.cells[5] != ""
		p.Meetings = append(p.Meetings, m)
	}
	p.Presences = append(p.Presences, tdkt.Presence{
		ID: b.id(tdkt.NounPresence), Meeting: meetings[2023].ID, Member: p.Members[2].ID, State: tdkt.InWriting, Reason: "đi công tác",
	})
	for _, r := range table("votes.txt", 7) {
		m := meetings[r.number(0)]
		for code := range strings.FieldsSeq(r.cells[2]) {
			who := b.subject(r, code)
			for _, n := range b.data.Nominations {
				if n.Year != m.Year || n.Subject != who || n.Title != r.cells[1] {
					continue
				}
				ballot := tdkt.Ballot{
					ID: b.id(tdkt.NounBallot), Meeting: m.ID, Nomination: n.ID, Members: m.Members,
					For: r.number(3), Against: r.number(4), Invalid: r.number(5), Recused: r.number(6),
				}
				if published[m.Year] {
					ballot.Result = tdkt.Approved
				}
				p.Ballots = append(p.Ballots, ballot)
			}
		}
	}
}

// fund reads what came in and went out.
func (b *builder) fund() {
	for _, r := range table("fund.txt", 6) {
		amount, err := strconv.ParseInt(r.cells[4], 10, 64)
		if err != nil {
			r.fail("%v", err)
		}
		b.data.Proceedings.Funds = append(b.data.Proceedings.Funds, tdkt.FundEntry{
			ID: b.id(tdkt.NounFundEntry), Year: r.number(0), Date: r.day(1), Kind: oneOf(r, 2, tdkt.Income, tdkt.Expense),
			Content: r.cells[3], Amount: amount, Document: r.cells[5],
		})
	}
}

// complaints reads them and ties each to the hold of its subject and day.
func (b *builder) complaints() {
	for _, r := range table("complaints.txt", 10) {
		c := tdkt.Complaint{
			ID: b.id(tdkt.NounComplaint), Received: r.day(0), Sender: r.cells[1], Kind: oneOf(r, 2, tdkt.ComplaintKinds()...),
			Subject: b.subject(r, r.cells[3]), Summary: r.cells[4], Deadline: r.day(5), Closed: r.day(6),
			Upheld: r.cells[7], Outcome: r.cells[8],
		}
		for _, h := range b.data.Snapshot.Holds {
			if h.Subject == c.Subject && h.From == c.Received {
				c.Hold = h.ID
			}
		}
		if c.Hold == "" {
			r.fail("no hold begins that day")
		}
		b.data.Proceedings.Complaints = append(b.data.Proceedings.Complaints, c)
	}
}
