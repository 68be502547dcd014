package statistics

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/reports"
	"tdkt/internal/golden"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/uitest"
)

// The five years side by side, at both widths, and an empty file that says what to do.
func TestScreen(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, nil)
	b.Show(tab)
	golden.Compare(t, "testdata/wide.txt", uitest.Text(b.Window.Canvas()))
	b.Window.Resize(fyne.NewSize(1024, 580))
	golden.Compare(t, "testdata/narrow.txt", uitest.Text(b.Window.Canvas()))
	b.Desk.Choose(1990, "")
	tab.Refresh()
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "chưa có khen thưởng nào") {
		t.Errorf("the empty page says:\n%s", text)
	}
}

// Each number has its rows below, as many as it says, and a row leads to the person.
func TestNumbersOpenTheirRows(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, nil)
	b.Show(tab)
	for _, cut := range reports.Cuts() {
		tab.cut.SetSelected(string(cut))
		for _, r := range tab.grid.Rows() {
			tab.grid.SelectKey(r.key())
			want := 0
			for i := range r.Awards {
				want += r.Count(i)
			}
			if got := len(tab.awards.Rows()); got != want || want == 0 {
				t.Errorf("%s, %s: %d rows, want %d", cut, r.Label, got, want)
			}
		}
	}
	first := tab.awards.Rows()[0]
	tab.awards.OnOpen(first)
	if len(b.Went) != 1 || b.Went[0].Tab != desk.TabStaff || b.Went[0].Subject != first.Subject {
		t.Errorf("went to %+v", b.Went)
	}
}

// The button writes the workbook where the user says, and opens it.
func TestExport(t *testing.T) {
	b := guitest.Open(t)
	path, shown := filepath.Join(t.TempDir(), "thống kê"), ""
	b.Files.Paths = []string{path}
	tab := New(b.Desk, func(p string) { shown = p })
	b.Show(tab)
	uitest.Tap(t, b.Window.Canvas(), wordExport)
	if _, err := os.Stat(path + ".xlsx"); err != nil || shown != path+".xlsx" {
		t.Errorf("written: %v, opened %q", err, shown)
	}
}

// A number is typed into a form of the ministry, the total follows, and what must be looked
// at stands above.
func TestTypeForms(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, nil)
	b.Show(tab)
	uitest.Tap(t, b.Window.Canvas(), wordTypeForms)
	text := uitest.Text(b.Window.Canvas())
	for _, want := range []string{"0601. Số phong trào thi đua", "Dưới 1 năm", "đối chiếu với thông tư"} {
		if !strings.Contains(text, want) {
			t.Errorf("the forms lack %q:\n%s", want, text)
		}
	}
	o := tab.typing
	o.choice.SetSelected(o.choice.Options[3])
	o.grid.SelectKey("0604 4")
	rows := o.grid.Rows()
	if err := o.grid.OnEdit(rows[4], leadColumns, "3"); err != nil {
		t.Fatal(err)
	}
	if err := o.grid.OnEdit(rows[0], leadColumns, "3"); err == nil {
		t.Error("a total was typed over")
	}
	if got := b.App.View().Figures; len(got) != 1 || got[0].Value != 3 {
		t.Fatalf("kept %+v", got)
	}
	if now := o.grid.Rows(); now[0].cell(0) != "3" || now[4].cell(0) != "3" || !now[4].Cells[0].Typed {
		t.Errorf("the page shows %+v", now)
	}
}

// Each column and each bar lists the awards it counts.
func TestMarksOpenTheirRows(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, nil)
	b.Show(tab)
	c := b.Window.Canvas()
	for _, cut := range reports.Cuts() {
		tab.cut.SetSelected(string(cut))
		charts, bars := uitest.All[*kit.ColumnChart](c), uitest.All[*kit.Bar100](c)
		if len(charts) != 1 || len(bars) == 0 {
			t.Fatalf("%s: %d charts, %d bars", cut, len(charts), len(bars))
		}
		wide := charts[0].Size().Width / float32(len(tab.shown.Years))
		for i := range tab.shown.Years {
			charts[0].Tapped(&fyne.PointEvent{Position: fyne.NewPos((float32(i)+0.5)*wide, 5)})
			if got, want := len(tab.awards.Rows()), tab.shown.Total(i); got != want {
				t.Errorf("%s: the column %d lists %d awards, want %d", cut, tab.shown.Years[i], got, want)
			}
		}
		for _, bar := range bars {
			bar.Tapped(nil)
			if got, want := len(tab.awards.Rows()), bar.Parts[0]; got != want || want == 0 {
				t.Errorf("%s: the bar %q lists %d awards, want %d", cut, bar.Label, got, want)
			}
		}
	}
}

