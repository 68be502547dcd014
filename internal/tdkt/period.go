package tdkt

import (
	"slices"
	"strconv"
	"strings"
)

// Period (kỳ theo dõi, đánh giá) is a month, T1 to T12, or a quarter, Q1 to Q4, of a year.
type Period string

// Months lists the twelve months in order.
func Months() []Period { return periods("T", 12) }

// Quarters lists the four quarters in order.
func Quarters() []Period { return periods("Q", 4) }

// Periods lists months, then quarters.
func Periods() []Period { return append(Months(), Quarters()...) }

func periods(letter string, n int) []Period {
	out := make([]Period, n)
	for i := range out {
		out[i] = Period(letter + strconv.Itoa(i+1))
	}
	return out
}

// ParsePeriod reads a period as people write it: T3, Tháng 03, 3 (a month), Q2, Quý II;
// false for anything else.
func ParsePeriod(text string) (Period, bool) {
	s := strings.ReplaceAll(Fold(text), " ", "")
	quarter := strings.HasPrefix(s, "q")
	for _, word := range []string{"thang", "quy", "t", "q"} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			s = rest
			break
		}
	}
	s = strings.TrimLeft(s, "0.")
	if n := slices.Index([]string{"i", "ii", "iii", "iv"}, s); quarter && n >= 0 {
		s = strconv.Itoa(n + 1)
	}
	p := Period("T" + s)
	if quarter {
		p = Period("Q" + s)
	}
	return p, p.Known()
}

// Known says whether the period is one of T1 to T12 and Q1 to Q4.
func (p Period) Known() bool { return p.place() > 0 }

// place is 1 to 12 for months, 13 to 16 for quarters, 0 for anything else.
func (p Period) place() int {
	if len(p) < 2 || len(p) > 3 || p[1] == '0' {
		return 0
	}
	n, err := strconv.Atoi(string(p[1:]))
	switch {
	case err != nil || n < 1:
		return 0
	case p[0] == 'T' && n <= 12:
		return n
	case p[0] == 'Q' && n <= 4:
		return 12 + n
	}
	return 0
}

// IsQuarter says whether the period is a quarter.
func (p Period) IsQuarter() bool { return p.place() > 12 }

// Months are the first and last month of the period; 0, 0 for an unknown one.
func (p Period) Months() (first, last int) {
	switch n := p.place(); {
	case n == 0:
		return 0, 0
	case n > 12:
		return 3*(n-12) - 2, 3 * (n - 12)
	default:
		return n, n
	}
}

// Span is the days of the period in a year.
func (p Period) Span(year int) Span {
	first, last := p.Months()
	if first == 0 {
		return Span{}
	}
	from := Date(year, first, 1)
	return Span{From: from, To: Date(year, last, 1).AddMonths(1).Prev()}
}

// Words is the period in the middle of a sentence: "tháng 3", "quý II".
func (p Period) Words() string {
	first, last := p.Months()
	switch {
	case first == 0:
		return string(p)
	case p.IsQuarter():
		return "quý " + []string{"I", "II", "III", "IV"}[last/3-1]
	}
	return "tháng " + strconv.Itoa(first)
}

// ComparePeriods puts months before quarters, each in order.
func ComparePeriods(a, b Period) int { return a.place() - b.place() }

// MarkState is how far the sheet of a period has come.
type MarkState string

// The states of a PeriodMark, as stored.
const (
	MarkUnsent    MarkState = "chưa gửi"
	MarkSelf      MarkState = "tự chấm"
	MarkConfirmed MarkState = "đã xác nhận"
	MarkLocked    MarkState = "khóa"
)

// MarkStates lists the states in order.
func MarkStates() []MarkState { return []MarkState{MarkUnsent, MarkSelf, MarkConfirmed, MarkLocked} }

// Counts says whether the head has confirmed the mark, so that it counts in a mean.
func (s MarkState) Counts() bool { return s == MarkConfirmed || s == MarkLocked }

// Score is common points, result points and their total, in hundredths. A total that came
// alone has no parts.
type Score struct {
	Common int `json:"common,omitzero"`
	Result int `json:"result,omitzero"`
	Total  int `json:"total,omitzero"`
}

// HasParts says whether the total is made of its parts.
func (s Score) HasParts() bool { return s.Common != 0 || s.Result != 0 }

// CommonLines is how many lines the common criteria have in Mẫu số 01.
const CommonLines = 10

