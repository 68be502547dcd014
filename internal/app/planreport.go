package app

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"tdkt/internal/letters"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// half is the last day of the first half of a year.
func half(year int) tdkt.Day { return tdkt.Date(year, 6, 30) }

// PlanProgress is how the tasks of a year stand at the end of its first half, or of the
// year; on a day before that, as they stand on the day. What was done later is not done yet.
func (v *View) PlanProgress(year int, firstHalf bool, today tdkt.Day) (tdkt.Plan, letters.Progress) {
	g := letters.Progress{Period: fmt.Sprintf("năm %d", year), On: min(tdkt.LastDay(year), today)}
	if firstHalf {
		g.Period, g.On = fmt.Sprintf("6 tháng đầu năm %d", year), min(half(year), today)
	}
	var plan tdkt.Plan
	if plans := v.PlansOf(year); len(plans) > 0 {
		plan = plans[0]
	}
	heads := map[string]string{}
	order := []string{}
	for _, s := range plan.Sections {
		heads[s.Mark] = plantext.Marked(s.Mark, s.Heading)
		order = append(order, s.Mark)
	}
	const none = ""
	heads[none] = "Nhiệm vụ không gắn với mục nào của kế hoạch"
	in := map[string][]letters.ProgressTask{}
	for _, t := range v.TasksOf(year, "") {
		top, _, _ := strings.Cut(t.Section, ".")
		if _, ok := heads[top]; !ok || t.Plan != plan.ID {
			top = none
		}
		if firstHalf {
			t.Progress = 0 // what is kept is how it stands today
		}
		in[top] = append(in[top], v.progressTask(t, g.On, &g.Counts))
	}
	for _, mark := range append(order, none) {
		if len(in[mark]) > 0 {
			slices.SortStableFunc(in[mark], func(a, b letters.ProgressTask) int { return strings.Compare(a.Section, b.Section) })
			g.Parts = append(g.Parts, letters.ProgressPart{Head: heads[mark], Tasks: in[mark]})
		}
	}
	return plan, g
}

// progressTask puts a task into words as it stood on a day, and counts it.
func (v *View) progressTask(t tdkt.Task, on tdkt.Day, c *letters.ProgressCounts) letters.ProgressTask {
	p := letters.ProgressTask{Section: t.Section, Title: t.Title, Owner: v.OwnerOf(t), Deadline: t.Deadline, Evidence: t.Evidence, Percent: t.Progress}
	c.All++
	later := t.State == tdkt.TaskDone && t.Done > on
	switch {
	case t.State == tdkt.TaskDropped:
		p.State = "không thực hiện"
		c.Dropped++
	case t.State == tdkt.TaskDone && !later:
		p.State = "đã xong"
		if t.Done != 0 {
			p.State += " ngày " + t.Done.String()
		}
		c.Done++
	case t.Deadline != 0 && t.Deadline < on:
		p.Late = t.Deadline.DaysTo(on)
		p.State = fmt.Sprintf("quá hạn %d ngày", p.Late)
		c.Late++
	case later:
		p.State, p.Evidence, p.Percent = "chưa xong trong kỳ", "", 0
		c.Doing++
	case t.State == tdkt.TaskDoing:
		p.State = "đang làm"
		if t.Progress > 0 {
			p.State += fmt.Sprintf(", đạt %d%%", t.Progress)
		}
		c.Doing++
	case t.Deadline > on:
		p.State = "chưa đến hạn"
		c.NotYet++
	default:
		p.State = "chưa bắt đầu"
		c.Todo++
	}
	if later {
		p.State += " (xong ngày " + t.Done.String() + ")"
	}
	return p
}

// ExportPlanReport writes how the plan of a year was carried out, as Word or as Excel by
// the end of the path.
func (a *App) ExportPlanReport(ctx context.Context, year int, firstHalf bool, path string) error {
	plan, g := a.View().PlanProgress(year, firstHalf, a.Today())
	if g.Counts.All == 0 {
		return tdkt.Errorf(tdkt.NotFound, "Năm %d chưa có nhiệm vụ nào. Hãy lấy nhiệm vụ từ kế hoạch ở trang Nhiệm vụ trước.", year)
	}
	if strings.EqualFold(filepath.Ext(path), ".xlsx") {
		if err := a.mayWrite(path, ".xlsx"); err != nil {
			return err
		}
		return a.Forms.Tables(ctx, path, a.View().Org, a.Today(), []tdkt.ListTable{planTable(plan, g)})
	}
	info, _ := letters.InfoOf(string(letters.PlanReport))
	return a.ExportDocument(ctx, year, Document{Info: info, Half: firstHalf}, path)
}

// planTable is the report as a sheet: a row for each task.
func planTable(plan tdkt.Plan, g letters.Progress) tdkt.ListTable {
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
			t.Rows = append(t.Rows, []string{part.Head, x.Section, x.Title, x.Owner, x.Deadline.String(), x.State, fmt.Sprint(x.Percent), late, x.Evidence})
		}
	}
	return t
}
