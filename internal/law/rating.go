package law

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// RatingScheme is how a kind of staff is rated in the years of one file.
type RatingScheme struct {
	ID, Name string
	File     string
	From     int
	Till     int // 0: in force
	For      []tdkt.Employment
	Levels   []RatingLevel // best first
	Cap      RatingCap
	Head     *RatingRule // the head of a unit is not rated above it; nil: the scheme does not say so
	Months   *RatingRule // who served less is not rated; nil: the scheme does not say so
	Units    *UnitCap    // nil where the scheme has no cap on units

	// What follows is nil where the scheme does not say so.
	Marks      *MarkRules // rating by months or quarters
	Leave      *LeaveRule
	Discipline *DisciplineRule
	Facts      []FactRule
	UnitRules  *UnitRules
	Workers    *Worker
	Fallback   *Fallback
	Decide     *Deadline
	Petition   *Petition
}

// RatingRule is a further rule of a scheme.
type RatingRule struct {
	Least           int // months of Months
	Why, Cite, Mark string
}

// LevelFor is the level that points, in hundredths, come to; false where the scheme
// rates without points.
func (s *RatingScheme) LevelFor(points int) (tdkt.Level, bool) {
	if s.Levels[0].Points == 0 || points <= 0 {
		return "", false
	}
	for _, l := range s.Levels {
		if points >= l.Points*100 {
			return l.Level, true
		}
	}
	return "", false
}

// RatingLevel is one level with what it asks.
type RatingLevel struct {
	Level      tdkt.Level
	Points     int // from so many points on; 0 where the scheme or the level has none
	Why        string
	Cite, Mark string
}

// RatingCap is how many of the staff may be rated at the best level.
type RatingCap struct {
	Percent          int
	PercentExcellent int // where the unit itself is rated best; 0: no more than Percent
	PerUnit          bool
	Groups           bool // and over each group of similar duties
	Rounding         string
	RoundingMark     string // how sure the rounding is
	BaseMark         string // how sure the reading of the base is
	Why, Cite, Mark  string
}

// RatingScheme finds how a kind of staff is rated in a year; a tdkt.Error (Invalid)
// when the program has no rules for it.
func (r *Rules) RatingScheme(e tdkt.Employment, year int) (*RatingScheme, error) {
	for _, s := range r.ratings {
		if s.holds(year) && slices.Contains(s.For, e) {
			return s, nil
		}
	}
	return nil, tdkt.Errorf(tdkt.Invalid,
		"Chương trình không có quy định xếp loại cho %s năm %d; hãy xếp loại theo văn bản của cơ quan rồi nhập kết quả.", e, year)
}

// holds says whether the scheme is that of a year.
func (s *RatingScheme) holds(year int) bool {
	return s.From <= year && (s.Till == 0 || year <= s.Till) && year <= lastYear
}

// RatingSchemes lists the rating book, oldest first.
func (r *Rules) RatingSchemes() []*RatingScheme { return slices.Clone(r.ratings) }

// ratingFile is one file of regimes/rating.
type ratingFile struct {
	ID, Name   string
	From, Till int
	For        []string
	Source     map[string]source
	Local      []localFile
	Level      []levelFile
	Cap        struct {
		capFile
		Per    string
		Groups bool
	}
	Head, Months *RatingRule
	UnitCap      *unitCapFile `toml:"unit_cap"`
	marksFile
}

// levelFile is a level as rating files write it.
type levelFile struct {
	Code, Why, Cite, Mark string
	Points                int
}

// capFile is what every cap of a rating file says.
type capFile struct {
	Percent          int
	PercentExcellent int `toml:"percent_excellent"`
	Rounding         string
	RoundingMark     string `toml:"rounding_mark"`
	BaseMark         string `toml:"base_mark"`
	Why, Cite, Mark  string
}

// What a cap is counted over, as rating files write it.
const (
	perOffice = "cơ quan"
	perUnit   = "đơn vị"
)

