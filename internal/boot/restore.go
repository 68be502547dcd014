package boot

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"tdkt/internal/anchor"
	"tdkt/internal/backup"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// noteBefore and noteDamaged mark the copies a restore keeps of what was there.
const (
	noteBefore  = "trước khi khôi phục"
	noteDamaged = "bị hỏng"
)

// verbRestore marks the entry from which a file's history went on after a restore.
const verbRestore = "restore"

// Restore puts a whole copy in the place of the data file. It keeps what was there
// in the folder “Sao lưu” and returns that path, "" when there was no file.
func Restore(ctx context.Context, o Options, from string) (kept string, err error) {
	o.Path = anchor.Resolve(o.Path) // the file itself, not a link to it
	if same(from, o.Path) {
		return "", tdkt.Errorf(tdkt.Usage, "Tệp cần khôi phục và bản sao lưu là một. Hãy chọn một bản trong thư mục “Sao lưu”.")
	}
	source, err := borrow(ctx, from, o.secretOf(from), store.Options{ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	began, err := source.Began(ctx)
	if err != nil {
		return "", err
	}
	if began == verbPackage || packaged(ctx, o.Path) {
		return "", tdkt.Errorf(tdkt.Invalid, "Gói cho lãnh đạo thiếu số CCCD và nhật ký nên không dùng để khôi phục được. Hãy chọn một bản trong thư mục “Sao lưu”.")
	}
	o.Create, o.Read = !there(o.Path), false
	lock, err := lockFile(o)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	v, err := restVault(o, from)
	if err != nil {
		return "", err
	}
	if kept, err = keepPresent(ctx, o); err != nil {
		return "", err
	}
	fresh := o.Path + ".restore.tmp"
	if v == nil {
		err = prepare(ctx, o, source, filepath.Base(from), fresh)
	} else {
		err = prepareSealed(ctx, o, v, source, filepath.Base(from), fresh)
	}
	if err == nil {
		err = swap(fresh, o.Path)
	}
	if err == nil {
		err = o.restored(ctx)
	}
	if err != nil {
		err = errors.Join(err, sweep(fresh))
	}
	return kept, err
}

// restored remembers where the file's history went back to.
func (o Options) restored(ctx context.Context) error {
	if o.Home == "" {
		return nil
	}
	head, err := peek(ctx, o.Path)
	if err != nil {
		return err
	}
	return o.remember(o.Path, head, &tdkt.Proof{})
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func same(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	two, err := os.Stat(b)
	return err == nil && os.SameFile(one, two)
}

// keepPresent copies what a restore is going to replace. A file that cannot be
// opened, being damaged, is copied byte for byte with what SQLite keeps beside it.
func keepPresent(ctx context.Context, o Options) (string, error) {
	if !there(o.Path) {
		return "", nil
	}
	to, err := backup.Place(o.Path, o.clock()(), noteBefore)
	if err != nil {
		return "", err
	}
	if atRestFile(o.Path) {
		if _, err = verify(ctx, o.Path, o.Seal); err == nil {
			err = copyBytes(o.Path, to)
		}
	} else {
		err = copyPresent(ctx, o.Path, to)
	}
	if err == nil || ctx.Err() != nil {
		return to, err
	}
	if to, err = backup.Place(o.Path, o.clock()(), noteDamaged); err != nil {
		return "", err
	}
	for _, tail := range []string{"", "-wal"} {
		if !there(o.Path + tail) {
			continue
		}
		if err := copyBytes(o.Path+tail, to+tail); err != nil {
			return "", cannot(o.Path, err)
		}
	}
	return to, nil
}

// copyPresent empties the write-ahead log too, as the last one to close the file.
func copyPresent(ctx context.Context, path, to string) error {
	db, err := store.Open(ctx, path, store.Options{Program: Version})
	if err != nil {
		return err
	}
	return errors.Join(db.Backup(ctx, to), db.Close())
}

// prepare makes the file that is to come: the copy, brought up to date, with an
// entry in its history that says where it came from.
func prepare(ctx context.Context, o Options, source *store.DB, name, fresh string) error {
	if err := sweep(fresh); err != nil {
		return cannot(o.Path, err)
	}
	if err := source.Backup(ctx, fresh); err != nil {
		return cannot(o.Path, err)
	}
	key, err := o.key()
	if err != nil {
		return err
	}
	db, err := store.Open(ctx, fresh, store.Options{Program: Version, Key: key})
	if err != nil {
		return err
	}
	who, host := here()
	_, err = db.Note(ctx, tdkt.Operation{
		Verb: verbRestore, Words: "Khôi phục từ bản sao " + name, By: who, Host: host,
		At: o.clock()().Format(time.RFC3339),
	})
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	_, err = store.Verify(ctx, fresh)
	return err
}

// prepareSealed is prepare for a file that is sealed at rest: nothing is in the clear on a
// disk meanwhile.
func prepareSealed(ctx context.Context, o Options, v *backup.Vault, source *store.DB, name, fresh string) error {
	if err := sweep(fresh); err != nil {
		return cannot(o.Path, err)
	}
	text, err := source.Image(ctx)
	if err != nil {
		return err
	}
	db, err := store.BorrowBytes(ctx, o.Path, text, o.working())
	if err != nil {
		return err
	}
	v.Accounts, err = db.HasAccounts(ctx)
	if err == nil {
		text, err = o.noted(ctx, db, verbRestore, "Khôi phục từ bản sao "+name)
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return sealCopy(v, fresh, text)
}

// copyBytes copies a file that nobody writes to, and forces it to the disk.
func copyBytes(from, to string) (err error) {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, src.Close()) }()
	dst, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(dst, src)
	if err = errors.Join(err, dst.Sync(), dst.Close()); err != nil {
		return errors.Join(err, os.Remove(to))
	}
	return nil
}

// swap gives the new file the name. The old log goes first: beside the new file it
// would be taken for its own.
func swap(fresh, path string) error {
	for _, tail := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + tail); err != nil && !errors.Is(err, os.ErrNotExist) {
			return cannot(path, err)
		}
	}
	if err := os.Rename(fresh, path); err != nil {
		return cannot(path, err)
	}
	return nil
}

// sweep takes away an unfinished restore.
func sweep(fresh string) error {
	var errs []error
	for _, tail := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(fresh + tail); err != nil && !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func cannot(path string, err error) error {
	return &tdkt.Error{
		Kind: tdkt.Environment, Err: err,
		Text: fmt.Sprintf("Không thay được tệp “%s”; hãy đóng mọi chương trình đang đọc tệp, kiểm tra quyền ghi và chỗ trống trên ổ đĩa, rồi làm lại.", filepath.Base(path)),
	}
}
