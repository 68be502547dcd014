package intake

import (
	"cmp"
	"slices"

	"tdkt/internal/tdkt"
)

// The kinds of facts, as printed.
const (
	FactPerson     = "person"
	FactUnit       = "unit"
	FactRating     = "rating"
	FactAward      = "award"
	FactInitiative = "initiative"
	FactDiscipline = "discipline"
	FactAbsence    = "absence"
	FactPledge     = "pledge"
	FactTask       = "task"   // of a plan: what, who, by when
	FactScore      = "score"  // of a movement
	FactPoints     = "points" // of a month or a quarter
)

// Kind is what a table was taken for.
type Kind string

// The kinds of tables.
const (
	Staff       Kind = "danh sách cán bộ"
	Ratings     Kind = "xếp loại"
	Awards      Kind = "khen thưởng"
	Decisions   Kind = "danh sách quyết định"
	Proposals   Kind = "đề nghị khen thưởng"
	Pledges     Kind = "đăng ký thi đua"
	Initiatives Kind = "sáng kiến"
	Disciplines Kind = "kỷ luật"
	Absences    Kind = "nghỉ"
	Movements   Kind = "điểm phong trào"
	Tasks       Kind = "việc của kế hoạch"
	Periods     Kind = "điểm theo kỳ"
	Unknown     Kind = "không rõ"
)

// Kinds are those a person may choose for a table.
func Kinds() []Kind {
	return []Kind{Staff, Ratings, Awards, Decisions, Proposals, Pledges, Initiatives, Disciplines, Absences, Tasks, Movements, Periods}
}

// Table is one table found.
type Table struct {
	File, Sheet, Range string
	Kind               Kind
	Confidence         int // per cent
	Year               int // of its heading, 0 for none
	Facts              int
	// Unit is whose table it seems to be, by its head or its file's name; Roomless says that
	// nothing in it tells whose each person is.
	Unit     string
	Roomless bool
}

// Doubt is one thing in a fact that a person should look at.
type Doubt struct {
	Field    string // what it is about: "unit", "born", …
	Text     string // as it stands in the source
	Proposal string // what the program would take, "" where it has none
	Why      string
	Holds    bool     // the fact is not written before this is answered; else only the field is left out
	Who      []Choice // the people it may be
	Cell     string   // where it stands, "" for the fact's cells
}

// Choice is an answer that can be picked.
type Choice struct {
	Value string // what the answer says
	Label string // what the button says
}

// Fact is one thing a file says, with the cells it was read from.
type Fact struct {
	Kind        string
	File, Sheet string
	Cell        string // all cells it was read from, the first one first
	Source      string // what stands in its main cell
	Table       int    // place in Reading.Tables

	Name string // of the person or unit it is about
	Code string
	Unit string // as written where the person stands
	Born tdkt.Day
	// BornYear is set alone when only the year is known.
	BornYear int
	OfUnit   bool // about a unit; Name is the unit's

	Sex        tdkt.Sex
	CCCD       string
	Position   string
	Employment tdkt.Employment
	Leader     bool
	LeaderSaid bool // a column or the position says whether
	Start, End tdkt.Day

	Year, From, To int
	Title          string // code of the law's list, or the name of another giver's title
	Known          bool   // Title is a code
	TitleLevel     string
	Level          tdkt.Level
	Points         int
	Value          string // initiative's name, kind of absence
	Scope          tdkt.Scope
	Study          bool
	Share          int
	Penalty        tdkt.Penalty
	Decision       string
	Date           tdkt.Day
	FromDay, ToDay tdkt.Day

	// Of points by periods: the period, and the parts of Points that were given.
	Period                   tdkt.Period
	Common, Result           int
	CommonGiven, ResultGiven bool

	Scores  []Mark // of a movement, one for each criterion
	Doubts  []Doubt
	Notes   []string // told, not asked
	Person  int      // place of the person fact this is about, -1 for none
	Skipped bool     // answered to be left out, with all that is said of it

	cells []place
}

// Mark is what one criterion of a movement brought, in hundredths of a point.
type Mark struct {
	Text           string
	Weight, Points int
}

// Sure says whether nothing in the fact is to be looked at.
func (f *Fact) Sure() bool { return len(f.Doubts) == 0 }

// Held says whether the fact waits for an answer.
func (f *Fact) Held() bool {
	return slices.ContainsFunc(f.Doubts, func(d Doubt) bool { return d.Holds })
}

// Why is every doubt in words.
func (f *Fact) Why() string {
	s := ""
	for _, d := range f.Doubts {
		s = joinText(s, d.Why)
	}
	if s == "" {
		for _, n := range f.Notes {
			s = joinText(s, n)
		}
	}
	return s
}

// Left is a range of cells that no fact was read from, and why.
type Left struct {
	File, Sheet, Range string
	Why                string
	Refused            bool // it should have become a fact
	Text               string
	cells              []place
}

// Reading is everything that was found in files.
type Reading struct {
	Tables []Table
	Facts  []Fact
	Left   []Left
	Cells  int     // cells that hold something
	Given  []Given // the answers that settled something
}

// Answer is what a person said to a doubt. It holds for every like cell, or for one.
type Answer struct {
	Field string `toml:"field"`
	Text  string `toml:"text"` // the source text; "*" for all with the same Why
	Why   string `toml:"why,omitempty"`
	File  string `toml:"file,omitempty"` // with Sheet and Cell: for that cell alone
	Sheet string `toml:"sheet,omitempty"`
	Cell  string `toml:"cell,omitempty"`
	Value string `toml:"value"` // "đúng": the proposal; "bỏ qua": leave out; else what to take
}

// The two answers that are words of their own.
const (
	Right = "đúng"
	Skip  = "bỏ qua"
)

// Options say how to read.
type Options struct {
	Org     string // the own office: people of others in the same lists are asked for
	Today   tdkt.Day
	Answers []Answer
	// Progress is told of each sheet read; it may be nil.
	Progress func(done, of int)
}

// left collects cells under their reasons, sheet by sheet.
type left struct {
	why     string
	refused bool
	cells   []place
}

func orderedLeft(all map[string]*left) []*left {
	out := make([]*left, 0, len(all))
	for _, l := range all {
		slices.SortFunc(l.cells, func(a, b place) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b *left) int {
		return cmp.Or(cmp.Compare(a.cells[0].row, b.cells[0].row), cmp.Compare(a.cells[0].col, b.cells[0].col), cmp.Compare(a.why, b.why))
	})
	return out
}

// At is the row and column of the main cell.
func (f *Fact) At() (row, col int) {
	if len(f.cells) == 0 {
		return 0, 0
	}
	return f.cells[0].row, f.cells[0].col
}

// Holding is why the fact waits, "" when it does not.
func (f *Fact) Holding() string {
	for _, d := range f.Doubts {
		if d.Holds {
			return d.Why
		}
	}
	return ""
}

// Rows are the rows of a range of cells left.
func (l Left) Rows() []int {
	var out []int
	for _, p := range l.cells {
		out = append(out, p.row)
	}
	return out
}
