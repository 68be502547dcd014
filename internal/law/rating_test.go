package law_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// The scheme follows the kind of staff and the year; where there is none a sentence
// says so, never a scheme of others.
func TestRatingSchemes(t *testing.T) {
	r := rules(t)
	for _, c := range []struct {
		staff tdkt.Employment
		year  int
		want  string // id, "" for none
	}{
		{tdkt.CivilServant, 2022, ""},
		{tdkt.CivilServant, 2023, "nd-90-2020"},
		{tdkt.CivilServant, 2025, "nd-90-2020"},
		{tdkt.CivilServant, 2026, "nd-335-2025"},
		{tdkt.PublicStaff, 2025, "nd-90-2020"},
		{tdkt.PublicStaff, 2026, "nd-233-2026"},
		{tdkt.Cadre, 2023, "nd-90-2020"},
		{tdkt.Cadre, 2026, ""},
		{tdkt.Worker, 2023, ""},
	} {
		s, err := r.RatingScheme(c.staff, c.year)
		if c.want == "" {
			if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), fmt.Sprint(c.year)) {
				t.Errorf("%s in %d: error %v, want a sentence", c.staff, c.year, err)
			}
			continue
		}
		if err != nil || s.ID != c.want {
			t.Errorf("%s in %d: %v, %v, want %s", c.staff, c.year, s, err, c.want)
		}
	}
	s, _ := r.RatingScheme(tdkt.PublicStaff, 2026)
	var points []int
	for _, l := range s.Levels {
		points = append(points, l.Points)
	}
	if diff := cmp.Diff([]int{90, 70, 50, 0}, points); diff != "" || s.Cap.Mark != "V" || s.Cap.BaseMark != "C" || s.Cap.RoundingMark != "C" {
		t.Errorf("Nghị định 233: points (-want +got)\n%s\ncap %+v", diff, s.Cap)
	}
	if old, _ := r.RatingScheme(tdkt.PublicStaff, 2023); old.Levels[0].Points != 0 || old.Cap.PercentExcellent != 0 || old.Cap.Mark != "V2" {
		t.Errorf("Nghị định 90 has no points and no 25 %%: %+v", old)
	}
}

// Points come to the level whose threshold they reach, on the number itself and one
// hundredth below it; a scheme without points says nothing.
func TestLevelForPoints(t *testing.T) {
	r := rules(t)
	s, err := r.RatingScheme(tdkt.PublicStaff, 2026)
	if err != nil {
		t.Fatal(err)
	}
	for points, want := range map[int]tdkt.Level{
		10000: tdkt.Excellent, 9000: tdkt.Excellent, 8999: tdkt.Good, 7000: tdkt.Good, 6999: tdkt.Done, 5000: tdkt.Done, 4999: tdkt.NotDone, 1: tdkt.NotDone, 0: "",
	} {
		if got, ok := s.LevelFor(points); got != want || ok != (want != "") {
			t.Errorf("%d: %q %v, want %q", points, got, ok, want)
		}
	}
	old, err := r.RatingScheme(tdkt.PublicStaff, 2023)
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := old.LevelFor(9500); ok {
		t.Errorf("2023 has no points, but 95 came to %s", got)
	}
	if s.Head == nil || s.Months == nil || s.Months.Least != 6 || s.Head.Mark != "V" || old.Head != nil || old.Months != nil {
		t.Errorf("rules for heads and months: 2026 %+v %+v, 2023 %+v %+v", s.Head, s.Months, old.Head, old.Months)
	}
}

