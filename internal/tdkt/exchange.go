package tdkt

// Exchange is the exchange workbook of design page § 6 as rows by code, not by
// key. Sheets not present in the file have no rows and are absent from Present.
type Exchange struct {
	File        string // base name of the file, for sentences
	Present     map[string]bool
	Columns     map[string]map[string]string // sheet → header as in § 6 → column letters
	Warnings    []Problem
	Names       map[string]map[Line]string // sheet → row → the name beside the code, to be compared
	Units       []UnitRow
	People      []PersonRow
	Ratings     []RatingRow
	Awards      []AwardRow
	Initiatives []InitiativeRow
	Disciplines []DisciplineRow
	Holds       []HoldRow
	Absences    []AbsenceRow
	Pledges     []PledgeRow
	Closings    []ClosingRow
	Posts       []PostRow
	Ticks       []TickRow
	Exceptions  []ExceptionRow
	Locals      []LocalRow
	Regulations []RegulationRow
	Periods     []PeriodRow
	Duties      []DutyRow
	RatingFacts []RatingFactRow
	Passages    []PassageRow
	Figures     []FigureRow
	Officers    []OfficerRow
	Bureaus     []BureauRow
}

// The sheets of the exchange workbook, by their names in the file.
const (
	SheetUnits       = "Đơn vị"
	SheetPeople      = "Nhân sự"
	SheetRatings     = "Xếp loại"
	SheetAwards      = "Khen thưởng"
	SheetInitiatives = "Sáng kiến"
	SheetDisciplines = "Kỷ luật"
	SheetHolds       = "Tạm dừng"
	SheetAbsences    = "Nghỉ"
	SheetPledges     = "Đăng ký"
	SheetClosings    = "Chốt sổ"
	SheetPosts       = "Công tác"
	SheetTicks       = "Tiêu chí định tính"
	SheetLocals      = "Quy định riêng"
	SheetRegulations = "Quy định của tỉnh"
	SheetExceptions  = "Ngoại lệ" // written only where there are exceptions
)

// Line is the 1-based row of the sheet a record stood on, 0 when it came from no file.
type Line int

// UnitRow is a row of the sheet Đơn vị.
type UnitRow struct {
	Line
	Code, Name, Parent, Kind string
	Founded, Closed          Day
	Into                     string // code
	Counts                   bool
}

// PersonRow is a row of the sheet Nhân sự, and of any staff list. UnitName is set
// instead of Unit when a staff list names the unit; Code may be "" there.
type PersonRow struct {
	Line
	Sheet          string // of a staff list of several sheets; "" for the list's own
	Code, Name     string
	Born           Day
	BornYear       int // set alone when only the year stood there
	Sex            Sex
	CCCD           string
	Unit, UnitName string
	Position       string
	Employment     Employment
	Leader         bool
	LeaderGiven    bool // the cell held something
	Start, End     Day
	Texts          Person // nothing but the fields of PersonTexts
}

// RatingRow is a row of the sheet Xếp loại; Code is a person's or a unit's.
type RatingRow struct {
	Line
	Year     int
	Code     string
	Level    Level
	Points   int
	Decision string
	Notified Day
	Texts    Rating // nothing but the fields of RatingTexts
}

// AwardRow is a row of the sheet Khen thưởng.
type AwardRow struct {
	Line
	Code, Title string
	From, To    int
	Decision    string
	Date        Day
	Level       string
	Texts       Award // nothing but the fields of AwardTexts

	Revoked, RevokedGiven bool // Given: the cell held something
}

// InitiativeRow is a row of the sheet Sáng kiến.
type InitiativeRow struct {
	Line
	Year        int
	Code, Title string
	Kind        InitiativeKind
	Scope       Scope
	Decision    string
	Date        Day
	Share       int // per cent of this author
}

// DisciplineRow is a row of the sheet Kỷ luật.
type DisciplineRow struct {
	Line
	Code     string
	Form     Penalty
	Date     Day
	Decision string
	Kind     DisciplineKind
	CountsIn int
}

// HoldRow is a row of the sheet Tạm dừng.
type HoldRow struct {
	Line
	Code     string
	From, To Day
	Reason   string
}

// AbsenceRow is a row of the sheet Nghỉ.
type AbsenceRow struct {
	Line
	Code     string
	From, To Day
	Kind     string
}

// PledgeRow is a row of the sheet Đăng ký.
type PledgeRow struct {
	Line
	Year        int
	Code, Title string
	Initiative  string
}

// ClosingRow is a row of the sheet Chốt sổ: the books marked x.
type ClosingRow struct {
	Line
	Year   int
	Closed []Book
}

// PostRow is a row of the sheet Công tác.
type PostRow struct {
	Line
	Code     string
	From, To Day
	Unit     string
	Position string

	Leader, LeaderGiven bool // Given: the cell held something
}

// TickRow is a row of the sheet Tiêu chí định tính.
type TickRow struct {
	Line
	Year              int
	Code, Title, Need string
	Met               bool
	By                string
	Date              Day
}

// ExceptionRow is a row of the sheet Ngoại lệ.
type ExceptionRow struct {
	Line
	Year              int
	Code, Title, Need string
	By, Document      string
	Date              Day
	Reason            string
}

// LocalRow is a row of the sheet Quy định riêng.
type LocalRow struct {
	Line
	Year       int
	Key, Value string
	Document   string
	Date       Day
	About      string // the document's title
}

// RegulationRow is a row of the sheet Quy định của tỉnh.
type RegulationRow struct {
	Line
	Number      string
	Signed      Day
	First, Last int
	Text        string // the regulation's file
}

// RestRow is a fact or a range of old records that was not taken, and why.
type RestRow struct{ File, Sheet, Cell, Source, Read, Why string }
