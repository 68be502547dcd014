package lawcase

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// RatingCode asks, in place of a title's code, what somebody's rating of the year comes to;
// PetitionCode by when a petition about it, received on the day asked for, is to be answered.
const (
	RatingCode   = "XEPLOAI"
	PetitionCode = "KIENNGHI"
)

// hundredths reads "91,4" as 9140.
func hundredths(text string) (int, error) {
	f, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64)
	if err != nil {
		return 0, fmt.Errorf("%q is no number", text)
	}
	return int(f*100 + 0.5), nil
}

// marks reads "Điểm kỳ | year | people | T1..T12 or T1, T3 | total | state".
func (r *reader) marks(c []string) error {
	years, err := list(at(c, 1))
	if err != nil {
		return err
	}
	periods, err := periodList(at(c, 3))
	if err != nil {
		return err
	}
	total, err := hundredths(at(c, 4))
	state := tdkt.MarkState(at(c, 5))
	if state == "" {
		state = tdkt.MarkConfirmed
	}
	for _, y := range years {
		for _, code := range codes(at(c, 2)) {
			for _, p := range periods {
				m := tdkt.PeriodMark{
					ID: tdkt.ID(fmt.Sprintf("m-%d-%s-%s", y, code, p)), Year: y, Person: tdkt.ID(code), Period: p, State: state,
				}
				if state.Counts() {
					m.Head.Total = total
				} else {
					m.Self.Total = total
				}
				r.s.Marks = append(r.s.Marks, m)
			}
		}
	}
	return err
}

// periodList reads periods: "T1..T12" for each of them, "T1, T3".
func periodList(text string) ([]tdkt.Period, error) {
	var out []tdkt.Period
	for _, part := range strings.Split(text, ",") {
		first, last, ranged := strings.Cut(strings.TrimSpace(part), "..")
		if !ranged {
			last = first
		}
		on := false
		for _, p := range tdkt.Periods() {
			on = on || string(p) == first
			if on {
				out = append(out, p)
			}
			if string(p) == last {
				break
			}
		}
		if !on {
			return nil, fmt.Errorf("%q is no period", part)
		}
	}
	return out, nil
}

// duty reads "Nhóm | people | name | from year".
func (r *reader) duty(c []string) error {
	from := 0
	var err error
	if at(c, 3) != "" {
		from, err = strconv.Atoi(at(c, 3))
	}
	for _, code := range codes(at(c, 1)) {
		r.s.Duties = append(r.s.Duties, tdkt.Duty{Person: tdkt.ID(code), Group: at(c, 2), From: from})
	}
	return err
}

// ratingFact reads "Căn cứ | year | subject | key | có, không or a share".
func (r *reader) ratingFact(c []string) error {
	years, err := list(at(c, 1))
	if err != nil {
		return err
	}
	value := 0
	switch at(c, 4) {
	case "có":
		value = 1
	case "không":
	default:
		value, err = hundredths(at(c, 4))
	}
	for _, y := range years {
		r.s.RatingFacts = append(r.s.RatingFacts, tdkt.RatingFact{Year: y, Subject: r.subject(at(c, 2)), Key: at(c, 3), Value: value})
	}
	return err
}

// work reads "Việc | year | person | period | name | weight | assigned | done | good | on time
// | returned | late".
func (r *reader) work(c []string) error {
	w := tdkt.WorkItem{Person: tdkt.ID(at(c, 2)), Period: tdkt.Period(at(c, 3)), Name: at(c, 4)}
	var errs []error
	number := func(i int) int {
		n, err := hundredths(at(c, i))
		errs = append(errs, err)
		return n
	}
	year, err := strconv.Atoi(at(c, 1))
	errs = append(errs, err)
	w.Year, w.Weight, w.Assigned, w.Done, w.Good, w.OnTime = year, number(5), number(6), number(7), number(8), number(9)
	w.Returned, w.Late = number(10)/100, number(11)/100
	r.items = append(r.items, w)
	return errors.Join(errs...)
}
