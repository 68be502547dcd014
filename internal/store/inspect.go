package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"tdkt/internal/tdkt"
)

// applicationID marks our files among all SQLite files: "TDKT" in ASCII.
const applicationID = 0x54444b54

// inspect refuses a file that is not ours before anything is written to it. The
// file is looked at through SQLite, never through os.Open: on Linux closing any
// descriptor of a database drops the locks this process holds on it. The connection that
// looked goes on to read; there is none for a file that is still to be made.
func inspect(ctx context.Context, path string, o Options, steps []migration) (h head, seen *sql.DB, err error) {
	mayMake := o.Create && !o.ReadOnly
	if info, err := os.Stat(path); mayMake && errors.Is(err, fs.ErrNotExist) {
		return h, nil, inspectFolder(path)
	} else if mayMake && err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		return h, nil, nil
	}
	if err := regular(path); err != nil {
		return h, nil, err
	}
	h, seen, err = readHead(ctx, path, o, steps)
	var told *tdkt.Error
	if errors.As(err, &told) {
		return h, seen, err
	}
	if err != nil {
		_, better := verify(ctx, path, false) // says what kind of file it is
		return h, seen, cmpErr(better, err)
	}
	if h.unclosed && h.tables > 0 {
		return inspectUnclosed(ctx, path, o, h, seen, h.version < int64(len(steps)))
	}
	return h, seen, nil
}

// inspectUnclosed wants a file that no program closed to be whole. To be read only it is
// opened anew, by a connection that never writes what a log holds into the file.
func inspectUnclosed(ctx context.Context, path string, o Options, h head, seen *sql.DB, older bool) (head, *sql.DB, error) {
	elsewhere := o.ReadOnly && hasContent(path+"-wal") // open there just now
	if !elsewhere {
		if _, err := verify(ctx, path, true); err != nil {
			return h, seen, err
		}
	}
	if o.ReadOnly && !older {
		return h, nil, seen.Close()
	}
	return h, seen, nil
}

// inspectFolder says whether a file can be made at path.
func inspectFolder(path string) error {
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return complaint(path, sayNoPlace)
	}
	return nil
}

// head is what a file says about itself.
type head struct {
	application int64
	version     int64 // number of the last migration
	tables      int64
	unclosed    bool // no program closed it: it is open, its program died, or it was copied while it was open
}

// readHead reads it without changing how the file is kept, judges it, and wants the
// structure to be ours, unless that was proven of the state the file is in.
func readHead(ctx context.Context, path string, o Options, steps []migration) (h head, pool *sql.DB, err error) {
	pool, proven := o.Look.take(path)
	if pool == nil {
		proven = 0
		if pool, err = openLooking(ctx, path); err != nil {
			return h, pool, err
		}
	}
	err = onConn(ctx, pool, func(s *session) error {
		if h, err = s.head(ctx); err != nil {
			return err
		}
		if err := h.judge(path, o, len(steps)); err != nil || h.tables == 0 {
			return err
		}
		if state, err := s.number(ctx, stateText); err != nil || state == proven {
			return err
		}
		return s.verifyStructure(ctx, path, steps[:h.version])
	})
	return h, pool, err
}

// closeAfter closes a pool, if there is one; an error that was there goes first.
func closeAfter(pool *sql.DB, err error) error {
	if pool == nil {
		return err
	}
	return errors.Join(err, pool.Close())
}

func (s *session) head(ctx context.Context) (h head, err error) {
	for _, part := range []struct {
		query string
		into  *int64
	}{
		{`PRAGMA application_id`, &h.application},
		{`PRAGMA user_version`, &h.version},
		{`SELECT count(*) FROM sqlite_schema`, &h.tables},
	} {
		if *part.into, err = s.number(ctx, part.query); err != nil {
			return h, err
		}
	}
	h.unclosed = s.unclosed(ctx)
	return h, nil
}

// unclosed reads the mark that markClosed takes away.
func (s *session) unclosed(ctx context.Context) bool {
	kept, err := s.text(ctx, `PRAGMA journal_mode`)
	return err == nil && kept == "wal"
}

// judge says whether this program, which knows so many migrations, may use the file.
func (h head) judge(path string, o Options, known int) error {
	switch {
	case h.application == 0 && h.version == 0 && h.tables == 0:
		// Made, but stopped before anything was in it.
		if o.Create && !o.ReadOnly {
			return nil
		}
		return complaint(path, sayEmpty)
	case h.application != applicationID:
		return complaint(path, sayForeign)
	case h.version > int64(known):
		return complaint(path, sayNewer)
	default:
		return nil
	}
}

