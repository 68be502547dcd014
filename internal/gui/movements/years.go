package movements

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// yearsBack is how many years stand beside each other.
const yearsBack = 10

// yearRow is one movement in one year, with who took part by its end.
type yearRow struct {
	row
	year int
}

func (r yearRow) key() string { return fmt.Sprint(r.year, r.movement.ID) }

// overYears lists the movements of the last years with a column a year above: how many were
// under way, the regular ones and those with a theme apart. A column shows its movements;
// Enter on one opens its year on the page.
func (t *Tab) overYears() {
	v, last := t.desk.View(), t.desk.Year()
	data, rows := yearsOf(v, last, t.desk.App.Today())
	grid := kit.NewGrid(t.desk.UI, yearRow.key, yearColumns()...)
	grid.Empty = textNoYears
	var box kit.Dialog
	grid.OnOpen = func(r yearRow) {
		box.Close()
		t.desk.Open(desk.Place{Tab: desk.TabPlans, Page: wordPage, Year: r.year, Key: r.movement.ID})
	}
	words, fills := kindWords(), []kit.Token{kit.Level1, kit.Level2}
	chart := kit.NewColumnChart(data, fills, func(i int) { grid.SetFilter(data[i].Label) })
	head := kit.Flow(kit.Space1, kit.NewPara(fmt.Sprintf(textOverYears, last-yearsBack+1, last), kit.Body, kit.Ink, true), kit.Legend(fills, words), chart)
	box = t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordOverTitle, Size: fyne.NewSize(1000, 560), Work: true,
		Content: kit.Border(container.NewVBox(head, grid.Filter()), nil, nil, nil, grid),
	})
	grid.SetRows(rows)
	grid.Focus()
}

// kindWords are the kinds of movements as the legend says them.
func kindWords() []string {
	var out []string
	for _, k := range tdkt.MovementKinds() {
		out = append(out, strings.ToLower(string(k)))
	}
	return out
}

// yearsOf are the movements of the years up to the last, the newest year first, and how many
// of each kind a year had.
func yearsOf(v *view.View, last int, today tdkt.Day) ([]kit.ColumnData, []yearRow) {
	var data []kit.ColumnData
	var rows []yearRow
	kinds := tdkt.MovementKinds()
	for year := last - yearsBack + 1; year <= last; year++ {
		column := kit.ColumnData{Label: fmt.Sprint(year), Parts: make([]int, len(kinds))}
		for _, r := range read(v, year, min(today, tdkt.LastDay(year))) {
			rows = append(rows, yearRow{r, year})
			if k := slices.Index(kinds, r.movement.Kind); k >= 0 {
				column.Parts[k]++
			}
		}
		data = append(data, column)
	}
	slices.Reverse(rows)
	return data, rows
}

func yearColumns() []kit.Column[yearRow] {
	list := []kit.Column[yearRow]{{Title: wordYear, Width: 60, Text: func(r yearRow) string { return fmt.Sprint(r.year) }, Order: kit.ByNumber}}
	for _, c := range columns() {
		text := c.Text
		list = append(list, kit.Column[yearRow]{
			Title: c.Title, Width: c.Width, Grow: c.Grow, Order: c.Order, Align: c.Align, Text: func(r yearRow) string { return text(r.row) },
		})
	}
	return list
}
