package reports

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// figures are the counts of the tiles.
type figures struct {
	title           *law.Title
	yes, of         int
	cap             *law.QuotaLine
	up              int // cases that go to a higher level
	leaders, people int // of those put forward
	short, folders  int // dossiers that lack papers
}

func (m *briefMaker) figures(context.Context) figures {
	var f figures
	if g, err := m.v.Rules.Criteria(m.year); err == nil && len(g.Titles) > 0 {
		f.title = g.Titles[0]
		for r := range m.all.Of(f.title.Kind, f.title.Code) {
			f.of++
			if r.Answer == law.Yes {
				f.yes++
			}
		}
	}
	f.cap = m.tightest()
	named := map[tdkt.ID]bool{}
	for _, s := range m.cases {
		if !s.Nomination.State.PutForward() {
			continue
		}
		if !s.Own() {
			f.up++
		}
		if p, ok := m.v.Facts.Person(s.Subject.ID); ok && !named[p.ID] {
			named[p.ID] = true
			f.people++
			f.leaders += 1 - leaderPlace(p)
		}
	}
	lacking := m.lackingPapers()
	f.short, f.folders = len(lacking), len(m.dossiers())
	return f
}

// tightest is the cap that is passed the most, else the one that has the least room.
func (m *briefMaker) tightest() *law.QuotaLine {
	caps, err := m.v.Quotas(m.year)
	if err != nil {
		return nil
	}
	var out *law.QuotaLine
	for i := range caps {
		if c := &caps[i]; c.Known && (out == nil || c.Chosen-c.Cap > out.Chosen-out.Cap) {
			out = c
		}
	}
	return out
}

// tiles are the figures as tiles, with what they were before.
func (f figures) tiles(then *figures) []Tile {
	since := func(now, before int) string {
		if then == nil || now == before {
			return ""
		}
		return fmt.Sprintf(" (%+d so với gói trước)", now-before)
	}
	old := figures{}
	if then != nil {
		old = *then
	}
	var out []Tile
	if f.title != nil {
		out = append(out, Tile{
			Figure: fmt.Sprintf("%d/%d", f.yes, f.of), Good: f.yes > 0, At: AtAwards, Title: f.title.Code, Subject: tdkt.Subject{Kind: f.title.Kind},
			Label: fmt.Sprintf("đủ %s · %s%s", f.title.Name, tdkt.Share(f.yes, f.of), since(f.yes, old.yes)),
		})
	}
	if c := f.cap; c != nil {
		out = append(out, Tile{
			Figure: fmt.Sprintf("%d/%d", c.Chosen, c.Cap), Bad: c.Chosen > c.Cap, At: AtQuotas,
			Label: fmt.Sprintf("%s, %s tối đa %d%% của %s", c.Name, capWords(c), c.Percent, c.Base),
		})
	}
	out = append(
		out,
		Tile{Figure: fmt.Sprint(f.up), Label: "đề nghị lên cấp trên" + since(f.up, old.up), At: AtCouncil},
		Tile{
			Figure: cmp.Or(tdkt.Share(f.leaders, f.people), "0"), At: AtStatistics,
			Label: fmt.Sprintf("lãnh đạo trong số người được đề nghị (%d/%d)", f.leaders, f.people),
		},
		Tile{
			Figure: fmt.Sprint(f.short), Bad: f.short > 0, Good: f.short == 0 && f.folders > 0, At: AtDossiers,
			Label: fmt.Sprintf("hồ sơ trình còn thiếu giấy tờ, trong %d%s", f.folders, since(f.short, old.short)),
		},
	)
	return out
}

func capWords(c *law.QuotaLine) string {
	switch {
	case c.Chosen > c.Cap:
		return "vượt"
	case c.Chosen == c.Cap:
		return "đúng"
	}
	return "dưới"
}

// asked is what needs a word: what is on hold, doubtful or over a cap, what is late, and
// then every case that goes to a higher level.
func (m *briefMaker) asked() []BriefLine {
	out := m.heldUp()
	out = append(out, m.doubtful()...)
	out = append(out, m.over()...)
	out = append(out, m.late()...)
	for _, s := range m.cases {
		if s.Own() || s.Given != nil || !s.Nomination.State.PutForward() || doubt(s) != nil {
			continue
		}
		out = append(out, m.line(s, "đề nghị "+s.Title.Name+"; "+s.StateWords(), false))
	}
	return out
}

// line is a case with what is said of it.
func (m *briefMaker) line(s dossier.Standing, what string, bad bool) BriefLine {
	return BriefLine{Who: s.Name, What: what, Cite: view.CiteOf(s.Law), Bad: bad, Subject: s.Subject, Title: s.Title.Code}
}

// heldUp names who is on hold now, whether put forward or not.
func (m *briefMaker) heldUp() []BriefLine {
	var out []BriefLine
	for _, h := range m.v.Holds {
		if h.From <= m.on && (h.To == 0 || h.To >= m.on) && h.From.Year() <= m.year {
			out = append(out, BriefLine{
				Who: m.v.Facts.NameOf(h.Subject), What: fmt.Sprintf("tạm dừng xét từ %s: %s", h.From, h.Reason), Bad: true, Subject: h.Subject,
			})
		}
	}
	return out
}

