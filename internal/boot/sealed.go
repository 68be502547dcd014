package boot

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/store"
)

// Seal writes a verified copy of the file that opens with the passphrase alone, and
// opens it again to be sure.
func Seal(ctx context.Context, a *app.App, to, passphrase string) error {
	return sealCopy(ctx, a.Store.Backup, to, passphrase)
}

func sealCopy(ctx context.Context, copyTo func(ctx context.Context, path string) error, to, passphrase string) (err error) {
	folder, err := os.MkdirTemp("", "tdkt-sao-")
	if err != nil {
		return fmt.Errorf("boot: folder for the copy: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	plain, again := filepath.Join(folder, "a"), filepath.Join(folder, "b")
	if err := copyTo(ctx, plain); err != nil {
		return err
	}
	if err := backup.Seal(plain, to, passphrase); err != nil {
		return err
	}
	if err := backup.Unseal(to, again, passphrase); err != nil {
		return err
	}
	_, err = store.Verify(ctx, again)
	return err
}

// unsealed is the path of the file behind a sealed copy, in a folder of its own that
// done takes away; any other file is its own.
func unsealed(path, passphrase string) (plain string, done func() error, err error) {
	if !backup.IsSealed(path) {
		return path, func() error { return nil }, nil
	}
	folder, err := os.MkdirTemp("", "tdkt-mo-")
	if err != nil {
		return "", nil, fmt.Errorf("boot: folder for the sealed copy: %w", err)
	}
	done = func() error { return os.RemoveAll(folder) }
	plain = filepath.Join(folder, filepath.Base(path))
	if err := backup.Unseal(path, plain, passphrase); err != nil {
		return "", nil, errors.Join(err, done())
	}
	return plain, done, nil
}
