package blocs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/app/papers"
	"tdkt/internal/bloc"
	"tdkt/internal/golden"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// page shows the page of a year.
func page(t *testing.T, year int) (*Tab, *guitest.Bench) {
	t.Helper()
	b := guitest.Open(t)
	b.Desk.Choose(year, "")
	tab := New(b.Desk, func(string) {})
	b.Show(tab)
	return tab, b
}

// TestPage: the members stand by rank, the marks of the one at the cursor below, each with how
// its points came about.
func TestPage(t *testing.T) {
	tab, b := page(t, 2023)
	golden.Compare(t, filepath.Join("testdata", "page.txt"), uitest.Text(b.Window.Canvas()))
	tab.list.SelectKey(tab.list.Rows()[5].key())
	if got := tab.marks.Rows()[1].why(); !strings.Contains(got, "88 / kế hoạch 90") {
		t.Errorf("the marks of another member: %q", got)
	}
}

// TestFirstTime: a year without a khối has one button, which begins from last year's; a year
// before all has the form.
func TestFirstTime(t *testing.T) {
	tab, b := page(t, 2024)
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordAdd)
	uitest.Keys(c, "Return") // the first: from last year
	if tab.bloc.Year != 2024 || len(tab.list.Rows()) != 6 || len(tab.marks.Rows()) != 10 {
		t.Fatalf("from last year: %+v, %d members, %d criteria", tab.bloc, len(tab.list.Rows()), len(tab.marks.Rows()))
	}
	if text := uitest.Text(c); !strings.Contains(text, textUnranked) || !strings.Contains(text, "Chưa có chỉ tiêu giao") {
		t.Errorf("nothing is marked yet:\n%s", text)
	}
	tab, b = page(t, 2020)
	c = b.Window.Canvas()
	uitest.Tap(t, c, wordAdd)
	uitest.Type(t, c, "Khối số 3")
	uitest.Keys(c, "Return")
	if tab.bloc.Name != "Khối số 3" || len(tab.list.Rows()) != 1 || !tab.list.Rows()[0].result.Member.Own {
		t.Errorf("a khối of its own: %+v, %d members", tab.bloc, len(tab.list.Rows()))
	}
	if text := uitest.Text(c); !strings.Contains(text, "chưa có bảng tiêu chí") {
		t.Errorf("a khối without criteria:\n%s", text)
	}
}

// TestTyping: marks and ballots are typed into the lists; what cannot be is refused in a
// sentence and changes nothing.
func TestTyping(t *testing.T) {
	tab, _ := page(t, 2023)
	mark := func(row, column int, text string) error {
		return tab.marked([]kit.Edit[line]{{Row: tab.marks.Rows()[row], Column: column, Text: text}})
	}
	before := tab.ranking.Results[0].Total
	for _, bad := range []error{
		mark(1, colPlan, "nhiều"), mark(1, colChecked, "31"), mark(1, colLevel, "A"), mark(5, colLevel, "E"),
		tab.edited([]kit.Edit[row]{{Row: tab.list.Rows()[0], Column: colVotes, Text: "7/6"}}),
		tab.edited([]kit.Edit[row]{{Row: tab.list.Rows()[0], Column: colVotes, Text: "x"}}),
	} {
		if tdkt.KindOf(bad) != tdkt.Invalid {
			t.Errorf("taken: %v", bad)
		}
	}
	if tab.ranking.Results[0].Total != before {
		t.Error("what was refused changed the total")
	}
	for _, err := range []error{
		mark(1, colChecked, "29"), mark(1, colResult, ""), mark(6, colEvidence, "Quy chế"),
		tab.edited([]kit.Edit[row]{{Row: tab.list.Rows()[0], Column: colVotes, Text: "5/6"}, {Row: tab.list.Rows()[0], Column: colProposed, Text: wordNobody}}),
	} {
		if err != nil {
			t.Errorf("not taken: %v", err)
		}
	}
	tab.Refresh()
	r := tab.ranking.Results[0]
	if m := r.Member; r.Base != 9850 || m.Votes != tdkt.Of(500) || m.Voters != 6 || m.Proposed != tdkt.BlocNoAward {
		t.Errorf("typed: base %s, %+v", bloc.Points(r.Base), m)
	}
}

