package kit

import (
	"testing"

	"fyne.io/fyne/v2/container"

	"tdkt/internal/uitest"
)

// typed is a sentence with every kind of mark, as UniKey sends it letter by letter: the
// base letter, a Backspace, the whole letter.
const typed = "Nguyễn Thị Ánh Tuyết đã đến Đắk Lắk, sửa đường ống nước ở Ổ Gà"

// TestTypingComposed: words typed with composed keys come out right in every field that
// takes words, and what they mean reaches whoever asked.
func TestTypingComposed(t *testing.T) {
	type field struct {
		name string
		open func(s *screen) (read func() string)
	}
	entry := func(s *screen, e *Entry) func() string {
		s.w.SetContent(s.ui.Frame(container.NewVBox(e)))
		s.ui.Focus(e)
		return func() string { return e.Text }
	}
	dialog := func(ask func(s *screen, got *string)) func(s *screen) func() string {
		return func(s *screen) func() string {
			var got string
			ask(s, &got)
			return func() string {
				s.keys("Return")
				return got
			}
		}
	}
	for _, f := range []field{
		{"one line", func(s *screen) func() string { return entry(s, NewEntry()) }},
		{"a field of a form", func(s *screen) func() string {
			field := NewTextField("")
			s.w.SetContent(s.ui.Frame(NewForm(FormItem{Label: "Tên", Field: field}).body))
			s.ui.Focus(field.Focusable())
			return field.Value
		}},
		{"an area of a form", func(s *screen) func() string {
			field := NewAreaField("", 3)
			s.w.SetContent(s.ui.Frame(NewForm(FormItem{Label: "Ghi chú", Field: field}).body))
			s.ui.Focus(field.Focusable())
			return field.Value
		}},
		{"a question", dialog(func(s *screen, got *string) {
			s.ui.Input("Hỏi", "Tên?", "", true, func(text string) { *got = text })
		})},
		{"a reason", dialog(func(s *screen, got *string) {
			s.ui.InputReason("Hỏi", "Vì sao?", "Ghi", func(text string) { *got = text })
		})},
		{"a cell of a list", func(s *screen) func() string {
			s.on("3", 0)
			return func() string {
				s.keys("Return")
				return s.data[2].name
			}
		}},
		{"a cell of a list after F2", func(s *screen) func() string {
			s.on("3", 0)
			s.keys("F2", "Ctrl+A", "BackSpace")
			return func() string {
				s.keys("Tab")
				return s.data[2].name
			}
		}},
		{"the filter", func(s *screen) func() string {
			s.w.SetContent(s.ui.Frame(container.NewBorder(s.grid.Filter(), nil, nil, nil, s.grid)))
			s.grid.FocusFilter()
			return func() string { return s.grid.filter.Text }
		}},
		{"the search of everything", func(s *screen) func() string {
			var asked string
			s.ui.Palette(PaletteSpec{Find: func(text string) []PaletteItem {
				asked = text
				return nil
			}})
			return func() string { return asked }
		}},
	} {
		t.Run(f.name, func(t *testing.T) {
			s := newScreen(t)
			read := f.open(s)
			uitest.TypeComposed(t, s.w.Canvas(), typed)
			same(t, "typed", typed, read())
		})
		t.Run(f.name+", by the X input method", func(t *testing.T) { // which hands over whole letters, many at once
			s := newScreen(t)
			read := f.open(s)
			uitest.Type(t, s.w.Canvas(), typed)
			same(t, "typed", typed, read())
		})
	}
}

// TestTypingChoice: a choice is found by composed letters as by plain ones.
func TestTypingChoice(t *testing.T) {
	s := newScreen(t)
	cols := s.grid.columns
	cols[1].Edit = &Editor[person]{Kind: EditChoice, Choices: func(person) []string { return []string{"Đủ", "Thiếu", "Không đủ"} }}
	s.grid.SetColumns(cols...)
	for _, text := range []string{"thiếu", "thieu", "Thi"} {
		s.data[0].rating = ""
		s.on("1", 1)
		uitest.TypeComposed(t, s.w.Canvas(), text)
		s.keys("Return")
		same(t, text, "Thiếu", s.data[0].rating)
	}
}

// TestTypingDay: the digits of a day, in a cell and in a form.
func TestTypingDay(t *testing.T) {
	s := newScreen(t)
	s.on("1", 2)
	s.typ("010226")
	s.keys("Return")
	same(t, "cell", "01/02/2026", s.data[0].born)
	field := NewDateField(0)
	s.w.SetContent(s.ui.Frame(container.NewVBox(field)))
	s.ui.Focus(field.Focusable())
	s.typ("1/2/26")
	same(t, "field", "01/02/2026", field.Day().String())
}
