// Package merge works out how the data files of two PCs become one. It looks only at
// their histories, and writes nothing.
//
// The data of a file follow from the set of changes it knows of: its own, and those that
// merges brought which still hold. A merge joins two such sets; one that was undone
// is out of the set again, wherever it lies. As the data follow from the set alone, it does
// not matter who merges with whom, in which order, how often.
//
// A change counts before all it knew of. Of two that did not know of each other one counts,
// part by part (a field, or fields that belong together): that which had more changes of the
// row before it, else that whose entry has the greater hash. No clock has a say. The other is
// listed as a conflict, before anything is written, and stays in the history.
package merge

import (
	"bytes"
	"fmt"
	"slices"

	"tdkt/internal/tdkt"
)

// Plan is what a merge would do to our file.
type Plan struct {
	Rows      []Row
	Conflicts []Conflict
	Clashes   []Clash // what a person must settle first: with any, nothing may be written
	Past      string  // what the file keeps of the other one

	news int // changes not known here
}

// Row is a row of our file that changes; nil JSON is no row.
type Row struct {
	Noun          tdkt.Noun
	Key           tdkt.ID
	Before, After []byte
	Kept          bool // it was removed on one side and stays because the other side's rows refer to it
}

// Conflict is a part of a row that both sides changed, each without seeing the other.
type Conflict struct {
	Noun         tdkt.Noun
	Key          tdkt.ID // of our row
	Ours, Theirs []byte  // the rows; nil is no row
	TheirsCounts bool
}

// Clash is two rows that one code names and that are not the same person or unit.
type Clash struct {
	Noun         tdkt.Noun
	Ours, Theirs []byte
}

// Empty says whether the merge has nothing to tell our file.
func (p *Plan) Empty() bool { return p.news == 0 }

// Base is the number of the last entry that two chains of hashes share.
func Base(ours, theirs []string) int64 {
	n := 0
	for n < len(ours) && n < len(theirs) && ours[n] == theirs[n] {
		n++
	}
	return int64(n)
}

// Work compares two whole histories, oldest entries first.
func Work(ours, theirs []tdkt.Entry) (*Plan, error) {
	p := newPool()
	a, err := p.load(ours)
	if err != nil {
		return nil, fmt.Errorf("merge: our history: %w", err)
	}
	own := len(p.nodes)
	b, err := p.load(theirs)
	if err != nil {
		return nil, fmt.Errorf("merge: their history: %w", err)
	}
	plan := &Plan{}
	m := &comparison{p: p, file: a, ours: p.all(a), theirs: p.all(b)}
	for _, n := range p.nodes {
		if m.theirs.has(n.at) && !m.ours.has(n.at) && (len(n.Edits) > 0 || len(n.Voids) > 0) {
			plan.news++
		}
	}
	if plan.news == 0 {
		return plan, nil
	}
	both := slices.Clone(m.ours)
	both.join(m.theirs)
	m.a, m.b, m.both = p.fold(m.ours), p.fold(m.theirs), p.fold(both)
	plan.Clashes = m.clashes()
	if plan.Rows, err = m.rows(); err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	plan.Conflicts = m.conflicts()
	kept := past{Nodes: p.nodes[own:], standing: *m.both.loose()}
	if plan.Past, err = kept.text(); err != nil {
		return nil, fmt.Errorf("merge: %w", err)
	}
	return plan, nil
}

// comparison is our file, the other's, and what both make together.
type comparison struct {
	p            *pool
	file         *file
	ours, theirs bits
	a, b, both   *folded
}

// rows are what changes in our file.
func (m *comparison) rows() ([]Row, error) {
	differ, err := m.p.differ(m.file, m.both)
	if err != nil {
		return nil, err
	}
	var list []Row
	for _, k := range differ {
		before, err := m.p.tidy(k, m.file.rows[k])
		if err != nil {
			return nil, err
		}
		list = append(list, Row{Noun: k.Noun, Key: k.Key, Before: before, After: m.both.row(k), Kept: before == nil && m.both.kept[k]})
	}
	return list, nil
}

// clashes name our row first.
func (m *comparison) clashes() []Clash {
	list := m.both.clashes
	for i, c := range list {
		if !m.holds(c.Noun, c.Ours) && m.holds(c.Noun, c.Theirs) {
			list[i].Ours, list[i].Theirs = c.Theirs, c.Ours
		}
	}
	return list
}

// holds says whether a row stands in our file.
func (m *comparison) holds(noun tdkt.Noun, raw []byte) bool {
	var row struct {
		ID tdkt.ID `json:"id"`
	}
	return decode(raw, &row) == nil && m.file.rows[rowKey{noun, row.ID}] != nil
}

// conflicts are the rows that both sides changed, each without seeing the other.
func (m *comparison) conflicts() []Conflict {
	members := map[rowKey][]rowKey{}
	for k, to := range m.both.stands {
		members[to] = append(members[to], k)
	}
	var list []Conflict
	for _, k := range sortedKeys(m.both.states) {
		s := m.both.states[k]
		rows := append(members[k], k)
		a, b := m.a.among(rows), m.b.among(rows)
		if a == nil || b == nil {
			continue
		}
		c := Conflict{Noun: k.Noun, Key: k.Key, Ours: m.a.row(a.rowKey), Theirs: m.b.row(b.rowKey)}
		if a.alive {
			c.Key = a.Key
		}
		switch {
		case a.alive && b.alive:
			var is bool
			if is, c.TheirsCounts = m.apart(s, a, b); !is {
				continue
			}
		case !a.alive && !b.alive, a.alive && !m.removedUnseen(b, a, m.ours, m.theirs), b.alive && !m.removedUnseen(a, b, m.theirs, m.ours):
			continue
		default:
			c.TheirsCounts = s.alive == b.alive
		}
		list = append(list, c)
	}
	return list
}

// among is the state of a class as one side has it.
func (f *folded) among(rows []rowKey) *state {
	var found *state
	for _, k := range slices.SortedFunc(slices.Values(rows), compareKeys) {
		if s := f.states[f.of(k)]; s != nil && (found == nil || s.alive && !found.alive) {
			found = s
		}
	}
	return found
}

// apart says whether two sides gave a part different values without knowing of each
// other, and whether any of theirs counts.
func (m *comparison) apart(s, a, b *state) (is, theirs bool) {
	parts := a.named()
	for part := range b.named() {
		parts[part] = true
	}
	for part := range parts {
		x, y := a.get(part), b.get(part)
		one, two := retargeted(x.value, m.both.ids), retargeted(y.value, m.both.ids)
		if one == two || m.seen(x, m.theirs) || m.seen(y, m.ours) {
			continue
		}
		is = true
		theirs = theirs || retargeted(s.get(part).value, m.both.ids) == two
	}
	return is, theirs
}

// seen says whether a side knows of a version.
func (m *comparison) seen(v version, known bits) bool {
	return v.from == nil || known.has(v.from.by.at)
}

// removedUnseen says whether a row was removed on one side by somebody whom the other
// side does not know of, and changed there.
func (m *comparison) removedUnseen(gone, alive *state, knownAlive, knownGone bits) bool {
	removed := slices.ContainsFunc(gone.changes, func(c *change) bool { return c.gone && !knownAlive.has(c.by.at) })
	return removed && slices.ContainsFunc(alive.changes, func(c *change) bool {
		return !alive.dead[c] && len(c.parts) > 0 && !knownGone.has(c.by.at)
	}) && !bytes.Equal(gone.text, alive.text)
}
