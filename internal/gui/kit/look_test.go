package kit

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// brightness is the relative luminance of WCAG 2.
func brightness(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.03928 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	x, y := brightness(a)+0.05, brightness(b)+0.05
	return max(x, y) / min(x, y)
}

// Text can be read on every ground it stands on, in every look.
func TestContrast(t *testing.T) {
	pairs := map[Token][]Token{
		Ink:      {Ground, Paper, AccentPaper, Picked, GoodPaper, BadPaper, WarnPaper, WaitPaper},
		Quiet:    {Ground, Paper, AccentPaper},
		Faint:    {Paper},
		Accent:   {Paper, AccentPaper},
		OnAccent: {Accent},
		GoodInk:  {Paper, GoodPaper}, BadInk: {Paper, BadPaper}, WarnInk: {Paper, WarnPaper}, WaitInk: {WaitPaper},
	}
	for mode, p := range palettes {
		for ink, grounds := range pairs {
			for _, ground := range grounds {
				if got := contrast(p[ink], p[ground]); got < 4.5 {
					t.Errorf("look %d: ink %d on %d has a contrast of %.2f", mode, ink, ground, got)
				}
			}
		}
	}
}

// The look follows the system, or what the user chose.
func TestLooks(t *testing.T) {
	for _, c := range []struct {
		why      string
		mode     Mode
		contrast bool
		variant  fyne.ThemeVariant
		want     Mode
	}{
		{"a light desktop", Auto, false, theme.VariantLight, Light},
		{"a dark desktop", Auto, false, theme.VariantDark, Dark},
		{"high contrast of the system", Auto, true, theme.VariantDark, Contrast},
		{"light whatever the desktop says", Light, true, theme.VariantDark, Light},
		{"dark whatever the desktop says", Dark, false, theme.VariantLight, Dark},
		{"high contrast by choice", Contrast, false, theme.VariantLight, Contrast},
	} {
		got := NewTheme(0).In(c.mode, c.contrast).Color(theme.ColorNameForeground, c.variant)
		same(t, c.why, color.Color(palettes[c.want][Ink]), got)
	}
}

// wordy is a list with long texts, long headers, numbers and days.
func wordy(ui *UI) *Grid[int] {
	long := "Rà soát, đơn giản hóa thủ tục hành chính và đề xuất phương án cắt giảm năm 2026"
	g := NewGrid(ui, func(i int) string { return fmt.Sprint(i) },
		Column[int]{Title: "Việc đến hạn", Text: func(i int) string { return long[:min(len(long), 40+i%3*20)] + " " + long }},
		Column[int]{Title: "Đã đăng ký danh hiệu", Text: func(int) string { return "9" }, Order: ByNumber},
		Column[int]{Title: "Ngày quyết định", Text: func(int) string { return "31/10/2026" }, Order: ByDay},
		Column[int]{Title: "Ghi", Text: func(int) string { return "x" }},
	)
	g.SetRows([]int{1, 2, 3, 4})
	return g
}

// No header loses letters at any size, codes and days stay on one line, the last column
// reaches the frame.
func TestHeadersWhole(t *testing.T) {
	ui, w := newUI(t)
	for _, size := range []float32{12, 13, 16, 20} {
		for _, wide := range []float32{500, 800, 1366} {
			fyne.CurrentApp().Settings().SetTheme(NewTheme(size))
			g := wordy(ui)
			w.SetContent(ui.Frame(g))
			w.Resize(fyne.NewSize(wide, 400))
			for _, h := range uitest.All[*gridHead](w.Canvas()) {
				if h.Cut() {
					t.Errorf("size %v, %v wide: the header %q reads %q", size, wide, h.look.text, h.ScreenText())
				}
			}
			for _, c := range uitest.All[*gridCell](w.Canvas()) {
				if c.at.col == 2 && c.ScreenText() != "31/10/2026" {
					t.Errorf("size %v, %v wide: a day reads %q", size, wide, c.ScreenText())
				}
			}
			total := float32(0)
			for i := range g.columns {
				total += g.width(i)
			}
			if total < g.Size().Width-4 {
				t.Errorf("size %v, %v wide: %v of %v is used", size, wide, total, g.Size().Width)
			}
		}
	}
}

