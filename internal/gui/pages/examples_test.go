package pages

import (
	"testing"

	"tdkt/internal/gui/examples"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// A good deed not yet made known is pointed out; the form opens on it.
func TestExamplesList(t *testing.T) {
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
	b.Show(examples.New(b.Desk))
	looks(t, b, "examples/list")
	b.List(t, "Ai, mô hình nào").Go(0, "")
	uitest.Keys(b.Window.Canvas(), "Return")
	says(t, b, "===", "Trả lại của rơi.", "Đã biểu dương, nhân rộng thế nào")
}

// A year without examples says what to do.
func TestExamplesEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(examples.New(b.Desk))
	says(t, b, "chưa ghi gương điển hình nào")
}
