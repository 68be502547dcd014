package reports

import (
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// promises are the figures by which a plan is held to what it asks for: awards beside
// those of the yearly rating, good deeds that were rewarded and how soon, decisions and
// how long after the year, complaints settled in time.
func (m *overviewMaker) promises() Chart {
	c := Chart{
		Title:  fmt.Sprintf("Yêu cầu của kế hoạch, năm %d", m.year),
		Legend: []string{"Đạt", "Chưa đạt hoặc còn lại"},
		Empty:  "Chưa có khen thưởng, gương điển hình hay đơn thư nào của năm.",
	}
	for _, b := range []Bar{m.special(), m.deeds(), m.prompt(), m.settled()} {
		if total(b.Parts) > 0 {
			c.Bars = append(c.Bars, b)
		}
	}
	return c
}

// given are the awards of the year that stand.
func (m *overviewMaker) given() []tdkt.Award {
	var out []tdkt.Award
	for _, w := range m.v.Awards {
		if w.To == m.year && !w.Revoked && m.inside(w.Subject) {
			out = append(out, w)
		}
	}
	return out
}

// special are the awards for a theme or a deed, among all of the year.
func (m *overviewMaker) special() Bar {
	b := Bar{Label: "Khen chuyên đề, đột xuất", Parts: []int{0, 0}, At: AtAwards}
	for _, w := range m.given() {
		b.Parts[missPlace(w.Manner != tdkt.MannerTheme && w.Manner != tdkt.MannerDeed)]++
	}
	b.Text = fmt.Sprintf("%d/%d lượt", b.Parts[0], total(b.Parts))
	return b
}

func missPlace(missed bool) int {
	if missed {
		return 1
	}
	return 0
}

// deeds are the good examples of the year with somebody to reward, and how long it took
// from the deed to the decision where both have a day.
func (m *overviewMaker) deeds() Bar {
	b := Bar{Label: "Gương, mô hình được khen", Parts: []int{0, 0}, At: AtExamples}
	var days []int
	for _, e := range m.v.Examples {
		if e.Year != m.year || e.Manner == "" || e.Subject.ID == "" || !m.inside(e.Subject) {
			continue
		}
		w, ok := m.rewarded(e)
		b.Parts[missPlace(!ok)]++
		if ok && e.Date != 0 && w.Date >= e.Date {
			days = append(days, e.Date.DaysTo(w.Date))
		}
	}
	b.Text = fmt.Sprintf("%d/%d", b.Parts[0], total(b.Parts))
	if n := len(days); n > 0 {
		b.Text += fmt.Sprintf(", sau %d ngày", middle(days))
	}
	return b
}

// rewarded is the award of an example's own manner that its subject got after it.
func (m *overviewMaker) rewarded(e tdkt.Example) (tdkt.Award, bool) {
	for _, w := range m.v.Awards {
		if w.Subject == e.Subject && w.Manner == e.Manner && !w.Revoked && w.To == e.Year {
			return w, true
		}
	}
	return tdkt.Award{}, false
}

// prompt is how long after the end of the year of achievement its decisions came; those
// without a day are the part that is left.
func (m *overviewMaker) prompt() Bar {
	b := Bar{Label: "Có ngày quyết định", Parts: []int{0, 0}, At: AtAwards}
	var days []int
	for _, w := range m.given() {
		b.Parts[missPlace(w.Date == 0)]++
		if w.Date != 0 {
			days = append(days, max(tdkt.LastDay(w.To).DaysTo(w.Date), 0))
		}
	}
	b.Text = fmt.Sprintf("%d/%d", b.Parts[0], total(b.Parts))
	switch n := len(days); {
	case n > 0 && middle(days) == 0:
		b.Text += ", ngay trong năm"
	case n > 0:
		b.Text += fmt.Sprintf(", %d ngày sau 31/12", middle(days))
	}
	return b
}

// settled are the complaints that came in the year: closed by their day, or else late or
// open.
func (m *overviewMaker) settled() Bar {
	b := Bar{Label: "Đơn thư giải quyết đúng hạn", Parts: []int{0, 0}, At: AtComplaints}
	for _, c := range m.v.Complaints {
		if c.Received.Year() != m.year || !m.inside(c.Subject) {
			continue
		}
		b.Parts[missPlace(c.Open() || c.Deadline != 0 && c.Closed > c.Deadline)]++
	}
	b.Text = fmt.Sprintf("%d/%d", b.Parts[0], total(b.Parts))
	return b
}

// middle is the median of some numbers.
func middle(list []int) int {
	slices.Sort(list)
	return list[len(list)/2]
}
