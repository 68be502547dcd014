package letters

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// reportValues are the fields of a report of merits.
func reportValues(v docx.Values, in Input) {
	h := in.History
	v["tên danh hiệu"] = orBlank(in.Title)
	v["họ và tên"], v["họ và tên viết hoa"] = orBlank(h.Name), orBlank(strings.ToUpper(h.Name))
	v["tên tập thể viết hoa"] = orBlank(strings.ToUpper(h.Name))
	v["ngày sinh"] = orBlank(born(h.Person))
	v["giới tính"] = orBlank(string(h.Person.Sex))
	v["đơn vị"], v["đơn vị cấp trên"] = orBlank(h.Who.Unit), orBlank(h.Who.Unit)
	v["chức vụ"] = orBlank(h.Position)
	v["ngày vào làm"] = orBlank(h.Person.Start.String())
	for _, t := range tdkt.PersonTexts() {
		v[t.Words] = orBlank(*t.Of(&h.Person))
	}
	v["trình độ"], v["chức vụ Đảng, đoàn thể"] = orBlank(h.Person.Education), docx.Text(h.Person.PartyRole)
	v["nhiệm vụ"] = blank
	v["ngày thành lập"] = orBlank(h.Unit.Founded.String())
	v["số người"], v["số lãnh đạo"] = count(h.Members), docx.Text("")
	if h.Leaders > 0 {
		v["số lãnh đạo"] = count(h.Leaders)
	}
	v["đăng ký"] = orBlank(pledgedWords(in.Submission, h.Subject))
	v["xếp loại"] = docx.Each(h.Ratings, func(n int, r tdkt.Rating) docx.Values {
		return docx.Values{
			"năm xếp loại": docx.Text(fmt.Sprint(r.Year)), "mức": docx.Text(dossier.Sentence(r.Level.Words())),
			"số quyết định": underDecision(r.Decision), "dấu": mark(n, len(h.Ratings)),
		}
	})
	v["sáng kiến"] = docx.Each(h.Initiatives, func(n int, i tdkt.Initiative) docx.Values {
		text := fmt.Sprintf("Năm %d: %s “%s”, phạm vi ảnh hưởng %s%s", i.Year, i.Kind, i.Title, i.Scope, underDecision(joined(i.Decision, onDay(i.Date))))
		return docx.Values{"tên sáng kiến": docx.Text(text), "dấu": mark(n, len(h.Initiatives))}
	})
	v["danh hiệu đã tặng"] = pastRows(in.Org, h.Titles)
	v["hình thức đã tặng"] = pastRows(in.Org, h.Forms)
}

func born(p tdkt.Person) string {
	if p.Born == 0 && p.BornYear != 0 {
		return fmt.Sprint(p.BornYear)
	}
	return p.Born.String()
}

// underDecision is ", Quyết định số …" where there is a number.
func underDecision(number string) docx.Text {
	if number == "" {
		return ""
	}
	return docx.Text(", Quyết định số " + number)
}

func onDay(d tdkt.Day) string {
	if d == 0 {
		return ""
	}
	return "ngày " + d.String()
}

// pledgedWords is what a subject pledged in the year.
func pledgedWords(s *dossier.Submission, subject tdkt.Subject) string {
	for _, p := range s.Pledges {
		if p.Subject == subject {
			return fmt.Sprintf("Đầu năm %d đăng ký: %s.", s.Year, strings.Join(titleNames(s, p), "; "))
		}
	}
	return ""
}

// titleNames names the titles of a pledge.
func titleNames(s *dossier.Submission, p dossier.PledgeRow) []string {
	var names []string
	for _, code := range p.Titles {
		for _, t := range s.TitlesOf(p.Subject.Kind) {
			if t.Code == code {
				names = append(names, t.Name)
			}
		}
	}
	return names
}

// pastRows are the rows of a table of what was given; one blank row when nothing is known.
func pastRows(org tdkt.Org, list []dossier.Past) docx.List {
	rows := docx.Each(list, func(_ int, p dossier.Past) docx.Values {
		years := fmt.Sprint(p.Award.To)
		if p.Award.From < p.Award.To {
			years = fmt.Sprintf("%d–%d", p.Award.From, p.Award.To)
		}
		issued := strings.TrimSpace(strings.TrimSpace(numbered(p.Award.Decision)+" "+onDay(p.Award.Date)) + issuedBy(org, p))
		return docx.Values{"năm tặng": docx.Text(years), "tên": docx.Text(p.Title.Name), "quyết định": orBlank(issued)}
	})
	return orBlankRow(rows)
}

// orBlankRow is the list, or one row to be filled in by hand.
func orBlankRow(l docx.List) docx.List {
	if len(l.Rows) > 0 {
		return l
	}
	row := docx.Values{}
	for field := range l.Of {
		row[field] = blank
	}
	l.Rows = []docx.Values{row}
	return l
}

func numbered(decision string) string {
	if decision == "" {
		return ""
	}
	return "Quyết định số " + decision
}

// decisionLetters finds the letters of who issued a decision in its number: 231/QĐ-SNV.
var decisionLetters = regexp.MustCompile(`/QĐ-(.+)$`)

// issuedBy names in full who issued the decision of an award, by the letters of its number
// or by its level; "" where neither tells.
func issuedBy(org tdkt.Org, p dossier.Past) string {
	office, province, _ := strings.Cut(org.Name, " tỉnh ")
	letters := ""
	if m := decisionLetters.FindStringSubmatch(p.Award.Decision); m != nil {
		letters = m[1]
	}
	level := cmp.Or(p.Award.Level, p.Title.Level)
	switch {
	case letters == "CTN":
		return " của Chủ tịch nước"
	case letters == "TTg":
		return " của Thủ tướng Chính phủ"
	case letters == org.Symbol && letters != "", letters == "" && level == dossier.OwnLevel:
		return " của Giám đốc " + office
	case letters == "UBND" && province != "":
		return " của Chủ tịch Ủy ban nhân dân tỉnh " + province
	case level != "":
		return ", cấp " + level
	}
	return ""
}