func (s *session) began(ctx context.Context) (string, error) {
	return s.text(ctx, `SELECT verb FROM history WHERE seq = 1`)
}

// Began is the verb of the first entry in the history, "" where there is none.
func (db *DB) Began(ctx context.Context) (verb string, err error) {
	err = db.read(ctx, func(s *session) error {
		verb, err = s.began(ctx)
		return err
	})
	return verb, explain(db.path, "read the history", err)
}

// Peek reads where the history of a file ends, whatever program made it. The file is
// only looked at, and must be one of ours.
func Peek(ctx context.Context, path string) (head tdkt.Head, err error) {
	err = glance(ctx, path, func(s *session) error {
		last, err := s.lastEntry(ctx)
		head = tdkt.Head{Seq: last.Seq, Hash: last.Hash}
		return err
	})
	return head, err
}

// PeekBytes is Peek for a file whose bytes the caller has; name is for sentences.
func PeekBytes(ctx context.Context, name string, text []byte) (head tdkt.Head, err error) {
	err = glanceBytes(ctx, name, text, func(s *session) error {
		last, err := s.lastEntry(ctx)
		head = tdkt.Head{Seq: last.Seq, Hash: last.Hash}
		return err
	})
	return head, err
}

// ChainOf is Chain for a file that is only looked at, whatever program made it.
func ChainOf(ctx context.Context, path string) (hashes []string, err error) {
	err = glance(ctx, path, func(s *session) error {
		hashes, err = s.chain(ctx)
		return err
	})
	return hashes, err
}

// ChainOfBytes is ChainOf for a file whose bytes the caller has; name is for sentences.
func ChainOfBytes(ctx context.Context, name string, text []byte) (hashes []string, err error) {
	err = glanceBytes(ctx, name, text, func(s *session) error {
		hashes, err = s.chain(ctx)
		return err
	})
	return hashes, err
}

// glance runs do on a file that stays as it is.
func glance(ctx context.Context, path string, do func(*session) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("store: path of the data file: %w", err)
	}
	if err := regular(path); err != nil {
		return explain(path, "look at", err)
	}
	pool, err := openLooking(ctx, path)
	if err == nil {
		err = onConn(ctx, pool, func(s *session) error { return s.glance(ctx, path, do) })
	}
	return explain(path, "look at", closeAfter(pool, err))
}

// glanceBytes is glance for a file whose bytes the caller has.
func glanceBytes(ctx context.Context, name string, text []byte, do func(*session) error) error {
	pool, err := openImage(ctx, text)
	if err == nil {
		err = onConn(ctx, pool, func(s *session) error { return s.glance(ctx, name, do) })
	}
	return explain(name, "look at", closeAfter(pool, err))
}

// glance runs do where the file is one of ours.
func (s *session) glance(ctx context.Context, path string, do func(*session) error) error {
	h, err := s.head(ctx)
	if err != nil {
		return err
	}
	steps, err := releasedSteps()
	if err != nil {
		return err
	}
	if err := h.judge(path, Options{}, len(steps)); err != nil {
		return err
	}
	if err := s.verifyStructure(ctx, path, steps[:h.version]); err != nil {
		return err
	}
	return do(s)
}

// HasAfter says whether the history of a file that is only looked at has an entry of a
// verb after a number.
func HasAfter(ctx context.Context, path string, seq int64, verb string) (has bool) {
	_ = glance(ctx, path, func(s *session) (err error) {
		has, err = s.hasAfter(ctx, seq, verb)
		return err
	})
	return has
}

// HasAfterBytes is HasAfter for a file whose bytes the caller has; name is for sentences.
func HasAfterBytes(ctx context.Context, name string, text []byte, seq int64, verb string) (has bool) {
	_ = glanceBytes(ctx, name, text, func(s *session) (err error) {
		has, err = s.hasAfter(ctx, seq, verb)
		return err
	})
	return has
}

// HasAfter says whether the history has an entry of a verb after a number.
func (db *DB) HasAfter(ctx context.Context, seq int64, verb string) (has bool, err error) {
	err = db.read(ctx, func(s *session) error {
		has, err = s.hasAfter(ctx, seq, verb)
		return err
	})
	return has, explain(db.path, "read the history", err)
}

func (s *session) hasAfter(ctx context.Context, seq int64, verb string) (bool, error) {
	found, err := collect(ctx, s, `SELECT count(*) FROM history WHERE seq > ? AND verb = ?`, bind(seq, verb), (*row).int)
	return err == nil && found[0] > 0, err
}
