package store

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"

	"tdkt/internal/tdkt"
)

// entryHead is what the writer of an entry is told from outside.
type entryHead struct {
	tdkt.Operation
	undoes int64 // Seq of the entry it takes back, 0 for none
	bare   bool  // an entry without rows is meant
}

// record appends the transaction's changes to the history.
func (tx *Tx) record(ctx context.Context, head entryHead) (tdkt.Entry, error) {
	rows, err := tx.rows()
	if err != nil || len(rows) == 0 && !head.bare {
		return tdkt.Entry{}, err
	}
	last, err := tx.s.lastEntry(ctx)
	if err != nil {
		return tdkt.Entry{}, fmt.Errorf("store: read the end of the history: %w", err)
	}
	entry := tdkt.Entry{
		Operation: head.Operation, Seq: last.Seq + 1, ID: tdkt.NewID(),
		Undoes: head.undoes, Prev: last.Hash, Rows: rows,
	}
	entry.Hash = hashOf(entry)
	if err := tx.write(ctx, entry); err != nil {
		return tdkt.Entry{}, fmt.Errorf("store: write the history: %w", err)
	}
	return entry, nil
}

// lastEntry is the newest entry without its rows, zero when there is none.
func (s *session) lastEntry(ctx context.Context) (tdkt.Entry, error) {
	last, err := collect(ctx, s, selectEntries+` ORDER BY seq DESC LIMIT 1`, nil, scanEntry)
	if err != nil || len(last) == 0 {
		return tdkt.Entry{}, err
	}
	return last[0], nil
}

