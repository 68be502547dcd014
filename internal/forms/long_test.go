package forms

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// longFixture is a department with the longest names there are, a title of two hundred
// letters, and three hundred people put forward.
func longFixture() *dossier.Submission {
	s := fixture()
	s.Org.Superior = "ỦY BAN NHÂN DÂN TỈNH BÀ RỊA – VŨNG TÀU"
	s.Org.Issuer = "BAN QUẢN LÝ KHU KINH TẾ, CÁC KHU CÔNG NGHIỆP VÀ KHU CÔNG NGHỆ CAO TỈNH BÀ RỊA – VŨNG TÀU"
	s.Org.Place = "Bà Rịa – Vũng Tàu"
	first := s.Nominees[len(s.Nominees)-1]
	for i := range 300 {
		n := first
		n.Code = fmt.Sprintf("CB%03d", 100+i)
		n.Subject = tdkt.PersonSubject(tdkt.ID(fmt.Sprintf("q%d", i)))
		n.Name = fmt.Sprintf("Công Tằng Tôn Nữ Thị Huyền Trân Người Thứ %d", i)
		if i == 7 {
			n.Name = longName()
		}
		n.Unit = "Phòng Quản lý đầu tư, quy hoạch, xây dựng và môi trường các khu công nghiệp phía Nam"
		s.Nominees = append(s.Nominees, n)
		s.Bonuses = append(s.Bonuses, dossier.BonusRow{Who: n.Who, Title: n.Title, Paid: 1_234_560_000})
	}
	return s
}

// Numbers and days are never shown as ###, in any column of any workbook, and no row is
// higher than a page.
func TestLongNamesAndManyPeople(t *testing.T) {
	dir, s := extremeFolder(t)
	r := newRuler()
	checkHeadings(t, dir, s)
	for _, name := range books(s) {
		f := open(t, filepath.Join(dir, name+".xlsx"))
		for _, sheet := range f.GetSheetList() {
			merged := map[string]bool{}
			for _, m := range must(f.GetMergeCells(sheet, true)) {
				merged[m.GetStartAxis()] = true
			}
			eachCell(t, f, sheet, func(cell, value string) {
				col, row, _ := excelize.CellNameToCoordinates(cell)
				if high := must(f.GetRowHeight(sheet, row)); high > 400 {
					t.Fatalf("%s, %s: row %d is %.0f points high", name, sheet, row, high)
				}
				if merged[cell] || strings.Trim(value, "0123456789.,/%-") != "" || value == "" {
					return
				}
				letters, _ := excelize.ColumnNumberToName(col)
				wide := must(f.GetColWidth(sheet, letters)) * mmPerUnit * pointsPerMM
				if need := r.points(value, sizeFine, false); need > wide {
					t.Errorf("%s, %s!%s: %q needs %.0f points, the column has %.0f", name, sheet, cell, value, need, wide)
				}
			})
		}
	}
}

// checkHeadings holds that the quốc hiệu and the date stand on one line, whatever the names.
func checkHeadings(t *testing.T, dir string, s *dossier.Submission) {
	t.Helper()
	seen := 0
	for _, name := range books(s) {
		f := open(t, filepath.Join(dir, name+".xlsx"))
		for _, sheet := range f.GetSheetList() {
			for _, m := range must(f.GetMergeCells(sheet)) {
				switch value := m.GetCellValue(); {
				case value == nationName:
					seen++
					checkOneLine(t, f, sheet, m, sizeSmall, true)
				case strings.HasPrefix(value, s.Org.Place+", ngày"):
					checkOneLine(t, f, sheet, m, sizeBody, false)
				}
			}
		}
	}
	if seen < 8 {
		t.Errorf("only %d headings were looked at", seen)
	}
}

func checkOneLine(t *testing.T, f *excelize.File, sheet string, m excelize.MergeCell, size float64, bold bool) {
	t.Helper()
	from, _, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
	to, _, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
	wide := 0.0
	for c := from; c <= to; c++ {
		letters, _ := excelize.ColumnNumberToName(c)
		wide += must(f.GetColWidth(sheet, letters)) * mmPerUnit * pointsPerMM
	}
	if need := newRuler().points(m.GetCellValue(), size, bold); need > wide {
		t.Errorf("%s: %q needs %.0f points and has %.0f", sheet, m.GetCellValue(), need, wide)
	}
}
