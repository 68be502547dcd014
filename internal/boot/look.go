package boot

import (
	"cmp"
	"context"
	"io"
	"sync"

	"tdkt/internal/backup"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// Files that only are looked at: as they lie, or what is behind their passphrase.

// rings are the vaults that somebody opened while the program runs, by their names: the
// copies of a sealed file are sealed as it is, and are read without asking again.
var rings = struct {
	sync.Mutex
	vaults  map[string]*backup.Vault
	phrases map[string]string // of sealed copies, by their paths
}{vaults: map[string]*backup.Vault{}, phrases: map[string]string{}}

// unlock opens a sealed file once, for whatever reads it while the program runs.
func unlock(path, passphrase string) error {
	if !atRestFile(path) {
		if err := backup.Unseal(path, passphrase, io.Discard); err != nil {
			return err
		}
		rings.Lock()
		defer rings.Unlock()
		rings.phrases[path] = passphrase
		return nil
	}
	v, err := Options{Path: path, Seal: passphrase}.vault()
	if err == nil {
		_, err = v.Open(path)
	}
	return err
}

// locked says whether a file is sealed and nobody opened it yet.
func locked(path string) bool {
	if !backup.IsSealed(path) {
		return false
	}
	name, _, vault := backup.IsVault(path)
	if vault {
		return known(name) == nil
	}
	rings.Lock()
	defer rings.Unlock()
	return rings.phrases[path] == ""
}

func remembered(v *backup.Vault) *backup.Vault {
	rings.Lock()
	defer rings.Unlock()
	for _, name := range v.Names() {
		rings.vaults[name] = v
	}
	return v
}

// known is the vault of that name, nil where nobody opened it.
func known(name string) *backup.Vault {
	rings.Lock()
	defer rings.Unlock()
	return rings.vaults[name]
}

// unsealed is what lies behind a passphrase, in memory. A file that is sealed at rest, and
// copies of it, open without where its vault was opened before.
func unsealed(path, passphrase string) ([]byte, error) {
	name, _, vault := backup.IsVault(path)
	if !vault {
		rings.Lock()
		passphrase = cmp.Or(passphrase, rings.phrases[path])
		rings.Unlock()
		return backup.UnsealBytes(path, passphrase)
	}
	v := known(name)
	if v == nil {
		opened, err := backup.OpenVault(path, passphrase, "")
		if err != nil {
			return nil, err
		}
		v = remembered(opened)
	}
	return v.Open(path)
}

// onFile does one thing to a file as it lies, or another to what is behind its passphrase.
func onFile[T any](path, passphrase string, plain func() (T, error), sealed func(text []byte) (T, error)) (out T, err error) {
	if !backup.IsSealed(path) {
		return plain()
	}
	text, err := unsealed(path, passphrase)
	if err != nil {
		return out, err
	}
	return sealed(text)
}

// verify is store.Verify for a file that may be sealed.
func verify(ctx context.Context, path, passphrase string) (store.Report, error) {
	report, err := onFile(path, passphrase,
		func() (store.Report, error) { return store.Verify(ctx, path) },
		func(text []byte) (store.Report, error) { return store.VerifyBytes(ctx, path, text) })
	report.Path = path
	return report, err
}

func chainOf(ctx context.Context, path, passphrase string) ([]string, error) {
	return onFile(path, passphrase,
		func() ([]string, error) { return store.ChainOf(ctx, path) },
		func(text []byte) ([]string, error) { return store.ChainOfBytes(ctx, path, text) })
}

func peek(ctx context.Context, path string) (tdkt.Head, error) {
	return onFile(path, "",
		func() (tdkt.Head, error) { return store.Peek(ctx, path) },
		func(text []byte) (tdkt.Head, error) { return store.PeekBytes(ctx, path, text) })
}

func hasAfter(ctx context.Context, path, passphrase string, seq int64, verb string) bool {
	has, err := onFile(path, passphrase,
		func() (bool, error) { return store.HasAfter(ctx, path, seq, verb), nil },
		func(text []byte) (bool, error) { return store.HasAfterBytes(ctx, path, text, seq, verb), nil })
	return has && err == nil
}

// borrow opens a copy in memory of a file that stays as it is, behind its passphrase if
// it has one.
func borrow(ctx context.Context, path, passphrase string, o store.Options) (*store.DB, error) {
	o.Program = Version
	return onFile(path, passphrase,
		func() (*store.DB, error) { return store.Borrow(ctx, path, o) },
		func(text []byte) (*store.DB, error) { return store.BorrowBytes(ctx, path, text, o) })
}
