package merge

import (
	"fmt"
	"time"

	"tdkt/internal/tdkt"
)

// walk follows every row through the entries.
func walk(entries []tdkt.Entry) (map[rowKey]*state, error) {
	w := &walker{rows: map[rowKey]*state{}, byID: map[tdkt.ID]rowKey{}, before: map[int64]map[rowKey]*state{}}
	for _, e := range entries {
		if err := w.entry(e); err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.Seq, err)
		}
	}
	return w.rows, nil
}

type walker struct {
	rows   map[rowKey]*state
	byID   map[tdkt.ID]rowKey
	before map[int64]map[rowKey]*state // rows as a merge found them, by its entry
}

func (w *walker) entry(e tdkt.Entry) error {
	if found, ok := w.before[e.Undoes]; ok && e.Undoes != 0 {
		for k, s := range found { // an undone merge never was: doing it again must do the same
			w.rows[k] = s
		}
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
	if made != nil {
		w.before[e.Seq] = w.snapshot(e, made)
	}
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

// snapshot keeps the rows that a merge is going to touch, as they are.
func (w *walker) snapshot(e tdkt.Entry, made *tdkt.Merge) map[rowKey]*state {
	found := map[rowKey]*state{}
	keep := func(k rowKey) {
		if s, ok := w.rows[k]; ok {
			found[k] = s.clone()
		}
	}
	for _, r := range e.Rows {
		keep(rowKey{r.Noun, r.Key})
		if _, ok := w.rows[rowKey{r.Noun, r.Key}]; !ok && r.Noun != tdkt.NounMerge {
			if s, err := newState(rowKey{r.Noun, r.Key}, r.Before); err == nil {
				found[s.rowKey] = s
			}
		}
	}
	for _, l := range made.Losers {
		keep(rowKey{l.Noun, l.Key})
	}
	for _, u := range made.United {
		k := rowKey{u.Noun, u.Drop}
		if keep(k); found[k] == nil {
			found[k] = emptyState(k)
		}
	}
	for id := range newOrigins(made) {
		keep(w.byID[id])
	}
	return found
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
