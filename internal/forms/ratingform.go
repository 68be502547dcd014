package forms

import (
	"context"
	"fmt"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// WriteRatingForms writes Mẫu số 01 or Mẫu số 02 of Decree 335/2025 as one workbook, a sheet
// for each person. The target is the old file or the whole new one.
func WriteRatingForms(ctx context.Context, path string, list []dossier.RatingForm, year bool) error {
	return replace(path, func(built string) error {
		s := &dossier.Submission{Year: list[0].Year, Org: list[0].Org, Today: list[0].Today}
		parts := make([]part, len(list))
		for i, f := range list {
			parts[i] = func(b *book) error {
				if year {
					return yearForm(b, f)
				}
				return markForm(b, f)
			}
		}
		return writeBook(ctx, built, s, parts)
	})
}

// personLines are the lines above the first part of both forms.
func personLines(s *sheet, f dossier.RatingForm) {
	for _, l := range [][2]string{{"Họ và tên", f.Name}, {"Chức vụ, chức danh", f.Position}, {"Đơn vị công tác", f.Unit}} {
		s.across(l[0]+": "+l[1], look{size: sizeBody, wrap: true})
	}
}

func (s *sheet) formPart(words string) {
	s.skip(6)
	s.across(words, look{size: sizeBody, bold: true, wrap: true})
}

// markForm is Mẫu số 01: the ten lines of common criteria with their sums as formulas.
func markForm(b *book, f dossier.RatingForm) error {
	columns := []width{{want: 12, least: 10}, {want: 52, least: 30}, {want: 48, least: 30}, {want: 22, least: 18}, {want: 32, least: 24}}
	return b.add(layout{name: sheetName(f), columns: columns}, func(s *sheet) {
		s.formHead("Phiếu theo dõi, đánh giá công chức", fmt.Sprintf("(Kỳ theo dõi, đánh giá: %s năm %d)¹", f.Period.Words(), f.Year))
		personLines(s, f)
		s.formPart("I. KẾT QUẢ THEO DÕI, ĐÁNH GIÁ THEO TIÊU CHÍ CHUNG")
		bold := look{size: sizeBody, bold: true, across: "center", down: "center", wrap: true, box: true}
		plain, left := bold, bold
		plain.bold, left.across = false, "left"
		text := left
		text.bold = false
		s.put(cell{value: "TT", look: bold}, cell{value: "Tiêu chí chấm điểm", look: bold, span: 2}, cell{value: "Điểm tối đa", look: bold}, cell{value: "Điểm do cá nhân tự chấm", look: bold})
		s.put(cell{value: "(1)", look: plain}, cell{value: "(2)", look: plain, span: 2}, cell{value: "(3)", look: plain}, cell{value: "(4)", look: plain})
		s.markRows(f, bold, left, plain, text)
		s.formPart("II. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ CÔNG CHỨC")
		score, has := f.Head, f.Done
		if !has {
			score, has = f.Self, f.Own
		}
		common, result, total := "…", "…", "…"
		if has {
			total = dossier.Points(score.Total)
			if score.HasParts() {
				common, result = dossier.Points(score.Common), dossier.Points(score.Result)
			}
		}
		note := "…"
		if f.Note != "" {
			note = f.Note
		}
		for _, l := range []string{
			"1. Điểm tiêu chí chung: " + common, "2. Điểm tiêu chí kết quả thực hiện nhiệm vụ: " + result,
			"3. Tổng điểm theo dõi, đánh giá công chức: " + total, "4. Ưu điểm: …", "5. Hạn chế, khuyết điểm: …",
			"6. Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá: " + note,
		} {
			s.across(l, look{size: sizeBody, wrap: true})
		}
		s.formSigns("CÔNG CHỨC TỰ ĐÁNH GIÁ", "CẤP CÓ THẨM QUYỀN THEO DÕI, ĐÁNH GIÁ", f.Name)
		s.across("¹ Ghi rõ kỳ theo dõi là tháng/quý ... năm...", look{size: sizeFine, wrap: true})
	})
}

// markRows writes the groups of common criteria and their lines.
func (s *sheet) markRows(f dossier.RatingForm, bold, left, plain, text look) {
	number := func(n int) any {
		if !f.Own {
			return nil
		}
		return float64(n) / 100
	}
	var sums []int
	for i := 0; i < len(f.Lines); {
		end := i + 1
		for end < len(f.Lines) && f.Lines[end].Group == "" {
			end++
		}
		most, sum := 0, 0
		for _, l := range f.Lines[i:end] {
			most, sum = most+l.Most, sum+l.Mark
		}
		head := s.row + 1
		sums = append(sums, head)
		formula := fmt.Sprintf(`IF(COUNT(%[1]s:%[2]s)=0,"",SUM(%[1]s:%[2]s))`, at(4, head+1), at(4, head+end-i))
		s.put(cell{value: dossier.Roman(len(sums)), look: bold}, cell{value: f.Lines[i].Group, look: left, span: 2}, cell{value: float64(most) / 100, look: bold},
			cell{value: number(sum), formula: formula, look: bold})
		for k, l := range f.Lines[i:end] {
			s.put(cell{value: k + 1, look: plain}, cell{value: l.Name, look: text, span: 2}, cell{value: float64(l.Most) / 100, look: plain}, cell{value: number(l.Mark), look: plain})
		}
		i = end
	}
	formula := ""
	for i, row := range sums {
		if i > 0 {
			formula += ","
		}
		formula += at(4, row)
	}
	s.put(cell{look: bold}, cell{value: "Tổng cộng", look: bold, span: 2}, cell{value: f.MostCommon, look: bold},
		cell{value: number(f.Self.Common), formula: fmt.Sprintf(`IF(COUNT(%[1]s)=0,"",SUM(%[1]s))`, formula), look: bold})
}

// yearForm is Mẫu số 02: the months or quarters with their mean as a formula.
func yearForm(b *book, f dossier.RatingForm) error {
	columns := []width{{want: 40, least: 30}, {want: 60, least: 40}, {want: 66, least: 40}}
	return b.add(layout{name: sheetName(f), columns: columns}, func(s *sheet) {
		s.formHead("Phiếu xếp loại chất lượng công chức", fmt.Sprintf("Năm %d", f.Year))
		personLines(s, f)
		s.formPart("I. TỔNG HỢP KẾT QUẢ THEO DÕI, ĐÁNH GIÁ")
		bold := look{size: sizeBody, bold: true, across: "center", down: "center", wrap: true, box: true}
		plain := bold
		plain.bold = false
		kind := "Tháng"
		if f.Quarters {
			kind = "Quý"
		}
		s.putFitted([]cell{{value: kind, look: bold}, {value: "Tổng điểm theo dõi, đánh giá", look: bold}, {value: "Ghi chú", look: bold}})
		first := s.row + 1
		for _, m := range f.Months {
			var points any
			if m.Counted {
				points = float64(m.Points) / 100
			}
			s.putFitted([]cell{{value: m.Label, look: plain}, {value: points, look: plain}, {value: m.Note, look: plain}})
		}
		mean := cell{look: bold}
		if f.Count > 0 {
			mean.value, mean.formula = float64(f.Mean)/100, fmt.Sprintf("ROUND(AVERAGE(%s),2)", area(1, first, s.row))
		}
		s.putFitted([]cell{{value: "Tổng điểm trung bình cả năm", look: bold}, mean, {value: f.MeanNote, look: plain}})
		s.formPart("II. CÔNG CHỨC TỰ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG")
		s.boxes("")
		s.formPart("III. KẾT QUẢ XẾP LOẠI CHẤT LƯỢNG CỦA CẤP CÓ THẨM QUYỀN CÔNG CHỨC¹")
		s.boxes(f.Rating.Level)
		s.formPart("IV. ĐỀ XUẤT PHƯƠNG ÁN XỬ LÝ²")
		s.across("…", look{size: sizeBody})
		s.formSigns("CÔNG CHỨC TỰ XẾP LOẠI", "CẤP CÓ THẨM QUYỀN XẾP LOẠI", f.Name)
		s.across("¹ Việc xếp loại chất lượng công chức căn cứ vào quy định tại Điều 20 Nghị định này.", look{size: sizeFine, wrap: true})
		s.across("² Việc đề xuất phương án xử lý căn cứ quy định tại Điều 23 Nghị định này.", look{size: sizeFine, wrap: true})
	})
}

// boxes are the four levels, each with its box.
func (s *sheet) boxes(level tdkt.Level) {
	for _, l := range tdkt.Levels() {
		sign := "☐ "
		if l == level {
			sign = "☒ "
		}
		words := []rune(l.Words())
		s.across(sign+upper(string(words[:1]))+string(words[1:]), look{size: sizeBody})
	}
}

// formHead is the head of a form that has neither number nor day.
func (s *sheet) formHead(title, under string) {
	s.headBlocks()
	s.skip(10)
	s.title(heading{title: title, lines: []string{under}})
}

// formSigns are the two signatures, each under its day.
func (s *sheet) formSigns(left, right, name string) {
	n := s.half()
	day := look{size: sizeSmall, italic: true, across: "center"}
	s.skip(8)
	s.stick()
	s.put(cell{value: "……, ngày … tháng … năm ……", look: day, span: n}, cell{value: "……, ngày … tháng … năm ……", look: day, span: len(s.widths) - n})
	s.signatures(left, right, "(Ký tên, ghi rõ họ tên)", "(Ký tên, ghi rõ họ tên)", name, "")
	s.skip(10)
}

// sheetName names a person's sheet: the code, which no two share.
func sheetName(f dossier.RatingForm) string {
	if f.Code == "" {
		return "Phiếu"
	}
	return f.Code
}
