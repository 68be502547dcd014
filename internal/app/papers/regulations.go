package papers

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/law"
	"tdkt/internal/paper"
	"tdkt/internal/tdkt"
)

// PrintRegulation writes a regulation as PDF: what it sets, each with its clause and, where
// the statute leaves it to the province, the statute's own.
func PrintRegulation(ctx context.Context, a *app.App, g *law.Regulation, path string) error {
	v := a.View()
	if g == nil {
		return errors.New("app: no regulation to print")
	}
	r := paper.NewReport(v.Org, "QUY ĐỊNH CỦA TỈNH TRONG CHƯƠNG TRÌNH", g.Citation())
	r.Footer = g.Name()
	for _, part := range v.RegulationParts(g) {
		p := paper.Part{Head: part.Head, Empty: "Không có.", Columns: []paper.Column{
			{Head: "Nội dung", Share: 6}, {Head: "Giá trị", Share: 3}, {Head: "Điều khoản", Share: 3},
		}}
		for _, l := range part.Lines {
			p.Rows = append(p.Rows, []string{l.What, l.Value, l.Clause})
		}
		r.Parts = append(r.Parts, p)
	}
	return printReport(ctx, a, path, r)
}

// SaveRegulation writes a regulation as a file of its own: .pdf to read, anything else as
// the text that OpenRegulation reads.
func SaveRegulation(ctx context.Context, a *app.App, g *law.Regulation, path string) error {
	if g == nil {
		return tdkt.Errorf(tdkt.Invalid, "Quy định này không dùng được nên không lưu được. Hãy bỏ rồi áp dụng lại.")
	}
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return PrintRegulation(ctx, a, g, path)
	}
	return writeWhole(path, []byte(g.Text()))
}
