package locals

import (
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/uitest"
)

const bacNinh = "86/2025/QĐ-UBND"

// TestProvince: the example of Bắc Ninh is chosen, read step by step, shown with what it
// changes, applied, seen on the page, and taken back by one undo.
func TestProvince(t *testing.T) {
	b, tab := show(t, fresh)
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordProvince)
	golden.Compare(t, "testdata/province0.txt", uitest.Text(c))
	uitest.Keys(c, "Down", "Down", "Return")
	for _, step := range []string{"province1", "province2", "province3", "province4", "province5"} {
		golden.Compare(t, "testdata/"+step+".txt", uitest.Text(c))
		word := wordNext
		if step == "province5" {
			word = wordApply
		}
		uitest.Tap(t, c, word)
	}
	if text := uitest.Text(c); !strings.Contains(text, "quá nửa (quy định của tỉnh)") {
		t.Errorf("the page does not show what the province says:\n%s", text)
	}
	list := b.App.View().Regulations()
	if len(list) != 1 || list[0].Row.Number != bacNinh || list[0].Row.First != fresh {
		t.Fatalf("kept: %+v", list)
	}
	uitest.Tap(t, c, wordProvince)
	if text := uitest.Text(c); !strings.Contains(text, wordDropProvince) || !strings.Contains(text, bacNinh) {
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

// TestProvinceRefused: a value that cannot be read is refused in its cell, an unfinished
// head is told, and nothing is written.
func TestProvinceRefused(t *testing.T) {
	b, _ := show(t, fresh)
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordProvince)
	uitest.Keys(c, "Down", "Return")
	uitest.Tap(t, c, wordNext)
	if text := uitest.Text(c); !strings.Contains(text, "Hãy nhập Số văn bản") || !strings.Contains(text, "[1. Văn bản]") {
		t.Errorf("went on without a number:\n%s", text)
	}
	uitest.Tap(t, c, wordStepReview)
	if text := uitest.Text(c); !strings.Contains(text, "Chưa ghi số văn bản") {
		t.Errorf("not told what is missing:\n%s", text)
	}
	if len(b.App.View().Regulations()) != 0 {
		t.Error("something was written")
	}
}
