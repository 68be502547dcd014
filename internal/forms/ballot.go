package forms

import (
	"cmp"
	"fmt"

	"tdkt/internal/columns"
	"tdkt/internal/dossier"
)

// ballotSheet is the minutes of the vote: what the Council fills in, and the
// share of all its members, present or not, as a formula.
func ballotSheet(b *book) error {
	members := "$D$1" // the cell of the number of members, known once the sheet is there
	list := b.lists().Ballots
	cols := ballotColumns(b, list, func() string { return members })
	return b.add(layout{name: "Biên bản kiểm phiếu", columns: widthsOf(b, columns.KeyBallots, false, cols, sizeSmall, b.Nominees)}, func(s *sheet) {
		s.head(heading{
			title:  "Biên bản kiểm phiếu",
			lines:  []string{fmt.Sprintf("Xét, đề nghị danh hiệu thi đua và hình thức khen thưởng năm %s", s.YearWords())},
			number: "Số: …/BB-HĐTĐKT",
		})
		members = s.ballotOpening()
		l := startList(s, cols, sizeSmall)
		l.write(nomineeLines(list, s.Nominees, false))
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

// ballotOpening puts the meeting's facts, or places for them, and returns the cell of the
// number of members.
func (s *sheet) ballotOpening() string {
	words := look{size: sizeBody, across: "left", down: "center", wrap: true}
	fill := look{size: sizeBody, across: "center", down: "center", box: true, fill: "FFF9E5", format: "0"}
	m := s.Meeting
	on := "ngày … tháng … năm …"
	if m.Day != 0 {
		on = m.Day.Long()
	}
	s.across(fmt.Sprintf("Hội đồng Thi đua - Khen thưởng %s họp hồi %s, %s, tại %s", s.office(), cmp.Or(m.Start, "… giờ …"), on, cmp.Or(m.Place, "…")), words)
	label := max(min(3, len(s.widths)-2), 1) // columns
	rest := max(len(s.widths)-label-1, 1)
	column := at(label, 1)
	members := fmt.Sprintf("$%s$%d", column[:len(column)-1], s.row+1)
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
		s.put(cell{value: l.label, look: words, span: label}, cell{value: l.value, look: fill}, cell{look: words, span: rest})
	}
	s.across("Tổ kiểm phiếu: Tổ trưởng …; các thành viên: …", words)
	s.skip(6)
	return members
}

// ballotPaper is what each member gets: every nominee with two boxes to tick. It is
// printed once for each member.
func ballotPaper(b *book) error {
	list := b.lists().Voting
	cols := ballotColumns(b, list, func() string { return "" })
	return b.add(layout{name: "Phiếu biểu quyết", columns: widthsOf(b, columns.KeyVoting, false, cols, sizeSmall, b.Nominees)}, func(s *sheet) {
		s.head(heading{
			title: "Phiếu biểu quyết",
			lines: []string{fmt.Sprintf("Xét, đề nghị danh hiệu thi đua và hình thức khen thưởng năm %s", s.YearWords())},
		})
		l := startList(s, cols, sizeSmall)
		l.write(nomineeLines(list, s.Nominees, false))
		l.none("Không có trường hợp nào để bỏ phiếu.")
		s.gap(6)
		s.remark("Đánh dấu x vào một trong hai ô của mỗi dòng; để trống hoặc đánh dấu cả hai ô là phiếu không hợp lệ cho dòng đó. " +
			"Thành viên không biểu quyết trường hợp của chính mình nhưng vẫn tính trong tổng số thành viên. Phiếu kín không ghi tên, không ký.")
	})
}

func nothing(int, nominee) any { return nil }
