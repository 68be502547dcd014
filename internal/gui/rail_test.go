package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/reports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// TestRail: every step of the year stands above the pages and one click opens the page
// where it is done, on the row that lacks it.
func TestRail(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	for _, year := range []string{"2023", "2024"} {
		p.shell.year.SetSelected(year)
		steps := reports.YearSteps(t.Context(), p.shell.desk.View(), p.shell.desk.Year(), p.shell.desk.App.Today())
		for _, step := range steps {
			uitest.Tap(t, c, step.Words())
			if step.At == reports.AtClosing { // the year is closed but not locked: the question stands there
				if text := uitest.Text(c); !strings.Contains(text, "Khóa năm "+year) {
					t.Errorf("%s, %s does not ask:\n%s", year, step.Words(), text)
				}
				uitest.Keys(c, "Escape")
				continue
			}
			want := desk.PlaceOfSpot(step.At)
			at := p.shell.current()
			if at.Name() != want.Tab || want.Page != "" && at.PageName() != want.Page {
				t.Errorf("%s, %s leads to %s, %s; want %s, %s", year, step.Words(), at.Name(), at.PageName(), want.Tab, want.Page)
			}
			if name := p.shell.desk.View().Facts.NameOf(step.Subject); step.Missing && name != "" && step.At != reports.AtTasks && !strings.Contains(uitest.Text(c), name) {
				t.Errorf("%s, %s does not show %s", year, step.Words(), name)
			}
		}
	}
}

// TestCloseTheYearOpenTheNext: the last step of the way locks the year and goes on to the plan
// of the next one, made from its own; two Ctrl+Z take back first the plan and then the lock.
func TestCloseTheYearOpenTheNext(t *testing.T) {
	p := sampled(t)
	c, a := p.Window.Canvas(), p.shell.desk.App
	uitest.Tap(t, c, "Tổng kết")
	uitest.Keys(c, "Return")
	if !a.View().YearOf(2023).Locked || p.shell.desk.Year() != 2024 {
		t.Fatalf("not locked, or not in the next year:\n%s", uitest.Text(c))
	}
	uitest.Tap(t, c, "Ghi")
	if len(a.View().PlansOf(2024)) != 1 {
		t.Fatalf("no plan of the next year:\n%s", uitest.Text(c))
	}
	uitest.Keys(c, "Ctrl+Z")
	if len(a.View().PlansOf(2024)) != 0 || !a.View().YearOf(2023).Locked {
		t.Errorf("the first Ctrl+Z: %d plans, locked %v", len(a.View().PlansOf(2024)), a.View().YearOf(2023).Locked)
	}
	uitest.Keys(c, "Ctrl+Z")
	if a.View().YearOf(2023).Locked {
		t.Errorf("the second Ctrl+Z left the year locked:\n%s", uitest.Text(c))
	}
}

// TestLeaveAsks: closing with half-typed text asks first; going back keeps the text, and
// only then is it thrown away. Nothing half typed is written.
func TestLeaveAsks(t *testing.T) {
	p := sampled(t)
	c := p.Window.Canvas()
	p.shell.bar.SelectIndex(staffTab)
	old := p.shell.desk.View().People[0].Name
	uitest.Tap(t, c, "Hoàng Thị Mai Anh")
	uitest.Keys(c, "F2")
	uitest.Type(t, c, "xyz")
	p.leave()
	if text := uitest.Text(c); !strings.Contains(text, wordTyping) {
		t.Fatalf("nothing was asked:\n%s", text)
	}
	uitest.Keys(c, "Escape")
	if p.ctx.Err() != nil {
		t.Fatal("Esc closed the program")
	}
	for _, person := range p.shell.desk.View().People {
		if strings.Contains(person.Name, "xyz") {
			t.Errorf("half-typed text was written: %s (before: %s)", person.Name, old)
		}
	}
}

// TestLargerByKeys: Ctrl+plus and Ctrl+minus change the size within its bounds.
func TestLargerByKeys(t *testing.T) {
	p := start(t)
	c := p.Window.Canvas()
	uitest.Keys(c, "Ctrl+=", "Ctrl+=")
	if got := p.textSize(); got != 15 {
		t.Errorf("size %v after two steps", got)
	}
	for range 12 {
		uitest.Keys(c, "Ctrl+-")
	}
	if got := p.textSize(); got != 12 {
		t.Errorf("the smallest is %v", got)
	}
}

// railStep is one step that lacks something: what makes it lack it, what is clicked after
// the step itself (nothing, or once), what is typed into the cell reached, and what holds then.
type railStep struct {
	name, year string
	lack       func(t *testing.T, p *Program)
	click      string
	keys       []string
	holds      func(t *testing.T, p *Program) bool
}

