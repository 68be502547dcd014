package sheettest

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"tdkt/assets"
)

// Measure looks at every cell of a workbook as Excel would show it, with the letters of the
// font itself, and says in words what a reader could not read: a number or day wider than
// its column (Excel shows ###), a text longer than its cell, a row twice as high as its
// words, a row that is most of a page, letters that print too small.
func Measure(tb testing.TB, path string) []string {
	tb.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	return MeasureBook(tb, f)
}

// MeasureBook is Measure of a workbook that is open.
func MeasureBook(tb testing.TB, f *excelize.File) []string {
	tb.Helper()
	measuring.Lock()
	defer measuring.Unlock()
	letters, err := fonts()
	if err != nil {
		tb.Fatal(err)
	}
	m := &measurer{f: f, plain: letters[0], bold: letters[1], styles: map[int]*excelize.Style{}}
	for _, name := range f.GetSheetList() {
		if err := m.sheet(name); err != nil {
			tb.Fatal(err)
		}
	}
	return m.faults
}

// Points of an Excel column: seven pixels a unit, four pixels of each cell hold no text.
const (
	unitPoints = 7 * 0.75
	sidePoints = 4 * 0.75
	lineOfText = 1.15 // height of a line beside the size of its letters
	autoHeight = 15   // what excelize says of a row whose height Excel fits itself
)

// measurer measures the sheets of one workbook.
type measurer struct {
	f           *excelize.File
	plain, bold *fontRuler
	styles      map[int]*excelize.Style
	faults      []string

	name    string
	widths  []float64         // points of the columns
	heights map[int]float64   // points of the rows asked for
	merged  map[string][2]int // columns and rows that a merged cell covers, by its first cell
	inside  map[string]bool   // cells covered by another
	least   float64           // smallest letters of the sheet

	highest float64 // row with words
}

func (m *measurer) fault(format string, args ...any) {
	if len(m.faults) < 60 {
		m.faults = append(m.faults, m.name+": "+fmt.Sprintf(format, args...))
	}
}

func (m *measurer) sheet(name string) error {
	m.name, m.merged, m.inside, m.least, m.highest = name, map[string][2]int{}, map[string]bool{}, math.Inf(1), 0
	m.heights = map[int]float64{}
	if err := m.merges(); err != nil {
		return err
	}
	rows, err := m.f.GetRows(name)
	if err != nil {
		return err
	}
	most := 0
	for _, r := range rows {
		most = max(most, len(r))
	}
	for at, span := range m.merged {
		col, _, _ := excelize.CellNameToCoordinates(at)
		most = max(most, col+span[0]-1)
	}
	m.widths = make([]float64, most)
	for i := range m.widths {
		letters, _ := excelize.ColumnNumberToName(i + 1)
		w, err := m.f.GetColWidth(name, letters)
		if err != nil {
			return err
		}
		if shown, err := m.f.GetColVisible(name, letters); err == nil && !shown {
			w = 0
		}
		m.widths[i] = w * unitPoints
	}
	total := 0.0
	for i, r := range rows {
		high, err := m.row(i+1, r)
		if err != nil {
			return err
		}
		total += high
	}
	return m.page(total)
}

func (m *measurer) merges() error {
	list, err := m.f.GetMergeCells(m.name, true)
	for _, c := range list {
		c1, r1, _ := excelize.CellNameToCoordinates(c.GetStartAxis())
		c2, r2, _ := excelize.CellNameToCoordinates(c.GetEndAxis())
		m.merged[c.GetStartAxis()] = [2]int{c2 - c1 + 1, r2 - r1 + 1}
		for col := c1; col <= c2; col++ {
			for row := r1; row <= r2; row++ {
				if at := cellName(col, row); at != c.GetStartAxis() {
					m.inside[at] = true
				}
			}
		}
	}
	return err
}

