package pages

import (
	"testing"

	"tdkt/internal/gui/events"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// eventsPage is the page on a launch conference and an inspection.
func eventsPage(t *testing.T) *guitest.Bench {
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
	b.Show(events.New(b.Desk))
	return b
}

// Who took part is ticked by keyboard and kept; a remark put right is no longer counted as
// open.
func TestEventsPeopleAndRemarks(t *testing.T) {
	b := eventsPage(t)
	c := b.Window.Canvas()
	list := b.List(t, "Tên hoạt động")
	list.Go(0, "")
	uitest.More(t, c, "Người dự")
	for _, name := range []string{"mai anh", "van an"} {
		uitest.Type(t, c, name)
		uitest.Keys(c, "Return")
	}
	uitest.Tap(t, c, "Ghi")
	both := b.App.View().EventsOf(guitest.Year)
	if got := len(b.App.View().AttendancesOf(both[0])); got != 2 {
		t.Errorf("%d people took part, want 2", got)
	}
	looks(t, b, "events/list")
	list.Go(1, "")
	uitest.More(t, c, "Kiến nghị sau kiểm tra")
	looks(t, b, "events/remarks")
	uitest.Keys(c, "Right", "Right", "Right")
	uitest.Type(t, c, "20/7/23")
	uitest.Keys(c, "Return", "Escape")
	if done := b.App.View().EventsOf(guitest.Year)[1].Remarks[0].Done; list.Cell(1, "Kiến nghị chưa xong") != "" || done != tdkt.Date(2023, 7, 20) {
		t.Errorf("after it was put right on %v:\n%s", done, uitest.Text(c))
	}
}

// A year without events says what to do.
func TestEventsEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(events.New(b.Desk))
	says(t, b, "chưa ghi hoạt động nào")
}
