package store

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"fmt"
	"maps"

	"tdkt/internal/tdkt"
)

// Prove holds every row against the history. It goes on from a point that was proven
// before: the rows are summed up once, and the sum must be what it was then with what
// the entries since put in and took out. The sums stay outside the file, where whoever
// changes the file does not change them.
func (db *DB) Prove(ctx context.Context, from tdkt.Proof) (proof tdkt.Proof, err error) {
	err = db.read(ctx, func(s *session) error {
		proof, err = s.prove(ctx, from)
		return err
	})
	return proof, explain(db.path, "hold the rows against the history", err)
}

func (s *session) prove(ctx context.Context, from tdkt.Proof) (tdkt.Proof, error) {
	held, err := s.held(ctx, from.Head)
	if err != nil {
		return tdkt.Proof{}, err
	}
	if !held {
		from = tdkt.Proof{}
	}
	last, err := s.verifyAfter(ctx, from.Head)
	if err != nil {
		return tdkt.Proof{}, err
	}
	actual, err := s.sums(ctx)
	if err != nil {
		return tdkt.Proof{}, err
	}
	for _, start := range []tdkt.Proof{from, {}} { // an older program summed up fewer fields
		want, err := s.expected(ctx, start)
		if err != nil {
			return tdkt.Proof{}, err
		}
		if maps.Equal(want, actual) {
			return tdkt.Proof{Head: last, Sums: actual}, nil
		}
	}
	if err := s.verifyRecords(ctx); err != nil { // names the row
		return tdkt.Proof{}, err
	}
	told := tdkt.Errorf(tdkt.Environment, sayMeddled, "", "")
	return tdkt.Proof{}, told
}

// held says whether the history has this head.
func (s *session) held(ctx context.Context, h tdkt.Head) (bool, error) {
	found, err := collect(ctx, s, `SELECT hash FROM history WHERE seq = ?`, bind(h.Seq), (*row).text)
	return len(found) == 1 && found[0] == h.Hash, err
}

// sums sums up the rows of every table as they lie; a table without rows has no sum.
func (s *session) sums(ctx context.Context) (map[tdkt.Noun]tdkt.Sum, error) {
	tables, out := keepers(), map[tdkt.Noun]tdkt.Sum{}
	err := s.eachFilled(ctx, tables, func(noun tdkt.Noun, _ int64) error {
		sum, err := tables[noun].sum(ctx, s)
		if sum != (tdkt.Sum{}) {
			out[noun] = sum
		}
		return err
	})
	return out, err
}

// expected is what the rows must sum up to by the history.
func (s *session) expected(ctx context.Context, from tdkt.Proof) (map[tdkt.Noun]tdkt.Sum, error) {
	tables, out := keepers(), maps.Clone(from.Sums)
	if out == nil {
		out = map[tdkt.Noun]tdkt.Sum{}
	}
	err := s.query(ctx, `SELECT noun, key, before, after FROM history_row WHERE seq > ?`, bind(from.Head.Seq), func(r *row) error {
		c := scanChange(r)
		k, ok := tables[c.Noun]
		if !ok {
			return nil
		}
		sum := out[c.Noun]
		for _, part := range []struct {
			text []byte
			sign int
		}{{c.Before, -1}, {c.After, 1}} {
			if part.text == nil {
				continue
			}
			one, err := k.sumOf(part.text)
			if err != nil {
				return err
			}
			sum.Add(one, part.sign)
		}
		if out[c.Noun] = sum; sum == (tdkt.Sum{}) {
			delete(out, c.Noun)
		}
		return nil
	})
	return out, err
}

// sum sums up the rows of the table.
func (t table[T]) sum(ctx context.Context, s *session) (sum tdkt.Sum, err error) {
	name := string(t.noun())
	err = s.query(ctx, t.selectFrom(), nil, func(r *row) error {
		rec := t.scan(r)
		sum.Add(rowSum(name, t.values(rec)), 1)
		return nil
	})
	return sum, err
}

// sumOf is the sum of one row in the form the history keeps.
func (t table[T]) sumOf(text []byte) (tdkt.Sum, error) {
	rec, err := t.decode(text)
	if err != nil {
		return tdkt.Sum{}, err
	}
	return rowSum(string(t.noun()), t.values(rec.(T))), nil
}

// rowSum is a checksum of one row, as four numbers that can be summed up.
func rowSum(noun string, values []driver.Value) (sum tdkt.Sum) {
	buf := append(make([]byte, 0, 256), noun...) //nolint:mnd // most rows are shorter
	for _, v := range values {
		switch v := v.(type) {
		case nil:
			buf = append(buf, 0)
		case int64:
			buf = binary.BigEndian.AppendUint64(append(buf, 1), uint64(v))
		case string:
			buf = binary.BigEndian.AppendUint32(append(buf, 2), uint32(len(v)))
			buf = append(buf, v...)
		default:
			buf = fmt.Appendf(append(buf, 3), "%T %v", v, v) //nolint:mnd // the kinds are numbered
		}
	}
	h := sha256.Sum256(buf)
	for i := range sum {
		sum[i] = binary.BigEndian.Uint64(h[i*8:])
	}
	return sum
}
