package app

import (
	"cmp"
	"context"
	"fmt"

	"tdkt/internal/tdkt"
)

// SaveTasks adds tasks (no ID) or changes them, in one step. A task is done when it
// says so or has reached 100 per cent, and then has a day.
func (a *App) SaveTasks(ctx context.Context, tasks ...tdkt.Task) error {
	v := a.View()
	var recs []tdkt.Record
	added := 0
	for _, t := range tasks {
		if err := v.Unlocked(t.Year); err != nil {
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
		if err := a.View().Unlocked(t.Year); err != nil {
			return err
		}
		recs = append(recs, t)
	}
	return a.Drop(ctx, "remove-tasks", fmt.Sprintf("Xóa %d nhiệm vụ", len(recs)), recs...)
}
