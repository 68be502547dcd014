// Package law says what the statute of a year asks for each title, and whether a
// person or unit meets it. Rules are TOML under regimes/; this package knows only
// the verbs they are written with. It is pure: no clock, no file, no SQL.
package law

import (
	"context"
	"errors"
	"iter"

	"tdkt/internal/tdkt"
)

var errStub = errors.New("law: not built yet")

// Rules is every book of rules the program carries.
type Rules struct {
	Regimes []*Regime // criteria, oldest first; they tile their years
}

// Load reads and checks the embedded rule files. An error names the file and the place.
func Load() (*Rules, error) { return nil, errStub }

// Regime is one file of criteria, complete in itself.
type Regime struct {
	ID, Name string
	From     int    // first year judged by it
	Till     int    // last year judged by it, 0: still in force
	Note     string // warning shown with every finding, "" when checked against the statute
	SHA256   string // of the file, hex
	Titles   []*Title
}

// Criteria is the regime of a commendation year; a tdkt.Error (Invalid) when no
// regime covers the year.
func (r *Rules) Criteria(year int) (*Regime, error) { return nil, errStub }

// Title is one danh hiệu or hình thức of one kind of subject.
type Title struct {
	Code  string
	Name  string // Chiến sĩ thi đua cơ sở
	Short string // CSTĐ cơ sở
	Kind  tdkt.SubjectKind
	Group string // "danh hiệu" or "hình thức"
	Level string // who decides: "Sở", "Tỉnh", "Nhà nước"
	Text  string // the statute's own wording where we hold it
}

// TitlesFor lists a regime's titles of one kind of subject, in the file's order.
func (g *Regime) TitlesFor(kind tdkt.SubjectKind) []*Title { return nil }

// Title finds a title; false when the regime has none of that code and kind.
func (g *Regime) Title(kind tdkt.SubjectKind, code string) (*Title, bool) { return nil, false }

// NeedInfo describes one need of a title without judging it.
type NeedInfo struct {
	ID, Why, Cite, Mark, Way string
	Manual                   bool
}

// Needs lists a title's needs as its findings will show them, nested ones flattened.
func (t *Title) Needs() []NeedInfo { return nil }

// CodeInfo describes an award code over all years: also codes no regime judges (KNC, HCDL1).
type CodeInfo struct {
	Code, Name, Short, Group, Level string
	Kinds                           []tdkt.SubjectKind
	Yearly                          bool // given for each year it spans; others for their last year
}

// Codes lists the catalogue in its order; Code finds one.
func (r *Rules) Codes() []CodeInfo { return nil }

// Code finds a catalogue code; false when there is none.
func (r *Rules) Code(code string) (CodeInfo, bool) { return CodeInfo{}, false }

// Facts is a snapshot indexed for judging. It is never changed after it was made
// and may be used from several goroutines.
type Facts struct{ Snapshot *tdkt.Snapshot }

// NewFacts indexes a snapshot; O(rows).
func NewFacts(s *tdkt.Snapshot, r *Rules) *Facts { return &Facts{Snapshot: s} }

// Judged lists who is judged in a year: people by code, then units by code.
func (f *Facts) Judged(year int) []tdkt.Subject { return nil }

// IsJudged says whether the subject is judged in the year.
func (f *Facts) IsJudged(s tdkt.Subject, year int) bool { return false }

// ByCode finds a person or unit by its code.
func (f *Facts) ByCode(code string) (tdkt.Subject, bool) { return tdkt.Subject{}, false }

// Person and Unit give the row behind a key.
func (f *Facts) Person(id tdkt.ID) (tdkt.Person, bool) { return tdkt.Person{}, false }

// Unit gives the row behind a key.
func (f *Facts) Unit(id tdkt.ID) (tdkt.Unit, bool) { return tdkt.Unit{}, false }

// CodeOf and NameOf name a subject.
func (f *Facts) CodeOf(s tdkt.Subject) string { return "" }

// NameOf is the subject's name, "" when unknown.
func (f *Facts) NameOf(s tdkt.Subject) string { return "" }

// UnitOn is the unit a person belongs to on a day: by Posts, else Person.Unit; "" when neither holds.
func (f *Facts) UnitOn(person tdkt.ID, day tdkt.Day) tdkt.ID { return "" }

// Members lists the people on a unit's roll on a day, rooms below it included.
func (f *Facts) Members(unit tdkt.ID, day tdkt.Day) []tdkt.ID { return nil }

// Within says whether unit is top or lies below it.
func (f *Facts) Within(unit, top tdkt.ID) bool { return false }

// Closed says whether a book of a year is closed.
func (f *Facts) Closed(year int, b tdkt.Book) bool { return false }

// OnHold says whether a hold of the subject covers the day.
func (f *Facts) OnHold(s tdkt.Subject, day tdkt.Day) bool { return false }

// Judge answers one question.
func (r *Rules) Judge(f *Facts, q Question) (Result, error) { return Result{}, errStub }

// All judges every title of every subject judged in the year, people by code then
// units by code, titles in the regime's order. It stops when ctx ends. only, when
// given, keeps the titles it accepts.
func (r *Rules) All(ctx context.Context, f *Facts, year int, on tdkt.Day, brief bool) (iter.Seq[Result], error) {
	return nil, errStub
}

// QuotaLine is one cap of a year: its base, share and what was chosen against it.
type QuotaLine struct {
	Title, Name, Base, Rounding, Cite, Mark string
	Percent, BaseCount, Cap, Chosen         int
	Known                                   bool // false: a local value is missing
}

// Quotas computes the caps of a year against the subjects chosen for each title code.
func (r *Rules) Quotas(f *Facts, year int, chosen map[string]int) ([]QuotaLine, error) {
	return nil, errStub
}

// Bonus is the money of one award decided on a day.
type Bonus struct {
	Amount int64 // đồng, rounded up to 10,000
	Tenths int   // coefficient in tenths
	Salary int64 // mức lương cơ sở
	Cite   string
	Mark   string
}

// Bonus computes the money for a code and kind of subject; an Invalid error when
// no tariff covers the day or the code has none.
func (r *Rules) Bonus(kind tdkt.SubjectKind, code string, decided tdkt.Day) (Bonus, error) {
	return Bonus{}, errStub
}
