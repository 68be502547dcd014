package layouts

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/papers"
	"tdkt/internal/columns"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/sheet/sheettest"
	"tdkt/internal/tdkt"
	"tdkt/internal/uitest"
)

// edited opens the editor as the menu does, for its own hands.
func edited(t *testing.T, b *guitest.Bench) *editor {
	t.Helper()
	b.Window.Resize(fyne.NewSize(1280, 760))
	e := &editor{desk: b.Desk, letters: newLabel()}
	if err := e.load(); err != nil {
		t.Fatal(err)
	}
	e.build()
	return e
}

// A list is laid out by hand: renamed, reordered with the buttons, a column more and one
// less; the preview shows real people, and what is saved is what Excel gets.
func TestLayOutAList(t *testing.T) {
	b := guitest.Open(t)
	e := edited(t, b)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Họ và tên") || !strings.Contains(text, "Chữ in ra cỡ") {
		t.Fatalf("the editor shows:\n%s", text)
	}
	if len(e.preview.Rows()) < 3 || e.preview.Rows()[0].cells[1] == "" {
		t.Errorf("the preview has no real rows: %+v", e.preview.Rows())
	}
	if err := e.edit(e.rows()[1], atTitle, "Ông, bà"); err != nil {
		t.Fatal(err)
	}
	e.grid.SelectKey("1")
	uitest.Tap(t, b.Window.Canvas(), wordDown)
	e.grid.SelectKey("5")
	uitest.Tap(t, b.Window.Canvas(), wordDrop)
	uitest.Tap(t, b.Window.Canvas(), wordAdd)
	if err := e.edit(e.rows()[len(e.rows())-1], atField, columns.Born.Words()); err != nil {
		t.Fatal(err)
	}
	e.grid.SelectKey("0")
	uitest.Tap(t, b.Window.Canvas(), wordDrop) // refused: the first stays
	uitest.Tap(t, b.Window.Canvas(), wordSave)
	path := filepath.Join(t.TempDir(), "ds.xlsx")
	if err := papers.ExportForm(t.Context(), b.App, 2023, "nominations", path); err != nil {
		t.Fatal(err)
	}
	if got := header(t, path, "Cá nhân"); !strings.HasPrefix(got, "STT|Chức vụ|Ông, bà|") || !strings.Contains(got, columns.Born.Words()) || strings.Contains(got, "Ghi chú") {
		t.Errorf("Excel got %q", got)
	}
}

// header is the header row of a sheet.
func header(t *testing.T, path, sheet string) string {
	t.Helper()
	for _, r := range sheettest.Sheets(t, path)[sheet].Rows {
		if len(r) > 2 && r[0] == "STT" {
			return strings.Join(r, "|")
		}
	}
	return ""
}

// What a table cannot do without is told where the letters' size stands, and is not saved.
func TestALayoutThatLacksWhatItNeeds(t *testing.T) {
	b := guitest.Open(t)
	e := edited(t, b)
	e.fillChoice(columns.TableName(columns.KeyBonus))
	for _, r := range e.rows() {
		if r.field == string(columns.Amount) {
			e.grid.SelectKey(r.key())
			uitest.Tap(t, b.Window.Canvas(), wordDrop)
		}
	}
	if !strings.Contains(e.letters.Text, columns.Amount.Words()) {
		t.Errorf("told: %q", e.letters.Text)
	}
	uitest.Tap(t, b.Window.Canvas(), wordSave)
	if papers.HasLayout(b.App, tdkt.LayoutLists) {
		t.Error("it was saved")
	}
}

// The layout goes out as a file and comes into another office's data file; a file for the
// software of another province and its codes too.
func TestShareAndTake(t *testing.T) {
	b, other := guitest.Open(t), guitest.Open(t)
	e := edited(t, b)
	if err := e.edit(e.rows()[1], atTitle, "Ông, bà"); err != nil {
		t.Fatal(err)
	}
	shared := filepath.Join(t.TempDir(), "bố cục")
	b.Files.Paths = []string{shared}
	uitest.Tap(t, b.Window.Canvas(), wordShare)
	other.Files.Paths = []string{shared + ".toml"}
	edited(t, other)
	uitest.Tap(t, other.Window.Canvas(), wordTake)
	lists, err := papers.Lists(other.App)
	if err != nil || lists.People[1].Title != "Ông, bà" {
		t.Errorf("taken: %+v, %v", lists.People, err)
	}
}

// Codes pasted from the other software's list find their titles; what finds none is told.
func TestPasteCodes(t *testing.T) {
	b := guitest.Open(t)
	e := edited(t, b)
	e.fillChoice(wordOther + "CANHAN")
	c := &codeTable{editor: e, told: newLabel(), set: e.software}
	c.grid = kit.NewGrid(b.Desk.UI, codeRow.key, kit.Column[codeRow]{Title: wordCodeOf, Text: func(r codeRow) string { return r.Words }})
	c.paste([][]string{{"DH01", "Lao động tiên tiến"}, {"Không có", "X1"}})
	if c.set.TitleCodes["LDTT"] != "DH01" || !strings.Contains(c.told.Text, "Không có") {
		t.Errorf("codes %v, told %q", c.set.TitleCodes, c.told.Text)
	}
	uitest.Tap(t, b.Window.Canvas(), wordCodes)
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "LDTT") {
		t.Errorf("the table of codes:\n%s", text)
	}
}

