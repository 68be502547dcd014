package plans

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/app/imports"
	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/plantext"
	"tdkt/internal/uitest"
)

// TestReadPlan: the seed's plan opens on its bases; a click on a section shows it
// whole; a year without a plan says where there is one.
func TestReadPlan(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	for _, want := range []string{"Chỉ thị số 01/CT-UBND", "KH-SNV", "II. Những nội dung trọng tâm trong năm 2023"} {
		if text := uitest.Text(c); !strings.Contains(text, want) {
			t.Errorf("the plan lacks %q:\n%s", want, text)
		}
	}
	uitest.Tap(t, c, "2. Yêu cầu")
	if text := uitest.Text(c); !strings.Contains(text, "thực hành tiết kiệm") {
		t.Errorf("the section does not open:\n%s", text)
	}
	b.Desk.Choose(2021, "")
	tab.Refresh()
	if text := uitest.Text(c); !strings.Contains(text, "kế hoạch của các năm: 2023") {
		t.Errorf("a year without a plan:\n%s", text)
	}
	b.Desk.Choose(guitest.Year, "")
	tab.Refresh()
	if text := uitest.Text(c); !strings.Contains(text, "thực hành tiết kiệm") {
		t.Errorf("coming back lost the place:\n%s", text)
	}
}

// TestNextYear: one action and a look make the plan of 2024; one undo takes it back.
func TestNextYear(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	b.Desk.Choose(2024, "")
	tab.Refresh()
	uitest.Tap(t, c, wordNew)
	uitest.Keys(c, "Return") // the first way: from the year before
	golden.Compare(t, filepath.Join("testdata", "next.txt"), uitest.Text(c))
	uitest.Tap(t, c, wordWrite)
	if text := uitest.Text(c); !strings.Contains(text, "Công tác thi đua, khen thưởng năm 2024") {
		t.Fatalf("no plan of 2024:\n%s", text)
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := b.App.View().PlansOf(2024); len(got) != 0 {
		t.Errorf("after undo: %d plans", len(got))
	}
}

// TestEditSections: a section is changed, added inside, moved and removed; each is one
// step in the history, and the words around it stay.
func TestEditSections(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "2. Yêu cầu")
	uitest.More(t, c, wordEdit)
	uitest.Keys(c, "Tab", "Ctrl+A")
	uitest.Type(t, c, "Yêu cầu chung")
	uitest.Keys(c, "Return")
	uitest.More(t, c, wordUp)
	uitest.More(t, c, wordAddSection)
	uitest.Keys(c, "Tab", "Tab")
	uitest.Type(t, c, "Phạm vi")
	uitest.Keys(c, "Return")
	uitest.Tap(t, c, "III. Giải pháp thực hiện")
	uitest.More(t, c, wordRemove)
	uitest.Keys(c, "Return")
	got := plantext.Lines(b.App.View().PlansOf(2023)[0].Sections)
	var heads []string
	for _, l := range got {
		if len(l) < 80 {
			heads = append(heads, l)
		}
	}
	want := []string{
		"I. Mục đích, yêu cầu", "1. Yêu cầu chung", "2. Phạm vi", "3. Mục đích",
		"II. Những nội dung trọng tâm trong năm 2023", "III. Tổ chức thực hiện",
	}
	if d := cmp.Diff(want, heads); d != "" {
		t.Errorf("headings (-want +got):\n%s\n%s", d, uitest.Text(c))
	}
}

// TestPasteText: a text without sections is refused in a sentence; a whole one is
// shown before it is written, as a plan with a theme where the year has its own.
func TestPasteText(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	tab.paste()
	uitest.Type(t, c, "chỉ một dòng")
	uitest.Tap(t, c, wordCheck)
	if text := uitest.Text(c); !strings.Contains(text, "Chưa nhận ra mục nào") {
		t.Fatalf("a text without sections:\n%s", text)
	}
	uitest.Keys(c, "Escape", "Escape")
	p := imports.PlanFrom(b.App.View(), "KẾ HOẠCH\nPhong trào xanh\nCăn cứ Kế hoạch năm;\nI. Mục đích\nSạch, đẹp.\nNơi nhận:\n- UBND tỉnh.", guitest.Year)
	tab.confirmRead(p)
	golden.Compare(t, filepath.Join("testdata", "read.txt"), uitest.Text(c))
	uitest.Tap(t, c, wordWrite)
	plans := b.App.View().PlansOf(2023)
	if len(plans) != 2 || plans[1].Kind != plantext.Themed || plans[1].Issuer != "SỞ NỘI VỤ" {
		t.Errorf("plans of 2023: %+v", plans)
	}
}

// TestBases: a base that ended is told in the text of the plan.
func TestBases(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	c := b.Window.Canvas()
	uitest.More(t, c, wordBases)
	uitest.Keys(c, "Right")
	uitest.Type(t, c, "31/12/2023")
	uitest.Keys(c, "Return", "Escape")
	if text := uitest.Text(c); !strings.Contains(text, "(hết hiệu lực từ 31/12/2023)") {
		t.Errorf("the plan does not say that its base ended:\n%s", text)
	}
}

// TestExportWord: the plan shown is written as Word where the person says and opened; a
// Word file makes the plan of another year, shown before it is written.
func TestExportWord(t *testing.T) {
	b := guitest.Open(t)
	opened := ""
	tab := New(b.Desk, func(path string) { opened = path })
	b.Show(tab)
	c := b.Window.Canvas()
	path := filepath.Join(t.TempDir(), "kế hoạch")
	b.Files.Paths = []string{path, path + ".docx"}
	uitest.Tap(t, c, wordWord)
	if opened != path+".docx" {
		t.Fatalf("opened %q:\n%s", opened, uitest.Text(c))
	}
	b.Desk.Choose(2025, "")
	tab.Refresh()
	uitest.Tap(t, c, wordNew)
	uitest.Keys(c, "Return") // no plan of the year before: a Word file comes first
	if text := uitest.Text(c); !strings.Contains(text, "4 mục lớn, 2 căn cứ, 5 nơi nhận") {
		t.Fatalf("the file is not shown:\n%s", text)
	}
	uitest.Tap(t, c, wordWrite)
	if got := b.App.View().PlansOf(2025); len(got) != 1 || len(got[0].Sections) != 4 {
		t.Errorf("plans of 2025: %+v", got)
	}
}
