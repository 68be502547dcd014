package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/docx"
	"tdkt/internal/tdkt"
)

// wordText is what a Word file says.
func wordText(t *testing.T, path string) string {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := docx.ReadLines(filepath.Base(path), file)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint(lines)
}

// TestNoticesMinutesPetition: the result is told to each with the deadline of a petition, and
// the day of the notice is kept; the minutes name the room's people with mean and level; a
// petition stands among the complaints with its seven working days.
func TestNoticesMinutesPetition(t *testing.T) {
	a := open(t)
	load(t, a, marked)
	id := subject(t, a, "CB001").ID
	dir := t.TempDir()
	if _, err := papers.WriteRatingNotices(t.Context(), a, 2026, []tdkt.ID{id}, dir); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a notice of nothing decided: %v", err)
	}
	var edits []app.MarkEdit
	for _, p := range tdkt.Months() {
		edits = append(edits, app.MarkEdit{Person: id, Period: p, Score: tdkt.Score{Common: 2800, Result: 6340, Total: 9140}})
	}
	if err := a.SetMarks(t.Context(), 2026, edits); err != nil {
		t.Fatal(err)
	}
	if _, err := a.DecideProposed(t.Context(), 2026, []tdkt.ID{id}, "12/QĐ-SNV"); err != nil {
		t.Fatal(err)
	}
	paths, err := papers.WriteRatingNotices(t.Context(), a, 2026, []tdkt.ID{id}, dir)
	if err != nil || len(paths) != 1 {
		t.Fatalf("%v, %v", paths, err)
	}
	text := wordText(t, paths[0])
	for _, want := range []string{"Trần Thị Thử", "91,4", "hoàn thành xuất sắc nhiệm vụ", "12/QĐ-SNV", "ngày làm việc", "Điều 22"} {
		if !strings.Contains(text, want) {
			t.Errorf("the notice lacks %q:\n%s", want, text)
		}
	}
	if r, _ := a.View().RatingOf(2026, tdkt.PersonSubject(id)); r.Notified != a.Today() {
		t.Errorf("the day of the notice: %v", r.Notified)
	}
	minutes := filepath.Join(dir, "bb.docx")
	room, _ := a.View().Facts.Unit(subject(t, a, "VP").ID)
	if err := papers.WriteRatingMinutes(t.Context(), a, 2026, room, minutes); err != nil {
		t.Fatal(err)
	}
	if text = wordText(t, minutes); !strings.Contains(text, "Văn phòng") || !strings.Contains(text, "Trần Thị Thử") || !strings.Contains(text, "91,4") {
		t.Errorf("the minutes:\n%s", text)
	}
	last, err := a.Petition(t.Context(), 2026, tdkt.PersonSubject(id), tdkt.Date(2026, 12, 18), "đề nghị xem lại điểm tháng 3")
	if err != nil || last != tdkt.Date(2026, 12, 29) {
		t.Errorf("%v, %v", last, err)
	}
	list := a.View().Complaints
	if len(list) != 1 || list[0].Deadline != last || list[0].Kind != tdkt.Petition || !strings.Contains(list[0].Summary, "Điều 22") {
		t.Errorf("%+v", list)
	}
}
