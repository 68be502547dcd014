package store

import (
	"context"
	"database/sql/driver"
	"fmt"

	"tdkt/internal/tdkt"
)

func merges() table[tdkt.Merge] {
	return table[tdkt.Merge]{
		columns: "id, file, head, origins, losers, united, signers, past",
		order:   "id",
		values: func(m tdkt.Merge) []driver.Value {
			return bind(m.ID, m.File, m.Head, m.Origins, m.Losers, m.United, m.Signers, m.Past)
		},
		scan: func(r *row) tdkt.Merge {
			return tdkt.Merge{
				ID: r.id(), File: r.text(), Head: r.text(),
				Origins: listColumn[tdkt.Origin](r), Losers: listColumn[tdkt.Loser](r), United: listColumn[tdkt.United](r),
				Signers: listColumn[tdkt.Signer](r), Past: r.text(),
			}
		},
	}
}

// Chain is the hash of every entry, the first one first. Two files that were one have
// the same beginning.
func (db *DB) Chain(ctx context.Context) (hashes []string, err error) {
	err = db.read(ctx, func(s *session) error {
		hashes, err = s.chain(ctx)
		return err
	})
	return hashes, explain(db.path, "read the history", err)
}

func (s *session) chain(ctx context.Context) ([]string, error) {
	return collect(ctx, s, `SELECT hash FROM history ORDER BY seq`, nil, (*row).text)
}

// Since lists the entries after seq with their rows, the oldest first.
func (db *DB) Since(ctx context.Context, seq int64) (entries []tdkt.Entry, err error) {
	err = db.read(ctx, func(s *session) error {
		entries, err = collect(ctx, s, selectEntries+` WHERE seq > ? ORDER BY seq`, bind(seq), scanEntry)
		if err != nil {
			return err
		}
		return s.withRows(ctx, entries)
	})
	return entries, explain(db.path, "read the history", err)
}

// Decode reads a record from the form the history keeps.
func (db *DB) Decode(noun tdkt.Noun, text []byte) (tdkt.Record, error) {
	k, ok := db.tables[noun]
	if !ok {
		return nil, fmt.Errorf("store: no table for %q", noun)
	}
	return k.decode(text)
}
