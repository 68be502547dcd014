package reports

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/paper"
	"tdkt/internal/tdkt"
)

// Briefing is a year as a director reads it in five minutes: the figures, what needs a word,
// what was put forward, what changed since the package before, and what the folder for the
// province lacks.
type Briefing struct {
	Year     int
	Headline string
	Tiles    []Tile
	Since    string // the package before: “gói 15/11/2026”; "" where there is none
	Asked    []BriefLine
	Named    []BriefLine
	Changed  []BriefLine
	Ready    []BriefLine
	Sum      string // what changed, in one line
	Folder   string // how far the folder is, in one line
}

// BriefLine is one thing to read, which a leader may say something about.
type BriefLine struct {
	Who, What string // Who is whom it is about, What the rest of the sentence
	Cite      string
	Bad       bool
	Subject   tdkt.Subject
	Title     string
	Opinion   *tdkt.Opinion // what a leader said of it last; nil for nothing
}

// Words are the line as a sentence.
func (l BriefLine) Words() string {
	if l.Who == "" {
		return l.What
	}
	return l.Who + ": " + l.What
}

// About is an opinion on the line that was not written yet. One about nobody in particular
// begins with the line it is about.
func (l BriefLine) About(year int) tdkt.Opinion {
	if l.Opinion != nil {
		return *l.Opinion
	}
	return tdkt.Opinion{Year: year, Subject: l.Subject, Title: l.Title}
}

// Said is an opinion on the line with what somebody says.
func (l BriefLine) Said(year int, v tdkt.Verdict, text string) tdkt.Opinion {
	o := l.About(year)
	o.Verdict, o.Text = v, tdkt.Clean(text)
	if l.Subject.ID == "" {
		o.Text = strings.TrimSuffix(l.topic()+" "+o.Text, " ")
	}
	return o
}

// topic begins what is said about a line that is about nobody.
func (l BriefLine) topic() string { return "“" + l.Words() + "”" }

// OwnWords is what was said of the line, without the line itself.
func (l BriefLine) OwnWords() string {
	if l.Opinion == nil {
		return ""
	}
	return strings.TrimSpace(strings.TrimPrefix(l.Opinion.Text, l.topic()))
}

// BriefingOf gathers the page of a year.
func BriefingOf(ctx context.Context, a *app.App, year int) (Briefing, error) {
	m := &briefMaker{a: a, v: a.View(), year: year, on: a.Today()}
	b := Briefing{Year: year}
	if err := m.gather(ctx); err != nil {
		return b, err
	}
	b.Asked, b.Named = m.asked(), m.named()
	b.Ready, b.Folder = m.folder()
	now := m.figures(ctx)
	b.Tiles = now.tiles(nil)
	before, at, err := before(ctx, a)
	if err != nil {
		return b, err
	}
	if before != nil {
		old := &briefMaker{a: a, v: before, year: year, on: m.on}
		if err := old.gather(ctx); err != nil {
			return b, err
		}
		then := old.figures(ctx)
		b.Since, b.Tiles = "gói "+at.Format("02/01/2006"), now.tiles(&then)
		b.Changed, b.Sum = changesBetween(ctx, old, m)
	}
	b.Headline = m.headline(ctx, b.Asked)
	m.opinions(b.Asked, b.Named, b.Changed, b.Ready)
	return b, ctx.Err()
}

// before is the view of the package before this one; nil where there is none.
func before(ctx context.Context, a *app.App) (*view.View, time.Time, error) {
	if a.Before == nil {
		return nil, time.Time{}, nil
	}
	data, at, err := a.Before(ctx)
	if err != nil || data == nil {
		return nil, at, err
	}
	return view.NewView(data, a.View().Statute), at, nil
}

// briefMaker gathers one page.
type briefMaker struct {
	a    *app.App
	v    *view.View
	year int
	on   tdkt.Day

	cases []dossier.Standing
	sent  *dossier.Submission // of the year's own round; nil where the year has no rules
	all   *law.Verdicts
}

func (m *briefMaker) gather(ctx context.Context) (err error) {
	if m.all, err = m.v.Answers(ctx, m.year); err != nil {
		return err
	}
	for _, r := range m.v.RoundsOf(m.year) {
		in, err := m.a.RoundInput(m.v, r)
		if err != nil {
			return err
		}
		list, err := dossier.Standings(in)
		if err != nil {
			return err
		}
		m.cases = append(m.cases, list...)
	}
	in, err := m.a.RoundInput(m.v, tdkt.YearEndRound(m.year))
	if err == nil {
		m.sent, err = dossier.Build(ctx, in)
	}
	return err
}

