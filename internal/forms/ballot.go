package forms

import "fmt"

// ballotSheet is the minutes of the vote: what the Council fills in, and the
// share of all its members, present or not, as a formula.
func ballotSheet(b *book) error {
	members := 0 // the row of the number of members, known once the sheet is there
	columns := []column[nominee]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ nominee) any { return n }},
		{title: "Họ tên cá nhân, tên tập thể", width: 46, kind: text, value: func(_ int, r nominee) any { return fullName(r.Who) }},
		{title: "Đơn vị", width: 38, kind: text, value: func(_ int, r nominee) any { return r.Unit }},
		{title: "Phiếu đồng ý", width: 18, kind: blank, value: nothing},
		{title: "Phiếu không đồng ý", width: 18, kind: blank, value: nothing},
		{
			title: "Tỷ lệ trên tổng số thành viên", width: 22, kind: vote, value: func(int, nominee) any { return 0 },
			formula: func(row int) string { return fmt.Sprintf("IFERROR(D%d/$D$%d,0)", row, members) },
		},
		{title: "Kết quả", width: 22, kind: blank, value: nothing},
	}
	return b.add(layout{name: "Biên bản kiểm phiếu", columns: widths(b, columns, sizeSmall)}, func(s *sheet) {
		s.head(heading{
			title:  "Biên bản kiểm phiếu",
			lines:  []string{fmt.Sprintf("Xét, đề nghị danh hiệu thi đua và hình thức khen thưởng năm %d", s.Year)},
			number: "Số: …/BB-HĐTĐKT",
		})
		members = s.ballotOpening()
		l := startList(s, columns, sizeSmall)
		l.write(byTitle(s.Nominees, false))
		l.none("Không có trường hợp nào để bỏ phiếu.")
		s.gap(6)
		s.remark("Tỷ lệ tính trên tổng số thành viên Hội đồng, kể cả người vắng mặt; phiếu gửi bằng văn bản của người vắng mặt được tính. Ô nền vàng để điền.")
		s.signatures("TỔ TRƯỞNG TỔ KIỂM PHIẾU", "CHỦ TỊCH HỘI ĐỒNG", "(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)", "", "")
	})
}

func nothing(int, nominee) any { return nil }

// ballotOpening puts the places for the meeting's facts and returns the row of the
// number of members.
func (s *sheet) ballotOpening() int {
	words := look{size: sizeBody, across: "left", down: "center", wrap: true}
	fill := look{size: sizeBody, across: "center", down: "center", box: true, fill: "FFF9E5", format: "0"}
	s.across("Hội đồng Thi đua - Khen thưởng "+s.office()+" họp hồi … giờ …, ngày … tháng … năm …, tại …", words)
	members := s.row + 1
	rest := max(len(s.widths)-4, 1)
	for _, label := range []string{
		"Tổng số thành viên Hội đồng:", "Số thành viên có mặt:", "Số phiếu gửi bằng văn bản:",
		"Số phiếu phát ra:", "Số phiếu thu về:", "Số phiếu hợp lệ:", "Số phiếu không hợp lệ:",
	} {
		s.put(cell{value: label, look: words, span: 3}, cell{look: fill}, cell{look: words, span: rest})
	}
	s.across("Tổ kiểm phiếu: Tổ trưởng …; các thành viên: …", words)
	s.skip(6)
	return members
}
