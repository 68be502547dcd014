package gui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// walker goes through the window as a curious person does and reads everything.
type walker struct {
	t    *testing.T
	p    *Program
	bad  *regexp.Regexp
	seen int             // screens read
	told map[string]bool // what was complained of already
	done map[button]bool // pressed in this tab
	tab  string
}

func newWalker(t *testing.T, p *Program) *walker {
	t.Helper()
	words := []string{ // of Fyne, of Go, and of programs
		"the", "and", "with", "file", "open", "close", "save", "cancel", "error", "yes", "ok", "no", "select", "copy", "paste", "cut", "undo",
		"redo", "delete", "edit", "add", "name", "date", "year", "person", "unit", "unknown", "true", "false", "none", "null", "nil", "row",
		"rows", "column", "title", "search", "filter", "help", "view", "settings", "window", "button", "new", "old", "found", "failed", "invalid",
		"missing", "choose", "quit", "about", "print", "export", "import", "preview", "next", "back", "finish", "loading", "progress", "confirm",
		"folder", "advanced", "favourites", "january", "monday", "today", "enter", "value", "key", "index", "count", "total", "string", "int",
	}
	for _, c := range p.shell.desk.App.Rules.Codes() {
		if c.Code != c.Short && len(c.Code) > 3 {
			words = append(words, c.Code)
		}
	}
	for _, o := range p.shell.desk.View().Ticks {
		words = append(words, o.Need)
	}
	for _, o := range p.shell.desk.View().Locals {
		words = append(words, o.Key)
	}
	slices.Sort(words)
	letters := `[^\pL\pN_-]`
	expr := fmt.Sprintf(`(?:^|%s)((?i:%s))(?:$|%s)|(%%![a-zA-Z(]|<nil>|&\{|map\[|[a-z]+_[a-z]+)`, letters, strings.Join(slices.Compact(words), "|"), letters)
	return &walker{t: t, p: p, bad: regexp.MustCompile(expr), told: map[string]bool{}}
}

// read complains of every word on the screen that is no Vietnamese.
func (w *walker) read(where string) {
	w.t.Helper()
	w.seen++
	text := uitest.Text(w.p.Window.Canvas())
	for line := range strings.Lines(text) {
		if why := murky(line); len(why) > 0 && !w.told[line] {
			w.told[line] = true
			w.t.Errorf("%s shows unclear words, %v, in:\n%s", where, why, line)
		}
		m := w.bad.FindStringSubmatch(allowed(line))
		if m == nil || w.told[line] {
			continue
		}
		w.told[line] = true
		w.t.Errorf("%s shows %q in:\n%s", where, m[1]+m[2], line)
	}
}

// cutWord is what is left of a word where there is no room for all of it.
var cutWord = regexp.MustCompile(`\pL*…`)

// allowed is a line without words cut off and without the names on the keys.
func allowed(line string) string {
	return strings.NewReplacer("Enter", "", "Delete", "").Replace(cutWord.ReplaceAllString(line, ""))
}

// back closes whatever stands over the page; Esc must do for all of it.
func (w *walker) back(where string) {
	w.t.Helper()
	c := w.p.Window.Canvas()
	for range 6 {
		if c.Overlays().Top() == nil {
			return
		}
		uitest.Keys(c, "Escape")
	}
	w.t.Fatalf("%s: Esc does not close:\n%s", where, uitest.Text(c))
}

// pages visits every page of every tab.
func (w *walker) pages(visit func(where string)) {
	for i, tab := range w.p.shell.tabs {
		for n, page := range tab.Names() {
			w.p.shell.bar.SelectIndex(i)
			tab.Turn(n)
			visit(tab.Name() + ", " + page)
		}
	}
}

// buttons presses each button of the page, one after the other, and reads what opens. Those above
// all pages are pressed once in each tab.
func (w *walker) buttons(where string) {
	c := w.p.Window.Canvas()
	if tab, _, _ := strings.Cut(where, ","); tab != w.tab {
		w.tab, w.done = tab, map[button]bool{}
	}
	for i := range uitest.All[*kit.Button](c) {
		list := uitest.All[*kit.Button](c) // the page may have been drawn anew
		if i >= len(list) || list[i].Disabled() || list[i].OnTapped == nil || w.done[button{list[i], list[i].Text}] {
			continue
		}
		w.done[button{list[i], list[i].Text}] = true
		word := list[i].Text
		list[i].OnTapped()
		w.read(where + ", " + word)
		w.back(where + ", " + word)
	}
}

// menus opens the menu of the right button on the first cell that has one.
func (w *walker) menus(where string) {
	c := w.p.Window.Canvas()
	for _, cell := range uitest.All[fyne.SecondaryTappable](c) {
		if _, entry := cell.(desktop.Keyable); entry {
			continue
		}
		cell.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(300, 300)})
		if c.Overlays().Top() != nil {
			w.read(where + ", chuột phải")
			w.back(where)
			return
		}
	}
}

// commands runs each command of the menu and reads what opens. Of a choice, such as that of
// the size of the text, one is run: none of them opens anything.
func (w *walker) commands() {
	for _, m := range w.p.Window.MainMenu().Items {
		for _, item := range m.Items {
			list := commandsOf(m.Label, []*fyne.MenuItem{item})
			choice := slices.ContainsFunc(list, func(i command) bool { return i.Checked })
			for n, item := range list {
				if bad := w.bad.FindString(allowed(m.Label + " " + item.Label)); bad != "" {
					w.t.Errorf("the menu has %q in %s › %s", bad, m.Label, item.Label)
				}
				if choice && n > 0 {
					continue
				}
				item.Action()
				w.read(m.Label + " › " + item.Label)
				w.back(item.Label)
			}
		}
	}
}

// TestOnlyVietnamese walks through every page, presses every button, opens every menu
// and runs every command: no English word, no raw code, no word of Fyne's own is to be
// read anywhere, and Esc leads back from everywhere.
func TestOnlyVietnamese(t *testing.T) {
	first := start(t)
	text := uitest.Text(first.Window.Canvas())
	p := sampled(t)
	w := newWalker(t, p)
	if bad := w.bad.FindString(text); bad != "" {
		t.Errorf("the first screen shows %q:\n%s", bad, text)
	}
	w.pages(func(page string) {
		w.read(page)
		w.menus(page)
		w.buttons(page)
	})
	w.commands()
	t.Logf("%d screens read", w.seen)
}

// scrolled are buttons that stand in a list that scrolls: the needs of an answer.
var scrolled = map[string]bool{"Đạt": true, "Không đạt": true, "Bỏ đánh giá": true, "Căn cứ": true, "Đến chỗ nhập →": true, "Xếp loại →": true}

// TestNarrowWindow: what can be read and pressed in a wide window is there in a small
// one, whole and inside it.
func TestNarrowWindow(t *testing.T) { toured(t) }
