package sheet_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tdkt/internal/sheet"
	"tdkt/internal/tdkt"
)

// full is an exchange with every field of every sheet in use, and the awkward
// values beside the plain ones.
func full() *tdkt.Exchange {
	d := tdkt.Date
	return &tdkt.Exchange{
		Units: []tdkt.UnitRow{
			{Code: "SNV", Name: "Sở Nội vụ", Kind: "sở", Founded: d(1977, 3, 1)},
			{Code: "007", Name: "Phòng Thi đua & Khen thưởng <1>", Parent: "SNV", Kind: "phòng"},
		},
		People: []tdkt.PersonRow{
			{Code: "CB001", Name: "Nguyễn Thị Ánh", Born: d(1980, 3, 5), Sex: tdkt.Female, CCCD: "072180001234", Unit: "SNV", Position: "Phó Giám đốc", Employment: tdkt.CivilServant, Leader: true, LeaderGiven: true, Start: d(2003, 12, 31), End: d(2023, 1, 1)},
			{Code: "0002", Name: "Đặng Quốc Hòa", BornYear: 1975, Sex: tdkt.Male, CCCD: "001075000012", Unit: "007", Employment: tdkt.Worker, LeaderGiven: true},
			{Code: "CB003", Name: "=SUM(A1)", Unit: "007", Employment: tdkt.Cadre},
			{Code: "_x0041_", Name: "Lê _x000D_ Văn", Unit: "007", Born: d(1910, 1, 31), Employment: tdkt.PublicStaff},
		},
		Ratings: []tdkt.RatingRow{
			{Year: 2023, Code: "CB001", Level: tdkt.Excellent, Points: 9555, Decision: "0012/QĐ-SNV", Notified: d(2023, 12, 20), Texts: tdkt.Rating{Why: "việc khó"}},
			{Year: 2023, Code: "0002", Level: tdkt.NotDone, Points: 4000},
			{Year: 2023, Code: "007", Level: tdkt.Good},
			{Year: 2022, Code: "CB003", Level: tdkt.Done, Points: 5829},
		},
		Awards: []tdkt.AwardRow{
			{Code: "CB001", Title: "CSTDCS", From: 2022, To: 2022, Decision: "01", Date: d(2023, 2, 28), Level: "Sở"},
			{Code: "007", Title: "BKT", From: 2021, To: 2022, Decision: "1234567890123456789", Date: d(1900, 2, 28), Level: "Tỉnh", Texts: tdkt.Award{Manner: "chuyên đề", Signer: "Trần Bình", Reason: "khai sai"}, Revoked: true, RevokedGiven: true},
		},
		Initiatives: []tdkt.InitiativeRow{
			{Year: 2023, Code: "CB001", Title: "Số hóa hồ sơ\u2013phần 1", Kind: tdkt.Innovation, Scope: tdkt.Base, Decision: "5/QĐ", Date: d(2023, 11, 30)},
			{Year: 2023, Code: "0002", Title: "Đề tài A", Kind: tdkt.Study, Scope: tdkt.Nation, Share: 60},
			{Year: 2023, Code: "0002", Title: "Đề tài B", Kind: tdkt.Study, Scope: tdkt.Province},
		},
		Disciplines: []tdkt.DisciplineRow{
			{Code: "CB003", Form: tdkt.PayCut, Date: d(2021, 5, 6), Decision: "7"},
			{Code: "CB003", Form: tdkt.Dismissal, Date: d(2022, 5, 6)},
		},
		Holds: []tdkt.HoldRow{{Code: "007", From: d(2023, 1, 1), To: d(2023, 2, 1), Reason: "khiếu nại"}, {Code: "CB001", From: d(2024, 1, 1)}},
		Absences: []tdkt.AbsenceRow{
			{Code: "CB001", From: d(2022, 1, 1), To: d(2022, 6, 30), Kind: "thai sản"},
		},
		Pledges:  []tdkt.PledgeRow{{Year: 2023, Code: "CB001", Title: "CSTDCS", Initiative: "Số hóa"}, {Year: 2023, Code: "007", Title: "TTLDXS"}},
		Closings: []tdkt.ClosingRow{{Year: 2022, Closed: tdkt.Books()}, {Year: 2023, Closed: []tdkt.Book{tdkt.TitleBook}}, {Year: 2024}},
		Posts:    []tdkt.PostRow{{Code: "CB001", From: d(2020, 1, 1), To: d(2022, 1, 1), Unit: "SNV", Position: "Trưởng phòng", Leader: true, LeaderGiven: true}, {Code: "CB001", From: d(2022, 1, 2), Unit: "007"}},
		Ticks:    []tdkt.TickRow{{Year: 2023, Code: "CB001", Title: "LDTT", Need: "tac-phong", Met: true, By: "Trần Bình", Date: d(2023, 12, 1)}, {Year: 2023, Code: "007", Title: "TTLDTT", Need: "noi-bo"}},
		Exceptions: []tdkt.ExceptionRow{
			{Year: 2023, Code: "CB001", Title: "CSTDCS", By: "Trần Văn Bình, Chủ tịch UBND tỉnh", Document: "05/UBND-NC", Date: d(2024, 1, 5), Reason: "lập công đặc biệt"},
			{Year: 2023, Code: "007", Title: "TTLDTT", Need: "ty-le", By: "Chủ tịch", Document: "06", Date: d(2024, 1, 6), Reason: "giải thể"},
		},
		Locals: []tdkt.LocalRow{{Year: 2024, Key: "CSTDCS.ty-le", Value: "15", Document: "12/2024/QĐ-UBND", Date: d(2024, 1, 2)}, {Year: 2024, Key: "a", Value: "0,5"}},
		Officers: []tdkt.OfficerRow{
			{Code: "CB001", Name: "Nguyễn Thị Ánh", SinceYear: 2012, From: d(2020, 1, 1), To: d(2023, 1, 1)},
			{Name: "Chuyên viên Ban TĐKT", Born: d(1990, 2, 28), Sex: tdkt.Male, Education: "Thạc sĩ", Since: d(2015, 6, 1)},
			{Name: "Lê Thị Bốn", BornYear: 1970, Sex: tdkt.Female},
		},
		Bureaus: []tdkt.BureauRow{{Name: "Ban Thi đua - Khen thưởng", Level: "Cấp ban thuộc Sở Nội vụ", From: d(2010, 1, 1)}, {Name: "Phòng Nghiệp vụ", Level: "05", To: d(2024, 12, 31)}},
	}
}