// PeriodMark (điểm theo kỳ) is what one person was given for a month or a quarter. By its
// State it holds nothing yet, the person's own marks, or the head's too.
type PeriodMark struct {
	ID     ID                 `json:"id"`
	Year   int                `json:"year"`
	Person ID                 `json:"person"`
	Period Period             `json:"period"`
	State  MarkState          `json:"state"`
	Self   Score              `json:"self,omitzero"`
	Head   Score              `json:"head,omitzero"`
	Lines  [CommonLines]int16 `json:"lines,omitzero"`  // the person's own common marks, in hundredths
	Shares [6]int16           `json:"shares,omitzero"` // a, b, c and of a head d, đ, e, in hundredths of a per cent
	Note   string             `json:"note,omitzero"`
	By     string             `json:"by,omitzero"` // who confirmed
	Date   Day                `json:"date,omitzero"`
}

// WorkItem (việc được giao) is one kind of product that a person was given in a period, as
// the office's list of converted products has it. Numbers are hundredths.
type WorkItem struct {
	ID       ID     `json:"id"`
	Year     int    `json:"year"`
	Person   ID     `json:"person"`
	Period   Period `json:"period"`
	Name     string `json:"name"`
	Weight   int    `json:"weight"` // standard units one product comes to
	Assigned int    `json:"assigned"`
	Done     int    `json:"done"`
	Good     int    `json:"good"`              // done and good enough
	OnTime   int    `json:"on_time"`           // done in time
	Returned int    `json:"returned,omitzero"` // times, not hundredths, sent back as not good enough
	Late     int    `json:"late,omitzero"`     // times late
}

// Duty (nhóm nhiệm vụ) says with whom a person has similar duties from a year on.
type Duty struct {
	ID     ID     `json:"id"`
	Person ID     `json:"person"`
	Group  string `json:"group"`
	From   int    `json:"from"` // 0: always
}

// RatingFact (căn cứ xếp loại) is a fact that the rules of rating ask for by its key: a
// share of tasks in hundredths of a per cent, or 1 and 0 for yes and no.
type RatingFact struct {
	ID       ID      `json:"id"`
	Year     int     `json:"year"`
	Subject  Subject `json:"subject"`
	Key      string  `json:"key"`
	Value    int     `json:"value"`
	Document string  `json:"document,omitzero"`
	Date     Day     `json:"date,omitzero"`
}

// The nouns of rating by periods.
const (
	NounPeriodMark Noun = "period_mark"
	NounWorkItem   Noun = "work_item"
	NounDuty       Noun = "duty"
	NounRatingFact Noun = "rating_fact"
)

// Noun is the kind of record.
func (r PeriodMark) Noun() Noun { return NounPeriodMark }

// RecordID is the key.
func (r PeriodMark) RecordID() ID { return r.ID }

// Noun is the kind of record.
func (r WorkItem) Noun() Noun { return NounWorkItem }

// RecordID is the key.
func (r WorkItem) RecordID() ID { return r.ID }

// Noun is the kind of record.
func (r Duty) Noun() Noun { return NounDuty }

// RecordID is the key.
func (r Duty) RecordID() ID { return r.ID }

// Noun is the kind of record.
func (r RatingFact) Noun() Noun { return NounRatingFact }

// RecordID is the key.
func (r RatingFact) RecordID() ID { return r.ID }

// PeriodRow is a row of the sheet Điểm theo kỳ. Total is there where its cell held
// something, or both parts did.
type PeriodRow struct {
	Line
	Year                               int
	Code                               string
	Period                             Period
	Common, Result, Total              int
	CommonGiven, ResultGiven, HasTotal bool
	State                              MarkState
}

// DutyRow is a row of the sheet Nhóm nhiệm vụ.
type DutyRow struct {
	Line
	Code, Group string
	From        int
}

// RatingFactRow is a row of the sheet Căn cứ xếp loại.
type RatingFactRow struct {
	Line
	Year     int
	Code     string
	Key      string
	Value    int
	Words    string // the value as it is written: có, không, 95
	Document string
	Date     Day
}

// The sheets of rating by periods; written only where they have rows.
const (
	SheetPeriods     = "Điểm theo kỳ"
	SheetDuties      = "Nhóm nhiệm vụ"
	SheetRatingFacts = "Căn cứ xếp loại"
	SheetWork        = "Danh sách việc" // the second part of a room's sheet
)

// DisciplineKind (loại kỷ luật) says by whom a discipline was decided; "" where that was
// not entered.
type DisciplineKind string

// The kinds, as stored.
const (
	ByParty DisciplineKind = "đảng"
	ByState DisciplineKind = "chính quyền"
)

// DisciplineKinds lists the kinds in the order shown.
func DisciplineKinds() []DisciplineKind { return []DisciplineKind{ByState, ByParty} }
