package gui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tdkt/internal/app"
	"tdkt/internal/benchpair"
	"tdkt/internal/boot"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/sampletest"
	"tdkt/internal/store"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// The largest office the program is for: one province, ten years.
const (
	manyPeople = 50_000
	fewPeople  = 300
	tenYears   = 10
)

// benchWindow opens a file in a window that shows the list of people, painted once.
func benchWindow(b *testing.B, f fyne.App, path string, run kit.Runner) *Program {
	b.Helper()
	p := New(b.Context(), f, Options{
		Path: path, Run: run, Files: &kit.FakeFiles{}, Now: guitest.Now,
		Open: func(path string, create bool) (*app.App, func() error, error) {
			return boot.Open(b.Context(), boot.Options{Path: path, Create: create, Now: guitest.Now})
		},
	})
	if p.shell == nil {
		b.Fatalf("the file did not open:\n%s", uitest.Text(p.Window.Canvas()))
	}
	p.Window.Resize(fyne.NewSize(1366, 700))
	uitest.Keys(p.Window.Canvas(), fmt.Sprintf("Ctrl+%d", staffTab+1))
	p.Window.Canvas().Capture()
	return p
}

// benchOffice is benchWindow until the benchmark ends.
func benchOffice(b *testing.B, people int) *Program {
	b.Helper()
	path := sampletest.Office(b, people, tenYears)
	f := test.NewApp()
	p := benchWindow(b, f, path, kit.Inline)
	b.Cleanup(func() { p.Window.Close(); p.closed(); f.Quit() })
	return p
}

// BenchmarkPairFirstList50k opens a file and shows its first list, painted, beside loading
// the rows of the file alone. What the program does beside the screen, judging the year for
// the rail and the start page, is left for afterwards: nobody waits for it.
func BenchmarkPairFirstList50k(b *testing.B) {
	path := sampletest.Office(b, manyPeople, tenYears)
	f := test.NewApp()
	b.Cleanup(f.Quit)
	benchpair.Run(b,
		func() error {
			p := benchWindow(b, f, path, firstOnly())
			p.Window.Close()
			p.closed()
			return nil
		},
		func() error {
			db, err := store.Open(b.Context(), path, store.Options{ReadOnly: true})
			if err != nil {
				return err
			}
			defer db.Close()
			_, err = db.Load(b.Context())
			return err
		})
}

// firstOnly is a runner that runs the first work, the opening of the file, and no other.
func firstOnly() kit.Runner {
	done := false
	return func(work func() func()) {
		if !done {
			done = true
			kit.Inline(work)
		}
	}
}

// typeCell changes the position of a person as the list does when a cell is left, with all
// that is drawn anew for it.
func typeCell(b *testing.B, p *Program) func() error {
	b.Helper()
	a, n := p.shell.desk.App, 0
	return func() error {
		n++
		who := a.View().People[n]
		who.Position = fmt.Sprint("Chuyên viên ", tdkt.NewID()) // never what it was, in a file kept
		if _, err := a.SavePerson(b.Context(), who); err != nil {
			return err
		}
		p.Window.Canvas().Capture()
		return nil
	}
}

// BenchmarkPairCellWindow50k types one cell, beside the bare transaction of SQLite that
// writes the row and one repaint of the same window.
func BenchmarkPairCellWindow50k(b *testing.B) {
	p := benchOffice(b, manyPeople)
	rows := sampletest.BareRows(b, sampletest.Office(b, manyPeople, tenYears))
	person, n := string(p.shell.desk.View().People[9].ID), 0
	benchpair.Run(b, typeCell(b, p), func() error {
		n++
		if err := rows.Write(b.Context(), person, fmt.Sprint("Chuyên viên ", n)); err != nil {
			return err
		}
		p.Window.Canvas().Capture()
		return nil
	})
}

// BenchmarkPairCellWindow50kBeside300 types one cell in the office of 50,000 and in one of 300.
func BenchmarkPairCellWindow50kBeside300(b *testing.B) {
	big := typeCell(b, benchOffice(b, manyPeople))
	small := typeCell(b, benchOffice(b, fewPeople))
	benchpair.Run(b, big, small)
}

// pairKeys presses keys, each with the repainting of the whole window, beside as many bare
// repaintings of the same window.
func pairKeys(b *testing.B, ready []string, keys ...string) {
	b.Helper()
	c := benchOffice(b, manyPeople).Window.Canvas()
	uitest.Keys(c, ready...)
	press := func(k string) {
		if len(k) == 1 {
			c.Focused().TypedRune(rune(k[0]))
		} else {
			uitest.Keys(c, k)
		}
	}
	press(keys[0]) // the first key of a search makes ready what the others use
	c.Capture()
	for i := 1; i < len(keys); i++ {
		press(keys[i])
		c.Capture()
	}
	benchpair.Run(b,
		func() error {
			for _, k := range keys {
				press(k)
				c.Capture()
			}
			return nil
		},
		func() error {
			for range keys {
				c.Capture()
			}
			return nil
		})
}

func BenchmarkPairFilterKey50k(b *testing.B) {
	pairKeys(b, []string{"Ctrl+F"}, "n", "g", "BackSpace", "BackSpace")
}

func BenchmarkPairArrowKey50k(b *testing.B) {
	pairKeys(b, []string{"Ctrl+F", "Escape", "Down"}, "Down")
}

func BenchmarkPairPageKey50k(b *testing.B) { pairKeys(b, []string{"Ctrl+F", "Escape", "Down"}, "Next") }

func BenchmarkPairSearchKey50k(b *testing.B) {
	pairKeys(b, []string{"Ctrl+K"}, "n", "g", "BackSpace", "BackSpace")
}
