package tdkt

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Day is a calendar day written as the integer yyyymmdd, so that days compare
// with < and >. Zero means "not entered". It knows no clock and no time zone.
type Day int32

// MakeDay returns the day, or an error when the calendar does not have it.
// Years 1900 to 2100 are accepted: anything else is a typing slip.
func MakeDay(year, month, day int) (Day, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if year < 1900 || year > 2100 || t.Year() != year || int(t.Month()) != month || t.Day() != day {
		return 0, fmt.Errorf("tdkt: no such day %02d/%02d/%d", day, month, year)
	}
	return Day(year*10000 + month*100 + day), nil
}

// Date returns the day without checking it; for days known when writing the code.
func Date(year, month, day int) Day { return Day(year*10000 + month*100 + day) }

// FirstDay and LastDay are 1 January and 31 December of a year.
func FirstDay(year int) Day { return Date(year, 1, 1) }

// LastDay is 31 December of a year.
func LastDay(year int) Day { return Date(year, 12, 31) }

// DayOf is the calendar day of t in t's own zone.
func DayOf(t time.Time) Day { return Date(t.Year(), int(t.Month()), t.Day()) }

// ParseISO reads "2006-01-02"; "" gives the zero Day.
func ParseISO(s string) (Day, error) {
	if s == "" {
		return 0, nil
	}
	return parseParts(s, "-", [3]int{0, 1, 2})
}

// ParseVN reads d/m/yyyy as people write it, with /, - or . between the parts.
func ParseVN(s string) (Day, error) {
	s = strings.NewReplacer("-", "/", ".", "/").Replace(strings.TrimSpace(s))
	return parseParts(s, "/", [3]int{2, 1, 0})
}

// parseParts splits s at sep; order says where year, month and day stand.
func parseParts(s, sep string, order [3]int) (Day, error) {
	parts := strings.Split(s, sep)
	if len(parts) != 3 {
		return 0, fmt.Errorf("tdkt: %q is not a day", s)
	}
	var n [3]int
	for i, at := range order {
		v, err := strconv.Atoi(strings.TrimSpace(parts[at]))
		if err != nil {
			return 0, fmt.Errorf("tdkt: %q is not a day", s)
		}
		n[i] = v
	}
	return MakeDay(n[0], n[1], n[2])
}

// Year is the year, or 0 for the zero Day.
func (d Day) Year() int { return int(d) / 10000 }

// Month is 1 to 12, or 0 for the zero Day.
func (d Day) Month() int { return int(d) / 100 % 100 }

// DayOfMonth is 1 to 31, or 0 for the zero Day.
func (d Day) DayOfMonth() int { return int(d) % 100 }

// ISO is the form stored in the data file: "2023-12-31", "" for the zero Day.
func (d Day) ISO() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.DayOfMonth())
}

// String is the form shown to people: "31/12/2023", "" for the zero Day.
func (d Day) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.DayOfMonth(), d.Month(), d.Year())
}

// Long is the day as documents write it by Decree 30/2020: "ngày 05 tháng 3 năm 2024",
// January and February with a nought.
func (d Day) Long() string {
	month := fmt.Sprint(d.Month())
	if d.Month() <= 2 {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.DayOfMonth(), month, d.Year())
}

// Time is midnight UTC of the day, for calendar arithmetic and Excel serials.
func (d Day) Time() time.Time {
	return time.Date(d.Year(), time.Month(d.Month()), d.DayOfMonth(), 0, 0, 0, 0, time.UTC)
}

// everyMonth is the last day that each month has.
const everyMonth = 28

// inEveryMonth says whether the day is one of a month that each month has; day 0, of a
// day not entered, counts as one.
func (d Day) inEveryMonth() bool {
	return d.Month() >= 1 && d.Month() <= 12 && d.DayOfMonth() <= everyMonth
}

// DayOrYear is a day as people write it, or the year where only that is known.
func DayOrYear(day Day, year int) string {
	if day == 0 && year != 0 {
		return strconv.Itoa(year)
	}
	return day.String()
}

// Next is the following day.
func (d Day) Next() Day {
	if d.inEveryMonth() && d.DayOfMonth() < everyMonth {
		return d + 1
	}
	return DayOf(d.Time().AddDate(0, 0, 1))
}

// Prev is the day before.
func (d Day) Prev() Day {
	if d.inEveryMonth() && d.DayOfMonth() > 1 {
		return d - 1
	}
	return DayOf(d.Time().AddDate(0, 0, -1))
}

// DaysTo counts the days from one day to another; below 0 when that lies before.
func (d Day) DaysTo(other Day) int {
	const hours = 24
	return int(other.Time().Sub(d.Time()).Hours() / hours)
}

// AddMonths moves n months on; a day the target month lacks becomes its last
// day, as the Civil Code counts periods in months (Điều 148 khoản 3).
func (d Day) AddMonths(n int) Day {
	if at := d.Year()*12 + d.Month() - 1 + n; d.inEveryMonth() && at >= 0 {
		return Date(at/12, at%12+1, d.DayOfMonth())
	}
	first := time.Date(d.Year(), time.Month(d.Month()+n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date(first.Year(), int(first.Month()), min(d.DayOfMonth(), last))
}

// MonthsTo is how many times AddMonths(1) leads from one day to one not after the other,
// and where to; none when that lies before.
func (d Day) MonthsTo(other Day) (whole int, last Day) {
	for last = d; !last.inEveryMonth(); whole++ { // a short month moves the day for good
		next := last.AddMonths(1)
		if next > other {
			return whole, last
		}
		last = next
	}
	more := (other.Year()-last.Year())*12 + other.Month() - last.Month()
	if last.AddMonths(more) > other {
		more--
	}
	more = max(0, more)
	return whole + more, last.AddMonths(more)
}

// MarshalText and UnmarshalText use the ISO form, in JSON and in TOML strings.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.ISO()), nil }

// UnmarshalText reads the ISO form.
func (d *Day) UnmarshalText(b []byte) error {
	v, err := ParseISO(string(b))
	*d = v
	return err
}

// Span is a run of days; a zero end is open.
type Span struct {
	From Day `json:"from,omitzero"`
	To   Day `json:"to,omitzero"`
}

// Covers says whether the day lies in the span, both ends included.
func (s Span) Covers(d Day) bool {
	return (s.From == 0 || s.From <= d) && (s.To == 0 || d <= s.To)
}

// Overlaps says whether the two spans share a day.
func (s Span) Overlaps(o Span) bool {
	return (s.To == 0 || o.From <= s.To) && (o.To == 0 || s.From <= o.To)
}

// YearSpan is the whole calendar year.
func YearSpan(year int) Span { return Span{From: FirstDay(year), To: LastDay(year)} }
