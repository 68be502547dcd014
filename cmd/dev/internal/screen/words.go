package screen

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"

	"golang.org/x/image/draw"
)

// Save writes a picture as a PNG.
func Save(picture image.Image, path string) error {
	var text bytes.Buffer
	if err := png.Encode(&text, picture); err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o600)
}

// Words reads the Vietnamese that a picture shows, by tesseract. It sees letters of a
// screen best three times as large, and without the empty screen around a window.
func Words(ctx context.Context, picture image.Image) (string, error) {
	const times = 3
	size := shown(picture)
	large := image.NewGray(image.Rect(0, 0, times*size.Dx(), times*size.Dy()))
	draw.CatmullRom.Scale(large, large.Bounds(), picture, size, draw.Src, nil)
	var in, out bytes.Buffer
	if err := png.Encode(&in, large); err != nil {
		return "", err
	}
	const scattered = "11" // words anywhere, as in a window
	cmd := exec.CommandContext(ctx, "tesseract", "-", "-", "-l", "vie", "--psm", scattered)
	cmd.Stdin, cmd.Stdout = &in, &out
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("read the words of a picture: %w", err)
	}
	return out.String(), nil
}

// shown is the part of a screen that is not black, the colour of an empty one.
func shown(picture image.Image) image.Rectangle {
	all := picture.Bounds()
	part := image.Rectangle{}
	for y := all.Min.Y; y < all.Max.Y; y++ {
		for x := all.Min.X; x < all.Max.X; x++ {
			if r, g, b, _ := picture.At(x, y).RGBA(); r|g|b != 0 {
				part = part.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if part.Empty() {
		return all
	}
	return part
}
