package intake

import (
	"regexp"
	"strings"

	"tdkt/internal/tdkt"
)

// heading takes in what a heading between the rows says.
func (t *tableReading) heading(r *record) {
	text, col := groupText(r)
	text = unitCase(text)
	if !isUnit(vocabulary(), tokens(text)) && len(tokens(text)) > 1 {
		text = sentenceCase(text)
	}
	at := place{r.row, col}
	t.person = -1
	t.unit = ""
	w := vocabulary()
	ts := tokens(text)
	switch kind, year := subjectGroup(text), bareYear(text); {
	case kind != "":
		t.headingOf(kind)
	case year != 0:
		t.group.year = year
	case employedGroup(text) != "":
		t.group.employed = employedGroup(text)
		t.leaveRoom(r, col)
	case t.b.titleGroup(text) && !isUnit(w, ts):
		list, _ := ReadAwards(text)
		t.group.title, t.group.titleAt, t.group.hasTitle = t.ofGiver(list[0]), at, true
		if list[0].From != 0 {
			t.group.year = list[0].From
		}
	case genericUnit(ts): // Các phòng, ban: whose rooms are named by nobody
		t.group.unit, t.group.unitDoubt = "", ""
	case isUnit(w, ts) || w.short[foldOf(ts)] != "":
		t.group.unit, t.group.unitAt, t.group.unitDoubt = text, at, ""
		t.group.rank = rankOf(r)
		t.grouped = true
		t.add(Fact{Kind: FactUnit, Name: text, OfUnit: true, Source: t.g.text(r.row, col), Person: -1}, at)
	default:
		t.group.unit, t.group.unitAt, t.group.unitDoubt = "", at, text
		t.group.rank = rankOf(r)
		t.grouped = true
		t.unclearUnit(text, at)
	}
	t.leaveRow(t.b, r.row, whyGroup, false)
}

// headingOf takes in a heading that says that people follow, or collectives.
func (t *tableReading) headingOf(kind string) {
	t.group.kind = kind
	t.group.unit, t.group.unitDoubt = "", ""
	if of := titleOf(t.group.title.Code); of != "" && of != kind && t.group.titleAt.row > t.b.last {
		t.group.hasTitle = false // that of the list before
	}
}

// leaveRoom ends the room above where a heading that names a kind of contract is none of it:
// who follows is nobody of that room.
func (t *tableReading) leaveRoom(r *record, col int) {
	if t.besideRooms(r, col) {
		t.group.unit, t.group.unitDoubt = "", ""
	}
}

// titleOf says who alone is given a title: "person", "unit"; "" for both.
func titleOf(code string) string {
	for _, w := range vocabulary().titles {
		if w.code == code {
			return w.of
		}
	}
	return ""
}

// recipient says whether a row that names a unit alone is no heading but says who was given
// the title of the heading above: "Tập thể Lao động tiên tiến", then "1. Văn phòng".
func (t *tableReading) recipient(r *record) bool {
	if !t.group.hasTitle || t.group.titleAt.row <= t.b.last || !r.numbered && !bulleted(t.b.nameText(r)) {
		return false
	}
	if of := titleOf(t.group.title.Code); of == "person" || of == "" && t.group.kind != "unit" {
		return false
	}
	text, _ := groupText(r)
	return t.b.nameText(r) != "" && isUnit(vocabulary(), tokens(text)) && !genericUnit(tokens(text))
}

func bulleted(text string) bool { return strings.HasPrefix(text, "-") || strings.HasPrefix(text, "+") }

// rankOf is how deep the mark of a heading stands: A before I before 1; a heading without a
// mark is the deepest.
func rankOf(r *record) int {
	mark := strings.ToLower(strings.TrimRight(r.texts[r.cols[0]], ".)/:- "))
	if m := firstMark.FindString(mark); m != "" {
		mark = strings.TrimRight(m, ".)/:- ")
	}
	switch {
	case wholeNumber(mark):
		return 3
	case strings.Trim(mark, "ivxl") == "":
		return 2
	case len(mark) == 1:
		return 1
	}
	return 4
}

