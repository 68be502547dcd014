package gui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/backup"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/exchange"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/past"
	today "tdkt/internal/gui/start"
	"tdkt/internal/tdkt"
)

// shell is the window's content while a file is open.
type shell struct {
	p       *Program
	desk    *desk.Desk
	tabs    []*desk.Pages
	bar     *container.AppTabs
	year    *kit.Select
	unit    *kit.Select
	units   []tdkt.ID // behind the options of unit
	rail    *kit.StepRail
	content fyne.CanvasObject
	today   *today.Page
	reading *reading // nil where the file is open for writing
	path    string
	saved   string // when, in words
	asked   int    // how often the way of the year was asked for
	quiet   bool   // the selects are being filled, not chosen
}

func newShell(p *Program, path string, a *app.App) *shell {
	s := &shell{p: p, path: path}
	s.desk = desk.New(p.ctx, a, p.ui, s.open)
	s.desk.Again = s.again()
	p.ui.NoWriting, p.ui.Reading = a.WhyNotWrite(), a.Reading.Only || a.Reading.Package
	s.tabs = s.makeTabs()
	s.today.SetBegin(s.firstHour)
	s.year = kit.NewSelect(nil, func(string) { s.chosen() })
	s.unit = kit.NewPicker(nil, func(string) { s.chosen() })
	s.fillChoices()
	s.goBack()
	items := make([]*container.TabItem, len(s.tabs)) // given at once: each Append draws all tabs anew
	for i, t := range s.tabs {
		items[i] = container.NewTabItem(fmt.Sprintf("%d. %s", i+1, t.Name()), kit.NewKept(t.Content()))
	}
	s.bar = container.NewAppTabs(items...)
	s.bar.OnSelected = func(*container.TabItem) { s.shown() }
	s.rail = kit.NewStepRail()
	s.content = kit.Border(container.NewVBox(s.header(), s.rail.Object()), nil, nil, nil, s.bar)
	if p.ui.Reading {
		s.newReading()
	}
	p.ui.Bar(s.content)
	a.OnChange(s.changed)
	s.showRail()
	s.showStatus()
	return s
}

// header is the line above all pages: year and unit at the left, what finds and takes
// back at the right, and the menu of what goes in and out.
func (s *shell) header() fyne.CanvasObject {
	undo := kit.NewIconButton(wordUndo, theme.ContentUndoIcon(), s.undo).Writes()
	search := kit.NewIconButton(wordSearch, theme.SearchIcon(), s.search)
	load := kit.NewIconButton(wordImport, theme.DownloadIcon(), func() { exchange.ImportStaff(s.desk) }).Writes()
	send := kit.NewIconButton(wordExport, theme.UploadIcon(), func() { exchange.ExportSubmission(s.desk) })
	row := container.NewHBox(
		widget.NewLabel(wordYear), kit.Wide(yearWidth, s.year), widget.NewLabel(wordUnit), kit.Wide(unitWidth, s.unit),
		layout.NewSpacer(), search, undo, load, send)
	return container.NewStack(kit.NewGround(kit.Paper, 0), kit.Padded(row))
}

// showRail asks for the way of the year, away from the screen, and shows it.
func (s *shell) showRail() {
	s.asked++
	v, year, on, asked := s.desk.View(), s.desk.Year(), s.desk.App.Today(), s.asked
	s.p.ui.Run(func() func() {
		steps, counts := reports.YearSteps(s.desk.Ctx, v, year, on), reports.PageCounts(v, year)
		return func() {
			if asked == s.asked {
				s.rail.Set(s.railSteps(steps, year))
				s.showCounts(counts)
			}
		}
	})
}

// showCounts writes behind the names of pages how much stands on each.
func (s *shell) showCounts(counts map[reports.Spot]string) {
	for _, t := range s.tabs {
		words := map[string]string{}
		for spot, n := range counts {
			if at := desk.PlaceOfSpot(spot); at.Tab == t.Name() {
				words[t.PageOf(at)] = n
			}
		}
		t.SetCounts(words)
	}
}

