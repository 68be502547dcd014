package imports

import (
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// pointsDiffer asks about points of one person and period that differ, among the files or
// from the data; those of a locked period are refused where they would be written.
func (o *oldImporter) pointsDiffer() {
	type key struct {
		who    *oldPerson
		year   int
		period tdkt.Period
	}
	first := map[key]int{}
	for i := range o.Facts {
		f := &o.Facts[i]
		if f.Kind != intake.FactPoints || f.Year == 0 || o.of[i] == nil {
			continue
		}
		o.indexMarks()
		k := key{o.of[i], f.Year, f.Period}
		if at, ok := first[k]; ok {
			if other := &o.Facts[at]; other.Points != f.Points && !other.Skipped &&
				o.pointsAsked(i, fmt.Sprintf("ô %s của %s ghi %s", other.Cell, other.File, view.ZeroWords(other.Points))) {
				other.Skipped, first[k] = true, i
			}
			continue
		}
		first[k] = i
		m, ok := o.marks[view.KeyOf(f.Year, k.who.now.ID, f.Period)]
		if ok && !k.who.fresh && m.State == tdkt.MarkConfirmed && m.Head.Total != f.Points {
			o.pointsAsked(i, "sổ đã ghi "+view.ZeroWords(m.Head.Total))
		}
	}
}

// indexMarks makes the marks of the data ready to be looked up.
func (o *oldImporter) indexMarks() {
	if o.marks != nil {
		return
	}
	o.marks = make(map[string]tdkt.PeriodMark, len(o.v.Marks))
	for _, m := range o.v.Marks {
		o.marks[view.KeyOf(m.Year, m.Person, m.Period)] = m
	}
}

// pointsAsked asks which of two points hold: those of the fact are taken, or it is left out.
// It is true where they were answered to be taken.
func (o *oldImporter) pointsAsked(i int, other string) bool {
	f := &o.Facts[i]
	d := intake.Doubt{
		Field: "score", Text: fmt.Sprintf("%s %s %d: %s (%s)", f.Name, f.Period, f.Year, view.ZeroWords(f.Points), other), Proposal: view.ZeroWords(f.Points), Holds: true,
		Why: fmt.Sprintf("%s năm %d ở đây là %s, nhưng %s", f.Period.Words(), f.Year, view.ZeroWords(f.Points), other),
		Who: []intake.Choice{{Value: intake.Right, Label: "Lấy " + view.ZeroWords(f.Points)}},
	}
	v, answered := o.ask(i, d)
	switch {
	case !answered:
		return false
	case tdkt.Fold(v) == tdkt.Fold(intake.Skip):
		f.Skipped = true
		return false
	case v != d.Proposal:
		f.Doubts = append(f.Doubts, d)
		return false
	}
	return true
}

// lockedPoints is why points of a locked period are not written, "" where nothing is
// locked or nothing would change.
func (o *oldImporter) lockedPoints(row any) string {
	r, ok := row.(tdkt.PeriodRow)
	if !ok {
		return ""
	}
	o.indexMarks()
	old, ok := o.marks[view.KeyOf(r.Year, o.importer.people[view.CodeKey(r.Code)], r.Period)]
	if !ok || old.State != tdkt.MarkLocked {
		return ""
	}
	now := old
	if fillMark(r, &now); now == old {
		return ""
	}
	return fmt.Sprintf("Điểm %s năm %d của %s đã khóa (%s), không ghi đè. Hãy mở khóa kỳ này (nêu lý do) rồi nhập lại.",
		r.Period.Words(), r.Year, o.spoken(old.Person), view.ZeroWords(old.Head.Total))
}
