package app_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// sheets writes the sheets of all rooms of the fresh year.
func sheets(t *testing.T, a *app.App) []string {
	t.Helper()
	rooms := papers.Rooms(a.View(), fresh)
	if len(rooms) != 9 {
		t.Fatalf("%d rooms, want 9", len(rooms))
	}
	paths, err := papers.WritePledgeSheets(t.Context(), a, fresh, rooms, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// TestNineSheetsComeBack: nine rooms send their sheets, three with mistakes. The right
// lines go in, each mistake is named with its place, nothing goes in twice, and the
// lines refused come out as a sheet of their own that can be put right and sent again.
func TestNineSheetsComeBack(t *testing.T) {
	a := sample(t)
	ctx := t.Context()
	paths := sheets(t, a)
	for _, p := range paths {
		sheettest.Change(t, p, "Cá nhân", map[string]string{"F6": "x", "F7": "X"})
	}
	sheettest.Change(t, paths[0], "Cá nhân", map[string]string{"F7": "có lẽ"})
	sheettest.Change(t, paths[1], "Cá nhân", map[string]string{"D6": "Người Khác", "F8": "x"})
	sheettest.Change(t, paths[2], "Cá nhân", map[string]string{"A7": "", "F8": "1"})
	list := papers.PreviewPledgeSheets(ctx, a, paths)
	want := []string{"Ô F7: Không hiểu “có lẽ”", "tên hoặc thứ tự dòng đã bị đổi", "không có khóa"}
	changed := 0
	for i, r := range list {
		if r.Problem != nil {
			t.Fatalf("%s: %v", r.Path, r.Problem)
		}
		changed += len(r.Changed)
		if i < 3 && (len(r.Refused) != 1 || !strings.Contains(r.Refused[0].String(), want[i])) {
			t.Errorf("sheet %d: refused %v, want %q", i, r.Refused, want[i])
		}
		if i >= 3 && len(r.Refused) != 0 {
			t.Errorf("sheet %d: refused %v", i, r.Refused)
		}
	}
	if n, err := papers.TakePledgeSheets(ctx, a, list); err != nil || n != changed || changed != 17 {
		t.Fatalf("took %d of %d: %v", n, changed, err)
	}
	again := papers.PreviewPledgeSheets(ctx, a, paths)
	for _, r := range again {
		if len(r.Changed) != 0 {
			t.Errorf("%s a second time changes %v", r.Path, r.Changed)
		}
	}
	fixed := filepath.Join(t.TempDir(), "sửa.xlsx")
	if err := papers.WriteRefused(ctx, a, list[0], fixed); err != nil {
		t.Fatal(err)
	}
	sheettest.Change(t, fixed, "Cá nhân", map[string]string{"F6": "x"})
	back := papers.PreviewPledgeSheets(ctx, a, []string{fixed})[0]
	if back.Problem != nil || len(back.Refused) != 0 || len(back.Changed) != 1 {
		t.Errorf("put right: %v, refused %v, changed %v", back.Problem, back.Refused, back.Changed)
	}
	if p := a.View().PactOf(fresh, list[0].Sheet.Unit); p.Received != a.Today() || p.File != filepath.Base(paths[0]) {
		t.Errorf("the room's sheet is not noted: %+v", p)
	}
}

// TestSheetTakesBack: an x taken away takes the pledge back; the initiative is kept.
func TestSheetTakesBack(t *testing.T) {
	a := sample(t)
	ctx := t.Context()
	path := sheets(t, a)[0]
	sheettest.Change(t, path, "Cá nhân", map[string]string{"F6": "x", "G6": "x"})
	if _, err := papers.TakePledgeSheets(ctx, a, papers.PreviewPledgeSheets(ctx, a, []string{path})); err != nil {
		t.Fatal(err)
	}
	sheettest.Change(t, path, "Cá nhân", map[string]string{"G6": ""})
	r := papers.PreviewPledgeSheets(ctx, a, []string{path})[0]
	if len(r.Changed) != 1 || !strings.Contains(r.Changed[0].Before, ", ") || strings.Contains(r.Changed[0].After, ", ") {
		t.Fatalf("changes %v", r.Changed)
	}
	if _, err := papers.TakePledgeSheets(ctx, a, []*papers.SheetReturn{r}); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, p := range a.View().Pledges {
		if p.Year == fresh {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d pledges are left, want 1", n)
	}
}

// TestOddSheets: what is no pledge sheet, one of another office, one whose hidden row was
// hurt, and a closed book are refused in a sentence each.
func TestOddSheets(t *testing.T) {
	a := sample(t)
	ctx := t.Context()
	paths := sheets(t, a)
	sheettest.Change(t, paths[0], "Cá nhân", map[string]string{"A4": "", "B4": ""})
	sheettest.Change(t, paths[0], "Tập thể", map[string]string{"A4": ""})
	sheettest.Change(t, paths[1], "Cá nhân", map[string]string{"C4": "đơn vị khác"})
	sheettest.Change(t, paths[1], "Tập thể", map[string]string{"C4": "đơn vị khác"})
	sheettest.Change(t, paths[2], "Cá nhân", map[string]string{"B4": "năm nay"})
	sheettest.Change(t, paths[3], "Tập thể", map[string]string{"B4": "2024"})
	text := filepath.Join(t.TempDir(), "thư.xlsx")
	if err := os.WriteFile(text, []byte("không phải Excel"), 0o600); err != nil {
		t.Fatal(err)
	}
	want := []string{"không phải là phiếu đăng ký", "không có trong sổ này", "dòng ẩn số 4 đã bị sửa", "hai phiếu khác nhau", "thư.xlsx"}
	for i, r := range papers.PreviewPledgeSheets(ctx, a, append(slices.Clone(paths[:4]), text)) {
		if r.Problem == nil || !strings.Contains(r.Problem.Error(), want[i]) {
			t.Errorf("%d: %v, want %q", i, r.Problem, want[i])
		}
	}
	if err := a.CloseBook(ctx, fresh, tdkt.PledgeBook, true, ""); err != nil {
		t.Fatal(err)
	}
	if r := papers.PreviewPledgeSheets(ctx, a, paths[4:5])[0]; tdkt.KindOf(r.Problem) != tdkt.Invalid || !strings.Contains(r.Problem.Error(), "Đã chốt") {
		t.Errorf("in a closed book: %v", r.Problem)
	}
}
