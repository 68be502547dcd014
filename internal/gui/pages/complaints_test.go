package pages

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/complaints"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// The register as a person reads it at the smallest window; an empty one says what to do.
func TestComplaintsScreen(t *testing.T) {
	b := guitest.Open(t)
	tab := complaints.New(b.Desk)
	b.Show(tab)
	b.Window.Resize(fyne.NewSize(1024, 580))
	looks(t, b, "complaints/complaints")
	b.Desk.Choose(2019, "")
	tab.Refresh()
	says(t, b, "Năm này chưa có đơn", "Ghi đơn mới…")
}

// A complaint is closed from the list with its outcome, and not twice.
func TestComplaintsClose(t *testing.T) {
	b := guitest.Open(t)
	b.Show(complaints.New(b.Desk))
	c := b.Window.Canvas()
	list := b.List(t, "Ngày nhận")
	list.Go(0, "")
	uitest.More(t, c, "Kết luận…")
	uitest.Tap(t, c, "Chọn…")
	uitest.Tap(t, c, "không đúng")
	uitest.Keys(c, "Tab")
	uitest.TypeComposed(t, c, "Giữ nguyên")
	uitest.Keys(c, "Return")
	if now := b.App.View().ComplaintsOf(guitest.Year)[0]; now.Open() || now.Upheld != "không đúng" || now.Outcome != "Giữ nguyên" || list.Cell(0, "Tình trạng") == "đang giải quyết" {
		t.Errorf("complaint %+v, shown as %q\n%s", now, list.Cell(0, "Tình trạng"), uitest.Text(c))
	}
	list.Go(0, "")
	uitest.Keys(c, "Return") // would open its form
	if got := b.UI.NoticeText(); !strings.Contains(got, "Đơn này đã có kết luận.") {
		t.Errorf("changing what is closed says %q", got)
	}
	uitest.Tap(t, c, "⋯")
	uitest.Tap(t, c, "Kết luận…") // greyed out
	if text := uitest.Text(c); strings.Contains(text, "Ngày kết luận") {
		t.Errorf("it can be closed twice:\n%s", text)
	}
	uitest.Tap(t, c, "Mở lại…")
	uitest.TypeComposed(t, c, "có chứng cứ mới")
	uitest.Keys(c, "Return")
	if now := b.App.View().ComplaintsOf(guitest.Year)[0]; !now.Open() || !strings.Contains(now.Outcome, "có chứng cứ mới") {
		t.Errorf("complaint %+v", now)
	}
}
