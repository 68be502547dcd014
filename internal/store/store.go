// Package store keeps the records of package tdkt in one SQLite file: one writer,
// several readers, and a history of every change that cannot be edited unseen.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"tdkt/internal/tdkt"
)

// Options say how Open treats the file.
type Options struct {
	Create   bool   // make the file when it is missing or empty
	ReadOnly bool   // never write; a file of an older program is read from a copy in memory
	Program  string // version text kept with the migrations this program runs
	Key      Key    // signs what is written; nil: nobody does
	Look     *Look  // the file as it was looked at; nil: nobody did yet
}

// DB is an open data file. It may be used from several goroutines.
type DB struct {
	path   string
	writer *sql.DB // one connection; nil when opened for reading
	reader *sql.DB
	file   os.FileInfo // which file was opened; nil when opened for reading
	tables map[tdkt.Noun]keeper

	key     Key
	private bool // a copy in memory: one connection reads and writes

	broughtUp bool // the file was an older program's

	settler settler
	logging atomic.Bool // changes go through the write-ahead log

	confirmed atomic.Bool // the settings of the writing connection took effect
}

// Open opens the data file and brings it up to date. That the settings it depends on have
// taken effect is checked before anything is written. What goes wrong is told by a
// *tdkt.Error.
func Open(ctx context.Context, path string, o Options) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("store: path of the data file: %w", err)
	}
	steps, err := releasedSteps()
	if err != nil {
		return nil, err
	}
	head, seen, err := inspect(ctx, path, o, steps)
	if err != nil {
		return nil, explain(path, "open", closeAfter(seen, err))
	}
	if o.ReadOnly && head.version < int64(len(steps)) {
		text, err := imageOf(ctx, path, seen)
		if err = closeAfter(seen, err); err != nil {
			return nil, explain(path, "read the whole file", err)
		}
		return BorrowBytes(ctx, path, text, o)
	}
	made := !exists(path)
	db := &DB{path: path, tables: keepers(), key: o.Key, reader: seen}
	if err := db.connect(ctx, o, steps); err != nil {
		err = errors.Join(err, db.Close())
		if made { // A file half made would stand in the way of the next attempt.
			err = errors.Join(err, removeFile(path))
		}
		return nil, explain(path, "open", err)
	}
	return db, nil
}

// connect brings the file up to date and opens it for reading, where the look at it did
// not. A file that is up to date is opened for writing when something is first written.
func (db *DB) connect(ctx context.Context, o Options, steps []migration) error {
	if !o.ReadOnly {
		if err := db.readyToWrite(ctx, o, steps); err != nil {
			return err
		}
	}
	if db.reader == nil {
		reader, err := openReader(ctx, db.path)
		db.reader = reader
		if err != nil {
			return err
		}
	}
	db.reader.SetMaxOpenConns(readers)
	db.reader.SetMaxIdleConns(readers)
	if o.ReadOnly {
		return nil
	}
	file, err := os.Stat(db.path)
	db.file = file
	return err
}

// readyToWrite prepares the writer, and migrates through it what is not up to date.
func (db *DB) readyToWrite(ctx context.Context, o Options, steps []migration) error {
	if db.reader == nil {
		db.writer = openPool(makerDSN(db.path), 1)
		return db.migrate(ctx, o, steps)
	}
	db.writer = openPool(writerDSN(db.path), 1)
	var lacking []migration
	err := onConn(ctx, db.reader, func(s *session) (err error) {
		lacking, err = db.pending(ctx, s, steps)
		return err
	})
	if err != nil || len(lacking) == 0 {
		return err
	}
	return db.migrate(ctx, o, steps)
}

// onWriter lends the writing connection to do, once its settings have been read back.
func (db *DB) onWriter(ctx context.Context, do func(*session) error) error {
	return onConn(ctx, db.writer, func(s *session) error {
		if !db.private && !db.confirmed.Load() {
			if err := s.confirm(ctx, writerSettings()); err != nil {
				return err
			}
			db.confirmed.Store(true)
		}
		return do(s)
	})
}

// taken says whether the file of this name is no longer the one that was opened. Where
// a system lets an open file be removed, SQLite would go on writing to what nobody can
// find again. Looking does not open the file, which would cost SQLite its locks.
func (db *DB) taken() bool {
	now, err := os.Stat(db.path)
	return err != nil || !os.SameFile(db.file, now)
}

// Close closes the file. The writer goes last, so that it empties the
// write-ahead log into the file.
func (db *DB) Close() error {
	db.settler.stop()
	if db.private {
		return closeAfter(db.reader, nil)
	}
	err := closeAfter(db.reader, nil)
	if db.logging.Swap(false) {
		db.markClosed()
	}
	return closeAfter(db.writer, err)
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// removeFile takes away a closed data file and what SQLite keeps beside it.
func removeFile(path string) error {
	var errs []error
	for _, tail := range []string{"", "-wal", "-shm"} {
		errs = append(errs, removeIfThere(path+tail))
	}
	return errors.Join(errs...)
}

// BroughtUp says whether the file was an older program's when it was opened.
func (db *DB) BroughtUp() bool { return db.broughtUp }

// Path is the absolute path of the data file.
func (db *DB) Path() string { return db.path }
