package demo

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// TestYearByMonths: the sample's year by months tells every story that a secretary meets:
// sixty people of nine rooms, two on leave, one who moved, one disciplined by the Party, a
// group over its cap while the office keeps its own, three sheets that are wanting.
func TestYearByMonths(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	s := Build().Snapshot
	f := law.NewFacts(&s, rules)
	rooms, marked := map[tdkt.ID]bool{}, map[tdkt.ID]bool{}
	for _, m := range s.Marks {
		marked[m.Person] = true
		rooms[f.UnitOn(m.Person, m.Period.Span(m.Year).To)] = true
	}
	if len(marked) != 60 || len(rooms) != 10 { // the directors stand in none of the nine
		t.Errorf("%d people of %d units", len(marked), len(rooms))
	}
	levels := map[tdkt.Subject]tdkt.Level{}
	count := map[tdkt.Level]int{}
	var missing, leave, moved, failed []string
	for _, p := range s.People {
		if !marked[p.ID] {
			continue
		}
		a := rules.Appraise(f, p.ID, markedYear, 0)
		levels[tdkt.PersonSubject(p.ID)] = a.Level
		count[a.Level]++
		for _, m := range a.Missing() {
			missing = append(missing, p.Code+" "+string(m))
		}
		if slices.ContainsFunc(a.Slots, func(x law.Slot) bool { return x.State == law.SlotLeave }) {
			leave = append(leave, p.Code)
		}
		for _, n := range a.Notes {
			switch n.ID {
			case "chuyen-don-vi":
				moved = append(moved, p.Code)
			case "ky-luat":
				failed = append(failed, p.Code+" "+string(a.Level))
			}
		}
	}
	got := fmt.Sprintf("missing %v, leave %v, moved %v, disciplined %v", missing, leave, moved, failed)
	want := "missing [CB011 T3 CB041 T10 CB056 T10], leave [CB032 CB049], moved [CB030], disciplined [CB010 KHT]"
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if count[""] != 3 || count[tdkt.Excellent] != 8 || count[tdkt.NotDone] != 1 || count[tdkt.Done] != 2 {
		t.Errorf("levels proposed: %v", count)
	}
	lines, err := rules.RatingQuotasWith(f, markedYear, levels)
	if err != nil {
		t.Fatal(err)
	}
	var over []string
	for _, l := range lines {
		if l.Chosen > l.Cap {
			over = append(over, fmt.Sprintf("%s %d/%d", l.Name, l.Chosen, l.Cap))
		}
	}
	if strings.Join(over, "; ") != "Xếp loại HTXS, công chức, nhóm văn thư, kế toán, tổng hợp 2/1" {
		t.Errorf("over: %v", over)
	}
}

// TestSharesOfWork: the shares beside the sample's work lists are what the law makes of them, so
// that a room's sheet out and back changes nothing.
func TestSharesOfWork(t *testing.T) {
	rules, err := law.Load()
	if err != nil {
		t.Fatal(err)
	}
	d := Build()
	f := law.NewFacts(&d.Snapshot, rules)
	lists := 0
	for _, m := range d.Snapshot.Marks {
		for _, w := range rules.WorkOf(f, d.Items, m.Person, m.Year) {
			if w.Period != m.Period {
				continue
			}
			lists++
			want := [6]int16{int16(w.Share.Number), int16(w.Share.Quality), int16(w.Share.Progress)}
			s, _ := rules.RatingScheme(tdkt.CivilServant, m.Year)
			if m.Shares != want || m.Self.Result != s.Marks.ResultPoints(want, false) {
				t.Errorf("%v, %v points; want %v", m.Shares, m.Self.Result, want)
			}
		}
	}
	if lists != 1 {
		t.Errorf("%d lists of work", lists)
	}
}
