package app

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// NominationOf is the nomination of a subject for a title in a year that was not
// withdrawn; false when there is none.
func (v *View) NominationOf(year int, s tdkt.Subject, title string) (tdkt.Nomination, bool) {
	for _, n := range v.Nominations {
		if n.Year == year && n.Subject == s && n.Title == title && n.State != tdkt.Withdrawn {
			return n, true
		}
	}
	return tdkt.Nomination{}, false
}

// withdrawn is the key of a nomination that was taken back: proposing again reopens it.
func (v *View) withdrawn(year int, s tdkt.Subject, title string) (tdkt.ID, bool) {
	for _, n := range v.Nominations {
		if n.Year == year && n.Subject == s && n.Title == title && n.State == tdkt.Withdrawn {
			return n.ID, true
		}
	}
	return "", false
}

// Nominate proposes subjects for a title, in one step, keeping for each the rules
// and findings as they stand today. Those already proposed stay as they are. A
// không đủ is refused unless a competent person decided an exception; that, a thiếu dữ
// liệu and a hold are let through and shown on every list. It returns how many were added.
func (a *App) Nominate(ctx context.Context, year int, title string, subjects []tdkt.Subject) (int, error) {
	v := a.View()
	if err := v.unlocked(year); err != nil {
		return 0, err
	}
	add, err := a.proposals(v, year, title, subjects)
	if err != nil {
		return 0, err
	}
	words := fmt.Sprintf("Đề nghị %s năm %d: %d đối tượng", v.TitleName(title), year, len(add))
	return len(add), a.Change(ctx, "nominate", words, func(tx Tx) error { return tx.Put(ctx, add...) })
}

