package gui

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"golang.org/x/image/draw"

	"tdkt/assets"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// shots are pictures of the window, numbered in the order taken.
type shots struct {
	t   *testing.T
	p   *Program
	dir string
	n   int
}

// take draws the window as it is, if there is a folder for it; the name is that of the file.
func (s *shots) take(name string) {
	s.t.Helper()
	if s.dir == "" {
		return
	}
	path := filepath.Join(s.dir, fmt.Sprintf("%02d-%s.png", s.n, name))
	uitest.Shot(s.t, s.p.Window.Canvas(), path)
	s.n++
	small := filepath.Join(s.dir, "small")
	if _, isPage := assets.Help(name); isPage {
		reduce(s.t, path, filepath.Join(small, name+".png"), helpWide, helpColours)
	}
	if as := readmeShots()[name]; as != "" {
		reduce(s.t, path, filepath.Join(small, "readme-"+as), 0, readmeColours)
	}
}

// readmeShots are the pictures that README shows, by the name of the screen.
func readmeShots() map[string]string {
	return map[string]string{"ke-hoach.hom-nay": "today.png", "khen-thuong.xet-dieu-kien": "awards.png", "doc-nhanh.doc-nhanh": "leader.png"}
}

// How large the pictures are kept: the program carries those of its help.
const (
	helpWide, helpColours = 640, 32
	readmeColours         = 128
)

// reduce writes a picture anew, so wide, or as wide as it is for 0, in so many colours.
func reduce(t *testing.T, from, to string, wide, colours int) {
	t.Helper()
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := png.Decode(f)
	if err = errors.Join(err, f.Close(), os.MkdirAll(filepath.Dir(to), 0o750)); err != nil {
		t.Fatal(err)
	}
	size := whole.Bounds().Size()
	if wide == 0 {
		wide = size.X
	}
	picture := image.NewRGBA(image.Rect(0, 0, wide, size.Y*wide/size.X))
	draw.CatmullRom.Scale(picture, picture.Bounds(), whole, whole.Bounds(), draw.Src, nil)
	out := image.NewPaletted(picture.Bounds(), commonest(picture, colours))
	draw.Draw(out, out.Bounds(), picture, image.Point{}, draw.Src)
	var text bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&text, out)
	if err = errors.Join(err, os.WriteFile(to, text.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// commonest are the colours of a picture that most of its points have, none too near to one
// that is taken.
func commonest(picture *image.RGBA, most int) color.Palette {
	const near = 26
	count := map[color.RGBA]int{}
	for i := 0; i+3 < len(picture.Pix); i += 4 {
		count[color.RGBA{picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2], 255}]++
	}
	list := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var out color.Palette
	for _, t := range []kit.Token{kit.Paper, kit.Ink, kit.Accent, kit.GoodInk, kit.BadInk, kit.WarnInk, kit.Quiet, kit.Level2} { // rare, and never to be another
		c := kit.Paint(t)
		out = append(out, color.RGBA{c.R, c.G, c.B, 255})
	}
	for _, c := range list {
		apart := !slices.ContainsFunc(out, func(o color.Color) bool {
			x := o.(color.RGBA)
			return abs(int(x.R)-int(c.R))+abs(int(x.G)-int(c.G))+abs(int(x.B)-int(c.B)) < near
		})
		if apart && len(out) < most {
			out = append(out, c)
		}
	}
	return out
}

func abs(n int) int { return max(n, -n) }

// TestShots draws every page of every tab, and the boxes that open over them, into the
// folder TDKT_SHOTS, to be looked at; without the variable it checks that each can be
// come to. TestLook draws some in any case.
func TestShots(t *testing.T) {
	s := &shots{t: t, p: start(t), dir: os.Getenv("TDKT_SHOTS")}
	s.p.Window.Resize(shotRoom)
	s.take("bat-dau")
	s.p = sampled(t)
	s.p.Window.Resize(shotRoom)
	c := s.p.Window.Canvas()
	for i, tab := range s.p.shell.tabs {
		s.p.shell.bar.SelectIndex(i)
		for n, page := range tab.Names() {
			tab.Turn(n)
			s.take(helpName(tab.Name(), page))
		}
	}
	for _, shot := range deeperShots() {
		shot.show(t, s.p)
		s.take(shot.name)
		for strings.Contains(uitest.Text(c), "===") {
			uitest.Keys(c, "Escape")
		}
	}
	s.p.restore()
	s.take("khoi-phuc")
	uitest.Keys(c, "Escape")
	s.boxes(c)
	readings(t, s.p)
	packed(t, s.p, filepath.Join(t.TempDir(), "goi.sotd-goi"))
	s.take(helpName(s.p.shell.current().Name(), s.p.shell.current().PageName()))
}

// shotRoom is a laptop's screen less title and menu.
var shotRoom = fyne.NewSize(1366, 740)

// boxes takes the boxes that open over every page.
func (s *shots) boxes(c fyne.Canvas) {
	s.t.Helper()
	for _, box := range []struct{ key, typed, name string }{
		{"Ctrl+K", "le thi", "tim-moi-thu"},
		{"F1", "", "tro-giup"},
		{"Ctrl+Shift+Z", "", "lich-su"},
	} {
		uitest.Keys(c, box.key)
		uitest.Type(s.t, c, box.typed)
		s.take(box.name)
		uitest.Keys(c, "Escape")
	}
}

// deeperShot is a screen behind the first one of a tab.
type deeperShot struct {
	name string
	code string // opened in the tab Nhân sự, "" for nothing
	tab  int
	taps []string
}

func deeperShots() []deeperShot {
	return []deeperShot{
		{name: "nhan-su-ly-lich", tab: staffTab, code: "CB020"},
		{name: "nhan-su-cong-tac", tab: staffTab, code: "CB019", taps: []string{"Công tác (2)"}},
		{name: "nhan-su-gop", tab: staffTab, taps: []string{"⋯", "Gộp hồ sơ"}},
		{name: "danh-gia-tien-do", tab: evaluationsTab, taps: []string{"Xếp loại", "⋯", "Tiến độ từng phòng…"}},
		{name: "sang-kien-them", tab: evaluationsTab, taps: []string{"Sáng kiến", "Thêm sáng kiến"}},
	}
}

func (d deeperShot) show(t *testing.T, p *Program) {
	t.Helper()
	p.shell.bar.SelectIndex(d.tab)
	if d.code != "" {
		s, err := p.shell.desk.View().FindSubject(d.code)
		if err != nil {
			t.Fatal(err)
		}
		p.shell.open(desk.Place{Tab: p.shell.current().Name(), Subject: s})
	}
	for _, word := range d.taps {
		uitest.Tap(t, p.Window.Canvas(), word)
	}
}
