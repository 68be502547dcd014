package imports

import (
	"cmp"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/docx"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// ReadPlan reads a Word (.docx) or text file as a plan of a year, to be seen before
// SavePlan writes it. A file without a section is refused.
func ReadPlan(a *app.App, path string, year int) (tdkt.Plan, error) {
	name := filepath.Base(path)
	raw, err := app.ReadLimited(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return tdkt.Plan{}, tdkt.Errorf(tdkt.NotFound, "Không thấy tệp “%s”. Hãy kiểm tra lại tên và nơi để tệp.", path)
	case err != nil:
		told := tdkt.Errorf(tdkt.Environment, "Không đọc được tệp “%s”. Hãy đóng tệp nếu đang mở trong Word, hoặc chép tệp sang thư mục khác rồi chọn lại.", path)
		told.Err = err
		return tdkt.Plan{}, told
	}
	text := string(raw)
	if !strings.EqualFold(filepath.Ext(path), ".txt") {
		lines, err := docx.Paragraphs(name, raw)
		if err != nil {
			return tdkt.Plan{}, err
		}
		text = strings.Join(lines, "\n")
	} else if !utf8.ValidString(text) {
		return tdkt.Plan{}, tdkt.Errorf(tdkt.Invalid, "Tệp “%s” không phải chữ Unicode (UTF-8). Hãy mở tệp, lưu lại với mã UTF-8 rồi chọn lại.", name)
	}
	p := PlanFrom(a.View(), text, year)
	if len(p.Sections) == 0 {
		return p, tdkt.Errorf(tdkt.Invalid,
			"Chưa nhận ra mục nào (I, II, …) trong tệp “%s”. Hãy kiểm tra tệp có đúng là kế hoạch không; nếu đúng, hãy chép nội dung và dán vào chương trình.", name)
	}
	return p, nil
}

// PlanFrom reads a text as a plan of a year. What it does not say of the letterhead comes
// from the department; where the year has a plan of its own, it is one with a theme.
func PlanFrom(v *view.View, text string, year int) tdkt.Plan {
	p := plantext.Read(text)
	p.Year = year
	if p.Issuer == "" {
		p.Superior, p.Issuer = v.Org.Superior, v.Org.Issuer
	}
	p.Place, p.Symbol = cmp.Or(p.Place, v.Org.Place), cmp.Or(p.Symbol, "KH-"+v.Org.Symbol)
	p.DateText = cmp.Or(p.DateText, plantext.DateText(0, year))
	for _, o := range v.Plans {
		if o.Year == year && o.Kind == plantext.Yearly {
			p.Kind = plantext.Themed
		}
	}
	return p
}
