package dossier

import (
	"errors"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// A year before any regime is an error for the user, never empty papers.
func TestYearWithoutRegime(t *testing.T) {
	in := sample(t)
	in.Year = 1999
	in.Facts = law.NewFacts(in.Snapshot, in.Rules)
	_, err := Build(t.Context(), in)
	var said *tdkt.Error
	if !errors.As(err, &said) || said.Kind != tdkt.Invalid {
		t.Errorf("got %v, want a sentence for the user", err)
	}
}
