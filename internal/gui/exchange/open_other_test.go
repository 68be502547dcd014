//go:build !windows

package exchange

import (
	"strings"
	"testing"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// TestOpenWithoutProgram: a file that no program of this PC opens is written all the same:
// the line at the foot says where, and nothing is called an error. One that is gone is called gone.
func TestOpenWithoutProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	b := bench(t, guitest.Empty(t))
	path := workbook(t, list)
	Open(b.Desk, path)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Đã ghi "+path) || strings.Contains(text, "lỗi") {
		t.Errorf("nothing opens it:\n%s", text)
	}
	Open(b.Desk, path+".pdf")
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Không còn "+path+".pdf") || strings.Contains(text, "lỗi") {
		t.Errorf("it is gone:\n%s", text)
	}
}
