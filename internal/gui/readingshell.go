package gui

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/leader"
)

const (
	wordPackageOf  = "Gói cho lãnh đạo"
	wordOnlyRead   = "chỉ để đọc"
	wordMadeOn     = "lập ngày %s, chỉ để đọc"
	wordWholeBook  = "Xem các trang"
	wordBriefAgain = "Về trang đọc nhanh"
	wordLookUp     = "Gõ tên người, phòng… (Ctrl+K)"
)

// reading is what the window shows of a file that is only read: one page to read, and the
// pages of the file a click away, without anything that changes it.
type reading struct {
	page  *leader.Page
	tab   *desk.Pages // the page, for help and shortcuts
	brief fyne.CanvasObject
	pages fyne.CanvasObject
	turn  *kit.Button
	deep  bool // the pages of the file are shown
}

// newReading dresses the window for reading.
func (s *shell) newReading() {
	r := &reading{page: leader.New(s.desk, func(path string) { exchange.Open(s.desk, path) })}
	r.tab = desk.NewPages(r.page.Name(), r.page)
	r.brief, r.pages = r.page.Content(), container.NewBorder(nil, nil, nil, nil, s.bar)
	r.turn = kit.NewIconButton(wordWholeBook, theme.ListIcon(), func() { s.read(!r.deep) })
	s.reading = r
	if parts := strings.Split(s.p.fyne.Preferences().String(lastPlace), "\t"); parts[0] != s.path { // not read before
		s.quiet = true
		s.year.SetSelected(strconv.Itoa(s.desk.View().ReadYear(s.desk.App.Today().Year())))
		s.quiet = false
		s.choose()
	}
	s.content = container.NewBorder(s.readingHeader(), nil, nil, nil, container.NewStack(r.brief, r.pages))
	r.pages.Hide()
}

// readingHeader says what is open, and finds people.
func (s *shell) readingHeader() fyne.CanvasObject {
	title, said := filepath.Base(s.path), wordOnlyRead
	if read := s.desk.App.Reading; read.Package {
		title, said = wordPackageOf, fmt.Sprintf(wordMadeOn, read.Made.Format("02/01/2006"))
	}
	row := container.NewHBox(
		container.NewCenter(kit.NewWords(title, kit.Title, kit.Ink, true)), container.NewCenter(kit.NewChip(said, kit.WaitTone, nil)),
		widget.NewLabel(wordYear), kit.Wide(yearWidth, s.year), widget.NewLabel(wordUnit), kit.Wide(unitWidth, s.unit),
		layout.NewSpacer(), kit.NewIconButton(wordLookUp, theme.SearchIcon(), s.search), s.reading.turn)
	return container.NewStack(kit.NewGround(kit.Paper, 0), kit.Padded(row))
}

// read shows the page to read, or the pages of the file.
func (s *shell) read(deep bool) {
	r := s.reading
	if r == nil || r.deep == deep {
		return
	}
	r.deep = deep
	if deep {
		r.brief.Hide()
		r.pages.Show()
		r.turn.SetText(wordBriefAgain)
	} else {
		r.pages.Hide()
		r.brief.Show()
		r.turn.SetText(wordWholeBook)
	}
	s.content.Refresh()
	s.shown()
}

// readingMenu is the menu of a file that is only read: what opens another, what looks, and
// help.
func (p *Program) readingMenu(whole *fyne.MainMenu) *fyne.MainMenu {
	d := p.shell.desk
	file := fyne.NewMenu(
		wordFile,
		fyne.NewMenuItem(wordOpenFile, p.openFile),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(wordExportSubmission, func() { exchange.ExportSubmission(d) }),
		fyne.NewMenuItem(wordExportList, p.shell.exportList),
		fyne.NewMenuItem(wordSearchMenu, p.shell.search),
		fyne.NewMenuItem(wordHistory, p.shell.history),
	)
	items := []*fyne.Menu{file}
	for _, m := range whole.Items {
		if m.Label == wordView || m.Label == wordHelp {
			items = append(items, m)
		}
	}
	return fyne.NewMainMenu(items...)
}
