package boot

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tdkt/internal/backup"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// sealName is under what name wrong passphrases of a sealed file wait.
const sealName = "(mật khẩu tệp)"

// vault opens the vault of a sealed file by what was typed. Wrong passphrases have the
// next try wait.
func (o Options) vault() (v *backup.Vault, err error) {
	err = o.patiently(sealName, func(err error) bool { return errors.Is(err, backup.ErrWrongPhrase) }, func() error {
		v, err = backup.OpenVault(o.Path, o.Seal, o.sealCode)
		return err
	})
	if err != nil {
		return nil, err
	}
	return remembered(v), nil
}

// openAtRest opens a sealed file for its one writer.
func openAtRest(ctx context.Context, o Options) (f openedFile, err error) {
	v, err := o.vault()
	if err != nil {
		return f, err
	}
	db, alarm, err := o.openVault(ctx, v)
	if err != nil {
		return f, err
	}
	f = openedFile{db: db, opts: o, watch: &watch{alarm: alarm}}
	if f.rest, err = newAtRest(ctx, o.Path, v, db); err == nil && db.BroughtUp() {
		err = keepOlder(o)
	}
	if err != nil {
		return openedFile{}, errors.Join(err, db.Close())
	}
	f.watch.plain = sealCopies(o.Path, v)
	return f, nil
}

// openVault takes what is in a sealed file into memory, and says whether it lacks what
// this PC wrote into it.
func (o Options) openVault(ctx context.Context, v *backup.Vault) (db *store.DB, alarm string, err error) {
	text, err := v.Open(o.Path)
	if err != nil {
		return nil, "", err
	}
	key, err := o.key()
	if err != nil {
		return nil, "", err
	}
	if db, err = store.BorrowBytes(ctx, o.Path, text, store.Options{Program: Version, Key: key}); err != nil {
		return nil, "", err
	}
	info, err := os.Stat(o.Path)
	if seen, known := o.Home.Recall(o.Path); err == nil && known && !seen.Same(info) {
		var chain []string
		chain, err = db.Chain(ctx)
		alarm = forgotten(chain, seen, o.Path)
	}
	if err != nil {
		return nil, "", errors.Join(err, db.Close())
	}
	return db, alarm, nil
}

// keepOlder keeps the file of an older program as it is, before it is written anew.
func keepOlder(o Options) error {
	to, err := backup.Place(o.Path, o.clock()(), "trước khi nâng cấp")
	if err != nil {
		return err
	}
	if err := copyBytes(o.Path, to); err != nil {
		return cannot(o.Path, err)
	}
	return nil
}

// secretOf opens a file beside the data file: a copy that is sealed as the file is may
// have its passphrase.
func (o Options) secretOf(path string) string {
	if o.Passphrase == "" && atRestFile(path) {
		return o.Seal
	}
	return o.Passphrase
}

// passphrase opens a file that is read.
func (o Options) passphrase() string {
	if o.Seal != "" {
		return o.Seal
	}
	return o.Passphrase
}

// plainWords says that copies in the clear are left of a sealed file.
func plainWords(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" Còn %d bản sao lưu cũ chưa khóa được (ổ đĩa vắng mặt hoặc không cho ghi); lần mở sau chương trình làm tiếp.", n)
}

// errNoVault refuses what only a sealed file has.
func errNoVault(path string) error {
	return tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không khóa cả tệp nên không có mật khẩu để đổi hay bỏ.", filepath.Base(path))
}
