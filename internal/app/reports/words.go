package reports

import (
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// LevelName is a rating level in words, as a cell begins.
func LevelName(l tdkt.Level) string { return view.Capital(l.Words()) }
