package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A copy in memory is how a file is read that must stay as it is: one of an older
// program, which is brought up to date in the copy alone, another PC's, one that lies
// behind a passphrase. Nothing of it is ever on a disk, whatever becomes of the program.

// maxImage is the largest file that is taken into memory.
var maxImage int64 = 300 << 20

// whereLogged are the two bytes of a file's head that say it has a write-ahead log: its
// image has none.
const (
	whereLogged = 18
	unlogged    = 1
)

// Borrow opens a copy of the file in memory, wants it whole and brings it up to date.
// Changes to it, where o allows them, are nobody's but the caller's.
func Borrow(ctx context.Context, path string, o Options) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("store: path of the data file: %w", err)
	}
	var text []byte
	pool, err := (*sql.DB)(nil), regular(path)
	if err == nil {
		pool, err = openLooking(ctx, path)
	}
	if err == nil {
		text, err = imageOf(ctx, path, pool)
	}
	if err = closeAfter(pool, err); err != nil {
		return nil, explain(path, "read the whole file", err)
	}
	return BorrowBytes(ctx, path, text, o)
}

// BorrowBytes is Borrow for a file whose bytes the caller has; name is for sentences.
func BorrowBytes(ctx context.Context, name string, text []byte, o Options) (*DB, error) {
	db := &DB{path: name, tables: keepers(), key: o.Key, private: true}
	err := db.fromImage(ctx, text, o)
	if err != nil {
		return nil, explain(name, "open", errors.Join(err, db.Close()))
	}
	return db, nil
}

