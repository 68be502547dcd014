package tdkt

import "slices"

// Step (bước xét) is one move a Nomination made: the trail that stays when the state
// has moved on.
type Step struct {
	ID         ID     `json:"id"`
	Nomination ID     `json:"nomination"`
	From       State  `json:"from,omitzero"` // "" when it was made
	To         State  `json:"to"`
	Date       Day    `json:"date,omitzero"`
	By         string `json:"by,omitzero"`
	Reason     string `json:"reason,omitzero"`
}

// MoveMeans says what may take a nomination along a Move.
type MoveMeans int

// The means.
const (
	ByHand     MoveMeans = iota // a person, in the list
	ByDecision                  // a decision that gives or revokes the title
	ByBallot                    // taking a published result of the Council back
)

// Move is one way a nomination may go. The table of Moves is the one place that says
// which; screens, commands, ballots and decisions all ask it.
type Move struct {
	Name   string // as a button says it
	From   []State
	To     State
	Reason bool // must be given
	Means  MoveMeans
}

// Moves lists what a nomination may do, in the order of the work.
func Moves() []Move {
	open := []State{Proposed, Considered, Approved, Submitted}
	return []Move{
		{Name: "Đưa ra Hội đồng xét", From: []State{Proposed}, To: Considered},
		{Name: "Hội đồng thông qua", From: []State{Proposed, Considered}, To: Approved, Reason: true},
		{Name: "Hội đồng không thông qua", From: []State{Proposed, Considered}, To: Rejected, Reason: true},
		{Name: "Trình cấp trên", From: []State{Approved}, To: Submitted},
		{Name: "Công nhận", From: open, To: Recognised, Means: ByDecision},
		{Name: "Không công nhận", From: []State{Approved, Submitted}, To: Refused, Reason: true},
		{Name: "Hủy bỏ quyết định", From: []State{Recognised}, To: Refused, Reason: true, Means: ByDecision},
		{Name: "Trả lại", From: open, To: Returned, Reason: true},
		{Name: "Rút đề nghị", From: append([]State{Returned}, open...), To: Withdrawn, Reason: true},
		{Name: "Đề nghị lại", From: []State{Returned, Withdrawn}, To: Proposed},
		{Name: "Mở lại kết quả kiểm phiếu", From: []State{Approved, Rejected}, To: Considered, Reason: true, Means: ByBallot},
		{Name: "Xét lại", From: []State{Rejected, Refused}, To: Proposed, Reason: true},
	}
}

// May finds the move from a state to another by some means; false when there is none.
func (s State) May(to State, means MoveMeans) (Move, bool) {
	for _, m := range Moves() {
		if m.To == to && m.Means == means && slices.Contains(m.From, s) {
			return m, true
		}
	}
	return Move{}, false
}

// PutForward says whether a nomination in this state is before somebody, or was: one
// that was taken back or returned is not, until it is proposed again.
func (s State) PutForward() bool { return s != Withdrawn && s != Returned }

// Waits says whether the Council has still to vote.
func (s State) Waits() bool { return s == Proposed || s == Considered }
