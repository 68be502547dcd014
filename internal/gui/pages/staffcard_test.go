package pages

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/staff"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// staffCard opens the card of a code over the sample.
func staffCard(t *testing.T, code string) (*guitest.Bench, *staff.Tab, tdkt.Subject) {
	t.Helper()
	b := guitest.Open(t)
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	s, err := b.App.View().FindSubject(code)
	if err != nil {
		t.Fatal(err)
	}
	tab.Goto(desk.Place{Subject: s})
	return b, tab, s
}

// The life sheet and its lists as a person reads them, in a small
// window too.
func TestStaffCardScreen(t *testing.T) {
	b, _, _ := staffCard(t, "CB019")
	c := b.Window.Canvas()
	golden.Compare(t, "testdata/staff/card.txt", newest(c))
	b.Window.Resize(fyne.NewSize(1024, 580))
	uitest.Tap(t, c, "Công tác (2)")
	golden.Compare(t, "testdata/staff/card-posts.txt", newest(c))
}

// newest is the newest dialog as text.
func newest(c fyne.Canvas) string {
	parts := strings.Split(uitest.Text(c), "===\n")
	return parts[len(parts)-1]
}

// The card says what the next year opens, what is still asked for and by
// which article, names the year that broke a streak, and leafs through the list.
func TestStaffCardOpens(t *testing.T) {
	b, tab, s := staffCard(t, "CB020")
	c := b.Window.Canvas()
	uitest.Keys(c, "Escape")
	list := b.List(t, "Mã", "Họ và tên")
	next := list.Cell(list.Find("Mã", "CB020")+1, "Họ và tên")
	tab.Goto(desk.Place{Subject: s})
	text := strings.Join(strings.Fields(newest(c)), " ")
	for _, want := range []string{"Có thể mở ra năm 2024: CSTĐ cấp tỉnh", "Luật TĐKT 2022 Điều 22", "chậm nhất 31/12/2024", "Bằng khen của Chủ tịch"} {
		if !strings.Contains(text, want) {
			t.Errorf("the card lacks %q:\n%s", want, text)
		}
	}
	uitest.Keys(c, "Next")
	if !strings.Contains(newest(c), next) {
		t.Errorf("PgDn does not turn to %s:\n%s", next, newest(c))
	}
	uitest.Keys(c, "Prior")
	if !strings.Contains(newest(c), "CB020") {
		t.Errorf("PgUp does not turn back:\n%s", newest(c))
	}
}

// An award of an earlier year is written from the card and stands in it.
func TestStaffOldAward(t *testing.T) {
	b, _, s := staffCard(t, "CB020")
	c := b.Window.Canvas()
	uitest.Tap(t, c, "+ Khen thưởng cũ")
	uitest.Type(t, c, "Kỷ niệm chương")
	uitest.Keys(c, "Return", "Tab", "Ctrl+A")
	uitest.Type(t, c, "2016")
	uitest.Keys(c, "Tab", "Ctrl+A")
	uitest.Type(t, c, "2016")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "12/QĐ-BNV")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "1/6/2016")
	uitest.Keys(c, "Return")
	if list := reports.CardAwards(b.App.View(), s); len(list) != 2 || list[1].Award.Decision != "12/QĐ-BNV" {
		t.Fatalf("awards: %+v\n%s", list, uitest.Text(c))
	}
	if !strings.Contains(newest(c), "12/QĐ-BNV") {
		t.Errorf("the card does not show it:\n%s", newest(c))
	}
}

// A hold is added, changed and removed without leaving the card; the
// count on the tab follows.
func TestStaffCardCases(t *testing.T) {
	b, _, s := staffCard(t, "CB020")
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Tạm dừng xét")
	uitest.Tap(t, c, "Thêm tạm dừng xét")
	uitest.TypeComposed(t, c, "có đơn khiếu nại")
	uitest.Keys(c, "Tab")
	uitest.Type(t, c, "1/6/23")
	uitest.Keys(c, "Return")
	v := b.App.View()
	var hold []tdkt.Hold
	for _, h := range v.Holds {
		if h.Subject == s {
			hold = append(hold, h)
		}
	}
	if len(hold) != 1 || hold[0].Reason != "có đơn khiếu nại" || hold[0].From != tdkt.Date(2023, 6, 1) {
		t.Fatalf("holds = %+v\n%s", hold, uitest.Text(c))
	}
	if text := newest(c); !strings.Contains(text, "Tạm dừng xét"+" (1)") {
		t.Errorf("the card does not count the hold:\n%s", text)
	}
	uitest.Tap(t, c, "Xóa")
	uitest.Keys(c, "Escape")
	if !strings.Contains(newest(c), "có đơn khiếu nại") {
		t.Errorf("Esc removed the hold, or closed the card:\n%s", newest(c))
	}
}

