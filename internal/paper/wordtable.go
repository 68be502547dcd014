package paper

import "tdkt/internal/docx"

// table draws a table; next is the room that must follow it on its page. Heads stand again on
// each page, and a row that stays with the next begins a page with it.
func (d *wordPages) table(t *docx.PageTable, x, wide, next float64) {
	sum := 0.0
	for _, w := range t.Widths {
		sum += w
	}
	switch t.Align {
	case "center":
		x += (wide - sum) / 2
	case "right", "end":
		x += wide - sum
	default:
		x += t.Indent
	}
	heads := 0
	for heads < len(t.Rows) && t.Rows[heads].Head {
		heads++
	}
	for i := range t.Rows {
		need := d.chained(t, i, next)
		if d.y+need > d.low+0.1 && !d.fresh {
			d.page()
			if i >= heads {
				for k := range heads {
					d.row(t, &t.Rows[k], x)
				}
			}
		}
		d.row(t, &t.Rows[i], x)
	}
}

// chained is the height of a row with those it stays with.
func (d *wordPages) chained(t *docx.PageTable, i int, next float64) float64 {
	need := 0.0
	for ; i < len(t.Rows); i++ {
		need += d.rowHeight(t, &t.Rows[i])
		if !t.Rows[i].Head && !rowKeeps(&t.Rows[i]) {
			return d.within(need)
		}
	}
	return d.within(need + next)
}

// within is a need, or nothing where no page could hold it.
func (d *wordPages) within(need float64) float64 {
	if need > d.room() {
		return 0
	}
	return need
}

// cellLines lays the words of a cell out, those of tables within it row by row.
func (d *wordPages) cellLines(c *docx.PageCell, wide float64) []wordLine {
	var out []wordLine
	for _, b := range c.Blocks {
		if b.Para != nil {
			out = append(out, d.lines(b.Para, wide-c.PadLeft-c.PadRight)...)
			continue
		}
		for r := range b.Table.Rows {
			for k := range b.Table.Rows[r].Cells {
				out = append(out, d.cellLines(&b.Table.Rows[r].Cells[k], wide)...)
			}
		}
	}
	return out
}

// cellWidth is the width of a cell that begins at a column.
func cellWidth(t *docx.PageTable, at, span int) float64 {
	w := 0.0
	for k := at; k < at+span && k < len(t.Widths); k++ {
		w += t.Widths[k]
	}
	return w
}

func (d *wordPages) rowHeight(t *docx.PageTable, r *docx.PageTableRow) float64 {
	h, at := r.Height, 0
	for i := range r.Cells {
		h = max(h, high(d.cellLines(&r.Cells[i], cellWidth(t, at, r.Cells[i].Span))))
		at += r.Cells[i].Span
	}
	return h
}

// row draws a row; one that no page could hold, or that may be parted, goes on on the next.
func (d *wordPages) row(t *docx.PageTable, r *docx.PageTableRow, x float64) {
	lines := make([][]wordLine, len(r.Cells))
	at := 0
	for i := range r.Cells {
		lines[i] = d.cellLines(&r.Cells[i], cellWidth(t, at, r.Cells[i].Span))
		at += r.Cells[i].Span
	}
	for {
		left := d.low - d.y
		now, later, more := make([][]wordLine, len(lines)), make([][]wordLine, len(lines)), false
		h := r.Height
		for i, list := range lines {
			n, used := 0, 0.0
			for n < len(list) && (used+list[n].before+list[n].height <= left+0.1 || n == 0 && d.fresh) {
				used += list[n].before + list[n].height + list[n].after
				n++
			}
			now[i], later[i] = list[:n], list[n:]
			more = more || n < len(list)
			h = max(h, used)
		}
		if more {
			h = left
		}
		d.cells(t, r, now, x, h)
		d.y += h
		d.fresh = false
		if !more {
			return
		}
		d.page()
		lines = later
	}
}

// cells draws the lines and the words of the cells of a row of a height.
func (d *wordPages) cells(t *docx.PageTable, r *docx.PageTableRow, lines [][]wordLine, x, h float64) {
	at := 0
	for i := range r.Cells {
		c := &r.Cells[i]
		w := cellWidth(t, at, c.Span)
		y := d.y
		switch spare := h - high(lines[i]); {
		case spare > 0 && c.Middle:
			y += spare / 2
		case spare > 0 && c.Bottom:
			y += spare
		}
		for _, l := range lines[i] {
			y += l.before
			d.write(l, x+c.PadLeft, y)
			y += l.height + l.after
		}
		d.frame(c, x, w, h)
		x, at = x+w, at+c.Span
	}
}

// frame draws the lines around a cell.
func (d *wordPages) frame(c *docx.PageCell, x, w, h float64) {
	for _, side := range []struct{ wide, x1, y1, x2, y2 float64 }{
		{c.Top, x, d.y, x + w, d.y}, {c.Under, x, d.y + h, x + w, d.y + h}, {c.Left, x, d.y, x, d.y + h}, {c.Right, x + w, d.y, x + w, d.y + h},
	} {
		if side.wide > 0 {
			d.pdf.SetLineWidth(side.wide)
			d.pdf.Line(side.x1, side.y1, side.x2, side.y2)
		}
	}
}
