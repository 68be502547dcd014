package pages

import (
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// What another PC's file brings is shown with both sides of a conflict,
// nothing is written before Enter, and one undo takes it back.
func TestExchangeMerge(t *testing.T) {
	there := filepath.Join(t.TempDir(), "máy 2.sotd")
	b := guitest.Open(t)
	if err := b.App.Store.Backup(t.Context(), there); err != nil {
		t.Fatal(err)
	}
	other, closeOther, err := boot.Open(t.Context(), boot.Options{Path: there})
	if err != nil {
		t.Fatal(err)
	}
	rename(t, b.App, "Nguyễn Thị Một")
	rename(t, other, "Nguyễn Thị Ha")
	rename(t, other, "Nguyễn Thị Hai") // more changes of the row than here: these count
	if err := closeOther(); err != nil {
		t.Fatal(err)
	}
	exchangeBench(t, b, there)
	exchange.Merge(b.Desk)
	c := b.Window.Canvas()
	text := uitest.Text(c)
	for _, want := range []string{"sửa khác nhau", "tên: Nguyễn Thị Một", "tên: Nguyễn Thị Hai", "Máy kia", "Có 1 chỗ hai máy sửa khác nhau"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
	if got := b.App.View().People[0].Name; got != "Nguyễn Thị Một" {
		t.Fatalf("the preview wrote %s", got)
	}
	uitest.Keys(c, "Return")
	if got := b.App.View().People[0].Name; got != "Nguyễn Thị Hai" {
		t.Errorf("written: %s", got)
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil || b.App.View().People[0].Name != "Nguyễn Thị Một" {
		t.Errorf("undone: %s, %v", b.App.View().People[0].Name, err)
	}
}

func rename(t *testing.T, a *app.App, name string) {
	t.Helper()
	p := a.View().People[0]
	p.Name = name
	err := a.Change(t.Context(), "test", "Đổi tên", func(tx app.Tx) error { return tx.Put(t.Context(), tdkt.Record(p)) })
	if err != nil {
		t.Fatal(err)
	}
}
