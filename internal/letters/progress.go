package letters

import (
	"fmt"

	"tdkt/internal/docx"
	"tdkt/internal/tdkt"
)

// Progress is how a plan's tasks stand on a day, for its report.
type Progress struct {
	Period string // "6 tháng đầu năm 2023", "năm 2023"
	On     tdkt.Day
	Parts  []ProgressPart
	Counts ProgressCounts
}

// ProgressPart is a part of the plan with its tasks.
type ProgressPart struct {
	Head  string
	Tasks []ProgressTask
}

// ProgressTask is one task in words. Late tells those past their day.
type ProgressTask struct {
	Section, Title, Owner, State, Evidence string
	Percent                                string // "" where it is not known
	Deadline                               tdkt.Day
	Late                                   int // days past the deadline, 0: not late
}

// ProgressCounts are how many tasks stand how; each is counted once.
type ProgressCounts struct{ All, Done, Doing, Todo, Late, NotYet, Dropped int }

// progressValues are the fields of the report of a plan.
func progressValues(v docx.Values, p tdkt.Plan, g Progress) {
	v["kỳ báo cáo"] = orBlank(g.Period)
	v["đến ngày"] = longDay(g.On)
	v["số kế hoạch"], v["ký hiệu kế hoạch"], v["tên kế hoạch"] = orBlank(p.Number), orBlank(p.Symbol), orBlank(p.Title)
	v["ngày kế hoạch"] = planDay(p)
	c := g.Counts
	v["tổng số"], v["số đã xong"], v["số đang làm"], v["số chưa bắt đầu"] = count(c.All), count(c.Done), count(c.Doing), count(c.Todo)
	v["số quá hạn"], v["số chưa đến hạn"], v["số không làm"] = count(c.Late), count(c.NotYet), count(c.Dropped)
	v["có chưa đến hạn"], v["có không làm"] = shownIf(c.NotYet > 0), shownIf(c.Dropped > 0)
	var late []ProgressTask
	for _, part := range g.Parts {
		for _, t := range part.Tasks {
			if t.Late > 0 {
				late = append(late, t)
			}
		}
	}
	v["mục kế hoạch"] = docx.Each(g.Parts, func(_ int, part ProgressPart) docx.Values {
		return docx.Values{"tên mục": orBlank(part.Head), "việc": taskLines(part.Tasks)}
	})
	v["việc quá hạn"] = taskLines(late)
}

func shownIf(on bool) docx.Text {
	if on {
		return shown
	}
	return ""
}

func taskLines(list []ProgressTask) docx.List {
	return docx.Each(list, func(n int, t ProgressTask) docx.Values {
		before := func(sign, words string) docx.Text {
			if words == "" {
				return ""
			}
			return docx.Text(sign + words)
		}
		due := ""
		if t.Deadline != 0 {
			due = "hạn " + t.Deadline.String()
		}
		return docx.Values{
			"tên việc": orBlank(t.Title), "chủ trì": before(" – ", t.Owner), "thời hạn": before(", ", due),
			"tình trạng": orBlank(t.State), "kết quả": before("; kết quả: ", t.Evidence), "dấu": mark(n, len(list)),
		}
	})
}

// Words names the counts for a line of a table.
func (c ProgressCounts) Words() string {
	return fmt.Sprintf("Tổng số %d nhiệm vụ: đã xong %d, đang làm %d, chưa bắt đầu %d, quá hạn %d, chưa đến hạn %d, không thực hiện %d.",
		c.All, c.Done, c.Doing, c.Todo, c.Late, c.NotYet, c.Dropped)
}
