package app

import (
	"fmt"
	"testing"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// markedOffice is an office of n civil servants in rooms of fifty, each with twelve months and a
// group of similar duties.
func markedOffice(n int) *tdkt.Data {
	d := &tdkt.Data{}
	root := tdkt.Unit{ID: "so", Code: "SO", Name: "Sở Thử nghiệm", Kind: "sở"}
	d.Units = append(d.Units, root)
	for i := range n / 50 {
		d.Units = append(d.Units, tdkt.Unit{ID: tdkt.ID(fmt.Sprintf("p%04d", i)), Code: fmt.Sprintf("P%04d", i), Name: fmt.Sprintf("Phòng %d", i), Parent: root.ID, Kind: "phòng"})
	}
	for i := range n {
		id := tdkt.ID(fmt.Sprintf("cb%05d", i))
		d.People = append(d.People, tdkt.Person{
			ID: id, Code: fmt.Sprintf("CB%05d", i), Name: fmt.Sprintf("Trần Thị Thử %d", i), Unit: d.Units[1+i%(n/50)].ID,
			Employment: tdkt.CivilServant, Start: tdkt.Date(2010, 1, 1),
		})
		d.Duties = append(d.Duties, tdkt.Duty{ID: tdkt.ID(fmt.Sprintf("d%05d", i)), Person: id, Group: fmt.Sprintf("nhóm %d", i%20)})
		for k, p := range tdkt.Months() {
			total := 7000 + (i*37+k*113)%2900
			d.Marks = append(d.Marks, tdkt.PeriodMark{
				ID: tdkt.ID(fmt.Sprintf("m%05d-%02d", i, k)), Year: 2026, Person: id, Period: p, State: tdkt.MarkConfirmed,
				Head: tdkt.Score{Common: 2700, Result: total - 2700, Total: total},
			})
		}
	}
	return d
}

// BenchmarkPeriods50kPeople12Months measures what the page of months asks of a large office: the
// means and proposals of all, with the caps of the office and of each group; then one room's.
func BenchmarkPeriods50kPeople12Months(b *testing.B) {
	rules, err := law.Load()
	if err != nil {
		b.Fatal(err)
	}
	v := view.NewView(markedOffice(50_000), rules)
	b.Run("grid", func(b *testing.B) {
		for b.Loop() {
			if p := v.PeriodView(2026, "", 0); len(p.Rows) != 50_000 || len(p.Caps) != 21 {
				b.Fatalf("%d rows, %d caps", len(p.Rows), len(p.Caps))
			}
		}
	})
	b.Run("means", func(b *testing.B) {
		for b.Loop() {
			for _, p := range v.People {
				if a := v.Rules.Appraise(v.Facts, p.ID, 2026, 0); a.Count != 12 {
					b.Fatalf("%s: %d months", p.Code, a.Count)
				}
			}
		}
	})
	b.Run("caps", func(b *testing.B) {
		for b.Loop() {
			if _, err := v.Rules.RatingQuotas(v.Facts, 2026); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("room", func(b *testing.B) {
		for b.Loop() {
			if p := v.PeriodView(2026, "p0001", 0); len(p.Rows) != 50 {
				b.Fatalf("%d rows", len(p.Rows))
			}
		}
	})
}
