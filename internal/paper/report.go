package paper

import (
	"cmp"
	"fmt"

	"tdkt/internal/tdkt"
)

// Report is a page made of parts: a life sheet, the state of the year.
type Report struct {
	Superior, Issuer string
	Heading, About   string
	Figures          []Figure // to be read first
	Facts            []Pair
	Parts            []Part
	Footer, AsOf     string
}

// Figure is a number in large letters and what it counts.
type Figure struct{ Number, Label string }

// NewReport begins a report on the department's paper.
func NewReport(org tdkt.Org, heading, about string) Report {
	return Report{Superior: org.Superior, Issuer: cmp.Or(org.Issuer, org.Name), Heading: heading, About: about, Footer: about}
}

// Part is a heading and what stands below it: sentences, a table, bars; Empty where
// there is none of these.
type Part struct {
	Head    string
	Text    []string
	Columns []Column
	Rows    [][]string
	Legend  []string // what the parts of a bar mean, in order
	Bars    []Bar
	Empty   string
}

// Column is a column of a part's table; Share is its part of the width.
type Column struct {
	Head   string
	Share  float64
	Center bool
}

// Bar is one bar, cut into parts: a word, the parts, and what is printed behind them.
type Bar struct {
	Label string
	Parts []int
	Text  string
}

func (d *drawing) report(r Report) {
	d.begin(letterhead{r.Superior, r.Issuer, r.Heading, r.About}, foot{r.Footer, r.AsOf})
	d.figures(r.Figures)
	d.facts(r.Facts)
	for _, p := range r.Parts {
		d.reportPart(p)
	}
}

const (
	figureTall = 16.0 // of a box with a figure
	figureGap  = 2.0
)

// figures draws the figures beside each other, each in a box of its own: the number large,
// what it counts below in up to two lines.
func (d *drawing) figures(list []Figure) {
	if len(list) == 0 {
		return
	}
	d.room(figureTall + figureGap)
	y := d.pdf.GetY()
	wide := (width - figureGap*float64(len(list)-1)) / float64(len(list))
	for i, f := range list {
		x := left + float64(i)*(wide+figureGap)
		d.pdf.SetDrawColor(120, 120, 120)
		d.pdf.Rect(x, y, wide, figureTall, "D")
		d.letters("B", sizeFigure)
		d.pdf.SetXY(x+1, y+1)
		d.pdf.CellFormat(wide-2, 7, f.Number, "", 0, "L", false, 0, "")
		d.letters("", sizeSmall)
		d.pdf.SetXY(x+1, y+8)
		d.pdf.MultiCell(wide-2, 3.6, f.Label, "", "L", false)
	}
	d.pdf.SetXY(left, y+figureTall+figureGap)
}

func (d *drawing) reportPart(p Part) {
	d.section(p.Head)
	d.letters("", sizeText)
	for _, s := range p.Text {
		d.text(left, width, s, "L")
		d.gap(0.8)
	}
	d.rows(p)
	d.bars(p)
	if len(p.Text)+len(p.Rows)+len(p.Bars) == 0 {
		d.letters("I", sizeText)
		d.text(left, width, p.Empty, "L")
	}
}

func (d *drawing) rows(p Part) {
	if len(p.Rows) == 0 {
		return
	}
	all := 0.0
	for _, c := range p.Columns {
		all += c.Share
	}
	columns := make([]column, len(p.Columns))
	for i, c := range p.Columns {
		columns[i] = column{c.Head, width * c.Share / all, "L"}
		if c.Center {
			columns[i].align = "C"
		}
	}
	t := d.table(columns)
	for _, r := range p.Rows {
		cells := make([]cellText, len(columns))
		for i := range cells {
			cells[i].text = r[i]
		}
		t.row(cells)
	}
}

const (
	markSide          = 3.2        // of the squares of a legend
	barLabel, barText = 58.0, 40.0 // left and right of a bar
	barHeight         = 5.0
)

// barTall is the height of a bar, lower beside smaller letters.
func (d *drawing) barTall() float64 { return barHeight * d.scale }

// bars draws bars one below the other, the longest as wide as there is room.
func (d *drawing) bars(p Part) {
	most := 0
	for _, b := range p.Bars {
		most = max(most, sum(b.Parts))
	}
	if most == 0 {
		return
	}
	d.letters("", sizeTable)
	d.legend(p.Legend)
	for _, b := range p.Bars {
		d.room(d.barTall() + 2)
		y, x := d.pdf.GetY(), left+barLabel
		d.pdf.SetXY(left, y)
		d.pdf.CellFormat(barLabel-2, d.barTall(), d.fit(b.Label, barLabel-2), "", 0, "L", false, 0, "")
		for i, n := range b.Parts {
			w := (width - barLabel - barText) * float64(n) / float64(most)
			d.shadeOf(i, len(b.Parts))
			d.pdf.Rect(x, y, w, d.barTall(), "FD")
			x += w
		}
		d.pdf.SetXY(x+1.5, y)
		d.pdf.CellFormat(barText, d.barTall(), b.Text, "", 0, "L", false, 0, "")
		d.pdf.SetXY(left, y+d.barTall()+d.scale)
	}
}

func sum(list []int) int {
	n := 0
	for _, x := range list {
		n += x
	}
	return n
}

// shadeOf fills with one of several greys, the first the darkest, so that a copy in
// black and white still tells them apart.
func (d *drawing) shadeOf(i, of int) {
	grey := 110 + 130*i/max(of-1, 1)
	d.pdf.SetDrawColor(70, 70, 70)
	d.pdf.SetFillColor(grey, grey, grey)
}

func (d *drawing) legend(words []string) {
	if len(words) == 0 {
		return
	}
	x, y := left, d.pdf.GetY()
	for i, w := range words {
		d.shadeOf(i, len(words))
		need := d.pdf.GetStringWidth(w) + 10
		if x+need > left+width {
			x, y = left, y+d.barTall()+0.5
		}
		side := markSide * d.scale
		d.pdf.Rect(x, y+(d.barTall()-side)/2, side, side, "FD")
		d.pdf.SetXY(x+4.5, y)
		d.pdf.CellFormat(need, d.barTall(), w, "", 0, "L", false, 0, "")
		x += need
	}
	d.pdf.SetXY(left, y+d.barTall()+1.2)
}

// fit shortens words to a width.
func (d *drawing) fit(words string, w float64) string {
	if d.pdf.GetStringWidth(words) <= w {
		return words
	}
	runes := []rune(words)
	for len(runes) > 1 && d.pdf.GetStringWidth(string(runes)+"…") > w {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

// String is the report as text, for tests and to look at without a reader of PDF.
func (r Report) String() string {
	var out string
	add := func(format string, args ...any) { out += fmt.Sprintf(format, args...) + "\n" }
	add("%s / %s\n%s\n%s", r.Superior, r.Issuer, r.Heading, r.About)
	for _, f := range r.Figures {
		add("[%s] %s", f.Number, f.Label)
	}
	for _, f := range r.Facts {
		add("%s: %s", f.Name, f.Value)
	}
	for _, p := range r.Parts {
		add("# %s", p.Head)
		for _, s := range p.Text {
			add("%s", s)
		}
		for _, row := range p.Rows {
			add("%q", row)
		}
		for _, b := range p.Bars {
			add("%s %v %s", b.Label, b.Parts, b.Text)
		}
		if len(p.Text)+len(p.Rows)+len(p.Bars) == 0 {
			add("%s", p.Empty)
		}
	}
	return out
}