// ratedOffice has one room of so many civil servants and public staff, of whom the
// first are rated HTXS and the others HTT.
func ratedOffice(t *testing.T, year, staff, best int, more ...string) []law.QuotaLine {
	t.Helper()
	lines := []string{"Đơn vị | SO | Sở | | 01/01/2000", "Đơn vị | P | Phòng | SO | 01/01/2000"}
	f := factsOf(t, append(lines, more...)...)
	for i := range staff {
		id := tdkt.ID(fmt.Sprintf("CB%03d", i))
		f.Snapshot.People = append(f.Snapshot.People, tdkt.Person{
			ID: id, Code: string(id), Name: "An", Unit: "u-P", Employment: tdkt.PublicStaff, Start: tdkt.Date(2010, 1, 1),
		})
		level := tdkt.Good
		if i < best {
			level = tdkt.Excellent
		}
		f.Snapshot.Ratings = append(f.Snapshot.Ratings, tdkt.Rating{Year: year, Subject: tdkt.PersonSubject(id), Level: level})
	}
	r := rules(t)
	out, err := r.RatingQuotas(law.NewFacts(f.Snapshot, r), year)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Both readings of the base, by the examples people argue with: of 24 and of 30 rated
// HTT or better. What is chosen never moves the cap.
func TestRatingQuotaReadings(t *testing.T) {
	for _, c := range []struct{ staff, best, narrow, wide int }{{24, 4, 4, 4}, {24, 9, 4, 4}, {17, 3, 2, 3}, {30, 0, 5, 6}, {30, 6, 5, 6}, {5, 1, 0, 1}, {6, 1, 1, 1}} {
		lines := ratedOffice(t, 2023, c.staff, c.best)
		if len(lines) != 1 {
			t.Fatalf("%d of %d: %d lines, want one for viên chức of the office", c.best, c.staff, len(lines))
		}
		if n := len(lines[0].Counted); n != c.staff || lines[0].Key == "" {
			t.Errorf("%d of %d: %d people counted", c.best, c.staff, n)
		}
		lines[0].Key, lines[0].Counted = "", nil
		want := law.QuotaLine{
			Title: "HTXS", Name: "Xếp loại HTXS, viên chức, Sở", Base: "số người còn xếp loại HTT", Rounding: "xuống",
			Cite: "Nghị định 48/2023/NĐ-CP; Hướng dẫn 21-HD/BTCTW năm 2019", Mark: "U", Percent: 20, BaseCount: c.staff,
			Cap: c.narrow, Chosen: c.best, Known: true,
			Other: &law.OtherReading{Base: "tổng số người xếp loại HTT và HTXS", Cap: c.wide},
		}
		if diff := cmp.Diff(want, lines[0]); diff != "" {
			t.Errorf("%d of %d: mismatch (-want +got)\n%s", c.best, c.staff, diff)
		}
	}
}

// The office may choose the reading and the rounding; a unit rated best may have 25 %
// where the decree says so, and there its own rating counts, not the Sở's.
func TestRatingQuotaSettings(t *testing.T) {
	whole := ratedOffice(t, 2023, 24, 4, "Quy định riêng | 2023 | htxs-tinh-ca-htxs | có", "Quy định riêng | 2023 | htxs-lam-tron | gần nhất")[0]
	if whole.Cap != 5 || whole.BaseCount != 24 || whole.Other.Cap != 4 || whole.Rounding != "gần nhất" {
		t.Errorf("4.8 of 24 to the nearest: %+v, other %+v", whole, whole.Other)
	}
	unit := ratedOffice(t, 2026, 30, 7, "Xếp loại | 2026 | P | HTXS")[0]
	if unit.Name != "Xếp loại HTXS, viên chức, Phòng" || unit.Percent != 25 || unit.Cap != 6 || unit.Other.Cap != 7 {
		t.Errorf("an excellent unit in 2026: %+v, other %+v", unit, unit.Other)
	}
	if other := ratedOffice(t, 2026, 30, 7, "Xếp loại | 2026 | SO | HTXS")[0]; other.Percent != 20 {
		t.Errorf("the Sở's rating is not the room's: %+v", other)
	}
	if old := ratedOffice(t, 2023, 30, 7, "Xếp loại | 2023 | SO | HTXS")[0]; old.Percent != 20 {
		t.Errorf("2023 knows no 25 %%: %+v", old)
	}
	if none := ratedOffice(t, 2022, 30, 7); len(none) != 0 {
		t.Errorf("2022 has no rating rules, yet %+v", none)
	}
	keys := map[string]bool{}
	for _, g := range rules(t).Regimes {
		for _, k := range g.LocalKeys() {
			keys[g.ID+" "+k.Key] = true
		}
	}
	for _, want := range []string{"luat-2003-2013 htxs-lam-tron", "luat-06-2022 htxs-tinh-ca-htxs", "luat-06-2026 htxs-lam-tron"} {
		if !keys[want] {
			t.Errorf("no place for the local value %s", want)
		}
	}
}

// ratingFiles are the rules without the criteria of old years, which are long and read first.
func ratingFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	dir := bookFiles(t)
	delete(dir, "criteria/2014_luat-2003-2013.toml")
	delete(dir, "criteria/2024_luat-06-2022.toml")
	return dir
}

