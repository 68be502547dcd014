package tdkt_test

import (
	"slices"
	"testing"

	"tdkt/internal/tdkt"
)

// Every state but the first is reached by some move, and none is a dead end but by
// design: what was given can only be revoked.
func TestMovesReachEveryState(t *testing.T) {
	reached := map[tdkt.State]bool{tdkt.Proposed: true}
	for range tdkt.Moves() { // as many rounds as there are moves reach all that can be
		for _, m := range tdkt.Moves() {
			if slices.ContainsFunc(m.From, func(s tdkt.State) bool { return reached[s] }) {
				reached[m.To] = true
			}
		}
	}
	for _, s := range []tdkt.State{
		tdkt.Considered, tdkt.Approved, tdkt.Rejected, tdkt.Submitted, tdkt.Recognised,
		tdkt.Refused, tdkt.Returned, tdkt.Withdrawn,
	} {
		if !reached[s] {
			t.Errorf("no moves lead to %q", s)
		}
		if !slices.ContainsFunc(tdkt.Moves(), func(m tdkt.Move) bool { return slices.Contains(m.From, s) }) {
			t.Errorf("no move leads on from %q", s)
		}
	}
}

// A state and a target name one move: the reason asked for cannot depend on luck.
func TestMovesAreUnambiguous(t *testing.T) {
	type way struct {
		from, to tdkt.State
		means    tdkt.MoveMeans
	}
	seen := map[way]string{}
	for _, m := range tdkt.Moves() {
		for _, from := range m.From {
			w := way{from, m.To, m.Means}
			if other, twice := seen[w]; twice {
				t.Errorf("%q and %q both lead from %q to %q", other, m.Name, from, m.To)
			}
			seen[w] = m.Name
		}
	}
}

// What was given is not taken away by hand, and nothing is given by hand.
func TestOnlyDecisionsGiveAndTake(t *testing.T) {
	for _, m := range tdkt.Moves() {
		if m.Means == tdkt.ByHand && (m.To == tdkt.Recognised || slices.Contains(m.From, tdkt.Recognised)) {
			t.Errorf("%q needs no decision", m.Name)
		}
	}
}
