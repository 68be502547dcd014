package pages

import (
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/opinions"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// An empty list says what to do; what a leader types stands in it, waits for its answer,
// and is not changed after that.
func TestOpinionsWriteAndAnswer(t *testing.T) {
	b := guitest.Open(t)
	b.Show(opinions.New(b.Desk))
	c := b.Window.Canvas()
	b.Window.Resize(fyne.NewSize(1024, 580))
	says(t, b, "Bấm “Ghi ý kiến…”")
	uitest.Tap(t, c, "Ghi ý kiến…")
	uitest.TypeComposed(t, c, "Xem lại chỉ tiêu của Văn phòng")
	uitest.Keys(c, "Return")
	list := b.List(t, "Người ghi")
	kept := b.App.View().Opinions
	if list.Len() != 1 || len(kept) != 1 {
		t.Fatalf("rows: %q, kept %+v", list.Rows(), kept)
	}
	if r := kept[0]; r.Text != "Xem lại chỉ tiêu của Văn phòng" || r.By != "Người thử" || !r.Open() || list.Cell(0, "Về") != "cả năm" {
		t.Fatalf("opinion %+v: %q", r, list.Rows())
	}
	looks(t, b, "opinions/opinions")
	list.Go(0, "")
	uitest.More(t, c, "Trả lời…")
	uitest.TypeComposed(t, c, "Đã rà soát")
	uitest.Keys(c, "Return")
	now := b.App.View().Opinions[0]
	if now.Open() || now.Answer != "Đã rà soát" || list.Cell(0, "Trả lời") != "Đã rà soát" {
		t.Fatalf("answered %+v: %q", now, list.Rows())
	}
	if err := b.App.SaveOpinion(t.Context(), now); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("an answered opinion was changed: %v", err)
	}
	if err := b.App.RemoveOpinion(t.Context(), now); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("an answered opinion was removed: %v", err)
	}
}

// What is about somebody leads to his answers.
func TestOpinionsShow(t *testing.T) {
	b := guitest.Open(t)
	about := tdkt.PersonSubject(b.App.View().People[0].ID)
	if err := b.App.SaveOpinion(t.Context(), tdkt.Opinion{Year: guitest.Year, Subject: about, Title: "CSTDCS", Verdict: tdkt.Agreed}); err != nil {
		t.Fatal(err)
	}
	tab := opinions.New(b.Desk)
	b.Show(tab)
	tab.Goto(desk.Place{Subject: about})
	uitest.More(t, b.Window.Canvas(), "Xem kết quả xét")
	if len(b.Went) != 1 || b.Went[0].Subject != about || b.Went[0].Title != "CSTDCS" {
		t.Errorf("went to %+v", b.Went)
	}
}
