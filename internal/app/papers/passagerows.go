package papers

import (
	"cmp"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// roundWord is a round as a workbook names it, "" for the year's own.
func roundWord(v *view.View, year int, id tdkt.ID) string {
	if id == "" {
		return ""
	}
	return v.RoundOf(year, id).Title()
}

// PartName is a part's heading, or its key where the rules no longer know it.
func PartName(v *view.View, key string, kind tdkt.SubjectKind) string {
	if p, ok := v.Rules.ReportPart(key); ok {
		return p.Name(kind)
	}
	return key
}

// PassageRows gives the texts of reports and typed numbers as the sheets hold them.
func PassageRows(v *view.View, ex *tdkt.Exchange) {
	for _, p := range v.Passages {
		ex.Passages = append(ex.Passages, tdkt.PassageRow{
			Year: p.Year, Code: v.Facts.CodeOf(p.Subject), Part: PartName(v, p.Part, p.Subject.Kind), Text: p.Text, Round: roundWord(v, p.Year, p.Round),
		})
	}
	slices.SortFunc(ex.Passages, func(a, b tdkt.PassageRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Part, b.Part))
	})
	for _, f := range v.Figures {
		ex.Figures = append(ex.Figures, tdkt.FigureRow{Year: f.Year, Form: f.Form, Row: f.Row, Column: f.Column, Value: f.Value})
	}
	slices.SortFunc(ex.Figures, func(a, b tdkt.FigureRow) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Form, b.Form), cmp.Compare(a.Row, b.Row), cmp.Compare(a.Column, b.Column))
	})
}
