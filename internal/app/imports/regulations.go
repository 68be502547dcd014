package imports

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// regulationRows takes in the regulations of an exchange workbook.
func (b *importer) regulationRows(rows []tdkt.RegulationRow) {
	kept := rows[:0:0]
	for _, r := range rows {
		g, err := b.v.ReadRegulation(r.Text)
		switch {
		case err != nil:
			b.refuse(tdkt.SheetRegulations, "Nội dung", int(r.Line), "%s", tdkt.Sentence(err, nil))
		case tdkt.Clean(g.Number) != r.Number || g.Signed.Day != r.Signed || g.FirstYear != r.First || g.LastYear != r.Last:
			b.refuse(tdkt.SheetRegulations, "Nội dung", int(r.Line),
				"Số, ngày hoặc năm trong ô này khác các ô bên cạnh. Hãy sửa cho khớp.")
		default:
			kept = append(kept, r)
		}
	}
	matchRows(b, spec[tdkt.RegulationRow, tdkt.Regulation]{
		sheet: tdkt.SheetRegulations, have: b.v.Snapshot.Regulations, line: func(r tdkt.RegulationRow) int { return int(r.Line) },
		key:   func(r tdkt.RegulationRow) (string, bool) { return r.Number, true },
		keyOf: func(e tdkt.Regulation) string { return e.Number },
		fresh: func(r tdkt.RegulationRow) tdkt.Regulation { return tdkt.Regulation{ID: tdkt.NewID(), Number: r.Number} },
		fill: func(r tdkt.RegulationRow, e *tdkt.Regulation) {
			e.Signed, e.First, e.Last, e.Text = r.Signed, r.First, r.Last, r.Text
		},
		what: func(e tdkt.Regulation) string { return fmt.Sprintf("quy định của tỉnh số %s", e.Number) },
	}, kept)
}
