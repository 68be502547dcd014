package store

import (
	"context"

	"tdkt/internal/tdkt"
)

// read runs do in one read transaction: everything it sees is of one moment.
func (db *DB) read(ctx context.Context, do func(*session) error) error {
	return onConn(ctx, db.reader, func(s *session) error {
		return s.transaction(ctx, "BEGIN DEFERRED", func() error { return do(s) })
	})
}

// Snapshot reads every fact the law needs. Units and people come in the order of
// their codes, years and local values in the order of their years, all else in
// the order of the keys, which is the order of entry.
func (db *DB) Snapshot(ctx context.Context) (*tdkt.Snapshot, error) {
	snap := &tdkt.Snapshot{}
	err := db.read(ctx, func(s *session) error { return fill(ctx, s, snap) })
	if err != nil {
		return nil, explain(db.path, "read everything", err)
	}
	return snap, nil
}

func fill(ctx context.Context, s *session, snap *tdkt.Snapshot) error {
	var org []tdkt.Org
	for _, load := range []func() error{
		into(ctx, s, orgs(), &org),
		into(ctx, s, units(), &snap.Units),
		into(ctx, s, people(), &snap.People),
		into(ctx, s, posts(), &snap.Posts),
		into(ctx, s, disciplines(), &snap.Disciplines),
		into(ctx, s, absences(), &snap.Absences),
		into(ctx, s, holds(), &snap.Holds),
		into(ctx, s, ratings(), &snap.Ratings),
		into(ctx, s, initiatives(), &snap.Initiatives),
		into(ctx, s, awards(), &snap.Awards),
		into(ctx, s, pledges(), &snap.Pledges),
		into(ctx, s, ticks(), &snap.Ticks),
		into(ctx, s, exceptions(), &snap.Exceptions),
		into(ctx, s, locals(), &snap.Locals),
		into(ctx, s, years(), &snap.Years),
	} {
		if err := load(); err != nil {
			return err
		}
	}
	if len(org) > 0 {
		snap.Org = org[0]
	}
	return nil
}

// into is the loading of one table.
func into[T tdkt.Record](ctx context.Context, s *session, t table[T], list *[]T) func() error {
	return func() (err error) {
		*list, err = t.all(ctx, s)
		return err
	}
}

// Nominations lists the nominations of a year, or of all years for 0, by year and order of entry.
func (db *DB) Nominations(ctx context.Context, year int) ([]tdkt.Nomination, error) {
	var list []tdkt.Nomination
	err := db.read(ctx, func(s *session) (err error) {
		if year == 0 {
			list, err = nominations().all(ctx, s)
		} else {
			list, err = nominations().where(ctx, s, "year = ?", int64(year))
		}
		return err
	})
	return list, explain(db.path, "read nominations", err)
}

// Work reads everything that carries plans out: plans by year and order of entry, tasks
// by year and deadline, all else in the order of entry.
func (db *DB) Work(ctx context.Context) (tdkt.Work, error) {
	var w tdkt.Work
	err := db.read(ctx, func(s *session) error {
		for _, load := range []func() error{
			into(ctx, s, plans(), &w.Plans),
			into(ctx, s, tasks(), &w.Tasks),
			into(ctx, s, movements(), &w.Movements),
			into(ctx, s, participants(), &w.Participants),
			into(ctx, s, examples(), &w.Examples),
			into(ctx, s, events(), &w.Events),
			into(ctx, s, attendances(), &w.Attendances),
			into(ctx, s, pacts(), &w.Pacts),
		} {
			if err := load(); err != nil {
				return err
			}
		}
		return nil
	})
	return w, explain(db.path, "read the year's work", err)
}
