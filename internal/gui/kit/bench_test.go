package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

const longList = 50_000

func longGrid(b *testing.B) (*Grid[person], []person) {
	b.Helper()
	a := test.NewApp()
	a.Settings().SetTheme(NewTheme(0))
	w := test.NewWindow(nil)
	b.Cleanup(w.Close)
	w.Resize(fyne.NewSize(1366, 768))
	ui := NewUI(w, Inline, &FakeFiles{}, nil)
	g := NewGrid(ui, func(p person) string { return p.id },
		Column[person]{Title: "Mã", Width: 80, Text: func(p person) string { return p.id }},
		Column[person]{Title: "Họ và tên", Width: 200, Text: func(p person) string { return p.name }, Order: ByName},
		Column[person]{Title: "Mức", Width: 80, Text: func(p person) string { return p.rating }},
		Column[person]{Title: "Ngày sinh", Width: 100, Text: func(p person) string { return p.born }, Order: ByDay},
		Column[person]{Title: "Điểm", Width: 80, Text: func(p person) string { return p.points }, Order: ByNumber},
	)
	w.SetContent(ui.Frame(g))
	rows := manyPeople(longList)
	g.SetRows(rows)
	return g, rows
}

func BenchmarkSetRows(b *testing.B) {
	g, rows := longGrid(b)
	for b.Loop() {
		g.SetRows(rows)
	}
}

func BenchmarkFilterFirst(b *testing.B) {
	g, _ := longGrid(b)
	for b.Loop() {
		g.memo = newMemo()
		g.SetFilter("nguyen")
		g.SetFilter("")
	}
}

func BenchmarkFilterKey(b *testing.B) {
	g, _ := longGrid(b)
	g.SetFilter("n")
	for b.Loop() {
		g.SetFilter("nguyen thi d")
		g.SetFilter("nguyen thi da")
	}
}

func BenchmarkSortByName(b *testing.B) {
	g, _ := longGrid(b)
	for b.Loop() {
		g.memo = newMemo()
		g.SortBy(1, false)
		g.SortBy(-1, false)
	}
}

func BenchmarkArrowDown(b *testing.B) {
	g, _ := longGrid(b)
	g.Focus()
	for b.Loop() {
		g.key1(fyne.KeyDown, false)
	}
}

func BenchmarkArrowDownAtEnd(b *testing.B) {
	g, _ := longGrid(b)
	g.Focus()
	g.jump("Ctrl+End")
	for b.Loop() {
		g.key1(fyne.KeyUp, false)
	}
}

func BenchmarkPageDown(b *testing.B) {
	g, _ := longGrid(b)
	for b.Loop() {
		g.key1(fyne.KeyPageDown, false)
		if g.at.row == longList-1 {
			g.jump("Ctrl+Home")
		}
	}
}
