package reports

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/paper"
	"tdkt/internal/tdkt"
)

// Todo is one thing to be done or looked at, and where it is done.
type Todo struct {
	What    string
	Who     string   // who is to do it, "" where that is nobody in particular
	Count   int      // how many it is about, 0 where that says nothing
	Due     tdkt.Day // 0: no day is set
	Late    bool
	At      Spot
	Subject tdkt.Subject // the first one it is about, where it is about somebody
	Title   string
}

// Spot is a part of the program that a Todo or a Bar leads to.
type Spot string

// The spots.
const (
	AtTasks       Spot = "tasks"
	AtStaff       Spot = "staff"
	AtPledges     Spot = "pledges"
	AtRatings     Spot = "ratings"
	AtPeriods     Spot = "periods"
	AtInitiatives Spot = "initiatives"
	AtAwards      Spot = "awards"
	AtOpinions    Spot = "opinions"
	AtExamples    Spot = "examples"
	AtComplaints  Spot = "complaints"
	AtPlans       Spot = "plans"
	AtCouncil     Spot = "council"
	AtDossiers    Spot = "dossiers"
	AtDecisions   Spot = "decisions"
	AtStatistics  Spot = "statistics"
	AtQuotas      Spot = "quotas"
	AtClosing     Spot = "closing" // the question whether to lock the year
)

// Overview is what is due, what is missing, and how the year stands in figures.
type Overview struct {
	Year   int
	Todos  []Todo
	Charts []Chart
}

// Chart is bars of one kind; Legend says what the parts of a bar are.
type Chart struct {
	Title  string
	Legend []string
	Bars   []Bar
	Empty  string
}

// Bar is a bar cut into parts, with the words around it and where its rows are.
type Bar struct {
	Label, Text string
	Parts       []int
	Cap         float64 // share of the bar where a cap stands, 0 for none
	Over        bool    // the cap is passed
	At          Spot
	Subject     tdkt.Subject
	Unit        tdkt.ID
	Year        int
	Title       string
}

// OverviewOf gathers the page of a year for a unit and those below it ("" for all); idle is
// for how many years a room must have got nothing to be named.
func OverviewOf(ctx context.Context, a *app.App, year int, unit tdkt.ID, idle int) (Overview, error) {
	m := &overviewMaker{v: a.View(), year: year, unit: unit, on: a.Today()}
	out := Overview{Year: year, Todos: m.todos(ctx)}
	if len(m.v.People) > 0 {
		out.Charts = []Chart{m.levels(), m.titles(), m.kept(), m.leaders(), m.idle(idle), m.promises()}
	}
	return out, ctx.Err()
}

// OverviewReport is the page of a year as it is printed on one sheet: the figures to be read
// first, what to do, and the charts.
func OverviewReport(ctx context.Context, a *app.App, year int, unit tdkt.ID, idle int) (paper.Report, error) {
	t, err := OverviewOf(ctx, a, year, unit, idle)
	if err != nil {
		return paper.Report{}, err
	}
	about := fmt.Sprintf("Năm %d", year)
	if unit != "" {
		about += ", " + a.View().UnitName(unit)
	}
	r := t.report(a.View().Org, about)
	for _, tile := range Tiles(ctx, a.View(), year, unit, a.Today()) {
		r.Figures = append(r.Figures, paper.Figure{Number: tile.Figure, Label: tile.Label})
	}
	return r, nil
}

// What one sheet has room for: the most urgent of what to do, and the first bars of a chart.
const printedTodos, printedBars = 12, 14

