package gui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/assets"
	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// spot is something that takes the keyboard, and where it stands.
type spot struct {
	who  fyne.Focusable
	at   fyne.Position
	size fyne.Size
}

func spotOf(f fyne.Focusable) spot {
	o := f.(fyne.CanvasObject)
	return spot{f, fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()}
}

func (s spot) String() string {
	name := fmt.Sprintf("%T", s.who)
	if b, ok := s.who.(*kit.Button); ok {
		name = b.Text
	} else if r, ok := s.who.(interface{ ScreenText() string }); ok && r.ScreenText() != "" {
		name = r.ScreenText()
	}
	return fmt.Sprintf("%q at %.0f,%.0f", name, s.at.X, s.at.Y)
}

// ahead says whether a control is read before another that Tab comes to first: it stands in
// the same line at its left, or above it without standing in a column at its right.
func (s spot) ahead(of spot) bool {
	overlap := min(s.at.Y+s.size.Height, of.at.Y+of.size.Height) - max(s.at.Y, of.at.Y)
	if line := overlap > min(s.size.Height, of.size.Height)/2; line {
		return s.at.X+s.size.Width <= of.at.X+1
	}
	return s.at.Y+s.size.Height <= of.at.Y+1 && s.at.X < of.at.X+of.size.Width
}

// takers are all controls on the screen that take the keyboard, but for the field in which a
// cell is edited.
func takers(c fyne.Canvas) []spot {
	var out []spot
	for _, f := range uitest.All[fyne.Focusable](c) {
		o := f.(fyne.CanvasObject)
		if d, ok := f.(fyne.Disableable); ok && d.Disabled() {
			continue
		}
		if o.Visible() && o.Size().Width > 0 && o.Size().Height > 0 {
			out = append(out, spotOf(f))
		}
	}
	return out
}

// round goes through a page by one key until it is where it began, and fails in a trap.
func round(t *testing.T, c fyne.Canvas, where, key string) []spot {
	t.Helper()
	const most = 400
	c.Unfocus()
	var out []spot
	for range most {
		uitest.Keys(c, key)
		f := c.Focused()
		if f == nil {
			t.Errorf("%s: %s leads nowhere after %v", where, key, out)
			return out
		}
		if len(out) > 0 && out[0].who == f {
			return out
		}
		if len(out) > 0 && out[len(out)-1].who == f {
			t.Errorf("%s: %s is trapped in %v", where, key, spotOf(f))
			return out
		}
		out = append(out, spotOf(f))
	}
	t.Errorf("%s: %s does not come back in %d steps", where, key, most)
	return out
}

// list is a grid, whatever it lists.
type list interface{ At() (row, column int) }

// state is all that a key may change on the screen.
func (w *walker) state() string {
	c := w.p.Window.Canvas()
	text := fmt.Sprint(uitest.Text(c), w.p.ui.NoticeText(), len(w.p.ui.Files.(*kit.FakeFiles).Asked), c.Focused())
	for _, g := range uitest.All[list](c) {
		row, column := g.At()
		text += fmt.Sprint(row, column)
	}
	return text
}

// TestKeyboard goes through every page by the keyboard alone: Tab reaches every control in
// the order it is read and Shift+Tab goes back; Enter opens the row and presses the one
// deed; Esc leads back; F1 opens the help of the page; Alt and a digit turn to the page. A
// page that is added is walked too, and needs help of its own.
func TestKeyboard(t *testing.T) {
	p := sampled(t)
	w := &walker{t: t, p: p}
	c := p.Window.Canvas()
	p.Window.Resize(fyne.NewSize(1366, 740))
	n := 0
	for i, tab := range p.shell.tabs {
		for k, page := range tab.Names() {
			n++
			where := tab.Name() + ", " + page
			uitest.Keys(c, fmt.Sprintf("Ctrl+%d", i+1), fmt.Sprintf("Alt+%d", k+1))
			if p.shell.current() != tab || tab.PageName() != page {
				t.Fatalf("Ctrl+%d, Alt+%d show %s, %s, not %s", i+1, k+1, p.shell.current().Name(), tab.PageName(), where)
			}
			w.tabOrder(where)
			w.helpOpens(tab.Name(), page)
			w.enterOnRow(where)
			uitest.Keys(c, fmt.Sprintf("Ctrl+%d", i+1), fmt.Sprintf("Alt+%d", k+1)) // Enter may have led elsewhere
			w.enterOnDeed(where)
		}
	}
	if n < 24 {
		t.Errorf("only %d pages were walked", n)
	}
}

