package boot

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
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
// With a passphrase it is sealed. Where an earlier package lies beside it, its history
// begins with that one, so that the reader is told what changed since.
func Package(ctx context.Context, a *app.App, to, passphrase string) error {
	if !backup.IsPackage(to) {
		return tdkt.Errorf(tdkt.Usage, "Tên gói cho lãnh đạo phải kết thúc bằng “%s”. Hãy đặt lại tên, ví dụ thi-dua%s.", backup.PackageEnd, backup.PackageEnd)
	}
	recs, err := present(ctx, a.Store)
	if err != nil {
		return err
	}
	written, err := packUp(ctx, a, to, passphrase, recs, earlierPackage(ctx, filepath.Dir(to), passphrase, recs))
	if err == nil && !written { // nothing changed since: there is nothing to tell
		_, err = packUp(ctx, a, to, passphrase, recs, packed{})
	}
	return err
}

// packed is the data of a package, as its history holds it.
type packed struct {
	at   string // when it was made; "" for none
	recs []tdkt.Record
}

// packUp writes records as a package, upon those of an earlier one where there is one; it
// says false, and writes no file, where they are the same.
func packUp(ctx context.Context, a *app.App, to, passphrase string, recs []tdkt.Record, before packed) (written bool, err error) {
	db, err := store.Fresh(ctx, to, store.Options{Program: Version})
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	op := tdkt.Operation{
		Verb: verbPackage, Words: "Lập gói cho lãnh đạo từ tệp " + filepath.Base(a.Store.Path()), By: a.User, Host: a.Host,
		At: a.Now().Format(time.RFC3339),
	}
	if before.at != "" {
		first := op
		first.Words, first.At = "Gói trước", before.at
		open := unlocked(before.recs)
		if _, err := db.InTx(ctx, first, func(tx *store.Tx) error { return tx.Put(ctx, open...) }); err != nil {
			return false, err
		}
	}
	entry, err := db.InTx(ctx, op, func(tx *store.Tx) error {
		return errors.Join(tx.Remove(ctx, gone(before.recs, recs)...), tx.Put(ctx, recs...))
	})
	if err != nil || entry.Seq == 0 {
		return false, err
	}
	if passphrase == "" {
		return true, db.Backup(ctx, to)
	}
	return true, seal(ctx, db, to, passphrase)
}

// unlocked are records with their years open, so that what came after can be put upon them.
func unlocked(recs []tdkt.Record) []tdkt.Record {
	out := slices.Clone(recs)
	for i, r := range out {
		if y, ok := r.(tdkt.Year); ok {
			y.Locked = false
			out[i] = y
		}
	}
	return out
}

// gone are the records that are not there any more.
func gone(before, now []tdkt.Record) []tdkt.Record {
	type key struct {
		noun tdkt.Noun
		id   tdkt.ID
	}
	here := map[key]bool{}
	for _, r := range now {
		here[key{r.Noun(), r.RecordID()}] = true
	}
	var out []tdkt.Record
	for _, r := range before {
		if !here[key{r.Noun(), r.RecordID()}] {
			out = append(out, r)
		}
	}
	return out
}

// mostEarlier is how many packages of a folder are looked into: the newest are enough.
const mostEarlier = 4

// earlierPackage is the newest package of the same office in a folder that opens with the
// same passphrase or without one; none is no fault.
func earlierPackage(ctx context.Context, dir, passphrase string, recs []tdkt.Record) (newest packed) {
	office := map[tdkt.ID]bool{}
	for _, r := range recs {
		if r.Noun() == tdkt.NounPerson || r.Noun() == tdkt.NounUnit {
			office[r.RecordID()] = true
		}
	}
	for _, path := range packagesIn(dir) {
		p, err := readPackage(ctx, path, passphrase)
		if err != nil || p.at <= newest.at {
			continue
		}
		if slices.ContainsFunc(p.recs, func(r tdkt.Record) bool { return office[r.RecordID()] }) {
			newest = p
		}
	}
	return newest
}

