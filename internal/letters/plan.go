package letters

import (
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// planValues are the fields of a plan; its own heading and signer stand before those of
// the department.
func planValues(v docx.Values, p tdkt.Plan) {
	own := func(field, words string) {
		if words != "" {
			v[field] = docx.Text(words)
		}
	}
	own("số", p.Number)
	own("cấp trên", p.Superior)
	own("cơ quan", p.Issuer)
	own("địa danh", p.Place)
	own("quyền hạn ký", p.Authority)
	own("chức vụ ký", p.SignerRole)
	own("người ký", p.Signer)
	v["ngày tháng"] = planDay(p)
	v["ký hiệu kế hoạch"] = orBlank(p.Symbol)
	v["tên kế hoạch"] = orBlank(p.Title)
	v["căn cứ"] = docx.Each(p.Bases, func(_ int, b tdkt.Basis) docx.Values { return docx.Values{"văn bản": docx.Text(b.Text)} })
	v["mở đầu"] = docx.Lines("đoạn mở đầu", p.Preamble...)
	v["đoạn"] = docx.Each(passages(p.Sections, 0), func(_ int, x passage) docx.Values {
		return docx.Values{"phần": docx.Text(x.part), "mục": docx.Text(x.point), "lời": docx.Text(x.words)}
	})
	v["kết thúc"] = docx.Text(p.Closing)
	v["nơi nhận"] = docx.Lines("dòng nhận", dashed(p.Recipients)...)
}

// dashed puts a dash before each receiver that has none.
func dashed(list []string) []string {
	out := make([]string, len(list))
	for i, words := range list {
		out[i] = "- " + strings.TrimLeft(words, "- ")
	}
	return out
}

// planDay is the day of a plan; of one without a day, the text it was written with.
func planDay(p tdkt.Plan) docx.Text {
	if p.Date == 0 && p.DateText != "" {
		return docx.Text("ngày … " + strings.TrimPrefix(p.DateText, "ngày "))
	}
	return longDay(p.Date)
}

// passage is one paragraph of a plan; one of its fields is set.
type passage struct{ part, point, words string }

// passages lays the tree of sections out as paragraphs.
func passages(list []tdkt.Section, depth int) []passage {
	var out []passage
	for _, s := range list {
		heading := plantext.Marked(s.Mark, s.Heading)
		body := s.Body
		switch {
		case depth == 0:
			out = append(out, passage{part: heading})
		case s.Heading != "" && (len(body) > 0 || len(s.Children) > 0):
			out = append(out, passage{point: heading})
		case s.Heading != "":
			out = append(out, passage{words: heading})
		case len(body) > 0:
			out = append(out, passage{words: strings.TrimSpace(strings.TrimSpace(heading) + " " + body[0])})
			body = body[1:]
		}
		for _, b := range body {
			out = append(out, passage{words: b})
		}
		out = append(out, passages(s.Children, depth+1)...)
	}
	return out
}
