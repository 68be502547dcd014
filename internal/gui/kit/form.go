package kit

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
)

// FormItem is one line of a form.
type FormItem struct {
	Label string
	Field Field
	Must  bool   // must be entered: marked with a star
	Hint  string // small text under the field
}

// Form is fields with their labels and, below them, what is wrong; ShowForm shows it.
type Form struct {
	items    []FormItem
	problems *widget.Label
	body     fyne.CanvasObject
}

// NewForm makes a form.
func NewForm(items ...FormItem) *Form {
	f := &Form{items: items, problems: widget.NewLabel("")}
	f.problems.Importance = widget.DangerImportance
	f.problems.Wrapping = fyne.TextWrapWord
	f.problems.Hide()
	grid := container.New(layout.NewFormLayout())
	for _, it := range items {
		label := widget.NewLabel(it.title())
		grid.Add(label)
		grid.Add(it.object())
	}
	f.body = grid
	return f
}

// Panel is the form itself, for a page that shows it among other things.
func (f *Form) Panel() fyne.CanvasObject {
	return container.NewBorder(nil, f.problems, nil, nil, container.NewVScroll(f.body))
}

func (it FormItem) title() string {
	if it.Must {
		return it.Label + " *"
	}
	return it.Label
}

func (it FormItem) object() fyne.CanvasObject {
	if it.Hint == "" {
		return it.Field
	}
	hint := widget.NewLabel(it.Hint)
	hint.SizeName = theme.SizeNameCaptionText
	hint.Importance = widget.LowImportance
	return container.NewVBox(it.Field, hint)
}

// first is what takes the keyboard when the form opens, nil for nothing.
func (f *Form) first() fyne.Focusable {
	for _, it := range f.items {
		if to := it.Field.Focusable(); to != nil {
			return to
		}
	}
	return nil
}

// Validate says whether the form may be saved; if not, it lists what is wrong and
// returns the first field concerned.
func (f *Form) Validate() (first Field, ok bool) {
	var lines []string
	for _, it := range f.items {
		text := it.problem()
		if text == "" {
			continue
		}
		lines = append(lines, "• "+text)
		if first == nil {
			first = it.Field
		}
	}
	if len(lines) == 0 {
		f.problems.Hide()
		return nil, true
	}
	f.problems.SetText(textFixFirst + "\n" + strings.Join(lines, "\n"))
	f.problems.Show()
	return first, false
}

func (it FormItem) problem() string {
	if it.Must && it.Field.Empty() {
		return fmt.Sprintf(textMust, it.Label)
	}
	if err := it.Field.Problem(); err != nil {
		return it.Label + ": " + tdkt.Sentence(err, nil)
	}
	return ""
}

// FormSpec is a form in a dialog. Enter saves, Esc cancels.
type FormSpec struct {
	Title string
	Form  *Form
	Yes   string // word of the button, "" for "Lưu"
	Size  fyne.Size
	First Field // takes the keyboard, nil for the first one
	// Save reads the fields, on the screen, and returns the work, which is done away
	// from it. After an error the dialog stays open, and where there is no work: the
	// caller asks something first.
	Save func() (work func() error)
	// Done is called when it is saved and the dialog closed.
	Done func()
	// Extra are further buttons, left of the others.
	Extra []fyne.CanvasObject
}

// ShowForm opens a form in a dialog.
func (u *UI) ShowForm(s FormSpec) Dialog {
	if s.Yes == "" {
		s.Yes = wordSave
	}
	o := &openForm{FormSpec: s, ui: u, base: s.Size.Max(s.Form.body.MinSize().AddWidthHeight(60, 120))}
	o.base.Width = max(o.base.Width, formWidth)
	spec := DialogSpec{Title: s.Title, Yes: s.Yes, Size: o.base, OnYes: o.save, Extra: s.Extra}
	o.content = container.NewBorder(nil, s.Form.problems, nil, nil, container.NewVScroll(s.Form.body))
	spec.Content = o.content
	spec.Focus = s.Form.first()
	if s.First != nil {
		spec.Focus = s.First.Focusable()
	}
	o.dialog = u.open(spec)
	return o.dialog
}

const formWidth = 560

// openForm is a form in its dialog.
type openForm struct {
	FormSpec
	ui      *UI
	dialog  *dialogBox
	content *fyne.Container
	base    fyne.Size // without the list of problems
	saving  bool
}

// save is Enter; it never lets the dialog close by itself.
func (o *openForm) save() bool {
	if o.saving {
		return false
	}
	first, ok := o.Form.Validate()
	o.fit()
	if !ok {
		o.ui.Focus(first.Focusable())
		return false
	}
	work := o.Save()
	if work == nil {
		return false
	}
	o.saving = true
	o.ui.Do(func() func() {
		err := work()
		return func() { o.ended(err) }
	})
	return false
}

func (o *openForm) ended(err error) {
	o.saving = false
	if err != nil {
		o.ui.ShowError(err)
		return
	}
	o.dialog.Close()
	if o.Done != nil {
		o.Done()
	}
}

// fit makes the dialog high enough for the list of problems.
func (o *openForm) fit() {
	o.dialog.spec.Size = o.base
	if o.Form.problems.Visible() {
		o.dialog.spec.Size.Height += o.Form.problems.MinSize().Height
	}
	o.dialog.popup.Resize(o.dialog.size())
	o.content.Refresh() // a dialog that keeps its size does not make room by itself
}
