package events

import (
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// show opens the page on a launch conference and an inspection.
func show(t *testing.T) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	for _, e := range b.App.View().EventsOf(guitest.Year) {
		if err := b.App.RemoveEvent(t.Context(), e); err != nil {
			t.Fatal(err)
		}
	}
	unit := b.App.View().UnitTree()[1]
	for _, e := range []tdkt.Event{
		{Year: guitest.Year, Kind: tdkt.Launch, Name: "Hội nghị phát động thi đua năm 2023", From: tdkt.Date(2023, 1, 12), Place: "Hội trường Sở"},
		{
			Year: guitest.Year, Kind: tdkt.Inspection, Name: "Kiểm tra công tác thi đua giữa năm", From: tdkt.Date(2023, 7, 5), To: tdkt.Date(2023, 7, 6),
			Remarks: []tdkt.Remark{{Text: "Sổ theo dõi chưa đầy đủ.", Unit: unit.ID, Due: tdkt.Date(2023, 8, 1)}},
		},
	} {
		if err := b.App.SaveEvent(t.Context(), e, nil); err != nil {
			t.Fatal(err)
		}
	}
	tab := New(b.Desk)
	b.Show(tab)
	return b, tab
}

// TestPeopleAndRemarks: who took part is ticked by keyboard and kept; a remark put
// right is no longer counted as open.
func TestPeopleAndRemarks(t *testing.T) {
	b, tab := show(t)
	c := b.Window.Canvas()
	tab.Grid.Focus()
	uitest.More(t, c, wordPeople)
	for _, name := range []string{"mai anh", "van an"} {
		uitest.Type(t, c, name)
		uitest.Keys(c, "Return")
	}
	uitest.Tap(t, c, wordSave)
	if got := len(b.App.View().AttendancesOf(tab.Grid.Rows()[0].event)); got != 2 {
		t.Errorf("%d people took part, want 2", got)
	}
	golden.Compare(t, filepath.Join("testdata", "list.txt"), uitest.Text(c))
	tab.Grid.SelectKey(tab.Grid.Rows()[1].key())
	uitest.More(t, c, wordRemarks)
	golden.Compare(t, filepath.Join("testdata", "remarks.txt"), uitest.Text(c))
	uitest.Keys(c, "Right", "Right", "Right")
	uitest.Type(t, c, "20/7/23")
	uitest.Keys(c, "Return", "Escape")
	if r := tab.Grid.Rows()[1]; r.open != 0 || r.event.Remarks[0].Done != tdkt.Date(2023, 7, 20) {
		t.Errorf("after it was put right: %+v", r)
	}
}

// TestEmpty: a year without events says what to do.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(New(b.Desk))
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "chưa ghi hoạt động nào") {
		t.Errorf("an empty list:\n%s", text)
	}
}
