package gui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Names of what is kept for the next start beside the last file.
const (
	lastPlace    = "last-place" // path, year and unit chosen
	lastPage     = "last-page"  // path, tab and page worked on
	textSizeName = "text-size"
)

// keepPlace notes the year and unit chosen in this file.
func (s *shell) keepPlace() {
	place := strings.Join([]string{s.path, s.year.Selected, string(s.desk.Unit())}, "\t")
	s.p.fyne.Preferences().SetString(lastPlace, place)
}

// keepPage notes the page worked on in this file; the first page is where one begins.
func (s *shell) keepPage() {
	t := s.current()
	if s.bar.SelectedIndex() <= 0 && t.AtFirst() {
		return
	}
	s.p.fyne.Preferences().SetString(lastPage, strings.Join([]string{s.path, t.Name(), t.PageName()}, "\t"))
}

// again is the page worked on the last time in this file.
func (s *shell) again() desk.Place {
	parts := strings.Split(s.p.fyne.Preferences().String(lastPage), "\t")
	if len(parts) != 3 || parts[0] != s.path {
		return desk.Place{}
	}
	return desk.Place{Tab: parts[1], Page: parts[2]}
}

// goBack turns to the year and unit of the last time in this file.
func (s *shell) goBack() {
	parts := strings.Split(s.p.fyne.Preferences().String(lastPlace), "\t")
	if len(parts) != 3 || parts[0] != s.path {
		return
	}
	s.quiet = true
	defer func() { s.quiet = false }()
	if slices.Contains(s.year.Options, parts[1]) {
		s.year.SetSelected(parts[1])
	}
	if at := slices.Index(s.units, tdkt.ID(parts[2])); at >= 0 {
		s.unit.SetSelectedIndex(at)
	}
	s.choose()
}

// textSize is the size of text the user chose.
func (p *Program) textSize() float32 {
	size := float32(p.fyne.Preferences().FloatWithFallback(textSizeName, kit.TextNormal))
	return max(kit.TextSmall, min(size, kit.TextHuge))
}

// textSizes is the menu of sizes; the one in force is ticked.
func (p *Program) textSizes() *fyne.MenuItem {
	menu := fyne.NewMenu("")
	for size := float32(kit.TextSmall); size <= kit.TextHuge; size++ {
		word := fmt.Sprintf(wordTextSize, size)
		if size == kit.TextNormal {
			word += wordUsual
		}
		item := fyne.NewMenuItem(word, func() { p.setTextSize(size) })
		item.Checked = size == p.textSize()
		menu.Items = append(menu.Items, item)
	}
	all := fyne.NewMenuItem(wordTextSizes, nil)
	all.ChildMenu = menu
	return all
}

func (p *Program) setTextSize(size float32) {
	p.fyne.Preferences().SetFloat(textSizeName, float64(size))
	p.fyne.Settings().SetTheme(kit.NewTheme(size))
	p.Window.SetMainMenu(p.menu()) // the tick is elsewhere now
}

// lockYear locks the year chosen, or opens it again with a reason.
func (s *shell) lockYear() {
	year, ui := s.desk.Year(), s.p.ui
	if s.desk.View().YearOf(year).Locked {
		word := fmt.Sprintf(wordUnlockYear, year)
		ui.InputReason(word, fmt.Sprintf(textUnlock, year), word, func(reason string) {
			s.desk.Do(func(ctx context.Context) error { return s.desk.App.LockYear(ctx, year, false, reason) }, nil)
		})
		return
	}
	word := fmt.Sprintf(wordLock, year)
	ui.Confirm(word, fmt.Sprintf(textLock, year, year+1), word, func() {
		s.desk.Do(func(ctx context.Context) error { return s.desk.App.LockYear(ctx, year, true, "") }, nil)
	})
}
