package forms

import (
	"fmt"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"
)

// rule is a line drawn under a text of the heading: row and place in mm.
type rule struct {
	row        int
	from, long float64
}

// chartAt is a chart whose upper left corner stands in a cell.
type chartAt struct {
	cell  string
	chart *excelize.Chart
}

// setUp makes the sheet and everything excelize loses when it comes after the
// rows; s is the sheet as its first run left it.
func (b *book) setUp(s *sheet) error {
	if err := b.newSheet(s.name); err != nil {
		return err
	}
	if err := b.setWidths(s); err != nil {
		return err
	}
	for _, step := range []func(*sheet) error{b.setView, b.setPage, b.setPrint, b.setBreaks, b.draw} {
		if err := step(s); err != nil {
			return err
		}
	}
	return nil
}

// setWidths sets the columns from the last to the first: excelize puts each new
// one before the others, and Excel wants them ascending.
func (b *book) setWidths(s *sheet) error {
	for i, mm := range slices.Backward(s.widths) {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(s.name, name, name, math.Round(mm/mmPerUnit*100)/100); err != nil {
			return err
		}
	}
	return nil
}

// newSheet takes the sheet every new workbook has for the first one.
func (b *book) newSheet(name string) error {
	b.sheets++
	if b.sheets == 1 {
		return b.file.SetSheetName(b.file.GetSheetName(0), name)
	}
	_, err := b.file.NewSheet(name)
	return err
}

// setPage sets paper and margins of Decree 30/2020, and the page number in the
// middle of the top margin from page 2 on.
func (b *book) setPage(s *sheet) error {
	size, orientation, wide, high := 9, "portrait", 1, s.onPages()
	if s.landscape {
		orientation = "landscape"
	}
	err := b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high,
	})
	if err != nil {
		return err
	}
	yes := true
	if err := b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	const inch = 25.4
	top, bottom, left, right, header := 20/inch, 20/inch, 30/inch, 15/inch, 10/inch
	err = b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Top: &top, Bottom: &bottom, Left: &left, Right: &right, Header: &header, Footer: &header, Horizontally: &yes,
	})
	if err != nil {
		return err
	}
	return b.setHeader(s)
}

// setPrint sets the dimension, and the header rows repeated on every page.
func (b *book) setPrint(s *sheet) error {
	p := s.places
	if err := b.file.SetSheetDimension(s.name, "A1:"+at(len(s.widths)-1, max(p.rows, 1))); err != nil {
		return err
	}
	if p.headFrom == 0 {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", s.name, p.headFrom, p.headTo), Scope: s.name,
	})
}

// setBreaks ends the pages where rows must stay together.
func (b *book) setBreaks(s *sheet) error {
	p := s.places
	if s.onPages() > 0 {
		return nil
	}
	for _, row := range p.breaks(s.pageHeight()) {
		if err := b.file.InsertPageBreak(s.name, at(0, row)); err != nil {
			return err
		}
	}
	return nil
}

// setView freezes the header, and on working sheets adds the filter buttons.
func (b *book) setView(s *sheet) error {
	p := s.places
	no := false
	if err := b.file.SetSheetView(s.name, 0, &excelize.ViewOptions{ShowGridLines: &no}); err != nil {
		return err
	}
	if p.headFrom == 0 || !s.working {
		return nil
	}
	err := b.file.SetPanes(s.name, &excelize.Panes{
		Freeze: true, YSplit: p.headTo, TopLeftCell: at(0, p.headTo+1), ActivePane: "bottomLeft",
	})
	if err != nil {
		return err
	}
	return b.file.AutoFilter(s.name, at(0, p.headTo)+":"+at(len(s.widths)-1, max(p.listTo, p.headTo+1)), nil)
}

// draw places the rules under the heading and the charts.
func (b *book) draw(s *sheet) error {
	p := s.places
	const pixels = 96 / 25.4
	for _, r := range p.rules {
		col, from := 0, r.from
		for col < len(s.widths)-1 && from > s.widths[col] {
			from -= s.widths[col]
			col++
		}
		err := b.file.AddShape(s.name, &excelize.Shape{
			Cell: at(col, r.row), Type: "rect", Width: uint(r.long * pixels), Height: 1,
			Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"000000"}},
			Line:   excelize.LineOptions{Type: excelize.LineNone},
			Format: excelize.GraphicOptions{OffsetX: int(from * pixels), OffsetY: 2, Positioning: "oneCell"},
		})
		if err != nil {
			return err
		}
	}
	for _, c := range p.charts {
		if err := b.file.AddChart(s.name, c.cell, c.chart); err != nil {
			return err
		}
	}
	return nil
}
