package smoke

import (
	"context"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tdkt/cmd/dev/internal/screen"
	"tdkt/internal/tdkt"
)

const (
	// patience is how long anything may take; drawing in software on a busy machine is slow.
	patience = 120 * time.Second
	// glance is how often the screen is looked at.
	glance = 100 * time.Millisecond
)

// until waits for something to become true.
func until(ctx context.Context, what string, ready func() (bool, error)) error {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	for {
		ok, err := ready()
		if err != nil {
			return err
		}
		if ok {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("waited %s in vain for %s", patience, what)
		case <-time.After(glance):
		}
	}
}

// painted waits for a window with something in it.
func (d display) painted(ctx context.Context) error {
	return until(ctx, "a painted window", func() (bool, error) {
		picture, err := screen.Read(d.dump)
		return err == nil && screen.Painted(picture), err
	})
}

// settle waits until the screen has been the same for a while, at least that long.
func (d display) settle(ctx context.Context) (*image.RGBA, error) {
	const calm = 2 * time.Second
	var last *image.RGBA
	since := time.Now()
	err := until(ctx, "a screen at rest", func() (bool, error) {
		picture, err := screen.Read(d.dump)
		if err != nil {
			return false, err
		}
		if last == nil || string(last.Pix) != string(picture.Pix) {
			last, since = picture, time.Now()
		}
		return time.Since(since) >= calm, nil
	})
	return last, err
}

// see keeps a picture of the display and wants words on it. One word in four may be
// misread: letters on a screen are small.
func (t *try) see(ctx context.Context, d display, name, words string) error {
	path := filepath.Join(t.opts.Out, name+".png")
	const looks = 4 // a busy machine draws late; each look waits until nothing moves
	for look := 1; ; look++ {
		picture, err := d.settle(ctx)
		if err != nil {
			return err
		}
		if err := screen.Save(picture, path); err != nil {
			return err
		}
		read, err := screen.Words(ctx, picture)
		if err != nil {
			return err
		}
		missing := unread(words, read)
		enough := 4*len(missing) <= len(strings.Fields(words))
		if enough || look == looks {
			t.Say("picture: %s", path)
		}
		switch {
		case enough:
			return nil
		case look == looks:
			return fmt.Errorf("%s does not show %q; read:\n%s", path, missing, read)
		}
		time.Sleep(3 * time.Second)
	}
}

// unread are the words wanted that were not read, accents and spaces apart, which a
// reader of pictures gets wrong first.
func unread(want, read string) []string {
	heap := strings.Join(strings.Fields(tdkt.Fold(read)), "")
	var missing []string
	for word := range strings.FieldsSeq(want) {
		if !strings.Contains(heap, strings.Join(strings.Fields(tdkt.Fold(word)), "")) {
			missing = append(missing, word)
		}
	}
	return missing
}

// exists wants a file or folder to be there, or not.
func exists(path string) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("%s is not there: %w", path, err)
	}
	return nil
}
