package sheet

import (
	"fmt"
	"strings"

	"tdkt/internal/sheet/guard"
	"tdkt/internal/tdkt"
)

// maxEarly is how many rows with content may stand above the header.
const maxEarly = 20

// early is a row kept until the header is known.
type early struct {
	line  int
	cells []guard.Cell
}

// headerKey is how headers and sheet names are compared: folded, without the star
// of required columns and an explanation in brackets.
func headerKey(s string) string {
	s, _, _ = strings.Cut(tdkt.Fold(s), "(")
	return strings.Trim(s, "*:. ")
}

// seekHeader takes the first row that has every required column as the header.
func (in *importing) seekHeader(row *guard.Row) {
	have := map[string]bool{}
	for _, c := range row.Cells {
		have[headerKey(c.Text)] = true
	}
	complete := true
	for _, c := range in.table.columns {
		complete = complete && (!c.required || have[headerKey(c.name)])
	}
	switch {
	case complete:
		in.useHeader(early{row.Number, row.Cells})
	case len(in.early) < maxEarly:
		in.early = append(in.early, early{row.Number, append([]guard.Cell(nil), row.Cells...)})
	}
}

// useHeader maps the columns and refuses those the schema does not have.
func (in *importing) useHeader(h early) {
	in.ready = true
	byKey := map[string]column{}
	var all []string
	for _, c := range in.table.columns {
		byKey[headerKey(c.name)] = c
		all = append(all, c.name)
	}
	for _, cell := range h.cells {
		text := tdkt.Clean(cell.Text)
		if text == "" {
			continue
		}
		if headerKey(text) == headerKey(reasonColumn) { // written by WriteRefused
			in.columns[cell.Column] = text
			continue
		}
		ref := guard.Ref(cell.Column, h.line)
		key := headerKey(text)
		if in.table.name == tdkt.SheetDisciplines && key == "loai" {
			key = headerKey(colDisciplineKind)
		}
		c, ok := byKey[key]
		switch {
		case !ok:
			in.problem(ref, fmt.Sprintf("Không có cột “%s” trong mẫu của trang “%s”. Hãy xóa cột này hoặc sửa tiêu đề. Các cột dùng được: %s.",
				text, in.table.name, strings.Join(all, ", ")))
			in.columns[cell.Column] = text // Known now, so that its cells are not warned of.
		case in.letters[c.name] != "":
			in.problem(ref, fmt.Sprintf("Cột “%s” có hai lần, ở cột %s và cột %s. Hãy xóa một cột.", c.name, in.letters[c.name], guard.Letters(cell.Column)))
		default:
			in.letters[c.name], in.columns[cell.Column] = guard.Letters(cell.Column), c.name
			in.required[c.name] = c.required
		}
	}
}

// end closes a sheet whose header was never complete: the best row names what is missing.
func (in *importing) end() {
	if in.ready {
		return
	}
	if len(in.early) == 0 {
		in.warn("", "Trang này trống.")
		return
	}
	best, most := in.early[0], -1
	for _, e := range in.early {
		if n := in.matches(e); n > most {
			best, most = e, n
		}
	}
	in.useHeader(best)
	for _, c := range in.table.columns {
		if c.required && in.letters[c.name] == "" {
			in.problem(fmt.Sprintf("dòng %d", best.line), fmt.Sprintf("Thiếu cột bắt buộc “%s”. Hãy thêm cột này vào dòng tiêu đề.", c.name))
		}
	}
}

func (in *importing) matches(e early) int {
	n := 0
	for _, cell := range e.cells {
		for _, c := range in.table.columns {
			if headerKey(c.name) == headerKey(cell.Text) {
				n++
			}
		}
	}
	return n
}
