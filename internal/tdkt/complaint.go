package tdkt

// ComplaintKind is what was sent in.
type ComplaintKind string

// The kinds, as stored.
const (
	Appeal     ComplaintKind = "khiếu nại"
	Accusation ComplaintKind = "tố cáo"
	Petition   ComplaintKind = "kiến nghị"
)

// ComplaintKinds lists the kinds in the order shown.
func ComplaintKinds() []ComplaintKind { return []ComplaintKind{Appeal, Accusation, Petition} }

// Complaint (khiếu nại, tố cáo, kiến nghị) about a subject, an award or a nomination.
// While it is open its Hold stands; closing it ends the Hold.
type Complaint struct {
	ID         ID            `json:"id"`
	Received   Day           `json:"received"`
	Sender     string        `json:"sender"`
	Kind       ComplaintKind `json:"kind"`
	Subject    Subject       `json:"subject"`
	Award      ID            `json:"award,omitzero"`
	Nomination ID            `json:"nomination,omitzero"`
	Summary    string        `json:"summary"`
	Deadline   Day           `json:"deadline,omitzero"`
	Closed     Day           `json:"closed,omitzero"` // zero while open
	Upheld     string        `json:"upheld,omitzero"` // đúng, đúng một phần, không đúng, đã rút đơn
	Outcome    string        `json:"outcome,omitzero"`
	Hold       ID            `json:"hold,omitzero"`
}

// Open says whether the complaint still waits for its outcome.
func (c Complaint) Open() bool { return c.Closed == 0 }

// Late says whether it is open past its deadline on a day.
func (c Complaint) Late(on Day) bool { return c.Open() && c.Deadline != 0 && c.Deadline < on }

// Outcomes lists what a closed complaint may come to, in the order shown.
func Outcomes() []string {
	return []string{"đúng", "đúng một phần", "không đúng", "đã rút đơn"}
}
