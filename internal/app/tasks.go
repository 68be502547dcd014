package app

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// TasksOf lists the tasks of a year whose owner is the given unit or below it ("" for
// all), those without a deadline last. A task without an owner is everybody's.
func (v *View) TasksOf(year int, unit tdkt.ID) []tdkt.Task {
	var out []tdkt.Task
	for _, t := range v.Tasks {
		if t.Year == year && v.owns(t, unit) {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b tdkt.Task) int {
		return cmp.Compare(cmp.Or(a.Deadline, never), cmp.Or(b.Deadline, never))
	})
	return out
}

// never is later than any deadline.
const never = tdkt.Day(99991231)

// owns says whether a task belongs to a unit or to someone in it.
func (v *View) owns(t tdkt.Task, unit tdkt.ID) bool {
	if unit == "" || t.Unit == "" && t.Person == "" {
		return true
	}
	if t.Unit != "" {
		return v.Facts.Within(t.Unit, unit)
	}
	at := v.Facts.UnitOn(t.Person, tdkt.LastDay(t.Year))
	return at != "" && v.Facts.Within(at, unit)
}

// OwnerOf is who owns a task, in words: a room, a person, or both.
func (v *View) OwnerOf(t tdkt.Task) string {
	unit := v.UnitName(t.Unit)
	p, known := v.Facts.Person(t.Person)
	switch {
	case !known:
		return unit
	case unit == "":
		return p.Name
	}
	return unit + " (" + p.Name + ")"
}

// SaveTasks adds tasks (no ID) or changes them, in one step. A task is done when it
// says so or has reached 100 per cent, and then has a day.
func (a *App) SaveTasks(ctx context.Context, tasks ...tdkt.Task) error {
	v := a.View()
	var recs []tdkt.Record
	added := 0
	for _, t := range tasks {
		if err := v.unlocked(t.Year); err != nil {
			return err
		}
		t.Title, t.Evidence, t.Note = tdkt.Clean(t.Title), tdkt.Clean(t.Evidence), tdkt.Clean(t.Note)
		if t.Title == "" {
			return tdkt.Errorf(tdkt.Invalid, "Nhiệm vụ chưa có nội dung. Hãy nhập nội dung rồi lưu lại.")
		}
		if t.ID == "" {
			t.ID = tdkt.NewID()
			added++
		}
		recs = append(recs, a.settled(t))
	}
	return a.put(ctx, "save-tasks", taskWords(tasks, added), recs...)
}

// settled is a task whose state, progress and day agree.
func (a *App) settled(t tdkt.Task) tdkt.Task {
	t.State = cmp.Or(t.State, tdkt.TaskTodo)
	if t.State == tdkt.TaskTodo && t.Progress > 0 {
		t.State = tdkt.TaskDoing
	}
	if t.State == tdkt.TaskDoing && t.Progress == 100 {
		t.State = tdkt.TaskDone
	}
	if t.State == tdkt.TaskDone {
		t.Progress, t.Done = 100, cmp.Or(t.Done, a.Today())
		return t
	}
	t.Done = 0
	return t
}

func taskWords(tasks []tdkt.Task, added int) string {
	switch {
	case len(tasks) == 1 && added == 1:
		return "Thêm nhiệm vụ: " + tasks[0].Title
	case len(tasks) == 1:
		return "Sửa nhiệm vụ: " + tasks[0].Title
	case added == len(tasks):
		return fmt.Sprintf("Thêm %d nhiệm vụ", added)
	}
	return fmt.Sprintf("Sửa %d nhiệm vụ", len(tasks))
}

// RemoveTasks takes tasks out, in one step.
func (a *App) RemoveTasks(ctx context.Context, tasks []tdkt.Task) error {
	var recs []tdkt.Record
	for _, t := range tasks {
		if err := a.View().unlocked(t.Year); err != nil {
			return err
		}
		recs = append(recs, t)
	}
	return a.drop(ctx, "remove-tasks", fmt.Sprintf("Xóa %d nhiệm vụ", len(recs)), recs...)
}

// SuggestTasks is a task for each innermost section of a plan that has none yet, to be
// given owners and deadlines.
func (v *View) SuggestTasks(p tdkt.Plan) []tdkt.Task {
	have := map[string]bool{}
	for _, t := range v.Tasks {
		if t.Plan == p.ID {
			have[t.Section+"|"+t.Title] = true
		}
	}
	var out []tdkt.Task
	for _, l := range plantext.Leaves(p.Sections) {
		if !have[l.Path+"|"+l.Title] {
			out = append(out, tdkt.Task{
				Plan: p.ID, Year: p.Year, Section: l.Path, Title: l.Title, Place: len(out) + 1, State: tdkt.TaskTodo,
			})
		}
	}
	return out
}
