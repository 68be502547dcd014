package sampletest

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/tdkt"
)

// KeptIn names the folder where Office keeps what it made, for the next benchmark program;
// without the variable each program makes its own.
const KeptIn = "TDKT_BENCH_DIR"

// Office gives a benchmark the data file of an office of so many people, in rooms of fifty,
// with the facts of the years up to 2024: a rating and a pledge every year, titles for most,
// initiatives for half. It is of the benchmark's own to change, but lies there for all.
func Office(tb testing.TB, people, years int) string {
	tb.Helper()
	dir := os.Getenv(KeptIn)
	if dir == "" {
		dir = tb.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("co-quan-%d-%d.sotd", people, years))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	fresh := filepath.Join(dir, fmt.Sprintf("đang làm %d.sotd", os.Getpid()))
	a, closeFile, err := boot.Open(tb.Context(), boot.Options{Path: fresh, Create: true})
	if err != nil {
		tb.Fatal(err)
	}
	const last = 2024
	if err := a.LoadRecords(tb.Context(), fmt.Sprintf("Nạp %d người", people), officeRecords(people, last-years+1, last)); err != nil {
		tb.Fatal(err)
	}
	if err := closeFile(); err != nil {
		tb.Fatal(err)
	}
	if err := os.Rename(fresh, path); err != nil {
		tb.Fatal(err)
	}
	return path
}

// OpenOffice opens the file of Office until the benchmark ends.
func OpenOffice(tb testing.TB, people, years int) *app.App {
	tb.Helper()
	a, closeFile, err := boot.Open(tb.Context(), boot.Options{Path: Office(tb, people, years)})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = closeFile() })
	return a
}

func officeRecords(n, first, last int) []tdkt.Record {
	root := tdkt.Unit{ID: tdkt.NewID(), Code: "SO", Name: "Sở Thử nghiệm", Founded: tdkt.Date(2000, 1, 1)}
	recs := []tdkt.Record{root}
	const perRoom = 50
	rooms := make([]tdkt.ID, n/perRoom)
	for i := range rooms {
		rooms[i] = tdkt.NewID()
		recs = append(recs, tdkt.Unit{ID: rooms[i], Code: fmt.Sprintf("P%04d", i), Name: fmt.Sprintf("Phòng Nghiệp vụ %d", i), Parent: root.ID})
	}
	family := []string{"Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Huỳnh", "Võ"}
	middle := []string{"Văn", "Thị", "Đức", "Thanh", "Ngọc", "Minh"}
	given := []string{"An", "Ánh", "Bình", "Đào", "Dung", "Hạnh", "Ổn", "Ý", "Tuyết"}
	for i := range n {
		p := tdkt.Person{
			ID: tdkt.NewID(), Code: fmt.Sprintf("CB%05d", i), Unit: rooms[i%len(rooms)], Start: tdkt.Date(2010, 1, 1),
			Name: family[i%len(family)] + " " + middle[i/3%len(middle)] + " " + given[i/7%len(given)],
		}
		recs = append(recs, p)
		for y := first; y <= last; y++ {
			recs = append(recs, yearOf(p.ID, i, y)...)
		}
	}
	for y := first; y <= last; y++ {
		row := tdkt.Year{ID: tdkt.NewID(), Year: y}
		for _, book := range tdkt.Books() {
			row.SetClosed(book, y < last)
		}
		recs = append(recs, row)
	}
	return recs
}

func yearOf(id tdkt.ID, i, y int) []tdkt.Record {
	who := tdkt.PersonSubject(id)
	recs := []tdkt.Record{
		tdkt.Rating{ID: tdkt.NewID(), Year: y, Subject: who, Level: tdkt.Levels()[(i+y)%3]},
		tdkt.Pledge{ID: tdkt.NewID(), Year: y, Subject: who, Title: "LDTT"},
	}
	if (i+y)%4 > 0 {
		recs = append(recs, tdkt.Award{ID: tdkt.NewID(), Subject: who, Code: "LDTT", From: y, To: y})
	}
	if (i+y)%2 == 0 {
		recs = append(recs, tdkt.Initiative{ID: tdkt.NewID(), Year: y, Person: id, Title: "Sáng kiến", Kind: tdkt.Innovation, Scope: tdkt.Base})
	}
	return recs
}
