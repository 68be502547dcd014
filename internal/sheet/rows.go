package sheet

import (
	"fmt"

	"tdkt/internal/tdkt"
)

// keep adds a row that had no bad cell.
func keep[T any](r *record, rows *[]T, row T) {
	if !r.bad {
		*rows = append(*rows, row)
	}
}

// told reads the plain texts of a noun.
func told[T any](r *record, list []tdkt.TextOf[T]) (out T) {
	for _, t := range list {
		*t.Of(&out) = r.text(t.Label)
	}
	return out
}

func readUnit(r *record, ex *tdkt.Exchange) {
	row := tdkt.UnitRow{
		Line: tdkt.Line(r.line), Code: r.text(colUnit), Name: r.text("Tên đơn vị"), Parent: r.text("Mã cấp trên"),
		Kind: r.text("Loại"), Founded: r.day("Ngày thành lập"), Closed: r.day(colClosed), Into: r.text(colInto), Counts: r.ticked(colCounts),
	}
	r.once(colUnit, "Mã đơn vị", row.Code)
	keep(r, &ex.Units, row)
}

func readPerson(r *record, ex *tdkt.Exchange) {
	row := tdkt.PersonRow{
		Line: tdkt.Line(r.line), Code: r.text(colPerson), Name: r.text("Họ và tên"), Sex: choose(r, "Giới tính", sex),
		CCCD: r.cccd("Số CCCD"), Unit: r.text(colUnit), Position: r.text(colPosition),
		Employment: choose(r, "Đối tượng", employment), Leader: r.ticked(colLeader), LeaderGiven: r.given(colLeader),
		Start: r.day("Ngày vào làm"), End: r.day("Ngày thôi việc"),
	}
	row.Born, row.BornYear = r.birth("Ngày sinh")
	row.Texts = told(r, tdkt.PersonTexts())
	r.once(colPerson, "Mã cán bộ", row.Code)
	r.onceHidden("Số CCCD", row.CCCD)
	r.ordered(row.Start, row.End, "Ngày vào làm", "Ngày thôi việc")
	r.ordered(row.Born, row.Start, "Ngày sinh", "Ngày vào làm")
	keep(r, &ex.People, row)
}

func readPost(r *record, ex *tdkt.Exchange) {
	row := tdkt.PostRow{
		Line: tdkt.Line(r.line), Code: r.text(colPerson), From: r.day(colFrom), To: r.day(colTo), Unit: r.text(colUnit),
		Position: r.text(colPosition), Leader: r.ticked(colLeader), LeaderGiven: r.given(colLeader),
	}
	r.ordered(row.From, row.To, colFrom, colTo)
	keep(r, &ex.Posts, row)
}

func readRating(r *record, ex *tdkt.Exchange) {
	years := single(r.spans(colYear))
	decision, _ := r.decision()
	row := tdkt.RatingRow{
		Line: tdkt.Line(r.line), Code: r.text(colCode), Level: choose(r, "Mức", level),
		Points: read(r, "Điểm", value.points), Decision: decision, Notified: r.day(colNotified), Texts: told(r, tdkt.RatingTexts()),
	}
	if !r.given("Mức") && !r.given("Điểm") {
		r.refuse("Mức", "Thiếu “Mức” và “Điểm”. Hãy điền mức, hoặc điểm để chương trình xếp mức theo thang điểm của năm.")
	}
	for _, row.Year = range years {
		keep(r, &ex.Ratings, row)
	}
}

func readAward(r *record, ex *tdkt.Exchange) {
	number, date := r.decision()
	row := tdkt.AwardRow{
		Line: tdkt.Line(r.line), Code: r.text(colCode), Title: r.title(), To: r.year("Đến năm"),
		Decision: number, Date: r.day(colDate), Level: r.text("Cấp"), Revoked: r.ticked("Đã hủy"), RevokedGiven: r.given("Đã hủy"),
		Texts: told(r, tdkt.AwardTexts()),
	}
	if row.Date == 0 {
		row.Date = date
	}
	spans, last := r.spans("Từ năm"), row.To
	if last != 0 && len(spans) > 1 {
		r.refuse("Đến năm", "Ô “Từ năm” đã có nhiều năm nên “Đến năm” phải để trống. Hãy xóa một trong hai.")
	}
	for _, s := range spans {
		row.From, row.To = s.From, s.To
		if last != 0 {
			row.To = last
		}
		if row.To < row.From {
			r.refuse("Đến năm", fmt.Sprintf("“Đến năm” là %d, đứng trước “Từ năm” là %d. Hãy sửa một trong hai năm.", row.To, row.From))
		}
		keep(r, &ex.Awards, row)
	}
}