// loadRatings reads the rating book. It comes last: its local values are set beside
// those of the criteria of the same years.
func (r *Rules) loadRatings(dir fs.FS) error {
	names, err := files(dir, "rating")
	if err != nil {
		return err
	}
	for _, name := range names {
		var file ratingFile
		if _, err := decode(dir, name, &file); err != nil {
			return err
		}
		r.hold(file.Source)
		if err := r.addRating(name, &file); err != nil {
			return fmt.Errorf("law: %s: %w", name, err)
		}
	}
	return nil
}

func (r *Rules) addRating(name string, file *ratingFile) error {
	s := &RatingScheme{ID: file.ID, Name: file.Name, File: base(name), From: file.From, Till: file.Till}
	if s.ID == "" || s.Name == "" || s.From == 0 || len(file.For) == 0 || s.Till != 0 && s.Till < s.From {
		return errors.New("id, name, from, till or for is not right")
	}
	for _, e := range file.For {
		if !slices.Contains(tdkt.Employments(), tdkt.Employment(e)) {
			return fmt.Errorf("kind of staff %q is unknown", e)
		}
		s.For = append(s.For, tdkt.Employment(e))
	}
	if err := r.overlaps(s); err != nil {
		return err
	}
	if err := s.addLevels(file); err != nil {
		return err
	}
	if err := s.addCap(file); err != nil {
		return fmt.Errorf("cap: %w", err)
	}
	if err := s.addUnitCap(file); err != nil {
		return fmt.Errorf("unit_cap: %w", err)
	}
	if err := errors.Join(s.addRules(file), s.addMarks(file)); err != nil {
		return err
	}
	if err := r.addRatingLocals(s, file); err != nil {
		return err
	}
	r.ratings = append(r.ratings, s)
	return nil
}

// overlaps refuses two schemes for the same staff and year.
func (r *Rules) overlaps(s *RatingScheme) error {
	for _, o := range r.ratings {
		apart := o.Till != 0 && o.Till < s.From || s.Till != 0 && s.Till < o.From
		shared := slices.ContainsFunc(s.For, func(e tdkt.Employment) bool { return slices.Contains(o.For, e) })
		if shared && !apart {
			return fmt.Errorf("its years overlap those of %s for the same staff", o.File)
		}
	}
	return nil
}

func (s *RatingScheme) addLevels(file *ratingFile) (err error) {
	s.Levels, err = readLevels(file.Source, file.Level)
	return err
}

// readLevels reads the levels of people or of units, best first.
func readLevels(sources map[string]source, list []levelFile) ([]RatingLevel, error) {
	var out []RatingLevel
	for i, l := range list {
		level := RatingLevel{Level: tdkt.Level(l.Code), Points: l.Points, Why: l.Why, Mark: l.Mark}
		all := tdkt.Levels()
		if i >= len(all) || level.Level != all[i] || l.Why == "" {
			return nil, fmt.Errorf("level %q: levels stand best first, each once, each with its why", l.Code)
		}
		if i > 0 && l.Points > 0 && l.Points >= out[i-1].Points {
			return nil, fmt.Errorf("level %s: its points do not lie below those of %s", l.Code, out[i-1].Level)
		}
		var err error
		if level.Cite, err = ratingCite(sources, l.Cite, l.Mark); err != nil {
			return nil, fmt.Errorf("level %s: %w", l.Code, err)
		}
		out = append(out, level)
	}
	if len(out) != len(tdkt.Levels()) {
		return nil, errors.New("a level is missing")
	}
	return out, nil
}

func (s *RatingScheme) addCap(file *ratingFile) error {
	limit, err := file.Cap.read(file.Source)
	if err != nil {
		return err
	}
	if file.Cap.Per != perOffice && file.Cap.Per != perUnit {
		return fmt.Errorf("per %q is unknown", file.Cap.Per)
	}
	s.Cap, s.Cap.PerUnit = limit, file.Cap.Per == perUnit
	s.Cap.Groups = file.Cap.Groups
	return nil
}

