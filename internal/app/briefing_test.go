package app_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/tdkt"
)

// TestBriefingOnOneSheet: the page a director prints is one sheet, in the sample's busiest year
// and with everything changed since the package before.
func TestBriefingOnOneSheet(t *testing.T) {
	a := sample(t)
	before, err := a.Store.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	before.Nominations = nil
	a.Before = func(context.Context) (*tdkt.Data, time.Time, error) { return before, a.Now(), nil }
	path := filepath.Join(t.TempDir(), "doc.pdf")
	if err := papers.ExportBriefing(t.Context(), a, 2023, path); err != nil {
		t.Fatal(err)
	}
	if n := pdfSheets(t, path); n != 1 {
		t.Errorf("the briefing takes %d sheets", n)
	}
}

// TestBriefingIsOfTheData: the figures are those of the file, what is on hold and over a cap is
// asked about, an opinion stands beside its line, also one on a line about nobody.
func TestBriefingIsOfTheData(t *testing.T) {
	a := sample(t)
	b, err := reports.BriefingOf(t.Context(), a, 2023)
	if err != nil {
		t.Fatal(err)
	}
	yes := 0
	all, err := a.View().Answers(t.Context(), 2023)
	if err != nil {
		t.Fatal(err)
	}
	for r := range all.Of(tdkt.APerson, "LDTT") {
		if r.Answer == "yes" {
			yes++
		}
	}
	if !strings.HasPrefix(b.Tiles[0].Figure, "55/") || yes != 55 {
		t.Errorf("tile %q, %d may get it", b.Tiles[0].Figure, yes)
	}
	held, over := false, -1
	for i, l := range b.Asked {
		held = held || strings.Contains(l.What, "tạm dừng xét")
		if strings.Contains(l.What, "vượt mức tối đa") {
			over = i
		}
	}
	if !held || over < 0 {
		t.Fatalf("asked: %+v", b.Asked)
	}
	if err := a.SaveOpinion(t.Context(), b.Asked[over].Said(2023, tdkt.AsksBack, "Vì sao")); err != nil {
		t.Fatal(err)
	}
	if b, err = reports.BriefingOf(t.Context(), a, 2023); err != nil || b.Asked[over].OwnWords() != "Vì sao" {
		t.Errorf("the opinion is not beside its line: %+v, %v", b.Asked[over], err)
	}
	if b.Asked[(over+1)%len(b.Asked)].Opinion != nil {
		t.Error("it stands beside another line too")
	}
}

// TestWhyNot: everybody gets an answer of every title that is asked of all, with its article
// where the law says no.
func TestWhyNot(t *testing.T) {
	a := sample(t)
	for _, p := range a.View().PeopleOf(2023, "") {
		list, err := a.View().WhyNot(2023, tdkt.PersonSubject(p.ID))
		if err != nil || len(list) < 3 {
			t.Fatalf("%s: %d answers, %v", p.Name, len(list), err)
		}
		for _, w := range list {
			if w.Words == "" || w.Answer == "no" && !w.Named && w.Cite == "" {
				t.Errorf("%s, %s: %+v", p.Name, w.Title, w)
			}
		}
	}
	if got := a.View().ReadYear(2031); got != 2023 {
		t.Errorf("read in %d", got)
	}
}