// find opens a find where it stands.
func (s *shell) find(f view.Found) { s.open(placeOf(f)) }

// railSteps are the steps with where each leads.
func (s *shell) railSteps(steps []reports.YearStep, year int) []kit.Step {
	states := map[reports.YearStepState]kit.StepState{
		reports.StepToCome: kit.StepToCome, reports.StepNow: kit.StepNow, reports.StepLate: kit.StepLate, reports.StepDone: kit.StepDone,
	}
	out := make([]kit.Step, len(steps))
	for i, step := range steps {
		to := desk.PlaceOfSpot(step.At)
		to.Year, to.Subject, to.Title, to.Missing = year, step.Subject, step.Title, step.Missing
		out[i] = kit.Step{Words: step.Words(), State: states[step.State], Go: func() { s.open(to) }}
		if step.At == reports.AtClosing {
			out[i].Go = s.lockYear
		}
	}
	return out
}

// showStatus says at the left of the bottom line what always holds: when something was
// saved, when the file was last copied, and the end of its history in figures, which are
// printed on papers too.
func (s *shell) showStatus() {
	a := s.desk.App
	s.p.ui.Run(func() func() {
		var copied, head string
		if list, err := backup.Everywhere(s.path); err == nil && len(list) > 0 {
			copied = fmt.Sprintf(textCopiedAt, slices.MaxFunc(list, func(x, y backup.Found) int { return x.At.Compare(y.At) }).At.Format("15:04 02/01"))
		}
		if h, err := a.Head(s.desk.Ctx); err == nil && h.Words() != "" {
			head = fmt.Sprintf(textHeadNow, h.Words())
		}
		return func() { s.p.ui.SetStatus(s.saved, copied, head) }
	})
}

const (
	yearWidth = 84
	unitWidth = 200
)

// fillChoices puts the years and units of the data into the two selects, keeping
// what was chosen.
func (s *shell) fillChoices() {
	s.quiet = true
	defer func() { s.quiet = false }()
	v := s.desk.View()
	s.year.Options = nil
	for _, y := range v.YearList(s.desk.App.Today().Year()) {
		s.year.Options = append(s.year.Options, strconv.Itoa(y))
	}
	if !slices.Contains(s.year.Options, s.year.Selected) {
		s.year.SetSelected(strconv.Itoa(v.BusyYear(s.desk.App.Today().Year())))
	}
	s.unit.Options, s.units = []string{wordAllUnits}, []tdkt.ID{""}
	for _, n := range v.OwnUnits() {
		s.unit.Options = append(s.unit.Options, strings.Repeat("    ", n.Depth)+n.Name)
		s.units = append(s.units, n.ID)
	}
	at := slices.Index(s.units, s.desk.Unit())
	s.unit.SetSelectedIndex(max(at, 0))
	s.year.Refresh()
	s.unit.Refresh()
	s.choose()
}

func (s *shell) choose() {
	year, err := strconv.Atoi(s.year.Selected)
	if err != nil {
		year = s.desk.App.Today().Year()
	}
	s.desk.Choose(year, s.units[max(s.unit.SelectedIndex(), 0)])
}

func (s *shell) chosen() {
	if s.quiet {
		return
	}
	s.choose()
	s.keepPlace()
	s.refresh()
	s.showRail()
}

// changed is called after a commit, on the goroutine that wrote it.
func (s *shell) changed(c app.Changed) {
	s.p.onScreen(func() {
		s.fillChoices()
		s.refresh()
		s.showRail()
		s.saved = fmt.Sprintf(textSavedAt, s.desk.App.Now().Format("15:04"))
		s.showStatus()
		s.p.ui.Notice(wordSaved + c.Words)
	})
}

func (s *shell) current() *desk.Pages {
	if s.reading != nil && !s.reading.deep {
		return s.reading.tab
	}
	return s.tabs[max(s.bar.SelectedIndex(), 0)]
}

