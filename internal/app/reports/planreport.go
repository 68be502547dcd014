package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/letters"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// Half is the last day of the first half of a year.
func Half(year int) tdkt.Day { return tdkt.Date(year, 6, 30) }

// PlanProgress is how the tasks of a year stand at the end of its first half, or of the
// year; on a day before that, as they stand on the day. What was done later is not done yet.
func PlanProgress(v *view.View, year int, firstHalf bool, today tdkt.Day) (tdkt.Plan, letters.Progress) {
	if firstHalf {
		return planProgressOn(v, year, fmt.Sprintf("6 tháng đầu năm %d", year), min(Half(year), today), today)
	}
	return planProgressOn(v, year, fmt.Sprintf("năm %d", year), min(tdkt.LastDay(year), today), today)
}

// planProgressOn is how the tasks of a year stand on a day.
func planProgressOn(v *view.View, year int, period string, on, today tdkt.Day) (tdkt.Plan, letters.Progress) {
	g := letters.Progress{Period: period, On: on}
	var plan tdkt.Plan
	if plans := v.PlansOf(year); len(plans) > 0 {
		plan = plans[0]
	}
	heads := map[string]string{}
	var order []string
	place := map[string]int{} // of sections in the plan
	for _, s := range plan.Sections {
		heads[s.Mark] = plantext.Marked(s.Mark, s.Heading)
		order = append(order, s.Mark)
	}
	for i, l := range plantext.Leaves(plan.Sections) {
		place[l.Path] = i + 1
	}
	for _, p := range v.PlansOf(year) { // tasks of plans with a theme stand by themselves
		if p.ID != plan.ID {
			heads[string(p.ID)] = "Kế hoạch: " + p.Title
			order = append(order, string(p.ID))
		}
	}
	const none = ""
	heads[none] = "Nhiệm vụ không gắn với mục nào của kế hoạch"
	in := map[string][]letters.ProgressTask{}
	tasks := v.TasksOf(year, "")
	slices.SortStableFunc(tasks, func(a, b tdkt.Task) int {
		return cmp.Or(cmp.Compare(place[a.Section], place[b.Section]), cmp.Compare(a.Place, b.Place))
	})
	for _, t := range tasks {
		top, _, _ := strings.Cut(t.Section, ".")
		if t.Plan != plan.ID {
			top = string(t.Plan)
		}
		if _, ok := heads[top]; !ok {
			top = none
		}
		in[top] = append(in[top], progressTask(v, t, g.On, today > g.On, &g.Counts))
	}
	for _, mark := range append(order, none) {
		if len(in[mark]) > 0 {
			g.Parts = append(g.Parts, letters.ProgressPart{Head: heads[mark], Tasks: in[mark]})
		}
	}
	return plan, g
}

// progressTask puts a task into words as it stood on a day, and counts it. Of a day that
// is over, how far an open task was is not known.
func progressTask(v *view.View, t tdkt.Task, on tdkt.Day, over bool, c *letters.ProgressCounts) letters.ProgressTask {
	p := letters.ProgressTask{Section: t.Section, Title: t.Title, Owner: v.OwnerOf(t), Deadline: t.Deadline, Evidence: t.Evidence}
	later := t.State == tdkt.TaskDone && t.Done > on
	if later {
		p.Evidence = ""
		t.State = "" // what it was on the day is not known, only that it was not done
	}
	if t.Progress > 0 && (t.State == tdkt.TaskDone || t.Open() && !over) {
		p.Percent = fmt.Sprint(t.Progress)
	}
	if t.State != tdkt.TaskDone && t.State != tdkt.TaskDropped && t.Deadline != 0 && t.Deadline < on {
		p.Late = t.Deadline.DaysTo(on)
	}
	var in *int
	p.State, in = standing(t, on, over, p, c)
	*in++
	c.All++
	return p
}

// standing is how a task stands on a day, and where it is counted.
func standing(t tdkt.Task, on tdkt.Day, over bool, p letters.ProgressTask, c *letters.ProgressCounts) (string, *int) {
	switch {
	case t.State == tdkt.TaskDropped:
		return "không thực hiện", &c.Dropped
	case t.State == tdkt.TaskDone && t.Done != 0:
		return "đã xong ngày " + t.Done.String(), &c.Done
	case t.State == tdkt.TaskDone:
		return "đã xong", &c.Done
	case p.Late > 0:
		return fmt.Sprintf("quá hạn %d ngày", p.Late), &c.Late
	case t.Deadline > on && (over || t.State != tdkt.TaskDoing):
		return "chưa đến hạn", &c.NotYet
	case t.State == "":
		return "chưa xong trong kỳ", &c.Doing
	case t.State == tdkt.TaskDoing && p.Percent != "":
		return "đang làm, đạt " + p.Percent + "%", &c.Doing
	case t.State == tdkt.TaskDoing:
		return "đang làm", &c.Doing
	}
	return "chưa bắt đầu", &c.Todo
}

// PlanTable is the report as a sheet: a row for each task.
func PlanTable(plan tdkt.Plan, g letters.Progress) tdkt.ListTable {
	t := tdkt.ListTable{
		Title: "TÌNH HÌNH THỰC HIỆN KẾ HOẠCH " + strings.ToUpper(g.Period), Sheet: "Nhiệm vụ",
		Notes: []string{plan.Title, "Tính đến ngày " + g.On.String() + ".", g.Counts.Words()},
		Columns: []tdkt.ListColumn{
			{Title: "Phần của kế hoạch", Width: 26},
			{Title: "Mục", Width: 8},
			{Title: "Nhiệm vụ", Width: 42},
			{Title: "Chủ trì", Width: 24},
			{Title: "Hạn", Kind: tdkt.ListDay, Width: 19},
			{Title: "Tình trạng", Width: 26},
			{Title: "Tiến độ %", Kind: tdkt.ListNumber, Width: 10},
			{Title: "Số ngày quá hạn", Kind: tdkt.ListNumber, Width: 10},
			{Title: "Kết quả, minh chứng", Width: 34},
		},
	}
	for _, part := range g.Parts {
		for _, x := range part.Tasks {
			late := ""
			if x.Late > 0 {
				late = fmt.Sprint(x.Late)
			}
			t.Rows = append(t.Rows, []string{part.Head, x.Section, x.Title, x.Owner, x.Deadline.String(), x.State, x.Percent, late, x.Evidence})
		}
	}
	return t
}