// The label of a bar is whole, in as many lines as it needs, and inside the bar.
func TestBarLabelIsWhole(t *testing.T) {
	_, w := newUI(t)
	for _, label := range []string{"Cờ thi đua của Ủy ban nhân dân tỉnh", "Trung tâm Công nghệ thông tin, Thống kê và Lưu trữ lịch sử của tỉnh", "Thanh tra"} {
		for _, size := range []float32{12, 13, 16, 20} {
			fyne.CurrentApp().Settings().SetTheme(NewTheme(size))
			b := NewBar100(BarData{Label: label, Text: "HTXS 1/6 (16,7 %)", Parts: []int{1, 5}, Fills: []Token{Accent, Edge}}, nil)
			w.SetContent(container.NewVBox(b))
			w.Resize(fyne.NewSize(560, 200))
			var seen []string
			for _, o := range test.WidgetRenderer(b).Objects() {
				if o, ok := o.(*canvas.Text); ok {
					seen = append(seen, o.Text)
					if end := o.Position().Y + o.MinSize().Height; o.Position().Y < 0 || end > b.Size().Height {
						t.Errorf("size %v: %q stands from %v to %v of %v", size, o.Text, o.Position().Y, end, b.Size().Height)
					}
				}
			}
			if all := strings.Join(seen, " "); !strings.HasPrefix(all, label+" ") {
				t.Errorf("size %v: %q reads %q", size, label, all)
			}
		}
	}
	fyne.CurrentApp().Settings().SetTheme(NewTheme(13))
}

// A long text goes on in a second line; size 16 and back leaves the list as it was.
func TestTextSizeAndBack(t *testing.T) {
	ui, w := newUI(t)
	g := wordy(ui)
	w.SetContent(ui.Frame(g))
	w.Resize(fyne.NewSize(700, 400))
	place := func() float32 { _, tall := g.rowPlace(1); return tall }
	before, widths, tall := uitest.Text(w.Canvas()), g.width(0), place()
	same(t, "lines", 3, g.linesAt(1))
	fyne.CurrentApp().Settings().SetTheme(NewTheme(16))
	g.Refresh()
	if place() <= tall {
		t.Errorf("rows of %v at size 16, %v at 13", place(), tall)
	}
	fyne.CurrentApp().Settings().SetTheme(NewTheme(13))
	g.Refresh()
	same(t, "text", before, uitest.Text(w.Canvas()))
	same(t, "width", widths, g.width(0))
	same(t, "height", tall, place())
}

// What was refused stays in its cell with the reason beside it, whether it was wrong by
// itself or app refused it, and the cursor comes back to it; Esc gives it up.
func TestRefusedStays(t *testing.T) {
	s := newScreen(t)
	s.on("1", 2)
	s.typ("40/1/80")
	uitest.Tap(t, s.w.Canvas(), "Phạm Thị Dung")
	text := uitest.Text(s.w.Canvas())
	if !strings.Contains(text, "Nguyễn Văn Á | HTT | 40/1/80 |") {
		t.Errorf("the text is gone:\n%s", text)
	}
	same(t, "and not saved", "02/09/1980", s.data[0].born)
	s.on("1", 2)
	same(t, "the reason beside the cell", true, s.grid.note.box.Visible())
	s.keys("F2")
	s.keys("Escape")
	same(t, "given up", 0, s.grid.Refused())
	s.err = tdkt.Errorf(tdkt.Invalid, "Tên này đã có người khác dùng.")
	s.on("4", 0)
	s.typ("Trùng Tên")
	s.keys("Return")
	same(t, "the cursor comes back", spot{3, 0}, s.grid.at)
	if text := uitest.Text(s.w.Canvas()); !strings.Contains(text, "Trùng Tên") || !strings.Contains(text, "Tên này đã có người khác dùng.") {
		t.Errorf("text or reason is gone:\n%s", text)
	}
	s.err = nil
	s.keys("F2", "Return")
	same(t, "taken the second time", "Trùng Tên", s.data[3].name)
	same(t, "nothing refused", 0, s.grid.Refused())
}

// Half-typed text in a cell or in a form is known of before the window closes.
func TestTypingIsKnown(t *testing.T) {
	s := newScreen(t)
	same(t, "nothing typed", false, s.ui.Typing())
	s.on("1", 0)
	s.keys("F2")
	same(t, "opened, not changed", false, s.ui.Typing())
	s.typ("x")
	same(t, "half typed", true, s.ui.Typing())
	s.keys("Escape")
	same(t, "given up", false, s.ui.Typing())
	s.on("1", 2)
	s.typ("40/1/80")
	uitest.Tap(t, s.w.Canvas(), "Phạm Thị Dung")
	same(t, "refused and left in its cell", true, s.ui.Typing())
	s.ui.DropTyping()
	same(t, "dropped", false, s.ui.Typing())
	s.ui.ShowForm(FormSpec{Title: "Thêm", Form: NewForm(FormItem{Label: "Tên", Field: NewTextField("")}), Save: func() func() error { return nil }})
	same(t, "an untouched form", false, s.ui.Typing())
	s.typ("An")
	same(t, "a form half filled", true, s.ui.Typing())
}

