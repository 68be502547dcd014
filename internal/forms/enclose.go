package forms

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// manifestName is the file that lists the checksum of every other, as sha256sum reads it.
const manifestName = "Mã kiểm tra các tệp.txt"

// writeSafe writes a file that is not there yet and forces it to the disk.
func writeSafe(name string, write func(io.Writer) error) error {
	out, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644) //nolint:gosec // as any document
	if err != nil {
		return fileError(name, err)
	}
	err = write(out)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return fileError(name, err)
	}
	return nil
}

// writeManifest reads every file back from the disk, holds the enclosures against the
// checksums they were kept under, and writes the list.
func writeManifest(ctx context.Context, temp string, s *dossier.Submission) error {
	sums := map[string]string{}
	var lines bytes.Buffer
	err := eachFile(ctx, temp, func(name string, in io.Reader) error {
		hash := sha256.New()
		if _, err := io.Copy(hash, in); err != nil {
			return err
		}
		sums[name] = hex.EncodeToString(hash.Sum(nil))
		fmt.Fprintf(&lines, "%s  %s\n", sums[name], name)
		return nil
	})
	if err != nil {
		return fileError(temp, err)
	}
	for _, f := range plan(s) {
		if f.paper != nil && f.paper.SHA256 != "" && sums[f.path] != f.paper.SHA256 {
			return tdkt.Errorf(tdkt.Environment, "Tệp “%s” chép vào hồ sơ không giống tệp đã đính kèm. Hãy kiểm tra ổ đĩa rồi xuất lại.", f.paper.Name)
		}
	}
	return writeSafe(filepath.Join(temp, filepath.FromSlash(manifestPath(s))), func(w io.Writer) error {
		_, err := w.Write(lines.Bytes())
		return err
	})
}

// manifestPath is where the list of checksums stands below the folder.
func manifestPath(s *dossier.Submission) string {
	return marked(s, path.Join(string(dossier.HousePart), manifestName))
}

// eachFile visits the files below a folder by their names, with slashes between folders.
func eachFile(ctx context.Context, dir string, do func(name string, in io.Reader) error) error {
	return fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err = errors.Join(err, ctx.Err()); err != nil || d.IsDir() {
			return err
		}
		in, err := os.Open(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		return errors.Join(do(name, in), in.Close())
	})
}

// Zip packs a folder into one file beside it, by the first name that is free, and returns
// its path. It appears whole or not at all.
func Zip(ctx context.Context, dir string) (string, error) {
	target := dir + ".zip"
	for n := 2; ; n++ {
		if _, err := os.Lstat(target); err != nil {
			break
		}
		target = fmt.Sprintf("%s-%d.zip", dir, n)
	}
	temp := filepath.Join(filepath.Dir(dir), ".dang-nen-"+filepath.Base(target))
	err := writeSafe(temp, func(w io.Writer) error { return packFolder(ctx, w, dir) })
	if err == nil {
		if err = os.Rename(temp, target); err == nil {
			return target, nil
		}
		err = fileError(target, err)
	}
	_ = os.Remove(temp) // what stopped the writing is told
	return "", err
}

// packFolder writes the files under the folder's own name.
func packFolder(ctx context.Context, w io.Writer, dir string) error {
	z := zip.NewWriter(w)
	root := strings.TrimSuffix(filepath.Base(dir), "/")
	err := eachFile(ctx, dir, func(name string, in io.Reader) error {
		out, err := z.Create(path.Join(root, name))
		if err != nil {
			return err
		}
		_, err = io.Copy(out, in)
		return err
	})
	return errors.Join(err, z.Close())
}
