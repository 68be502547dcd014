package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/uitest"
)

// A list of people never chooses by letters, were there only three of them: what is typed
// narrows it, and Enter takes the one that is marked.
func TestPickerNeverGuesses(t *testing.T) {
	ui, w := newUI(t)
	var told []string
	s := NewPicker([]string{"Trần Văn An – Văn phòng (1980)", "Trần Văn An – Thanh tra (1991)", "Lê Thị Bình – Văn phòng (1985)"}, func(text string) { told = append(told, text) })
	w.SetContent(ui.Frame(s))
	ui.Focus(s)
	uitest.TypeComposed(t, w.Canvas(), "tran 1991")
	same(t, "letters choose nobody", 0, len(told))
	uitest.Keys(w.Canvas(), "Return")
	same(t, "chosen", []string{"Trần Văn An – Thanh tra (1991)"}, told)
}

// Several people at once: by letters and Enter, and from a list of names pasted; of
// namesakes nobody is guessed, and a name that is not there is told.
func TestPickMany(t *testing.T) {
	ui, w := newUI(t)
	c := w.Canvas()
	options := []string{
		"Đỗ Hữu Nghĩa – Cải cách hành chính (1979)", "Nguyễn Thị Lan – Văn phòng (1985)", "Nguyễn Thị Lan – Thanh tra (1992)", "Võ Thanh Bình – Văn phòng (1983)",
	}
	var got []string
	ui.PickMany(PickSpec{Title: "Tác giả", Yes: "Thêm", Options: options, Take: func(picked []string) { got = picked }})
	uitest.Type(t, c, "nghia")
	uitest.Keys(c, "Return")
	fyne.CurrentApp().Clipboard().SetContent("võ thanh bình\nNguyễn Thị Lan\r\nPhạm Văn Không Có\n")
	uitest.Keys(c, "Ctrl+V")
	text := strings.Join(strings.Fields(uitest.Text(c)), " ")
	for _, want := range []string{"Đã chọn 2.", "Không thấy: Phạm Văn Không Có.", "hãy chọn tay: Nguyễn Thị Lan.", "Nguyễn Thị Lan – Thanh tra (1992)", "Nguyễn Thị Lan – Văn phòng (1985)"} {
		if !strings.Contains(text, want) {
			t.Errorf("the list lacks %q:\n%s", want, text)
		}
	}
	uitest.Keys(c, "Down", "Return") // the second of the two of that name
	uitest.Keys(c, "Return")
	same(t, "picked", []string{options[0], options[2], options[3]}, got)
}
