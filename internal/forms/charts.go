package forms

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// span is a run of rows of a sheet that a chart draws.
type span struct {
	sheet    string
	from, to int
}

// mark remembers rows of this sheet for the charts of a later one.
func (s *sheet) mark(name string, from, to int) { s.spans[name] = span{s.name, from, to} }

// ref is a column of a span, as a chart names it.
func (p span) ref(col int) string { return rangeOn(p.sheet, col, p.from, p.to) }

// cell is the cell of a column so many rows above the span: its heading.
func (p span) cell(col, above int) string { return rangeOn(p.sheet, col, p.from-above, p.from-above) }

// rangeOn is an absolute range of a column on another sheet.
func rangeOn(sheet string, col, first, last int) string {
	name := at(col, 1)
	name = name[:len(name)-1]
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", sheet, name, first, name, last)
}

// chartSheet draws the ratings by unit and the titles, as charts of Excel's own
// that follow the tables.
func chartSheet(b *book) error {
	return b.add(layout{name: "Biểu đồ", landscape: true, columns: []width{{84, 84}, {84, 84}, {84, 84}}}, func(s *sheet) {
		s.title(heading{title: "Biểu đồ kết quả thi đua, khen thưởng", lines: []string{fmt.Sprintf("Năm %d", s.Year)}})
		s.chart(s.ratingChart())
		s.chart(s.titleChart())
		s.chart(s.trendChart())
	})
}

// chart places a chart and leaves rows free for it.
func (s *sheet) chart(c *excelize.Chart) {
	if c == nil {
		return
	}
	if s.out == nil {
		s.places.charts = append(s.places.charts, chartAt{at(0, s.row+1), c})
	}
	for range chartRows {
		s.skip(rowHeight)
		s.stick()
	}
	s.skip(rowHeight)
}

const (
	rowHeight = 15.0 // of a sheet's rows unless said otherwise, in points; 20 pixels
	chartRows = 23   // rows a chart covers
)

// ratingChart stacks the ratings of each unit.
func (s *sheet) ratingChart() *excelize.Chart {
	p := s.spans["xếp loại"]
	if p.from == 0 {
		return nil
	}
	c := newChart(excelize.BarStacked, "Xếp loại chất lượng theo đơn vị (số người)")
	c.XAxis.ReverseOrder = true // the first unit on top, as in the table
	colours := []string{"2E7D32", "81C784", "FFD54F", "E57373", "BDBDBD"}
	for i := range ratingWords() {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name: p.cell(3+i, 1), Categories: p.ref(1), Values: p.ref(3 + i),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[i]}},
		})
	}
	return c
}

// titleChart sets the pledged beside the nominated, title by title.
func (s *sheet) titleChart() *excelize.Chart {
	p := s.spans["danh hiệu"]
	if p.from == 0 {
		return nil
	}
	c := newChart(excelize.Col, "Danh hiệu, hình thức: đăng ký và đề nghị")
	for i := range 2 {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name: p.cell(3+i, 2), Categories: p.ref(1), Values: p.ref(3 + i),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{[]string{"90A4AE", "1565C0"}[i]}},
		})
	}
	return c
}

// trendChart sets the years of each title side by side.
func (s *sheet) trendChart() *excelize.Chart {
	p := s.spans["năm năm"]
	if p.from == 0 {
		return nil
	}
	c := newChart(excelize.Col, "Danh hiệu, hình thức đã được tặng qua các năm")
	colours := []string{"B0BEC5", "90A4AE", "64B5F6", "1E88E5", "0D47A1"}
	for i := range s.TrendYears() {
		c.Series = append(c.Series, excelize.ChartSeries{
			Name: p.cell(trendFirst+i, 2), Categories: p.ref(1), Values: p.ref(trendFirst + i),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colours[i]}},
		})
	}
	return c
}

func newChart(kind excelize.ChartType, title string) *excelize.Chart {
	font := &excelize.Font{Family: fontName, Size: sizeFine, Color: "000000"}
	bold, gap := *font, uint(60)
	bold.Bold, bold.Size = true, sizeBody
	return &excelize.Chart{
		Type: kind, GapWidth: &gap, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &bold}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: font},
		XAxis:     excelize.ChartAxis{Font: *font},
		YAxis:     excelize.ChartAxis{Font: *font, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0;;;"}},
		Format:    excelize.GraphicOptions{Positioning: "oneCell"},
		Dimension: excelize.ChartDimension{Width: 940, Height: chartRows * 20},
	}
}
