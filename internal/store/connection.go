package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"strings"
	"sync"
)

// driven is what the driver's connections can do.
type driven interface {
	driver.Conn
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.SessionResetter
	driver.Validator
	// Serialize and Deserialize take a whole file out of memory and into it.
	Serialize() ([]byte, error)
	Deserialize(buf []byte) error
}

// connection is one of the driver's that keeps its prepared statements from one session to
// the next: to prepare one takes longer than to run it. It gives them back when it is
// closed, else SQLite would keep the file open.
type connection struct {
	driven
	stmts map[string]driver.Stmt
}

// mostKept is how many statements a connection keeps; a program that runs for days asks no
// more different ones.
const mostKept = 200

func (c *connection) prepare(ctx context.Context, text string) (driver.Stmt, error) {
	if stmt, ok := c.stmts[text]; ok {
		return stmt, nil
	}
	stmt, err := c.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	c.stmts[text] = stmt
	return stmt, nil
}

// tidy leaves the connection as the next session wants it. A pragma may have done what it
// does when it was prepared, so it is prepared anew each time.
func (c *connection) tidy() error {
	all := len(c.stmts) > mostKept
	return c.forget(func(text string) bool { return all || strings.HasPrefix(text, "PRAGMA") })
}

// forget gives statements back.
func (c *connection) forget(which func(text string) bool) error {
	var errs []error
	for text, stmt := range c.stmts {
		if which(text) {
			errs = append(errs, stmt.Close())
			delete(c.stmts, text)
		}
	}
	return errors.Join(errs...)
}

// Deserialize makes the connection another file in memory; its statements are of the one
// before.
func (c *connection) Deserialize(buf []byte) error {
	return errors.Join(c.forget(func(string) bool { return true }), c.driven.Deserialize(buf))
}

// Close is called by the pool, for whatever reason it lets the connection go.
func (c *connection) Close() error {
	return errors.Join(c.forget(func(string) bool { return true }), c.driven.Close())
}

// Unwrap is how the driver finds its own connection again.
func (c *connection) Unwrap() driver.Conn { return c.driven }

// connector opens connections for a pool.
type connector struct {
	driver driver.Driver
	dsn    string
}

func (c connector) Driver() driver.Driver { return c.driver }

func (c connector) Connect(context.Context) (driver.Conn, error) {
	opened, err := c.driver.Open(c.dsn)
	if err != nil {
		return nil, err
	}
	able, ok := opened.(driven)
	if !ok {
		return nil, errors.Join(errors.New("store: the driver lacks contexts or images"), opened.Close())
	}
	return &connection{driven: able, stmts: map[string]driver.Stmt{}}, nil
}

// sqliteDriver is the driver as it registered itself.
var sqliteDriver = sync.OnceValue(func() driver.Driver {
	named, err := sql.Open("sqlite", "")
	if err != nil {
		panic("store: the SQLite driver is not linked in: " + err.Error())
	}
	_ = named.Close() // it opened nothing
	return named.Driver()
})

// openPool prepares connections without opening one yet.
func openPool(dsn string, size int) *sql.DB {
	pool := sql.OpenDB(connector{sqliteDriver(), dsn})
	pool.SetMaxOpenConns(size)
	pool.SetMaxIdleConns(size)
	return pool
}
