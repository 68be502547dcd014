package intake

import (
	"regexp"
	"strings"

	"tdkt/internal/tdkt"
)

// row reads one row below the header.
func (t *tableReading) row(row int) {
	r := t.b.record(row)
	switch k := t.b.kindOf(r, t.signed); k {
	case rowBlank:
	case rowHeader:
		t.signed = false
		t.leaveRow(t.b, row, whyAgain, false)
	case rowNumbers:
		t.leaveRow(t.b, row, whyNumbers, false)
	case rowTotal:
		t.leaveRow(t.b, row, whyTotal, false)
	case rowNote:
		t.leaveRow(t.b, row, whyNote, false)
	case rowSign:
		t.signed = true
		t.leaveRow(t.b, row, whySign, false)
	case rowGroup:
		if t.recipient(r) {
			t.signed = false
			t.recordRow(r)
			return
		}
		t.heading(r)
	case rowRecord:
		t.signed = false
		t.recordRow(r)
	}
}

// recordRow reads a record: who it is about, then what it says of them.
func (t *tableReading) recordRow(r *record) {
	rest := map[int]bool{}
	for _, c := range r.cols {
		rest[c] = true
		if ditto(r.texts[c]) {
			r.texts[c] = tdkt.Clean(t.meant(t.g.own(r.row, c)).Text)
		}
	}
	if n := t.b.col("number"); rest[n] && n != 0 {
		t.leave(whyNumber, false, place{r.row, n})
		delete(rest, n)
	}
	switch {
	case t.goesOn(r):
	case t.b.nameText(r) == "" && t.b.col("code") == 0:
		t.leaveRow(t.b, r.row, whyNoName, true)
		t.person = -1
		return
	case t.ofUnit(r):
		t.unitRecord(r, rest)
	default:
		if names := t.severalNames(r); len(names) > 1 {
			t.several(r, rest, names)
			return
		}
		t.personRecord(r, rest, "")
	}
	if t.person < 0 {
		for c := range rest {
			t.leave(whyOrphan, true, place{r.row, c})
		}
		return
	}
	t.merits(r, rest)
	for c := range rest {
		t.leftCell(place{r.row, c}, t.b.fieldAt(c))
	}
}

// severalNames are the names of a cell that holds more than one: co-authors.
func (t *tableReading) severalNames(r *record) []string {
	c := t.b.col("name")
	if c == 0 || t.g.own(r.row, c) == nil {
		return nil
	}
	text := t.g.own(r.row, c).Text
	if !strings.ContainsAny(text, "\n;,+:&") && !strings.Contains(strings.ToLower(text), "và") {
		return nil // as nearly all cells: no expression need be tried
	}
	text = coAuthors.ReplaceAllString(text, "\n")
	if !strings.ContainsAny(text, "\n;,+") {
		return nil
	}
	var out []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == ';' || r == ',' || r == '+' }) {
		if part = strings.Trim(tdkt.Clean(part), "-–• "); part == "" {
			continue
		}
		if !looksLikeName(ReadName(part).Name) {
			return nil
		}
		out = append(out, part)
	}
	return out
}

// coAuthors are the words between and before the names of a cell that holds several.
var coAuthors = regexp.MustCompile(`(?i)(?:^|\n|[;,])\s*(?:nhóm tác giả|đồng tác giả|tác giả chính|tác giả|chủ nhiệm|cộng sự|thành viên|thư ký)\s*:\s*|\s+(?:và|&)\s+`)

var authorFirst = regexp.MustCompile(`(?i)^\s*(?:nhóm tác giả|đồng tác giả|tác giả chính|tác giả|chủ nhiệm|cộng sự|thành viên)\s*:\s*`)

