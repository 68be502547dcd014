package merge

import (
	"slices"

	"tdkt/internal/tdkt"
)

// rowKey names one row.
type rowKey struct {
	Noun tdkt.Noun `json:"noun"`
	Key  tdkt.ID   `json:"key"`
}

// pair are two rows that stand for one thing.
type pair struct {
	A rowKey `json:"a"`
	B rowKey `json:"b"`
}

// standing is what a merge makes of rows that nobody changed: who works on in the file
// afterwards works on that, and his next change says so.
type standing struct {
	Kept   []rowKey `json:"kept,omitempty"`   // removed, and there because others refer to them
	United []pair   `json:"united,omitempty"` // one where two were entered
}

// void takes back what a node did to a row.
type void struct {
	Node string `json:"node"`
	Row  rowKey `json:"row"`
}

// node is an entry of some PC's history as a merge sees it. What it knows of is the
// nodes before it in its own file and what merges that hold there brought: that, not its
// time, says what it had before its eyes.
type node struct {
	ID       string           `json:"id"` // hash of the entry
	Prev     string           `json:"prev,omitempty"`
	Other    string           `json:"other,omitempty"` // of a merge: the last node of the file taken in
	Turns    string           `json:"turns,omitempty"` // the merge it takes back, or does again
	Holds    bool             `json:"holds,omitempty"` // that merge holds from here on
	Edits    []tdkt.RowChange `json:"edits,omitempty"`
	Standing standing         `json:"standing,omitzero"`
	Voids    []void           `json:"voids,omitempty"`

	at     int // its place in the pool: whatever it knows of stands before it
	prev   *node
	parent bool // some node in its own line follows it
	line   int
	depth  int
	held   *held
	loose  *standing // what the next change has to say; nil is not worked out
}

// held are the merges that hold at a node, and all they brought.
type held struct {
	on   []*node
	bits bits
}

// bits is a set of nodes by their place.
type bits []uint64

func (b bits) has(i int) bool { return i>>6 < len(b) && b[i>>6]&(1<<(i&63)) != 0 }

func (b *bits) add(i int) {
	for i>>6 >= len(*b) {
		*b = append(*b, 0)
	}
	(*b)[i>>6] |= 1 << (i & 63)
}

func (b *bits) join(o bits) {
	for len(*b) < len(o) {
		*b = append(*b, 0)
	}
	for i, word := range o {
		(*b)[i] |= word
	}
}

// pool is all nodes of the files compared, each once.
type pool struct {
	nodes   []*node
	byID    map[string]*node
	lines   []*node // the node a line branches off from; nil begins a file
	changes map[rowKey][]*change
	united  []fact // pairs that nodes say are one
	voids   []fact
	partsOf map[string]map[string]string // rows taken apart, by noun and text
	names   map[string]string            // names of rows, by noun and text
	tidied  map[rowKey]tidied
}

// fact is a pair or a void and the node that says so.
type fact struct {
	by   *node
	pair pair
	void void
}

func newPool() *pool {
	return &pool{
		byID: map[string]*node{}, changes: map[rowKey][]*change{},
		partsOf: map[string]map[string]string{}, names: map[string]string{},
		tidied: map[rowKey]tidied{},
	}
}

// add puts a node into the pool; what it knows of must be there.
func (p *pool) add(n *node) error {
	n.at, n.prev = len(p.nodes), p.byID[n.Prev]
	switch {
	case n.prev == nil:
		n.line, n.held = len(p.lines), &held{}
		p.lines = append(p.lines, nil)
	case n.prev.parent:
		n.line, n.depth, n.held = len(p.lines), n.prev.depth+1, n.prev.held
		p.lines = append(p.lines, n.prev)
	default:
		n.prev.parent = true
		n.line, n.depth, n.held = n.prev.line, n.prev.depth+1, n.prev.held
	}
	p.hold(n)
	p.nodes = append(p.nodes, n)
	p.byID[n.ID] = n
	return p.learn(n)
}

// hold works out which merges hold at a node.
func (p *pool) hold(n *node) {
	switch {
	case n.Other != "":
		n.held = p.holding(append(slices.Clip(n.held.on), n), n.held.bits, n)
	case n.Turns == "":
	case n.Holds:
		if m := p.byID[n.Turns]; m != nil && !slices.Contains(n.held.on, m) {
			n.held = p.holding(append(slices.Clip(n.held.on), m), n.held.bits, m)
		}
	default:
		on := slices.DeleteFunc(slices.Clone(n.held.on), func(m *node) bool { return m.ID == n.Turns })
		n.held = p.holding(on, nil, on...)
	}
}

