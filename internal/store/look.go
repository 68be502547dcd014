package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"sync"
)

// Look is a file that somebody looks at before he decides how it is opened. The connection
// that looked is the one that reads when it is opened: SQLite reads the structure of a file
// anew for each connection, which is most of what opening costs.
type Look struct {
	mu    sync.Mutex
	path  string
	pool  *sql.DB // nil once it was given away or closed
	file  os.FileInfo
	began string
	state int64 // of the file as this connection saw it; SQLite's number for it is never 0
}

// LookAt looks at a file of ours, nil where it is none or cannot be read: opening it says why.
func LookAt(ctx context.Context, path string) *Look {
	path, err := filepath.Abs(path)
	if err != nil || regular(path) != nil {
		return nil
	}
	l := &Look{path: path}
	if l.file, err = os.Stat(path); err != nil {
		return nil
	}
	unclosed := false
	if l.pool, err = openLooking(ctx, path); err == nil {
		err = onConn(ctx, l.pool, func(s *session) (err error) {
			if l.state, err = s.number(ctx, stateText); err != nil {
				return err
			}
			return s.glance(ctx, path, func(s *session) error {
				unclosed = s.unclosed(ctx)
				l.began, err = s.began(ctx)
				return err
			})
		})
	}
	if err != nil {
		_ = closeAfter(l.pool, nil) // nothing was written through it
		return nil
	}
	if unclosed { // it would hold a lock, which is lost when anybody in this process reads the file without SQLite
		l.Close()
	}
	return l
}

// Began is the verb of the first entry in the history of a file, "" where there is none
// or where it cannot be read. The file is only looked at, whatever program made it.
func Began(ctx context.Context, path string) string {
	l := LookAt(ctx, path)
	defer l.Close()
	return l.Began()
}

// Began is the verb of the first entry in the history, "" where there is none.
func (l *Look) Began() string {
	if l == nil {
		return ""
	}
	return l.began
}

// Close ends the looking, unless the file was opened since. Nothing was written, so that
// nothing can be lost by it.
func (l *Look) Close() {
	if l != nil {
		_ = closeAfter(l.give(), nil)
	}
}

// give hands the connection over, once.
func (l *Look) give() *sql.DB {
	l.mu.Lock()
	defer l.mu.Unlock()
	pool := l.pool
	l.pool = nil
	return pool
}

// stateText asks for a number that is another for this connection as soon as any other
// wrote to the file.
const stateText = `PRAGMA data_version`

// take gives the connection away once, if what it looked at is still what has the name, and
// says in which state its structure was proven.
func (l *Look) take(path string) (pool *sql.DB, state int64) {
	if l == nil {
		return nil, 0
	}
	now, err := os.Stat(path)
	if err != nil || path != l.path || !os.SameFile(l.file, now) {
		l.Close()
		return nil, 0
	}
	return l.give(), l.state
}
