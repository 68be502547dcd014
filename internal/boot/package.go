package boot

import (
	"context"
	"errors"
	"path/filepath"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// verbPackage begins the history of a package. It is the mark inside the file: the chain
// covers it, and a file of another name keeps it.
const verbPackage = "package"

// packaged says whether a file is a package for the director, whatever its name.
func packaged(ctx context.Context, path string) bool { return store.Began(ctx, path) == verbPackage }

// Package writes the data of a file as a package for the director: everything as it
// stands now, without identity numbers and without the history that holds them too.
// With a passphrase it is sealed.
func Package(ctx context.Context, a *app.App, to, passphrase string) (err error) {
	if !backup.IsPackage(to) {
		return tdkt.Errorf(tdkt.Usage, "Tên gói cho lãnh đạo phải kết thúc bằng “%s”. Hãy đặt lại tên, ví dụ thi-dua%s.", backup.PackageEnd, backup.PackageEnd)
	}
	recs, err := present(ctx, a.Store)
	if err != nil {
		return err
	}
	db, err := store.Fresh(ctx, to, store.Options{Program: Version})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	op := tdkt.Operation{
		Verb: verbPackage, Words: "Lập gói cho lãnh đạo từ tệp " + filepath.Base(a.Store.Path()), By: a.User, Host: a.Host,
		At: a.Now().Format(time.RFC3339),
	}
	if _, err := db.InTx(ctx, op, func(tx *store.Tx) error { return tx.Put(ctx, recs...) }); err != nil {
		return err
	}
	if passphrase == "" {
		return db.Backup(ctx, to)
	}
	return seal(ctx, db, to, passphrase)
}

// present is every record as the history left it. Identity numbers are taken out; what
// merges remember, and accounts, stay behind: a package is neither merged nor logged in to.
func present(ctx context.Context, s app.Store) ([]tdkt.Record, error) {
	entries, err := s.Since(ctx, 0)
	if err != nil {
		return nil, err
	}
	type key struct {
		noun tdkt.Noun
		id   tdkt.ID
	}
	var order []key
	last := map[key][]byte{}
	for _, e := range entries {
		for _, r := range e.Rows {
			k := key{r.Noun, r.Key}
			if _, seen := last[k]; !seen {
				order = append(order, k)
			}
			last[k] = r.After
		}
	}
	recs := make([]tdkt.Record, 0, len(order))
	for _, k := range order {
		if last[k] == nil || k.noun == tdkt.NounMerge || k.noun == tdkt.NounAccount {
			continue
		}
		rec, err := s.Decode(k.noun, last[k])
		if err != nil {
			return nil, err
		}
		if p, ok := rec.(tdkt.Person); ok {
			p.CCCD = ""
			rec = p
		}
		recs = append(recs, rec)
	}
	return recs, nil
}

// openReading is openFile for a file that is only read, behind its passphrase if it has one.
func openReading(ctx context.Context, o Options) (openedFile, error) {
	if !backup.IsSealed(o.Path) && !packaged(ctx, o.Path) {
		alarm, err := o.suspect(ctx)
		if err != nil {
			return openedFile{}, err
		}
		db, err := store.Open(ctx, o.Path, store.Options{ReadOnly: true, Program: Version})
		return openedFile{db: db, opts: o, watch: &watch{alarm: alarm}}, err
	}
	seen, err := sumOf(o.Path)
	if err != nil {
		return openedFile{}, cannot(o.Path, err)
	}
	key, err := o.key()
	if err != nil {
		return openedFile{}, err
	}
	db, err := borrow(ctx, o.Path, o.passphrase(), store.Options{Key: key})
	if err != nil {
		return openedFile{}, err
	}
	began, err := db.Began(ctx)
	switch {
	case err != nil:
		return openedFile{}, errors.Join(err, db.Close())
	case began == verbPackage:
		return openedFile{db: db, pack: &packageFile{dataFile: dataFile{DB: db}, path: o.Path, passphrase: o.passphrase(), seen: seen}, opts: o}, nil
	}
	f := openedFile{db: db.ReadOnly(), opts: o}
	if name, _, vault := backup.IsVault(o.Path); vault { // its copies are sealed as it is
		f.rest, err = newAtRest(ctx, o.Path, known(name), db)
	}
	return f, err
}
