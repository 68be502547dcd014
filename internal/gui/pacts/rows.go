package pacts

import (
	"fmt"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one room with its pact and how far its people have registered.
type row struct {
	unit     tdkt.Unit
	pact     tdkt.Pact
	done, of int
}

func (r row) key() string { return string(r.unit.ID) }

func (r row) style() kit.RowStyle {
	switch {
	case r.pact.Received == 0:
		return kit.Warning
	case r.pact.Signed == 0:
		return kit.Normal
	}
	return kit.Good
}

// read lists the rooms of a year; missing leaves those whose sheet has not come back.
func read(v *view.View, year int, missing bool) []row {
	var out []row
	for _, u := range papers.Rooms(v, year) {
		r := row{unit: u, pact: v.PactOf(year, u.ID)}
		for _, p := range v.PeopleOf(year, u.ID) {
			r.of++
			if len(v.PledgesOf(year, tdkt.PersonSubject(p.ID))) > 0 {
				r.done++
			}
		}
		if !missing || r.pact.Received == 0 {
			out = append(out, r)
		}
	}
	return out
}

// The columns of the list.
const (
	colRoom = iota
	colDone
	colOf
	colReceived
	colFile
	colSigned
	colSigner
	colNote
)

func columns(locked func() bool) []kit.Column[row] {
	edit := func(kind kit.EditorKind) *kit.Editor[row] {
		return &kit.Editor[row]{Kind: kind, Locked: func(row) bool { return locked() }}
	}
	return []kit.Column[row]{
		colRoom:     {Title: wordRoom, Width: 240, Grow: true, Text: func(r row) string { return r.unit.Name }},
		colDone:     {Title: wordDone, Width: 90, Text: func(r row) string { return strconv.Itoa(r.done) }, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
		colOf:       {Title: wordOf, Width: 70, Text: func(r row) string { return strconv.Itoa(r.of) }, Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
		colReceived: {Title: wordReceived, Width: 100, Text: func(r row) string { return r.pact.Received.String() }, Order: kit.ByDay, Edit: edit(kit.EditDate)},
		colFile:     {Title: wordFile, Width: 200, Text: func(r row) string { return r.pact.File }},
		colSigned:   {Title: wordSigned, Width: 100, Text: func(r row) string { return r.pact.Signed.String() }, Order: kit.ByDay, Edit: edit(kit.EditDate)},
		colSigner:   {Title: wordSigner, Width: 150, Text: func(r row) string { return r.pact.Signer }, Edit: edit(kit.EditText)},
		colNote:     {Title: wordNote, Width: 150, Text: func(r row) string { return r.pact.Note }, Edit: edit(kit.EditText)},
	}
}

func totals(shown []row) string {
	sent, signed := 0, 0
	for _, r := range shown {
		if r.pact.Received != 0 {
			sent++
		}
		if r.pact.Signed != 0 {
			signed++
		}
	}
	return fmt.Sprintf(textTotals, sent, len(shown), signed, len(shown))
}

// edited lays cells over pacts; those of one room are one change.
func edited(edits []kit.Edit[row]) []tdkt.Pact {
	var out []tdkt.Pact
	at := map[tdkt.ID]int{}
	for _, e := range edits {
		i, ok := at[e.Row.unit.ID]
		if !ok {
			i = len(out)
			at[e.Row.unit.ID] = i
			out = append(out, e.Row.pact)
		}
		p := &out[i]
		switch e.Column {
		case colReceived:
			p.Received, _ = tdkt.ParseVN(e.Text) // the editor gives a day or nothing
		case colSigned:
			p.Signed, _ = tdkt.ParseVN(e.Text)
		case colSigner:
			p.Signer = e.Text
		case colNote:
			p.Note = e.Text
		}
	}
	return out
}

// came is one line of what sheets that came back would do.
type came struct {
	at                              int
	sheet, what, who, before, after string
}

func (c came) key() string { return strconv.Itoa(c.at) }

func (c came) style() kit.RowStyle {
	switch c.what {
	case wordRefused, wordUnread:
		return kit.Bad
	case wordSame:
		return kit.Muted
	}
	return kit.Normal
}

func cameColumns() []kit.Column[came] {
	return []kit.Column[came]{
		{Title: wordSheet, Width: 170, Text: func(c came) string { return c.sheet }},
		{Title: wordWhat, Width: 90, Text: func(c came) string { return c.what }},
		{Title: wordWho, Width: 170, Text: func(c came) string { return c.who }},
		{Title: wordBefore, Width: 150, Text: func(c came) string { return c.before }},
		{Title: wordAfter, Width: 320, Grow: true, Text: func(c came) string { return c.after }},
	}
}

// count sums up what sheets would do.
type count struct{ changed, same, refused, unread int }

// cameRows lists what wants a look first: sheets that cannot be read, lines to put
// right, then what changes.
func cameRows(list []*papers.SheetReturn, sentence func(error) string) ([]came, count) {
	var out []came
	var n count
	add := func(c came) {
		c.at = len(out)
		out = append(out, c)
	}
	for _, r := range list {
		if r.Problem != nil {
			n.unread++
			add(came{sheet: filepath.Base(r.Path), what: wordUnread, after: sentence(r.Problem)})
		}
	}
	for _, r := range list {
		n.refused += len(r.Refused)
		for _, p := range r.Refused {
			add(came{sheet: r.Unit, what: wordRefused, who: p.Sheet + ", " + p.Cell, after: p.Text})
		}
	}
	for _, r := range list {
		n.changed += len(r.Changed)
		for _, c := range r.Changed {
			add(came{sheet: r.Unit, what: wordChanged, who: c.Name, before: c.Before, after: c.After})
		}
	}
	for _, r := range list {
		if r.Same > 0 {
			n.same += r.Same
			add(came{sheet: r.Unit, what: wordSame, who: fmt.Sprintf(textSameMany, r.Same)})
		}
	}
	return out, n
}
