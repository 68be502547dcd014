package docx

// table reads a table: its grid, its lines, its rows.
func (r *pageReader) table(n *node) *PageTable {
	t := &PageTable{Align: "left"}
	each(n.kid("w:tblGrid"), "w:gridCol", func(k *node) { t.Widths = append(t.Widths, points(k.get("w:w"), 0)) })
	base := cellLook{left: 5.4, right: 5.4}
	if props := n.kid("w:tblPr"); props != nil {
		for _, style := range r.chain(props.value("w:tblStyle"), "w:tblPr") {
			base.lay(style)
		}
		base.lay(props)
		if k := props.kid("w:jc"); k != nil {
			t.Align = k.get("w:val")
		}
		if k := props.kid("w:tblInd"); k != nil {
			t.Indent = points(k.get("w:w"), 0)
		}
	}
	var rows []*node
	for _, k := range n.kids {
		if k.name == "w:tr" {
			rows = append(rows, k)
		}
	}
	for i, row := range rows {
		t.Rows = append(t.Rows, r.row(row, base, i == 0, i == len(rows)-1, len(t.Widths)))
	}
	return t
}

// cellLook is what a table says of all its cells.
type cellLook struct {
	left, right                          float64 // room beside the words
	top, bottom, first, last, in, beside float64 // widths of the lines
}

func (c *cellLook) lay(n *node) {
	if k := n.kid("w:tblCellMar"); k != nil {
		if s := k.kid("w:left"); s != nil {
			c.left = points(s.get("w:w"), c.left)
		}
		if s := k.kid("w:right"); s != nil {
			c.right = points(s.get("w:w"), c.right)
		}
	}
	if k := n.kid("w:tblBorders"); k != nil {
		c.top, c.bottom, c.first, c.last = border(k.kid("w:top")), border(k.kid("w:bottom")), border(k.kid("w:left")), border(k.kid("w:right"))
		c.in, c.beside = border(k.kid("w:insideH")), border(k.kid("w:insideV"))
	}
}

func (r *pageReader) row(n *node, base cellLook, first, last bool, columns int) PageTableRow {
	row := PageTableRow{}
	if props := n.kid("w:trPr"); props != nil {
		row.Head, row.Whole = on(props.kid("w:tblHeader")), on(props.kid("w:cantSplit"))
		if k := props.kid("w:trHeight"); k != nil {
			row.Height = points(k.get("w:val"), 0)
		}
	}
	at := 0
	for _, k := range n.kids {
		if k.name != "w:tc" {
			continue
		}
		span, merged, begins := cellSpans(k)
		covered := merged && !begins
		c := PageCell{Span: max(span, 1), Covered: covered, PadLeft: base.left, PadRight: base.right, Left: base.beside, Right: base.beside, Top: base.in, Under: base.in}
		if at == 0 {
			c.Left = base.first
		}
		if at += c.Span; at >= columns {
			c.Right = base.last
		}
		if first {
			c.Top = base.top
		}
		if last {
			c.Under = base.bottom
		}
		if covered {
			c.Top = 0
		}
		c.lay(k.kid("w:tcPr"))
		c.Blocks = r.blocks(k.kids)
		row.Cells = append(row.Cells, c)
	}
	return row
}

// lay lays what a cell says of itself over what its table says.
func (c *PageCell) lay(n *node) {
	if n == nil {
		return
	}
	switch n.value("w:vAlign") {
	case "center":
		c.Middle = true
	case "bottom":
		c.Bottom = true
	}
	if k := n.kid("w:tcBorders"); k != nil {
		for name, to := range map[string]*float64{"w:top": &c.Top, "w:bottom": &c.Under, "w:left": &c.Left, "w:right": &c.Right} {
			if s := k.kid(name); s != nil {
				*to = border(s)
			}
		}
	}
}
