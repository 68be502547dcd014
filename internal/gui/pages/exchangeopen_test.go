//go:build !windows

package pages

import (
	"strings"
	"testing"

	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// A file that no program of this PC opens is written all the same:
// the line at the foot says where, and nothing is called an error. One that is gone is called gone.
func TestExchangeOpenWithoutProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	b := exchangeBench(t, guitest.Empty(t))
	path := workbook(t, staffList)
	exchange.Open(b.Desk, path)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Đã ghi "+path) || strings.Contains(text, "lỗi") {
		t.Errorf("nothing opens it:\n%s", text)
	}
	exchange.Open(b.Desk, path+".pdf")
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Không còn "+path+".pdf") || strings.Contains(text, "lỗi") {
		t.Errorf("it is gone:\n%s", text)
	}
}
