package kit

import "fyne.io/fyne/v2"

// Where somebody may look and not change, what changes something is grey and says why.

// Writes marks the button as one that changes data and returns it.
func (b *Button) Writes() *Button {
	b.writes = true
	return b
}

// Enable lets the button be pressed, but where nobody may.
func (b *Button) Enable() {
	if !b.barred {
		b.Button.Enable()
	}
}

// deed marks an entry of a menu as one that changes data; it is no key.
type deed struct{}

// ShortcutName is for Fyne.
func (deed) ShortcutName() string { return "" }

// NewDeed makes an entry of a menu that changes data.
func NewDeed(word string, do func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(word, do)
	item.Shortcut = deed{}
	return item
}

// Bar greys all below an object that changes data, where NoWriting says why; what is made
// later is barred when it is shown.
func (u *UI) Bar(o fyne.CanvasObject) {
	if u.NoWriting == "" {
		return
	}
	eachObject(o, func(o fyne.CanvasObject) bool {
		if b, ok := o.(*Button); ok && b.writes && !b.barred {
			b.Why(u.NoWriting)
			b.barred = true
		}
		return false
	})
}

// Barred is the entries of a menu, those grey that change data where nobody may.
func (u *UI) Barred(items []*fyne.MenuItem) []*fyne.MenuItem {
	for _, item := range items {
		if _, ok := item.Shortcut.(deed); ok && u.NoWriting != "" {
			item.Disabled = true
		}
		if item.ChildMenu != nil {
			u.Barred(item.ChildMenu.Items)
		}
	}
	return items
}
