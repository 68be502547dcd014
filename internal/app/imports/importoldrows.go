package imports

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// contradictions asks about ratings of one person and year that differ, among the files or
// from the data, and drops what is said twice.
func (o *oldImporter) contradictions() {
	type key struct {
		who  *oldPerson
		unit string
		year int
	}
	first, known := map[key]int{}, map[ofYear]tdkt.Rating{}
	for _, r := range o.v.Ratings {
		known[ofYear{r.Subject, r.Year}] = r
	}
	for i := range o.Facts {
		f := &o.Facts[i]
		if f.Kind != intake.FactRating || f.Year == 0 || f.Level == "" || o.of[i] == nil && !f.OfUnit {
			continue
		}
		k := key{o.of[i], "", f.Year}
		if f.OfUnit {
			k.unit = intake.UnitKey(f.Name)
		}
		if at, ok := first[k]; ok {
			if other := o.Facts[at]; other.Level != f.Level {
				o.differs(i, fmt.Sprintf("ô %s của %s ghi %s", other.Cell, other.File, other.Level))
			}
			continue
		}
		first[k] = i
		if r, ok := o.ratedBefore(i, known); ok && r.Level != f.Level {
			o.differs(i, fmt.Sprintf("sổ đã ghi %s", r.Level))
		}
	}
}

// ofYear is a subject in a year.
type ofYear struct {
	who  tdkt.Subject
	year int
}

// ratedBefore is the rating that the book holds of the person and year of a fact.
func (o *oldImporter) ratedBefore(i int, known map[ofYear]tdkt.Rating) (r tdkt.Rating, ok bool) {
	if p := o.of[i]; p != nil && !p.fresh {
		r, ok = known[ofYear{tdkt.PersonSubject(p.now.ID), o.Facts[i].Year}]
	}
	return r, ok
}

// differs asks which of two ratings holds.
func (o *oldImporter) differs(i int, other string) {
	f := &o.Facts[i]
	d := intake.Doubt{
		Field: "rating", Text: fmt.Sprintf("%s %d", f.Name, f.Year), Proposal: string(f.Level), Holds: true,
		Why: fmt.Sprintf("năm %d ở đây là %s, nhưng %s", f.Year, f.Level, other),
	}
	if v, answered := o.ask(i, d); answered {
		if r, ok := intake.ReadRating(v); ok && r.Level != "" {
			f.Level = r.Level
		} else {
			f.Doubts = append(f.Doubts, d)
		}
	}
}

// write makes rows of the facts that wait for nothing.
func (o *oldImporter) write() {
	for i := range o.Facts {
		switch f := &o.Facts[i]; {
		case o.skipped(f):
			o.Fates[i] = OldSkipped
		case f.Held():
			o.Fates[i] = OldHeld
		case f.Kind == intake.FactPerson && o.of[i] == nil:
			o.Fates[i] = OldHeld
		default:
			o.Fates[i] = OldSame
		}
	}
	o.unitFacts()
	o.personRecords()
	o.waiting()
	o.meritRows()
	o.proposalRows()
	o.workRows()
	o.sort()
}

// skipped says whether a fact, or who it is about, was answered to be left out.
func (o *oldImporter) skipped(f *intake.Fact) bool {
	return f.Skipped || f.Person >= 0 && f.Person < len(o.Facts) && o.Facts[f.Person].Skipped
}

// unitFacts makes the units that stand as headings, and keeps those already known.
func (o *oldImporter) unitFacts() {
	for i := range o.Facts {
		f := &o.Facts[i]
		if f.Kind != intake.FactUnit || f.Skipped {
			continue
		}
		if id, ok := o.knownUnit(f.Name); ok {
			f.Code = o.codes[id]
			continue
		}
		if f.Held() {
			continue
		}
		if near := o.nearUnit(f.Name); near != "" {
			d := intake.Doubt{Field: "unit", Text: f.Name, Proposal: near, Holds: true, Why: fmt.Sprintf("“%s” gần giống đơn vị đã có “%s”", f.Name, near)}
			v, answered := o.ask(i, d)
			if !answered {
				o.Fates[i] = OldHeld
				continue
			}
			if tdkt.Fold(v) != "moi" {
				f.Name = v
				if _, ok := o.knownUnit(v); ok {
					continue
				}
			}
		}
		id := o.newUnit(f.Name)
		f.Code, o.Fates[i] = o.codes[id], OldNew
	}
}