// TestPasteCriteria: a table from Excel makes the rows it needs; rows without points are
// headings; an odd kind is refused.
func TestPasteCriteria(t *testing.T) {
	list, err := pastedCriteria(kit.Paste[tdkt.BlocCriterion]{
		Cells: [][]string{{"I", "Nhiệm vụ", "", ""}, {"1", "Hồ sơ đúng hạn", "càng cao càng tốt", "12,5", "%"}, {"", "", "", ""}, {"2", "Chấp hành", "", "10"}},
		Rows:  []tdkt.BlocCriterion{{ID: "c", Kind: tdkt.BlocHeading, Text: "cũ"}},
	})
	if err != nil || len(list) != 3 || list[0].ID != "c" || list[0].Text != "Nhiệm vụ" || list[1].Kind != tdkt.MoreBetter || list[1].Standard != 1250 ||
		list[1].Measure != "%" || list[2].Kind != tdkt.PlainPoints {
		t.Errorf("pasted: %+v, %v", list, err)
	}
	if _, err := pastedCriteria(kit.Paste[tdkt.BlocCriterion]{Cells: [][]string{{"1", "x", "lạ", "1"}}}); tdkt.KindOf(err) != tdkt.Invalid {
		t.Errorf("an odd kind: %v", err)
	}
}

// TestLists: criteria, rules and points beside them open, change and are written at once.
func TestLists(t *testing.T) {
	tab, b := page(t, 2023)
	c := b.Window.Canvas()
	tab.criteria()
	uitest.Tap(t, c, wordAddOne)
	if n := len(b.Desk.View().BlocCriteriaOf(tab.bloc)); n != 11 {
		t.Errorf("%d criteria after one more", n)
	}
	uitest.Keys(c, "Escape")
	tab.rules()
	golden.Compare(t, filepath.Join("testdata", "rules.txt"), uitest.Text(c))
	uitest.Tap(t, c, wordAddDeduct)
	rules, err := b.Desk.View().BlocRules(tab.bloc)
	if err != nil || rules.Deduct[len(rules.Deduct)-1].Text != wordNewReason {
		t.Errorf("a new ground: %v", err)
	}
	uitest.Keys(c, "Escape")
	own, err := b.Desk.View().FindBlocMember(tab.bloc, "")
	if err != nil {
		t.Fatal(err)
	}
	tab.extras(own)
	if text := uitest.Text(c); !strings.Contains(text, "Có cách làm sáng tạo") {
		t.Errorf("points beside the criteria:\n%s", text)
	}
	uitest.Tap(t, c, wordAddOne)
	uitest.Keys(c, "Return")
	if n := len(b.Desk.View().BlocExtrasOf(own)); n != 2 {
		t.Errorf("%d lines of bonus", n)
	}
}

// TestRulesEdited: each line of the rules sets its own number.
func TestRulesEdited(t *testing.T) {
	for i := range ruleLines(bloc.Standard()) {
		r := bloc.Standard()
		ruleLines(r)[i].set(r, tdkt.Of(700))
		if got := ruleLines(r)[i].value; got != "7" {
			t.Errorf("line %d says %q", i, got)
		}
		if drop := ruleLines(r)[i].drop; drop != nil {
			n := len(ruleLines(r))
			if drop(r); len(ruleLines(r)) != n-1 {
				t.Errorf("line %d stays", i)
			}
		}
	}
}

// TestSheetsOutAndBack: sheets go out to a folder and come back; the head's marks are taken
// by a tick, a wrong cell is named.
func TestSheetsOutAndBack(t *testing.T) {
	tab, b := page(t, 2023)
	c := b.Window.Canvas()
	dir := t.TempDir()
	b.Files.Paths = []string{dir, dir}
	uitest.Tap(t, c, wordOut)
	uitest.Keys(c, "Return") // the first: with what is entered
	names, err := os.ReadDir(dir)
	if err != nil || len(names) != 6 {
		t.Fatalf("%d sheets: %v", len(names), err)
	}
	sheettest.Change(t, filepath.Join(dir, names[2].Name()), "01 Sở Tài chính", map[string]string{"H7": "150", "H8": "nhiều", "L12": "9"})
	uitest.Tap(t, c, wordIn)
	golden.Compare(t, filepath.Join("testdata", "came.txt"), strings.ReplaceAll(uitest.Text(c), dir, "THƯ-MỤC"))
	uitest.Tap(t, c, wordTakeYes)
	r, _ := tab.ranking.Of(b.Desk.View().BlocMembersOf(tab.bloc)[2].ID)
	if got := r.Lines[1].Mark.Result; got != tdkt.Of(15000) || r.Lines[6].Mark.Checked != tdkt.Of(900) {
		t.Errorf("taken: %v, %v", got, r.Lines[6].Mark.Checked)
	}
}

// TestPapers: each paper of the khối and its ranking are written where one says.
func TestPapers(t *testing.T) {
	tab, b := page(t, 2023)
	c := b.Window.Canvas()
	for i, d := range papers.BlocPapers(b.Desk.View(), tab.bloc) {
		path := filepath.Join(t.TempDir(), "x.docx")
		b.Files.Paths = []string{path}
		tab.papers()
		for range i {
			uitest.Keys(c, "Down")
		}
		uitest.Keys(c, "Return")
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", d.Name, err)
		}
	}
	path := filepath.Join(t.TempDir(), "x.xlsx")
	b.Files.Paths = []string{path}
	tab.rankingOut()
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		t.Errorf("the ranking: %v", err)
	}
}
