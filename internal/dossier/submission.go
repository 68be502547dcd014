// Package dossier gathers what the Sở sends to the provincial Council for a year:
// the lists, the findings behind every name, the totals and the rows behind each
// figure, and a self-check of all of it. It is pure: no file, no clock, no SQL.
package dossier

import (
	"context"
	"fmt"

	"tdkt/internal/columns"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Submission is everything the files of one year say. The files only lay it out:
// whatever two of them print comes from the same row here.
type Submission struct {
	Org   tdkt.Org
	Year  int
	Round tdkt.Round // whose nominees, votes and decisions it holds
	Today tdkt.Day
	// PaperDay is the date by which the papers cite the law; DatedBy is the same where a
	// person gave it, to be printed, zero where it is left to be filled in by hand.
	PaperDay, DatedBy tdkt.Day
	Regime            Regime
	SentTo            string  // whom the province wants the proposals sent to, "" where it does not say
	Decided           Decided // by what the department's own titles were given, most of them where several did
	// OwnDecisions are all the decisions that gave them, by day.
	OwnDecisions []Decided
	Part         Part   // which part of the folder it is cut down to, "" for all of it
	Head         string // the end of the history it was made from, in figures
	PDF          bool   // the lists that leave the house also as PDF
	Draft        bool   // every page and every file name says DỰ THẢO
	// Expected is true when no nomination was made yet: the nominees are those
	// who meet every need of a title they pledged.
	Expected    bool
	Units       []UnitNode  // in tree order
	Titles      []Title     // units' titles, then people's, each in the regime's order
	Pledges     []PledgeRow // units first, in tree order; then people by unit and name
	Nominees    []Nominee   // units first; by title, unit and name
	Counts      []TitleCount
	Verdicts    []Verdict // the rows behind Counts: every subject judged, for every title
	Results     []ResultRow
	Trend       []TrendRow // what was given in the years side by side
	Given       []GivenRow // titles and forms already decided for the year
	Initiatives []InitiativeRow
	Bonuses     []BonusRow
	Quotas      []law.QuotaLine
	Meeting     Meeting
	ByUnit      bool          // the official lists keep the people of one unit together
	Columns     columns.Lists // of the lists of nominees; zero: those that ship
	Enclosures  []Enclosure
	Papers      []PaperRow // what each dossier must hold; none for an expected list
	Checks      []Check
}

// Regime is the rules the year was judged by; Bases are the texts a document cites for it.
type Regime struct {
	ID, Name, Note string
	Bases          []string
}

// UnitNode is a unit in its place in the tree.
type UnitNode struct {
	ID         tdkt.ID
	Code, Name string
	Depth      int // 0 for the root
}

// Title is a danh hiệu or hình thức as the files name it.
type Title struct {
	Kind                            tdkt.SubjectKind
	Code, Name, Short, Group, Level string
	Yearly                          bool // judged on the year alone
}

// Who is a person or unit as every file prints it.
type Who struct {
	Subject  tdkt.Subject
	Code     string
	Name     string
	Position string // "" for a unit
	Unit     string // name of the unit the person belongs to, or of the unit above
	UnitRank int    // place of that unit in Submission.Units, for sorting
	Leader   bool
	Apart    string // what tells it from another of the same name, "" when nobody has it
}

// standsForCap says whether the nominee counts against a cap: all but those whose case was
// lost or ended.
func (n Nominee) standsForCap() bool { return !n.Standing.Has(VotedDown, Turned, TakenBack) }

// PledgeRow is one subject's pledges of the year.
type PledgeRow struct {
	Who
	Titles      []string // codes
	Initiatives []string
}

// Nominee is one subject put forward for one title.
type Nominee struct {
	Who
	Title      Title
	Nomination tdkt.ID    // "" in an expected list
	State      tdkt.State // "" in an expected list
	Result     law.Result
	Standing   Standing // zero in an expected list
	Born       tdkt.Day // of a person, zero when not entered
	Sex        tdkt.Sex
	Open       int    // manual needs still to be judged on the way that is met
	Reason     string // of the hold, where there is one
	Merit      string // what was achieved, in words
	Note       string // holds, open manual needs, namesakes: for the house alone
	Remark     string // what a list that leaves the house says beside the name
}

// OnList says whether the nominee goes into the papers of the level that decides: those
// the Council voted down, or has still to vote on, do not.
func (n Nominee) OnList() bool { return n.Nomination == "" || n.Standing.OnList }

// TitleCount is how a title stands over everybody judged.
type TitleCount struct {
	Title                                              Title
	Judged, Yes, No, Unknown, Hold, Pledged, Nominated int
}

// Verdict is one subject and title: a row behind TitleCount. Answer is "" for a
// subject that pledged or was nominated but is not judged in the year.
type Verdict struct {
	Who
	Title              Title
	Answer             law.Answer
	Hold               bool
	ManualOpen         int
	Pledged, Nominated bool
}

// ResultRow is the rating of one subject judged in the year; Level is "" when none was entered.
type ResultRow struct {
	Who
	Level    tdkt.Level
	Points   int
	Decision string
}

// GivenRow is an award of the year that already has its decision.
type GivenRow struct {
	Who
	Title Title
	Award tdkt.Award
}

// InitiativeRow is one initiative of the year with all its authors.
type InitiativeRow struct {
	Title    string
	Kind     tdkt.InitiativeKind
	Scope    tdkt.Scope
	Authors  []Author
	Decision string
	Date     tdkt.Day
	UsedFor  string // the nominations of its authors that may rest on it
}

// Author is one author's part; Share is per cent, 0 when not stated.
type Author struct {
	Who
	Share int
}

// BonusRow is the money of one nominee. Money is zero, and Why says so, when a
// higher title for the same year is paid instead or no tariff is known.
type BonusRow struct {
	Who
	Title  Title
	On     tdkt.Day // the day whose base salary was used
	Actual bool     // On is the day of a real decision, not an assumption
	Money  law.Bonus
	Paid   int64
	Why    string
}

// Severity says how much a Check matters.
type Severity int

// The severities, gravest first.
const (
	MustFix Severity = iota // the file must not be sent so
	LookAt                  // a person must look and decide
	ForInfo
)

// String is the severity in Vietnamese.
func (s Severity) String() string {
	switch s {
	case MustFix:
		return "Phải sửa"
	case LookAt:
		return "Cần xem lại"
	default:
		return "Để biết"
	}
}

// Page names a page of the window where a finding can be put right.
type Page int

// The pages, AtNone where there is nothing to go to.
const (
	AtNone Page = iota
	AtOrg
	AtPlans
	AtStaff
	AtPledges
	AtEvaluations
	AtAwards
	AtQuotas
	AtPapers
	AtLocals
)

// Spot is where a finding can be put right: a page, and whom to show there.
type Spot struct {
	Page    Page
	Subject tdkt.Subject // zero: nobody in particular
	Title   string       // title code, "" for none
}

// Check is one thing the self-check found.
type Check struct {
	Spot
	Severity Severity
	About    string // who or what it is about
	Text     string // a whole sentence
}

// Enclosure is a file that goes with the lists: a document made for the year, or a paper
// that was kept.
type Enclosure struct {
	Part   Part
	Folder string // within the part, "" beside the lists
	Name   string // with its ending
	About  string
	SHA256 string // what the bytes must be, "" when they are made anew
	// Cases is the submission cut down to what the file is about, nil for the whole part.
	Cases   *Submission
	Content func(ctx context.Context) ([]byte, error)
}

// ListOf gives the nominees of one kind that go to the province.
func (s *Submission) ListOf(kind tdkt.SubjectKind) []Nominee {
	var list []Nominee
	for _, n := range s.Nominees {
		if n.Subject.Kind == kind && n.OnList() {
			list = append(list, n)
		}
	}
	return list
}

// TitlesOf gives the titles of one kind of subject, in order.
func (s *Submission) TitlesOf(kind tdkt.SubjectKind) []Title {
	var list []Title
	for _, t := range s.Titles {
		if t.Kind == kind {
			list = append(list, t)
		}
	}
	return list
}

// BonusTotal is the money of all nominees.
func (s *Submission) BonusTotal() int64 {
	var sum int64
	for _, b := range s.Bonuses {
		sum += b.Paid
	}
	return sum
}

// YearWords is the year of the submission, with its round where that is not the year's own:
// 2024, or 2024, đợt “Đột xuất tháng 6”.
func (s *Submission) YearWords() string {
	if s.Round.ID == "" {
		return fmt.Sprint(s.Year)
	}
	return fmt.Sprintf("%d, đợt “%s”", s.Year, s.Round.Title())
}

// Findings counts what the self-check says must be fixed, and what wants a look.
func (s *Submission) Findings() (fix, look int) {
	for _, c := range s.Checks {
		switch c.Severity {
		case MustFix:
			fix++
		case LookAt:
			look++
		case ForInfo:
		}
	}
	return fix, look
}
