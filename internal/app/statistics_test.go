package app_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// Every cut of a year adds up to the same awards: nothing is left out for what is not
// entered, and what is not entered has its own row.
func TestEveryCutHasTheSameTotals(t *testing.T) {
	a := sample(t)
	v := a.View()
	all, people := 0, 0
	for _, w := range v.Awards {
		if w.To == 2023 && !w.Revoked {
			all++
			if w.Subject.Kind == tdkt.APerson {
				people++
			}
		}
	}
	if all == 0 || people == all {
		t.Fatalf("the sample gives %d awards, %d to people", all, people)
	}
	for _, cut := range reports.Cuts() {
		s := reports.StatisticsOf(v, 2023, "", cut)
		want := all
		if cut.Personal() {
			want = people
		}
		if got := s.Total(len(s.Years) - 1); got != want {
			t.Errorf("%s: %d awards of 2023, want %d", cut, got, want)
		}
		if s.Years[0] != 2019 || len(s.Years) != 5 {
			t.Errorf("%s: years %v", cut, s.Years)
		}
	}
}

// A person whose sex is not entered is in a row that says so, at the end, and a revoked
// award counts nowhere.
func TestWhatIsNotKnownIsSaid(t *testing.T) {
	a := sample(t)
	var w tdkt.Award
	for _, x := range a.View().Awards {
		if x.To == 2023 && x.Subject.Kind == tdkt.APerson {
			w = x
		}
	}
	p, _ := a.View().Facts.Person(w.Subject.ID)
	p.Sex = ""
	if _, err := a.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	s := reports.StatisticsOf(a.View(), 2023, "", reports.CutSex)
	last := s.Rows[len(s.Rows)-1]
	if !last.Unknown || last.Label != "chưa ghi giới tính" || last.Count(4) == 0 {
		t.Fatalf("rows %+v", s.Rows)
	}
	before := reports.StatisticsOf(a.View(), 2023, "", reports.CutUnit).Total(4)
	if err := a.Change(t.Context(), "test", "Hủy", func(tx app.Tx) error {
		w.Revoked, w.Reason = true, "thử"
		return tx.Put(t.Context(), w)
	}); err != nil {
		t.Fatal(err)
	}
	if now := reports.StatisticsOf(a.View(), 2023, "", reports.CutUnit).Total(4); now != before-1 {
		t.Errorf("%d awards after a revocation of one of %d", now, before)
	}
}

// Whether somebody led is what the post says at the end of the award's year, not what is
// so today.
func TestLeaderOfTheYear(t *testing.T) {
	a := sample(t)
	v := a.View()
	i := slices.IndexFunc(v.People, func(p tdkt.Person) bool {
		return !p.Leader && len(v.PostsOf(p.ID)) == 0 && p.Start != 0 && p.Start < tdkt.Date(2019, 1, 1) && p.End == 0
	})
	p := v.People[i]
	if reports.LeaderIn(v, p, 2023) {
		t.Fatal("leads without a post")
	}
	for _, x := range []tdkt.Post{
		{Person: p.ID, From: p.Start, To: tdkt.Date(2022, 5, 31), Unit: p.Unit, Position: "Chuyên viên"},
		{Person: p.ID, From: tdkt.Date(2022, 6, 1), Unit: p.Unit, Position: "Phó Trưởng phòng", Leader: true},
	} {
		if err := a.SavePost(t.Context(), x); err != nil {
			t.Fatal(err)
		}
	}
	v = a.View()
	p, _ = v.Facts.Person(p.ID)
	if !p.Leader || reports.LeaderIn(v, p, 2021) || !reports.LeaderIn(v, p, 2022) || !reports.LeaderIn(v, p, 2023) {
		t.Errorf("leads now %v, 2021 %v, 2022 %v, 2023 %v", p.Leader, reports.LeaderIn(v, p, 2021), reports.LeaderIn(v, p, 2022), reports.LeaderIn(v, p, 2023))
	}
}

// The workbook's sheets: the cuts with charts, the five forms with their mark, the score
// sheet with what the file knows, and the rows behind the figures.
func TestExportStatistics(t *testing.T) {
	a := sample(t)
	path := filepath.Join(t.TempDir(), "thống kê.xlsx")
	if err := papers.ExportStatistics(t.Context(), a, 2023, path); err != nil {
		t.Fatal(err)
	}
	sheets := map[string]string{}
	for _, text := range strings.Split("\n"+sheettest.Read(t, path), "\n[")[1:] {
		name, rest, _ := strings.Cut(text, "]\n")
		sheets[name] = rest
	}
	for _, name := range []string{"Danh hiệu, hình thức", "Phòng, đơn vị", "Bảng chấm điểm", "Nguồn số liệu"} {
		if sheets[name] == "" {
			t.Errorf("no sheet %q among %d", name, len(sheets))
		}
	}
	for _, name := range []string{"Biểu 0601.N", "Biểu 0602.N", "Biểu 0603.N", "Biểu 0604.N", "Biểu 0605.N"} {
		if !strings.Contains(sheets[name], "Ban hành theo Thông tư số 02/2023/TT-BNV ngày 23/3/2023") || strings.Contains(sheets[name], "đối chiếu") {
			t.Errorf("%s has another head, or a note of ours:\n%v", name, sheets[name])
		}
	}
	// The awards of province and ministry decided in 2023 that the form has a column for,
	// counted from the records.
	want := 0
	for _, w := range a.View().Awards {
		level := reports.LevelOf(a.View(), w)
		counted := slices.Contains([]string{"BKT", "BKB", "CSTDT", "CSTDB", "COTINH", "COBO", "KNC"}, w.Code)
		if !w.Revoked && w.Date.Year() == 2023 && (level == "Tỉnh" || level == "Bộ") && counted {
			want++
		}
	}
	if form := sheets["Biểu 0603.N"]; want == 0 || !regexp.MustCompile(fmt.Sprintf(`(?m)^Tổng số\|01\|\|%d\b`, want)).MatchString(form) {
		t.Errorf("0603.N has no total %d:\n%s", want, form)
	}
}
