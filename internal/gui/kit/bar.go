package kit

import "fyne.io/fyne/v2"

// Where somebody may look and not change, what changes something is grey and says why; in a
// file that is only read it is not there at all.

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

// Show shows the button, but where what changes data is absent.
func (b *Button) Show() {
	if !b.absent {
		b.Button.Show()
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

// Bar greys all below an object that changes data, where NoWriting says why, or takes it
// away where the file is only read; what is made later is barred when it is shown.
func (u *UI) Bar(o fyne.CanvasObject) {
	if u.NoWriting == "" {
		return
	}
	eachObject(o, func(o fyne.CanvasObject) bool {
		if b, ok := o.(*Button); ok && b.writes && !b.barred {
			b.Why(u.NoWriting)
			b.barred, b.absent = true, u.Reading
			if b.absent {
				b.Hide()
			}
		}
		return false
	})
}

// Barred is the entries of a menu, those that change data grey where nobody may, or left
// out where the file is only read.
func (u *UI) Barred(items []*fyne.MenuItem) []*fyne.MenuItem {
	out := make([]*fyne.MenuItem, 0, len(items))
	for _, item := range items {
		if _, ok := item.Shortcut.(deed); ok && u.NoWriting != "" {
			if u.Reading {
				continue
			}
			item.Disabled = true
		}
		if item.ChildMenu != nil {
			if item.ChildMenu.Items = u.Barred(item.ChildMenu.Items); len(item.ChildMenu.Items) == 0 {
				continue
			}
		}
		if item.IsSeparator && (len(out) == 0 || out[len(out)-1].IsSeparator) {
			continue
		}
		out = append(out, item)
	}
	if n := len(out); n > 0 && out[n-1].IsSeparator {
		out = out[:n-1]
	}
	return out
}
