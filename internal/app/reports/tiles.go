package reports

import (
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tile is one figure of the first page, what it counts, and where its rows are.
type Tile struct {
	Figure, Label string
	Good, Bad     bool // Bad is wrong, Good is as it should be
	Open          bool // something is missing
	At            Spot
	Subject       tdkt.Subject
	Title         string
	Missing       bool
}

// Tiles are the figures of a year for a unit and those below it: who may get the title
// that most may get, what lacks data, what is late, which cap is broken, what waits.
func Tiles(ctx context.Context, v *view.View, year int, unit tdkt.ID, on tdkt.Day) []Tile {
	if len(v.People) == 0 {
		return nil
	}
	m := &overviewMaker{v: v, year: year, unit: unit, on: on}
	var out []Tile
	if g, err := v.Rules.Criteria(year); err == nil && len(g.Titles) > 0 {
		out = append(out, m.eligible(ctx, g.Titles[0])...)
	}
	out = append(out, m.lateTile())
	if t, ok := m.capTile(); ok {
		out = append(out, t)
	}
	return append(out, m.namedTile())
}

// eligible counts who may get a title, and for whom that cannot be said.
func (m *overviewMaker) eligible(ctx context.Context, title *law.Title) []Tile {
	yes := Tile{Label: "đủ điều kiện " + title.Name, Good: true, At: AtAwards, Title: title.Code, Subject: tdkt.Subject{Kind: title.Kind}}
	open := Tile{Label: "thiếu dữ liệu để xét " + title.Name, At: AtAwards, Title: title.Code, Subject: tdkt.Subject{Kind: title.Kind}}
	results, err := m.v.Answers(ctx, m.year)
	if err != nil {
		return nil
	}
	n, unknown := 0, 0
	for r := range results.Of(title.Kind, title.Code) {
		if !m.inside(r.Subject) {
			continue
		}
		switch r.Answer {
		case law.Yes:
			n++
		case law.Unknown:
			if unknown == 0 {
				open.Subject = r.Subject
			}
			unknown++
		case law.No, law.Manual:
		}
	}
	yes.Figure, open.Figure, open.Open = fmt.Sprint(n), fmt.Sprint(unknown), unknown > 0
	return []Tile{yes, open}
}

func (m *overviewMaker) lateTile() Tile {
	late := 0
	for _, t := range m.v.TasksOf(m.year, m.unit) {
		if t.Late(m.on) {
			late++
		}
	}
	return Tile{Figure: fmt.Sprint(late), Label: "việc của kế hoạch quá hạn", Bad: late > 0, Missing: late > 0, At: AtTasks}
}

// capTile is the cap of the year that is broken the most, else how many there are.
func (m *overviewMaker) capTile() (Tile, bool) {
	caps, err := m.v.Quotas(m.year)
	if err != nil {
		return Tile{}, false
	}
	known, over, name := 0, 0, ""
	for _, c := range caps {
		if !c.Known {
			continue
		}
		known++
		if more := c.Chosen - c.Cap; more > over {
			over, name = more, fmt.Sprintf("vượt chỉ tiêu %s (%d, tối đa %d)", m.v.TitleName(c.Title), c.Chosen, c.Cap)
		}
	}
	switch {
	case known == 0:
		return Tile{}, false
	case over > 0:
		return Tile{Figure: fmt.Sprintf("+%d", over), Label: name, Bad: true, At: AtQuotas}, true
	}
	return Tile{Figure: "0", Label: "đề nghị vượt chỉ tiêu", Good: true, At: AtQuotas}, true
}

// namedTile is what was put forward, and how much of it the Council has not seen.
func (m *overviewMaker) namedTile() Tile {
	t := Tile{At: AtCouncil}
	named, waits := 0, 0
	for _, n := range m.v.Nominations {
		if n.Year != m.year || !n.State.PutForward() || !m.inside(n.Subject) {
			continue
		}
		named++
		if AwaitsCouncil(m.v, n) {
			waits++
		}
	}
	t.Figure, t.Label = fmt.Sprint(named), "đề nghị khen thưởng"
	if waits > 0 {
		t.Label += fmt.Sprintf(", %d chờ Hội đồng", waits)
	}
	return t
}