// row looks at the cells of a row and returns its height.
func (m *measurer) row(n int, cells []string) (float64, error) {
	high, err := m.heightOf(n, 1)
	if err != nil {
		return 0, err
	}
	if shown, err := m.f.GetRowVisible(m.name, n); err == nil && !shown {
		return 0, nil
	}
	need, deep := 0.0, false
	for i, words := range cells {
		at := cellName(i+1, n)
		if m.hidden(at, i, words) {
			continue
		}
		own, err := m.cell(at, i, words, cells)
		if err != nil {
			return 0, err
		}
		rows := max(m.merged[at][1], 1)
		room, err := m.heightOf(n, rows)
		if err != nil {
			return 0, err
		}
		if own > room+0.5 && high != autoHeight {
			m.fault("%s “%.60s” needs %.0f points, its row has %.0f", at, words, own, room)
		}
		if deep = deep || rows > 1; rows == 1 {
			need = max(need, own)
		}
	}
	if need > 0 && high != autoHeight {
		m.notHigher(n, high, need, deep)
	}
	return high, nil
}

// hidden says whether a cell shows nothing of its own.
func (m *measurer) hidden(at string, col int, words string) bool {
	return words == "" || m.inside[at] || m.widths[col] == 0
}

// notHigher holds that a row is not much higher than its words: one line is never twice as
// high, several may have one to spare.
func (m *measurer) notHigher(n int, high, need float64, deep bool) {
	m.highest = max(m.highest, high)
	most := need*1.3 + 10
	if need > 20 {
		most += 13
	}
	if !deep && high > most {
		m.fault("row %d is %.0f points high for words of %.0f", n, high, need)
	}
}

// heightOf is the height of rows together.
func (m *measurer) heightOf(n, rows int) (float64, error) {
	sum := 0.0
	for k := n; k < n+rows; k++ {
		if _, known := m.heights[k]; !known {
			high, err := m.f.GetRowHeight(m.name, k)
			if err != nil {
				return 0, err
			}
			m.heights[k] = high
		}
		sum += m.heights[k]
	}
	return sum, nil
}

// drawn is how a cell's words are drawn.
type drawn struct {
	font       *fontRuler
	size       float64
	wrap       bool
	turn       int
	across     string
	room, wide float64 // points of the cell, and of its longest line
	text       bool    // no number or day
}

// cell measures one cell and returns the height its words need.
func (m *measurer) cell(at string, col int, words string, row []string) (float64, error) {
	d, err := m.drawn(at, col, words)
	if err != nil {
		return 0, err
	}
	switch {
	case d.turn != 0:
		return d.turned(words), nil
	case !d.text && d.wide > d.room:
		m.fault("%s “%s” is shown as ###: it needs %.0f points, the column has %.0f", at, words, d.wide, d.room)
	case d.text && !d.wrap:
		if room := m.flow(d, col+max(m.merged[at][0], 1), row); d.wide > room+0.5 {
			m.fault("%s “%.60s” is cut: it needs %.0f points, the cell has %.0f", at, words, d.wide, room)
		}
	case d.text:
		return float64(d.font.lines(words, d.room, d.size)) * d.size * lineOfText, nil
	}
	return d.size * lineOfText, nil
}

func (m *measurer) drawn(at string, col int, words string) (drawn, error) {
	d := drawn{font: m.plain, size: 11, room: -sidePoints}
	style, err := m.style(at)
	if err != nil {
		return d, err
	}
	if style.Font != nil && style.Font.Size > 0 {
		d.size = style.Font.Size
		if style.Font.Bold {
			d.font = m.bold
		}
	}
	if style.Alignment != nil {
		d.wrap, d.turn, d.across = style.Alignment.WrapText, style.Alignment.TextRotation, style.Alignment.Horizontal
	}
	m.least = min(m.least, d.size)
	for i := col; i < col+max(m.merged[at][0], 1) && i < len(m.widths); i++ {
		d.room += m.widths[i]
	}
	for line := range strings.SplitSeq(words, "\n") {
		d.wide = max(d.wide, d.font.width(line, d.size))
	}
	kind, err := m.f.GetCellType(m.name, at)
	d.text = kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString
	return d, err
}

// turned is the height of words that stand upright.
func (d drawn) turned(words string) float64 {
	fit := max(int((d.room+sidePoints)/(d.size*lineOfText)), 1)
	high := d.font.longest(words, d.size)
	for d.font.lines(words, high, d.size) > fit {
		high++
	}
	return high
}

