package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// TestRoomSheets: a room's sheet goes out, is filled in as Excel does, comes back and is
// matched by its keys; the second time nothing changes; wrong lines are named.
func TestRoomSheets(t *testing.T) {
	a := open(t)
	load(t, a, "[Đơn vị]\nMã đơn vị|Tên đơn vị|Mã cấp trên\nSO|Sở|\nVP|Văn phòng|SO\n\n[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Đối tượng|Ngày vào làm|Lãnh đạo\n"+
		"CB001|Trần Thị Thử|VP|công chức|01/01/2020|\nCB002|Lê Văn Trưởng|VP|công chức|01/01/2020|x\nCB003|Võ Văn Chưa|VP|công chức|01/01/2020|\n")
	dir := t.TempDir()
	paths, err := papers.WritePeriodSheets(t.Context(), a, 2026, "T3", papers.Rooms(a.View(), 2026), dir)
	if err != nil || len(paths) != 1 {
		t.Fatalf("%v, %v", paths, err)
	}
	fill(t, paths[0], map[string][]any{
		// Trần Thị Thử: ten lines, three shares, confirmed by the head.
		"CB001": {5, 5, 2.5, 2.5, 2.5, 2, 2, 2, 2, 2, nil, 100, 90, 95},
		"CB002": {5, 5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, nil, 100, 100, 100, 100, 50, 100},
	}, map[string][2]float64{"CB001": {27.5, 66}})
	list := imports.PreviewPeriodSheets(t.Context(), a, paths)
	r := list[0]
	if r.Problem != nil || len(r.Refused) != 0 || len(r.Changed) != 2 || len(r.Empty) != 1 || r.Unit != "Văn phòng" {
		t.Fatalf("%+v, refused %v, empty %v", r, r.Refused, r.Empty)
	}
	if n, err := imports.TakePeriodSheets(t.Context(), a, list); err != nil || n != 2 {
		t.Fatalf("%d, %v", n, err)
	}
	m, _ := a.View().MarkOf(2026, subject(t, a, "CB001").ID, "T3")
	if m.State != tdkt.MarkConfirmed || m.Head != (tdkt.Score{Common: 2750, Result: 6600, Total: 9350}) || m.Self.Common != 2750 || m.Self.Result != 6650 {
		t.Errorf("confirmed: %+v", m)
	}
	m, _ = a.View().MarkOf(2026, subject(t, a, "CB002").ID, "T3")
	if m.State != tdkt.MarkSelf || m.Self != (tdkt.Score{Common: 3000, Result: 6417, Total: 9417}) {
		t.Errorf("a head's own marks: %+v", m)
	}
	again := imports.PreviewPeriodSheets(t.Context(), a, paths)[0]
	if len(again.Changed) != 0 || again.Same != 2 {
		t.Errorf("again: %+v", again)
	}
	if n, err := a.LockPeriod(t.Context(), 2026, "", "T3"); err != nil || n != 1 {
		t.Fatalf("lock: %d, %v", n, err)
	}
	fill(t, paths[0], nil, map[string][2]float64{"CB001": {28, 66}, "CB002": {31, 60}})
	refused := imports.PreviewPeriodSheets(t.Context(), a, paths)[0]
	if len(refused.Refused) != 2 || !strings.Contains(refused.Refused[0].Text, "đã khóa") || !strings.Contains(refused.Refused[1].Text, "tối đa 30") {
		t.Errorf("refused: %v", refused.Refused)
	}
	if _, err := a.UnlockPeriod(t.Context(), 2026, "", "T3", " "); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("unlocked without a reason: %v", err)
	}
	if _, err := a.UnlockPeriod(t.Context(), 2026, "", "T3", "cộng sai"); err != nil {
		t.Error(err)
	}
}

// fill types into a sheet as a person would: own marks from the first line on, then what
// the head confirms. The people stand from row 6 on by their given names.
func fill(t *testing.T, path string, own map[string][]any, head map[string][2]float64) {
	t.Helper()
	cells := map[string]any{}
	column := func(n int) string {
		if n <= 26 {
			return string(rune('A' + n - 1))
		}
		return "A" + string(rune('A'+n-27))
	}
	for code, row := range map[string]string{"CB003": "6", "CB001": "7", "CB002": "8"} {
		for k, v := range own[code] {
			if v != nil {
				cells[column(6+k)+row] = v
			}
		}
		if s, ok := head[code]; ok {
			cells[column(25)+row], cells[column(26)+row], cells[column(28)+row] = s[0], s[1], "đã xác nhận"
		}
	}
	sheettest.TypeInto(t, path, cells)
}

// TestSetMarks: points typed into the grid are held to the rules; a locked mark refuses.
func TestSetMarks(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	id := subject(t, a, "CB001").ID
	set := func(points int) error {
		return a.SetMarks(t.Context(), 2026, []app.MarkEdit{{Person: id, Period: "T1", Score: tdkt.Score{Total: points}}})
	}
	if err := set(10001); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "vượt tối đa 100") {
		t.Errorf("100,01: %v", err)
	}
	if err := set(10000); err != nil {
		t.Error(err)
	}
	if err := set(9140); err != nil {
		t.Error(err)
	}
	m, _ := a.View().MarkOf(2026, id, "T1")
	if m.Head.Total != 9140 || m.State != tdkt.MarkConfirmed {
		t.Errorf("%+v", m)
	}
	if _, err := a.LockPeriod(t.Context(), 2026, "", "T1"); err != nil {
		t.Fatal(err)
	}
	if err := set(9000); !strings.Contains(err.Error(), "đã khóa") {
		t.Errorf("locked: %v", err)
	}
}

