package pages

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/reports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/guitest"
	"tdkt/internal/gui/kit"
	"tdkt/internal/gui/statistics"
	"tdkt/internal/uitest"
)

func statisticsPage(t *testing.T) *guitest.Bench {
	t.Helper()
	b := guitest.Open(t)
	b.Show(statistics.New(b.Desk, nil))
	return b
}

// choose picks an entry of the first field on the screen, or of the newest dialog, that has so
// many.
func choose(t *testing.T, b *guitest.Bench, of, entry int) {
	t.Helper()
	s, ok := uitest.Find(b.Window.Canvas(), func(s *kit.Select) bool { return len(s.Options) == of })
	if !ok {
		t.Fatalf("no field of %d entries:\n%s", of, uitest.Text(b.Window.Canvas()))
	}
	s.SetSelected(s.Options[entry])
}

// The five years side by side, at both widths, and an empty file that says what to do.
func TestStatisticsScreen(t *testing.T) {
	b := guitest.Open(t)
	tab := statistics.New(b.Desk, nil)
	b.Show(tab)
	looks(t, b, "statistics/wide")
	b.Window.Resize(fyne.NewSize(1024, 580))
	looks(t, b, "statistics/narrow")
	b.Desk.Choose(1990, "")
	tab.Refresh()
	says(t, b, "chưa có khen thưởng nào")
}

// Each number has its rows below, as many as it says, and a row leads to the person.
func TestStatisticsNumbersOpenTheirRows(t *testing.T) {
	b := statisticsPage(t)
	awards := b.List(t, "Số quyết định")
	for i, cut := range reports.Cuts() {
		choose(t, b, len(reports.Cuts()), i)
		numbers := b.List(t, "Năm 2023")
		rows := reports.StatisticsOf(b.App.View(), guitest.Year, "", cut).Rows
		if numbers.Len() != len(rows) {
			t.Fatalf("%s: %d rows, want %d", cut, numbers.Len(), len(rows))
		}
		for at, r := range rows {
			numbers.Go(at, "")
			want := 0
			for i := range r.Awards {
				want += r.Count(i)
			}
			if got := awards.Len(); got != want || want == 0 || numbers.Cell(at, "Năm 2023") != kit.FormatInt(r.Count(len(r.Awards)-1)) {
				t.Errorf("%s, %s: %d rows, want %d; %q", cut, r.Label, got, want, numbers.Rows()[at])
			}
		}
	}
	name := awards.Cell(0, "Tên")
	awards.Go(0, "")
	uitest.Keys(b.Window.Canvas(), "Return")
	if len(b.Went) != 1 || b.Went[0].Tab != desk.TabStaff || b.App.View().Facts.NameOf(b.Went[0].Subject) != name {
		t.Errorf("from %s went to %+v", name, b.Went)
	}
}

// The button writes the workbook where the user says, and opens it.
func TestStatisticsExport(t *testing.T) {
	b := guitest.Open(t)
	path, shown := filepath.Join(t.TempDir(), "thống kê"), ""
	b.Files.Paths = []string{path}
	b.Show(statistics.New(b.Desk, func(p string) { shown = p }))
	uitest.Tap(t, b.Window.Canvas(), "Xuất thống kê…")
	if _, err := os.Stat(path + ".xlsx"); err != nil || shown != path+".xlsx" {
		t.Errorf("written: %v, opened %q", err, shown)
	}
}

// A number is typed into a form of the ministry, the total follows, and what must be looked
// at stands above.
func TestStatisticsTypeForms(t *testing.T) {
	b := statisticsPage(t)
	uitest.Tap(t, b.Window.Canvas(), "Biểu 0601–0605…")
	says(t, b, "0601. Số phong trào thi đua", "Dưới 1 năm", "đối chiếu với thông tư")
	choose(t, b, 5, 3)
	form := b.List(t, "Mã số")
	total := form.Titles()[2]
	form.Set(4, total, "3")
	if got := b.App.View().Figures; len(got) != 1 || got[0].Value != 3 {
		t.Fatalf("kept %+v", got)
	}
	form.Set(0, total, "5")
	if got := b.App.View().Figures; len(got) != 1 {
		t.Errorf("a total was typed over: %+v", got)
	}
	if b.UI.NoticeText() == "" {
		t.Error("it is not said why a total is not typed over")
	}
	typed := reports.OfficialForms(b.App.View(), guitest.Year)[3].Rows[4].Cells[0].Typed
	if form.Cell(0, total) != "3" || form.Cell(4, total) != "3" || !typed {
		t.Errorf("the page shows %q, typed %v", form.Texts(total), typed)
	}
}

