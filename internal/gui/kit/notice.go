package kit

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// noticeLine is the line at the bottom of the window that says what was just done.
type noticeLine struct {
	label  *widget.Label
	close  *Button
	object fyne.CanvasObject
}

func newNoticeLine() *noticeLine {
	n := &noticeLine{label: widget.NewLabel("")}
	n.label.Truncation = fyne.TextTruncateEllipsis
	n.close = NewButton(wordClose, n.clear)
	n.close.Importance = widget.LowImportance
	n.object = container.NewBorder(widget.NewSeparator(), nil, nil, n.close, n.label)
	n.clear()
	return n
}

func (n *noticeLine) show(text string, importance widget.Importance) {
	n.label.Importance = importance
	n.label.SetText(text)
	n.close.Show()
	n.object.Refresh()
}

func (n *noticeLine) clear() {
	n.label.SetText("")
	n.close.Hide()
	n.object.Refresh()
}

// Notice says in the bottom line what was done. It stays until the next one.
func (u *UI) Notice(text string) { u.notices.show(text, widget.MediumImportance) }

// Noticef is Notice with a format.
func (u *UI) Noticef(format string, args ...any) { u.Notice(fmt.Sprintf(format, args...)) }

// Warn says in the bottom line, in the colour of errors, what was refused.
func (u *UI) Warn(text string) { u.notices.show(text, widget.DangerImportance) }

// unwarn takes away a warning that no longer holds; a notice stays.
func (u *UI) unwarn() {
	if u.notices.label.Importance == widget.DangerImportance {
		u.notices.clear()
	}
}

// WarnError is Warn for an error that needs no dialog: one cell refused.
func (u *UI) WarnError(err error) { u.Warn(u.Sentence(err)) }

// NoticeText is what the bottom line says now.
func (u *UI) NoticeText() string { return u.notices.label.Text }
