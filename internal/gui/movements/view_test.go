package movements

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// show opens the page on one movement of several years that all rooms joined.
func show(t *testing.T) (*guitest.Bench, *Tab) {
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
	tab := New(b.Desk)
	b.Show(tab)
	uitest.Tap(t, b.Window.Canvas(), wordJoinUnits)
	return b, tab
}

// TestScores: scores typed by keyboard give the points and the rank; one over its
// weight is refused in a sentence and the old one stays.
func TestScores(t *testing.T) {
	b, tab := show(t)
	c := b.Window.Canvas()
	if n := len(tab.results.Rows()); n != 9 {
		t.Fatalf("%d rooms joined, want 9", n)
	}
	first := tab.results.Rows()[0]
	tab.results.Focus()
	uitest.Keys(c, "Home", "Right", "Right", "Right")
	uitest.Type(t, c, "55,5")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "40")
	uitest.Keys(c, "Return")
	got := tab.results.Rows()[0]
	if got.participant.Subject != first.participant.Subject || got.participant.Year != 2023 || got.participant.Points() != 9550 || got.rank != 1 {
		t.Errorf("first is now %+v", got)
	}
	golden.Compare(t, filepath.Join("testdata", "scores.txt"), uitest.Text(c))
	tab.results.SelectKey(first.key())
	uitest.Keys(c, "Home", "Right", "Right", "Right")
	uitest.Type(t, c, "61")
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, "phải từ 0 đến 60") {
		t.Errorf("a score over its weight:\n%s", text)
	}
	if got := tab.results.Rows()[0].participant.Points(); got != 9550 {
		t.Errorf("points are now %d", got)
	}
}

// TestCriteria: a criterion added in its list becomes a column of the results.
func TestCriteria(t *testing.T) {
	b, tab := show(t)
	c := b.Window.Canvas()
	uitest.More(t, c, wordCriteria)
	uitest.Tap(t, c, wordAddOne)
	uitest.Keys(c, "Escape")
	m := tab.list.Rows()[0].movement
	if len(m.Criteria) != 3 {
		t.Fatalf("criteria: %v", m.Criteria)
	}
	if text := uitest.Text(c); !strings.Contains(text, "Cảnh quan") || !strings.Contains(text, "| Tiêu chí |") {
		t.Errorf("the results have no column for it:\n%s", text)
	}
	b.Desk.Choose(2018, "")
	tab.Refresh()
	if text := uitest.Text(c); !strings.Contains(text, "Năm 2018 không có phong trào nào") {
		t.Errorf("a year before it began:\n%s", text)
	}
}

// TestNominateFromMovement: rooms of a movement are proposed for a form; the decision that
// gives it then begins with the movement and its loại hình.
func TestNominateFromMovement(t *testing.T) {
	b, tab := show(t)
	c := b.Window.Canvas()
	b.Desk.Choose(2024, "")
	tab.Refresh()
	row := tab.results.Rows()[slices.IndexFunc(tab.results.Rows(), func(r result) bool { return strings.HasPrefix(r.name, "Ban Thi đua") })]
	tab.results.SelectKey(row.key())
	uitest.More(t, c, wordNominate)
	uitest.Type(t, c, "bang khen cua chu")
	uitest.Keys(c, "Ctrl+S")
	var got []tdkt.Nomination
	for _, n := range b.App.View().Nominations {
		if n.Movement == tab.at.ID {
			got = append(got, n)
		}
	}
	if len(got) != 1 || got[0].Subject != row.participant.Subject || got[0].Title != "BKT" {
		t.Fatalf("proposed from the movement: %+v\n%s", got, uitest.Text(c))
	}
	tab.results.SelectKey(row.key())
	uitest.More(t, c, wordNominate)
	uitest.Type(t, c, "bang khen cua chu")
	uitest.Keys(c, "Ctrl+S")
	if text := uitest.Text(c); !strings.Contains(text, "đều đã có đề nghị") {
		t.Errorf("proposed twice:\n%s", text)
	}
	uitest.Keys(c, "Escape")
	round := b.App.View().RoundOf(2024, got[0].Round)
	if round.Kind != tdkt.MovementRound || round.Movement != tab.at.ID {
		t.Errorf("the round of a movement is %+v", round)
	}
	if err := b.App.RemoveMovement(t.Context(), tab.at); err != nil {
		t.Fatal(err)
	}
	if n, ok := b.App.View().NominationIn(round, row.participant.Subject, "BKT"); !ok || n.Movement != "" {
		t.Errorf("after the movement is gone: %+v, %v", n, ok)
	}
}
