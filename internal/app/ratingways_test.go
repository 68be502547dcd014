package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/tdkt"
)

// office is an office with a room, a centre, their heads and others.
const office = "[Đơn vị]\nMã đơn vị|Tên đơn vị|Mã cấp trên|Loại\nSO|Sở||sở\nVP|Văn phòng|SO|phòng\nTT|Trung tâm|SO|trung tâm\n\n" +
	"[Nhân sự]\nMã cán bộ|Họ và tên|Ngày sinh|Mã đơn vị|Chức vụ|Đối tượng|Lãnh đạo|Ngày vào làm\n" +
	"CB001|Trần Thị Thử|01/03/1980|VP|Chuyên viên|công chức||01/01/2020\nCB002|Lê Văn Trưởng|02/03/1980|VP|Chánh Văn phòng|công chức|x|01/01/2020\n" +
	"VC001|Võ Văn Viên|03/03/1980|TT|Chuyên viên|viên chức||01/01/2020\nVC002|Hồ Thị Giám|04/03/1980|TT|Giám đốc|viên chức|x|01/01/2020\n" +
	"CB003|Đỗ Thị Mới|05/03/1980|VP|Chuyên viên|công chức||01/08/2026\n\n[Xếp loại]\nNăm|Mã|Mức|Điểm\n=2026|VP|HTT|=80\n=2026|TT|HTT|=80\n"

// wrongRatings are ratings that cannot be, or do not agree with the rules: by whom, level and
// points; refused says whether they are not taken at all, want is what is said of them.
var wrongRatings = []struct {
	reason, code string
	level        tdkt.Level
	points       string
	refused      bool
	want         string
}{
	{"HTXS at 75", "CB001", tdkt.Excellent, "75", true, "ứng với mức hoàn thành tốt"},
	{"HTXS at 89.99", "CB001", tdkt.Excellent, "89.99", true, "ứng với mức hoàn thành tốt"},
	{"HTXS at 75, public staff", "VC001", tdkt.Excellent, "75", true, "ứng với mức hoàn thành tốt"},
	{"HTT at 69.99", "CB001", tdkt.Good, "69.99", true, "ứng với mức hoàn thành nhiệm vụ"},
	{"HT at 49.99", "VC001", tdkt.Done, "49.99", true, "ứng với mức không hoàn thành"},
	{"120 points", "CB001", tdkt.Excellent, "120", true, "vượt thang 100"},
	{"100.01 points, public staff", "VC001", tdkt.Excellent, "100.01", true, "vượt thang 100"},
	{"HTXS at 75, a unit", "VP", tdkt.Excellent, "75", true, "Điều 8"},
	{"120 points, a centre", "TT", tdkt.Excellent, "120", true, "vượt thang 100"},
	{"a head above the unit", "CB002", tdkt.Excellent, "92", false, "Điều 20 khoản 6"},
	{"a head above the centre", "VC002", tdkt.Excellent, "92", false, "Điều 12 khoản 7"},
	{"a level without points", "CB001", tdkt.Excellent, "", false, "có mức mà không có điểm"},
	{"a level without points, a unit", "VP", tdkt.Excellent, "", false, "có mức mà không có điểm"},
	{"a level below its points", "CB001", tdkt.Done, "75", false, "ứng với mức hoàn thành tốt"},
	{"under six months", "CB003", tdkt.Good, "80", false, "chưa đủ 6 tháng"},
}

// TestWrongRatingsInTheWindow: typed or pasted, what cannot be is refused and nothing is
// written; what does not agree stands beside the rating and in the self-check.
func TestWrongRatingsInTheWindow(t *testing.T) {
	for _, c := range wrongRatings {
		a := open(t)
		load(t, a, office)
		who := subject(t, a, c.code)
		points := 0
		if c.points != "" {
			points = hundred(t, c.points)
		}
		err := a.SetRatings(t.Context(), 2026, []app.RatingEdit{{Subject: who, Level: c.level, Points: points}})
		got, _ := a.View().RatingOf(2026, who)
		switch {
		case c.refused && (tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(tdkt.Sentence(err, nil), c.want) || got.Level == c.level):
			t.Errorf("%s: %v, stored %+v", c.reason, err, got)
		case !c.refused && err != nil:
			t.Errorf("%s: %v", c.reason, err)
		case !c.refused && !strings.Contains(strings.Join(a.View().NotesOf(got, 0), "\n"), c.want):
			t.Errorf("%s: %v", c.reason, a.View().NotesOf(got, 0))
		}
	}
}

