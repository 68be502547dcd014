package pages

import (
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/uitest"
)

const bacNinh = "86/2025/QĐ-UBND"

// The example of Bắc Ninh is chosen, read step by step, shown with what it
// changes, applied, seen on the page, and taken back by one undo.
func TestLocalsProvince(t *testing.T) {
	b, tab := localsPage(t, localsFresh)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Quy định của tỉnh…")
	looks(t, b, "locals/province0")
	uitest.Keys(c, "Down", "Down", "Return")
	for _, step := range []string{"province1", "province2", "province3", "province4", "province5"} {
		golden.Compare(t, "testdata/locals/"+step+".txt", uitest.Text(c))
		word := "Tiếp theo"
		if step == "province5" {
			word = "Áp dụng"
		}
		uitest.Tap(t, c, word)
	}
	says(t, b, "quá nửa (quy định của tỉnh)")
	list := b.App.View().Regulations()
	if len(list) != 1 || list[0].Row.Number != bacNinh || list[0].Row.First != localsFresh {
		t.Fatalf("kept: %+v", list)
	}
	uitest.Tap(t, c, "Quy định của tỉnh…")
	if text := uitest.Text(c); !strings.Contains(text, "Không áp dụng nữa") || !strings.Contains(text, bacNinh) {
		t.Errorf("not opened on what is applied:\n%s", text)
	}
	uitest.Keys(c, "Escape")
	if _, err := b.App.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	tab.Refresh()
	if len(b.App.View().Regulations()) != 0 {
		t.Error("one undo left it there")
	}
}

// A value that cannot be read is refused in its cell, an unfinished
// head is told, and nothing is written.
func TestLocalsProvinceRefused(t *testing.T) {
	b, _ := localsPage(t, localsFresh)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Quy định của tỉnh…")
	uitest.Keys(c, "Down", "Return")
	uitest.Tap(t, c, "Tiếp theo")
	if text := uitest.Text(c); !strings.Contains(text, "Hãy nhập Số văn bản") || !strings.Contains(text, "[1. Văn bản]") {
		t.Errorf("went on without a number:\n%s", text)
	}
	uitest.Tap(t, c, "5. Xem lại")
	says(t, b, "Chưa ghi số văn bản")
	if len(b.App.View().Regulations()) != 0 {
		t.Error("something was written")
	}
}
