package native

import (
	"testing"
	"unsafe"
)

// TestPixelFormat: Windows reads it byte by byte.
func TestPixelFormat(t *testing.T) {
	if size := unsafe.Sizeof(pixelFormat{}); size != 40 {
		t.Errorf("%d bytes, want 40", size)
	}
	if at := unsafe.Offsetof(pixelFormat{}.depth); at != 23 {
		t.Errorf("depth at byte %d, want 23", at)
	}
}
