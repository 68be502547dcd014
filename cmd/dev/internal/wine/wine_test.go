package wine

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMountsBelow: only what lies below, the deepest first, so that nothing of this
// machine is ever taken away.
func TestMountsBelow(t *testing.T) {
	const table = "proc /proc proc rw 0 0\n/dev/vda / ext4 rw 0 0\nproc /c/wine/proc proc rw 0 0\n" +
		"dev /c/wine/dev devtmpfs rw 0 0\nx /c/wine-other/dev y rw 0 0\nx /c/wine/dev/pts z rw 0 0\n"
	want := []string{"/c/wine/dev/pts", "/c/wine/dev", "/c/wine/proc"}
	if d := cmp.Diff(want, mountsBelow("/c/wine", table)); d != "" {
		t.Errorf("mounts (-want +got)\n%s", d)
	}
}
