package store

import (
	"crypto/ed25519"
	"path/filepath"
	"testing"

	"tdkt/internal/tdkt"
)

// testKey signs as a PC does.
type testKey struct{ ed25519.PrivateKey }

func newKey(seed byte) testKey {
	return testKey{ed25519.NewKeyFromSeed([]byte{seed, 31: 1})}
}

func (k testKey) Public() []byte             { return k.PrivateKey.Public().(ed25519.PublicKey) }
func (k testKey) Sign(message []byte) []byte { return ed25519.Sign(k.PrivateKey, message) }

// tamper runs SQL as a tool outside the program does, with the triggers out of the way.
func tamper(t *testing.T, path, text string) {
	t.Helper()
	pool := openPool(fileURI(path)+"?mode=rw", 1)
	err := onConn(t.Context(), pool, func(s *session) error {
		triggers, err := collect(t.Context(), s, `SELECT sql FROM sqlite_schema WHERE type = 'trigger'`, nil, (*row).text)
		if err != nil {
			return err
		}
		names, err := collect(t.Context(), s, `SELECT name FROM sqlite_schema WHERE type = 'trigger'`, nil, (*row).text)
		if err != nil {
			return err
		}
		for _, n := range names {
			text = "DROP TRIGGER " + n + ";" + text
		}
		for _, tr := range triggers {
			text += ";" + tr
		}
		return s.script(t.Context(), text)
	})
	if err := closeAfter(pool, err); err != nil {
		t.Fatal(err)
	}
}

// A proof goes on from the last one; a row changed with a tool is found by the next one,
// however old the row is, and named.
func TestProveFindsOneRow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.sotd")
	db := openAt(t, path, Options{Create: true, Key: newKey(1)})
	unit, person := office()
	put(t, db, unit, person)
	first, err := db.Prove(t.Context(), tdkt.Proof{})
	if err != nil {
		t.Fatal(err)
	}
	person.Name = "Trần Thị Đổi"
	put(t, db, person, tdkt.Rating{ID: "r-1", Year: 2023, Subject: tdkt.PersonSubject("p-1"), Level: tdkt.Good})
	second, err := db.Prove(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := db.Prove(t.Context(), tdkt.Proof{})
	if err != nil || whole.Head != second.Head || len(whole.Sums) != len(second.Sums) || whole.Sums[tdkt.NounPerson] != second.Sums[tdkt.NounPerson] {
		t.Errorf("in two steps %v, at once %v, %v", second, whole, err)
	}
	remove(t, db, tdkt.Rating{ID: "r-1"})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, `UPDATE unit SET name = 'Phòng Khác' WHERE id = 'u-1'`)
	again := openAt(t, path, Options{Key: newKey(1)})
	_, err = again.Prove(t.Context(), second)
	wantSentence(t, err, tdkt.Environment, "dòng “Văn phòng”")
	if !IsMeddled(err) {
		t.Error("not known as meddled with")
	}
}

// Entries are signed by the PC's key, its first use is an entry of its own, and who
// rewrites rows, entries and hashes without the key is found out.
func TestSignedHistory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "so.sotd")
	db := openAt(t, path, Options{Create: true, Key: newKey(1)})
	unit, person := office()
	put(t, db, unit)
	entry := put(t, db, person)
	list, err := db.History(t.Context(), 0)
	if err != nil || len(list) != 3 || list[1].Verb != VerbKey || entry.Seq != 3 {
		t.Fatalf("%d entries, %v", len(list), err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Verify(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	forged := list[0]
	forged.Rows[0].After = []byte(`{"id":"p-1","code":"CB001","name":"Người Khác","sex":"nữ","unit":"u-1"}`)
	forged.Hash = hashOf(forged)
	rewrite := `UPDATE person SET name = 'Người Khác'; UPDATE history_row SET after = '` + string(forged.Rows[0].After) +
		`' WHERE seq = 3; UPDATE history SET hash = '` + forged.Hash + `' WHERE seq = 3`
	t.Run("signature left", func(t *testing.T) {
		to := copyAlone(t, path)
		tamper(t, to, rewrite)
		_, err := Verify(t.Context(), to)
		wantSentence(t, err, tdkt.Environment, "chữ ký không đúng")
	})
	t.Run("signature taken out", func(t *testing.T) {
		to := copyAlone(t, path)
		tamper(t, to, rewrite+`; UPDATE history SET signer = NULL, signature = NULL WHERE seq = 3`)
		_, err := Verify(t.Context(), to)
		wantSentence(t, err, tdkt.Environment, "không có chữ ký")
	})
	t.Run("another key", func(t *testing.T) {
		to := copyAlone(t, path)
		values := signature(newKey(2), forged)
		tamper(t, to, rewrite+`; UPDATE history SET signature = '`+values[1].(string)+`' WHERE seq = 3`)
		_, err := Verify(t.Context(), to)
		wantSentence(t, err, tdkt.Environment, "chữ ký không đúng")
	})
}
