package dist

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strconv"

	"github.com/tc-hib/winres"

	"tdkt/assets"
	"tdkt/cmd/dev/internal/sh"
)

// setupScript is the installer, in the language of NSIS.
//
//go:embed setup.nsi
var setupScript []byte

// installer packs the programs into one that installs them, for one person and without
// an administrator.
func (b *build) installer(ctx context.Context) error {
	script := filepath.Join(b.work, "setup.nsi")
	if err := os.WriteFile(script, setupScript, 0o600); err != nil {
		return err
	}
	if err := b.writeIcon(filepath.Join(b.work, "icon.ico")); err != nil {
		return err
	}
	if err := stamp(b.work); err != nil {
		return err
	}
	out := filepath.Join(b.opts.Out, InstallerName(b.version))
	q := quad(b.version)
	err := b.Stream(ctx, sh.Command{
		Name: "makensis", Dir: b.work,
		Args: []string{
			"-V2", "-INPUTCHARSET", "UTF8", "-DVERSION=" + b.version, fmt.Sprintf("-DQUAD=%d.%d.%d.%d", q[0], q[1], q[2], q[3]),
			"-DOUT=" + out, script,
		},
		Env: []string{"SOURCE_DATE_EPOCH=" + strconv.FormatInt(epoch().Unix(), 10)},
	})
	if err != nil {
		return err
	}
	return b.sign(ctx, out)
}

// writeIcon writes the program's icon as Windows knows icons.
func (b *build) writeIcon(path string) error {
	picture, err := png.Decode(bytes.NewReader(assets.Icon))
	if err != nil {
		return err
	}
	icon, err := winres.NewIconFromResizedImage(picture, nil)
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if err := icon.SaveICO(&text); err != nil {
		return err
	}
	return os.WriteFile(path, text.Bytes(), 0o600)
}

// stamp gives every file below dir one time: NSIS packs the times too.
func stamp(dir string) error {
	return filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, epoch(), epoch()) //nolint:gosec // a folder of our own
	})
}
