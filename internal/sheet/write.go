package sheet

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// maxText is how many characters Excel keeps in a cell.
const maxText = 32767

// WriteExchange writes the exchange workbook with all its sheets. The file appears
// whole or not at all: it is written beside its place and renamed.
func WriteExchange(ctx context.Context, path string, ex *tdkt.Exchange) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := newWriter(f)
	if err != nil {
		return err
	}
	for i, t := range tables() {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("sheet: write workbook: %w", err)
		}
		rows := t.rows(ex)
		if len(rows) == 0 && t.optional() {
			continue
		}
		t, rows = t.lean(rows)
		if err := w.sheet(i, t, rows); err != nil {
			return err
		}
	}
	f.SetActiveSheet(0)
	return save(f, path)
}

// lean is the table without the columns of plain text that hold nothing in any row.
func (t table) lean(rows [][]any) (table, [][]any) {
	spare := map[string]bool{}
	for _, c := range spareColumns() {
		spare[c.name] = true
	}
	var columns []column
	var kept []int
	for i, c := range t.columns {
		if !spare[c.name] || slices.ContainsFunc(rows, func(row []any) bool { return row[i] != "" }) {
			columns = append(columns, c)
			kept = append(kept, i)
		}
	}
	if len(kept) == len(t.columns) {
		return t, rows
	}
	t.columns = columns
	out := make([][]any, len(rows))
	for n, row := range rows {
		for _, i := range kept {
			out[n] = append(out[n], row[i])
		}
	}
	return t, out
}

// writer holds the styles of a workbook being written.
type writer struct {
	f      *excelize.File
	header int
	filled looks // of the rows written
	blank  looks // of the rows below, for what people will type
}

// looks are the styles of texts, days and numbers.
type looks struct{ text, day, num int }

func (l looks) of(s shape) int {
	switch s {
	case day:
		return l.day
	case number:
		return l.num
	case code, words, long, mark:
	}
	return l.text
}

func newWriter(f *excelize.File) (*writer, error) {
	w := &writer{f: f}
	font := &excelize.Font{Family: "Times New Roman", Size: 12}
	border := []excelize.Border{
		{Type: "left", Style: 1, Color: "BFBFBF"},
		{Type: "right", Style: 1, Color: "BFBFBF"},
		{Type: "top", Style: 1, Color: "BFBFBF"},
		{Type: "bottom", Style: 1, Color: "BFBFBF"},
	}
	dayFormat := "dd/mm/yyyy"
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	styles := []struct {
		into  *int
		style excelize.Style
	}{
		{&w.header, excelize.Style{
			Font: &excelize.Font{Family: "Times New Roman", Size: 12, Bold: true}, Border: border,
			Fill:      excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}},
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
		}},
		{&w.filled.text, excelize.Style{Font: font, Border: border, Alignment: top, NumFmt: 49}},
		{&w.filled.day, excelize.Style{Font: font, Border: border, Alignment: top, CustomNumFmt: &dayFormat}},
		{&w.filled.num, excelize.Style{Font: font, Border: border, Alignment: top}},
		{&w.blank.text, excelize.Style{Font: font, Alignment: top, NumFmt: 49}},
		{&w.blank.day, excelize.Style{Font: font, Alignment: top, CustomNumFmt: &dayFormat}},
		{&w.blank.num, excelize.Style{Font: font, Alignment: top}},
	}
	for _, s := range styles {
		id, err := f.NewStyle(&s.style)
		if err != nil {
			return nil, fmt.Errorf("sheet: make style: %w", err)
		}
		*s.into = id
	}
	return w, nil
}

// sheet writes one table. Everything but cells is set before the stream begins:
// what comes after it is lost without an error.
func (w *writer) sheet(i int, t table, rows [][]any) error {
	if err := w.prepare(i, t, len(rows)); err != nil {
		return fmt.Errorf("sheet: prepare %s: %w", t.name, err)
	}
	sw, err := w.f.NewStreamWriter(t.name)
	if err != nil {
		return fmt.Errorf("sheet: write %s: %w", t.name, err)
	}
	if err := w.fill(sw, t, rows); err != nil {
		var known *tdkt.Error
		if errors.As(err, &known) {
			return err
		}
		return fmt.Errorf("sheet: write %s: %w", t.name, err)
	}
	if err := sw.Flush(); err != nil {
		return fmt.Errorf("sheet: write %s: %w", t.name, err)
	}
	return nil
}

