package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// session is one connection in use. It speaks to the driver itself: reading a
// million rows through database/sql takes twice as long.
type session struct {
	conn  *connection
	words map[string]string // one copy of each text that many rows repeat
	bad   bool              // the connection is left in doubt: do not use it again

	pagesApart bool // another connection looks at the pages of the file
}

// onConn lends a connection of the pool to do.
func onConn(ctx context.Context, pool *sql.DB, do func(*session) error) error {
	c, err := pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	if _, err := sqlite.Limit(c, sqlite3.SQLITE_LIMIT_LENGTH, longest); err != nil {
		return err
	}
	var result error
	err = c.Raw(func(raw any) error {
		s := &session{conn: raw.(*connection), words: map[string]string{}}
		result = do(s)
		if s.conn.tidy() != nil {
			s.bad = true
		}
		if s.bad {
			return driver.ErrBadConn // Makes the pool throw the connection away.
		}
		return nil
	})
	if result == nil && !errors.Is(err, driver.ErrBadConn) {
		return err
	}
	return result
}

// transaction runs do between begin and COMMIT, and takes everything back when do
// fails or panics. Where COMMIT finds rows whose references lead nowhere, the error
// is a sentence that names them.
func (s *session) transaction(ctx context.Context, begin string, do func() error) error {
	if err := s.script(ctx, begin); err != nil {
		return err
	}
	done := false
	defer func() {
		if done {
			return
		}
		// SQLite may have rolled back by itself; then this fails and the connection is dropped.
		if s.script(context.WithoutCancel(ctx), "ROLLBACK") != nil {
			s.bad = true
		}
	}()
	if err := do(); err != nil {
		return err
	}
	if err := s.script(ctx, "COMMIT"); err != nil {
		return s.explainCommit(context.WithoutCancel(ctx), err)
	}
	done = true
	return nil
}

// explainCommit looks, in the transaction that could not be committed, for the rows at fault.
func (s *session) explainCommit(ctx context.Context, err error) error {
	if codeOf(err) != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY {
		return err
	}
	orphans, failed := s.orphans(ctx)
	if failed != nil || len(orphans) == 0 {
		return err
	}
	return refuseOrphans(orphans)
}

// cmpErr is the first error there is.
func cmpErr(first, second error) error {
	if first != nil {
		return first
	}
	return second
}

// script runs SQL without arguments, several statements if need be.
func (s *session) script(ctx context.Context, text string) error {
	_, err := s.conn.ExecContext(ctx, text, nil)
	return err
}

// prepare gives the statement that the connection keeps of a text.
func (s *session) prepare(ctx context.Context, text string) (driver.Stmt, error) {
	return s.conn.prepare(ctx, text)
}

// exec runs one short statement and says how many rows it changed; values come
// from bind. It cannot be stopped midway: watching a context would cost more than
// the statement does.
func (s *session) exec(ctx context.Context, text string, values []driver.Value) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	stmt, err := s.prepare(ctx, text)
	if err != nil {
		return 0, err
	}
	result, err := stmt.(driver.StmtExecContext).ExecContext(context.Background(), named(values))
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// query hands each row of the answer to each, in order.
func (s *session) query(ctx context.Context, text string, values []driver.Value, each func(*row) error) (err error) {
	stmt, err := s.prepare(ctx, text)
	if err != nil {
		return err
	}
	rows, err := stmt.(driver.StmtQueryContext).QueryContext(ctx, named(values))
	if err != nil {
		return err
	}
	defer func() { err = cmpErr(err, rows.Close()) }()
	r := &row{values: make([]driver.Value, len(rows.Columns())), words: s.words}
	for n := 1; ; n++ {
		if err := rows.Next(r.values); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		r.at = 0
		if err := cmpErr(each(r), r.err); err != nil {
			return err
		}
		if n%stopEvery == 0 && ctx.Err() != nil { // The driver itself looks only before the first row.
			return ctx.Err()
		}
	}
}

// stopEvery is after how many rows a long answer looks whether it is still wanted.
const stopEvery = 1024

// number is the one integer a query answers.
func (s *session) number(ctx context.Context, text string) (int64, error) {
	var n int64
	err := s.query(ctx, text, nil, func(r *row) error {
		n = r.long()
		return nil
	})
	return n, err
}

// text is the one value a query answers, as text; "" when there is no row.
func (s *session) text(ctx context.Context, query string) (string, error) {
	var t string
	err := s.query(ctx, query, nil, func(r *row) error {
		if v := r.next(); v != nil {
			t = fmt.Sprint(v)
		}
		return nil
	})
	return t, err
}

// collect gathers the rows of a query.
func collect[T any](ctx context.Context, s *session, text string, values []driver.Value, scan func(*row) T) ([]T, error) {
	return gather[T](ctx, s, nil, text, values, scan)
}

// gather adds the rows of a query to all.
func gather[T any](ctx context.Context, s *session, all []T, text string, values []driver.Value, scan func(*row) T) ([]T, error) {
	err := s.query(ctx, text, values, func(r *row) error {
		all = append(all, scan(r))
		return nil
	})
	return all, err
}

func named(values []driver.Value) []driver.NamedValue {
	args := make([]driver.NamedValue, len(values))
	for i, v := range values {
		args[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	return args
}
