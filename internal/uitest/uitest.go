// Package uitest reads and drives screens in tests as a person does: the text in
// rows, taps by the word on a button, keys by name, and a picture of the whole.
package uitest

import (
	"cmp"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// Text is the screen as rows of text, top to bottom and left to right, parts of a
// row parted by " | ". An open dialog or menu follows after a line of "===".
func Text(c fyne.Canvas) string {
	var b strings.Builder
	b.WriteString(rows(seen(c.Content())))
	for _, o := range c.Overlays().List() {
		b.WriteString("===\n")
		b.WriteString(rows(seen(o)))
	}
	return b.String()
}

// TextOf is Text for a part of the screen.
func TextOf(o fyne.CanvasObject) string { return rows(seen(o)) }

// bit is a piece of text and where it stands.
type bit struct {
	text   string
	x, y   float32
	middle float32
}

// rows joins bits whose middles are on one line.
func rows(bits []bit) string {
	slices.SortStableFunc(bits, func(a, b bit) int { return cmp.Compare(a.middle, b.middle) })
	var out strings.Builder
	for i := 0; i < len(bits); {
		j := i + 1
		for j < len(bits) && bits[j].middle-bits[i].middle < sameRow {
			j++
		}
		line := bits[i:j]
		slices.SortStableFunc(line, func(a, b bit) int { return cmp.Compare(a.x, b.x) })
		texts := make([]string, len(line))
		for k, one := range line {
			texts[k] = one.text
		}
		out.WriteString(strings.TrimRight(strings.Join(texts, " | "), " "))
		out.WriteByte('\n')
		i = j
	}
	return out.String()
}

const sameRow = 6

// seen collects the texts and tick boxes below o that can be seen.
func seen(o fyne.CanvasObject) []bit {
	var out []bit
	cells := map[fyne.CanvasObject]bool{} // parts of what was read as a whole
	walk(o, fyne.NewPos(0, 0), box{0, 0, 1e6, 1e6}, func(o fyne.CanvasObject, at fyne.Position, clip box) bool {
		text := textOf(o)
		whole, one := o.(cell)
		if one = one && whole.Reads(); one {
			text = whole.ScreenText()
		}
		if cells[o] || text == "" && !one {
			return false
		}
		if one {
			for _, part := range children(o) {
				cells[part] = true
			}
		}
		mid := at.Y + o.Size().Height/2
		if at.X < clip.right && at.X+o.Size().Width > clip.left && mid < clip.bottom && mid > clip.top {
			out = append(out, bit{text: text, x: at.X, y: at.Y, middle: mid})
		}
		return false
	})
	return out
}

// cell is something that is read as one text, and where it is empty too: a place in a
// list.
type cell interface {
	ScreenText() string
	Reads() bool
}

func textOf(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *canvas.Text:
		return strings.TrimSpace(o.Text)
	case *canvas.Image:
		return imageText(o)
	}
	return ""
}

// imageText tells tick boxes and radio buttons; other pictures say nothing.
func imageText(i *canvas.Image) string {
	if i.Resource == nil {
		return ""
	}
	colour, name := icon(i.Resource)
	switch name {
	case iconName(theme.CheckButtonCheckedIcon()):
		return "[x]"
	case iconName(theme.Icon(theme.IconNameCheckButtonPartial)):
		return "[-]"
	case iconName(theme.CheckButtonIcon()):
		return "[ ]"
	case iconName(theme.RadioButtonFillIcon()): // the dot; the ring is another picture
		if colour == string(theme.ColorNamePrimary) || colour == string(theme.ColorNameDisabled) {
			return "(•)"
		}
		return "( )"
	}
	return ""
}

// icon parts the name of a themed icon into colour and file.
func icon(r fyne.Resource) (colour, name string) {
	colour, name, ok := strings.Cut(r.Name(), "_")
	if !ok {
		return "", r.Name()
	}
	return colour, name
}

func iconName(r fyne.Resource) string {
	_, name := icon(r)
	return name
}

// box is the part of the screen a scroller lets through.
type box struct{ left, top, right, bottom float32 }

func (b box) within(at fyne.Position, size fyne.Size) box {
	return box{
		max(b.left, at.X), max(b.top, at.Y),
		min(b.right, at.X+size.Width), min(b.bottom, at.Y+size.Height),
	}
}

// walk visits o and all below it that is not hidden, until visit says stop.
func walk(o fyne.CanvasObject, at fyne.Position, clip box, visit func(fyne.CanvasObject, fyne.Position, box) bool) bool {
	if o == nil || !o.Visible() {
		return false
	}
	at = at.Add(o.Position())
	if visit(o, at, clip) {
		return true
	}
	if _, ok := o.(fyne.Scrollable); ok {
		clip = clip.within(at, o.Size())
	}
	for _, child := range children(o) {
		if walk(child, at, clip, visit) {
			return true
		}
	}
	return false
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

// quick packs pictures that are looked at once.
var quick = png.Encoder{CompressionLevel: png.BestSpeed}

// Shot writes a picture of the window to path.
func Shot(tb testing.TB, c fyne.Canvas, path string) {
	tb.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		tb.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	if err := quick.Encode(f, c.Capture()); err != nil {
		tb.Fatal(err)
	}
	if err := f.Close(); err != nil {
		tb.Fatal(err)
	}
}
