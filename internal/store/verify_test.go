package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// What Verify counts must be what is there.
func TestVerifyCountsASoundFile(t *testing.T) {
	db, records := newDB(t), everyRecord(t)
	put(t, db, records...)
	unit, _ := office()
	last := put(t, db, unit)
	report, err := Verify(t.Context(), db.Path())
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]int64{}
	for _, table := range report.Tables {
		rows[table.Name] = table.Rows
	}
	want := map[string]int64{"unit": 3, "plan": 1, "history": 2, "history_row": int64(len(records)) + 1, "attachment": 1}
	for name, n := range want {
		if got, ok := rows[name]; !ok || got != n {
			t.Errorf("%s has %d rows, want %d", name, got, n)
		}
	}
	if report.Path != db.Path() || report.Version != len(steps(t)) || report.Entries != 2 || report.Hash != last.Hash {
		t.Errorf("report %+v", report)
	}
}

// Changes made with another tool are found, also those SQLite itself sees nothing wrong with.
func TestMeddlingWithTheRecordsIsFound(t *testing.T) {
	for _, tc := range []struct{ name, script, want string }{
		{"a value", `UPDATE rating SET level = 'HTXS'`, "Dữ liệu xếp loại trong tệp không khớp với nhật ký"},
		{"a row added", `INSERT INTO local SELECT 'x', 2024, key, value, document, day, about FROM local`, "Dữ liệu quy định riêng"},
		{"a row removed", `DELETE FROM pledge`, "Dữ liệu đăng ký thi đua"},
		{"a reference broken", `PRAGMA foreign_keys = OFF; DELETE FROM person`, "bị hỏng"},
		{"a guard taken away", `DROP TRIGGER history_is_kept`, "Cấu trúc của tệp"},
		{"a table added", `CREATE TABLE mine (x)`, "Cấu trúc của tệp"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			db := fullDB(t)
			if _, err := Verify(t.Context(), db.Path()); err != nil {
				t.Fatal(err)
			}
			meddle(t, db, tc.script)
			_, err := Verify(t.Context(), db.Path())
			wantSentence(t, err, tdkt.Environment, tc.want)
		})
	}
}

// Records removed in the program, and records that came back, are no meddling.
func TestVerifyAcceptsWhatTheProgramDid(t *testing.T) {
	db := newDB(t)
	unit, person := office()
	put(t, db, unit, person)
	gone, err := remove(t, db, person)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Verify(t.Context(), db.Path()); err != nil {
		t.Error(err)
	}
	if _, err := db.Undo(t.Context(), step("Hoàn tác"), gone.Seq); err != nil {
		t.Fatal(err)
	}
	if _, err := Verify(t.Context(), db.Path()); err != nil {
		t.Error(err)
	}
}

// Verify is run on files of every kind, and must leave nothing beside them.
func TestVerifyRefusesWhatIsNoDataFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "so.sotd")
	write := func(content []byte) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"text", []byte("không phải"), "không phải là tệp dữ liệu"},
		{"empty", nil, "rỗng"},
		{"foreign", foreignFile(t), "không phải là tệp dữ liệu"},
		{"newer", newerFile(t), "phiên bản mới hơn"},
		{"cut", soundFile(t)[:8192], "bị hỏng"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			write(tc.content)
			_, err := Verify(t.Context(), path)
			wantSentence(t, err, tdkt.Environment, tc.want)
			if diff := cmp.Diff([]string{"so.sotd"}, namesIn(t, folder)); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
	_, err := Verify(t.Context(), filepath.Join(folder, "khong-co"))
	wantSentence(t, err, tdkt.Environment, "Không có tệp dữ liệu")
	_, err = Verify(t.Context(), folder)
	wantSentence(t, err, tdkt.Environment, "là một thư mục")
}

// One byte changed in a page of every table, in the head that says how its cells lie: the
// sentence names the page or whose data it holds.
func TestVerifyNamesTheDamagedPage(t *testing.T) {
	db := fullDB(t)
	type root struct {
		table string
		page  int64
	}
	var roots []root
	err := onConn(t.Context(), db.reader, func(s *session) error {
		return s.query(t.Context(), `SELECT tbl_name, rootpage FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'`, nil, func(r *row) error {
			roots = append(roots, root{r.text(), int64(r.int())})
			return r.err
		})
	})
	if err := closeAfter(nil, err); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	sound, err := os.ReadFile(db.Path())
	if err != nil {
		t.Fatal(err)
	}
	const pageSize, cellCount = 4096, 4
	if len(roots) < 30 {
		t.Fatalf("only %d tables", len(roots))
	}
	for _, r := range roots {
		path := filepath.Join(t.TempDir(), "so.sotd")
		text := append([]byte(nil), sound...)
		text[(r.page-1)*pageSize+cellCount] ^= 0x7f // how many cells there are: the upper byte
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := Verify(t.Context(), path)
		if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("trang số %d", r.page)) && !strings.Contains(err.Error(), dataWords(r.table)) {
			t.Errorf("%s on page %d: %v", r.table, r.page, err)
		}
	}
}