// Tab in a list of a form goes through what can be typed in the row and then on to the
// next field; Shift+Tab back out.
func TestTabLeavesListInForm(t *testing.T) {
	s := newScreen(t)
	before, after := NewEntry(), NewEntry()
	s.w.SetContent(s.ui.Frame(widget.NewLabel("")))
	s.ui.Dialog(DialogSpec{
		Title: "Tác giả", Yes: "Lưu", Focus: before, Size: fyne.NewSize(800, 400),
		Content: container.NewGridWithRows(3, before, s.grid, after),
	})
	s.grid.Focus()
	s.grid.at, s.grid.from = spot{0, 0}, spot{0, 0}
	for range 5 { // the cells that can be typed in
		s.keys("Tab")
	}
	if s.w.Canvas().Focused() != fyne.Focusable(after) {
		t.Errorf("Tab did not leave the list: %T has the keyboard", s.w.Canvas().Focused())
	}
	s.grid.Focus()
	s.grid.at, s.grid.from = spot{0, 0}, spot{0, 0}
	s.keys("Shift+Tab")
	if s.w.Canvas().Focused() != fyne.Focusable(before) {
		t.Errorf("Shift+Tab did not leave the list: %T has the keyboard", s.w.Canvas().Focused())
	}
}

// A list nobody has worked in yet shows its top after sorting; one worked in shows the
// row worked on.
func TestSortJumps(t *testing.T) {
	s := newScreen(t)
	uitest.Tap(t, s.w.Canvas(), "Họ và tên")
	same(t, "untouched", spot{0, 0}, s.grid.at)
	s.on("4", 0)
	uitest.Tap(t, s.w.Canvas(), "Họ và tên")
	row, _ := s.grid.Current()
	same(t, "the row worked on", "4", row.id)
}

// The menu of the right button has what the keys do, after the page's own entries.
func TestMenuComplete(t *testing.T) {
	s := newScreen(t)
	s.on("1", 0)
	s.grid.menuAt(spot{0, 0}, fyne.NewPos(50, 50))
	text := uitest.Text(s.w.Canvas())
	for _, want := range []string{wordEditCell, wordCopyCells, wordPasteCells, wordClearCells, wordSelectAll} {
		if !strings.Contains(text, want) {
			t.Errorf("the menu lacks %q:\n%s", want, text)
		}
	}
}

// Sentences that say the same of many are one; no dialog is taller than its window.
func TestManyEqualSentences(t *testing.T) {
	ui, w := newUI(t)
	var lines []string
	for i := range 27 {
		lines = append(lines, fmt.Sprintf("Người %d: đang tạm dừng xét.", i+1))
	}
	ui.Inform("Kết luận", "Còn 27 trường hợp chưa có kết quả:\n"+strings.Join(lines, "\n"))
	text := uitest.Text(w.Canvas())
	if got := strings.Count(text, "ang tạm dừng xét"); got != 1 {
		t.Errorf("the reason stands %d times:\n%s", got, text)
	}
	if !strings.Contains(text, "(27 trường hợp)") || !strings.Contains(text, "Người 1, Người 2") {
		t.Errorf("who and how many:\n%s", text)
	}
	for i := range lines {
		lines[i] = fmt.Sprintf("Người %d: lý do riêng số %d.", i+1, i+1)
	}
	ui.Confirm("Hỏi", strings.Join(lines, "\n"), "Làm", func() {})
	top := ui.dialogs[len(ui.dialogs)-1].popup
	if top.Content.Size().Height > w.Canvas().Size().Height {
		t.Errorf("the dialog is %v high in a window of %v", top.Content.Size().Height, w.Canvas().Size().Height)
	}
}

// A tick box is drawn in the ink of the look there is, also after another look.
func TestTickFollowsLook(t *testing.T) {
	_ = newScreen(t)
	app := fyne.CurrentApp()
	seen := map[string]Mode{}
	for _, mode := range []Mode{Light, Dark, Light, Contrast} {
		th := NewTheme(TextNormal).In(mode, false)
		app.Settings().SetTheme(th)
		icon := tickIcon(th, true)
		ink := palettes[mode][Ink]
		if want := fmt.Sprintf("#%02x%02x%02x", ink.R, ink.G, ink.B); !strings.Contains(strings.ToLower(string(icon.Content())), want) {
			t.Errorf("look %d: the tick is not in %s: %s", mode, want, icon.Content())
		}
		if other, ok := seen[icon.Name()]; ok && other != mode {
			t.Errorf("looks %d and %d share the picture %s", mode, other, icon.Name())
		}
		seen[icon.Name()] = mode
	}
}
