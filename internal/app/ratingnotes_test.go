package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// rated2026 has a head rated above the unit, a newcomer of three months, and points
// that do not fit a level.
const rated2026 = `[Đơn vị]
Mã đơn vị|Tên đơn vị
TT|Trung tâm
[Nhân sự]
Mã cán bộ|Họ và tên|Mã đơn vị|Đối tượng|Lãnh đạo|Ngày vào làm
CB001|Lê Văn Hai|TT|Viên chức|x|01/02/2010
CB002|Trần Thị Ba|TT|Viên chức||01/10/2026
CB003|Đỗ Thị Tư|TT|Công chức||01/02/2010
CB004|Lý Văn Năm|TT|Viên chức||01/07/2026
[Xếp loại]
Năm|Mã|Mức|Điểm
2026|TT|HTT|
2026|CB001|HTXS|95
2026|CB002|HTT|75
2026|CB003|HTT|92,5
2026|CB004|HT|55
2025|CB001|HTXS|60
`

// TestRatingNotes: what does not agree is said with its article, what was read second
// hand says so, and a year without such rules says nothing.
func TestRatingNotes(t *testing.T) {
	a := open(t)
	load(t, a, rated2026)
	v := a.View()
	for _, tt := range []struct {
		code string
		year int
		want string // of the only note, "" for none
	}{
		{"CB001", 2026, "cao hơn mức của Trung tâm (hoàn thành tốt nhiệm vụ): Nghị định 233/2026/NĐ-CP Điều 12 khoản 7"},
		{"CB002", 2026, "chưa đủ 6 tháng"},
		{"CB003", 2026, "92,5 điểm ứng với mức hoàn thành xuất sắc nhiệm vụ: Nghị định 335/2025/NĐ-CP Điều 20 khoản 1"},
		{"CB004", 2026, ""},
		{"CB001", 2025, ""},
	} {
		s, err := v.FindSubject(tt.code)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := v.Facts.Person(s.ID)
		r, _ := v.RatingOf(tt.year, s)
		got := v.RatingNotes(p, r)
		if tt.want == "" && len(got) == 0 {
			continue
		}
		if len(got) != 1 || tt.want == "" || !strings.Contains(got[0], tt.want) {
			t.Errorf("%s %d: %q, want %q", tt.code, tt.year, got, tt.want)
		}
	}
	if p := v.People[0]; v.PointsScheme(p, 2025) != nil || v.PointsScheme(p, 2026) == nil {
		t.Errorf("points: 2025 %v, 2026 %v", v.PointsScheme(p, 2025), v.PointsScheme(tdkt.Person{}, 2026))
	}
}
