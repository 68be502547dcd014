package app_test

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/reports"
	"tdkt/internal/tdkt"
)

// cellOf is a number of a form by its mã số and column.
func cellOf(t *testing.T, f tdkt.OfficialForm, row, column string) tdkt.OfficialCell {
	t.Helper()
	r := slices.IndexFunc(f.Rows, func(l tdkt.OfficialLine) bool { return l.Code == row })
	c := slices.IndexFunc(f.Columns, func(c tdkt.OfficialColumn) bool { return c.Key == column })
	if r < 0 || c < 0 {
		t.Fatalf("form %s has no cell %s, %s", f.Code, row, column)
	}
	return f.Rows[r].Cells[c]
}

// The forms have the rows, mã số and columns of the circular, in its order.
func TestOfficialFormsAsTheCircular(t *testing.T) {
	for _, c := range []struct {
		code    string
		rows    string // mã số
		columns string // numbers
		heads   int    // headings between the rows
	}{
		{"0601", "01 02 03 04 05 06 07 08 09 10 11 12", "1=2+3+4 2 3 4", 3},
		{"0602", "1 2 3 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21", "1 1 2 2 3 4 5 5 6 7 7 8 9 9", 3},
		{"0603", "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17", "1 2 3 4 5", 2},
		{"0604", "01 02 03 04 05", "1", 0},
		{"0605", "01 02 03 04 05 06 07 08 09 10 11 12 13 14 15", "1 2", 3},
	} {
		forms := reports.OfficialForms(sample(t).View(), 2023)
		i := slices.IndexFunc(forms, func(f tdkt.OfficialForm) bool { return f.Code == c.code })
		var rows, columns []string
		heads := 0
		for _, r := range forms[i].Rows {
			if r.Code == "" {
				heads++
				continue
			}
			rows = append(rows, r.Code)
		}
		for _, col := range forms[i].Columns {
			columns = append(columns, col.N)
		}
		if strings.Join(rows, " ") != c.rows || strings.Join(columns, " ") != c.columns || heads != c.heads {
			t.Errorf("%s: rows %v, columns %v, %d headings", c.code, rows, columns, heads)
		}
	}
}

// Whatever the awards, the parts of a form add up to its total: by kind of subject, and with
// what is told apart by loại hình when every award has one.
func TestOfficialFormsAddUp(t *testing.T) {
	a := sample(t)
	for year := 2015; year <= 2024; year++ {
		for _, f := range reports.OfficialForms(a.View(), year) {
			if f.Code != "0602" && f.Code != "0603" {
				continue
			}
			for k, col := range f.Columns {
				whole := map[string]int{}
				for _, r := range f.Rows {
					whole[r.Code] = r.Cells[k].Value
				}
				if f.Code == "0602" && whole["1"] != whole["2"]+whole["3"] {
					t.Errorf("%d, 0602 column %s: %d in all, %d by who proposed", year, col.Key, whole["1"], whole["2"]+whole["3"])
				}
				if f.Code == "0603" && whole["01"] != whole["02"]+whole["04"]+whole["05"] {
					t.Errorf("%d, 0603 column %s: %+v", year, col.Key, whole)
				}
			}
		}
	}
}

// A typed number takes the place of the count, is added up, carries on where the form is
// typed once, and an emptied cell gives the count back; a sum and a cell that is not there
// take none.
func TestSetFigure(t *testing.T) {
	a := sample(t)
	set := func(form, row, column, text string) error {
		return reports.SetFigure(t.Context(), a, 2023, form, row, column, text)
	}
	form := func(year, i int) tdkt.OfficialForm { return reports.OfficialForms(a.View(), year)[i] }
	for _, f := range []struct{ row, text string }{{"05", "1"}, {"04", "2"}} {
		if err := set("0604", f.row, "1", f.text); err != nil {
			t.Fatal(err)
		}
	}
	if c := cellOf(t, form(2023, 3), "01", "1"); c.Value != 3 {
		t.Errorf("the total of 0604 is %+v", c)
	}
	if c := cellOf(t, form(2024, 3), "04", "1"); c.Value != 2 || c.From != 2023 {
		t.Errorf("a year on: %+v", c)
	}
	if c := cellOf(t, form(2022, 3), "04", "1"); c.Value != 0 || c.Typed {
		t.Errorf("the year before: %+v", c)
	}
	before := cellOf(t, form(2023, 0), "05", "4").Value
	if err := set("0601.N", "05", "4", "1.234"); err != nil {
		t.Fatal(err)
	}
	if c := cellOf(t, form(2023, 0), "05", "4"); c.Value != 1234 || !c.Typed || cellOf(t, form(2024, 0), "05", "4").Typed {
		t.Errorf("0601 typed: %+v", c)
	}
	if err := set("0601", "05", "4", ""); err != nil || cellOf(t, form(2023, 0), "05", "4").Value != before {
		t.Errorf("emptied: %+v, %v", cellOf(t, form(2023, 0), "05", "4"), err)
	}
	for _, bad := range [][4]string{
		{"0604", "01", "1", "5"}, {"0601", "02", "4", "5"}, {"0601", "99", "2", "5"}, {"0777", "01", "1", "5"}, {"0604", "02", "1", "hai"}, {"0604", "02", "1", "-1"},
	} {
		if err := set(bad[0], bad[1], bad[2], bad[3]); err == nil {
			t.Errorf("%v was taken", bad)
		}
	}
}