// facts leaves out what only tells where a row stood.
func facts() cmp.Options {
	return cmp.Options{
		cmpopts.IgnoreFields(tdkt.Exchange{}, "File", "Present", "Columns", "Warnings", "Names"),
		cmpopts.EquateEmpty(),
		cmp.Transformer("line", func(tdkt.Line) int { return 0 }),
	}
}

func writeFile(t *testing.T, ex *tdkt.Exchange) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Sổ 100% #1.xlsx")
	if err := sheet.WriteExchange(t.Context(), path, ex); err != nil {
		t.Fatal(err)
	}
	return path
}

// A data file and its copy must answer alike, so what is written is what is read.
func TestRoundTrip(t *testing.T) {
	for name, ex := range map[string]*tdkt.Exchange{"full": full(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			got, err := sheet.ReadExchange(t.Context(), writeFile(t, ex), nil)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(ex, got, facts()...); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			want := 13
			for _, rows := range []int{len(ex.Exceptions), len(ex.Officers), len(ex.Bureaus)} {
				if rows > 0 {
					want++ // a sheet that is written only where it has rows
				}
			}
			if len(got.Present) != want || len(got.Warnings) > 0 {
				t.Errorf("present %v, warnings %v", got.Present, got.Warnings)
			}
		})
	}
}
