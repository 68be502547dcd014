package pages

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/past"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// pastWorked is the sample after two changes, one of which was undone.
func pastWorked(t *testing.T) *guitest.Bench {
	t.Helper()
	b := guitest.Open(t)
	b.Window.SetContent(b.UI.Frame(container.NewStack()))
	b.Window.Resize(fyne.NewSize(1366, 700))
	p := b.App.View().People[0]
	p.Position = "Phó Trưởng phòng"
	if _, err := b.App.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	p.Position = "Trưởng phòng"
	if _, err := b.App.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	return b
}

// pastScreen is what is shown, but for the size of the sample, which grows.
func pastScreen(t *testing.T, b *guitest.Bench) string {
	t.Helper()
	first, err := b.App.Store.Entry(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(uitest.Text(b.Window.Canvas()), kit.FormatInt(len(first.Rows)), "…")
}

// What was done, by whom, where, what it changed, and why an older step
// cannot be taken back before a newer one.
func TestPastHistory(t *testing.T) {
	b := pastWorked(t)
	c := b.Window.Canvas()
	past.Show(b.Desk)
	golden.Compare(t, "testdata/past/history.txt", pastScreen(t, b))
	uitest.Keys(c, "Down")
	if text := uitest.Text(c); !strings.Contains(text, "hãy hoàn tác mục số 3 trước") {
		t.Errorf("the refusal is not said:\n%s", text)
	}
	uitest.Keys(c, "Up")
	uitest.Tap(t, c, "Hoàn tác thao tác này")
	if got := b.App.View().People[0].Position; got != "Phó Trưởng phòng" {
		t.Errorf("after undo: %s", got)
	}
	past.Show(b.Desk)
	golden.Compare(t, "testdata/past/undone.txt", pastScreen(t, b))
}

// Everything down to an operation is taken back after a question.
func TestPastUndoTo(t *testing.T) {
	b := pastWorked(t)
	c := b.Window.Canvas()
	past.Show(b.Desk)
	uitest.Keys(c, "Down")
	uitest.Tap(t, c, "Hoàn tác đến đây…")
	if text := uitest.Text(c); !strings.Contains(text, "mọi thao tác từ mới nhất đến") {
		t.Fatalf("no question:\n%s", text)
	}
	uitest.Keys(c, "Return")
	steps, err := b.App.Steps(t.Context(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if said := b.UI.NoticeText(); said != "Đã hoàn tác 2 thao tác." || len(steps) != 5 {
		t.Errorf("said %q, %d entries", said, len(steps))
	}
	if got := b.App.View().People[0].Position; strings.Contains(got, "rưởng phòng") {
		t.Errorf("still %s", got)
	}
	if err := b.App.MayUndo(t.Context(), 99); tdkt.KindOf(err) != tdkt.NotFound {
		t.Errorf("an entry that is not there: %v", err)
	}
}
