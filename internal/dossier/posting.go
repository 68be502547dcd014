package dossier

import (
	"strings"
	"time"

	"tdkt/internal/tdkt"
)

// PaperKind is a paper of the law's list without what tells its cases apart: the opinion of a
// ministry is an opinion.
func PaperKind(code string) string {
	if strings.HasPrefix(code, "y-kien") {
		return "y-kien"
	}
	return code
}

// Asks says whether the dossier of somebody on the lists that go to a higher level must hold
// a paper.
func (s *Submission) Asks(paper string) bool {
	for _, r := range s.Papers {
		if PaperKind(r.Paper.Code) == paper && !r.Paper.Optional && r.Title.Level != OwnLevel {
			return true
		}
	}
	return false
}

// PostedDays is for how many working days a list was posted, from Monday to Friday, holidays
// not taken off; 0 where a day is missing.
func PostedDays(t Texts) int {
	from, err := tdkt.ParseVN(t.Of("công khai từ ngày"))
	if err != nil {
		return 0
	}
	to, err := tdkt.ParseVN(t.Of("công khai đến ngày"))
	if err != nil {
		return 0
	}
	const longest = 1000 // days; a mistyped year is no endless loop
	n := 0
	for day, i := from, 0; day <= to && i < longest; day, i = day.Next(), i+1 {
		if w := day.Time().Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return n
}
