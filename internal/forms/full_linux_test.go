package forms

import (
	"os"
	"strings"
	"syscall"
	"testing"

	"tdkt/internal/tdkt"
)

// A disk that fills half way is told in a sentence and holds no half folder.
func TestDiskFillsHalfWay(t *testing.T) {
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=32k"); err != nil {
		t.Skipf("a small disk needs the right to mount one: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	_, err := WriteSubmission(t.Context(), dir, fixture(), nil)
	if tdkt.KindOf(err) != tdkt.Environment || !strings.Contains(err.Error(), "đã đầy") {
		t.Errorf("got %v", err)
	}
	if left := must(os.ReadDir(dir)); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
