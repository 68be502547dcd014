package store

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/golden"
	"tdkt/internal/tdkt"
)

// schemaText lists what the schema consists of.
const schemaText = `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
	ORDER BY type = 'trigger', type = 'index', tbl_name, name`

// Reviewers read the schema that results, not the steps to it. A new file is made from that
// text, which must come to exactly what the steps come to, one by one.
func TestSchemaIsAsAgreed(t *testing.T) {
	list := steps(t)
	made := func(apply func(*session) error) (text string, parts []object) {
		fresh := openPool(":memory:", 1)
		err := onConn(t.Context(), fresh, func(s *session) (err error) {
			if err := apply(s); err != nil {
				return err
			}
			if parts, err = s.structure(t.Context()); err != nil {
				return err
			}
			all, err := collect(t.Context(), s, schemaText, nil, (*row).text)
			text = strings.Join(all, ";\n\n") + ";\n\n"
			return err
		})
		if err := closeAfter(fresh, err); err != nil {
			t.Fatal(err)
		}
		return text, parts
	}
	text, want := made(func(s *session) error { return s.applyEach(t.Context(), "", list, false) })
	golden.Compare(t, "schema.sql", markOf(list)+text)
	_, got := made(func(s *session) error { return s.apply(t.Context(), "", list) })
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(object{})); diff != "" {
		t.Errorf("a file made at once (-of the steps +at once):\n%s", diff)
	}
}

// A schema that was made from other steps is not used.
func TestSchemaOfOtherStepsIsLeftAside(t *testing.T) {
	pool := openPool(":memory:", 1)
	err := onConn(t.Context(), pool, func(s *session) error {
		if err := s.apply(t.Context(), "", steps(t, "CREATE TABLE added (x TEXT) STRICT")); err != nil {
			return err
		}
		_, err := s.number(t.Context(), "SELECT count(*) FROM added")
		return err
	})
	if err := closeAfter(pool, err); err != nil {
		t.Error(err)
	}
}

// steps are migrations invented for a test, beginning with the released ones.
func steps(t *testing.T, more ...string) []migration {
	t.Helper()
	list, err := migrations(released)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range more {
		list = append(list, migration{number: len(list) + 1, name: "more.sql", sum: strings.Repeat("0", 64), text: text})
	}
	return list
}

// A parent table that others refer to can be rebuilt without losing its children,
// and the file as it was lies next to it.
func TestMigratingKeepsRowsAndLeavesACopy(t *testing.T) {
	db := fullDB(t)
	before := dump(t, db)
	version := len(steps(t))
	// Triggers that name the table would break while it is away.
	rebuild := `
		DROP TRIGGER person_code_is_no_unit_insert;
		DROP TRIGGER person_code_is_no_unit_update;
		CREATE TABLE unit_new (id TEXT NOT NULL PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
			parent TEXT REFERENCES unit (id) DEFERRABLE INITIALLY DEFERRED, kind TEXT NOT NULL, founded TEXT, closed TEXT,
			into_id TEXT, counts INTEGER NOT NULL) STRICT;
		INSERT INTO unit_new SELECT * FROM unit;
		DROP TABLE unit;
		ALTER TABLE unit_new RENAME TO unit;`
	if err := db.migrate(t.Context(), Options{Program: "test 2"}, steps(t, rebuild)); err != nil {
		t.Fatal(err)
	}
	snap, err := db.Load(t.Context())
	if err != nil || len(snap.Units) != 2 || len(snap.People) != 1 {
		t.Errorf("after: %v, %v", snap, err)
	}
	if err := confirm(t.Context(), db.writer, writerSettings()); err != nil {
		t.Error(err) // foreign_keys must be on again.
	}
	kept := openAt(t, fmt.Sprintf("%s.v%d.bak", db.path, version), Options{})
	if diff := cmp.Diff(before, dump(t, kept)); diff != "" {
		t.Errorf("copy (-before +copy):\n%s", diff)
	}
}

// A file too large to be taken into memory is brought up to date all the same.
func TestMigratingALargeFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.sotd")
	list := steps(t)
	pool := openPool(fileURI(path)+"?mode=rwc", 1)
	err := onConn(t.Context(), pool, func(s *session) error {
		return s.withoutForeignKeys(t.Context(), func() error {
			return s.transaction(t.Context(), "BEGIN IMMEDIATE", func() error { return s.apply(t.Context(), "", list[:len(list)-1]) })
		})
	})
	if err := closeAfter(pool, err); err != nil {
		t.Fatal(err)
	}
	defer func(was int64) { maxImage = was }(maxImage)
	maxImage = 1
	openAt(t, path, Options{})
	if _, err := os.Stat(fmt.Sprintf("%s.v%d.bak", path, len(list)-1)); err != nil {
		t.Error(err)
	}
}

