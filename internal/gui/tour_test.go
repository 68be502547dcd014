package gui

import (
	"fmt"
	"image"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// A page in a window is dear to make and cheap to look at: one tour goes through every page, in
// every window and size of text, and all tests that look at pages do so on it. Each has its own
// faults and fails by itself; the first of them to run walks.

// sight is a page as it stands in a window.
type sight struct {
	p     *Program
	c     fyne.Canvas
	where string // the page
	size  float32
	room  fyne.Size
}

func (v sight) String() string {
	return fmt.Sprintf("%s at size %.0f in %.0f by %.0f", v.where, v.size, v.room.Width, v.room.Height)
}

// in says whether the view is of the usual letters in a window so wide.
func (v sight) in(width float32) bool { return v.size == kit.TextNormal && v.room.Width == width }

// laptop, desktop24 and little are the windows: of a laptop, of a desk, and of a laptop at 125 per
// cent, less title and menu.
var (
	laptop    = fyne.NewSize(1366, 740)
	desktop24 = fyne.NewSize(1920, 1050)
	little    = fyne.NewSize(1024, 560)
)

// tour is what was found on the way, by the test that looks for it.
type tour struct {
	faults map[string][]string
	views  int
	kept   float32 // the size of text at the end

	percents int // seen
}

var theTour *tour

// toured reports what the tour found for the test that runs.
func toured(t *testing.T) *tour {
	t.Helper()
	if theTour == nil {
		theTour = walkTour(t)
	}
	for _, f := range theTour.faults[t.Name()] {
		t.Error(f)
	}
	if theTour.views < 7*24 {
		t.Errorf("only %d views were looked at", theTour.views)
	}
	return theTour
}

// watch looks at a view for a test and says what is wrong with it.
type watch func(v sight) (faults []string)

func walkTour(t *testing.T) *tour {
	t.Helper()
	out := &tour{faults: map[string][]string{}}
	watches := []struct {
		test string
		look watch
	}{
		{"TestNothingCut", watchCut},
		{"TestOneHead", watchHead},
		{"TestPercentNamesBase", out.watchPercents},
		{"TestNarrowWindow", watchNarrow()},
		{"TestEveryPage", watchDrawn},
		{"TestTextSizes", watchRoom},
	}
	p := sampled(t)
	w := &walker{t: t, p: p}
	for _, size := range []float32{kit.TextNormal, 16, kit.TextHuge} {
		rooms := []fyne.Size{laptop, desktop24}
		switch size {
		case kit.TextNormal:
			rooms = append(rooms, little)
		case kit.TextHuge:
			p.fyne.Preferences().SetInt(lookName, int(kit.Dark))
		}
		p.setTextSize(size)
		for _, room := range rooms {
			p.Window.Resize(room)
			w.pages(func(where string) {
				out.views++
				v := sight{p: p, c: p.Window.Canvas(), where: where, size: size, room: room}
				for _, one := range watches {
					for _, fault := range one.look(v) {
						out.faults[one.test] = append(out.faults[one.test], v.String()+" "+fault)
					}
				}
			})
		}
	}
	out.kept = p.textSize()
	return out
}

// watchDrawn draws the largest letters in the smaller window, dark, at half its points: a
// quarter of the work.
func watchDrawn(v sight) []string {
	if v.size < kit.TextHuge || v.room != laptop {
		return nil
	}
	c := v.c.(interface{ SetScale(scale float32) })
	c.SetScale(0.5)
	picture := v.c.Capture()
	c.SetScale(1)
	const step = 4
	ground, other := picture.At(0, 0), 0
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y += step {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x += step {
			if picture.At(x, y) != ground {
				other++
			}
		}
	}
	if picture.Bounds().Size() != image.Pt(int(laptop.Width)/2, int(laptop.Height)/2) || other < 5000 { // the emptiest page has twice as many
		return []string{fmt.Sprintf("is drawn as %v with %d points that are no ground", picture.Bounds(), other)}
	}
	return nil
}

// watchRoom: at the usual sizes a page fits the smallest screen, else that of a laptop.
func watchRoom(v sight) []string {
	const usual = 16
	if v.room != laptop {
		return nil
	}
	room := little
	if v.size > kit.TextNormal {
		room = fyne.NewSize(1280, 660) // 1366 by 768
	}
	if v.size > usual {
		room = laptop // the same at 100 per cent, the whole of it
	}
	least := v.p.Window.Content().MinSize()
	if least.Width <= room.Width && least.Height <= room.Height {
		return nil
	}
	v.p.shell.current().Turn(0) // the tabs ask for the room of all the pages in front
	return []string{fmt.Sprintf("needs %v, there is %v", least, room)}
}

// watchNarrow remembers the buttons of the wide window and misses them in the small one.
func watchNarrow() watch {
	wide := map[string]map[string]bool{}
	return func(v sight) (faults []string) {
		switch {
		case v.in(laptop.Width):
			wide[v.where] = wholeButtons(v.c)
		case v.in(little.Width):
			small := wholeButtons(v.c)
			for word := range wide[v.where] {
				if !small[word] && !scrolled[word] {
					faults = append(faults, fmt.Sprintf("cuts off the button %q", word))
				}
			}
		}
		return faults
	}
}

// wholeButtons are the words of the buttons that stand whole in the window.
func wholeButtons(c fyne.Canvas) map[string]bool {
	found := map[string]bool{}
	for _, b := range uitest.All[*kit.Button](c) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		if at.X >= 0 && at.X+b.Size().Width <= c.Size().Width+1 && at.Y+b.Size().Height <= c.Size().Height+1 && b.Size().Width >= b.MinSize().Width-1 {
			found[b.Text] = true
		}
	}
	return found
}
