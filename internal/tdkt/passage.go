package tdkt

// Passage (lời báo cáo) is what a report of merits, or another paper, says of a subject in a
// year under one of its headings. It decides no answer.
type Passage struct {
	ID      ID      `json:"id"`
	Year    int     `json:"year"`
	Subject Subject `json:"subject"`
	Part    string  `json:"part"`           // key of a part in the law's list of report forms
	Text    string  `json:"text"`           // paragraphs parted by line feeds
	Round   ID      `json:"round,omitzero"` // of a part that belongs to one round; "" for the year's own
}

// Figure (số liệu gõ tay) is a number of an official statistical form that the book does not
// hold, as the office typed it.
type Figure struct {
	ID     ID     `json:"id"`
	Year   int    `json:"year"`
	Form   string `json:"form"`   // "0604"
	Row    string `json:"row"`    // mã số of the form's row: "02"
	Column string `json:"column"` // number of the form's column: "1"
	Value  int    `json:"value"`
}

// The nouns of what only papers say.
const (
	NounPassage Noun = "passage"
	NounFigure  Noun = "figure"
)

// Noun is the kind of record.
func (r Passage) Noun() Noun { return NounPassage }

// RecordID is the key.
func (r Passage) RecordID() ID { return r.ID }

// Noun is the kind of record.
func (r Figure) Noun() Noun { return NounFigure }

// RecordID is the key.
func (r Figure) RecordID() ID { return r.ID }

// PassageRow is a row of the sheet Báo cáo thành tích.
type PassageRow struct {
	Line
	Year  int
	Code  string
	Part  string // the part's key or its heading
	Text  string
	Round string // its name or kind; "" for the year's own
}

// FigureRow is a row of the sheet Số liệu thống kê.
type FigureRow struct {
	Line
	Year              int
	Form, Row, Column string
	Value             int
}

// The sheets of what only papers say; written only where they have rows.
const (
	SheetPassages = "Báo cáo thành tích" //nolint:gosec // passages are texts, no passwords
	SheetFigures  = "Số liệu thống kê"
)