// The tables behind forms 0604 and 0605 are filled below them: typed, pasted, picked from the
// book, taken out and undone; the form follows, and what is lacking is said.
func TestTypeOfficers(t *testing.T) {
	b := guitest.Open(t)
	tab := New(b.Desk, nil)
	b.Show(tab)
	uitest.Tap(t, b.Window.Canvas(), wordTypeForms)
	o := tab.typing
	o.choice.SetSelected(o.choice.Options[4])
	rows := o.officers.grid.Rows()
	if len(rows) != 1 || !rows[0].blank {
		t.Fatalf("at first %+v", rows)
	}
	if err := o.officers.grid.OnEdit(rows[0], colOfficer, "Trần Thị Ba"); err != nil {
		t.Fatal(err)
	}
	if text := uitest.Text(b.Window.Canvas()); !strings.Contains(text, "Trần Thị Ba (giới tính, ngày sinh, trình độ đào tạo, ngày vào làm công tác thi đua)") {
		t.Errorf("what is lacking is not said:\n%s", text)
	}
	rows = o.officers.grid.Rows()
	if err := o.officers.grid.OnEdits([]kit.Edit[officerRow]{
		{Row: rows[0], Column: colBorn, Text: "1990"},
		{Row: rows[0], Column: colSex, Text: "Nữ"},
		{Row: rows[0], Column: colEducation, Text: "Đại học"},
		{Row: rows[0], Column: colSince, Text: "01/06/2018"},
	}); err != nil {
		t.Fatal(err)
	}
	if now := o.officers.grid.Rows(); len(now) != 2 || now[0].years(now[0].now.Born, now[0].now.BornYear) != "33" || now[0].years(now[0].now.Since, 0) != "5" {
		t.Errorf("the table shows %+v", now)
	}
	o.officers.grid.OnPaste(kit.Paste[officerRow]{
		Rows: o.officers.grid.Rows()[1:], Extra: 1,
		Cells: [][]string{{"Lê Văn Bốn", "12/5/1970", "Nam", "Thạc sĩ", "2001"}, {"Phạm Năm", "1985", "x", "Cao đẳng", "2020"}},
	})
	if got := o.grid.Rows()[0]; got.cell(0) != "3" || got.cell(1) != "2" {
		t.Errorf("after the paste the form has %s, %s: %+v", got.cell(0), got.cell(1), b.App.View().Officers)
	}
	o.officers.grid.OnPaste(kit.Paste[officerRow]{Rows: o.officers.grid.Rows()[3:], Cells: [][]string{{"Sáu", "hôm qua"}}})
	if n := len(b.App.View().Officers); n != 3 {
		t.Errorf("a bad paste left %d rows", n)
	}
	o.officers.grid.SelectKey(o.officers.grid.Rows()[0].key())
	o.officers.drop()
	if n := len(b.App.View().Officers); n != 2 {
		t.Errorf("%d rows after one was taken out", n)
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil || len(b.App.View().Officers) != 3 {
		t.Errorf("undone: %d rows, %v", len(b.App.View().Officers), err)
	}
	o.choice.SetSelected(o.choice.Options[3])
	room := o.bureaus.grid.Rows()[0]
	if err := o.bureaus.grid.OnEdit(room, colBureau, "Phòng Thi đua"); err != nil {
		t.Fatal(err)
	}
	if got := o.grid.Rows(); got[0].cell(0) != "1" || got[4].cell(0) != "1" {
		t.Errorf("0604 shows %s, %s", got[0].cell(0), got[4].cell(0))
	}
}
