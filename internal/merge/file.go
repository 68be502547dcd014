package merge

import (
	"bytes"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// file is a data file as its history tells of it.
type file struct {
	line []*node           // its own entries, oldest first
	rows map[rowKey][]byte // what stands in it
}

// known is everything the file knows of.
func (p *pool) all(f *file) bits {
	if len(f.line) == 0 {
		return nil
	}
	return p.known(f.line[len(f.line)-1])
}

// load follows a history from its first entry.
func (p *pool) load(entries []tdkt.Entry) (*file, error) {
	f := &file{rows: map[rowKey][]byte{}}
	for _, e := range entries {
		if err := p.entry(f, e); err != nil {
			return nil, fmt.Errorf("entry %d: %w", e.Seq, err)
		}
	}
	return f, nil
}

// entry follows one entry.
func (p *pool) entry(f *file, e tdkt.Entry) error {
	merged, err := mergeOf(e)
	if err != nil {
		return err
	}
	brought, err := p.bring(e, merged)
	if err != nil {
		return err
	}
	for _, r := range e.Rows {
		switch k := (rowKey{r.Noun, r.Key}); {
		case r.Noun == tdkt.NounMerge:
		case r.After == nil:
			delete(f.rows, k)
		default:
			f.rows[k] = r.After
		}
	}
	n := p.byID[e.Hash]
	if n == nil {
		if n, err = p.newNode(f, e, merged, brought != nil); err != nil {
			return err
		}
	}
	f.line = append(f.line, n)
	if brought != nil {
		n.loose = &brought.standing
	}
	return nil
}

// bring takes in what a merge brought with it, nil for an entry that is none.
func (p *pool) bring(e tdkt.Entry, merged *tdkt.Merge) (*past, error) {
	if merged == nil || merged.Past == "" || e.Undoes != 0 {
		return nil, nil
	}
	brought, err := readPast(merged.Past)
	if err != nil {
		return nil, err
	}
	for _, n := range brought.Nodes {
		if p.byID[n.ID] != nil {
			continue
		}
		if err := p.add(n); err != nil {
			return nil, err
		}
	}
	return brought, nil
}

// newNode makes the node of an entry that no other file told of.
func (p *pool) newNode(f *file, e tdkt.Entry, merged *tdkt.Merge, merges bool) (*node, error) {
	n := &node{ID: e.Hash}
	if len(f.line) > 0 {
		n.Prev = f.line[len(f.line)-1].ID
	}
	switch turned := f.turned(e); {
	case merges:
		n.Other = merged.Head
		return n, p.add(n)
	case turned != nil:
		n.Turns, n.Holds = turned.ID, merged != nil
		return n, p.turn(f, n, turned)
	}
	for _, r := range e.Rows {
		if r.Noun != tdkt.NounMerge {
			n.Edits = append(n.Edits, r)
		}
	}
	if len(n.Edits) > 0 {
		n.Standing = p.saysOf(f)
	}
	return n, p.add(n)
}

// turned is the merge that an entry takes back or does again, nil where it is another
// entry. A merge of an older program, which did not keep what it brought, is an edit.
func (f *file) turned(e tdkt.Entry) *node {
	merges := slices.ContainsFunc(e.Rows, func(r tdkt.RowChange) bool { return r.Noun == tdkt.NounMerge })
	if !merges || e.Undoes < 1 || e.Undoes > int64(len(f.line)) {
		return nil
	}
	n := f.line[e.Undoes-1]
	if n.Turns != "" {
		at := slices.IndexFunc(f.line, func(m *node) bool { return m.ID == n.Turns })
		if at < 0 {
			return nil
		}
		n = f.line[at]
	}
	if n.Other == "" {
		return nil
	}
	return n
}

// saysOf is what the next change in the file has to say of rows that it does not change.
func (p *pool) saysOf(f *file) standing {
	for _, n := range slices.Backward(f.line) {
		switch {
		case len(n.Edits) > 0 && n.Turns == "":
			return standing{}
		case n.Other == "" && n.Turns == "":
			continue
		}
		if n.loose == nil {
			n.loose = p.fold(p.known(n)).loose()
		}
		s := standing{United: n.loose.United}
		for _, k := range n.loose.Kept {
			if f.rows[k] != nil {
				s.Kept = append(s.Kept, k)
			}
		}
		return s
	}
	return standing{}
}

// turn adds a node by which a merge ceased to hold, or holds again. The file says how
// each row stands then. Where that is not what follows from the rest, what was done to the
// row since the merge is taken back with it; and what still differs was set by hand.
func (p *pool) turn(f *file, n, merge *node) error {
	if err := p.add(n); err != nil {
		return err
	}
	got := p.fold(p.known(n))
	differ, err := p.differ(f, got)
	if err != nil {
		return err
	}
	if len(differ) > 0 {
		p.takeBack(f, n, merge, got, differ)
		got = p.fold(p.known(n))
		if differ, err = p.differ(f, got); err != nil {
			return err
		}
		for _, k := range differ {
			r := tdkt.RowChange{Noun: k.Noun, Key: k.Key, Before: got.row(k), After: f.rows[k]}
			n.Edits = append(n.Edits, r)
			if err := p.edit(n, r); err != nil {
				return err
			}
		}
		if len(differ) > 0 {
			got = p.fold(p.known(n))
		}
	}
	n.loose = got.loose()
	return nil
}

// takeBack voids what the file did since a merge to rows that differ.
func (p *pool) takeBack(f *file, n, merge *node, got *folded, differ []rowKey) {
	classes := map[rowKey]bool{}
	for _, k := range differ {
		classes[got.of(k)] = true
	}
	since := slices.Index(f.line, merge)
	for _, made := range f.line[since+1:] {
		rows := slices.Clone(made.Standing.Kept)
		for _, r := range made.Edits {
			rows = append(rows, rowKey{r.Noun, r.Key})
		}
		for _, u := range made.Standing.United {
			rows = append(rows, u.A, u.B)
		}
		for _, k := range rows {
			if v := (void{made.ID, k}); classes[got.of(k)] && !slices.Contains(n.Voids, v) {
				n.Voids = append(n.Voids, v)
				p.voids = append(p.voids, fact{by: n, void: v})
			}
		}
	}
}

// differ are the rows that do not stand in the file as they follow from what it knows.
func (p *pool) differ(f *file, got *folded) ([]rowKey, error) {
	all := map[rowKey]bool{}
	for k := range f.rows {
		all[k] = true
	}
	for k := range got.states {
		all[k] = true
	}
	var list []rowKey
	for _, k := range sortedKeys(all) {
		stands, err := p.tidy(k, f.rows[k])
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(stands, got.row(k)) {
			list = append(list, k)
		}
	}
	return list, nil
}

// tidied is a row of a file and what tidy made of it.
type tidied struct{ from, to []byte }

// tidy is a row as the parts of it make one.
func (p *pool) tidy(k rowKey, raw []byte) ([]byte, error) {
	if raw == nil {
		return nil, nil
	}
	if t := p.tidied[k]; bytes.Equal(t.from, raw) {
		return t.to, nil
	}
	parts, err := p.split(k.Noun, raw)
	if err != nil {
		return nil, err
	}
	t := tidied{raw, assemble(k.Key, parts)}
	p.tidied[k] = t
	return t.to, nil
}

// row is a row as it stands, nil where none does.
func (f *folded) row(k rowKey) []byte {
	s := f.states[k]
	if s == nil || !s.alive {
		return nil
	}
	return s.row
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
