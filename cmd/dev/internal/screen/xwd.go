package screen

import (
	"encoding/binary"
	"errors"
	"image"
	"image/color"
)

// errXWD is a screen file that is not as Xvfb writes it.
var errXWD = errors.New("the screen of Xvfb cannot be read")

// The places of the numbers we need in the header of an X window dump, each a
// big-endian word of four bytes.
const (
	xwdHeaderSize = 0
	xwdWidth      = 4
	xwdHeight     = 5
	xwdByteOrder  = 7
	xwdBits       = 11
	xwdLineBytes  = 12
	xwdColours    = 19
	xwdWords      = 25
)

// decodeXWD reads the screen that Xvfb keeps in a file: 32 bits a pixel, blue first.
func decodeXWD(dump []byte) (*image.RGBA, error) {
	if len(dump) < 4*xwdWords {
		return nil, errXWD
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	width, height, stride := word(xwdWidth), word(xwdHeight), word(xwdLineBytes)
	const colourBytes = 12
	start := word(xwdHeaderSize) + colourBytes*word(xwdColours)
	if word(xwdBits) != 32 || word(xwdByteOrder) != 0 || stride < 4*width || len(dump) < start+stride*height {
		return nil, errXWD
	}
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		row := dump[start+stride*y:]
		for x := range width {
			p := row[4*x : 4*x+3]
			picture.SetRGBA(x, y, color.RGBA{R: p[2], G: p[1], B: p[0], A: 255})
		}
	}
	return picture, nil
}

// Colours counts the colours of a picture, up to a limit.
func Colours(picture *image.RGBA, limit int) int {
	seen := map[[3]byte]bool{}
	for i := 0; i+3 < len(picture.Pix) && len(seen) < limit; i += 4 {
		seen[[3]byte(picture.Pix[i:i+3])] = true
	}
	return len(seen)
}
