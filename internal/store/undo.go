package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// Undo takes back everything entry seq did, as a new entry. It is refused when a
// row the entry changed is no longer as the entry left it, and when rows added
// since refer to a row it added.
func (db *DB) Undo(ctx context.Context, op tdkt.Operation, seq int64) (tdkt.Entry, error) {
	return db.change(ctx, entryHead{Operation: op, undoes: seq}, func(tx *Tx) error {
		return tx.undo(ctx, seq)
	})
}

// errTried takes back an undo that was only tried.
var errTried = errors.New("store: only tried")

// TryUndo says whether Undo of an entry would be refused, and with what sentence;
// the file stays as it is.
func (db *DB) TryUndo(ctx context.Context, seq int64) error {
	_, err := db.change(ctx, entryHead{undoes: seq}, func(tx *Tx) error {
		if err := tx.undo(ctx, seq); err != nil {
			return err
		}
		if err := tx.refuseLocked(entryHead{undoes: seq}); err != nil {
			return err
		}
		orphans, err := tx.s.orphans(ctx)
		switch {
		case err != nil:
			return err
		case len(orphans) > 0:
			return refuseOrphans(orphans)
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		return nil
	}
	return err
}

// undo is Undo inside a transaction.
func (tx *Tx) undo(ctx context.Context, seq int64) error {
	rows, err := tx.s.rowsOf(ctx, seq)
	if err != nil {
		return fmt.Errorf("store: read entry %d: %w", seq, err)
	}
	if len(rows) == 0 {
		return tdkt.Errorf(tdkt.NotFound, "Nhật ký không có mục số %d để hoàn tác; hãy chọn mục khác.", seq)
	}
	if err := tx.untouched(ctx, seq, rows); err != nil {
		return err
	}
	return tx.invert(ctx, rows)
}

// untouched refuses when a row is not as the entry left it.
func (tx *Tx) untouched(ctx context.Context, seq int64, rows []tdkt.RowChange) error {
	for _, r := range rows {
		k, err := tx.keeper(r.Noun)
		if err != nil {
			return err
		}
		left, err := decode(k, r.After)
		if err != nil {
			return err
		}
		now, err := k.get(ctx, tx.s, r.Key)
		if err != nil {
			return fmt.Errorf("store: read %s: %w", r.Noun, err)
		}
		if (now == nil) != (left == nil) || now != nil && !k.same(now, left) {
			return tx.refuseUndo(ctx, seq, r)
		}
	}
	return nil
}

// refuseUndo names the later entry that touched the row.
func (tx *Tx) refuseUndo(ctx context.Context, seq int64, r tdkt.RowChange) error {
	later, err := collect(ctx, tx.s, selectEntries+` WHERE seq = (SELECT max(seq) FROM history_row WHERE key = ? AND seq > ?)`,
		bind(r.Key, seq), scanEntry)
	if err != nil {
		return fmt.Errorf("store: read later entries: %w", err)
	}
	if len(later) == 0 {
		return tdkt.Errorf(tdkt.Invalid,
			"Không hoàn tác được mục số %d vì dữ liệu %s của mục đó đã bị sửa ngoài chương trình; hãy kiểm tra tệp.",
			seq, label(string(r.Noun)))
	}
	if later[0].Undoes == seq {
		return tdkt.Errorf(tdkt.Invalid, "Mục số %d đã được hoàn tác ở mục số %d; muốn làm lại, hãy hoàn tác mục số %d.", seq, later[0].Seq, later[0].Seq)
	}
	return tdkt.Errorf(tdkt.Invalid,
		"Không hoàn tác được mục số %d vì dữ liệu %s của mục đó đã được sửa sau đó ở mục số %d (%s); hãy hoàn tác mục số %d trước.",
		seq, label(string(r.Noun)), later[0].Seq, later[0].Words, later[0].Seq)
}

// invert puts the rows back. All of them are taken out first, so that no order of
// changes can clash with a code or a year that is to be used again.
func (tx *Tx) invert(ctx context.Context, rows []tdkt.RowChange) error {
	back := make([]tdkt.Record, 0, len(rows))
	for _, r := range slices.Backward(rows) {
		k := tx.tables[r.Noun]
		after, err := decode(k, r.After)
		if err != nil {
			return err
		}
		if after != nil {
			if err := tx.Remove(ctx, after); err != nil {
				return err
			}
		}
		before, err := decode(k, r.Before)
		if err != nil {
			return err
		}
		if before != nil {
			back = append(back, before)
		}
	}
	return tx.Put(ctx, back...)
}

// decode reads a row of the history; nil stays nil.
func decode(k keeper, text []byte) (tdkt.Record, error) {
	if text == nil {
		return nil, nil
	}
	return k.decode(text)
}
