package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// StepState is how far a step of the year is.
type StepState int

// The states of a step.
const (
	StepToCome StepState = iota
	StepNow
	StepLate
	StepDone
)

// Step is one step of the rail.
type Step struct {
	Words string
	State StepState
	Go    func()
}

// StepRail is the way of the year in one line: what is done, where one is, what comes.
// Each step opens the place it is about.
type StepRail struct {
	row *railBox
}

// NewStepRail makes an empty rail.
func NewStepRail() *StepRail { return &StepRail{row: newRailBox()} }

// Object is the rail on the screen.
func (r *StepRail) Object() fyne.CanvasObject { return r.row }

// Set shows the steps.
func (r *StepRail) Set(steps []Step) {
	r.row.steps = make([]*railStep, len(steps))
	for i, s := range steps {
		r.row.steps[i] = newRailStep(s)
	}
	r.row.Refresh()
}

// railStep is one step: a dot and its words.
type railStep struct {
	drawing
	Step
}

func newRailStep(s Step) *railStep {
	w := &railStep{Step: s}
	w.do = s.Go
	w.init(w, w.size, w.paint, func() string { return s.Words })
	return w
}

const railDot = 5

func (s *railStep) bold() bool { return s.State == StepNow || s.State == StepLate }

func (s *railStep) size() fyne.Size {
	return fyne.NewSize(2*railDot+Space2+textSized(s.Words, Small, s.bold())+2, textTall(Small)+Space2)
}

func (s *railStep) paint(p *pen, size fyne.Size) {
	middle := fyne.NewPos(railDot+1, size.Height/2)
	ink := Quiet
	switch s.State {
	case StepDone:
		p.dot(middle, Paint(GoodInk), Paint(GoodInk), 0)
	case StepNow:
		p.dot(middle, Paint(Paper), Paint(Accent), 3)
		ink = Ink
	case StepLate:
		p.dot(middle, Paint(Paper), Paint(BadInk), 3)
		ink = BadInk
	case StepToCome:
		p.dot(middle, Paint(Paper), Paint(Edge), 2)
	}
	if s.hovered {
		ink = Accent
	}
	p.write(s.Words, fyne.NewPos(2*railDot+Space2, (size.Height-textTall(Small))/2), Small, ink, s.bold(), size.Width-2*railDot-Space2)
}

// railBox puts the steps across, with lines between them; where there is no room the
// words of the steps to come give way first.
type railBox struct {
	drawing
	steps []*railStep
}

func newRailBox() *railBox {
	b := &railBox{}
	b.init(b, func() fyne.Size { return fyne.NewSize(300, textTall(Small)+Space3) }, func(*pen, fyne.Size) {}, nil)
	return b
}

// CreateRenderer is for Fyne.
func (b *railBox) CreateRenderer() fyne.WidgetRenderer { return &railRenderer{b: b} }

type railRenderer struct {
	b *railBox
	p pen
}

// Layout is for Fyne.
func (r *railRenderer) Layout(size fyne.Size) {
	r.p = pen{}
	r.p.box(fyne.NewPos(0, 0), size, Paint(Paper), 0)
	need := float32(0)
	for _, s := range r.b.steps {
		need += s.size().Width
	}
	n := float32(len(r.b.steps))
	gap := (size.Width - 2*Space4 - need) / max(n-1, 1)
	part := float32(1)
	if gap < Space2 {
		gap = Space2
		part = (size.Width - 2*Space4 - gap*(n-1)) / need
	}
	x := float32(Space4)
	for i, s := range r.b.steps {
		wide := s.size().Width * part
		tall := s.size().Height
		s.Move(fyne.NewPos(x, (size.Height-tall)/2))
		s.Resize(fyne.NewSize(wide, tall))
		r.p.objects = append(r.p.objects, s)
		x += wide
		if i < len(r.b.steps)-1 {
			if gap > 3*Space2 {
				r.p.line(fyne.NewPos(x+Space2, size.Height/2), fyne.NewPos(x+gap-Space2, size.Height/2), Paint(Edge), 1)
			}
			x += gap
		}
	}
	r.p.box(fyne.NewPos(0, size.Height-1), fyne.NewSize(size.Width, 1), Paint(Line), 0)
}

// MinSize is for Fyne.
func (r *railRenderer) MinSize() fyne.Size { return r.b.least() }

// Refresh is for Fyne.
func (r *railRenderer) Refresh() {
	r.Layout(r.b.Size())
	for _, s := range r.b.steps {
		s.Refresh()
	}
	canvas.Refresh(r.b) // the steps are new to the window
}

// Objects is for Fyne.
func (r *railRenderer) Objects() []fyne.CanvasObject { return r.p.objects }

// Destroy is for Fyne.
func (r *railRenderer) Destroy() {}
