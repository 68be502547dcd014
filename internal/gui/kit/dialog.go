package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Dialog is an open dialog.
type Dialog interface {
	// Close takes the dialog away without asking.
	Close()
}

// DialogSpec describes a dialog of a tab's own. Enter presses the yes button, Esc
// cancels.
type DialogSpec struct {
	Title   string
	Content fyne.CanvasObject
	Yes     string              // word of the yes button, "" for a dialog that only closes
	No      string              // word of the other button, "" for "Hủy" or "Đóng"
	OnYes   func() bool         // says whether the dialog may close; nil closes
	OnNo    func()              // after Esc or the other button
	Danger  bool                // the yes button destroys something
	Focus   fyne.Focusable      // takes the keyboard; nil leaves it to Enter and Esc
	Size    fyne.Size           // at least this big
	Stay    bool                // the other button and Esc call OnNo and leave it open
	Work    bool                // a page of work: Enter outside a field closes nothing
	Extra   []fyne.CanvasObject // further buttons, left of the others
	Keys    map[fyne.KeyName]func()
}

// Dialog shows a dialog and returns it.
func (u *UI) Dialog(s DialogSpec) Dialog { return u.open(s) }

func (u *UI) open(s DialogSpec) *dialogBox {
	d := &dialogBox{ui: u, spec: s}
	d.build()
	u.dialogs = append(u.dialogs, d)
	u.Bar(d.popup.Content)
	d.popup.Show()
	d.texts = fieldTexts(d.popup.Content)
	if s.Focus != nil {
		u.Focus(s.Focus)
	}
	return d
}

// dialogBox is a modal box that answers to Enter and Esc wherever the keyboard is.
type dialogBox struct {
	ui    *UI
	spec  DialogSpec
	popup *widget.PopUp
	texts string // of the fields when it opened
	done  bool
}

func (d *dialogBox) build() {
	s := d.spec
	title := widget.NewLabelWithStyle(s.Title, fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	buttons := container.NewHBox()
	for _, o := range s.Extra {
		buttons.Add(o)
	}
	buttons.Add(layout.NewSpacer())
	if s.Yes != "" {
		yes := NewButton(s.Yes, d.yes)
		yes.Importance = widget.HighImportance
		if s.Danger {
			yes.Importance = widget.DangerImportance
		}
		buttons.Add(yes)
	}
	buttons.Add(NewButton(d.noWord(), d.no))
	head := container.NewVBox(title, widget.NewSeparator())
	foot := container.NewVBox(widget.NewSeparator(), buttons)
	content := d.held(d.room().Height - head.MinSize().Height - foot.MinSize().Height - 2*Space6)
	box := container.NewPadded(container.NewBorder(head, foot, nil, nil, content))
	d.popup = widget.NewModalPopUp(box, d.ui.Window.Canvas())
	d.popup.Resize(d.size())
}

func (d *dialogBox) noWord() string {
	switch {
	case d.spec.No != "":
		return d.spec.No
	case d.spec.Yes == "":
		return wordClose
	}
	return wordCancel
}

// size is what the spec asks for, kept inside the window.
func (d *dialogBox) size() fyne.Size {
	room := d.room()
	want := d.popup.MinSize().Max(d.spec.Size).Max(fyne.NewSize(dialogWidth, 0))
	return want.Min(room).Max(d.popup.MinSize())
}

// held is the content, in a scroller where it is taller than the room there is.
func (d *dialogBox) held(room float32) fyne.CanvasObject {
	content := d.spec.Content
	wide := min(max(dialogWidth, d.spec.Size.Width), d.room().Width)
	if l, ok := content.(*widget.Label); ok && l.Wrapping != fyne.TextWrapOff {
		l.Resize(fyne.NewSize(wide-2*Space4, 1)) // it tells its height for a width
	}
	if content.MinSize().Height <= room {
		return content
	}
	scroll := container.NewVScroll(content)
	scroll.SetMinSize(fyne.NewSize(0, room))
	return scroll
}

// Room is how large a dialog may be.
func (u *UI) Room() fyne.Size { return u.Window.Canvas().Size().SubtractWidthHeight(40, 40) }

// room is how large a dialog may be in its window.
func (d *dialogBox) room() fyne.Size { return d.ui.Room() }

func (d *dialogBox) press(name fyne.KeyName) {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter, "Ctrl+S":
		switch {
		case d.spec.Yes != "":
			d.yes()
		case !d.spec.Work:
			d.no()
		}
	case fyne.KeyEscape:
		d.no()
	default: // what the dialog has no use for means nothing while it is open
		if do := d.spec.Keys[name]; do != nil {
			do()
		}
	}
}

func (d *dialogBox) yes() {
	if d.done || (d.spec.OnYes != nil && !d.spec.OnYes()) {
		return
	}
	d.Close()
}

func (d *dialogBox) no() {
	if d.done {
		return
	}
	if !d.spec.Stay {
		d.Close()
	}
	if d.spec.OnNo != nil {
		d.spec.OnNo()
	}
}

// Close takes the dialog away.
func (d *dialogBox) Close() {
	if d.done {
		return
	}
	d.done = true
	d.popup.Hide()
	for i, o := range d.ui.dialogs {
		if o == d {
			d.ui.dialogs = append(d.ui.dialogs[:i:i], d.ui.dialogs[i+1:]...)
			break
		}
	}
}
