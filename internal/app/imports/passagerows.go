package imports

import (
	"fmt"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// passageRows takes the texts of reports of an exchange workbook.
func (b *importer) passageRows(rows []tdkt.PassageRow) {
	kept := rows[:0:0]
	for _, r := range rows {
		part, ok := b.v.Rules.ReportPart(r.Part)
		if !ok {
			b.refuse(tdkt.SheetPassages, "Mục", int(r.Line), "Không có mục “%s” trong báo cáo thành tích. Hãy ghi tên mục như trong báo cáo, ví dụ “%s”.", r.Part, b.v.Rules.ReportParts()[0].Name(tdkt.AUnit))
			continue
		}
		if r.Round != "" && !part.Round {
			b.refuse(tdkt.SheetPassages, "Đợt", int(r.Line), "Mục “%s” là của cả năm, không của một đợt. Hãy để trống cột Đợt.", r.Part)
			continue
		}
		round, err := b.v.FindRound(r.Year, r.Round)
		if err != nil {
			b.refuse(tdkt.SheetPassages, "Đợt", int(r.Line), "%s", tdkt.Sentence(err, nil))
			continue
		}
		r.Part, r.Text, r.Round = part.Key, view.CleanText(r.Text), string(round.ID)
		kept = append(kept, r)
	}
	matchRows(b, spec[tdkt.PassageRow, tdkt.Passage]{
		sheet: tdkt.SheetPassages, have: b.v.Passages, line: func(r tdkt.PassageRow) int { return int(r.Line) },
		key: func(r tdkt.PassageRow) (string, bool) {
			s, ok := b.subject(tdkt.SheetPassages, int(r.Line), r.Code)
			return view.KeyOf(r.Year, r.Round, view.SubjectKey(s), r.Part), ok
		},
		keyOf: func(e tdkt.Passage) string { return view.KeyOf(e.Year, e.Round, view.SubjectKey(e.Subject), e.Part) },
		fresh: func(r tdkt.PassageRow) tdkt.Passage {
			return tdkt.Passage{ID: tdkt.NewID(), Year: r.Year, Round: tdkt.ID(r.Round), Subject: b.known(r.Code), Part: r.Part}
		},
		fill: func(r tdkt.PassageRow, e *tdkt.Passage) { set(&e.Text, r.Text) },
		check: func(e tdkt.Passage) *tdkt.Error {
			part, _ := b.v.Rules.ReportPart(e.Part)
			if _, err := view.PartText(part, e.Text); err != nil {
				return tdkt.Errorf(tdkt.Invalid, "%s", tdkt.Sentence(err, nil))
			}
			return nil
		},
		what: func(e tdkt.Passage) string {
			return fmt.Sprintf("%s năm %d: %s", b.spoken(e.Subject.ID), e.Year, papers.PartName(b.v, e.Part, e.Subject.Kind))
		},
	}, kept)
}

// figureRows takes the numbers of statistical forms of an exchange workbook.
func (b *importer) figureRows(rows []tdkt.FigureRow) {
	matchRows(b, spec[tdkt.FigureRow, tdkt.Figure]{
		sheet: tdkt.SheetFigures, have: b.v.Figures, line: func(r tdkt.FigureRow) int { return int(r.Line) },
		key:   func(r tdkt.FigureRow) (string, bool) { return view.KeyOf(r.Year, r.Form, r.Row, r.Column), true },
		keyOf: func(e tdkt.Figure) string { return view.KeyOf(e.Year, e.Form, e.Row, e.Column) },
		fresh: func(r tdkt.FigureRow) tdkt.Figure {
			return tdkt.Figure{ID: tdkt.NewID(), Year: r.Year, Form: r.Form, Row: r.Row, Column: r.Column}
		},
		fill: func(r tdkt.FigureRow, e *tdkt.Figure) { e.Value = r.Value },
		what: func(e tdkt.Figure) string {
			return fmt.Sprintf("biểu %s năm %d, mã số %s, cột %s", e.Form, e.Year, e.Row, e.Column)
		},
	}, rows)
}
