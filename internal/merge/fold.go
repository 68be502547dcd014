package merge

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// folded is the data that follows from what is known: a function of the set of nodes
// alone, so that it does not matter in which order, or by which merges, they came together.
type folded struct {
	p       *pool
	known   bits
	states  map[rowKey]*state  // by the row that stands for all of its class
	stands  map[rowKey]rowKey  // rows of classes of several: which row stands for them
	ids     map[string]tdkt.ID // their keys: what a reference becomes
	kept    map[rowKey]bool    // removed, and there because others refer to them
	united  []pair             // found alike here, said by no node yet
	clashes []Clash
}

// state is a row, or a class of rows that are one, with all that was done to it.
type state struct {
	rowKey
	changes []*change
	dead    map[*change]bool // what a removal knew of
	alive   bool
	text    []byte // the row, references as they were written
	row     []byte // the row as it stands
}

// version is a value and where it comes from.
type version struct {
	value string
	from  *change
}

// less says whether o counts more: one that knew of the other, else the one that had more
// changes of the row before it, else the one whose node has the greater name, which no clock
// has a say in, so that all PCs decide alike.
func (v version) less(o version) bool {
	if v.from == nil || o.from == nil {
		return v.from == nil && o.from != nil
	}
	return cmp.Or(cmp.Compare(v.from.depth, o.from.depth), cmp.Compare(v.from.by.ID, o.from.by.ID), cmp.Compare(v.value, o.value)) < 0
}

// fold works out the data of a set of nodes.
func (p *pool) fold(known bits) *folded {
	f := &folded{p: p, known: known, states: map[rowKey]*state{}, stands: map[rowKey]rowKey{}, ids: map[string]tdkt.ID{}, kept: map[rowKey]bool{}}
	voided := map[void]bool{}
	for _, v := range p.voids {
		if known.has(v.by.at) {
			voided[v.void] = true
		}
	}
	for k, list := range p.changes {
		s := &state{rowKey: k}
		for _, c := range list {
			if known.has(c.by.at) && !voided[void{c.by.ID, k}] {
				s.changes = append(s.changes, c)
			}
		}
		if len(s.changes) > 0 {
			f.states[k] = s
		}
	}
	for _, u := range p.united {
		if known.has(u.by.at) && !voided[void{u.by.ID, u.pair.A}] && !voided[void{u.by.ID, u.pair.B}] {
			f.join(u.pair)
		}
	}
	for _, s := range f.states {
		p.settle(s)
	}
	for again := true; again; {
		f.point()
		again = f.unite() || f.keepReferred()
	}
	return f
}

// standing row of a row.
func (f *folded) of(k rowKey) rowKey {
	if to, ok := f.stands[k]; ok {
		return to
	}
	return k
}

// join makes one class of two rows. The lower key stands for it.
func (f *folded) join(u pair) *state {
	a, b := f.states[f.of(u.A)], f.states[f.of(u.B)]
	if a == nil || b == nil || a == b {
		return nil
	}
	if b.Key < a.Key {
		a, b = b, a
	}
	for k, to := range f.stands {
		if to == b.rowKey {
			f.stands[k] = a.rowKey
			f.ids[string(k.Key)] = a.Key
		}
	}
	f.stands[b.rowKey], f.ids[string(b.Key)] = a.rowKey, a.Key
	a.changes = append(slices.Clip(a.changes), b.changes...)
	if f.kept[b.rowKey] {
		delete(f.kept, b.rowKey)
		f.kept[a.rowKey] = true
	}
	delete(f.states, b.rowKey)
	return a
}

