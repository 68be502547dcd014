package intake

import (
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// periodScore is one period of one row as far as it is read.
type periodScore struct {
	column periodColumn
	fact   Fact
	total  bool
	cells  []place
}

// periodPoints reads the points of a row, one fact for each period.
func (m *meritReading) periodPoints() {
	var all []*periodScore
	var averages []periodColumn
	for _, c := range m.periods {
		at := place{m.r.row, c.number}
		if !m.rest[c.number] {
			continue
		}
		delete(m.rest, c.number)
		switch {
		case m.who.OfUnit:
			m.leave(whyUnitScore, false, at)
		case c.part == partSelf:
			m.leave(whySelf, false, at)
		case c.part == partLevel:
			m.leave(whyPeriodLevel, false, at)
		case c.part == partOther:
			m.leave(whyTwoTotals, false, at)
		case c.part == partAverage:
			averages = append(averages, c)
		default:
			all = m.periodCell(all, c, at)
		}
	}
	sum, n := 0, 0
	for _, s := range all {
		if m.addPeriod(s) {
			sum, n = sum+s.fact.Points, n+1
		}
	}
	for _, c := range averages {
		m.checkAverage(c, sum, n)
	}
}

// noScore is why a cell of points has none, "" where it has; refused says that it should.
func (m *meritReading) noScore(at place) (v int, why string, refused bool) {
	text := m.r.texts[at.col]
	if own := m.g.own(at.row, at.col); own != nil && own.Broken {
		return 0, whyBroken, true
	}
	v, ok := scoreValue(text)
	if !ok {
		if yes, known := Ticked(text); known && !yes {
			return 0, whyNoMark, false
		}
		return 0, whyNoScore, true
	}
	if v < 0 || v > mostScore {
		return 0, whyTooMany, true
	}
	return v, "", false
}

// periodCell reads one cell of points into the score of its period.
func (m *meritReading) periodCell(all []*periodScore, c periodColumn, at place) []*periodScore {
	v, why, refused := m.noScore(at)
	if why != "" {
		m.leave(why, refused, at)
		return all
	}
	i := slices.IndexFunc(all, func(s *periodScore) bool { return s.column.period == c.period && s.column.year == c.year })
	if i < 0 {
		i = len(all)
		all = append(all, &periodScore{column: c, fact: m.fact(FactPoints)})
	}
	s := all[i]
	switch {
	case c.part == partCommon && !s.fact.CommonGiven:
		s.fact.Common, s.fact.CommonGiven = v, true
	case c.part == partResult && !s.fact.ResultGiven:
		s.fact.Result, s.fact.ResultGiven = v, true
	case c.part == partTotal && !s.total:
		s.fact.Points, s.total = v, true
	default:
		m.leave(whyTwoTotals, false, at)
		return all
	}
	s.cells = append(s.cells, at)
	return all
}

// addPeriod keeps the score of one period; false where there is none.
func (m *meritReading) addPeriod(s *periodScore) bool {
	f := s.fact
	if !s.total {
		if !f.CommonGiven || !f.ResultGiven {
			m.leave(whyOnePart, true, s.cells...)
			return false
		}
		f.Points = f.Common + f.Result
	}
	main := s.cells[len(s.cells)-1]
	f.Source, f.Period, f.Year = m.r.texts[main.col], s.column.period, s.column.year
	if f.Year == 0 {
		f.Year, s.cells = m.oneYear(s.cells)
	}
	if s.total && f.CommonGiven && f.ResultGiven && f.Common+f.Result != f.Points {
		d := Doubt{
			Field: "points", Text: m.who.Name + " " + f.Period.Words() + ": " + f.Source, Proposal: pointsText(f.Common + f.Result), Holds: true,
			Why: "tổng ghi " + pointsText(f.Points) + ", cộng hai phần được " + pointsText(f.Common+f.Result) + ": điểm nào đúng?",
		}
		v, ok := m.doubt(&f, d, main)
		if !ok {
			m.leave(whySkipped, false, s.cells...)
			return false
		}
		m.chosenTotal(&f, v)
	}
	if f.Year == 0 {
		d := Doubt{Field: "year", Text: m.tableName(), Why: "bảng không ghi năm nào", Holds: true}
		v, ok := m.doubt(&f, d, main)
		if !ok {
			m.leave(whySkipped, false, s.cells...)
			return false
		}
		if spans := YearsOf(v); len(spans) > 0 {
			f.Year = spans[0].From
		}
	}
	s.fact = f
	m.add(f, s.cells...)
	return true
}

// chosenTotal takes the total that was answered; parts that do not make it are let go.
func (m *meritReading) chosenTotal(f *Fact, answer string) {
	v, ok := scoreValue(answer)
	if !ok || len(f.Doubts) > 0 {
		return
	}
	f.Points = v
	if f.Common+f.Result != v {
		f.Common, f.Result, f.CommonGiven, f.ResultGiven = 0, 0, false, false
	}
}

// checkAverage leaves an average, and says so where it is not that of the row's periods.
func (m *meritReading) checkAverage(c periodColumn, sum, n int) {
	at := place{m.r.row, c.number}
	text := m.r.texts[c.number]
	v, ok := scoreValue(text)
	folded := tdkt.Fold(c.text)
	mean := strings.Contains(folded, "trung binh") || strings.Contains(folded, "ca nam") || strings.HasPrefix(folded, "tb") || strings.HasPrefix(folded, "diem tb")
	if !ok || n == 0 || !mean || c.period != "" || strings.Contains(folded, "thang") || strings.Contains(folded, "quy") {
		m.leave(whyAverage, false, at)
		return
	}
	_, decimals, _ := strings.Cut(strings.Replace(text, ",", ".", 1), ".")
	near := []int{51, 6, 2}[min(len(decimals), 2)] * n // half a unit of its last digit, in hundredths
	if off := v*n - sum; off > near || off < -near {
		m.leave(whyAverageOff, true, at)
		return
	}
	m.leave(whyAverage, false, at)
}

// yearWhole says whether the list holds every month or quarter of a year, so that a class
// beside them is the year's.
func (t *tableReading) yearWhole() bool {
	months := map[int]bool{}
	for _, p := range t.periods {
		from, to := p.period.Months()
		for n := from; p.holds() && n != 0 && n <= to; n++ {
			months[n] = true
		}
	}
	const year = 12
	return len(months) == year
}

// besidePeriods reads what stands beside points by periods: the year's class where the whole
// year is there, and awards.
func (m *meritReading) besidePeriods() {
	m.periodPoints()
	if m.yearWhole() {
		m.ratings()
	}
	for _, c := range m.b.columns {
		if (c.field == "rating" || c.field == "levelx" || c.field == "ofyear") && m.rest[c.number] {
			m.leave(whyPeriodLevel, false, place{m.r.row, c.number})
			delete(m.rest, c.number)
		}
	}
	m.awards()
}
