package lawcase

import (
	"fmt"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// ratingCase writes what a question about ratings comes to.
type ratingCase struct {
	strings.Builder
	c *Case
	r *law.Rules
	f *law.Facts
	q Ask
}

// rating answers what somebody's rating of a year comes to, in the lines of the want part:
// the level proposed with the mean behind it, then what does not agree, each with its
// article; the caps of the year where the office itself is asked.
func (c *Case) rating(r *law.Rules, f *law.Facts, q Ask) string {
	b := &ratingCase{c: c, r: r, f: f, q: q}
	s, ok := f.ByCode(q.Subject)
	switch {
	case q.Code == PetitionCode:
		b.petition(s)
		return b.String()
	case !ok:
		b.caps()
	case s.Kind == tdkt.AUnit:
		b.unit(s)
	default:
		b.person(s)
	}
	b.decided(s)
	return b.String()
}

func (b *ratingCase) line(level tdkt.Level, scheme *law.RatingScheme, mean string) {
	words, name := "chưa đề xuất", "không có quy định"
	if level != "" {
		words = string(level)
	}
	if scheme != nil {
		name = scheme.ID
	}
	fmt.Fprintf(b, "%d | %s | %s: %s (%s)", b.q.Year, b.q.Subject, b.q.Code, words, name)
	if mean != "" {
		b.WriteString("; " + mean)
	}
	b.WriteByte('\n')
}

func (b *ratingCase) notes(list []law.Note) {
	for _, n := range list {
		wrong := ""
		if n.Wrong {
			wrong = "từ chối; "
		}
		fmt.Fprintf(b, "  %s: %s%s\n", n.ID, wrong, n.Said())
	}
}

// caps are the caps of the year.
func (b *ratingCase) caps() {
	lines, err := b.r.RatingQuotas(b.f, b.q.Year)
	if err != nil {
		b.WriteString(tdkt.Sentence(err, nil) + "\n")
		return
	}
	fmt.Fprintf(b, "%d | %s | %s:\n", b.q.Year, b.q.Subject, b.q.Code)
	for _, l := range lines {
		fmt.Fprintf(b, "  %s: %d trên tối đa %d (tính cách khác %d), %d%% [%s]\n", l.Name, l.Chosen, l.Cap, l.Other.Cap, l.Percent, l.Cite)
	}
}

func (b *ratingCase) unit(s tdkt.Subject) {
	x, _ := b.rated(s)
	level, notes := b.r.AppraiseUnit(b.f, s.ID, b.q.Year, x.Points)
	b.line(level, b.r.UnitScheme(b.f, s.ID, b.q.Year), "")
	b.notes(notes)
}

func (b *ratingCase) person(s tdkt.Subject) {
	a := b.r.Appraise(b.f, s.ID, b.q.Year, b.q.On)
	b.line(a.Level, a.Scheme, a.MeanWords())
	b.notes(a.Notes)
	person, _ := b.f.Person(s.ID)
	for _, w := range b.r.WorkOf(b.f, b.c.Items, s.ID, b.q.Year) {
		rules := a.Scheme.Marks
		share := [6]int16{int16(w.Share.Number), int16(w.Share.Quality), int16(w.Share.Progress)}
		points := "chưa đủ d, đ, e để tính điểm"
		if rules.Complete(share, person.Leader) {
			points = fmt.Sprintf("%d,%02d điểm", rules.ResultPoints(share, false)/100, rules.ResultPoints(share, false)%100)
		}
		fmt.Fprintf(b, "  việc %s: a %s, b %s, c %s; %s [%s; %s]\n", w.Period, percent(w.Share.Number), percent(w.Share.Quality), percent(w.Share.Progress),
			points, rules.Product.Cite, rules.Product.StaffCite)
	}
}

// percent writes hundredths of a per cent.
func percent(n int) string { return fmt.Sprintf("%d,%02d%%", n/100, n%100) }

// rated is the rating that the case has decided.
func (b *ratingCase) rated(s tdkt.Subject) (tdkt.Rating, bool) {
	for _, x := range b.c.Snapshot.Ratings {
		if x.Year == b.q.Year && x.Subject == s {
			return x, true
		}
	}
	return tdkt.Rating{}, false
}

// decided holds the decided rating against the rules.
func (b *ratingCase) decided(s tdkt.Subject) {
	x, ok := b.rated(s)
	if !ok {
		return
	}
	if notes := b.r.RatingNotes(b.f, x, b.q.On); len(notes) > 0 {
		fmt.Fprintf(b, "  đã xếp %s:\n", x.Level)
		b.notes(notes)
	}
}

// petition is the last day to answer one.
func (b *ratingCase) petition(s tdkt.Subject) {
	a := b.r.Appraise(b.f, s.ID, b.q.Year, 0)
	if a.Scheme == nil || a.Scheme.Petition == nil {
		fmt.Fprintf(b, "%d | %s | %s: không nêu hạn\n", b.q.Year, b.q.Subject, b.q.Code)
		return
	}
	p := a.Scheme.Petition
	fmt.Fprintf(b, "%d | %s | %s: nhận ngày %s, giải quyết chậm nhất ngày %s (%d ngày làm việc) [%s]\n",
		b.q.Year, b.q.Subject, b.q.Code, b.q.On, p.Last(b.q.On), p.Days, p.Cite)
}
