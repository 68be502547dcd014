package app_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/law"
	"tdkt/internal/sampletest"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// now is the clock of the tests; it stands still.
func now() time.Time { return time.Date(2023, 12, 18, 9, 0, 0, 0, time.UTC) }

// open makes an App on a new file, by a clock that stands still.
func open(t *testing.T) *app.App {
	t.Helper()
	return sampletest.Open(t, filepath.Join(t.TempDir(), "thử #1.sotd"), now, sampletest.File{})
}

// sample is open with the sample department in it.
func sample(t *testing.T) *app.App {
	t.Helper()
	return sampletest.Open(t, filepath.Join(t.TempDir(), "thử #1.sotd"), now, sampletest.File{Sample: true})
}

// someOf opens the sample with one in five of its people, all of them with -long: for what is
// done many times with every noun.
func someOf(t *testing.T) *app.App {
	t.Helper()
	return sampletest.Open(t, filepath.Join(t.TempDir(), "thử #1.sotd"), now, someFile())
}

func someFile() sampletest.File { return sampletest.File{Sample: true, Every: manyOrFew(0, 5)} }

// load imports a workbook written as text and returns what the preview counted.
func load(t *testing.T, a *app.App, text string) imports.ImportCount {
	t.Helper()
	plan := preview(t, a, text)
	if err := imports.Import(t.Context(), a, plan, false); err != nil {
		t.Fatal(err)
	}
	return plan.Totals()
}

func preview(t *testing.T, a *app.App, text string) *imports.ImportPlan {
	t.Helper()
	path := filepath.Join(t.TempDir(), "so.xlsx")
	sheettest.Write(t, path, text)
	plan, err := imports.PreviewWorkbook(t.Context(), a, path)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

const people = `[Đơn vị]
Mã đơn vị|Tên đơn vị
VP|Văn phòng
[Nhân sự]
Mã cán bộ|Họ và tên|Mã đơn vị|Chức vụ
CB001|Trần Thị Thử|VP|Chuyên viên
CB002|Lê Văn Nghiệm|VP|Văn thư
`

func subject(t *testing.T, a *app.App, code string) tdkt.Subject {
	t.Helper()
	s, err := a.View().FindSubject(code)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestBooks: a closed book refuses changes by hand; opening it needs a reason.
func TestBooks(t *testing.T) {
	a := sample(t)
	s := subject(t, a, "CB001")
	if _, err := a.PledgeAll(t.Context(), 2023, "CSTDCS", []tdkt.Subject{s}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a closed book took a pledge: %v", err)
	}
	if err := a.CloseBook(t.Context(), 2023, tdkt.PledgeBook, false, " "); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a book was opened without a reason: %v", err)
	}
	if err := a.CloseBook(t.Context(), 2023, tdkt.PledgeBook, false, "nhập sót"); err != nil {
		t.Fatal(err)
	}
	if n, err := a.PledgeAll(t.Context(), 2023, "CSTDCS", []tdkt.Subject{s, s}); err != nil || n != 1 {
		t.Errorf("PledgeAll = %d, %v", n, err)
	}
	if _, err := a.PledgeAll(t.Context(), 2023, "TTLDTT", []tdkt.Subject{s}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("a person pledged a unit's title: %v", err)
	}
	if err := a.SetPledges(t.Context(), 2023, s, []string{"LDTT"}); err != nil {
		t.Fatal(err)
	}
	if got := a.View().PledgesOf(2023, s); len(got) != 1 || got[0].Title != "LDTT" {
		t.Errorf("pledges = %+v", got)
	}
}

// TestNominate: không đủ is refused by name and nobody of the batch is proposed; a
// nomination keeps the rules and findings; withdrawing needs a reason.
func TestNominate(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Xếp loại]\nNăm|Mã|Mức\n=2024|CB001|HTXS\n=2024|CB002|KHT")
	yes, no := subject(t, a, "CB001"), subject(t, a, "CB002")
	if _, err := a.Nominate(t.Context(), 2024, "LDTT", []tdkt.Subject{yes, no}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Fatalf("err = %v", err)
	}
	if len(a.View().Nominations) != 0 {
		t.Fatal("half a batch was proposed")
	}
	if n, err := a.Nominate(t.Context(), 2024, "LDTT", []tdkt.Subject{yes}); err != nil || n != 1 {
		t.Fatalf("Nominate = %d, %v", n, err)
	}
	nom, ok := a.View().NominationOf(2024, yes, "LDTT")
	if !ok || nom.Regime != "luat-06-2022" || nom.Checksum == "" || !strings.Contains(nom.Findings, `"answer":"yes"`) {
		t.Errorf("nomination = %+v", nom)
	}
	if err := a.Withdraw(t.Context(), []tdkt.Nomination{nom}, ""); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("withdrawn without a reason: %v", err)
	}
	if err := a.Withdraw(t.Context(), []tdkt.Nomination{nom}, "cá nhân xin rút"); err != nil {
		t.Fatal(err)
	}
	if _, ok := a.View().NominationOf(2024, yes, "LDTT"); ok {
		t.Error("a withdrawn nomination still counts")
	}
	if n, err := a.Nominate(t.Context(), 2024, "LDTT", []tdkt.Subject{yes}); err != nil || n != 1 || len(a.View().Nominations) != 1 {
		t.Errorf("proposing again = %d, %v, %d rows", n, err, len(a.View().Nominations))
	}
}

