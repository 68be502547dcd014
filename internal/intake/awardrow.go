package intake

import (
	"cmp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// awards reads titles: x under a title, text, and the heading above the row.
func (m *meritReading) awards() {
	found := m.awardCells()
	if !found && m.group.hasTitle && m.first() {
		m.groupTitle("", m.personCell)
		found = true
	}
	if !found && !m.used {
		m.left = slices.Concat(m.left, m.decAt, m.yearAt, m.levelAt)
	}
}

// awardCells reads the cells of the row that say titles; false where none does.
func (m *meritReading) awardCells() bool {
	found := false
	for _, c := range m.b.columns {
		if !m.rest[c.number] {
			continue
		}
		at := place{m.r.row, c.number}
		text := m.r.texts[c.number]
		switch c.field {
		case "title":
			delete(m.rest, c.number)
			found = m.ticked(c, text, at) || found
		case "award", "proposal", "pledge", "rating":
			delete(m.rest, c.number)
			found = m.awardText(c, text, at) || found
		case "note", "":
			if list := readMerits(m.lines(at, text)); len(list) > 0 && list[0].From != 0 && (list[0].Code != "" || list[0].Level != "" || list[0].Rated != "") {
				delete(m.rest, c.number)
				found = m.awardText(c, text, at) || found
			}
		}
	}
	return found
}

// groupTitle gives the title of the heading above the row, for what stands in a cell.
func (m *meritReading) groupTitle(mode string, cell place) {
	cells := []place{cell}
	if m.group.titleAt.row != 0 {
		cells = append(cells, m.group.titleAt)
	}
	m.award(m.group.title, mode, cells...)
}

// first says whether the row is the person's own and no continuation.
func (m *meritReading) first() bool { return m.personCell.row == m.r.row }

// ticked reads the x under a title; other words there are years, or asked for.
func (m *meritReading) ticked(c column, text string, at place) bool {
	a := m.ofGiver(c.title)
	if c.year != 0 {
		a.From, a.To = c.year, c.year
	}
	a.Doubt = strings.TrimPrefix(strings.ReplaceAll(a.Doubt, whyNoYear, ""), "; ")
	if m.counted(c) {
		m.leave(whyCount, false, at)
		return false
	}
	yes, known := Ticked(text)
	if known {
		if !yes {
			m.leave(whyNoMark, false, at)
			return false
		}
		m.award(a, c.mode, at)
		return true
	}
	if list, ok := ReadAwards(text); ok && list[0].Doubt == "" {
		for _, b := range list {
			m.award(b, c.mode, at)
		}
		return true
	}
	d, rest := cutDecision(text)
	if d.Number != "" || d.Date != 0 {
		a.Decision = d
	}
	if spans := YearsOf(rest); len(spans) > 0 {
		for _, s := range eachYear(spans) {
			b := a
			b.From, b.To = s.From, s.To
			m.award(b, c.mode, at)
		}
		return true
	}
	if a.Decision.Number != "" {
		m.award(a, c.mode, at)
		return true
	}
	if list, ok := ReadAwards(text); ok {
		for _, b := range list {
			m.award(b.ofYears(a.From, a.To), c.mode, at)
		}
		return true
	}
	a.Doubt = joinText(a.Doubt, "“"+text+"” dưới “"+c.text+"”: có được không?")
	m.award(a, c.mode, at)
	return true
}

// ofYears is the award in these years where it says none itself.
func (a Award) ofYears(from, to int) Award {
	if a.From == 0 {
		a.From, a.To = from, to
		a.Doubt = strings.TrimPrefix(strings.ReplaceAll(a.Doubt, whyNoYear, ""), "; ")
	}
	return a
}

// awardText reads a cell that names titles.
func (m *meritReading) awardText(c column, text string, at place) bool {
	switch yes, known := Ticked(text); {
	case known && !yes:
		m.leave(whyNoMark, false, at)
		for _, p := range slices.Concat(m.decAt, m.yearAt, m.levelAt) {
			m.leave(whyNoMark, false, p)
		}
		m.used = true // its year and decision speak of no title
		return false
	case known && m.group.hasTitle:
		m.groupTitle(c.mode, at)
		return true
	}
	list := m.readCell(text, at)
	if list == nil {
		return false
	}
	mode := c.mode
	if c.field == "proposal" || c.field == "pledge" {
		mode = c.field
	}
	if mode == "" && m.mode == "award" || mode == "award" {
		list = onlyAsked(text, list)
	}
	m.awardList(c, list, mode, text, at)
	return true
}

// readCell reads the titles of a cell; nil where it is to be left.
func (m *meritReading) readCell(text string, at place) []Award {
	list := readMerits(m.lines(at, text))
	if len(list) == 0 {
		return m.unreadAward(text, at)
	}
	if m.level != "" && len(list) == 1 && list[0].Code == "" && list[0].Level == "" {
		if again, known := ReadAwards(text + " " + m.level); known && len(again) == 1 && !strings.Contains(again[0].Doubt, "của ai") {
			return again // who gave it stands in a column of its own
		}
	}
	return list
}

// awardList keeps what a cell says of titles, and of ratings among them.
func (m *meritReading) awardList(c column, list []Award, mode, text string, at place) {
	for _, a := range list {
		if m.decision.Number == "" {
			a = m.ofGiver(a)
		}
		if c.year != 0 && a.From == 0 {
			a.From, a.To = c.year, c.year
			a.Doubt = withoutYearDoubt(a.Doubt)
		}
		if a.Rated != "" {
			m.ratedAmong(a, text, at)
			continue
		}
		m.award(a, mode, at)
	}
}

// lines is the text of a cell with its line breaks: each line is a clause of its own.
func (m *meritReading) lines(at place, text string) string {
	if c := m.g.at[at]; c != nil && strings.ContainsAny(c.Text, "\n\r") && tdkt.Clean(c.Text) == text {
		return c.Text
	}
	return text
}

// ratedAmong reads a rating that stands among titles, for each of its years.
func (m *meritReading) ratedAmong(a Award, text string, at place) {
	m.used = true
	cells := []place{at}
	if a.From == 0 {
		a.From, cells = m.oneYear(cells)
		a.To = a.From
	}
	for y := a.From; y <= a.To; y++ {
		m.rating(Rating{Level: a.Rated}, true, text, y, cells)
	}
}

// unreadAward keeps a cell that names no title this program knows: to be confirmed.
func (m *meritReading) unreadAward(text string, at place) []Award {
	d := Doubt{Field: "title", Text: text, Proposal: text, Why: "không nhận ra danh hiệu, hình thức nào trong “" + text + "”", Holds: true}
	if v, answered := m.settle(d, Ref(at.col, at.row)); answered {
		if isSkip(v) {
			m.leave(whySkipped, false, at)
			return nil
		}
		if list, ok := ReadAwards(v); ok {
			return list
		}
		return []Award{{Title: v, Doubt: whyNoYear}}
	}
	a := Award{Title: text, Doubt: d.Why}
	if spans := YearsOf(stripDays(text)); len(spans) > 0 {
		a.From, a.To = spans[0].From, spans[len(spans)-1].To
	}
	return []Award{a}
}

func withoutYearDoubt(s string) string {
	var out []string
	for _, part := range strings.Split(s, "; ") {
		if part != "" && part != whyNoYear {
			out = append(out, part)
		}
	}
	return strings.Join(out, "; ")
}

// award adds one title as what the table speaks of: given, proposed or pledged.
func (m *meritReading) award(a Award, mode string, cells ...place) {
	if mode == "" {
		mode = m.mode
	}
	cells = append([]place(nil), cells...)
	if a.From == 0 {
		a, cells = m.awardYears(a, cells)
	}
	spans := []Span{{a.From, a.To}}
	if m.yearsApply(a) {
		spans = m.spansOf(a)
		cells = append(cells, m.yearAt...)
		a.Doubt = withoutYearDoubt(a.Doubt)
	}
	if a.Decision.Number == "" && a.Decision.Date == 0 {
		a.Decision, cells = m.decisionOf(cells)
	} else if len(m.decAt) > 0 && m.decision.Number != "" {
		m.left = append(m.left, m.decAt...)
	}
	m.used = true
	cells = append(cells, m.levelAt...)
	for _, s := range spans {
		b := a
		b.From, b.To = s.From, s.To
		m.addAward(b, mode, cells)
	}
}

// awardYears gives an award without years those of its row, its heading or its table.
func (m *meritReading) awardYears(a Award, cells []place) (Award, []place) {
	if len(m.years) > 0 || m.year == 0 || strings.Contains(a.Doubt, "không nói rõ năm nào") {
		return a, cells
	}
	if m.kind == Awards && m.tableReading.decision.Number == "" && m.mode == "award" && headingYear(m.b.title) == 0 && m.paper.year == 0 {
		return a, cells // the year in a file's name is no year of an award
	}
	a.From, a.To = m.year, m.year
	a.Doubt = withoutYearDoubt(a.Doubt)
	return a, cells
}

func (m *meritReading) yearsApply(a Award) bool { return a.From == 0 && len(m.years) > 0 }

// spansOf are the years of the row as the title counts them: a yearly title for each.
func (m *meritReading) spansOf(a Award) []Span {
	for _, t := range vocabulary().titles {
		if t.code == a.Code && t.yearly {
			return eachYear(m.years)
		}
	}
	return m.years
}

// decisionOf is the row's decision, else that of the heading or the paper.
func (m *meritReading) decisionOf(cells []place) (Decision, []place) {
	if m.decision.Number != "" || m.decision.Date != 0 {
		return m.decision, append(cells, m.decAt...)
	}
	return m.tableReading.decision, append(cells, m.decisionCells...)
}

func (m *meritReading) addAward(a Award, mode string, cells []place) {
	f := m.fact(FactAward)
	at := cells[0]
	f.Source = m.g.text(at.row, at.col)
	f.Title, f.Known, f.TitleLevel = a.Code, a.Code != "", a.Level
	if a.Code == "" {
		f.Title = a.Title
	}
	if m.level != "" && f.TitleLevel == "" && !f.Known {
		f.TitleLevel = m.level
	}
	f.From, f.To, f.Year = a.From, a.To, a.To
	f.Decision, f.Date = a.Decision.Number, a.Decision.Date
	m.askDecision(&f, mode)
	if !m.awardDoubts(&f, a, at) {
		m.leave(whySkipped, false, at)
		return
	}
	if mode != "award" && !m.proposed(&f, mode, at) {
		m.leave(whySkipped, false, at)
		return
	}
	m.add(f, cells...)
}

// askDecision asks once for the decision of a list whose headings name titles, as the lists
// behind decisions do, and that says no number. The titles are written without it too.
func (m *meritReading) askDecision(f *Fact, mode string) {
	if f.Decision != "" || f.Date != 0 || mode != "award" || !m.group.hasTitle || m.group.titleAt.row <= m.b.last || m.b.has("decision") {
		return
	}
	d := Doubt{Field: "decision", Text: m.tableName(), Why: "danh sách theo danh hiệu không ghi quyết định: số nào, ngày nào? (ví dụ 12/QĐ-SNV ngày 05/01/2023)"}
	v, answered := m.settle(d, "")
	switch {
	case !answered:
		f.Doubts = append(f.Doubts, d)
	case !isSkip(v):
		own := ReadDecision(v)
		f.Decision, f.Date = own.Number, own.Date
	}
}

// awardDoubts asks for what is not surely read of an award; false leaves it out.
func (m *meritReading) awardDoubts(f *Fact, a Award, at place) bool {
	return m.titleDoubts(f, a, at) && m.yearDoubts(f, a, at)
}

// titleDoubts asks which title it is.
func (m *meritReading) titleDoubts(f *Fact, a Award, at place) bool {
	for _, why := range strings.Split(a.Doubt, "; ") {
		if why == "" || isYearDoubt(why) {
			continue
		}
		v, ok := m.doubt(f, Doubt{Field: "title", Text: cmp.Or(a.Part, f.Source), Proposal: f.Title, Why: why, Holds: true}, at)
		if !ok {
			return false
		}
		if list, named := ReadAwards(v); named && v != f.Title {
			f.Title, f.Known, f.TitleLevel = list[0].Code, list[0].Code != "", list[0].Level
			if !f.Known {
				f.Title = list[0].Title
			}
		}
	}
	return true
}

// yearDoubts asks of which year it is.
func (m *meritReading) yearDoubts(f *Fact, a Award, at place) bool {
	yearWhy := ""
	for _, why := range strings.Split(a.Doubt, "; ") {
		if isYearDoubt(why) {
			yearWhy = why
		}
	}
	if f.From != 0 && yearWhy == "" {
		return true
	}
	if f.From == 0 && yearWhy == "" {
		yearWhy = whyNoYear
	}
	// What another list leaves out is another year: the answer is for this table alone.
	d := Doubt{Field: "year", Text: m.tableName() + " “" + f.Source + "”", Why: yearWhy, Holds: true}
	if f.From != 0 {
		d.Proposal = yearsText(f.From, f.To)
	}
	if m.group.hasTitle && f.From == 0 {
		d.Text = m.tableName()
	}
	v, ok := m.doubt(f, d, at)
	if spans := YearsOf(v); ok && len(spans) > 0 {
		f.From, f.To, f.Year = spans[0].From, spans[len(spans)-1].To, spans[len(spans)-1].To
	}
	return ok
}

func yearsText(from, to int) string {
	if from == to {
		return itoa(from)
	}
	return itoa(from) + "-" + itoa(to)
}

// proposed makes the fact a pledge, or asks whether an x is a pledge or was given.
func (m *meritReading) proposed(f *Fact, mode string, at place) bool {
	f.Kind, f.Decision, f.Date = FactPledge, "", 0
	if mode == "pledge" {
		return true
	}
	d := Doubt{Field: "proposal", Text: m.tableName(), Proposal: answerPledge, Why: "bảng đề nghị: ghi là đăng ký thi đua, là đề nghị của đợt cuối năm, hay là đã được khen thưởng?", Holds: true}
	v, ok := m.doubt(f, d, at)
	switch folded := tdkt.Fold(v); {
	case strings.HasPrefix(folded, "khen"), strings.HasPrefix(folded, "da duoc"):
		f.Kind = FactAward
	case strings.HasPrefix(folded, "de nghi"):
		f.Value = ValueProposal
	}
	return ok
}

// The answers to what a proposal is to be kept as; the third is ValueProposal.
const (
	answerPledge = "đăng ký"
	answerGiven  = "khen thưởng"
)

// ValueProposal is the value of a pledge that is no pledge but a proposal to the Council.
const ValueProposal = "đề nghị"
