package forms

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"tdkt/internal/dossier"
	"tdkt/internal/golden"
	"tdkt/internal/tdkt"
)

// The goldens are what the province would read, cell by cell; a change of any
// word, order or formula shows here first.
func TestWorkbooksAsText(t *testing.T) {
	dir := writeFixture(t)
	for i, name := range names() {
		t.Run(name, func(t *testing.T) {
			got := dump(t, filepath.Join(dir, name+".xlsx"))
			golden.Compare(t, filepath.Join("testdata", fmt.Sprintf("%02d.txt", i)), got)
		})
	}
}

// names are the workbooks of the fixture's folder, without their ending.
func names() []string { return books(fixture()) }

// books are the workbooks of a folder, without their ending.
func books(s *dossier.Submission) []string {
	var list []string
	for _, f := range plan(s) {
		if f.paper == nil && !f.pdf {
			list = append(list, strings.TrimSuffix(filepath.FromSlash(f.path), ".xlsx"))
		}
	}
	return list
}

// A formula is shown with its cached value in Protected View, previewers and on
// phones; a wrong one would say two different things.
func TestCachedValuesEqualFormulas(t *testing.T) {
	dir := writeFixture(t)
	formulas := 0
	for _, name := range names() {
		f := open(t, filepath.Join(dir, name+".xlsx"))
		for _, sheet := range f.GetSheetList() {
			eachCell(t, f, sheet, func(cell, _ string) {
				formula := must(f.GetCellFormula(sheet, cell))
				if formula == "" {
					return
				}
				formulas++
				cached := must(f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true}))
				computed, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
				if err != nil || !sameNumber(cached, computed) {
					t.Errorf("%s, %s!%s = %s: cached %q, computed %q (%v)", name, sheet, cell, formula, cached, computed, err)
				}
			})
		}
	}
	if formulas < 100 {
		t.Errorf("only %d formulas seen: the test no longer looks at the tables", formulas)
	}
}

func sameNumber(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && math.Abs(x-y) < 1e-9
}

// The index must name the files that are there, in the Council's order.
func TestFolderHoldsTheFilesOfTheIndex(t *testing.T) {
	dir := writeFixture(t)
	var got []string
	if err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			got = append(got, must(filepath.Rel(dir, path)))
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, n := range names() {
		want = append(want, n+".xlsx")
	}
	want = append(want, filepath.FromSlash(manifestPath(fixture())))
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("files of the folder (-want +got):\n%s", diff)
	}
	if filepath.Base(dir) != "Hồ sơ trình năm 2023 - 20231215" {
		t.Errorf("folder is named %q", filepath.Base(dir))
	}
}

// A second export on the same day must never write over the first.
func TestSecondFolderOfTheDayGetsANumber(t *testing.T) {
	parent := t.TempDir()
	first := "Hồ sơ trình năm 2023 - 20231215" // as TestFolderHoldsTheFilesOfTheIndex sees it written
	must(0, os.Mkdir(filepath.Join(parent, first), 0o700))
	var got []string
	for range 2 {
		dir := must(WriteSubmission(t.Context(), parent, emptyKind(), nil))
		got = append(got, filepath.Base(dir))
	}
	want := []string{first + "-2", first + "-3"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("folders (-want +got):\n%s", diff)
	}
}

