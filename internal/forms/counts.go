package forms

import (
	"fmt"
	"strings"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// The columns of the sheet verdictSource that countSheet's formulas look at.
const (
	verdictKind = iota + 4
	verdictTitle
	verdictAnswer
	verdictHold
	verdictPledged
	verdictNominated
	verdictFirst = 3 // its first row of data
)

// countSheet says for each title how many were judged and with what answer; each
// figure is a formula over the rows of the source sheet.
func countSheet(b *book) error {
	last := verdictFirst + max(len(b.Verdicts), 1) - 1
	ref := func(col int) string { return rangeOn(sourceName, col, verdictFirst, last) }
	count := func(title string, get func(dossier.TitleCount) int, where string) column[dossier.TitleCount] {
		return column[dossier.TitleCount]{
			title: title, width: 20, kind: number,
			value: func(_ int, c dossier.TitleCount) any { return get(c) },
			formula: func(row int) string {
				return fmt.Sprintf("COUNTIFS(%s,$C%d,%s,$B%d%s)", ref(verdictKind), row, ref(verdictTitle), row, where)
			},
		}
	}
	is := func(col int, word string) string { return fmt.Sprintf(`,%s,"%s"`, ref(col), word) }
	columns := []column[dossier.TitleCount]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ dossier.TitleCount) any { return n }},
		{title: "Danh hiệu, hình thức", width: 62, kind: text, value: func(_ int, c dossier.TitleCount) any { return c.Title.Name }},
		{title: "Đối tượng", width: 22, kind: centre, value: func(_ int, c dossier.TitleCount) any { return kindWords(c.Title.Kind) }},
		count("Số xét", func(c dossier.TitleCount) int { return c.Judged }, is(verdictAnswer, "<>"+AnswerWords(""))),
		count("Đủ điều kiện", func(c dossier.TitleCount) int { return c.Yes }, is(verdictAnswer, AnswerWords(law.Yes))),
		count("Không đủ điều kiện", func(c dossier.TitleCount) int { return c.No }, is(verdictAnswer, AnswerWords(law.No))),
		count("Thiếu dữ liệu", func(c dossier.TitleCount) int { return c.Unknown }, is(verdictAnswer, AnswerWords(law.Unknown))),
		count("Tạm dừng xét", func(c dossier.TitleCount) int { return c.Hold }, is(verdictHold, "x")),
		count("Đăng ký", func(c dossier.TitleCount) int { return c.Pledged }, is(verdictPledged, "x")),
		count("Đề nghị", func(c dossier.TitleCount) int { return c.Nominated }, is(verdictNominated, "x")),
	}
	return b.add(layout{name: "Số lượng", landscape: true, columns: shape(b, true, columns, sizeBody, b.Counts)}, func(s *sheet) {
		s.head(heading{
			title: "Tổng hợp số lượng xét theo danh hiệu, hình thức",
			lines: []string{fmt.Sprintf("Năm %d", s.Year)},
			notes: []string{"Xét theo: " + s.Regime.Name + "."},
		})
		l := startList(s, columns, sizeBody)
		l.write(rows(s.Counts))
		l.none("Không có danh hiệu nào.")
		l.total("Tổng số lượt", 3)
		s.gap(6)
		s.remark("Mỗi số đếm từ các dòng của trang “" + sourceName + "”. Người, tập thể tạm dừng xét vẫn được tính vào cột kết luận của mình.")
		s.signers()
	})
}

