package gui

import (
	"slices"
	"strings"

	"tdkt/assets"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// helpName is the file of a page's help: "khen-thuong.xet-dieu-kien" for the page "Xét
// điều kiện" of the tab "Khen thưởng".
func helpName(tab, page string) string { return slug(tab) + "." + slug(page) }

// slug writes words as a file is named: no accents, dashes between.
func slug(words string) string {
	return strings.Join(strings.FieldsFunc(tdkt.Fold(words), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-")
}

// helpNames are the pages of help in the order listed: what holds everywhere, then
// each page of each tab.
func (s *shell) helpNames() []string {
	names := assets.HelpEverywhere()
	tabs := s.tabs
	if s.reading != nil {
		tabs = append([]*desk.Pages{s.reading.tab}, tabs...)
	}
	for _, t := range tabs {
		for _, page := range t.Names() {
			names = append(names, helpName(t.Name(), page))
		}
	}
	return names
}

// help opens the help at the page shown: F1.
func (s *shell) help() { s.openHelp(helpName(s.current().Name(), s.current().PageName())) }

func (s *shell) openHelp(name string) {
	var names []string
	var pages []kit.ReadPage
	for _, n := range s.helpNames() {
		text, ok := assets.Help(n)
		if !ok {
			continue
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(text, "# "), "\n")
		names, pages = append(names, n), append(pages, kit.ReadPage{Title: title, Text: text, Picture: assets.HelpPicture(n)})
	}
	s.p.ui.Read(kit.ReadSpec{Title: wordHelp, Hint: wordHelpHint, Pages: pages, At: slices.Index(names, name)})
}
