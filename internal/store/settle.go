package store

import (
	"context"
	"sync"
	"time"
)

// settleAgain is how soon the log is looked at again when a reader of an older state
// stood in the way.
const settleAgain = 50 * time.Millisecond

// settler brings what the write-ahead log holds into the file itself, so that the file
// alone, copied while it is open, has every change that was acknowledged.
type settler struct {
	mu     sync.Mutex
	again  *time.Timer // nil while nothing is left to do
	closed bool
	under  sync.WaitGroup // tries that were put off and have not ended
}

// settle does so after a change, on the connection that made it. The change is safe in
// the log whatever comes of it: a disk that is full or a reader of an older state only
// puts it off.
func (db *DB) settle(ctx context.Context, s *session) {
	if !db.logging.Load() && !db.beginLog(context.WithoutCancel(ctx), s) {
		return // the change went into the file itself
	}
	if !s.settled(context.WithoutCancel(ctx)) {
		db.settleLater()
	}
}

// beginLog has the changes that follow go through a write-ahead log, which is twice as
// quick. Its mark in the head of the file says that a program has the file open: a copy
// with the mark is read whole before it is used. The first change comes before it, so
// that a file in which nothing was changed stays as it was to the last byte. Where there
// can be no log the file goes on without.
func (db *DB) beginLog(ctx context.Context, s *session) bool {
	mode, err := s.text(ctx, "PRAGMA journal_mode = WAL")
	if err == nil && mode == "wal" {
		db.logging.Store(true)
	}
	return db.logging.Load()
}

// markClosed takes the mark away. Where another program reads the file it stays, and
// nothing is lost by it.
func (db *DB) markClosed() {
	ctx := context.Background()
	_ = db.onWriter(ctx, func(s *session) error {
		return s.script(ctx, "PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE")
	})
}

// settled says whether the whole log is in the file now. Nobody is waited for.
func (s *session) settled(ctx context.Context) bool {
	done := false
	err := s.query(ctx, `PRAGMA wal_checkpoint(PASSIVE)`, nil, func(r *row) error {
		busy, log, moved := r.long(), r.long(), r.long()
		done = busy == 0 && log == moved
		return nil
	})
	return err == nil && done
}

// settleLater tries again in a moment, and again until it is done or the file is closed.
func (db *DB) settleLater() {
	st := &db.settler
	st.mu.Lock()
	defer st.mu.Unlock()
	if st.closed || st.again != nil {
		return
	}
	st.under.Add(1)
	st.again = time.AfterFunc(settleAgain, func() {
		defer st.under.Done()
		if st.begin() && !db.settleNow() {
			db.settleLater()
		}
	})
}

// settleNow takes the writer's place for a moment.
func (db *DB) settleNow() (done bool) {
	err := db.onWriter(context.Background(), func(s *session) error {
		done = s.settled(context.Background())
		return nil
	})
	return done && err == nil
}

// begin says whether a try that was put off is still wanted. The lock is not held while
// it waits for the writer, who may be waiting for the lock.
func (st *settler) begin() bool {
	st.mu.Lock()
	defer st.mu.Unlock()
	st.again = nil
	return !st.closed
}

// stop ends the trying; a try under way is waited for.
func (st *settler) stop() {
	st.mu.Lock()
	st.closed = true
	if st.again != nil && st.again.Stop() {
		st.under.Done()
	}
	st.mu.Unlock()
	st.under.Wait()
}
