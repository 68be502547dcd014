package merge

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// rowKey names one row.
type rowKey struct {
	noun tdkt.Noun
	key  tdkt.ID
}

// version is a value and the moment it was given, in nanoseconds; 0 is "before the
// two files went apart".
type version struct {
	at    int64
	value string
}

// less says whether o counts more. Of two values of one moment the greater text
// counts, so that all PCs decide alike.
func (v version) less(o version) bool {
	return cmp.Or(cmp.Compare(v.at, o.at), cmp.Compare(v.value, o.value)) < 0
}

// removal and comeback are the parts under which a merge keeps when a row went and came back.
const (
	removal  = "!"
	comeback = "+"
)

// state is a row with the versions of its parts. A removed row keeps its last ones.
type state struct {
	rowKey
	parts  map[string]version
	dead   int64 // when it was last removed, 0: never
	back   int64 // when it last came back, 0: never
	past   map[string][]version
	found  []byte  // the row as the first entry found it
	became tdkt.ID // the row that took its place when two were made one
}

func emptyState(k rowKey) *state {
	return &state{rowKey: k, parts: map[string]version{}, past: map[string][]version{}}
}

func newState(k rowKey, before []byte) (*state, error) {
	s := emptyState(k)
	if before == nil {
		return s, nil
	}
	parts, err := split(k.noun, before)
	for part, value := range parts {
		s.set(part, version{0, value})
	}
	s.found = s.row()
	return s, err
}

func (s *state) clone() *state {
	c := *s
	c.parts = maps.Clone(s.parts)
	c.past = map[string][]version{}
	for part, list := range s.past {
		c.past[part] = slices.Clone(list)
	}
	return &c
}

// alive says whether there is such a row.
func (s *state) alive() bool {
	return len(s.parts) > 0 && (s.dead == 0 || max(s.latest(), s.back) > s.dead)
}

func (s *state) latest() int64 {
	var latest int64
	for _, v := range s.parts {
		latest = max(latest, v.at)
	}
	return latest
}

// get is the version of a part; one that was never given is empty.
func (s *state) get(part string) version {
	if v, ok := s.parts[part]; ok {
		return v
	}
	return version{0, emptyPart}
}

func (s *state) set(part string, v version) {
	s.parts[part] = v
	s.past[part] = append(s.past[part], v)
}

// raise makes a part's version as late as another PC's equal one.
func (s *state) raise(part string, at int64) {
	switch part {
	case removal:
		s.dead = max(s.dead, at)
		s.past[removal] = append(s.past[removal], version{at: at})
	case comeback:
		s.back = max(s.back, at)
	default:
		if v, ok := s.parts[part]; ok && v.at < at {
			s.set(part, version{at, v.value})
		}
	}
}

// saw says whether a version is one of those the row went through.
func (s *state) saw(part string, v version) bool {
	return v.value == emptyPart && v.at == 0 || slices.Contains(s.past[part], v)
}

func (s *state) sawGone(at int64) bool {
	return slices.ContainsFunc(s.past[removal], func(v version) bool { return v.at >= at })
}

// apply takes one change of the history. A moment never runs backwards.
func (s *state) apply(r tdkt.RowChange, at int64, origins origins) error {
	wasAlive := s.alive()
	if r.After == nil {
		s.dead = origins.of(s.key, removal, max(at, s.latest()+1, s.back+1, s.dead+1))
		s.past[removal] = append(s.past[removal], version{at: s.dead})
		return nil
	}
	parts, err := split(s.noun, r.After)
	if err != nil {
		return err
	}
	for part := range s.parts {
		if _, ok := parts[part]; !ok {
			parts[part] = emptyPart
		}
	}
	if !wasAlive && s.dead > 0 {
		now := max(at, s.dead+1)
		if origins != nil { // a merge takes over moments, it gives none
			now = s.back
		}
		s.back = origins.of(s.key, comeback, now)
	}
	for part, value := range parts {
		old, ok := s.parts[part]
		if ok && old.value == value {
			continue
		}
		s.set(part, version{origins.of(s.key, part, max(at, old.at+1, s.dead+1)), value})
	}
	return nil
}

