package screen

import (
	"image"
	"image/color"
	"testing"
)

// TestShown: the window without the black around it; an empty screen stays whole.
func TestShown(t *testing.T) {
	picture := image.NewRGBA(image.Rect(0, 0, 40, 30))
	if got := shown(picture); got != picture.Bounds() {
		t.Errorf("an empty screen shows %v", got)
	}
	picture.Set(5, 7, color.White)
	picture.Set(20, 9, color.White)
	if got, want := shown(picture), image.Rect(5, 7, 21, 10); got != want {
		t.Errorf("shown %v, want %v", got, want)
	}
}
