package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// capOf finds the first cap of 2024 on a title.
func capOf(t *testing.T, v *view.View, title string) view.Cap {
	t.Helper()
	caps, err := v.Caps(t.Context(), 2024)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range caps {
		if c.Title == title {
			return c
		}
	}
	t.Fatalf("2024 has no cap on %s", title)
	return view.Cap{}
}

// TestTryIsNotWritten: a trial answers by the same rules over other rows, and the view
// it was made from stays as it was.
func TestTryIsNotWritten(t *testing.T) {
	a := sample(t)
	v := a.View()
	was := capOf(t, v, string(tdkt.Excellent))
	var best []tdkt.Subject
	for _, p := range was.People {
		if p.Chosen {
			best = append(best, p.Subject)
		}
	}
	tried := v.Try(2024, []view.Choice{{Title: string(tdkt.Excellent), Drop: best}})
	if got := capOf(t, tried, string(tdkt.Excellent)); got.Chosen != 0 || got.BaseCount != was.BaseCount {
		t.Errorf("tried %d of %d, want none of %d", got.Chosen, got.BaseCount, was.BaseCount)
	}
	if got := capOf(t, a.View(), string(tdkt.Excellent)); got.Chosen != was.Chosen {
		t.Errorf("the data file has %d, had %d", got.Chosen, was.Chosen)
	}
}

// TestApplyRefuses: whoever may not get a title is named and nothing at all is written;
// taking somebody out needs a reason.
func TestApplyRefuses(t *testing.T) {
	a := sample(t)
	results, err := a.View().Answers(t.Context(), 2024)
	if err != nil {
		t.Fatal(err)
	}
	var no tdkt.Subject
	for r := range results.All() {
		if r.Title == "CSTDCS" && r.Answer == law.No {
			no = r.Subject
		}
	}
	before := len(a.View().Rankings)
	choice := view.Choice{Title: "CSTDCS", Add: []tdkt.Subject{no}, Order: []tdkt.ID{no.ID}}
	err = a.ApplyChoices(t.Context(), 2024, []view.Choice{choice}, "")
	if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "không đủ điều kiện") || len(a.View().Rankings) != before {
		t.Errorf("err = %v, %d rankings", err, len(a.View().Rankings))
	}
	c := capOf(t, a.View(), "CSTDCS")
	for _, p := range c.People[:1] {
		if _, err := a.Nominate(t.Context(), 2024, "CSTDCS", []tdkt.Subject{p.Subject}); err != nil {
			t.Fatal(err)
		}
		err := a.ApplyChoices(t.Context(), 2024, []view.Choice{{Title: "CSTDCS", Drop: []tdkt.Subject{p.Subject}}}, " ")
		if err == nil || !strings.Contains(err.Error(), "lý do") {
			t.Errorf("withdrawn without a reason: %v", err)
		}
	}
}

// TestOrderIsReplaced: a new order takes the place of the old one, people left out lose
// their place, and one undo brings the old one back.
func TestOrderIsReplaced(t *testing.T) {
	a := sample(t)
	c := capOf(t, a.View(), "CSTDCS")
	one, two := c.People[0].Subject.ID, c.People[1].Subject.ID
	for _, order := range [][]tdkt.ID{{two, one}, {one}} {
		if err := a.ApplyChoices(t.Context(), 2024, []view.Choice{{Title: "CSTDCS", Order: order}}, ""); err != nil {
			t.Fatal(err)
		}
	}
	if got := a.View().Rankings; len(got) != 1 || got[0].Person != one || got[0].Place != 1 {
		t.Errorf("kept: %+v", got)
	}
	if _, err := a.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := capOf(t, a.View(), "CSTDCS").People; got[0].Subject.ID != two || len(a.View().Rankings) != 2 {
		t.Errorf("after undo the first is %s", got[0].Name)
	}
}

// TestExceptedMayBeChosen: whom a competent person let through stands among those who may
// be chosen, marked so.
func TestExceptedMayBeChosen(t *testing.T) {
	a := sample(t)
	results, err := a.View().Answers(t.Context(), 2024)
	if err != nil {
		t.Fatal(err)
	}
	var who tdkt.Subject
	for r := range results.All() {
		if r.Title == "CSTDCS" && r.Answer == law.No {
			who = r.Subject
		}
	}
	e := tdkt.Exception{Year: 2024, Subject: who, Title: "CSTDCS", By: "Chủ tịch", Document: "05/UBND", Date: tdkt.Date(2024, 12, 1), Reason: "lập công"}
	if err := a.RecordException(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	for _, p := range capOf(t, a.View(), "CSTDCS").People {
		if p.Subject == who {
			if !p.Excepted || !p.May() {
				t.Errorf("may not be chosen: %+v", p)
			}
			return
		}
	}
	t.Error("not among those who may be chosen")
}
