package law_test

import (
	"context"
	"fmt"
	"testing"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// department invents n people in rooms of fifty with facts of the years first to
// last: ratings and pledges every year, titles for most, an initiative every other year.
func department(n, first, last int) *tdkt.Snapshot {
	s := &tdkt.Snapshot{Units: []tdkt.Unit{{ID: "u", Code: "SNV", Name: "Sở", Founded: tdkt.Date(2000, 1, 1)}}}
	for i := range n / 50 {
		s.Units = append(s.Units, tdkt.Unit{
			ID: tdkt.ID(fmt.Sprintf("u%d", i)), Code: fmt.Sprintf("P%04d", i), Name: "Phòng", Parent: "u", Founded: tdkt.Date(2005, 1, 1),
		})
	}
	for i := range n {
		id := tdkt.ID(fmt.Sprintf("01900000-0000-7000-8000-%012d", i))
		s.People = append(s.People, tdkt.Person{
			ID: id, Code: fmt.Sprintf("CB%05d", i), Name: "Nguyễn Văn An", Unit: tdkt.ID(fmt.Sprintf("u%d", i%(n/50))), Start: tdkt.Date(2010, 1, 1),
		})
		for y := first; y <= last; y++ {
			who := tdkt.PersonSubject(id)
			s.Ratings = append(s.Ratings, tdkt.Rating{Year: y, Subject: who, Level: tdkt.Levels()[(i+y)%3]})
			s.Pledges = append(s.Pledges, tdkt.Pledge{Year: y, Subject: who, Title: "LDTT"})
			if (i+y)%4 > 0 {
				s.Awards = append(s.Awards, tdkt.Award{Subject: who, Code: "LDTT", From: y, To: y})
			}
			if (i+y)%5 > 2 {
				s.Awards = append(s.Awards, tdkt.Award{Subject: who, Code: "CSTDCS", From: y, To: y})
			}
			if (i+y)%2 == 0 {
				s.Initiatives = append(s.Initiatives, tdkt.Initiative{Year: y, Person: id, Title: "SK", Kind: tdkt.Innovation, Scope: tdkt.Base})
			}
		}
		if i%7 == 0 {
			s.Awards = append(s.Awards, tdkt.Award{Subject: tdkt.PersonSubject(id), Code: "BKT", From: first, To: first + 1})
		}
	}
	for y := 2010; y <= last; y++ {
		row := tdkt.Year{Year: y}
		for _, b := range tdkt.Books() {
			row.SetClosed(b, y < last)
		}
		s.Years = append(s.Years, row)
	}
	return s
}

// BenchmarkAll judges 50,000 people and their rooms over ten years, all titles.
func BenchmarkAll(b *testing.B) {
	r, err := law.Load()
	if err != nil {
		b.Fatal(err)
	}
	f := law.NewFacts(department(50000, 2015, 2024), r)
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for y := 2015; y <= 2024; y++ {
			all, err := r.All(context.Background(), f, y, 0, true)
			if err != nil {
				b.Fatal(err)
			}
			for range all {
				n++
			}
		}
		b.ReportMetric(float64(n), "answers/op")
	}
}

// BenchmarkAllSeen judges one year and tells what was seen, as a full check does.
func BenchmarkAllSeen(b *testing.B) {
	r, err := law.Load()
	if err != nil {
		b.Fatal(err)
	}
	f := law.NewFacts(department(50000, 2015, 2024), r)
	b.ReportAllocs()
	for b.Loop() {
		all, err := r.All(context.Background(), f, 2023, 0, false)
		if err != nil {
			b.Fatal(err)
		}
		for range all {
			continue
		}
	}
}

// BenchmarkNewFacts indexes the same facts.
func BenchmarkNewFacts(b *testing.B) {
	r, err := law.Load()
	if err != nil {
		b.Fatal(err)
	}
	s := department(50000, 2015, 2024)
	b.ReportAllocs()
	for b.Loop() {
		law.NewFacts(s, r)
	}
}
