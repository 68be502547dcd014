package app_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/imports"
	"tdkt/internal/app/reports"
	"tdkt/internal/tdkt"
)

// form0605 is form 0605 of a year, or 0604.
func staffForm(a *app.App, year int, code string) tdkt.OfficialForm {
	forms := reports.OfficialForms(a.View(), year)
	return forms[slices.IndexFunc(forms, func(f tdkt.OfficialForm) bool { return f.Code == code })]
}

// column prints a column of a form: "02=1 03=0 …", a dash for an empty cell.
func column(f tdkt.OfficialForm, key string) string {
	var out []string
	for _, r := range f.Rows {
		if r.Code == "" {
			continue
		}
		k := slices.IndexFunc(f.Columns, func(c tdkt.OfficialColumn) bool { return c.Key == key })
		text := fmt.Sprint(r.Cells[k].Value)
		if r.Cells[k].Empty {
			text = "-"
		}
		if r.Cells[k].Typed {
			text += "!"
		}
		out = append(out, text)
	}
	return strings.Join(out, " ")
}

// The bands of form 0605 by the day of the form, 15/12: n−1, n and the day between, for age
// and for years in the work.
func TestOfficersBandsByDay(t *testing.T) {
	for _, c := range []struct {
		born tdkt.Day
		row  string
	}{
		{tdkt.Date(1993, 12, 15), "02"}, // 30 on the day
		{tdkt.Date(1992, 12, 16), "02"}, // 31 the day after
		{tdkt.Date(1992, 12, 15), "03"},
		{tdkt.Date(1982, 12, 16), "03"}, // 40
		{tdkt.Date(1982, 12, 15), "04"}, // 41
		{tdkt.Date(1972, 12, 16), "04"}, // 50
		{tdkt.Date(1972, 12, 15), "05"}, // 51
		{tdkt.Date(1967, 12, 16), "05"}, // 55
		{tdkt.Date(1967, 12, 15), "06"}, // 56
		{tdkt.Date(1962, 12, 16), "06"}, // 60
		{tdkt.Date(1962, 12, 15), "07"}, // 61
	} {
		a := open(t)
		if err := a.SaveOfficers(t.Context(), tdkt.Officer{Name: "Lê A", Born: c.born, Sex: tdkt.Male, Education: "Đại học Luật", Since: tdkt.Date(2019, 1, 1)}); err != nil {
			t.Fatal(err)
		}
		f := staffForm(a, 2023, "0605")
		for _, r := range []string{"02", "03", "04", "05", "06", "07"} {
			if got := cellOf(t, f, r, "1").Value; got != b2i(r == c.row) {
				t.Errorf("born %s: row %s has %d", c.born, r, got)
			}
		}
	}
	for _, c := range []struct {
		since tdkt.Day
		row   string
	}{
		{tdkt.Date(2018, 12, 16), "13"},
		{tdkt.Date(2018, 12, 15), "14"},
		{tdkt.Date(2013, 12, 16), "14"},
		{tdkt.Date(2013, 12, 15), "15"},
		{tdkt.Date(1990, 1, 1), "15"},
		{tdkt.Date(2023, 12, 15), "13"},
	} {
		a := open(t)
		if err := a.SaveOfficers(t.Context(), tdkt.Officer{Name: "Lê A", BornYear: 1970, Sex: tdkt.Male, Education: "Trung cấp", Since: c.since}); err != nil {
			t.Fatal(err)
		}
		for _, r := range []string{"13", "14", "15"} {
			if got := cellOf(t, staffForm(a, 2023, "0605"), r, "1").Value; got != b2i(r == c.row) {
				t.Errorf("since %s: row %s has %d", c.since, r, got)
			}
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// A training in any words stands in its row.
func TestOfficersTraining(t *testing.T) {
	for text, row := range map[string]string{
		"Sơ cấp": "08", "trung cấp kế toán": "09", "Cao đẳng Sư phạm": "10", "Đại học": "11", "Cử nhân Luật": "11", "Kỹ sư": "11",
		"Thạc sĩ Quản lý công": "12", "Tiến sỹ": "12", "Trên đại học": "12", "Sau đại học": "12", "Đại học Luật, Thạc sĩ Hành chính": "12", "ĐẠI HỌC": "11",
		"12/12": "", "Bồi dưỡng": "",
	} {
		a := open(t)
		if err := a.SaveOfficers(t.Context(), tdkt.Officer{Name: "Lê A", BornYear: 1970, Sex: tdkt.Female, Education: text, SinceYear: 2010}); err != nil {
			t.Fatal(err)
		}
		f := staffForm(a, 2023, "0605")
		for _, r := range []string{"08", "09", "10", "11", "12"} {
			if c := cellOf(t, f, r, "1"); c.Value != b2i(r == row) || c.Empty != (row == "") {
				t.Errorf("%q: row %s has %+v", text, r, c)
			}
		}
		if row == "" && !strings.Contains(strings.Join(f.Notes, "\n"), text) {
			t.Errorf("%q is not named: %v", text, f.Notes)
		}
	}
}

// What is not known leaves its cells empty, of the column it concerns alone, and is named with
// its person; the total is counted all the same.
func TestOfficersLacking(t *testing.T) {
	a := open(t)
	if f := staffForm(a, 2023, "0605"); column(f, "1") != strings.TrimSpace(strings.Repeat("- ", 15)) {
		t.Errorf("nobody: %s", column(f, "1"))
	}
	if err := a.SaveOfficers(
		t.Context(),
		tdkt.Officer{Name: "Trần Văn Nam", Sex: tdkt.Male, Education: "Đại học", SinceYear: 2021},
		tdkt.Officer{Name: "Lê Thị Nữ", Sex: tdkt.Female, BornYear: 1980, Education: "Thạc sĩ", SinceYear: 2010},
		tdkt.Officer{Name: "Người Cũ", Sex: tdkt.Male, To: tdkt.Date(2023, 12, 14)},
		tdkt.Officer{Name: "Người Mới", Sex: tdkt.Male, Education: "Đại học", Since: tdkt.Date(2023, 12, 16)},
		tdkt.Officer{Name: "Chuyển Về", Sex: tdkt.Male, Education: "Đại học", SinceYear: 2001, From: tdkt.Date(2024, 1, 1)},
	); err != nil {
		t.Fatal(err)
	}
	f := staffForm(a, 2023, "0605")
	if got, want := column(f, "1"), "2 - - - - - - 0 0 0 1 1 1 0 1"; got != want {
		t.Errorf("all: %s, want %s", got, want)
	}
	if got, want := column(f, "2"), "1 0 0 1 0 0 0 0 0 0 0 1 0 0 1"; got != want {
		t.Errorf("women: %s, want %s", got, want)
	}
	notes := strings.Join(f.Notes, "\n")
	if !strings.Contains(notes, "Trần Văn Nam (ngày sinh)") || strings.Contains(notes, "Lê Thị Nữ") || strings.Contains(notes, "Người") {
		t.Errorf("notes: %s", notes)
	}
	// A number typed wins in its year, and does not hide the table a year on.
	if err := reports.SetFigure(t.Context(), a, 2023, "0605", "12", "1", "9"); err != nil {
		t.Fatal(err)
	}
	if c, next := cellOf(t, staffForm(a, 2023, "0605"), "12", "1"), cellOf(t, staffForm(a, 2024, "0605"), "12", "1"); c.Value != 9 || !c.Typed || next.Typed || next.Value != 1 {
		t.Errorf("typed: %+v, a year on %+v", c, next)
	}
	if got := staffForm(a, 2024, "0605").Rows[0].Cells[0].Value; got != 4 { // Người Cũ left, two came
		t.Errorf("2024: %d", got)
	}
}

// Only a year is known: counted from 1 January, and said where another day would count it in
// another row.
func TestOfficersYearAlone(t *testing.T) {
	a := open(t)
	if err := a.SaveOfficers(
		t.Context(),
		tdkt.Officer{Name: "Sát Ngưỡng", Sex: tdkt.Male, BornYear: 1992, Education: "Đại học", SinceYear: 2018},
		tdkt.Officer{Name: "Xa Ngưỡng", Sex: tdkt.Male, BornYear: 1988, Education: "Đại học", SinceYear: 2023},
	); err != nil {
		t.Fatal(err)
	}
	f := staffForm(a, 2023, "0605")
	if got, want := column(f, "1"), "2 0 2 0 0 0 0 0 0 0 2 0 1 1 0"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	notes := strings.Join(f.Notes, "\n")
	if !strings.Contains(notes, "Sát Ngưỡng (ngày sinh, ngày vào làm công tác thi đua)") || strings.Contains(notes, "Xa Ngưỡng") {
		t.Errorf("notes: %s", notes)
	}
}

// A person of the book brings birth, sex and training; what the book lacks the row may hold.
func TestOfficersOfTheBook(t *testing.T) {
	a := open(t)
	load(t, a, strings.Replace(two, "Mã cán bộ|Họ và tên|Mã đơn vị|Ngày vào làm\nCB001|Lê Văn Hai|VP|01/02/2010", "Mã cán bộ|Họ và tên|Mã đơn vị|Ngày vào làm|Ngày sinh|Giới tính\nCB001|Lê Văn Hai|VP|01/02/2010|16/12/1992|Nam", 1))
	p := a.View().People[0]
	if err := a.SaveOfficers(t.Context(), tdkt.Officer{Person: p.ID, Name: "Ai Khác", Born: tdkt.Date(1950, 1, 1), Sex: tdkt.Female, Education: "Cử nhân", SinceYear: 2015}); err != nil {
		t.Fatal(err)
	}
	o := a.View().OfficersNow()[0]
	if o.Name != "Lê Văn Hai" || o.Born != tdkt.Date(1992, 12, 16) || o.Sex != tdkt.Male || o.Education != "Cử nhân" {
		t.Errorf("%+v", o)
	}
	if got, want := column(staffForm(a, 2023, "0605"), "1"), "1 1 0 0 0 0 0 0 0 0 1 0 0 1 0"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// Rows that nobody could count are refused with a sentence, and the other rows with them.
func TestOfficersRefused(t *testing.T) {
	a := open(t)
	d := tdkt.Date
	for _, o := range []tdkt.Officer{
		{},
		{Name: "A", Born: d(2000, 1, 1), Since: d(1999, 1, 1)},
		{Name: "A", Since: d(2020, 1, 2), To: d(2020, 1, 1)},
		{Name: "A", Since: d(2020, 1, 2), From: d(2020, 1, 1)},
		{Name: "A", From: d(2020, 1, 2), To: d(2020, 1, 1)},
		{Person: "không có"},
	} {
		if err := a.SaveOfficers(t.Context(), tdkt.Officer{Name: "Được"}, o); err == nil || len(a.View().Officers) > 0 {
			t.Errorf("%+v was taken", o)
		}
	}
	for _, b := range []tdkt.Bureau{{}, {Name: "Ban"}, {Name: "Ban", Level: "01"}, {Name: "Ban", Level: "Cấp ban"}, {Name: "Ban", Level: "04", From: d(2020, 1, 2), To: d(2020, 1, 1)}} {
		if err := a.SaveBureaus(t.Context(), b); err == nil {
			t.Errorf("%+v was taken", b)
		}
	}
}

// Organisations are counted in their rows on the day of the form, over years; taken out and
// put back by undo.
func TestBureaus(t *testing.T) {
	a := open(t)
	if err := a.SaveBureaus(t.Context(), tdkt.Bureau{Name: "Ban TĐKT", Level: "04", To: tdkt.Date(2024, 12, 14)}, tdkt.Bureau{Name: "Phòng Nghiệp vụ", Level: "05"}, tdkt.Bureau{Name: "Phòng TĐKT", Level: "05", From: tdkt.Date(2024, 12, 15)}); err != nil {
		t.Fatal(err)
	}
	for year, want := range map[int]string{2023: "2 0 0 1 1", 2024: "2 0 0 0 2"} {
		if got := column(staffForm(a, year, "0604"), "1"); got != want {
			t.Errorf("%d: %s, want %s", year, got, want)
		}
	}
	if err := a.RemoveBureaus(t.Context(), a.View().Bureaus...); err != nil || len(a.View().Bureaus) != 0 {
		t.Fatal(err)
	}
	if _, err := a.UndoLast(t.Context()); err != nil || len(a.View().Bureaus) != 3 {
		t.Errorf("%d after undo, %v", len(a.View().Bureaus), err)
	}
}

// Both tables go out in the exchange workbook and come back the same; again they change nothing.
func TestOfficersExchanged(t *testing.T) {
	a, b := open(t), open(t)
	load(t, a, two)
	if n := load(t, a, `[Công chức làm TĐKT]
Mã cán bộ|Họ và tên|Ngày sinh|Giới tính|Trình độ đào tạo|Làm công tác TĐKT từ|Tính từ ngày|Đến ngày
CB001||05/03/1980|Nam|Thạc sĩ|2012||
|Lê Thị Bốn|1990|Nữ|Đại học|01/06/2018|01/01/2020|31/12/2024
[Tổ chức làm TĐKT]
Tên tổ chức|Cấp
Ban Thi đua - Khen thưởng|cấp ban thuộc sở nội vụ
Phòng Nghiệp vụ|5
`); n.New != 4 {
		t.Fatalf("%+v", n)
	}
	path := filepath.Join(t.TempDir(), "so.xlsx")
	if err := imports.ExportWorkbook(t.Context(), a, path); err != nil {
		t.Fatal(err)
	}
	plan, err := imports.PreviewWorkbook(t.Context(), b, path)
	if err != nil {
		t.Fatal(err)
	}
	if err := imports.Import(t.Context(), b, plan, false); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"0604", "0605"} {
		if got, want := column(staffForm(b, 2023, f), "1"), column(staffForm(a, 2023, f), "1"); got != want || strings.Contains(got, "-") {
			t.Errorf("%s: %s, want %s", f, got, want)
		}
	}
	again, err := imports.PreviewWorkbook(t.Context(), b, path)
	if err != nil {
		t.Fatal(err)
	}
	if n := again.Totals(); n.New+n.Changed != 0 {
		t.Errorf("read again: %+v", n)
	}
	refused := preview(t, a, "[Công chức làm TĐKT]\nMã cán bộ|Họ và tên\nXX9|\n[Tổ chức làm TĐKT]\nTên tổ chức|Cấp\nBan|cấp gì\n")
	if len(refused.Refused) != 2 {
		t.Errorf("refused: %+v", refused.Refused)
	}
}
