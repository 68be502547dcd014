// Package app is what a person can do with the program: a method for each button
// and each command. Every write goes through App.Change; every answer about
// eligibility comes from law. It declares the small interfaces it needs; boot
// fills them. What is only read, counted, printed or imported has rooms of its own below it:
// view, reports, papers, imports. The tests of all five are here, in one program.
package app

import (
	"context"
	"fmt"
	"sync"
	"time"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Tx is the only thing with writing methods; it lives inside App.Change.
type Tx interface {
	Put(ctx context.Context, recs ...tdkt.Record) error
	Remove(ctx context.Context, recs ...tdkt.Record) error
	// Keep stores the bytes of an attachment and returns their checksum.
	Keep(ctx context.Context, content []byte) (sha256 string, err error)
}

// Store is the data file.
type Store interface {
	Path() string
	InTx(ctx context.Context, op tdkt.Operation, do func(Tx) error) (tdkt.Entry, error)
	// Load reads every row at one moment; Reload is Load after an entry changed these
	// rows of old.
	Load(ctx context.Context) (*tdkt.Data, error)
	Reload(ctx context.Context, old *tdkt.Data, rows []tdkt.RowChange) (*tdkt.Data, error)
	HeadOf(ctx context.Context) (tdkt.Head, error)
	History(ctx context.Context, limit int) ([]tdkt.Entry, error)
	Content(ctx context.Context, a tdkt.Attachment) ([]byte, error)
	LastChanges(ctx context.Context, keys []tdkt.ID) (map[tdkt.ID]tdkt.Entry, error)
	Entry(ctx context.Context, seq int64) (tdkt.Entry, error)
	VerifyHistory(ctx context.Context) error
	Undo(ctx context.Context, op tdkt.Operation, seq int64) (tdkt.Entry, error)
	TryUndo(ctx context.Context, seq int64) error
	Chain(ctx context.Context) ([]string, error)
	Since(ctx context.Context, seq int64) ([]tdkt.Entry, error)
	Decode(noun tdkt.Noun, text []byte) (tdkt.Record, error)
	Backup(ctx context.Context, path string) error
}

// Deps is what boot joins together.
type Deps struct {
	Store Store
	Books Workbooks
	Forms Forms
	Other func(ctx context.Context, path string) (Other, error) // opens another PC's file for a merge
	// Locked says whether another PC's file asks for a passphrase; Unlock takes it.
	Locked func(path string) bool
	Unlock func(path, passphrase string) error
	// Opinions reads what leaders wrote in a package.
	Opinions func(ctx context.Context, path, passphrase string) ([]tdkt.Opinion, error)
	// Before is what the package before this one held and when it was made; no data where
	// there is none. nil but for a package.
	Before  func(ctx context.Context) (*tdkt.Data, time.Time, error)
	Reading Reading

	Rules *law.Rules
	Now   func() time.Time
	User  string // who sits at the program
	Host  string // which PC
}

// Reading says that the file was opened to be read: nothing is changed in it, but opinions
// are written in a package.
type Reading struct {
	Only    bool
	Package bool
	Made    time.Time // when the package was made
}

// App is the running program on one data file.
type App struct {
	Deps
	// writing is held from before a commit until its rows are in the view, so that views
	// follow each other as commits do. Judging and drawing happen outside it.
	writing sync.Mutex
	mu      sync.RWMutex
	view    *view.View
	stale   bool // the last commit could not be read again
	actor   *tdkt.Account
	subs    []func(Changed)
}

// Changed tells screens, after the commit, which kinds of rows are new.
type Changed struct {
	Words string // the operation, for the notice line
	Seq   int64  // its place in the history, 0 when nothing was written
	Nouns map[tdkt.Noun]bool
}

// New reads the data file and returns the App.
func New(ctx context.Context, d Deps) (*App, error) {
	a := &App{Deps: d}
	if err := a.reload(ctx, nil); err != nil {
		return nil, err
	}
	return a, nil
}

// View is everything as of the last commit. It is never changed: hold it as long
// as you like, ask again after a Changed.
func (a *App) View() *view.View {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.view
}

// OnChange registers a callback, called after each commit on the goroutine that
// made the change.
func (a *App) OnChange(f func(Changed)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.subs = append(a.subs, f)
}

// Today is the calendar day of the caller's clock.
func (a *App) Today() tdkt.Day { return tdkt.DayOf(a.Now()) }

// Change runs do in one transaction, writes who did what to the history in the
// same transaction, and tells the screens after it is safe. Nothing is written
// when do fails, when it leaves every row as it was, or when who logged in may not
// write it. There is no other way to write.
func (a *App) Change(ctx context.Context, verb, words string, do func(Tx) error) error {
	access, err := a.access()
	if err != nil {
		return err
	}
	return a.write(ctx, words, func() (tdkt.Entry, error) {
		return a.Store.InTx(ctx, a.operation(verb, words), func(tx Tx) error {
			return do(guarded{Tx: tx, access: access, view: a.View(), user: a.User})
		})
	})
}

func (a *App) operation(verb, words string) tdkt.Operation {
	return tdkt.Operation{Verb: verb, Words: words, By: a.User, Host: a.Host, At: a.Now().Format(time.RFC3339)}
}

// write commits and shows what was written as one step, then tells the screens. What
// is called back may write again.
func (a *App) write(ctx context.Context, words string, commit func() (tdkt.Entry, error)) error {
	entry, err := a.published(ctx, commit)
	if err != nil || entry.Seq == 0 {
		return err
	}
	c := Changed{Words: words, Seq: entry.Seq, Nouns: map[tdkt.Noun]bool{}}
	for _, r := range entry.Rows {
		c.Nouns[r.Noun] = true
	}
	a.mu.RLock()
	subs := a.subs
	a.mu.RUnlock()
	for _, f := range subs {
		f(c)
	}
	return nil
}

func (a *App) published(ctx context.Context, commit func() (tdkt.Entry, error)) (tdkt.Entry, error) {
	a.writing.Lock()
	defer a.writing.Unlock()
	entry, err := commit()
	if err != nil || entry.Seq == 0 {
		return entry, err
	}
	if err := a.reload(context.WithoutCancel(ctx), entry.Rows); err != nil { // the change is safe: a stop must not leave old rows on screen
		a.stale = true
		return entry, &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: "Thay đổi đã được ghi, nhưng chưa đọc lại được tệp. Hãy đóng và mở lại tệp dữ liệu."}
	}
	a.stale = false
	return entry, nil
}

// reload makes a view of what is in the file now: the one before with the rows that
// changed read again.
func (a *App) reload(ctx context.Context, rows []tdkt.RowChange) error {
	var v *view.View
	old := a.View()
	if old == nil || a.stale {
		data, err := a.Store.Load(ctx)
		if err != nil {
			return fmt.Errorf("app: read the data file: %w", err)
		}
		v = view.NewView(data, a.Rules)
	} else {
		data, err := a.Store.Reload(ctx, old.Data(), rows)
		if err != nil {
			return fmt.Errorf("app: read what changed: %w", err)
		}
		v = old.After(data)
	}
	a.mu.Lock()
	a.view = v
	a.mu.Unlock()
	return nil
}