// quotaSheet sets the lists against the caps of the year, each with its reading
// and article.
func quotaSheet(b *book) error {
	type quota = law.QuotaLine
	number0 := func(known bool, n int) any {
		if !known {
			return nil
		}
		return n
	}
	columns := []column[quota]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ quota) any { return n }},
		{title: "Danh hiệu", width: 46, kind: text, value: func(_ int, q quota) any { return q.Name }},
		{title: "Tỷ lệ tối đa (%)", width: 20, kind: centre, value: func(_ int, q quota) any { return number0(q.Known, q.Percent) }},
		{title: "Tính trên", width: 44, kind: text, value: func(_ int, q quota) any { return dossier.Sentence(q.Base) }},
		{title: "Số lượng", width: 18, kind: centre, value: func(_ int, q quota) any { return number0(q.Known, q.BaseCount) }},
		{title: "Mức tối đa", width: 18, kind: centre, value: func(_ int, q quota) any { return number0(q.Known, q.Cap) }},
		{title: "Đề nghị", width: 18, kind: centre, value: func(_ int, q quota) any { return q.Chosen }},
		{title: "Kết luận", width: 28, kind: centre, value: func(_ int, q quota) any { return quotaWords(q) }},
		{title: "Cách tính, căn cứ", width: 48, kind: text, value: func(_ int, q quota) any { return quotaCite(q) }},
	}
	return b.add(layout{name: "Tỷ lệ tối đa", landscape: true, columns: shape(b, true, columns, sizeSmall, b.Quotas)}, func(s *sheet) {
		s.head(heading{
			title: "Đối chiếu số đề nghị với tỷ lệ tối đa", lines: []string{fmt.Sprintf("Năm %d", s.Year)},
		})
		l := startList(s, columns, sizeSmall)
		l.write(rows(s.Quotas))
		l.none("Năm này không có danh hiệu nào bị giới hạn tỷ lệ.")
		s.signers()
	})
}

func quotaWords(q law.QuotaLine) string {
	switch {
	case !q.Known:
		return "Chưa nhập quy định của địa phương"
	case q.Chosen > q.Cap:
		return "Vượt"
	}
	return "Trong mức"
}

func quotaCite(q law.QuotaLine) string {
	var words []string
	if q.Rounding != "" {
		words = append(words, "Làm tròn "+q.Rounding)
	}
	if q.Cite != "" {
		words = append(words, q.Cite)
	}
	if q.Mark != "V" {
		words = append(words, "chưa kiểm chứng")
	}
	return strings.Join(words, "; ")
}

// verdictSource lists every subject and title judged: the rows behind countSheet.
func verdictSource(b *book) error {
	x := func(yes bool) any {
		if yes {
			return "x"
		}
		return ""
	}
	columns := []column[dossier.Verdict]{
		{title: "STT", width: 13, kind: centre, value: func(n int, _ dossier.Verdict) any { return n }},
		{title: "Mã", width: 20, kind: centre, value: func(_ int, v dossier.Verdict) any { return v.Code }},
		{title: "Tên", width: 48, kind: text, value: func(_ int, v dossier.Verdict) any { return v.Name }},
		{title: "Đơn vị", width: 44, kind: text, value: func(_ int, v dossier.Verdict) any { return v.Unit }},
		{title: "Đối tượng", width: 19, kind: centre, value: func(_ int, v dossier.Verdict) any { return kindWords(v.Title.Kind) }},
		{title: "Danh hiệu, hình thức", width: 50, kind: text, value: func(_ int, v dossier.Verdict) any { return v.Title.Name }},
		{title: "Kết luận", width: 32, kind: centre, value: func(_ int, v dossier.Verdict) any { return AnswerWords(v.Answer) }},
		{title: "Tạm dừng", width: 17, kind: mark, value: func(_ int, v dossier.Verdict) any { return x(v.Hold) }},
		{title: "Đăng ký", width: 17, kind: mark, value: func(_ int, v dossier.Verdict) any { return x(v.Pledged) }},
		{title: "Đề nghị", width: 17, kind: mark, value: func(_ int, v dossier.Verdict) any { return x(v.Nominated) }},
		{title: "Tiêu chí chờ xác nhận", width: 22, kind: centre, value: func(_ int, v dossier.Verdict) any { return v.ManualOpen }},
	}
	return b.add(layout{name: sourceName, landscape: true, working: true, columns: shape(b, true, columns, sizeFine, b.Verdicts)}, func(s *sheet) {
		s.sourceTitle("Kết luận của từng người, từng tập thể cho từng danh hiệu, hình thức")
		l := startList(s, columns, sizeFine)
		l.write(rows(s.Verdicts))
		l.none("Không có dòng nào.")
	})
}

func kindWords(k tdkt.SubjectKind) string {
	if k == tdkt.AUnit {
		return "Tập thể"
	}
	return "Cá nhân"
}
