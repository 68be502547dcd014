package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	sqlite3 "modernc.org/sqlite/lib"

	"tdkt/internal/tdkt"
)

// Backup writes a verified copy of the file as it is now. The copy has its name
// only once it is whole and on the disk; a file of that name is never overwritten.
func (db *DB) Backup(ctx context.Context, path string) error { return db.copyOut(ctx, path, true) }

// Preserve is Backup for a file that is not as it should be: what there is of it is kept,
// and nothing is said of its worth.
func (db *DB) Preserve(ctx context.Context, path string) error { return db.copyOut(ctx, path, false) }

func (db *DB) copyOut(ctx context.Context, path string, proven bool) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("store: path of the backup: %w", err)
	}
	err = db.standStill(ctx, func() error {
		return onConn(ctx, db.reader, func(s *session) error { return fullThere(path, copyWhole(ctx, s, path, proven)) })
	})
	return explain(path, "back up", err)
}

// fullThere says which disk is full: that of the copy, not that of the file.
func fullThere(path string, err error) error {
	if codeOf(err)&0xff == sqlite3.SQLITE_FULL {
		return explain(path, "back up", err)
	}
	return err
}

// standStill keeps every program from writing to the file while do runs. A file
// opened for reading cannot hold others back; there the copy is compared and
// refused when the file moved on.
func (db *DB) standStill(ctx context.Context, do func() error) error {
	if db.writer == nil || db.private {
		return do()
	}
	if !db.confirmed.Load() && db.taken() {
		return do() // nothing was written here, and by its name nobody finds the file any more
	}
	return db.onWriter(ctx, func(s *session) error {
		return explain(db.path, "hold the file", s.transaction(ctx, "BEGIN IMMEDIATE", do))
	})
}

// copyWhole copies the session's file to path by way of path.tmp, which is checked,
// forced to the disk and only then given the name.
func copyWhole(ctx context.Context, s *session, path string, proven bool) (err error) {
	if exists(path) {
		return tdkt.Errorf(tdkt.Environment, "Đã có tệp “%s”; hãy chọn tên khác cho bản sao lưu.", filepath.Base(path))
	}
	tmp := path + ".tmp"
	if err := removeIfThere(tmp); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, removeIfThere(tmp), removeIfThere(tmp+"-journal"))
		}
	}()
	if err := s.copyTo(ctx, tmp, proven); err != nil {
		return err
	}
	if err := syncFile(tmp); err != nil {
		return err
	}
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// copyTo writes a copy and, where it is to be proven, reads all of it back.
func (s *session) copyTo(ctx context.Context, tmp string, proven bool) error {
	want, _, err := s.census(ctx)
	if err != nil {
		return err
	}
	if err := s.vacuumInto(ctx, tmp); err != nil {
		return err
	}
	if !proven {
		return nil
	}
	got, err := verifyCopy(ctx, tmp)
	if err != nil {
		return err
	}
	if !want.equal(got.census) {
		return tdkt.Errorf(tdkt.Environment, "Bản sao lưu không khớp với tệp đang dùng vì tệp đang được ghi; hãy sao lưu lại.")
	}
	return nil
}

// vacuumInto writes what the session's file holds into another. That SQLite refuses to a
// connection that only looks, so it is let do it for as long as it takes.
func (s *session) vacuumInto(ctx context.Context, path string) error {
	looking, err := s.number(ctx, "PRAGMA query_only")
	if err == nil && looking == 1 {
		if err = s.script(ctx, "PRAGMA query_only = 0"); err == nil {
			defer func() {
				if s.script(context.WithoutCancel(ctx), "PRAGMA query_only = 1") != nil {
					s.bad = true
				}
			}()
		}
	}
	if err != nil {
		return err
	}
	_, err = s.conn.ExecContext(ctx, `VACUUM INTO ?`, named(bind(path)))
	return err
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// syncFile forces a finished file to the disk. No connection has it open any more.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder forces a new name to the disk; Windows does that by itself.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
