package intake

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tdkt/internal/golden"
	"tdkt/internal/tdkt"
)

// today is the day the tests read on.
var today = tdkt.Date(2026, 11, 30)

// sheetOf makes a sheet of text: a row a line, cells parted by "|"; "^" shows the cell
// above it and "<" the cell to its left, as merged areas do; "=123" is a number, "@" a
// real date, "\n" a line break in the cell.
func sheetOf(file, name, text string) Sheet {
	s := Sheet{File: file, Name: name}
	type cell struct{ row, col int }
	from := map[cell]cell{}
	areas := map[cell]*Area{}
	for r, line := range strings.Split(text, "\n") {
		for c, v := range strings.Split(line, "|") {
			v = strings.ReplaceAll(strings.TrimSpace(v), `\n`, "\n")
			at := cell{r + 1, c + 1}
			switch {
			case v == "":
			case v == "^" || v == "<":
				up := cell{r, c + 1}
				if v == "<" {
					up = cell{r + 1, c}
				}
				root, ok := from[up]
				if !ok {
					root = up
				}
				from[at] = root
				if areas[root] == nil {
					areas[root] = &Area{Left: root.col, Top: root.row, Right: root.col, Bottom: root.row}
				}
				areas[root].Right, areas[root].Bottom = max(areas[root].Right, at.col), max(areas[root].Bottom, at.row)
			case strings.HasPrefix(v, "="):
				s.Cells = append(s.Cells, Cell{Row: at.row, Col: at.col, Text: v[1:], Number: true})
			case strings.HasPrefix(v, "@"):
				d, _ := tdkt.ParseVN(v[1:])
				s.Cells = append(s.Cells, Cell{Row: at.row, Col: at.col, Text: d.String(), Day: d, Number: true})
			default:
				s.Cells = append(s.Cells, Cell{Row: at.row, Col: at.col, Text: v})
			}
		}
	}
	for _, a := range areas {
		s.Merges = append(s.Merges, *a)
	}
	return s
}

