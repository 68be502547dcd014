package app

import (
	"time"
)

// Moment writes a moment of the history as people do; what cannot be read stays as it is.
func Moment(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return t.Format("15:04 ngày 02/01/2006")
}
