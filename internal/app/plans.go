package app

import (
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// PlanName is how a plan is told from others of its year.
func PlanName(p tdkt.Plan) string {
	if p.Number == "" {
		return p.Title
	}
	return fmt.Sprintf("%s (số %s/%s)", p.Title, p.Number, p.Symbol)
}

// SavePlan adds a plan (no ID) or changes one. A year has one plan of its own.
func (a *App) SavePlan(ctx context.Context, p tdkt.Plan) (tdkt.Plan, error) {
	v := a.View()
	p.Title = tdkt.Clean(p.Title)
	if err := v.PlanReady(p); err != nil {
		return p, err
	}
	words := "Sửa kế hoạch: " + p.Title
	if p.ID == "" {
		p.ID = tdkt.NewID()
		words = "Thêm kế hoạch: " + p.Title
	}
	return p, a.put(ctx, "save-plan", words, p)
}

// RemovePlan takes a plan out with its tasks; movements it launched stay.
func (a *App) RemovePlan(ctx context.Context, p tdkt.Plan) error {
	v := a.View()
	if err := v.Unlocked(p.Year); err != nil {
		return err
	}
	drop := []tdkt.Record{p}
	for _, t := range v.Tasks {
		if t.Plan == p.ID {
			drop = append(drop, t)
		}
	}
	var put []tdkt.Record
	for _, m := range v.Movements {
		if m.Plan == p.ID {
			m.Plan = ""
			put = append(put, m)
		}
	}
	words := fmt.Sprintf("Xóa kế hoạch: %s (kèm %d nhiệm vụ)", p.Title, len(drop)-1)
	return a.Change(ctx, "remove-plan", words, func(tx Tx) error {
		if err := tx.Put(ctx, put...); err != nil {
			return err
		}
		return tx.Remove(ctx, drop...)
	})
}

// StartYear writes a plan made by NextPlan with the tasks kept, in one step.
func (a *App) StartYear(ctx context.Context, n view.NextYear) error {
	if err := a.View().PlanReady(n.Plan); err != nil {
		return err
	}
	n.Plan.ID = tdkt.NewID()
	recs := []tdkt.Record{n.Plan}
	for _, t := range n.Tasks {
		if t.Keep {
			t.New.ID, t.New.Plan = tdkt.NewID(), n.Plan.ID
			recs = append(recs, t.New)
		}
	}
	words := fmt.Sprintf("Lập kế hoạch năm %d từ năm %d (%d nhiệm vụ)", n.Plan.Year, n.Plan.Year-1, len(recs)-1)
	return a.put(ctx, "start-year", words, recs...)
}

// put writes records in one step.
func (a *App) put(ctx context.Context, verb, words string, recs ...tdkt.Record) error {
	return a.Change(ctx, verb, words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}

// Drop takes records out in one step.
func (a *App) Drop(ctx context.Context, verb, words string, recs ...tdkt.Record) error {
	return a.Change(ctx, verb, words, func(tx Tx) error { return tx.Remove(ctx, recs...) })
}
