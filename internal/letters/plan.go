package letters

import (
	"fmt"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
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

// room is one unit with what its people pledged.
type room struct {
	unit   dossier.UnitNode
	own    []string
	people []dossier.PledgeRow
}

// rooms are the units with a pledge of their own or of their people, in tree order.
func rooms(s *dossier.Submission) []room {
	list := make([]room, len(s.Units))
	for i, u := range s.Units {
		list[i].unit = u
	}
	for _, p := range s.Pledges {
		if p.UnitRank >= len(list) {
			continue
		}
		at := &list[p.UnitRank]
		if p.Subject.Kind == tdkt.AUnit {
			at.own = titleNames(s, p)
		} else {
			at.people = append(at.people, p)
		}
	}
	var some []room
	for _, r := range list {
		if len(r.own)+len(r.people) > 0 {
			some = append(some, r)
		}
	}
	return some
}

// pledgeValues are the fields of the pledges, a page for each room.
func pledgeValues(v docx.Values, s *dossier.Submission) {
	v["phòng"] = docx.Each(rooms(s), func(n int, r room) docx.Values {
		after := docx.Text("")
		if n > 1 {
			after = shown
		}
		return docx.Values{
			"tên phòng": orBlank(r.unit.Name), "sau phòng khác": after,
			"tập thể đăng ký": orBlank(strings.Join(r.own, "; ")),
			"số đăng ký":      count(len(r.people)), "số đăng ký bằng chữ": inWords(int64(len(r.people))),
			"người": docx.Each(r.people, func(n int, p dossier.PledgeRow) docx.Values {
				role := p.Position
				if role != "" {
					role = ", " + role
				}
				return docx.Values{
					"stt": docx.Text(fmt.Sprint(n)), "họ và tên": docx.Text(printed(p.Who)), "chức vụ": docx.Text(role),
					"đăng ký": docx.Text(strings.Join(titleNames(s, p), "; ")), "sáng kiến": docx.Text(strings.Join(p.Initiatives, "; ")),
				}
			}),
		}
	})
}
