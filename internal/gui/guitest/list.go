package guitest

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// grid is a list of the screen, of whatever rows.
type grid interface {
	fyne.CanvasObject
	ListTable() tdkt.ListTable
	At() (row, column int)
	Focus()
}

// List is a list on the screen, read by the titles of its columns, also where a row is
// scrolled away, and driven by the keyboard.
type List struct {
	tb   testing.TB
	c    fyne.Canvas
	grid grid
}

// List is the first list on the screen, or in the newest dialog, that has columns of these
// titles.
func (b *Bench) List(tb testing.TB, titles ...string) List {
	tb.Helper()
	c := b.Window.Canvas()
	g, ok := uitest.Find(c, func(g grid) bool {
		for _, title := range titles {
			if column(g.ListTable(), title) < 0 {
				return false
			}
		}
		return true
	})
	if !ok {
		tb.Fatalf("no list with the columns %q on the screen:\n%s", titles, uitest.Text(c))
	}
	return List{tb, c, g}
}

func column(t tdkt.ListTable, title string) int {
	return slices.IndexFunc(t.Columns, func(c tdkt.ListColumn) bool { return c.Title == title })
}

// Titles are those of the columns.
func (l List) Titles() []string {
	var out []string
	for _, c := range l.grid.ListTable().Columns {
		out = append(out, c.Title)
	}
	return out
}

// Rows are the texts of all cells in the order shown.
func (l List) Rows() [][]string { return l.grid.ListTable().Rows }

// Len is how many rows are shown.
func (l List) Len() int { return len(l.Rows()) }

// Texts are the cells of a column.
func (l List) Texts(title string) []string {
	l.tb.Helper()
	t := l.grid.ListTable()
	at := column(t, title)
	if at < 0 {
		l.tb.Fatalf("the list has no column %q", title)
	}
	out := make([]string, len(t.Rows))
	for i, r := range t.Rows {
		out[i] = r[at]
	}
	return out
}

// Cell is one text; a row that is not there ends the test.
func (l List) Cell(row int, title string) string {
	l.tb.Helper()
	texts := l.Texts(title)
	if row < 0 || row >= len(texts) {
		l.tb.Fatalf("the list has no row %d:\n%s", row, uitest.Text(l.c))
	}
	return texts[row]
}

// Find is the first row with the text in a column; none ends the test.
func (l List) Find(title, text string) int {
	l.tb.Helper()
	at := slices.Index(l.Texts(title), text)
	if at < 0 {
		l.tb.Fatalf("no row with %q under %q: %q", text, title, l.Texts(title))
	}
	return at
}

// Cursor is the row of the cursor.
func (l List) Cursor() int {
	row, _ := l.grid.At()
	return row
}

// Go puts keyboard and cursor on a cell; "" is the column the cursor is in.
func (l List) Go(row int, title string) {
	l.tb.Helper()
	l.grid.Focus()
	if now, _ := l.grid.At(); row > now {
		uitest.Keys(l.c, slices.Repeat([]string{"Down"}, row-now)...)
	} else if row < now {
		uitest.Keys(l.c, slices.Repeat([]string{"Up"}, now-row)...)
	} else if title == "" {
		return
	}
	to := column(l.grid.ListTable(), title)
	if title != "" {
		if to < 0 {
			l.tb.Fatalf("the list has no column %q: %q", title, l.Titles())
		}
		uitest.Keys(l.c, "Home")
		uitest.Keys(l.c, slices.Repeat([]string{"Right"}, to)...)
	}
	if now, at := l.grid.At(); now != row || title != "" && at != to {
		l.tb.Fatalf("the cursor is in row %d, column %d; want row %d, %q", now, at, row, title)
	}
}

// Set puts a text into a cell as a person does who copied it, or empties the cell by Delete.
func (l List) Set(row int, title, text string) {
	l.tb.Helper()
	l.Go(row, title)
	if text == "" {
		uitest.Keys(l.c, "Delete")
		return
	}
	l.Paste(text)
}

// Paste puts a block of cells, parted by tabs and line ends, at the cursor.
func (l List) Paste(text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	uitest.Keys(l.c, "Ctrl+V")
}

// Type types a text into a cell, key by key, and presses Enter.
func (l List) Type(row int, title, text string) {
	l.tb.Helper()
	l.Go(row, title)
	uitest.Type(l.tb, l.c, text)
	uitest.Keys(l.c, "Return")
}
