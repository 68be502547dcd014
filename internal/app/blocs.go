package app

import (
	"cmp"
	"context"
	"fmt"

	"tdkt/internal/app/view"
	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// SaveBloc adds a khối (no ID) with the office as its first member, or changes one.
func (a *App) SaveBloc(ctx context.Context, b tdkt.Bloc) (tdkt.Bloc, error) {
	v := a.View()
	b.Name, b.SignedPlace, b.MetPlace = tdkt.Clean(b.Name), tdkt.Clean(b.SignedPlace), tdkt.Clean(b.MetPlace)
	b.Chair, b.Secretary, b.Next, b.SentTo = tdkt.Clean(b.Chair), tdkt.Clean(b.Secretary), tdkt.Clean(b.Next), tdkt.Clean(b.SentTo)
	for _, text := range []*string{&b.Targets, &b.Present, &b.Remarks, &b.Hardship, &b.Ahead} {
		*text = view.CleanText(*text)
	}
	if err := v.CheckBloc(b); err != nil {
		return b, err
	}
	if b.ID != "" {
		return b, a.put(ctx, "save-bloc", fmt.Sprintf("Sửa khối thi đua năm %d: %s", b.Year, b.Name), b)
	}
	b.ID = tdkt.NewID()
	own := tdkt.BlocMember{
		ID: tdkt.NewID(), Year: b.Year, Bloc: b.ID, Place: 1, Name: cmp.Or(v.OfficeName(), b.Name), Role: tdkt.BlocMate, Own: true,
		Leader: v.Org.Signer, Position: cmp.Or(v.Org.SignerRole, v.Org.Authority),
	}
	return b, a.put(ctx, "save-bloc", fmt.Sprintf("Thêm khối thi đua năm %d: %s", b.Year, b.Name), b, own)
}

// CopyBloc begins a khối of a year from one of an earlier year: its members, criteria and
// rules; no marks, no dates, no votes.
func (a *App) CopyBloc(ctx context.Context, from tdkt.Bloc, year int) (tdkt.Bloc, error) {
	v := a.View()
	b := tdkt.Bloc{ID: tdkt.NewID(), Year: year, Name: from.Name, Scale: from.Scale, Rules: from.Rules, SentTo: from.SentTo}
	if err := v.CheckBloc(tdkt.Bloc{Year: year, Name: b.Name, Rules: b.Rules}); err != nil {
		return b, err
	}
	recs := []tdkt.Record{b}
	for _, m := range v.BlocMembersOf(from) {
		m.ID, m.Year, m.Bloc, m.Votes, m.Voters, m.Proposed, m.Note = tdkt.NewID(), year, b.ID, tdkt.Quantity{}, 0, "", ""
		recs = append(recs, m)
	}
	for _, c := range v.BlocCriteriaOf(from) {
		c.ID, c.Year, c.Bloc = tdkt.NewID(), year, b.ID
		recs = append(recs, c)
	}
	return b, a.put(ctx, "copy-bloc", fmt.Sprintf("Tạo khối thi đua năm %d từ năm %d: %s", year, from.Year, b.Name), recs...)
}

// RemoveBloc takes a khối out with all that is its own.
func (a *App) RemoveBloc(ctx context.Context, b tdkt.Bloc) error {
	v := a.View()
	if err := v.Unlocked(b.Year); err != nil {
		return err
	}
	var recs []tdkt.Record
	for _, m := range v.BlocMembersOf(b) {
		recs = append(recs, v.BlocMemberRows(m)...)
	}
	for _, c := range v.BlocCriteriaOf(b) {
		recs = append(recs, c)
	}
	return a.Drop(ctx, "remove-bloc", fmt.Sprintf("Xóa khối thi đua năm %d: %s", b.Year, b.Name), append(recs, b)...)
}

// SetBlocRules changes how points are counted in a khối.
func (a *App) SetBlocRules(ctx context.Context, b tdkt.Bloc, r *bloc.Rules) error {
	if fault := r.Fault(); fault != "" {
		return tdkt.Errorf(tdkt.Invalid, "Chưa ghi khung chấm điểm: %s", fault)
	}
	own := *r
	own.Criteria = nil // the khối has its own
	b.Rules = own.Text()
	if err := a.View().CheckBloc(b); err != nil {
		return err
	}
	return a.put(ctx, "set-bloc-rules", "Sửa khung chấm điểm: "+b.Name, b)
}

// TakeBlocRules takes the rules of a file, and its criteria where it has some: a khối that has
// marks keeps its own. It says how many criteria came in.
func (a *App) TakeBlocRules(ctx context.Context, b tdkt.Bloc, path string) (int, error) {
	text, err := ReadLimited(path)
	if err != nil {
		return 0, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf("Không đọc được tệp “%s”. Hãy kiểm tra tệp rồi chọn lại.", path)}
	}
	r, err := bloc.Read(path, string(text))
	if err != nil {
		return 0, err
	}
	v := a.View()
	var drop, put []tdkt.Record
	if len(r.Criteria) > 0 {
		if v.BlocMarked(b) {
			return 0, tdkt.Errorf(tdkt.Invalid, "Khối “%s” đã có điểm theo các tiêu chí đang dùng nên chưa nhận bảng tiêu chí của tệp. Hãy xóa điểm trước, hoặc xóa các [[criterion]] trong tệp để chỉ nhận khung.", b.Name)
		}
		for _, c := range v.BlocCriteriaOf(b) {
			drop = append(drop, c)
		}
		for i, c := range r.Criteria {
			put = append(put, tdkt.BlocCriterion{
				ID: tdkt.NewID(), Year: b.Year, Bloc: b.ID, Place: i + 1, Number: tdkt.Clean(c.Number), Text: tdkt.Clean(c.Text),
				Kind: tdkt.CriterionKind(c.Kind), Standard: int(c.Points.N), Measure: tdkt.Clean(c.Measure), Outside: c.Outside,
			})
		}
	}
	own := *r
	own.Criteria = nil
	b.Rules = own.Text()
	if err := v.CheckBloc(b); err != nil {
		return 0, err
	}
	return len(put), a.Change(ctx, "take-bloc-rules", "Nhận khung chấm điểm: "+b.Name, func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, append(put, b)...)
	})
}