// The least months of a year that is rated: one is a number, none is not.
func TestLeastMonthsOfARating(t *testing.T) {
	const file = "rating/2026_nd-233-2026.toml"
	for least, fine := range map[string]bool{"1": true, "0": false} {
		dir := ratingFiles(t)
		text := string(dir[file].Data)
		if !strings.Contains(text, "[months]\nleast = 6") {
			t.Fatalf("%s says no least months", file)
		}
		dir[file].Data = []byte(strings.Replace(text, "[months]\nleast = 6", "[months]\nleast = "+least, 1))
		if _, err := law.LoadFrom(dir); (err == nil) != fine || !fine && !strings.Contains(err.Error(), "least") {
			t.Errorf("least = %s: %v", least, err)
		}
	}
}

// A slip in a rating file is found at the start, with the file's name.
func TestSpoiltRatingFilesAreRefused(t *testing.T) {
	const old, staff26 = "rating/2023_nd-90-2020.toml", "rating/2026_nd-233-2026.toml"
	if _, err := law.LoadFrom(ratingFiles(t)); err != nil {
		t.Fatalf("unspoilt: %v", err)
	}
	for _, c := range []struct{ reason, file, from, to, want string }{
		{"a kind of staff nobody is", old, `"viên chức"]`, `"viên chúc"]`, "viên chúc"},
		{"two schemes for one year", old, "till = 2025", "till = 2026", "overlap"},
		{"a level too few", old, "code = \"KHT\"", "code = \"HT\"", "level \"HT\""},
		{"points out of order", staff26, "points = 70", "points = 95", "do not lie below"},
		{"a value read at the source without an article", staff26, "N233 Điều 12 khoản 1", "N233 khoản 1", "names no Điều"},
		{"a cap beyond all", staff26, "percent           = 20", "percent = 120", "percent is out of range"},
		{"a cap counted over nothing known", staff26, `"đơn vị"`, `"phòng"`, `per "phòng"`},
		{"a rounding nobody knows", old, `rounding      = "xuống"`, `rounding = "giảm"`, `rounding "giảm"`},
		{"a reading that hides how sure it is", old, `base_mark     = "U"`, "", "base_mark"},
		{"a misspelt key", old, "percent       =", "percents =", "percents"},
		{"a cap on units beyond all", staff26, "percent           = 20\npercent_excellent = 25\nfew ", "percent = 20\npercent_excellent = 15\nfew ", "unit_cap: a percent"},
		{"a cap on units for none", staff26, `["đơn vị sự nghiệp", "trung tâm"]`, "[]", "unit_cap: kinds"},
		{"a cap for few that is none", staff26, "few_cap           = 1", "few_cap = 5", "unit_cap: few_cap"},
		{"the parts without an article", staff26, "N233 Điều 7 khoản 8", "N233 khoản 8", "unit_cap: parts_cite"},
		{"the units without an article", staff26, `cite              = "N233 Điều 7 khoản 7"`, `cite = "N233 khoản 7"`, "unit_cap: "},
		{"a misspelt key of the cap on units", staff26, "few_cap  ", "few_caps ", "few_caps"},
		{"least months without a why", staff26, `why   = "Viên chức có thời gian làm việc trong năm chưa đủ 06 tháng không xếp loại chất lượng."`, `why = ""`, "head or months"},
		{"least months without an article", staff26, `cite  = "N233 Điều 14 khoản 1"`, `cite = "N233 khoản 1"`, "head or months"},
		{"a local value of no kind", old, `kind = "có hoặc không"`, `kind = "có"`, "htxs-tinh-ca-htxs"},
	} {
		dir := ratingFiles(t)
		text := string(dir[c.file].Data)
		if !strings.Contains(text, c.from) {
			t.Fatalf("%s: %s holds no %q", c.reason, c.file, c.from)
		}
		dir[c.file].Data = []byte(strings.Replace(text, c.from, c.to, 1))
		if _, err := law.LoadFrom(dir); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "rating/") {
			t.Errorf("%s: error %v, want %q and the file", c.reason, err, c.want)
		}
	}
}
