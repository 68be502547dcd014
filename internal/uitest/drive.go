package uitest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// top is what takes clicks: the newest dialog or menu, else the content.
func top(c fyne.Canvas) fyne.CanvasObject {
	if o := c.Overlays().Top(); o != nil {
		return o
	}
	return c.Content()
}

// Find is the first object below the newest dialog, or the screen, that is a T and
// that want accepts.
func Find[T any](c fyne.Canvas, want func(T) bool) (found T, ok bool) { return find(top(c), want) }

func find[T any](o fyne.CanvasObject, want func(T) bool) (found T, ok bool) {
	walk(o, fyne.Position{}, box{}, func(o fyne.CanvasObject, _ fyne.Position, _ box) bool {
		t, is := o.(T)
		if is && want(t) {
			found, ok = t, true
		}
		return ok
	})
	return found, ok
}

// innermost is find, but for the deepest of nested objects: a dialog that holds one
// button alone takes taps too, and is not meant.
func innermost[T any](o fyne.CanvasObject, want func(T) bool) (found T, ok bool) {
	found, ok = find(o, want)
	if !ok {
		return found, false
	}
	for _, child := range children(any(found).(fyne.CanvasObject)) {
		if inner, deeper := innermost(child, want); deeper {
			return inner, true
		}
	}
	return found, true
}

// FindButton is the object that takes taps and shows the word.
func FindButton(tb testing.TB, c fyne.Canvas, word string) fyne.Tappable {
	tb.Helper()
	o, ok := innermost(top(c), func(o fyne.Tappable) bool {
		if d, is := o.(fyne.Disableable); is && d.Disabled() {
			return false
		}
		return ownWord(o.(fyne.CanvasObject)) == word
	})
	if !ok {
		tb.Fatalf("no button %q on the screen:\n%s", word, Text(c))
	}
	return o
}

// ownWord is the one text an object shows, "" when it shows several. The arrow of
// a sorted column does not count.
func ownWord(o fyne.CanvasObject) string {
	if _, ok := o.(fyne.Scrollable); ok {
		return ""
	}
	if whole, ok := o.(cell); ok && whole.Reads() {
		return strings.TrimSpace(whole.ScreenText())
	}
	var words []string
	walk(o, fyne.Position{}, box{}, func(o fyne.CanvasObject, _ fyne.Position, _ box) bool {
		if t, ok := o.(*canvas.Text); ok && strings.Trim(t.Text, " ▲▼") != "" {
			words = append(words, strings.TrimSpace(t.Text))
		}
		return len(words) > 1
	})
	if len(words) != 1 {
		return ""
	}
	return words[0]
}

// Tap taps the middle of the button, header, cell, tick box or menu entry that shows the word.
func Tap(tb testing.TB, c fyne.Canvas, word string) {
	tb.Helper()
	o := FindButton(tb, c, word)
	size := o.(fyne.CanvasObject).Size()
	test.TapAt(o, fyne.NewPos(size.Width/2, size.Height/2))
}

// DoubleTap taps twice on what shows the word.
func DoubleTap(tb testing.TB, c fyne.Canvas, word string) {
	tb.Helper()
	o, ok := innermost(top(c), func(o fyne.DoubleTappable) bool { return ownWord(o.(fyne.CanvasObject)) == word })
	if !ok {
		tb.Fatalf("nothing to tap twice with %q on the screen:\n%s", word, Text(c))
	}
	test.DoubleTap(o)
}

// Type types text into what has the keyboard.
func Type(tb testing.TB, c fyne.Canvas, text string) {
	tb.Helper()
	for _, r := range text {
		f := c.Focused()
		if f == nil {
			tb.Fatalf("nothing has the keyboard for %q:\n%s", text, Text(c))
		}
		f.TypedRune(r)
	}
}

// TypeComposed types as UniKey does: each marked letter comes as its base letter, a
// Backspace, and the whole letter.
func TypeComposed(tb testing.TB, c fyne.Canvas, text string) {
	tb.Helper()
	for _, r := range text {
		if r < 0x80 {
			Type(tb, c, string(r))
			continue
		}
		Type(tb, c, "a")
		Keys(c, "BackSpace")
		Type(tb, c, string(r))
	}
}

