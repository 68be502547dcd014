package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SaveMovement adds a movement (no ID) or changes one.
func (a *App) SaveMovement(ctx context.Context, m tdkt.Movement) (tdkt.Movement, error) {
	m.Name, m.Scope, m.Manner, m.Document = tdkt.Clean(m.Name), tdkt.Clean(m.Scope), tdkt.Clean(m.Manner), tdkt.Clean(m.Document)
	switch {
	case m.Name == "":
		return m, tdkt.Errorf(tdkt.Invalid, "Phong trào chưa có tên. Hãy nhập tên rồi lưu lại.")
	case m.From != 0 && m.To != 0 && m.To < m.From:
		return m, tdkt.Errorf(tdkt.Invalid, "Ngày kết thúc %s đứng trước ngày bắt đầu %s. Hãy sửa một trong hai ngày.", m.To, m.From)
	}
	words := "Sửa phong trào: " + m.Name
	if m.ID == "" {
		m.ID = tdkt.NewID()
		words = "Thêm phong trào: " + m.Name
	}
	return m, a.put(ctx, "save-movement", words, m)
}

// RemoveMovement takes a movement out with its results; nominations born from it stay,
// and so does their round.
func (a *App) RemoveMovement(ctx context.Context, m tdkt.Movement) error {
	v := a.View()
	drop := []tdkt.Record{}
	for _, p := range v.ParticipantsOf(m) {
		drop = append(drop, p)
	}
	var put []tdkt.Record
	for _, n := range v.Nominations {
		if n.Movement == m.ID {
			n.Movement = ""
			put = append(put, n)
		}
	}
	for _, r := range v.Rounds {
		if r.Movement == m.ID {
			r.Movement = ""
			put = append(put, r)
		}
	}
	return a.Change(ctx, "remove-movement", "Xóa phong trào: "+m.Name, func(tx Tx) error {
		if err := tx.Put(ctx, put...); err != nil {
			return err
		}
		return tx.Remove(ctx, append(drop, m)...)
	})
}

// Join enters subjects into a movement, in one step; those who are in stay as they
// are. It returns how many were added.
func (a *App) Join(ctx context.Context, m tdkt.Movement, subjects []tdkt.Subject) (int, error) {
	in := map[tdkt.Subject]bool{}
	for _, p := range a.View().ParticipantsOf(m) {
		in[p.Subject] = true
	}
	var add []tdkt.Record
	for _, s := range subjects {
		if !in[s] {
			in[s] = true
			add = append(add, tdkt.Participant{ID: tdkt.NewID(), Movement: m.ID, Subject: s})
		}
	}
	words := fmt.Sprintf("Ghi %d đối tượng tham gia phong trào %s", len(add), m.Name)
	return len(add), a.put(ctx, "join-movement", words, add...)
}

// SaveResults changes what participants of a movement reached, in one step. A score
// lies between nothing and the weight of its criterion.
func (a *App) SaveResults(ctx context.Context, m tdkt.Movement, list []tdkt.Participant) error {
	var recs []tdkt.Record
	for _, p := range list {
		for i, s := range p.Scores {
			if i >= len(m.Criteria) || s < 0 || m.Criteria[i].Weight > 0 && s > m.Criteria[i].Weight {
				return tdkt.Errorf(tdkt.Invalid, "Điểm của %s ở tiêu chí “%s” phải từ 0 đến %s. Hãy nhập lại.",
					a.View().Facts.NameOf(p.Subject), criterionText(m, i), view.Points(criterionWeight(m, i)))
			}
		}
		if p.Year != 0 {
			if err := a.View().Unlocked(p.Year); err != nil {
				return err
			}
		}
		p.ID, p.Result = cmp.Or(p.ID, tdkt.NewID()), tdkt.Clean(p.Result)
		recs = append(recs, p)
	}
	return a.put(ctx, "save-results", fmt.Sprintf("Ghi kết quả phong trào %s: %d đối tượng", m.Name, len(recs)), recs...)
}

func criterionText(m tdkt.Movement, i int) string {
	if i < len(m.Criteria) {
		return m.Criteria[i].Text
	}
	return "không có trong phong trào"
}

func criterionWeight(m tdkt.Movement, i int) int {
	if i < len(m.Criteria) {
		return m.Criteria[i].Weight
	}
	return 0
}

// Leave takes participants out of a movement, in one step: the rows given, and those of their
// subjects that hold no result. What was reached in other years stays.
func (a *App) Leave(ctx context.Context, m tdkt.Movement, list []tdkt.Participant) error {
	var recs []tdkt.Record
	for _, p := range a.View().ParticipantsOf(m) {
		if slices.ContainsFunc(list, func(o tdkt.Participant) bool {
			return o.ID == p.ID || o.Subject == p.Subject && p.Points() == 0 && p.Result == ""
		}) {
			recs = append(recs, p)
		}
	}
	return a.Drop(ctx, "leave-movement", fmt.Sprintf("Rút %d đối tượng khỏi phong trào %s", len(recs), m.Name), recs...)
}
