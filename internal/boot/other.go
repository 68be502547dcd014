package boot

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// other is another PC's data file: a copy of it, so that the file is only read, wherever
// it lies and whatever program made it.
type other struct {
	*store.DB
	folder string
}

// openOther copies the file to a folder of its own, wants the copy whole, and brings
// it up to date.
func openOther(ctx context.Context, path, passphrase string) (_ app.Other, err error) {
	if !there(path) {
		_, err := store.Verify(ctx, path) // says that there is no such file
		return nil, err
	}
	name := filepath.Base(path)
	path, done, err := unsealed(path, passphrase)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, done()) }()
	if packaged(ctx, path) {
		return nil, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” là gói cho lãnh đạo, không có số CCCD nên không nhập được như tệp của máy khác. Muốn lấy ý kiến trong gói, hãy dùng “Nhận ý kiến từ gói”.", name)
	}
	folder, err := os.MkdirTemp("", "tdkt-nhap-")
	if err != nil {
		return nil, fmt.Errorf("boot: folder for the other file: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(folder))
		}
	}()
	copied := filepath.Join(folder, filepath.Base(path))
	if err := duplicate(ctx, path, copied); err != nil {
		return nil, err
	}
	if _, err := store.Verify(ctx, copied); err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, copied, store.Options{Program: Version})
	if err != nil {
		return nil, err
	}
	return other{db, folder}, nil
}

// Close takes the copy away.
func (o other) Close() error { return errors.Join(o.DB.Close(), os.RemoveAll(o.folder)) }