// Half a folder could be sent to the province by mistake: stopped midway there is
// none, not even the hidden one it was built in.
func TestStoppedMidwayLeavesNothing(t *testing.T) {
	parent := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	_, err := WriteSubmission(ctx, parent, fixture(), func(done, _ int, _ string) {
		if done == 4 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want it cancelled", err)
	}
	if left := must(os.ReadDir(parent)); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// The window shows how far the work is; the last call says all is done.
func TestProgressCountsTheFiles(t *testing.T) {
	var got []string
	_, err := WriteSubmission(t.Context(), t.TempDir(), fixture(), func(done, total int, what string) {
		got = append(got, fmt.Sprintf("%d/%d %s", done, total, what))
	})
	total := len(names()) + 1
	if err != nil || len(got) != total+1 || got[0] != fmt.Sprintf("0/%d 2. Danh sách kèm theo Quyết định.xlsx", total) ||
		got[total-1] != fmt.Sprintf("%d/%d Đọc lại các tệp", total-1, total) || got[total] != fmt.Sprintf("%d/%d ", total, total) {
		t.Errorf("progress was %q (%v)", got, err)
	}
}

// A single workbook replaces an older one whole, and says so when it cannot.
func TestWriteOneForm(t *testing.T) {
	dir := t.TempDir()
	for _, form := range []Form{Pledges, Nominations, Results, Summary} {
		path := filepath.Join(dir, string(form)+".xlsx")
		for range 2 {
			if err := Write(t.Context(), path, form, fixture()); err != nil {
				t.Fatalf("write %s: %v", form, err)
			}
		}
		if len(dump(t, path)) < 500 {
			t.Errorf("%s is nearly empty", form)
		}
	}
	if left := must(filepath.Glob(filepath.Join(dir, ".dang-ghi*"))); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWriteSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	held := filepath.Join(dir, "mo.xlsx")
	// A folder in the file's place cannot be renamed over, as a file Excel holds
	// cannot on Windows; the owner file beside it says why.
	for _, make := range []error{
		os.MkdirAll(filepath.Join(held, "x"), 0o750), os.WriteFile(filepath.Join(dir, "~$mo.xlsx"), nil, 0o600),
	} {
		if make != nil {
			t.Fatal(make)
		}
	}
	for _, c := range []struct {
		why, path string
		form      Form
		kind      tdkt.Kind
		words     string
	}{
		{"a form nobody knows is a wrong command", filepath.Join(dir, "a.xlsx"), "bieu-la", tdkt.Usage, "Không có biểu mẫu"},
		{"a folder that is not there", filepath.Join(dir, "khong-co", "a.xlsx"), Results, tdkt.Environment, "thư mục không có"},
		{"Excel holds the target", held, Results, tdkt.Environment, "đang mở trong Excel"},
	} {
		t.Run(c.why, func(t *testing.T) {
			err := Write(t.Context(), c.path, c.form, fixture())
			var said *tdkt.Error
			if !errors.As(err, &said) || said.Kind != c.kind || !strings.Contains(said.Text, c.words) {
				t.Errorf("got %v, want kind %v with %q", err, c.kind, c.words)
			}
		})
	}
	if _, err := os.Lstat(filepath.Join(dir, "a.xlsx")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a refused form left a file")
	}
}

// Everything a printed page needs is set before the rows are streamed, or excelize
// drops it without a word.
func TestPageSetup(t *testing.T) {
	dir := writeFixture(t)
	for _, name := range names() {
		f := open(t, filepath.Join(dir, name+".xlsx"))
		for _, sheet := range f.GetSheetList() {
			checkPage(t, f, name+"/"+sheet, sheet)
		}
	}
}

func checkPage(t *testing.T, f *excelize.File, where, sheet string) {
	t.Helper()
	layout := must(f.GetPageLayout(sheet))
	if layout.Size == nil || *layout.Size != 9 || layout.FitToWidth == nil || *layout.FitToWidth != 1 ||
		layout.FitToHeight == nil || *layout.FitToHeight > 1 {
		t.Errorf("%s: not A4, one page wide: %+v", where, layout)
	}
	props := must(f.GetSheetProps(sheet))
	if props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("%s: fit to page is off", where)
	}
	m := must(f.GetPageMargins(sheet))
	for side, got := range map[string][2]float64{"top": {*m.Top, 20}, "bottom": {*m.Bottom, 20}, "left": {*m.Left, 30}, "right": {*m.Right, 15}} {
		if math.Abs(got[0]*25.4-got[1]) > 0.01 {
			t.Errorf("%s: %s margin is %.1f mm, want %.0f", where, side, got[0]*25.4, got[1])
		}
	}
	h := must(f.GetHeaderFooter(sheet))
	if h == nil || !h.DifferentFirst || !strings.HasPrefix(h.OddHeader, "&C") || !strings.HasSuffix(h.OddHeader, "&P") || h.FirstHeader != "" {
		t.Errorf("%s: page number is not in the middle of the top margin from page 2: %+v", where, h)
	}
	if dim := must(f.GetSheetDimension(sheet)); dim == "A1" || dim == "" {
		t.Errorf("%s: dimension is %q", where, dim)
	}
}

// Excel calls a file damaged whose columns, rows or merged cells are out of order
// or cross; excelize and LibreOffice open it all the same.
func TestSheetsAreInExcelsOrder(t *testing.T) {
	dir := writeFixture(t)
	columns := regexp.MustCompile(`<col min="(\d+)" max="(\d+)"`)
	for _, name := range names() {
		for part, text := range unzip(t, filepath.Join(dir, name+".xlsx")) {
			if !strings.HasPrefix(part, "xl/worksheets/sheet") {
				continue
			}
			last := 0
			for _, m := range columns.FindAllStringSubmatch(text, -1) {
				from, _ := strconv.Atoi(m[1])
				if from <= last {
					t.Fatalf("%s %s: column %d after %d", name, part, from, last)
				}
				last, _ = strconv.Atoi(m[2])
			}
			if last == 0 {
				t.Errorf("%s %s: no column widths", name, part)
			}
		}
		checkMerges(t, open(t, filepath.Join(dir, name+".xlsx")), name)
	}
}

func checkMerges(t *testing.T, f *excelize.File, where string) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		taken := map[string]string{}
		for _, m := range must(f.GetMergeCells(sheet, true)) {
			c1, r1, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
			c2, r2, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
			for c := c1; c <= c2; c++ {
				for r := r1; r <= r2; r++ {
					if other := taken[at(c-1, r)]; other != "" {
						t.Errorf("%s %s: merged %s crosses %s", where, sheet, m[0], other)
					}
					taken[at(c-1, r)] = m[0]
				}
			}
		}
	}
}

