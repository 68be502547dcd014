package boot

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/backup"
	"tdkt/internal/store"
)

// openedFile is a data file with the right to write to it.
type openedFile struct {
	db   *store.DB
	pack *packageFile // nil but for a package
	lock *backup.Lock // nil when opened for reading
	opts Options
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
	db, err := store.Open(ctx, o.Path, store.Options{Create: o.Create, Program: Version})
	if err != nil {
		return openedFile{}, errors.Join(err, lock.Release())
	}
	return openedFile{db: db, lock: lock, opts: o}, nil
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
	return dataFile{f.db}
}

// close frees the file for others.
func (f openedFile) close() error {
	return errors.Join(f.db.Close(), f.lock.Release())
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
		_, failed = source(f.db, f.opts.clock()).Keep(ctx)
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
		from := source(f.db, f.opts.clock())
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

// source is the store as package backup knows it.
func source(db *store.DB, now func() time.Time) backup.Source {
	return backup.Source{Path: db.Path(), Now: now, Head: db.Head, Peek: peek, Copy: db.Backup}
}

// peek reads what state of the file a copy has.
func peek(ctx context.Context, copied string) (head string, err error) {
	db, err := store.Open(ctx, copied, store.Options{ReadOnly: true})
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.Head(ctx)
}

// Keep copies the file into the folder “Sao lưu” when it changed since the last copy
// there; it returns the copy's path, "" when none was needed.
func Keep(ctx context.Context, a *app.App) (string, error) {
	f, ok := a.Store.(dataFile)
	if !ok {
		return "", errPackage()
	}
	return source(f.DB, a.Now).Keep(ctx)
}

// Notice is what a person should know of a file just opened: its last copy, and
// whether the folder may harm it.
func Notice(ctx context.Context, a *app.App) string {
	if _, ok := a.Store.(*packageFile); ok {
		return "Gói cho lãnh đạo: chỉ để đọc và ghi ý kiến, không có số CCCD."
	}
	words := ""
	if f, ok := a.Store.(dataFile); ok {
		from := source(f.DB, a.Now)
		if last, err := from.Last(ctx); err == nil {
			words = last.Words()
		}
		words = strings.TrimSpace(words + " " + from.SecondWords(ctx))
	}
	if risk := backup.Risk(a.Store.Path()); risk != "" {
		words = risk + " " + words
	}
	return words
}
