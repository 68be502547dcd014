package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text field that passes the keys it does not use on to the dialog or
// the window: Esc, F1, Ctrl+N and the like. Fyne's own swallows them.
type Entry struct {
	widget.Entry
	// OnKey, if set, sees each key first and says whether it used it.
	OnKey func(fyne.KeyName) bool
	// OnBlur is called when the keyboard leaves the field.
	OnBlur func()
	// OnPaste, if set, sees what is pasted first and says whether it took it.
	OnPaste func(text string) bool
	// CatchTab makes OnKey see Tab too, which else goes to the next field.
	CatchTab bool
	shift    bool
	self     fyne.Widget // the whole field, which is what stands in the window
}

// NewEntry makes a one-line text field.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrapOff
	e.ExtendBaseWidget(e)
	return e
}

// ExtendBaseWidget is for Fyne; fields built on Entry call it with themselves.
func (e *Entry) ExtendBaseWidget(w fyne.Widget) {
	e.self = w
	e.Entry.ExtendBaseWidget(w)
}

// TypedKey lets Esc, the function keys and, in a single line, Enter go on to the
// dialog or window.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(ev.Name) {
		return
	}
	if goesOn(ev.Name) {
		bubble(e.self, ev.Name)
		return
	}
	enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	e.Entry.TypedKey(ev)
	if enter && !e.MultiLine && e.OnSubmitted == nil {
		bubble(e.self, ev.Name)
	}
}

// AcceptsTab is for Fyne.
func (e *Entry) AcceptsTab() bool { return e.CatchTab }

// Hint is the grey text shown while the field is empty.
func (e *Entry) Hint() string { return e.PlaceHolder }

// KeyDown notes Shift, for Shift+Tab.
func (e *Entry) KeyDown(ev *fyne.KeyEvent) {
	e.shift = e.shift || ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight
	e.Entry.KeyDown(ev)
}

// KeyUp notes that Shift was let go.
func (e *Entry) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = false
	}
	e.Entry.KeyUp(ev)
}

// TypedShortcut passes combinations that no text field uses on to the window.
// Ctrl+Enter is the Enter of a field of several lines.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if text, ok := clipText(s); ok && e.OnPaste != nil && e.OnPaste(text) {
		return
	}
	switch keyOf(s) {
	case "Ctrl+Return", "Ctrl+Enter":
		bubble(e.self, fyne.KeyReturn)
	case "Ctrl++", "Ctrl+=", "Ctrl+Shift+=", "Ctrl+-", "Ctrl+F", "Ctrl+N", "Ctrl+E", "Ctrl+S", "Ctrl+K", "Ctrl+M", "Ctrl+Shift+E", "Ctrl+Shift+Z",
		"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6", "Ctrl+7", "Ctrl+8", "Ctrl+9",
		"Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+7", "Alt+8", "Alt+9":
		bubble(e.self, keyOf(s))
	default:
		e.Entry.TypedShortcut(s)
	}
}

// FocusLost calls OnBlur.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnBlur != nil {
		e.OnBlur()
	}
}

// goesOn says whether a key means nothing to a simple widget.
func goesOn(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	default:
		return false
	}
}

// Button is a button that Enter presses too and that passes on Esc and F-keys.
type Button struct {
	widget.Button
	why  string      // it is grey
	self fyne.Widget // the whole button, which is what stands in the window

	writes, barred, absent bool
}

// NewButton makes a button with a word on it.
func NewButton(word string, tapped func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = word, tapped
	b.ExtendBaseWidget(b)
	return b
}

// ExtendBaseWidget is for Fyne; buttons built on Button call it with themselves.
func (b *Button) ExtendBaseWidget(w fyne.Widget) {
	b.self = w
	b.Button.ExtendBaseWidget(w)
}

// CreateRenderer is for Fyne: its own drawing, and a border where it is not the one
// deed of a page.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &borderRenderer{WidgetRenderer: b.Button.CreateRenderer(), of: &b.BaseWidget, border: canvas.NewRectangle(nil)}
	r.shown = func() bool { return b.Importance == widget.MediumImportance && !b.Disabled() }
	r.paint()
	return r
}

// NewIconButton makes a button with an icon and a word.
func NewIconButton(word string, icon fyne.Resource, tapped func()) *Button {
	b := NewButton(word, tapped)
	b.SetIcon(icon)
	return b
}

// Primary makes the button the one that stands out and returns it.
func (b *Button) Primary() *Button {
	b.Importance = widget.HighImportance
	b.Refresh()
	return b
}

// SetEnabled lets the button be pressed or not.
func (b *Button) SetEnabled(on bool) {
	switch {
	case b.barred:
	case on && b.Disabled():
		b.Enable()
	case !on && !b.Disabled():
		b.Disable()
	}
}

// TypedKey presses the button on Enter, as on Space.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		if !b.Disabled() && b.OnTapped != nil {
			b.OnTapped()
		}
	case goesOn(ev.Name):
		bubble(b.self, ev.Name)
	default:
		b.Button.TypedKey(ev)
	}
}

// Check is a tick box that passes on Enter, Esc and F-keys.
type Check struct {
	widget.Check
}

// NewCheck makes a tick box.
func NewCheck(word string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = word, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey passes on Enter, Esc and F-keys.
func (c *Check) TypedKey(ev *fyne.KeyEvent) {
	if goesOn(ev.Name) || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		bubble(c, ev.Name)
		return
	}
	c.Check.TypedKey(ev)
}
