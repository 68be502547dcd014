package awards

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/uitest"
)

// TestPrint: the button asks where, writes the page and opens it; a name without an
// ending becomes a PDF.
func TestPrint(t *testing.T) {
	b := guitest.Open(t)
	opened := ""
	tab := New(b.Desk, func() {}, func(path string) { opened = path })
	b.Show(tab)
	b.Files.Paths = []string{filepath.Join(t.TempDir(), "giai trinh")}
	uitest.Tap(t, b.Window.Canvas(), wordPrint)
	if !strings.HasSuffix(opened, "giai trinh.pdf") {
		t.Fatalf("opened %q", opened)
	}
	if got, err := os.ReadFile(opened); err != nil || !strings.HasPrefix(string(got), "%PDF-") {
		t.Errorf("the file begins with %.8q, %v", got, err)
	}
}

// TestSince: the reasons of a nomination begin with what changed since it was made.
func TestSince(t *testing.T) {
	b, tab := show(t, open, "LDTT")
	tab.put(t, func(r row) bool { return r.res.Answer != "no" && !r.named })
	tab.propose([]row{tab.current})
	if strings.Contains(tab.plain, textSince) {
		t.Fatalf("at once: %s", tab.plain)
	}
	unmet := false
	tab.needs.SelectKey(tab.needs.Shown()[0].key())
	tab.tick(&unmet)
	if !strings.Contains(tab.plain, textSince) || !strings.Contains(flat(b.Window.Canvas()), textSince) {
		t.Errorf("after a judgement: %s", tab.plain)
	}
}