func (t Overview) report(org tdkt.Org, about string) paper.Report {
	r := paper.NewReport(org, "TÌNH HÌNH THI ĐUA, KHEN THƯỞNG", about)
	todo := paper.Part{
		Head: "Việc cần làm", Empty: "Không có việc nào đến hạn, không thiếu ai.",
		Columns: []paper.Column{{Head: "Việc", Share: 7}, {Head: "Ai làm", Share: 3}, {Head: "Số", Share: 1.2, Center: true}, {Head: "Hạn", Share: 2.2, Center: true}},
	}
	for i, x := range t.Todos {
		if i == printedTodos {
			todo.Rows = append(todo.Rows, []string{fmt.Sprintf("và %d việc nữa, xem ở trang Hôm nay", len(t.Todos)-i), "", "", ""})
			break
		}
		count, due := "", x.Due.String()
		if x.Count > 0 {
			count = fmt.Sprint(x.Count)
		}
		if x.Late {
			due += " (quá hạn)"
		}
		todo.Rows = append(todo.Rows, []string{x.What, x.Who, count, strings.TrimSpace(due)})
	}
	r.Parts = append(r.Parts, todo)
	for _, c := range t.Charts {
		p := paper.Part{Head: c.Title, Legend: c.Legend, Empty: c.Empty}
		for i, b := range c.Bars {
			if i == printedBars {
				p.Text = append(p.Text, fmt.Sprintf("%d dòng đầu trong %d.", i, len(c.Bars)))
				break
			}
			p.Bars = append(p.Bars, paper.Bar{Label: b.Label, Parts: b.Parts, Text: b.Text})
		}
		r.Parts = append(r.Parts, p)
	}
	return r
}

// overviewMaker gathers one page.
type overviewMaker struct {
	v    *view.View
	year int
	unit tdkt.ID
	on   tdkt.Day
}

// todos lists what to do, late first.
func (m *overviewMaker) todos(ctx context.Context) []Todo {
	if len(m.v.People) == 0 {
		return []Todo{{What: "Sổ chưa có cán bộ nào. Trước hết hãy thêm đơn vị và cán bộ, hoặc bấm “Nhập từ Excel” ở góc trên bên phải.", At: AtStaff}}
	}
	var out []Todo
	for _, t := range m.v.TasksOf(m.year, m.unit) {
		if t.Open() {
			out = append(out, Todo{What: t.Title, Who: m.v.OwnerOf(t), Due: t.Deadline, Late: t.Late(m.on), At: AtTasks})
		}
	}
	out = append(out, m.deadlines()...)
	out = append(out, UnsentPeriods(m.v, m.year, m.unit, m.on)...)
	out = append(out, m.missing()...)
	out = append(out, m.holds()...)
	out = append(out, m.openNeeds(ctx)...)
	out = append(out, m.opinions()...)
	out = append(out, m.books()...)
	slices.SortStableFunc(out, func(a, b Todo) int { return lateFirst(a.Late) - lateFirst(b.Late) })
	return out
}

func lateFirst(late bool) int {
	if late {
		return 0
	}
	return 1
}

// missing names who has not registered and who is not rated.
func (m *overviewMaker) missing() []Todo {
	pledged, rated := map[tdkt.Subject]bool{}, map[tdkt.Subject]bool{}
	for _, p := range m.v.Pledges {
		pledged[p.Subject] = pledged[p.Subject] || p.Year == m.year
	}
	for _, r := range m.v.Ratings {
		rated[r.Subject] = rated[r.Subject] || r.Year == m.year
	}
	noPledge := Todo{What: fmt.Sprintf("Chưa đăng ký thi đua năm %d", m.year), At: AtPledges}
	noRating := Todo{What: fmt.Sprintf("Chưa xếp loại năm %d", m.year), At: AtRatings}
	for _, p := range m.v.PeopleOf(m.year, m.unit) {
		s := tdkt.PersonSubject(p.ID)
		noPledge.count(s, !pledged[s])
		noRating.count(s, !rated[s])
	}
	y := m.v.YearOf(m.year)
	var out []Todo
	if noPledge.Count > 0 && !y.IsClosed(tdkt.PledgeBook) {
		out = append(out, noPledge)
	}
	if noRating.Count > 0 && !y.IsClosed(tdkt.RatingBook) {
		out = append(out, noRating)
	}
	return out
}

// count counts a subject where on; the first one is where the list opens.
func (t *Todo) count(s tdkt.Subject, on bool) {
	if !on {
		return
	}
	if t.Count == 0 {
		t.Subject = s
	}
	t.Count++
}

