package law

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"tdkt/internal/tdkt"
)

// MarkRules is how the marks of months or quarters make the rating of a year.
type MarkRules struct {
	Common, Result  int      // the most points of each part
	From            tdkt.Day // marks of before are not asked for; zero: the whole year
	FromCite        string
	fromLocal       string // local value by which those of before count all the same
	quarterly       string // local value by which marks are by quarter
	Form            string // the sheet of a period, as the decree calls it
	YearForm        string // the sheet of a year, by the name of its template
	Lines           []MarkLine
	Why, Cite, Mark string
	Mean            MeanRule
	Product         *ProductRule // nil: the decree leaves it to the unit's own rules
	Moved           RatingRule
}

// MarkLine is a line of the common criteria. Group is set where a new group begins.
type MarkLine struct {
	Group, Name string
	Most        int // hundredths
}

// MeanRule is how marks make a mean.
type MeanRule struct {
	Digits                 int
	Rounding, RoundingMark string
	local                  string
	Why, Cite, Mark        string
}

// ProductRule is how work makes the result points.
type ProductRule struct {
	Fault     int    // per cent of a product's points that one return or delay takes
	Cite      string // of number, quality and progress
	StaffCite string `toml:"staff_cite"`
	HeadCite  string `toml:"head_cite"`
	HeadParts []int  `toml:"head_parts"` // what each of a leader's d, đ, e may be, in per cent
	PartsCite string `toml:"parts_cite"` // of these
	Mark      string
}

// LeaveRule is whose time counts as worked.
type LeaveRule struct {
	Rated           []string // kinds of leave after which one is rated all the same
	Off             []string // kinds that are no time worked
	Why, Cite, Mark string
}

// DisciplineRule is which decisions decide the level.
type DisciplineRule struct {
	Least           tdkt.Penalty
	weight          int
	Why, Cite, Mark string
}

// FactRule is a fact that people enter for the rating of a subject.
type FactRule struct {
	Key, Name, Kind string
	Short           string     // its name above a column
	Level           tdkt.Level // it decides, "" for none
	Leaders         bool       // asked of leaders alone
	Cite, Mark      string
}

// The kinds of rating facts.
const (
	FactYesNo = LocalYesNo
	FactShare = "phần trăm"
)

// UnitNeed is what a level asks of a unit beside its points.
type UnitNeed struct {
	Level       tdkt.Level
	Fact        string
	Least, Most int  // per cent, 0: none
	Below       bool // no unit directly below is rated at the worst level
	Under       int  // of a failing: the share lies under it
	Cite        string
}

// UnitRules is how units are rated.
type UnitRules struct {
	Levels     []RatingLevel // by points, best first
	Facts      []FactRule
	Needs      []UnitNeed
	Fails      []UnitNeed // any of them makes the worst level
	Other      string     // where it is said what follows when not every need is met; "" where nowhere
	Cite, Mark string
}

// Fallback is the scheme of an earlier decree that may be used in one year.
type Fallback struct {
	Local, Scheme, Cite, Mark string
	Year                      int
}

// Worker is the local value by which workers under contract are rated by a scheme.
type Worker struct{ Local, Why, Cite, Mark string }

// Petition is the time to answer one who does not agree.
type Petition struct {
	Days            int // working days
	Why, Cite, Mark string
}

// Last is the last day to answer a petition that came on a day: Saturdays and Sundays are
// left out; public holidays are not known here.
func (p *Petition) Last(received tdkt.Day) tdkt.Day {
	day := received
	for left := p.Days; left > 0; {
		day = day.Next()
		if w := day.Time().Weekday(); w != time.Saturday && w != time.Sunday {
			left--
		}
	}
	return day
}

// Deadline is the day before which the year is rated.
type Deadline struct{ Before, Cite, Mark string }

// marksFile are the parts of a rating file that marks of periods need.
type marksFile struct {
	Marks *struct {
		Common, Result  int
		From            date
		FromLocal       string `toml:"from_local"`
		FromCite        string `toml:"from_cite"`
		Quarterly       string
		Form            string
		YearForm        string `toml:"year_form"`
		Why, Cite, Mark string
		Line            []MarkLine
		Mean            struct {
			Digits          int
			Rounding        string
			RoundingMark    string `toml:"rounding_mark"`
			Local           string
			Why, Cite, Mark string
		}
		Product *ProductRule
		Moved   RatingRule
	}
	Leave      *LeaveRule
	Discipline *DisciplineRule
	Fact       []FactRule
	Workers    *Worker
	Fallback   *Fallback
	Decide     *Deadline
	Petition   *Petition
	Units      *struct {
		Cite, Mark, Other string
		Level             []levelFile
		Fact              []FactRule
		Need, Fail        []UnitNeed
	}
}

