package intake

import (
	"regexp"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// tasks reads a plan's table: what is to be done, who does it, by when.
func (t *tableReading) tasks() {
	col := t.b.col("task")
	if col == 0 {
		col = t.nameCol()
	}
	for _, row := range t.g.rows {
		if row <= t.b.last || row > t.b.bottom {
			continue
		}
		r := t.b.record(row)
		alone := len(r.cols) == 1 || len(r.cols) == 2 && isNumeral(r.texts[r.cols[0]]) && !r.numbered
		switch why := asideOf(t.b.kindOf(r, t.signed)); {
		case len(r.cols) == 0:
		case why != "":
			t.leaveRow(t.b, row, why, false)
		case r.texts[col] == "" || alone:
			t.leaveRow(t.b, row, whyGroup, false)
		default:
			t.task(r, col)
		}
	}
}

// asideOf is why a row that is no record is left, "" for one that may be.
func asideOf(k rowKind) string {
	switch k {
	case rowHeader:
		return whyAgain
	case rowNumbers:
		return whyNumbers
	case rowSign:
		return whySign
	case rowNote:
		return whyNote
	case rowTotal:
		return whyTotal
	case rowRecord, rowBlank, rowGroup:
	}
	return ""
}

// task reads one row of a plan's table.
func (t *tableReading) task(r *record, col int) {
	f := Fact{Kind: FactTask, Value: r.texts[col], Year: t.year, Person: -1, Source: r.texts[col]}
	cells := []place{{r.row, col}}
	for _, c := range t.b.columns {
		text := r.texts[c.number]
		at := place{r.row, c.number}
		if from := t.g.cell(r.row, c.number); text == "" && from != nil && from.Row > t.b.last {
			text, at = tdkt.Clean(from.Text), place{from.Row, from.Col}
		}
		switch {
		case text == "" || c.number == col:
		case c.field == "number":
			t.leave(whyNumber, false, at)
		default:
			t.taskCell(&f, c, text, at)
			cells = append(cells, at)
		}
	}
	if f.Year == 0 {
		f.Year = f.ToDay.Year()
	}
	if f.Year == 0 {
		v, ok := t.doubt(&f, Doubt{Field: "year", Text: t.tableOf(), Why: "bảng việc không ghi năm nào", Holds: true}, cells[0])
		if !ok {
			t.leave(whySkipped, false, cells...)
			return
		}
		if spans := YearsOf(v); len(spans) > 0 {
			f.Year = spans[0].From
		}
	}
	t.add(f, cells...)
}

// taskCell reads one cell beside what is to be done.
func (t *tableReading) taskCell(f *Fact, c column, text string, at place) {
	field := c.field
	if _, fold := keyOf(tokens(lastPart(c.text))); fold == "hoan thanh" {
		field = "deadline"
	}
	switch field {
	case "deadline", "period", "today":
		f.ToDay = t.deadline(f, text, at)
		return
	case "host", "unit", "name", "unitname":
		if f.Unit == "" {
			f.Unit = unitCase(text)
			return
		}
	}
	f.Notes = append(f.Notes, c.text+": "+text) // who helps, what comes of it
}

var (
	quarterIn = regexp.MustCompile(`(?i)quý\s*(iv|iii|ii|i|[1-4])\b`)
	monthIn   = regexp.MustCompile(`(?i)tháng\s*(\d{1,2})(?:\s*[/-]\s*((?:19|20)\d\d))?`)
	dayMonth  = regexp.MustCompile(`(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\D|$)`)
)

// deadline is the last day a text allows: a day, the end of a month, of a quarter; none for
// the whole year. What says no day is asked for.
func (t *tableReading) deadline(f *Fact, text string, at place) tdkt.Day {
	if c := t.g.at[at]; c != nil && c.Day != 0 {
		return c.Day
	}
	day, year := readDeadline(text, t.year)
	if day != 0 {
		return day
	}
	f.Notes = append(f.Notes, "thời hạn: "+text)
	switch folded := tdkt.Fold(text); {
	case strings.Contains(folded, "ca nam"), strings.Contains(folded, "thuong xuyen"), strings.Contains(folded, "trong nam"), strings.Contains(folded, "hang "), strings.Contains(folded, "dinh ky"), bareYear(text) != 0:
		return 0
	}
	why := "không rõ “" + text + "” là hạn ngày nào"
	if year == 0 && (quarterIn.MatchString(text) || monthIn.MatchString(text) || dayMonth.MatchString(text)) {
		why = "“" + text + "” không ghi năm"
	}
	if v, ok := t.doubt(f, Doubt{Field: "deadline", Text: text, Why: why}, at); ok && v != "" {
		return ReadDate(v, firstAwardYear, lastAwardYear).Day
	}
	return 0
}

// readDeadline reads the last day of a text; year is that of the table, 0 for none.
func readDeadline(text string, year int) (tdkt.Day, int) {
	if days := DaysOf(text); len(days) > 0 {
		return days[len(days)-1], year
	}
	if y := YearOf(text); y != 0 {
		year = y
	}
	month := 0
	if all := monthIn.FindAllStringSubmatch(text, -1); all != nil {
		m := all[len(all)-1]
		month, _ = strconv.Atoi(m[1])
		if m[2] != "" {
			year, _ = strconv.Atoi(m[2])
		}
	} else if all := quarterIn.FindAllStringSubmatch(text, -1); all != nil {
		month = 3 * quarterNumber(all[len(all)-1][1])
	}
	if year == 0 {
		return 0, 0
	}
	if m := dayMonth.FindStringSubmatch(text); m != nil && month == 0 {
		d, _ := strconv.Atoi(m[1])
		mo, _ := strconv.Atoi(m[2])
		if mo > 12 {
			return 0, year
		}
		day, err := tdkt.MakeDay(year, mo, d)
		if err != nil {
			return 0, year
		}
		return day, year
	}
	if month < 1 || month > 12 {
		return 0, year
	}
	first, _ := tdkt.MakeDay(year, month, 1)
	return first.AddMonths(1).Prev(), year
}

func quarterNumber(s string) int {
	switch strings.ToLower(s) {
	case "i", "1":
		return 1
	case "ii", "2":
		return 2
	case "iii", "3":
		return 3
	}
	return 4
}

// scores reads the table of a movement: who took part, the points for each criterion.
func (t *tableReading) scores() {
	name := t.movementName()
	criteria := t.criteria()
	for _, row := range t.g.rows {
		if row <= t.b.last || row > t.b.bottom {
			continue
		}
		r := t.b.record(row)
		switch k := t.b.kindOf(r, t.signed); k {
		case rowBlank:
		case rowHeader:
			t.leaveRow(t.b, row, whyAgain, false)
		case rowNumbers:
			t.leaveRow(t.b, row, whyNumbers, false)
		case rowTotal:
			t.leaveRow(t.b, row, whyTotal, false)
		case rowSign:
			t.signed = true
			t.leaveRow(t.b, row, whySign, false)
		case rowNote:
			t.leaveRow(t.b, row, whyNote, false)
		case rowGroup:
			if t.b.nameText(r) == "" || len(r.cols) < 2 || !t.scored(r, criteria) {
				t.heading(r)
				continue
			}
			t.score(r, name, criteria)
		case rowRecord:
			t.score(r, name, criteria)
		}
	}
}

func (t *tableReading) scored(r *record, criteria []int) bool {
	for _, c := range criteria {
		if _, ok := Points(r.texts[c]); ok {
			return true
		}
	}
	return false
}

var movementCut = regexp.MustCompile(`(?i)phong trào\s+(?:thi đua\s+)?[“"']?(.+?)[”"']?(?:\s+(?:năm|giai đoạn)\s+\d{4}.*)?$`)

// movementName is the movement that the heading speaks of.
func (t *tableReading) movementName() string {
	for _, p := range t.b.lines {
		for _, line := range strings.Split(t.g.text(p.row, p.col), "\n") {
			if m := movementCut.FindStringSubmatch(tdkt.Clean(line)); m != nil {
				if name := strings.Trim(m[1], " “”\"'.:;,"); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// criteria are the columns of points, the sum aside where there are others.
func (t *tableReading) criteria() []int {
	var out []int
	total := 0
	for _, c := range t.b.columns {
		switch c.field {
		case "points":
			if strings.Contains(tdkt.Fold(c.text), "tong") {
				total = c.number
				continue
			}
			out = append(out, c.number)
		case "", "movement", "task", "month":
			if t.numeric(c.number) {
				out = append(out, c.number)
			}
		}
	}
	if len(out) == 0 && total != 0 {
		out = append(out, total)
	}
	return out
}

// numeric says whether a column holds marks alone.
func (t *tableReading) numeric(col int) bool {
	n := 0
	for _, row := range t.g.rows {
		if row <= t.b.last || row > t.b.bottom {
			continue
		}
		c := t.b.own(row, col)
		if c == nil {
			continue
		}
		if _, ok := Points(tdkt.Clean(c.Text)); !ok && strings.Trim(tdkt.Clean(c.Text), "0-") != "" {
			return false
		}
		n++
	}
	return n > 0
}

var weightIn = regexp.MustCompile(`[(\[:]\s*(?:tối đa\s*)?(\d{1,3}(?:[.,]\d+)?)\s*(?:điểm|đ)?\s*[)\]]?\s*$`)

// score reads one participant's row.
func (t *tableReading) score(r *record, name string, criteria []int) {
	rest := map[int]bool{}
	for _, c := range r.cols {
		rest[c] = true
	}
	if n := t.b.col("number"); rest[n] && n != 0 {
		t.leave(whyNumber, false, place{r.row, n})
		delete(rest, n)
	}
	if t.b.nameText(r) == "" && t.b.col("unit") == 0 {
		t.leaveRow(t.b, r.row, whyNoName, true)
		return
	}
	if t.b.nameText(r) == "" || t.ofUnit(r) {
		t.unitRecord(r, rest)
	} else {
		t.personRecord(r, rest, "")
	}
	if t.person < 0 {
		return
	}
	who := t.out.Facts[t.person]
	f := Fact{Kind: FactScore, Name: who.Name, Code: who.Code, Unit: who.Unit, OfUnit: who.OfUnit, Person: t.person, Title: name, Year: t.year}
	var cells []place
	for _, c := range criteria {
		p, _ := Points(r.texts[c])
		head := t.headOf(c)
		weight := 0
		if m := weightIn.FindStringSubmatchIndex(head); m != nil {
			weight, _ = Points(head[m[2]:m[3]])
			head = strings.TrimSpace(head[:m[0]])
		}
		f.Scores = append(f.Scores, Mark{head, weight, p})
		f.Points += p
		if rest[c] {
			cells = append(cells, place{r.row, c})
			delete(rest, c)
		}
	}
	cells = t.scoreRest(&f, r, rest, cells)
	if len(cells) == 0 {
		return
	}
	f.Source = t.g.text(cells[0].row, cells[0].col)
	if !t.scoreNamed(&f, cells[0]) {
		t.leave(whySkipped, false, cells...)
		return
	}
	t.add(f, cells...)
}

// scoreNamed asks for the movement and the year that the table does not name; false leaves
// the row out.
func (t *tableReading) scoreNamed(f *Fact, at place) bool {
	if f.Title == "" {
		v, ok := t.doubt(f, Doubt{Field: "movement", Text: t.tableOf(), Why: "bảng điểm không ghi tên phong trào", Holds: true}, at)
		if !ok {
			return false
		}
		f.Title = v
	}
	if f.Year == 0 {
		v, ok := t.doubt(f, Doubt{Field: "year", Text: t.tableOf(), Why: "bảng không ghi năm nào", Holds: true}, at)
		if spans := YearsOf(v); len(spans) > 0 {
			f.Year = spans[0].From
		}
		return ok
	}
	return true
}

// scoreRest reads the sum, which must be that of the criteria, and the result.
func (t *tableReading) scoreRest(f *Fact, r *record, rest map[int]bool, cells []place) []place {
	for _, c := range t.b.columns {
		if !rest[c.number] {
			continue
		}
		at := place{r.row, c.number}
		switch c.field {
		case "points":
			total, ok := Points(r.texts[c.number])
			if ok && len(f.Scores) > 0 && total != f.Points {
				v, take := t.doubt(f, Doubt{
					Field: "points", Text: r.texts[c.number], Proposal: "đúng", Holds: true,
					Why: "tổng điểm ghi " + r.texts[c.number] + ", cộng các tiêu chí được " + pointsText(f.Points) + ": lấy các tiêu chí?",
				}, at)
				if _, known := Points(v); take && known {
					f.Points = total
				}
			}
		case "rating", "award", "note", "proposal":
			f.Value = joinText(f.Value, r.texts[c.number])
		default:
			t.leftCell(at, c.field)
			delete(rest, c.number)
			continue
		}
		cells = append(cells, at)
		delete(rest, c.number)
	}
	for c := range rest {
		t.leftCell(place{r.row, c}, t.b.fieldAt(c))
	}
	return cells
}

func pointsText(hundredths int) string {
	return strings.Replace(strconv.FormatFloat(float64(hundredths)/100, 'f', -1, 64), ".", ",", 1)
}

func (t *tableReading) headOf(col int) string {
	for _, c := range t.b.columns {
		if c.number == col {
			parts := strings.Split(c.text, " / ")
			return parts[len(parts)-1]
		}
	}
	return ""
}
