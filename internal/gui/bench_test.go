package gui

import (
	"fmt"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// manyPeople is how many a department of the whole country would have.
const manyPeople = 50_000

// largeFile makes a data file of 50,000 people in a thousand rooms with a year's ratings.
func largeFile(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "to.sotd")
	a, closeFile, err := boot.Open(b.Context(), boot.Options{Path: path, Create: true, Now: guitest.Now})
	if err != nil {
		b.Fatal(err)
	}
	root := tdkt.Unit{ID: tdkt.NewID(), Code: "SO", Name: "Sở Thử nghiệm"}
	recs := []tdkt.Record{root}
	rooms := make([]tdkt.ID, manyPeople/50)
	for i := range rooms {
		rooms[i] = tdkt.NewID()
		recs = append(recs, tdkt.Unit{ID: rooms[i], Code: fmt.Sprintf("P%04d", i), Name: fmt.Sprintf("Phòng Nghiệp vụ %d", i), Parent: root.ID})
	}
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Huỳnh", "Võ"}
	middle := []string{"Văn", "Thị", "Đức", "Thanh", "Ngọc", "Minh"}
	given := []string{"An", "Ánh", "Bình", "Đào", "Dung", "Hạnh", "Ổn", "Ý", "Tuyết"}
	for i := range manyPeople {
		p := tdkt.Person{
			ID: tdkt.NewID(), Code: fmt.Sprintf("CB%05d", i), Unit: rooms[i%len(rooms)], Start: tdkt.Date(2010, 1, 1),
			Name: family[i%len(family)] + " " + middle[i/3%len(middle)] + " " + given[i/7%len(given)],
		}
		recs = append(recs, p, tdkt.Rating{ID: tdkt.NewID(), Year: guitest.Year, Subject: tdkt.PersonSubject(p.ID), Level: tdkt.Levels()[i%3]})
	}
	if err := a.LoadRecords(b.Context(), "Nạp 50.000 người", recs); err != nil {
		b.Fatal(err)
	}
	if err := closeFile(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkWindow50k is what a person waits for in a file of 50,000 people, each with the
// repainting of the whole window by the painter without a graphics card: from opening the
// file to its first list, a key in the filter, a page further down, a key in the search.
func BenchmarkWindow50k(b *testing.B) {
	path := largeFile(b)
	f := test.NewApp()
	b.Cleanup(f.Quit)
	var p *Program
	begin := func() {
		p = New(b.Context(), f, Options{
			Path: path, Run: kit.Inline, Files: &kit.FakeFiles{}, Now: guitest.Now,
			Open: func(path string, create bool) (*app.App, func() error, error) {
				return boot.Open(b.Context(), boot.Options{Path: path, Create: create, Now: guitest.Now})
			},
		})
		p.Window.Resize(fyne.NewSize(1366, 700))
		uitest.Keys(p.Window.Canvas(), fmt.Sprintf("Ctrl+%d", staffTab+1))
		p.Window.Canvas().Capture()
	}
	b.Run("FirstList", func(b *testing.B) {
		for b.Loop() {
			begin()
			b.StopTimer()
			p.Window.Close()
			p.closed()
			b.StartTimer()
		}
	})
	begin()
	b.Cleanup(p.closed)
	c := p.Window.Canvas()
	uitest.Keys(c, "Ctrl+F")
	key := func(name string, keys ...string) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for _, k := range keys {
					if len(k) == 1 {
						c.Focused().TypedRune(rune(k[0]))
					} else {
						uitest.Keys(c, k)
					}
					c.Capture()
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(keys)), "ns/key")
		})
	}
	key("FirstFilterKey", "n")
	key("FilterKey", "g", "BackSpace")
	uitest.Keys(c, "Escape", "Down")
	key("PageDown", "Next")
	key("ArrowDown", "Down")
	uitest.Keys(c, "Ctrl+K")
	key("SearchKey", "n", "BackSpace")
}
