package boot

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"tdkt/internal/anchor"
	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// Copies does for the window what has to do with copies of a data file.
type Copies struct {
	Now  func() time.Time // nil: the machine's clock
	Home anchor.Home      // as in Options
}

// List reads every copy to its end and says which are whole.
func (Copies) List(ctx context.Context, path string) ([]backup.Found, error) {
	list, err := backup.Everywhere(path)
	if err != nil {
		return nil, err
	}
	for i := range list {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		_, list[i].Fault = verify(ctx, list[i].Path(), "")
	}
	return list, nil
}

// Compare is Compare with the passphrase of a sealed copy.
func (Copies) Compare(ctx context.Context, path, from, passphrase string) ([]string, error) {
	return Compare(ctx, Options{Path: path, Passphrase: passphrase}, from)
}

// Restore is Restore with the passphrase of a sealed copy.
func (c Copies) Restore(ctx context.Context, path, from, passphrase string) (kept string, err error) {
	return Restore(ctx, Options{Path: path, Passphrase: passphrase, Now: c.Now, Home: c.Home}, from)
}

// Seal is Seal.
func (Copies) Seal(ctx context.Context, a *app.App, to, passphrase string) error {
	return Seal(ctx, a, to, passphrase)
}

// Package is Package.
func (Copies) Package(ctx context.Context, a *app.App, to, passphrase string) error {
	return Package(ctx, a, to, passphrase)
}

// Take writes a proven copy of a data file that is not open to another place, with all it
// holds.
func (Copies) Take(ctx context.Context, from, to string) error {
	if atRestFile(from) {
		if there(to) {
			return tdkt.Errorf(tdkt.Environment, "Đã có tệp “%s”; hãy chọn tên khác.", filepath.Base(to))
		}
		return copyBytes(from, to) // it is whole at any moment, and its key proves it when it is opened
	}
	db, err := store.Open(ctx, from, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	return errors.Join(db.Backup(ctx, to), db.Close())
}

// Damaged says whether a file was not opened because it is damaged.
func (Copies) Damaged(err error) bool { return damaged(err) }
