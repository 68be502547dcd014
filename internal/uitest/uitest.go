// Package uitest reads and drives screens in tests as a person does: the text in
// rows, taps by the word on a button, keys by name, and a picture of the whole.
package uitest

import (
	"cmp"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Text is the screen as rows of text, top to bottom and left to right, parts of a
// row parted by " | ". An open dialog or menu follows after a line of "===".
func Text(c fyne.Canvas) string {
	var b strings.Builder
	b.WriteString(rows(seen(c.Content())))
	for _, o := range c.Overlays().List() {
		b.WriteString("===\n")
		b.WriteString(rows(seen(o)))
	}
	return b.String()
}

// TextOf is Text for a part of the screen.
func TextOf(o fyne.CanvasObject) string { return rows(seen(o)) }

// bit is a piece of text and where it stands.
type bit struct {
	text   string
	x, y   float32
	middle float32
}

// rows joins bits whose middles are on one line.
func rows(bits []bit) string {
	slices.SortStableFunc(bits, func(a, b bit) int { return cmp.Compare(a.middle, b.middle) })
	var out strings.Builder
	for i := 0; i < len(bits); {
		j := i + 1
		for j < len(bits) && bits[j].middle-bits[i].middle < sameRow {
			j++
		}
		line := bits[i:j]
		slices.SortStableFunc(line, func(a, b bit) int { return cmp.Compare(a.x, b.x) })
		texts := make([]string, len(line))
		for k, one := range line {
			texts[k] = one.text
		}
		out.WriteString(strings.Join(texts, " | "))
		out.WriteByte('\n')
		i = j
	}
	return out.String()
}

const sameRow = 6

// seen collects the texts and tick boxes below o that can be seen.
func seen(o fyne.CanvasObject) []bit {
	var out []bit
	walk(o, fyne.NewPos(0, 0), box{0, 0, 1e6, 1e6}, func(o fyne.CanvasObject, at fyne.Position, clip box) bool {
		text := textOf(o)
		if text == "" {
			return false
		}
		mid := at.Y + o.Size().Height/2
		if at.X < clip.right && at.X+o.Size().Width > clip.left && mid < clip.bottom && mid > clip.top {
			out = append(out, bit{text: text, x: at.X, y: at.Y, middle: mid})
		}
		return false
	})
	return out
}

func textOf(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *canvas.Text:
		return strings.TrimSpace(o.Text)
	case *canvas.Image:
		return imageText(o)
	}
	return ""
}

// imageText tells tick boxes and radio buttons; other pictures say nothing.
func imageText(i *canvas.Image) string {
	if i.Resource == nil {
		return ""
	}
	colour, name := icon(i.Resource)
	switch name {
	case iconName(theme.CheckButtonCheckedIcon()):
		return "[x]"
	case iconName(theme.Icon(theme.IconNameCheckButtonPartial)):
		return "[-]"
	case iconName(theme.CheckButtonIcon()):
		return "[ ]"
	case iconName(theme.RadioButtonFillIcon()): // the dot; the ring is another picture
		if colour == string(theme.ColorNamePrimary) || colour == string(theme.ColorNameDisabled) {
			return "(•)"
		}
		return "( )"
	}
	return ""
}

// icon parts the name of a themed icon into colour and file.
func icon(r fyne.Resource) (colour, name string) {
	colour, name, ok := strings.Cut(r.Name(), "_")
	if !ok {
		return "", r.Name()
	}
	return colour, name
}

func iconName(r fyne.Resource) string {
	_, name := icon(r)
	return name
}

// box is the part of the screen a scroller lets through.
type box struct{ left, top, right, bottom float32 }

func (b box) within(at fyne.Position, size fyne.Size) box {
	return box{
		max(b.left, at.X), max(b.top, at.Y),
		min(b.right, at.X+size.Width), min(b.bottom, at.Y+size.Height),
	}
}

