package boot

import (
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
