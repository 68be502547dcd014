package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// findMost is how many finds are listed: who sees more types another letter.
const findMost = 60

// search opens the box that finds people, rooms, titles, decisions, initiatives,
// plans, screens and commands of the menu: Ctrl+K.
func (s *shell) search() {
	v, places := s.desk.View(), s.ways()
	s.p.ui.Run(func() func() { // makes the index while the first letters are typed
		v.Find(wordSearch, 1)
		return nil
	})
	s.p.ui.Palette(kit.PaletteSpec{
		Title: wordSearch, Hint: textSearchHint, None: textNothingFound,
		Find: func(text string) []kit.PaletteItem { return s.found(v, places, text) },
	})
}

// way is a screen or a command of the menu, with its name folded.
type way struct {
	kit.PaletteItem
	name, more string
}

// ways lists every page of every tab, and every command of the menu.
func (s *shell) ways() []way {
	var list []way
	add := func(words, more, kind string, run func()) {
		list = append(list, way{kit.PaletteItem{Words: words, More: more, Kind: kind, Go: run}, tdkt.Fold(words), tdkt.Fold(more)})
	}
	for _, t := range s.tabs {
		for _, page := range t.Names() {
			add(page, t.Name(), wordScreen, func() { s.open(desk.Place{Tab: t.Name(), Page: page}) })
		}
	}
	for _, m := range s.p.Window.MainMenu().Items {
		for _, c := range commandsOf(m.Label, m.Items) {
			add(c.Label, c.under, wordCommand, c.Action)
		}
	}
	return list
}

// command is an entry of a menu, with the way to it: "Tệp › Nhập".
type command struct {
	*fyne.MenuItem
	under string
}

// commandsOf lists the commands of a menu and of the menus inside it.
func commandsOf(under string, items []*fyne.MenuItem) []command {
	var list []command
	for _, m := range items {
		switch {
		case m.ChildMenu != nil:
			list = append(list, commandsOf(under+" › "+m.Label, m.ChildMenu.Items)...)
		case m.Action != nil && !m.Disabled && !m.IsSeparator:
			list = append(list, command{m, under})
		}
	}
	return list
}

// found is what the box lists: things of the data file before screens and commands
// that fit as well. Before anything is typed it lists the screens.
func (s *shell) found(v *view.View, ways []way, text string) []kit.PaletteItem {
	type ranked struct {
		kit.PaletteItem
		rank int
	}
	q := view.NewQuery(text)
	var list []ranked
	for _, f := range v.Find(text, findMost) {
		list = append(list, ranked{kit.PaletteItem{Words: f.Name, More: f.More, Kind: f.Kind.Words(), Go: func() { s.open(placeOf(f)) }}, f.Rank})
	}
	for _, w := range ways {
		rank := q.Rank(w.name, "", w.more)
		if rank < view.NotFound || text == "" && w.Kind == wordScreen {
			list = append(list, ranked{w.PaletteItem, rank})
		}
	}
	slices.SortStableFunc(list, func(a, b ranked) int { return a.rank - b.rank })
	items := make([]kit.PaletteItem, min(len(list), findMost))
	for i := range items {
		items[i] = list[i].PaletteItem
	}
	return items
}

// placeOf is the screen on which a find can be seen.
func placeOf(f view.Found) desk.Place {
	p := desk.Place{Year: f.Year, Subject: f.Subject, Title: f.Title, Key: f.Key}
	switch f.Kind {
	case view.FoundPerson, view.FoundUnit:
		p.Tab = tabStaff
	case view.FoundTitle, view.FoundDecision:
		p.Tab = tabAwards
	case view.FoundInitiative:
		p.Tab, p.Page = tabEvaluations, desk.PageInitiatives
	case view.FoundPlan:
		p.Tab = tabPlans
	}
	return p
}
