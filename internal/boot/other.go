package boot

import (
	"context"
	"errors"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// openOther reads another PC's data file: a copy of it in memory, brought up to date, so
// that the file is only read, wherever it lies and whatever program made it. The copy
// must be whole.
func openOther(ctx context.Context, path, passphrase string) (app.Other, error) {
	db, err := borrow(ctx, path, passphrase, store.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	began, err := db.Began(ctx)
	if err == nil && began == verbPackage {
		err = tdkt.Errorf(tdkt.Invalid, "Tệp “%s” là gói cho lãnh đạo, không có số CCCD nên không nhập được như tệp của máy khác. Muốn lấy ý kiến trong gói, hãy dùng “Nhận ý kiến từ gói”.", filepath.Base(path))
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}
