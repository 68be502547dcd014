package tdkt

// Verdict is what a leader says of what lies before him.
type Verdict string

// The verdicts, as stored.
const (
	Agreed    Verdict = "đồng ý"
	Disagreed Verdict = "không đồng ý"
	AsksBack  Verdict = "hỏi lại"
	LookAt    Verdict = "đề nghị xem lại"
	JustSaid  Verdict = "ý kiến"
)

// Verdicts lists them in the order shown.
func Verdicts() []Verdict { return []Verdict{Agreed, Disagreed, AsksBack, LookAt, JustSaid} }

// Opinion (ý kiến lãnh đạo) is what a leader wrote about a subject, one of its titles, or
// a whole year, in the data file or in a package that comes back. It decides nothing: the
// law reads none of it, and a locked year takes it.
type Opinion struct {
	ID      ID      `json:"id"`
	Year    int     `json:"year"`
	Subject Subject `json:"subject,omitzero"` // zero: the year as a whole
	Title   string  `json:"title,omitzero"`   // code; "" where no title is meant
	Verdict Verdict `json:"verdict"`
	Text    string  `json:"text,omitzero"`
	By      string  `json:"by"`
	Date    Day     `json:"date"`
	Answer  string  `json:"answer,omitzero"` // what the office did about it
	Done    Day     `json:"done,omitzero"`   // zero while nobody answered
}

// Open says whether the opinion still waits for an answer; agreement needs none.
func (o Opinion) Open() bool { return o.Done == 0 && o.Verdict != Agreed }

// Words is what it says and who said it when: "đề nghị xem lại: … (Giám đốc, 01/12/2023)".
func (o Opinion) Words() string {
	said := string(o.Verdict)
	if o.Text != "" {
		said += ": " + o.Text
	}
	return said + " (" + o.By + ", " + o.Date.String() + ")"
}
