package paper

import (
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tdkt/internal/tdkt"
)

// Certificate is one award as it is printed onto a stock: a text for each of its fields.
type Certificate struct {
	Stock tdkt.Stock
	Words map[string]string // by tdkt.StockWords
}

// WriteCertificates draws one sheet of the stock's own size for each certificate. With
// frame it draws the edge of the sheet and a cross where each field stands, to lay over
// the stock and see whether it fits.
func WriteCertificates(w io.Writer, at time.Time, list []Certificate, frame bool) error {
	d := newDrawing(at, "Giấy chứng nhận")
	for _, c := range list {
		d.certificate(c, frame)
	}
	return d.output(w)
}

// tenths is a length of a stock in millimetres.
func tenths(n int) float64 { return float64(n) / 10 }

func (d *drawing) certificate(c Certificate, frame bool) {
	s := c.Stock
	d.pdf.AddPageFormat("P", fpdf.SizeType{Wd: tenths(s.Width), Ht: tenths(s.Height)})
	if frame {
		d.pdf.SetDrawColor(120, 120, 120)
		d.pdf.SetLineWidth(0.2)
		d.pdf.Rect(2, 2, tenths(s.Width)-4, tenths(s.Height)-4, "D")
	}
	for _, f := range s.Fields {
		d.field(f, c.text(f), frame)
	}
}

// text is what a field prints: the award's own word, or its own text as it stands.
func (c Certificate) text(f tdkt.StockField) string {
	if words, ok := c.Words[f.What]; ok {
		return words
	}
	return f.What
}

// field writes a text on its base line, around its place or beginning there.
func (d *drawing) field(f tdkt.StockField, words string, frame bool) {
	style := ""
	switch {
	case f.Bold:
		style = "B"
	case f.Italic:
		style = "I"
	}
	d.letters(style, float64(f.Size))
	x, y := tenths(f.X), tenths(f.Y)
	at := x
	if !f.Left {
		at -= d.pdf.GetStringWidth(words) / 2
	}
	d.pdf.Text(at, y, words)
	if frame {
		d.pdf.Line(x-2, y, x+2, y)
		d.pdf.Line(x, y-2, x, y+2)
	}
}
