package boot

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"tdkt/internal/accounts"
	"tdkt/internal/anchor"
	"tdkt/internal/backup"
	"tdkt/internal/scratch"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// Verbs of the entries that tell of the sealing in the history.
const (
	verbSeal   = "seal"
	verbUnseal = "unseal"
	verbReseal = "reseal"
)

// SealFile seals a data file at rest, and every copy of it, and says what code on paper
// opens it when the passphrase is lost. The file must not be open. Killed at any moment it
// leaves the file as it was or sealed; copies not yet sealed are when the file is opened.
func SealFile(ctx context.Context, o Options, passphrase string) (code string, err error) {
	o.Path = anchor.Resolve(o.Path)
	if err := mayBeSealed(ctx, o.Path, passphrase); err != nil {
		return "", err
	}
	lock, err := lockFile(o)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	if err := o.settle(ctx); err != nil {
		return "", err
	}
	db, err := store.Borrow(ctx, o.Path, o.working())
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	v, code, err := newVault(passphrase, nil)
	if err != nil {
		return "", err
	}
	if v.Accounts, err = db.HasAccounts(ctx); err != nil {
		return "", err
	}
	text, err := o.noted(ctx, db, verbSeal, "Khóa cả tệp bằng mật khẩu")
	if err == nil {
		err = sealOver(o.Path, v, text)
	}
	if err != nil {
		return "", err
	}
	remembered(v)
	sealCopies(o.Path, v)
	return code, o.restored(ctx)
}

func mayBeSealed(ctx context.Context, path, passphrase string) error {
	switch {
	case backup.IsSealed(path):
		return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” đã được khóa bằng mật khẩu.", filepath.Base(path))
	case backup.IsPackage(path) || packaged(ctx, path):
		return tdkt.Errorf(tdkt.Invalid, "Gói cho lãnh đạo được khóa khi lập gói; hãy lập gói mới và đặt mật khẩu ở đó.")
	}
	return backup.TooWeak(passphrase)
}

// newVault is a vault with a new code on paper.
func newVault(passphrase string, old *backup.Vault) (v *backup.Vault, code string, err error) {
	if code, err = accounts.NewCode(); err != nil {
		return nil, "", err
	}
	v, err = backup.NewVault(passphrase, accounts.TidyCode(code), old)
	return v, code, err
}

// working are the options of a file in memory that is changed.
func (o Options) working() store.Options {
	key, err := o.key()
	if err != nil {
		key = nil
	}
	return store.Options{Program: Version, Key: key}
}

// settle brings what lies in a log into the file, and refuses one that another program
// reads: its log would be left in the clear.
func (o Options) settle(ctx context.Context) error {
	scratch.Sweep(filepath.Dir(o.Path))
	if err := backup.Sweep(o.Path); err != nil {
		return err
	}
	db, err := store.Open(ctx, o.Path, store.Options{Program: Version})
	if err != nil {
		return err
	}
	if err := db.Close(); err != nil {
		return err
	}
	for _, tail := range []string{"-wal", "-journal"} {
		if info, err := os.Stat(o.Path + tail); err == nil && info.Size() > 0 {
			return tdkt.Errorf(tdkt.Environment, "Tệp “%s” đang được chương trình khác đọc nên chưa khóa được. Hãy đóng mọi chương trình đang mở tệp rồi làm lại.", filepath.Base(o.Path))
		}
	}
	return nil
}

// noted is what is in the file with one more entry in its history.
func (o Options) noted(ctx context.Context, db *store.DB, verb, words string) ([]byte, error) {
	who, host := here()
	if o.User != "" {
		who = o.User
	}
	_, err := db.Note(ctx, tdkt.Operation{Verb: verb, Words: words, By: who, Host: host, At: o.clock()().Format(time.RFC3339)})
	if err != nil {
		return nil, err
	}
	return db.Image(ctx)
}

