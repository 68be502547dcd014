package law

import (
	"slices"

	"tdkt/internal/tdkt"
)

// Note is a remark on a rating with the article behind it.
type Note struct {
	ID   string `json:"id"`
	Text string `json:"text"`
	Cite string `json:"cite"`
	Mark string `json:"mark"`
	// Wrong says that the rating cannot be so: it is refused where it is typed.
	Wrong bool `json:"wrong,omitempty"`

	fits  bool // tells how the level came about, and is no doubt about it
	fails bool // makes the worst level whatever the points
}

// The notes that more than one place makes or asks for.
const (
	noteMonths    = "duoi-6-thang"
	noteMissing   = "thieu-phieu"
	noteHead      = "nguoi-dung-dau"
	noteAway      = "nghi-ca-nam"
	noteMovedOn   = "chuyen-don-vi"
	noteStaff     = "doi-tuong"
	noteNoRules   = "khong-co-quy-dinh"
	noteNoPoints  = "khong-co-diem"
	noteAuthority = "dieu-kien" // of a unit: its authority decides the level
	noteOther     = "khac-de-xuat"
	notePoints    = "muc-khac-diem"
)

// Said is the note with its article, as lists show it.
func (n Note) Said() string {
	out := n.Text
	if n.Cite != "" {
		out += ": " + n.Cite
	}
	if n.Mark != "" && n.Mark != "V" {
		out += " (chưa kiểm chứng)"
	}
	return out
}

// Appraisal is what a person's marks of a year come to.
type Appraisal struct {
	Year     int
	Person   tdkt.Person
	Scheme   *RatingScheme // nil: no rules for this person and year
	Presumed bool          // the kind of staff was not entered
	Slots    []Slot
	Mean     int // hundredths, of the periods counted
	Count    int
	NotRated bool       // served too little
	Level    tdkt.Level // proposed, "" where none can be
	Notes    []Note
}

// Has says whether any mark was entered for the year.
func (a *Appraisal) Has() bool {
	return slices.ContainsFunc(a.Slots, func(s Slot) bool { return s.Mark.ID != "" })
}

// SchemeOf finds the scheme a person is rated by in a year: that of the kind of staff, the
// older one where the office has no rules of its own yet, that of civil servants where the
// kind was not entered (presumed), that of the office's decision for workers under contract.
func (r *Rules) SchemeOf(f *Facts, e tdkt.Employment, year int) (s *RatingScheme, presumed bool, err error) {
	switch e {
	case "":
		s, err = r.RatingScheme(tdkt.CivilServant, year)
		return s, true, err
	case tdkt.Worker:
		return r.workerScheme(f, year)
	case tdkt.Cadre, tdkt.CivilServant, tdkt.PublicStaff:
	}
	s, err = r.RatingScheme(e, year)
	if err != nil || s.Fallback == nil || s.Fallback.Year != year {
		return s, false, err
	}
	if yes, ok := localYesNo(f.localText(year, s.Fallback.Local)); ok && yes {
		for _, old := range r.ratings {
			if old.ID == s.Fallback.Scheme {
				return old, false, nil
			}
		}
	}
	return s, false, nil
}

// schemeAt is the scheme somebody is rated by in a year: as SchemeOf, with a worker of a
// public service unit by the decree of such units where the unit says so.
func (r *Rules) schemeAt(f *Facts, place, year int) (*RatingScheme, bool, error) {
	p := &f.Snapshot.People[f.subjects[place].row]
	if p.Employment != tdkt.Worker {
		return r.SchemeOf(f, p.Employment, year)
	}
	s, presumed, err := r.workerScheme(f, year)
	unit := f.unitOn(place, f.lastDay(place, year))
	if unit < 0 {
		return s, presumed, err
	}
	own := r.unitScheme(f, unit, year)
	if own == nil || own.Workers == nil {
		return s, presumed, err
	}
	if _, decided := localYesNo(f.localText(year, own.Workers.Local)); decided || err != nil {
		return own.forWorkers(f, year)
	}
	return s, presumed, err
}

// workerScheme is the scheme the office decided to rate workers under contract by.
func (r *Rules) workerScheme(f *Facts, year int) (*RatingScheme, bool, error) {
	var first *RatingScheme
	for _, s := range r.ratings {
		if s.Workers == nil || !s.holds(year) {
			continue
		}
		if yes, _ := localYesNo(f.localText(year, s.Workers.Local)); yes {
			return s, false, nil
		}
		if first == nil || slices.Contains(s.For, tdkt.CivilServant) {
			first = s
		}
	}
	if first != nil {
		return first.forWorkers(f, year)
	}
	_, err := r.RatingScheme(tdkt.Worker, year)
	return nil, false, err
}

// forWorkers is the scheme where the office decided to rate workers by it, else why not.
func (s *RatingScheme) forWorkers(f *Facts, year int) (*RatingScheme, bool, error) {
	yes, decided := localYesNo(f.localText(year, s.Workers.Local))
	switch {
	case yes:
		return s, false, nil
	case decided:
		return nil, false, tdkt.Errorf(tdkt.Invalid, "Cơ quan quyết định không xếp loại người lao động theo %s (%s).", s.Name, s.Workers.Cite)
	}
	return nil, false, tdkt.Errorf(tdkt.Invalid,
		"Cơ quan chưa quyết định có xếp loại người lao động theo %s hay không (%s); hãy ghi ở trang Quy định riêng năm %d.", s.Name, s.Workers.Cite, year)
}

// Appraise works out the year of a person from the marks of its periods. Periods that are
// not over on the day are not asked for; a zero day asks for the whole year.
func (r *Rules) Appraise(f *Facts, person tdkt.ID, year int, on tdkt.Day) Appraisal {
	place, ok := f.place[tdkt.PersonSubject(person)]
	if !ok {
		return Appraisal{Year: year}
	}
	return r.appraise(f, place, year, on)
}

func (r *Rules) appraise(f *Facts, place, year int, on tdkt.Day) Appraisal {
	a := Appraisal{Year: year, Person: f.Snapshot.People[f.subjects[place].row]}
	s, presumed, err := r.schemeAt(f, place, year)
	a.Scheme, a.Presumed = s, presumed
	rules := r.markRules(s, year)
	if rules == nil {
		a.fill(f, place, on, nil)
		if err != nil {
			a.Notes = append(a.Notes, Note{ID: noteNoRules, Text: tdkt.Sentence(err, nil)})
		}
		return a
	}
	a.fill(f, place, on, rules)
	a.mean(f, rules)
	if err != nil {
		a.Notes = append(a.Notes, Note{ID: noteNoRules, Text: tdkt.Sentence(err, nil)})
		return a
	}
	if presumed {
		a.Notes = append(a.Notes, Note{ID: noteStaff, fits: true, Text: "chưa nhập đối tượng (công chức, viên chức…), tạm tính theo " + s.Name})
	}
	a.propose(f, place)
	return a
}

// markRules are the rules of marks of a scheme, or those of civil servants where the
// person has no scheme: a mean can be told all the same.
func (r *Rules) markRules(s *RatingScheme, year int) *MarkRules {
	if s != nil {
		return s.Marks
	}
	if c, err := r.RatingScheme(tdkt.CivilServant, year); err == nil {
		return c.Marks
	}
	return nil
}
