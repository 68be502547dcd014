package pages

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/tasks"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// tasksPage is the page on the sample with three tasks of its own.
func tasksPage(t *testing.T) *guitest.Bench {
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
	b.Show(tasks.New(b.Desk, func(string) {}))
	return b
}

// The list says how each task stands, the board who has what to do when.
func TestTasksListAndBoard(t *testing.T) {
	b := tasksPage(t)
	c := b.Window.Canvas()
	looks(t, b, "tasks/list")
	uitest.Tap(t, c, "Chỉ việc trễ hạn")
	if how := b.List(t, "Tình hình").Texts("Tình hình"); !slices.Equal(how, []string{"trễ 18 ngày"}) {
		t.Errorf("late: %q", how)
	}
	uitest.Tap(t, c, "Chỉ việc trễ hạn")
	uitest.Tap(t, c, "Bảng theo người và tháng")
	looks(t, b, "tasks/board")
}

// Progress typed as 100 finishes the task today; a state nobody knows is refused and
// nothing is written.
func TestTasksEdit(t *testing.T) {
	b := tasksPage(t)
	list := b.List(t, "Tiến độ %")
	at := list.Find("Nhiệm vụ", "Phát hiện điển hình")
	list.Set(at, "Tiến độ %", "100")
	list.Set(list.Find("Nhiệm vụ", "Phát hiện điển hình"), "Minh chứng, kết quả", "Biên bản số 3")
	task := func() tdkt.Task {
		all := b.App.View().TasksOf(guitest.Year, "")
		return all[slices.IndexFunc(all, func(x tdkt.Task) bool { return x.Title == "Phát hiện điển hình" })]
	}
	now := task()
	if now.State != tdkt.TaskDone || now.Done != b.App.Today() || now.Evidence != "Biên bản số 3" {
		t.Errorf("task %+v", now)
	}
	list.Set(list.Find("Nhiệm vụ", "Phát hiện điển hình"), "Trạng thái", "xong rồi")
	if said := b.UI.NoticeText(); !strings.Contains(said, "xong rồi") || task() != now {
		t.Errorf("a state nobody knows: %q, %+v\n%s", said, task(), uitest.Text(b.Window.Canvas()))
	}
}

// The sections of the plan become tasks in one step, those unticked do not, and a second
// time only they are offered.
func TestTasksTakeFromPlan(t *testing.T) {
	b := tasksPage(t)
	c := b.Window.Canvas()
	list := b.List(t, "Tình hình")
	before := list.Len()
	uitest.More(t, c, "Lấy từ kế hoạch")
	uitest.Keys(c, "Space", "Down", "Space")
	uitest.Tap(t, c, "Lấy từ kế hoạch")
	if got := list.Len() - before; got != 15 {
		t.Fatalf("%d tasks were added, want 15:\n%s", got, uitest.Text(c))
	}
	uitest.More(t, c, "Lấy từ kế hoạch")
	says(t, b, "2 dòng")
}

// A year without tasks says what to do first.
func TestTasksEmpty(t *testing.T) {
	b := guitest.Empty(t)
	b.Show(tasks.New(b.Desk, func(string) {}))
	uitest.Tap(t, b.Window.Canvas(), "Lấy từ kế hoạch")
	says(t, b, "chưa có nhiệm vụ nào", "chưa có kế hoạch")
}

// The report of half a year is written as Word, that of the year as Excel, each opened; a
// year without tasks is told what to do first.
func TestTasksReport(t *testing.T) {
	b := guitest.Open(t)
	var opened []string
	tab := tasks.New(b.Desk, func(path string) { opened = append(opened, path) })
	b.Show(tab)
	c := b.Window.Canvas()
	dir := t.TempDir()
	b.Files.Paths = []string{filepath.Join(dir, "nửa năm"), filepath.Join(dir, "cả năm"), filepath.Join(dir, "trống")}
	uitest.More(t, c, "Báo cáo…")
	uitest.Keys(c, "Return")
	uitest.More(t, c, "Báo cáo…")
	uitest.Keys(c, "Down", "Down", "Down", "Return")
	if want := []string{filepath.Join(dir, "nửa năm.docx"), filepath.Join(dir, "cả năm.xlsx")}; !slices.Equal(opened, want) {
		t.Errorf("opened %q, want %q\n%s", opened, want, uitest.Text(c))
	}
	b.Desk.Choose(2019, "")
	tab.Refresh()
	uitest.More(t, c, "Báo cáo…")
	uitest.Keys(c, "Return")
	if says(t, b, "chưa có nhiệm vụ nào"); len(opened) != 2 {
		t.Errorf("a year without tasks: %q", opened)
	}
}