// unzip gives the parts of a workbook as text.
func unzip(tb testing.TB, path string) map[string]string {
	tb.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		tb.Fatalf("open %s: %v", path, err)
	}
	defer z.Close()
	parts := map[string]string{}
	for _, f := range z.File {
		r := must(f.Open())
		parts[f.Name] = string(must(io.ReadAll(r)))
		_ = r.Close()
	}
	return parts
}

// Days must be dates that sort and filter in Excel, and decision numbers text
// with their zeros.
func TestDaysAreDatesAndNumbersAreText(t *testing.T) {
	f := open(t, filepath.Join(writeFixture(t), "Nội bộ", "3. Tổng hợp sáng kiến.xlsx"))
	days, papers := 0, 0
	eachCell(t, f, sourceName, func(cell, value string) {
		kind := must(f.GetCellType(sourceName, cell))
		raw := must(f.GetCellValue(sourceName, cell, excelize.Options{RawCellValue: true}))
		switch value {
		case "02/11/2023":
			days++
			if raw != "45232" {
				t.Errorf("%s: %s is stored as %q, not as the date's number", cell, value, raw)
			}
		case "0045/QĐ-SNV":
			papers++
			if kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
				t.Errorf("%s: decision number is of type %v", cell, kind)
			}
		}
	})
	if days != 2 || papers != 1 {
		t.Errorf("seen %d dates and %d decision numbers, want 2 and 1", days, papers)
	}
}

// Names come from people's own Excel files: marks of XML, control characters,
// something that looks like a formula and a very long text must all pass.
func TestHostileText(t *testing.T) {
	s := fixture()
	hostile := []string{`A & B <c> "d" 'e'`, "=HYPERLINK(\"http://x\")", "một\x01\x0bhai", strings.Repeat("dài ", 9000), "+84", "_x000D_"}
	for i := range s.Pledges {
		s.Pledges[i].Name = hostile[i%len(hostile)]
	}
	dir, err := WriteSubmission(t.Context(), t.TempDir(), s, nil)
	if err != nil {
		t.Fatalf("write: %v", err)
	}
	seen := map[string]bool{}
	f := open(t, filepath.Join(dir, "Nội bộ", "1. Bảng đăng ký thi đua.xlsx"))
	eachCell(t, f, sourceName, func(cell, value string) {
		seen[value] = true
		if formula := must(f.GetCellFormula(sourceName, cell)); formula != "" {
			t.Errorf("%s became the formula %s", cell, formula)
		}
	})
	for _, want := range []string{hostile[0], hostile[1], "+84", "_x000D_"} {
		if !seen[want] {
			t.Errorf("%q does not read back", want)
		}
	}
	for part, text := range unzip(t, filepath.Join(dir, "Nội bộ", "1. Bảng đăng ký thi đua.xlsx")) {
		if strings.HasSuffix(part, ".xml") {
			if err := xml.Unmarshal([]byte(text), new(struct{})); err != nil {
				t.Errorf("%s is no longer XML: %v", part, err)
			}
		}
	}
}

// One code may stand for a collective's and a person's award: the Council's lists
// must count them apart. Somebody without a unit still stands under a heading.
func TestHeadingsTellSubjectsAndUnitsApart(t *testing.T) {
	of := func(kind tdkt.SubjectKind, unit string) nominee {
		return nominee{Who: dossier.Who{Unit: unit}, Title: dossier.Title{Kind: kind, Code: "BKT", Name: "Bằng khen", Level: "Tỉnh"}}
	}
	list := []nominee{of(tdkt.AUnit, ""), of(tdkt.APerson, "Văn phòng"), of(tdkt.APerson, "")}
	var got []string
	for l := range byTitle(list, true) {
		got = append(got, fmt.Sprintf("%s%d", l.head, l.n))
	}
	want := []string{
		"I. BẰNG KHEN (01 tập thể; cấp quyết định: Tỉnh)0", "1",
		"II. BẰNG KHEN (02 cá nhân; cấp quyết định: Tỉnh)0", "Văn phòng0", "1", "Chưa có đơn vị0", "2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// A year without a case has no folder, and says so; its workbooks alone are whole and say that
// they are empty.
func TestEmptySubmission(t *testing.T) {
	full := fixture()
	empty := &dossier.Submission{Org: full.Org, Year: 2023, Today: full.Today, Regime: full.Regime, Titles: full.Titles}
	dir := t.TempDir()
	if _, err := WriteSubmission(t.Context(), dir, empty, nil); tdkt.KindOf(err) != tdkt.Invalid || len(must(os.ReadDir(dir))) != 0 {
		t.Errorf("an empty folder: %v", err)
	}
	path := filepath.Join(dir, "a.xlsx")
	if err := Write(t.Context(), path, Nominations, empty); err != nil {
		t.Fatal(err)
	}
	text := dump(t, path)
	if !strings.Contains(text, "Không có cá nhân nào được đề nghị.") || !strings.Contains(text, "00 (không) cá nhân") {
		t.Errorf("the empty list does not say so:\n%s", text)
	}
}