// lost notes a version that did not count. A removed row keeps it as its last one: it
// is what the row says should it come back.
func (s *state) lost(part string, v version) {
	s.past[part] = append(s.past[part], v)
	if part != removal && !s.alive() && s.became == "" && s.get(part).less(v) {
		s.parts[part] = v
	}
}

// revive makes a removed row one that is there, with the values it had.
func (s *state) revive() { s.back = max(s.back, s.dead+1) }

// joined is of each part the version that counts.
func joined(a, b *state) *state {
	s := a.clone()
	s.dead = max(a.dead, b.dead)
	s.back = max(a.back, b.back)
	s.became = max(a.became, b.became)
	for _, part := range partsOf(a, b) {
		v := a.get(part)
		if w := b.get(part); v.less(w) {
			v = w
		}
		s.parts[part] = v
		s.past[part] = append(s.past[part], b.past[part]...)
	}
	return s
}

// row is the row as JSON, nil when there is none.
func (s *state) row() []byte {
	if !s.alive() {
		return nil
	}
	return assemble(s.key, s.parts)
}

// lastRow is the row as JSON as it last was.
func (s *state) lastRow() []byte { return assemble(s.key, s.parts) }

// says whether the row is as an entry left it.
func (s *state) says(after []byte) bool {
	if after == nil || !s.alive() {
		return (after == nil) == !s.alive()
	}
	parts, err := split(s.noun, after)
	if err != nil {
		return false
	}
	for part, v := range s.parts {
		if value, ok := parts[part]; ok && value != v.value || !ok && v.value != emptyPart {
			return false
		}
	}
	for part, value := range parts {
		if s.get(part).value != value {
			return false
		}
	}
	return true
}

// references are the keys the row's values name.
func (s *state) references() []tdkt.ID {
	var ids []tdkt.ID
	for _, part := range slices.Sorted(maps.Keys(s.parts)) {
		tokens := json.NewDecoder(strings.NewReader(s.parts[part].value))
		for {
			t, err := tokens.Token()
			if err != nil {
				break
			}
			if text, ok := t.(string); ok && text != "" {
				ids = append(ids, tdkt.ID(text))
			}
		}
	}
	return ids
}

// retarget makes values that name a row name the one that took its place.
func (s *state) retarget(became map[tdkt.ID]tdkt.ID) {
	for _, id := range s.references() {
		to, ok := became[id]
		if !ok {
			continue
		}
		change := func(v version) version {
			return version{v.at, strings.ReplaceAll(v.value, `"`+string(id)+`"`, `"`+string(to)+`"`)}
		}
		for part, v := range s.parts {
			s.parts[part] = change(v)
		}
		for _, list := range s.past {
			for i, v := range list {
				list[i] = change(v)
			}
		}
	}
}

// originsSince are the moments that was, our row before, does not know, in the form
// that tdkt.Origin keeps.
func (s *state) originsSince(was *state) map[int64][]string {
	if was == nil {
		was = &state{}
	}
	out := map[int64][]string{}
	if s.dead > was.dead {
		out[s.dead] = append(out[s.dead], originCell(s.key, removal))
	}
	if !s.alive() { // the values of a row that is gone have no place in the entry
		return out
	}
	if s.back > was.back {
		out[s.back] = append(out[s.back], originCell(s.key, comeback))
	}
	again := was.dead > 0 && !was.alive() // the entry writes the whole row anew
	for part, v := range s.parts {
		if old, ok := was.parts[part]; again || v.at > 0 && (!ok || old != v) {
			out[v.at] = append(out[v.at], originCell(s.key, part))
		}
	}
	return out
}

func partsOf(a, b *state) []string {
	all := maps.Clone(a.parts)
	maps.Copy(all, b.parts)
	return slices.Sorted(maps.Keys(all))
}

// sortedKeys are the keys of several sets in one order for all PCs.
func sortedKeys(sets ...map[rowKey]*state) []rowKey {
	all := map[rowKey]bool{}
	for _, set := range sets {
		for k := range set {
			all[k] = true
		}
	}
	return slices.SortedFunc(maps.Keys(all), func(a, b rowKey) int {
		return cmp.Or(cmp.Compare(rank(a.noun), rank(b.noun)), cmp.Compare(a.noun, b.noun), cmp.Compare(a.key, b.key))
	})
}
