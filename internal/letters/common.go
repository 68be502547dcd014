package letters

import (
	"cmp"
	"fmt"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// blank stands where the data hold nothing: the reader fills it in by hand.
const blank docx.Text = "…"

// shown is the value of a field that only says whether a section stands.
const shown docx.Text = "có"

// orBlank is the words, or the dotted blank.
func orBlank(words string) docx.Text { return cmp.Or(docx.Text(words), blank) }

// kept is the section that keeps a paper beside the clerks of the office, after “Lưu: VT”.
func kept(section string) docx.Text {
	if section == "" {
		return ""
	}
	return docx.Text(", " + strings.TrimRight(section, ". "))
}

// count is a number as Decree 30/2020 writes it: below ten with a zero before it.
func count(n int) docx.Text { return docx.Text(fmt.Sprintf("%02d", n)) }

// inWords is a number as it is read aloud.
func inWords(n int64) docx.Text { return docx.Text(dossier.Words(n)) }

// longDay is a day as a document writes it: days below ten and the first two months with
// a zero before them.
func longDay(d tdkt.Day) docx.Text {
	if d == 0 {
		return "ngày … tháng … năm …"
	}
	return docx.Text(d.Long())
}

// money is an amount with dots between thousands.
func money(n int64) docx.Text {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return docx.Text(s)
}

// mark is the sign after an entry of a list: the last one ends it.
func mark(n, all int) docx.Text {
	if n >= all {
		return "."
	}
	return ";"
}

// common are the fields that every document has.
func common(s *dossier.Submission) docx.Values {
	office, province, _ := strings.Cut(s.Org.Name, " tỉnh ")
	to := blank
	if province != "" {
		to = docx.Text("Ủy ban nhân dân tỉnh " + province)
	}
	if s.SentTo != "" && (office == "" || !strings.Contains(s.SentTo, office)) { // nobody writes to himself
		to = docx.Text(s.SentTo)
	}
	return docx.Values{
		"năm":                  docx.Text(fmt.Sprint(s.Year)),
		"số":                   blank,
		"ngày tháng":           longDay(s.DatedBy),
		"cấp trên":             orBlank(s.Org.Superior),
		"cơ quan":              orBlank(cmp.Or(s.Org.Issuer, s.Org.Name)),
		"tên cơ quan":          orBlank(office),
		"tên cơ quan viết hoa": orBlank(strings.ToUpper(office)),
		"địa danh":             orBlank(s.Org.Place),
		"ký hiệu":              orBlank(s.Org.Symbol),
		"quyền hạn ký":         docx.Text(cmp.Or(s.Org.Authority, "GIÁM ĐỐC")),
		"chức vụ ký":           docx.Text(s.Org.SignerRole),
		"người ký":             orBlank(s.Org.Signer),
		"nơi gửi":              to,
		"bộ phận":              orBlank(s.Org.Keeper),
		"nơi lưu":              kept(s.Org.Keeper),
		"ngày họp":             longDay(s.Meeting.Day),
		"có chức năng":         docx.Text(s.Org.Mandate),
		"chức năng":            docx.Text(cmp.Or(strings.TrimRight(s.Org.Mandate, ";. "), "chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của cơ quan tại "+string(blank))),
		"nơi nhận ý kiến":      docx.Text("Thường trực Hội đồng Thi đua - Khen thưởng"),
		"tên quy định":         docx.Text(s.Regime.Name),
		"căn cứ":               docx.Lines("văn bản", s.Regime.Bases...),
		// Templates of an office's own may still name it; how far a case is judged is no
		// matter of a paper that leaves the house.
		"chưa xác nhận": docx.Text(""),
	}
}
