package tdkt

// StaffOptions say how to read a staff list; zero finds everything by itself.
type StaffOptions struct {
	Sheet string            // "" for the best-looking sheet
	Map   map[string]string // header as written → field name of StaffColumn
	Today Day               // by which two-digit years and ages are judged; 0: the program's own year
	Old   string            // TCVN3 or VNI: put texts of this old encoding into Unicode; "" refuses them
}

// The old Vietnamese encodings that can be put into Unicode.
const (
	TCVN3 = "tcvn3"
	VNI   = "vni"
)

// OldFont is in the error of a list written in an old encoding: which it seems to be, and
// a name as it stands and as it would be read.
type OldFont struct{ Code, Before, After string }

// Error says it for a log.
func (o *OldFont) Error() string { return "text in the encoding " + o.Code }

// StaffColumn is one column of a staff list and what it was taken for.
type StaffColumn struct {
	Letter, Header string
	Field          string // "" when the column is not read
	Label          string // the field in Vietnamese, for the preview
}

// StaffList is a staff list as read: how it was understood, and its rows.
type StaffList struct {
	File, Sheet string
	HeaderRow   int // 1-based
	HeaderLast  int // last row of a heading of several rows
	Columns     []StaffColumn
	Rows        []PersonRow
	Refused     []Problem
	Notes       []string // what was skipped or repaired, whole sentences
	OtherSheets []string
	Fields      []StaffField // every field a column can be taken for, in order
}

// StaffField is a field and its words.
type StaffField struct{ Field, Label string }