// A movement is counted once by scope and once by length, whatever its days.
func TestMovementsOnceInEachPart(t *testing.T) {
	a := sample(t)
	before := reports.OfficialForms(a.View(), 2023)[0]
	if err := a.Change(t.Context(), "test", "Phong trào", func(tx app.Tx) error {
		for i, to := range []tdkt.Day{
			tdkt.Date(2023, 3, 31), tdkt.Date(2023, 12, 31), tdkt.Date(2024, 12, 31), tdkt.Date(2026, 12, 30), tdkt.Date(2027, 12, 31), tdkt.Date(2030, 1, 1),
		} {
			m := tdkt.Movement{ID: tdkt.NewID(), Name: fmt.Sprint("P", i), Kind: tdkt.ThemedMovement, From: tdkt.Date(2023, 1, 1), To: to}
			m.Scope = []string{"toàn quốc", "toàn tỉnh", "Khối thi đua số 3", "toàn Sở", "", "cả nước"}[i]
			if err := tx.Put(t.Context(), m); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	f := reports.OfficialForms(a.View(), 2023)[0]
	sum := func(rows ...string) int {
		n := 0
		for _, r := range rows {
			n += cellOf(t, f, r, "1").Value - cellOf(t, before, r, "1").Value
		}
		return n
	}
	if sum("01") != 6 || sum("02", "03", "04", "05") != 6 || sum("06", "07", "08", "09", "10") != 6 || sum("11", "12") != 6 {
		t.Errorf("of 6 movements: %d in all, %d by scope, %d by length, %d by way", sum("01"), sum("02", "03", "04", "05"), sum("06", "07", "08", "09", "10"), sum("11", "12"))
	}
	if sum("02") != 2 || sum("03") != 1 || sum("04") != 1 || sum("05") != 2 || sum("06") != 1 || sum("07") != 1 || sum("08") != 1 || sum("09") != 1 || sum("10") != 2 {
		t.Errorf("by scope and length: %+v", f.Rows)
	}
}

// Each form opens with its formulas; TDKT_OFFICIAL keeps the workbook to be looked at.
func TestOfficialSheetsFormulas(t *testing.T) {
	a := sample(t)
	path := t.TempDir() + "/bieu.xlsx"
	if dir := os.Getenv("TDKT_OFFICIAL"); dir != "" {
		path = dir + "/bieu.xlsx"
	}
	for _, r := range []string{"02", "03", "04", "05", "09", "11", "13", "15"} {
		if err := reports.SetFigure(t.Context(), a, 2023, "0605", r, "1", "2"); err != nil {
			t.Fatal(err)
		}
	}
	if err := papers.ExportStatistics(t.Context(), a, 2023, path); err != nil {
		t.Fatal(err)
	}
	text := sheetFormulas(t, path)
	for _, want := range []string{`C\d+ =D\d+\+E\d+\+F\d+\n`, `E\d+ =E\d+\+E\d+\+E\d+\n`, `C\d+ =C\d+\+C\d+\+C\d+\+C\d+\+C\d+\+C\d+\n`} {
		if !regexp.MustCompile(want).MatchString(text) {
			t.Errorf("no formula %s in:\n%s", want, text)
		}
	}
}

// sheetFormulas lists the formulas of a workbook's sheets.
func sheetFormulas(t *testing.T, path string) string {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var b strings.Builder
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/") {
			continue
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)</f><v>\d+</v>`).FindAllSubmatch(body, -1) {
			fmt.Fprintf(&b, "%s =%s\n", m[1], m[2])
		}
	}
	return b.String()
}
