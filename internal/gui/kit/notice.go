package kit

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// How long a line stays that says what was done, and one that says what was refused.
const (
	noticeStays  = 10 * time.Second
	warningStays = 30 * time.Second
)

// noticeLine is the line at the bottom of the window: what was just done, which fades,
// and beside it what always holds.
type noticeLine struct {
	label  *widget.Label
	close  *Button
	rest   *fyne.Container // what always holds
	object fyne.CanvasObject
	stop   func() // of the clock that takes the line away
}

func newNoticeLine() *noticeLine {
	n := &noticeLine{label: widget.NewLabel(""), rest: container.NewHBox()}
	n.label.Truncation = fyne.TextTruncateEllipsis
	n.close = NewButton(wordClose, n.clear)
	n.close.Importance = widget.LowImportance
	line := container.NewBorder(nil, nil, n.rest, n.close, n.label)
	n.object = container.NewBorder(NewRule(), nil, nil, nil, container.NewStack(NewGround(Paper, 0), line))
	n.clear()
	return n
}

func (n *noticeLine) show(text string, importance widget.Importance) {
	n.halt()
	n.label.Importance = importance
	n.label.SetText(text)
	n.close.Show()
	n.object.Refresh()
}

func (n *noticeLine) clear() {
	n.halt()
	n.label.SetText("")
	n.close.Hide()
	n.object.Refresh()
}

func (n *noticeLine) halt() {
	if n.stop != nil {
		n.stop()
		n.stop = nil
	}
}

// Notice says in the bottom line what was done; after a while it goes.
func (u *UI) Notice(text string) { u.say(text, widget.MediumImportance, noticeStays) }

// Noticef is Notice with a format.
func (u *UI) Noticef(format string, args ...any) { u.Notice(fmt.Sprintf(format, args...)) }

// Warn says in the bottom line, in the colour of errors, what was refused. It stays
// longer, not for ever.
func (u *UI) Warn(text string) { u.say(text, widget.DangerImportance, warningStays) }

func (u *UI) say(text string, importance widget.Importance, stays time.Duration) {
	n := u.notices
	n.show(strings.ReplaceAll(GroupLines(text), "\n", " · "), importance)
	if !u.Fade {
		return
	}
	n.stop = u.later(stays, n.clear)
}

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

// SetStatus puts what always holds at the left of the bottom line: each part a text.
func (u *UI) SetStatus(parts ...string) {
	objects := make([]fyne.CanvasObject, 0, len(parts))
	for _, p := range parts {
		if p != "" {
			objects = append(objects, container.New(layout.NewCustomPaddedLayout(2, 2, Space3, Space1), NewWords(p, Small, Quiet, false)))
		}
	}
	u.notices.rest.Objects = objects
	u.notices.object.Refresh()
}

// Rule is a hairline across.
type Rule = Surface

// NewRule makes a hairline across.
func NewRule() *Rule {
	r := NewGround(Line, 0)
	r.rect.SetMinSize(fyne.NewSize(1, 1))
	return r
}