// holding adds what merges brought to what is known.
func (p *pool) holding(on []*node, known bits, more ...*node) *held {
	h := &held{on: on, bits: slices.Clone(known)}
	for _, m := range more {
		if other := p.byID[m.Other]; other != nil {
			h.bits.join(p.known(other))
		}
	}
	return h
}

// known is every node that a node knows of, itself among them.
func (p *pool) known(n *node) bits {
	known := slices.Clone(n.held.bits)
	for at := n; at != nil; at = at.prev {
		known.add(at.at)
	}
	return known
}

// knows says whether a node knows of another, or is it.
func (p *pool) knows(n, of *node) bool {
	if n.held.bits.has(of.at) {
		return true
	}
	for at := n; at.at >= of.at; {
		if at.line == of.line {
			return of.depth <= at.depth
		}
		if at = p.lines[at.line]; at == nil {
			return false
		}
	}
	return false
}

// change is what a node did to a row.
type change struct {
	by      *node
	row     rowKey
	parts   map[string]string // what it gave
	all     bool              // it gave the row as a whole: what it does not name is empty
	gone    bool              // it removed the row
	touched bool              // it gave nothing: the row stood before its eyes
	depth   int               // one more than that of all it knew of the row
	text    []byte            // the row, where nothing else was done to it
}

// value is what a change says of a part.
func (c *change) value(part string) (string, bool) {
	if c.gone || c.touched {
		return "", false
	}
	v, ok := c.parts[part]
	if !ok && c.all {
		return emptyPart, true
	}
	return v, ok
}

// learn notes what a node did.
func (p *pool) learn(n *node) error {
	for _, u := range n.Standing.United {
		p.united = append(p.united, fact{by: n, pair: u})
	}
	for _, v := range n.Voids {
		p.voids = append(p.voids, fact{by: n, void: v})
	}
	for _, k := range n.Standing.Kept {
		p.note(&change{by: n, row: k, touched: true})
	}
	for _, r := range n.Edits {
		if err := p.edit(n, r); err != nil {
			return err
		}
	}
	return nil
}

// edit notes what a node did to one row. A row that was there before any history is taken
// for one of before all times.
func (p *pool) edit(n *node, r tdkt.RowChange) error {
	k := rowKey{r.Noun, r.Key}
	before, err := p.split(r.Noun, r.Before)
	if err != nil {
		return err
	}
	after, err := p.split(r.Noun, r.After)
	if err != nil {
		return err
	}
	if r.Before != nil && !slices.ContainsFunc(p.changes[k], func(c *change) bool { return p.knows(n, c.by) }) {
		p.changes[k] = append(p.changes[k], &change{by: n, row: k, parts: before, all: true})
	}
	c := &change{by: n, row: k, gone: r.After == nil}
	switch {
	case c.gone:
	case r.Before == nil:
		c.parts, c.all = after, true
	default:
		c.parts = map[string]string{}
		for part, value := range after {
			if was, ok := before[part]; !ok || was != value {
				c.parts[part] = value
			}
		}
		for part := range before {
			if _, ok := after[part]; !ok {
				c.parts[part] = emptyPart
			}
		}
	}
	p.note(c)
	return nil
}

// note keeps a change with its depth: it counts more than all it knew of, whatever the
// clocks say.
func (p *pool) note(c *change) {
	c.depth = 1
	for _, k := range p.group(c) {
		for _, o := range p.changes[k] {
			if o.depth >= c.depth && o.by != c.by && p.knows(c.by, o.by) {
				c.depth = o.depth + 1
			}
		}
	}
	p.changes[c.row] = append(p.changes[c.row], c)
}

// group are the rows that the maker of a change knew to be one with its row.
func (p *pool) group(c *change) []rowKey {
	rows := []rowKey{c.row}
	for i := 0; i < len(rows) && len(p.united) > 0; i++ {
		for _, u := range p.united {
			if !p.knows(c.by, u.by) {
				continue
			}
			for _, next := range [][2]rowKey{{u.pair.A, u.pair.B}, {u.pair.B, u.pair.A}} {
				if next[0] == rows[i] && !slices.Contains(rows, next[1]) {
					rows = append(rows, next[1])
				}
			}
		}
	}
	return rows
}

// split takes a row apart, each text once.
func (p *pool) split(noun tdkt.Noun, raw []byte) (map[string]string, error) {
	if raw == nil {
		return nil, nil
	}
	id := string(noun) + string(raw)
	if parts, ok := p.partsOf[id]; ok {
		return parts, nil
	}
	parts, err := split(noun, raw)
	p.partsOf[id] = parts
	return parts, err
}
