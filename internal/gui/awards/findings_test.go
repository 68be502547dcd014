package awards

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/gui/desk"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// reason sets the cursor on the first reason that want accepts.
func (t *Tab) reason(tb testing.TB, want func(finding) bool) finding {
	tb.Helper()
	for _, f := range t.findings.Shown() {
		if !f.heading() && want(f) {
			t.findings.SelectKey(f.key())
			return f
		}
	}
	tb.Fatal("no such reason")
	return finding{}
}

// TestBehind: Enter on a reason opens the record behind it, in its year; where there are
// several it asks which.
func TestBehind(t *testing.T) {
	b, tab := show(t, 2023, "CSTDT")
	c := b.Window.Canvas()
	r := tab.put(t, func(r row) bool { return r.res.Answer == law.Yes })
	f := tab.reason(t, func(f finding) bool { return len(f.Rows) == 3 })
	tab.findings.Focus()
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, "Khen thưởng năm 2021 của "+r.name) {
		t.Fatalf("nothing is asked about %d records:\n%s", len(f.Rows), text)
	}
	uitest.Keys(c, "Down", "Return")
	row := f.Rows[1]
	want := []desk.Place{{Tab: "Nhân sự", Year: row.Year, Subject: r.res.Subject, Key: row.ID, Noun: tdkt.NounAward}}
	if d := cmp.Diff(want, b.Went); d != "" {
		t.Errorf("went (-want +got):\n%s", d)
	}
}

// TestEnter: from a reason that lacks data to where it is entered, in the year it lacks.
func TestEnter(t *testing.T) {
	b, tab := show(t, 2025, "LDTT")
	r := tab.put(t, func(r row) bool { return r.res.Answer == law.Unknown })
	f := tab.reason(t, func(f finding) bool { return f.Answer == law.Unknown && f.Missing[0].Noun == tdkt.NounRating })
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(strings.Join(strings.Fields(text), " "), f.Missing[0].Text) {
		t.Errorf("the screen does not say what is missing:\n%s", text)
	}
	uitest.Tap(t, b.Window.Canvas(), "Xếp loại"+wordGoTo)
	want := []desk.Place{{Tab: "Đánh giá", Year: 2025, Subject: r.res.Subject, Noun: tdkt.NounRating}}
	if d := cmp.Diff(want, b.Went); d != "" {
		t.Errorf("went (-want +got):\n%s", d)
	}
}

// TestEnterTick: a need left to judgement is judged on the spot.
func TestEnterTick(t *testing.T) {
	b, tab := show(t, open, "CSTDCS")
	tab.put(t, func(r row) bool { return r.res.ManualOpen > 0 })
	f := tab.reason(t, func(f finding) bool { return f.Answer == law.Manual })
	tab.goMissing()
	n, _ := tab.needs.Current()
	if len(b.Went) != 0 || n.title+" "+n.id != f.Missing[0].Title+" "+f.Missing[0].Need {
		t.Errorf("went %v; the cursor is on %s %s", b.Went, n.title, n.id)
	}
}

// TestHeadings: each alternative stands under its heading, which says what it comes to.
func TestHeadings(t *testing.T) {
	b, tab := show(t, 2024, "CSTDCS")
	heads := 0
	for _, f := range tab.findings.Shown() {
		if f.heading() {
			heads++
			tab.findings.SelectKey(f.key())
		}
	}
	if heads != 2 || len(tab.findings.links[tab.findings.at]) != 0 {
		t.Errorf("%d headings; a heading leads somewhere", heads)
	}
	tab.goBehind()
	if got := b.UI.NoticeText(); got != textNoBehind {
		t.Errorf("notice %q", got)
	}
}
