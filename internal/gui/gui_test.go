package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/boot"
	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/sampletest"
	"tdkt/internal/uitest"
)

// start makes the whole program without a display; files answer its dialogs.
func start(t *testing.T, files ...string) *Program {
	t.Helper()
	f := uitest.App(t)
	p := New(t.Context(), f, Options{
		Open: func(path string, create bool) (*app.App, func() error, error) {
			return boot.Open(t.Context(), boot.Options{Path: path, Create: create, Now: guitest.Now})
		},
		Enter: func(path string, read bool, who LogIn) (*app.App, func() error, string, error) {
			code := ""
			a, closeFile, err := boot.Open(t.Context(), boot.Options{
				Path: path, Read: read, Now: guitest.Now, Seal: who.Seal, Login: who.Login, Password: who.Password, Code: who.Code, NewCode: &code,
			})
			return a, closeFile, code, err
		},
		Sample: boot.LoadSample,
		Copies: boot.Copies{Now: guitest.Now},
		Now:    guitest.Now,
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
	path := filepath.Join(t.TempDir(), "mau.sotd")
	sampletest.Put(t, path, guitest.Now, sampletest.File{Sample: true})
	p := start(t, path)
	uitest.Tap(t, p.Window.Canvas(), wordOpenFile)
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
	p = start(t, filepath.Join(t.TempDir(), "mau.sotd"))
	uitest.Tap(t, p.Window.Canvas(), wordSample)
	if p.shell == nil {
		t.Fatalf("the sample did not open:\n%s", uitest.Text(p.Window.Canvas()))
	}
	if got := p.shell.desk.Year(); got != guitest.Year {
		t.Errorf("year = %d", got)
	}
	v := p.shell.desk.View()
	for today, want := range map[int]int{2023: 2023, 2026: 2026, 2031: 2023} { // months of 2026 are at work in it
		if got := v.BusyYear(today); got != want {
			t.Errorf("in %d the sample opens in %d, want %d", today, got, want)
		}
		o, err := reports.OverviewOf(t.Context(), p.shell.desk.App, want, "", 3)
		if err != nil || len(o.Todos) < 3 {
			t.Errorf("in %d there is nothing to do: %v, %v", want, o.Todos, err)
		}
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
		for _, bad := range []string{"Cancel", "Yes", "No ", "(Select one)", "yes", "unknown"} {
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

// TestNewFile: a new file asks who the office is, opens in the year of work on its first hour;
// the same name again is refused with a sentence and the file stays.
func TestNewFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mới.sotd")
	p := start(t, path, path)
	c := p.Window.Canvas()
	uitest.Tap(t, c, wordNewFile)
	uitest.TypeComposed(t, c, "Sở Thử nghiệm")
	golden.Compare(t, "testdata/new.txt", uitest.Text(c))
	uitest.Keys(c, "Return")
	if p.shell == nil || p.shell.desk.View().Org.Name != "Sở Thử nghiệm" || p.shell.desk.Year() != 2023 {
		t.Fatalf("the new file is not open:\n%s", uitest.Text(c))
	}
	if text := uitest.Text(c); !strings.Contains(text, "xong 1/4 bước") || !strings.Contains(text, wordStepExcel) {
		t.Errorf("the first hour is not there:\n%s", text)
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

// TestGoesBack: a file opens again in the year and the unit of the last time.
func TestGoesBack(t *testing.T) {
	p := sampled(t)
	path := p.path
	p.shell.year.SetSelected("2021")
	p.shell.unit.SetSelectedIndex(2)
	unit := p.shell.desk.Unit()
	p.closeFile()
	p.open(path, false, nil)
	if d := p.shell.desk; d.Year() != 2021 || d.Unit() != unit || p.shell.unit.SelectedIndex() != 2 {
		t.Errorf("opened in %d, unit %q; want 2021 and %q", d.Year(), d.Unit(), unit)
	}
}

// TestTextSizes: at every size of text every page fits a laptop's screen, at the usual
// ones the smallest.
func TestTextSizes(t *testing.T) {
	if got := toured(t).kept; got != kit.TextHuge {
		t.Errorf("the size kept is %v", got)
	}
}

// The file of the last time is open at once, and the page worked on is one click away;
// one that is gone leads to the first screen.
func TestStartsWhereItStopped(t *testing.T) {
	f := uitest.App(t)
	path := filepath.Join(t.TempDir(), "sổ.sotd")
	again := func() *Program {
		p := New(t.Context(), f, Options{
			Open: func(path string, create bool) (*app.App, func() error, error) {
				return boot.Open(t.Context(), boot.Options{Path: path, Create: create, Now: guitest.Now})
			},
			Sample: boot.LoadSample, Now: guitest.Now, Run: kit.Inline, Files: &kit.FakeFiles{},
		})
		p.Window.Resize(fyne.NewSize(1366, 740))
		return p
	}
	p := again()
	if p.shell != nil {
		t.Fatal("a file is open at the very first start")
	}
	p.open(path, true, boot.LoadSample)
	p.shell.open(desk.Place{Tab: desk.TabAwards, Page: "Hội đồng"})
	p.closed()
	p = again()
	if p.shell == nil || p.shell.current().Name() != desk.TabPlans {
		t.Fatalf("the last file is not open at its first page:\n%s", uitest.Text(p.Window.Canvas()))
	}
	uitest.Tap(t, p.Window.Canvas(), "Làm tiếp: Hội đồng")
	if at := p.shell.current(); at.Name() != desk.TabAwards || at.PageName() != "Hội đồng" {
		t.Errorf("at %s, %s", at.Name(), at.PageName())
	}
	p.closed()
	if err := os.Rename(path, path+".x"); err != nil {
		t.Fatal(err)
	}
	if p = again(); p.shell != nil {
		t.Error("a file that is gone is open")
	}
	p.closed()
}

// A year is locked from the menu, refuses changes, and opens again with a reason.
func TestLockYear(t *testing.T) {
	p := sampled(t)
	c, a := p.Window.Canvas(), p.shell.desk.App
	p.shell.open(desk.Place{Tab: desk.TabPledges, Year: 2024})
	p.shell.lockYear()
	uitest.Keys(c, "Return")
	if a.View().YearOf(2024).Locked {
		t.Fatal("a year half rated was locked without a reason")
	}
	uitest.TypeComposed(t, c, "chuyển sang tệp khác")
	uitest.Tap(t, c, "Khóa năm 2024")
	if !a.View().YearOf(2024).Locked {
		t.Fatal("not locked")
	}
	p.shell.lockYear()
	uitest.Keys(c, "Return")
	if !a.View().YearOf(2024).Locked {
		t.Fatal("opened without a reason")
	}
	uitest.TypeComposed(t, c, "nhập sai điểm")
	uitest.Keys(c, "Return")
	if a.View().YearOf(2024).Locked {
		t.Error("still locked")
	}
}
