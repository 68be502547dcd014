package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// SaveBlocMembers adds members (no ID) or changes them, in one step. One member is the office
// itself, one the head.
func (a *App) SaveBlocMembers(ctx context.Context, b tdkt.Bloc, list ...tdkt.BlocMember) error {
	v := a.View()
	if err := v.Unlocked(b.Year); err != nil {
		return err
	}
	all := v.BlocMembersOf(b)
	last := 0
	for _, m := range all {
		last = max(last, m.Place)
	}
	var recs []tdkt.Record
	for _, m := range list {
		m.Name, m.Leader, m.Position, m.Note = tdkt.Clean(m.Name), tdkt.Clean(m.Leader), tdkt.Clean(m.Position), tdkt.Clean(m.Note)
		m.Year, m.Bloc, m.Role = b.Year, b.ID, cmp.Or(m.Role, tdkt.BlocMate)
		if m.ID == "" {
			m.ID = tdkt.NewID()
			last++
			m.Place = cmp.Or(m.Place, last)
		}
		if at := slices.IndexFunc(all, func(o tdkt.BlocMember) bool { return o.ID == m.ID }); at >= 0 {
			all[at] = m
		} else {
			all = append(all, m)
		}
		recs = append(recs, m)
	}
	others, err := checkBlocMembers(all, list)
	if err != nil {
		return err
	}
	words := fmt.Sprintf("Ghi %d thành viên: %s", len(list), b.Name)
	return a.put(ctx, "save-bloc-members", words, append(recs, others...)...)
}

// checkBlocMembers refuses members without a name or of one name. Who is the office itself or
// the head now takes the place of who was.
func checkBlocMembers(all, list []tdkt.BlocMember) (others []tdkt.Record, err error) {
	names := map[string]bool{}
	for _, m := range all {
		key := tdkt.Fold(m.Name)
		switch {
		case m.Name == "":
			return nil, tdkt.Errorf(tdkt.Invalid, "Có thành viên chưa có tên. Hãy nhập tên rồi ghi lại.")
		case names[key]:
			return nil, tdkt.Errorf(tdkt.Invalid, "Khối đã có thành viên “%s”. Hãy sửa tên, hoặc bỏ dòng thừa.", m.Name)
		case m.Voters < 0:
			return nil, tdkt.Errorf(tdkt.Invalid, "Số người bỏ phiếu của “%s” phải từ 0 trở lên. Hãy nhập lại.", m.Name)
		}
		names[key] = true
	}
	written := func(m tdkt.BlocMember) bool {
		return slices.ContainsFunc(list, func(o tdkt.BlocMember) bool { return o.ID == m.ID || o.ID == "" && tdkt.Clean(o.Name) == m.Name })
	}
	own := slices.ContainsFunc(list, func(o tdkt.BlocMember) bool { return o.Own })
	head := slices.ContainsFunc(list, func(o tdkt.BlocMember) bool { return o.Role == tdkt.BlocHead })
	for _, m := range all {
		before := m
		if written(m) {
			continue
		}
		m.Own = m.Own && !own
		if m.Role == tdkt.BlocHead && head {
			m.Role = tdkt.BlocMate
		}
		if m != before {
			others = append(others, m)
		}
	}
	return others, nil
}

// RemoveBlocMembers takes members out with all that is entered of them.
func (a *App) RemoveBlocMembers(ctx context.Context, b tdkt.Bloc, list ...tdkt.BlocMember) error {
	v := a.View()
	if err := v.Unlocked(b.Year); err != nil {
		return err
	}
	var recs []tdkt.Record
	for _, m := range list {
		recs = append(recs, v.BlocMemberRows(m)...)
	}
	return a.Drop(ctx, "remove-bloc-members", fmt.Sprintf("Bỏ %d thành viên: %s", len(list), b.Name), recs...)
}

// SaveBlocCriteria adds criteria (no ID) at the end or changes them, in one step.
func (a *App) SaveBlocCriteria(ctx context.Context, b tdkt.Bloc, list ...tdkt.BlocCriterion) error {
	v := a.View()
	if err := v.Unlocked(b.Year); err != nil {
		return err
	}
	last := 0
	for _, c := range v.BlocCriteriaOf(b) {
		last = max(last, c.Place)
	}
	var recs []tdkt.Record
	for _, c := range list {
		c.Number, c.Text, c.Measure = tdkt.Clean(c.Number), tdkt.Clean(c.Text), tdkt.Clean(c.Measure)
		c.Year, c.Bloc, c.Kind = b.Year, b.ID, cmp.Or(c.Kind, tdkt.PlainPoints)
		switch {
		case c.Text == "":
			return tdkt.Errorf(tdkt.Invalid, "Có tiêu chí chưa có nội dung. Hãy nhập nội dung rồi ghi lại.")
		case c.Standard < 0:
			return tdkt.Errorf(tdkt.Invalid, "Điểm chuẩn của “%s” phải từ 0 trở lên. Hãy nhập lại.", c.Text)
		}
		if over := v.BlocMarksOver(c); over > 0 {
			return tdkt.Errorf(tdkt.Invalid, "Điểm chuẩn %s của “%s” thấp hơn điểm đã chấm của %d thành viên. Hãy sửa các điểm đó trước.", view.Points(c.Standard), c.Text, over)
		}
		if c.ID == "" {
			c.ID = tdkt.NewID()
			last++
			c.Place = cmp.Or(c.Place, last)
		}
		recs = append(recs, c)
	}
	return a.put(ctx, "save-bloc-criteria", fmt.Sprintf("Ghi %d tiêu chí: %s", len(list), b.Name), recs...)
}