// settle works out whether a row is there and what it says. A removal takes back what it
// knew of, and nothing else: what somebody else did to the row meanwhile keeps it.
func (p *pool) settle(s *state) {
	if only := s.changes[0]; len(s.changes) == 1 && only.all {
		if only.text == nil {
			only.text = assemble(s.Key, only.parts)
		}
		s.alive, s.text, s.row = true, only.text, nil
		return
	}
	s.dead = map[*change]bool{}
	for _, d := range s.changes {
		if !d.gone {
			continue
		}
		for _, c := range s.changes {
			if c.by != d.by && p.knows(d.by, c.by) || c.by == d.by && c.row == d.row && c.parts != nil {
				s.dead[c] = true
			}
		}
	}
	s.alive = slices.ContainsFunc(s.changes, func(c *change) bool { return !c.gone && !s.dead[c] })
	parts := map[string]string{}
	for part := range s.named() {
		parts[part] = s.get(part).value
	}
	s.text, s.row = assemble(s.Key, parts), nil
}

// named are the parts that any change names.
func (s *state) named() map[string]bool {
	named := map[string]bool{}
	for _, c := range s.changes {
		for part := range c.parts {
			named[part] = true
		}
	}
	return named
}

// get is the version of a part that counts. Where nothing is left but what a removal took
// back, the row says what it said last.
func (s *state) get(part string) version {
	var best, last version
	for _, c := range s.changes {
		value, ok := c.value(part)
		if !ok {
			continue
		}
		v := version{value, c}
		if last.less(v) {
			last = v
		}
		if !s.dead[c] && best.less(v) {
			best = v
		}
	}
	if best.from != nil {
		return best
	}
	if last.from == nil {
		return version{value: emptyPart}
	}
	return last
}

// point lets rows name those that stand for what they refer to.
func (f *folded) point() {
	for _, s := range f.states {
		s.row = retarget(s.text, f.ids)
	}
}

// retarget replaces keys in a row, or in the value of a part.
func retarget(text []byte, ids map[string]tdkt.ID) []byte {
	if len(ids) == 0 {
		return text
	}
	return []byte(retargeted(string(text), ids))
}

func retargeted(text string, ids map[string]tdkt.ID) string {
	var out strings.Builder
	done := 0
	for from, to := range quoted(text) {
		if id, ok := ids[text[from:to]]; ok {
			out.WriteString(text[done:from])
			out.WriteString(string(id))
			done = to
		}
	}
	if done == 0 {
		return text
	}
	return out.String() + text[done:]
}

// quoted are the places of the strings of a JSON text that hold no escape: keys hold none.
func quoted(text string) func(yield func(from, to int) bool) {
	return func(yield func(from, to int) bool) {
		for i := 0; i < len(text); i++ {
			if text[i] != '"' {
				continue
			}
			from, plain := i+1, true
			for i++; i < len(text) && text[i] != '"'; i++ {
				if text[i] == '\\' {
					plain = false
					i++
				}
			}
			if plain && i <= len(text) && !yield(from, min(i, len(text))) {
				return
			}
		}
	}
}

// keepReferred brings removed rows back that standing rows refer to.
func (f *folded) keepReferred() bool {
	gone := map[string]*state{}
	for k, s := range f.states {
		if !s.alive {
			gone[string(k.Key)] = s
		}
	}
	if len(gone) == 0 {
		return false
	}
	var back []*state
	for _, s := range f.states {
		if !s.alive {
			continue
		}
		for from, to := range quoted(string(s.row)) {
			if r := gone[string(s.row[from:to])]; r != nil {
				back = append(back, r)
			}
		}
	}
	for _, s := range back {
		s.alive = true
		f.kept[s.rowKey] = true
	}
	return len(back) > 0
}

// loose is what the next change in a file with these data has to say.
func (f *folded) loose() *standing {
	return &standing{Kept: sortedKeys(f.kept), United: f.united}
}

// sortedKeys are keys in one order for all PCs.
func sortedKeys[V any](set map[rowKey]V) []rowKey {
	return slices.SortedFunc(maps.Keys(set), compareKeys)
}

func compareKeys(a, b rowKey) int {
	return cmp.Or(cmp.Compare(rank(a.Noun), rank(b.Noun)), cmp.Compare(a.Noun, b.Noun), cmp.Compare(a.Key, b.Key))
}
