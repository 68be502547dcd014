package plans

import (
	"strings"
	"testing"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// TestReadPlan: the seed's plan opens on its bases; a click on a section shows it
// whole; a year without a plan says where there is one.
func TestReadPlan(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk)
	b.Show(tab)
	c := b.Window.Canvas()
	for _, want := range []string{"Chỉ thị số 01/CT-UBND", "KH-SNV", "II. Những nội dung trọng tâm trong năm 2023"} {
		if text := uitest.Text(c); !strings.Contains(text, want) {
			t.Errorf("the plan lacks %q:\n%s", want, text)
		}
	}
	uitest.Tap(t, c, "2. Yêu cầu")
	if text := uitest.Text(c); !strings.Contains(text, "thực hành tiết kiệm") {
		t.Errorf("the section does not open:\n%s", text)
	}
	b.Desk.Choose(2021, "")
	tab.Refresh()
	if text := uitest.Text(c); !strings.Contains(text, "kế hoạch của các năm: 2023") {
		t.Errorf("a year without a plan:\n%s", text)
	}
	b.Desk.Choose(guitest.Year, "")
	tab.Refresh()
	if text := uitest.Text(c); !strings.Contains(text, "thực hành tiết kiệm") {
		t.Errorf("coming back lost the place:\n%s", text)
	}
}