// sealOver puts a sealed file in the place of one, read again before.
func sealOver(path string, v *backup.Vault, text []byte) error {
	f, err := scratch.File(filepath.Dir(path), filepath.Ext(path))
	if err != nil {
		return cannot(path, err)
	}
	err = v.SealTo(f, text)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		var got []byte
		if got, err = v.Open(f.Name()); err == nil && !bytes.Equal(got, text) {
			err = errors.New("boot: read back otherwise than written")
		}
	}
	if err == nil {
		err = swap(f.Name(), path)
	}
	if err != nil {
		return cannot(path, errors.Join(err, removeIfThere(f.Name())))
	}
	return syncFolder(filepath.Dir(path))
}

// UnsealFile puts a sealed data file, and its copies, back in the clear. The file must not
// be open.
func UnsealFile(ctx context.Context, o Options) (err error) {
	return o.onSealed(ctx, func(v *backup.Vault) error { return o.unseal(ctx, v) })
}

func (o Options) unseal(ctx context.Context, v *backup.Vault) (err error) {
	db, _, err := o.openVault(ctx, v)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := o.noted(ctx, db, verbUnseal, "Bỏ khóa cả tệp"); err != nil {
		return err
	}
	if err := unsealCopies(o.Path, v); err != nil {
		return err
	}
	folder, err := scratch.Dir(filepath.Dir(o.Path))
	if err != nil {
		return cannot(o.Path, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	fresh := filepath.Join(folder, filepath.Base(o.Path))
	if err := db.Backup(ctx, fresh); err != nil {
		return err
	}
	if err := renamed(fresh, o.Path); err != nil {
		return cannot(o.Path, err)
	}
	return syncFolder(filepath.Dir(o.Path))
}

// Reseal gives a sealed file another passphrase, upon the one it has or upon the code on
// paper, and another code. The old ones open neither the file nor its copies any more, but
// for copies that are elsewhere. The file must not be open.
func Reseal(ctx context.Context, o Options, old, paper, passphrase string) (code string, err error) {
	o.Seal = old
	if err := backup.TooWeak(passphrase); err != nil {
		return "", err
	}
	if paper != "" {
		paper = accounts.TidyCode(paper)
	}
	o.sealCode = paper
	return code, o.onSealed(ctx, func(v *backup.Vault) error {
		code, err = o.reseal(ctx, v, passphrase)
		return err
	})
}

func (o Options) reseal(ctx context.Context, v *backup.Vault, passphrase string) (code string, err error) {
	db, _, err := o.openVault(ctx, v)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	fresh, code, err := newVault(passphrase, v)
	if err != nil {
		return "", err
	}
	text, err := o.noted(ctx, db, verbReseal, "Đổi mật khẩu khóa tệp")
	if err == nil {
		err = sealOver(o.Path, fresh, text)
	}
	if err != nil {
		return "", err
	}
	remembered(fresh)
	sealCopies(o.Path, fresh)
	return code, nil
}

// onSealed runs do on a sealed file that is not open, and remembers how it was left.
func (o *Options) onSealed(ctx context.Context, do func(*backup.Vault) error) (err error) {
	o.Path = anchor.Resolve(o.Path)
	if !there(o.Path) {
		return tdkt.Errorf(tdkt.Environment, "Không thấy tệp “%s”. Hãy kiểm tra lại tên và nơi để tệp.", o.Path)
	}
	if !atRestFile(o.Path) {
		return errNoVault(o.Path)
	}
	lock, err := lockFile(*o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	scratch.Sweep(filepath.Dir(o.Path))
	v, err := o.vault()
	if err != nil {
		return err
	}
	if err := do(v); err != nil {
		return err
	}
	return o.restored(ctx)
}

// restVault is what seals the file that a restore makes; nil for one in the clear.
func restVault(o Options, from string) (*backup.Vault, error) {
	path := o.Path
	if !atRestFile(path) {
		if !atRestFile(from) || plainFile(path) {
			return nil, nil
		}
		path = from // the file is gone or past reading: what comes in its place is sealed as the copy is
	}
	if name, _, _ := backup.IsVault(path); known(name) != nil {
		return known(name), nil
	}
	o.Path, o.Seal = path, o.passphrase()
	return o.vault()
}

// plainFile says whether a file that is there is in the clear.
func plainFile(path string) bool {
	const mark = "SQLite format 3\x00"
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	head := make([]byte, len(mark))
	_, err = io.ReadFull(f, head)
	return errors.Join(err, f.Close()) == nil && string(head) == mark
}
