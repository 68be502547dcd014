package imports

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// oldPerson is someone the facts may be about: known, or first named by them.
type oldPerson struct {
	old, now tdkt.Person
	unit     string // as written, for one not known yet
	fresh    bool
	held     bool // only facts that wait name this person
	listed   bool // a staff list of this reading names them
	last     int  // the year of the last one, 0 where it says none
	lines    []int
	moved    tdkt.Day // the day from which now.Unit holds
	before   string   // the unit until then, as written
}

func (o *oldImporter) indexPeople() {
	for _, p := range o.v.People {
		o.keepPerson(&oldPerson{old: p, now: p, unit: o.v.UnitName(p.Unit)})
	}
}

func (o *oldImporter) keepPerson(p *oldPerson) {
	o.people = append(o.people, p)
	k := tdkt.NameForm(p.now.Name)
	o.byName[k] = append(o.byName[k], p)
	if p.now.Code != "" {
		o.byCode[numberKey(p.now.Code)] = p
	}
	if p.now.CCCD != "" {
		o.byCCCD[p.now.CCCD] = p
	}
}

// numberKey is codeKey, with the noughts before a plain number taken off: 007 is 7.
func numberKey(code string) string {
	k := view.CodeKey(code)
	if k != "" && strings.Trim(k, "0123456789") == "" {
		return strings.TrimLeft(k, "0") + "#"
	}
	return k
}

// resolve finds out who every fact is about.
func (o *oldImporter) resolve() {
	o.of = make([]*oldPerson, len(o.Facts))
	o.Fates = make([]OldFate, len(o.Facts))
	order := o.order()
	for _, i := range order {
		if o.Facts[i].Kind == intake.FactPerson {
			o.of[i] = o.who(i)
		}
	}
	for _, i := range order {
		f := &o.Facts[i]
		if f.Person >= 0 && f.Kind != intake.FactPerson && f.Kind != intake.FactUnit {
			o.of[i] = o.of[f.Person]
		}
		if p := o.of[i]; p != nil {
			f.Code = p.now.Code
		}
	}
}

// who finds or makes the person of a person fact; nil when that must be asked first.
func (o *oldImporter) who(i int) *oldPerson {
	f := &o.Facts[i]
	if f.Skipped {
		return nil
	}
	staff := f.Table >= 0 && o.Tables[f.Table].Kind == intake.Staff
	p, doubt := o.find(f, staff)
	if doubt != nil {
		var settled bool
		if p, settled = o.answered(i, doubt, staff); !settled {
			return nil
		}
	}
	if p == nil {
		if f.Name == "" {
			f.Doubts = append(f.Doubts, intake.Doubt{Field: "person", Text: cmpOr(f.Code, "CCCD"), Why: fmt.Sprintf("không có cán bộ nào mang mã “%s”", cmpOr(f.Code, "(theo CCCD)")), Holds: true})
			return nil
		}
		p = &oldPerson{fresh: true, unit: f.Unit, held: true, now: tdkt.Person{
			ID: tdkt.NewID(), Name: f.Name, Born: f.Born, BornYear: f.BornYear, CCCD: f.CCCD, Code: o.newCode(tdkt.PersonRow{Code: f.Code}),
		}}
		o.keepPerson(p)
	}
	o.meet(i, p, staff)
	o.birthOfFile = false
	return p
}

// answered is whom the answer to a doubt names, nil for somebody new; settled is false where
// there is no answer yet, or the answer is to leave the fact out.
func (o *oldImporter) answered(i int, doubt *intake.Doubt, staff bool) (p *oldPerson, settled bool) {
	f := &o.Facts[i]
	v, given := o.ask(i, *doubt)
	switch {
	case !given && staff:
		o.askedFor(f.Name, doubt.Proposal)
		return nil, false
	case !given:
		return nil, false
	case tdkt.Fold(v) == tdkt.Fold(intake.Skip):
		f.Skipped = true
		return nil, false
	}
	v, o.birthOfFile = strings.CutSuffix(v, answerByFile)
	p, known := o.byCode[numberKey(v)]
	if !known && tdkt.Fold(v) != tdkt.Fold(answerNew) {
		f.Doubts = append(f.Doubts, *doubt)
		return nil, false
	}
	return p, true
}