// TestDecide: the rules propose, a person decides; another level needs a reason.
func TestDecide(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	id := subject(t, a, "CB001").ID
	var edits []app.MarkEdit
	for _, p := range tdkt.Months() {
		edits = append(edits, app.MarkEdit{Person: id, Period: p, Score: tdkt.Score{Total: 9140}})
	}
	if err := a.SetMarks(t.Context(), 2026, edits); err != nil {
		t.Fatal(err)
	}
	who := tdkt.PersonSubject(id)
	other := app.RatingEdit{Subject: who, Level: tdkt.Good}
	if err := a.SetRatings(t.Context(), 2026, []app.RatingEdit{other}); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "lý do") {
		t.Errorf("another level without a reason: %v", err)
	}
	other.Why = "vượt tỷ lệ 20%"
	if err := a.SetRatings(t.Context(), 2026, []app.RatingEdit{other}); err != nil {
		t.Error(err)
	}
	if err := a.SetRatings(t.Context(), 2026, []app.RatingEdit{{Subject: who, Level: tdkt.Excellent, Points: 7500}}); !strings.Contains(tdkt.Sentence(err, nil), "ứng với mức") {
		t.Errorf("HTXS at 75 points: %v", err)
	}
	if n, err := a.DecideProposed(t.Context(), 2026, []tdkt.ID{id}, "12/QĐ"); err != nil || n != 1 {
		t.Fatalf("%d, %v", n, err)
	}
	if got, _ := a.View().RatingOf(2026, who); got.Level != tdkt.Excellent || got.Points != 9140 || got.Decision != "12/QĐ" || got.Why != "" {
		t.Errorf("%+v", got)
	}
}

// TestPetitionDeadline: seven working days, over two week ends at the most.
func TestPetitionDeadline(t *testing.T) {
	v := open(t).View()
	for from, want := range map[tdkt.Day]tdkt.Day{
		tdkt.Date(2026, 12, 14): tdkt.Date(2026, 12, 23), // Monday
		tdkt.Date(2026, 12, 18): tdkt.Date(2026, 12, 29), // Friday
		tdkt.Date(2026, 12, 19): tdkt.Date(2026, 12, 29), // Saturday
	} {
		if got, rule, ok := v.PetitionDeadline(2026, from); !ok || got != want || rule.Days != 7 {
			t.Errorf("%s: %s %v, want %s", from, got, ok, want)
		}
	}
	if _, _, ok := v.PetitionDeadline(2024, tdkt.Date(2024, 12, 14)); ok {
		t.Error("2024 has no such rule")
	}
}

// TestUnsent: who has not sent stands among the things to be done, once a month is over.
func TestUnsent(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	load(t, a, "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Tổng\n=2026|CB001|T1|=90")
	todos := reports.UnsentPeriods(a.View(), 2026, "", tdkt.Date(2026, 3, 31))
	if len(todos) != 1 || !strings.Contains(todos[0].What, "tháng 2") || todos[0].Who != "Văn phòng (1)" || !todos[0].Late {
		t.Errorf("on the last day of March: %+v", todos)
	}
	if todos := reports.UnsentPeriods(a.View(), 2026, "", tdkt.Date(2026, 4, 1)); len(todos) != 2 {
		t.Errorf("on the first day of April: %+v", todos)
	}
	step := reports.YearSteps(t.Context(), a.View(), 2026, tdkt.Date(2026, 3, 31))[2]
	if step.Blocker != "1 phòng thiếu phiếu tháng 2" || step.At != reports.AtPeriods || step.Title != "T2" || step.Subject.ID == "" {
		t.Errorf("the step of ratings: %+v", step)
	}
}

// TestRatingForms: both forms are written for those the decree is for, with the months and
// the mean.
func TestRatingForms(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	load(t, a, "[Điểm theo kỳ]\nNăm|Mã|Kỳ|Điểm chung|Điểm kết quả\n=2026|CB001|T1|=28|=62\n=2026|CB001|T2|=27|=60")
	dir := filepath.Join(t.TempDir(), "mau")
	for kind, n := range map[string]int{papers.Form01: 2, papers.Form02: 3} {
		paths, err := papers.WriteRatingForms(t.Context(), a, 2026, kind, "T1", "", dir)
		if err != nil || len(paths) != n {
			t.Fatalf("%s: %v, %v", kind, paths, err)
		}
		for _, p := range paths {
			if s, err := os.Stat(p); err != nil || s.Size() == 0 {
				t.Errorf("%s: %v", p, err)
			}
		}
	}
	staff := subject(t, a, "CB002").ID
	paths, err := papers.WriteRatingForms(t.Context(), a, 2026, papers.Form02, "", staff, dir)
	if err != nil || len(paths) != 1 || !strings.Contains(paths[0], "mau-vien-chuc 2026") {
		t.Errorf("public staff have a sheet of their own: %v, %v", paths, err)
	}
	if _, err := papers.WriteRatingForms(t.Context(), a, 2026, papers.Form01, "T9", staff, dir); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("Decree 233 has no sheet of a month: %v", err)
	}
}
