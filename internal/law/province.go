package law

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io/fs"
	"maps"
	"slices"

	"tdkt/internal/tdkt"
)

// Where a unit may stand.
const (
	placeOffice = "cơ quan"
	placePart   = "phòng, đơn vị thuộc"
)

func judgeUnitPlace(j *judging, n *need) Answer {
	return yesNo(j.facts.top(j.sub) == (n.Place == placeOffice))
}

// top says whether a unit is the office itself: none stands above it.
func (f *Facts) top(unit int) bool {
	return f.unitPlace(f.Snapshot.Units[f.subjects[unit].row].Parent) < 0
}

func seenUnitPlace(j *judging, _ *need) string {
	if j.facts.top(j.sub) {
		return "là cả cơ quan"
	}
	up := j.facts.unitPlace(j.facts.Snapshot.Units[j.facts.subjects[j.sub].row].Parent)
	return "là đơn vị thuộc " + j.facts.subjects[up].name
}

func traceUnitPlace(j *judging, _ *need) traced {
	sub := &j.facts.subjects[j.sub]
	return traced{rows: []Row{{Noun: tdkt.NounUnit, ID: sub.ID, Subject: sub.Subject}}}
}

// With is the rules with the regulations a province set beside them, as the data file keeps
// them. One that these rules cannot use is left out; problems says why, by the row's ID.
func (r *Rules) With(rows []tdkt.Regulation) (_ *Rules, problems map[tdkt.ID]error) {
	last := r.with.Load()
	if last == nil || !slices.Equal(last.rows, rows) {
		last = &provincial{rows: slices.Clone(rows)}
		last.rules, last.problems = r.reread(rows)
		r.with.Store(last)
	}
	return last.rules, maps.Clone(last.problems)
}

// provincial are rules with regulations beside them; they are asked for each time a file is
// looked at anew, and read once.
type provincial struct {
	rows     []tdkt.Regulation
	rules    *Rules
	problems map[tdkt.ID]error
}

// reread reads all rules again with the regulations beside them.
func (r *Rules) reread(rows []tdkt.Regulation) (_ *Rules, problems map[tdkt.ID]error) {
	problems = map[tdkt.ID]error{}
	var list []*Regulation
	for _, row := range rows {
		g, err := r.ReadRegulation(row.Text)
		if err != nil {
			problems[row.ID] = err
			continue
		}
		g.id = row.ID
		list = append(list, g)
	}
	if len(list) == 0 {
		return r, problems
	}
	slices.SortStableFunc(list, func(a, b *Regulation) int {
		return cmp.Or(cmp.Compare(b.Signed.Day, a.Signed.Day), cmp.Compare(a.Number, b.Number))
	})
	dir, err := fs.Sub(embedded, "regimes")
	if err == nil {
		var with *Rules
		if with, err = loadWith(dir, list); err == nil {
			return with, problems
		}
	}
	for _, g := range list { // each was checked: only a fault of the program comes here
		problems[g.id] = fmt.Errorf("law: rules with %s: %w", g.Number, err)
	}
	return r, problems
}

// Regulation is the province's regulation a year is judged by, nil for none: of two that
// both hold, the later one.
func (r *Rules) Regulation(year int) *Regulation {
	return regulationOf(r.regulations, year)
}

func regulationOf(list []*Regulation, year int) *Regulation {
	for _, g := range list {
		if g.Holds(year) {
			return g
		}
	}
	return nil
}

// spans are the runs of years within a regime that are judged by a regulation.
func (b *builder) spans(g *Regulation) [][2]int {
	first, last := max(b.g.From, g.FirstYear), lastYear
	for _, end := range []int{b.g.Till, g.LastYear} {
		if end != 0 {
			last = min(last, end)
		}
	}
	var out [][2]int
	for y := first; y <= last; y++ {
		if regulationOf(b.r.regulations, y) != g {
			continue
		}
		if n := len(out); n > 0 && out[n-1][1] == y-1 {
			out[n-1][1] = y
		} else {
			out = append(out, [2]int{y, y})
		}
	}
	return out
}

// provincial adds to a title what the province's regulations ask beside the statute.
func (b *builder) provincial(t *titleFile) error {
	for _, g := range b.r.regulations {
		spans := b.spans(g)
		for _, n := range g.Needs {
			kind, _ := kindOf(n.For)
			if n.Title != t.Code || string(kind) != t.Kind {
				continue
			}
			for at, span := range spans {
				out, err := b.r.askNeed(n)
				if err != nil {
					return err
				}
				out.ID = n.id(g, at)
				out.Since, out.Until, out.province = span[0], span[1], g
				out.Cite, out.Mark = g.cite(n.Clause), provinceMark
				t.Need = append(t.Need, out)
			}
		}
	}
	return nil
}

// provinceMark: what the province asks is read in its own document.
const provinceMark = "V"

// id names the need among those of its title. It stays the same as long as the words do, so
// that what people ticked stays theirs.
func (n RegNeed) id(g *Regulation, again int) string {
	h := fnv.New32a()
	fmt.Fprint(h, g.Number, "\n", n.Ask, "\n", tdkt.Clean(n.Value), "\n", tdkt.Clean(n.Why))
	id := fmt.Sprintf("tinh-%s-%08x", n.Ask, h.Sum32())
	if again > 0 {
		return fmt.Sprintf("%s-%d", id, again)
	}
	return id
}

