package sheet

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// A score sheet keeps its keys in a hidden row and a hidden column, and is known by the first
// cell of that row.
const (
	blocMagic    = "so-thi-dua-khoi-1"
	blocKeyRow   = 4
	blocHeadRow  = 5
	blocFirstRow = 6
	blocExtraKey = "±" // begins the key of a line of bonus (±+) or deduction (±-)
)

// blocHeads are the headers, the hidden column first.
func blocHeads() []string {
	return []string{
		"Khóa", "STT", "Nội dung tiêu chí", "Cách chấm", "Điểm chuẩn", "Đơn vị tính", "Chỉ tiêu giao", "Kết quả thực hiện", "Tỷ lệ %", "Mức",
		"Điểm tự chấm", "Điểm khối thẩm định", "Điểm thưởng", "Điểm trừ", "Tổng điểm", "Minh chứng, ghi chú",
	}
}

// WriteBlocSheet writes the workbook of score sheets. The file appears whole or not at all.
func WriteBlocSheet(ctx context.Context, path string, s *tdkt.BlocSheet) error {
	f := excelize.NewFile()
	defer f.Close()
	w, err := newWriter(f)
	if err != nil {
		return err
	}
	for i, m := range s.Members {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("sheet: write score sheets: %w", err)
		}
		if i == 0 {
			err = f.SetSheetName("Sheet1", m.Sheet)
		} else {
			_, err = f.NewSheet(m.Sheet)
		}
		if err = errors.Join(err, w.blocMember(s, m)); err != nil {
			return fmt.Errorf("sheet: write %s: %w", m.Sheet, err)
		}
	}
	f.SetActiveSheet(0)
	return save(f, path)
}

// blocStyles are the looks of rows: words, numbers, and both in bold.
type blocStyles struct{ words, number, boldWords, boldNumber int }

func (w *writer) blocStyles() (s blocStyles, err error) {
	border := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	for _, one := range []struct {
		into *int
		bold bool
		at   string
	}{{&s.words, false, "left"}, {&s.number, false, "right"}, {&s.boldWords, true, "left"}, {&s.boldNumber, true, "right"}} {
		id, failed := w.f.NewStyle(&excelize.Style{
			Font: &excelize.Font{Family: "Times New Roman", Size: 12, Bold: one.bold}, Border: border,
			Alignment: &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: one.at},
		})
		*one.into, err = id, errors.Join(err, failed)
	}
	return s, err
}

// blocMember writes the sheet of one member.
func (w *writer) blocMember(s *tdkt.BlocSheet, m tdkt.BlocSheetMember) error {
	looks, err := w.blocStyles()
	if err != nil {
		return err
	}
	set := func(column, row int, v any) error { return w.f.SetCellValue(m.Sheet, guard.Ref(column, row), v) }
	err = errors.Join(
		w.blocHeadLine(m.Sheet, 1, false, tdkt.Bloc{Name: s.Name}.Named()),
		w.blocHeadLine(m.Sheet, 2, true, fmt.Sprintf("BẢNG CHẤM ĐIỂM THI ĐUA NĂM %d — %s", s.Year, m.Name)), w.blocHeadLine(m.Sheet, 3, false, blocAdvice),
		set(1, blocKeyRow, blocMagic), set(2, blocKeyRow, s.Year), set(3, blocKeyRow, string(s.Bloc)), set(4, blocKeyRow, string(m.Member)),
		set(5, blocKeyRow, s.Name), set(6, blocKeyRow, m.Name),
	)
	for i, h := range blocHeads() {
		err = errors.Join(err, set(i+1, blocHeadRow, h))
	}
	err = errors.Join(err, w.f.SetCellStyle(m.Sheet, guard.Ref(1, blocHeadRow), guard.Ref(len(blocHeads()), blocHeadRow), w.header))
	row := blocFirstRow
	for _, l := range m.Lines {
		err = errors.Join(err, w.blocLine(m.Sheet, row, l, looks))
		row++
	}
	err = errors.Join(err, w.blocSums(m.Sheet, row, len(m.Lines), looks))
	row++
	for _, x := range m.Extras {
		err = errors.Join(err, w.blocExtra(m.Sheet, row, x, looks))
		row++
	}
	err = errors.Join(err,
		w.blocLast(m.Sheet, row, looks, "TỔNG ĐIỂM", m.Total), w.blocLast(m.Sheet, row+1, looks, "XẾP HẠNG", m.Rank),
		w.blocPage(m.Sheet, row+1),
	)
	return errors.Join(err, w.blocChoices(m))
}