// A second upgrade of the same file, after the first was taken back by hand, must
// not write over the copy of the first.
func TestMigratingNeverOverwritesACopy(t *testing.T) {
	db := newDB(t)
	name := fmt.Sprintf("%s.v%d.bak", db.path, len(steps(t)))
	if err := os.WriteFile(name, []byte("bản sao trước"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := db.migrate(t.Context(), Options{}, steps(t, "CREATE TABLE added (x) STRICT")); err == nil {
		t.Fatal("a STRICT table without types was accepted")
	}
	if err := db.migrate(t.Context(), Options{}, steps(t, "CREATE TABLE added (x TEXT) STRICT")); err != nil {
		t.Fatal(err)
	}
	if content, err := os.ReadFile(name); err != nil || string(content) != "bản sao trước" {
		t.Errorf("the copy is now %q, %v", content, err)
	}
	if _, err := os.Stat(name + ".3"); err != nil {
		t.Error(err)
	}
}

// A step that fails, or that leaves rows without what they refer to, must leave
// the file as it was, with its foreign keys on.
func TestFailedMigrationLeavesNothing(t *testing.T) {
	for _, tc := range []struct{ name, text string }{
		{"second statement wrong", "CREATE TABLE added (x) STRICT; CREATE TABLE broken (y WRONG) STRICT;"},
		{"orphans", "CREATE TABLE added (x TEXT) STRICT; DELETE FROM person;"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			db := fullDB(t)
			before := dump(t, db)
			if err := db.migrate(t.Context(), Options{}, steps(t, tc.text)); err == nil {
				t.Fatal("want an error")
			}
			if diff := cmp.Diff(before, dump(t, db)); diff != "" {
				t.Errorf("file (-before +after):\n%s", diff)
			}
			if err := confirm(t.Context(), db.writer, writerSettings()); err != nil {
				t.Error(err)
			}
		})
	}
}

// A released step is never edited: a file made by the other text is refused.
func TestEditedMigrationIsRefused(t *testing.T) {
	db := newDB(t)
	edited := steps(t)
	edited[1].sum = strings.Repeat("f", 64)
	wantSentence(t, db.migrate(t.Context(), Options{}, edited), tdkt.Environment, "đã bị sửa")
}

// Two people upgrade to different versions and share the file.
func TestFileOfANewerProgramIsRefusedWhileMigrating(t *testing.T) {
	db := newDB(t)
	wantSentence(t, db.migrate(t.Context(), Options{}, steps(t)[:2]), tdkt.Environment, "phiên bản mới hơn")
}

// Numbers must run without a gap, whatever a merge of two branches leaves behind.
func TestMigrationNumbersRunOn(t *testing.T) {
	gap := fstest.MapFS{"migrations/0001_a.sql": {}, "migrations/0003_b.sql": {}}
	if _, err := migrations(gap); err == nil {
		t.Error("a gap was accepted")
	}
	windows := fstest.MapFS{"migrations/0001_a.sql": {Data: []byte("SELECT 1;\r\n")}}
	unix := fstest.MapFS{"migrations/0001_a.sql": {Data: []byte("SELECT 1;\n")}}
	a, errA := migrations(windows)
	b, errB := migrations(unix)
	if errA != nil || errB != nil || a[0].sum != b[0].sum {
		t.Errorf("line ends change the checksum: %v, %v, %v, %v", a, b, errA, errB)
	}
}

// The file says which program made it, for the day something looks odd.
func TestTheProgramIsKeptWithItsMigrations(t *testing.T) {
	db := newDB(t)
	err := db.read(t.Context(), func(s *session) error {
		n, err := s.number(t.Context(), `SELECT count(*) FROM migration WHERE program = 'test'`)
		if n != int64(len(steps(t))) {
			t.Errorf("got %d migrations of this program", n)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// modernc.org/libc has no stable interface: it must be the very version that
// modernc.org/sqlite was generated with (its issue 177).
func TestLibcIsTheOneTheDriverWasMadeWith(t *testing.T) {
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("asks the go command, which is not on this machine")
	}
	out, err := exec.CommandContext(t.Context(), "go", "list", "-m", "-f", "{{.Version}} {{.GoMod}}",
		"modernc.org/libc", "modernc.org/sqlite").Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(string(out)) // Version and go.mod of libc, then of sqlite.
	pins, err := os.ReadFile(lines[3])
	if err != nil {
		t.Fatal(err)
	}
	if want := "modernc.org/libc " + lines[0]; !strings.Contains(string(pins), want+"\n") {
		t.Errorf("we build with %s; go.mod of modernc.org/sqlite %s names another:\n%s", want, lines[2], pins)
	}
}