// several reads a row for each of the people its cell names.
func (t *tableReading) several(r *record, rest map[int]bool, names []string) {
	var left map[int]bool
	shares := t.sharesOf(r, names)
	for i, name := range names {
		own := map[int]bool{}
		for c := range rest {
			own[c] = true
		}
		t.line, t.lines = i, len(names)
		t.personRecord(r, own, name)
		t.line, t.lines = 0, 0
		t.share = shares[i]
		if t.person >= 0 {
			t.merits(r, own)
		}
		left = own
	}
	for c := range left {
		t.leftCell(place{r.row, c}, t.b.fieldAt(c))
	}
	t.person, t.share = -1, 0
}

// shareIn is a share written beside a name or alone: "60%", "(60 %)".
var shareIn = regexp.MustCompile(`(\d{1,3}(?:[.,]\d+)?)\s*%`)

// sharesOf are the shares of co-authors in per cent: behind their names, else a line each in
// the column of shares; 0 where it is not said.
func (t *tableReading) sharesOf(r *record, names []string) []int {
	out := make([]int, len(names))
	said := false
	for i, name := range names {
		if m := shareIn.FindStringSubmatch(name); m != nil {
			p, _ := Points(m[1])
			out[i], said = p/100, true
		}
	}
	c := t.g.own(r.row, max(t.b.col("share"), 1))
	if said || t.b.col("share") == 0 || c == nil {
		return out
	}
	lines := strings.FieldsFunc(c.Text, func(r rune) bool { return r == '\n' || r == ';' || r == ',' || r == '-' || r == '/' })
	if len(lines) != len(names) {
		return out
	}
	for i, l := range lines {
		p, _ := Points(strings.TrimSuffix(tdkt.Clean(l), "%"))
		out[i] = p / 100
	}
	return out
}

// goesOn: the row belongs to the person above it: the name's cell is merged down, or the
// row has no name but more of what columns of merits hold.
func (t *tableReading) goesOn(r *record) bool {
	col := t.nameCol()
	if t.person < 0 || col == 0 {
		return false
	}
	if _, merged := t.g.shown[place{r.row, col}]; merged && t.g.own(r.row, col) == nil {
		from := t.g.shown[place{r.row, col}]
		return from == t.personCell
	}
	if r.texts[col] != "" || r.numbered {
		return false
	}
	if c := t.b.col("code"); c != 0 && r.texts[c] != "" {
		return false
	}
	for _, c := range t.b.columns {
		switch c.field {
		case "unit", "postunit", "position", "birth", "cccd", "sex", "start":
			if r.texts[c.number] != "" {
				return false // of somebody whose name is missing
			}
		}
	}
	for _, c := range t.b.columns {
		switch c.field {
		case "award", "decision", "rating", "initiative", "title", "penalty", "absence", "fromday", "year":
			if r.texts[c.number] != "" {
				return true
			}
		}
	}
	return false
}

func (t *tableReading) nameCol() int {
	for _, f := range []string{"family", "name", "subject", "unitname"} {
		if c := t.b.col(f); c != 0 {
			return c
		}
	}
	return t.b.col("code")
}

// leftCell names a cell of a record that no fact was read from.
func (t *tableReading) leftCell(p place, field string) {
	switch field {
	case "known", "month":
		t.leave(whyKnownCol, false, p)
	case "note":
		t.leave(whyNotes, false, p)
	case "share":
		t.leave(whyKnownCol, false, p)
	case "number":
		t.leave(whyNumber, false, p)
	case "":
		if c := t.g.at[p]; c != nil {
			if list, ok := ReadAwards(c.Text); ok && (list[0].Code != "" || list[0].Level != "") {
				t.leave(whyNoAwardCol, true, p) // it should have become a fact
				return
			}
		}
		t.leave(whyNoCol, false, p)
	default:
		if c := t.g.at[p]; c != nil && c.Broken {
			t.leave(whyBroken, true, p)
			return
		}
		t.leave(whyUnread, true, p)
	}
}

