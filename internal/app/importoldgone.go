package app

import (
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// missing names the people of the data that a new staff list leaves out.
func (o *oldImporter) missing() {
	rooms := map[string]bool{}
	matched, inRooms := 0, 0
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
	fresh := o.goneSince()
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
		gone = nil
	}
	for _, p := range append(gone, fresh...) {
		o.leaver(p)
	}
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
	if v, answered := o.book.Settle(d, f.File, "", ""); answered {
		fate = OldSame
		if day := intake.ReadDate(v, 1945, 2100).Day; day != 0 {
			now := p.now
			now.End, f.End, fate = day, day, OldChanged
			if err := checkDays(now); err != nil {
				d.Why, fate = err.Text, OldRefused
				f.Doubts = append(f.Doubts, d)
			} else {
				o.importer.plan.records = append(o.importer.plan.records, now)
				for _, post := range o.v.PostsOf(now.ID) {
					if post.To == 0 && post.From <= day {
						post.To = day
						o.importer.plan.records = append(o.importer.plan.records, post)
					}
				}
			}
		}
	} else {
		f.Doubts = append(f.Doubts, d)
	}
	o.Facts, o.Fates, o.of = append(o.Facts, f), append(o.Fates, fate), append(o.of, p)
}

func (o *oldImporter) staffFile() string {
	for _, t := range o.Tables {
		if t.Kind == intake.Staff {
			return t.File
		}
	}
	return ""
}
