package examples

import (
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestList: a good deed not yet made known is pointed out; the form opens on it.
func TestList(t *testing.T) {
	b := guitest.Open(t)
	for _, e := range b.App.View().ExamplesOf(guitest.Year) {
		if err := b.App.RemoveExample(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	person := b.App.View().PeopleOf(guitest.Year, "")[3]
	for _, e := range []tdkt.Example{
		{Year: guitest.Year, Kind: tdkt.GoodDeed, Subject: tdkt.PersonSubject(person.ID), Story: "Trả lại của rơi.", Date: tdkt.Date(2023, 5, 4)},
		{Year: guitest.Year, Kind: tdkt.GoodModel, Name: "Một cửa thân thiện", Story: "Hẹn giờ.", Spread: "Nêu gương tại giao ban.", Manner: "chuyên đề"},
	} {
		if err := b.App.SaveExample(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	tab := New(b.Desk)
	b.Show(tab)
	golden.Compare(t, filepath.Join("testdata", "list.txt"), uitest.Text(b.Window.Canvas()))
	tab.Grid.Focus()
	uitest.Keys(b.Window.Canvas(), "Return")
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Trả lại của rơi.") || !strings.Contains(text, wordSpread) {
		t.Errorf("the form:\n%s", text)
	}
}

// TestEmpty: a year without examples says what to do.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(New(b.Desk))
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "chưa ghi gương điển hình nào") {
		t.Errorf("an empty list:\n%s", text)
	}
}