func railSteps() []railStep {
	says := func(what string) func(*testing.T, *Program) bool {
		return func(_ *testing.T, p *Program) bool { return strings.Contains(uitest.Text(p.Window.Canvas()), what) }
	}
	nothing := func(*testing.T, *Program) {}
	rated := func(_ *testing.T, p *Program) bool {
		for _, who := range p.shell.desk.View().PeopleOf(2024, "") {
			if r, ok := p.shell.desk.View().RatingOf(2024, tdkt.PersonSubject(who.ID)); ok && r.Level == tdkt.NotDone {
				return true
			}
		}
		return false
	}
	book := func(year int, b tdkt.Book, closed bool) func(*testing.T, *Program) {
		return func(t *testing.T, p *Program) {
			t.Helper()
			must(t, p.shell.desk.App.CloseBook(t.Context(), year, b, closed, "thử"))
		}
	}
	return []railStep{
		{name: "Kế hoạch", year: "2024", lack: nothing, click: "Lập kế hoạch", holds: says("Từ kế hoạch năm 2023")},
		{name: "Kế hoạch", year: "2023", lack: nothing, keys: []string{"đã xong", "Return"}, holds: func(_ *testing.T, p *Program) bool {
			late := 0
			for _, task := range p.shell.desk.View().TasksOf(2023, "") {
				if task.Late(p.shell.desk.App.Today()) {
					late++
				}
			}
			return late == 2
		}},
		{name: "Đăng ký", year: "2024", lack: book(2024, tdkt.PledgeBook, false), keys: []string{"x"}, holds: func(t *testing.T, p *Program) bool {
			t.Helper()
			return reports.YearSteps(t.Context(), p.shell.desk.View(), 2024, p.shell.desk.App.Today())[1].State == reports.StepDone
		}},
		{name: "Đánh giá", year: "2024", lack: nothing, keys: []string{"không hoàn thành", "Return"}, holds: rated},
		{name: "Xét điều kiện", year: "2024", lack: nothing, click: "Xếp loại →", keys: []string{"không hoàn thành", "Return"}, holds: rated},
		{name: "Hội đồng", year: "2023", lack: book(2023, tdkt.TitleBook, false), keys: []string{"9", "Return"}, holds: func(_ *testing.T, p *Program) bool {
			empty := 0
			v := p.shell.desk.View()
			list, err := v.Tallies(v.MeetingsOf(2023)[0])
			for _, one := range list {
				if !one.Entered {
					empty++
				}
			}
			return err == nil && empty == 1
		}},
		{name: "Trình", year: "2023", lack: concluded, keys: []string{"Return"}, holds: func(_ *testing.T, p *Program) bool {
			return len(p.shell.desk.View().Attachments) > 0
		}},
		{name: "Quyết định", year: "2023", lack: concluded, click: "Ghi từ đề nghị đã duyệt…", holds: says("Cấp Sở:")},
		{name: "Tổng kết", year: "2023", lack: book(2023, tdkt.TitleBook, false), click: "Chưa chốt", holds: says("Chốt sổ danh hiệu năm 2023")},
	}
}

// concluded opens the book of 2023 again and gives what waits the votes of a Council of
// one mind.
func concluded(t *testing.T, p *Program) {
	t.Helper()
	a := p.shell.desk.App
	must(t, a.CloseBook(t.Context(), 2023, tdkt.TitleBook, false, "thử"))
	m := a.View().MeetingsOf(2023)[0]
	_, err := a.FillUnanimous(t.Context(), m)
	must(t, err)
	_, err = a.Conclude(t.Context(), m)
	must(t, err)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestRailToTheMissingCell: from each step of the rail it is at most two clicks to the cell
// that is missing, and what is typed then stands in it.
func TestRailToTheMissingCell(t *testing.T) {
	for _, step := range railSteps() {
		t.Run(step.name+" "+step.year, func(t *testing.T) {
			p := sampled(t)
			c := p.Window.Canvas()
			paper := filepath.Join(t.TempDir(), "Báo cáo.pdf")
			must(t, os.WriteFile(paper, []byte("%PDF-1.4\n"), 0o600))
			p.ui.Files.(*kit.FakeFiles).Paths = []string{paper, paper}
			step.lack(t, p)
			p.shell.year.SetSelected(step.year)
			word := ""
			for _, s := range reports.YearSteps(t.Context(), p.shell.desk.View(), p.shell.desk.Year(), p.shell.desk.App.Today()) {
				if s.Name == step.name {
					word = s.Words()
				}
			}
			if step.holds(t, p) {
				t.Fatalf("the step %q lacks nothing to begin with", word)
			}
			uitest.Tap(t, c, word)
			if step.click != "" {
				uitest.Tap(t, c, step.click)
			}
			for _, typed := range step.keys {
				if typed == "Return" {
					uitest.Keys(c, typed)
					continue
				}
				uitest.TypeComposed(t, c, typed)
			}
			if !step.holds(t, p) {
				t.Errorf("%s: the cell was not reached:\n%s", word, uitest.Text(c))
			}
		})
	}
}