// askedFor notes that a staff list may name someone, by the name there or as who was proposed:
// they are not missing.
func (o *oldImporter) askedFor(name, code string) {
	o.asked[tdkt.NameForm(name)] = true
	if p, ok := o.byCode[numberKey(code)]; ok {
		o.asked[tdkt.NameForm(p.now.Name)] = true
	}
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// find looks for the person of a fact: by code, CCCD, name and birth, name and room, name.
func (o *oldImporter) find(f *intake.Fact, staff bool) (*oldPerson, *intake.Doubt) {
	if f.Code != "" {
		if p, ok := o.byCode[numberKey(f.Code)]; ok {
			if f.Name == "" || tdkt.Fold(f.Name) == tdkt.Fold(p.now.Name) {
				return o.ofBirth(f, p, staff)
			}
			return nil, &intake.Doubt{
				Field: "person", Text: f.Code + " " + f.Name, Proposal: p.now.Code, Holds: true, Who: nowNamed(f, p),
				Why: fmt.Sprintf("mã %s trong sổ là %s, tệp ghi %s: đổi tên, hay mã sai?", p.now.Code, p.now.Name, f.Name),
			}
		}
	}
	if p, ok := o.byCCCD[f.CCCD]; ok && f.CCCD != "" {
		if f.Name == "" || tdkt.Fold(f.Name) == tdkt.Fold(p.now.Name) {
			return o.ofBirth(f, p, staff)
		}
		return nil, &intake.Doubt{
			Field: "person", Text: "CCCD của " + f.Name, Proposal: p.now.Code, Holds: true, Who: nowNamed(f, p),
			Why: fmt.Sprintf("số CCCD này trong sổ là của %s (%s)", p.now.Name, p.now.Code),
		}
	}
	return o.byNameOf(f, staff)
}

func (o *oldImporter) byNameOf(f *intake.Fact, staff bool) (*oldPerson, *intake.Doubt) {
	n := o.namesakes(f)
	switch {
	case len(n.born) == 1:
		return n.born[0], nil
	case len(n.born) > 1:
		return o.narrowed(f, n.born, n.room)
	case len(n.room) == 1:
		return n.room[0], nil
	case len(n.open) == 1 && (f.Unit == "" || n.open[0].unit == "" || !staff):
		return n.open[0], nil
	case len(n.open) > 0:
		return nil, o.whichOne(f, n.open)
	}
	for _, p := range n.against { // one name in one room with two birth dates
		if o.inRoom(f, p) {
			return nil, o.otherBirth(f, p)
		}
	}
	return nil, nil
}

// namesakes are the people of a fact's name: whose birth does not speak against it, of these
// whose birth is the same and who is in its room; and whose birth does.
type namesakes struct{ open, born, room, against []*oldPerson }

func (o *oldImporter) namesakes(f *intake.Fact) (n namesakes) {
	for _, p := range o.byName[tdkt.NameForm(f.Name)] {
		b := compareBirth(f, p.now)
		switch {
		case f.CCCD != "" && p.now.CCCD != "" && f.CCCD != p.now.CCCD:
			continue
		case f.Code != "" && !p.fresh && b <= 0:
			continue // another code and nothing that makes them one
		case b < 0:
			n.against = append(n.against, p)
			continue
		case b > 0:
			n.born = append(n.born, p)
		}
		n.open = append(n.open, p)
		if o.inRoom(f, p) {
			n.room = append(n.room, p)
		}
	}
	return n
}

func (o *oldImporter) inRoom(f *intake.Fact, p *oldPerson) bool {
	return f.Unit != "" && o.sameUnit(f.Unit, p.unit)
}

// narrowed tells people of one name and birth apart by their room.
func (o *oldImporter) narrowed(f *intake.Fact, born, room []*oldPerson) (*oldPerson, *intake.Doubt) {
	both := slices.DeleteFunc(slices.Clone(born), func(p *oldPerson) bool { return !slices.Contains(room, p) })
	if len(both) == 1 {
		return both[0], nil
	}
	return nil, o.whichOne(f, born)
}

// answerNew says that someone, or a unit, is not yet known.
const answerNew = "mới"

// whichOne asks which of several a fact is about, with room, birth year and last title.
func (o *oldImporter) whichOne(f *intake.Fact, all []*oldPerson) *intake.Doubt {
	var who []string
	var choices []intake.Choice
	for _, p := range all {
		s := p.now.Code + ": " + p.now.Name
		if y := max(p.now.BornYear, p.now.Born.Year()); y > 0 {
			s += fmt.Sprintf(", %d", y)
		}
		if p.unit != "" {
			s += ", " + p.unit
		}
		if last := o.v.LastTitle(tdkt.PersonSubject(p.now.ID)); last != "" {
			s += ", " + last
		}
		who = append(who, s)
		choices = append(choices, intake.Choice{Value: p.now.Code, Label: s})
	}
	choices = append(choices, intake.Choice{Value: answerNew, Label: "Người mới"})
	text := f.Name
	if f.Unit != "" {
		text += ", " + f.Unit
	}
	if len(all) == 1 {
		return &intake.Doubt{
			Field: "person", Text: text, Proposal: all[0].now.Code, Holds: true, Who: choices,
			Why: fmt.Sprintf("đã có %s: là người này, hay là người khác cùng tên (gõ “mới”)?", who[0]),
		}
	}
	return &intake.Doubt{
		Field: "person", Text: text, Proposal: all[0].now.Code, Holds: true, Who: choices,
		Why: fmt.Sprintf("có %d người tên %s (%s): là ai, hay là người mới?", len(all), f.Name, strings.Join(who, "; ")),
	}
}

// nowNamed are the answers to a name that differs beside a code or an identity number.
func nowNamed(f *intake.Fact, p *oldPerson) []intake.Choice {
	return []intake.Choice{{Value: p.now.Code, Label: "Là " + p.now.Name + ", nay tên " + f.Name}, {Value: answerNew, Label: "Người mới"}}
}

// ofBirth is the person whom a code or an identity number names, asked for where a staff list
// has another birth date.
func (o *oldImporter) ofBirth(f *intake.Fact, p *oldPerson, staff bool) (*oldPerson, *intake.Doubt) {
	if staff && compareBirth(f, p.now) < 0 {
		return nil, o.otherBirth(f, p)
	}
	return p, nil
}

// answerByFile stands behind a code: it is this person, and the birth date is that of the file.
const answerByFile = ", ngày sinh theo tệp"

func (o *oldImporter) otherBirth(f *intake.Fact, p *oldPerson) *intake.Doubt {
	return &intake.Doubt{
		Field: "person", Text: fmt.Sprintf("%s %s", f.Name, birthText(f.Born, f.BornYear)), Proposal: p.now.Code, Holds: true,
		Who: []intake.Choice{{Value: p.now.Code, Label: "Vẫn là " + p.now.Name + ", giữ ngày sinh cũ"}, {Value: p.now.Code + answerByFile, Label: "Vẫn là " + p.now.Name + ", lấy ngày sinh của tệp"}, {Value: answerNew, Label: "Người mới"}},
		Why: fmt.Sprintf("ngày sinh khác: %s ghi %s, tệp ghi %s; có phải vẫn là %s (%s)?",
			where(p), birthText(p.now.Born, p.now.BornYear), birthText(f.Born, f.BornYear), p.now.Name, p.now.Code),
	}
}

// where is what named a person first: the data, or another list of this reading.
func where(p *oldPerson) string {
	if p.fresh {
		return "danh sách trước"
	}
	return "sổ"
}

func birthText(d tdkt.Day, year int) string {
	if d != 0 {
		return d.String()
	}
	return fmt.Sprint(year)
}

// compareBirth is above 0 when two birth dates agree, below 0 when they differ, 0 when one
// is not known.
func compareBirth(f *intake.Fact, p tdkt.Person) int {
	fy, py := max(f.BornYear, f.Born.Year()), max(p.BornYear, p.Born.Year())
	switch {
	case fy == 0 || py == 0:
		return 0
	case f.Born != 0 && p.Born != 0 && f.Born != p.Born, fy != py:
		return -1
	}
	return 1
}

// meet lays a fact over the person it is about.
func (o *oldImporter) meet(i int, p *oldPerson, staff bool) {
	f := &o.Facts[i]
	p.listed = p.listed || staff
	if staff {
		p.last = max(p.last, o.Tables[f.Table].Year)
	}
	if f.Held() {
		return
	}
	p.lines = append(p.lines, i)
	if f.Unit != "" && staff && !o.sameUnit(f.Unit, p.unit) && p.unit != "" {
		o.move(i, p)
		if f.Held() {
			return
		}
	}
	if p.unit == "" && f.Unit != "" {
		p.unit = f.Unit
	}
	r := tdkt.PersonRow{
		Name: f.Name, Born: f.Born, BornYear: f.BornYear, Sex: f.Sex, CCCD: f.CCCD, Position: f.Position, Employment: f.Employment,
		Leader: f.Leader, LeaderGiven: f.LeaderSaid, Start: f.Start, End: f.End,
	}
	for _, d := range f.Doubts {
		clearField(&r, d.Field)
	}
	if !p.fresh {
		// Old records fill in what is not known; they take nothing away that is.
		born, year := r.Born, r.BornYear
		if keepKnown(&r, p.now, staff); o.birthOfFile {
			r.Born, r.BornYear, p.now.Born, p.now.BornYear = born, year, 0, 0
		}
	}
	fillPerson(r, &p.now, p.now.Unit)
	if p.now.CCCD != "" {
		o.byCCCD[p.now.CCCD] = p
	}
	p.held = false
}

// clearField takes out a field that waits for an answer.
func clearField(r *tdkt.PersonRow, field string) {
	switch field {
	case "born":
		r.Born, r.BornYear = 0, 0
	case "sex":
		r.Sex = ""
	case "cccd":
		r.CCCD = ""
	case "leader":
		r.LeaderGiven, r.Leader = false, false
	case "position":
		r.Position = ""
	case "employment":
		r.Employment = ""
	case "start":
		r.Start = 0
	case "end":
		r.End = 0
	}
}

// keepKnown keeps what the data says where the fact comes from no staff list, and the name
// where only capitals differ.
func keepKnown(r *tdkt.PersonRow, old tdkt.Person, staff bool) {
	if tdkt.NameForm(r.Name) == tdkt.NameForm(old.Name) || !staff {
		r.Name = ""
	}
	if old.Born != 0 || old.BornYear != 0 && r.Born.Year() != old.BornYear {
		r.Born, r.BornYear = 0, 0
	}
	if staff {
		return
	}
	if old.Sex != "" {
		r.Sex = ""
	}
	if old.CCCD != "" {
		r.CCCD = ""
	}
	if old.Position != "" {
		r.Position, r.LeaderGiven = "", false
	}
	if old.Start != 0 {
		r.Start = 0
	}
	if old.End != 0 {
		r.End = 0
	}
}

// move asks from which day someone is in another room; the room before is kept.
func (o *oldImporter) move(i int, p *oldPerson) {
	f := &o.Facts[i]
	if p.moved != 0 {
		f.Doubts = append(f.Doubts, intake.Doubt{
			Field: "row", Text: f.Source, Holds: true,
			Why: fmt.Sprintf("chuyển đơn vị lần thứ hai (từ %s sang %s) trong một lần nhập: hãy ghi lần này ở Quá trình công tác", p.unit, f.Unit),
		})
		return
	}
	d := intake.Doubt{
		Field: "moved", Text: fmt.Sprintf("%s: %s → %s", p.now.Name, p.unit, f.Unit), Holds: true,
		Why: fmt.Sprintf("chuyển từ %s sang %s: từ ngày nào?", p.unit, f.Unit),
	}
	unstarted := p.old.Start == 0 && p.now.Start == 0 && len(o.v.PostsOf(p.now.ID)) == 0
	if unstarted {
		d.Why += " (chưa có ngày vào làm: hãy ghi cả hai ngày, ví dụ 01/07/2025, vào làm 01/03/2010)"
	}
	v, answered := o.ask(i, d)
	if !answered || tdkt.Fold(v) == tdkt.Fold(intake.Skip) {
		return // left out: they stay where they are
	}
	days := intake.DaysOf(v)
	if len(days) == 0 {
		f.Doubts = append(f.Doubts, d)
		return
	}
	day := days[0]
	if len(days) > 1 { // 01/07/2025, vào làm 01/03/2010
		p.now.Start, p.old.Start = days[1], days[1]
	}
	if unstarted && p.old.Start == 0 {
		f.Doubts = append(f.Doubts, d)
		return
	}
	p.moved, p.before, p.unit = day, p.unit, f.Unit
}
