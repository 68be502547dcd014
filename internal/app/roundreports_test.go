package app_test

import (
	"fmt"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/docx"
	"tdkt/internal/tdkt"
)

// aRound puts a round of a kind with one person and the office put forward for the province's
// Bằng khen, as the Council passed them.
func aRound(t *testing.T, a *app.App, kind tdkt.RoundKind, day tdkt.Day) (r tdkt.Round, person, unit tdkt.Subject) {
	t.Helper()
	person, unit = subjectOf(t, a, "CB020"), subjectOf(t, a, "SNV")
	r = tdkt.Round{ID: tdkt.NewID(), Kind: kind, Year: day.Year(), Name: "Đợt " + string(kind), Date: day}
	meeting := tdkt.Meeting{ID: tdkt.NewID(), Year: day.Year(), Round: r.ID, Date: day, Place: "Phòng họp số 1", Title: "Xét khen thưởng", Minutes: "12/BB-HĐTĐKT", Members: 9}
	recs := []tdkt.Record{r, meeting}
	g, err := a.View().Rules.Criteria(day.Year())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []tdkt.Subject{person, unit} {
		n := tdkt.Nomination{ID: tdkt.NewID(), Year: day.Year(), Round: r.ID, Subject: s, Title: "BKT", State: tdkt.Approved, Date: day, Regime: g.ID}
		recs = append(recs, n, tdkt.Ballot{ID: tdkt.NewID(), Meeting: meeting.ID, Nomination: n.ID, Members: 9, For: 9, Result: tdkt.Approved})
	}
	put(t, a, nil, recs...)
	return r, person, unit
}

// The reports of rounds of their own have the form of that kind of round, by the law of their
// day, with every text entered in them and nothing left to be written.
func TestReportsOfRounds(t *testing.T) {
	for _, c := range []struct {
		kind   tdkt.RoundKind
		day    tdkt.Day
		person []string // what stands in the person's report
		unit   []string // in the office's
	}{
		{tdkt.DeedRound, tdkt.Date(2023, 6, 15), []string{"Mẫu số 06", "BÁO CÁO THÀNH TÍCH"}, []string{"Mẫu số 06"}},
		{tdkt.ThemeRound, tdkt.Date(2023, 6, 15), []string{"Mẫu số 07"}, []string{"Mẫu số 07"}},
		{tdkt.ServiceRound, tdkt.Date(2023, 6, 15), []string{"Mẫu số 03", "CỐNG HIẾN"}, nil},
		{tdkt.DeedRound, tdkt.Date(2026, 6, 15), []string{"ĐỀ NGHỊ KHEN THƯỞNG ĐỘT XUẤT"}, []string{"ĐỀ NGHỊ KHEN THƯỞNG ĐỘT XUẤT"}},
		{tdkt.ThemeRound, tdkt.Date(2026, 6, 15), []string{"THI ĐUA THEO CHUYÊN ĐỀ"}, []string{"THI ĐUA THEO CHUYÊN ĐỀ"}},
		{tdkt.ServiceRound, tdkt.Date(2026, 6, 15), []string{"QUÁ TRÌNH CỐNG HIẾN"}, nil},
	} {
		t.Run(fmt.Sprint(c.kind, " ", c.day.Year()), func(t *testing.T) {
			a := sample(t)
			a.Now = c.day.Time
			r, person, unit := aRound(t, a, c.kind, c.day)
			everyFact(t, a, c.day.Year(), person, unit)
			s, err := papers.Gathered(t.Context(), a, papers.Outgoing{Round: r, Date: c.day, Draft: true})
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for name, body := range enclosed(t, s) {
				if !strings.Contains(name, "Báo cáo thành tích") {
					continue
				}
				found++
				list, err := docx.Paragraphs(name, body)
				if err != nil {
					t.Fatal(err)
				}
				text := strings.Join(list, "\n")
				wants := c.unit
				if strings.Contains(name, "CB020") {
					wants = append(c.person, "Lâm Quang Huy")
				}
				if strings.Contains(strings.ToLower(text), "đợt đợt") || c.day.Year() == 2023 && strings.Contains(text, "25/12/2023") {
					t.Errorf("%s names the round twice, or a decision after its day:\n%s", name, text)
				}
				for _, want := range wants {
					if !strings.Contains(strings.ToUpper(text), strings.ToUpper(want)) {
						t.Errorf("%s lacks %q:\n%s", name, want, text)
					}
				}
				if _, left := blanks(t, name, body); len(left) > 0 {
					t.Errorf("%s leaves %q to be written", name, left)
				}
			}
			if found != 2 {
				t.Errorf("%d reports", found)
			}
		})
	}
}
