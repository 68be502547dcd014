package pages

import (
	"slices"
	"strings"
	"testing"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/movements"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// movementsPage opens the page on one movement of several years that all rooms joined.
func movementsPage(t *testing.T) (*guitest.Bench, *movements.Tab, tdkt.ID) {
	t.Helper()
	b := guitest.Open(t)
	for _, m := range b.App.View().Movements {
		if err := b.App.RemoveMovement(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	_, err := b.App.SaveMovement(t.Context(), tdkt.Movement{
		Name: "Thi đua thực hiện văn hóa công sở", Kind: tdkt.ThemedMovement, Scope: "toàn Sở", Manner: "chuyên đề",
		From: tdkt.Date(2019, 6, 1), To: tdkt.Date(2025, 12, 31),
		Criteria: []tdkt.Criterion{{Text: "Nếp sống", Weight: 6000}, {Text: "Cảnh quan", Weight: 4000}},
	})
	if err != nil {
		t.Fatal(err)
	}
	tab := movements.New(b.Desk)
	b.Show(tab)
	uitest.Tap(t, b.Window.Canvas(), "Mọi đơn vị tham gia")
	return b, tab, b.App.View().Movements[0].ID
}

// Scores typed by keyboard give the points and the rank; one over its weight is refused in
// a sentence and the old one stays.
func TestMovementsScores(t *testing.T) {
	b, _, _ := movementsPage(t)
	c := b.Window.Canvas()
	results := b.List(t, "Hạng", "Tổng điểm")
	if n := results.Len(); n != 9 {
		t.Fatalf("%d rooms joined, want 9", n)
	}
	who := results.Cell(0, "Đơn vị, cá nhân")
	results.Go(0, "Nếp sống (tối đa 60)")
	uitest.Type(t, c, "55,5")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "40")
	uitest.Keys(c, "Return")
	if got := results.Rows()[0]; !slices.Equal(got, []string{who, "1", "2023", "55,5", "40", "95,5", ""}) {
		t.Errorf("first is now %q", got)
	}
	looks(t, b, "movements/scores")
	results.Type(results.Find("Đơn vị, cá nhân", who), "Nếp sống (tối đa 60)", "61")
	says(t, b, "phải từ 0 đến 60")
	if got := results.Cell(0, "Tổng điểm"); got != "95,5" {
		t.Errorf("points are now %s", got)
	}
}

// A criterion added in its list becomes a column of the results.
func TestMovementsCriteria(t *testing.T) {
	b, tab, _ := movementsPage(t)
	c := b.Window.Canvas()
	uitest.More(t, c, "Tiêu chí…")
	uitest.Tap(t, c, "Thêm dòng")
	uitest.Keys(c, "Escape")
	if m := b.App.View().Movements[0]; len(m.Criteria) != 3 {
		t.Fatalf("criteria: %v", m.Criteria)
	}
	if text := uitest.Text(c); !strings.Contains(text, "Cảnh quan") || !strings.Contains(text, "| Tiêu chí |") {
		t.Errorf("the results have no column for it:\n%s", text)
	}
	b.Desk.Choose(2018, "")
	tab.Refresh()
	says(t, b, "Năm 2018 không có phong trào nào")
}

// Rooms of a movement are proposed for a form; the decision that gives it then begins with
// the movement and its loại hình.
func TestMovementsNominate(t *testing.T) {
	b, tab, at := movementsPage(t)
	c := b.Window.Canvas()
	b.Desk.Choose(2024, "")
	tab.Refresh()
	results := b.List(t, "Hạng", "Tổng điểm")
	row := slices.IndexFunc(results.Texts("Đơn vị, cá nhân"), func(name string) bool { return strings.HasPrefix(name, "Ban Thi đua") })
	name := results.Cell(row, "Đơn vị, cá nhân")
	propose := func() {
		results.Go(results.Find("Đơn vị, cá nhân", name), "")
		uitest.More(t, c, "Đề nghị khen…")
		uitest.Type(t, c, "bang khen cua chu")
		uitest.Keys(c, "Ctrl+S")
	}
	propose()
	var got []tdkt.Nomination
	for _, n := range b.App.View().Nominations {
		if n.Movement == at {
			got = append(got, n)
		}
	}
	if len(got) != 1 || b.App.View().Facts.NameOf(got[0].Subject) != name || got[0].Title != "BKT" {
		t.Fatalf("proposed from the movement: %+v\n%s", got, uitest.Text(c))
	}
	propose()
	says(t, b, "đều đã có đề nghị")
	uitest.Keys(c, "Escape")
	round := b.App.View().RoundOf(2024, got[0].Round)
	if round.Kind != tdkt.MovementRound || round.Movement != at {
		t.Errorf("the round of a movement is %+v", round)
	}
	if err := b.App.RemoveMovement(t.Context(), b.App.View().Movements[0]); err != nil {
		t.Fatal(err)
	}
	if n, ok := b.App.View().NominationIn(round, got[0].Subject, "BKT"); !ok || n.Movement != "" {
		t.Errorf("after the movement is gone: %+v, %v", n, ok)
	}
}
