package law

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tdkt/internal/tdkt"
)

// leaves lists the leave of a person that touches the year and does not count as work.
func (j *judging) leaves(n *need) []tdkt.Absence {
	return slices.DeleteFunc(slices.Clone(j.facts.absences[j.facts.subjects[j.sub].ID]), func(a tdkt.Absence) bool {
		kind := tdkt.Fold(a.Kind)
		return !(tdkt.Span{From: a.From, To: a.To}).Overlaps(tdkt.YearSpan(j.year)) ||
			slices.ContainsFunc(n.Except, func(word string) bool { return strings.Contains(kind, tdkt.Fold(word)) })
	})
}

// workingDays counts the days from Monday to Friday of a year that spans cover, each once.
func workingDays(year int, spans []tdkt.Span) int {
	days := 0
	for d := tdkt.FirstDay(year); d <= tdkt.LastDay(year); d = d.Next() {
		w := d.Time().Weekday()
		if w != time.Saturday && w != time.Sunday && slices.ContainsFunc(spans, func(s tdkt.Span) bool { return s.Covers(d) }) {
			days++
		}
	}
	return days
}

func spansOf(list []tdkt.Absence) []tdkt.Span {
	out := make([]tdkt.Span, 0, len(list))
	for _, a := range list {
		out = append(out, tdkt.Span{From: a.From, To: a.To})
	}
	return out
}

func judgeLeaveBelow(j *judging, n *need) Answer {
	list := j.leaves(n)
	return yesNo(len(list) == 0 || workingDays(j.year, spansOf(list)) < n.N)
}

func seenLeaveBelow(j *judging, n *need) string {
	list := j.leaves(n)
	if len(list) == 0 {
		return fmt.Sprintf("năm %d không có ngày nghỉ phải tính", j.year)
	}
	return fmt.Sprintf("nghỉ %d ngày làm việc trong năm %d (%s), đếm từ thứ Hai đến thứ Sáu, chưa trừ ngày lễ; từ %d ngày thì không xét",
		workingDays(j.year, spansOf(list)), j.year, leaveWords(list), n.N)
}

// leaveWords lists leave: "ốm từ 01/02/2016 đến 30/04/2016".
func leaveWords(list []tdkt.Absence) string {
	var out []string
	for _, a := range list {
		out = append(out, fmt.Sprintf("%s từ %s đến %s", a.Kind, a.From, a.To))
	}
	return strings.Join(out, ", ")
}

func traceLeaveBelow(j *judging, n *need) traced {
	var out traced
	for _, a := range j.leaves(n) {
		out.rows = append(out.rows, Row{Noun: tdkt.NounAbsence, ID: a.ID, Subject: tdkt.PersonSubject(a.Person)})
	}
	return out
}
