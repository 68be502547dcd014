package app_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app"
	"tdkt/internal/boot"
	"tdkt/internal/law"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
)

// open makes an App on a new file, by a clock that stands still.
func open(t *testing.T) *app.App {
	t.Helper()
	now := func() time.Time { return time.Date(2023, 12, 18, 9, 0, 0, 0, time.UTC) }
	a, closeFile, err := boot.Open(t.Context(), boot.Options{Path: filepath.Join(t.TempDir(), "thử #1.sotd"), Create: true, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := closeFile(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// sample is open with the sample department in it.
func sample(t *testing.T) *app.App {
	t.Helper()
	a := open(t)
	if err := boot.LoadSample(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

// load imports a workbook written as text and returns what the preview counted.
func load(t *testing.T, a *app.App, text string) app.ImportCount {
	t.Helper()
	plan := preview(t, a, text)
	if err := a.Import(t.Context(), plan, false); err != nil {
		t.Fatal(err)
	}
	return plan.Totals()
}

func preview(t *testing.T, a *app.App, text string) *app.ImportPlan {
	t.Helper()
	path := filepath.Join(t.TempDir(), "so.xlsx")
	sheettest.Write(t, path, text)
	plan, err := a.PreviewWorkbook(t.Context(), path)
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

// TestImportMatches: a row that came without its decision number and comes again
// with it is the same award; two awards of one year told apart by their decisions
// stay two; an empty cell takes nothing away.
func TestImportMatches(t *testing.T) {
	a := open(t)
	load(t, a, people)
	steps := []struct {
		name, text string
		want       app.ImportCount
		rows       int
	}{
		{"a first award without its decision", "[Khen thưởng]\nMã|Mã danh hiệu|Từ năm\nCB001|BKT|=2022", app.ImportCount{New: 1}, 1},
		{"the decision is filled in", "[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định\nCB001|BKT|=2022|10/QĐ", app.ImportCount{Changed: 1}, 1},
		{"another decision is another award", "[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định\nCB001|BKT|=2022|99/QĐ", app.ImportCount{New: 1}, 2},
		{"both again, the other way round", "[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định\nCB001|BKT|=2022|99/QĐ\nCB001|BKT|=2022|10/QĐ", app.ImportCount{Same: 2}, 2},
		{"a code in small letters is the same person", "[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị\ncb001|Trần Thị Thử|vp", app.ImportCount{Same: 1}, 2},
	}
	for _, s := range steps {
		got := load(t, a, s.text)
		if d := cmp.Diff(s.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", s.name, d)
		}
		if len(a.View().Awards) != s.rows {
			t.Errorf("%s: %d awards, want %d", s.name, len(a.View().Awards), s.rows)
		}
	}
	p, _ := a.View().Facts.Person(subject(t, a, "CB001").ID)
	if p.Position != "Chuyên viên" {
		t.Errorf("an empty cell took the position away: %q", p.Position)
	}
}

// TestImportStale: a preview made before another change is not written.
func TestImportStale(t *testing.T) {
	a := open(t)
	plan := preview(t, a, people)
	load(t, a, "[Đơn vị]\nMã đơn vị|Tên đơn vị\nTT|Thanh tra")
	if err := a.Import(t.Context(), plan, false); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("err = %v", err)
	}
	if n := len(a.View().People); n != 0 {
		t.Errorf("%d people were written", n)
	}
}

// TestImportNeverOpensBooks: an unmarked book in a file leaves a closed book closed.
func TestImportNeverOpensBooks(t *testing.T) {
	a := open(t)
	load(t, a, "[Chốt sổ]\nNăm|Đăng ký|Xếp loại\n=2023|x|x")
	load(t, a, "[Chốt sổ]\nNăm|Đăng ký|Sáng kiến\n=2023||x")
	y := a.View().YearOf(2023)
	if !y.IsClosed(tdkt.PledgeBook) || !y.IsClosed(tdkt.RatingBook) || !y.IsClosed(tdkt.InitiativeBook) || y.IsClosed(tdkt.TitleBook) {
		t.Errorf("books = %+v", y.Closed)
	}
}

// TestTickNestedNeed: a tick written under the title that shows the need counts for
// the title that owns it, and an unknown need is refused with the known ones.
func TestTickNestedNeed(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Tiêu chí định tính]\nNăm|Mã|Mã danh hiệu|Tiêu chí|Kết quả\n=2023|CB001|CSTDCS|LDTT.pham-chat|đạt")
	r, err := a.View().Explain(2023, subject(t, a, "CB001"), "LDTT")
	if err != nil {
		t.Fatal(err)
	}
	if r.ManualOpen != 0 {
		t.Errorf("the tick does not count: %+v", r)
	}
	plan := preview(t, a, "[Tiêu chí định tính]\nNăm|Mã|Mã danh hiệu|Tiêu chí|Kết quả\n=2023|CB001|LDTT|khong-co|đạt")
	if len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, "pham-chat") || plan.Refused[0].Cell != "D2" {
		t.Errorf("refused = %v", plan.Refused)
	}
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
	for _, b := range brief {
		full, err := v.Explain(2023, b.Subject, b.Title)
		if err != nil {
			t.Fatal(err)
		}
		for i := range full.Findings {
			full.Findings[i].Seen = ""
		}
		if d := cmp.Diff(b, full); d != "" {
			t.Fatalf("%s %s (-brief +full):\n%s", b.Code, b.Title, d)
		}
	}
	if len(brief) == 0 || brief[0].Answer == law.Manual {
		t.Errorf("answers = %d", len(brief))
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
	if n, err := a.RecordAwards(t.Context(), in); err != nil || n != 2 {
		t.Fatalf("RecordAwards = %d, %v", n, err)
	}
	if n, err := a.RecordAwards(t.Context(), in); err != nil || n != 0 || len(a.View().Awards) != 2 {
		t.Errorf("the same decision again = %d, %v, %d awards", n, err, len(a.View().Awards))
	}
	if nom, _ := a.View().NominationOf(2024, both[0], "LDTT"); nom.State != tdkt.Recognised || nom.Reason != "12/QĐ-STN" {
		t.Errorf("nomination = %+v", nom)
	}
	in.To = 2023
	if _, err := a.RecordAwards(t.Context(), in); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("years the wrong way round: %v", err)
	}
}

// TestOwnExportChangesNothing: a revoked award and its second giving without a number
// come back from the program's own workbook as they were.
func TestOwnExportChangesNothing(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Khen thưởng]\nMã|Mã danh hiệu|Từ năm|Số quyết định|Đã hủy\nCB001|CSTDCS|=2022|01/QĐ|x\nCB001|CSTDCS|=2022||\nCB002|LDTT|=2022||x\nCB002|LDTT|=2022|7/QĐ|")
	load(t, a, "[Sáng kiến]\nNăm|Mã cán bộ|Tên|Phạm vi|Số quyết định\n=2022|CB001|Tra cứu nhanh|Cơ sở|5/QĐ\n=2022|CB001|Tra cứu nhanh|Cơ sở|")
	before := a.View().Exchange()
	path := filepath.Join(t.TempDir(), "xuat.xlsx")
	if err := a.ExportWorkbook(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	plan, err := a.PreviewWorkbook(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if n := plan.Totals(); n.New+n.Changed != 0 {
		t.Errorf("the own export again: %+v %+v", n, plan.Lines)
	}
	if err := a.Import(t.Context(), plan, false); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(before, a.View().Exchange()); d != "" {
		t.Errorf("facts (-before +after):\n%s", d)
	}
}

// TestImportWords: the preview speaks words: books by name, points as people write
// them; a likely correction of an old row is pointed out.
func TestImportWords(t *testing.T) {
	a := open(t)
	load(t, a, people+"[Xếp loại]\nNăm|Mã|Mức|Điểm\n=2023|CB001|HTT|=85\n[Chốt sổ]\nNăm|Đăng ký\n=2023|x\n[Sáng kiến]\nNăm|Mã cán bộ|Tên|Phạm vi\n=2023|CB001|Tra cứu nhanh|Cơ sở")
	plan := preview(t, a, "[Xếp loại]\nNăm|Mã|Mức|Điểm\n=2023|CB001|HTT|=92.5\n[Chốt sổ]\nNăm|Đăng ký|Xếp loại\n=2023|x|x\n[Sáng kiến]\nNăm|Mã cán bộ|Tên|Phạm vi\n=2023|CB001|Tra cứu nhanh|Tỉnh")
	var diffs []string
	for _, l := range plan.Lines {
		diffs = append(diffs, l.Diff)
	}
	want := []string{"điểm: 85 → 92,5", "", "sổ đã chốt: sổ đăng ký → sổ đăng ký, sổ xếp loại"}
	if d := cmp.Diff(want, diffs); d != "" {
		t.Errorf("differences (-want +got):\n%s", d)
	}
	if len(plan.Warnings) != 1 || !strings.Contains(plan.Warnings[0].Text, "gần giống") {
		t.Errorf("warnings = %v", plan.Warnings)
	}
}

// TestImportWholePerson: days that are wrong only together with what is known are
// refused; a shared CCCD is pointed out.
func TestImportWholePerson(t *testing.T) {
	a := open(t)
	load(t, a, "[Đơn vị]\nMã đơn vị|Tên đơn vị\nVP|Văn phòng\n[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Ngày vào làm|Số CCCD\nCB001|Trần Thị Thử|VP|01/02/2015|003180000001")
	plan := preview(t, a, "[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Ngày thôi việc\nCB001|Trần Thị Thử|VP|01/05/2010")
	if len(plan.Refused) != 1 || !strings.Contains(plan.Refused[0].Text, "đứng trước") {
		t.Errorf("refused = %v", plan.Refused)
	}
	plan = preview(t, a, "[Nhân sự]\nMã cán bộ|Họ và tên|Mã đơn vị|Số CCCD\nCB002|Lê Văn Nghiệm|VP|003180000001")
	if len(plan.Refused) != 0 || len(plan.Warnings) != 1 || strings.Contains(plan.Warnings[0].Text, "003180000001") {
		t.Errorf("refused = %v, warnings = %v", plan.Refused, plan.Warnings)
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
