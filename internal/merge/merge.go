// Package merge works out how the data files of two PCs become one. It looks only at
// what each history did to its rows since the two were one file, and writes nothing.
//
// Each part of a row (a field, or fields that belong together) has a version: its
// value and the moment it was given, which never runs backwards for one row even
// where a clock was set back. Of two versions the later counts, whoever merges with
// whom and in which order, so that all PCs end with the same data. A version that
// lost without ever having been seen by the other side is a conflict: it is listed,
// and kept in the history.
package merge

import (
	"fmt"
	"maps"
	"slices"

	"tdkt/internal/tdkt"
)

// Plan is what a merge would do to our file.
type Plan struct {
	Rows      []Row
	Conflicts []Conflict
	Clashes   []Clash // what a person must settle first: with any, nothing may be written
	Origins   []tdkt.Origin
	Losers    []tdkt.Loser
	United    []tdkt.United
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
func (p *Plan) Empty() bool {
	return len(p.Rows)+len(p.Clashes)+len(p.Origins)+len(p.Losers)+len(p.United) == 0
}

// Base is the number of the last entry that two chains of hashes share.
func Base(ours, theirs []string) int64 {
	n := 0
	for n < len(ours) && n < len(theirs) && ours[n] == theirs[n] {
		n++
	}
	return int64(n)
}

// Work compares what two files did after the last entry they share, oldest first.
func Work(ours, theirs []tdkt.Entry) (*Plan, error) {
	a, err := walk(ours)
	if err != nil {
		return nil, fmt.Errorf("merge: our history: %w", err)
	}
	b, err := walk(theirs)
	if err != nil {
		return nil, fmt.Errorf("merge: their history: %w", err)
	}
	m := &merger{ours: a, theirs: b, joined: map[rowKey]*state{}, before: map[rowKey][]byte{}, plan: &Plan{}, kept: map[rowKey]bool{}, clashed: map[string]bool{}}
	m.remember()
	m.followUnited()
	m.join()
	m.unite()
	m.keepReferred()
	m.report()
	return m.plan, nil
}

// merger holds the three sets of rows while a plan is made.
type merger struct {
	ours, theirs, joined map[rowKey]*state
	before               map[rowKey][]byte // our rows as they stand
	kept                 map[rowKey]bool
	clashed              map[string]bool
	plan                 *Plan
}

// remember keeps our rows as they stand: where only the other side touched one, it is
// as that side found it.
func (m *merger) remember() {
	for k, s := range m.theirs {
		m.before[k] = s.found
	}
	for k, s := range m.ours {
		m.before[k] = s.row()
	}
}

// join takes of each row's parts the version that counts, and notes the conflicts.
func (m *merger) join() {
	for _, k := range sortedKeys(m.ours, m.theirs) {
		a, b := m.ours[k], m.theirs[k]
		switch {
		case a == nil:
			m.joined[k] = b.clone()
		case b == nil:
			m.joined[k] = a.clone()
		default:
			m.joined[k] = joined(a, b)
			m.compare(k, a, b)
		}
	}
}

// compare notes where two sides changed one row without knowing of each other.
func (m *merger) compare(k rowKey, a, b *state) {
	if a.alive() != b.alive() {
		m.compareRemoval(k, a, b)
		return
	}
	if !a.alive() {
		return
	}
	clash, theirsCount := false, false
	for _, part := range partsOf(a, b) {
		x, y := a.get(part), b.get(part)
		if x.value == y.value || a.saw(part, y) || b.saw(part, x) {
			continue
		}
		clash = true
		loser := y
		if x.less(y) {
			theirsCount, loser = true, x
		}
		m.lose(k, part, loser)
	}
	if clash {
		m.plan.Conflicts = append(m.plan.Conflicts, Conflict{Noun: k.noun, Key: k.key, Ours: a.row(), Theirs: b.row(), TheirsCounts: theirsCount})
	}
}

// compareRemoval notes a row that one side removed while the other changed it.
func (m *merger) compareRemoval(k rowKey, a, b *state) {
	alive, gone := a, b
	if b.alive() {
		alive, gone = b, a
	}
	if gone.dead == 0 { // it never was there
		return
	}
	changed := false
	for _, part := range slices.Sorted(maps.Keys(alive.parts)) {
		c := alive.parts[part]
		if !gone.saw(part, c) {
			changed = true
			if !m.joined[k].alive() || gone == a && m.joined[k].get(part).value != c.value {
				m.lose(k, part, c)
			}
		}
		if g := gone.get(part); alive == a && m.joined[k].get(part).value != g.value && !alive.saw(part, g) {
			m.lose(k, part, g)
		}
	}
	if !changed || alive.sawGone(gone.dead) {
		return
	}
	if m.joined[k].alive() {
		m.lose(k, removal, version{at: gone.dead})
	}
	m.plan.Conflicts = append(m.plan.Conflicts, Conflict{
		Noun: k.noun, Key: k.key, Ours: a.row(), Theirs: b.row(), TheirsCounts: m.joined[k].alive() == b.alive(),
	})
}

func (m *merger) lose(k rowKey, part string, v version) {
	m.plan.Losers = append(m.plan.Losers, tdkt.Loser{Noun: k.noun, Key: k.key, Part: part, At: v.at, Value: v.value})
}

// keepReferred brings removed rows back that rows of the other side refer to.
func (m *merger) keepReferred() {
	gone := map[tdkt.ID]rowKey{}
	for k, s := range m.joined {
		if !s.alive() && len(s.parts) > 0 && s.became == "" {
			gone[k.key] = k
		}
	}
	for again := len(gone) > 0; again; {
		again = false
		for _, k := range sortedKeys(m.joined) {
			if !m.joined[k].alive() {
				continue
			}
			for _, id := range m.joined[k].references() {
				if back, ok := gone[id]; ok {
					m.joined[back].revive()
					m.kept[back] = true
					delete(gone, id)
					again = true
				}
			}
		}
	}
}

// report turns the joined rows into what changes in our file.
func (m *merger) report() {
	origins := map[int64][]string{}
	for _, k := range sortedKeys(m.joined) {
		was, is := m.ours[k], m.joined[k]
		before, after := m.before[k], is.row()
		if string(before) != string(after) {
			m.plan.Rows = append(m.plan.Rows, Row{Noun: k.noun, Key: k.key, Before: before, After: after, Kept: m.kept[k]})
		}
		if is.became != "" && (was == nil || was.became != is.became) {
			m.plan.United = append(m.plan.United, tdkt.United{Noun: k.noun, Drop: k.key, Keep: is.became})
		} else if was == nil && string(before) == string(after) {
			continue
		}
		for at, cells := range is.originsSince(was) {
			origins[at] = append(origins[at], cells...)
		}
	}
	for _, at := range slices.Sorted(maps.Keys(origins)) {
		slices.Sort(origins[at])
		m.plan.Origins = append(m.plan.Origins, tdkt.Origin{At: at, Cells: origins[at]})
	}
}