// A transfer from a day keeps the years before; one with a day that
// is wrong leaves the form open with a sentence.
func TestStaffCardTransfer(t *testing.T) {
	b, _, s := staffCard(t, "CB020")
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Công tác")
	uitest.Tap(t, c, "Thêm quá trình")
	uitest.Type(t, c, "31/2/2020")
	uitest.Keys(c, "Return")
	says(t, b, "không phải là ngày")
	uitest.Keys(c, "Escape")
	v := b.App.View()
	p, _ := v.Facts.Person(s.ID)
	was := p.Unit
	for _, n := range v.UnitTree() {
		if n.Depth == 1 && n.ID != was {
			p.Unit = n.ID
		}
	}
	moveTo(t, b, v.UnitName(p.Unit), "1/7/23")
	if posts := b.App.View().PostsOf(s.ID); len(posts) != 2 || posts[0].Unit != was || posts[0].To != tdkt.Date(2023, 6, 30) {
		t.Errorf("posts = %+v", posts)
	}
}

// moveTo gives the person whose card is open another room from a day on.
func moveTo(t *testing.T, b *guitest.Bench, room, day string) {
	t.Helper()
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Sửa hồ sơ")
	unit, ok := uitest.Find(c, func(s *kit.Select) bool {
		return slices.ContainsFunc(s.Options, func(o string) bool { return strings.HasPrefix(o, room) })
	})
	days := uitest.All[*kit.DateField](c)
	if !ok || len(days) == 0 {
		t.Fatalf("the form:\n%s", uitest.Text(c))
	}
	unit.SetSelected(unit.Options[slices.IndexFunc(unit.Options, func(o string) bool { return strings.HasPrefix(o, room) })])
	c.Focus(days[0])
	uitest.Type(t, c, day)
	uitest.Keys(c, "Return")
}

// The day of today stands ready; Enter takes it.
func TestStaffEndServiceInCard(t *testing.T) {
	b, _, s := staffCard(t, "CB020")
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Thôi việc")
	uitest.Keys(c, "Return")
	if p, _ := b.App.View().Facts.Person(s.ID); p.End != b.App.Today() {
		t.Errorf("end = %s", p.End)
	}
	if !strings.Contains(strings.Join(strings.Fields(newest(c)), " "), "Ngày thôi việc: 18/12/2023") {
		t.Errorf("the card does not show the end:\n%s", newest(c))
	}
}

// The sheets of a person and of a room are written as PDF and opened.
func TestStaffPrintLife(t *testing.T) {
	for _, code := range []string{"CB020", "VP"} {
		b := guitest.Open(t)
		opened := ""
		tab := staff.New(b.Desk, func(path string) { opened = path })
		b.Show(tab)
		s, err := b.App.View().FindSubject(code)
		if err != nil {
			t.Fatal(err)
		}
		tab.Goto(desk.Place{Subject: s})
		b.Files.Paths = []string{filepath.Join(t.TempDir(), "lý lịch")}
		uitest.Tap(t, b.Window.Canvas(), "In lý lịch thi đua")
		raw, err := os.ReadFile(opened)
		if err != nil || !strings.HasPrefix(string(raw), "%PDF") || filepath.Ext(opened) != ".pdf" {
			t.Errorf("%s: opened %q, %v", code, opened, err)
		}
		golden.Compare(t, "testdata/staff/life-"+code+".txt", papers.LifeReport(b.App.View(), s, guitest.Year).String())
	}
}

// A pair entered twice is offered, compared, and one by one choice
// joined; both were there before.
func TestStaffJoinOnScreen(t *testing.T) {
	b := guitest.Open(t)
	tab := staff.New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	s, err := b.App.View().FindSubject("CB020")
	if err != nil {
		t.Fatal(err)
	}
	p, _ := b.App.View().Facts.Person(s.ID)
	twin := tdkt.Person{Name: p.Name, Unit: p.Unit, BornYear: p.Born.Year(), Position: "Cán sự"}
	if _, err := b.App.SavePerson(t.Context(), twin); err != nil {
		t.Fatal(err)
	}
	before := len(b.App.View().People)
	uitest.More(t, c, "Gộp hồ sơ")
	golden.Compare(t, "testdata/staff/pairs.txt", newest(c))
	uitest.Tap(t, c, "So sánh")
	golden.Compare(t, "testdata/staff/compare.txt", newest(c))
	uitest.Tap(t, c, "Gộp")
	if n := len(b.App.View().People); n != before-1 || strings.Contains(uitest.Text(c), "===") {
		t.Errorf("%d people, were %d:\n%s", n, before, uitest.Text(c))
	}
}
