package past

import (
	"fmt"
	"time"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/gui/kit"
)

// step is an operation as listed.
type step struct{ app.Step }

func (s step) key() string { return fmt.Sprint(s.Seq) }

// when is the moment as a person writes it.
func (s step) when() string {
	at, err := time.Parse(time.RFC3339, s.At)
	if err != nil {
		return s.At
	}
	return at.Format("02/01/2006 15:04")
}

func (s step) state() string {
	switch {
	case s.UndoneBy != 0:
		return fmt.Sprintf(textUndone, s.UndoneBy)
	case s.Undoes != 0:
		return fmt.Sprintf(textIsUndo, s.Undoes)
	}
	return ""
}

func (s step) style() kit.RowStyle {
	if s.UndoneBy != 0 {
		return kit.Muted
	}
	return kit.Normal
}

func stepColumns() []kit.Column[step] {
	return []kit.Column[step]{
		{Title: wordNumber, Width: 50, Text: step.key, Order: kit.ByNumber},
		{Title: wordWhen, Width: 124, Text: step.when},
		{Title: wordWhat, Width: 300, Grow: true, Text: func(s step) string { return s.Words }},
		{Title: wordWho, Width: 120, Text: func(s step) string { return s.By }},
		{Title: wordHost, Width: 90, Text: func(s step) string { return s.Host }},
		{Title: wordRows, Width: 64, Text: func(s step) string { return kit.FormatInt(len(s.Rows)) }, Order: kit.ByNumber},
		{Title: wordState, Width: 140, Text: step.state},
	}
}

// line is a row that the operation at the cursor changed.
type line struct {
	imports.EntryLine
	number int
}

func (l line) key() string { return fmt.Sprint(l.number) }

func lineColumns() []kit.Column[line] {
	return []kit.Column[line]{
		{Title: wordFate, Width: 50, Text: func(l line) string { return l.Fate }},
		{Title: wordKind, Width: 110, Text: func(l line) string { return l.Kind }},
		{Title: wordAbout, Width: 220, Text: func(l line) string { return l.What }},
		{Title: wordBefore, Width: 200, Grow: true, Text: func(l line) string { return l.Before }},
		{Title: wordAfter, Width: 200, Grow: true, Text: func(l line) string { return l.After }},
	}
}
