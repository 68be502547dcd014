package decisions

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/papers"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// stockPart is the list of a stock's fields beside a picture of the sheet.
type stockPart struct {
	tab   *Tab
	which *kit.Select
	grid  *kit.Grid[fieldRow]
	sheet *sheet
	stock tdkt.Stock
	has   bool
	list  fyne.CanvasObject
	bar   *fyne.Container

	trialButton *kit.Button
	filled      map[string]string // words of an award, for the picture
}

// fieldRow is one field at its place in the stock.
type fieldRow struct {
	tdkt.StockField
	at int
}

func (r fieldRow) key() string { return strconv.Itoa(r.at) }

// The places of the columns of a stock's fields.
const (
	colWhat = iota
	colX
	colY
	colSize
	colBold
	colItalic
	colLeft
)

func newStockPart(t *Tab) *stockPart {
	p := &stockPart{tab: t, sheet: newSheet()}
	p.which = kit.NewSelect(nil, func(string) { p.turned() })
	p.grid = kit.NewGrid(t.desk.UI, fieldRow.key, fieldColumns()...)
	p.grid.Empty = textNoStock
	p.grid.OnEdits = p.edit
	p.grid.OnEdit = func(r fieldRow, column int, text string) error {
		return p.edit([]kit.Edit[fieldRow]{{Row: r, Column: column, Text: text}})
	}
	split := container.NewHSplit(p.grid, p.sheet)
	split.Offset = 0.6
	p.list = split
	p.bar = container.NewHBox(kit.Wide(220, p.which))
	p.trialButton = kit.NewButton(wordTrial, p.trial).Primary()
	p.grid.EmptyWord, p.grid.OnEmpty = wordNewStock, p.add
	return p
}

func fieldColumns() []kit.Column[fieldRow] {
	length := func(title string, n func(tdkt.StockField) int) kit.Column[fieldRow] {
		return kit.Column[fieldRow]{
			Title: title, Width: 92, Align: fyne.TextAlignTrailing, Edit: &kit.Editor[fieldRow]{Kind: kit.EditNumber},
			Text: func(r fieldRow) string { return kit.FormatNumber(float64(n(r.StockField)) / 10) },
		}
	}
	tick := func(title string, on func(tdkt.StockField) bool) kit.Column[fieldRow] {
		return kit.Column[fieldRow]{Title: title, Width: 74, Edit: &kit.Editor[fieldRow]{Kind: kit.EditTick}, Text: func(r fieldRow) string {
			if on(r.StockField) {
				return "x"
			}
			return ""
		}}
	}
	return []kit.Column[fieldRow]{
		colWhat: {Title: wordWhat, Width: 130, Grow: true, Text: func(r fieldRow) string { return r.What }, Edit: &kit.Editor[fieldRow]{Kind: kit.EditText}},
		colX:    length(wordX, func(f tdkt.StockField) int { return f.X }),
		colY:    length(wordY, func(f tdkt.StockField) int { return f.Y }),
		colSize: {
			Title: wordSize, Width: 66, Align: fyne.TextAlignTrailing, Edit: &kit.Editor[fieldRow]{Kind: kit.EditNumber},
			Text: func(r fieldRow) string { return strconv.Itoa(r.Size) },
		},
		colBold:   tick(wordBold, func(f tdkt.StockField) bool { return f.Bold }),
		colItalic: tick(wordItalic, func(f tdkt.StockField) bool { return f.Italic }),
		colLeft:   tick(wordLeft, func(f tdkt.StockField) bool { return f.Left }),
	}
}

// refresh shows the stock chosen, with the words of the newest award on its picture.
func (p *stockPart) refresh() {
	v := p.tab.desk.View()
	p.which.Options = nil
	at := -1
	for i, s := range v.Stocks {
		p.which.Options = append(p.which.Options, s.Name)
		if s.ID == p.stock.ID || at < 0 {
			at = i
		}
	}
	p.has, p.which.Selected = at >= 0, ""
	if p.has {
		p.stock, p.which.Selected = v.Stocks[at], v.Stocks[at].Name
	}
	p.which.Refresh()
	p.filled = nil
	if rows := awardRows(v, p.tab.desk.Unit()); len(rows) > 0 {
		p.filled = papers.StockWords(v, rows[0].Award)
	}
	p.show()
}

