package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// eachObject visits an object and all below it, whether seen or not, until visit says
// stop. It says whether it was stopped.
func eachObject(o fyne.CanvasObject, visit func(fyne.CanvasObject) bool) bool {
	if o == nil {
		return false
	}
	if visit(o) {
		return true
	}
	for _, child := range below(o) {
		if eachObject(child, visit) {
			return true
		}
	}
	return false
}

// below is what an object is made of, as far as kit knows it.
func below(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case *container.AppTabs:
		out := make([]fyne.CanvasObject, len(o.Items))
		for i, item := range o.Items {
			out[i] = item.Content
		}
		return out
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case parent:
		return o.Below()
	}
	return nil
}

// parent is a widget of ours that holds others.
type parent interface{ Below() []fyne.CanvasObject }

// holds says whether an object is below another.
func holds(o, what fyne.CanvasObject) bool {
	return eachObject(o, func(o fyne.CanvasObject) bool { return o == what })
}

// typer is a list whose cells are typed in.
type typer interface {
	Typing() bool
	GiveUp()
}

// Typing says whether there is text that somebody typed and that is not saved: in a
// cell, or in a field of an open dialog.
func (u *UI) Typing() bool {
	for _, d := range u.dialogs {
		if d.spec.Yes != "" && fieldTexts(d.popup.Content) != d.texts {
			return true
		}
		if d.typing() {
			return true
		}
	}
	return eachObject(u.Window.Content(), isTyping)
}

// DropTyping gives up what is half typed in cells.
func (u *UI) DropTyping() {
	drop := func(o fyne.CanvasObject) bool {
		if t, ok := o.(typer); ok {
			t.GiveUp()
		}
		return false
	}
	for _, d := range u.dialogs {
		eachObject(d.popup.Content, drop)
	}
	eachObject(u.Window.Content(), drop)
}

func (d *dialogBox) typing() bool { return eachObject(d.popup.Content, isTyping) }

func isTyping(o fyne.CanvasObject) bool {
	t, ok := o.(typer)
	return ok && t.Typing()
}

// fieldTexts is what stands in all fields below an object.
func fieldTexts(o fyne.CanvasObject) string {
	all := ""
	eachObject(o, func(o fyne.CanvasObject) bool {
		if f, ok := o.(interface{ typedText() string }); ok {
			all += f.typedText() + "\x00"
		}
		return false
	})
	return all
}

func (e *Entry) typedText() string { return e.Text }

func (s *Select) typedText() string { return s.Selected }
