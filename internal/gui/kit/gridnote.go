package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// refusal is what was typed into a cell and not taken, and why. It stays in the cell
// until it is mended or given up.
type refusal struct{ text, why string }

// cellNote is the reason that stands beside a cell.
type cellNote struct {
	label *widget.Label
	box   *fyne.Container
	layer *fyne.Container
}

const noteWidth = 340

func newCellNote() *cellNote {
	n := &cellNote{label: sentenceLabel("")}
	n.label.Importance = widget.DangerImportance
	n.box = container.NewStack(newSurface(BadPaper, BadInk, 3, false), n.label)
	n.box.Hide()
	n.layer = container.New(layout.NewStackLayout(), container.NewWithoutLayout(n.box))
	return n
}

// showAt puts the note below a cell, or above it where there is no room.
func (n *cellNote) showAt(why string, at fyne.Position, cell, room fyne.Size) {
	if why == "" {
		n.box.Hide()
		return
	}
	n.label.SetText(why)
	wide := min(noteWidth, room.Width)
	n.label.Resize(fyne.NewSize(wide, 10))
	tall := n.label.MinSize().Height
	at.X = max(0, min(at.X, room.Width-wide))
	below := at.Y + cell.Height
	if below+tall > room.Height {
		below = max(0, at.Y-tall)
	}
	n.box.Move(fyne.NewPos(at.X, below))
	n.box.Resize(fyne.NewSize(wide, tall))
	n.box.Show()
	n.box.Refresh()
}

// cellKey names a cell for good: the row and the column's title.
func (g *Grid[T]) cellKey(s spot) string {
	if len(g.refused) == 0 || s.row < 0 || s.row >= len(g.view) || s.col >= len(g.columns) {
		return ""
	}
	return g.refusalKey(g.key(g.row(s.row)), s.col)
}

func (g *Grid[T]) refusalKey(row string, column int) string {
	return row + "\x00" + g.columns[column].Title
}

// refuse keeps what was typed in its cell with the reason, and says it.
func (g *Grid[T]) refuse(row string, column int, text, why string) {
	g.refused[g.refusalKey(row, column)] = refusal{text, why}
	g.ui.Warn(why)
	g.table.Refresh()
	g.showNote()
}

// accept forgets what was refused in a cell.
func (g *Grid[T]) accept(row string, column int) {
	if len(g.refused) == 0 {
		return
	}
	delete(g.refused, g.refusalKey(row, column))
	g.table.Refresh()
	g.showNote()
}

// showNote says beside the cell at the cursor why its text is not taken.
func (g *Grid[T]) showNote() {
	r := g.refused[g.cellKey(g.at)]
	at, size := g.table.cellPlace(g.at)
	own := fyne.CurrentApp().Driver().AbsolutePositionForObject(g)
	g.note.showAt(r.why, at.Subtract(own), size, g.Size())
}

// Refused is how many cells hold something that was not taken.
func (g *Grid[T]) Refused() int { return len(g.refused) }