// newUnit makes a unit of a name, or hands back the one known by now.
func (o *oldImporter) newUnit(name string) tdkt.ID {
	if id, ok := o.knownUnit(name); ok {
		return id
	}
	id := o.makeUnit(name)
	u := o.importer.plan.records[len(o.importer.plan.records)-1].(tdkt.Unit) //nolint:forcetypeassert // makeUnit has just put it there.
	o.codes[id] = u.Code
	o.learnUnit(id, name)
	return id
}

// nearUnit is a known unit whose name is almost this one, "" for none.
func (o *oldImporter) nearUnit(name string) string {
	key := intake.UnitKey(name)
	for _, u := range o.v.Units {
		if intake.Nearly(key, intake.UnitKey(u.Name)) {
			return u.Name
		}
	}
	return ""
}

// personRecords makes the rows of people that are new or changed.
func (o *oldImporter) personRecords() {
	units := map[string]int{}
	for _, p := range o.people {
		if p.held || len(p.lines) == 0 {
			continue
		}
		first := p.lines[0]
		if !o.placed(p, first, units) {
			continue
		}
		if err := view.CheckDays(p.now); err != nil {
			o.refuseFact(first, err.Text)
			continue
		}
		if p.moved != 0 && !p.fresh {
			o.movePost(p, first)
			continue
		}
		switch {
		case p.fresh:
			o.Fates[first] = OldNew
			o.count.New++
		case p.now == p.old:
			continue
		default:
			o.Fates[first] = OldChanged
			o.count.Changed++
		}
		o.importer.people[view.CodeKey(p.now.Code)] = p.now.ID
		o.names[p.now.ID], o.codes[p.now.ID] = p.now.Name, p.now.Code
		o.importer.plan.records = append(o.importer.plan.records, p.now)
		if p.fresh && p.moved != 0 {
			o.postsOf(p)
		}
	}
	o.importer.plan.Counts = append(o.importer.plan.Counts, o.unitCount, o.count)
}

// placed gives a person the unit named for them; false when none is, or it must be asked.
func (o *oldImporter) placed(p *oldPerson, first int, units map[string]int) bool {
	if !p.fresh && p.moved == 0 {
		return true
	}
	f := &o.Facts[first]
	if p.unit == "" {
		d := o.unplaced(p, f)
		v, answered := o.ask(first, d)
		if !answered {
			o.Fates[first], p.held = OldHeld, true
			return false
		}
		p.unit, f.Unit = v, v
	}
	id, ok := o.knownUnit(p.unit)
	if !ok {
		if near := o.nearUnit(p.unit); near != "" {
			d := intake.Doubt{Field: "unit", Text: p.unit, Proposal: near, Holds: true, Why: fmt.Sprintf("“%s” gần giống đơn vị đã có “%s”", p.unit, near)}
			v, answered := o.ask(first, d)
			switch {
			case !answered:
				o.Fates[first], p.held = OldHeld, true
				return false
			case tdkt.Fold(v) != "moi":
				p.unit = v
			}
		}
		id = o.newUnit(p.unit)
		if _, told := units[intake.UnitKey(p.unit)]; !told {
			units[intake.UnitKey(p.unit)] = first
			o.tellUnit(first, p.unit, id)
		}
	}
	p.now.Unit = id
	return true
}

