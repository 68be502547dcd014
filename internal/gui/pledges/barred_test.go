package pledges

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tdkt/internal/golden"
	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// barredRow sets the cursor on the first person for whom a title cannot come true.
func (t *Tab) barredRow(tb testing.TB, code string) row {
	tb.Helper()
	for _, r := range t.grid.Rows() {
		if len(t.desk.View().BarredOf(t.page.year, r.subject, code)) > 0 {
			t.grid.SelectKey(r.key())
			return r
		}
	}
	tb.Fatal("nobody is barred")
	return row{}
}

// TestBarredSingle: a title that cannot come true is taken down all the same, with a
// warning; the row says so and Enter tells why.
func TestBarredSingle(t *testing.T) {
	b, tab := show(t, fresh)
	c := b.Window.Canvas()
	r := tab.barredRow(t, "CSTDT")
	if err := tab.edited([]kit.Edit[row]{{Row: r, Column: firstTick + 2, Text: "x"}}); err != nil {
		t.Fatal(err)
	}
	if got := b.UI.NoticeText(); !strings.Contains(got, "Đã ghi đăng ký. Năm 2025 chưa thể đạt CSTĐ cấp tỉnh: 1") {
		t.Errorf("notice %q", got)
	}
	if r = tab.named(t, r.name); r.note() != "chưa thể đạt: CSTĐ cấp tỉnh" || r.style() != kit.Warning {
		t.Errorf("note %q", r.note())
	}
	tab.grid.Focus()
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, wordCopy)
	golden.Compare(t, "testdata/barred.txt", fyne.CurrentApp().Clipboard().Content()+"\n")
	uitest.Tap(t, c, wordReasons)
	if len(b.Went) != 1 || b.Went[0].Title != "CSTDT" || b.Went[0].Subject != r.subject {
		t.Errorf("went %v", b.Went)
	}
}

// TestBarredBulk: the dialog tells before anything is written for whom a title cannot
// come true, and registers them all the same.
func TestBarredBulk(t *testing.T) {
	b, tab := show(t, fresh)
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordAll)
	box, ok := uitest.Find(c, func(c *kit.Check) bool { return c.Text == "Chiến sĩ thi đua cấp tỉnh" })
	if !ok {
		t.Fatalf("no such box:\n%s", uitest.Text(c))
	}
	test.Tap(box)
	golden.Compare(t, "testdata/bulkbarred.txt", uitest.Text(c))
	uitest.Tap(t, c, wordWhy)
	if text := uitest.Text(c); !strings.Contains(text, "Năm 2025 chưa thể đạt") || !strings.Contains(text, "vì:") {
		t.Errorf("the reasons:\n%s", text)
	}
	uitest.Keys(c, "Escape", "Return")
	barred := 0
	for _, r := range tab.grid.Rows() {
		if !r.has("CSTDT") {
			t.Errorf("%s was left out", r.name)
		}
		barred += len(r.barred)
	}
	if barred == 0 {
		t.Error("no row says that its title cannot come true")
	}
}
