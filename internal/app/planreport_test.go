package app_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/reports"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// TestPlanProgress: tasks as they stood on the last day of the half year and of the year:
// what was done later is not done yet, a day that has passed is late, one to come is not,
// and each is counted once, below the part of the plan it belongs to.
func TestPlanProgress(t *testing.T) {
	a := open(t)
	ctx := t.Context()
	plan, err := a.SavePlan(ctx, imports.PlanFrom(a.View(), "KẾ HOẠCH\nCông tác năm 2022\nI. Mục đích\n1. Một\n2. Hai\nII. Nội dung\n1. Ba", 2022))
	if err != nil {
		t.Fatal(err)
	}
	day := func(m, d int) tdkt.Day { return tdkt.Date(2022, m, d) }
	tasks := []tdkt.Task{
		{Title: "xong đúng hạn", Section: "I.1", Plan: plan.ID, Deadline: day(3, 31), State: tdkt.TaskDone, Done: day(3, 1), Progress: 100, Evidence: "Biên bản"},
		{Title: "xong sau kỳ", Section: "I.2", Plan: plan.ID, Deadline: day(12, 1), State: tdkt.TaskDone, Done: day(9, 1), Progress: 100, Evidence: "Ảnh"},
		{Title: "xong muộn", Section: "II.1", Plan: plan.ID, Deadline: day(6, 10), State: tdkt.TaskDone, Done: day(7, 5), Progress: 100},
		{Title: "đang làm", Section: "II.1", Plan: plan.ID, State: tdkt.TaskDoing, Progress: 40},
		{Title: "chưa đến hạn", Section: "II.1", Plan: plan.ID, Deadline: day(11, 30), State: tdkt.TaskTodo},
		{Title: "bỏ", Section: "X", Plan: plan.ID, Deadline: day(1, 1), State: tdkt.TaskDropped},
		{Title: "không mục, không hạn", State: tdkt.TaskTodo},
	}
	var recs []tdkt.Record
	for i, x := range tasks {
		x.ID, x.Year, x.Place = tdkt.NewID(), 2022, i
		recs = append(recs, x)
	}
	if err := a.Change(ctx, "test", "việc", func(tx app.Tx) error { return tx.Put(ctx, recs...) }); err != nil {
		t.Fatal(err)
	}
	percent := map[string]string{}
	said := func(half bool) (lines []string, c letters.ProgressCounts) {
		_, g := reports.PlanProgress(a.View(), 2022, half, a.Today())
		for _, p := range g.Parts {
			lines = append(lines, p.Head)
			for _, x := range p.Tasks {
				lines = append(lines, "- "+x.Title+": "+x.State+"; "+x.Evidence)
				percent[x.Title] = x.Percent
			}
		}
		return lines, g.Counts
	}
	lines, counts := said(true)
	want := []string{
		"I. Mục đích", "- xong đúng hạn: đã xong ngày 01/03/2022; Biên bản", "- xong sau kỳ: chưa đến hạn; ",
		"II. Nội dung", "- xong muộn: quá hạn 20 ngày; ", "- đang làm: đang làm; ", "- chưa đến hạn: chưa đến hạn; ",
		"Nhiệm vụ không gắn với mục nào của kế hoạch", "- bỏ: không thực hiện; ", "- không mục, không hạn: chưa bắt đầu; ",
	}
	if d := cmp.Diff(want, lines); d != "" {
		t.Errorf("half a year (-want +got):\n%s", d)
	}
	if d := cmp.Diff(letters.ProgressCounts{All: 7, Done: 1, Doing: 1, Todo: 1, Late: 1, NotYet: 2, Dropped: 1}, counts); d != "" {
		t.Errorf("half a year (-want +got):\n%s", d)
	}
	if percent["xong đúng hạn"] != "100" || percent["đang làm"] != "" || percent["xong muộn"] != "" {
		t.Errorf("half a year, per cent: %v", percent)
	}
	_, counts = said(false)
	if d := cmp.Diff(letters.ProgressCounts{All: 7, Done: 3, Doing: 1, Todo: 1, Late: 1, Dropped: 1}, counts); d != "" {
		t.Errorf("the year (-want +got):\n%s", d)
	}
}
