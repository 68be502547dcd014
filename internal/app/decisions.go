package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// AwardInput is one title given to several subjects by one decision.
type AwardInput struct {
	Title         string
	From, To      int
	Decision      string
	Date          tdkt.Day
	Signer, Level string
	Round         tdkt.Round // zero: the year's own
	Subjects      []tdkt.Subject
}

// Lines are the lines of the list that an AwardInput makes.
func (in AwardInput) Lines() []view.Given {
	lines := make([]view.Given, len(in.Subjects))
	for i, s := range in.Subjects {
		lines[i] = view.Given{Subject: s, Code: in.Title, From: in.From, To: cmp.Or(in.To, in.From)}
	}
	return lines
}

// decision is the decision of an AwardInput.
func (in AwardInput) decision() tdkt.Decision {
	return tdkt.Decision{Number: in.Decision, Date: in.Date, Signer: in.Signer, Level: in.Level, Round: in.Round.ID}
}

// VetAwards holds an AwardInput against the standing of its cases, without writing.
func (a *App) VetAwards(in AwardInput) (Vetted, error) { return a.VetLines(in.decision(), in.Lines()) }

// RecordAwards writes a decision that gives one title to several subjects, in one step.
func (a *App) RecordAwards(ctx context.Context, in AwardInput, how Handling) (int, error) {
	return a.Decide(ctx, in.decision(), in.Lines(), how)
}

// Decide writes a decision with its list, the awards born from it and the bonus of
// each, and moves the nominations it answers to “công nhận”, in one step. Each line is held
// against its standing first. A subject that this decision gave the same title for the same
// years keeps its row. A decision written before takes further lines under the same number,
// day and level. It returns how many were given; none is an error that says why.
func (a *App) Decide(ctx context.Context, d tdkt.Decision, given []view.Given, how Handling) (int, error) {
	v := a.View()
	d, err := v.CheckDecision(cleanDecision(d, v))
	if err != nil {
		return 0, err
	}
	d.ID = cmp.Or(d.ID, tdkt.NewID())
	fresh := v.NotGiven(d, given)
	if len(fresh) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Chưa ghi ai: %d trường hợp đã chọn đều đã có trong quyết định %s.", len(given), d.Number)
	}
	list, err := a.standingsOfLines(v, d, fresh)
	if err != nil {
		return 0, err
	}
	goOn, exceptions, err := act{v: v, did: "Chưa ghi quyết định", how: how}.judge(list)
	if err != nil {
		return 0, err
	}
	w := deciding{a: a, v: v, d: d, place: v.LastPlace(d.ID)}
	for _, g := range fresh {
		if !slices.ContainsFunc(goOn, func(s dossier.Standing) bool {
			return s.Subject == g.Subject && s.Title.Code == g.Code && s.Round.Year == g.To
		}) {
			continue
		}
		if err := w.give(g); err != nil {
			return 0, err
		}
	}
	w.pay()
	words := how.withGround(fmt.Sprintf("Ghi quyết định %s ngày %s: %d trường hợp", d.Number, d.Date, len(w.lines)), len(exceptions))
	return len(w.lines), a.Change(ctx, "decide", words, func(tx Tx) error {
		return tx.Put(ctx, append(w.records(), exceptions...)...)
	})
}

// VetLines holds the lines of a decision against their standing, without writing. Those
// the decision holds already are left out.
func (a *App) VetLines(d tdkt.Decision, given []view.Given) (Vetted, error) {
	v := a.View()
	d, err := v.CheckDecision(cleanDecision(d, v))
	if err != nil {
		return Vetted{}, err
	}
	list, err := a.standingsOfLines(v, d, v.NotGiven(d, given))
	return vetted(list), err
}

// standingsOfLines are the cases of a decision's lines, in their order.
func (a *App) standingsOfLines(v *view.View, d tdkt.Decision, lines []view.Given) ([]dossier.Standing, error) {
	byYear := map[int][]view.Aim{}
	for _, g := range lines {
		if err := v.Fits(g.Code, g.Subject); err != nil {
			return nil, err
		}
		byYear[g.To] = append(byYear[g.To], view.Aim{Subject: g.Subject, Title: g.Code})
	}
	of := map[int][]dossier.Standing{}
	for year, cases := range byYear {
		if _, err := v.Rules.Criteria(year); err != nil { // a year before the law we know: taken as the paper says
			of[year] = v.Unjudged(year, cases)
			continue
		}
		list, err := a.prospects(v, v.RoundIn(year, d.Round), cases)
		if err != nil {
			return nil, err
		}
		of[year] = list
	}
	out := make([]dossier.Standing, len(lines))
	for i, g := range lines {
		out[i], of[g.To] = of[g.To][0], of[g.To][1:]
	}
	return out, nil
}

func cleanDecision(d tdkt.Decision, v *view.View) tdkt.Decision {
	d.Number, d.Signer, d.Issuer = tdkt.Clean(d.Number), tdkt.Clean(d.Signer), tdkt.Clean(d.Issuer)
	d.Level, d.Manner, d.Title = tdkt.Clean(d.Level), tdkt.Clean(d.Manner), tdkt.Clean(d.Title)
	d.Kind = cmp.Or(d.Kind, tdkt.Giving)
	if d.Kind == tdkt.Giving {
		d.Manner = cmp.Or(d.Manner, v.RoundOf(d.Date.Year(), d.Round).Kind.Manner(), tdkt.Manners()[0])
	}
	return d
}

