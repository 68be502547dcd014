package sheet

import (
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// The columns of what only papers say.
const (
	colPart    = "Mục"
	colContent = "Nội dung"
	colForm    = "Biểu"
	colRow     = "Mã số"
	colColumn  = "Cột"
	colRound   = "Đợt"
)

// passageTables are the texts of reports of merits and the numbers that an office types into
// statistical forms.
func passageTables() []table {
	return []table{
		{tdkt.SheetPassages, []column{{colYear, true, number}, {colCode, true, code}, {colPart, true, words}, {colContent, true, long}, {colRound, false, words}}, readPassage, passageCells},
		{tdkt.SheetFigures, []column{
			{colYear, true, number}, {colForm, true, code}, {colRow, true, code}, {colColumn, true, code}, {colValue, true, number},
		}, readFigure, figureCells},
	}
}

func readPassage(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Passages, tdkt.PassageRow{
		Line: tdkt.Line(r.line), Year: r.year(colYear), Code: r.text(colCode), Part: r.text(colPart), Text: r.lines(colContent), Round: r.text(colRound),
	})
}

func passageCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Passages, func(r tdkt.PassageRow) []any { return []any{r.Year, r.Code, r.Part, r.Text, r.Round} })
}

func readFigure(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Figures, tdkt.FigureRow{
		Line: tdkt.Line(r.line), Year: r.year(colYear), Form: r.text(colForm), Row: r.text(colRow), Column: r.text(colColumn), Value: read(r, colValue, value.whole),
	})
}

func figureCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Figures, func(r tdkt.FigureRow) []any { return []any{r.Year, r.Form, r.Row, r.Column, r.Value} })
}

// whole reads a number of things: 0 or more, dots between thousands allowed.
func (v value) whole() (int, error) {
	n, err := strconv.Atoi(strings.NewReplacer(".", "", " ", "").Replace(v.text()))
	if err != nil || n < 0 || n > 1e9 {
		return 0, sentence("“" + v.text() + "” không phải là số lượng. Hãy ghi một số nguyên từ 0.")
	}
	return n, nil
}