// besideRooms says whether a heading that names a kind of contract stands beside those of
// the rooms and not within one: its mark is no deeper, and it stands there once.
func (t *tableReading) besideRooms(r *record, col int) bool {
	if t.group.unit == "" && t.group.unitDoubt == "" || rankOf(r) > t.group.rank {
		return false
	}
	same := 0
	for _, row := range t.g.rows {
		if row > t.b.last && row <= t.b.bottom && t.b.own(row, col) != nil && strings.EqualFold(t.b.text(row, col), r.texts[col]) {
			same++
		}
	}
	return same == 1
}

// employedGroup is the kind of contract that a heading names: "Viên chức", "Lao động hợp
// đồng"; "" for none.
func employedGroup(text string) tdkt.Employment {
	if len(text) < 6 {
		return ""
	}
	e, _ := ReadEmployment(strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(text), "danh sách "), "khối "))
	return e
}

func foldOf(ts []token) string {
	_, fold := keyOf(ts)
	return fold
}

// unclearUnit offers a heading without a unit word as a unit: to be asked, never the room
// above.
func (t *tableReading) unclearUnit(text string, at place) {
	f := Fact{Kind: FactUnit, Name: text, OfUnit: true, Source: text, Person: -1}
	if t.b.has("unit") || t.b.has("postunit") || t.b.has("unitname") {
		return // the rows name their own units
	}
	v, ok := t.doubt(&f, groupDoubt(text), at)
	if !ok {
		t.group.unitDoubt = ""
		return
	}
	f.Name = v
	if f.Sure() {
		t.group.unit, t.group.unitDoubt = v, ""
	}
	t.add(f, at)
}

func groupDoubt(text string) Doubt {
	return Doubt{Field: "unit", Text: text, Proposal: text, Why: "dòng nhóm không có chữ Phòng, Ban, …: là đơn vị?", Holds: true}
}

// collective is how a row says that it is about the unit itself.
var collective = regexp.MustCompile(`^(?:[-+•*]\s*)?tập thể(?:\s*[:–-]\s*|\s+(?:phòng|đơn vị|cơ quan|ban|khoa|tổ)\s*$|\s+|$)`)

// ofUnit says whether the row is about a unit.
func (t *tableReading) ofUnit(r *record) bool {
	if c := t.b.col("unitname"); c != 0 {
		return true
	}
	w := vocabulary()
	name := t.b.nameText(r)
	if collective.MatchString(strings.ToLower(name)) {
		return true
	}
	ts := tokens(firstMark.ReplaceAllString(name, ""))
	if t.b.col("subject") != 0 || t.group.kind == "unit" || !t.b.has("birth") {
		return isUnit(w, ts) && !honorific(w, ts)
	}
	return false
}

func (t *tableReading) unitRecord(r *record, rest map[int]bool) {
	col := t.nameCol()
	at := place{r.row, col}
	if r.texts[col] == "" && r.texts[t.b.col("code")] == "" && r.texts[t.b.col("unitcode")] == "" {
		t.person = -1 // what the row says is of nobody: it is left with that reason
		return
	}
	delete(rest, col)
	name := strings.Trim(firstMark.ReplaceAllString(r.texts[col], ""), " -–.")
	if m := collective.FindStringSubmatchIndex(strings.ToLower(name)); m != nil {
		switch rest := strings.TrimSpace(name[m[1]:]); {
		case rest != "" && isUnit(vocabulary(), tokens(rest)):
			name = rest // Tập thể Phòng Tổ chức
		case t.group.unit != "":
			name = t.group.unit // Tập thể phòng, under the phòng's heading
		case t.headUnit != "":
			name = t.headUnit
		}
	}
	f := Fact{Kind: FactUnit, Name: unitCase(name), OfUnit: true, Person: -1, Source: r.texts[col]}
	cells := []place{at}
	for _, c := range []string{"code", "unitcode"} {
		if k := t.b.col(c); k != 0 && r.texts[k] != "" && k != col {
			f.Code = r.texts[k]
			cells = append(cells, place{r.row, k})
			delete(rest, k)
		}
	}
	if k := t.b.col("unit"); k != 0 && rest[k] {
		f.Unit = r.texts[k]
		cells = append(cells, place{r.row, k})
		delete(rest, k)
	}
	t.person, t.personCell = t.add(f, cells...), at
}
