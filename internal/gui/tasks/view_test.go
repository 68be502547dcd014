package tasks

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// show opens the page on the sample with three tasks of its own.
func show(t *testing.T) (*guitest.Bench, *Tab) {
	t.Helper()
	b := guitest.Open(t)
	if err := b.App.RemoveTasks(t.Context(), b.App.View().TasksOf(guitest.Year, "")); err != nil {
		t.Fatal(err)
	}
	units := b.App.View().UnitTree()
	person := b.App.View().PeopleOf(guitest.Year, "")[0]
	err := b.App.SaveTasks(t.Context(),
		tdkt.Task{Year: guitest.Year, Section: "III.3", Title: "Cử người đi tập huấn", Unit: units[1].ID, Deadline: tdkt.Date(2023, 11, 30)},
		tdkt.Task{Year: guitest.Year, Section: "II.5", Title: "Phát hiện điển hình", Person: person.ID, Deadline: tdkt.Date(2023, 12, 25), Progress: 50},
		tdkt.Task{Year: guitest.Year, Section: "IV", Title: "Tổ chức phát động", Unit: units[1].ID, Deadline: tdkt.Date(2023, 1, 31), State: tdkt.TaskDone, Done: tdkt.Date(2023, 2, 3)},
	)
	if err != nil {
		t.Fatal(err)
	}
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	return b, tab
}

// more takes an entry of the menu of the page.
func more(t *testing.T, c fyne.Canvas, word string) {
	t.Helper()
	uitest.Tap(t, c, "⋯")
	uitest.Tap(t, c, word)
}

// TestListAndBoard: the list says how each task stands, the board who has what to do when.
func TestListAndBoard(t *testing.T) {
	b, tab := show(t)
	c := b.Window.Canvas()
	golden.Compare(t, filepath.Join("testdata", "list.txt"), uitest.Text(c))
	tab.late.SetChecked(true)
	if rows := tab.grid.Shown(); len(rows) != 1 || rows[0].how() != "trễ 18 ngày" {
		t.Errorf("late: %v", rows)
	}
	tab.late.SetChecked(false)
	tab.part.SetSelected(wordBoard)
	golden.Compare(t, filepath.Join("testdata", "board.txt"), uitest.Text(c))
}

// TestEdit: progress typed as 100 finishes the task today; a state nobody knows is
// refused and nothing is written.
func TestEdit(t *testing.T) {
	b, tab := show(t)
	r := tab.grid.Rows()[1]
	if err := tab.edited([]kit.Edit[row]{{Row: r, Column: colProgress, Text: "100"}, {Row: r, Column: colEvidence, Text: "Biên bản số 3"}}); err != nil {
		t.Fatal(err)
	}
	for _, task := range b.App.View().TasksOf(guitest.Year, "") {
		if task.ID == r.task.ID && (task.State != tdkt.TaskDone || task.Done != b.App.Today() || task.Evidence != "Biên bản số 3") {
			t.Errorf("task %+v", task)
		}
	}
	if err := tab.edited([]kit.Edit[row]{{Row: r, Column: colState, Text: "xong rồi"}}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a state nobody knows: %v", err)
	}
}

// TestTakeFromPlan: the sections of the plan become tasks in one step, those unticked
// do not, and a second time only they are offered.
func TestTakeFromPlan(t *testing.T) {
	b, tab := show(t)
	c := b.Window.Canvas()
	before := len(tab.grid.Rows())
	more(t, c, wordFrom)
	uitest.Keys(c, "Space", "Down", "Space")
	button := uitest.FindButton(t, c, wordFrom)
	button.Tapped(nil)
	if got := len(tab.grid.Rows()) - before; got != 15 {
		t.Fatalf("%d tasks were added, want 15:\n%s", got, uitest.Text(c))
	}
	more(t, c, wordFrom)
	if text := uitest.Text(c); !strings.Contains(text, "2 dòng") {
		t.Errorf("offered again:\n%s", text)
	}
}

// TestEmpty: a year without tasks says what to do first.
func TestEmpty(t *testing.T) {
	b := guitest.Empty(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	uitest.Tap(t, b.Window.Canvas(), wordFrom)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "chưa có nhiệm vụ nào") || !strings.Contains(text, "chưa có kế hoạch") {
		t.Errorf("an empty year:\n%s", text)
	}
}

// TestReport: the report of half a year is written as Word, that of the year as Excel,
// each opened; a year without tasks is told what to do first.
func TestReport(t *testing.T) {
	b := guitest.Open(t)
	var opened []string
	tab := New(b.Desk, func(path string) { opened = append(opened, path) })
	b.Show(tab)
	c := b.Window.Canvas()
	dir := t.TempDir()
	b.Files.Paths = []string{filepath.Join(dir, "nửa năm"), filepath.Join(dir, "cả năm"), filepath.Join(dir, "trống")}
	more(t, c, wordReport)
	uitest.Keys(c, "Return")
	more(t, c, wordReport)
	uitest.Keys(c, "Down", "Down", "Down", "Return")
	if want := []string{filepath.Join(dir, "nửa năm.docx"), filepath.Join(dir, "cả năm.xlsx")}; !slices.Equal(opened, want) {
		t.Errorf("opened %q, want %q\n%s", opened, want, uitest.Text(c))
	}
	b.Desk.Choose(2019, "")
	tab.Refresh()
	more(t, c, wordReport)
	uitest.Keys(c, "Return")
	if text := strings.Join(strings.Fields(uitest.Text(c)), " "); len(opened) != 2 || !strings.Contains(text, "chưa có nhiệm vụ nào") {
		t.Errorf("a year without tasks: %q\n%s", opened, text)
	}
}
