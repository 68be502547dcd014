package reports

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// yearsShown is over how many years the titles are drawn.
const yearsShown = 5

// levels is the ratings by room.
func (m *overviewMaker) levels() Chart {
	c := Chart{Title: fmt.Sprintf("Xếp loại theo phòng, năm %d", m.year), Empty: "Chưa có ai trong danh sách của năm."}
	for _, l := range tdkt.Levels() {
		c.Legend = append(c.Legend, strings.TrimSuffix(LevelName(l), " nhiệm vụ"))
	}
	c.Legend = append(c.Legend, "Chưa xếp loại")
	most := 0
	if s, err := m.v.Rules.RatingScheme(tdkt.CivilServant, m.year); err == nil && s.Cap.Percent > 0 {
		most = s.Cap.Percent
		c.Title += fmt.Sprintf(" · vạch: %d%% số hoàn thành tốt trở lên", most)
	}
	level := map[tdkt.ID]tdkt.Level{}
	for _, r := range m.v.Ratings {
		if r.Year == m.year {
			level[r.Subject.ID] = r.Level
		}
	}
	byUnit := map[tdkt.ID][]int{}
	for _, p := range m.v.PeopleOf(m.year, m.unit) {
		at := m.v.UnitIn(p, m.year)
		if byUnit[at] == nil {
			byUnit[at] = make([]int, len(c.Legend))
		}
		place := slices.Index(tdkt.Levels(), level[p.ID])
		if place < 0 {
			place = len(tdkt.Levels())
		}
		byUnit[at][place]++
	}
	for _, n := range m.v.UnitTree() {
		if parts := byUnit[n.ID]; parts != nil {
			share, over := capShare(parts, most)
			c.Bars = append(c.Bars, Bar{Label: n.Name, Parts: parts, Text: levelText(parts), At: AtRatings, Unit: n.ID, Cap: share, Over: over})
		}
	}
	return c
}

// levelText is the best level with its share, and how many lack a level.
func levelText(parts []int) string {
	all, none := total(parts), parts[len(parts)-1]
	if none == all {
		return "chưa xếp loại"
	}
	text := fmt.Sprintf("%s %d/%d (%s)", tdkt.Levels()[0], parts[0], all, percent(parts[0], all))
	if none > 0 {
		text += fmt.Sprintf(", %d chưa xếp loại", none)
	}
	return text
}

// capShare is where on a bar the cap of the best level stands: a share of those rated well
// or better; over says that more have it.
func capShare(parts []int, percent int) (share float64, over bool) {
	const whole = 100
	good, all := parts[0]+parts[1], total(parts)
	if percent == 0 || good == 0 {
		return 0, false
	}
	return float64(percent*good) / float64(whole*all), parts[0]*whole > percent*good
}

// percent is a share in hundredths, rounded to one decimal.
func percent(n, of int) string {
	tenths := (n*2000/max(of, 1) + 1) / 2
	if tenths%10 == 0 {
		return fmt.Sprintf("%d%%", tenths/10)
	}
	return fmt.Sprintf("%d,%d%%", tenths/10, tenths%10)
}

func total(list []int) int {
	n := 0
	for _, x := range list {
		n += x
	}
	return n
}

// titles is what was given in each of the last years, to people and to units.
func (m *overviewMaker) titles() Chart {
	c := Chart{
		Title:  "Danh hiệu, hình thức khen thưởng theo năm",
		Legend: []string{"Cá nhân", "Tập thể"}, Empty: "Chưa có danh hiệu, hình thức nào.",
	}
	for year := m.year - yearsShown + 1; year <= m.year; year++ {
		b := Bar{Label: fmt.Sprint(year), Parts: []int{0, 0}, At: AtAwards, Year: year}
		for _, w := range m.v.Awards {
			if w.To == year && !w.Revoked && m.inside(w.Subject) {
				b.Parts[kindPlace(w.Subject.Kind)]++
			}
		}
		b.Text = fmt.Sprint(total(b.Parts))
		c.Bars = append(c.Bars, b)
	}
	return c
}

func kindPlace(k tdkt.SubjectKind) int {
	if k == tdkt.AUnit {
		return 1
	}
	return 0
}

