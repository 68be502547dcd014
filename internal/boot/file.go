package boot

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/merge"
	"tdkt/internal/scratch"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
)

// openedFile is a data file with the right to write to it.
type openedFile struct {
	db   *store.DB
	pack *packageFile // nil but for a package
	rest *atRest      // nil but for a file that is sealed at rest
	lock *backup.Lock // nil when opened for reading
	opts Options

	watch *watch
}

// openFile takes the lock first: opening for writing may bring an older file up to date.
func openFile(ctx context.Context, o Options) (openedFile, error) {
	if o.Read {
		return openReading(ctx, o)
	}
	lock, err := lockFile(o)
	if err != nil {
		return openedFile{}, err
	}
	f, err := openLocked(ctx, o)
	if err != nil {
		return openedFile{}, errors.Join(err, lock.Release())
	}
	f.lock = lock
	return f, nil
}

// openLocked opens the file for its one writer.
func openLocked(ctx context.Context, o Options) (f openedFile, err error) {
	scratch.Sweep(filepath.Dir(o.Path))
	_ = backup.Sweep(o.Path) // what cannot be taken away now stands in nobody's way
	if !o.Create && atRestFile(o.Path) {
		return openAtRest(ctx, o)
	}
	alarm, err := o.suspect(ctx)
	if err != nil {
		return f, err
	}
	key, err := o.key()
	if err != nil {
		return f, err
	}
	db, err := store.Open(ctx, o.Path, store.Options{Create: o.Create, Program: Version, Key: key, Look: o.look})
	return openedFile{db: db, opts: o, watch: &watch{alarm: alarm}}, err
}

// lockFile leaves it to the store to say that there is no such file or folder.
func lockFile(o Options) (*backup.Lock, error) {
	if o.Read {
		return nil, nil
	}
	at := o.Path
	if o.Create {
		at = filepath.Dir(at)
	}
	if info, err := os.Stat(at); err != nil || info.IsDir() != o.Create {
		return nil, nil //nolint:nilerr // the store says it better
	}
	who, host := here()
	return backup.Acquire(o.Path, backup.Holder{
		Person: who, PC: host, PID: os.Getpid(), Program: filepath.Base(os.Args[0]), Since: o.clock()(),
	})
}

// store is the file as app knows it.
func (f openedFile) store() app.Store {
	if f.pack != nil {
		return f.pack
	}
	return dataFile{f.db, f.watch, f.rest}
}

// close frees the file for others.
func (f openedFile) close() error {
	head := tdkt.Head{}
	if !f.opts.Read && f.opts.Home != "" {
		head, _ = f.db.HeadOf(context.Background()) // what cannot be read is not remembered
	}
	err := f.db.Close()
	if err == nil && f.watch != nil && f.watch.alarm == "" {
		_ = f.opts.remember(f.db.Path(), head, f.watch.proof) // the file is safe whatever becomes of this
	}
	return errors.Join(err, f.lock.Release())
}

// keepWithin is how long a copy may hold up the closing of the window.
const keepWithin = time.Minute

// leave makes the copy that is due and closes the file; a copy that failed does not
// keep it open.
func (f openedFile) leave(ctx context.Context) error {
	var failed error
	if f.opts.Keep && !f.opts.Read {
		ctx, cancel := context.WithTimeout(ctx, keepWithin)
		defer cancel()
		_, failed = f.source().Keep(ctx)
	}
	return errors.Join(failed, f.close())
}

// look is how often an open file is looked at for the copy of the day.
const look = time.Hour

// daily copies a file that stays open for days once a day; stop ends it and waits for
// a copy under way. What goes wrong is told when the file is closed, which copies too.
func (f openedFile) daily(ctx context.Context) (stop func()) {
	if !f.opts.Keep || f.opts.Read {
		return func() {}
	}
	tick := f.opts.Tick
	if tick == nil {
		tick = time.Tick(look)
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		from := f.source()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick:
			}
			if due, err := from.Due(ctx); err == nil && due {
				_, _ = from.Keep(ctx)
			}
		}
	}()
	return func() {
		cancel()
		<-ended
	}
}

