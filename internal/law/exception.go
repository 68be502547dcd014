package law

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// cause is what an exception is for.
type cause struct {
	year    int
	subject tdkt.Subject
	title   string
}

// addExceptions indexes what competent persons decided beside the law.
func (f *Facts) addExceptions() {
	if len(f.Snapshot.Exceptions) == 0 {
		return
	}
	f.exceptions = map[cause][]tdkt.Exception{}
	for _, e := range f.Snapshot.Exceptions {
		k := cause{e.Year, e.Subject, e.Title}
		f.exceptions[k] = append(f.exceptions[k], e)
	}
	for _, list := range f.exceptions {
		slices.SortFunc(list, func(a, b tdkt.Exception) int { return cmp.Compare(a.Need, b.Need) })
	}
}

// Excepted says whether the exceptions let a không đủ through: one stands for the whole
// title, or for each need not met in some alternative.
func (r Result) Excepted() bool {
	if len(r.Exceptions) == 0 {
		return false
	}
	if r.exception("") {
		return true
	}
	ways := slices.DeleteFunc(r.Ways(), func(way string) bool { return way == "" })
	if len(ways) == 0 {
		ways = []string{""}
	}
	return slices.ContainsFunc(ways, r.exceptedIn)
}

// exceptedIn: every need of the alternative, and of those common to all, is met, open
// or excepted. A need that sums up another title's is as those are.
func (r Result) exceptedIn(way string) bool {
	if way != "" && r.Verdict(way) == Manual {
		return false // it would count only once people have judged it
	}
	for i, f := range r.Findings {
		if f.Answer != No || f.Way != "" && f.Way != way || r.exception(f.Need) {
			continue
		}
		if sums := i+1 < len(r.Findings) && !f.Nested() && r.Findings[i+1].Nested(); !sums && !r.sumExcepted(i) {
			return false
		}
	}
	return true
}

// sumExcepted: the need that sums a nested one up is excepted as a whole.
func (r Result) sumExcepted(i int) bool {
	if !r.Findings[i].Nested() {
		return false
	}
	for i > 0 && r.Findings[i].Nested() {
		i--
	}
	return r.exception(r.Findings[i].Need)
}

func (r Result) exception(need string) bool {
	return slices.ContainsFunc(r.Exceptions, func(e tdkt.Exception) bool { return e.Need == need })
}

// ExceptionWords says each exception in a sentence, for screen and paper alike.
func (r Result) ExceptionWords() []string {
	var out []string
	for _, e := range r.Exceptions {
		about := "Ngoại lệ"
		if words, ok := tdkt.ActNeedWords(e.Need); ok {
			about += " về " + words
		}
		for _, f := range r.Findings {
			if f.Need == e.Need && e.Need != "" {
				about = fmt.Sprintf("Ngoại lệ về tiêu chuẩn “%s”", strings.TrimRight(f.Why, "."))
			}
		}
		out = append(out, fmt.Sprintf("%s do %s quyết định tại văn bản số %s%s: %s.", about, e.By, e.Document, dated(e.Date), strings.TrimRight(e.Reason, ".")))
	}
	return out
}