func readInitiative(r *record, ex *tdkt.Exchange) {
	row := tdkt.InitiativeRow{
		Line: tdkt.Line(r.line), Year: r.year(colYear), Code: r.text(colPerson), Title: r.text("Tên"),
		Kind: choose(r, "Loại", initiativeKind), Scope: choose(r, "Phạm vi", scope), Decision: r.text(colDecision), Date: r.day(colDate),
		Share: read(r, colShare, value.share),
	}
	if row.Kind == "" {
		row.Kind = tdkt.Innovation
	}
	keep(r, &ex.Initiatives, row)
}

func readDiscipline(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Disciplines, tdkt.DisciplineRow{
		Line: tdkt.Line(r.line), Code: r.text(colPerson), Form: choose(r, "Hình thức", penalty), Date: r.day(colDate), Decision: r.text(colDecision),
		Kind: choose(r, colDisciplineKind, disciplineKind), CountsIn: r.year(colCountsIn),
	})
}

func readHold(r *record, ex *tdkt.Exchange) {
	row := tdkt.HoldRow{Line: tdkt.Line(r.line), Code: r.text(colCode), From: r.day(colFrom), To: r.day(colTo), Reason: r.text(colReason)}
	r.ordered(row.From, row.To, colFrom, colTo)
	keep(r, &ex.Holds, row)
}

func readAbsence(r *record, ex *tdkt.Exchange) {
	row := tdkt.AbsenceRow{Line: tdkt.Line(r.line), Code: r.text(colPerson), From: r.day(colFrom), To: r.day(colTo), Kind: r.text(colReason)}
	r.ordered(row.From, row.To, colFrom, colTo)
	keep(r, &ex.Absences, row)
}

func readPledge(r *record, ex *tdkt.Exchange) {
	years := single(r.spans(colYear))
	row := tdkt.PledgeRow{Line: tdkt.Line(r.line), Code: r.text(colCode), Title: r.title(), Initiative: r.text("Sáng kiến")}
	for _, row.Year = range years {
		keep(r, &ex.Pledges, row)
	}
}

// bookColumns are the columns of Chốt sổ.
func bookColumns() map[tdkt.Book]string {
	return map[tdkt.Book]string{
		tdkt.PledgeBook: "Đăng ký", tdkt.RatingBook: "Xếp loại", tdkt.InitiativeBook: "Sáng kiến", tdkt.TitleBook: "Danh hiệu",
	}
}

func readClosing(r *record, ex *tdkt.Exchange) {
	row, columns := tdkt.ClosingRow{Line: tdkt.Line(r.line), Year: r.year(colYear)}, bookColumns()
	for _, b := range tdkt.Books() {
		if r.ticked(columns[b]) {
			row.Closed = append(row.Closed, b)
		}
	}
	keep(r, &ex.Closings, row)
}

func readTick(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Ticks, tdkt.TickRow{
		Line: tdkt.Line(r.line), Year: r.year(colYear), Code: r.text(colCode), Title: r.title(), Need: r.text(colNeed),
		Met: choose(r, "Kết quả", met), By: r.text("Người đánh giá"), Date: r.day("Ngày"),
	})
}

func readLocal(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Locals, tdkt.LocalRow{
		Line: tdkt.Line(r.line), Year: r.year(colYear), Key: r.text("Khóa"), Value: r.text("Giá trị"),
		Document: r.text(colPaper), Date: r.day(colPaperDate), About: r.text(colPaperAbout),
	})
}

func readRegulation(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Regulations, tdkt.RegulationRow{
		Line: tdkt.Line(r.line), Number: r.text(colPaper), Signed: r.day(colPaperDate),
		First: r.year("Từ năm"), Last: r.year("Đến năm"), Text: r.lines("Nội dung"),
	})
}

func readException(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Exceptions, tdkt.ExceptionRow{
		Line: tdkt.Line(r.line), Year: r.year(colYear), Code: r.text(colCode), Title: r.title(), Need: r.text(colNeed),
		By: r.text("Người quyết định"), Document: r.text(colPaper), Date: r.day(colPaperDate), Reason: r.text(colReason),
	})
}
