package gui

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// base is how a text says what a percent is taken of: "5/6 (83,3%)", "20% của 50",
// "tỷ lệ trên số đã xếp loại".
var (
	percentOf = regexp.MustCompile(`\d%`)
	base      = regexp.MustCompile(`\d/\d|(^|[\s(])(của|trên|số) `)
)

// readable is a thing on the screen that reads as one text.
type readable interface {
	fyne.CanvasObject
	ScreenText() string
}

// bare are the texts on the screen that say a percent of nobody knows what: neither they
// nor the header above them nor what stands in their line names what it is a part of.
func bare(c fyne.Canvas) []string {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	all := uitest.All[readable](c)
	var out []string
	for _, o := range all {
		text := o.ScreenText()
		if !percentOf.MatchString(text) || base.MatchString(text) {
			continue
		}
		named := false
		for _, other := range all {
			if other == o || !base.MatchString(other.ScreenText()) {
				continue
			}
			sameLine := math.Abs(float64(at(other).Y-at(o).Y)) < 4
			_, cell := other.(interface{ Column() int })
			above := !cell && math.Abs(float64(at(other).X-at(o).X)) < 4 && at(other).Y < at(o).Y
			if named = sameLine || above; named {
				break
			}
		}
		if !named {
			out = append(out, text)
		}
	}
	return out
}

// TestPercentNamesBase: no page shows a percent without what it is taken of.
func TestPercentNamesBase(t *testing.T) {
	if seen := toured(t).percents; seen < 20 {
		t.Errorf("only %d percents were seen", seen)
	}
	p := start(t)
	p.Window.SetContent(p.ui.Frame(kit.NewBar100(kit.BarData{Label: "LĐTT", Text: "83,3%", Parts: []int{5, 1}, Fills: []kit.Token{kit.Level1, kit.Level2}}, nil)))
	if got := bare(p.Window.Canvas()); len(got) != 1 {
		t.Errorf("a bar that says 83,3%% alone is let through: %q", got)
	}
}

// watchPercents looks at each percent of the wide window, and counts them.
func (r *tour) watchPercents(v sight) (faults []string) {
	if !v.in(desktop24.Width) {
		return nil
	}
	r.percents += strings.Count(uitest.Text(v.c), "%")
	for _, text := range bare(v.c) {
		faults = append(faults, fmt.Sprintf("shows %q, which does not say what it is a part of", text))
	}
	return faults
}