// blocAdvice is how the sheet is filled in.
const blocAdvice = "Ghi chỉ tiêu, kết quả, mức, điểm tự chấm, minh chứng; ghi số lần hoặc số ngày ở phần thưởng, trừ. " +
	"Để trống điểm tự chấm thì tính theo công thức. Không thêm, không xóa dòng tiêu chí."

// blocHeadLine is a line above the table, over its whole width and as high as it needs.
func (w *writer) blocHeadLine(sheet string, row int, bold bool, text string) error {
	const line, most = 17.0, 400
	width := 0.0
	for _, c := range blocWidths() {
		width += c
	}
	if bold {
		width *= 0.7
	}
	style, err := w.f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Family: "Times New Roman", Size: map[bool]float64{true: 14, false: 12}[bold], Bold: bold, Italic: !bold},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"},
	})
	first, last := guard.Ref(2, row), guard.Ref(len(blocHeads()), row)
	lines := math.Ceil(float64(len([]rune(text))) / width)
	return errors.Join(err,
		w.f.SetCellValue(sheet, first, text), w.f.MergeCell(sheet, first, last), w.f.SetCellStyle(sheet, first, last, style),
		w.f.SetRowHeight(sheet, row, min(max(lines, 1)*line+2, most)))
}

// cellNumber is a text as the number it says, or as it stands.
func cellNumber(text string) any {
	if n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64); err == nil {
		return n
	}
	if text == "" {
		return nil
	}
	return text
}

// blocWidths are the widths of the columns in letters, the hidden one first.
func blocWidths() []float64 {
	return []float64{0, 5, 40, 11, 7.5, 8, 9.5, 9.5, 8, 6, 8, 9, 8, 7, 8, 27}
}

// blocHeight is how high a row must be for its longest text: not every program fits rows by
// itself.
func blocHeight(values []any) float64 {
	const line, most = 16.5, 400
	lines := 1.0
	for i, v := range values {
		text, ok := v.(string)
		if !ok || i == 0 {
			continue
		}
		rows := 0.0
		for part := range strings.SplitSeq(text, "\n") {
			rows += max(1, math.Ceil(float64(len([]rune(part)))*0.97/blocWidths()[i]))
		}
		lines = max(lines, rows)
	}
	return min(lines*line+2, most)
}

// blocRow writes a row and gives it its look; numbers stand at the right.
func (w *writer) blocRow(sheet string, row int, values []any, words, number int) error {
	err := w.f.SetSheetRow(sheet, guard.Ref(1, row), &values)
	last := len(blocHeads())
	return errors.Join(err,
		w.f.SetRowHeight(sheet, row, blocHeight(values)),
		w.f.SetCellStyle(sheet, guard.Ref(1, row), guard.Ref(last, row), words),
		w.f.SetCellStyle(sheet, guard.Ref(tdkt.BlocColumnEach, row), guard.Ref(tdkt.BlocColumnEach, row), number),
		w.f.SetCellStyle(sheet, guard.Ref(tdkt.BlocColumnPlan, row), guard.Ref(last-1, row), number))
}

func (w *writer) blocLine(sheet string, row int, l tdkt.BlocSheetLine, looks blocStyles) error {
	n := cellNumber
	words, number, kind := looks.words, looks.number, string(l.Kind)
	standard := any(float64(l.Standard) / 100)
	if l.Kind == tdkt.BlocHeading {
		words, number, kind, standard = looks.boldWords, looks.boldNumber, "", nil
	}
	err := w.blocRow(sheet, row, []any{
		string(l.Key), l.Number, l.Text, kind, standard, l.Measure, n(l.Plan), n(l.Result), n(l.Percent), l.Level, n(l.Self), n(l.Checked),
		n(l.Over), nil, n(l.Total), l.Evidence,
	}, words, number)
	if !l.Formula {
		return err
	}
	part, whole := "H", "G"
	if l.Kind == tdkt.LessBetter {
		part, whole = "G", "H"
	}
	r := strconv.Itoa(row)
	return errors.Join(err, w.f.SetCellFormula(sheet, "I"+r, fmt.Sprintf(`IF(AND(ISNUMBER(%[1]s%[3]s),ISNUMBER(%[2]s%[3]s)),IF(%[2]s%[3]s>0,ROUND(%[1]s%[3]s/%[2]s%[3]s*100,2),""),"")`, part, whole, r)))
}