func (s *shell) refresh() {
	s.current().Refresh()
	s.p.ui.Bar(s.current().Content())
}

func (s *shell) shown() {
	t := s.current()
	s.keepPage()
	t.Refresh()
	s.p.ui.Bar(t.Content())
	keys := t.Shortcuts()
	keys.Undo = s.undo
	keys.Refresh = t.Refresh
	keys.Redo = s.redo
	keys.List = s.exportList
	keys.History = s.history
	keys.Search = s.search
	keys.Merge = func() { exchange.Merge(s.desk) }
	keys.Help = s.help
	keys.Tab = func(n int) {
		if n < len(s.tabs) {
			s.read(true)
			s.bar.SelectIndex(n)
		}
	}
	keys.Page = t.Turn
	if keys.Export == nil {
		keys.Export = func() { exchange.ExportSubmission(s.desk) }
	}
	if s.reading != nil {
		keys.Undo, keys.Redo, keys.New, keys.Save, keys.Merge = nil, nil, nil, nil, nil
	}
	s.p.ui.SetShortcuts(keys)
}

// open shows a place in its tab, in its year.
func (s *shell) open(p desk.Place) {
	if year := strconv.Itoa(p.Year); p.Year != 0 && slices.Contains(s.year.Options, year) {
		s.year.SetSelected(year)
	}
	s.widen(p.Subject)
	if i := slices.Index(s.units, p.Unit); p.Unit != "" && i >= 0 {
		s.unit.SetSelectedIndex(i)
	}
	s.read(true)
	for i, t := range s.tabs {
		if t.Name() == p.Tab {
			s.bar.SelectIndex(i)
			t.Goto(p)
		}
	}
}

// widen turns to the whole department when the unit chosen hides a subject.
func (s *shell) widen(who tdkt.Subject) {
	v, year, unit := s.desk.View(), s.desk.Year(), s.desk.Unit()
	if who.ID == "" || unit == "" {
		return
	}
	if who.Kind == tdkt.AUnit && v.Facts.Within(who.ID, unit) {
		return
	}
	if p, ok := v.Facts.Person(who.ID); ok && who.Kind == tdkt.APerson && v.Facts.Within(v.UnitIn(p, year), unit) {
		return
	}
	s.unit.SetSelectedIndex(0)
}

// undo takes back the last whole operation: Ctrl+Z.
func (s *shell) undo() {
	s.p.ui.Do(func() func() {
		next, err := s.desk.App.NextUndo(s.desk.Ctx)
		return func() {
			take := func() { s.step(s.desk.App.UndoLast, wordUndone) }
			if err == nil && next.Seq == 1 { // one undo too many would empty the file
				s.p.ui.ConfirmDanger(wordUndoLast, fmt.Sprintf(textUndoFirst, next.Words, len(next.Rows)), wordUndoFirst, take)
				return
			}
			take()
		}
	})
}

// redo does the last undone operation again: Ctrl+Y.
func (s *shell) redo() { s.step(s.desk.App.RedoLast, wordRedone) }

func (s *shell) step(do func(context.Context) (string, error), said string) {
	s.p.ui.Do(func() func() {
		what, err := do(s.desk.Ctx)
		return func() {
			if err != nil {
				s.p.ui.ShowError(err)
				return
			}
			s.p.ui.Notice(said + what)
		}
	})
}

// history lists the operations of the file: Ctrl+Shift+Z.
func (s *shell) history() { past.Show(s.desk) }

// exportList writes the list on the screen to Excel: Ctrl+Shift+E.
func (s *shell) exportList() {
	t, ok := s.p.ui.List(s.current().Content())
	if !ok {
		s.p.ui.Notice(textNoList)
		return
	}
	t.Title = s.current().Name() + ": " + s.current().PageName()
	t.Notes = append([]string{fmt.Sprintf(textListOf, s.desk.Year(), strings.TrimSpace(s.unit.Selected))}, t.Notes...)
	exchange.ExportList(s.desk, t)
}