// walk visits o and all below it that is not hidden, until visit says stop.
func walk(o fyne.CanvasObject, at fyne.Position, clip box, visit func(fyne.CanvasObject, fyne.Position, box) bool) bool {
	if o == nil || !o.Visible() {
		return false
	}
	at = at.Add(o.Position())
	if visit(o, at, clip) {
		return true
	}
	if _, ok := o.(fyne.Scrollable); ok {
		clip = clip.within(at, o.Size())
	}
	for _, child := range children(o) {
		if walk(child, at, clip, visit) {
			return true
		}
	}
	return false
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// top is what takes clicks: the newest dialog or menu, else the content.
func top(c fyne.Canvas) fyne.CanvasObject {
	if o := c.Overlays().Top(); o != nil {
		return o
	}
	return c.Content()
}

// Find is the first object below the newest dialog, or the screen, that is a T and
// that want accepts.
func Find[T any](c fyne.Canvas, want func(T) bool) (found T, ok bool) {
	walk(top(c), fyne.Position{}, box{}, func(o fyne.CanvasObject, _ fyne.Position, _ box) bool {
		t, is := o.(T)
		if is && want(t) {
			found, ok = t, true
		}
		return ok
	})
	return found, ok
}

// FindButton is the object that takes taps and shows the word.
func FindButton(t testing.TB, c fyne.Canvas, word string) fyne.Tappable {
	t.Helper()
	o, ok := Find(c, func(o fyne.Tappable) bool {
		if d, is := o.(fyne.Disableable); is && d.Disabled() {
			return false
		}
		return ownWord(o.(fyne.CanvasObject)) == word
	})
	if !ok {
		t.Fatalf("no button %q on the screen:\n%s", word, Text(c))
	}
	return o
}

// ownWord is the one text an object shows, "" when it shows several. The arrow of
// a sorted column does not count.
func ownWord(o fyne.CanvasObject) string {
	if _, ok := o.(fyne.Scrollable); ok {
		return ""
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
func Tap(t testing.TB, c fyne.Canvas, word string) {
	t.Helper()
	o := FindButton(t, c, word)
	size := o.(fyne.CanvasObject).Size()
	test.TapAt(o, fyne.NewPos(size.Width/2, size.Height/2))
}

// DoubleTap taps twice on what shows the word.
func DoubleTap(t testing.TB, c fyne.Canvas, word string) {
	t.Helper()
	o, ok := Find(c, func(o fyne.DoubleTappable) bool { return ownWord(o.(fyne.CanvasObject)) == word })
	if !ok {
		t.Fatalf("nothing to tap twice with %q on the screen:\n%s", word, Text(c))
	}
	test.DoubleTap(o)
}

// Type types text into what has the keyboard.
func Type(t testing.TB, c fyne.Canvas, text string) {
	t.Helper()
	for _, r := range text {
		f := c.Focused()
		if f == nil {
			t.Fatalf("nothing has the keyboard for %q:\n%s", text, Text(c))
		}
		f.TypedRune(r)
	}
}

// TypeComposed types as UniKey does: each marked letter comes as its base letter, a
// Backspace, and the whole letter.
func TypeComposed(t testing.TB, c fyne.Canvas, text string) {
	t.Helper()
	for _, r := range text {
		if r < 0x80 {
			Type(t, c, string(r))
			continue
		}
		Type(t, c, "a")
		Keys(c, "BackSpace")
		Type(t, c, string(r))
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
func Entry(t testing.TB, c fyne.Canvas, placeholder string) fyne.Focusable {
	t.Helper()
	type field interface {
		fyne.Focusable
		SetPlaceHolder(string)
	}
	o, ok := Find(c, func(o field) bool { return placeholder == "" || holder(o) == placeholder })
	if !ok {
		t.Fatalf("no field %q on the screen:\n%s", placeholder, Text(c))
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

// Shot writes a picture of the window to path.
func Shot(t testing.TB, c fyne.Canvas, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, c.Capture()); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
