package intake

import (
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// merits reads what a row says beside the person: ratings, awards, initiatives and the rest.
func (t *tableReading) merits(r *record, rest map[int]bool) {
	m := &meritReading{tableReading: t, r: r, rest: rest, who: t.out.Facts[t.person]}
	m.rowYear()
	m.rowDecision()
	switch t.kind {
	case Periods:
		m.besidePeriods()
		return
	case Initiatives:
		m.initiative()
	case Disciplines:
		m.discipline()
	case Absences:
		m.absence()
	default:
	}
	if t.kind == Initiatives {
		m.initiativeRated()
	} else {
		m.ratings()
		m.initiative()
	}
	m.awards()
	if m.left != nil {
		for _, p := range m.left {
			m.leave(whyOrphanDecision, true, p)
		}
	}
}

const whyOrphanDecision = "số quyết định, năm không đi với danh hiệu nào trên dòng"

// meritReading is what one row says of its person, being read.
type meritReading struct {
	*tableReading
	r    *record
	rest map[int]bool
	who  Fact

	years    []Span
	yearAt   []place
	decision Decision
	decAt    []place
	level    string
	levelAt  []place
	left     []place
	used     bool
}

// fact begins a fact about the row's person or unit.
func (m *meritReading) fact(kind string) Fact {
	return Fact{
		Kind: kind, Name: m.who.Name, Code: m.who.Code, Unit: m.who.Unit, OfUnit: m.who.OfUnit, Person: m.person,
		Born: m.who.Born, BornYear: m.who.BornYear, CCCD: m.who.CCCD,
	}
}

// take is the cell of a field in the row, its own or one merged down; nil for none.
func (m *meritReading) take(field string) (*Cell, place) {
	col := m.b.col(field)
	if col == 0 {
		return nil, place{}
	}
	if c := m.g.own(m.r.row, col); c != nil {
		delete(m.rest, col)
		return m.meant(c), place{m.r.row, col}
	}
	if c := m.g.cell(m.r.row, col); c != nil && c.Row > m.b.last {
		return c, place{c.Row, c.Col}
	}
	return nil, place{}
}

// rowYear reads the year or years of the row: its own columns, the heading between the rows.
func (m *meritReading) rowYear() {
	if c, at := m.take("year"); c != nil {
		m.years, m.yearAt = YearsOf(tdkt.Clean(c.Text)), []place{at}
	}
	from, fat := m.take("fromyear")
	to, tat := m.take("toyear")
	if from != nil {
		m.yearAt = append(m.yearAt, fat)
		m.years = YearsOf(tdkt.Clean(from.Text))
		if to != nil {
			m.yearAt = append(m.yearAt, tat)
			if end := YearsOf(tdkt.Clean(to.Text)); len(end) == 1 && len(m.years) == 1 && end[0].To >= m.years[0].From {
				m.years[0].To = end[0].To
			}
		}
	}
	if len(m.years) == 0 && m.group.year != 0 {
		m.years = []Span{{m.group.year, m.group.year}}
	}
}

// rowDecision reads the row's decision from its columns, else that of the heading.
func (m *meritReading) rowDecision() {
	if c, at := m.take("decision"); c != nil {
		m.decision = ReadDecision(c.Text)
		m.decAt = append(m.decAt, at)
	}
	if c, at := m.take("decisiondate"); c != nil {
		d := Date{Day: c.Day}
		if c.Day == 0 {
			d = ReadDate(c.Text, firstAwardYear, lastAwardYear)
		}
		if d.Day != 0 {
			m.decision.Date = d.Day
		}
		m.decAt = append(m.decAt, at)
	}
	if c, at := m.take("level"); c != nil {
		m.level, m.levelAt = tdkt.Clean(c.Text), []place{at}
	}
}

// ratings reads every column of ratings, each with its year.
func (m *meritReading) ratings() {
	for _, c := range m.b.columns {
		if c.field == "levelx" && m.rest[c.number] {
			m.tickedLevel(c)
			continue
		}
		if c.field != "rating" || !m.rest[c.number] {
			continue
		}
		at := place{m.r.row, c.number}
		text := m.r.texts[c.number]
		year, cells := c.year, []place{at}
		if year == 0 {
			year, cells = m.oneYear(cells)
		}
		rating, ok := ReadRating(text)
		if !ok {
			if list, named := ReadAwards(text); named && len(list) > 0 {
				continue // a title in a column of results: read with the awards
			}
		}
		delete(m.rest, c.number)
		if rating.None {
			m.leave("không xếp loại", false, at)
			continue
		}
		m.rating(rating, ok, text, year, cells)
	}
	m.pointsAlone()
}

// pointsAlone reads the points of a list of ratings beside which no level stands.
func (m *meritReading) pointsAlone() {
	if m.kind != Ratings {
		return
	}
	for _, c := range m.b.columns {
		p, ok := Points(m.r.texts[c.number])
		if c.field != "points" || !m.rest[c.number] || !ok {
			continue
		}
		delete(m.rest, c.number)
		year, cells := c.year, []place{{m.r.row, c.number}}
		if year == 0 {
			year, cells = m.oneYear(cells)
		}
		m.rating(Rating{Points: p}, true, m.r.texts[c.number], year, cells)
	}
}

// initiativeRated leaves the ratings of a list of initiatives: they are the initiatives'
// and nobody's own.
func (m *meritReading) initiativeRated() {
	for _, c := range m.b.columns {
		if (c.field == "rating" || c.field == "levelx" || c.field == "points") && m.rest[c.number] {
			m.leave(whyInitiativeRated, false, place{m.r.row, c.number})
			delete(m.rest, c.number)
		}
	}
}

// tickedLevel reads the x under a level.
func (m *meritReading) tickedLevel(c column) {
	at := place{m.r.row, c.number}
	text := m.r.texts[c.number]
	delete(m.rest, c.number)
	yes, known := Ticked(text)
	if m.counted(c) {
		m.leave(whyCount, false, at)
		return
	}
	if known && !yes {
		m.leave(whyNoMark, false, at)
		return
	}
	year, cells := c.year, []place{at}
	if year == 0 {
		year, cells = m.oneYear(cells)
	}
	rating := Rating{Level: c.level}
	if p, ok := Points(text); !known && ok {
		rating.Points = p
	} else if !known {
		rating.Doubt = "“" + text + "” dưới “" + c.text + "”: có phải mức này không?"
	}
	m.rating(rating, true, text, year, cells)
}

// oneYear is the one year of the row, of a heading, or of the table.
func (m *meritReading) oneYear(cells []place) (int, []place) {
	if len(m.years) == 1 && m.years[0].From == m.years[0].To {
		m.used = true
		return m.years[0].From, append(cells, m.yearAt...)
	}
	if len(m.years) == 0 {
		return m.year, cells
	}
	return 0, cells
}

// levelSaid asks for a level that is not surely read; false leaves the rating out.
func (m *meritReading) levelSaid(f *Fact, rating Rating, ok bool, at place) bool {
	d := Doubt{Field: "level", Text: f.Source, Proposal: string(rating.Level), Why: rating.Doubt, Holds: true}
	if !ok {
		d.Proposal, d.Why = "", "không có mức xếp loại “"+f.Source+"”"
	}
	if d.Why == "" {
		return true
	}
	v, take := m.doubt(f, d, at)
	if again, known := ReadRating(v); take && known {
		f.Level = again.Level
	}
	return take
}

func (m *meritReading) rating(rating Rating, ok bool, text string, year int, cells []place) {
	f := m.fact(FactRating)
	f.Year, f.Level, f.Points, f.Source = year, rating.Level, rating.Points, text
	at := cells[0]
	if !m.levelSaid(&f, rating, ok, at) {
		m.leave(whySkipped, false, at)
		return
	}
	if c := m.pointsBeside(at.col); c != 0 && m.rest[c] {
		if p, known := Points(m.r.texts[c]); known {
			f.Points = p
			cells = append(cells, place{m.r.row, c})
			delete(m.rest, c)
		}
	}
	if f.Level == "" && f.Points > 0 && ok {
		f.Doubts = append(f.Doubts, Doubt{Field: "level", Text: text, Why: "chỉ có điểm, chưa có mức xếp loại", Holds: true})
	}
	cells = m.askYear(&f, cells, at)
	if m.kind == Ratings || m.b.col("award") == 0 {
		f.Decision, f.Date = m.decision.Number, m.decision.Date
		if m.decision.Number != "" {
			cells = append(cells, m.decAt...)
			m.used = true
		}
	}
	m.add(f, cells...)
}

// pointsBeside is the column of the points that belong to a column of ratings: of its year,
// else the only one where there is one rating; 0 for none.
func (m *meritReading) pointsBeside(col int) int {
	year := 0
	for _, c := range m.b.columns {
		if c.number == col {
			year = c.year
		}
	}
	for _, c := range m.b.columns {
		if c.field == "points" && c.year == year && (year != 0 || m.count("rating") == 1) {
			return c.number
		}
	}
	if m.count("rating") == 1 {
		return m.b.col("points")
	}
	return 0
}

// counted says whether a cell under a level or a title is a number of people and no mark: in
// the sums of rooms, several levels of one year have numbers, or the column numbers above 1.
func (m *meritReading) counted(c column) bool {
	number := func(text string) bool { return wholeNumber(strings.TrimSpace(text)) }
	if !number(m.r.texts[c.number]) {
		return false
	}
	if c.field == "levelx" {
		n := 0
		for _, o := range m.b.columns {
			if o.field == "levelx" && o.year == c.year && number(m.r.texts[o.number]) {
				n++
			}
		}
		return n > 1
	}
	for _, row := range m.g.rows {
		text := m.b.text(row, c.number)
		if row > m.b.last && row <= m.b.bottom && number(text) && len(text) < 4 && text != "0" && text != "1" {
			return true
		}
	}
	return false
}

// askYear asks for a year nobody wrote.
func (m *meritReading) askYear(f *Fact, cells []place, at place) []place {
	if f.Year != 0 {
		return cells
	}
	d := Doubt{Field: "year", Text: m.tableName(), Why: "bảng không ghi năm nào", Holds: true}
	if v, ok := m.doubt(f, d, at); ok {
		if spans := YearsOf(v); len(spans) > 0 {
			f.Year = spans[0].From
		}
	}
	return cells
}

// tableName names the table in a doubt: one answer holds for all its rows.
func (m *meritReading) tableName() string {
	return fmt.Sprintf("%s!%s!%s", m.g.File, m.g.Name, Ref(m.b.left, m.b.top))
}

// initiative reads an initiative, or the decision on one whose name is not given.
func (m *meritReading) initiative() {
	c, at := m.take("initiative")
	dec, dat := m.take("initiativedecision")
	if c == nil && dec == nil {
		return
	}
	f := m.fact(FactInitiative)
	var cells []place
	if c != nil {
		f.Value = tdkt.Clean(c.Text)
		cells = append(cells, at)
		if yes, known := Ticked(f.Value); known {
			if !yes {
				m.leave(whyNoMark, false, at)
				return
			}
			f.Value = ""
		}
	}
	d := m.decision
	if dec != nil {
		d = ReadDecision(dec.Text)
		cells = append(cells, dat)
	} else if m.kind == Initiatives {
		if m.decision.Number == "" && m.tableReading.decision.Number != "" {
			d = m.tableReading.decision
		}
		cells = append(cells, m.decAt...)
		m.used = true
	} else {
		d = Decision{}
	}
	f.Decision, f.Date, f.Source = d.Number, d.Date, m.g.text(cells[0].row, cells[0].col)
	f.Study = strings.HasPrefix(tdkt.Fold(f.Value), "de tai")
	if f.Value == "" {
		if v, ok := m.doubt(&f, Doubt{
			Field: "initiative", Text: m.who.Name + ": " + f.Source, Proposal: "Sáng kiến theo " + strings.TrimSpace(f.Source), Holds: true,
			Why: "chỉ có số quyết định, chưa có tên sáng kiến",
		}, cells[0]); ok {
			f.Value = v
		}
	}
	cells = m.scope(&f, cells)
	f.Year, cells = m.oneYear(cells)
	cells = m.askYear(&f, cells, cells[0])
	m.add(f, cells...)
}

// shareOf reads how much of an initiative is the author's, from its column or behind the name.
func (m *meritReading) shareOf(f *Fact, cells []place) []place {
	if c, at := m.take("share"); c != nil {
		if p, ok := Points(strings.TrimSuffix(tdkt.Clean(c.Text), "%")); ok {
			if f.Share = p / 100; c.Number && p <= 100 {
				f.Share = p // 60% is 0.6 to Excel
			}
		}
		cells = append(cells, at)
	}
	if m.share != 0 {
		f.Share = m.share
	} else if s := shareIn.FindStringSubmatch(m.who.Source); s != nil && f.Share == 0 {
		p, _ := Points(s[1])
		f.Share = p / 100
	}
	return cells
}

func (m *meritReading) scope(f *Fact, cells []place) []place {
	if c, at := m.take("initiativekind"); c != nil {
		f.Study = f.Study || strings.HasPrefix(tdkt.Fold(c.Text), "de tai") || tdkt.Fold(c.Text) == "dt"
		cells = append(cells, at)
	}
	cells = m.shareOf(f, cells)
	text := ""
	if c, at := m.take("scope"); c != nil {
		text = tdkt.Clean(c.Text)
		cells = append(cells, at)
	}
	var ok bool
	if f.Scope, ok = ReadScope(text); ok {
		return cells
	}
	why := "không rõ phạm vi công nhận"
	if text != "" {
		why = "không có phạm vi “" + text + "”"
	}
	if text == "" {
		text = m.tableName() // of this table alone
	}
	if v, take := m.doubt(f, Doubt{Field: "scope", Text: text, Proposal: capital(string(tdkt.Base)), Why: why, Holds: true}, cells[0]); take {
		f.Scope, _ = ReadScope(v)
	}
	return cells
}

func capital(s string) string {
	for _, r := range s {
		return strings.ToUpper(string(r)) + s[len(string(r)):]
	}
	return s
}

// ReadScope reads how far an initiative is recognised.
func ReadScope(text string) (tdkt.Scope, bool) {
	s := strings.TrimPrefix(strings.TrimPrefix(tdkt.Fold(text), "cap "), "pham vi ")
	switch s {
	case "co so", "so", "cs", "co quan", "don vi", "hoi dong so", "hd so":
		return tdkt.Base, true
	case "tinh", "thanh pho", "bo", "tinh, thanh pho", "ubnd tinh", "toan tinh", "bo, tinh", "nganh":
		return tdkt.Province, true
	case "toan quoc", "nha nuoc", "quoc gia", "ca nuoc":
		return tdkt.Nation, true
	}
	return "", false
}
