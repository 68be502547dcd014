package law

import (
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// Streak is how many years in a row something holds, up to the year asked about.
type Streak struct {
	What string `json:"what"`
	Code string `json:"code,omitempty"` // of a title
	// Level is the least rating of a streak of ratings.
	Level tdkt.Level `json:"level,omitempty"`
	Years []int      `json:"years"` // in a row, the last being the year asked about, or the one before while its book is open
	// Missing are years without a record in an open book: entering them would join
	// Years with what lies beyond.
	Missing []int `json:"missing,omitempty"`
	// IfEntered is how many years in a row there are once Missing is entered.
	IfEntered int `json:"if_entered"`
	// Gap is the year that truly ends the streak: its book is closed without a record,
	// or the record says less. 0: nothing does.
	Gap int `json:"gap,omitempty"`
}

// String says a streak in one sentence.
func (s Streak) String() string {
	out := s.What + ": chưa có năm liên tục nào"
	if len(s.Years) > 0 {
		out = fmt.Sprintf("%s: %d năm liên tục (%s)", s.What, len(s.Years), years(s.Years))
	}
	if len(s.Missing) > 0 {
		out += fmt.Sprintf("; thiếu hồ sơ %s, nếu bổ sung đủ thì có %d năm", inYears(s.Missing), s.IfEntered)
	}
	if s.Gap != 0 {
		out += fmt.Sprintf("; đứt quãng ở năm %d", s.Gap)
	}
	return out
}

// streak walks back from a year as long as ask does not say no, no further than the
// first year with a record.
func streak(year, first int, ask func(year int) Answer) Streak {
	var s Streak
	for y := year; y >= first; y-- {
		switch ask(y) {
		case Yes:
			if len(s.Missing) == 0 || len(s.Missing) == 1 && s.Missing[0] == year {
				s.Years = append([]int{y}, s.Years...)
			}
			s.IfEntered++
		case Unknown:
			s.Missing = append([]int{y}, s.Missing...)
			s.IfEntered++
		case No, Manual:
			s.Gap = y
			return s
		}
	}
	return s
}

// worth says whether a streak tells anything: it has a year, or has just ended.
func (s Streak) worth(year int, before Answer) bool {
	return s.IfEntered > len(s.Missing) || s.Gap == year && before == Yes
}

// streaks lists the subject's streaks: its yearly titles, then its ratings from the best.
func (j *judging) streaks() []Streak {
	var out []Streak
	add := func(s Streak, ask func(int) Answer) {
		if s.worth(j.year, ask(j.year-1)) {
			out = append(out, s)
		}
	}
	for code, info := range j.rules.codes {
		rows := j.bases(j.sub, code)
		if !info.Yearly || len(rows) == 0 {
			continue
		}
		first := rows[0].from
		for _, x := range rows {
			first = min(first, x.from)
		}
		ask := func(y int) Answer { return j.given(j.sub, code, y) }
		s := streak(j.year, int(first), ask)
		s.What, s.Code = info.Short, info.Code
		add(s, ask)
	}
	ratings := j.facts.ratings.of(j.sub)
	if len(ratings) == 0 {
		return out
	}
	for _, l := range []tdkt.Level{tdkt.Excellent, tdkt.Good} {
		ask := func(y int) Answer { return j.rated(j.sub, y, levelRank(l)) }
		s := streak(j.year, int(ratings[0].year), ask)
		s.What, s.Level = levelOrBetter(l), l
		add(s, ask)
	}
	return out
}

func levelOrBetter(l tdkt.Level) string {
	words := []rune(l.Words())
	out := strings.ToUpper(string(words[:1])) + string(words[1:])
	if l == tdkt.Excellent {
		return out
	}
	return out + " trở lên"
}

// Since is how long ago a title or form was last given that is not a yearly one.
type Since struct {
	Code  string `json:"code"`
	Short string `json:"short"`
	Last  int    `json:"last"`  // last year of its period
	Years int    `json:"years"` // from the year after it to the year asked about
}

// since lists the latest award up to the year of each code that is not yearly.
func (j *judging) since() []Since {
	var out []Since
	for code, info := range j.rules.codes {
		if info.Yearly {
			continue
		}
		last := 0
		for _, x := range j.facts.under(j.rules, j.sub, code) {
			if int(x.to) <= j.year {
				last = max(last, int(x.to))
			}
		}
		if last > 0 {
			out = append(out, Since{Code: info.Code, Short: info.Short, Last: last, Years: j.year - last})
		}
	}
	return out
}
