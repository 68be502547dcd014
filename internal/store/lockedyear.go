package store

import (
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// lockedYears are the years that refuse changes.
func (s *session) lockedYears(ctx context.Context) (map[int]bool, error) {
	years, err := collect(ctx, s, `SELECT year FROM year WHERE locked`, nil, (*row).int)
	if err != nil {
		return nil, fmt.Errorf("store: read the locked years: %w", err)
	}
	locked := map[int]bool{}
	for _, y := range years {
		locked[y] = true
	}
	return locked, nil
}

// refuseLocked refuses a transaction that changed the work of a year which was
// locked when it began. It stands behind every way to write, so that no method can
// forget it. The one thing a locked year lets through is its own unlocking, also by taking
// its locking back, with nothing else of the year in the same step.
func (tx *Tx) refuseLocked(head entryHead) error {
	if len(tx.locked) == 0 {
		return nil
	}
	for _, c := range tx.changes {
		if tx.idle(c) || unlocks(c) {
			continue
		}
		for _, rec := range []tdkt.Record{c.before, c.after} {
			if y, ok := tx.lockedYear(rec); ok {
				return refuseLockedYear(y, head)
			}
		}
	}
	return nil
}

// lockedYear is the locked year a record belongs to.
func (tx *Tx) lockedYear(rec tdkt.Record) (int, bool) {
	first, last, yearly := tdkt.WorkYears(rec)
	for y := first; yearly && y <= last; y++ {
		if tx.locked[y] {
			return y, true
		}
	}
	return 0, false
}

// unlocks says whether a change does nothing but unlock a year.
func unlocks(c change) bool {
	before, ok := c.before.(tdkt.Year)
	if !ok {
		return false
	}
	after, ok := c.after.(tdkt.Year)
	if c.after == nil { // taken back is the locking of a year that had no row
		after, ok = tdkt.Year{ID: before.ID, Year: before.Year}, true
	}
	before.Locked = false
	return ok && before == after
}

func refuseLockedYear(year int, head entryHead) error {
	if head.undoes != 0 {
		return tdkt.Errorf(tdkt.Invalid, "Không hoàn tác được mục số %d vì năm %d đã khóa. Hãy mở khóa năm (nêu lý do) rồi làm lại.", head.undoes, year)
	}
	return tdkt.Errorf(tdkt.Invalid, "Năm %d đã khóa nên chưa ghi gì. Hãy mở khóa năm (nêu lý do) rồi làm lại.", year)
}
