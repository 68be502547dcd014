package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// CardYear is one year of a subject's life sheet.
type CardYear struct {
	Year        int
	Pledges     []string // names of titles
	Rating      string   // level, "" when none entered
	Initiatives []string
	Awards      []string
	Events      []string // posts, absences, discipline, holds, nominations
}

// Card (lý lịch thi đua) is everything known about one person or unit, newest year first.
type Card struct {
	Subject    tdkt.Subject
	Name, Code string
	Facts      []string // birth, unit, position, service: whole phrases
	Years      []CardYear
}

// CardOf gathers a subject's life sheet.
func CardOf(v *view.View, s tdkt.Subject) Card {
	c := &CardMaker{V: v, s: s, years: map[int]*CardYear{}}
	card := Card{Subject: s, Name: v.Facts.NameOf(s), Code: v.Facts.CodeOf(s)}
	if p, ok := v.Facts.Person(s.ID); ok && s.Kind == tdkt.APerson {
		card.Facts = personFacts(v, p)
		c.personEvents()
	}
	if u, ok := v.Facts.Unit(s.ID); ok && s.Kind == tdkt.AUnit {
		card.Facts = unitFacts(v, u)
	}
	c.merits()
	c.nominations()
	for _, y := range c.years {
		card.Years = append(card.Years, *y)
	}
	if s.Kind == tdkt.AUnit {
		for i, y := range card.Years {
			n := len(v.Facts.Members(s.ID, tdkt.LastDay(y.Year)))
			card.Years[i].Events = append(y.Events, fmt.Sprintf("%d người trong danh sách ngày 31/12", n))
		}
	}
	slices.SortFunc(card.Years, func(a, b CardYear) int { return cmp.Compare(b.Year, a.Year) })
	return card
}

func personFacts(v *view.View, p tdkt.Person) []string {
	var out []string
	add := func(label, value string) {
		if value == "" {
			value = "chưa nhập"
		}
		out = append(out, label+": "+value)
	}
	add("Ngày sinh", view.BirthWords(p))
	add("Đơn vị", v.UnitName(p.Unit))
	add("Chức vụ", p.Position)
	add("Đối tượng", string(p.Employment))
	add("Số CCCD", MaskCCCD(p.CCCD))
	add("Ngày vào làm", p.Start.String())
	if p.End != 0 {
		add("Ngày thôi việc", p.End.String())
	}
	for _, t := range tdkt.PersonTexts() {
		if text := *t.Of(&p); text != "" {
			add(t.Label, text)
		}
	}
	return out
}

func unitFacts(v *view.View, u tdkt.Unit) []string {
	out := []string{
		"Trực thuộc: " + cmp.Or(v.UnitName(u.Parent), "không"), "Loại: " + cmp.Or(u.Kind, "chưa nhập"),
		"Ngày thành lập: " + cmp.Or(u.Founded.String(), "chưa nhập"),
	}
	if u.Closed != 0 {
		out = append(out, "Ngày kết thúc hoạt động: "+u.Closed.String())
	}
	if u.Into != "" {
		counted := " (lịch sử không tính sang)"
		if u.Counts {
			counted = " (lịch sử tính sang)"
		}
		out = append(out, "Đã nhập vào: "+v.UnitName(u.Into)+counted)
	}
	return out
}

// MaskCCCD hides the middle of a CCCD for the screen: 079••••••231.
func MaskCCCD(s string) string {
	if len(s) < 6 {
		return s
	}
	return s[:3] + strings.Repeat("•", len(s)-6) + s[len(s)-3:]
}

// CardMaker gathers what stands on the card of a subject, year by year.
type CardMaker struct {
	V     *view.View
	s     tdkt.Subject
	years map[int]*CardYear
}

func (c *CardMaker) year(y int) *CardYear {
	if c.years[y] == nil {
		c.years[y] = &CardYear{Year: y}
	}
	return c.years[y]
}

func (c *CardMaker) merits() {
	for _, p := range c.V.Pledges {
		if p.Subject == c.s {
			c.year(p.Year).Pledges = append(c.year(p.Year).Pledges, c.V.TitleName(p.Title))
		}
	}
	for _, r := range c.V.Ratings {
		if r.Subject == c.s {
			c.year(r.Year).Rating = LevelName(r.Level)
		}
	}
	for _, w := range c.V.Awards {
		if w.Subject == c.s {
			c.year(w.To).Awards = append(c.year(w.To).Awards, c.Award(w))
		}
	}
	for _, h := range c.V.Holds {
		if h.Subject == c.s {
			c.event(h.From, "Tạm dừng xét từ %s%s: %s", h.From, view.Until(h.To), h.Reason)
		}
	}
}

func (c *CardMaker) nominations() {
	for _, n := range c.V.Nominations {
		if n.Subject == c.s {
			y := c.year(n.Year)
			y.Events = append(y.Events, fmt.Sprintf("%s: %s", c.V.TitleName(n.Title), view.Joined(string(n.State), n.Date.String(), n.Reason)))
		}
	}
}

// Award says what was given for which years and by which decision.
func (c *CardMaker) Award(w tdkt.Award) string {
	text := c.V.TitleName(w.Code)
	if w.From != w.To {
		text += fmt.Sprintf(" (%d–%d)", w.From, w.To)
	}
	if w.Decision != "" {
		text += ", QĐ " + w.Decision
	}
	if w.Date != 0 {
		text += " ngày " + w.Date.String()
	}
	if w.Revoked {
		text += " – đã hủy"
	}
	return text
}

func (c *CardMaker) personEvents() {
	for _, i := range c.V.Initiatives {
		if i.Person == c.s.ID {
			y := c.year(i.Year)
			y.Initiatives = append(y.Initiatives, fmt.Sprintf("%s (%s, cấp %s)", i.Title, i.Kind, i.Scope))
		}
	}
	for _, p := range c.V.Posts {
		if p.Person == c.s.ID {
			c.event(p.From, "Công tác tại %s từ %s%s", c.V.UnitName(p.Unit), p.From, view.Until(p.To))
		}
	}
	for _, d := range c.V.Disciplines {
		if d.Person == c.s.ID {
			c.event(d.Date, "Kỷ luật %s ngày %s%s", d.Form, d.Date, view.Prefixed(", quyết định", d.Decision))
		}
	}
	for _, n := range c.V.Absences {
		if n.Person == c.s.ID {
			c.event(n.From, "Nghỉ %s từ %s%s", n.Kind, n.From, view.Until(n.To))
		}
	}
}

func (c *CardMaker) event(day tdkt.Day, format string, args ...any) {
	y := c.year(day.Year())
	y.Events = append(y.Events, fmt.Sprintf(format, args...))
}
