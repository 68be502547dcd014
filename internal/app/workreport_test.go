package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/docx"
	"tdkt/internal/letters"
	"tdkt/internal/tdkt"
)

// workText is the report of the work of 2023 over a period, as text.
func workText(t *testing.T, a *app.App, from, to tdkt.Day) string {
	t.Helper()
	d, err := papers.WorkReport(tdkt.YearEndRound(2023), from, to)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bc.docx")
	if err := papers.ExportDocument(t.Context(), a, 2023, d, path); err != nil {
		t.Fatal(err)
	}
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("TDKT_LETTERS"); dir != "" { // to be looked at as pages
		if err := os.WriteFile(filepath.Join(dir, "cong-tac-"+to.ISO()+".docx"), body, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list, err := docx.ReadLines(path, body)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range list {
		b.WriteString(strings.Join(l.Cells, " | ") + "\n")
	}
	return b.String()
}

// later are facts of every kind that the report counts, each of the second half of 2023, or
// known only when the year is over.
func later(t *testing.T, a *app.App) []tdkt.Record {
	t.Helper()
	v := a.View()
	person, unit := subjectOf(t, a, "CB020"), subjectOf(t, a, "TCBC")
	day := tdkt.Date(2023, 7, 1)
	m := v.Movements[0]
	revoked := v.Awards[0]
	for _, w := range v.Awards {
		if w.Date >= tdkt.Date(2023, 1, 1) && w.Date <= tdkt.Date(2023, 6, 30) && !w.Revoked {
			revoked = w
		}
	}
	revoked.Revoked, revoked.Reason = true, "khai sai"
	decision := tdkt.Decision{ID: tdkt.NewID(), Kind: tdkt.Revoking, Number: "301/QĐ-UBND", Date: day}
	task := v.TasksOf(2023, "")[0]
	task.State, task.Done, task.Evidence = tdkt.TaskDone, day, "Báo cáo số 99"
	closed := tdkt.Complaint{
		ID: tdkt.NewID(), Received: tdkt.Date(2023, 6, 1), Sender: "Một công chức", Kind: tdkt.ComplaintKinds()[0], Subject: person,
		Summary: "Chấm điểm chưa đúng", Closed: day, Upheld: "đúng", Outcome: "Chấm lại",
	}
	m.Reviews = append(m.Reviews, tdkt.Review{Day: day, Text: "Sơ kết tháng 7"})
	return []tdkt.Record{
		tdkt.Award{ID: tdkt.NewID(), Subject: person, Code: "GK", From: 2023, To: 2023, Decision: "300/QĐ-SNV", Date: day, Manner: "đột xuất", Level: "Sở"},
		tdkt.Award{ID: tdkt.NewID(), Subject: unit, Code: "BKT", From: 2023, To: 2023}, // without a day: of the year as a whole
		revoked, decision,
		tdkt.DecisionLine{ID: tdkt.NewID(), Decision: decision.ID, Place: 1, Subject: revoked.Subject, Code: revoked.Code, Award: revoked.ID},
		tdkt.Initiative{ID: tdkt.NewID(), Year: 2023, Person: person.ID, Title: "Sáng kiến tháng bảy", Kind: tdkt.Innovation, Scope: tdkt.Base, Date: day},
		tdkt.Example{ID: tdkt.NewID(), Year: 2023, Kind: tdkt.GoodDeed, Subject: person, Date: day, Story: "Việc tháng bảy"},
		tdkt.Event{ID: tdkt.NewID(), Year: 2023, Kind: tdkt.Training, Name: "Lớp tháng bảy", From: day},
		tdkt.Complaint{ID: tdkt.NewID(), Received: day, Sender: "Một tổ chức", Kind: tdkt.ComplaintKinds()[0], Subject: unit, Summary: "Đơn tháng bảy"},
		closed, task, m,
		tdkt.Participant{ID: tdkt.NewID(), Movement: m.ID, Subject: unit, Scores: []int{3900, 2900, 2900}, Result: "Đạt chuẩn", Year: 2023},
		tdkt.Movement{ID: tdkt.NewID(), Name: "Phong trào tháng bảy", Kind: tdkt.ThemedMovement, From: day, To: tdkt.LastDay(2023)},
	}
}

// A report dated 30/6 says the same before and after everything that came later was entered;
// the report of the year says it all.
func TestWorkReportKnowsNothingLater(t *testing.T) {
	a := sample(t)
	a.Now = tdkt.Date(2024, 3, 1).Time
	first, half, last := tdkt.Date(2023, 1, 1), tdkt.Date(2023, 6, 30), tdkt.Date(2023, 12, 31)
	put(t, a, nil, tdkt.Award{ID: tdkt.NewID(), Subject: subjectOf(t, a, "CB010"), Code: "GK", From: 2023, To: 2023, Decision: "200/QĐ-SNV", Date: tdkt.Date(2023, 5, 2), Manner: "đột xuất", Level: "Sở"})
	facts := later(t, a)
	open := tdkt.Complaint{}
	for _, r := range facts { // it was received in June, and is entered before
		if c, ok := r.(tdkt.Complaint); ok && c.Closed != 0 {
			open = c
			open.Closed, open.Upheld, open.Outcome = 0, "", ""
		}
	}
	task := facts[len(facts)-4].(tdkt.Task)
	was := task
	was.State, was.Done, was.Evidence, was.Deadline = tdkt.TaskDoing, 0, "", tdkt.Date(2023, 6, 15)
	task.Deadline = was.Deadline
	facts[len(facts)-4] = task
	put(t, a, nil, open, was)
	before, year := workText(t, a, first, half), workText(t, a, first, last)
	put(t, a, nil, facts...)
	after, now := workText(t, a, first, half), workText(t, a, first, last)
	if before != after {
		t.Errorf("the report of 30/6 changed:\n%s\n\nto\n%s", before, after)
	}
	for _, words := range []string{
		"Lớp tháng bảy", "Việc tháng bảy", "Đơn tháng bảy", "Sơ kết tháng 7", "Phong trào tháng bảy",
		"2023 | Phòng Tổ chức biên chế | 97 | Đạt chuẩn", "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Tỉnh",
	} {
		if strings.Contains(after, words) || strings.Contains(year, words) || !strings.Contains(now, words) {
			t.Errorf("%q: in the half %v, in the year before %v and after %v\n%s", words, strings.Contains(after, words), strings.Contains(year, words), strings.Contains(now, words), now)
		}
	}
}

// The periods that a report may have, and what they are called; others are refused.
func TestWorkPeriods(t *testing.T) {
	a := sample(t)
	for _, c := range []struct {
		from, to tdkt.Day
		want     string
	}{
		{0, 0, "năm 2023"},
		{tdkt.Date(2023, 1, 1), tdkt.Date(2023, 6, 30), "6 tháng đầu năm 2023"},
		{tdkt.Date(2023, 3, 1), tdkt.Date(2023, 8, 31), "từ ngày 01/03/2023 đến ngày 31/08/2023"},
		{tdkt.Date(2023, 3, 1), tdkt.Date(2023, 2, 28), ""},
		{tdkt.Date(2023, 3, 1), 0, ""},
	} {
		d := papers.Document{From: tdkt.FirstDay(2023), To: tdkt.LastDay(2023)}
		d.Kind = letters.WorkReport
		err := d.SetPeriod(false, c.from, c.to)
		if (err != nil) != (c.want == "") || err == nil && d.Period() != c.want {
			t.Errorf("%s–%s: %q, %v", c.from, c.to, d.Period(), err)
		}
	}
	if text := workText(t, a, tdkt.Date(2023, 1, 1), tdkt.Date(2023, 6, 30)); !strings.Contains(text, "Công tác thi đua, khen thưởng 6 tháng đầu năm 2023") {
		t.Errorf("half a year:\n%s", text)
	}
}
