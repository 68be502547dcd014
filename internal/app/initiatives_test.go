package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// authors has three people who write together.
const authors = `[Đơn vị]
Mã đơn vị|Tên đơn vị
VP|Văn phòng
[Nhân sự]
Mã cán bộ|Họ và tên|Mã đơn vị
CB001|Lê Văn Hai|VP
CB002|Trần Thị Ba|VP
CB003|Đỗ Thị Tư|VP
`

func idea(a *app.App, shares ...int) view.Idea {
	i := view.Idea{Year: 2023, Title: "Số hóa sổ công văn đến", Kind: tdkt.Innovation, Scope: tdkt.Base}
	for n, share := range shares {
		i.Rows = append(i.Rows, tdkt.Initiative{Person: a.View().People[n].ID, Share: share})
	}
	return i
}

// TestIdeaShares: shares make up the whole or are not stated at all; an author stands
// once; a closed book refuses.
func TestIdeaShares(t *testing.T) {
	a := open(t)
	load(t, a, authors)
	twice := idea(a, 0, 0)
	twice.Rows[1].Person = twice.Rows[0].Person
	for name, i := range map[string]view.Idea{
		"90 of 100": idea(a, 60, 30), "one unstated": idea(a, 100, 0), "nobody": idea(a), "twice": twice, "no title": {Year: 2023, Rows: idea(a, 0).Rows},
	} {
		if err := a.SaveIdea(t.Context(), nil, i); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, i := range []view.Idea{idea(a, 60, 40), idea(a, 0, 0, 0)} {
		i.Title += strings.Repeat("!", len(i.Rows))
		if err := a.SaveIdea(t.Context(), nil, i); err != nil {
			t.Errorf("%d authors: %v", len(i.Rows), err)
		}
	}
	if err := a.CloseBook(t.Context(), 2023, tdkt.InitiativeBook, true, ""); err != nil {
		t.Fatal(err)
	}
	if err := a.SaveIdea(t.Context(), nil, idea(a, 0)); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a closed book took an initiative: %v", err)
	}
}

// TestIdeaAuthors: authors come and go with the initiative as one row group, and a
// decision for several is written on every author's row.
func TestIdeaAuthors(t *testing.T) {
	a := open(t)
	load(t, a, authors)
	if err := a.SaveIdea(t.Context(), nil, idea(a, 60, 40)); err != nil {
		t.Fatal(err)
	}
	got := a.View().Ideas(2023)
	if len(got) != 1 || len(got[0].Rows) != 2 || got[0].Rows[0].Share != 60 {
		t.Fatalf("ideas = %+v", got)
	}
	now := got[0]
	now.Rows = []tdkt.Initiative{{ID: now.Rows[0].ID, Person: now.Rows[0].Person}, {Person: a.View().People[2].ID}}
	if err := a.SaveIdea(t.Context(), got[0].Rows, now); err != nil {
		t.Fatal(err)
	}
	got = a.View().Ideas(0)
	if len(got) != 1 || len(got[0].Rows) != 2 || len(a.View().Initiatives) != 2 {
		t.Fatalf("after changing the authors: %+v", got)
	}
	r := app.Recognition{Scope: tdkt.Province, Decision: "5/QĐ", Date: tdkt.Date(2023, 12, 1)}
	if err := a.Recognise(t.Context(), got, app.Recognition{Scope: tdkt.Base}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a decision without number: %v", err)
	}
	if err := a.Recognise(t.Context(), got, r); err != nil {
		t.Fatal(err)
	}
	for _, x := range a.View().Initiatives {
		if x.Scope != tdkt.Province || x.Decision != "5/QĐ" || x.Date != r.Date {
			t.Errorf("row = %+v", x)
		}
	}
	if err := a.RemoveIdeas(t.Context(), a.View().Ideas(0)); err != nil || len(a.View().Initiatives) != 0 {
		t.Errorf("err = %v, %d rows left", err, len(a.View().Initiatives))
	}
}

// TestLookAlike: a title that says the same in other words order or accents is found,
// one about something else is not, and a row does not look like itself.
func TestLookAlike(t *testing.T) {
	a := open(t)
	load(t, a, authors)
	if err := a.SaveIdea(t.Context(), nil, idea(a, 0)); err != nil {
		t.Fatal(err)
	}
	v := a.View()
	for title, want := range map[string]int{
		"Số hóa sổ công văn đến": 1, "SO HOA SO CONG VAN DEN của Sở": 1, "Công văn đến: số hóa sổ": 1,
		"Số hóa hồ sơ cán bộ": 0, "Quy trình một cửa": 0, "": 0,
	} {
		if got := v.LookAlike(title, nil); len(got) != want {
			t.Errorf("%q looks like %d, want %d", title, len(got), want)
		}
	}
	if got := v.LookAlike("Số hóa sổ công văn đến", v.Initiatives); len(got) != 0 {
		t.Errorf("a row looks like itself: %v", got)
	}
}
