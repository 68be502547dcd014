package letters

import (
	"fmt"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// The papers of the law's list that others must give an opinion by, and the public posting.
const (
	askedOpinion = "y-kien"
	askedPosting = "cong-khai"
)

// proposalValues are the fields of a proposal: the list, what others said, and how the list
// was made public. What neither the law asks for nor the office wrote does not stand.
func proposalValues(v docx.Values, in Input) {
	listValues(v, in.Submission, above)
	said := textLines(in.Texts.Of("ý kiến cơ quan liên quan"))
	asked := in.Asks(askedOpinion)
	v["có phần ý kiến"] = when(len(said) > 0 || asked)
	v["ý kiến cơ quan"] = orBlankRow(docx.Each(said, func(n int, line string) docx.Values {
		return docx.Values{"lời ý kiến": docx.Text(line), "dấu": mark(n, len(said))}
	}))
	posted := in.Texts.Of("công khai từ ngày") != "" || in.Texts.Of("kết quả công khai") != ""
	v["có phần công khai"] = when(posted || in.Asks(askedPosting))
	postedValues(v, in.Texts)
}

// postedValues are the fields of how a list was made public.
func postedValues(v docx.Values, t dossier.Texts) {
	from, to := t.Of("công khai từ ngày"), t.Of("công khai đến ngày")
	v["công khai từ ngày"], v["công khai đến ngày"] = orBlank(from), orBlank(to)
	v["nơi công khai"], v["kết quả công khai"] = orBlank(t.Of("nơi công khai")), orBlank(t.Of("kết quả công khai"))
	v["số ngày công khai"], v["có số ngày công khai"] = blank, docx.Text("")
	if n, _ := dossier.PostedDays(t); n > 0 {
		v["số ngày công khai"], v["có số ngày công khai"] = count(n), shown
	}
}

// askedFor picks those whose dossier must hold a paper.
func askedFor(s *dossier.Submission, paper string) pick {
	cases := map[tdkt.ID]bool{}
	for _, r := range s.Papers {
		if dossier.PaperKind(r.Paper.Code) == paper {
			cases[r.Nomination] = true
		}
	}
	return func(n dossier.Nominee) bool { return above(n) && cases[n.Nomination] }
}

// consultationValues are the fields of the letter that asks others for their opinion.
func consultationValues(v docx.Values, in Input) {
	listValues(v, in.Submission, askedFor(in.Submission, askedOpinion))
	to := textLines(in.Texts.Of("cơ quan lấy ý kiến"))
	v["cơ quan nhận"] = orBlankRow(docx.Each(to, func(n int, line string) docx.Values {
		return docx.Values{"tên cơ quan nhận": docx.Text(line), "dấu": mark(n, len(to))}
	}))
	v["hạn trả lời"] = docx.Text("ngày … tháng … năm …")
	if day, err := tdkt.ParseVN(in.Texts.Of("hạn trả lời ý kiến")); err == nil {
		v["hạn trả lời"] = longDay(day)
	}
}

// postingValues are the fields of the report on the public posting.
func postingValues(v docx.Values, in Input) {
	listValues(v, in.Submission, askedFor(in.Submission, askedPosting))
	postedValues(v, in.Texts)
}

// noticeValues are the fields of the notice that is posted in the house.
func noticeValues(v docx.Values, in Input) {
	listValues(v, in.Submission, listed)
	postedValues(v, in.Texts)
	v["có thời gian công khai"] = when(in.Texts.Of("công khai từ ngày") != "")
}

// receiptValues are the fields of the list by which what was given is signed for.
func receiptValues(v docx.Values, in Input) {
	given := func(n dossier.Nominee) bool { return own(n) || above(n) && n.Standing.Given != nil }
	listValues(v, in.Submission, given)
	paid := payments(in.Submission)
	var sum int64
	for _, n := range in.Nominees {
		if given(n) {
			sum += paid[payee{n.Subject, n.Title}]
		}
	}
	v["tổng tiền"], v["tổng tiền bằng chữ"] = money(sum), inWords(sum)
	v["theo quyết định"] = docx.Text("")
	if in.Decided.Number != "" {
		v["theo quyết định"] = docx.Text(fmt.Sprintf("Theo Quyết định số %s %s", in.Decided.Number, longDay(in.Decided.Date)))
	}
}
