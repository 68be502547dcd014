package sheet

import (
	"slices"

	"tdkt/internal/tdkt"
)

// column is one column of the exchange workbook.
type column struct {
	name     string
	required bool
	shape    shape
}

// shape is how a column is written: its width and the format of its cells.
type shape int

const (
	code shape = iota
	words
	long
	number
	day
	mark
)

// table is one sheet of the exchange workbook: its columns in the order written,
// and how a row goes in and out.
type table struct {
	name    string
	columns []column
	read    func(*record, *tdkt.Exchange)
	rows    func(*tdkt.Exchange) [][]any
}

// The columns that several sheets share.
const (
	colYear       = "Năm"
	colCode       = "Mã"
	colPerson     = "Mã cán bộ"
	colUnit       = "Mã đơn vị"
	colTitle      = "Mã danh hiệu"
	colDecision   = "Số quyết định"
	colDate       = "Ngày quyết định"
	colFrom       = "Từ ngày"
	colTo         = "Đến ngày"
	colReason     = "Lý do"
	colPosition   = "Chức vụ"
	colLeader     = "Lãnh đạo"
	colNeed       = "Tiêu chí"
	colPaper      = "Số văn bản"
	colPaperDate  = "Ngày văn bản"
	colPaperAbout = "Trích yếu"
	colClosed     = "Ngày kết thúc"
	colInto       = "Mã đơn vị kế thừa"
	colCounts     = "Tính lịch sử"
)

// tables are the sheets in the order they are written: thirteen, and those that are
// written only where they have rows.
func tables() []table {
	all := slices.Concat(roll(), merits(), cases(), judgements(), []table{exceptionTable()}, periodTables(), passageTables(), officerTables())
	for i := range all {
		all[i] = all[i].withName()
	}
	return all
}

// optional says whether a sheet is left out of a workbook that has no row of it.
func (t table) optional() bool {
	switch t.name {
	case tdkt.SheetExceptions, tdkt.SheetPeriods, tdkt.SheetDuties, tdkt.SheetRatingFacts, tdkt.SheetRegulations, tdkt.SheetPassages, tdkt.SheetFigures,
		tdkt.SheetOfficers, tdkt.SheetBureaus:
		return true
	}
	return false
}

// spareColumns are written only where they hold something: what people and awards are told of
// in plain text, how units end, what part an author had.
func spareColumns() []column {
	out := append(textColumns(tdkt.PersonTexts(), words), textColumns(tdkt.AwardTexts()[1:], words)...)
	return append(out, column{name: colClosed}, column{name: colInto}, column{name: colCounts}, column{name: colShare}, column{name: colNotified})
}

// textColumns are the plain texts of a noun.
func textColumns[T any](list []tdkt.TextOf[T], form shape) []column {
	var out []column
	for _, t := range list {
		out = append(out, column{name: t.Label, shape: form})
	}
	return out
}

// exceptionTable is what competent persons decided beside the law.
func exceptionTable() table {
	return table{tdkt.SheetExceptions, []column{
		{colYear, true, number},
		{colCode, true, code},
		{colTitle, true, code},
		{colNeed, false, code},
		{"Người quyết định", true, words},
		{colPaper, true, code},
		{colPaperDate, true, day},
		{colReason, true, long},
	}, readException, exceptionCells}
}

// roll is who there is.
func roll() []table {
	return []table{
		{tdkt.SheetUnits, []column{
			{colUnit, true, code},
			{"Tên đơn vị", true, words},
			{"Mã cấp trên", false, code},
			{"Loại", false, code},
			{"Ngày thành lập", false, day},
			{colClosed, false, day},
			{colInto, false, code},
			{colCounts, false, mark},
		}, readUnit, unitCells},
		{tdkt.SheetPeople, append([]column{
			{colPerson, true, code},
			{"Họ và tên", true, words},
			{"Ngày sinh", false, day},
			{"Giới tính", false, mark},
			{"Số CCCD", false, code},
			{colUnit, true, code},
			{colPosition, false, words},
			{"Đối tượng", false, code},
			{colLeader, false, mark},
			{"Ngày vào làm", false, day},
			{"Ngày thôi việc", false, day},
		}, textColumns(tdkt.PersonTexts(), words)...), readPerson, personCells},
	}
}