// unplaced asks whose somebody is, once for a whole staff list that says it of nobody.
func (o *oldImporter) unplaced(p *oldPerson, f *intake.Fact) intake.Doubt {
	d := intake.Doubt{Field: "unit", Text: "đơn vị của " + p.now.Name, Why: "không rõ đơn vị của " + p.now.Name, Holds: true}
	if f.Table < 0 || f.Table >= len(o.Tables) {
		return d
	}
	t := o.Tables[f.Table]
	if !t.Roomless || t.Kind != intake.Staff && t.Unit == "" {
		return d
	}
	d.Text, d.Proposal = fmt.Sprintf("%s!%s!%s", t.File, t.Sheet, t.Range), t.Unit
	d.Why = "bảng không ghi đơn vị của từng người: tất cả thuộc đơn vị nào?"
	if t.Unit != "" {
		d.Why = "bảng chỉ ghi “" + t.Unit + "” ở đầu trang hoặc tên tệp: tất cả thuộc đơn vị này?"
	}
	return d
}

// tellUnit adds the fact of a unit that people's rows name.
func (o *oldImporter) tellUnit(first int, name string, id tdkt.ID) {
	at := o.Facts[first]
	o.Facts = append(o.Facts, intake.Fact{
		Kind: intake.FactUnit, File: at.File, Sheet: at.Sheet, Cell: at.Cell, Source: name, Table: at.Table, Name: name, Code: o.codes[id], OfUnit: true, Person: -1,
	})
	o.Fates = append(o.Fates, OldNew)
	o.of = append(o.of, nil)
}

// movePost writes a move as dated posts; the past stays as it was.
func (o *oldImporter) movePost(p *oldPerson, first int) {
	recs, err := o.v.Moved(p.old, p.now, p.moved)
	if err != nil {
		o.refuseFact(first, tdkt.Sentence(err, nil))
		return
	}
	o.Fates[first] = OldChanged
	o.count.Changed++
	o.importer.plan.records = append(o.importer.plan.records, recs...)
}

// postsOf writes the two rooms of someone new to the data whom two lists of one reading
// place differently.
func (o *oldImporter) postsOf(p *oldPerson) {
	before := o.newUnit(p.before)
	o.importer.plan.records = append(
		o.importer.plan.records,
		tdkt.Post{ID: tdkt.NewID(), Person: p.now.ID, From: p.now.Start, To: p.moved.Prev(), Unit: before, Position: p.now.Position, Leader: p.now.Leader},
		tdkt.Post{ID: tdkt.NewID(), Person: p.now.ID, From: p.moved, Unit: p.now.Unit, Position: p.now.Position, Leader: p.now.Leader},
	)
}

func (o *oldImporter) refuseFact(i int, why string) {
	o.Facts[i].Doubts = append(o.Facts[i].Doubts, intake.Doubt{Field: "row", Text: o.Facts[i].Source, Why: why, Holds: true})
	o.Fates[i] = OldRefused
}

// waiting holds the facts of people who wait themselves.
func (o *oldImporter) waiting() {
	for i := range o.Facts {
		f := &o.Facts[i]
		if f.Kind == intake.FactPerson || f.Kind == intake.FactUnit || f.Kind == intake.FactTask || o.Fates[i] == OldHeld || o.Fates[i] == OldSkipped {
			continue
		}
		p := o.of[i]
		switch {
		case f.OfUnit:
			if _, ok := o.knownUnit(f.Name); !ok {
				o.hold(i, "đơn vị “"+f.Name+"” còn chờ trả lời")
			}
		case p == nil || p.held:
			o.hold(i, "người này còn chờ trả lời")
		}
	}
}

func (o *oldImporter) hold(i int, why string) {
	o.Facts[i].Doubts = append(o.Facts[i].Doubts, intake.Doubt{Field: "subject", Text: o.Facts[i].Name, Why: why, Holds: true})
	o.Fates[i] = OldHeld
}

