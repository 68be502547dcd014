package app_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// TestNextYearIsOneStep: the plan of 2024 is made from that of 2023 with the tasks
// still open, in one step that one undo takes back.
func TestNextYearIsOneStep(t *testing.T) {
	a := sample(t)
	ctx := t.Context()
	plan := a.View().PlansOf(2023)[0]
	before := len(a.View().Tasks)
	tasks := []tdkt.Task{
		{Plan: plan.ID, Year: 2023, Section: "II.1", Title: "Tuyên truyền năm 2023", Deadline: tdkt.Date(2023, 3, 31), State: tdkt.TaskDone},
		{Plan: plan.ID, Year: 2023, Section: "II.4", Title: "Xây dựng cơ quan văn hóa", Deadline: tdkt.Date(2023, 12, 31), Progress: 40},
	}
	if err := a.SaveTasks(ctx, tasks...); err != nil {
		t.Fatal(err)
	}
	next := a.View().NextPlan(plan)
	keep := map[string]bool{}
	for _, n := range next.Tasks {
		keep[n.New.Title] = n.Keep
	}
	if kept, ok := keep["Tuyên truyền năm 2024"]; !ok || kept || !keep["Xây dựng cơ quan văn hóa"] {
		t.Errorf("tasks and whether they are kept: %v", keep)
	}
	if err := a.StartYear(ctx, next); err != nil {
		t.Fatal(err)
	}
	v := a.View()
	if plans := v.PlansOf(2024); len(plans) != 1 || plans[0].Title != "Công tác thi đua, khen thưởng năm 2024" || plans[0].ID == plan.ID {
		t.Fatalf("plans of 2024: %v", plans)
	}
	for _, task := range v.TasksOf(2024, "") {
		if task.Deadline.Year() != 2024 && task.Deadline != 0 || task.State != tdkt.TaskTodo || task.Progress != 0 {
			t.Errorf("task of 2024: %+v", task)
		}
	}
	if err := a.StartYear(ctx, next); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a second plan of 2024: %v", err)
	}
	if _, err := a.UndoLast(ctx); err != nil {
		t.Fatal(err)
	}
	if v := a.View(); len(v.PlansOf(2024)) != 0 || len(v.TasksOf(2024, "")) != 0 || len(v.Tasks) != before+2 {
		t.Errorf("after undo: %d plans, %d tasks", len(v.PlansOf(2024)), len(v.Tasks))
	}
}

