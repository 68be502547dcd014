package law

import (
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// merged is an office of which one room became part of another on 30/6/2025: the old room
// was given the province's certificate for 2019 and rated well ever since.
func merged(counts bool) *tdkt.Snapshot {
	s := &tdkt.Snapshot{Units: []tdkt.Unit{
		{ID: "so", Code: "SO", Name: "Sở Nội vụ"},
		{ID: "old", Code: "TDKT", Name: "Ban Thi đua", Parent: "so", Founded: tdkt.Date(2005, 1, 1), Closed: tdkt.Date(2025, 6, 30), Into: "new", Counts: counts},
		{ID: "new", Code: "TCBC", Name: "Phòng Tổ chức", Parent: "so", Founded: tdkt.Date(2025, 7, 1)},
	}}
	old, fresh := tdkt.UnitSubject("old"), tdkt.UnitSubject("new")
	s.Awards = []tdkt.Award{{ID: "w1", Subject: old, Code: "TTLDXS", From: 2023, To: 2023}, {ID: "w2", Subject: old, Code: "TTLDXS", From: 2024, To: 2024}}
	for y := 2019; y <= 2024; y++ {
		s.Ratings = append(s.Ratings, tdkt.Rating{ID: tdkt.ID("o" + string(rune('0'+y-2015))), Year: y, Subject: old, Level: tdkt.Excellent})
		s.Years = append(s.Years, tdkt.Year{ID: tdkt.ID("y" + string(rune('0'+y-2015))), Year: y, Closed: tdkt.ClosedBooks{Ratings: true, Titles: true}})
	}
	s.Ratings = append(s.Ratings, tdkt.Rating{ID: "n", Year: 2025, Subject: fresh, Level: tdkt.Excellent})
	return s
}

// TestMerged: the office chooses whether the history of a unit that became part of another
// counts; the answer says so either way, since the law is silent.
func TestMerged(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		counts bool
		want   Answer
		note   string
	}{{true, Yes, "Đã tính khen thưởng"}, {false, No, "không được tính"}} {
		f := NewFacts(merged(c.counts), r)
		got := ask(t, r, f, tdkt.UnitSubject("new"), "BKT")
		if got.Answer != c.want {
			t.Errorf("counts %v: %v\n%+v", c.counts, got.Answer, got.Findings)
		}
		told := false
		for _, n := range got.Notes {
			told = told || strings.Contains(n.Text, c.note) && strings.Contains(n.Text, "luật không quy định")
		}
		if !told {
			t.Errorf("counts %v: no note: %+v", c.counts, got.Notes)
		}
		if got := f.origin(f.place[tdkt.UnitSubject("new")]); (got == tdkt.Date(2005, 1, 1)) != c.counts {
			t.Errorf("counts %v: founded %s", c.counts, got)
		}
		if f.IsJudged(tdkt.UnitSubject("old"), 2026) || !f.IsJudged(tdkt.UnitSubject("old"), 2025) {
			t.Error("a unit that ended in 2025 is judged in 2025 and not after")
		}
	}
}

// TestMergedCircle: a damaged file, in which two units became part of each other, answers.
func TestMergedCircle(t *testing.T) {
	r, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	s := merged(true)
	s.Units[2].Into, s.Units[2].Counts, s.Units[2].Closed = "old", true, tdkt.Date(2025, 12, 31)
	f := NewFacts(s, r)
	ask(t, r, f, tdkt.UnitSubject("new"), "BKTTG")
}
