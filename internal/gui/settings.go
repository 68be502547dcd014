package gui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/native"
	"tdkt/internal/tdkt"
)

// Names of what is kept for the next start beside the last file.
const (
	lastPlace    = "last-place" // path, year and unit chosen
	lastPage     = "last-page"  // path, tab and page worked on
	textSizeName = "text-size"
	lookName     = "look" // 0 as the system, 1 light, 2 dark, 3 high contrast
)

// keepPlace notes the year and unit chosen in this file.
func (s *shell) keepPlace() {
	place := strings.Join([]string{s.path, s.year.Selected, string(s.desk.Unit())}, "\t")
	s.p.fyne.Preferences().SetString(lastPlace, place)
}

// keepPage notes the page worked on in this file; the first page is where one begins.
func (s *shell) keepPage() {
	t := s.current()
	if s.reading != nil {
		return
	}
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
	size = max(kit.TextSmall, min(size, kit.TextHuge))
	p.fyne.Preferences().SetFloat(textSizeName, float64(size))
	p.dress()
}

// larger makes the text larger by so many steps: Ctrl+plus, Ctrl+minus.
func (p *Program) larger(steps float32) { p.setTextSize(p.textSize() + steps) }

// look is the look the user chose.
func (p *Program) look() kit.Mode {
	return kit.Mode(max(0, min(p.fyne.Preferences().Int(lookName), int(kit.Contrast))))
}

// looks is the menu of looks; the one in force is ticked.
func (p *Program) looks() *fyne.MenuItem {
	menu := fyne.NewMenu("")
	for i, word := range []string{wordLookAuto, wordLookLight, wordLookDark, wordLookContrast} {
		item := fyne.NewMenuItem(word, func() {
			p.fyne.Preferences().SetInt(lookName, i)
			p.dress()
		})
		item.Checked = kit.Mode(i) == p.look()
		menu.Items = append(menu.Items, item)
	}
	all := fyne.NewMenuItem(wordLooks, nil)
	all.ChildMenu = menu
	return all
}

// dress puts size and look in force, everywhere at once.
func (p *Program) dress() {
	kit.Wear(kit.NewTheme(p.textSize()).In(p.look(), native.HighContrast()))
	if p.shell != nil {
		p.Window.SetMainMenu(p.menu()) // the tick is elsewhere now
		p.shell.refresh()
	}
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
	if doubts := s.desk.View().LockDoubts(year); len(doubts) > 0 {
		ui.InputReason(word, fmt.Sprintf(textLockDoubt, year, strings.Join(doubts, "; ")), word, func(reason string) {
			s.lock(year, reason)
		})
		return
	}
	ui.Confirm(word, fmt.Sprintf(textLock, year, year+1), word, func() { s.lock(year, "") })
}

// lock locks a year and goes on to the plan of the next one, where that has none.
func (s *shell) lock(year int, reason string) {
	s.desk.Do(func(ctx context.Context) error { return s.desk.App.LockYear(ctx, year, true, reason) }, func() {
		v := s.desk.View()
		if len(v.PlansOf(year+1)) > 0 || len(v.PlansOf(year)) == 0 || !slices.Contains(s.year.Options, strconv.Itoa(year+1)) {
			return
		}
		s.open(desk.Place{Tab: tabPlans, Page: desk.PagePlans, Year: year + 1, Noun: tdkt.NounPlan})
	})
}