// flow is the room of a text that may flow over the empty cells behind it.
func (m *measurer) flow(d drawn, from int, row []string) float64 {
	if d.across == "center" || d.across == "right" {
		return d.room
	}
	for i := from; i < len(m.widths) && (i >= len(row) || row[i] == ""); i++ {
		d.room += m.widths[i]
	}
	return d.room
}

// page holds the printed size of the letters and the heights of rows against the page.
func (m *measurer) page(total float64) error {
	setup, err := m.f.GetPageLayout(m.name)
	if err != nil {
		return err
	}
	margins, err := m.f.GetPageMargins(m.name)
	if err != nil {
		return err
	}
	wide, high := 210.0, 297.0
	if setup.Orientation != nil && *setup.Orientation == "landscape" {
		wide, high = high, wide
	}
	const inch, pointsPerMM = 25.4, 72 / 25.4
	paper := (wide - (*margins.Left+*margins.Right)*inch) * pointsPerMM
	page := (high - (*margins.Top+*margins.Bottom)*inch) * pointsPerMM
	sum := 0.0
	for _, w := range m.widths {
		sum += w
	}
	scale := min(1, paper/max(sum, 1))
	if setup.FitToHeight != nil && *setup.FitToHeight == 1 {
		scale = min(scale, page/max(total, 1))
	}
	floor := 9.0
	if panes, err := m.f.GetPanes(m.name); err == nil && panes.Freeze {
		floor = 0 // to be worked on, on the screen
	}
	if m.highest*scale > page*0.5 {
		m.fault("a row is %.0f points high, half the page has %.0f", m.highest, page*0.5/scale)
	}
	if printed := m.least * scale; printed < floor-0.05 && !math.IsInf(printed, 1) {
		m.fault("letters print at %.1f points", printed)
	}
	return nil
}

func (m *measurer) style(at string) (*excelize.Style, error) {
	id, err := m.f.GetCellStyle(m.name, at)
	if err != nil {
		return nil, err
	}
	if m.styles[id] == nil {
		if m.styles[id], err = m.f.GetStyle(id); err != nil {
			return nil, err
		}
	}
	return m.styles[id], nil
}

func cellName(col, row int) string {
	name, _ := excelize.CoordinatesToCellName(col, row)
	return name
}

// fontRuler measures texts with the widths of a font's own letters.
type fontRuler struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	known  map[rune]float64
}

// measuring is held while the letters' widths are asked for.
var measuring sync.Mutex

// fonts are the upright and the bold letters.
var fonts = sync.OnceValues(func() ([2]*fontRuler, error) {
	plain, err := newFont(assets.FontRegular)
	bold, errBold := newFont(assets.FontBold)
	return [2]*fontRuler{plain, bold}, errors.Join(err, errBold)
})

func newFont(file []byte) (*fontRuler, error) {
	f, err := sfnt.Parse(file)
	return &fontRuler{font: f, known: map[rune]float64{}}, err
}

// rune is the width of a letter of size 1.
func (r *fontRuler) rune(c rune) float64 {
	if w, ok := r.known[c]; ok {
		return w
	}
	w := 0.6
	if glyph, err := r.font.GlyphIndex(&r.buffer, c); err == nil && glyph != 0 {
		if advance, err := r.font.GlyphAdvance(&r.buffer, glyph, fixed.I(1000), 0); err == nil {
			w = float64(advance) / 64 / 1000
		}
	}
	r.known[c] = w
	return w
}

func (r *fontRuler) width(text string, size float64) float64 {
	sum := 0.0
	for _, c := range text {
		sum += r.rune(c)
	}
	return sum * size
}

func (r *fontRuler) longest(text string, size float64) float64 {
	widest := 0.0
	for word := range strings.FieldsSeq(text) {
		widest = max(widest, r.width(word, size))
	}
	return widest
}

// lines counts the lines of a text wrapped to a width.
func (r *fontRuler) lines(text string, room, size float64) int {
	count := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		used := 0.0
		count++
		for word := range strings.FieldsSeq(paragraph) {
			w := r.width(word, size)
			if used > 0 && used+r.rune(' ')*size+w <= room {
				used += r.rune(' ')*size + w
				continue
			}
			if used > 0 {
				count++
			}
			for used = w; used > room && room > 0; used -= room {
				count++
			}
		}
	}
	return count
}