// opinions counts what leaders wrote and nobody answered.
func (m *overviewMaker) opinions() []Todo {
	waits := Todo{What: fmt.Sprintf("Ý kiến lãnh đạo năm %d chờ trả lời", m.year), At: AtOpinions}
	for _, o := range m.v.OpinionsOf(m.year) {
		waits.count(o.Subject, o.Open() && (o.Subject.ID == "" || m.inside(o.Subject)))
	}
	if waits.Count == 0 {
		return nil
	}
	return []Todo{waits}
}

// holds names the open cases.
func (m *overviewMaker) holds() []Todo {
	var out []Todo
	for _, h := range m.v.Holds {
		if (h.To == 0 || h.To >= m.on) && m.inside(h.Subject) {
			out = append(out, Todo{What: m.v.HoldWords(h), Count: 1, At: AtStaff, Subject: h.Subject})
		}
	}
	return out
}

func (m *overviewMaker) inside(s tdkt.Subject) bool {
	if m.unit == "" {
		return true
	}
	if s.Kind == tdkt.AUnit {
		return m.v.Facts.Within(s.ID, m.unit)
	}
	p, ok := m.v.Facts.Person(s.ID)
	return ok && m.v.Facts.Within(m.v.UnitIn(p, m.year), m.unit)
}

// openNeeds counts the nominations that wait for somebody's judgement.
func (m *overviewMaker) openNeeds(ctx context.Context) []Todo {
	todo := Todo{What: "Đề nghị còn tiêu chí chưa có người đánh giá", At: AtAwards}
	for _, n := range m.v.Nominations {
		if n.Year != m.year || !m.inside(n.Subject) || ctx.Err() != nil {
			continue
		}
		if res, err := m.v.Explain(n.Year, n.Subject, n.Title); err == nil && res.ManualOpen > 0 {
			if todo.Count == 0 {
				todo.Title = n.Title
			}
			todo.count(n.Subject, true)
		}
	}
	if todo.Count == 0 {
		return nil
	}
	return []Todo{todo}
}

// books names the books still open; once the year is over they are late.
func (m *overviewMaker) books() []Todo {
	spots := map[tdkt.Book]Spot{
		tdkt.PledgeBook: AtPledges, tdkt.RatingBook: AtRatings, tdkt.InitiativeBook: AtInitiatives, tdkt.TitleBook: AtAwards,
	}
	y := m.v.YearOf(m.year)
	var out []Todo
	for _, b := range tdkt.Books() {
		if !y.IsClosed(b) && tdkt.FirstDay(m.year) <= m.on {
			out = append(out, Todo{What: fmt.Sprintf("Chưa chốt %s năm %d", b.Words(), m.year), At: spots[b], Late: m.on > tdkt.LastDay(m.year)})
		}
	}
	return out
}

// soon is how many days before its day a deadline of the province is told of.
const soon = 60

// deadlines are the days the province's regulation sets, from two months before: late ones
// only until the round or the year is with the province.
func (m *overviewMaker) deadlines() []Todo {
	if m.unit != "" {
		return nil
	}
	var out []Todo
	for _, d := range m.v.Rules.Deadlines(m.year, m.v.Rounds) {
		if m.on.DaysTo(d.Due) > soon || m.on > d.Due && m.sent(d.Round) {
			continue
		}
		out = append(out, Todo{What: d.Name + " (" + d.Cite + ")", Due: d.Due, Late: m.on > d.Due, At: AtDossiers})
	}
	return out
}

// sent says whether nothing of a round, "" for the year's own, waits to be sent to the
// province.
func (m *overviewMaker) sent(round tdkt.ID) bool {
	for _, n := range m.v.Nominations {
		c, ok := m.v.Rules.CodeOf(n.Title, n.Year)
		waits := n.State == tdkt.Proposed || n.State == tdkt.Considered || n.State == tdkt.Approved
		if n.Year == m.year && (round == "" || n.Round == round) && waits && ok && c.Level != dossier.OwnLevel {
			return false
		}
	}
	return true
}
