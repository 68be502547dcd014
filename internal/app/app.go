// Package app is what a person can do with the program: a method for each button
// and each command. Every write goes through App.Change; every answer about
// eligibility comes from law. It declares the small interfaces it needs; boot
// fills them.
package app

import (
	"context"
	"fmt"
	"sync"
	"time"

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
	Snapshot(ctx context.Context) (*tdkt.Snapshot, error)
	Nominations(ctx context.Context, year int) ([]tdkt.Nomination, error)
	Work(ctx context.Context) (tdkt.Work, error)
	Proceedings(ctx context.Context) (*tdkt.Proceedings, error)
	History(ctx context.Context, limit int) ([]tdkt.Entry, error)
	Rankings(ctx context.Context) ([]tdkt.Ranking, error)
	Attachments(ctx context.Context) ([]tdkt.Attachment, error)
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
	// Opinions reads what leaders wrote in a package.
	Opinions func(ctx context.Context, path, passphrase string) ([]tdkt.Opinion, error)

	Rules *law.Rules
	Now   func() time.Time
	User  string // who sits at the program
	Host  string // which PC
}

// App is the running program on one data file.
type App struct {
	Deps
	mu   sync.RWMutex
	view *View
	subs []func(Changed)
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
	if err := a.reload(ctx); err != nil {
		return nil, err
	}
	return a, nil
}

// View is everything as of the last commit. It is never changed: hold it as long
// as you like, ask again after a Changed.
func (a *App) View() *View {
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
// when do fails, or when it leaves every row as it was. There is no other way to
// write.
func (a *App) Change(ctx context.Context, verb, words string, do func(Tx) error) error {
	entry, err := a.Store.InTx(ctx, a.operation(verb, words), do)
	if err != nil {
		return err
	}
	return a.published(ctx, words, entry)
}

func (a *App) operation(verb, words string) tdkt.Operation {
	return tdkt.Operation{Verb: verb, Words: words, By: a.User, Host: a.Host, At: a.Now().Format(time.RFC3339)}
}

// published reloads the view after a commit and calls the subscribers.
func (a *App) published(ctx context.Context, words string, entry tdkt.Entry) error {
	if entry.Seq == 0 {
		return nil
	}
	if err := a.reload(context.WithoutCancel(ctx)); err != nil { // the change is safe: a stop must not leave old rows on screen
		return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: "Thay đổi đã được ghi, nhưng chưa đọc lại được tệp. Hãy đóng và mở lại tệp dữ liệu."}
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

func (a *App) reload(ctx context.Context) error {
	v, err := newView(ctx, a.Store, a.Rules)
	if err != nil {
		return fmt.Errorf("app: read the data file: %w", err)
	}
	a.mu.Lock()
	a.view = v
	a.mu.Unlock()
	return nil
}
