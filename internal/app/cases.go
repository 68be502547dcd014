package app

import (
	"context"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SaveAbsence adds an absence (no ID) or changes one.
func (a *App) SaveAbsence(ctx context.Context, n tdkt.Absence) error {
	v := a.View()
	n.Kind = tdkt.Clean(n.Kind)
	switch {
	case n.Kind == "":
		return tdkt.Errorf(tdkt.Invalid, "Chưa ghi lý do nghỉ. Hãy ghi, ví dụ “thai sản”, “ốm”, “học tập”.")
	case n.From == 0 || n.To == 0:
		return tdkt.Errorf(tdkt.Invalid, "Thời gian nghỉ cần có ngày bắt đầu và ngày kết thúc. Hãy nhập đủ rồi lưu lại.")
	}
	if err := view.CheckSpan(tdkt.Span{From: n.From, To: n.To}, "nghỉ"); err != nil {
		return err
	}
	return saveCase(ctx, a, v.Absences, n, func(id tdkt.ID) tdkt.Record { n.ID = id; return n }, v.AbsenceWords(n))
}

// SaveDiscipline adds a decision against a person (no ID) or changes one.
func (a *App) SaveDiscipline(ctx context.Context, d tdkt.Discipline) error {
	v := a.View()
	d.Decision = tdkt.Clean(d.Decision)
	switch {
	case !slices.Contains(tdkt.Penalties(), d.Form):
		return tdkt.Errorf(tdkt.Invalid, "Chưa chọn hình thức kỷ luật. Hãy chọn trong danh sách rồi lưu lại.")
	case d.Date == 0:
		return tdkt.Errorf(tdkt.Invalid, "Chưa có ngày quyết định kỷ luật. Hãy nhập ngày rồi lưu lại.")
	case d.CountsIn != 0 && (d.CountsIn > d.Date.Year() || d.CountsIn < d.Date.Year()-10):
		return tdkt.Errorf(tdkt.Invalid, "Năm tính xếp loại %d không hợp với quyết định ngày %s. Hãy ghi năm xảy ra vi phạm, hoặc để trống.", d.CountsIn, d.Date)
	}
	return saveCase(ctx, a, v.Disciplines, d, func(id tdkt.ID) tdkt.Record { d.ID = id; return d }, v.DisciplineWords(d))
}

// SaveHold adds an open case (no ID) or changes one; a day in To closes it.
func (a *App) SaveHold(ctx context.Context, h tdkt.Hold) error {
	v := a.View()
	h.Reason = tdkt.Clean(h.Reason)
	switch {
	case h.Reason == "":
		return tdkt.Errorf(tdkt.Invalid, "Chưa ghi lý do tạm dừng xét. Hãy ghi, ví dụ “đang thanh tra”, “có đơn khiếu nại”.")
	case h.From == 0:
		return tdkt.Errorf(tdkt.Invalid, "Chưa có ngày bắt đầu tạm dừng xét. Hãy nhập ngày rồi lưu lại.")
	}
	if err := view.CheckSpan(tdkt.Span{From: h.From, To: h.To}, "tạm dừng xét"); err != nil {
		return err
	}
	return saveCase(ctx, a, v.Holds, h, func(id tdkt.ID) tdkt.Record { h.ID = id; return h }, v.HoldWords(h))
}

// saveCase writes one record of a person or unit; keyed gives it its key when it is
// new. The same case twice is refused.
func saveCase[E Row](ctx context.Context, a *App, have []E, one E, keyed func(tdkt.ID) tdkt.Record, what string) error {
	for _, o := range have {
		if o.RecordID() != one.RecordID() && any(o) == keyed(o.RecordID()) {
			return tdkt.Errorf(tdkt.Invalid, "Dòng này đã có trong sổ: %s. Hãy xem lại để không ghi hai lần.", what)
		}
	}
	id, words := one.RecordID(), "Sửa: "+what
	if id == "" {
		id, words = tdkt.NewID(), "Thêm: "+what
	}
	rec := keyed(id)
	return a.Change(ctx, "save-"+string(rec.Noun()), words, func(tx Tx) error { return tx.Put(ctx, rec) })
}

// RemoveCase takes an absence, a discipline or a hold away; what says which.
func (a *App) RemoveCase(ctx context.Context, rec tdkt.Record, what string) error {
	return a.Change(ctx, "remove-"+string(rec.Noun()), "Xóa: "+what, func(tx Tx) error { return tx.Remove(ctx, rec) })
}

// Row is a record that can be compared with ==.
type Row interface {
	comparable
	tdkt.Record
}