// RemoveBlocCriteria takes criteria out with what members reached in them.
func (a *App) RemoveBlocCriteria(ctx context.Context, b tdkt.Bloc, list ...tdkt.BlocCriterion) error {
	v := a.View()
	if err := v.Unlocked(b.Year); err != nil {
		return err
	}
	var recs []tdkt.Record
	for _, c := range list {
		for _, m := range v.BlocMarks {
			if m.Criterion == c.ID {
				recs = append(recs, m)
			}
		}
		recs = append(recs, c)
	}
	return a.Drop(ctx, "remove-bloc-criteria", fmt.Sprintf("Bỏ %d tiêu chí: %s", len(list), b.Name), recs...)
}

// MoveBlocCriterion moves a criterion up (by -1) or down (by 1).
func (a *App) MoveBlocCriterion(ctx context.Context, b tdkt.Bloc, c tdkt.BlocCriterion, by int) error {
	list := a.View().BlocCriteriaOf(b)
	at := slices.IndexFunc(list, func(o tdkt.BlocCriterion) bool { return o.ID == c.ID })
	if to := at + by; at >= 0 && to >= 0 && to < len(list) {
		list[at], list[to] = list[to], list[at]
		for i := range list {
			list[i].Place = i + 1
		}
		return a.SaveBlocCriteria(ctx, b, list...)
	}
	return nil
}

// SaveBlocMarks writes what a member reached, in one step; a mark of which nothing is left is
// taken out.
func (a *App) SaveBlocMarks(ctx context.Context, b tdkt.Bloc, m tdkt.BlocMember, list ...tdkt.BlocMark) error {
	put, drop, err := a.View().BlocMarkChanges(b, m, list)
	if err != nil {
		return err
	}
	return a.Change(ctx, "save-bloc-marks", fmt.Sprintf("Ghi điểm thi đua, %s: %s", b.Name, m.Name), PutAndDrop(ctx, put, drop))
}

// PutAndDrop is the change that writes records and takes others out.
func PutAndDrop(ctx context.Context, put, drop []tdkt.Record) func(Tx) error {
	return func(tx Tx) error {
		if err := tx.Remove(ctx, drop...); err != nil {
			return err
		}
		return tx.Put(ctx, put...)
	}
}

// AcceptBlocMarks takes over the members' own marks as the khối's, where it has none yet, and
// says how many.
func (a *App) AcceptBlocMarks(ctx context.Context, b tdkt.Bloc, members ...tdkt.BlocMember) (int, error) {
	v := a.View()
	if err := v.Unlocked(b.Year); err != nil {
		return 0, err
	}
	k, err := v.BlocRanking(b)
	if err != nil {
		return 0, err
	}
	var recs []tdkt.Record
	for _, m := range members {
		r, _ := k.Of(m.ID)
		for _, l := range r.Lines {
			if !l.Counts() || l.Checked() || !l.Self.Known {
				continue
			}
			x := l.Mark
			x.ID, x.Year, x.Member, x.Criterion, x.Checked = cmp.Or(x.ID, tdkt.NewID()), b.Year, m.ID, l.Criterion.ID, l.Self
			recs = append(recs, x)
		}
	}
	return len(recs), a.put(ctx, "accept-bloc-marks", fmt.Sprintf("Nhận điểm tự chấm, %s: %d điểm", b.Name, len(recs)), recs...)
}

// SaveBlocExtras adds points beside the criteria (no ID) or changes them, in one step.
func (a *App) SaveBlocExtras(ctx context.Context, b tdkt.Bloc, m tdkt.BlocMember, list ...tdkt.BlocExtra) error {
	v := a.View()
	if err := v.Unlocked(b.Year); err != nil {
		return err
	}
	rules, err := v.BlocRules(b)
	if err != nil {
		return err
	}
	var recs []tdkt.Record
	for _, x := range list {
		x.Reason, x.Year, x.Member, x.ID = tdkt.Clean(x.Reason), b.Year, m.ID, cmp.Or(x.ID, tdkt.NewID())
		known := slices.ContainsFunc(rules.Reasons(x.Minus), func(r bloc.Reason) bool { return r.Key == x.Key })
		switch {
		case x.Key != "" && !known:
			return tdkt.Errorf(tdkt.Invalid, "Khung chấm điểm không có lý do “%s”. Hãy chọn lý do trong khung, hoặc ghi lý do và điểm.", x.Key)
		case x.Key == "" && (x.Reason == "" || x.Points <= 0):
			return tdkt.Errorf(tdkt.Invalid, "Điểm thưởng, điểm trừ ngoài khung cần lý do và điểm lớn hơn 0. Hãy nhập đủ.")
		case x.Count < 0:
			return tdkt.Errorf(tdkt.Invalid, "Số lần, số ngày phải từ 0 trở lên. Hãy nhập lại.")
		}
		recs = append(recs, x)
	}
	return a.put(ctx, "save-bloc-extras", fmt.Sprintf("Ghi điểm thưởng, điểm trừ, %s: %s", b.Name, m.Name), recs...)
}

// RemoveBlocExtras takes points beside the criteria out.
func (a *App) RemoveBlocExtras(ctx context.Context, b tdkt.Bloc, list ...tdkt.BlocExtra) error {
	if err := a.View().Unlocked(b.Year); err != nil {
		return err
	}
	var recs []tdkt.Record
	for _, x := range list {
		recs = append(recs, x)
	}
	return a.Drop(ctx, "remove-bloc-extras", fmt.Sprintf("Xóa %d điểm thưởng, điểm trừ: %s", len(list), b.Name), recs...)
}
