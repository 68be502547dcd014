package intake

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// block is one table on a sheet: a header, the columns under it, the rows below.
type block struct {
	*grid
	top, last   int // rows of the header
	left, right int // columns
	bottom      int
	columns     []column
	lines       []place // cells of the text above that speak of it
	title       string  // that text
	beside      bool    // another table stands beside it
	guessed     bool    // without a header: the columns were told by what they hold
}

// maxHeaderCells bounds how long a text can be and still head a column.
const maxHeaderCells = 160

// findBlocks finds the tables of a sheet by the shape of their headers.
func findBlocks(g *grid) []*block {
	var out []*block
	skip := 0
	for _, row := range g.rows {
		if row <= skip {
			continue
		}
		segs := g.segments(row)
		for _, seg := range segs {
			b := &block{grid: g, top: row, left: seg[0], right: seg[1], beside: len(segs) > 1}
			if !b.headsColumns() || b.isRecord(out) {
				continue
			}
			b.last = b.depth()
			b.columns = b.readHeader()
			if !b.isTable() || b.again(out) {
				continue
			}
			for _, o := range out {
				if o.bottom == 0 && o.left <= b.right && b.left <= o.right {
					o.bottom = row - 1
				}
			}
			out = append(out, b)
			skip = max(skip, b.last)
		}
	}
	for _, b := range out {
		if b.bottom == 0 {
			b.bottom = g.rows[len(g.rows)-1]
		}
	}
	giveHeadings(g, out)
	return out
}

// again says whether the header is that of a table above that goes on, on a new printed page.
func (b *block) again(above []*block) bool {
	return slices.ContainsFunc(above, func(o *block) bool { return o.bottom == 0 && o.sameHeader(b) })
}

// headCell is a cell of a row that may be a header.
type headCell struct {
	col   int
	field string
	from  place
}

// headCells are the filled cells of a row, none where one holds more than a header does.
func (g *grid) headCells(row int) []headCell {
	var cells []headCell
	for col := 1; col <= g.cols; col++ {
		c := g.cell(row, col)
		if c == nil {
			continue
		}
		text := tdkt.Clean(c.Text)
		if len(text) > maxHeaderCells {
			return nil
		}
		cells = append(cells, headCell{col, g.field(text), place{c.Row, c.Col}})
	}
	return cells
}

// segments are the runs of columns of a row that may be a header: side by side tables
// part where the running number or the name begins again.
func (g *grid) segments(row int) [][2]int {
	cells := g.headCells(row)
	if !slices.ContainsFunc(cells, func(c headCell) bool { return c.field != "" }) {
		return nil
	}
	var out [][2]int
	start := 0
	seen := map[string]place{}
	for i, c := range cells {
		end := i - 1
		if c.field == "name" && i-1 > start && cells[i-1].field == "number" {
			end = i - 2
		}
		if c.beginsAgain(seen) && end >= start {
			out = append(out, [2]int{cells[start].col, cells[end].col})
			start = end + 1
			seen = map[string]place{}
			for _, k := range cells[start:i] {
				seen[k.field] = k.from
			}
		}
		if _, ok := seen[c.field]; !ok && c.field != "" {
			seen[c.field] = c.from
		}
	}
	return append(out, [2]int{cells[start].col, cells[len(cells)-1].col})
}

// beginsAgain says whether a running number or a name stands in the row already.
func (c headCell) beginsAgain(seen map[string]place) bool {
	first, ok := seen[c.field]
	return ok && first != c.from && (c.field == "number" || c.field == "name")
}

// depth is the last row of a header: rows below that hold only second lines of it.
func (b *block) depth() int {
	last := b.top
	for row := b.top + 1; row <= b.top+2; row++ {
		if !b.subHeader(row) {
			break
		}
		last = row
	}
	return last
}

// subHeader says whether a row goes on with the header above it.
func (b *block) subHeader(row int) bool {
	words, others := 0, 0
	if b.headerMerged(row) || b.birthParts(row) {
		return true
	}
	for col := b.left; col <= b.right+4; col++ {
		c := b.own(row, col)
		if c == nil {
			continue
		}
		if col > b.right && b.own(b.top, col) != nil {
			break
		}
		text := tdkt.Clean(c.Text)
		above := b.cell(b.top, col)
		switch {
		case above != nil && anchors(headerField(tdkt.Clean(above.Text))) && !subName(text):
			return false
		case secondWord(text):
			words++
		default:
			others++
		}
	}
	return words > 0 && others == 0
}