func (w *writer) prepare(i int, t table, rows int) error {
	if i == 0 {
		if err := w.f.SetSheetName("Sheet1", t.name); err != nil {
			return err
		}
	} else if _, err := w.f.NewSheet(t.name); err != nil {
		return err
	}
	last := guard.Letters(len(t.columns))
	landscape, a4, once, any := "landscape", 9, 1, 0
	fit := true
	return errors.Join(
		w.f.AutoFilter(t.name, fmt.Sprintf("A1:%s%d", last, max(rows, 1)+1), nil), // before the properties, of which it makes new ones
		w.f.SetSheetDimension(t.name, fmt.Sprintf("A1:%s%d", last, rows+1)),
		w.f.SetPanes(t.name, &excelize.Panes{
			Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
			Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
		}),
		w.f.SetPageLayout(t.name, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &once, FitToHeight: &any}),
		w.f.SetSheetProps(t.name, &excelize.SheetPropsOptions{FitToPage: &fit}),
		w.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", t.name), Scope: t.name,
		}),
		w.offerChoices(t, rows),
	)
}

// headSize is the size of the letters of a header.
const headSize = 12.0

// headHeight is the height that a header's words need in a column of a width in Excel's
// units, in bold letters of a size.
func headHeight(words string, width, size float64) float64 {
	const unit, letter, line, air = 5.25, 0.49, 1.28, 4
	room, lines, used := width*unit-3, 1.0, 0.0
	for word := range strings.FieldsSeq(words) {
		w := float64(utf8.RuneCountInString(word)) * letter * size
		if used > 0 && used+w+size/4 > room {
			lines, used = lines+1, 0
		}
		used += w + size/4
		for used > room+size/4 {
			lines, used = lines+1, used-room
		}
	}
	return lines*size*line + air
}

// width is how wide a column of this shape is, in characters.
func (s shape) width() float64 {
	return map[shape]float64{code: 17, words: 30, long: 60, number: 10, day: 14, mark: 12}[s]
}

func (w *writer) fill(sw *excelize.StreamWriter, t table, rows [][]any) error {
	header := make([]any, len(t.columns))
	for i, c := range t.columns {
		name := c.name
		if c.required {
			name += "*"
		}
		header[i] = excelize.Cell{StyleID: w.header, Value: name}
		if err := errors.Join(sw.SetColWidth(i+1, i+1, c.shape.width()), sw.SetColStyle(i+1, i+1, w.blank.of(c.shape))); err != nil {
			return err
		}
	}
	high := 18.0
	for _, c := range t.columns {
		high = max(high, headHeight(c.name+"*", c.shape.width(), headSize))
	}
	if err := sw.SetRow("A1", header, excelize.RowOpts{Height: high}); err != nil {
		return err
	}
	for n, row := range rows {
		cells := make([]any, len(row))
		for i, v := range row {
			c, err := w.cell(v, t.columns[i].shape)
			if err != nil {
				return &tdkt.Error{Kind: tdkt.Invalid, Err: err, Text: fmt.Sprintf(
					"Không ghi được cột “%s” của trang “%s”: %s", t.columns[i].name, t.name, tdkt.Sentence(err, nil))}
			}
			cells[i] = c
		}
		if err := sw.SetRow(guard.Ref(1, n+2), cells); err != nil {
			return err
		}
	}
	return nil
}

// cell gives a value its format: days are real Excel days, codes are text.
func (w *writer) cell(v any, s shape) (excelize.Cell, error) {
	c := excelize.Cell{StyleID: w.filled.of(s), Value: v}
	switch x := v.(type) {
	case tdkt.Day:
		c.Value = dayValue(x)
	case int:
		c.StyleID = w.filled.num
		if x == 0 {
			c.Value = nil
		}
	case string:
		if utf8.RuneCountInString(x) > maxText {
			return c, sentence("nội dung một ô dài quá 32.767 ký tự. Hãy rút ngắn nội dung đó trong chương trình rồi xuất lại.")
		}
		if x == "" {
			c.Value = nil
		}
	}
	return c, nil
}

// dayValue is Excel's count of days. Days before 01/03/1900 are text: programs
// disagree about them, because the 1900 system believes in a 29/02/1900.
func dayValue(d tdkt.Day) any {
	switch {
	case d == 0:
		return nil
	case d < tdkt.Date(1900, 3, 1):
		return d.String()
	}
	return int(d.Time().Sub(tdkt.Date(1899, 12, 30).Time()).Hours() / 24)
}