// packagesIn lists the packages of a folder, those written last first, at most so many.
func packagesIn(dir string) []string {
	type file struct {
		path string
		at   time.Time
	}
	var list []file
	entries, _ := os.ReadDir(dir) // a folder that cannot be read has none
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && backup.IsPackage(e.Name()) {
			list = append(list, file{filepath.Join(dir, e.Name()), info.ModTime()})
		}
	}
	slices.SortFunc(list, func(a, b file) int { return b.at.Compare(a.at) })
	out := make([]string, 0, mostEarlier)
	for _, f := range list[:min(len(list), mostEarlier)] {
		out = append(out, f.path)
	}
	return out
}

// readPackage reads a package as it was made, without what leaders wrote in it.
func readPackage(ctx context.Context, path, passphrase string) (p packed, err error) {
	db, err := borrow(ctx, path, passphrase, store.Options{ReadOnly: true})
	if err != nil {
		return p, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	entries, err := db.Since(ctx, 0)
	if err != nil {
		return p, err
	}
	made := madeBy(entries)
	if len(made) == 0 {
		return p, errPackage()
	}
	recs, err := lastOf(made, db.Decode)
	return packed{at: made[len(made)-1].At, recs: recs}, err
}

// madeBy are the entries that a package was made with: the earlier package where it has
// one, and itself.
func madeBy(entries []tdkt.Entry) []tdkt.Entry {
	n := 0
	for n < len(entries) && entries[n].Verb == verbPackage {
		n++
	}
	return entries[:n]
}

// made says when a package was made.
func (p *packageFile) made(ctx context.Context) (time.Time, error) {
	entries, err := p.Since(ctx, 0)
	if err != nil {
		return time.Time{}, err
	}
	made := madeBy(entries)
	return time.Parse(time.RFC3339, made[len(made)-1].At)
}

// before is what the earlier package held, and when it was made; nothing where there is
// none.
func (p *packageFile) before(ctx context.Context) (data *tdkt.Data, at time.Time, err error) {
	entries, err := p.Since(ctx, 0)
	if err != nil {
		return nil, at, err
	}
	made := madeBy(entries)
	if len(made) < 2 {
		return nil, at, nil
	}
	made = made[:len(made)-1]
	recs, err := lastOf(made, p.Decode)
	if err != nil {
		return nil, at, err
	}
	db, err := store.Fresh(ctx, p.path, store.Options{Program: Version})
	if err != nil {
		return nil, at, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	op := made[len(made)-1].Operation
	if _, err := db.InTx(ctx, op, func(tx *store.Tx) error { return tx.Put(ctx, recs...) }); err != nil {
		return nil, at, err
	}
	if at, err = time.Parse(time.RFC3339, op.At); err != nil {
		return nil, at, err
	}
	data, err = db.Load(ctx)
	return data, at, err
}

// present is every record as the history left it. Identity numbers are taken out; what
// merges remember, and accounts, stay behind: a package is neither merged nor logged in to.
func present(ctx context.Context, s app.Store) ([]tdkt.Record, error) {
	entries, err := s.Since(ctx, 0)
	if err != nil {
		return nil, err
	}
	return lastOf(entries, s.Decode)
}

// lastOf is every record as entries left it, without what no package holds.
func lastOf(entries []tdkt.Entry, decode func(tdkt.Noun, []byte) (tdkt.Record, error)) ([]tdkt.Record, error) {
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
		rec, err := decode(k.noun, last[k])
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
	if !backup.IsSealed(o.Path) && o.look.Began() != verbPackage {
		alarm, err := o.suspect(ctx)
		if err != nil {
			return openedFile{}, err
		}
		db, err := store.Open(ctx, o.Path, store.Options{ReadOnly: true, Program: Version, Look: o.look})
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