// proposals are the rows that propose subjects for a title as a view judges them.
func (a *App) proposals(v *View, year int, title string, subjects []tdkt.Subject) ([]tdkt.Record, error) {
	var add []tdkt.Record
	var refused []tdkt.Problem
	asked := map[tdkt.Subject]bool{}
	for _, s := range subjects {
		if _, ok := v.NominationOf(year, s, title); ok || asked[s] {
			continue
		}
		asked[s] = true
		res, err := v.Explain(year, s, title)
		if err != nil {
			return nil, err
		}
		if res.Answer == law.No && !res.Excepted() {
			refused = append(refused, tdkt.Problem{Cell: res.Code, Text: v.Facts.NameOf(s) + " không đủ điều kiện " + v.TitleName(title) + "."})
			continue
		}
		n, err := a.nomination(v, res)
		if err != nil {
			return nil, err
		}
		if old, ok := v.withdrawn(year, s, title); ok {
			n.ID = old
		}
		add = append(add, n)
	}
	if len(refused) > 0 {
		return nil, &tdkt.Error{Kind: tdkt.Invalid, Problems: refused, Text: fmt.Sprintf(
			"Chưa đề nghị ai: %d trong số đã chọn không đủ điều kiện %s. Hãy bỏ chọn, hoặc ghi ngoại lệ do người có thẩm quyền quyết định, rồi làm lại.", len(refused), v.TitleName(title))}
	}
	return add, nil
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

// Withdraw takes nominations back, with a reason that stays in the history.
func (a *App) Withdraw(ctx context.Context, noms []tdkt.Nomination, reason string) error {
	put, err := a.withdrawals(noms, reason)
	if err != nil {
		return err
	}
	words := fmt.Sprintf("Rút %d đề nghị: %s", len(put), tdkt.Clean(reason))
	return a.Change(ctx, "withdraw", words, func(tx Tx) error { return tx.Put(ctx, put...) })
}

// withdrawals are the nominations as taken back.
func (a *App) withdrawals(noms []tdkt.Nomination, reason string) ([]tdkt.Record, error) {
	if reason = tdkt.Clean(reason); reason == "" {
		return nil, tdkt.Errorf(tdkt.Invalid, "Rút đề nghị cần có lý do. Hãy ghi lý do rồi làm lại.")
	}
	var put []tdkt.Record
	for _, n := range noms {
		if err := a.View().unlocked(n.Year); err != nil {
			return nil, err
		}
		n.State, n.Reason, n.Date = tdkt.Withdrawn, reason, a.Today()
		put = append(put, n)
	}
	return put, nil
}

// SetTick records a person's judgement of a manual need; met nil takes it back.
func (a *App) SetTick(ctx context.Context, t tdkt.Tick, met *bool) error {
	v := a.View()
	if err := v.unlocked(t.Year); err != nil {
		return err
	}
	t.ID = ""
	for _, o := range v.Ticks {
		if o.Year == t.Year && o.Subject == t.Subject && o.Title == t.Title && o.Need == t.Need {
			t.ID = o.ID
		}
	}
	if met == nil && t.ID == "" {
		return nil
	}
	who := v.Facts.NameOf(t.Subject)
	if met == nil {
		return a.Change(ctx, "set-tick", "Bỏ đánh giá tiêu chí định tính của "+who, func(tx Tx) error { return tx.Remove(ctx, t) })
	}
	if t.ID == "" {
		t.ID = tdkt.NewID()
	}
	t.Met = *met
	if t.By == "" {
		t.By = a.User
	}
	if t.Date == 0 {
		t.Date = a.Today()
	}
	return a.Change(ctx, "set-tick", "Đánh giá tiêu chí định tính của "+who, func(tx Tx) error { return tx.Put(ctx, t) })
}

// AwardInput is one decision given to several subjects.
type AwardInput struct {
	Title         string
	From, To      int
	Decision      string
	Date          tdkt.Day
	Signer, Level string
	Subjects      []tdkt.Subject
}

// RecordAwards writes a decision's title for every subject, in one step. A subject
// that has the same title for the same years keeps its row.
func (a *App) RecordAwards(ctx context.Context, in AwardInput) (int, error) {
	v := a.View()
	if in.To == 0 {
		in.To = in.From
	}
	if in.From < 1945 || in.To < in.From {
		return 0, tdkt.Errorf(tdkt.Invalid, "Năm thành tích chưa đúng: từ %d đến %d. Hãy xem lại hai năm.", in.From, in.To)
	}
	if err := v.open(in.To, tdkt.TitleBook); err != nil {
		return 0, err
	}
	var add []tdkt.Record
	for _, s := range in.Subjects {
		if err := v.fits(in.Title, s); err != nil {
			return 0, err
		}
		if v.hasAward(s, in) {
			continue
		}
		add = append(add, tdkt.Award{
			ID: tdkt.NewID(), Subject: s, Code: in.Title, From: in.From, To: in.To,
			Decision: tdkt.Clean(in.Decision), Date: in.Date, Signer: tdkt.Clean(in.Signer), Level: tdkt.Clean(in.Level),
		})
	}
	words := fmt.Sprintf("Ghi nhận %s năm %d cho %d đối tượng", v.TitleName(in.Title), in.To, len(add))
	return len(add), a.Change(ctx, "record-awards", words, func(tx Tx) error {
		return tx.Put(ctx, append(add, a.recognised(v, in)...)...)
	})
}

// recognised moves the nominations that a decision answers to "công nhận".
func (a *App) recognised(v *View, in AwardInput) []tdkt.Record {
	var out []tdkt.Record
	for _, s := range in.Subjects {
		n, ok := v.NominationOf(in.To, s, in.Title)
		if !ok || n.State == tdkt.Recognised {
			continue
		}
		n.State, n.Date, n.Reason = tdkt.Recognised, cmp.Or(in.Date, a.Today()), tdkt.Clean(in.Decision)
		out = append(out, n)
	}
	return out
}

func (v *View) hasAward(s tdkt.Subject, in AwardInput) bool {
	return slices.ContainsFunc(v.Awards, func(w tdkt.Award) bool {
		return !w.Revoked && w.Subject == s && w.Code == in.Title && w.From == in.From && w.To == in.To
	})
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
