package lawcase

import (
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// RatingCode asks, in place of a title's code, what somebody's rating of the year comes to.
const RatingCode = "XEPLOAI"

// hundredths reads "91,4" as 9140.
func hundredths(text string) (int, error) {
	f, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil {
		return 0, fmt.Errorf("%q is no number", text)
	}
	return int(f*100 + 0.5), nil
}

// marks reads "Điểm kỳ | year | people | T1..T12 or T1, T3 | total | state".
func (r *reader) marks(c []string) error {
	years, err := list(at(c, 1))
	if err != nil {
		return err
	}
	periods, err := periodList(at(c, 3))
	if err != nil {
		return err
	}
	total, err := hundredths(at(c, 4))
	state := tdkt.MarkState(at(c, 5))
	if state == "" {
		state = tdkt.MarkConfirmed
	}
	for _, y := range years {
		for _, code := range codes(at(c, 2)) {
			for _, p := range periods {
				m := tdkt.PeriodMark{
					ID: tdkt.ID(fmt.Sprintf("m-%d-%s-%s", y, code, p)), Year: y, Person: tdkt.ID(code), Period: p, State: state,
				}
				if state.Counts() {
					m.Head.Total = total
				} else {
					m.Self.Total = total
				}
				r.s.Marks = append(r.s.Marks, m)
			}
		}
	}
	return err
}

// periodList reads periods: "T1..T12" for each of them, "T1, T3".
func periodList(text string) ([]tdkt.Period, error) {
	var out []tdkt.Period
	for _, part := range strings.Split(text, ",") {
		first, last, ranged := strings.Cut(strings.TrimSpace(part), "..")
		if !ranged {
			last = first
		}
		on := false
		for _, p := range tdkt.Periods() {
			on = on || string(p) == first
			if on {
				out = append(out, p)
			}
			if string(p) == last {
				break
			}
		}
		if !on {
			return nil, fmt.Errorf("%q is no period", part)
		}
	}
	return out, nil
}

// duty reads "Nhóm | people | name | from year".
func (r *reader) duty(c []string) error {
	from := 0
	var err error
	if at(c, 3) != "" {
		from, err = strconv.Atoi(at(c, 3))
	}
	for _, code := range codes(at(c, 1)) {
		r.s.Duties = append(r.s.Duties, tdkt.Duty{Person: tdkt.ID(code), Group: at(c, 2), From: from})
	}
	return err
}

// ratingFact reads "Căn cứ | year | subject | key | có, không or a share".
func (r *reader) ratingFact(c []string) error {
	years, err := list(at(c, 1))
	if err != nil {
		return err
	}
	value := 0
	switch at(c, 4) {
	case "có":
		value = 1
	case "không":
	default:
		value, err = hundredths(at(c, 4))
	}
	for _, y := range years {
		r.s.RatingFacts = append(r.s.RatingFacts, tdkt.RatingFact{Year: y, Subject: r.subject(at(c, 2)), Key: at(c, 3), Value: value})
	}
	return err
}

// rating answers what somebody's rating of a year comes to, in the lines of the want part:
// the level proposed with the mean behind it, then what does not agree, each with its
// article; the caps of the year where the office itself is asked.
func (c *Case) rating(r *law.Rules, f *law.Facts, q Ask) string {
	s, ok := f.ByCode(q.Subject)
	var b strings.Builder
	line := func(level tdkt.Level, scheme, mean string) {
		words := "chưa đề xuất"
		if level != "" {
			words = string(level)
		}
		fmt.Fprintf(&b, "%d | %s | %s: %s (%s)", q.Year, q.Subject, q.Code, words, scheme)
		if mean != "" {
			b.WriteString("; " + mean)
		}
		b.WriteByte('\n')
	}
	note := func(notes []law.Note) {
		for _, n := range notes {
			wrong := ""
			if n.Wrong {
				wrong = "từ chối; "
			}
			fmt.Fprintf(&b, "  %s: %s%s\n", n.ID, wrong, n.Said())
		}
	}
	decided, has := tdkt.Rating{}, false
	for _, x := range c.Snapshot.Ratings {
		if x.Year == q.Year && x.Subject == s {
			decided, has = x, true
		}
	}
	switch {
	case !ok:
		lines, err := r.RatingQuotas(f, q.Year)
		if err != nil {
			return tdkt.Sentence(err, nil) + "\n"
		}
		fmt.Fprintf(&b, "%d | %s | %s:\n", q.Year, q.Subject, q.Code)
		for _, l := range lines {
			fmt.Fprintf(&b, "  %s: %d trên tối đa %d (cách tính kia %d), %d%% [%s]\n", l.Name, l.Chosen, l.Cap, l.Other.Cap, l.Percent, l.Cite)
		}
	case s.Kind == tdkt.AUnit:
		level, notes := r.AppraiseUnit(f, s.ID, q.Year, decided.Points)
		scheme := "không có quy định"
		if u := r.UnitScheme(f, s.ID, q.Year); u != nil {
			scheme = u.ID
		}
		line(level, scheme, "")
		note(notes)
	default:
		a := r.Appraise(f, s.ID, q.Year, q.On)
		scheme := "không có quy định"
		if a.Scheme != nil {
			scheme = a.Scheme.ID
		}
		line(a.Level, scheme, a.MeanWords())
		note(a.Notes)
	}
	if has {
		if notes := r.RatingNotes(f, decided, q.On); len(notes) > 0 {
			fmt.Fprintf(&b, "  đã xếp %s:\n", decided.Level)
			note(notes)
		}
	}
	return b.String()
}
