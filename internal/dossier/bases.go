package dossier

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// groupTitles is the catalogue's word for emulation titles, as against commendation forms.
const groupTitles = law.GroupTitles

// OwnLevel is the catalogue's word for what the department's own head decides.
const OwnLevel = "Sở"

// bases are the texts that a paper of a day cites: the laws and decrees in force on it, and
// the papers by which the province and the department set the year's own values.
func (b *builder) bases(on tdkt.Day) []string {
	var list []string
	for _, d := range b.Rules.Documents(law.AboutMerit, on) {
		list = append(list, d.Citation())
	}
	if g := b.Rules.Regulation(b.Input.Year); g != nil && g.InForce.Day <= on {
		list = append(list, g.Citation())
	}
	return append(list, b.localBases(on)...)
}

// localBases are the papers behind the year's local values, the oldest first; one that was
// not yet issued on the day is left to the self-check.
func (b *builder) localBases(on tdkt.Day) []string {
	var rows []tdkt.Local
	for _, l := range b.Snapshot.Locals {
		if l.Year == b.Input.Year && l.Document != "" && l.Date <= on &&
			!slices.ContainsFunc(rows, func(o tdkt.Local) bool { return o.Document == l.Document && o.Date == l.Date }) {
			rows = append(rows, l)
		}
	}
	slices.SortStableFunc(rows, func(x, y tdkt.Local) int {
		return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.Document, y.Document))
	})
	var list []string
	for _, l := range rows {
		list = append(list, b.localCitation(l))
	}
	return list
}

// documentTypes are the types of documents by the letters in their numbers, after Annex III
// of Decree 30/2020.
func documentTypes() map[string]string {
	return map[string]string{
		"NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định", "TB": "Thông báo",
		"HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "TT": "Thông tư",
	}
}

// documentNumber reads a document's number: 15/QĐ-SNV, 07/2022/QĐ-UBND, 15/KH-HĐTĐ.
var documentNumber = regexp.MustCompile(`^\d+[a-z]?(?:/\d{4})?/(\p{L}+)-(.+)$`)

// localCitation names the paper behind a local value as a base: a number is put into words
// by its letters, words that were entered stand as they are.
func (b *builder) localCitation(l tdkt.Local) string {
	words := strings.TrimRight(tdkt.Clean(l.Document), ".; ")
	m := documentNumber.FindStringSubmatch(words)
	if m == nil {
		if l.Date != 0 && !strings.Contains(words, "ngày") {
			words += " " + l.Date.Long()
		}
		return words
	}
	words = "số " + words
	if name, ok := documentTypes()[m[1]]; ok {
		words = name + " " + words
	} else {
		words = "Văn bản " + words
	}
	if l.Date != 0 {
		words += " " + l.Date.Long()
	}
	if who := b.issuerOf(m[2]); who != "" {
		words += " của " + who
	}
	if about := strings.TrimRight(l.About, ".; "); about != "" {
		words += " " + lowered(about)
	}
	return words
}

// lowered is a title as it follows the words before it: “Về việc …” becomes “về việc …”.
func lowered(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToLower(first)) + words[size:]
}

// issuerOf is who issues papers with some letters at the end of their numbers, "" when it
// cannot be told.
func (b *builder) issuerOf(letters string) string {
	office, province, _ := strings.Cut(b.Org.Name, " tỉnh ")
	switch {
	case letters == b.Org.Symbol && b.Org.Symbol != "":
		return office
	case strings.HasPrefix(letters, "HĐTĐ") && office != "":
		return "Hội đồng Thi đua - Khen thưởng " + office
	case letters == "UBND" && province != "":
		return "Ủy ban nhân dân tỉnh " + province
	}
	return ""
}

// checkBases finds texts that a plan of the year, or a value set for it, stands on and that
// did not hold on the day of the papers.
func (b *builder) checkBases() {
	b.here = Spot{Page: AtPlans}
	for _, p := range b.Plans {
		if p.Year != b.Input.Year {
			continue
		}
		for _, basis := range p.Bases {
			b.checkBasis(p, basis)
		}
	}
	b.here = Spot{Page: AtLocals}
	for _, l := range b.Snapshot.Locals {
		if l.Year == b.Input.Year && l.Document != "" && l.Date > b.Submission.PaperDay {
			b.find(MustFix, l.Document, "Văn bản của quy định riêng ký ngày %s, sau ngày của hồ sơ (%s). Hãy kiểm tra lại ngày của văn bản.", l.Date, b.Submission.PaperDay)
		}
	}
	if len(b.Rules.Documents(law.AboutMerit, b.Submission.PaperDay)) == 0 {
		b.find(MustFix, "Căn cứ pháp lý", "Chương trình không có văn bản pháp luật nào còn hiệu lực ngày %s để viện dẫn. Hãy kiểm tra lại ngày của hồ sơ.", b.Submission.PaperDay)
	}
}

// checkBasis looks at one base of a plan: what the office wrote of its end, and what the
// program knows of a text of that number on the day of the plan.
func (b *builder) checkBasis(p tdkt.Plan, basis tdkt.Basis) {
	text := strings.TrimRight(basis.Text, ";. ")
	if !basis.InForce(b.Input.Today) {
		words := strings.TrimSpace(basis.Note)
		if words != "" {
			words = " (" + words + ")"
		}
		b.find(LookAt, p.Title, "Căn cứ “%s” đã hết hiệu lực từ ngày %s%s. Hãy xem lại trước khi viện dẫn trong văn bản mới.", text, basis.Ended, words)
	}
	on := cmp.Or(p.Date, b.Submission.PaperDay)
	d, known := b.Rules.Document(lawNumber.FindString(text))
	if !known || d.InForce(on) {
		return
	}
	if d.From > on {
		b.find(LookAt, p.Title, "Kế hoạch ngày %s viện dẫn “%s”, đến ngày %s văn bản này mới có hiệu lực.", on, text, d.From)
		return
	}
	b.find(LookAt, p.Title, "Kế hoạch ngày %s viện dẫn “%s”, văn bản này đã hết hiệu lực từ ngày %s.", on, text, d.Till.Next())
}

// lawNumber finds the number of a law or decree in a text.
var lawNumber = regexp.MustCompile(`\d+/\d{4}/(?:QH\d+|NĐ-CP)`)

// paperDay is the date of the year's papers: as it was given, else the day of the Council's
// meeting, else the year's last day where that is past, and today where nothing is known.
func paperDay(in Input) tdkt.Day {
	if in.PaperDay != 0 {
		return in.PaperDay
	}
	for _, d := range []tdkt.Day{in.Met, tdkt.LastDay(in.Year)} {
		if d != 0 && d <= in.Today {
			return d
		}
	}
	return in.Today
}

// paperDayWords says from where the date of the papers is known.
func (b *builder) checkPaperDay() {
	b.here = Spot{Page: AtAwards}
	if b.Input.PaperDay == 0 {
		b.find(ForInfo, "Ngày của hồ sơ", "%s", fmt.Sprintf("Văn bản căn cứ được chọn theo ngày %s. Nếu văn bản ký ngày khác, hãy chọn ngày văn bản khi xuất.", b.Submission.PaperDay))
	}
}