// read puts the cap's cite into words and refuses what no cap can be.
func (c *capFile) read(sources map[string]source) (RatingCap, error) {
	cite, err := ratingCite(sources, c.Cite, c.Mark)
	switch {
	case err != nil:
		return RatingCap{}, err
	case c.Percent < 1 || c.Percent > 100 || c.PercentExcellent > 100 || c.PercentExcellent != 0 && c.PercentExcellent < c.Percent:
		return RatingCap{}, errors.New("a percent is out of range")
	case !slices.Contains([]string{roundDown, roundNear, roundUp}, c.Rounding):
		return RatingCap{}, fmt.Errorf("rounding %q is unknown", c.Rounding)
	case !knownMark(c.RoundingMark) || !knownMark(c.BaseMark) || c.Why == "":
		return RatingCap{}, errors.New("rounding_mark, base_mark or why is missing")
	}
	return RatingCap{
		Percent: c.Percent, PercentExcellent: c.PercentExcellent, Rounding: c.Rounding,
		RoundingMark: c.RoundingMark, BaseMark: c.BaseMark, Why: c.Why, Cite: cite, Mark: c.Mark,
	}, nil
}

// addRules takes the further rules the file has.
func (s *RatingScheme) addRules(file *ratingFile) error {
	for _, rule := range []*RatingRule{file.Head, file.Months} {
		if rule == nil {
			continue
		}
		cite, err := ratingCite(file.Source, rule.Cite, rule.Mark)
		if err != nil || rule.Why == "" || rule == file.Months && rule.Least < 1 {
			return errors.Join(errors.New("head or months: why, cite, mark or least is not right"), err)
		}
		rule.Cite = cite
	}
	s.Head, s.Months = file.Head, file.Months
	return nil
}

// ratingCite puts a cite into words. What was read at the source (V) names its Điều;
// what is known second-hand may name the text alone.
func ratingCite(sources map[string]source, cite, mark string) (string, error) {
	if !knownMark(mark) {
		return "", fmt.Errorf("mark %q is none of V, V2, U, C", mark)
	}
	if mark == "V" {
		list, err := parseCites(sources, cite)
		if i := slices.IndexFunc(list, func(c cited) bool { return !c.read() }); i >= 0 {
			return "", fmt.Errorf("cite %q: mark V, but %s of %s was not read", cite, list[i].article, list[i].source.Name)
		}
		return citeWords(list), err
	}
	var out []string
	for _, part := range strings.Split(cite, ";") {
		key, article, _ := strings.Cut(strings.TrimSpace(part), " ")
		src, ok := sources[key]
		if !ok {
			return "", fmt.Errorf("cite %q names no [source] of the file", cite)
		}
		out = append(out, strings.TrimSpace(src.Name+" "+article))
	}
	return strings.Join(out, "; "), nil
}

// addRatingLocals gives every regime of criteria of the scheme's years a place for the
// scheme's local values.
func (r *Rules) addRatingLocals(s *RatingScheme, file *ratingFile) error {
	for _, l := range file.Local {
		cite, err := ratingCite(file.Source, l.Cite, "C")
		if err != nil {
			return fmt.Errorf("local %q: %w", l.Key, err)
		}
		if l.Key == "" || l.Name == "" || !knownLocalKind(l.Kind) {
			return fmt.Errorf("local %q: key, name or kind is not right", l.Key)
		}
		key := LocalKey{Key: l.Key, Name: l.Name, Kind: l.Kind, Cite: cite, Text: l.Text}
		for _, g := range r.Regimes {
			apart := g.Till != 0 && g.Till < s.From || s.Till != 0 && s.Till < g.From
			if !apart && g.key(l.Key).Kind == "" {
				g.locals = append(g.locals, key)
			}
		}
	}
	return nil
}