// secondWord says whether a text may stand in the second line of a header.
func secondWord(text string) bool {
	if bareYear(text) != 0 || subWord(text) || scoreAlone(text) || periodHead([]string{text}) {
		return true
	}
	if f := headerField(text); f != "" && f != "position" && !isPerson(text) {
		return true
	}
	return titleOnly(text) || levelWord(text) != ""
}

// birthParts: under a header of births stand the words for day, month and year, however short,
// and nothing under the names.
func (b *block) birthParts(row int) bool {
	for col := b.left; col+2 <= b.right+4; col++ {
		if b.field(b.text(b.top, col)) != "birth" || b.own(b.top, col) == nil {
			continue
		}
		for i, part := range []string{"birthday", "birthmonth", "birthyear"} {
			if birthPart(tokens(b.text(row, col+i))) != part {
				return false
			}
		}
		return true
	}
	return false
}

// birthPart is which part of a birth date a second header line heads, "" for none.
func birthPart(ts []token) string {
	switch foldOf(ts) {
	case "ngay", "ng", "d", "dd", "day":
		return "birthday"
	case "thang", "th", "t", "m", "mm", "month":
		return "birthmonth"
	case "nam", "n", "y", "yy", "yyyy", "year", "nam sinh":
		return "birthyear"
	}
	return ""
}

// headerMerged: the cell that heads the names is merged down over the row.
func (b *block) headerMerged(row int) bool {
	for col := b.left; col <= b.right; col++ {
		from, merged := b.shown[place{row, col}]
		if merged && from.row == b.top && from.col == col && anchors(b.field(b.text(b.top, col))) && b.own(row, col) == nil && len(b.byRow[row]) > 0 {
			return true
		}
	}
	return false
}

func isPerson(text string) bool { return looksLikeName(text) }

// anchors says whether a field can carry a table: who the rows are about.
func anchors(field string) bool {
	switch field {
	case "name", "subject", "unitname", "number", "code":
		return true
	}
	return false
}

func subName(text string) bool {
	switch _, fold := keyOf(tokens(text)); fold {
	case "ho", "ten", "ho dem", "ho va dem", "ho lot", "ten dem", "ho va ten dem", "ho ten dem":
		return true
	}
	return false
}

// subWord: the words of second header lines.
func subWord(text string) bool {
	_, fold := keyOf(tokens(text))
	return slices.Contains([]string{
		"nam", "nu", "ngay", "thang", "so", "so qd", "ngay qd", "ho", "ten", "ho dem", "ho va dem", "chinh quyen", "dang", "doan the",
		"tap the", "ca nhan", "diem", "xep loai", "ngay thang", "ngay ky", "danh hieu", "hinh thuc", "nam sinh", "tu ngay", "den ngay", "muc", "cap",
	}, fold) || bareYear(text) != 0
}

// titleOnly says whether a text is one title and little more: "BK UBND tỉnh", "CSTĐCS 2021".
func titleOnly(text string) bool {
	list, ok := ReadAwards(text)
	return ok && len(list) >= 1 && len(tokens(text)) <= 12 && len(text) < 80
}

// isTable says whether the header carries a table: somebody the rows are about, and
// something said of them.
func (b *block) isTable() bool {
	n, anchor, said := 0, false, false
	for _, c := range b.columns {
		if c.field == "" {
			continue
		}
		n++
		switch c.field {
		case "name", "given", "subject", "unitname":
			anchor = true
		case "code":
			anchor = true
			n--
		case "task":
			anchor = true
		case "unit":
			said = true
		case "number", "note", "known":
		default:
			said = true
		}
	}
	if !anchor {
		return b.unitTable()
	}
	return n >= 2 && (said || b.has("number") || b.has("note") || b.has("unit"))
}

