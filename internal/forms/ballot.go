package forms

import (
	"cmp"
	"fmt"

	"tdkt/internal/dossier"
)

// ballotSheet is the minutes of the vote: what the Council fills in, and the
// share of all its members, present or not, as a formula.
func ballotSheet(b *book) error {
	members := 0 // the row of the number of members, known once the sheet is there
	columns := []column[nominee]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ nominee) any { return n }},
		{title: "Họ tên cá nhân, tên tập thể", width: 46, kind: text, value: func(_ int, r nominee) any { return fullName(r.Who) }},
		{title: "Đơn vị", width: 38, kind: text, value: func(_ int, r nominee) any { return r.Unit }},
		{title: "Phiếu đồng ý", width: 18, kind: blank, value: b.votes(func(x dossier.Ballot) any { return x.For })},
		{title: "Phiếu không đồng ý", width: 18, kind: blank, value: b.votes(func(x dossier.Ballot) any { return x.Against })},
		{
			title: "Tỷ lệ trên tổng số thành viên", width: 22, kind: vote, value: b.voted,
			formula: func(row int) string { return fmt.Sprintf("IFERROR(D%d/$D$%d,0)", row, members) },
		},
		{title: "Kết quả", width: 22, kind: blank, value: b.votes(func(x dossier.Ballot) any { return x.Outcome })},
	}
	return b.add(layout{name: "Biên bản kiểm phiếu", columns: shape(b, false, columns, sizeSmall, b.Nominees)}, func(s *sheet) {
		s.head(heading{
			title:  "Biên bản kiểm phiếu",
			lines:  []string{fmt.Sprintf("Xét, đề nghị danh hiệu thi đua và hình thức khen thưởng năm %s", s.YearWords())},
			number: "Số: …/BB-HĐTĐKT",
		})
		members = s.ballotOpening()
		l := startList(s, columns, sizeSmall)
		l.write(byTitle(s.Nominees, false))
		l.none("Không có trường hợp nào để bỏ phiếu.")
		s.gap(6)
		s.remark("Tỷ lệ tính trên tổng số thành viên Hội đồng, kể cả người vắng mặt; phiếu gửi bằng văn bản của người vắng mặt được tính.")
		s.signatures("TỔ TRƯỞNG TỔ KIỂM PHIẾU", "CHỦ TỊCH HỘI ĐỒNG", "(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên)", "", "")
	})
}

// votes is a cell of the tally, to be filled in by hand until votes are entered.
func (b *book) votes(of func(dossier.Ballot) any) func(int, nominee) any {
	return func(_ int, r nominee) any {
		x := b.BallotOf(r)
		if x.Members == 0 {
			return nil
		}
		return of(x)
	}
}

// voted is the share of all members, as the formula beside it works it out.
func (b *book) voted(_ int, r nominee) any {
	x := b.BallotOf(r)
	if x.Members == 0 {
		return 0
	}
	return float64(x.For) / float64(x.Members)
}

// ballotOpening puts the meeting's facts, or places for them, and returns the row of the
// number of members.
func (s *sheet) ballotOpening() int {
	words := look{size: sizeBody, across: "left", down: "center", wrap: true}
	fill := look{size: sizeBody, across: "center", down: "center", box: true, fill: "FFF9E5", format: "0"}
	m := s.Meeting
	on := "ngày … tháng … năm …"
	if m.Day != 0 {
		on = m.Day.Long()
	}
	s.across(fmt.Sprintf("Hội đồng Thi đua - Khen thưởng %s họp hồi %s, %s, tại %s", s.office(), cmp.Or(m.Start, "… giờ …"), on, cmp.Or(m.Place, "…")), words)
	members := s.row + 1
	rest := max(len(s.widths)-4, 1)
	number := func(n int) any {
		if m.Base == 0 {
			return nil
		}
		return n
	}
	present, written := m.Votes(dossier.Present), m.Votes(dossier.Written)
	for _, l := range []struct {
		label string
		value any
	}{
		{"Tổng số thành viên Hội đồng:", number(m.Base)},
		{"Số thành viên có mặt:", number(present)},
		{"Số phiếu gửi bằng văn bản:", number(written)},
		{"Số phiếu phát ra:", number(present + written)},
		{"Số phiếu thu về:", nil},
		{"Số phiếu hợp lệ:", nil},
		{"Số phiếu không hợp lệ:", nil},
	} {
		s.put(cell{value: l.label, look: words, span: 3}, cell{value: l.value, look: fill}, cell{look: words, span: rest})
	}
	s.across("Tổ kiểm phiếu: Tổ trưởng …; các thành viên: …", words)
	s.skip(6)
	return members
}

// ballotPaper is what each member gets: every nominee with two boxes to tick. It is
// printed once for each member.
func ballotPaper(b *book) error {
	columns := []column[nominee]{
		{title: "STT", width: 11, kind: centre, value: func(n int, _ nominee) any { return n }},
		{title: "Họ tên cá nhân, tên tập thể", width: 60, kind: text, value: func(_ int, r nominee) any { return fullName(r.Who) }},
		{title: "Đơn vị", width: 50, kind: text, value: func(_ int, r nominee) any { return r.Unit }},
		{title: "Đồng ý", width: 20, kind: centre, value: nothing},
		{title: "Không đồng ý", width: 22, kind: centre, value: nothing},
	}
	return b.add(layout{name: "Phiếu biểu quyết", columns: shape(b, false, columns, sizeSmall, b.Nominees)}, func(s *sheet) {
		s.head(heading{
			title: "Phiếu biểu quyết",
			lines: []string{fmt.Sprintf("Xét, đề nghị danh hiệu thi đua và hình thức khen thưởng năm %s", s.YearWords())},
		})
		l := startList(s, columns, sizeSmall)
		l.write(byTitle(s.Nominees, false))
		l.none("Không có trường hợp nào để bỏ phiếu.")
		s.gap(6)
		s.remark("Đánh dấu x vào một trong hai ô của mỗi dòng; để trống hoặc đánh dấu cả hai ô là phiếu không hợp lệ cho dòng đó. " +
			"Thành viên không biểu quyết trường hợp của chính mình nhưng vẫn tính trong tổng số thành viên. Phiếu kín không ghi tên, không ký.")
	})
}

func nothing(int, nominee) any { return nil }
