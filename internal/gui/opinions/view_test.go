package opinions

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// An empty list says what to do; what a leader types stands in it, waits for its answer,
// and is not changed after that.
func TestWriteAndAnswer(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	b.Window.Resize(fyne.NewSize(1024, 580))
	if text := strings.Join(strings.Fields(uitest.Text(b.Window.Canvas())), " "); !strings.Contains(text, "Bấm “Ghi ý kiến…”") {
		t.Errorf("the empty list says:\n%s", text)
	}
	uitest.Tap(t, b.Window.Canvas(), wordAdd)
	uitest.TypeComposed(t, b.Window.Canvas(), "Xem lại chỉ tiêu của Văn phòng")
	uitest.Keys(b.Window.Canvas(), "Return")
	if len(tab.Grid.Rows()) != 1 {
		t.Fatalf("rows: %+v", tab.Grid.Rows())
	}
	r := tab.Grid.Rows()[0]
	if r.Text != "Xem lại chỉ tiêu của Văn phòng" || r.By != "Người thử" || !r.Open() || r.about != wordAll {
		t.Fatalf("opinion %+v", r)
	}
	golden.Compare(t, "testdata/opinions.txt", uitest.Text(b.Window.Canvas()))
	tab.Grid.SelectKey(r.key())
	uitest.More(t, b.Window.Canvas(), wordAnswer)
	uitest.TypeComposed(t, b.Window.Canvas(), "Đã rà soát")
	uitest.Keys(b.Window.Canvas(), "Return")
	now := tab.Grid.Rows()[0]
	if now.Open() || now.Answer != "Đã rà soát" {
		t.Fatalf("answered %+v", now)
	}
	if err := b.App.SaveOpinion(t.Context(), now.Opinion); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("an answered opinion was changed: %v", err)
	}
	if err := b.App.RemoveOpinion(t.Context(), now.Opinion); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("an answered opinion was removed: %v", err)
	}
}

// What is about somebody leads to his answers.
func TestShow(t *testing.T) {
	b := guitest.Open(t)
	about := tdkt.PersonSubject(b.App.View().People[0].ID)
	if err := b.App.SaveOpinion(t.Context(), tdkt.Opinion{Year: guitest.Year, Subject: about, Title: "CSTDCS", Verdict: tdkt.Agreed}); err != nil {
		t.Fatal(err)
	}
	tab := New(b.Desk)
	b.Show(tab)
	tab.Goto(desk.Place{Subject: about})
	uitest.More(t, b.Window.Canvas(), wordShow)
	if len(b.Went) != 1 || b.Went[0].Subject != about || b.Went[0].Title != "CSTDCS" {
		t.Errorf("went to %+v", b.Went)
	}
}