// A template is written, opened with its fields listed, used once it was checked, and given up
// again.
func TestEditATemplate(t *testing.T) {
	b := guitest.Open(t)
	b.Window.Resize(fyne.NewSize(1280, 760))
	opened, path := "", filepath.Join(t.TempDir(), "tờ trình của sở")
	b.Files.Paths = []string{path}
	d := &templates{desk: b.Desk, open: func(p string) { opened = p }}
	Templates(b.Desk, d.open)
	d.grid = kit.NewGrid(b.Desk.UI, templateRow.key, kit.Column[templateRow]{Title: wordKind, Text: func(r templateRow) string { return r.Name }})
	var row templateRow
	for _, s := range papers.Templates(b.App) {
		if s.Kind == "to-trinh" {
			row = templateRow{s}
		}
	}
	d.edit(row)
	if opened != path+".docx" {
		t.Fatalf("opened %q", opened)
	}
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "{{chức vụ ký}}") || !strings.Contains(text, "{{#danh hiệu}}") {
		t.Errorf("the fields are not listed:\n%s", text)
	}
	used := false
	d.take(row.Info, opened, func() { used = true })
	own := func() bool {
		for _, s := range papers.Templates(b.App) {
			if s.Kind == row.Kind {
				return s.Own
			}
		}
		return false
	}
	if !used || !own() {
		t.Errorf("used %v, the office's own %v", used, own())
	}
	if err := papers.DropTemplate(b.App, row.Info); err != nil || own() {
		t.Errorf("given up: %v", err)
	}
}

// A column is dragged to another place with the mouse, and its right edge to another width;
// the first stays where it is, a short drag changes nothing, and what was dragged is kept.
func TestDragColumns(t *testing.T) {
	b := guitest.Open(t)
	e := edited(t, b)
	box := func(at int) *stripBox { return e.strip.boxes.Objects[at].(*stripBox) }
	drag := func(at int, from, by float32) {
		x := box(at)
		for range 10 {
			x.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from+by/10, 5)}, Dragged: fyne.NewDelta(by/10, 0)})
		}
		x.DragEnd()
	}
	titles := func() string {
		var out []string
		for _, r := range e.rows() {
			out = append(out, r.title)
		}
		return strings.Join(out, "|")
	}
	before := e.rows()
	if len(e.strip.boxes.Objects) != len(before) || box(1).Size().Width < leastOnStrip {
		t.Fatalf("%d boxes, %v wide", len(e.strip.boxes.Objects), box(1).Size())
	}
	if high := e.grid.Size().Height; high < 200 {
		t.Errorf("the grid of the columns is only %v high", high)
	}
	drag(1, 5, 3)
	if titles() == "" || e.rows()[1].title != before[1].title {
		t.Errorf("a short drag moved: %s", titles())
	}
	drag(1, 5, box(2).Size().Width+box(1).Size().Width*0.6)
	if got := e.rows(); got[2].title != before[1].title || got[1].title != before[2].title || len(got) != len(before) {
		t.Errorf("dragged right: %s", titles())
	}
	drag(2, 5, -box(2).Size().Width*3)
	if got := e.rows(); got[0].title != before[0].title {
		t.Errorf("the first was driven away: %s", titles())
	}
	drag(0, 5, 400)
	if got := e.rows(); got[0].title != before[0].title {
		t.Errorf("the first was dragged: %s", titles())
	}
	wide := e.rows()[1].width
	drag(1, box(1).Size().Width-2, 40)
	if now := e.rows()[1].width; now <= wide {
		t.Errorf("an edge dragged: %v, was %v", now, wide)
	}
	drag(1, box(1).Size().Width-2, -4000)
	if now := e.rows()[1].width; now != least {
		t.Errorf("dragged to nothing: %v", now)
	}
	uitest.Tap(t, b.Window.Canvas(), wordSave)
	if again := edited(t, b); again.rows()[1].width != least {
		t.Errorf("kept %+v", again.rows()[1])
	}
}

// A new file for other software is told its rows and where its header stands; both come back
// from the file it is shared as, and a title above no free row is refused.
func TestNewSet(t *testing.T) {
	b := guitest.Open(t)
	e := edited(t, b)
	_, of, fields := setKinds()
	for i, kind := range of {
		set := columns.SoftwareSet{Name: "Mới " + kind, Of: kind, HeaderRow: 1 + 4*i}
		for _, f := range fields[kind] {
			set.Columns = append(set.Columns, columns.SoftwareColumn{Field: f, Title: columns.SoftwareWords(f)})
		}
		if err := e.addSet(set); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		if err := e.addSet(set); err == nil {
			t.Errorf("%s twice", kind)
		}
	}
	if err := e.addSet(columns.SoftwareSet{Name: "Khác", Of: columns.OfBoth, Title: "DANH SÁCH", HeaderRow: 1, Columns: []columns.SoftwareColumn{{Field: "stt", Title: "STT"}}}); err == nil {
		t.Error("a title where the header stands was taken")
	}
	again, err := columns.ReadSoftware("x", e.software.Text())
	if err != nil {
		t.Fatal(err)
	}
	for i, kind := range of {
		got := again.Set[len(again.Set)-len(of)+i]
		if got.Of != kind || i > 0 && got.HeaderRow != 1+4*i {
			t.Errorf("%s came back as %+v", kind, got)
		}
	}
	c := b.Window.Canvas()
	uitest.Tap(t, c, wordNewSet)
	text := uitest.Text(c)
	for _, want := range []string{wordSetRows, wordOfBoth, wordSetHeader} {
		if !strings.Contains(text, want) {
			t.Errorf("the form lacks %q:\n%s", want, text)
		}
	}
}
