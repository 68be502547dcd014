package boot

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"tdkt/internal/backup"
	"tdkt/internal/scratch"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// atRest is a data file that is sealed wherever it lies: it is open in memory alone, and
// each change writes it anew, sealed, beside itself and then in its place.
type atRest struct {
	vault *backup.Vault
	path  string

	mu   sync.Mutex  // held from a change until it is on the disk
	seen os.FileInfo // the file as this program left it
	last []byte      // what is in it
	lost string      // why nothing is written any more; "" while all is well
}

// newAtRest is the file as it lies now, with db being what is in it.
func newAtRest(ctx context.Context, path string, v *backup.Vault, db *store.DB) (*atRest, error) {
	r := &atRest{vault: v, path: path}
	var err error
	if r.seen, err = os.Stat(path); err == nil {
		r.last, err = db.Image(ctx)
	}
	return r, err
}

// write makes a change and puts the file down. What cannot be put down is taken back, so
// that nobody believes it was kept.
func (r *atRest) write(ctx context.Context, db *store.DB, change func() (tdkt.Entry, error)) (tdkt.Entry, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.lost != "" {
		return tdkt.Entry{}, tdkt.Errorf(tdkt.Environment, "%s", r.lost)
	}
	entry, err := change()
	if err != nil || entry.Seq == 0 {
		return entry, err
	}
	ctx = context.WithoutCancel(ctx)
	if err := r.put(ctx, db); err != nil {
		if back := db.Revert(ctx, r.last); back != nil {
			r.lost = fmt.Sprintf("Tệp “%s” không ghi tiếp được. Hãy đóng sổ và mở lại; việc đã báo là lưu vẫn còn.", filepath.Base(r.path))
			err = errors.Join(err, back)
		}
		return tdkt.Entry{}, err
	}
	return entry, nil
}

// put writes the file in the place of the one before.
func (r *atRest) put(ctx context.Context, db *store.DB) error {
	now, err := os.Stat(r.path)
	if err != nil || !os.SameFile(now, r.seen) || now.Size() != r.seen.Size() || !now.ModTime().Equal(r.seen.ModTime()) {
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
			"Tệp “%s” đã bị xóa, thay hoặc ghi ở nơi khác trong khi đang mở nên thay đổi này chưa được lưu. Hãy đóng sổ, giữ lại tệp đang có ở đó và mở lại.", filepath.Base(r.path))}
	}
	if r.vault.Accounts, err = db.HasAccounts(ctx); err != nil {
		return err
	}
	text, err := db.Image(ctx)
	if err != nil {
		return err
	}
	if err := replace(r.path, func(w io.Writer) error { return r.vault.SealTo(w, text) }); err != nil {
		return unsaved(r.path, err)
	}
	if r.seen, err = os.Stat(r.path); err != nil {
		return unsaved(r.path, err)
	}
	r.last = text
	return nil
}

func unsaved(path string, err error) error {
	return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: fmt.Sprintf(
		"Không ghi được tệp “%s” nên thay đổi này chưa được lưu và đã được lấy lại. Hãy kiểm tra chỗ trống và quyền ghi của ổ đĩa rồi làm lại.", filepath.Base(path))}
}

// replace puts another file in the place of one. It is whole and on the disk before it
// has the name, and the name is on the disk before anybody is told.
func replace(path string, fill func(io.Writer) error) error {
	f, err := scratch.File(filepath.Dir(path), filepath.Ext(path))
	if err != nil {
		return err
	}
	err = fill(f)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = renamed(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, removeIfThere(f.Name()))
	}
	return syncFolder(filepath.Dir(path))
}

// renamed renames, and tries again for a moment: on Windows a program that looks for
// viruses holds what was just written.
func renamed(from, to string) error {
	const tries, pause = 20, 50 * time.Millisecond
	err := os.Rename(from, to)
	for n := 1; err != nil && runtime.GOOS == "windows" && n < tries; n++ {
		time.Sleep(pause)
		err = os.Rename(from, to)
	}
	return err
}

// syncFolder forces a new name to the disk; Windows does that by itself.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// copy writes a copy that is sealed as the file is, and reads it again. Proven says that
// what is in it must be whole.
func (r *atRest) copy(ctx context.Context, to string, proven bool) error {
	r.mu.Lock()
	text := bytes.Clone(r.last)
	r.mu.Unlock()
	if proven {
		if _, err := store.VerifyBytes(ctx, r.path, bytes.Clone(text)); err != nil {
			return err
		}
	}
	return sealCopy(r.vault, to, text)
}

// sealCopy writes a sealed copy and reads it again.
func sealCopy(v *backup.Vault, to string, text []byte) error {
	if err := v.Seal(to, text); err != nil {
		return err
	}
	got, err := v.Open(to)
	if err == nil && bytes.Equal(got, text) {
		return syncFolder(filepath.Dir(to))
	}
	return errors.Join(tdkt.Errorf(tdkt.Environment, "Bản sao lưu “%s” đọc lại không giống tệp đang dùng; hãy kiểm tra ổ đĩa rồi sao lưu lại.", filepath.Base(to)), err, os.Remove(to))
}

// sealCopies seals every copy of the file that is still in the clear, or sealed as it was
// before the passphrase changed. It tells how many could not be sealed.
func sealCopies(path string, v *backup.Vault) (left int) {
	list, err := backup.Everything(path)
	if err != nil {
		return 1
	}
	for _, name := range list {
		if kind, _, is := backup.IsVault(name); is && (kind == v.Name() || known(kind) == nil) || !is && backup.IsSealed(name) {
			continue
		}
		if recast(name, v.Open, func(w io.Writer, text []byte) error { return v.SealTo(w, text) }) != nil {
			left++
		}
	}
	return left
}

// unsealCopies puts every copy that the vault opens back in the clear.
func unsealCopies(path string, v *backup.Vault) error {
	list, err := backup.Everything(path)
	if err != nil {
		return err
	}
	for _, name := range list {
		if kind, _, is := backup.IsVault(name); !is || known(kind) == nil {
			continue
		}
		err := recast(name, v.Open, func(w io.Writer, text []byte) error {
			_, err := w.Write(text)
			return err
		})
		if err != nil {
			return cannot(name, err)
		}
	}
	return nil
}

// recast writes the same in another form over a copy, whatever is in it.
func recast(name string, open func(string) ([]byte, error), fill func(io.Writer, []byte) error) error {
	text, err := []byte(nil), error(nil)
	if backup.IsSealed(name) {
		text, err = open(name)
	} else {
		text, err = os.ReadFile(name)
	}
	if err != nil {
		return err
	}
	return replace(name, func(w io.Writer) error { return fill(w, text) })
}
