package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Shortcuts says what the keys mean on the screen being shown. A nil one does
// nothing there.
type Shortcuts struct {
	Find    func()      // Ctrl+F
	New     func()      // Ctrl+N
	Export  func()      // Ctrl+E
	List    func()      // Ctrl+Shift+E: the list shown, to Excel
	Save    func()      // Ctrl+S
	Search  func()      // Ctrl+K
	Undo    func()      // Ctrl+Z outside a text field
	Redo    func()      // Ctrl+Y outside a text field
	History func()      // Ctrl+Shift+Z
	Merge   func()      // Ctrl+M: the file of another PC
	Help    func()      // F1
	Refresh func()      // F5
	Tab     func(n int) // called with 0 for Ctrl+1, 1 for Ctrl+2 and so on
	Page    func(n int) // the same with Alt: the pages of the tab shown
}

// SetShortcuts replaces the meaning of the keys; the window calls it when another
// screen is shown. Keys do nothing while a dialog is open.
func (u *UI) SetShortcuts(s Shortcuts) { u.keys = s }

const ctrlTabs = 9

// takeKeys makes the window's keys arrive at press. Combinations reach the canvas
// only when no text field or grid has the keyboard; those pass on what they do not
// use (see bubble), by the same door as plain keys.
func (u *UI) takeKeys() {
	c := u.Window.Canvas()
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) { u.press(ev.Name) })
	names := []fyne.KeyName{fyne.KeyF, fyne.KeyN, fyne.KeyE, fyne.KeyS, fyne.KeyK, fyne.KeyM}
	for i := range ctrlTabs {
		names = append(names, fyne.KeyName(rune('1'+i)))
	}
	digits := names[len(names)-ctrlTabs:]
	take := func(name fyne.KeyName, mod fyne.KeyModifier) {
		s := &desktop.CustomShortcut{KeyName: name, Modifier: mod}
		c.AddShortcut(s, func(fyne.Shortcut) { u.press(keyOf(s)) })
	}
	for _, name := range names {
		take(name, fyne.KeyModifierControl)
	}
	for _, name := range digits {
		take(name, fyne.KeyModifierAlt)
	}
	for _, name := range []fyne.KeyName{fyne.KeyPlus, fyne.KeyEqual, fyne.KeyMinus, fyne.Key0} {
		take(name, fyne.KeyModifierControl)
	}
	take(fyne.KeyEqual, fyne.KeyModifierControl|fyne.KeyModifierShift)
	take(fyne.KeyE, fyne.KeyModifierControl|fyne.KeyModifierShift)
	take(fyne.KeyZ, fyne.KeyModifierControl|fyne.KeyModifierShift)
	c.AddShortcut(&fyne.ShortcutUndo{}, func(s fyne.Shortcut) { u.press(keyOf(s)) })
	c.AddShortcut(&fyne.ShortcutRedo{}, func(s fyne.Shortcut) { u.press(keyOf(s)) })
}

// press gives a key to the dialog on top, else to the screen. A calendar or menu
// over them takes no keys but Esc, which closes it.
func (u *UI) press(name fyne.KeyName) {
	if steps, ok := sizeSteps[name]; ok && u.Larger != nil {
		u.Larger(steps)
		return
	}
	if over := u.Window.Canvas().Overlays(); len(over.List()) > len(u.dialogs) {
		if name == fyne.KeyEscape {
			over.Remove(over.Top())
		}
		return
	}
	if n := len(u.dialogs); n > 0 {
		u.dialogs[n-1].press(name)
		return
	}
	if tab, ok := digitOf(name, "Ctrl+"); ok && u.keys.Tab != nil {
		u.keys.Tab(tab)
		return
	}
	if page, ok := digitOf(name, "Alt+"); ok && u.keys.Page != nil {
		u.keys.Page(page)
		return
	}
	if do := u.keys.of(name); do != nil {
		do()
	}
}

// sizeSteps are the keys that change the size of the text.
var sizeSteps = map[fyne.KeyName]float32{"Ctrl++": 1, "Ctrl+=": 1, "Ctrl+Shift+=": 1, "Ctrl+-": -1}

func (s Shortcuts) of(name fyne.KeyName) func() {
	return map[fyne.KeyName]func(){
		"Ctrl+F": s.Find, "Ctrl+N": s.New, "Ctrl+E": s.Export, "Ctrl+S": s.Save,
		"Ctrl+K": s.Search, "Ctrl+Z": s.Undo, "Ctrl+Y": s.Redo, "Ctrl+Shift+E": s.List, "Ctrl+Shift+Z": s.History, "Ctrl+M": s.Merge,
		fyne.KeyF1: s.Help, fyne.KeyF5: s.Refresh,
	}[name]
}

// digitOf is the digit pressed with a key, from nought.
func digitOf(name fyne.KeyName, with string) (int, bool) {
	digit, ok := strings.CutPrefix(string(name), with)
	if !ok || len(digit) != 1 || digit[0] < '1' || digit[0] > '9' {
		return 0, false
	}
	return int(digit[0] - '1'), true
}

// keyOf names a shortcut as one key: "Ctrl+F".
func keyOf(s fyne.Shortcut) fyne.KeyName {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return "Ctrl+Z"
	case *fyne.ShortcutRedo:
		return "Ctrl+Y"
	case *fyne.ShortcutCopy:
		return "Ctrl+C"
	case *fyne.ShortcutCut:
		return "Ctrl+X"
	case *fyne.ShortcutPaste:
		return "Ctrl+V"
	case *fyne.ShortcutSelectAll:
		return "Ctrl+A"
	case *desktop.CustomShortcut:
		return customKey(s)
	}
	return ""
}

func customKey(s *desktop.CustomShortcut) fyne.KeyName {
	var b strings.Builder
	for _, m := range []struct {
		mod  fyne.KeyModifier
		text string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if s.Modifier&m.mod != 0 {
			b.WriteString(m.text)
		}
	}
	b.WriteString(string(s.KeyName))
	return fyne.KeyName(b.String())
}

// bubble passes a key that a focused widget has no use for on to the window.
func bubble(from fyne.CanvasObject, name fyne.KeyName) {
	c := fyne.CurrentApp().Driver().CanvasForObject(from)
	if c == nil || c.OnTypedKey() == nil {
		return
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: name})
}
