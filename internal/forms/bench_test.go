package forms

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/benchpair"
	"tdkt/internal/tdkt"
)

// benchRow is a row of the size the data page measured: 20 columns, 4 numbers, 2
// dates, 14 texts.
type benchRow struct {
	number int
	day    tdkt.Day
	words  [14]string
}

func benchRows(n int) []benchRow {
	list := make([]benchRow, n)
	for i := range list {
		list[i] = benchRow{number: i, day: tdkt.Date(2023, 1+i%12, 1+i%28)}
		for k := range list[i].words {
			list[i].words[k] = fmt.Sprintf("Nguyễn Thị Ánh %d phòng %d", i, k)
		}
	}
	return list
}

func benchColumns() []column[benchRow] {
	var columns []column[benchRow]
	for k := range 14 {
		columns = append(columns, column[benchRow]{
			title: fmt.Sprintf("Cột %d", k+1), width: 40, kind: text, value: func(_ int, r benchRow) any { return r.words[k] },
		})
	}
	for range 4 {
		columns = append(columns, column[benchRow]{title: "Số", width: 14, kind: number, value: func(_ int, r benchRow) any { return r.number }})
	}
	for range 2 {
		columns = append(columns, column[benchRow]{title: "Ngày", width: 24, kind: day, value: func(_ int, r benchRow) any { return r.day }})
	}
	return columns
}

// BenchmarkPairExport100kRows writes 100,000 rows as a list of ours, and the same
// cells with excelize alone: the floor. "dev bench" prints one beside the other.
func BenchmarkPairExport100kRows(b *testing.B) {
	list := benchRows(100_000)
	benchpair.Run(b,
		func() error { writeBenchList(b, list); return nil },
		func() error { writeBare(b, list); return nil })
}

func writeBenchList(b *testing.B, list []benchRow) {
	b.Helper()
	sheets := []part{func(bk *book) error {
		columns := benchColumns()
		return bk.add(layout{name: "Danh sách", landscape: true, working: true, columns: widths(bk, columns, sizeFine)}, func(s *sheet) {
			l := startList(s, columns, sizeFine)
			l.write(rows(list))
			l.total("Tổng cộng", 1)
		})
	}}
	if err := writeBook(b.Context(), filepath.Join(b.TempDir(), "list.xlsx"), fixture(), sheets); err != nil {
		b.Fatal(err)
	}
}

func writeBare(b *testing.B, list []benchRow) {
	b.Helper()
	f := excelize.NewFile()
	plain := must(f.NewStyle(&excelize.Style{Border: []excelize.Border{{Type: "left", Style: 1}}}))
	format := "dd/mm/yyyy"
	date := must(f.NewStyle(&excelize.Style{CustomNumFmt: &format}))
	sw := must(f.NewStreamWriter("Sheet1"))
	cells := make([]any, 20)
	for i, r := range list {
		for k, w := range r.words {
			cells[k] = excelize.Cell{StyleID: plain, Value: w}
		}
		for k := 14; k < 18; k++ {
			cells[k] = excelize.Cell{StyleID: plain, Value: r.number}
		}
		for k := 18; k < 20; k++ {
			cells[k] = excelize.Cell{StyleID: date, Value: r.day.Time()}
		}
		if err := sw.SetRow(at(0, i+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	if err := sw.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.SaveAs(filepath.Join(b.TempDir(), "bare.xlsx")); err != nil {
		b.Fatal(err)
	}
	_ = f.Close()
}