// source is the file as package backup knows it.
func (f openedFile) source() backup.Source { return source(dataFile{f.db, f.watch, f.rest}, f.opts) }

func source(d dataFile, o Options) backup.Source {
	db, w, preserve := d.DB, d.watch, d.DB.Preserve
	if d.rest != nil {
		preserve = func(ctx context.Context, to string) error { return d.rest.copy(ctx, to, false) }
	}
	return backup.Source{
		Path: db.Path(), Now: o.clock(), Head: db.HeadOf, Peek: peek, Copy: d.Backup, Preserve: preserve,
		Prove: func(ctx context.Context) error { return w.prove(ctx, db, o) },
		Extends: func(ctx context.Context, copied string) (bool, error) {
			return extends(ctx, db, copied)
		},
	}
}

// prove holds the rows against the history, from what this PC proved before.
func (w *watch) prove(ctx context.Context, db *store.DB, o Options) error {
	if w == nil {
		return nil
	}
	if w.proof == nil {
		seen, _ := o.Home.Recall(db.Path())
		w.proof = &seen.Proven
	}
	proof, err := db.Prove(ctx, *w.proof)
	if err != nil {
		if store.IsMeddled(err) {
			w.alarm = tdkt.Sentence(err, nil)
		}
		return err
	}
	w.proof = &proof
	return nil
}

// extends says whether the file's history goes on from that of a copy, or went back
// behind it by a restore that it tells of.
func extends(ctx context.Context, db *store.DB, copied string) (bool, error) {
	theirs, err := chainOf(ctx, copied, "")
	if err != nil {
		return false, err
	}
	ours, err := db.Chain(ctx)
	if err != nil {
		return false, err
	}
	shared := merge.Base(ours, theirs)
	if shared == int64(len(theirs)) {
		return true, nil
	}
	if shared == int64(len(ours)) { // the copy has more
		return false, nil
	}
	return db.HasAfter(ctx, shared, verbRestore)
}

// Keep copies the file into the folder “Sao lưu” when it changed since the last copy
// there; it returns the copy's path, "" when none was needed.
func Keep(ctx context.Context, a *app.App) (string, error) {
	f, ok := a.Store.(dataFile)
	if !ok {
		return "", errPackage()
	}
	return source(f, Options{Now: a.Now}).Keep(ctx)
}

// Alarm is what is wrong with an open file, "" for nothing known.
func Alarm(a *app.App) string {
	if f, ok := a.Store.(dataFile); ok && f.watch != nil {
		return f.watch.alarm
	}
	return ""
}

// early says that the newest entry is of a time still to come.
func early(ctx context.Context, a *app.App) string {
	steps, err := a.Steps(ctx, 1)
	if err != nil || len(steps) == 0 {
		return ""
	}
	at, err := time.Parse(time.RFC3339, steps[0].At)
	if err != nil || !at.After(a.Now().Add(time.Hour)) {
		return ""
	}
	return fmt.Sprintf(" Mục cuối của nhật ký ghi ngày %s, chưa tới: hãy xem lại đồng hồ của máy này, hoặc của máy đã ghi.", at.Format("02/01/2006"))
}

// Notice is what a person should know of a file just opened: its last copy, and
// whether the folder may harm it.
func Notice(ctx context.Context, a *app.App) string {
	if _, ok := a.Store.(*packageFile); ok {
		return "Gói cho lãnh đạo: chỉ để đọc và ghi ý kiến, không có số CCCD."
	}
	words := ""
	if f, ok := a.Store.(dataFile); ok {
		from := source(f, Options{Now: a.Now})
		if last, err := from.Last(ctx); err == nil {
			words = last.Words()
		}
		words = strings.TrimSpace(words + " " + from.SecondWords(ctx) + early(ctx, a))
		if f.watch != nil {
			words += plainWords(f.watch.plain)
		}
	}
	if risk := backup.Risk(a.Store.Path()); risk != "" {
		words = risk + " " + words
	}
	if alarm := Alarm(a); alarm != "" {
		words = "CẢNH BÁO: " + alarm + " " + words
	}
	return words
}
