package app_test

import (
	"context"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/tdkt"
)

// stopper ends the caller's context as soon as its change is committed.
type stopper struct {
	app.Store
	stop context.CancelFunc
}

func (s stopper) InTx(ctx context.Context, op tdkt.Operation, do func(app.Tx) error) (tdkt.Entry, error) {
	entry, err := s.Store.InTx(ctx, op, do)
	s.stop()
	return entry, err
}

// TestStopJustAfterCommit: who stops waiting just after the commit still sees what was
// committed, and so does everybody else.
func TestStopJustAfterCommit(t *testing.T) {
	t.Parallel()
	a := open(t)
	load(t, a, people)
	ctx, stop := context.WithCancel(t.Context())
	a.Store = stopper{a.Store, stop}
	p := a.View().People[0]
	p.Name = "Trần Thị Mới"
	if err := a.Change(ctx, "test", "Sửa", func(tx app.Tx) error { return tx.Put(t.Context(), p) }); err != nil {
		t.Fatal(err)
	}
	if got, _ := a.View().Facts.Person(p.ID); ctx.Err() == nil || got.Name != p.Name {
		t.Errorf("after the stop the view has %q", got.Name)
	}
}

// TestMoveOnTheFirstDay: a move on the very day a post began would leave a post that ends
// before it begins.
func TestMoveOnTheFirstDay(t *testing.T) {
	t.Parallel()
	a := open(t)
	load(t, a, people+"[Công tác]\nMã cán bộ|Từ ngày|Mã đơn vị\nCB001|01/03/2020|VP\n")
	p := a.View().People[0]
	for day, refused := range map[tdkt.Day]bool{tdkt.Date(2020, 2, 28): true, tdkt.Date(2020, 3, 1): true, tdkt.Date(2020, 3, 2): false} {
		if err := a.MovePerson(t.Context(), p, day); (tdkt.KindOf(err) == tdkt.Invalid) != refused || err != nil && !refused {
			t.Errorf("a move on %s: %v", day, err)
		}
		if !refused {
			if _, err := a.UndoLast(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestSameNameOtherNumber: one name and birth date under two CCCDs are two people; the new room is the other new row.
func TestSameNameOtherNumber(t *testing.T) {
	t.Parallel()
	a := open(t)
	list := "[DS]\nHọ tên|Ngày sinh|Số CCCD|Đơn vị\nNguyễn Văn Hòa|01/01/1980|003080000001|Văn phòng\n"
	if err := imports.Import(t.Context(), a, staff(t, a, list, imports.StaffImport{NewUnits: true}), false); err != nil {
		t.Fatal(err)
	}
	plan := staff(t, a, "[DS]\nHọ tên|Ngày sinh|Số CCCD|Đơn vị\nNguyễn Văn Hòa|01/01/1980|003080000099|Thanh tra\n", imports.StaffImport{NewUnits: true})
	if n := plan.Totals(); n != (imports.ImportCount{New: 2}) || len(plan.Refused) != 0 {
		t.Errorf("taken for the one known: %+v %v %v", n, plan.Lines, plan.Refused)
	}
}