func read(tb testing.TB, o Options, sheets ...Sheet) *Reading {
	tb.Helper()
	o.Today = today
	r, err := Read(context.Background(), sheets, o)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// say writes a fact as one line.
func say(f *Fact) string {
	parts := []string{f.Cell, f.Kind, f.Name}
	add := func(label, v string) {
		if v != "" && v != "0" {
			parts = append(parts, label+v)
		}
	}
	add("mã ", f.Code)
	add("đv ", f.Unit)
	if f.Kind == FactPerson {
		add("sinh ", f.Born.String())
		add("sinh ", strconv.Itoa(f.BornYear))
	}
	add("", string(f.Sex))
	add("", f.Position)
	if f.Leader {
		parts = append(parts, "lãnh đạo")
	}
	add("cccd ", f.CCCD)
	add("vào ", f.Start.String())
	add("", f.Title)
	add("cấp ", f.TitleLevel)
	if f.From != 0 {
		add("", yearsText(f.From, f.To))
	} else {
		add("", strconv.Itoa(f.Year))
	}
	add("", string(f.Period))
	if f.Kind == FactPoints {
		add("", pointsText(f.Points)+" = "+pointsText(f.Common)+" + "+pointsText(f.Result))
	}
	add("", string(f.Level))
	if f.Kind != FactPoints {
		add("điểm ", strconv.Itoa(f.Points))
	}
	add("", f.Value)
	add("", string(f.Scope))
	add("% ", strconv.Itoa(f.Share))
	add("", string(f.Penalty))
	add("QĐ ", f.Decision)
	add("ngày ", f.Date.String())
	add("từ ", f.FromDay.String())
	add("đến ", f.ToDay.String())
	for _, d := range f.Doubts {
		parts = append(parts, "?? "+d.Field+": "+d.Why)
	}
	return strings.Join(parts, " · ")
}

func dump(r *Reading) string {
	var b strings.Builder
	for _, t := range r.Tables {
		fmt.Fprintf(&b, "bảng %s!%s: %s, năm %d", t.Sheet, t.Range, t.Kind, t.Year)
		if t.Roomless && t.Kind == Staff {
			fmt.Fprintf(&b, ", của ai? %s", t.Unit)
		}
		b.WriteString("\n")
	}
	for i := range r.Facts {
		b.WriteString(say(&r.Facts[i]) + "\n")
	}
	for _, l := range r.Left {
		mark := ""
		if l.Refused {
			mark = " (!)"
		}
		fmt.Fprintf(&b, "bỏ %s!%s: %s%s\n", l.Sheet, l.Range, l.Why, mark)
	}
	return b.String()
}

// TestTables reads every table of testdata/tables.txt and compares what it became with
// testdata/facts.txt, which a person has read.
func TestTables(t *testing.T) {
	tablesBecome(t, Options{}, "testdata/tables.txt", "testdata/facts.txt")
}

// TestOffices is TestTables for whole lists as offices send them, nothing left out: their
// heads, notes, sums and signatures.
func TestOffices(t *testing.T) {
	tablesBecome(t, Options{}, "testdata/offices.txt", "testdata/officefacts.txt")
}

// TestRealistic is TestOffices for an office that knows its own name: lists in which something
// is easily read wrong, so that somebody would have a title, a room or a rating of nobody's.
func TestRealistic(t *testing.T) {
	tablesBecome(t, Options{Org: "Sở Nội vụ tỉnh Tây Ninh"}, "testdata/realistic.txt", "testdata/realisticfacts.txt")
}

// TestLayouts is TestTables for other layouts, other ways of writing names, days, awards,
// ratings and positions.
func TestLayouts(t *testing.T) {
	tablesBecome(t, Options{}, "testdata/layouts.txt", "testdata/layoutfacts.txt")
}

func tablesBecome(t *testing.T, o Options, from, to string) {
	t.Helper()
	raw, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, part := range strings.Split(string(raw), "\n## ")[1:] {
		head, text, _ := strings.Cut(part, "\n")
		var sheets []Sheet
		for _, s := range strings.Split("\n"+text, "\n[")[1:] {
			name, rows, _ := strings.Cut(s, "]\n")
			sheet := sheetOf(head+".xlsx", name, strings.TrimRight(rows, "\n"))
			sheet.Prose = name == "Văn bản"
			sheets = append(sheets, sheet)
		}
		r := read(t, o, sheets...)
		fmt.Fprintf(&out, "## %s\n%s\n", head, dump(r))
		conserved(t, head, sheets, r)
	}
	golden.Compare(t, to, out.String())
}

var areaOf = regexp.MustCompile(`([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?`)

// cellsOf are the cells of a range as the reading writes them.
func cellsOf(text string) map[string]bool {
	column := func(s string) int {
		n := 0
		for _, r := range s {
			n = n*26 + int(r-'A') + 1
		}
		return n
	}
	out := map[string]bool{}
	for _, m := range areaOf.FindAllStringSubmatch(text, -1) {
		top, _ := strconv.Atoi(m[2])
		left, right, bottom := column(m[1]), column(m[1]), top
		if m[3] != "" {
			right = column(m[3])
			bottom, _ = strconv.Atoi(m[4])
		}
		for r := top; r <= bottom; r++ {
			for c := left; c <= right; c++ {
				out[Ref(c, r)] = true
			}
		}
	}
	return out
}

// conserved checks that every cell that holds something was taken or named as left, never
// both, and that nothing else was.
func conserved(tb testing.TB, name string, sheets []Sheet, r *Reading) {
	tb.Helper()
	for _, s := range sheets {
		taken, left := map[string]bool{}, map[string]bool{}
		for _, f := range r.Facts {
			if f.File == s.File && f.Sheet == s.Name {
				for c := range cellsOf(f.Cell) {
					taken[c] = true
				}
			}
		}
		for _, l := range r.Left {
			if l.File == s.File && l.Sheet == s.Name {
				for c := range cellsOf(l.Range) {
					if left[c] || taken[c] {
						tb.Errorf("%s: %s!%s is named twice (%s)", name, s.Name, c, l.Why)
					}
					left[c] = true
				}
			}
		}
		for _, c := range s.Cells {
			at := Ref(c.Col, c.Row)
			if tdkt.Clean(c.Text) == "" {
				continue
			}
			if !taken[at] && !left[at] {
				tb.Errorf("%s: %s!%s “%s” is neither taken nor left", name, s.Name, at, c.Text)
			}
			delete(taken, at)
			delete(left, at)
		}
		for c := range taken {
			tb.Errorf("%s: %s!%s is taken and holds nothing", name, s.Name, c)
		}
		for c := range left {
			tb.Errorf("%s: %s!%s is left and holds nothing", name, s.Name, c)
		}
	}
}

// FuzzConservation: whatever stands on a sheet, every cell is taken or named as left.
func FuzzConservation(f *testing.F) {
	f.Add([]byte("\x00\x01\x02\x03\xff\x10\x11\x12\x13"))
	f.Add([]byte("\x01\x02\x04\x05\xff\x00\x20\x21\x22\xff\x23\x24\x25"))
	pieces := []string{
		"STT", "Họ và tên", "Ngày sinh", "Đơn vị", "Chức vụ", "Xếp loại", "2021", "2022", "LĐTT", "Danh hiệu", "Số QĐ", "Ghi chú", "Giới tính", "Nam", "Nữ",
		"Tên tập thể", "Năm", "Sáng kiến", "Phạm vi", "Kỷ luật", "Từ ngày", "Đến ngày", "Lý do nghỉ", "", "", "^", "<", "x", "=1", "=2", "I", "Văn phòng",
		"Kế hoạch - Tài chính", "Nguyễn Văn Ất", "Bà Trần Thị Bính", "Lê Văn Đinh (nghỉ thai sản)", "01/03/1980", "@05/06/1981", "1980", "HTTNV", "A", "CSTĐCS 2021, 2022",
		"BK UBND tỉnh 2023 (QĐ số 12/QĐ-UBND ngày 3/2/2024)", "12/QĐ", "Trưởng phòng", "CHIẾN SĨ THI ĐUA CƠ SỞ", "Tổng cộng", "Ghi chú: …", "NGƯỜI LẬP BIỂU", "Tây Ninh, ngày 05 tháng 01 năm 2024",
		"Cơ sở", "Khiển trách", "thai sản", "079180001234", "7.918E+10", "LĐTT 5 năm liền", "Cá nhân", "Tập thể", "DANH SÁCH NĂM 2023", "Họ", "Tên", "Mã", "Danh hiệu đề nghị", "???",
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var b strings.Builder
		for i, c := range data[:min(len(data), 400)] {
			if c == 0xff {
				b.WriteByte('\n')
				continue
			}
			if i > 0 && data[i-1] != 0xff {
				b.WriteByte('|')
			}
			b.WriteString(pieces[int(c)%len(pieces)])
		}
		s := sheetOf("f.xlsx", "S", b.String())
		r, err := Read(context.Background(), []Sheet{s}, Options{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		conserved(t, b.String(), []Sheet{s}, r)
	})
}
