package tdkt

import (
	"encoding/json"
	"testing"
	"time"
)

// TestParseDay: people write days in several ways; days the calendar does not have
// are errors, never the next day.
func TestParseDay(t *testing.T) {
	tests := []struct {
		text string
		want Day // 0: refused
	}{
		{"31/12/2023", 20231231},
		{" 1/2/2020 ", 20200201},
		{"01-02-2020", 20200201},
		{"29.02.2024", 20240229},
		{"29/02/2023", 0},
		{"31/04/2020", 0},
		{"00/01/2020", 0},
		{"12/13/2020", 0},
		{"1/1/20", 0},
		{"2020", 0},
		{"", 0},
		{"1/1/2020/5", 0},
		{"a/b/c", 0},
	}
	for _, tt := range tests {
		got, err := ParseVN(tt.text)
		if got != tt.want || (err != nil) != (tt.want == 0) {
			t.Errorf("ParseVN(%q) = %d, %v; want %d", tt.text, got, err, tt.want)
		}
	}
}

// TestAddMonths: a day the target month lacks becomes its last day (Civil Code,
// Điều 148 khoản 3): it must neither run over into the next month nor lose a year.
func TestAddMonths(t *testing.T) {
	tests := []struct {
		from   Day
		months int
		want   Day
	}{
		{Date(2023, 3, 1), 10, Date(2024, 1, 1)},
		{Date(2023, 3, 2), 10, Date(2024, 1, 2)},
		{Date(2023, 1, 31), 1, Date(2023, 2, 28)},
		{Date(2024, 1, 31), 1, Date(2024, 2, 29)},
		{Date(2023, 1, 31), 10, Date(2023, 11, 30)},
		{Date(2013, 12, 31), 120, Date(2023, 12, 31)},
		{Date(2012, 2, 29), 120, Date(2022, 2, 28)},
		{Date(2023, 5, 15), -5, Date(2022, 12, 15)},
	}
	for _, tt := range tests {
		if got := tt.from.AddMonths(tt.months); got != tt.want {
			t.Errorf("%s + %d months = %s, want %s", tt.from, tt.months, got, tt.want)
		}
	}
}

// TestDayForms: the stored form, the shown form and JSON say the same day; a day not
// entered is empty in all of them.
// Whole months and neighbours are those that counting one by one gives, for every kind of
// day: the last ones of months, leap days, days not entered.
func TestMonthsOneByOne(t *testing.T) {
	days := []Day{0, Date(1900, 1, 1), Date(2100, 12, 31)}
	for d := Date(2019, 11, 20); d < Date(2021, 4, 5); d = DayOf(d.Time().AddDate(0, 0, 1)) {
		days = append(days, d)
		if next := d.Next(); next != DayOf(d.Time().AddDate(0, 0, 1)) || next.Prev() != d {
			t.Fatalf("after %s comes %s, before that %s", d, next, next.Prev())
		}
	}
	for _, from := range days {
		for _, to := range days {
			want, last := 0, from
			for last.AddMonths(1) <= to {
				want, last = want+1, last.AddMonths(1)
			}
			if n, at := from.MonthsTo(to); n != want || at != last {
				t.Fatalf("%s to %s: %d months to %s, one by one %d to %s", from, to, n, at, want, last)
			}
		}
	}
}

func TestDayForms(t *testing.T) {
	d := DayOf(time.Date(2023, 12, 31, 23, 59, 0, 0, time.FixedZone("+07", 7*3600)))
	if d.ISO() != "2023-12-31" || d.String() != "31/12/2023" || d.Next() != Date(2024, 1, 1) {
		t.Errorf("day = %s %s next %s", d.ISO(), d, d.Next())
	}
	for _, want := range []Day{d, 0} {
		text, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got Day
		if err := json.Unmarshal(text, &got); err != nil || got != want {
			t.Errorf("JSON %s = %d, %v; want %d", text, got, err, want)
		}
	}
}

// TestSpan: both ends belong to a span; an open end never ends.
func TestSpan(t *testing.T) {
	year := YearSpan(2023)
	tests := []struct {
		name     string
		span     Span
		overlaps bool
	}{
		{"left on New Year's Eve", Span{To: Date(2022, 12, 31)}, false},
		{"left on 1 January", Span{To: Date(2023, 1, 1)}, true},
		{"came on 31 December", Span{From: Date(2023, 12, 31)}, true},
		{"came on 1 January after", Span{From: Date(2024, 1, 1)}, false},
		{"nothing known", Span{}, true},
	}
	for _, tt := range tests {
		if got := tt.span.Overlaps(year); got != tt.overlaps {
			t.Errorf("%s: overlaps = %v", tt.name, got)
		}
	}
	if !year.Covers(FirstDay(2023)) || !year.Covers(LastDay(2023)) || year.Covers(FirstDay(2024)) {
		t.Error("the ends of a year")
	}
}