// TestWrongRatingsInWorkbooks: the same by the exchange workbook, of people in the data and of
// people who come with the file.
func TestWrongRatingsInWorkbooks(t *testing.T) {
	for _, fresh := range []bool{false, true} {
		for _, c := range wrongRatings {
			a := open(t)
			rows := "[Xếp loại]\nNăm|Mã|Mức|Điểm\n"
			if fresh {
				rows = strings.TrimSuffix(office, "=2026|VP|HTT|=80\n=2026|TT|HTT|=80\n")
				for _, unit := range []string{"VP", "TT"} {
					if unit != c.code {
						rows += "=2026|" + unit + "|HTT|=80\n"
					}
				}
			} else {
				load(t, a, office)
			}
			points := ""
			if c.points != "" {
				points = "=" + c.points
			} else if c.code == "VP" && !fresh {
				continue // an empty cell takes no points away
			}
			plan := preview(t, a, rows+"=2026|"+c.code+"|"+string(c.level)+"|"+points)
			list := plan.Warnings
			if c.refused {
				list = plan.Refused
			}
			said := ""
			for _, p := range list {
				if p.Sheet != tdkt.SheetRatings || p.Cell == "" {
					t.Errorf("%s: no place: %+v", c.reason, p)
				}
				said += p.Text + "\n"
			}
			if !strings.Contains(said, c.want) || c.refused != (plan.Refusal() != nil) {
				t.Errorf("%s (fresh %v): refused %v, warned %v", c.reason, fresh, plan.Refused, plan.Warnings)
			}
		}
	}
}

// TestWrongRatingsInOldRecords: the same in lists of any shape.
func TestWrongRatingsInOldRecords(t *testing.T) {
	for _, c := range wrongRatings {
		if c.points == "" || c.code == "VP" || c.code == "TT" {
			continue
		}
		a := open(t)
		load(t, a, office)
		p, _ := a.View().Facts.Person(subject(t, a, c.code).ID)
		plan := planOld(t, a, "xep loai 2026", "[Xếp loại]\nKẾT QUẢ XẾP LOẠI NĂM 2026\n\nSTT|Họ và tên|Ngày sinh|Mức xếp loại|Điểm\n=1|"+p.Name+"|"+p.Born.String()+"|"+c.level.Words()+"|="+c.points)
		said := ""
		for _, f := range plan.Facts {
			for _, d := range f.Doubts {
				said += d.Why + "\n"
			}
		}
		if !strings.Contains(said, c.want) {
			t.Errorf("%s: %q; fates %v", c.reason, said, plan.Fates)
		}
		if err := imports.WriteOld(t.Context(), a, plan); err != nil {
			t.Fatal(err)
		}
		if got, had := a.View().RatingOf(2026, subject(t, a, c.code)); c.refused && had {
			t.Errorf("%s was written: %+v", c.reason, got)
		}
	}
}

// TestWrongMarks: points of a period that cannot be are refused by the grid, the workbook and
// the room's sheet, at the number and just above it.
func TestWrongMarks(t *testing.T) {
	for _, c := range []struct {
		common, result int
		want           string // "" for right
	}{
		{3000, 7000, ""}, {3001, 6000, "tối đa 30"}, {2000, 7001, "tối đa 70"}, {0, 0, ""}, {5000, 7000, "tối đa 30"},
	} {
		a := open(t)
		load(t, a, office)
		id := subject(t, a, "CB001").ID
		err := a.SetMarks(t.Context(), 2026, []app.MarkEdit{{Person: id, Period: "T1", Score: tdkt.Score{Common: c.common, Result: c.result, Total: c.common + c.result}}})
		if c.want == "" && err != nil || c.want != "" && !strings.Contains(tdkt.Sentence(err, nil), c.want) {
			t.Errorf("%+v in the grid: %v", c, err)
		}
	}
}

func hundred(t *testing.T, text string) int {
	t.Helper()
	whole, rest, _ := strings.Cut(text, ".")
	n := 0
	for _, d := range whole + (rest + "00")[:2] {
		n = n*10 + int(d-'0')
	}
	return n
}

// TestImportOverCap: a file that breaks a cap says which, by how many and by which article;
// one that keeps it says nothing.
func TestImportOverCap(t *testing.T) {
	for best, want := range map[int]string{1: "", 2: "vượt 1"} {
		a := open(t)
		rows := "[Đơn vị]\nMã đơn vị|Tên đơn vị\nVP|Văn phòng\n\n[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Đối tượng|Ngày vào làm\n"
		ratings := "\n[Xếp loại]\nNăm|Mã|Mức|Điểm\n"
		for i := range 7 {
			code := "CB00" + string(rune('1'+i))
			rows += code + "|Trần Thị " + string(rune('A'+i)) + "|VP|công chức|01/01/2020\n"
			if i < best {
				ratings += "=2026|" + code + "|HTXS|=92\n"
			} else {
				ratings += "=2026|" + code + "|HTT|=80\n"
			}
		}
		plan := preview(t, a, rows+ratings)
		said := ""
		for _, p := range plan.Warnings {
			said += p.Text + "\n"
		}
		if want == "" && said != "" || want != "" && (!strings.Contains(said, want) || !strings.Contains(said, "Điều 20 khoản 5")) {
			t.Errorf("%d of 7 at the best level: %q", best, said)
		}
	}
}
