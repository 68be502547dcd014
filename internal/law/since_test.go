package law

import (
	"testing"

	"tdkt/internal/tdkt"
)

// TestOpenFrom: an award to count from may still be entered in an open year before the one
// judged, never in that year itself.
func TestOpenFrom(t *testing.T) {
	s := &tdkt.Snapshot{}
	for _, y := range []int{2020, 2021, 2023} {
		row := tdkt.Year{ID: tdkt.ID(rune('a' + y - 2020)), Year: y}
		row.SetClosed(titleBook, true)
		s.Years = append(s.Years, row)
	}
	j := &judging{facts: NewFacts(s, &Rules{}), year: 2024}
	for from, want := range map[int]int{2020: 2022, 2022: 2022, 2023: 0, 2024: 0, 2025: 0} {
		if got, found := j.openFrom(from); got != want || found != (want != 0) {
			t.Errorf("from %d: %d, %v, want %d", from, got, found, want)
		}
	}
}
