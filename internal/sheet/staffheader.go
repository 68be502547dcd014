package sheet

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

const (
	maxHeaderRow    = 60  // how far down a sheet the header of a list is sought
	maxHeaderColumn = 200 // and how far to the right
)

// preview is the top of a sheet: its first rows, and its merged areas.
type preview struct {
	sheet  *guard.Sheet
	index  int
	texts  map[place]string
	width  map[int]int // row → its last column with text
	shown  map[place]place
	areas  []guard.Area
	header header
}

// place is a cell by row and column.
type place struct{ row, column int }

// keep remembers a row of the top.
func (p *preview) keep(r *guard.Row) {
	if r.Number > maxHeaderRow+2 {
		return
	}
	for _, c := range r.Cells {
		if text := tdkt.Clean(c.Text); text != "" && c.Column <= maxHeaderColumn {
			p.texts[place{r.Number, c.Column}] = text
			p.width[r.Number] = c.Column
		}
	}
}

// merge remembers the merged areas that begin in the top. Areas that overlap are
// no work of Excel; the first counts, and their number is bounded.
func (p *preview) merge(areas []guard.Area) {
	room := 4 * maxHeaderRow * maxHeaderColumn
	for _, a := range areas {
		if a.Top > maxHeaderRow+2 || a.Left > maxHeaderColumn || p.shown[place{a.Top, a.Left}] != (place{}) {
			continue
		}
		p.areas = append(p.areas, a)
		for row := a.Top; row <= min(a.Bottom, maxHeaderRow+2); row++ {
			for column := a.Left; column <= min(a.Right, maxHeaderColumn); column++ {
				if room--; room < 0 {
					return
				}
				p.shown[place{row, column}] = place{a.Top, a.Left}
			}
		}
	}
}

// header is the header of a list: where it is and what its columns mean.
type header struct {
	row, last int // first and last row of the header
	columns   []headerColumn
	score     int
}

type headerColumn struct {
	number      int
	text, field string
}

// text is what a cell of the top shows, merged areas taken into account.
func (p *preview) text(row, column int) string {
	at := place{row, column}
	if from, ok := p.shown[at]; ok {
		at = from
	}
	return p.texts[at]
}

// find looks at every row of the top as a header and keeps the best.
func (p *preview) find(c *catalogue) {
	for row := 1; row <= maxHeaderRow; row++ {
		if p.width[row] == 0 {
			continue
		}
		if h := p.try(c, row); h.score > p.header.score {
			p.header = h
		}
	}
}

// try reads a row as header, with the rows below it that belong to it. Its score
// counts the different fields it names, and is 0 without a name.
func (p *preview) try(c *catalogue, row int) header {
	h := header{row: row, last: p.depth(row)}
	for column := 1; column <= p.reach(row, h.last); column++ {
		top, sub := p.text(row, column), ""
		if h.last > row {
			if s := p.text(h.last, column); s != top {
				sub = s
			}
		}
		if text := joinHeader(top, sub); text != "" {
			h.columns = append(h.columns, headerColumn{column, text, c.pair(top, sub)})
		}
	}
	h.splitName(p)
	h.score = h.count()
	return h
}

func joinHeader(top, sub string) string {
	switch {
	case top == "" || sub == "":
		return top + sub
	default:
		return top + " / " + sub
	}
}

// pair is the field of a column whose header has two lines.
func (c *catalogue) pair(top, sub string) string {
	above := c.match(top)
	if sub == "" {
		return above
	}
	if f := secondLine(above, sub); f != "" {
		return f
	}
	if f := c.match(sub); f != "" {
		return f
	}
	return c.match(top + " " + sub)
}

// secondLine is the field that a second line makes of births or of the sex above it, "" for
// none.
func secondLine(above, sub string) string {
	key := staffKey(sub)
	switch above {
	case fieldBorn:
		if key == "nam" && strings.ContainsAny(strings.ToLower(tdkt.Clean(sub)), "ă") {
			return fieldBorn
		}
		return map[string]string{"ngay": fieldBornDay, "thang": fieldBornMonth, "nam": fieldBornMale, "nu": fieldBornFemale}[key]
	case fieldSex:
		return map[string]string{"nam": fieldSexMale, "nu": fieldSexFemale}[key]
	}
	return ""
}

