package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // The driver named "sqlite".

	"tdkt/internal/tdkt"
)

// readers is how many connections may read at one time.
const readers = 4

// The settings stand in the name the driver is given, so that every connection of a
// pool has them. Only keys the driver checks are used. Two seconds is as long as a
// person should wait for another program. EXTRA forces the end of a rollback journal to
// the disk too; in a write-ahead log it is FULL.
const (
	shared     = "&_busy_timeout=2000&_foreign_keys=1&_defensive=1&_dqs=0"
	forMaking  = "?mode=rwc" + kept
	forWriting = "?mode=rw" + kept
	kept       = shared + "&_synchronous=EXTRA&_txlock=immediate"
	forReading = "?mode=ro" + shared
	forLooking = "?mode=rw" + shared + "&_query_only=1"
	private    = "?" + "_foreign_keys=1&_dqs=0&_txlock=immediate&_pragma=temp_store(memory)" // of a file in memory: nothing of it goes to a disk
	frozen     = "?mode=ro&immutable=1" + shared
)

func writerDSN(path string) string { return fileURI(path) + forWriting }

func makerDSN(path string) string { return fileURI(path) + forMaking }

// writerSettings are the settings without which the promises of this package do not hold.
func writerSettings() map[string]string {
	return map[string]string{"busy_timeout": "2000", "foreign_keys": "1", "synchronous": "3"}
}

// fileURI names a file so that SQLite opens exactly it: in a bare "file:"+path the
// characters #, ? and % would silently lead to another file.
func fileURI(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/… of Windows
	}
	var b strings.Builder
	b.WriteString("file://")
	for _, c := range []byte(path) {
		if plainInURI(c) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

func plainInURI(c byte) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	}
	return strings.IndexByte("/:-_.~", c) >= 0
}

// openReader opens a file for reading. A folder that cannot be written has no place
// for the shared memory of the write-ahead log; where no log is left behind there,
// the file is read as it lies.
func openReader(ctx context.Context, path string) (*sql.DB, error) {
	reader := openPool(fileURI(path)+forReading, readers)
	err := confirm(ctx, reader, map[string]string{"busy_timeout": "2000", "foreign_keys": "1"})
	if err == nil || !cannotWriteBeside(err) || hasContent(path+"-wal") {
		return reader, err
	}
	if err := reader.Close(); err != nil {
		return nil, err
	}
	reader = openPool(fileURI(path)+frozen, readers)
	return reader, confirm(ctx, reader, map[string]string{"foreign_keys": "1"})
}

// openLooking opens a file for a short look. Unlike openReader it leaves nothing
// beside the file when it closes, where it may clean up.
func openLooking(ctx context.Context, path string) (*sql.DB, error) {
	pool := openPool(fileURI(path)+forLooking, 1)
	err := confirm(ctx, pool, map[string]string{"query_only": "1"})
	if err == nil || !cannotWriteBeside(err) {
		return pool, err
	}
	if err := pool.Close(); err != nil {
		return nil, err
	}
	return openReader(ctx, path)
}

func hasContent(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// confirm reads the settings back: SQLite ignores in silence what it cannot set. It
// also reads the schema once, so that a file that cannot be read is found out here.
func confirm(ctx context.Context, pool *sql.DB, want map[string]string) error {
	return onConn(ctx, pool, func(s *session) error { return s.confirm(ctx, want) })
}

func (s *session) confirm(ctx context.Context, want map[string]string) error {
	if _, err := s.number(ctx, `SELECT count(*) FROM sqlite_schema`); err != nil {
		return err
	}
	for key, value := range want {
		got, err := s.text(ctx, "PRAGMA "+key)
		if err != nil {
			return err
		}
		if got != value {
			return &tdkt.Error{
				Kind: tdkt.Environment,
				Text: "Ổ đĩa chứa tệp dữ liệu không cho phép ghi an toàn; hãy chép tệp vào ổ đĩa của máy này rồi mở lại.",
				Err:  fmt.Errorf("store: %s is %q, want %q", key, got, value),
			}
		}
	}
	return nil
}
