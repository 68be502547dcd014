package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
)

// Field is what a Form can hold: it shows an object and says what is wrong with
// what it holds.
type Field interface {
	fyne.CanvasObject
	// Problem is nil or the sentence that says what is wrong.
	Problem() error
	// Empty says whether nothing was entered.
	Empty() bool
	// Focusable is the part that takes the keyboard.
	Focusable() fyne.Focusable
}

// TextField is a line of text.
type TextField struct {
	Entry
}

// NewTextField makes a field with a text in it.
func NewTextField(text string) *TextField {
	f := &TextField{}
	f.Wrapping = fyne.TextWrapOff
	f.ExtendBaseWidget(f)
	f.SetText(text)
	return f
}

// NewAreaField makes a field of several lines.
func NewAreaField(text string, lines int) *TextField {
	f := NewTextField(text)
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.SetMinRowsVisible(lines)
	return f
}

// Value is the text, cleaned: composed letters, single spaces; line ends are kept
// in a field of several lines.
func (f *TextField) Value() string {
	if f.MultiLine {
		return cleanLines(f.Text)
	}
	return tdkt.Clean(f.Text)
}

// Problem is always nil.
func (f *TextField) Problem() error { return nil }

// Empty says whether nothing but spaces was entered.
func (f *TextField) Empty() bool { return f.Value() == "" }

// Focusable is the field itself.
func (f *TextField) Focusable() fyne.Focusable { return f }

// SecretField is a line of text that is not shown. Its Text counts as it was typed: a
// space is part of a passphrase.
type SecretField struct {
	TextField
	same *SecretField // must hold the same
}

// NewSecretField makes an empty one. Where same is given, it is that one typed again.
func NewSecretField(same *SecretField) *SecretField {
	f := &SecretField{same: same}
	f.Wrapping = fyne.TextWrapOff
	f.Password = true
	f.ExtendBaseWidget(f)
	return f
}

// Problem is that the two differ.
func (f *SecretField) Problem() error {
	if f.same != nil && f.same.Text != f.Text {
		return tdkt.Errorf(tdkt.Invalid, textNotAgain)
	}
	return nil
}

// Empty says whether nothing was typed.
func (f *SecretField) Empty() bool { return f.Text == "" }

// Focusable is the field itself.
func (f *SecretField) Focusable() fyne.Focusable { return f }

// DateField takes a day as clerks type it and shows dd/mm/yyyy.
type DateField struct {
	Entry
	// Least and Most, if set, are the first and last day allowed.
	Least, Most tdkt.Day
	// Near, if set, is the day whose month the calendar opens at when none is entered.
	Near tdkt.Day
	// OnPicked is called after the day was changed and is right.
	OnPicked func(tdkt.Day)
	last     tdkt.Day
}

// NewDateField makes a field with a day in it, 0 for none.
func NewDateField(day tdkt.Day) *DateField {
	f := &DateField{last: day}
	f.Wrapping = fyne.TextWrapOff
	f.PlaceHolder = wordDayForm
	f.ActionItem = newCalendarIcon(f)
	f.ExtendBaseWidget(f)
	f.SetText(day.String())
	f.OnBlur = f.tidy
	f.OnKey = func(name fyne.KeyName) bool {
		if name == fyne.KeyDown {
			f.openCalendar()
		}
		return name == fyne.KeyDown
	}
	return f
}

// Day is the day entered, 0 when there is none or it is wrong (see Problem).
func (f *DateField) Day() tdkt.Day {
	d, _ := ParseDay(f.Text)
	return d
}

// SetDay shows a day.
func (f *DateField) SetDay(d tdkt.Day) {
	f.SetText(d.String())
	f.tidy()
}

// Problem says what is wrong with the day.
func (f *DateField) Problem() error {
	d, err := ParseDay(f.Text)
	if err != nil || d == 0 {
		return err
	}
	least, most := f.Least, f.Most
	if least == 0 {
		least = tdkt.Date(1900, 1, 1)
	}
	if most == 0 {
		most = tdkt.Date(2199, 12, 31)
	}
	if d < least || d > most {
		return tdkt.Errorf(tdkt.Invalid, textDayOutside, least, most)
	}
	return nil
}

// Empty says whether nothing was entered.
func (f *DateField) Empty() bool { return tdkt.Clean(f.Text) == "" }

// Focusable is the field itself.
func (f *DateField) Focusable() fyne.Focusable { return f }

// tidy writes a right day as dd/mm/yyyy when the keyboard leaves the field.
func (f *DateField) tidy() {
	d, err := ParseDay(f.Text)
	if err != nil {
		return
	}
	if f.Text != d.String() {
		f.SetText(d.String())
	}
	if d != f.last && f.Problem() == nil {
		f.last = d
		if f.OnPicked != nil {
			f.OnPicked(d)
		}
	}
}

// NumberField takes a number; empty is allowed and means not entered.
type NumberField struct {
	Entry
	// Whole refuses fractions.
	Whole bool
	// Least and Most bound the number where Most > Least.
	Least, Most float64
}

// NewNumberField makes an empty field.
func NewNumberField() *NumberField {
	f := &NumberField{}
	f.Wrapping = fyne.TextWrapOff
	f.ExtendBaseWidget(f)
	return f
}

// SetNumber shows a number.
func (f *NumberField) SetNumber(n float64) { f.SetText(FormatNumber(n)) }

// Number is the number entered; ok is false when there is none or it is wrong.
func (f *NumberField) Number() (n float64, ok bool) {
	if f.Empty() || f.Problem() != nil {
		return 0, false
	}
	n, err := ParseNumber(f.Text)
	return n, err == nil
}

// Problem says what is wrong with the number.
func (f *NumberField) Problem() error {
	if f.Empty() {
		return nil
	}
	n, err := ParseNumber(f.Text)
	switch {
	case err != nil:
		return err
	case f.Whole && n != float64(int64(n)):
		return tdkt.Errorf(tdkt.Invalid, textNotWhole, f.Text)
	case f.Most > f.Least && (n < f.Least || n > f.Most):
		return tdkt.Errorf(tdkt.Invalid, textNumberRange, FormatNumber(f.Least), FormatNumber(f.Most))
	}
	return nil
}

// Empty says whether nothing was entered.
func (f *NumberField) Empty() bool { return tdkt.Clean(f.Text) == "" }

// Focusable is the field itself.
func (f *NumberField) Focusable() fyne.Focusable { return f }

// Static is a line of a form that is shown and not changed.
type Static struct {
	widget.Label
}

// NewStatic makes a line with a text in it.
func NewStatic(text string) *Static {
	s := &Static{}
	s.Text, s.Wrapping = text, fyne.TextWrapWord
	s.ExtendBaseWidget(s)
	return s
}

// Problem is always nil.
func (s *Static) Problem() error { return nil }

// Empty says whether there is no text.
func (s *Static) Empty() bool { return s.Text == "" }

// Focusable is nil: the keyboard passes by.
func (s *Static) Focusable() fyne.Focusable { return nil }

// Problem is always nil.
func (c *Check) Problem() error { return nil }

// Empty is never: a box without a tick is an answer.
func (c *Check) Empty() bool { return false }

// Focusable is the box itself.
func (c *Check) Focusable() fyne.Focusable { return c }

// cleanLines cleans each line and keeps the line ends.
func cleanLines(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = tdkt.Clean(l)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}
