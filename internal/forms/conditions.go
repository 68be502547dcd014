package forms

import (
	"fmt"
	"iter"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
)

type finding = law.Finding

// conditionSheet prints every need of every nominee, with article and data.
func conditionSheet(b *book) error {
	columns := []column[finding]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ finding) any { return n }},
		{title: "Điều kiện", width: 34, kind: text, value: func(_ int, f finding) any { return wayWords(f.Way) }},
		{title: "Căn cứ", width: 44, kind: text, value: func(_ int, f finding) any { return f.Cite }},
		{title: "Yêu cầu", width: 60, kind: text, value: func(_ int, f finding) any { return f.Why }},
		{title: "Dữ liệu", width: 60, kind: text, value: func(_ int, f finding) any { return dossier.Sentence(f.Seen) }},
		{title: "Kết luận", width: 22, kind: centre, value: func(_ int, f finding) any { return findingWords(f.Answer) }},
		{title: "Kiểm chứng", width: 24, kind: centre, value: func(_ int, f finding) any { return markWords(f.Mark) }},
	}
	return b.add(layout{name: "Tổng hợp điều kiện", landscape: true, columns: shape(b, true, columns, sizeSmall, allFindings(b.Nominees))}, func(s *sheet) {
		h := heading{title: "Tổng hợp điều kiện, tiêu chuẩn của các trường hợp đề nghị", lines: []string{s.yearLine()}}
		h.notes = append(h.notes, "Xét theo: "+s.Regime.Name+".")
		if s.Regime.Note != "" {
			h.notes = append(h.notes, s.Regime.Note)
		}
		s.head(h)
		l := startList(s, columns, sizeSmall)
		l.write(findingLines(s.Nominees))
		l.none("Không có trường hợp nào được đề nghị.")
		s.gap(6)
		s.remark("“Chưa kiểm chứng”: nội dung căn cứ được dẫn lại, chưa đối chiếu với văn bản gốc. " +
			"“Chờ xác nhận”: tiêu chí định tính do người có trách nhiệm đánh giá, chưa được đánh giá.")
		s.signers()
	})
}

// allFindings are the findings of a list of nominees.
func allFindings(list []nominee) []finding {
	var out []finding
	for _, r := range list {
		out = append(out, r.Result.Findings...)
	}
	return out
}

// findingLines puts a heading for each title and each nominee before the findings.
func findingLines(list []nominee) iter.Seq[line[finding]] {
	return func(yield func(line[finding]) bool) {
		title, group := dossier.Title{}, 0
		for i, r := range list {
			if r.Title != title {
				title = r.Title
				group++
				if !yield(line[finding]{head: fmt.Sprintf("%s. %s (%s)", dossier.Roman(group), upper(title.Name), titleNote(list[i:]))}) {
					return
				}
			}
			if !yield(line[finding]{head: nomineeWords(r), minor: true}) {
				return
			}
			for k, f := range r.Result.Findings {
				if !yield(line[finding]{n: k + 1, row: f}) {
					return
				}
			}
		}
	}
}

// nomineeWords names a nominee with the answer.
func nomineeWords(r nominee) string {
	words := r.Name
	if r.Apart != "" {
		words += " (" + r.Apart + ")"
	}
	if r.Position != "" {
		words += ", " + r.Position
	}
	if r.Unit != "" {
		words += ", " + r.Unit
	}
	words += " – Kết luận: " + AnswerWords(r.Result.Answer)
	if r.Result.Hold {
		words += "; đang tạm dừng xét"
	}
	for _, e := range r.Result.ExceptionWords() {
		words += "; " + strings.TrimSuffix(e, ".")
	}
	if r.Open > 0 {
		words += fmt.Sprintf("; còn %d tiêu chí chờ xác nhận", r.Open)
	}
	return words
}

// AnswerWords is an answer in Vietnamese.
func AnswerWords(a law.Answer) string {
	switch a {
	case law.Yes:
		return "đủ điều kiện"
	case law.No:
		return "không đủ điều kiện"
	case law.Unknown:
		return "thiếu dữ liệu"
	case law.Manual:
		return "chờ xác nhận"
	}
	return "không thuộc diện xét"
}

func findingWords(a law.Answer) string {
	switch a {
	case law.Yes:
		return "Đạt"
	case law.No:
		return "Không đạt"
	case law.Unknown:
		return "Thiếu dữ liệu"
	default:
		return "Chờ xác nhận"
	}
}

func wayWords(way string) string {
	if way == "" {
		return "Điều kiện chung"
	}
	return way
}

func markWords(m string) string {
	if m == "V" {
		return "Đã đối chiếu"
	}
	return "Chưa kiểm chứng"
}