// depth is the last row of a header that begins at row: merged areas that begin in
// it reach down to it, or the next row holds only the words of a second line.
func (p *preview) depth(row int) int {
	last := row
	for _, a := range p.areas {
		if a.Top == row && a.Bottom > last && a.Bottom <= row+2 && a.Right-a.Left < 3 && p.text(row, a.Left) != "" {
			last = a.Bottom
		}
	}
	if last > row || p.width[row+1] == 0 {
		return last
	}
	second := []string{"nam", "nu", "ho", "ten", "ho dem", "ho va dem", "ho lot", "ten dem", "chinh quyen", "dang", "ngay", "thang", "so"}
	for column := 1; column <= p.width[row+1]; column++ {
		if text := p.texts[place{row + 1, column}]; text != "" && !slices.Contains(second, staffKey(text)) {
			return row
		}
	}
	return row + 1
}

// reach is the last column of a header: the one with text, or the end of the
// merged area it is in.
func (p *preview) reach(from, to int) int {
	w := 0
	for row := from; row <= to; row++ {
		w = max(w, p.width[row])
	}
	for _, a := range p.areas {
		if a.Top >= from && a.Top <= to && p.text(a.Top, a.Left) != "" {
			w = max(w, min(a.Right, w+3))
		}
	}
	return w
}

// splitName reads a "Họ và tên" merged over two columns, with nothing below, as
// family and given name, and keeps the first of two columns for one field.
func (h *header) splitName(p *preview) {
	taken := map[string]int{}
	for i := range h.columns {
		c := &h.columns[i]
		if c.field == "" {
			continue
		}
		first, doubled := taken[c.field]
		if !doubled {
			taken[c.field] = i
			continue
		}
		if c.field == fieldName && first == i-1 && p.merged(h.row, h.columns[first].number, c.number) {
			h.columns[first].field, c.field = fieldFamily, fieldGiven
			taken[fieldFamily], taken[fieldGiven] = first, i
			continue
		}
		c.field = ""
	}
	h.oneName()
}

// merged says whether two columns of a row lie in one merged area.
func (p *preview) merged(row, left, right int) bool {
	a, ok := p.shown[place{row, left}]
	return ok && a == p.shown[place{row, right}]
}

// oneName settles which columns the name comes from: a whole name wins over parts,
// and a lone "Tên" is the name.
func (h *header) oneName() {
	has := map[string]bool{}
	for _, c := range h.columns {
		has[c.field] = true
	}
	for i := range h.columns {
		c := &h.columns[i]
		switch c.field {
		case fieldFamily, fieldGiven:
			if has[fieldName] {
				c.field = ""
			} else if !has[fieldFamily] || !has[fieldGiven] {
				c.field = fieldName
			}
		}
	}
}

func (h *header) count() int {
	n, named := 0, false
	for _, c := range h.columns {
		if c.field != "" {
			n++
		}
		named = named || c.field == fieldName || c.field == fieldGiven
	}
	if !named {
		return 0
	}
	return n
}

// apply lays the mapping a person gave over what was recognised. A header is named
// as it is written, or by its column letters.
func (h *header) apply(c *catalogue, wanted map[string]string) error {
	for from, to := range wanted {
		f, ok := c.named(to)
		if !ok {
			return tdkt.Errorf(tdkt.Usage, "Không có trường “%s”. Các trường dùng được: %s.", to, c.list())
		}
		i := h.index(from)
		if i < 0 {
			return tdkt.Errorf(tdkt.Invalid, "Danh sách không có cột “%s”. Các cột có trong danh sách: %s.", from, h.names())
		}
		for j := range h.columns {
			if f != "" && h.columns[j].field == f {
				h.columns[j].field = ""
			}
		}
		h.columns[i].field = f
	}
	h.oneName()
	return nil
}

func (h *header) index(name string) int {
	for i, c := range h.columns {
		parts := strings.Split(c.text, " / ")
		if tdkt.Fold(c.text) == tdkt.Fold(name) || tdkt.Fold(parts[len(parts)-1]) == tdkt.Fold(name) {
			return i
		}
	}
	return slices.IndexFunc(h.columns, func(c headerColumn) bool {
		return strings.EqualFold(guard.Letters(c.number), strings.TrimSpace(name))
	})
}

func (h *header) names() string {
	var out []string
	for _, c := range h.columns {
		out = append(out, fmt.Sprintf("%s (%s)", guard.Letters(c.number), c.text))
	}
	return strings.Join(out, ", ")
}
