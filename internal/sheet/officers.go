package sheet

import "tdkt/internal/tdkt"

const (
	colBorn      = "Ngày sinh"
	colSex       = "Giới tính"
	colEducation = "Trình độ đào tạo"
	colSince     = "Làm công tác TĐKT từ"
	colFromHere  = "Tính từ ngày"
	colBureau    = "Tên tổ chức"
	colLevel     = "Cấp"
)

// officerTables are who does the work of emulation and commendation, and which organisations.
func officerTables() []table {
	return []table{
		{tdkt.SheetOfficers, []column{
			{colPerson, false, code},
			{colName, false, words},
			{colBorn, false, day},
			{colSex, false, mark},
			{colEducation, false, words},
			{colSince, false, day},
			{colFromHere, false, day},
			{colTo, false, day},
		}, readOfficer, officerCells},
		{tdkt.SheetBureaus, []column{{colBureau, true, words}, {colLevel, true, words}, {colFrom, false, day}, {colTo, false, day}}, readBureau, bureauCells},
	}
}

func readOfficer(r *record, ex *tdkt.Exchange) {
	row := tdkt.OfficerRow{
		Line: tdkt.Line(r.line), Code: r.text(colPerson), Name: r.text(colName), Sex: choose(r, colSex, sex), Education: r.text(colEducation),
		From: r.day(colFromHere), To: r.day(colTo),
	}
	row.Born, row.BornYear = r.birth(colBorn)
	row.Since, row.SinceYear = r.birth(colSince)
	if row.Code == "" && row.Name == "" {
		r.refuse(colName, "Thiếu “Họ và tên” và “Mã cán bộ”. Hãy ghi một trong hai.")
	}
	keep(r, &ex.Officers, row)
}

func officerCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Officers, func(r tdkt.OfficerRow) []any {
		return []any{r.Code, r.Name, dayOrYear(r.Born, r.BornYear), capital(r.Sex), r.Education, dayOrYear(r.Since, r.SinceYear), r.From, r.To}
	})
}

// dayOrYear is a day, or the year where only that is known.
func dayOrYear(day tdkt.Day, year int) any {
	if day == 0 && year != 0 {
		return year
	}
	return day
}

func readBureau(r *record, ex *tdkt.Exchange) {
	keep(r, &ex.Bureaus, tdkt.BureauRow{Line: tdkt.Line(r.line), Name: r.text(colBureau), Level: r.text(colLevel), From: r.day(colFrom), To: r.day(colTo)})
}

func bureauCells(ex *tdkt.Exchange) [][]any {
	return each(ex.Bureaus, func(r tdkt.BureauRow) []any { return []any{r.Name, r.Level, r.From, r.To} })
}
