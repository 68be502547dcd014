package boot

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// Seal writes a verified copy of the file that opens with the passphrase alone, and
// reads it again to be sure. Nothing of it is on a disk in the clear meanwhile.
func Seal(ctx context.Context, a *app.App, to, passphrase string) error {
	f, ok := a.Store.(dataFile)
	if !ok {
		return errPackage()
	}
	return seal(ctx, f.DB, to, passphrase)
}

func seal(ctx context.Context, db *store.DB, to, passphrase string) error {
	want := ""
	err := backup.Seal(to, passphrase, func(w io.Writer) (err error) {
		want, err = db.WriteTo(ctx, w)
		return err
	})
	if err != nil {
		return err
	}
	got := sha256.New()
	if err := backup.Unseal(to, passphrase, got); err != nil {
		return err
	}
	if hex.EncodeToString(got.Sum(nil)) != want {
		return tdkt.Errorf(tdkt.Environment, "Bản sao lưu có mật khẩu “%s” đọc lại không giống tệp đang dùng; hãy kiểm tra ổ đĩa rồi sao lưu lại.", filepath.Base(to))
	}
	return nil
}

// unsealed is what lies behind a passphrase, in memory.
func unsealed(path, passphrase string) ([]byte, error) {
	var plain bytes.Buffer
	err := backup.Unseal(path, passphrase, &plain)
	return plain.Bytes(), err
}

// borrow opens a copy in memory of a file that stays as it is, behind its passphrase if
// it has one.
func borrow(ctx context.Context, path, passphrase string, o store.Options) (*store.DB, error) {
	o.Program = Version
	if !backup.IsSealed(path) {
		return store.Borrow(ctx, path, o)
	}
	text, err := unsealed(path, passphrase)
	if err != nil {
		return nil, err
	}
	return store.BorrowBytes(ctx, path, text, o)
}

// verify is store.Verify for a file that may be sealed.
func verify(ctx context.Context, path, passphrase string) (store.Report, error) {
	if !backup.IsSealed(path) {
		return store.Verify(ctx, path)
	}
	text, err := unsealed(path, passphrase)
	if err != nil {
		return store.Report{Path: path}, err
	}
	return store.VerifyBytes(ctx, path, text)
}
