package app

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"

	"tdkt/internal/app/view"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Nominate proposes subjects for a title in a year's own round, in one step, keeping for
// each the rules and findings as they stand today. A không đủ is refused unless a competent
// person decided an exception; that, a thiếu dữ liệu and a hold are let through and shown
// on every list. It returns how many were added; none is an error that says why.
func (a *App) Nominate(ctx context.Context, year int, title string, subjects []tdkt.Subject) (int, error) {
	return a.NominateIn(ctx, tdkt.YearEndRound(year), title, subjects, Handling{})
}

// NominateFrom proposes participants of a movement in its round of the year, which is made
// where there is none; the nominations keep the movement, and their decision will have its
// loại hình.
func (a *App) NominateFrom(ctx context.Context, m tdkt.Movement, year int, title string, subjects []tdkt.Subject) (int, error) {
	if m.ID == "" {
		return a.Nominate(ctx, year, title, subjects)
	}
	r, fresh := a.View().MovementRound(year, m)
	return a.nominate(ctx, r, fresh, title, subjects, Handling{})
}

// NominateIn is Nominate in any round, with what to do with those who are không đủ.
func (a *App) NominateIn(ctx context.Context, r tdkt.Round, title string, subjects []tdkt.Subject, how Handling) (int, error) {
	return a.nominate(ctx, r, false, title, subjects, how)
}

// VetNominees holds subjects against what stands in their way before they are proposed:
// all of it, also what a proposal does not ask about.
func (a *App) VetNominees(r tdkt.Round, title string, subjects []tdkt.Subject) (Vetted, error) {
	v := a.View()
	list, err := a.prospects(v, r, v.NotYet(r, title, subjects))
	return vetted(list, dossier.NotMet, dossier.OnHold, dossier.Twice, dossier.NotKnown), err
}

func (a *App) nominate(ctx context.Context, r tdkt.Round, fresh bool, title string, subjects []tdkt.Subject, how Handling) (int, error) {
	v := a.View()
	if err := v.Unlocked(r.Year); err != nil {
		return 0, err
	}
	add, n, err := a.proposals(v, r, title, subjects, how)
	if err != nil {
		return 0, err
	}
	if n == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Chưa đề nghị thêm ai: các đối tượng đã chọn đều đã có đề nghị %s trong đợt “%s”.", v.TitleName(title), r.Title())
	}
	if fresh {
		add = append([]tdkt.Record{r}, add...)
	}
	words := fmt.Sprintf("Đề nghị %s năm %d%s: %d đối tượng", v.TitleName(title), r.Year, inRoundWords(r), n)
	return n, a.Change(ctx, "nominate", words, func(tx Tx) error { return tx.Put(ctx, add...) })
}

// inRoundWords names a round in a sentence, "" for the year's own.
func inRoundWords(r tdkt.Round) string {
	if r.ID == "" {
		return ""
	}
	return ", đợt " + r.Name
}

