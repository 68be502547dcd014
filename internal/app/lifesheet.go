package app

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"tdkt/internal/paper"
	"tdkt/internal/tdkt"
)

// ExportLife writes the life sheet of a person or unit as PDF.
func (a *App) ExportLife(ctx context.Context, s tdkt.Subject, path string) error {
	return a.printReport(ctx, path, a.View().LifeReport(s))
}

// LifeReport is the life sheet of a person or unit, laid out to print.
func (v *View) LifeReport(s tdkt.Subject) paper.Report {
	card := v.CardOf(s)
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
	if s.Kind == tdkt.APerson {
		r.Parts = append(r.Parts, v.postsPart(s.ID))
	}
	r.Parts = append(r.Parts, yearsPart(card), eventsPart(card))
	return r
}

func (v *View) postsPart(person tdkt.ID) paper.Part {
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

// yearsPart is the merits year by year.
func yearsPart(card Card) paper.Part {
	p := paper.Part{
		Head: "Thành tích từng năm", Empty: "Chưa có dữ liệu thi đua nào.",
		Columns: []paper.Column{
			{Head: "Năm", Share: 1.2, Center: true},
			{Head: "Đăng ký", Share: 3},
			{Head: "Xếp loại", Share: 3},
			{Head: "Sáng kiến, đề tài", Share: 4},
			{Head: "Danh hiệu, hình thức, quyết định", Share: 5.5},
		},
	}
	for _, y := range card.Years {
		p.Rows = append(p.Rows, []string{
			fmt.Sprint(y.Year), strings.Join(y.Pledges, "; "), cmp.Or(y.Rating, "chưa nhập"),
			strings.Join(y.Initiatives, "; "), strings.Join(y.Awards, "; "),
		})
	}
	return p
}

// eventsPart is what happened beside the merits, year by year.
func eventsPart(card Card) paper.Part {
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