// personRecord reads the person of a row.
func (t *tableReading) personRecord(r *record, rest map[int]bool, name string) {
	p := &personReading{tableReading: t, r: r, rest: rest, one: name, f: Fact{Kind: FactPerson, Person: -1}}
	t.person = -1
	if !p.name() {
		return
	}
	p.birth()
	p.sex()
	p.cccd()
	p.position()
	p.readUnit()
	p.service()
	p.notes()
	p.f.Doubts = append(p.f.Doubts, t.columnDoubts...)
	t.personCell = p.cells[0]
	i := t.add(p.f, p.cells...)
	t.person = i
	for _, a := range p.absences {
		a.Name, a.Code, a.Unit, a.Person = p.f.Name, p.f.Code, p.f.Unit, i
		if a.cells == nil {
			a.cells = p.cells[:1]
		}
		t.add(a, a.cells...)
	}
}

// personReading is one person's row being read.
type personReading struct {
	*tableReading
	r        *record
	rest     map[int]bool
	f        Fact
	cells    []place
	one      string // the name, where its cell holds several
	post1    string // positions found beside the name
	absences []Fact
}

// take marks the cell of a field as read and returns it; nil where it is empty.
func (p *personReading) take(field string) *Cell {
	col := p.b.col(field)
	if col == 0 {
		return nil
	}
	c := p.g.own(p.r.row, col)
	if c == nil {
		return nil
	}
	if c.Broken {
		p.leave(whyBroken, true, place{p.r.row, col})
		delete(p.rest, col)
		return nil
	}
	p.cells = append(p.cells, place{p.r.row, col})
	delete(p.rest, col)
	return p.ownLine(p.meant(c))
}

// name reads who it is; false refuses the row.
func (p *personReading) name() bool {
	raw := ""
	for _, f := range []string{"family", "middle", "given", "name", "subject"} {
		if c := p.take(f); c != nil {
			raw = strings.TrimSpace(raw + " " + c.Text)
		}
	}
	if p.one != "" {
		raw = p.one
	}
	if strings.Contains(raw, ":") {
		raw = authorFirst.ReplaceAllString(raw, "")
	}
	raw = strings.TrimLeft(raw, " ")
	if c := p.take("code"); c != nil {
		p.f.Code = tdkt.Clean(c.Text)
	}
	if raw == "" && strings.Contains(p.f.Code, " ") {
		raw, p.f.Code = p.f.Code, "" // a name where a code is asked for
	}
	if strings.Trim(p.f.Code, "0123456789") == "" && (len(p.f.Code) == 12 || len(p.f.Code) == 9) {
		p.f.CCCD, p.f.Code = p.f.Code, ""
	}
	if raw == "" && p.f.Code+p.f.CCCD == "" {
		p.leaveRow(p.b, p.r.row, whyNoName, true)
		return false
	}
	n := ReadName(raw)
	if len(p.cells) == 0 {
		return false
	}
	at := p.cells[0]
	p.f.Name, p.f.Sex, p.post1 = n.Name, n.Sex, n.Post
	p.f.Source = tdkt.Clean(raw)
	if strings.ContainsAny(n.Name, "0123456789@/") || raw != "" && n.Name == "" {
		p.leaveRow(p.b, p.r.row, whyDigits, true)
		return false
	}
	if n.Doubt != "" {
		if v, ok := p.doubt(&p.f, Doubt{Field: "name", Text: p.f.Source, Proposal: n.Name, Why: n.Doubt, Holds: true}, at); ok {
			p.f.Name = v
		}
	} else if raw != "" && !looksLikeName(n.Name) && p.f.Code == "" {
		p.strangeName(n, at)
	}
	if p.b.guessed {
		d := Doubt{Field: "header", Text: p.tableOf(), Proposal: "đúng", Holds: true, Why: "bảng không có dòng tiêu đề, các cột được đoán theo nội dung"}
		if _, ok := p.doubt(&p.f, d, at); !ok {
			p.f.Name, p.f.Code, p.f.CCCD = "", "", ""
		}
	}
	if n.Note != "" {
		p.note(n.Note, at)
	}
	if c := p.b.col("birth"); n.Born != "" && (c == 0 || p.r.texts[c] == "") {
		d := ReadBirth(Cell{Text: n.Born}, p.Today)
		p.f.Born, p.f.BornYear = d.Day, d.Year
	}
	return p.f.Name != "" || p.f.Code != "" || p.f.CCCD != ""
}