// provincialQuotas adds the caps of the province's regulations.
func (b *builder) provincialQuotas() {
	for _, g := range b.r.regulations {
		for _, q := range g.Quotas {
			for _, span := range b.spans(g) {
				b.g.quotas = append(b.g.quotas, quota{
					Title: q.Title, Of: q.Of, Percent: q.Percent, Since: span[0], Until: span[1], Rounding: q.Rounding,
					Cite: g.cite(q.Clause), Mark: provinceMark, by: g,
				})
			}
		}
	}
}

// localValue is a local value with the clause of the regulation it comes from, if any.
type localValue struct {
	tdkt.Local
	by     *Regulation
	clause string
}

// local is the value of a key in a year: what the office entered for the year, else what
// the province's regulation of the year says.
func (f *Facts) local(year int, key string) (localValue, bool) {
	if l, set := f.locals[localKey{year, key}]; set || key == "" {
		return localValue{Local: l}, set
	}
	g := regulationOf(f.regulations, year)
	if g == nil {
		return localValue{}, false
	}
	for _, v := range g.Values {
		if v.Key == key {
			return localValue{
				Local: tdkt.Local{Year: year, Key: key, Value: v.Value, Document: g.Number, Date: g.Signed.Day, About: g.Title},
				by:    g, clause: v.Clause,
			}, true
		}
	}
	return localValue{}, false
}

// localText is the value itself, "" where there is none.
func (f *Facts) localText(year int, key string) string {
	l, _ := f.local(year, key)
	return l.Value
}

// localOn is local for what is done on a day: a regulation that was not in force on it has
// no say.
func (f *Facts) localOn(on tdkt.Day, year int, key string) (localValue, bool) {
	l, set := f.local(year, key)
	if l.by != nil && on < l.by.InForce.Day {
		return localValue{}, false
	}
	return l, set
}

// RegulationValue is what the province's regulation of a year says under a key, with the
// clause it is cited by; false where it says nothing.
func (r *Rules) RegulationValue(year int, key string) (value, cite string, ok bool) {
	g := r.Regulation(year)
	if g == nil {
		return "", "", false
	}
	for _, v := range g.Values {
		if v.Key == key {
			return v.Value, g.cite(v.Clause), true
		}
	}
	return "", "", false
}

// CodeOf is a catalogue code as it is decided for a year: at the level the province's
// regulation says, where it does.
func (r *Rules) CodeOf(code string, year int) (CodeInfo, bool) {
	info, ok := r.Code(code)
	if g := r.Regulation(year); ok && g != nil {
		for _, d := range g.Decides {
			if d.Title == code {
				info.Level = d.Level
			}
		}
	}
	return info, ok
}

// DueDay is a day by which something must be done, and who says so.
type DueDay struct {
	Name, Cite string
	Due        tdkt.Day
	Round      tdkt.ID // of which round, "" for the year
}

// Deadlines lists the days the province's regulation sets for a year and for its rounds that
// have a day of their own, earliest first.
func (r *Rules) Deadlines(year int, rounds []tdkt.Round) []DueDay {
	g := r.Regulation(year)
	if g == nil {
		return nil
	}
	var out []DueDay
	for _, d := range g.Deadlines {
		if on, ok := d.on(year); ok {
			out = append(out, DueDay{Name: d.Name, Cite: g.cite(d.Clause), Due: on})
			continue
		}
		for _, x := range rounds {
			if x.Year == year && x.Date != 0 && d.Before > 0 && (len(d.Rounds) == 0 || slices.Contains(d.Rounds, string(x.Kind))) {
				due := tdkt.DayOf(x.Date.Time().AddDate(0, 0, -d.Before))
				out = append(out, DueDay{Name: d.Name + ": " + x.Name, Cite: g.cite(d.Clause), Due: due, Round: x.ID})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b DueDay) int { return cmp.Compare(a.Due, b.Due) })
	return out
}

// Address is how the province's regulation of a year calls somebody, "" where it does not.
func (r *Rules) Address(year int, of string) string {
	if g := r.Regulation(year); g != nil {
		for _, a := range g.Addresses {
			if a.Of == of {
				return a.Value
			}
		}
	}
	return ""
}

// inForce is the province's regulation in force on a day, nil for none.
func (r *Rules) inForce(on tdkt.Day) *Regulation {
	for _, g := range r.regulations {
		if g.InForce.Day <= on && (g.LastYear == 0 || on.Year() <= g.LastYear+1) {
			return g
		}
	}
	return nil
}

// provincePapers are what the province's regulation of a day adds to the papers of a title.
func (r *Rules) provincePapers(on tdkt.Day, code CodeInfo) []Paper {
	g := r.inForce(on)
	if g == nil {
		return nil
	}
	var out []Paper
	for i, p := range g.Papers {
		if slices.Contains(p.For, code.Code) || slices.Contains(p.For, code.Group) {
			out = append(out, Paper{
				Code: fmt.Sprintf("tinh-%d", i+1), Name: p.Name, Words: []string{tdkt.Fold(p.Name)}, Cite: g.cite(p.Clause), Mark: provinceMark,
			})
		}
	}
	return out
}