func (s *session) append(ctx context.Context, e tdkt.Entry, key Key) error {
	var undoes driver.Value
	if e.Undoes != 0 {
		undoes = e.Undoes
	}
	values := append(bind(e.Seq, e.ID, e.Verb, e.Words, e.By, e.Host, e.At, e.Prev, e.Hash), undoes)
	_, err := s.exec(ctx, `INSERT INTO history (seq, id, verb, words, by, host, at, prev, hash, undoes, signer, signature)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, append(values, signature(key, e)...))
	if err != nil {
		return err
	}
	for i, r := range e.Rows {
		_, err := s.exec(ctx, `INSERT INTO history_row (seq, place, noun, key, before, after) VALUES (?, ?, ?, ?, ?, ?)`,
			append(bind(e.Seq, i, string(r.Noun), r.Key), orNull(string(r.Before)), orNull(string(r.After))))
		if err != nil {
			return err
		}
	}
	return nil
}

// hashOf is the hash of an entry with its rows.
func hashOf(e tdkt.Entry) string {
	h := newHash(e, len(e.Rows))
	for _, r := range e.Rows {
		h.row(r)
	}
	return h.sum()
}

// entryHash is the SHA-256 over the hash before and everything in the entry. Each
// text goes in behind its length, so that nothing can move from one to the next.
type entryHash struct{ hash.Hash }

// newHash begins with the entry's heading and the number of rows to come.
func newHash(e tdkt.Entry, rows int) entryHash {
	h := entryHash{sha256.New()}
	h.texts(e.Prev, string(e.ID), e.Verb, e.Words, e.By, e.Host, e.At)
	fmt.Fprintf(h, "seq %d undoes %d rows %d\n", e.Seq, e.Undoes, rows)
	return h
}

func (h entryHash) row(r tdkt.RowChange) {
	h.texts(string(r.Noun), string(r.Key), string(r.Before), string(r.After))
}

func (h entryHash) texts(texts ...string) {
	for _, text := range texts {
		fmt.Fprintf(h, "%d:%s\n", len(text), text)
	}
}

func (h entryHash) sum() string { return hex.EncodeToString(h.Sum(nil)) }

const selectEntries = `SELECT seq, id, verb, words, by, host, at, ifnull(undoes, 0), prev, hash FROM history`

func scanEntry(r *row) tdkt.Entry {
	e := tdkt.Entry{Seq: r.long(), ID: r.id()}
	e.Verb, e.Words, e.By, e.Host, e.At = r.text(), r.text(), r.text(), r.text(), r.text()
	e.Undoes, e.Prev, e.Hash = r.long(), r.text(), r.text()
	return e
}

const selectRows = `SELECT noun, key, before, after FROM history_row WHERE seq = ? ORDER BY place`

func scanChange(r *row) tdkt.RowChange {
	return tdkt.RowChange{Noun: tdkt.Noun(r.word()), Key: r.id(), Before: rawText(r.text()), After: rawText(r.text())}
}

// rowsOf are the rows an entry changed.
func (s *session) rowsOf(ctx context.Context, seq int64) ([]tdkt.RowChange, error) {
	return collect(ctx, s, selectRows, bind(seq), scanChange)
}

func rawText(s string) json.RawMessage {
	if s == "" {
		return nil
	}
	return json.RawMessage(s)
}

// History lists the newest entries first, with their rows; limit 0 lists all.
func (db *DB) History(ctx context.Context, limit int) ([]tdkt.Entry, error) {
	var entries []tdkt.Entry
	err := db.read(ctx, func(s *session) (err error) {
		if limit <= 0 {
			limit = -1
		}
		entries, err = collect(ctx, s, selectEntries+` ORDER BY seq DESC LIMIT ?`, bind(limit), scanEntry)
		if err != nil {
			return err
		}
		return s.withRows(ctx, entries)
	})
	return entries, explain(db.path, "read the history", err)
}

// withRows reads the rows of each entry.
func (s *session) withRows(ctx context.Context, entries []tdkt.Entry) (err error) {
	for i := range entries {
		if entries[i].Rows, err = s.rowsOf(ctx, entries[i].Seq); err != nil {
			return err
		}
	}
	return nil
}

// LastChanges finds for each key the newest entry that changed its row, without the
// entry's rows; a key the history does not know is left out.
func (db *DB) LastChanges(ctx context.Context, keys []tdkt.ID) (map[tdkt.ID]tdkt.Entry, error) {
	out := map[tdkt.ID]tdkt.Entry{}
	err := db.read(ctx, func(s *session) error {
		for _, key := range keys {
			found, err := collect(ctx, s, selectEntries+` WHERE seq = (SELECT max(seq) FROM history_row WHERE key = ?)`, bind(key), scanEntry)
			if err != nil {
				return err
			}
			for _, e := range found {
				out[key] = e
			}
		}
		return nil
	})
	return out, explain(db.path, "read the history", err)
}

// Entry is one entry of the history with its rows.
func (db *DB) Entry(ctx context.Context, seq int64) (entry tdkt.Entry, err error) {
	err = db.read(ctx, func(s *session) error {
		found, err := collect(ctx, s, selectEntries+` WHERE seq = ?`, bind(seq), scanEntry)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return tdkt.Errorf(tdkt.NotFound, "Nhật ký không có mục số %d; hãy xem lại số của mục.", seq)
		}
		entry = found[0]
		entry.Rows, err = s.rowsOf(ctx, seq)
		return err
	})
	return entry, explain(db.path, "read the history", err)
}

// Note adds an entry that changes no row: what was done to the file as a whole.
func (db *DB) Note(ctx context.Context, op tdkt.Operation) (tdkt.Entry, error) {
	return db.change(ctx, entryHead{Operation: op, bare: true}, func(*Tx) error { return nil })
}

// Head is the hash of the newest entry, which tells one state of the file from
// another; "" while there is none.
func (db *DB) Head(ctx context.Context) (string, error) {
	var last tdkt.Entry
	err := db.read(ctx, func(s *session) (err error) {
		last, err = s.lastEntry(ctx)
		return err
	})
	return last.Hash, explain(db.path, "read the history", err)
}

// HeadOf is the end of the history.
func (db *DB) HeadOf(ctx context.Context) (head tdkt.Head, err error) {
	err = db.read(ctx, func(s *session) error {
		last, err := s.lastEntry(ctx)
		head = tdkt.Head{Seq: last.Seq, Hash: last.Hash}
		return err
	})
	return head, explain(db.path, "read the history", err)
}

// VerifyHistory walks the chain of hashes. Its *tdkt.Error names the first entry
// that was changed, is missing or stands in the wrong place.
func (db *DB) VerifyHistory(ctx context.Context) error {
	err := db.read(ctx, func(s *session) error { return s.verifyHistory(ctx) })
	return explain(db.path, "verify the history", err)
}

func (s *session) verifyHistory(ctx context.Context) error {
	last, err := s.verifyAfter(ctx, tdkt.Head{})
	if err != nil {
		return err
	}
	return s.verifyEnd(ctx, last.Seq)
}

// verifyAfter walks the chain from the entry after one that was proven, and says where
// it ends.
func (s *session) verifyAfter(ctx context.Context, from tdkt.Head) (tdkt.Head, error) {
	type mark struct{ signer, signature string }
	marks, err := collect(ctx, s, `SELECT ifnull(signer, ''), ifnull(signature, '') FROM history WHERE seq > ? ORDER BY seq`, bind(from.Seq),
		func(r *row) mark { return mark{r.text(), r.text()} })
	if err != nil {
		return from, err
	}
	entries, err := collect(ctx, s, selectEntries+` WHERE seq > ? ORDER BY seq`, bind(from.Seq), scanEntry)
	if err != nil {
		return from, err
	}
	signs, err := s.signatures(ctx, from.Seq)
	if err != nil {
		return from, err
	}
	last := tdkt.Entry{Seq: from.Seq, Hash: from.Hash}
	for i, e := range entries {
		sum, err := s.sumOf(ctx, e)
		if err != nil {
			return from, err
		}
		if err := follows(last, e, sum); err != nil {
			return from, err
		}
		if err := signs.check(e, marks[i].signer, marks[i].signature); err != nil {
			return from, err
		}
		last = e
	}
	return tdkt.Head{Seq: last.Seq, Hash: last.Hash}, nil
}

// sumOf is the hash an entry ought to have. Its rows are read one by one: an
// import may have changed a million.
func (s *session) sumOf(ctx context.Context, e tdkt.Entry) (string, error) {
	rows, err := collect(ctx, s, `SELECT count(*) FROM history_row WHERE seq = ?`, bind(e.Seq), (*row).int)
	if err != nil {
		return "", err
	}
	h := newHash(e, rows[0])
	err = s.query(ctx, selectRows, bind(e.Seq), func(r *row) error {
		h.row(scanChange(r))
		return nil
	})
	return h.sum(), err
}

// follows says whether e, whose rows and heading hash to sum, is what came after last.
func follows(last, e tdkt.Entry, sum string) error {
	want := last.Seq + 1
	switch {
	case e.Seq != want:
		return refuseHistory("Nhật ký thiếu mục số %d.", want)
	case e.Prev != last.Hash:
		return refuseHistory("Nhật ký có mục số %d không nối tiếp mục trước: một trong hai mục đã bị sửa, thay hoặc đổi chỗ.", want)
	case e.Hash != sum:
		return refuseHistory("Nhật ký có mục số %d đã bị sửa.", want)
	default:
		return nil
	}
}

// verifyEnd compares the last entry with the highest number ever given, and looks
// for rows that belong to no entry.
func (s *session) verifyEnd(ctx context.Context, last int64) error {
	given, err := s.number(ctx, `SELECT ifnull(max(seq), 0) FROM sqlite_sequence WHERE name = 'history'`)
	if err != nil {
		return err
	}
	if given > last {
		return refuseHistory("Nhật ký thiếu mục số %d.", last+1)
	}
	stray, err := s.number(ctx, `SELECT ifnull(min(seq), 0) FROM history_row WHERE seq NOT IN (SELECT seq FROM history)`)
	if err == nil && stray != 0 {
		err = refuseHistory("Nhật ký thiếu mục số %d.", stray)
	}
	return err
}

func refuseHistory(text string, seq int64) *tdkt.Error {
	return tdkt.Errorf(tdkt.Environment,
		text+" Có người đã sửa tệp ngoài chương trình; hãy giữ lại tệp này và đối chiếu với bản sao lưu gần nhất.", seq)
}
