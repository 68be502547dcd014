package app

import (
	"fmt"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// Handling says what an act does with the cases that something stands against: it refuses
// while there are any (the zero value), leaves them out, or lets them go on upon a ground
// that a competent person answers for.
type Handling struct {
	LeaveOut bool
	Ground   *tdkt.Ground // becomes an exception of each case it lets through
}

// act is a whole operation on cases that is held against their standing before it writes.
type act struct {
	v    *view.View
	did  string           // what was not done when it is refused: “Chưa đề nghị ai”
	asks []dossier.Reason // what it asks about
	how  Handling
}

// judge sorts cases: which go on, and the exceptions that let some of them. It refuses
// by name while any is left and nothing was said of it, and when none would go on.
func (c act) judge(list []dossier.Standing) (goOn []dossier.Standing, exceptions []tdkt.Record, err error) {
	t := vetted(list, c.asks...)
	if t.Left() == 0 || c.how.LeaveOut && len(t.Clean) > 0 {
		return t.Clean, nil, nil
	}
	if c.how.LeaveOut || c.how.Ground == nil {
		return nil, nil, c.refuse(t)
	}
	goOn = t.Clean
	var barred Vetted
	for _, g := range t.Groups {
		if !g.May {
			barred.Groups = append(barred.Groups, g)
			continue
		}
		goOn = append(goOn, g.Cases...)
	}
	if barred.Left() > 0 {
		return nil, nil, c.refuse(barred)
	}
	exceptions, err = c.v.ExceptionsFor(list, c.asks, *c.how.Ground)
	return goOn, exceptions, err
}

// refuse names the cases left, group by group.
func (c act) refuse(t Vetted) error {
	var problems []tdkt.Problem
	for _, g := range t.Groups {
		for _, s := range g.Cases {
			problems = append(problems, tdkt.Problem{Cell: s.Code, Text: s.Named() + ": " + faultText(s, g.Reason)})
		}
	}
	return &tdkt.Error{Kind: tdkt.Invalid, Problems: problems, Text: fmt.Sprintf(
		"%s: %s. Hãy bỏ các trường hợp đó ra, hoặc ghi căn cứ của người có thẩm quyền (ngoại lệ), rồi làm lại.", c.did, t.Words())}
}

// Words counts the cases by reason: “3 không đủ điều kiện, 1 chưa biểu quyết”.
func (t Vetted) Words() string {
	parts := make([]string, len(t.Groups))
	for i, g := range t.Groups {
		parts[i] = fmt.Sprintf("%d %s", len(g.Cases), g.Reason)
	}
	return strings.Join(parts, ", ")
}

func faultText(s dossier.Standing, r dossier.Reason) string {
	for _, f := range s.Open() {
		if f.Reason == r {
			return f.Text
		}
	}
	return ""
}

// withGround is the words of an act in the history, with the ground it went on.
func (h Handling) withGround(words string, exceptions int) string {
	if exceptions == 0 || h.Ground == nil {
		return words
	}
	return fmt.Sprintf("%s, trong đó %d theo ngoại lệ (văn bản %s)", words, exceptions, tdkt.Clean(h.Ground.Document))
}