// addMarks reads what a file says of periods, leave, discipline and units.
func (s *RatingScheme) addMarks(file *ratingFile) error {
	cite := func(text *string, mark string) error {
		var err error
		if *text != "" {
			*text, err = ratingCite(file.Source, *text, mark)
		} else {
			err = errors.New("cite is missing")
		}
		return err
	}
	var errs []error
	if l := file.Leave; l != nil {
		errs = append(errs, cite(&l.Cite, l.Mark))
		s.Leave = l
	}
	if d := file.Discipline; d != nil {
		errs = append(errs, cite(&d.Cite, d.Mark))
		if d.weight = penaltyRank(d.Least); d.weight == 0 {
			errs = append(errs, fmt.Errorf("discipline: least %q is no form", d.Least))
		}
		s.Discipline = d
	}
	for i := range file.Fact {
		errs = append(errs, cite(&file.Fact[i].Cite, file.Fact[i].Mark), file.Fact[i].problem())
	}
	s.Facts = file.Fact
	if w := file.Workers; w != nil {
		errs = append(errs, cite(&w.Cite, w.Mark))
		s.Workers = w
	}
	if w := file.Fallback; w != nil {
		errs = append(errs, cite(&w.Cite, w.Mark))
		s.Fallback = w
	}
	if w := file.Decide; w != nil {
		errs = append(errs, cite(&w.Cite, w.Mark))
		s.Decide = w
	}
	if w := file.Petition; w != nil {
		errs = append(errs, cite(&w.Cite, w.Mark))
		s.Petition = w
	}
	return errors.Join(append(errs, s.addUnitRules(file), s.addPeriods(file))...)
}

func (f FactRule) problem() error {
	if f.Key == "" || f.Name == "" || f.Short == "" || f.Kind != FactYesNo && f.Kind != FactShare || f.Level != "" && levelRank(f.Level) == 0 {
		return fmt.Errorf("fact %q: key, name, short, kind or level is not right", f.Key)
	}
	return nil
}

// addPeriods reads how marks make a mean.
func (s *RatingScheme) addPeriods(file *ratingFile) error {
	m := file.Marks
	if m == nil {
		return nil
	}
	var errs []error
	cited := func(text, mark string) string {
		out, err := ratingCite(file.Source, text, mark)
		errs = append(errs, err)
		return out
	}
	rules := &MarkRules{
		Common: m.Common, Result: m.Result, From: m.From.Day, fromLocal: m.FromLocal, quarterly: m.Quarterly, Form: m.Form, YearForm: m.YearForm, Lines: m.Line,
		Why: m.Why, Cite: cited(m.Cite, m.Mark), Mark: m.Mark, Moved: m.Moved, Product: m.Product,
		Mean: MeanRule{
			Digits: m.Mean.Digits, Rounding: m.Mean.Rounding, RoundingMark: m.Mean.RoundingMark, local: m.Mean.Local,
			Why: m.Mean.Why, Cite: cited(m.Mean.Cite, m.Mean.Mark), Mark: m.Mean.Mark,
		},
	}
	if m.FromCite != "" {
		rules.FromCite = cited(m.FromCite, m.Mark)
	}
	rules.Moved.Cite = cited(m.Moved.Cite, m.Moved.Mark)
	if p := rules.Product; p != nil {
		p.Cite, p.StaffCite, p.HeadCite = cited(p.Cite, p.Mark), cited(p.StaffCite, p.Mark), cited(p.HeadCite, p.Mark)
		p.PartsCite = cited(p.PartsCite, p.Mark)
		errs = append(errs, p.problem())
	}
	s.Marks = rules
	return errors.Join(append(errs, rules.problem())...)
}

func (p *ProductRule) problem() error {
	if p.Fault < 1 || p.Fault > 100 || len(p.HeadParts) == 0 || slices.Min(p.HeadParts) < 1 {
		return errors.New("marks.product: fault or head_parts is not right")
	}
	return nil
}

func (m *MarkRules) problem() error {
	sum := 0
	for _, l := range m.Lines {
		sum += l.Most
	}
	switch {
	case m.Common < 1 || m.Result < 1 || m.Why == "" || m.Mean.Why == "" || m.Mean.Digits < 0 || m.Mean.Digits > 2:
		return errors.New("marks: common, result, why or mean is not right")
	case !slices.Contains([]string{roundDown, roundNear, roundUp}, m.Mean.Rounding) || !knownMark(m.Mean.RoundingMark):
		return errors.New("marks.mean: rounding or rounding_mark is not right")
	case len(m.Lines) != 0 && (len(m.Lines) != tdkt.CommonLines || sum != m.Common*100):
		return fmt.Errorf("marks: %d lines come to %d hundredths", len(m.Lines), sum)
	}
	return nil
}

// addUnitRules reads how units are rated.
func (s *RatingScheme) addUnitRules(file *ratingFile) error {
	u := file.Units
	if u == nil {
		return nil
	}
	cite, err := ratingCite(file.Source, u.Cite, u.Mark)
	errs := []error{err}
	if u.Other != "" {
		u.Other, err = ratingCite(file.Source, u.Other, u.Mark)
		errs = append(errs, err)
	}
	known := map[string]bool{}
	for i := range u.Fact {
		u.Fact[i].Cite, u.Fact[i].Mark = cite, u.Mark
		errs = append(errs, u.Fact[i].problem())
		known[u.Fact[i].Key] = true
	}
	for _, list := range [][]UnitNeed{u.Need, u.Fail} {
		for i := range list {
			n := &list[i]
			if n.Below == (n.Fact != "") || n.Fact != "" && !known[n.Fact] {
				errs = append(errs, fmt.Errorf("units: need %q names no fact", n.Fact))
			}
			n.Cite, err = ratingCite(file.Source, n.Cite, u.Mark)
			errs = append(errs, err)
		}
	}
	levels, err := readLevels(file.Source, u.Level)
	errs = append(errs, err)
	s.UnitRules = &UnitRules{Levels: levels, Facts: u.Fact, Needs: u.Need, Fails: u.Fail, Other: u.Other, Cite: cite, Mark: u.Mark}
	return errors.Join(errs...)
}