// Keys presses keys by name, as the window would deliver them: "Return", "Escape",
// "Tab", "F2", "Down", "Shift+Down", "Ctrl+F", "Ctrl+Shift+End".
func Keys(c fyne.Canvas, names ...string) {
	for _, name := range names {
		press(c, name)
	}
}

func press(c fyne.Canvas, name string) {
	key, mod := split(name)
	if mod&^fyne.KeyModifierShift != 0 {
		shortcut(c, name, key, mod)
		return
	}
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	keyable, _ := c.Focused().(desktop.Keyable)
	if keyable != nil && mod != 0 {
		keyable.KeyDown(shift)
	}
	switch {
	case key == fyne.KeyTab && !takesTab(c) && mod == 0:
		c.FocusNext()
	case key == fyne.KeyTab && !takesTab(c):
		c.FocusPrevious()
	case c.Focused() != nil:
		c.Focused().TypedKey(&fyne.KeyEvent{Name: key})
	case c.OnTypedKey() != nil:
		c.OnTypedKey()(&fyne.KeyEvent{Name: key})
	}
	if keyable != nil && mod != 0 {
		keyable.KeyUp(shift)
	}
}

func takesTab(c fyne.Canvas) bool {
	t, ok := c.Focused().(fyne.Tabbable)
	return ok && t.AcceptsTab()
}

func split(name string) (fyne.KeyName, fyne.KeyModifier) {
	var mod fyne.KeyModifier
	parts := strings.Split(name, "+")
	for _, p := range parts[:len(parts)-1] {
		switch p {
		case "Ctrl":
			mod |= fyne.KeyModifierControl
		case "Shift":
			mod |= fyne.KeyModifierShift
		case "Alt":
			mod |= fyne.KeyModifierAlt
		}
	}
	return fyne.KeyName(parts[len(parts)-1]), mod
}

// shortcut delivers as the desktop driver does: to the focused widget if it takes
// shortcuts, else to the window, which gets the name as one key.
func shortcut(c fyne.Canvas, name string, key fyne.KeyName, mod fyne.KeyModifier) {
	if s, ok := c.Focused().(fyne.Shortcutable); ok {
		s.TypedShortcut(known(name, key, mod))
		return
	}
	if c.OnTypedKey() != nil {
		c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyName(name)})
	}
}

func known(name string, key fyne.KeyName, mod fyne.KeyModifier) fyne.Shortcut {
	clip := fyne.CurrentApp().Clipboard()
	switch name {
	case "Ctrl+C":
		return &fyne.ShortcutCopy{Clipboard: clip}
	case "Ctrl+X":
		return &fyne.ShortcutCut{Clipboard: clip}
	case "Ctrl+V":
		return &fyne.ShortcutPaste{Clipboard: clip}
	case "Ctrl+A":
		return &fyne.ShortcutSelectAll{}
	case "Ctrl+Z":
		return &fyne.ShortcutUndo{}
	case "Ctrl+Y":
		return &fyne.ShortcutRedo{}
	}
	return &desktop.CustomShortcut{KeyName: key, Modifier: mod}
}

// Entry is the text field whose placeholder is given, or with "" the first one.
func Entry(tb testing.TB, c fyne.Canvas, placeholder string) fyne.Focusable {
	tb.Helper()
	type field interface {
		fyne.Focusable
		SetPlaceHolder(string)
	}
	o, ok := Find(c, func(o field) bool { return placeholder == "" || holder(o) == placeholder })
	if !ok {
		tb.Fatalf("no field %q on the screen:\n%s", placeholder, Text(c))
	}
	return o
}

func holder(o any) string {
	if e, ok := o.(*widget.Entry); ok {
		return e.PlaceHolder
	}
	if e, ok := o.(interface{ Hint() string }); ok {
		return e.Hint()
	}
	return ""
}

// All are the objects below the newest dialog, or the screen, that are a T, in the
// order drawn.
func All[T any](c fyne.Canvas) []T {
	var list []T
	walk(top(c), fyne.Position{}, box{}, func(o fyne.CanvasObject, _ fyne.Position, _ box) bool {
		if t, ok := o.(T); ok {
			list = append(list, t)
		}
		return false
	})
	return list
}

// More picks an entry of the menu behind the button "⋯" of the page shown.
func More(tb testing.TB, c fyne.Canvas, word string) {
	tb.Helper()
	Tap(tb, c, "⋯")
	Tap(tb, c, word)
}
