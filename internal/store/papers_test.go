package store

import (
	"context"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// keepPaper keeps bytes as a paper of 2023.
func keepPaper(t *testing.T, db *DB, content string) tdkt.Attachment {
	t.Helper()
	a := tdkt.Attachment{ID: tdkt.NewID(), Year: 2023, Paper: "bao-cao", Name: "báo cáo.pdf", Size: int64(len(content))}
	_, err := db.InTx(t.Context(), tdkt.Operation{Verb: "attach", Words: "Đính kèm"}, func(tx *Tx) (err error) {
		if a.SHA256, err = tx.Keep(t.Context(), []byte(content)); err != nil {
			return err
		}
		return tx.Put(t.Context(), a)
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// What was kept comes back byte for byte, also when two papers share it, and after the
// paper was taken out and put back.
func TestContentComesBack(t *testing.T) {
	db := newDB(t)
	one, two := keepPaper(t, db, "nội dung"), keepPaper(t, db, "nội dung")
	if one.SHA256 != two.SHA256 {
		t.Errorf("%s and %s", one.SHA256, two.SHA256)
	}
	entry, err := db.InTx(t.Context(), tdkt.Operation{Verb: "detach", Words: "Bỏ"}, func(tx *Tx) error { return tx.Remove(t.Context(), one, two) })
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Undo(t.Context(), tdkt.Operation{Verb: "undo", Words: "Hoàn tác"}, entry.Seq); err != nil {
		t.Fatal(err)
	}
	all, err := db.Load(t.Context())
	if err != nil || len(all.Attachments) != 2 {
		t.Fatalf("%v %v", all, err)
	}
	got, err := db.Content(t.Context(), all.Attachments[0])
	if err != nil || string(got) != "nội dung" {
		t.Errorf("%q %v", got, err)
	}
}

// Bytes that were changed behind the program's back, or are gone, are refused by the name
// of the paper: nothing else is sent in their place.
func TestContentChangedOrGone(t *testing.T) {
	for sql, want := range map[string]string{
		`UPDATE attachment_content SET content = x'00'`: "đã bị thay đổi",
		`DELETE FROM attachment_content`:                "không còn trong sổ",
	} {
		db := newDB(t)
		a := keepPaper(t, db, "nội dung")
		meddle(t, db, sql)
		_, err := db.Content(context.WithoutCancel(t.Context()), a)
		if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "báo cáo.pdf") {
			t.Errorf("%s: %v", sql, err)
		}
	}
}
