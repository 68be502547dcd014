package gui

import (
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/uitest"
)

// TestRail: every step of the year stands above the pages and one click opens the page
// where it is done, on the row that lacks it.
func TestRail(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	for _, year := range []string{"2023", "2024"} {
		p.shell.year.SetSelected(year)
		steps := p.shell.desk.View().YearSteps(t.Context(), p.shell.desk.Year(), p.shell.desk.App.Today())
		for _, step := range steps {
			uitest.Tap(t, c, step.Words())
			want := desk.PlaceOfSpot(step.At)
			at := p.shell.current()
			if at.Name() != want.Tab || want.Page != "" && at.PageName() != want.Page {
				t.Errorf("%s, %s leads to %s, %s; want %s, %s", year, step.Words(), at.Name(), at.PageName(), want.Tab, want.Page)
			}
			if name := p.shell.desk.View().Facts.NameOf(step.Subject); step.Missing && name != "" && step.At != app.AtTasks && !strings.Contains(uitest.Text(c), name) {
				t.Errorf("%s, %s does not show %s", year, step.Words(), name)
			}
		}
	}
}

// TestLeaveAsks: closing with half-typed text asks first; going back keeps the text, and
// only then is it thrown away. Nothing half typed is written.
func TestLeaveAsks(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	p.shell.bar.SelectIndex(staffTab)
	old := p.shell.desk.View().People[0].Name
	uitest.Tap(t, c, "Hoàng Thị Mai Anh")
	uitest.Keys(c, "F2")
	uitest.Type(t, c, "xyz")
	p.leave()
	if text := uitest.Text(c); !strings.Contains(text, wordTyping) {
		t.Fatalf("nothing was asked:\n%s", text)
	}
	uitest.Keys(c, "Escape")
	if p.ctx.Err() != nil {
		t.Fatal("Esc closed the program")
	}
	for _, person := range p.shell.desk.View().People {
		if strings.Contains(person.Name, "xyz") {
			t.Errorf("half-typed text was written: %s (before: %s)", person.Name, old)
		}
	}
}

// TestLargerByKeys: Ctrl+plus and Ctrl+minus change the size within its bounds.
func TestLargerByKeys(t *testing.T) {
	p := start(t)
	c := p.Window.Canvas()
	uitest.Keys(c, "Ctrl+=", "Ctrl+=")
	if got := p.textSize(); got != 15 {
		t.Errorf("size %v after two steps", got)
	}
	for range 12 {
		uitest.Keys(c, "Ctrl+-")
	}
	if got := p.textSize(); got != 12 {
		t.Errorf("the smallest is %v", got)
	}
}
