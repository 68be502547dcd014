package complaints

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// The register as a person reads it at the smallest window; an empty one says what to do.
func TestScreen(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	b.Window.Resize(fyne.NewSize(1024, 580))
	golden.Compare(t, "testdata/complaints.txt", uitest.Text(b.Window.Canvas()))
	b.Desk.Choose(2019, "")
	tab.Refresh()
	if text := strings.Join(strings.Fields(uitest.Text(b.Window.Canvas())), " "); !strings.Contains(text, "Ghi đơn mới…") {
		t.Errorf("the empty list says:\n%s", text)
	}
}

// A complaint is closed from the list with its outcome, and not twice.
func TestClose(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	r := tab.Grid.Rows()[0]
	tab.Grid.SelectKey(r.key())
	if err := b.App.CloseComplaint(t.Context(), r.Complaint, r.Received.Next(), "không đúng", "Giữ nguyên"); err != nil {
		t.Fatal(err)
	}
	tab.close(tab.Grid.Rows()[0])
	if got := b.UI.NoticeText(); got != textIsDone {
		t.Errorf("closing twice says %q", got)
	}
	uitest.More(t, b.Window.Canvas(), wordReopen)
	uitest.TypeComposed(t, b.Window.Canvas(), "có chứng cứ mới")
	uitest.Keys(b.Window.Canvas(), "Return")
	if now := tab.Grid.Rows()[0]; !now.Open() || !strings.Contains(now.Outcome, "có chứng cứ mới") {
		t.Errorf("complaint %+v", now.Complaint)
	}
}
