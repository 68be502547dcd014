package kit

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// Days as clerks type them.
func TestParseDay(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{"1/2/26", "01/02/2026"},
		{"010226", "01/02/2026"},
		{"01022026", "01/02/2026"},
		{"01/02/2026", "01/02/2026"},
		{"1-2-2026", "01/02/2026"},
		{"1.2.2026", "01/02/2026"},
		{" 1 / 2 / 2026 ", "01/02/2026"},
		{"1 2 2026", "01/02/2026"},
		{"2/9/45", "02/09/2045"},
		{"2/9/75", "02/09/1975"},
		{"29/2/2024", "29/02/2024"},
		{"29/2/2023", "error"},
		{"31/4/2023", "error"},
		{"2023-12-31", "error"},
		{"12/2023", "error"},
		{"12345", "error"},
		{"hôm nay", "error"},
		{"1/2/3/4", "error"},
		{"-1/2/2026", "error"},
		{"1/13/2026", "error"},
		{"0/1/2026", "error"},
		{"1/1/1800", "error"},
		{"1/1/226", "error"},
	} {
		d, err := ParseDay(c.text)
		got := d.String()
		if err != nil {
			got = "error"
			if !strings.Contains(err.Error(), "không phải là ngày") {
				t.Errorf("%q: %v is no sentence", c.text, err)
			}
		}
		if got != c.want {
			t.Errorf("ParseDay(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// Numbers as they are written here.
func TestParseNumber(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"9,5", "9,5"},
		{"9.5", "9,5"},
		{"1.500", "1500"},
		{"1.500.000", "1500000"},
		{"1.500,25", "1500,25"},
		{"1 500", "1500"},
		{"0.125", "0,125"},
		{"-3", "-3"},
		{"0", "0"},
		{"1e5", "error"},
		{"Inf", "error"},
		{"0x10", "error"},
		{"chín", "error"},
		{"1,2,3", "error"},
		{"-", "error"},
		{"", "error"},
	} {
		n, err := ParseNumber(c.text)
		got := FormatNumber(n)
		if err != nil {
			got = "error"
		}
		if got != c.want {
			t.Errorf("ParseNumber(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	same(t, "thousands", "-1.234.567 1.000 999 0", FormatInt(-1234567)+" "+FormatInt(1000)+" "+FormatInt(999)+" "+FormatInt(0))
}

// Keys are passed on through the window that holds the whole field; its inner part
// is in none, which the test driver does not notice.
func TestFieldsKnowThemselves(t *testing.T) {
	newWindow(t)
	text, date, number := NewTextField(""), NewDateField(0), NewNumberField()
	entry, area := NewEntry(), NewAreaField("", 2)
	if text.self != text || date.self != date || number.self != number || entry.self != entry || area.self != area {
		t.Error("a field passes keys on as another")
	}
}

// Any text gives a day or a sentence, never a panic; a day written out reads back.
func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"1/2/26", "010226", "ngày 1", "//", "１/２/２６", "99999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDay(text)
		if err != nil {
			return
		}
		if again, err := ParseDay(d.String()); err != nil || again != d {
			t.Errorf("%q gave %v, which reads back as %v, %v", text, d, again, err)
		}
	})
}

type personForm struct {
	*screen
	name   *TextField
	born   *DateField
	points *NumberField
	kind   *Select
	leader *Check
	saved  string
	err    error
	done   bool
}

func newPersonForm(t *testing.T) *personForm {
	t.Helper()
	f := &personForm{screen: newWindow(t), name: NewTextField(""), born: NewDateField(0), points: NewNumberField()}
	f.born.Most = tdkt.Date(2010, 12, 31)
	f.points.Most = 100
	f.kind = NewSelect([]string{"Công chức", "Viên chức"}, nil)
	f.leader = NewCheck("Lãnh đạo", nil)
	form := NewForm(
		FormItem{Label: "Họ và tên", Field: f.name, Must: true},
		FormItem{Label: "Ngày sinh", Field: f.born, Hint: "Bỏ trống nếu chưa biết."},
		FormItem{Label: "Điểm", Field: f.points},
		FormItem{Label: "Đối tượng", Field: f.kind, Must: true},
		FormItem{Label: "", Field: f.leader},
	)
	f.ui.ShowForm(FormSpec{
		Title: "Thêm người", Form: form,
		Save: func() func() error {
			text := f.name.Value() + ";" + f.born.Day().String() + ";" + f.kind.Selected
			return func() error {
				f.saved = text
				return f.err
			}
		},
		Done: func() { f.done = true },
	})
	return f
}

// What is missing or wrong is listed, the keyboard goes to the first such field.
func TestFormRefuses(t *testing.T) {
	f := newPersonForm(t)
	f.keys("Tab")
	f.typ("1/2/2030")
	f.keys("Tab")
	f.typ("101")
	f.keys("Return")
	f.see("the form", `
Nội dung
===
Thêm người
Họ và tên *
Ngày sinh | 01/02/2030
Bỏ trống nếu chưa biết.
Điểm | 101
Đối tượng * | Chọn…
[ ] | Lãnh đạo
Hãy sửa các ô sau trước khi lưu:
• Hãy nhập Họ và tên.
• Ngày sinh: Ngày phải trong khoảng từ 01/01/1900 đến 31/12/2010.
• Điểm: Số phải trong khoảng từ 0 đến 100.
• Hãy nhập Đối tượng.
Lưu | Hủy`)
	same(t, "saved", "", f.saved)
	before := uitest.Text(f.w.Canvas())
	f.keys("Return") // what is wrong stays where it is
	same(t, "the form refused twice", before, uitest.Text(f.w.Canvas()))
	if f.w.Canvas().Focused() != f.name {
		t.Errorf("the keyboard is on %T, want the name", f.w.Canvas().Focused())
	}
}

// Enter saves from any field; what was typed in pieces is kept composed.
func TestFormSaves(t *testing.T) {
	f := newPersonForm(t)
	f.typ(norm.NFD.String("Đỗ Thị  Ổn"))
	f.keys("Tab")
	f.typ("010280")
	f.kind.SetSelected("Viên chức")
	f.keys("Return")
	same(t, "saved", "Đỗ Thị Ổn;01/02/1980;Viên chức", f.saved)
	same(t, "closed", 0, f.open())
	same(t, "done", true, f.done)
}

// An error of saving is shown over the form, which stays with what was typed.
func TestFormSaveFails(t *testing.T) {
	f := newPersonForm(t)
	f.err = tdkt.Errorf(tdkt.Invalid, "Mã CB001 đã có người dùng. Hãy chọn mã khác.")
	f.typ("An")
	f.kind.SetSelected("Viên chức")
	f.keys("Ctrl+S")
	same(t, "form and error", 2, f.open())
	f.keys("Return")
	same(t, "form", 1, f.open())
	f.err = nil
	f.keys("Return")
	same(t, "saved the second time", true, f.done)
}

// Esc cancels from any field.
func TestFormCancels(t *testing.T) {
	for tabs := range 6 {
		f := newPersonForm(t)
		for range tabs {
			f.keys("Tab")
		}
		f.keys("Escape")
		same(t, "closed", 0, f.open())
		same(t, "saved", "", f.saved)
	}
}

// The day is tidied when the keyboard leaves; the calendar puts one in.
func TestDateField(t *testing.T) {
	s := newWindow(t)
	f := NewDateField(0)
	picked := ""
	f.OnPicked = func(d tdkt.Day) { picked += d.String() + " " }
	s.w.SetContent(s.ui.Frame(NewForm(FormItem{Label: "Ngày", Field: f}).body))
	s.ui.Focus(f)
	s.typ("2/9/45")
	s.w.Canvas().Unfocus()
	same(t, "text", "02/09/2045", f.Text)
	s.ui.Focus(f)
	s.keys("Down")
	uitest.Tap(t, s.w.Canvas(), "30")
	same(t, "from the calendar", "30/09/2045", f.Text)
	if _, ok := uitest.Find(s.w.Canvas(), func(i *tapIcon) bool { return i.Size().Width > 10 }); !ok {
		t.Error("there is no calendar to click")
	}
	same(t, "told", "02/09/2045 30/09/2045 ", picked)
	f.SetText("31/9/2045")
	s.w.Canvas().Unfocus()
	same(t, "a wrong day stays to be seen", "31/9/2045", f.Text)
	same(t, "and is none", tdkt.Day(0), f.Day())
}

// Esc over the calendar closes the calendar alone.
func TestCalendarEsc(t *testing.T) {
	f := newPersonForm(t)
	f.keys("Tab", "Down")
	same(t, "form and calendar", 2, f.open())
	f.keys("Escape")
	same(t, "form", 1, f.open())
	f.keys("Escape")
	same(t, "nothing", 0, f.open())
}

// The month begins on Monday and has its own days only.
func TestCalendar(t *testing.T) {
	s := newWindow(t)
	cal := newCalendar(tdkt.Date(2024, 2, 10), func(tdkt.Day) {})
	s.w.SetContent(cal.object())
	s.see("February 2024", `
Tháng 2 năm 2024
T2 | T3 | T4 | T5 | T6 | T7 | CN
1 | 2 | 3 | 4
5 | 6 | 7 | 8 | 9 | 10 | 11
12 | 13 | 14 | 15 | 16 | 17 | 18
19 | 20 | 21 | 22 | 23 | 24 | 25
26 | 27 | 28 | 29`)
	cal.move(12)
	same(t, "a year on", "Tháng 2 năm 2025", cal.title.Text)
}

// Fyne's own words come out in Vietnamese whatever the language of the machine.
func TestRegisterWords(t *testing.T) {
	if err := RegisterWords([]byte(`{"kit.test": "Có"}`)); err != nil {
		t.Fatal(err)
	}
	if err := RegisterWords([]byte(`{`)); err == nil {
		t.Error("broken words were taken")
	}
}

// Letters typed on a list choose from it, with or without accents, over a space, and as an
// input method composes them.
func TestTypingChooses(t *testing.T) {
	s := newWindow(t)
	told := []string{}
	list := NewSelect([]string{"Thanh tra", "Văn phòng", "Phòng Tổ chức", "Phòng Đào tạo"}, func(o string) { told = append(told, o) })
	s.w.SetContent(list)
	for typed, want := range map[string]string{"van ph": "Văn phòng", "văn": "Văn phòng", "phong đ": "Phòng Đào tạo", "to ch": "Phòng Tổ chức", "thanh": "Thanh tra"} {
		list.typed = ""
		s.w.Canvas().Focus(list)
		uitest.TypeComposed(t, s.w.Canvas(), typed)
		same(t, typed, want, list.Selected)
	}
	list.typed = ""
	before := list.Selected
	uitest.TypeComposed(t, s.w.Canvas(), "zz")
	same(t, "nothing begins so", before, list.Selected)
}
