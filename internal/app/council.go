package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SaveMember adds a member of the Council or changes one.
func (a *App) SaveMember(ctx context.Context, m tdkt.Member) error {
	return a.SaveMembers(ctx, []tdkt.Member{m})
}

// SaveMembers writes several members in one step: all or none.
func (a *App) SaveMembers(ctx context.Context, list []tdkt.Member) error {
	v := a.View()
	names := make([]string, len(list))
	recs := make([]tdkt.Record, len(list))
	for i, m := range list {
		m, err := v.VetMember(m)
		if err != nil {
			return err
		}
		if m.ID == "" {
			m.ID = tdkt.NewID()
		}
		names[i], recs[i] = v.MemberName(m), m
	}
	return a.put(ctx, "save-member", "Ghi thành viên Hội đồng "+strings.Join(names, ", "), recs...)
}

// RemoveMember takes a member out who never attended; one who did is ended instead.
func (a *App) RemoveMember(ctx context.Context, m tdkt.Member) error {
	v := a.View()
	if slices.ContainsFunc(v.Presences, func(p tdkt.Presence) bool { return p.Member == m.ID }) {
		return tdkt.Errorf(tdkt.Invalid, "%s đã có trong thành phần dự họp nên không xóa được. Hãy ghi ngày thôi làm thành viên.", v.MemberName(m))
	}
	return a.Change(ctx, "remove-member", "Xóa thành viên Hội đồng "+v.MemberName(m), func(tx Tx) error { return tx.Remove(ctx, m) })
}

// SaveMeeting adds a meeting or changes one. All members with a vote on its day are
// counted: they are the base of every share.
func (a *App) SaveMeeting(ctx context.Context, m tdkt.Meeting) (tdkt.Meeting, error) {
	v := a.View()
	if err := v.Unlocked(m.Year); err != nil {
		return m, err
	}
	m.Place, m.Title, m.Minutes = tdkt.Clean(m.Place), tdkt.Clean(m.Title), tdkt.Clean(m.Minutes)
	if m.Date == 0 {
		return m, tdkt.Errorf(tdkt.Invalid, "Phiên họp chưa có ngày. Hãy nhập ngày họp.")
	}
	m.Members = view.Voters(v.CouncilOn(m.Date))
	if m.Members == 0 {
		return m, tdkt.Errorf(tdkt.Invalid, "Ngày %s Hội đồng chưa có thành viên nào được biểu quyết. Hãy nhập thành viên Hội đồng trước.", m.Date)
	}
	fresh := m.ID == ""
	if fresh {
		m.ID = tdkt.NewID()
	}
	recs := []tdkt.Record{m}
	for _, b := range v.Ballots { // a meeting moved to another day may have another base
		if b.Meeting == m.ID && b.Members != m.Members {
			return m, tdkt.Errorf(tdkt.Invalid, "Ngày %s Hội đồng có %d thành viên biểu quyết, khác số %d của các phiếu đã kiểm. Hãy xóa kết quả kiểm phiếu hoặc giữ ngày họp.", m.Date, m.Members, b.Members)
		}
	}
	words := fmt.Sprintf("Ghi phiên họp Hội đồng ngày %s", m.Date)
	return m, a.Change(ctx, "save-meeting", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}

// SetPresence says how members attended a meeting. Ballots already counted must agree
// with who was away.
func (a *App) SetPresence(ctx context.Context, m tdkt.Meeting, members []tdkt.ID, state tdkt.Attending, reason string) error {
	v := a.View()
	if err := v.Unlocked(m.Year); err != nil {
		return err
	}
	if v.Concluded(m) {
		return tdkt.Errorf(tdkt.Invalid, "Kết quả kiểm phiếu của phiên họp ngày %s đã công bố nên thành phần dự họp không sửa được nữa.", m.Date)
	}
	old := map[tdkt.ID]tdkt.ID{}
	for _, p := range v.Presences {
		if p.Meeting == m.ID {
			old[p.Member] = p.ID
		}
	}
	var recs []tdkt.Record
	for _, id := range members {
		p := tdkt.Presence{ID: cmp.Or(old[id], tdkt.NewID()), Meeting: m.ID, Member: id, State: state, Reason: tdkt.Clean(reason)}
		recs = append(recs, p)
	}
	words := fmt.Sprintf("Ghi %d thành viên %s, phiên họp ngày %s", len(recs), state, m.Date)
	return a.Change(ctx, "set-presence", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}