// TestChangeTells: subscribers are told after the commit, and not when nothing changed.
func TestChangeTells(t *testing.T) {
	a := sample(t)
	var told []app.Changed
	a.OnChange(func(c app.Changed) { told = append(told, c) })
	p := a.View().People[0]
	if _, err := a.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if len(told) != 0 {
		t.Errorf("told of a change that changed nothing: %+v", told)
	}
	p.Position = "Chuyên viên chính"
	if _, err := a.SavePerson(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if len(told) != 1 || !told[0].Nouns[tdkt.NounPerson] {
		t.Errorf("told = %+v", told)
	}
	if what, err := a.UndoLast(t.Context()); err != nil || !strings.Contains(what, p.Name) {
		t.Errorf("UndoLast = %q, %v", what, err)
	}
	if got, _ := a.View().Facts.Person(p.ID); got.Position == p.Position {
		t.Error("undo left the change")
	}
}

// TestUndoTwice: the second undo goes one step further back, not back to and fro.
func TestUndoTwice(t *testing.T) {
	a := open(t)
	load(t, a, people)
	load(t, a, "[Xếp loại]\nNăm|Mã|Mức\n=2024|CB001|HTXS")
	for range 2 {
		if _, err := a.UndoLast(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if v := a.View(); len(v.People) != 0 || len(v.Ratings) != 0 {
		t.Errorf("left: %d people, %d ratings", len(v.People), len(v.Ratings))
	}
	if _, err := a.UndoLast(t.Context()); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("err = %v", err)
	}
}

// TestSavePersonRefuses: each wrong record gets its sentence and writes nothing.
func TestSavePersonRefuses(t *testing.T) {
	a := sample(t)
	good := a.View().People[0]
	tests := map[string]func(*tdkt.Person){
		"no name":           func(p *tdkt.Person) { p.Name = "  " },
		"no unit":           func(p *tdkt.Person) { p.Unit = "" },
		"left before start": func(p *tdkt.Person) { p.Start, p.End = tdkt.Date(2020, 1, 1), tdkt.Date(2019, 1, 1) },
		"started unborn":    func(p *tdkt.Person) { p.Born, p.Start = tdkt.Date(1990, 1, 1), tdkt.Date(1980, 1, 1) },
		"short CCCD":        func(p *tdkt.Person) { p.CCCD = "123" },
		"another's code":    func(p *tdkt.Person) { p.Code = a.View().People[1].Code },
		"a unit's code":     func(p *tdkt.Person) { p.Code = a.View().Units[0].Code },
	}
	before := len(history(t, a))
	for name, spoil := range tests {
		p := good
		spoil(&p)
		if _, err := a.SavePerson(t.Context(), p); tdkt.KindOf(err) != tdkt.Invalid {
			t.Errorf("%s: err = %v", name, err)
		}
	}
	if after := len(history(t, a)); after != before {
		t.Errorf("history grew from %d to %d", before, after)
	}
}

func history(t *testing.T, a *app.App) []tdkt.Entry {
	t.Helper()
	list, err := a.Store.History(context.Background(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// TestAnswersAgree: the cached answers of a screen and the full ones of check are
// one engine's: same subjects, titles, answers and holds.
func TestAnswersAgree(t *testing.T) {
	v := sample(t).View()
	brief, err := v.Answers(t.Context(), 2023)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for b := range brief.All() {
		if n++; b.Answer == law.Manual {
			t.Errorf("%s %s: %s", b.Code, b.Title, b.Answer)
		}
		full, err := v.Explain(2023, b.Subject, b.Title)
		if err != nil {
			t.Fatal(err)
		}
		full.Notes, full.Findings = nil, nil // what such an answer does not tell
		if d := cmp.Diff(b, full); d != "" {
			t.Fatalf("%s %s (-brief +full):\n%s", b.Code, b.Title, d)
		}
	}
	if n == 0 {
		t.Error("nothing was answered")
	}
}

// TestRecordAwards: a decision is one step, keeps what is there, and answers the
// nominations it decides.
func TestRecordAwards(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Xếp loại]\nNăm|Mã|Mức\n=2024|CB001|HTXS\n=2024|CB002|HTT")
	both := []tdkt.Subject{subject(t, a, "CB001"), subject(t, a, "CB002")}
	if _, err := a.Nominate(t.Context(), 2024, "LDTT", both[:1]); err != nil {
		t.Fatal(err)
	}
	in := app.AwardInput{Title: "LDTT", From: 2024, Decision: "12/QĐ-STN", Date: tdkt.Date(2024, 12, 27), Subjects: both}
	if n, err := a.RecordAwards(t.Context(), in, app.Handling{}); err != nil || n != 2 {
		t.Fatalf("RecordAwards = %d, %v", n, err)
	}
	if n, err := a.RecordAwards(t.Context(), in, app.Handling{}); !mentions(err, "đều đã có trong quyết định") || n != 0 || len(a.View().Awards) != 2 {
		t.Errorf("the same decision again = %d, %v, %d awards", n, err, len(a.View().Awards))
	}
	if nom, _ := a.View().NominationOf(2024, both[0], "LDTT"); nom.State != tdkt.Recognised || nom.Reason != "12/QĐ-STN" {
		t.Errorf("nomination = %+v", nom)
	}
	in.To = 2023
	if _, err := a.RecordAwards(t.Context(), in, app.Handling{}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("years the wrong way round: %v", err)
	}
}

// TestStopAfterCommit: a stop that comes once the change is written does not leave
// the old rows on screen.
func TestStopAfterCommit(t *testing.T) {
	a := sample(t)
	ctx, stop := context.WithCancel(t.Context())
	p := a.View().People[0]
	p.Position = "Chuyên viên cao cấp"
	a.OnChange(func(app.Changed) {})
	err := a.Change(ctx, "try", "Thử", func(tx app.Tx) error {
		defer stop()
		return tx.Put(context.WithoutCancel(ctx), p)
	})
	got, _ := a.View().Facts.Person(p.ID)
	if written := history(t, a)[0].Verb == "try"; written != (got.Position == p.Position) || written != (err == nil) {
		t.Errorf("written %v, shown %v, err %v", written, got.Position == p.Position, err)
	}
}
