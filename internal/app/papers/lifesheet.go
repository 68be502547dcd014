package papers

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/paper"
	"tdkt/internal/tdkt"
)

// ExportLife writes the life sheet of a person or unit as PDF, on one sheet; its ten years
// end with the one given, or the last that holds something.
func ExportLife(ctx context.Context, a *app.App, s tdkt.Subject, year int, path string) error {
	return printReport(ctx, a, path, LifeReport(a.View(), s, year))
}

// LifeReport is the life sheet of a person or unit, laid out to print: what the next year
// opens, ten years side by side, what was given beside the yearly titles, and the rest.
func LifeReport(v *view.View, s tdkt.Subject, year int) paper.Report {
	card := reports.CardOf(v, s)
	heading := "LÝ LỊCH THI ĐUA CÁ NHÂN"
	if s.Kind == tdkt.AUnit {
		heading = "LÝ LỊCH THI ĐUA TẬP THỂ"
	}
	r := paper.NewReport(v.Org, heading, fmt.Sprintf("%s (%s)", card.Name, card.Code))
	r.Facts = []paper.Pair{{Name: "Tên", Value: card.Name}, {Name: "Mã", Value: card.Code}}
	for _, f := range card.Facts {
		name, value, _ := strings.Cut(f, ": ")
		r.Facts = append(r.Facts, paper.Pair{Name: name, Value: value})
	}
	opens := reports.OpensOf(v, s, year)
	text := []string{opens.String()}
	if opens.Gaps != "" {
		text = append(text, opens.Gaps+".")
	}
	r.Parts = append(r.Parts, paper.Part{Head: "Năm sau", Text: text}, matrixPart(v, card, year), awardsPart(v, s))
	if s.Kind == tdkt.APerson {
		r.Parts = append(r.Parts, ideasPart(card), postsPart(v, s.ID))
	}
	r.Parts = append(r.Parts, eventsPart(card))
	return r
}

// LastOf is the last year to show beside the one chosen: a later one that holds something.
func LastOf(c reports.Card, year int) int {
	if len(c.Years) > 0 {
		return max(year, c.Years[0].Year)
	}
	return year
}

// matrixPart is ten years side by side.
func matrixPart(v *view.View, card reports.Card, year int) paper.Part {
	years, lines := reports.CardMatrix(v, card.Subject, LastOf(card, year))
	p := paper.Part{Head: "Mười năm", Columns: []paper.Column{{Head: "", Share: 2.6}}}
	for _, y := range years {
		p.Columns = append(p.Columns, paper.Column{Head: fmt.Sprint(y), Share: 1.3, Center: true})
	}
	pledged := []string{"Đăng ký"}
	for _, y := range years {
		pledged = append(pledged, pledgedIn(v, card.Subject, y))
	}
	p.Rows = append(p.Rows, pledged)
	for _, l := range lines {
		row := []string{l.Label}
		for _, c := range l.Cells {
			row = append(row, strings.ReplaceAll(c.Text, "✓", "x"))
		}
		p.Rows = append(p.Rows, row)
	}
	return p
}

// pledgedIn names the titles a subject registered for in a year, in short.
func pledgedIn(v *view.View, s tdkt.Subject, year int) string {
	var out []string
	for _, p := range v.Pledges {
		if p.Subject == s && p.Year == year {
			out = append(out, titleWords(v, law.Question{Year: year, Subject: s, Title: p.Title}).Short)
		}
	}
	return strings.Join(out, ", ")
}

// awardsPart is what was given beside the yearly titles.
func awardsPart(v *view.View, s tdkt.Subject) paper.Part {
	p := paper.Part{
		Head: "Khen thưởng khác", Empty: "Chưa có hình thức khen thưởng nào ngoài danh hiệu hằng năm.",
		Columns: []paper.Column{{Head: "Năm", Share: 1.6, Center: true}, {Head: "Hình thức", Share: 6}, {Head: "Quyết định", Share: 6}},
	}
	for _, w := range reports.CardAwards(v, s) {
		title := w.Title
		if w.Award.Revoked {
			title += " (đã hủy bỏ)"
		}
		p.Rows = append(p.Rows, []string{w.Years(), title, w.Decision})
	}
	return p
}

// ideasPart is the initiatives by name, year by year.
func ideasPart(card reports.Card) paper.Part {
	p := paper.Part{
		Head: "Sáng kiến, đề tài", Empty: "Chưa có.",
		Columns: []paper.Column{{Head: "Năm", Share: 1, Center: true}, {Head: "Tên, loại, phạm vi", Share: 12}},
	}
	for _, y := range card.Years {
		for _, i := range y.Initiatives {
			p.Rows = append(p.Rows, []string{fmt.Sprint(y.Year), i})
		}
	}
	return p
}

func postsPart(v *view.View, person tdkt.ID) paper.Part {
	p := paper.Part{
		Head: "Quá trình công tác", Empty: "Không ghi theo ngày: ở đơn vị nêu trên trong suốt thời gian công tác.",
		Columns: []paper.Column{{Head: "Từ ngày", Share: 2, Center: true}, {Head: "Đến ngày", Share: 2, Center: true}, {Head: "Đơn vị", Share: 6}, {Head: "Chức vụ", Share: 5}},
	}
	for _, x := range v.PostsOf(person) {
		position := x.Position
		if x.Leader {
			position += " (lãnh đạo)"
		}
		p.Rows = append(p.Rows, []string{x.From.String(), cmp.Or(x.To.String(), "nay"), v.UnitName(x.Unit), strings.TrimSpace(position)})
	}
	return p
}

// eventsPart is what happened beside the merits, year by year.
func eventsPart(card reports.Card) paper.Part {
	p := paper.Part{
		Head: "Sự kiện: công tác, nghỉ, kỷ luật, tạm dừng xét, đề nghị", Empty: "Không có.",
		Columns: []paper.Column{{Head: "Năm", Share: 1, Center: true}, {Head: "Sự kiện", Share: 12}},
	}
	for _, y := range card.Years {
		for _, e := range y.Events {
			p.Rows = append(p.Rows, []string{fmt.Sprint(y.Year), e})
		}
	}
	return p
}
