package tdkt

// Proceedings is everything that was done with nominations and awards, read at one
// moment. The law reads none of it: what decides an answer is in the Snapshot.
type Proceedings struct {
	Rounds     []Round // but those that each year has by itself
	Steps      []Step
	Members    []Member
	Meetings   []Meeting
	Presences  []Presence
	Ballots    []Ballot
	Decisions  []Decision
	Lines      []DecisionLine
	Funds      []FundEntry
	Complaints []Complaint
	Stocks     []Stock
	Opinions   []Opinion
	Accounts   []Account
}

// The nouns of the proceedings.
const (
	NounRound        Noun = "round"
	NounStep         Noun = "nomination_step"
	NounMember       Noun = "council_member"
	NounMeeting      Noun = "meeting"
	NounPresence     Noun = "presence"
	NounBallot       Noun = "ballot"
	NounDecision     Noun = "decision"
	NounDecisionLine Noun = "decision_line"
	NounFundEntry    Noun = "fund_entry"
	NounComplaint    Noun = "complaint"
	NounStock        Noun = "stock"
	NounOpinion      Noun = "opinion"
)

// The nouns and keys of the records.

func (r Round) Noun() Noun          { return NounRound }
func (r Round) RecordID() ID        { return r.ID }
func (r Step) Noun() Noun           { return NounStep }
func (r Step) RecordID() ID         { return r.ID }
func (r Member) Noun() Noun         { return NounMember }
func (r Member) RecordID() ID       { return r.ID }
func (r Meeting) Noun() Noun        { return NounMeeting }
func (r Meeting) RecordID() ID      { return r.ID }
func (r Presence) Noun() Noun       { return NounPresence }
func (r Presence) RecordID() ID     { return r.ID }
func (r Ballot) Noun() Noun         { return NounBallot }
func (r Ballot) RecordID() ID       { return r.ID }
func (r Decision) Noun() Noun       { return NounDecision }
func (r Decision) RecordID() ID     { return r.ID }
func (r DecisionLine) Noun() Noun   { return NounDecisionLine }
func (r DecisionLine) RecordID() ID { return r.ID }
func (r FundEntry) Noun() Noun      { return NounFundEntry }
func (r FundEntry) RecordID() ID    { return r.ID }
func (r Complaint) Noun() Noun      { return NounComplaint }
func (r Complaint) RecordID() ID    { return r.ID }
func (r Stock) Noun() Noun          { return NounStock }
func (r Stock) RecordID() ID        { return r.ID }
func (r Opinion) Noun() Noun        { return NounOpinion }
func (r Opinion) RecordID() ID      { return r.ID }
