package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// start makes the whole program without a display; files answer its dialogs.
func start(t *testing.T, files ...string) *Program {
	t.Helper()
	f := test.NewTempApp(t)
	p := New(t.Context(), f, Options{
		Open: func(path string, create bool) (*app.App, func() error, error) {
			return boot.Open(t.Context(), boot.Options{Path: path, Create: create, Now: guitest.Now})
		},
		Sample: boot.LoadSample,
		Copies: boot.Copies{Now: guitest.Now},
		Run:    kit.Inline,
		Files:  &kit.FakeFiles{Paths: files},
	})
	p.Window.Resize(fyne.NewSize(1366, 740))
	t.Cleanup(p.closed)
	return p
}

// sampled is start with the sample open.
func sampled(t *testing.T) *Program {
	t.Helper()
	p := start(t, filepath.Join(t.TempDir(), "mau.sotd"))
	uitest.Tap(t, p.Window.Canvas(), wordSample)
	if p.shell == nil {
		t.Fatalf("the sample did not open:\n%s", uitest.Text(p.Window.Canvas()))
	}
	return p
}

// TestFirstScreen: what a newcomer sees says what to do, and the sample opens in the
// year of its plan.
func TestFirstScreen(t *testing.T) {
	p := start(t)
	text := uitest.Text(p.Window.Canvas())
	for _, want := range []string{wordOpenFile, wordNewFile, wordSample} {
		if !strings.Contains(text, want) {
			t.Errorf("the first screen lacks %q:\n%s", want, text)
		}
	}
	p = sampled(t)
	if got := p.shell.desk.Year(); got != guitest.Year {
		t.Errorf("year = %d", got)
	}
}

// TestTabs: every tab opens by Ctrl and its number, shows the sample, and shows no
// English and no raw code.
func TestTabs(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	for i, tab := range p.shell.tabs {
		uitest.Keys(c, "Ctrl+"+string(rune('1'+i)))
		if p.shell.current() != tab {
			t.Errorf("Ctrl+%d shows %s", i+1, p.shell.current().Name())
		}
		text := uitest.Text(c)
		for _, bad := range []string{"Cancel", "Yes", "No ", "(Select one)", "HTXS", "yes", "unknown"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s shows %q:\n%s", tab.Name(), bad, text)
			}
		}
	}
}

// TestChoices: the year and the unit above serve all tabs.
func TestChoices(t *testing.T) {
	p := sampled(t)
	s := p.shell
	s.year.SetSelected("2024")
	if s.desk.Year() != 2024 {
		t.Errorf("year = %d", s.desk.Year())
	}
	s.unit.SetSelectedIndex(2)
	if u, _ := s.desk.View().Facts.Unit(s.desk.Unit()); !strings.HasSuffix(s.unit.Selected, u.Name) {
		t.Errorf("unit %q shows as %q", u.Name, s.unit.Selected)
	}
}

// TestNewFile: a new file asks for the department's name and opens empty; the same
// name again is refused with a sentence and the file stays.
func TestNewFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mới.sotd")
	p := start(t, path, path)
	c := p.Window.Canvas()
	uitest.Tap(t, c, wordNewFile)
	uitest.TypeComposed(t, c, "Sở Thử nghiệm")
	uitest.Keys(c, "Return")
	if p.shell == nil || p.shell.desk.View().Org.Name != "Sở Thử nghiệm" {
		t.Fatalf("the new file is not open:\n%s", uitest.Text(c))
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p.newFile()
	uitest.TypeComposed(t, c, "Sở Khác")
	uitest.Keys(c, "Return")
	if text := uitest.Text(c); !strings.Contains(text, "đã có") {
		t.Errorf("an existing file was not refused:\n%s", text)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the refused file changed (%v)", err)
	}
}
