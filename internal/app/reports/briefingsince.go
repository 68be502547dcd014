package reports

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// changesBetween lists what a year gained and lost between two packages, what a leader asks
// about first, and says it in one line.
func changesBetween(ctx context.Context, old, now *briefMaker) (lines []BriefLine, sum string) {
	c := &briefChanges{old: old, now: now}
	c.nominations()
	c.answered()
	c.answers()
	c.holds()
	c.papers()
	c.counts()
	if ctx.Err() != nil {
		return nil, ""
	}
	if len(c.sums) == 0 {
		return c.lines, "Không có gì đổi từ gói trước."
	}
	return c.lines, "Từ gói trước: " + strings.Join(c.sums, "; ") + "."
}

type briefChanges struct {
	old, now *briefMaker
	lines    []BriefLine
	sums     []string
}

// tell adds a count to the line that sums up.
func (c *briefChanges) tell(n int, format string) {
	if n > 0 {
		c.sums = append(c.sums, fmt.Sprintf(format, n))
	}
}

// nominations are those that came, went on and were taken back.
func (c *briefChanges) nominations() {
	before, added, moved, gone := map[tdkt.ID]tdkt.Nomination{}, 0, 0, 0
	for _, n := range c.old.v.Nominations {
		before[n.ID] = n
	}
	here := map[tdkt.ID]bool{}
	for _, s := range c.now.cases {
		n := s.Nomination
		old, known := before[n.ID]
		here[n.ID] = true
		switch {
		case !known:
			added++
			c.lines = append(c.lines, c.now.line(s, "thêm đề nghị "+s.Title.Name, false))
		case old.State != n.State:
			moved++
			c.lines = append(c.lines, c.now.line(s, fmt.Sprintf("%s từ “%s” thành “%s”", s.Title.Name, old.State, n.State), false))
		}
	}
	for _, s := range c.old.cases {
		if !here[s.Nomination.ID] {
			gone++
			c.lines = append(c.lines, c.old.line(s, "bỏ đề nghị "+s.Title.Name, false))
		}
	}
	c.tell(added, "thêm %d đề nghị")
	c.tell(gone, "bỏ %d đề nghị")
	c.tell(moved, "%d đề nghị chuyển bước")
}

// answered are the opinions that got an answer.
func (c *briefChanges) answered() {
	open, n := map[tdkt.ID]bool{}, 0
	for _, o := range c.old.v.Opinions {
		open[o.ID] = o.Done == 0
	}
	for _, o := range c.now.v.Opinions {
		if was, known := open[o.ID]; o.Year != c.now.year || o.Done == 0 || known && !was {
			continue
		}
		n++
		c.lines = append(c.lines, BriefLine{
			Who: c.now.v.OpinionAbout(o), What: fmt.Sprintf("ý kiến “%s” được trả lời: %s", strings.TrimSuffix(string(o.Verdict)+": "+o.Text, ": "), o.Answer),
			Subject: o.Subject, Title: o.Title,
		})
	}
	c.tell(n, "trả lời %d ý kiến")
}

// answers are those of the law that are others now.
func (c *briefChanges) answers() {
	before, n := map[view.Aim]law.Answer{}, 0
	for r := range c.old.all.All() {
		before[view.Aim{Subject: r.Subject, Title: r.Title}] = r.Answer
	}
	for r := range c.now.all.All() {
		old, known := before[view.Aim{Subject: r.Subject, Title: r.Title}]
		if !known || old == r.Answer {
			continue
		}
		n++
		c.lines = append(c.lines, BriefLine{
			Who:     c.now.v.Facts.NameOf(r.Subject),
			What:    fmt.Sprintf("%s từ “%s” thành “%s”", c.now.v.TitleName(r.Title), law.AnswerName(old), law.AnswerName(r.Answer)),
			Subject: r.Subject, Title: r.Title,
		})
	}
	c.tell(n, "%d kết luận đổi")
}

// holds are those that began or ended.
func (c *briefChanges) holds() {
	before, n := map[tdkt.ID]tdkt.Hold{}, 0
	for _, h := range c.old.v.Holds {
		before[h.ID] = h
	}
	for _, h := range c.now.v.Holds {
		old, known := before[h.ID]
		if known && old == h {
			continue
		}
		n++
		c.lines = append(c.lines, BriefLine{Who: c.now.v.Facts.NameOf(h.Subject), What: lowered(c.now.v.HoldWords(h)), Subject: h.Subject})
	}
	c.tell(n, "%d trường hợp tạm dừng xét mới hoặc đổi")
}

// papers counts the dossiers that have all their papers now and had not.
func (c *briefChanges) papers() {
	short := map[view.Aim]bool{}
	for _, l := range c.old.lackingPapers() {
		short[view.Aim{Subject: l.Subject, Title: l.Title}] = true
	}
	for _, l := range c.now.lackingPapers() {
		delete(short, view.Aim{Subject: l.Subject, Title: l.Title})
	}
	n := 0
	for _, s := range c.now.cases {
		if short[view.Aim{Subject: s.Subject, Title: s.Title.Code}] {
			n++
			c.lines = append(c.lines, c.now.line(s, "hồ sơ "+s.Title.Name+" nay đủ giấy tờ", false))
		}
	}
	c.tell(n, "%d hồ sơ nay đủ giấy tờ")
}

// counts tells of what there is more of, without naming it one by one.
func (c *briefChanges) counts() {
	year := c.now.year
	for _, x := range []struct {
		format    string
		old, here int
	}{
		{"thêm %d xếp loại", inYear(c.old.v.Ratings, year, func(r tdkt.Rating) int { return r.Year }), inYear(c.now.v.Ratings, year, func(r tdkt.Rating) int { return r.Year })},
		{"thêm %d đăng ký", inYear(c.old.v.Pledges, year, func(r tdkt.Pledge) int { return r.Year }), inYear(c.now.v.Pledges, year, func(r tdkt.Pledge) int { return r.Year })},
		{"thêm %d khen thưởng", inYear(c.old.v.Awards, year, func(r tdkt.Award) int { return r.To }), inYear(c.now.v.Awards, year, func(r tdkt.Award) int { return r.To })},
		{"thêm %d sáng kiến", inYear(c.old.v.Initiatives, year, func(r tdkt.Initiative) int { return r.Year }), inYear(c.now.v.Initiatives, year, func(r tdkt.Initiative) int { return r.Year })},
		{"thêm %d tệp đính kèm", inYear(c.old.v.Attachments, year, func(r tdkt.Attachment) int { return r.Year }), inYear(c.now.v.Attachments, year, func(r tdkt.Attachment) int { return r.Year })},
	} {
		c.tell(x.here-x.old, x.format)
	}
}

func inYear[T any](list []T, year int, of func(T) int) int { return len(view.OfYear(list, year, of)) }
