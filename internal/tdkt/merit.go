package tdkt

// Level (mức xếp loại chất lượng) of a person or unit in a year.
type Level string

// The four levels, best first, as stored.
const (
	Excellent Level = "HTXS"
	Good      Level = "HTT"
	Done      Level = "HT"
	NotDone   Level = "KHT"
)

// Levels lists the four, best first.
func Levels() []Level { return []Level{Excellent, Good, Done, NotDone} }

// AtLeast says whether l is m or better; false for a level it does not know.
func (l Level) AtLeast(m Level) bool { return l.rank() > 0 && l.rank() >= m.rank() }

func (l Level) rank() int {
	for i, k := range Levels() {
		if k == l {
			return len(Levels()) - i
		}
	}
	return 0
}

// Words is the level written out, "" for one it does not know.
func (l Level) Words() string {
	switch l {
	case Excellent:
		return "hoàn thành xuất sắc nhiệm vụ"
	case Good:
		return "hoàn thành tốt nhiệm vụ"
	case Done:
		return "hoàn thành nhiệm vụ"
	case NotDone:
		return "không hoàn thành nhiệm vụ"
	}
	return ""
}

// Rating (xếp loại) of a subject in a year. Points are hundredths of a point.
type Rating struct {
	ID       ID      `json:"id"`
	Year     int     `json:"year"`
	Subject  Subject `json:"subject"`
	Level    Level   `json:"level"`
	Points   int     `json:"points,omitzero"` // 0: none entered
	Decision string  `json:"decision,omitzero"`
	Why      string  `json:"why,omitzero"`      // why it is not the one the rules propose
	Notified Day     `json:"notified,omitzero"` // when the subject was told
}

// InitiativeKind is sáng kiến or đề tài.
type InitiativeKind string

// The two kinds, as stored.
const (
	Innovation InitiativeKind = "sáng kiến"
	Study      InitiativeKind = "đề tài"
)

// Scope (phạm vi) is how far an initiative is recognised.
type Scope string

// The three scopes, narrowest first, as stored.
const (
	Base     Scope = "cơ sở"
	Province Scope = "tỉnh"
	Nation   Scope = "toàn quốc"
)

// Scopes lists the three, narrowest first.
func Scopes() []Scope { return []Scope{Base, Province, Nation} }

// AtLeast says whether s is t or wider.
func (s Scope) AtLeast(t Scope) bool {
	rank := func(x Scope) int {
		for i, k := range Scopes() {
			if k == x {
				return i + 1
			}
		}
		return 0
	}
	return rank(s) > 0 && rank(s) >= rank(t)
}

// Initiative (sáng kiến, đề tài) is one author's part in a recognised initiative;
// co-authors each have a row with the same Title, Year and Kind.
type Initiative struct {
	ID       ID             `json:"id"`
	Year     int            `json:"year"`
	Person   ID             `json:"person"`
	Title    string         `json:"title"`
	Kind     InitiativeKind `json:"kind"`
	Scope    Scope          `json:"scope"`
	Share    int            `json:"share,omitzero"` // per cent of this author, 0: not stated
	Decision string         `json:"decision,omitzero"`
	Date     Day            `json:"date,omitzero"`
}

// Award (danh hiệu hoặc hình thức đã được tặng) is a title or form that was given.
type Award struct {
	ID       ID      `json:"id"`
	Subject  Subject `json:"subject"`
	Code     string  `json:"code"` // title code of the law files
	From     int     `json:"from"` // first achievement year
	To       int     `json:"to"`   // last achievement year, From when one year
	Decision string  `json:"decision,omitzero"`
	Date     Day     `json:"date,omitzero"`
	Signer   string  `json:"signer,omitzero"`
	Level    string  `json:"level,omitzero"`  // cấp: Sở, Tỉnh, Nhà nước, as written
	Manner   string  `json:"manner,omitzero"` // loại hình: công trạng, chuyên đề, đột xuất, …
	Revoked  bool    `json:"revoked,omitzero"`
	Reason   string  `json:"reason,omitzero"` // why it was revoked
}

// Pledge (đăng ký thi đua) is one title a subject aims at in a year.
type Pledge struct {
	ID         ID      `json:"id"`
	Year       int     `json:"year"`
	Subject    Subject `json:"subject"`
	Title      string  `json:"title"` // title code
	Initiative string  `json:"initiative,omitzero"`
}

// State of a Nomination.
type State string

// The states of a Nomination, as stored; Moves says which way they follow each other.
const (
	Proposed   State = "đề nghị"
	Considered State = "đang xét"
	Approved   State = "Hội đồng thông qua"
	Rejected   State = "Hội đồng không thông qua"
	Submitted  State = "đã trình"
	Recognised State = "công nhận"
	Refused    State = "không công nhận"
	Returned   State = "trả lại"
	Withdrawn  State = "rút"
)

// Stands says whether a nomination in the state still counts against a cap.
func (s State) Stands() bool { return s.PutForward() && s != Rejected }

// Nomination (đề nghị xét tặng) of a subject for a title in a year. It keeps the
// rules' id and checksum and the findings as they stood when it was made.
type Nomination struct {
	ID       ID      `json:"id"`
	Year     int     `json:"year"`
	Subject  Subject `json:"subject"`
	Title    string  `json:"title"` // title code
	State    State   `json:"state"`
	Date     Day     `json:"date,omitzero"` // of the state
	Reason   string  `json:"reason,omitzero"`
	Regime   string  `json:"regime,omitzero"`
	Checksum string  `json:"checksum,omitzero"` // SHA-256 of the regime file, hex
	Findings string  `json:"findings,omitzero"` // the check -json object as it stood
	Movement ID      `json:"movement,omitzero"` // it was born from, "" for the yearly rating
	Round    ID      `json:"round,omitzero"`    // "" for the year's own
}
