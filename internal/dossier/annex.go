package dossier

import (
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// WhoOf is one subject as every file of the year prints it.
func WhoOf(in Input, s tdkt.Subject) Who {
	return newRoll(in.Snapshot, in.Facts, in.Year, in.Posts).who(s)
}

// OpenNeeds counts the manual needs that a person must still judge on the way that is
// met, or nearest to it.
func OpenNeeds(r law.Result) int { return openNeeds(r) }

// HoldReason is why a subject is on hold on the last day of the year, "" when it is not.
func HoldReason(in Input, s tdkt.Subject) string {
	b := builder{Input: in}
	return b.holdReason(s)
}