// strangeName asks about a name that does not look like one.
func (p *personReading) strangeName(n Name, at place) {
	born := p.b.col("birth")
	ts := tokens(n.Name)
	why, proposal := "", n.Name
	switch w := vocabulary(); {
	case isUnit(w, ts), isPost(w, ts), len(mentions(w, ts)) > 0, headerField(n.Name) != "" && len(ts) > 1:
		proposal = Skip
		why = "“" + n.Name + "” giống tên đơn vị, chức vụ hoặc tiêu đề hơn là tên người"
	case len(ts) == 1:
		why = "tên chỉ có một chữ"
	case born != 0 && p.r.texts[born] != "":
		return // who has a birth date is a person, whatever the name
	case len(ts) > 7:
		why = "tên quá dài"
	case !p.r.numbered && len(p.r.cols) == 1 && len(p.b.columns) > 2:
		why = "dòng chỉ có một ô, không rõ là tên người hay tên nhóm"
	default:
		return // a family name this program does not know is a family name
	}
	if v, ok := p.doubt(&p.f, Doubt{Field: "name", Text: p.f.Source, Proposal: proposal, Why: why, Holds: true}, at); !ok {
		p.f.Name = ""
		p.leaveRow(p.b, p.r.row, whySkipped, false)
	} else if !isSkip(v) {
		p.f.Name = v
	}
}

// notes reads what a column of notes says of the person: away, gone, disciplined.
func (p *personReading) notes() {
	p.reasonGone()
	col := p.b.col("note")
	if col == 0 || !p.rest[col] || p.g.own(p.r.row, col) == nil {
		return
	}
	at := place{p.r.row, col}
	text := p.r.texts[col]
	before := len(p.absences)
	switch {
	case goneNote.MatchString(strings.ToLower(text)):
		if p.f.End != 0 {
			return
		}
		p.gone(text, at)
		p.cells = append(p.cells, at)
		delete(p.rest, col)
	case penaltyIn(text) != "":
		p.penalty(text, at)
		delete(p.rest, col)
	default:
		if p.note(text, at); len(p.absences) > before {
			delete(p.rest, col)
			p.absences[before].cells = []place{at}
		}
	}
}

// reasonGone reads, in a staff list of those who left, the column that says why, with the day
// that stands in another.
func (p *personReading) reasonGone() {
	col := p.b.col("absence")
	if p.kind != Staff || col == 0 || !p.rest[col] || !goneNote.MatchString(strings.ToLower(p.r.texts[col])) {
		return
	}
	text, at := p.r.texts[col], place{p.r.row, col}
	p.cells = append(p.cells, at)
	delete(p.rest, col)
	for _, c := range p.b.columns {
		day := p.g.own(p.r.row, c.number)
		if day == nil || !p.rest[c.number] || c.field != "" && c.field != "period" && c.field != "fromday" {
			continue
		}
		d := Date{Day: day.Day}
		if d.Day == 0 {
			d = ReadDate(day.Text, firstAwardYear, lastAwardYear)
		}
		if d.Day != 0 {
			text += " từ " + d.Day.String()
			p.cells = append(p.cells, place{p.r.row, c.number})
			delete(p.rest, c.number)
			break
		}
	}
	if p.f.End == 0 {
		p.gone(text, at)
	}
}

// gone asks for the last day of somebody whom a note says to have left.
func (p *personReading) gone(text string, at place) {
	d := Doubt{Field: "end", Text: p.f.Source + ": " + text, Why: "ghi chú “" + text + "”: ngày cuối làm việc là ngày nào?"}
	if days := DaysOf(text); len(days) == 1 {
		d.Proposal = days[0].String()
		if strings.Contains(" "+tdkt.Fold(text), " tu ") {
			d.Proposal = days[0].Prev().String()
		}
	}
	if v, ok := p.settle(d, Ref(at.col, at.row)); !ok {
		p.f.Doubts = append(p.f.Doubts, d)
	} else if day := ReadDate(v, firstAwardYear, lastAwardYear).Day; !isSkip(v) && day != 0 {
		p.f.End = day
	}
}

