package backup

import (
	"fmt"
	"slices"
	"time"
)

// Copy is one copy of a data file, by its name and the moment in it.
type Copy struct {
	Name string
	At   time.Time
}

// Fate is what becomes of a copy, and why, in Vietnamese.
type Fate struct {
	Copy
	Keep bool
	Why  string
}

// How many copies are kept: the last one of as many days, weeks and months that have any.
const (
	days   = 7
	weeks  = 4
	months = 12
)

// Rotate decides what becomes of the copies of one file, newest first. Of a day, a
// week, a month the last copy counts. The copy named proven, the last known to be
// whole, and the newest are kept whatever their age.
func Rotate(copies []Copy, proven string) []Fate {
	list := slices.Clone(copies)
	slices.SortStableFunc(list, func(a, b Copy) int { return b.At.Compare(a.At) })
	spans := []*span{
		{left: days, name: func(t time.Time) string { return t.Format("ngày 02/01/2006") }},
		{left: weeks, name: func(t time.Time) string {
			y, w := t.ISOWeek()
			return fmt.Sprintf("tuần %d năm %d", w, y)
		}},
		{left: months, name: func(t time.Time) string { return t.Format("tháng 01/2006") }},
	}
	fates := make([]Fate, 0, len(list))
	for i, c := range list {
		why := ""
		for _, s := range spans {
			if got := s.take(c.At); why == "" {
				why = got
			}
		}
		switch {
		case c.Name == proven:
			why = "bản đã kiểm tra gần nhất"
		case i == 0:
			why = "bản mới nhất"
		}
		f := Fate{Copy: c, Keep: why != "", Why: why}
		if !f.Keep {
			f.Why = "đã có bản mới hơn cùng ngày, tuần, tháng, hoặc đã quá hạn giữ"
		}
		fates = append(fates, f)
	}
	return fates
}

// span counts days, weeks or months that have a copy, from the newest back.
type span struct {
	left int
	last string
	name func(time.Time) string
}

// take says what the copy is the last one of, "" when it is not or the count is full.
func (s *span) take(at time.Time) string {
	name := s.name(at)
	if name == s.last || s.left == 0 {
		return ""
	}
	s.last = name
	s.left--
	return "bản cuối của " + name
}