// headline says which step the year is at, and how much waits for a word.
func (m *briefMaker) headline(ctx context.Context, asked []BriefLine) string {
	step := m.step(ctx)
	n := 0
	for _, l := range asked {
		if l.Bad {
			n++
		}
	}
	if n == 0 {
		return fmt.Sprintf("Năm %d: %s, không có gì vướng", m.year, step)
	}
	return fmt.Sprintf("Năm %d: %s, còn %d việc vướng", m.year, step, n)
}

// step is how far the year is: a plan with late tasks does not hold up what comes after it.
func (m *briefMaker) step(ctx context.Context) string {
	late := ""
	for _, s := range YearSteps(ctx, m.v, m.year, m.on) {
		switch {
		case s.State == StepNow, s.State == StepLate && s.At != AtTasks:
			return "đang ở bước " + s.Name
		case s.State == StepLate:
			late = "mọi bước đã xong, kế hoạch còn việc trễ"
		}
	}
	return cmp.Or(late, "đã tổng kết")
}

// opinions puts beside each line what a leader said of it last.
func (m *briefMaker) opinions(lists ...[]BriefLine) {
	last := map[view.Aim]tdkt.Opinion{}
	about := map[string]tdkt.Opinion{} // those about nobody, by the line they begin with
	for _, o := range m.v.Opinions {
		if o.Year != m.year {
			continue
		}
		key := view.Aim{Subject: o.Subject, Title: o.Title}
		if old, known := last[key]; o.Subject.ID != "" && (!known || old.Date <= o.Date) {
			last[key] = o
		}
		if end := strings.Index(o.Text, "”"); o.Subject.ID == "" && end > 0 {
			about[o.Text[:end+len("”")]] = o
		}
	}
	for _, list := range lists {
		for i := range list {
			o, said := last[view.Aim{Subject: list[i].Subject, Title: list[i].Title}]
			if list[i].Subject.ID == "" {
				o, said = about[list[i].topic()]
			}
			if said {
				list[i].Opinion = &o
			}
		}
	}
}

// How many lines of a part are printed at most: the sheet is one.
const (
	mostAsked   = 12
	mostChanged = 5
	mostReady   = 6
)

// Report is the briefing as pages to print.
func (b Briefing) Report(org tdkt.Org) paper.Report {
	about := fmt.Sprintf("Năm %d", b.Year)
	if b.Since != "" {
		about += ", so với " + b.Since
	}
	r := paper.NewReport(org, "BÁO CÁO NHANH VỀ THI ĐUA, KHEN THƯỞNG", about)
	figures := make([]string, len(b.Tiles))
	for i, t := range b.Tiles {
		figures[i] = "• " + t.Figure + " " + t.Label
	}
	r.Parts = append(r.Parts,
		paper.Part{Head: b.Headline, Text: figures},
		briefPart("Cần xem", "", b.Asked, mostAsked, "Không có gì vướng."),
		briefPart("Đã đổi từ gói trước", b.Sum, b.Changed, mostChanged, "Không có gói trước để so, hoặc không có gì đổi."),
		briefPart("Hồ sơ trình", b.Folder, b.Ready, mostReady, "Không thiếu gì."))
	return r
}

func briefPart(head, sum string, lines []BriefLine, most int, empty string) paper.Part {
	p := paper.Part{Head: head, Empty: empty}
	if sum != "" {
		p.Text = append(p.Text, sum)
	}
	if len(lines) == 0 {
		return p
	}
	p.Columns = []paper.Column{{Head: "Nội dung", Share: 6}, {Head: "Căn cứ", Share: 2.2}, {Head: "Ý kiến", Share: 1.8}}
	for i, l := range lines {
		if i == most {
			p.Rows = append(p.Rows, []string{fmt.Sprintf("… và %d dòng nữa, xem trong gói", len(lines)-i), "", ""})
			break
		}
		said := ""
		if l.Opinion != nil {
			said = strings.TrimSuffix(string(l.Opinion.Verdict)+": "+l.OwnWords(), ": ")
		}
		p.Rows = append(p.Rows, []string{l.Words(), l.Cite, said})
	}
	return p
}
