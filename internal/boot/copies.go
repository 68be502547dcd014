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

// SealFile is SealFile; user is who does it.
func (c Copies) SealFile(ctx context.Context, path, user, passphrase string) (code string, err error) {
	return SealFile(ctx, Options{Path: path, User: user, Now: c.Now, Home: c.Home}, passphrase)
}

// UnsealFile is UnsealFile.
func (c Copies) UnsealFile(ctx context.Context, path, user, passphrase string) error {
	return UnsealFile(ctx, Options{Path: path, User: user, Seal: passphrase, Now: c.Now, Home: c.Home})
}

// Reseal is Reseal.
func (c Copies) Reseal(ctx context.Context, path, user, old, paper, passphrase string) (code string, err error) {
	return Reseal(ctx, Options{Path: path, User: user, Now: c.Now, Home: c.Home}, old, paper, passphrase)
}

// Locked says whether a file is sealed and nobody opened it while the program runs.
func (Copies) Locked(path string) bool { return locked(path) }

// Unlock opens a sealed file for whatever reads it from now on.
func (Copies) Unlock(path, passphrase string) error { return unlock(path, passphrase) }

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
