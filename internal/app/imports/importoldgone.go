package imports

import (
	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// missing names the people of the data that a new staff list leaves out, and those whom an
// older list of this reading names alone.
func (o *oldImporter) missing() {
	gone := o.goneFrom(o.roomsListed())
	for _, p := range append(gone, o.goneSince()...) {
		o.leaver(p)
	}
}

// roomsListed are the rooms that the staff lists speak of.
func (o *oldImporter) roomsListed() map[string]bool {
	rooms := map[string]bool{}
	for i := range o.Facts {
		f := &o.Facts[i]
		if f.Kind == intake.FactPerson && f.Table >= 0 && o.Tables[f.Table].Kind == intake.Staff {
			if id, ok := o.knownUnit(f.Unit); ok {
				rooms[intake.UnitKey(o.names[id])] = true
			}
		}
	}
	for _, p := range o.people {
		if p.listed || !p.fresh && o.doubted(p) {
			rooms[intake.UnitKey(p.unit)] = true
			rooms[intake.UnitKey(o.v.UnitName(p.old.Unit))] = true
		}
	}
	return rooms
}

// goneFrom are the people of the data in those rooms whom no list names; nobody where the
// lists name less than half of them: they are of something else.
func (o *oldImporter) goneFrom(rooms map[string]bool) []*oldPerson {
	matched, inRooms := 0, 0
	var gone []*oldPerson
	for _, p := range o.people {
		if p.fresh || p.old.End != 0 || !rooms[intake.UnitKey(o.v.UnitName(p.old.Unit))] {
			continue
		}
		inRooms++
		if p.listed || o.doubted(p) {
			matched++
			continue
		}
		gone = append(gone, p)
	}
	if matched == 0 || matched*2 < inRooms {
		return nil
	}
	return gone
}

// goneSince are the people new to the data whom an older list of this reading names and the
// newest does not.
func (o *oldImporter) goneSince() []*oldPerson {
	newest, of := 0, 0
	for _, t := range o.Tables {
		if t.Kind == intake.Staff && t.Year >= newest {
			newest = t.Year
		}
	}
	var gone []*oldPerson
	for _, p := range o.people {
		switch {
		case !p.fresh || p.held || p.last == 0:
		case p.last == newest:
			of++
		case p.now.End == 0 && !o.doubted(p):
			gone = append(gone, p)
		}
	}
	if of < len(gone) {
		return nil // the newest list is of some rooms alone
	}
	return gone
}

// doubted says whether a fact that waits may be about the person.
func (o *oldImporter) doubted(p *oldPerson) bool {
	return o.asked[tdkt.NameForm(p.now.Name)]
}

// leaver asks whether someone not on the new list has left, and when.
func (o *oldImporter) leaver(p *oldPerson) {
	f := intake.Fact{
		Kind: intake.FactPerson, Name: p.now.Name, Code: p.now.Code, Unit: cmpOr(o.v.UnitName(p.old.Unit), p.unit), Table: -1, Person: -1,
		File: o.staffFile(), Source: p.now.Name,
	}
	d := intake.Doubt{Field: "left", Text: p.now.Code + " " + p.now.Name, Holds: true, Why: "có trong sổ nhưng không có trong danh sách mới: đã nghỉ từ ngày nào, hay còn làm?"}
	fate := OldHeld
	v, answered := o.book.Settle(d, f.File, "", "")
	switch day := intake.ReadDate(v, 1945, 2100).Day; {
	case !answered:
		f.Doubts = append(f.Doubts, d)
	case day == 0:
		fate = OldSame // still there
	default:
		f.End, fate = day, OldChanged
		if err := o.leave(p, day); err != nil {
			d.Why, fate = tdkt.Sentence(err, nil), OldRefused
			f.Doubts = append(f.Doubts, d)
		}
	}
	o.Facts, o.Fates, o.of = append(o.Facts, f), append(o.Fates, fate), append(o.of, p)
}

// leave writes the last day of someone, and of the post they are in.
func (o *oldImporter) leave(p *oldPerson, day tdkt.Day) error {
	now := p.now
	now.End = day
	if err := view.CheckDays(now); err != nil {
		return err
	}
	o.importer.plan.records = append(o.importer.plan.records, now)
	for _, post := range o.v.PostsOf(now.ID) {
		if post.To == 0 && post.From <= day {
			post.To = day
			o.importer.plan.records = append(o.importer.plan.records, post)
		}
	}
	return nil
}

func (o *oldImporter) staffFile() string {
	for _, t := range o.Tables {
		if t.Kind == intake.Staff {
			return t.File
		}
	}
	return ""
}