// penalty keeps a penalty that a note speaks of: its day and decision are asked for.
func (p *personReading) penalty(text string, at place) {
	f := Fact{Kind: FactDiscipline, Source: p.f.Source + ": " + text, Penalty: penaltyIn(text), cells: []place{at}}
	d, _ := cutDecision(text)
	f.Decision, f.Date = d.Number, d.Date
	if f.Date == 0 {
		v, ok := p.doubt(&f, Doubt{Field: "date", Text: f.Source, Why: "ghi chú “" + text + "”: ngày quyết định kỷ luật là ngày nào?", Holds: true}, at)
		if !ok {
			p.leave(whySkipped, false, at)
			return
		}
		f.Date = ReadDate(v, firstAwardYear, lastAwardYear).Day
	}
	f.Year = f.Date.Year()
	p.absences = append(p.absences, f)
}

// penaltyIn is the penalty that a note names, "" for none: alone, or after "kỷ luật".
func penaltyIn(text string) tdkt.Penalty {
	folded := tdkt.Fold(text)
	if strings.Contains(folded, "het ") || strings.Contains(folded, "khong ") || strings.Contains(folded, "xoa ") {
		return ""
	}
	for _, p := range tdkt.Penalties() {
		if k := tdkt.Fold(string(p)); strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(folded, "bi "), "ky luat "), k) || strings.Contains(folded, "ky luat "+k) {
			return p
		}
	}
	return ""
}

// goneNote are the notes that say that somebody has left.
var goneNote = regexp.MustCompile(`(nghỉ hưu|về hưu|hưu trí|thôi việc|nghỉ việc|chuyển công tác|chuyển đi|chuyển ngành|từ trần|đã mất|^mất( |$)|chuyển (sang |đến |về |qua )?(sở|ubnd|huyện|xã|tỉnh|thành phố|bộ|cục|ban) )`)

// note reads what stood in brackets behind a name.
func (p *personReading) note(note string, at place) {
	folded := tdkt.Fold(note)
	if at == p.cells[0] {
		p.f.Notes = append(p.f.Notes, "ghi chú sau tên: "+note)
	}
	if at == p.cells[0] && goneNote.MatchString(strings.ToLower(note)) {
		p.gone(note, at)
		return
	}
	if e, ok := ReadEmployment(note); ok && p.f.Employment == "" {
		p.f.Employment = e
	}
	if folded == "ts" || strings.HasPrefix(folded, "ts ") {
		folded = "nghi thai san " + folded
	}
	for _, k := range []string{"thai san", " ts", "om", "hoc", "khong luong", "cham con"} {
		if strings.Contains(folded, k) && (strings.Contains(folded, "nghi") || k == "thai san" || k == "hoc") {
			a := Fact{Kind: FactAbsence, Value: note, Source: p.f.Source}
			if at != p.cells[0] {
				a.Source = p.f.Source + ": " + note
			}
			days := DaysOf(note)
			if len(days) == 2 {
				a.FromDay, a.ToDay = days[0], days[1]
			} else {
				a.Doubts = append(a.Doubts, Doubt{Field: "absence", Text: a.Source, Why: "“" + note + "”: từ ngày nào đến ngày nào", Holds: true})
				if v, ok := p.settle(a.Doubts[0], Ref(at.col, at.row)); ok {
					a.Doubts = nil
					if days := DaysOf(v); len(days) == 2 {
						a.FromDay, a.ToDay = days[0], days[1]
					} else {
						return
					}
				}
			}
			p.absences = append(p.absences, a)
			return
		}
	}
}

// DaysOf finds the days in a text, in order.
func DaysOf(text string) []tdkt.Day {
	var out []tdkt.Day
	for {
		d, rest := cutDecision(text)
		if rest == text {
			return out
		}
		if d.Date != 0 {
			out = append(out, d.Date)
		}
		text = rest
	}
}
