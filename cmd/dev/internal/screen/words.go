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

// Words reads the Vietnamese that a picture shows, by tesseract. Letters of a screen are
// small for it, so it sees them three times as large.
func Words(ctx context.Context, picture image.Image) (string, error) {
	const times = 3
	size := picture.Bounds()
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