// deciding is a decision being written.
type deciding struct {
	a      *App
	v      *view.View
	d      tdkt.Decision
	place  int
	lines  []tdkt.DecisionLine
	awards []tdkt.Award
	moves  []tdkt.Record
}

// give adds one line.
func (w *deciding) give(g view.Given) error {
	if g.From < 1945 || g.To < g.From {
		return tdkt.Errorf(tdkt.Invalid, "Năm thành tích chưa đúng: từ %d đến %d. Hãy xem lại hai năm.", g.From, g.To)
	}
	if err := w.v.Open(g.To, tdkt.TitleBook); err != nil {
		return err
	}
	if err := w.v.Fits(g.Code, g.Subject); err != nil {
		return err
	}
	won := tdkt.Award{
		ID: tdkt.NewID(), Subject: g.Subject, Code: g.Code, From: g.From, To: g.To,
		Decision: w.d.Number, Date: w.d.Date, Signer: w.d.Signer, Level: w.d.Level, Manner: w.d.Manner,
	}
	w.place++
	line := tdkt.DecisionLine{ID: tdkt.NewID(), Decision: w.d.ID, Place: w.place, Subject: g.Subject, Code: g.Code, Award: won.ID}
	if n, ok := w.v.NominationIn(w.v.RoundIn(g.To, w.d.Round), g.Subject, g.Code); ok {
		if _, may := n.State.May(tdkt.Recognised, tdkt.ByDecision); may {
			line.Nomination = n.ID
			w.moves = append(w.moves, w.a.Moved(n, tdkt.Recognised, w.d.Date, w.d.Number)...)
		}
	}
	w.awards, w.lines = append(w.awards, won), append(w.lines, line)
	return nil
}

func (w *deciding) records() []tdkt.Record {
	out := []tdkt.Record{w.d}
	for i, l := range w.lines {
		out = append(out, w.awards[i], l)
	}
	return append(out, w.moves...)
}

// Correct changes a decision and the awards born from it; what stood before is kept
// beside it with the reason.
func (a *App) Correct(ctx context.Context, d tdkt.Decision, reason string) error {
	v := a.View()
	reason = tdkt.Clean(reason)
	if reason == "" {
		return tdkt.Errorf(tdkt.Invalid, "Đính chính quyết định cần có lý do. Hãy ghi lý do rồi làm lại.")
	}
	d, err := v.CheckDecision(cleanDecision(d, v))
	if err != nil {
		return err
	}
	at := slices.IndexFunc(v.Decisions, func(o tdkt.Decision) bool { return o.ID == d.ID })
	if at < 0 {
		return tdkt.Errorf(tdkt.NotFound, "Không tìm thấy quyết định %s.", d.Number)
	}
	was := changedWords(v.Decisions[at], d)
	if was == "" {
		return nil
	}
	d.Corrections = append(slices.Clone(v.Decisions[at].Corrections), tdkt.Correction{Date: a.Today(), By: a.User, Reason: reason, Was: was})
	recs := []tdkt.Record{d}
	if d.Kind == tdkt.Giving {
		corrected, err := v.CorrectedAwards(d)
		if err != nil {
			return err
		}
		recs = append(recs, corrected...)
	}
	words := fmt.Sprintf("Đính chính quyết định %s: %s (trước đó: %s)", d.Number, reason, was)
	return a.Change(ctx, "correct-decision", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}

// changedWords names the fields that differ, as they stood before.
func changedWords(old, now tdkt.Decision) string {
	var out []string
	for _, f := range []struct{ name, was, is string }{
		{"số", old.Number, now.Number},
		{"ngày", old.Date.String(), now.Date.String()},
		{"người ký", old.Signer, now.Signer},
		{"cơ quan ban hành", old.Issuer, now.Issuer},
		{"cấp", old.Level, now.Level},
		{"loại hình", old.Manner, now.Manner},
		{"trích yếu", old.Title, now.Title},
		{"phong trào", string(old.Movement), string(now.Movement)},
	} {
		switch {
		case f.was == f.is:
		case f.name == "phong trào":
			out = append(out, "phong trào khác")
		default:
			out = append(out, fmt.Sprintf("%s “%s”", f.name, f.was))
		}
	}
	return strings.Join(out, ", ")
}

// GatherDecisions makes decisions out of awards that were entered or read without one, in
// one step. It returns how many decisions came of it.
func (a *App) GatherDecisions(ctx context.Context) (int, error) {
	v := a.View()
	listed := map[tdkt.ID]bool{}
	for _, l := range v.Lines {
		listed[l.Award] = true
	}
	decisions, lines := tdkt.Gather(v.Awards, listed, func(tdkt.Noun) tdkt.ID { return tdkt.NewID() })
	if len(decisions) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Mọi khen thưởng có số và ngày quyết định đều đã nằm trong sổ quyết định.")
	}
	var recs []tdkt.Record
	for _, d := range decisions {
		recs = append(recs, d)
	}
	for _, l := range lines {
		recs = append(recs, l)
	}
	words := fmt.Sprintf("Gom %d khen thưởng đã nhập thành %d quyết định", len(lines), len(decisions))
	return len(decisions), a.Change(ctx, "gather-decisions", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}