// TestTaskSettles: state, progress and day of a task agree, whichever was typed.
func TestTaskSettles(t *testing.T) {
	a := sample(t)
	for name, tc := range map[string]struct{ in, want tdkt.Task }{
		"no state":       {tdkt.Task{}, tdkt.Task{State: tdkt.TaskTodo}},
		"some progress":  {tdkt.Task{State: tdkt.TaskTodo, Progress: 30}, tdkt.Task{State: tdkt.TaskDoing, Progress: 30}},
		"all progress":   {tdkt.Task{Progress: 100}, tdkt.Task{State: tdkt.TaskDone, Progress: 100, Done: a.Today()}},
		"done, with day": {tdkt.Task{State: tdkt.TaskDone, Done: tdkt.Date(2023, 5, 1)}, tdkt.Task{State: tdkt.TaskDone, Progress: 100, Done: tdkt.Date(2023, 5, 1)}},
		"begun again":    {tdkt.Task{State: tdkt.TaskDoing, Progress: 60, Done: tdkt.Date(2023, 5, 1)}, tdkt.Task{State: tdkt.TaskDoing, Progress: 60}},
	} {
		tc.in.Year, tc.in.Title = 2023, "Việc "+name
		if err := a.SaveTasks(t.Context(), tc.in); err != nil {
			t.Fatal(err)
		}
		for _, got := range a.View().Tasks {
			if got.Title != tc.in.Title {
				continue
			}
			if diff := cmp.Diff(tc.want, got, cmpopts.IgnoreFields(tdkt.Task{}, "ID", "Year", "Title")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
	if err := a.SaveTasks(t.Context(), tdkt.Task{Year: 2023, Title: " "}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a task without words: %v", err)
	}
}

// TestSuggestTasks: each innermost section of the plan becomes a task once.
func TestSuggestTasks(t *testing.T) {
	a := sample(t)
	plan := a.View().PlansOf(2023)[0]
	if err := a.RemoveTasks(t.Context(), a.View().TasksOf(2023, "")); err != nil {
		t.Fatal(err)
	}
	list := a.View().SuggestTasks(plan)
	if len(list) != 17 || list[2].Section != "II.1" || !strings.HasPrefix(list[2].Title, "Tiếp tục tuyên truyền") || list[16].Section != "IV" {
		t.Fatalf("%d suggestions: %+v", len(list), list)
	}
	if err := a.SaveTasks(t.Context(), list...); err != nil {
		t.Fatal(err)
	}
	if again := a.View().SuggestTasks(plan); len(again) != 0 {
		t.Errorf("suggested again: %v", again)
	}
}

// TestMovementResults: rooms join once, scores stay within their criterion, the best
// comes first, and a movement over the end of years is one of each of them.
func TestMovementResults(t *testing.T) {
	a := sample(t)
	ctx := t.Context()
	m, err := a.SaveMovement(ctx, tdkt.Movement{
		Name: "Văn hóa công sở", Kind: tdkt.ThemedMovement, From: tdkt.Date(2019, 6, 1), To: tdkt.Date(2025, 12, 31),
		Criteria: []tdkt.Criterion{{Text: "Nếp sống văn minh", Weight: 6000}, {Text: "Cảnh quan", Weight: 4000}},
	})
	if err != nil {
		t.Fatal(err)
	}
	units := a.View().UnitsOf(2023, "")[1:3]
	rooms := []tdkt.Subject{tdkt.UnitSubject(units[0].ID), tdkt.UnitSubject(units[1].ID)}
	for range 2 {
		if _, err := a.Join(ctx, m, rooms); err != nil {
			t.Fatal(err)
		}
	}
	list := a.View().ParticipantsOf(m)
	if len(list) != 2 {
		t.Fatalf("%d participants, want 2", len(list))
	}
	list[0].Scores, list[1].Scores = []int{5000, 3000}, []int{5950, 4000}
	best := list[1].Subject
	if err := a.SaveResults(ctx, m, list); err != nil {
		t.Fatal(err)
	}
	if got := a.View().ParticipantsOf(m)[0]; got.Subject != best || got.Points() != 9950 {
		t.Errorf("first is %v with %d", got.Subject, got.Points())
	}
	list[0].Scores = []int{6001}
	if err := a.SaveResults(ctx, m, list[:1]); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "từ 0 đến 60.") {
		t.Errorf("a score over its weight: %v", err)
	}
	for year, want := range map[int]bool{2018: false, 2019: true, 2023: true, 2026: false} {
		found := false
		for _, o := range a.View().MovementsOf(year) {
			found = found || o.ID == m.ID
		}
		if found != want {
			t.Errorf("under way in %d: %v", year, found)
		}
	}
	for day, want := range map[tdkt.Day]int{tdkt.Date(2022, 5, 30): 2, tdkt.Date(2022, 5, 31): 3, tdkt.Date(2030, 1, 1): 6} {
		if got := m.Years(day); got != want {
			t.Errorf("%s: %d whole years, want %d", day, got, want)
		}
	}
}

// TestEventKeepsItsPeople: naming the people anew adds and takes out just the
// difference; an example needs somebody or a name.
func TestEventKeepsItsPeople(t *testing.T) {
	a := sample(t)
	ctx := t.Context()
	people := a.View().PeopleOf(2023, "")
	e := tdkt.Event{Year: 2023, Kind: tdkt.Training, Name: "Lớp tập huấn nghiệp vụ"}
	if err := a.SaveEvent(ctx, e, []tdkt.ID{people[0].ID, people[1].ID, people[0].ID}); err != nil {
		t.Fatal(err)
	}
	all := a.View().EventsOf(2023)
	e = all[len(all)-1]
	if err := a.SaveEvent(ctx, e, []tdkt.ID{people[1].ID, people[2].ID}); err != nil {
		t.Fatal(err)
	}
	var got []tdkt.ID
	for _, t := range a.View().AttendancesOf(e) {
		got = append(got, t.Person)
	}
	if diff := cmp.Diff([]tdkt.ID{people[1].ID, people[2].ID}, got); diff != "" {
		t.Errorf("who took part (-want +got):\n%s", diff)
	}
	if err := a.RemoveEvent(ctx, e); err != nil || len(a.View().AttendancesOf(e)) != 0 {
		t.Errorf("removing: %v", err)
	}
	if err := a.SaveExample(ctx, tdkt.Example{Year: 2023, Kind: tdkt.GoodDeed}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("an example of nobody: %v", err)
	}
	locked(t, a, 2023)
	for name, err := range map[string]error{
		"plan":    func() error { _, err := a.SavePlan(ctx, a.View().PlansOf(2023)[0]); return err }(),
		"task":    a.SaveTasks(ctx, tdkt.Task{Year: 2023, Title: "Việc"}),
		"event":   a.SaveEvent(ctx, tdkt.Event{Year: 2023, Kind: tdkt.Launch, Name: "Hội nghị"}, nil),
		"example": a.SaveExample(ctx, tdkt.Example{Year: 2023, Kind: tdkt.GoodDeed, Name: "Bà Mẫu"}),
		"pact":    a.SavePacts(ctx, tdkt.Pact{Year: 2023, Unit: a.View().Units[0].ID}),
	} {
		if tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%s in a locked year: %v", name, err)
		}
	}
}

// locked locks a year.
func locked(t *testing.T, a *app.App, year int) {
	t.Helper()
	y := a.View().YearOf(year)
	y.Locked = true
	if y.ID == "" {
		y.ID = tdkt.NewID()
	}
	if err := a.Change(t.Context(), "test", "Khóa năm", func(tx app.Tx) error { return tx.Put(t.Context(), y) }); err != nil {
		t.Fatal(err)
	}
}
