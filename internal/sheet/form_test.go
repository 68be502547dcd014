package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// What the stream writer loses without an error when it is set too late must be in
// the file: dimension, panes, widths, page, drop-downs, formats.
func TestWrittenForm(t *testing.T) {
	f, err := excelize.OpenFile(writeFile(t, full()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	const name = "Nhân sự"
	want := []string{"Đơn vị", name, "Xếp loại", "Khen thưởng", "Sáng kiến", "Kỷ luật", "Tạm dừng", "Nghỉ", "Đăng ký", "Chốt sổ", "Công tác", "Tiêu chí định tính", "Quy định riêng", "Ngoại lệ", "Công chức làm TĐKT", "Tổ chức làm TĐKT"}
	if diff := cmp.Diff(want, f.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got)\n%s", diff)
	}
	if d := must(f.GetSheetDimension(name)); d != "A1:K5" {
		t.Errorf("dimension %s", d)
	}
	if p := must(f.GetPanes(name)); !p.Freeze || p.YSplit != 1 {
		t.Errorf("panes %+v", p)
	}
	if w := must(f.GetColWidth(name, "B")); w != 30 {
		t.Errorf("width %v", w)
	}
	if l := must(f.GetPageLayout(name)); *l.Orientation != "landscape" || *l.FitToWidth != 1 || *l.FitToHeight != 0 {
		t.Errorf("page %+v", l)
	}
	if p := must(f.GetSheetProps(name)); p.FitToPage == nil || !*p.FitToPage {
		t.Errorf("props %+v", p)
	}
	titles, filters := map[string]string{}, map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm._FilterDatabase" {
			filters[n.Scope] = n.RefersTo
			continue
		}
		titles[n.Scope] = n.RefersTo
	}
	if len(filters) != len(want) || filters[name] != "'Nhân sự'!$A$1:$K$5" || !strings.Contains(sheetXML(t, f, 2), `<autoFilter ref="$A$1:$K$5"`) {
		t.Errorf("filter buttons %v", filters)
	}
	if len(titles) != len(want) || titles[name] != "'Nhân sự'!$1:$1" {
		t.Errorf("print titles %v", titles)
	}
	var lists, notes []string
	for _, v := range must(f.GetDataValidations(name)) {
		if v.Formula1 == "" { // the note on a header
			notes = append(notes, v.Sqref)
			continue
		}
		lists = append(lists, v.Sqref+" "+v.Formula1)
	}
	if diff := cmp.Diff([]string{"D2:D2005 \"Nam,Nữ\"", "H2:H2005 \"Cán bộ,Công chức,Viên chức,Người lao động\""}, lists); diff != "" {
		t.Errorf("drop-downs (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"A1", "C1", "J1", "K1"}, notes); diff != "" {
		t.Errorf("notes on headers (-want +got)\n%s", diff)
	}
	for cell, want := range map[string]string{"C2": "dd/mm/yyyy", "E2": "@", "A2": "@", "A9": "@", "C9": "dd/mm/yyyy"} {
		if got := numberFormat(t, f, name, cell); got != want {
			t.Errorf("format of %s is %q, want %q", cell, got, want)
		}
	}
	if v := must(f.GetCellValue(name, "C2", excelize.Options{RawCellValue: true})); v != "29285" {
		t.Errorf("a day is stored as %s", v)
	}
}

// sheetXML is the text of a sheet inside the file.
func sheetXML(t *testing.T, f *excelize.File, n int) string {
	t.Helper()
	text, ok := f.Pkg.Load(fmt.Sprintf("xl/worksheets/sheet%d.xml", n))
	if !ok {
		t.Fatalf("no sheet %d", n)
	}
	return string(text.([]byte))
}

func numberFormat(t *testing.T, f *excelize.File, sheet, cell string) string {
	t.Helper()
	id := must(f.GetCellStyle(sheet, cell))
	if id == 0 {
		column, _, err := excelize.SplitCellName(cell)
		if err != nil {
			t.Fatal(err)
		}
		id = must(f.GetColStyle(sheet, column))
	}
	style := must(f.GetStyle(id))
	if style.CustomNumFmt != nil {
		return *style.CustomNumFmt
	}
	return map[int]string{49: "@"}[style.NumFmt]
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
