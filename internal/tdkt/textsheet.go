package tdkt

// TextSheet (phiếu nội dung báo cáo của một đơn vị) is the workbook a room fills in with what
// the reports of its people and its own papers say. It carries the keys of the data file, so
// that each text is matched by key when it comes back.
type TextSheet struct {
	File  string // base name, for sentences; "" for one to be written
	Org   string
	Year  int
	Round ID // "" for the year's own
	Unit  ID
	Name  string // of the unit
	Lines []TextLine
}

// TextLine is one text of one subject. Part is the key of a part of a paper, or of a plain
// fact of a person.
type TextLine struct {
	Line                int // 1-based row of the file read
	Subject             Subject
	Part                string
	Code, Name, Heading string
	For                 string // what the subject is put forward for
	Last                string // what an earlier year said
	Text                string
}

// SheetTexts is the only sheet of the workbook.
const SheetTexts = "Nội dung báo cáo"
