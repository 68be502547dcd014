package law_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/law"
	"tdkt/internal/law/lawcase"
	"tdkt/internal/tdkt"
)

// factsOf reads the facts of a test as cases write them.
func factsOf(t *testing.T, lines ...string) *law.Facts {
	t.Helper()
	c, err := lawcase.Parse([]byte("Chuyện.\n-- dữ liệu --\n" + strings.Join(lines, "\n") + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	return law.NewFacts(c.Snapshot, rules(t))
}

// The department of the forecasts: An goes on to CSTĐ tỉnh, Bình's streak has ended,
// Chi's last year was not entered yet.
func threePeople(t *testing.T) *law.Facts {
	t.Helper()
	return factsOf(t,
		"Đơn vị | P | Phòng | | 01/01/2000",
		"Nhân sự | AN | An | P | 01/01/2015", "Nhân sự | BINH | Bình | P | 01/01/2015",
		"Nhân sự | CHI | Chi | P | 01/01/2015", "Nhân sự | DUNG | Dung | P | 01/01/2015 | 30/09/2023",
		"Nhân sự | EM | Em | P | 01/01/2015 | 30/09/2024",
		"Khen thưởng | AN | CSTDCS | 2022..2023", "Khen thưởng | AN | BKT | 2019-2020",
		"Khen thưởng | BINH | CSTDCS | 2020..2021", "Khen thưởng | BINH | CSTDCS | 2023",
		"Khen thưởng | CHI | CSTDCS | 2022",
		"Xếp loại | 2022..2023 | AN | HTXS", "Xếp loại | 2021 | AN | HTT", "Xếp loại | 2019 | AN | HTXS",
		"Sáng kiến | 2022 | AN | tỉnh | Một cửa",
		"Chốt sổ | 2015..2022 | danh hiệu", "Chốt sổ | 2022 | xếp loại, sáng kiến, đăng ký",
	)
}

// forecast asks for the end of 2023.
func forecast(t *testing.T, f *law.Facts, code string) law.Forecast {
	t.Helper()
	s, _ := f.ByCode(code)
	x, err := rules(t).Forecast(f, 2023, s)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func opening(t *testing.T, x law.Forecast, code string) law.Opening {
	t.Helper()
	i := slices.IndexFunc(x.Next, func(o law.Opening) bool { return o.Code == code })
	if i < 0 {
		t.Fatalf("%s: no forecast of %s", x.Code, code)
	}
	return x.Next[i]
}

// What the next year opens must be told apart from what waits for an old record and
// from what cannot be.
func TestForecastTellsWhatTheNextYearOpens(t *testing.T) {
	f := threePeople(t)
	for _, c := range []struct {
		reason, who, title string
		want               law.Chance
		steps              map[string]law.Chance
	}{
		{
			"two of three years given, the third may come", "AN", "CSTDT", law.Open,
			map[string]law.Chance{"cstdcs": law.Open, "sang-kien": law.Met},
		},
		{
			"the book of 2022 is closed without the title", "BINH", "CSTDT", law.Barred,
			map[string]law.Chance{"cstdcs": law.Barred, "sang-kien": law.Open},
		},
		{
			"2023 was not entered yet", "CHI", "CSTDT", law.Waits,
			map[string]law.Chance{"cstdcs": law.Waits, "sang-kien": law.Open},
		},
		{
			"a title of judgement alone is left to people", "AN", "GK", law.Judged,
			map[string]law.Chance{"thanh-tich": law.Judged},
		},
	} {
		o := opening(t, forecast(t, f, c.who), c.title)
		if o.Chance != c.want {
			t.Errorf("%s: %s for %s is %s, want %s", c.reason, c.title, c.who, o.Chance, c.want)
		}
		for _, s := range o.Paths[0].Steps {
			if want, asked := c.steps[s.Need]; asked && s.Chance != want {
				t.Errorf("%s: need %s is %s, want %s", c.reason, s.Need, s.Chance, want)
			}
		}
	}
	if o := opening(t, forecast(t, f, "AN"), "CSTDT"); o.Latest != tdkt.Date(2024, 12, 31) {
		t.Errorf("the latest day is %s, want the end of 2024", o.Latest)
	}
	if o := opening(t, forecast(t, f, "EM"), "LDTT"); o.Latest != tdkt.Date(2024, 9, 30) && o.Chance == law.Open {
		t.Errorf("the latest day of one who leaves is %s, want 30/09/2024", o.Latest)
	}
	if x := forecast(t, f, "DUNG"); len(x.Next) > 0 || !strings.Contains(x.Note, "30/09/2023") {
		t.Errorf("one who has left is told %q and %d titles", x.Note, len(x.Next))
	}
}

// A title that cannot be had in the year cannot help another in that year.
func TestForecastFollowsBarredTitles(t *testing.T) {
	f := factsOf(t,
		"Đơn vị | P | Phòng | | 01/01/2000", "Nhân sự | AN | An | P | 01/01/2010",
		"Khen thưởng | AN | HCLD3 | 2018", "Xếp loại | 2019..2023 | AN | HTXS", "Chốt sổ | 2010..2023 | tất cả")
	o := opening(t, forecast(t, f, "AN"), "HCLD2")
	why := o.Paths[0].Of(law.Barred)
	if o.Paths[0].Chance != law.Barred || len(why) != 1 || why[0].Need != "cstdt" || !strings.Contains(why[0].Seen, "năm 2024 chưa thể đạt CSTĐ cấp tỉnh") {
		t.Errorf("HCLD2 without any CSTĐ tỉnh: %s, barred by %+v", o.Paths[0].Chance, why)
	}
	f = factsOf(t,
		"Đơn vị | P | Phòng | | 01/01/2000", "Nhân sự | AN | An | P | 01/01/2010",
		"Khen thưởng | AN | HCLD3 | 2018", "Xếp loại | 2019..2023 | AN | HTXS", "Chốt sổ | 2022..2023 | tất cả")
	older := opening(t, forecast(t, f, "AN"), "HCLD2").Paths[0]
	if waits := older.Of(law.Waits); older.Chance != law.Waits || len(waits) != 1 || waits[0].Need != "cstdt" {
		t.Errorf("a CSTĐ tỉnh of 2019–2021 may lack its record: %s, waits for %+v", older.Chance, waits)
	}
	if o.Chance != law.Judged {
		t.Errorf("HCLD2 may still come by other merits: %s", o.Chance)
	}
}

// A streak says whether a year is truly missing or only its record.
func TestStreaks(t *testing.T) {
	f := threePeople(t)
	get := func(who, what string) law.Streak {
		for _, s := range forecast(t, f, who).Streaks {
			if s.What == what {
				return s
			}
		}
		t.Fatalf("%s has no streak of %s", who, what)
		return law.Streak{}
	}
	for _, c := range []struct {
		reason, who, what, want string
		years, missing          []int
		ifEntered, gap          int
	}{
		{"two years, then the first record", "AN", "CSTĐ cơ sở", "CSTĐ cơ sở: 2 năm liên tục (2022, 2023)", []int{2022, 2023}, nil, 2, 0},
		{"a closed book ends it", "BINH", "CSTĐ cơ sở", "CSTĐ cơ sở: 1 năm liên tục (2023); đứt quãng ở năm 2022", []int{2023}, nil, 1, 2022},
		{
			"the year asked about is open", "CHI", "CSTĐ cơ sở",
			"CSTĐ cơ sở: 1 năm liên tục (2022); thiếu hồ sơ năm 2023, nếu bổ sung đủ thì có 2 năm",
			[]int{2022},
			[]int{2023},
			2, 0,
		},
		{
			"a lower rating ends it", "AN", "Hoàn thành xuất sắc nhiệm vụ",
			"Hoàn thành xuất sắc nhiệm vụ: 2 năm liên tục (2022, 2023); đứt quãng ở năm 2021",
			[]int{2022, 2023},
			nil, 2, 2021,
		},
		{
			"a missing record may join what lies beyond", "AN", "Hoàn thành tốt nhiệm vụ trở lên",
			"Hoàn thành tốt nhiệm vụ trở lên: 3 năm liên tục (2021–2023); thiếu hồ sơ năm 2020, nếu bổ sung đủ thì có 5 năm",
			[]int{2021, 2022, 2023},
			[]int{2020},
			5, 0,
		},
	} {
		s := get(c.who, c.what)
		got := law.Streak{What: c.what, Years: s.Years, Missing: s.Missing, IfEntered: s.IfEntered, Gap: s.Gap}
		want := law.Streak{What: c.what, Years: c.years, Missing: c.missing, IfEntered: c.ifEntered, Gap: c.gap}
		if diff := cmp.Diff(want, got); diff != "" || s.String() != c.want {
			t.Errorf("%s: %q, mismatch (-want +got)\n%s", c.reason, s, diff)
		}
	}
	want := []law.Since{{Code: "BKT", Short: "Bằng khen tỉnh", Last: 2020, Years: 3}}
	if diff := cmp.Diff(want, forecast(t, f, "AN").Since); diff != "" {
		t.Errorf("since (-want +got)\n%s", diff)
	}
}

// A pledge that cannot come true is refused with its reasons; one that still can is not.
func TestImpossible(t *testing.T) {
	f, r := threePeople(t), rules(t)
	for _, c := range []struct {
		reason, who, title string
		year               int
		want               []string
	}{
		{"2022 is closed without CSTĐ cơ sở", "BINH", "CSTDT", 2024, []string{"cstdcs"}},
		{"2023 may still be entered", "CHI", "CSTDT", 2024, nil},
		{"the third year may still come", "AN", "CSTDT", 2024, nil},
		{"other merits may always come", "BINH", "BKT", 2024, nil},
		{"the year itself is closed", "BINH", "LDTT", 2022, []string{"xep-loai", "dang-ky"}},
	} {
		s, _ := f.ByCode(c.who)
		why, err := r.Impossible(f, c.year, s, c.title)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range why {
			got = append(got, x.Need)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: reasons (-want +got)\n%s", c.reason, diff)
		}
	}
	s, _ := f.ByCode("AN")
	if _, err := r.Impossible(f, 2013, s, "CSTDT"); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a year without rules: %v", err)
	}
	if _, err := r.Forecast(f, 2012, s); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a next year without rules: %v", err)
	}
	if _, err := r.Forecast(f, 2014, s); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("one who was not there yet: %v", err)
	}
}

// A brief forecast says the same but for what was seen, and knows which titles open for
// everyone alike.
func TestForecastBrief(t *testing.T) {
	f, r := threePeople(t), rules(t)
	s, _ := f.ByCode("AN")
	brief, err := r.ForecastBrief(f, 2023, s)
	if err != nil {
		t.Fatal(err)
	}
	full := forecast(t, f, "AN")
	for i, o := range full.Next {
		for j, p := range o.Paths {
			for k := range p.Steps {
				one := &full.Next[i].Paths[j].Steps[k]
				one.Seen, one.Rows, one.Missing = "", nil, nil
			}
		}
		if want := !slices.Contains([]string{"LDTT", "CSTDCS", "GK"}, o.Code); o.LooksBack != want {
			t.Errorf("%s looks back: %v", o.Code, o.LooksBack)
		}
		if got := o.Best(); got.Chance != o.Chance {
			t.Errorf("%s: the best path is %q, the title %q", o.Code, got.Chance, o.Chance)
		}
	}
	if diff := cmp.Diff(full, brief); diff != "" {
		t.Errorf("brief (-full +brief):\n%s", diff)
	}
}
