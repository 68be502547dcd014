package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Para is a text that goes on in as many lines as it needs, with no room around it.
type Para struct {
	drawing
	text string
	of   Type
	ink  Token
	bold bool
}

// NewPara makes a paragraph.
func NewPara(text string, of Type, ink Token, bold bool) *Para {
	p := &Para{text: text, of: of, ink: ink, bold: bold}
	p.init(p, p.size, p.paint, nil)
	return p
}

// SetText says something else.
func (p *Para) SetText(text string) {
	p.text = text
	p.Refresh()
}

const paraLines = 40

func (p *Para) lines(width float32) []string {
	return breakLines(p.text, width, paraLines, TextSize(p.of), fyne.TextStyle{Bold: p.bold})
}

func (p *Para) size() fyne.Size {
	n := 1
	if wide := p.Size().Width; wide > 0 {
		n = len(p.lines(wide))
	}
	return fyne.NewSize(scaled(60), float32(n)*(textTall(p.of)-1)+1)
}

func (p *Para) paint(pen *pen, size fyne.Size) {
	y := float32(0)
	for _, line := range p.lines(size.Width) {
		pen.write(line, fyne.NewPos(0, y), p.of, p.ink, p.bold, 0)
		y += textTall(p.of) - 1
	}
}

// Flow puts objects below each other, each as high as it needs to be at the width there
// is: texts that wrap are asked again once they know their width.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(flowLayout(gap), objects...)
}

type flowLayout float32

// Layout is for Fyne.
func (f flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		if tall := o.MinSize().Height; tall != o.Size().Height {
			o.Resize(fyne.NewSize(size.Width, tall))
		}
		y += o.Size().Height + float32(f)
	}
}

// MinSize is for Fyne.
func (f flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		if o.Visible() {
			least := o.MinSize()
			size.Width = max(size.Width, least.Width)
			size.Height += least.Height + float32(f)
		}
	}
	return size
}

// Wrap puts objects beside each other, and on further lines where there is no room.
func Wrap(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrapLayout{}, objects...)
}

type wrapLayout struct{ width float32 }

// Layout is for Fyne.
func (w *wrapLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.width = size.Width
	w.place(objects, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		o.Move(at)
		o.Resize(size)
	})
}

// MinSize is for Fyne.
func (w *wrapLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return w.place(objects, nil) }

// place tells where each object stands, and what room they all need.
func (w *wrapLayout) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) fyne.Size {
	var at fyne.Position
	var need fyne.Size
	for _, o := range objects {
		size := o.MinSize()
		if at.X > 0 && at.X+size.Width > w.width && w.width > 0 {
			at = fyne.NewPos(0, need.Height)
		}
		if put != nil {
			put(o, at, size)
		}
		at.X += size.Width + Space2
		need = need.Max(fyne.NewSize(size.Width, at.Y+size.Height))
	}
	return need
}
