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
	v["đơn vị"] = orBlank(h.Who.Unit)
	v["đơn vị cấp trên"] = orBlank(cmp.Or(h.Who.Unit, in.Org.Superior)) // the office itself is under the province
	v["chức vụ"] = orBlank(h.Position)
	v["ngày vào làm"] = orBlank(h.Person.Start.String())
	for _, t := range tdkt.PersonTexts() {
		v[t.Words] = orBlank(*t.Of(&h.Person))
	}
	v["trình độ"], v["chức vụ Đảng, đoàn thể"] = orBlank(h.Person.Education), docx.Text(h.Person.PartyRole)
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
	v["có sáng kiến"] = when(len(h.Initiatives) > 0)
	v["có đăng ký"] = when(pledgedWords(in.Submission, h.Subject) != "")
	v["có học hàm"], v["có điện thoại"] = when(h.Person.Academic != ""), when(h.Person.Phone != "")
	v["là cá nhân"] = when(h.Subject.Kind == tdkt.APerson)
	v["về việc"] = docx.Text("năm " + fmt.Sprint(in.Year))
	if in.Round.Name != "" {
		v["về việc"] = docx.Text("trong " + roundWords(in.Round.Name))
	}
	passageValues(v, in)
	servedValues(v, h)
	v["danh hiệu đã tặng"] = pastRows(in.Org, h.Titles)
	v["hình thức đã tặng"] = pastRows(in.Org, h.Forms)
}

// roundWords names a round in a sentence: “đợt” stands once, whether or not its name has it.
func roundWords(name string) string {
	if first, rest, _ := strings.Cut(name, " "); strings.EqualFold(first, "đợt") && rest != "" {
		return "đợt " + rest
	}
	return "đợt " + name
}

// when is a field that only says whether a section stands.
func when(is bool) docx.Text {
	if is {
		return shown
	}
	return ""
}

// passageValues are what was written for the report, each part as one text and as
// paragraphs; and the form that the law of the day gives it.
func passageValues(v docx.Values, in Input) {
	v["loại báo cáo"], v["mẫu số"] = docx.Text("BÁO CÁO THÀNH TÍCH"), docx.Text("")
	texts := map[string]string{}
	if r := in.History.Report; r != nil && r.Form != nil {
		v["loại báo cáo"] = docx.Text(r.Form.Heading)
		if r.Form.Number != "" {
			v["mẫu số"] = docx.Text(r.Form.Number + " (kèm theo " + r.Form.Decree + ")")
		}
		for _, w := range r.Texts {
			texts[w.Field] = w.Text
		}
	}
	for _, p := range in.Parts {
		text := texts[p.Field]
		v[p.Field] = orBlank(text)
		v["có "+p.Field] = when(text != "")
		var lines []string
		for line := range strings.SplitSeq(text, "\n") {
			if line = strings.TrimSpace(line); line != "" {
				lines = append(lines, line)
			}
		}
		v["đoạn "+p.Field] = docx.Lines("đoạn", lines...)
	}
}

// servedValues are the posts of a person with how long each was held, and in all by post.
func servedValues(v docx.Values, h dossier.History) {
	var posts []string
	months := map[string]int{}
	for _, s := range h.Served {
		if _, known := months[s.Position]; !known && s.Position != "" {
			posts = append(posts, s.Position)
		}
		months[s.Position] += s.Months
	}
	v["quá trình"] = orBlankRow(docx.Each(h.Served, func(_ int, s dossier.Served) docx.Values {
		span := string(blank) + " đến nay"
		if s.From != 0 {
			span = month(s.From) + " đến nay"
		}
		if s.To != 0 {
			span = strings.TrimSuffix(span, "nay") + month(s.To)
		}
		return docx.Values{
			"thời gian": docx.Text(span), "chức vụ đã giữ": orBlank(s.Position), "đơn vị đã giữ": orBlank(s.Unit),
			"số năm, tháng": orBlank(yearsAndMonths(s.Months)),
		}
	}))
	v["tổng giữ chức"] = docx.Each(posts, func(n int, post string) docx.Values {
		return docx.Values{"tên chức": docx.Text(post), "tổng": orBlank(yearsAndMonths(months[post])), "dấu": mark(n, len(posts))}
	})
	v["kỷ luật"] = docx.Each(h.Disciplines, func(n int, d tdkt.Discipline) docx.Values {
		text := dossier.Sentence(string(d.Form)) + string(underDecision(joined(d.Decision, onDay(d.Date))))
		return docx.Values{"hình thức kỷ luật": docx.Text(text), "dấu": mark(n, len(h.Disciplines))}
	})
}

func month(d tdkt.Day) string { return fmt.Sprintf("%02d/%d", d.Month(), d.Year()) }

// yearsAndMonths is a time as the form has it: "5 năm 3 tháng"; "" for none.
func yearsAndMonths(months int) string {
	var parts []string
	if y := months / 12; y > 0 {
		parts = append(parts, fmt.Sprintf("%d năm", y))
	}
	if m := months % 12; m > 0 {
		parts = append(parts, fmt.Sprintf("%d tháng", m))
	}
	return strings.Join(parts, " ")
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

// pastRows are the rows of a table of what was given; one empty row when nothing is known.
func pastRows(org tdkt.Org, list []dossier.Past) docx.List {
	rows := docx.Each(list, func(_ int, p dossier.Past) docx.Values {
		years := fmt.Sprint(p.Award.To)
		if p.Award.From < p.Award.To {
			years = fmt.Sprintf("%d–%d", p.Award.From, p.Award.To)
		}
		issued := strings.TrimSpace(strings.TrimSpace(numbered(p.Award.Decision)+" "+onDay(p.Award.Date)) + issuedBy(org, p))
		return docx.Values{"năm tặng": docx.Text(years), "tên": docx.Text(p.Title.Name), "quyết định": orBlank(issued)}
	})
	if len(rows.Rows) == 0 { // nothing in the book: a row to be filled in by hand
		rows.Rows = []docx.Values{{"năm tặng": docx.Text(""), "tên": docx.Text(""), "quyết định": docx.Text("")}}
	}
	return rows
}

// orBlankRow is the list, or one row to be filled in by hand.
func orBlankRow(l docx.List) docx.List {
	if len(l.Rows) > 0 {
		return l
	}
	row := docx.Values{}
	for field := range l.Of {
		row[field] = blank
		if field == "dấu" {
			row[field] = docx.Text("")
		}
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