func (p *stockPart) turned() {
	stocks := p.tab.desk.View().Stocks
	if i := p.which.SelectedIndex(); i >= 0 && i < len(stocks) {
		p.stock, p.has = stocks[i], true
	}
	p.show()
}

func (p *stockPart) show() {
	var rows []fieldRow
	if p.has {
		for i, f := range p.stock.Fields {
			rows = append(rows, fieldRow{f, i})
		}
	}
	p.grid.SetRows(rows)
	p.sheet.set(p.stock, p.has, p.filled)
}

// edit lays typed cells over the stock as it stands; it runs away from the screen.
func (p *stockPart) edit(edits []kit.Edit[fieldRow]) error {
	s := p.stock
	s.Fields = slices.Clone(s.Fields)
	for _, e := range edits {
		f := &s.Fields[e.Row.at]
		switch e.Column {
		case colWhat:
			f.What = e.Text
		case colBold:
			f.Bold = e.Text != ""
		case colItalic:
			f.Italic = e.Text != ""
		case colLeft:
			f.Left = e.Text != ""
		default:
			n, err := kit.ParseNumber(e.Text)
			if err != nil {
				return err
			}
			switch e.Column {
			case colX:
				f.X = int(n*10 + 0.5)
			case colY:
				f.Y = int(n*10 + 0.5)
			case colSize:
				f.Size = int(n)
			}
		}
	}
	return p.save(s)
}

func (p *stockPart) save(s tdkt.Stock) error {
	return papers.SaveStock(p.tab.desk.Ctx, p.tab.desk.App, s)
}

// add asks for the name and size of a new stock.
func (p *stockPart) add() {
	start := papers.NewStock("")
	name := kit.NewTextField("")
	wide, high := millimetres(start.Width), millimetres(start.Height)
	p.tab.desk.UI.ShowForm(kit.FormSpec{
		Title: wordNewStock,
		Form: kit.NewForm(
			kit.FormItem{Label: wordStockName, Field: name, Must: true},
			kit.FormItem{Label: wordWidth, Field: wide, Must: true},
			kit.FormItem{Label: wordHeight, Field: high, Must: true},
		),
		Save: func() func() error {
			s := papers.NewStock(name.Value())
			s.Scale(tenthsOf(wide), tenthsOf(high))
			s.ID = tdkt.NewID()
			return func() error {
				err := p.save(s)
				if err == nil {
					p.stock = s
				}
				return err
			}
		},
		Done: p.refresh,
	})
}

func millimetres(tenths int) *kit.NumberField {
	f := kit.NewNumberField()
	f.Least, f.Most = 50, 1000
	f.SetNumber(float64(tenths) / 10)
	return f
}

func tenthsOf(f *kit.NumberField) int {
	n, _ := f.Number()
	return int(n*10 + 0.5)
}

// addField offers the words an award fills in, and a text of one's own.
func (p *stockPart) addField() {
	if !p.has {
		p.tab.desk.UI.Notice(textNoStock)
		return
	}
	words := append(tdkt.StockWords(), wordOwnText)
	p.tab.desk.UI.Choice(wordAddField, textAddField, words, func(i int) {
		s := p.stock
		s.Fields = append(slices.Clone(s.Fields), tdkt.StockField{What: words[i], X: s.Width / 2, Y: s.Height / 2, Size: 14})
		p.tab.desk.Do(func(context.Context) error { return p.save(s) }, nil)
	})
}

func (p *stockPart) removeField() {
	r, ok := p.grid.Current()
	if !ok {
		p.tab.desk.UI.Notice(textPick)
		return
	}
	s := p.stock
	s.Fields = slices.Delete(slices.Clone(s.Fields), r.at, r.at+1)
	p.tab.desk.Do(func(context.Context) error { return p.save(s) }, nil)
}

