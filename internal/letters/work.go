package letters

import (
	"fmt"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// Work is what was done in emulation and commendation from a day to a day, as it was known
// on the last of them.
type Work struct {
	From, To    tdkt.Day
	Period      string // "6 tháng đầu năm 2023", "năm 2023", "từ ngày … đến ngày …"
	Targets     []WorkTarget
	Movements   []WorkMovement
	Events      []WorkEvents
	Given       []WorkGiven
	Initiatives []WorkCount
	Examples    []string
	Complaints  WorkComplaints
	Tasks       Progress
	Plan        tdkt.Plan
}

// WorkTarget is how many pledged a title for the year, and how many were given it by the end
// of the period.
type WorkTarget struct {
	Title                       string
	UnitsPledged, PeoplePledged int
	UnitsGiven, PeopleGiven     int
}

// WorkMovement is a movement under way in the period.
type WorkMovement struct {
	Name, Kind, Scope string
	From, To          tdkt.Day
	Joined            int
	Scores            []WorkScore // by year, the best first
	Reviews           []string
}

// WorkScore is what one participant of a movement reached in a year; Year is 0 of the
// movement as a whole.
type WorkScore struct {
	Year                 int
	Name, Points, Result string
}

// WorkEvents are the events of one kind.
type WorkEvents struct {
	Kind string
	List []string
}

// WorkGiven is how many were given a title or form, by level and loại hình.
type WorkGiven struct {
	Level, Title, Manner string
	Units, People        int
}

// WorkCount is a count with its words.
type WorkCount struct {
	Words string
	N     int
}

// WorkComplaints are the complaints of the period.
type WorkComplaints struct {
	Received, Closed, Open int
	List                   []string
}

// workValues are the fields of the report of the work.
func workValues(v docx.Values, in Input) {
	w := in.Work
	v["kỳ báo cáo"], v["đến ngày"] = orBlank(w.Period), longDay(w.To)
	v["chỉ tiêu"] = docx.Each(w.Targets, func(n int, t WorkTarget) docx.Values {
		return docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "tên danh hiệu": docx.Text(t.Title), "tập thể đăng ký": docx.Text(fmt.Sprint(t.UnitsPledged)), "cá nhân đăng ký": docx.Text(fmt.Sprint(t.PeoplePledged)),
			"tập thể đạt": docx.Text(fmt.Sprint(t.UnitsGiven)), "cá nhân đạt": docx.Text(fmt.Sprint(t.PeopleGiven)),
		}
	})
	v["phong trào"] = docx.Each(w.Movements, movementValues)
	v["có chỉ tiêu"], v["có khen thưởng"] = when(len(w.Targets) > 0), when(len(w.Given) > 0)
	v["hoạt động"] = docx.Each(w.Events, func(_ int, e WorkEvents) docx.Values {
		return docx.Values{"loại hoạt động": docx.Text(dossier.Sentence(e.Kind)), "số hoạt động": count(len(e.List)), "việc": ended("tên việc", e.List)}
	})
	v["khen thưởng"] = docx.Each(w.Given, func(n int, g WorkGiven) docx.Values {
		return docx.Values{
			"stt": docx.Text(fmt.Sprint(n)), "tên": docx.Text(g.Title), "cấp": orBlank(g.Level), "loại hình": orBlank(g.Manner),
			"số tập thể": docx.Text(fmt.Sprint(g.Units)), "số cá nhân": docx.Text(fmt.Sprint(g.People)),
		}
	})
	units, people := 0, 0
	for _, g := range w.Given {
		units, people = units+g.Units, people+g.People
	}
	v["tổng tập thể"], v["tổng cá nhân"] = docx.Text(fmt.Sprint(units)), docx.Text(fmt.Sprint(people))
	v["sáng kiến"] = docx.Each(w.Initiatives, func(n int, c WorkCount) docx.Values {
		return docx.Values{"loại sáng kiến": docx.Text(c.Words), "số sáng kiến": count(c.N), "dấu": mark(n, len(w.Initiatives))}
	})
	v["điển hình"] = ended("tên điển hình", w.Examples)
	c := w.Complaints
	v["có đơn thư"] = when(c.Received+c.Closed+c.Open > 0)
	v["đơn nhận"], v["đơn xong"], v["đơn còn"] = count(c.Received), count(c.Closed), count(c.Open)
	v["đơn thư"] = ended("nội dung đơn", c.List)
	progressValues(v, in.Plan, w.Tasks)
	v["kỳ báo cáo"], v["đến ngày"] = orBlank(w.Period), longDay(w.To)
	v["có nhiệm vụ"] = when(w.Tasks.Counts.All > 0)
	v["đoạn khó khăn"], v["đoạn phương hướng"] = paragraphs(in.Texts.Of("khó khăn, hạn chế")), paragraphs(in.Texts.Of("phương hướng"))
}

// movementValues are the fields of one movement.
func movementValues(n int, m WorkMovement) docx.Values {
	span := ""
	switch {
	case m.From != 0 && m.To != 0:
		span = fmt.Sprintf(", từ %s đến %s", m.From, m.To)
	case m.From != 0:
		span = fmt.Sprintf(", từ %s", m.From)
	}
	about := m.Kind
	if m.Scope != "" {
		about += ", " + m.Scope
	}
	return docx.Values{
		"số phong trào": docx.Text(fmt.Sprint(n)), "tên phong trào": docx.Text(m.Name), "về phong trào": docx.Text(about + span), "số tham gia": count(m.Joined),
		"điểm phong trào": docx.Each(m.Scores, func(_ int, s WorkScore) docx.Values {
			year := "Cả đợt"
			if s.Year != 0 {
				year = fmt.Sprint(s.Year)
			}
			return docx.Values{"năm điểm": docx.Text(year), "đơn vị": docx.Text(s.Name), "điểm": docx.Text(s.Points), "kết quả": docx.Text(s.Result)}
		}),
		"có điểm": when(len(m.Scores) > 0), "tổng kết": ended("lời tổng kết", m.Reviews),
	}
}

// ended is a list of lines of which the last ends with a full stop, the others with a
// semicolon.
func ended(field string, lines []string) docx.List {
	return docx.Each(lines, func(n int, line string) docx.Values {
		return docx.Values{field: docx.Text(line), "dấu": mark(n, len(lines))}
	})
}

// paragraphs are the paragraphs of a text.
func paragraphs(text string) docx.List { return docx.Lines("đoạn", textLines(text)...) }