// tabOrder walks by Tab and back.
func (w *walker) tabOrder(where string) {
	w.t.Helper()
	c := w.p.Window.Canvas()
	forth := round(w.t, c, where, "Tab")
	reached := map[fyne.Focusable]bool{}
	for i, s := range forth {
		reached[s.who] = true
		if i > 0 && s.ahead(forth[i-1]) {
			w.t.Errorf("%s: Tab comes to %v before %v", where, forth[i-1], s)
		}
	}
	for _, s := range takers(c) {
		if !reached[s.who] {
			w.t.Errorf("%s: Tab does not come to %v", where, s)
		}
	}
	back := round(w.t, c, where, "Shift+Tab")
	for i, s := range back {
		if len(back) != len(forth) || s.who != forth[len(forth)-1-i].who {
			w.t.Errorf("%s: Shift+Tab does not go back the same way: %v, forth %v", where, back, forth)
			return
		}
	}
}

// helpOpens asks for the help of the page.
func (w *walker) helpOpens(tab, page string) {
	w.t.Helper()
	c := w.p.Window.Canvas()
	text, ok := assets.Help(helpName(tab, page))
	if !ok {
		w.t.Errorf("%s, %s has no page of help: assets/help/%s.md", tab, page, helpName(tab, page))
		return
	}
	title, _, _ := strings.Cut(strings.TrimPrefix(text, "# "), "\n")
	uitest.Keys(c, "F1")
	if c.Overlays().Top() == nil || !strings.Contains(uitest.TextOf(c.Overlays().Top()), title) {
		w.t.Errorf("%s, %s: F1 does not open the help “%s”", tab, page, title)
	}
	w.back(tab + ", " + page + ", F1")
}

// enterOnRow goes from the filter into the list and presses Enter on its first row.
func (w *walker) enterOnRow(where string) {
	w.t.Helper()
	c := w.p.Window.Canvas()
	uitest.Keys(c, "Ctrl+F")
	entry, ok := c.Focused().(*kit.Entry)
	if !ok {
		return // a page without a filter
	}
	uitest.Keys(c, "Return")
	if c.Focused() == entry || c.Focused() == nil {
		return // an empty list
	}
	before := w.state()
	uitest.Keys(c, "Return")
	if w.state() == before && !emptyList(c) {
		w.t.Errorf("%s: Enter on a row does nothing", where)
	}
	w.back(where + ", Enter on a row")
	uitest.Keys(c, "Escape", "Escape")
}

// emptyList says whether the first list of the page has no row.
func emptyList(c fyne.Canvas) bool {
	lists := uitest.All[list](c)
	if len(lists) == 0 {
		return true
	}
	row, _ := lists[0].At()
	return row < 0
}

// enterOnDeed presses Enter on the one deed of the page.
func (w *walker) enterOnDeed(where string) {
	w.t.Helper()
	c := w.p.Window.Canvas()
	for _, s := range round(w.t, c, where, "Tab") {
		b, ok := s.who.(*kit.Button)
		if !ok || b.Importance != widget.HighImportance {
			continue
		}
		w.p.ui.Window.Canvas().Focus(b)
		before := w.state()
		uitest.Keys(c, "Return")
		if w.state() == before {
			w.t.Errorf("%s: Enter on %q does nothing", where, b.Text)
		}
		w.back(where + ", Enter on " + b.Text)
		return
	}
}

// TestOneHead: every page has one line at its top with its title at the left, at most one
// deed that stands out, at the right end, and the filter before it, never wider than 260.
func TestOneHead(t *testing.T) { toured(t) }

func watchHead(v sight) (faults []string) {
	if !v.in(laptop.Width) && !v.in(desktop24.Width) {
		return nil
	}
	heads := uitest.All[*kit.PageTitle](v.c)
	if len(heads) != 1 {
		return []string{fmt.Sprintf("has %d titles of pages", len(heads))}
	}
	title := fyne.CurrentApp().Driver().AbsolutePositionForObject(heads[0])
	line := title.Y + heads[0].Size().Height/2
	inLine := func(o fyne.CanvasObject) (at fyne.Position, ok bool) {
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		return at, at.Y < line && at.Y+o.Size().Height > line
	}
	primaries := 0
	for _, b := range uitest.All[*kit.Button](v.c) {
		at, ok := inLine(b)
		if b.Importance != widget.HighImportance || !b.Visible() {
			continue
		}
		if primaries++; !ok || at.X+b.Size().Width < v.room.Width-24 {
			faults = append(faults, fmt.Sprintf("has the deed %q at %v, not at the right end of the head", b.Text, at))
		}
	}
	if primaries > 1 {
		faults = append(faults, fmt.Sprintf("has %d deeds that stand out", primaries))
	}
	for _, e := range uitest.All[*kit.Entry](v.c) {
		if at, ok := inLine(e); ok && (e.Size().Width > 261 || at.X < v.room.Width/3) {
			faults = append(faults, fmt.Sprintf("has a filter %.0f wide at %.0f", e.Size().Width, at.X))
		}
	}
	return faults
}
