package papers

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/paper"
	"tdkt/internal/tdkt"
)

// NewStock is a stock to begin with: A4 on its side, the fields about where printed
// forms have them. Every number can be moved.
func NewStock(name string) tdkt.Stock {
	return tdkt.Stock{Name: name, Width: 2970, Height: 2100, Fields: []tdkt.StockField{
		{What: tdkt.StockTitle, X: 1485, Y: 900, Size: 22, Bold: true},
		{What: tdkt.StockName, X: 1485, Y: 1080, Size: 24, Bold: true},
		{What: tdkt.StockRole, X: 1485, Y: 1180, Size: 15},
		{What: tdkt.StockYears, X: 1485, Y: 1280, Size: 15, Italic: true},
		{What: tdkt.StockDecision, X: 500, Y: 1700, Size: 13, Left: true},
		{What: tdkt.StockDay, X: 2150, Y: 1500, Size: 13, Italic: true},
		{What: tdkt.StockSigner, X: 2150, Y: 1900, Size: 15, Bold: true},
	}}
}

// SaveStock adds a stock or changes one.
func SaveStock(ctx context.Context, a *app.App, s tdkt.Stock) error {
	s.Name = tdkt.Clean(s.Name)
	if s.Name == "" {
		return tdkt.Errorf(tdkt.Invalid, "Phôi chưa có tên. Hãy đặt tên, ví dụ “Giấy khen A4 ngang”.")
	}
	if s.Width < 500 || s.Height < 500 || s.Width > 10000 || s.Height > 10000 {
		return tdkt.Errorf(tdkt.Invalid, "Khổ phôi phải từ 50 đến 1.000 mm mỗi chiều. Hãy nhập lại.")
	}
	for _, f := range s.Fields {
		switch {
		case f.X < 0 || f.Y < 0 || f.X > s.Width || f.Y > s.Height:
			return tdkt.Errorf(tdkt.Invalid, "“%s” nằm ngoài phôi %d × %d mm. Hãy nhập lại vị trí.", f.What, s.Width/10, s.Height/10)
		case f.Size < 6 || f.Size > 96:
			return tdkt.Errorf(tdkt.Invalid, "Cỡ chữ của “%s” phải từ 6 đến 96. Hãy nhập lại.", f.What)
		}
	}
	if s.ID == "" {
		s.ID = tdkt.NewID()
	}
	return a.Change(ctx, "save-stock", "Ghi phôi "+s.Name, func(tx app.Tx) error { return tx.Put(ctx, s) })
}

// RemoveStock takes a stock out.
func RemoveStock(ctx context.Context, a *app.App, s tdkt.Stock) error {
	return a.Change(ctx, "remove-stock", "Xóa phôi "+s.Name, func(tx app.Tx) error { return tx.Remove(ctx, s) })
}

// StockWords is what an award fills into a stock.
func StockWords(v *view.View, w tdkt.Award) map[string]string {
	role := ""
	if p, ok := v.Facts.Person(w.Subject.ID); ok {
		role = strings.Trim(p.Position+", "+v.UnitName(v.UnitIn(p, w.To)), ", ")
	}
	years := fmt.Sprintf("năm %d", w.To)
	if w.From != w.To {
		years = fmt.Sprintf("từ năm %d đến năm %d", w.From, w.To)
	}
	day := ""
	if w.Date != 0 {
		day = v.Org.Place + ", " + w.Date.Long()
	}
	return map[string]string{
		tdkt.StockName: v.Facts.NameOf(w.Subject), tdkt.StockRole: role, tdkt.StockTitle: v.TitleName(w.Code),
		tdkt.StockYears: years, tdkt.StockDecision: "Quyết định số " + w.Decision, tdkt.StockDay: strings.TrimPrefix(day, ", "),
		tdkt.StockSigner: w.Signer,
	}
}

// PrintCertificates writes one sheet for each award onto a stock, as PDF; with frame a
// trial that shows the edges and where each field stands. What was revoked is not printed.
func PrintCertificates(a *app.App, s tdkt.Stock, awards []tdkt.ID, frame bool, path string) (int, error) {
	v := a.View()
	var list []paper.Certificate
	for _, w := range v.Awards {
		if slices.Contains(awards, w.ID) && !w.Revoked {
			list = append(list, paper.Certificate{Stock: s, Words: StockWords(v, w)})
		}
	}
	if len(list) == 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, "Không có khen thưởng nào còn hiệu lực để in. Hãy chọn lại.")
	}
	return len(list), printTo(path, func(w io.Writer) error { return paper.WriteCertificates(w, a.Now(), list, frame) })
}