// trial prints the newest award with the frame that shows whether the stock fits.
func (p *stockPart) trial() {
	rows := awardRows(p.tab.desk.View(), p.tab.desk.Unit())
	rows = slices.DeleteFunc(rows, func(r awardRow) bool { return r.Revoked })
	if !p.has || len(rows) == 0 {
		p.tab.desk.UI.Notice(textNoStock)
		return
	}
	p.write([]tdkt.ID{rows[0].ID}, true)
}

// write prints certificates where the user says and opens them.
func (p *stockPart) write(awards []tdkt.ID, frame bool) {
	ui, s, n := p.tab.desk.UI, p.stock, 0
	ui.SaveFile(wordPrint, wordPrintFile, []kit.FileKind{{Name: "PDF", Patterns: []string{"*.pdf"}}}, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".pdf"
		}
		ui.Busy(wordPrint, func(context.Context, *kit.Progress) (err error) {
			n, err = papers.PrintCertificates(p.tab.desk.App, s, awards, frame, path)
			return err
		}, func() {
			ui.Noticef(textPrinted, n, path)
			p.tab.opened(path)
		})
	})
}

// printSelected prints the awards selected in the golden book onto the stock chosen.
func (t *Tab) printSelected() {
	var ids []tdkt.ID
	for _, r := range t.book.Selected() {
		ids = append(ids, r.ID)
	}
	t.stock.refresh()
	stocks := t.desk.View().Stocks
	if len(ids) == 0 || len(stocks) == 0 {
		t.desk.UI.Notice(textNoStock)
		return
	}
	names := make([]string, len(stocks))
	for i, s := range stocks {
		names[i] = s.Name
	}
	t.desk.UI.Choice(wordPrint, fmt.Sprintf(textPrintOn, len(ids)), names, func(i int) {
		t.stock.stock, t.stock.has = stocks[i], true
		t.stock.write(ids, false)
	})
}

// sheet is a picture of a stock with its fields, as large as there is room.
type sheet struct {
	widget.BaseWidget
	stock tdkt.Stock
	on    bool
	words map[string]string
	box   *fyne.Container
}

func newSheet() *sheet {
	s := &sheet{box: container.NewWithoutLayout()}
	s.ExtendBaseWidget(s)
	return s
}

func (s *sheet) set(stock tdkt.Stock, on bool, words map[string]string) {
	s.stock, s.on, s.words = stock, on, words
	s.draw(s.Size())
}

// Resize draws the picture in the new size.
func (s *sheet) Resize(size fyne.Size) {
	s.BaseWidget.Resize(size)
	s.draw(size)
}

// CreateRenderer is for Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.box) }

func (s *sheet) draw(size fyne.Size) {
	s.box.RemoveAll()
	if !s.on || s.stock.Width == 0 || size.Width < sheetMargin*2 {
		return
	}
	scale := min((size.Width-2*sheetMargin)/float32(s.stock.Width), (size.Height-2*sheetMargin)/float32(s.stock.Height))
	edge := canvas.NewRectangle(theme.Color(theme.ColorNameInputBackground))
	edge.StrokeColor, edge.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	edge.Resize(fyne.NewSize(float32(s.stock.Width)*scale, float32(s.stock.Height)*scale))
	edge.Move(fyne.NewPos(sheetMargin, sheetMargin))
	s.box.Add(edge)
	for _, f := range s.stock.Fields {
		s.box.Add(s.text(f, scale))
	}
	s.box.Refresh()
}

// text is one field on the picture; a point is 3,53 tenths of a millimetre.
func (s *sheet) text(f tdkt.StockField, scale float32) fyne.CanvasObject {
	words := f.What
	if w, ok := s.words[f.What]; ok {
		words = w
	}
	t := canvas.NewText(words, theme.Color(theme.ColorNameForeground))
	t.TextSize = float32(f.Size) * tenthsOfPoint * scale
	t.TextStyle = fyne.TextStyle{Bold: f.Bold, Italic: f.Italic}
	size := t.MinSize()
	x := sheetMargin + float32(f.X)*scale
	if !f.Left {
		x -= size.Width / 2
	}
	t.Move(fyne.NewPos(x, sheetMargin+float32(f.Y)*scale-size.Height*0.8))
	t.Resize(size)
	return t
}

const (
	sheetMargin   = 6
	tenthsOfPoint = 254.0 / 72
)
