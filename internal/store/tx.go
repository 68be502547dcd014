package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	sqlite3 "modernc.org/sqlite/lib"

	"tdkt/internal/tdkt"
)

// Tx is a transaction being written. It notes every row it changes.
type Tx struct {
	s       *session
	tables  map[tdkt.Noun]keeper
	key     Key
	changes []change
	at      map[rowKey]int // place of a row in changes
	locked  map[int]bool   // years that were locked when the transaction began
}

// rowKey names one row of the file.
type rowKey struct {
	noun tdkt.Noun
	key  tdkt.ID
}

// change is a row as the transaction found it and as it leaves it; nil is no row.
type change struct {
	rowKey
	before, after tdkt.Record
}

// InTx runs do in one transaction and writes the rows it changed to the history
// in the same transaction. Nothing is kept when do fails or panics, and nothing is
// written, the Entry being zero, when no row differs in the end. The Tx is good
// only while do runs; do must not open another transaction.
func (db *DB) InTx(ctx context.Context, op tdkt.Operation, do func(*Tx) error) (tdkt.Entry, error) {
	return db.change(ctx, entryHead{Operation: op}, do)
}

// change is InTx for an entry that may undo another.
func (db *DB) change(ctx context.Context, head entryHead, do func(*Tx) error) (entry tdkt.Entry, err error) {
	if db.writer == nil {
		return entry, complaint(db.path, sayReading)
	}
	if !db.private && db.taken() {
		return entry, complaint(db.path, sayTaken)
	}
	err = db.onWriter(ctx, func(s *session) error {
		err := s.transaction(ctx, "BEGIN IMMEDIATE", func() (err error) {
			tx := &Tx{s: s, tables: db.tables, key: db.key, at: map[rowKey]int{}}
			if tx.locked, err = s.lockedYears(ctx); err != nil {
				return err
			}
			if err := do(tx); err != nil {
				return err
			}
			if err := tx.refuseLocked(head); err != nil {
				return err
			}
			entry, err = tx.record(ctx, head)
			return err
		})
		if err == nil && entry.Seq != 0 && !db.private {
			db.settle(ctx, s)
		}
		return err
	})
	if err != nil {
		return tdkt.Entry{}, explain(db.path, "write "+head.Verb, err)
	}
	return entry, nil
}

// keeper is the table of a record.
func (tx *Tx) keeper(noun tdkt.Noun) (keeper, error) {
	if k, ok := tx.tables[noun]; ok {
		return k, nil
	}
	return nil, fmt.Errorf("store: no table for %q", noun)
}

// Get reads one record as the transaction sees it; false when there is none.
func (tx *Tx) Get(ctx context.Context, noun tdkt.Noun, id tdkt.ID) (tdkt.Record, bool, error) {
	k, err := tx.keeper(noun)
	if err != nil {
		return nil, false, err
	}
	rec, err := k.get(ctx, tx.s, id)
	if err != nil {
		return nil, false, fmt.Errorf("store: read %s: %w", noun, err)
	}
	return rec, rec != nil, nil
}

// Put writes records by key: new ones are added, known ones changed, equal ones left alone.
func (tx *Tx) Put(ctx context.Context, recs ...tdkt.Record) error {
	for _, rec := range recs {
		if err := tx.put(ctx, rec); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) put(ctx context.Context, rec tdkt.Record) error {
	k, err := tx.keeper(rec.Noun())
	if err != nil {
		return err
	}
	if !k.owns(rec) {
		return fmt.Errorf("store: %T is no %s", rec, rec.Noun())
	}
	if m, ok := rec.(tdkt.Merge); ok {
		if err := tx.introduceAll(ctx, m.Signers); err != nil {
			return err
		}
	}
	added, err := k.insert(ctx, tx.s, rec)
	if err != nil {
		return refuseRecord(rec, err)
	}
	if added {
		tx.note(rec, nil, rec)
		return nil
	}
	old, err := k.get(ctx, tx.s, rec.RecordID())
	if err != nil {
		return fmt.Errorf("store: read %s: %w", rec.Noun(), err)
	}
	if k.same(old, rec) {
		return nil
	}
	if err := k.update(ctx, tx.s, rec); err != nil {
		return refuseRecord(rec, err)
	}
	tx.note(rec, old, rec)
	return nil
}

// Remove takes records out; those that are not there are left alone. Whether
// others still refer to them is checked when the transaction ends.
func (tx *Tx) Remove(ctx context.Context, recs ...tdkt.Record) error {
	for _, rec := range recs {
		old, found, err := tx.Get(ctx, rec.Noun(), rec.RecordID())
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		if err := tx.tables[rec.Noun()].remove(ctx, tx.s, rec.RecordID()); err != nil {
			return fmt.Errorf("store: remove %s: %w", rec.Noun(), err)
		}
		tx.note(rec, old, nil)
	}
	return nil
}

// note remembers what a row was before the transaction and what it is now.
func (tx *Tx) note(rec, before, after tdkt.Record) {
	key := rowKey{rec.Noun(), rec.RecordID()}
	if i, ok := tx.at[key]; ok {
		tx.changes[i].after = after
		return
	}
	tx.at[key] = len(tx.changes)
	tx.changes = append(tx.changes, change{key, before, after})
}

// rows are the changes that made a difference, in the form the history keeps.
func (tx *Tx) rows() ([]tdkt.RowChange, error) {
	var rows []tdkt.RowChange
	for _, c := range tx.changes {
		if tx.idle(c) {
			continue
		}
		before, err := marshal(c.before)
		if err != nil {
			return nil, err
		}
		after, err := marshal(c.after)
		if err != nil {
			return nil, err
		}
		rows = append(rows, tdkt.RowChange{Noun: c.noun, Key: c.key, Before: before, After: after})
	}
	return rows, nil
}

// idle says whether a change left the row as it was.
func (tx *Tx) idle(c change) bool {
	if c.before == nil || c.after == nil {
		return c.before == nil && c.after == nil
	}
	return tx.tables[c.noun].same(c.before, c.after)
}

func marshal(rec tdkt.Record) (json.RawMessage, error) {
	if rec == nil {
		return nil, nil
	}
	text, err := json.Marshal(rec)
	if err != nil {
		return nil, fmt.Errorf("store: %s as JSON: %w", rec.Noun(), err)
	}
	return text, nil
}

// refuseRecord says in a sentence why the file will not have a record.
func refuseRecord(rec tdkt.Record, err error) error {
	var told *tdkt.Error
	switch code := codeOf(err); {
	case code == sqlite3.SQLITE_CONSTRAINT_TRIGGER, strings.Contains(err.Error(), ".code"):
		told = tdkt.Errorf(tdkt.Invalid, "Mã “%s” đã có trong tệp; mỗi mã chỉ dùng cho một cán bộ hoặc một đơn vị.", codeOfRecord(rec))
	case code == sqlite3.SQLITE_CONSTRAINT_UNIQUE:
		told = tdkt.Errorf(tdkt.Invalid, "Dữ liệu %s này đã có trong tệp; hãy sửa dòng đã có thay vì thêm dòng mới.", label(string(rec.Noun())))
	default:
		return fmt.Errorf("store: write %s %s: %w", rec.Noun(), rec.RecordID(), err)
	}
	told.Err = err
	return told
}

// codeOfRecord is the code a person or a unit goes by.
func codeOfRecord(rec tdkt.Record) string {
	switch rec := rec.(type) {
	case tdkt.Person:
		return rec.Code
	case tdkt.Unit:
		return rec.Code
	default:
		return string(rec.RecordID())
	}
}
