package view

import (
	"cmp"
	"context"
	"maps"
	"sync"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// book remembers answers by what was asked.
type book[K comparable, V any] struct {
	mu   sync.Mutex
	rows map[K]V
}

func (b *book[K, V]) get(k K) (V, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	v, ok := b.rows[k]
	return v, ok
}

func (b *book[K, V]) put(k K, v V) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.rows == nil {
		b.rows = map[K]V{}
	}
	b.rows[k] = v
}

// of is the answer to k, first what make gives.
func (b *book[K, V]) of(k K, fresh func() V) V {
	b.mu.Lock()
	defer b.mu.Unlock()
	v, ok := b.rows[k]
	if !ok {
		if b.rows == nil {
			b.rows = map[K]V{}
		}
		v = fresh()
		b.rows[k] = v
	}
	return v
}

func (b *book[K, V]) all() map[K]V {
	b.mu.Lock()
	defer b.mu.Unlock()
	return maps.Clone(b.rows)
}

// judged is a year's answers, or what is known of them from the view before.
type judged struct {
	turn chan struct{} // held by who judges; the others wait for the same answers
	all  *law.Verdicts // nil until judged
	// Of a year judged before a change: before was right but for the answers of whom.
	before *law.Verdicts
	whom   map[tdkt.Subject]bool
}

func newJudged() *judged { return &judged{turn: make(chan struct{}, 1)} }

// Answers judges every title of everyone in the year, and the titles asked apart of those
// they concern; computed once for each View, and after a change only for those it touched.
func (v *View) Answers(ctx context.Context, year int) (*law.Verdicts, error) {
	j := v.answers.of(year, newJudged)
	select {
	case j.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-j.turn }()
	switch {
	case j.all != nil:
	case j.before != nil:
		j.all = j.before.After(v.Facts, j.whom, v.nominated(year))
	default:
		all, err := v.Rules.Verdicts(ctx, v.Facts, year, v.nominated(year))
		if err != nil {
			return nil, err
		}
		j.all = all
	}
	j.before, j.whom = nil, nil
	return j.all, nil
}

// Brief is an answer with the needs it rests on, without what was seen of each.
func (v *View) Brief(r law.Result) law.Result {
	full, err := v.Rules.Judge(v.Facts, law.Question{Year: r.Year, Subject: r.Subject, Title: r.Title, Brief: true})
	if err != nil {
		return r // judged by these facts, so that it never comes to this
	}
	return full
}

// nominated tells who is put forward for a title in a year: titles asked apart are asked of
// those too.
func (v *View) nominated(year int) func(s tdkt.Subject, title string) bool {
	list := map[slot]bool{}
	for _, n := range v.Nominations {
		if n.Year == year && n.State != tdkt.Withdrawn {
			list[slot{n.Subject, n.Title}] = true
		}
	}
	return func(s tdkt.Subject, title string) bool { return len(list) > 0 && list[slot{s, title}] }
}

// After is the view of what the file holds after a change. It keeps what the view
// before had worked out and the change did not touch.
func (v *View) After(d *tdkt.Data) *View {
	if touches(d.Since, tdkt.NounRegulation) {
		return NewView(d, v.Statute)
	}
	facts, whom := v.Facts.After(&d.Snapshot, v.Rules, d.Since)
	n := viewOf(d, v.Rules, facts)
	if x, changed := d.Since[tdkt.NounNomination]; changed && x.Whole {
		whom = nil
	}
	n.Statute, n.unread = v.Statute, v.unread
	if whom != nil {
		if x, changed := d.Since[tdkt.NounNomination]; changed {
			nominees(v.Nominations, x.Gone, whom)
			nominees(d.Nominations, x.Fresh, whom)
		}
		for year, j := range v.answers.all() {
			if next := j.next(whom); next != nil {
				n.answers.put(year, next)
			}
		}
	}
	n.keepNames(v, d.Since)
	return n
}

// next is what is known of a year's answers after a change; nil where that is nothing,
// or where they are being worked out just now.
func (j *judged) next(whom map[tdkt.Subject]bool) *judged {
	select {
	case j.turn <- struct{}{}:
	default:
		return nil
	}
	defer func() { <-j.turn }()
	n := newJudged()
	if n.before = cmp.Or(j.all, j.before); n.before == nil {
		return nil
	}
	n.whom = maps.Clone(whom)
	for s := range j.whom {
		n.whom[s] = true
	}
	return n
}

// nominees adds whom these nominations are of.
func nominees(list []tdkt.Nomination, at []int, whom map[tdkt.Subject]bool) {
	for _, i := range at {
		whom[list[i].Subject] = true
	}
}