// NominateExpected proposes everybody for every title they pledged and meet, in one step;
// a case on hold is left out. It returns how many were added.
func (a *App) NominateExpected(ctx context.Context, year int) (int, error) {
	v := a.View()
	if err := v.Unlocked(year); err != nil {
		return 0, err
	}
	results, err := v.Answers(ctx, year)
	if err != nil {
		return 0, err
	}
	pledged := map[view.Aim]bool{}
	for _, p := range v.Pledges {
		if p.Year == year {
			pledged[view.Aim{Subject: p.Subject, Title: p.Title}] = true
		}
	}
	meets := map[string][]tdkt.Subject{}
	var titles []string
	for r := range results.All() {
		if r.Answer != law.Yes || r.Hold || !pledged[view.Aim{Subject: r.Subject, Title: r.Title}] {
			continue
		}
		if len(meets[r.Title]) == 0 {
			titles = append(titles, r.Title)
		}
		meets[r.Title] = append(meets[r.Title], r.Subject)
	}
	var put []tdkt.Record
	count := 0
	for _, title := range titles {
		add, n, err := a.proposals(v, tdkt.YearEndRound(year), title, meets[title], Handling{})
		if err != nil {
			return 0, err
		}
		put, count = append(put, add...), count+n
	}
	if count == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Mọi trường hợp đã đăng ký và đủ điều kiện năm %d đều đã được đề nghị.", year)
	}
	words := fmt.Sprintf("Đề nghị mọi trường hợp đã đăng ký và đủ điều kiện năm %d: %d", year, count)
	return count, a.Change(ctx, "nominate-expected", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// proposals are the rows that propose subjects for a title as a view judges them, and
// how many subjects they propose.
func (a *App) proposals(v *view.View, r tdkt.Round, title string, subjects []tdkt.Subject, how Handling) (add []tdkt.Record, count int, err error) {
	list, err := a.prospects(v, r, v.NotYet(r, title, subjects))
	if err != nil || len(list) == 0 {
		return nil, 0, err
	}
	goOn, add, err := act{v: v, did: "Chưa đề nghị ai", asks: []dossier.Reason{dossier.NotMet}, how: how}.judge(list)
	if err != nil {
		return nil, 0, err
	}
	for _, s := range goOn {
		if s.Law.Answer == "" { // the law does not judge it: it says why
			_, err := v.Explain(r.Year, s.Subject, title)
			return nil, 0, err
		}
		n, err := a.nomination(v, r, s.Law)
		if err != nil {
			return nil, 0, err
		}
		before, again := v.Fallen(r, s.Subject, title)
		if again {
			n.ID = before.ID
		}
		add = append(add, n, a.step(n, before.State))
	}
	return add, len(goOn), nil
}

// nomination is a new proposal as the result stands today.
func (a *App) nomination(v *view.View, r tdkt.Round, res law.Result) (tdkt.Nomination, error) {
	n := tdkt.Nomination{
		ID: tdkt.NewID(), Year: res.Year, Subject: res.Subject, Title: res.Title, State: tdkt.Proposed, Date: a.Today(),
		Round: r.ID, Movement: r.Movement,
	}
	return n, Stand(v.Rules, res, &n)
}

// Stand writes the rules and the findings into a nomination as they stand, so that
// reopening it years later shows what was decided on and why.
func Stand(rules *law.Rules, res law.Result, n *tdkt.Nomination) error {
	regime, err := rules.Criteria(res.Year)
	if err != nil {
		return err
	}
	stood, err := json.Marshal(res)
	if err != nil {
		return fmt.Errorf("app: keep findings: %w", err)
	}
	n.Regime, n.Checksum, n.Findings = regime.ID, regime.SHA256, string(stood)
	return nil
}

// step is the trail of a nomination that has just moved on from a state.
func (a *App) step(n tdkt.Nomination, from tdkt.State) tdkt.Step {
	return tdkt.Step{
		ID: tdkt.NewID(), Nomination: n.ID, From: from, To: n.State, Date: n.Date, By: a.User, Reason: n.Reason,
	}
}

// Withdraw takes nominations back, with a reason that stays in their trail.
func (a *App) Withdraw(ctx context.Context, noms []tdkt.Nomination, reason string) error {
	return a.MoveNominations(ctx, noms, tdkt.Withdrawn, reason)
}

// MoveNominations takes nominations one move on, all or none, in one step. A
// nomination from which no such move leads is refused by name.
func (a *App) MoveNominations(ctx context.Context, noms []tdkt.Nomination, to tdkt.State, reason string) error {
	put, name, err := a.moves(noms, to, reason)
	if err != nil {
		return err
	}
	words := fmt.Sprintf("%s: %d đề nghị", name, len(noms))
	if reason = tdkt.Clean(reason); reason != "" {
		words += " (" + reason + ")"
	}
	return a.Change(ctx, "move-nominations", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// moves are the rows that take nominations one move on, and the move's name.
func (a *App) moves(noms []tdkt.Nomination, to tdkt.State, reason string) (put []tdkt.Record, name string, err error) {
	v := a.View()
	reason = tdkt.Clean(reason)
	var refused []tdkt.Problem
	standings, err := a.standingsOfRounds(v, noms, to)
	if err != nil {
		return nil, "", err
	}
	for _, n := range noms {
		if err := v.Unlocked(n.Year); err != nil {
			return nil, "", err
		}
		n, problem := v.MayMove(n, to)
		if problem.Text == "" {
			problem = v.Bars(standings[n.ID], to)
		}
		if problem.Text != "" {
			refused = append(refused, problem)
			continue
		}
		m, _ := n.State.May(to, tdkt.ByHand)
		if m.Reason && reason == "" {
			return nil, "", tdkt.Errorf(tdkt.Invalid, "%s cần có lý do. Hãy ghi lý do rồi làm lại.", m.Name)
		}
		name = m.Name
		put = append(put, a.Moved(n, to, a.Today(), reason)...)
	}
	if len(refused) > 0 {
		return nil, "", &tdkt.Error{Kind: tdkt.Invalid, Problems: refused, Text: fmt.Sprintf(
			"Chưa chuyển bước đề nghị nào: %d trong số đã chọn không ở bước phù hợp hoặc còn vướng. Hãy bỏ chọn rồi làm lại.", len(refused))}
	}
	return put, name, nil
}

// standingsOfRounds are the standings of nominations that a move would hold against theirs.
func (a *App) standingsOfRounds(v *view.View, noms []tdkt.Nomination, to tdkt.State) (map[tdkt.ID]dossier.Standing, error) {
	out := map[tdkt.ID]dossier.Standing{}
	if to != tdkt.Approved && to != tdkt.Submitted {
		return out, nil
	}
	seen := map[tdkt.Round]bool{}
	for _, n := range noms {
		r := v.RoundIn(n.Year, n.Round)
		if seen[r] {
			continue
		}
		seen[r] = true
		list, err := a.standingsBy(v, r)
		if err != nil {
			return nil, err
		}
		maps.Copy(out, list)
	}
	return out, nil
}

// Moved is a nomination in its new state, with the step that led there.
func (a *App) Moved(n tdkt.Nomination, to tdkt.State, on tdkt.Day, reason string) []tdkt.Record {
	from := n.State
	n.State, n.Date, n.Reason = to, on, reason
	return []tdkt.Record{n, a.step(n, from)}
}
