package merge_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/merge"
	"tdkt/internal/tdkt"
)

// modelRounds is how many random worlds of files are tried.
var modelRounds = flag.Int("rounds", 30, "how many random worlds of three and four files are merged in random orders")

// firstSeed lets one world that failed be looked at again.
var firstSeed = flag.Uint64("seed", 1, "the first world")

// TestModel: files are edited, copied, merged, have merges and edits undone and done
// again, at random. From then on every order of merging them ends in the same legal data
// on all, and merging again says nothing.
func TestModel(t *testing.T) {
	for seed := *firstSeed; seed < *firstSeed+uint64(*modelRounds); seed++ {
		files := world(t, seed)
		for _, p := range files {
			if err := merge.Check(p.entries); err != nil {
				t.Errorf("seed %d, %s: %v", seed, p.name, err)
			}
		}
		want := ""
		for n := range 4 {
			got, err := settleAll(t, files, rand.New(rand.NewPCG(seed, uint64(n))))
			if want == "" {
				want = got
			}
			if err == nil && want != got {
				err = fmt.Errorf("order %d (-first +this):\n%s", n, cmp.Diff(want, got))
			}
			if err != nil {
				t.Errorf("seed %d: %v", seed, err)
				break
			}
		}
	}
	t.Logf("seeds %d to %d", *firstSeed, *firstSeed+uint64(*modelRounds)-1)
}

// world is three or four files with a past.
func world(t *testing.T, seed uint64) []*pc {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 11))
	base := newPC()
	base.put(t, office()...)
	files := []*pc{}
	for i := range 3 + r.IntN(2) {
		p := base.copied(string(rune('A' + i)))
		p.clock = p.clock.Add(time.Duration(r.IntN(100)) * time.Second)
		files = append(files, p)
	}
	for range 10 + r.IntN(25) {
		i, j := r.IntN(len(files)), r.IntN(len(files))
		p := files[i]
		switch r.IntN(8) {
		case 0, 1:
			if i != j {
				p.tryMerge(t, files[j])
			}
		case 2:
			p.undoMerge(r)
		case 3:
			if i != j && r.IntN(4) == 0 { // a file is copied over another PC's
				q := files[j].copied(p.name)
				q.clock = p.clock
				files[i] = q
			}
		default:
			p.work(t, r)
		}
	}
	return files
}

// tryMerge is merge where the file would have refused what it must not hold.
func (p *pc) tryMerge(t *testing.T, other *pc) int64 {
	t.Helper()
	backup := p.copied(p.name)
	seq := p.merge(t, other)
	if p.legal() != nil {
		p.entries, p.rows = backup.entries, backup.rows
		return 0
	}
	return seq
}

// undoMerge takes back a merge, or does an undone one again, where the file would allow it.
func (p *pc) undoMerge(r *rand.Rand) {
	var able []int64
	for _, e := range p.entries {
		if len(e.Rows) > 0 && e.Rows[0].Noun == tdkt.NounMerge && p.untouched(e) {
			able = append(able, e.Seq)
		}
	}
	if len(able) == 0 {
		return
	}
	backup := p.copied(p.name)
	p.undo(able[r.IntN(len(able))])
	if p.legal() != nil {
		p.entries, p.rows = backup.entries, backup.rows
	}
}

// untouched says whether every row is as the entry left it, as the store wants it.
func (p *pc) untouched(e tdkt.Entry) bool {
	for _, r := range e.Rows {
		if p.rows[string(r.Noun)+" "+string(r.Key)] != string(r.After) {
			return false
		}
	}
	return true
}

// settleAll merges copies of the files in a random order until nothing is new.
func settleAll(t *testing.T, from []*pc, r *rand.Rand) (string, error) {
	t.Helper()
	files := []*pc{}
	for _, p := range from {
		files = append(files, p.copied(p.name))
	}
	join := func(i, j int) (bool, error) {
		wrote := files[i].merge(t, files[j]) > 0
		if err := files[i].legal(); err != nil {
			return wrote, err
		}
		again := files[i].plan(t, files[j])
		if len(again.Clashes) > 0 {
			return wrote, fmt.Errorf("a clash: %+v", again.Clashes)
		}
		if wrote && !again.Empty() {
			return wrote, fmt.Errorf("%s taken in twice by %s: %+v", files[j].name, files[i].name, again)
		}
		return wrote, nil
	}
	for range 4 {
		if i, j := r.IntN(len(files)), r.IntN(len(files)); i != j {
			if _, err := join(i, j); err != nil {
				return "", err
			}
		}
	}
	for round, again := 0, true; again; round++ {
		if again = false; round > 12 {
			return "", fmt.Errorf("no end: %+v", files[0].plan(t, files[1]))
		}
		for _, i := range r.Perm(len(files)) {
			for _, j := range r.Perm(len(files)) {
				if i == j {
					continue
				}
				wrote, err := join(i, j)
				if err != nil {
					return "", err
				}
				again = wrote || again
			}
		}
	}
	names := []string{}
	for _, p := range files {
		if err := merge.Check(p.entries); err != nil {
			return "", fmt.Errorf("%s: %w", p.name, err)
		}
		names = append(names, p.data())
	}
	if slices.ContainsFunc(names, func(d string) bool { return d != names[0] }) {
		return "", fmt.Errorf("the files differ:\n%s", cmp.Diff(names[0], names[len(names)-1]))
	}
	return names[0], nil
}