// merits are what people and units were rated, given and recognised for.
func merits() []table {
	return []table{
		{tdkt.SheetRatings, append([]column{
			{colYear, true, number},
			{colCode, true, code},
			{"Mức", false, mark},
			{"Điểm", false, number},
			{colDecision, false, code},
			{colNotified, false, day},
		}, textColumns(tdkt.RatingTexts(), long)...), readRating, ratingCells},
		{tdkt.SheetAwards, append([]column{
			{colCode, true, code},
			{colTitle, true, code},
			{"Từ năm", true, number},
			{"Đến năm", false, number},
			{colDecision, false, code},
			{colDate, false, day},
			{"Cấp", false, code},
			{"Đã hủy", false, mark},
		}, textColumns(tdkt.AwardTexts(), words)...), readAward, awardCells},
		{tdkt.SheetInitiatives, []column{
			{colYear, true, number},
			{colPerson, true, code},
			{"Tên", true, long},
			{"Loại", false, code},
			{"Phạm vi", true, code},
			{colDecision, false, code},
			{colDate, false, day},
			{colShare, false, code},
		}, readInitiative, initiativeCells},
	}
}

// cases are discipline, open cases, leave and what is aimed at.
func cases() []table {
	return []table{
		{tdkt.SheetDisciplines, []column{
			{colPerson, true, code},
			{"Hình thức", true, words},
			{colDate, true, day},
			{colDecision, false, code},
			{colDisciplineKind, false, code},
			{colCountsIn, false, number},
		}, readDiscipline, disciplineCells},
		{tdkt.SheetHolds, []column{
			{colCode, true, code}, {colFrom, true, day}, {colTo, false, day}, {colReason, false, long},
		}, readHold, holdCells},
		{tdkt.SheetAbsences, []column{
			{colPerson, true, code}, {colFrom, true, day}, {colTo, true, day}, {colReason, true, words},
		}, readAbsence, absenceCells},
		{tdkt.SheetPledges, []column{
			{colYear, true, number}, {colCode, true, code}, {colTitle, true, code}, {"Sáng kiến", false, long},
		}, readPledge, pledgeCells},
		{tdkt.SheetClosings, []column{
			{colYear, true, number},
			{"Đăng ký", false, mark},
			{"Xếp loại", false, mark},
			{"Sáng kiến", false, mark},
			{"Danh hiệu", false, mark},
		}, readClosing, closingCells},
	}
}

// judgements are posts, what people judged, and the values set locally.
func judgements() []table {
	return []table{
		{tdkt.SheetPosts, []column{
			{colPerson, true, code},
			{colFrom, true, day},
			{colTo, false, day},
			{colUnit, true, code},
			{colPosition, false, words},
			{colLeader, false, mark},
		}, readPost, postCells},
		{tdkt.SheetTicks, []column{
			{colYear, true, number},
			{colCode, true, code},
			{colTitle, true, code},
			{colNeed, true, code},
			{"Kết quả", true, mark},
			{"Người đánh giá", false, words},
			{"Ngày", false, day},
		}, readTick, tickCells},
		{tdkt.SheetLocals, []column{
			{colYear, true, number},
			{"Khóa", true, words},
			{"Giá trị", true, code},
			{colPaper, false, code},
			{colPaperDate, false, day},
			{colPaperAbout, false, words},
		}, readLocal, localCells},
		{tdkt.SheetRegulations, []column{
			{colPaper, true, code},
			{colPaperDate, true, day},
			{"Từ năm", true, number},
			{"Đến năm", false, number},
			{"Nội dung", true, long},
		}, readRegulation, regulationCells},
	}
}

// findTable finds the table a sheet's name means.
func findTable(all []table, name string) (table, bool) {
	key := headerKey(name)
	for _, t := range all {
		if headerKey(t.name) == key {
			return t, true
		}
	}
	return table{}, false
}