// kept is what was pledged against what was given, title by title.
func (m *overviewMaker) kept() Chart {
	c := Chart{
		Title:  fmt.Sprintf("Đã đăng ký và đã đạt, năm %d", m.year),
		Legend: []string{"Đã đạt", "Chưa đạt"}, Empty: "Chưa có ai đăng ký thi đua.",
	}
	at, given := map[string]int{}, map[string]map[tdkt.Subject]tdkt.Award{}
	for _, p := range m.v.Pledges {
		if p.Year != m.year || !m.inside(p.Subject) {
			continue
		}
		if given[p.Title] == nil {
			given[p.Title] = m.v.GivenIn(m.year, p.Title)
			at[p.Title] = len(c.Bars)
			c.Bars = append(c.Bars, Bar{Label: m.v.TitleName(p.Title), Parts: []int{0, 0}, At: AtPledges, Title: p.Title, Subject: tdkt.Subject{Kind: p.Subject.Kind}})
		}
		if _, ok := given[p.Title][p.Subject]; ok {
			c.Bars[at[p.Title]].Parts[0]++
		} else {
			c.Bars[at[p.Title]].Parts[1]++
		}
	}
	for i, b := range c.Bars {
		c.Bars[i].Text = fmt.Sprintf("%d/%d", b.Parts[0], total(b.Parts))
	}
	return c
}

// leaders is the share of leaders on the roll against their share of the awards.
func (m *overviewMaker) leaders() Chart {
	c := Chart{
		Title:  fmt.Sprintf("Tỷ lệ lãnh đạo trong số được tặng, năm %d", m.year),
		Legend: []string{"Lãnh đạo", "Không giữ chức vụ lãnh đạo"}, Empty: "Chưa có ai trong danh sách của năm.",
	}
	roll := Bar{Label: "Trong danh sách cán bộ", Parts: []int{0, 0}, At: AtStaff}
	for _, p := range m.v.PeopleOf(m.year, m.unit) {
		roll.Parts[leaderPlace(p)]++
	}
	given := Bar{Label: "Lượt được tặng", Parts: []int{0, 0}, At: AtAwards}
	for _, w := range m.v.Awards {
		if p, ok := m.v.Facts.Person(w.Subject.ID); ok && w.To == m.year && !w.Revoked && m.inside(w.Subject) {
			given.Parts[leaderPlace(p)]++
		}
	}
	for _, b := range []Bar{roll, given} {
		if n := total(b.Parts); n > 0 {
			b.Text = fmt.Sprintf("%d/%d (%s)", b.Parts[0], n, tdkt.Share(b.Parts[0], n))
		}
		c.Bars = append(c.Bars, b)
	}
	return c
}

func leaderPlace(p tdkt.Person) int {
	if p.Leader {
		return 0
	}
	return 1
}

// idle is the rooms that got nothing for so many years up to the year; the bar is how
// many years it has been, as far as the data go.
func (m *overviewMaker) idle(years int) Chart {
	c := Chart{
		Title: fmt.Sprintf("Phòng, đơn vị chưa được tặng gì trong %d năm gần nhất", years),
		Empty: "Không có: đơn vị nào cũng được tặng ít nhất một lần.",
	}
	last := map[tdkt.ID]int{}
	for _, w := range m.v.Awards {
		if w.Subject.Kind == tdkt.AUnit && !w.Revoked && w.To <= m.year {
			last[w.Subject.ID] = max(last[w.Subject.ID], w.To)
		}
	}
	for _, u := range m.v.UnitsOf(m.year, m.unit) {
		if last[u.ID] > m.year-years || u.Founded.Year() > m.year-years {
			continue
		}
		b := Bar{Label: u.Name, Parts: []int{years}, Text: "chưa có lần nào trong sổ", At: AtStaff, Subject: tdkt.UnitSubject(u.ID)}
		if y := last[u.ID]; y > 0 {
			b.Parts[0], b.Text = m.year-y, fmt.Sprintf("lần cuối năm %d", y)
		}
		c.Bars = append(c.Bars, b)
	}
	return c
}
