package app_test

import (
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/tdkt"
)

// two is a small department with one person whose posts are known.
const two = `[Đơn vị]
Mã đơn vị|Tên đơn vị|Mã cấp trên
SO|Sở Thử nghiệm|
VP|Văn phòng|SO
TTR|Thanh tra|SO
[Nhân sự]
Mã cán bộ|Họ và tên|Mã đơn vị|Ngày vào làm
CB001|Lê Văn Hai|VP|01/02/2010
[Công tác]
Mã cán bộ|Từ ngày|Mã đơn vị
CB001|01/02/2010|VP
`

func only(t *testing.T, a *app.App) (tdkt.Person, map[string]tdkt.ID) {
	t.Helper()
	units := map[string]tdkt.ID{}
	for _, u := range a.View().Units {
		units[u.Code] = u.ID
	}
	return a.View().People[0], units
}

// TestPostsDoNotOverlap: a stretch that shares a day with another is refused with the
// other's name; put right, the present unit follows the last post.
func TestPostsDoNotOverlap(t *testing.T) {
	a := open(t)
	load(t, a, two)
	p, units := only(t, a)
	later := tdkt.Post{Person: p.ID, From: tdkt.Date(2020, 1, 1), Unit: units["TTR"], Position: "Thanh tra viên", Leader: true}
	if err := a.SavePost(t.Context(), later); tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), "Văn phòng") {
		t.Fatalf("overlap: %v", err)
	}
	first := a.View().PostsOf(p.ID)[0]
	first.To = tdkt.Date(2019, 12, 31)
	if err := a.SavePost(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	if err := a.SavePost(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	p, _ = only(t, a)
	if p.Unit != units["TTR"] || p.Position != "Thanh tra viên" || !p.Leader {
		t.Errorf("present post of the person: %+v", p)
	}
	if err := a.RemovePost(t.Context(), a.View().PostsOf(p.ID)[1]); err != nil {
		t.Fatal(err)
	}
	if p, _ = only(t, a); p.Unit != units["VP"] {
		t.Errorf("after removing the last post the person is in %s", a.View().UnitName(p.Unit))
	}
	backwards := tdkt.Post{Person: p.ID, From: tdkt.Date(2021, 1, 1), To: tdkt.Date(2020, 1, 1), Unit: units["VP"]}
	if err := a.SavePost(t.Context(), backwards); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a post that ends before it begins: %v", err)
	}
}

// TestEndService: the last day ends the post too, and a post after it is refused.
func TestEndService(t *testing.T) {
	a := open(t)
	load(t, a, two)
	p, _ := only(t, a)
	if err := a.EndService(t.Context(), p.ID, tdkt.Date(2009, 1, 1)); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("left before the beginning: %v", err)
	}
	if err := a.EndService(t.Context(), p.ID, tdkt.Date(2023, 6, 30)); err != nil {
		t.Fatal(err)
	}
	p, _ = only(t, a)
	if post := a.View().PostsOf(p.ID)[0]; p.End != tdkt.Date(2023, 6, 30) || post.To != p.End {
		t.Errorf("end = %s, post = %+v", p.End, post)
	}
}

// TestCases: absences, disciplines and holds are written, changed and taken away, and
// what is missing or said twice is refused with a sentence.
func TestCases(t *testing.T) {
	a := open(t)
	load(t, a, two)
	p, _ := only(t, a)
	ctx := t.Context()
	hold := tdkt.Hold{Subject: tdkt.PersonSubject(p.ID), From: tdkt.Date(2023, 5, 1), Reason: "khiếu nại"}
	absence := tdkt.Absence{Person: p.ID, From: tdkt.Date(2023, 1, 1), To: tdkt.Date(2023, 6, 30), Kind: "thai sản"}
	discipline := tdkt.Discipline{Person: p.ID, Form: tdkt.Reprimand, Date: tdkt.Date(2022, 3, 4)}
	for _, save := range []func() error{
		func() error { return a.SaveHold(ctx, hold) },
		func() error { return a.SaveAbsence(ctx, absence) },
		func() error { return a.SaveDiscipline(ctx, discipline) },
	} {
		if err := save(); err != nil {
			t.Fatal(err)
		}
		if err := save(); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("the same again: %v", err)
		}
	}
	for _, err := range []error{
		a.SaveHold(ctx, tdkt.Hold{Subject: hold.Subject, From: hold.From}),
		a.SaveAbsence(ctx, tdkt.Absence{Person: p.ID, From: absence.To, To: absence.From, Kind: "ốm"}),
		a.SaveDiscipline(ctx, tdkt.Discipline{Person: p.ID, Date: discipline.Date}),
	} {
		if tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("a half case: %v", err)
		}
	}
	closed := a.View().Holds[0]
	closed.To = tdkt.Date(2023, 7, 1)
	if err := a.SaveHold(ctx, closed); err != nil {
		t.Fatal(err)
	}
	v := a.View()
	if v.Holds[0] != closed {
		t.Errorf("hold = %+v", v.Holds[0])
	}
	if err := a.RemoveCase(ctx, closed, v.HoldWords(closed)); err != nil || len(a.View().Holds) != 0 {
		t.Errorf("err = %v, holds = %v", err, a.View().Holds)
	}
}