// doubt is the gravest thing that stands against a case and is not simply the next step; nil
// for none.
func doubt(s dossier.Standing) *dossier.Fault {
	for i, f := range s.Faults {
		if f.Reason != dossier.NoBallot && f.Reason != dossier.TakenBack && f.Reason != dossier.OnHold {
			return &s.Faults[i]
		}
	}
	return nil
}

// doubtful are the cases put forward that something stands against, or that go on by an
// exception.
func (m *briefMaker) doubtful() []BriefLine {
	var out []BriefLine
	for _, s := range m.cases {
		f := doubt(s)
		if f == nil || !s.Nomination.State.PutForward() {
			continue
		}
		what := "đề nghị " + s.Title.Name + ". " + f.Text
		if f.Covered {
			what += " " + strings.Join(s.Law.ExceptionWords(), " ")
		}
		l := m.line(s, what, !f.Covered)
		if f.Reason != dossier.NotMet && f.Reason != dossier.NotKnown {
			l.Cite = s.Vote.Rule.Cite
		}
		out = append(out, l)
	}
	return out
}

// over are the caps that are passed.
func (m *briefMaker) over() []BriefLine {
	var out []BriefLine
	caps, err := m.v.Quotas(m.year)
	if err == nil {
		var rated []law.QuotaLine
		rated, err = m.v.Rules.RatingQuotas(m.v.Facts, m.year)
		caps = append(caps, rated...)
	}
	if err != nil {
		return nil
	}
	for _, c := range caps {
		if c.Known && c.Chosen > c.Cap {
			out = append(out, BriefLine{
				Who: c.Name, What: fmt.Sprintf("vượt mức tối đa %d (%d trên %d)", c.Chosen-c.Cap, c.Chosen, c.Cap), Cite: c.Cite, Bad: true,
			})
		}
	}
	return out
}

// late are the tasks of the plan that are late, and whose they are.
func (m *briefMaker) late() []BriefLine {
	var out []BriefLine
	for _, t := range m.v.TasksOf(m.year, "") {
		if t.Late(m.on) {
			out = append(out, BriefLine{
				Who: cmp.Or(m.v.OwnerOf(t), "Chưa giao ai"), What: fmt.Sprintf("%s; hạn %s, trễ %d ngày", t.Title, t.Deadline, t.Deadline.DaysTo(m.on)), Bad: true,
			})
		}
	}
	return out
}

// named is everything that was put forward.
func (m *briefMaker) named() []BriefLine {
	out := make([]BriefLine, 0, len(m.cases))
	for _, s := range m.cases {
		out = append(out, m.line(s, s.Title.Name+"; "+s.StateWords(), len(s.Open()) > 0 && doubt(s) != nil))
	}
	return out
}

// dossiers are the papers of each case that goes to a higher level.
func (m *briefMaker) dossiers() map[tdkt.ID][]dossier.PaperRow {
	out := map[tdkt.ID][]dossier.PaperRow{}
	for _, p := range m.sent.Papers {
		if p.Title.Level != dossier.OwnLevel {
			out[p.Nomination] = append(out[p.Nomination], p)
		}
	}
	return out
}

// lackingPapers are the dossiers that lack papers of their own.
func (m *briefMaker) lackingPapers() []BriefLine {
	var out []BriefLine
	all := m.dossiers()
	for _, s := range m.cases {
		var miss []string
		cite := ""
		for _, p := range all[s.Nomination.ID] {
			if p.State() == dossier.PaperMissing {
				miss, cite = append(miss, p.Paper.Name), cmp.Or(cite, p.Paper.Cite)
			}
		}
		if len(miss) > 0 {
			out = append(out, BriefLine{
				Who: s.Name, What: fmt.Sprintf("hồ sơ %s còn thiếu %s", s.Title.Name, strings.Join(miss, ", ")), Cite: cite, Bad: true,
				Subject: s.Subject, Title: s.Title.Code,
			})
		}
	}
	return out
}

// folder is what the folder for the province lacks, and how far it is in one line.
func (m *briefMaker) folder() (lines []BriefLine, sum string) {
	lacking := m.lackingPapers()
	all := len(m.dossiers())
	fix, _ := m.sent.Findings()
	for _, c := range m.sent.Checks {
		if c.Severity == dossier.MustFix {
			lines = append(lines, BriefLine{Who: c.About, What: c.Text, Bad: true, Subject: c.Spot.Subject, Title: c.Spot.Title})
		}
	}
	lines = append(lines, lacking...)
	switch {
	case all == 0 && fix == 0:
		return lines, "Năm nay chưa có hồ sơ trình cấp trên."
	case fix == 0 && len(lacking) == 0:
		return lines, fmt.Sprintf("%d hồ sơ đủ giấy tờ, tự kiểm tra không còn gì phải sửa: trình được.", all)
	}
	return lines, fmt.Sprintf("%d/%d hồ sơ đủ giấy tờ; tự kiểm tra còn %d điều phải sửa trước khi trình.", all-len(lacking), all, fix)
}

// lowered is a sentence to go on with behind a colon.
func lowered(s string) string {
	r := []rune(s)
	if len(r) > 1 && !slices.Contains([]rune("0123456789"), r[1]) {
		return strings.ToLower(string(r[:1])) + string(r[1:])
	}
	return s
}
