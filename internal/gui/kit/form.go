package kit

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// FormItem is one line of a form.
type FormItem struct {
	Label string
	Field Field
	Must  bool   // must be entered: marked with a star
	Hint  string // small text under the field
}

// Form is fields with their labels and, below them, what is wrong.
type Form struct {
	widget.BaseWidget
	items    []FormItem
	problems *widget.Label
	root     fyne.CanvasObject
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
	f.root = container.NewBorder(nil, f.problems, nil, nil, grid)
	f.ExtendBaseWidget(f)
	return f
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

// CreateRenderer is for Fyne.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.root) }

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
		return it.Label + ": " + err.Error()
	}
	return ""
}

// FormSpec is a form in a dialog. Enter saves, Esc cancels.
type FormSpec struct {
	Title string
	Form  *Form
	Yes   string // word of the button, "" for "Lưu"
	Size  fyne.Size
	// Save reads the fields, on the screen, and returns the work, which is done away
	// from it. After an error the dialog stays open.
	Save func() (work func() error)
	// Done is called when it is saved and the dialog closed.
	Done func()
}

// ShowForm opens a form in a dialog.
func (u *UI) ShowForm(s FormSpec) Dialog {
	if s.Yes == "" {
		s.Yes = wordSave
	}
	var d Dialog
	saving := false
	save := func() bool {
		if saving {
			return false
		}
		if first, ok := s.Form.Validate(); !ok {
			u.Focus(first.Focusable())
			return false
		}
		work := s.Save()
		saving = true
		u.Do(func() func() {
			err := work()
			return func() {
				saving = false
				u.saved(d, err, s.Done)
			}
		})
		return false
	}
	spec := DialogSpec{Title: s.Title, Content: container.NewVScroll(s.Form), Yes: s.Yes, Size: s.Size, OnYes: save}
	if len(s.Form.items) > 0 {
		spec.Focus = s.Form.items[0].Field.Focusable()
	}
	want := s.Form.MinSize().AddWidthHeight(60, 140)
	spec.Size = spec.Size.Max(want).Max(fyne.NewSize(formWidth, 0))
	d = u.Dialog(spec)
	return d
}

const formWidth = 560

func (u *UI) saved(d Dialog, err error, done func()) {
	if err != nil {
		u.ShowError(err)
		return
	}
	d.Close()
	if done != nil {
		done()
	}
}
