package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
)

// Select is a drop-down list with a visible border that passes on Esc and F-keys. Letters
// typed on it choose the option that begins with them, accents or not.
type Select struct {
	widget.Select
	searches bool // letters always search, however few there are to choose from

	typed   string // letters typed one after the other
	typedAt time.Time
}

// typingPause ends a word typed on a list.
const typingPause = time.Second

// NewSelect makes a list; changed is told the text chosen.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged, s.PlaceHolder = options, changed, wordChoose
	s.ExtendBaseWidget(s)
	return s
}

// Choose shows a choice without telling anyone.
func (s *Select) Choose(text string) {
	told := s.OnChanged
	s.OnChanged = nil
	s.SetSelected(text)
	s.OnChanged = told
}

// TypedKey passes on Enter, Esc and F-keys; Space and the arrows open and choose.
func (s *Select) TypedKey(ev *fyne.KeyEvent) {
	if goesOn(ev.Name) || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		bubble(s, ev.Name)
		return
	}
	typing := s.typed != "" && time.Since(s.typedAt) < typingPause
	switch {
	case typing && ev.Name == fyne.KeySpace: // it belongs to the word
		return
	case typing && ev.Name == fyne.KeyBackspace: // an input method takes a letter back to compose it
		letters := []rune(s.typed)
		s.typed, s.typedAt = string(letters[:len(letters)-1]), time.Now() //nolint:forbidigo // how fast somebody types
		return
	}
	if ev.Name == fyne.KeySpace {
		s.Tapped(nil)
		return
	}
	s.Select.TypedKey(ev)
}

// searchFrom is from how many options on letters search in the list instead of choosing
// at once: of many people the first that begins so is seldom the one meant.
const searchFrom = 12

// Tapped opens the list with a field to search in it, which has the keyboard: letters
// narrow the list and never choose by themselves.
func (s *Select) Tapped(*fyne.PointEvent) {
	if !s.Disabled() {
		s.search("")
	}
}

// search opens the list, narrowed by what was typed.
func (s *Select) search(text string) {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil || len(s.Options) == 0 {
		return
	}
	p := newChoicePopup(c, s.Options, s.Selected)
	if text != "" {
		p.entry.SetText(text)
		p.entry.CursorColumn = len([]rune(text))
	}
	p.done = func(choice string, _ fyne.KeyName) {
		c.Focus(s)
		if choice != s.Selected {
			s.SetSelected(choice)
		}
	}
	p.cancelled = func() { c.Focus(s) }
	p.show(fyne.CurrentApp().Driver().AbsolutePositionForObject(s), s.Size())
}

// TypedRune chooses the first option that begins with what was typed, else the first
// with a word that does.
func (s *Select) TypedRune(r rune) {
	if s.Disabled() {
		return
	}
	if (s.searches || len(s.Options) >= searchFrom) && r != ' ' {
		s.search(string(r))
		return
	}
	if time.Since(s.typedAt) >= typingPause {
		s.typed = ""
	}
	s.typed, s.typedAt = s.typed+string(r), time.Now() //nolint:forbidigo // how fast somebody types
	want := tdkt.Fold(s.typed)
	if want == "" {
		return
	}
	for _, before := range []string{"", " "} {
		for _, o := range s.Options {
			if key := before + tdkt.Fold(o); strings.HasPrefix(key, before+want) || before != "" && strings.Contains(key, before+want) {
				if o != s.Selected {
					s.SetSelected(o)
				}
				return
			}
		}
	}
}

// Problem is always nil.
func (s *Select) Problem() error { return nil }

// Empty says whether nothing was chosen.
func (s *Select) Empty() bool { return s.Selected == "" }

// Focusable is the list itself.
func (s *Select) Focusable() fyne.Focusable { return s }

// CreateRenderer is for Fyne: its own drawing and a border.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	border := canvas.NewRectangle(nil)
	r := &borderRenderer{WidgetRenderer: s.Select.CreateRenderer(), of: &s.BaseWidget, border: border}
	r.paint()
	return r
}

// borderRenderer draws the border of an entry around another widget.
type borderRenderer struct {
	fyne.WidgetRenderer
	of     *widget.BaseWidget
	border *canvas.Rectangle
	shown  func() bool // nil: always
}

func (r *borderRenderer) paint() {
	th := r.of.Theme()
	r.border.Hidden = r.shown != nil && !r.shown()
	r.border.FillColor = nil
	r.border.StrokeColor = th.Color(theme.ColorNameInputBorder, theme.VariantLight)
	r.border.StrokeWidth = th.Size(theme.SizeNameInputBorder)
	r.border.CornerRadius = th.Size(theme.SizeNameInputRadius)
}

func (r *borderRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.border.Resize(size)
}

func (r *borderRenderer) Objects() []fyne.CanvasObject {
	return append(r.WidgetRenderer.Objects(), r.border)
}

func (r *borderRenderer) Refresh() {
	r.paint()
	r.WidgetRenderer.Refresh()
	r.border.Refresh()
}