// isRecord says whether the top row is a row of a table above it and no header, however many
// words of headers stand in it: a decision's number, a day, somebody's name under the names.
func (b *block) isRecord(open []*block) bool {
	for col := b.left; col <= b.right; col++ {
		c := b.own(b.top, col)
		if c == nil {
			continue
		}
		text := tdkt.Clean(c.Text)
		if c.Day != 0 && !b.monthDays() || loneDecision.MatchString(text) || loneDay.MatchString(text) && !b.monthDays() {
			return true
		}
		for _, o := range open {
			if (o.bottom == 0 || o.bottom >= b.top) && anchorsNames(o.fieldAt(col)) && b.field(text) == "" && looksLikeName(ReadName(text).Name) {
				return true
			}
		}
	}
	return false
}

var (
	loneDecision = regexp.MustCompile(`(?i)^(?:quyết định |qđ )?(?:số )?\d+[a-zđ]?\s*/\s*(?:\d{4}\s*/\s*)?qđ[\p{L}\d/-]*(?:[ ,;]+(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?$`)
	loneDay      = regexp.MustCompile(`(?i)^(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})$`)
)

// anchorsNames says whether a column holds names, or codes in whose place names stand.
func anchorsNames(field string) bool {
	return field == "name" || field == "subject" || field == "code" || field == "family"
}

// headsColumns says whether the top row can head columns: several texts, known words
// among them, and no running number or other figure but years.
func (b *block) headsColumns() bool {
	texts, known := map[string]bool{}, 0
	for col := b.left; col <= b.right; col++ {
		t := b.text(b.top, col)
		if t == "" || texts[t] {
			continue
		}
		texts[t] = true
		if b.field(t) != "" {
			known++
		}
		if isNumeral(t) && bareYear(t) == 0 && b.field(t) == "" {
			return false
		}
	}
	return len(texts) >= 2 && known >= 1
}

// unitTable: no name, but units and what they were given; the units are who it is about.
func (b *block) unitTable() bool {
	unit := -1
	for i, c := range b.columns {
		if c.field == "unit" && unit < 0 {
			unit = i
		}
	}
	if unit < 0 || !b.has("award") && !b.has("ofyear") && !b.has("rating") && !b.has("title") && !b.has("proposal") && !b.has("pledge") {
		return false
	}
	b.columns[unit].field = "unitname"
	return true
}

func (b *block) has(field string) bool {
	return slices.ContainsFunc(b.columns, func(c column) bool { return c.field == field })
}

// col is the first column of a field, 0 for none.
func (b *block) col(field string) int {
	for _, c := range b.columns {
		if c.field == field {
			return c.number
		}
	}
	return 0
}

// sameHeader says whether another block heads the same columns with the same words.
func (b *block) sameHeader(o *block) bool {
	if b.left != o.left || b.right != o.right || len(b.columns) != len(o.columns) {
		return false
	}
	for i := range b.columns {
		if !strings.EqualFold(b.columns[i].text, o.columns[i].text) {
			return false
		}
	}
	return true
}

// giveHeadings gives each block the lines above it that speak of it.
func giveHeadings(g *grid, all []*block) {
	for _, b := range all {
		from := 0
		for _, o := range all {
			if o != b && o.top < b.top && o.left <= b.right && b.left <= o.right {
				from = max(from, o.last)
			}
		}
		var lines []place
		for _, row := range g.rows {
			if row <= from || row >= b.top || row < b.top-12 {
				continue
			}
			for _, c := range g.byRow[row] {
				lines = append(lines, place{row, c.Col})
			}
		}
		if from > 0 {
			lines = headingOnly(g, lines)
		}
		var text []string
		for _, p := range lines {
			text = append(text, g.text(p.row, p.col))
		}
		b.lines, b.title = lines, strings.Join(text, "\n")
	}
}

// headingOnly keeps, of the rows between two tables, the last lines that stand alone.
func headingOnly(g *grid, lines []place) []place {
	first := len(lines)
	for first > 0 && len(g.byRow[lines[first-1].row]) == 1 && (first == len(lines) || lines[first].row-lines[first-1].row <= 2) {
		if looksLikeName(g.text(lines[first-1].row, lines[first-1].col)) {
			break
		}
		first--
	}
	return lines[first:]
}
