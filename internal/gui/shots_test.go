package gui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/gui/desk"
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
	uitest.Shot(s.t, s.p.Window.Canvas(), filepath.Join(s.dir, fmt.Sprintf("%02d-%s.png", s.n, name)))
	s.n++
}

// TestShots draws every page of every tab, and the boxes that open over them, into the
// folder TDKT_SHOTS, to be looked at; without the variable it checks that each can be
// come to. TestLook draws some in any case.
func TestShots(t *testing.T) {
	s := &shots{t: t, p: start(t), dir: os.Getenv("TDKT_SHOTS")}
	s.take("bat-dau")
	s.p = sampled(t)
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
	for _, box := range []struct{ key, typed, name string }{
		{"Ctrl+K", "le thi", "tim-moi-thu"},
		{"F1", "", "tro-giup"},
		{"Ctrl+Shift+Z", "", "lich-su"},
	} {
		uitest.Keys(c, box.key)
		uitest.Type(t, c, box.typed)
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
		{name: "nhan-su-gop", tab: staffTab, taps: []string{"Gộp hồ sơ"}},
		{name: "danh-gia-tien-do", tab: evaluationsTab, taps: []string{"Xếp loại", "Tiến độ từng phòng…"}},
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
