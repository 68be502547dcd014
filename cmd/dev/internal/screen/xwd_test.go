package screen

import (
	"encoding/binary"
	"image/color"
	"testing"
)

// dump makes a screen of two by one pixels with one entry in its colour table and a
// line padded to twelve bytes.
func dump() []byte {
	screen := make([]byte, 4*xwdWords+12+12)
	for i, value := range map[int]uint32{
		xwdHeaderSize: 4 * xwdWords, xwdWidth: 2, xwdHeight: 1, xwdBits: 32, xwdLineBytes: 12, xwdColours: 1,
	} {
		binary.BigEndian.PutUint32(screen[4*i:], value)
	}
	copy(screen[4*xwdWords+12:], []byte{1, 2, 3, 0, 4, 5, 6, 0})
	return screen
}

// TestDecodeXWD pins the layout, because a wrong one would call noise a window.
func TestDecodeXWD(t *testing.T) {
	picture, err := decodeXWD(dump())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := picture.RGBAAt(1, 0), (color.RGBA{R: 6, G: 5, B: 4, A: 255}); got != want {
		t.Errorf("second pixel %v, want %v", got, want)
	}
	if got := Colours(picture, 9); got != 2 {
		t.Errorf("%d colours, want 2", got)
	}
	if got := Colours(picture, 1); got != 1 {
		t.Errorf("counted %d colours, past the limit of 1", got)
	}
}

// TestDecodeXWDRefuses shows that a cut or foreign file is an error, not a panic.
func TestDecodeXWDRefuses(t *testing.T) {
	cut := dump()
	depth := dump()
	binary.BigEndian.PutUint32(depth[4*xwdBits:], 8)
	for name, screen := range map[string][]byte{"empty": nil, "cut": cut[:len(cut)-1], "8 bits": depth} {
		if _, err := decodeXWD(screen); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}
