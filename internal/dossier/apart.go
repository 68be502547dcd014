package dossier

import (
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// tellApart gives everybody who shares a name with another the words that tell
// them apart, the same in every file.
func (b *builder) tellApart() {
	same := map[string][]tdkt.Subject{}
	for _, p := range b.Snapshot.People {
		if p.Service().Overlaps(tdkt.YearSpan(b.Input.Year)) {
			key := strings.ToLower(tdkt.Clean(p.Name))
			same[key] = append(same[key], tdkt.PersonSubject(p.ID))
		}
	}
	apart := map[tdkt.Subject]string{}
	for _, list := range same {
		if len(list) < 2 {
			continue
		}
		for _, s := range list {
			apart[s] = b.apartWords(s)
		}
	}
	b.eachWho(func(w *Who) { w.Apart = apart[w.Subject] })
}

// apartWords is the birth date, else the birth year, else the code.
func (b *builder) apartWords(s tdkt.Subject) string {
	p, _ := b.Facts.Person(s.ID)
	switch {
	case p.Born != 0:
		return "sinh ngày " + p.Born.String()
	case p.BornYear != 0:
		return fmt.Sprintf("sinh năm %d", p.BornYear)
	default:
		return "mã " + p.Code
	}
}

// eachWho visits every printed subject of the submission.
func (b *builder) eachWho(do func(*Who)) {
	for i := range b.Pledges {
		do(&b.Pledges[i].Who)
	}
	for i := range b.Nominees {
		do(&b.Nominees[i].Who)
	}
	for i := range b.Verdicts {
		do(&b.Verdicts[i].Who)
	}
	for i := range b.Results {
		do(&b.Results[i].Who)
	}
	for i := range b.Given {
		do(&b.Given[i].Who)
	}
	for i := range b.Papers {
		do(&b.Papers[i].Who)
	}
	for i := range b.Bonuses {
		do(&b.Bonuses[i].Who)
	}
	for i := range b.Initiatives {
		for k := range b.Initiatives[i].Authors {
			do(&b.Initiatives[i].Authors[k].Who)
		}
	}
}
