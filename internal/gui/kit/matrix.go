package kit

import (
	"fyne.io/fyne/v2"
)

// Matrix is years or months across and what is looked at down: each cell a short word
// in a tone. Neighbours that belong together stand on one ground without a gap.
type Matrix struct {
	drawing
	heads []string
	rows  []MatrixRow
}

// MatrixRow is a line of a matrix.
type MatrixRow struct {
	Label string
	Cells []MatrixCell
}

// MatrixCell is a place of a matrix.
type MatrixCell struct {
	Text string
	Tone Tone
	Fill bool // the whole cell is in the colour of the tone
	Pill bool // only a mark behind the word is
}

// NewMatrix makes a matrix.
func NewMatrix() *Matrix {
	m := &Matrix{}
	m.init(m, m.size, m.paint, nil)
	return m
}

// Set shows something else.
func (m *Matrix) Set(heads []string, rows []MatrixRow) {
	m.heads, m.rows = heads, rows
	m.Refresh()
}

// Text is the matrix as lines, for the clipboard and tests.
func (m *Matrix) Text() string {
	text := ""
	for _, h := range m.heads {
		text += "\t" + h
	}
	for _, r := range m.rows {
		text += "\n" + r.Label
		for _, c := range r.Cells {
			text += "\t" + c.Text
		}
	}
	return text
}

const (
	matrixLabel = 124
	matrixCell  = 58
)

func (m *Matrix) rowTall() float32 { return textTall(Body) + Space2 + 1 }

func (m *Matrix) size() fyne.Size {
	return fyne.NewSize(scaled(matrixLabel)+float32(len(m.heads))*scaled(matrixCell), m.rowTall()*float32(len(m.rows)+1))
}

func (m *Matrix) paint(p *pen, size fyne.Size) {
	card := p.box(fyne.NewPos(0, 0), size, Paint(Paper), cardRound)
	card.StrokeColor, card.StrokeWidth = Paint(Line), 1
	tall, left := m.rowTall(), scaled(matrixLabel)
	step := (size.Width - left) / float32(max(len(m.heads), 1))
	for i, h := range m.heads {
		wide := textSized(h, Small, true)
		p.write(h, fyne.NewPos(left+float32(i)*step+(step-wide)/2, (tall-textTall(Small))/2), Small, Quiet, true, 0)
	}
	for k, row := range m.rows {
		y := tall * float32(k+1)
		p.line(fyne.NewPos(0, y), fyne.NewPos(size.Width, y), Paint(Line), 1)
		p.write(row.Label, fyne.NewPos(Space3, y+(tall-textTall(Body))/2), Body, Ink, false, left-Space3)
		for i, c := range row.Cells {
			m.cell(p, c, fyne.NewPos(left+float32(i)*step, y), fyne.NewSize(step, tall))
		}
	}
}

func (m *Matrix) cell(p *pen, c MatrixCell, at fyne.Position, size fyne.Size) {
	if c.Fill {
		p.box(at.AddXY(0, 1), fyne.NewSize(size.Width+0.5, size.Height-1), Paint(c.Tone.Paper()), 0)
	}
	if c.Text == "" {
		return
	}
	bold := c.Fill && c.Tone == GoodTone
	of := Body
	if textSized(c.Text, of, bold) > size.Width-Space1 {
		of = Small
	}
	wide := min(textSized(c.Text, of, bold), size.Width-2)
	x := at.X + (size.Width-wide)/2
	y := at.Y + (size.Height-textTall(of))/2
	if c.Pill {
		p.box(fyne.NewPos(x-Space1, y-1), fyne.NewSize(wide+2*Space1, textTall(of)+2), Paint(c.Tone.Paper()), 3)
	}
	p.write(c.Text, fyne.NewPos(x, y), of, c.Tone.Ink(), bold, size.Width-2)
}
