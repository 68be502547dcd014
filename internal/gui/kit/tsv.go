package kit

import "strings"

// FormatTSV writes rows as Excel puts them on the clipboard: tabs between cells, a
// line end after each row, quotes around cells that hold either.
func FormatTSV(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteByte('\t')
			}
			if strings.ContainsAny(cell, "\t\r\n\"") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

// ParseTSV reads what Excel, LibreOffice or a text editor put on the clipboard.
func ParseTSV(text string) [][]string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text = strings.TrimSuffix(text, "\n")
	if text == "" {
		return nil
	}
	rows := [][]string{{}}
	for {
		cell, rest, end := tsvCell(text)
		last := len(rows) - 1
		rows[last] = append(rows[last], cell)
		switch end {
		case 0:
			return rows
		case '\n':
			rows = append(rows, nil)
		}
		text = rest
	}
}

// tsvCell takes the first cell; end is the tab or line end behind it, 0 at the end.
func tsvCell(text string) (cell, rest string, end byte) {
	if strings.HasPrefix(text, `"`) {
		if cell, rest, ok := quotedCell(text[1:]); ok {
			if rest == "" {
				return cell, "", 0
			}
			return cell, rest[1:], rest[0]
		}
	}
	i := strings.IndexAny(text, "\t\n")
	if i < 0 {
		return text, "", 0
	}
	return text[:i], text[i+1:], text[i]
}

// quotedCell reads up to the closing quote, which must end the cell; a quote that
// is only a letter of the text is not one.
func quotedCell(text string) (cell, rest string, ok bool) {
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			return "", "", false
		}
		b.WriteString(text[:i])
		text = text[i+1:]
		switch {
		case strings.HasPrefix(text, `"`):
			b.WriteByte('"')
			text = text[1:]
		case text == "" || text[0] == '\t' || text[0] == '\n':
			return b.String(), text, true
		default:
			return "", "", false
		}
	}
}
