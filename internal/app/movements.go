package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// MovementsOf lists the movements under way in a year, the one that began last first.
func (v *View) MovementsOf(year int) []tdkt.Movement {
	var out []tdkt.Movement
	for _, m := range v.Movements {
		if m.Runs(year) {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Movement) int { return cmp.Compare(b.From, a.From) })
	return out
}

// ParticipantsOf lists who takes part in a movement, the most points first.
func (v *View) ParticipantsOf(m tdkt.Movement) []tdkt.Participant {
	var out []tdkt.Participant
	for _, p := range v.Participants {
		if p.Movement == m.ID {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Participant) int { return cmp.Compare(b.Points(), a.Points()) })
	return out
}

// ScoresOf lists who takes part in a movement with what was reached in a year, the most points
// first: a movement of several years has a row for each year, without a key until something is
// entered; what was entered of it as a whole stands beside, with the year 0.
func (v *View) ScoresOf(m tdkt.Movement, year int) []tdkt.Participant {
	all := v.ParticipantsOf(m)
	if !m.SeveralYears() {
		return all
	}
	var out []tdkt.Participant
	seen := map[tdkt.Subject]bool{}
	for _, p := range all {
		if p.Year == year {
			seen[p.Subject] = true
			out = append(out, p)
		}
	}
	for _, p := range all {
		if !seen[p.Subject] {
			seen[p.Subject] = true
			out = append(out, tdkt.Participant{Movement: m.ID, Subject: p.Subject, Year: year})
		}
		if p.Year == 0 && (p.Points() > 0 || p.Result != "") {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Participant) int {
		return cmp.Or(cmp.Compare(b.Year, a.Year), cmp.Compare(b.Points(), a.Points()))
	})
	return out
}

// JoinedBy counts the subjects that take part in a movement.
func (v *View) JoinedBy(m tdkt.Movement) int {
	in := map[tdkt.Subject]bool{}
	for _, p := range v.ParticipantsOf(m) {
		in[p.Subject] = true
	}
	return len(in)
}

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
					a.View().Facts.NameOf(p.Subject), criterionText(m, i), points(criterionWeight(m, i)))
			}
		}
		if p.Year != 0 {
			if err := a.View().unlocked(p.Year); err != nil {
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

// points writes hundredths of a point as people do: 9,5.
func points(hundredths int) string {
	return strings.ReplaceAll(strconv.FormatFloat(float64(hundredths)/100, 'f', -1, 64), ".", ",")
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
	return a.drop(ctx, "leave-movement", fmt.Sprintf("Rút %d đối tượng khỏi phong trào %s", len(recs), m.Name), recs...)
}
