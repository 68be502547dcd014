package merge

import (
	"fmt"
	"slices"
	"time"

	"tdkt/internal/tdkt"
)

// walk follows every row through the entries. A merge that was undone never was: neither
// it nor its undoing is followed, wherever they lie, so that all files tell it alike and
// doing it again does the same.
func walk(entries []tdkt.Entry) (map[rowKey]*state, error) {
	w := &walker{rows: map[rowKey]*state{}, byID: map[tdkt.ID]rowKey{}, turns: turnsOf(entries)}
	for _, e := range entries {
		if err := w.entry(e); err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.Seq, err)
		}
	}
	return w.rows, nil
}

type walker struct {
	rows  map[rowKey]*state
	byID  map[tdkt.ID]rowKey
	turns turns
}

// turns are the merges that were undone or done again, and where.
type turns struct {
	root   map[int64]int64 // the merge that an entry undoes or does again
	undone map[int64]bool  // merges that do not hold in the end
	last   map[int64]int64 // the last turn of a merge
}

// turnsOf looks through the entries for them.
func turnsOf(entries []tdkt.Entry) turns {
	t := turns{root: map[int64]int64{}, undone: map[int64]bool{}, last: map[int64]int64{}}
	for _, e := range entries {
		if !turning(e) {
			continue
		}
		root, ok := t.root[e.Undoes]
		if !ok {
			root = e.Undoes
		}
		t.root[e.Seq], t.last[root] = root, e.Seq
		t.undone[root] = !t.undone[root]
	}
	return t
}

// turning says whether an entry takes back a merge, or takes that back.
func turning(e tdkt.Entry) bool {
	return e.Undoes != 0 && slices.ContainsFunc(e.Rows, func(r tdkt.RowChange) bool { return r.Noun == tdkt.NounMerge })
}

// Reach is from where two files must be compared that share the entries up to base: from
// before the first merge that one of them has undone or done again since.
func Reach(base int64, sides ...[]tdkt.Entry) int64 {
	reach := base
	for _, side := range sides {
		for _, e := range side {
			if turning(e) {
				reach = min(reach, e.Undoes-1)
			}
		}
	}
	return reach
}

// turn holds the rows after the last turn of a merge against what they are without it: a
// row that was changed in between and changed back is as the turn left it.
func (w *walker) turn(e tdkt.Entry, root int64) error {
	if w.turns.last[root] != e.Seq {
		return nil
	}
	at, err := time.Parse(time.RFC3339, e.At)
	if err != nil {
		return err
	}
	for _, r := range e.Rows {
		if r.Noun == tdkt.NounMerge {
			continue
		}
		s, ok := w.rows[rowKey{r.Noun, r.Key}]
		if !ok || s.says(r.After) {
			continue
		}
		if err := s.apply(r, at.UnixNano(), nil); err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) entry(e tdkt.Entry) error {
	if root, ok := w.turns.root[e.Seq]; ok {
		return w.turn(e, root)
	}
	if w.turns.undone[e.Seq] {
		return nil
	}
	made, err := mergeOf(e)
	if err != nil {
		return err
	}
	at, err := time.Parse(time.RFC3339, e.At)
	if err != nil {
		return err
	}
	origins := newOrigins(made)
	for _, r := range e.Rows {
		if r.Noun == tdkt.NounMerge {
			continue
		}
		k := rowKey{r.Noun, r.Key}
		s, err := w.state(k, r)
		if err != nil {
			return err
		}
		if err := s.apply(r, at.UnixNano(), origins); err != nil {
			return err
		}
	}
	w.learn(made, origins)
	return nil
}

// state is what is known of a row, beginning with how the entry found it.
func (w *walker) state(k rowKey, r tdkt.RowChange) (*state, error) {
	if s, ok := w.rows[k]; ok {
		return s, nil
	}
	s, err := newState(k, r.Before)
	if err != nil {
		return nil, err
	}
	w.rows[k], w.byID[k.key] = s, k
	return s, nil
}

// learn notes what a merge saw and did not take, and the moments it raised.
func (w *walker) learn(made *tdkt.Merge, origins origins) {
	if made == nil {
		return
	}
	for _, u := range made.United {
		k := rowKey{u.Noun, u.Drop}
		if w.rows[k] == nil {
			w.rows[k], w.byID[k.key] = emptyState(k), k
		}
		w.rows[k].became = u.Keep
	}
	for _, l := range made.Losers {
		if s, ok := w.rows[rowKey{l.Noun, l.Key}]; ok {
			s.lost(l.Part, version{l.At, l.Value})
		}
	}
	for id, moments := range origins {
		s, ok := w.rows[w.byID[id]]
		if !ok {
			continue
		}
		for part, at := range moments {
			s.raise(part, at)
		}
	}
}

// mergeOf is the record a merge left in its entry, nil for another entry.
func mergeOf(e tdkt.Entry) (*tdkt.Merge, error) {
	for _, r := range e.Rows {
		if r.Noun != tdkt.NounMerge || r.After == nil {
			continue
		}
		made := &tdkt.Merge{}
		return made, decode(r.After, made)
	}
	return nil, nil
}
