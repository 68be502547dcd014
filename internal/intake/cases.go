package intake

import (
	"regexp"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

var ofParty = regexp.MustCompile(`về đảng|đảng viên|\(đảng\)|trong đảng`)

// discipline reads a penalty.
func (m *meritReading) discipline() {
	c, at := m.take("penalty")
	if c == nil {
		return
	}
	f := m.fact(FactDiscipline)
	f.Source = tdkt.Clean(c.Text)
	cells := append([]place{at}, m.decAt...)
	m.used = true
	f.Decision, f.Date = m.decision.Number, m.decision.Date
	if ofParty.MatchString(strings.ToLower(f.Source)) || strings.Contains(f.Decision, "/ĐU") || strings.Contains(f.Decision, "/UBKT") {
		f.Value = string(tdkt.ByParty)
	}
	text := strings.TrimPrefix(tdkt.Fold(f.Source), "ky luat ")
	for _, p := range tdkt.Penalties() {
		if strings.Contains(text, tdkt.Fold(string(p))) {
			f.Penalty = p
		}
	}
	if f.Penalty == "" {
		v, ok := m.doubt(&f, Doubt{Field: "penalty", Text: f.Source, Why: "không có hình thức kỷ luật “" + f.Source + "”", Holds: true}, at)
		for _, p := range tdkt.Penalties() {
			if ok && tdkt.Fold(v) == tdkt.Fold(string(p)) {
				f.Penalty = p
			}
		}
	}
	if from, fat := m.take("fromday"); from != nil && f.Date == 0 {
		f.Date, cells = ReadDate(from.Text, firstAwardYear, lastAwardYear).Day, append(cells, fat)
	}
	if f.Date == 0 {
		if v, ok := m.doubt(&f, Doubt{Field: "date", Text: m.who.Name + ": " + f.Source, Why: "không có ngày quyết định kỷ luật", Holds: true}, at); ok {
			f.Date = ReadDate(v, firstAwardYear, lastAwardYear).Day
		}
	}
	f.Year = f.Date.Year()
	m.add(f, cells...)
}

// absence reads a stretch away from work.
func (m *meritReading) absence() {
	f := m.fact(FactAbsence)
	var cells []place
	for _, part := range []struct {
		field string
		into  *tdkt.Day
	}{{"fromday", &f.FromDay}, {"today", &f.ToDay}} {
		if c, at := m.take(part.field); c != nil {
			*part.into = c.Day
			if c.Day == 0 {
				*part.into = ReadDate(c.Text, firstAwardYear, lastAwardYear).Day
			}
			cells = append(cells, at)
		}
	}
	if c, at := m.take("period"); c != nil {
		f.FromDay, f.ToDay = m.stretch(tdkt.Clean(c.Text))
		cells = append(cells, at)
	}
	if c, at := m.take("absence"); c != nil {
		f.Value = tdkt.Clean(c.Text)
		cells = append(cells, at)
	}
	if len(cells) == 0 {
		return
	}
	f.Source = m.g.text(cells[0].row, cells[0].col)
	if f.FromDay == 0 || f.ToDay == 0 {
		d := Doubt{Field: "absence", Text: m.who.Name + ": " + f.Source, Proposal: m.monthsAway(), Why: "nghỉ từ ngày nào đến ngày nào", Holds: true}
		if v, ok := m.doubt(&f, d, cells[0]); ok {
			if days := DaysOf(v); len(days) == 2 {
				f.FromDay, f.ToDay = days[0], days[1]
			}
		}
	}
	f.Year = f.FromDay.Year()
	m.add(f, cells...)
}

// sharedYear are two days of which only the second has its year: "10/3 - 25/3/2023".
var sharedYear = regexp.MustCompile(`(\d{1,2})\s*[/.]\s*(\d{1,2})\s*(?:-|–|đến(?:\s+hết)?(?:\s+ngày)?)\s*(\d{1,2})\s*[/.]\s*(\d{1,2})(?:\s*[/.]\s*((?:19|20)\d\d))?(?:\D|$)`)

// stretch reads the two days of a text; a year that stands once, or above the table, is that
// of both.
func (m *meritReading) stretch(text string) (from, to tdkt.Day) {
	if days := DaysOf(text); len(days) == 2 {
		return days[0], days[1]
	}
	p := sharedYear.FindStringSubmatch(text)
	if p == nil {
		return 0, 0
	}
	num := func(s string) int { v, _ := strconv.Atoi(s); return v }
	year := num(p[5])
	if year == 0 {
		year = m.year
	}
	if year == 0 {
		return 0, 0
	}
	last, err := tdkt.MakeDay(year, num(p[4]), num(p[3]))
	first, err2 := tdkt.MakeDay(year, num(p[2]), num(p[1]))
	if err2 == nil && first > last {
		first, err2 = tdkt.MakeDay(year-1, num(p[2]), num(p[1]))
	}
	if err != nil || err2 != nil {
		return 0, 0
	}
	return first, last
}

// monthsAway proposes whole months where only months are written: 01/2023 to 03/2023.
func (m *meritReading) monthsAway() string {
	var days [2]tdkt.Day
	for i, field := range []string{"fromday", "today"} {
		col := m.b.col(field)
		if col == 0 {
			return ""
		}
		d := ReadDate(m.b.text(m.r.row, col), firstAwardYear, lastAwardYear)
		day := d.Day
		if day == 0 && d.Month != 0 {
			day, _ = tdkt.MakeDay(d.Year, d.Month, 1)
			if i == 1 {
				day = day.AddMonths(1).Prev()
			}
		}
		if day == 0 {
			return ""
		}
		days[i] = day
	}
	return days[0].String() + " - " + days[1].String()
}