// blocSums adds up the criteria.
func (w *writer) blocSums(sheet string, row, lines int, looks blocStyles) error {
	err := w.blocRow(sheet, row, []any{nil, nil, "CỘNG"}, looks.boldWords, looks.boldNumber)
	if lines == 0 {
		return err
	}
	for _, column := range []string{"E", "K", "L", "M", "O"} {
		err = errors.Join(err, w.f.SetCellFormula(sheet, column+strconv.Itoa(row), fmt.Sprintf(`IF(COUNT(%[1]s%[2]d:%[1]s%[3]d)=0,"",SUM(%[1]s%[2]d:%[1]s%[3]d))`, column, blocFirstRow, row-1)))
	}
	return err
}

func (w *writer) blocExtra(sheet string, row int, x tdkt.BlocSheetExtra, looks blocStyles) error {
	key, kind, unit := blocExtraKey+"+"+x.Key, "Thưởng", "lần"
	values := make([]any, len(blocHeads()))
	at := 13
	if x.Minus {
		key, kind, at = blocExtraKey+"-"+x.Key, "Trừ", 14
	}
	if x.ByDays {
		unit = "ngày"
	}
	values[0], values[2], values[3], values[4], values[5] = key, x.Reason, kind, cellNumber(x.Each), unit
	values[tdkt.BlocColumnResult-1], values[at-1] = cellNumber(x.Count), cellNumber(x.Points)
	return w.blocRow(sheet, row, values, looks.words, looks.number)
}

// blocLast is a row below all, with its number in the column of totals.
func (w *writer) blocLast(sheet string, row int, looks blocStyles, word, value string) error {
	values := make([]any, 15)
	values[2], values[14] = word, cellNumber(value)
	return w.blocRow(sheet, row, values, looks.boldWords, looks.boldNumber)
}

// blocPage hides the keys and makes the sheet print on A4 with its header on each page.
func (w *writer) blocPage(sheet string, last int) error {
	landscape, a4, once, any, fit, narrow := "landscape", 9, 1, 0, true, 0.4 // inches
	err := errors.Join(
		w.f.SetRowVisible(sheet, blocKeyRow, false), w.f.SetColVisible(sheet, "A", false),
		w.f.SetSheetDimension(sheet, "A1:"+guard.Ref(len(blocHeads()), last)),
		w.f.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 3, YSplit: blocHeadRow, TopLeftCell: guard.Ref(4, blocFirstRow), ActivePane: "bottomRight"}),
		w.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, Size: &a4, FitToWidth: &once, FitToHeight: &any}),
		w.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}),
		w.f.SetRowHeight(sheet, blocHeadRow, 68),
		w.f.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: &narrow}),
		w.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, blocHeadRow, blocHeadRow), Scope: sheet,
		}),
	)
	for i, width := range blocWidths() {
		if i > 0 {
			err = errors.Join(err, w.f.SetColWidth(sheet, guard.Letters(i+1), guard.Letters(i+1), width))
		}
	}
	return err
}

// blocChoices refuses what is no number where a number belongs, as it is typed.
func (w *writer) blocChoices(m tdkt.BlocSheetMember) error {
	if len(m.Lines) == 0 {
		return nil
	}
	last := strconv.Itoa(blocFirstRow + len(m.Lines) + len(m.Extras))
	var err error
	for _, columns := range []string{"G%d:H%s", "K%d:L%s"} {
		d := excelize.NewDataValidation(true)
		d.Sqref = fmt.Sprintf(columns, blocFirstRow, last)
		d.SetError(excelize.DataValidationErrorStyleStop, "Chỉ ghi số", "Ô này nhận số từ 0 trở lên.")
		err = errors.Join(err, d.SetRange(0, 9999999999, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween), w.f.AddDataValidation(m.Sheet, d))
	}
	return err
}
