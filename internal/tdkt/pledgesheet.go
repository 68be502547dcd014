package tdkt

// PledgeSheet (phiếu đăng ký của một đơn vị) is the workbook a room fills in: who of it
// aims at which titles. It carries the keys of the data file, so that it is matched by
// key when it comes back.
type PledgeSheet struct {
	File  string // base name, for sentences; "" for one to be written
	Org   string
	Year  int
	Unit  ID
	Name  string // of the unit
	Parts []PledgePart
}

// PledgePart is one sheet of the workbook: the people, or the room itself.
type PledgePart struct {
	Sheet  string
	Kind   SubjectKind
	Titles []PledgeTitle
	Rows   []PledgeLine
}

// PledgeTitle is one column of ticks.
type PledgeTitle struct {
	Code, Name string
	Column     int // 1-based in the file read, 0 for one to be written
}

// PledgeMark is what stands under a title in one line.
type PledgeMark struct {
	On      bool
	Cell    string // "F7" in a file read
	Problem string // why what stands there is not understood: a sentence, "" when it is
}

// PledgeLine is one subject of a part; its marks come in the order of the titles.
type PledgeLine struct {
	Line       int // 1-based row of the file read
	Key        ID  // of the person or unit, "" where the row has none
	Code, Name string
	Position   string
	Marks      []PledgeMark
	Initiative string
	Error      string // why the line was refused, written into its last column
}

// The sheets of a pledge sheet, by their names in the file.
const (
	SheetPledgePeople = "Cá nhân"
	SheetPledgeUnit   = "Tập thể"
)