// Each column and each bar lists the awards it counts.
func TestStatisticsMarksOpenTheirRows(t *testing.T) {
	b := statisticsPage(t)
	c := b.Window.Canvas()
	awards := b.List(t, "Số quyết định")
	for i, cut := range reports.Cuts() {
		choose(t, b, len(reports.Cuts()), i)
		charts, bars := uitest.All[*kit.ColumnChart](c), uitest.All[*kit.Bar100](c)
		if len(charts) != 1 || len(bars) == 0 {
			t.Fatalf("%s: %d charts, %d bars", cut, len(charts), len(bars))
		}
		s := reports.StatisticsOf(b.App.View(), guitest.Year, "", cut)
		wide := charts[0].Size().Width / float32(len(s.Years))
		for i := range s.Years {
			charts[0].Tapped(&fyne.PointEvent{Position: fyne.NewPos((float32(i)+0.5)*wide, 5)})
			if got, want := awards.Len(), s.Total(i); got != want {
				t.Errorf("%s: the column %d lists %d awards, want %d", cut, s.Years[i], got, want)
			}
		}
		for _, bar := range bars {
			bar.Tapped(nil)
			if got, want := awards.Len(), bar.Parts[0]; got != want || want == 0 {
				t.Errorf("%s: the bar %q lists %d awards, want %d", cut, bar.Label, got, want)
			}
		}
	}
}

// The tables behind forms 0604 and 0605 are filled below them: typed, pasted, picked from the
// book, taken out and undone; the form follows, and what is lacking is said.
func TestStatisticsTypeOfficers(t *testing.T) {
	b := statisticsPage(t)
	c := b.Window.Canvas()
	uitest.Tap(t, c, "Biểu 0601–0605…")
	choose(t, b, 5, 4)
	officers := b.List(t, "Giới tính", "Trình độ đào tạo")
	if officers.Len() != 1 || strings.Join(officers.Rows()[0], "") != "" {
		t.Fatalf("at first %q", officers.Rows())
	}
	officers.Type(0, "Họ và tên", "Trần Thị Ba")
	says(t, b, "Trần Thị Ba (giới tính, ngày sinh, trình độ đào tạo, ngày vào làm công tác thi đua)")
	officers.Type(0, "Ngày sinh", "1990")
	officers.Type(0, "Giới tính", "Nữ")
	officers.Type(0, "Trình độ đào tạo", "Đại học")
	officers.Type(0, "Làm TĐKT từ", "01/06/2018")
	if officers.Len() != 2 || officers.Cell(0, "Giới tính") != "Nữ" || officers.Cell(0, "Tuổi") != "33" || officers.Cell(0, "Số năm") != "5" {
		t.Errorf("the table shows %q", officers.Rows())
	}
	officers.Go(1, "Họ và tên")
	officers.Paste("Lê Văn Bốn\t12/5/1970\tNam\tThạc sĩ\t2001\nPhạm Năm\t1985\tx\tCao đẳng\t2020\n")
	form := b.List(t, "Mã số")
	if got := form.Rows()[0]; got[2] != "3" || got[3] != "2" {
		t.Errorf("after the paste the form has %q: %+v", form.Rows()[0], b.App.View().Officers)
	}
	officers.Go(3, "Họ và tên")
	officers.Paste("Sáu\thôm qua\n")
	if n := len(b.App.View().Officers); n != 3 {
		t.Errorf("a bad paste left %d rows", n)
	}
	says(t, b, "hôm qua")
	uitest.Keys(c, "Escape")
	officers.Go(0, "")
	uitest.Tap(t, c, "Xóa dòng")
	if n := len(b.App.View().Officers); n != 2 {
		t.Errorf("%d rows after one was taken out:\n%s", n, uitest.Text(c))
	}
	if _, err := b.App.UndoLast(t.Context()); err != nil || len(b.App.View().Officers) != 3 {
		t.Errorf("undone: %d rows, %v", len(b.App.View().Officers), err)
	}
	choose(t, b, 5, 3)
	b.List(t, "Tên tổ chức").Type(0, "Tên tổ chức", "Phòng Thi đua")
	if got := form.Texts(form.Titles()[2]); got[0] != "1" || got[4] != "1" {
		t.Errorf("0604 shows %q", got)
	}
}