// meritRows lays the facts beside the data, kind by kind, as the exchange workbook is.
func (o *oldImporter) meritRows() {
	ex, said := o.roomForRows()
	named := o.knownAwards()
	for i := range o.Facts {
		if o.Fates[i] == OldHeld || o.Fates[i] == OldRefused || o.Fates[i] == OldSkipped {
			continue
		}
		if f := &o.Facts[i]; !isMerit(f.Kind) || isProposal(f) {
			continue
		}
		row, problem := o.meritRow(i)
		if problem != "" {
			o.refuseFact(i, problem)
			continue
		}
		bare := unlined(row)
		if said[bare] {
			continue // said twice in the files: one row
		}
		said[bare] = true
		if !o.awardedAgain(i, named) {
			keepRow(ex, row)
		}
	}
	mergeAwards(ex)
	before := len(o.importer.plan.Lines)
	o.ratingRows(ex.Ratings)
	o.awardRows(ex.Awards)
	o.initiativeRows(ex.Initiatives)
	o.disciplineRows(ex.Disciplines)
	o.absenceRows(ex.Absences)
	o.pledgeRows(ex.Pledges)
	o.periodRows(ex.Periods)
	o.ratingDoubts()
	o.tellFates(before)
	o.tellDoubts()
}

// meritRow is a fact as a row, or why it cannot be one.
func (o *oldImporter) meritRow(i int) (row any, problem string) {
	f := &o.Facts[i]
	if f.OfUnit {
		if id, ok := o.knownUnit(f.Name); ok {
			f.Code = o.codes[id]
		}
	}
	if row, problem = oldRow(f, i+1); problem == "" {
		problem = o.lockedPoints(row)
	}
	return row, problem
}

// tellFates says of each fact what becomes of its row, or why it was refused, from the lines
// that were laid after so many.
func (o *oldImporter) tellFates(before int) {
	for _, l := range o.importer.plan.Lines[before:] {
		if i := l.Line - 1; i >= 0 && i < len(o.Fates) {
			o.Fates[i] = map[RowFate]OldFate{RowNew: OldNew, RowChanged: OldChanged, RowSame: OldSame}[l.Fate]
		}
	}
	for _, p := range o.importer.plan.Refused {
		var i int
		if _, err := fmt.Sscanf(strings.TrimLeft(p.Cell, "dòng "), "%d", &i); err == nil && i > 0 && i <= len(o.Facts) {
			o.refuseFact(i-1, p.Text)
		}
	}
	o.importer.plan.Refused = nil
}

// tellDoubts says beside a rating what in it does not agree with the rules of its year; it is
// written all the same.
func (o *oldImporter) tellDoubts() {
	for _, p := range o.importer.plan.Warnings {
		var i int
		if _, err := fmt.Sscanf(strings.TrimLeft(p.Cell, "dòng "), "%d", &i); err != nil || i < 1 || i > len(o.Facts) || p.Sheet != tdkt.SheetRatings {
			continue
		}
		f := &o.Facts[i-1]
		f.Doubts = append(f.Doubts, intake.Doubt{Field: "note", Text: f.Source, Why: p.Text})
	}
}

// roomForRows has room for the rows of all facts.
func (o *oldImporter) roomForRows() (ex *tdkt.Exchange, said map[any]bool) {
	n := map[string]int{}
	for i := range o.Facts {
		n[o.Facts[i].Kind]++
	}
	return &tdkt.Exchange{
		Ratings: make([]tdkt.RatingRow, 0, n[intake.FactRating]), Awards: make([]tdkt.AwardRow, 0, n[intake.FactAward]),
	}, make(map[any]bool, n[intake.FactRating]+n[intake.FactAward])
}

// isMerit says whether facts of a kind become rows of the exchange workbook.
func isMerit(kind string) bool {
	switch kind {
	case intake.FactPerson, intake.FactUnit, intake.FactTask, intake.FactScore:
		return false
	}
	return true
}

// sort puts units before the people in them, so that each row finds what it names.
func (o *oldImporter) sort() {
	slices.SortStableFunc(o.importer.plan.records, func(a, b tdkt.Record) int { return nounOrder(a) - nounOrder(b) })
}

func nounOrder(r tdkt.Record) int {
	switch r.(type) {
	case tdkt.Unit:
		return 0
	case tdkt.Person:
		return 1
	case tdkt.Participant, tdkt.Step:
		return 3 // behind its movement, its nomination
	}
	return 2
}
