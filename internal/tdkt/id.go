package tdkt

import "github.com/google/uuid"

// ID is a UUIDv7 in its canonical text form; "" means "no row". Keys are UUIDs
// from the first row on so that the files of two PCs can be merged.
type ID string

// NewID returns a fresh time-ordered key.
func NewID() ID { return ID(uuid.Must(uuid.NewV7()).String()) }
