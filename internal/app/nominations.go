package app

import (
	"context"
	"encoding/json"
	"fmt"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// NominationOf is the nomination of a subject for a title in a year that stands; false
// when there is none, or it was withdrawn or returned.
func (v *View) NominationOf(year int, s tdkt.Subject, title string) (tdkt.Nomination, bool) {
	for _, n := range v.Nominations {
		if n.Year == year && n.Subject == s && n.Title == title && n.State.PutForward() {
			return n, true
		}
	}
	return tdkt.Nomination{}, false
}

// fallen is a nomination that no longer stands: proposing again takes it up.
func (v *View) fallen(year int, s tdkt.Subject, title string) (tdkt.Nomination, bool) {
	for _, n := range v.Nominations {
		if n.Year == year && n.Subject == s && n.Title == title && !n.State.PutForward() {
			return n, true
		}
	}
	return tdkt.Nomination{}, false
}

// Nominate proposes subjects for a title, in one step, keeping for each the rules
// and findings as they stand today. Those already proposed stay as they are. A
// không đủ is refused unless a competent person decided an exception; that, a thiếu dữ
// liệu and a hold are let through and shown on every list. It returns how many were added.
func (a *App) Nominate(ctx context.Context, year int, title string, subjects []tdkt.Subject) (int, error) {
	return a.NominateFrom(ctx, tdkt.Movement{}, year, title, subjects)
}

// NominateFrom proposes participants of a movement as Nominate does; the nominations keep
// the movement, and their decision will have its loại hình.
func (a *App) NominateFrom(ctx context.Context, m tdkt.Movement, year int, title string, subjects []tdkt.Subject) (int, error) {
	v := a.View()
	if err := v.unlocked(year); err != nil {
		return 0, err
	}
	add, n, err := a.proposals(v, year, title, subjects)
	if err != nil {
		return 0, err
	}
	from := ""
	if m.ID != "" {
		from = " từ phong trào " + m.Name
	}
	for i, rec := range add {
		if nom, ok := rec.(tdkt.Nomination); ok {
			nom.Movement = m.ID
			add[i] = nom
		}
	}
	words := fmt.Sprintf("Đề nghị %s năm %d%s: %d đối tượng", v.TitleName(title), year, from, n)
	return n, a.Change(ctx, "nominate", words, func(tx Tx) error { return tx.Put(ctx, add...) })
}

// NominateExpected proposes everybody for every title they pledged and meet, in one step;
// a case on hold is left out. It returns how many were added.
func (a *App) NominateExpected(ctx context.Context, year int) (int, error) {
	v := a.View()
	if err := v.unlocked(year); err != nil {
		return 0, err
	}
	results, err := v.Answers(ctx, year)
	if err != nil {
		return 0, err
	}
	pledged := map[aim]bool{}
	for _, p := range v.Pledges {
		if p.Year == year {
			pledged[aim{p.Subject, p.Title}] = true
		}
	}
	meets := map[string][]tdkt.Subject{}
	var titles []string
	for _, r := range results {
		if r.Answer != law.Yes || r.Hold || !pledged[aim{r.Subject, r.Title}] {
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
		add, n, err := a.proposals(v, year, title, meets[title])
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

// aim is a subject and a title.
type aim struct {
	subject tdkt.Subject
	title   string
}

// proposals are the rows that propose subjects for a title as a view judges them, and
// how many subjects they propose.
func (a *App) proposals(v *View, year int, title string, subjects []tdkt.Subject) (add []tdkt.Record, count int, err error) {
	var refused []tdkt.Problem
	asked := map[tdkt.Subject]bool{}
	for _, s := range subjects {
		if _, ok := v.NominationOf(year, s, title); ok || asked[s] {
			continue
		}
		asked[s] = true
		res, err := v.Explain(year, s, title)
		if err != nil {
			return nil, 0, err
		}
		if res.Answer == law.No && !res.Excepted() {
			refused = append(refused, tdkt.Problem{Cell: res.Code, Text: v.Facts.NameOf(s) + " không đủ điều kiện " + v.TitleName(title) + "."})
			continue
		}
		n, err := a.nomination(v, res)
		if err != nil {
			return nil, 0, err
		}
		before, again := v.fallen(year, s, title)
		if again {
			n.ID = before.ID
		}
		add = append(add, n, a.step(n, before.State))
		count++
	}
	if len(refused) > 0 {
		return nil, 0, &tdkt.Error{Kind: tdkt.Invalid, Problems: refused, Text: fmt.Sprintf(
			"Chưa đề nghị ai: %d trong số đã chọn không đủ điều kiện %s. Hãy bỏ chọn, hoặc ghi ngoại lệ do người có thẩm quyền quyết định, rồi làm lại.", len(refused), v.TitleName(title))}
	}
	return add, count, nil
}

// nomination is a new proposal as the result stands today.
func (a *App) nomination(v *View, res law.Result) (tdkt.Nomination, error) {
	n := tdkt.Nomination{
		ID: tdkt.NewID(), Year: res.Year, Subject: res.Subject, Title: res.Title, State: tdkt.Proposed, Date: a.Today(),
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

// StepsOf is the trail of a nomination, oldest first.
func (v *View) StepsOf(nomination tdkt.ID) []tdkt.Step {
	var out []tdkt.Step
	for _, s := range v.Steps {
		if s.Nomination == nomination {
			out = append(out, s)
		}
	}
	return out
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
	for _, n := range noms {
		if err := v.unlocked(n.Year); err != nil {
			return nil, "", err
		}
		n, problem := v.mayMove(n, to)
		if problem.Text != "" {
			refused = append(refused, problem)
			continue
		}
		m, _ := n.State.May(to, tdkt.ByHand)
		if m.Reason && reason == "" {
			return nil, "", tdkt.Errorf(tdkt.Invalid, "%s cần có lý do. Hãy ghi lý do rồi làm lại.", m.Name)
		}
		name = m.Name
		put = append(put, a.moved(n, to, a.Today(), reason)...)
	}
	if len(refused) > 0 {
		return nil, "", &tdkt.Error{Kind: tdkt.Invalid, Problems: refused, Text: fmt.Sprintf(
			"Chưa chuyển bước đề nghị nào: %d trong số đã chọn không ở bước phù hợp. Hãy bỏ chọn rồi làm lại.", len(refused))}
	}
	return put, name, nil
}

// mayMove is a nomination as it stands now, and why it may not move so.
func (v *View) mayMove(n tdkt.Nomination, to tdkt.State) (tdkt.Nomination, tdkt.Problem) {
	for _, now := range v.Nominations {
		if now.ID == n.ID {
			n = now
		}
	}
	if _, ok := n.State.May(to, tdkt.ByHand); ok {
		return n, tdkt.Problem{}
	}
	return n, tdkt.Problem{
		Cell: v.Facts.CodeOf(n.Subject),
		Text: fmt.Sprintf("%s, %s: đang ở bước “%s”, không chuyển sang “%s” được.", v.Facts.NameOf(n.Subject), v.TitleName(n.Title), n.State, to),
	}
}

// moved is a nomination in its new state, with the step that led there.
func (a *App) moved(n tdkt.Nomination, to tdkt.State, on tdkt.Day, reason string) []tdkt.Record {
	from := n.State
	n.State, n.Date, n.Reason = to, on, reason
	return []tdkt.Record{n, a.step(n, from)}
}

// Quotas compares the caps of a year with the nominations made for it.
func (v *View) Quotas(year int) ([]law.QuotaLine, error) {
	chosen := map[string]int{}
	for _, n := range v.Nominations {
		if n.Year == year && n.State.Stands() && n.Subject.Kind == tdkt.APerson {
			chosen[n.Title]++
		}
	}
	return v.Rules.Quotas(v.Facts, year, chosen)
}
