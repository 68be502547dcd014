package view

import (
	"slices"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// Given is one subject and title on a decision's list, for the years of achievement.
type Given struct {
	Subject  tdkt.Subject
	Code     string
	From, To int
	Movement tdkt.ID // its nomination was born from
}

// NotGiven are the lines that a decision does not hold yet, each once.
func (v *View) NotGiven(d tdkt.Decision, given []Given) []Given {
	var out []Given
	for _, g := range given {
		held := slices.ContainsFunc(v.Awards, func(w tdkt.Award) bool { return g.is(w) && ofDecision(w, d) })
		if !held && !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	return out
}

// ofDecision says whether an award was given by a decision: by its number, which is unique
// in a year and level. An award without one is taken for any.
func ofDecision(w tdkt.Award, d tdkt.Decision) bool {
	return w.Decision == "" || tdkt.Fold(w.Decision) == tdkt.Fold(d.Number) && (w.Date == 0 || w.Date.Year() == d.Date.Year())
}

// Unjudged are cases of a year that no law file covers.
func (v *View) Unjudged(year int, cases []Aim) []dossier.Standing {
	out := make([]dossier.Standing, len(cases))
	for i, c := range cases {
		out[i] = dossier.Standing{
			Who:   dossier.Who{Subject: c.Subject, Code: v.Facts.CodeOf(c.Subject), Name: v.Facts.NameOf(c.Subject)},
			Title: dossier.Title{Kind: c.Subject.Kind, Code: c.Title, Short: v.TitleName(c.Title)},
			Round: tdkt.YearEndRound(year),
		}
	}
	return out
}

// CheckDecision refuses a decision without number or day, and a number taken by another
// one of the year and level. The same decision written before lends its key.
func (v *View) CheckDecision(d tdkt.Decision) (tdkt.Decision, error) {
	switch {
	case d.Number == "":
		return d, tdkt.Errorf(tdkt.Invalid, "Quyết định chưa có số. Hãy ghi số quyết định, ví dụ 231/QĐ-SNV.")
	case d.Date == 0:
		return d, tdkt.Errorf(tdkt.Invalid, "Quyết định %s chưa có ngày. Hãy ghi ngày ký quyết định.", d.Number)
	}
	for _, o := range v.Decisions {
		same := o.ID != d.ID && o.Level == d.Level && o.Date.Year() == d.Date.Year() && tdkt.Fold(o.Number) == tdkt.Fold(d.Number)
		switch {
		case !same:
		case d.ID == "" && d.Kind == tdkt.Giving && o.Kind == tdkt.Giving && o.Date == d.Date:
			return o, nil
		default:
			return d, tdkt.Errorf(tdkt.Invalid, "Số %s năm %d cấp %s đã dùng cho quyết định ngày %s. Hãy kiểm tra lại số hoặc ngày.", d.Number, d.Date.Year(), d.Level, o.Date)
		}
	}
	return d, nil
}

// LinesOf is the list of a decision, in its order.
func (v *View) LinesOf(decision tdkt.ID) []tdkt.DecisionLine {
	var out []tdkt.DecisionLine
	for _, l := range v.Lines {
		if l.Decision == decision {
			out = append(out, l)
		}
	}
	return out
}

// LastPlace is the number of the last line of a decision, 0 without lines.
func (v *View) LastPlace(decision tdkt.ID) int {
	last := 0
	for _, l := range v.LinesOf(decision) {
		last = max(last, l.Place)
	}
	return last
}

func (g Given) is(w tdkt.Award) bool {
	return !w.Revoked && w.Subject == g.Subject && w.Code == g.Code && w.From == g.From && w.To == g.To
}

// RoundIn is a decision's round as the round of a year's nominations.
func (v *View) RoundIn(year int, id tdkt.ID) tdkt.Round {
	r := v.RoundOf(year, id)
	r.Year = year
	return r
}

// Approved lists the nominations of a round that wait for their decision at a level, as a
// decision would give them: those the Council's vote carried, and those of titles that ask
// for no vote.
func (v *View) Approved(r tdkt.Round, level string) []Given {
	var out []Given
	for _, n := range v.Nominations {
		c, ok := v.Rules.CodeOf(n.Title, n.Year)
		if n.Year == r.Year && n.Round == r.ID && ok && c.Level == level && (n.State == tdkt.Approved || n.State == tdkt.Submitted) {
			out = append(out, Given{Subject: n.Subject, Code: n.Title, From: r.Year, To: r.Year, Movement: n.Movement})
		}
	}
	return out
}

// CorrectedAwards is the awards of a decision as it now stands.
func (v *View) CorrectedAwards(d tdkt.Decision) ([]tdkt.Record, error) {
	of := map[tdkt.ID]bool{}
	for _, l := range v.LinesOf(d.ID) {
		of[l.Award] = true
	}
	var out []tdkt.Record
	for _, w := range v.Awards {
		if !of[w.ID] {
			continue
		}
		if err := v.Open(w.To, tdkt.TitleBook); err != nil {
			return nil, err
		}
		w.Decision, w.Date, w.Signer, w.Level, w.Manner = d.Number, d.Date, d.Signer, d.Level, d.Manner
		out = append(out, w)
	}
	return out, nil
}
