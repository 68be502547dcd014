package view

import (
	"errors"
	"fmt"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// WhyNot is why somebody was not put forward for a title, or that he was.
type WhyNot struct {
	Title  string // its name
	Answer law.Answer
	Words  string // one sentence
	Cite   string
	Named  bool // put forward
}

// WhyNot tells of every title of a year why a subject is not put forward for it.
func (v *View) WhyNot(year int, s tdkt.Subject) ([]WhyNot, error) {
	g, err := v.Rules.Criteria(year)
	if err != nil {
		return nil, err
	}
	var out []WhyNot
	for _, t := range g.Titles {
		if t.Kind != s.Kind {
			continue
		}
		n, named := v.NominationOf(year, s, t.Code)
		named = named && n.State.PutForward()
		r, err := v.Explain(year, s, t.Code)
		var refused *tdkt.Error
		switch {
		case errors.As(err, &refused):
			out = append(out, WhyNot{Title: t.Name, Answer: law.Unknown, Words: refused.Text, Named: named})
			continue
		case err != nil:
			return nil, err
		}
		if t.Apart && !named && r.Answer != law.Yes { // asked of few: for the others it says nothing
			continue
		}
		w := WhyNot{Title: t.Name, Answer: r.Answer, Named: named}
		w.Words, w.Cite = v.whyNot(r, n, named)
		out = append(out, w)
	}
	return out, nil
}

// whyNot is one sentence and the article it rests on.
func (v *View) whyNot(r law.Result, n tdkt.Nomination, named bool) (words, cite string) {
	switch {
	case named:
		return fmt.Sprintf("Đã được đề nghị (%s).", n.State), ""
	case r.Hold:
		return "Đang tạm dừng xét.", CiteOf(r)
	case r.Answer == law.Yes:
		return "Đủ điều kiện nhưng chưa được đề nghị.", CiteOf(r)
	}
	for _, f := range r.Findings {
		if f.Answer == r.Answer {
			return strings.TrimSpace(strings.TrimRight(f.Why, ".")+". "+Capital(f.Seen)) + law.MarkName(f.Mark), f.Cite
		}
	}
	return "Chờ người có thẩm quyền đánh giá.", ""
}
