package gui

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// TestLook draws the three pages that matter in every look, at three sizes of text, in the
// windows of a laptop and of a desk, into the folder TDKT_LOOK: the pictures of look.md.
// Without the variable it checks that the largest letters in the smaller window can be drawn.
func TestLook(t *testing.T) {
	dir, sizes, looks := os.Getenv("TDKT_LOOK"), []float32{kit.TextNormal, 16, kit.TextHuge}, []kit.Mode{kit.Light, kit.Dark, kit.Contrast}
	rooms := map[string]fyne.Size{"1366": fyne.NewSize(1366, 740), "1920": fyne.NewSize(1920, 1050)}
	if dir == "" {
		dir, sizes, looks = t.TempDir(), sizes[2:], looks[2:]
		delete(rooms, "1920")
	}
	p := sampled(t)
	c := p.Window.Canvas()
	s, err := p.shell.desk.View().FindSubject("CB020")
	if err != nil {
		t.Fatal(err)
	}
	pages := map[string]desk.Place{
		"home":  {Tab: desk.TabPlans},
		"check": {Tab: desk.TabAwards, Subject: s, Title: "CSTDT"},
		"card":  {Tab: desk.TabStaff, Subject: s},
	}
	for _, size := range sizes {
		for _, look := range looks {
			p.fyne.Preferences().SetInt(lookName, int(look))
			p.setTextSize(size)
			for name, room := range rooms {
				p.Window.Resize(room)
				for page, place := range pages {
					p.shell.open(place)
					words := map[kit.Mode]string{kit.Light: "light", kit.Dark: "dark", kit.Contrast: "contrast"}[look]
					uitest.Shot(t, c, filepath.Join(dir, fmt.Sprintf("%s-%s-%.0f-%s.png", page, name, size, words)))
					for c.Overlays().Top() != nil {
						uitest.Keys(c, "Escape")
					}
				}
			}
		}
	}
}

// TestEveryPage draws every page at 1366 and at 1920, in sizes 13 and 20, light and dark,
// into the folder TDKT_PAGES, to be looked at; without the variable the tour draws the largest
// letters in the smaller window, dark, to see that each page can be drawn.
func TestEveryPage(t *testing.T) {
	dir := os.Getenv("TDKT_PAGES")
	if dir == "" {
		toured(t)
		return
	}
	p := sampled(t)
	w := &walker{t: t, p: p}
	words := map[kit.Mode]string{kit.Light: "light", kit.Dark: "dark"}
	for _, size := range []float32{kit.TextNormal, kit.TextHuge} {
		for _, look := range []kit.Mode{kit.Light, kit.Dark} {
			p.fyne.Preferences().SetInt(lookName, int(look))
			p.setTextSize(size)
			for _, room := range []fyne.Size{laptop, desktop24} {
				p.Window.Resize(room)
				n := 0
				w.pages(func(string) {
					at := p.shell.current()
					name := fmt.Sprintf("%.0f-%.0f-%s-%02d-%s.png", room.Width, size, words[look], n, helpName(at.Name(), at.PageName()))
					uitest.Shot(t, p.Window.Canvas(), filepath.Join(dir, name))
					n++
				})
			}
		}
	}
}
