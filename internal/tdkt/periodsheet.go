package tdkt

// PeriodSheet (phiếu điểm của một phòng trong một kỳ) is the workbook a room fills in for a
// month or a quarter. It carries the keys of the data file, so that it is matched by key
// when it comes back.
type PeriodSheet struct {
	File   string // base name, for sentences; "" for one to be written
	Org    string
	Year   int
	Period Period
	Unit   ID
	Name   string   // of the unit
	Lines  []string // the ten lines of common criteria
	Most   [CommonLines]int
	Common int   // the most common points, whole
	Result int   // the most result points, whole
	Parts  []int // what each of a leader's d, đ, e may be, in per cent; none: the year has no such rule
	Fault  int   // per cent of a product that one return or delay takes; 0: work lists make no points
	Rows   []PeriodLine
	Work   []WorkLine // the second sheet: what each person was given
}

// WorkLine is one piece of work of a sheet.
type WorkLine struct {
	Line  int // 1-based row of the file read
	Key   ID  // of the person
	Code  string
	Name  string // of the person
	Item  WorkItem
	Error string // why the line was refused
}

// PeriodLine is one person of a sheet.
type PeriodLine struct {
	Line       int // 1-based row of the file read
	Key        ID  // of the person, "" where the row has none
	Code, Name string
	Position   string
	Leader     bool
	Mark       PeriodMark // what the line says; its keys are not read
	HasSelf    bool       // the person's own marks stand in the line
	HasHead    bool       // the head's do
	Error      string     // why the line was refused, written into its last column

	SharesSummed [3]bool // which of a, b and c stand there as formulas over the list of work
	ResultSummed bool    // the result points stand there as a formula over the shares
	TotalSummed  bool    // and the person's total over both parts
}
