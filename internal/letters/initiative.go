package letters

import (
	"fmt"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// initiativeRows are initiatives as rows of a table.
func initiativeRows(list []dossier.InitiativeRow) docx.List {
	return orBlankRow(docx.Each(list, func(n int, r dossier.InitiativeRow) docx.Values {
		var authors, units []string
		for _, a := range r.Authors {
			name := printed(a.Who)
			if a.Share > 0 && len(r.Authors) > 1 {
				name += fmt.Sprintf(" (%d%%)", a.Share)
			}
			authors = append(authors, name)
			if a.Unit != "" && (len(units) == 0 || units[len(units)-1] != a.Unit) {
				units = append(units, a.Unit)
			}
		}
		outcome := "Công nhận phạm vi " + string(r.Scope)
		if r.Decision != "" {
			outcome += string(underDecision(joined(r.Decision, onDay(r.Date))))
		}
		return docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "tên sáng kiến": docx.Text(r.Title), "loại sáng kiến": docx.Text(dossier.Sentence(string(r.Kind))),
			"tác giả": docx.Text(strings.Join(authors, "\n")), "đơn vị": docx.Text(strings.Join(units, "; ")),
			"phạm vi": docx.Text(dossier.Sentence(string(r.Scope))), "kết quả": docx.Text(outcome),
		}
	}))
}

// initiativeMinutes are the fields of the minutes of the Council for initiatives.
func initiativeMinutes(v docx.Values, in Input) {
	for _, field := range []string{"thời gian họp sáng kiến", "nơi họp sáng kiến", "chủ trì họp sáng kiến", "thư ký họp sáng kiến"} {
		v[field] = orBlank(in.Texts.Of(field))
	}
	v["thành viên"] = orBlankRow(docx.Each(textLines(in.Texts.Of("thành phần họp sáng kiến")), func(n int, line string) docx.Values {
		name, role := parted(line)
		return docx.Values{"stt": docx.Text(fmt.Sprint(n)), "họ và tên": docx.Text(name), "chức danh": docx.Text(role)}
	}))
	v["sáng kiến"] = initiativeRows(in.Initiatives)
	said := in.Texts.Of("kết luận họp sáng kiến")
	if said == "" && len(in.Initiatives) > 0 {
		said = fmt.Sprintf("Hội đồng thống nhất kết quả xét %s sáng kiến, đề tài nêu trên.", count(len(in.Initiatives)))
	}
	v["kết luận họp sáng kiến"] = orBlank(said)
	v["số sáng kiến"] = count(len(in.Initiatives))
}

// initiativeDecision are the fields of the decision that recognises the initiatives of the
// house. Its number and day are those under which they were recorded, where it is one.
func initiativeDecision(v docx.Values, in Input) {
	var own []dossier.InitiativeRow
	numbers := map[string]tdkt.Day{}
	for _, r := range in.Initiatives {
		if r.Scope == tdkt.Base {
			own = append(own, r)
			numbers[r.Decision] = r.Date
		}
	}
	v["sáng kiến"] = initiativeRows(own)
	v["số sáng kiến"], v["số sáng kiến bằng chữ"] = count(len(own)), inWords(int64(len(own)))
	authors := map[tdkt.ID]bool{}
	for _, r := range own {
		for _, a := range r.Authors {
			authors[a.Subject.ID] = true
		}
	}
	v["số tác giả"], v["số tác giả bằng chữ"] = count(len(authors)), inWords(int64(len(authors)))
	v["thời gian họp sáng kiến"] = orBlank(in.Texts.Of("thời gian họp sáng kiến"))
	if len(numbers) == 1 {
		for number, day := range numbers {
			decisionValues(v, dossier.Decided{Number: number, Date: day, Signer: in.Org.Signer})
		}
	}
}

// initiativeProof are the fields of the confirmation of a person's initiatives.
func initiativeProof(v docx.Values, in Input) {
	proofValues(v, in)
	v["sáng kiến"] = orBlankRow(docx.Each(in.History.Initiatives, func(n int, i tdkt.Initiative) docx.Values {
		share := blank
		if i.Share > 0 {
			share = docx.Text(fmt.Sprintf("%d%%", i.Share))
		}
		return docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "năm sáng kiến": docx.Text(fmt.Sprint(i.Year)), "tên sáng kiến": docx.Text(i.Title),
			"loại sáng kiến": docx.Text(dossier.Sentence(string(i.Kind))), "tỷ lệ": share, "phạm vi": docx.Text(dossier.Sentence(string(i.Scope))),
			"quyết định": orBlank(strings.TrimPrefix(joined(i.Decision, onDay(i.Date)), ", ")),
		}
	}))
	v["hiệu quả áp dụng"] = orBlank(in.Texts.Of("hiệu quả áp dụng"))
}

// ratingProof are the fields of the confirmation of how well the tasks of the year were done.
func ratingProof(v docx.Values, in Input) {
	proofValues(v, in)
	v["mức"], v["theo quyết định"] = blank, docx.Text("")
	for _, r := range in.History.Ratings {
		if r.Year == in.Year {
			v["mức"], v["theo quyết định"] = orBlank(r.Level.Words()), underDecision(r.Decision)
		}
	}
}

// proofValues are the fields of what confirms something of one subject.
func proofValues(v docx.Values, in Input) {
	h := in.History
	v["mẫu số"], v["tên danh hiệu"] = docx.Text(in.Number), orBlank(in.Title)
	v["họ và tên"], v["chức vụ"], v["đơn vị"] = orBlank(h.Name), orBlank(h.Position), orBlank(h.Who.Unit)
	v["là cá nhân"] = when(h.Subject.Kind == tdkt.APerson)
}
