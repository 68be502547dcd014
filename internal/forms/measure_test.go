package forms

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// The longest things that are written in such papers.
const (
	longOffice = "BAN QUẢN LÝ KHU KINH TẾ, CÁC KHU CÔNG NGHIỆP VÀ KHU CÔNG NGHỆ CAO TỈNH BÀ RỊA – VŨNG TÀU"
	longUnit   = "Phòng Quản lý đầu tư, quy hoạch, xây dựng, tài nguyên và môi trường các khu công nghiệp, khu chế xuất phía Nam"
	longTitle  = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh về thành tích xuất sắc trong phong trào thi đua chuyên đề “Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở” giai đoạn 2019 - 2025 trên địa bàn tỉnh"
)

// longName is a name of 390 letters.
func longName() string { return string([]rune(strings.Repeat("Công Tằng Tôn Nữ ", 24))[:390]) }

// extreme is a department with the longest names there are: three hundred people, a title of
// two hundred letters, as many titles as a matrix may have, a name of 390 letters.
func extreme() *dossier.Submission {
	s := longFixture()
	s.Org.Issuer = longOffice
	for i := range s.Titles {
		if s.Titles[i].Code == "BKT" {
			was := s.Titles[i]
			s.Titles[i].Name = longTitle
			retitle(s, was, s.Titles[i])
		}
	}
	for i := range 6 {
		s.Titles = append(s.Titles, titleOf(tdkt.APerson, fmt.Sprintf("HC%d", i), fmt.Sprintf("Huân chương Lao động hạng Ba lần thứ %d", i), fmt.Sprintf("HCLĐ hạng %d", i), "danh hiệu", "Nhà nước", false))
	}
	pledge := s.Pledges[len(s.Pledges)-1]
	for i := range 300 {
		p := pledge
		p.Who = s.Nominees[len(s.Nominees)-1-i].Who
		p.Position = "Phó Trưởng phòng phụ trách kiêm Chủ tịch Công đoàn cơ sở"
		p.Titles = []string{"LDTT", "CSTDCS", "HC1"}
		if i%50 == 0 {
			p.Initiatives = []string{longTitle, longUnit}
		}
		s.Pledges = append(s.Pledges, p)
		s.Results = append(s.Results, dossier.ResultRow{Who: p.Who, Level: tdkt.Excellent, Points: 9555, Decision: "1234567/QĐ-BQLKKTCKCN-VP"})
	}
	s.Initiatives[0].Title, s.Initiatives[0].UsedFor = longTitle, longTitle
	for i := range 4 {
		s.Initiatives[0].Authors = append(s.Initiatives[0].Authors, dossier.Author{Who: s.Nominees[len(s.Nominees)-1-i].Who, Share: 5})
	}
	s.Quotas = []law.QuotaLine{{Title: "CSTDCS", Name: "Chiến sĩ thi đua cơ sở", Base: longUnit, Rounding: "xuống", Cite: longTitle, Mark: "V2", Percent: 15, BaseCount: 12345, Cap: 1851, Chosen: 300, Known: true}, {Name: longTitle}}
	for _, n := range s.Nominees[:6] {
		s.Papers = append(s.Papers, dossier.PaperRow{
			Who: n.Who, Title: n.Title, Nomination: n.Nomination, Paper: law.Paper{Name: longTitle, Cite: longUnit},
			Files: []tdkt.Attachment{{Name: strings.ReplaceAll(longUnit, " ", "_") + ".pdf"}},
		})
		s.Trend = append(s.Trend, dossier.TrendRow{Who: n.Who, Title: n.Title, Year: 2023, Manner: "Công trạng và thành tích đạt được", Award: tdkt.Award{Decision: "1234567/QĐ-BQLKKTCKCN-VP", Date: tdkt.Date(2023, 12, 28)}})
	}
	s.Checks = append(s.Checks, dossier.Check{About: longName(), Text: longTitle + "; " + longUnit})
	return s
}

// retitle puts a title in the place of another everywhere.
func retitle(s *dossier.Submission, was, now dossier.Title) {
	for i := range s.Nominees {
		if s.Nominees[i].Title == was {
			s.Nominees[i].Title = now
		}
	}
	for i := range s.Bonuses {
		if s.Bonuses[i].Title == was {
			s.Bonuses[i].Title = now
		}
	}
	for i := range s.Verdicts {
		if s.Verdicts[i].Title == was {
			s.Verdicts[i].Title = now
		}
	}
	for i := range s.Counts {
		if s.Counts[i].Title == was {
			s.Counts[i].Title = now
		}
	}
}

// emptyKind is a department that puts nobody forward but one unit, of one member.
func emptyKind() *dossier.Submission {
	s := fixture()
	var units []dossier.Nominee
	for _, n := range s.Nominees {
		if n.Subject.Kind == tdkt.AUnit {
			units = append(units, n)
		}
	}
	s.Nominees, s.Bonuses, s.Initiatives, s.Given = units[:1], nil, nil, nil
	return s
}

// Every cell of every workbook of a folder holds its text, no number or day is shown as
// ###, no row is twice as high as its words or most of a page, and all prints readably,
// whatever the names.
func TestEveryCellHoldsItsText(t *testing.T) {
	for name, write := range map[string]func(testing.TB) (string, *dossier.Submission){
		"short": func(tb testing.TB) (string, *dossier.Submission) { tb.Helper(); return writeFixture(tb), fixture() },
		"empty kind": func(tb testing.TB) (string, *dossier.Submission) {
			tb.Helper()
			return sharedFolder(tb, "empty kind", func(testing.TB) *dossier.Submission { return emptyKind() })
		},
		"long": extremeFolder, "sample": sampleFolder,
	} {
		t.Run(name, func(t *testing.T) {
			dir, s := write(t)
			for _, book := range books(s) {
				for _, fault := range sheettest.MeasureBook(t, open(t, filepath.Join(dir, book+".xlsx"))) {
					t.Errorf("%s: %s", book, fault)
				}
			}
			// The sheets of the other forms stand in the workbooks of the house.
			for _, form := range []Form{Nominations, Ballots} {
				path := filepath.Join(t.TempDir(), string(form)+".xlsx")
				if err := Write(t.Context(), path, form, s); err != nil {
					t.Fatal(err)
				}
				for _, fault := range sheettest.MeasureBook(t, open(t, path)) {
					t.Errorf("%s: %s", form, fault)
				}
			}
		})
	}
}
