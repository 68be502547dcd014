package dist

import (
	"archive/zip"
	"compress/flate"
	"context"
	_ "embed"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// PortableMark lies beside a copy to carry. The program looks for it and then keeps its
// data beside itself; what it holds is for people.
const PortableMark = "mang-theo.txt"

//go:embed mang-theo.txt
var portableText []byte

// portable packs the copy to carry.
func (b *build) portable(context.Context) (err error) {
	if err := os.WriteFile(filepath.Join(b.work, PortableMark), portableText, 0o600); err != nil {
		return err
	}
	files := []string{WindowExe, ControlExe, PortableMark}
	for name := range mesaFiles() {
		files = append(files, path.Join(SoftwareDir, name))
	}
	out, err := os.Create(filepath.Join(b.opts.Out, PortableName(b.version)))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	return pack(out, b.work, "SoThiDua", files)
}

// pack writes files of dir into an archive, under one folder so that unpacking makes no
// mess, in one order and with one time, so that the same files give the same bytes.
func pack(w io.Writer, dir, top string, files []string) error {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	slices.Sort(files)
	for _, name := range files {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		to, err := archive.CreateHeader(&zip.FileHeader{Name: path.Join(top, name), Method: zip.Deflate, Modified: epoch()})
		if err != nil {
			return err
		}
		if _, err := to.Write(text); err != nil {
			return err
		}
	}
	return archive.Close()
}
