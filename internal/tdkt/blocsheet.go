package tdkt

// BlocSheet (phiếu chấm điểm của khối thi đua) is a workbook of score sheets, one for each
// member, which goes between the head of a khối and its members. It carries the keys of the
// data file; another office's book is matched by names and numbers.
type BlocSheet struct {
	File    string // base name, for sentences; "" for one to be written
	Year    int
	Bloc    ID
	Name    string // of the khối
	Members []BlocSheetMember
}

// BlocSheetMember is the score sheet of one member.
type BlocSheetMember struct {
	Sheet  string // in the file
	Member ID
	Name   string
	Year   int
	Bloc   ID
	Khoi   string // name of the khối
	Lines  []BlocSheetLine
	Extras []BlocSheetExtra
	Total  string // of a sheet that is written: “92,5”, and the rank
	Rank   string
}

// BlocSheetLine is one criterion. Cells are texts as they stand in the file.
type BlocSheetLine struct {
	Line     int // 1-based row of the file read
	Key      ID
	Number   string
	Text     string
	Kind     CriterionKind
	Standard int
	Measure  string
	Plan     string
	Result   string
	Percent  string
	Level    string
	Self     string
	Checked  string
	Over     string
	Total    string
	Evidence string
	Formula  bool // the percent can be worked out in the sheet
}

// BlocSheetExtra is a line of bonus or deduction.
type BlocSheetExtra struct {
	Line   int
	Key    string // of the rules, "" for a reason of the office's own
	Minus  bool
	Reason string
	Each   string // points of one time
	Count  string // how many times, or days
	ByDays bool
	Points string
}

// The columns of a score sheet that are filled in, 1-based.
const (
	BlocColumnEach     = 5
	BlocColumnPlan     = 7
	BlocColumnResult   = 8
	BlocColumnLevel    = 10
	BlocColumnSelf     = 11
	BlocColumnChecked  = 12
	BlocColumnEvidence = 16
)