// Fresh is a new file in memory.
func Fresh(ctx context.Context, name string, o Options) (*DB, error) {
	db := &DB{path: name, tables: keepers(), key: o.Key, private: true, writer: openPool(":memory:"+private, 1)}
	db.reader = db.writer
	steps, err := releasedSteps()
	if err == nil {
		err = db.migrate(ctx, o, steps)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// VerifyBytes is Verify for a file whose bytes the caller has; name is for sentences.
func VerifyBytes(ctx context.Context, name string, text []byte) (Report, error) {
	report := Report{Path: name}
	pool, err := openImage(ctx, text)
	if err == nil {
		err = onConn(ctx, pool, func(s *session) error { return s.verify(ctx, &report, true) })
	}
	return report, explain(name, "verify", closeAfter(pool, err))
}

func (db *DB) fromImage(ctx context.Context, text []byte, o Options) error {
	steps, err := releasedSteps()
	if err != nil {
		return err
	}
	pool, err := openImage(ctx, text)
	db.reader = pool
	if err != nil {
		return err
	}
	db.writer = pool // for as long as it is brought up to date
	err = onConn(ctx, pool, func(s *session) error {
		report := Report{Path: db.path}
		return s.verifyBy(ctx, &report, true, func(do func(*session) error) error {
			pending, err := db.pending(ctx, s, steps)
			if err != nil {
				return err
			}
			db.broughtUp = true
			if err := s.bringUp(ctx, o.Program, pending); err != nil {
				return err
			}
			return do(s)
		})
	})
	if err == nil {
		err = db.migrate(ctx, o, steps) // wants the steps to be ours; nothing is left to do
	}
	if o.ReadOnly {
		db.writer = nil
	}
	return err
}

// Image is a copy of a file in memory as its bytes.
func (db *DB) Image(ctx context.Context) (text []byte, err error) {
	err = db.read(ctx, func(s *session) error {
		text, err = s.image(ctx, db.path)
		return err
	})
	return text, explain(db.path, "read the whole file", err)
}

// Revert makes a file in memory again what an image of it says.
func (db *DB) Revert(ctx context.Context, text []byte) error {
	if !db.private {
		return errors.New("store: no file in memory")
	}
	return onConn(ctx, db.reader, func(s *session) error { return s.conn.Deserialize(text) })
}

// HasAccounts says whether the file asks who opens it.
func (db *DB) HasAccounts(ctx context.Context) (has bool, err error) {
	err = db.read(ctx, func(s *session) error {
		n, err := s.number(ctx, `SELECT count(*) FROM account`)
		has = n > 0
		return err
	})
	return has, explain(db.path, "read the accounts", err)
}

// openImage makes an image a file in memory. Its one connection must never be closed
// before the pool is: the file would go with it.
func openImage(ctx context.Context, text []byte) (*sql.DB, error) {
	if len(text) < 100 { //nolint:mnd // the length of a file's head
		return nil, errShort
	}
	text[whereLogged], text[whereLogged+1] = unlogged, unlogged
	pool := openPool(":memory:"+private, 1)
	err := onConn(ctx, pool, func(s *session) error {
		if err := s.conn.Deserialize(text); err != nil {
			return err
		}
		_, err := s.number(ctx, `SELECT count(*) FROM sqlite_schema`)
		return err
	})
	return pool, err
}

// ReadOnly makes a file that was borrowed one that takes no more changes.
func (db *DB) ReadOnly() *DB {
	db.writer = nil
	return db
}

// errShort marks bytes that cannot be a data file.
var errShort = errors.New("store: too short for a data file")

// imageOf reads a whole file through SQLite, with what its log holds.
func imageOf(ctx context.Context, path string, pool *sql.DB) (text []byte, err error) {
	err = onConn(ctx, pool, func(s *session) error {
		return s.transaction(ctx, "BEGIN DEFERRED", func() error {
			text, err = s.image(ctx, path)
			return err
		})
	})
	return text, err
}

// image is the session's file as it is now.
func (s *session) image(ctx context.Context, path string) ([]byte, error) {
	pages, err := s.number(ctx, `PRAGMA page_count`)
	if err != nil {
		return nil, err
	}
	size, err := s.number(ctx, `PRAGMA page_size`)
	if err != nil {
		return nil, err
	}
	if pages*size > maxImage {
		return nil, complaint(path, sayTooLarge)
	}
	return s.conn.Serialize()
}

// tooLarge says whether the file is not taken into memory.
func (s *session) tooLarge(ctx context.Context) bool {
	pages, err := s.number(ctx, `PRAGMA page_count`)
	size, sizeErr := s.number(ctx, `PRAGMA page_size`)
	return errors.Join(err, sizeErr) == nil && pages*size > maxImage
}

// regular refuses what is no file on a disk, and what is far too large for a data file:
// a pipe has no end.
func regular(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return complaint(path, sayMissing)
	case err != nil:
		return err
	case info.IsDir():
		return complaint(path, sayFolder)
	case !info.Mode().IsRegular():
		return complaint(path, sayForeign)
	case info.Size() == 0:
		return complaint(path, sayEmpty)
	case info.Size() > maxFile:
		return complaint(path, sayTooLarge)
	}
	return nil
}

// maxFile is the largest file that is opened at all.
const maxFile = 4 << 30

// WriteTo writes the file as it is now, page by page, and says what its checksum is. The
// file is first read through, so that nothing that is not whole goes out.
func (db *DB) WriteTo(ctx context.Context, w io.Writer) (sum string, err error) {
	h := sha256.New()
	w = io.MultiWriter(w, h)
	err = db.standStill(ctx, func() error {
		return db.read(ctx, func(s *session) error {
			report := Report{Path: db.path}
			if err := s.verify(ctx, &report, false); err != nil {
				return err
			}
			return s.pages(ctx, w)
		})
	})
	return hex.EncodeToString(h.Sum(nil)), explain(db.path, "write the whole file", err)
}

func (s *session) pages(ctx context.Context, w io.Writer) error {
	first := true
	return s.query(ctx, `SELECT data FROM sqlite_dbpage ORDER BY pgno`, nil, func(r *row) error {
		page := r.bytes()
		if first {
			page = append([]byte(nil), page...)
			page[whereLogged], page[whereLogged+1] = unlogged, unlogged
			first = false
		}
		_, err := w.Write(page)
		return err
	})
}

// upgraded runs do on a copy in memory of the session's file that was brought up to date.
func (s *session) upgraded(ctx context.Context, path string, pending []migration, do func(*session) error) error {
	text, err := s.image(ctx, path)
	if err != nil {
		return err
	}
	pool, err := openImage(ctx, text)
	if err == nil {
		err = onConn(ctx, pool, func(up *session) error {
			if err := up.bringUp(ctx, "", pending); err != nil {
				return err
			}
			return do(up)
		})
	}
	return closeAfter(pool, err)
}

// bringUp brings a file that nobody else has open up to date.
func (s *session) bringUp(ctx context.Context, program string, pending []migration) error {
	return s.withoutForeignKeys(ctx, func() error {
		return s.transaction(ctx, "BEGIN IMMEDIATE", func() error { return s.apply(ctx, program, pending) })
	})
}
