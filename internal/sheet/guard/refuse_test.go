package guard_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tdkt/internal/sheet/guard"
)

const damaged = `Tệp “a.xlsx” bị hỏng nên không đọc dòng nào, để khỏi nhập thiếu. Hãy mở bằng Excel, lưu thành một tệp .xlsx mới rồi nhập lại; nếu Excel cũng báo lỗi, hãy xin lại tệp.`

func tooMuch(what string) string {
	return `Tệp “a.xlsx” có ` + what + `, nhiều hơn mức chương trình nhận. Hãy chép riêng danh sách cần nhập sang một tệp Excel mới (chỉ dán giá trị) rồi nhập lại.`
}

func broken(what string) string {
	return `Tệp “a.xlsx” bị hỏng ở trang “Một”: ` + what + `. Hãy mở bằng Excel, lưu thành một tệp .xlsx mới rồi nhập lại.`
}

// heavy asks for what takes long; "go run ./cmd/dev test -long" does.
var heavy = flag.Bool("heavy", false, "damage at every byte")

// sentence is what a person sees of a refusal.
func sentence(t *testing.T, path string) string {
	t.Helper()
	cells, err := read(t, path)
	var r *guard.Refusal
	if !errors.As(err, &r) {
		t.Fatalf("not refused: %d cells, error %v", len(cells), err)
	}
	return r.Text
}

// A file that is something else is called by its name, with what to do about it.
func TestOtherFiles(t *testing.T) {
	const saveAs = " Hãy mở bằng Excel, chọn Tệp (File), rồi Lưu thành (Save As), chọn kiểu “Excel Workbook (*.xlsx)” rồi nhập tệp mới."
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	utf16 := "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"
	small := string(must(os.ReadFile(pack(t, "a.xlsx", parts(`<row><c><v>1</v></c></row>`)))))
	tests := map[string]struct{ data, want string }{
		"empty":        {"", "Tệp “a.xlsx” trống (0 byte): có lẽ việc chép hoặc tải tệp bị đứt giữa chừng. Hãy xin lại tệp rồi nhập lại."},
		"text":         {"Họ và tên;Ngày sinh\nNguyễn Văn An;1980\n", "Tệp “a.xlsx” là tệp văn bản thường (chữ hoặc CSV), không phải tệp Excel." + saveAs},
		"utf-16 text":  {"\xFF\xFEH\x00\xCD\x1E \x00v\x00", "Tệp “a.xlsx” là tệp văn bản thường (chữ hoặc CSV), không phải tệp Excel." + saveAs},
		"html":         {"\xEF\xBB\xBF\r\n<HTML><body><table>", "Tệp “a.xlsx” thật ra là một trang web (HTML) mang tên tệp Excel; các phần mềm trên mạng hay xuất ra tệp như vậy." + saveAs},
		"xml 2003":     {`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table/>`, "Tệp “a.xlsx” có định dạng XML của Excel 2003, không phải .xlsx." + saveAs},
		"old xls":      {ole, "Tệp “a.xlsx” có định dạng Excel cũ (.xls)." + saveAs},
		"encrypted":    {ole + utf16, "Tệp “a.xlsx” được đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, vào Tệp (File), Thông tin (Info) rồi bỏ mật khẩu, lưu lại rồi nhập lại."},
		"pdf":          {"%PDF-1.7\n\x00", "Tệp “a.xlsx” là tệp PDF, không phải tệp Excel. Hãy xin tệp Excel gốc (.xlsx) rồi nhập lại."},
		"rtf":          {`{\rtf1 abc`, "Tệp “a.xlsx” là tệp văn bản RTF, không phải tệp Excel. Hãy chép bảng sang Excel, lưu thành .xlsx rồi nhập lại."},
		"noise":        {"\x01\x02\x03\x00", "Tệp “a.xlsx” không phải tệp Excel .xlsx, hoặc đã hỏng từ những byte đầu." + saveAs},
		"cut":          {small[:len(small)-30], "Tệp “a.xlsx” bị cụt: phần cuối không còn, có lẽ việc chép hoặc tải tệp bị đứt giữa chừng. Hãy xin lại tệp rồi nhập lại."},
		"head cut off": {"PK\x03\x04", "Tệp “a.xlsx” bị cụt: phần cuối không còn, có lẽ việc chép hoặc tải tệp bị đứt giữa chừng. Hãy xin lại tệp rồi nhập lại."},
		"middle cut":   {small[:100] + small[140:], damaged},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := sentence(t, raw(t, []byte(tt.data))); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Zip files that hold no workbook, or one that no reader should trust.
func TestOtherZips(t *testing.T) {
	doc := part{relsPart, `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`}
	bin := part{relsPart, `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>`}
	many := make([]part, 5001)
	for i := range many {
		many[i].name = "p" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i/26)[:min(i/26, 200)]
		many[i].name += strings.Repeat("z", i)[:min(i, 3)] + itoa(i)
	}
	twoSheets := part{bookPart, `<workbook><sheets><sheet name="Một" r:id="r1"/><sheet name="MỘT" r:id="r9"/></sheets></workbook>`}
	twoRels := part{bookRels, `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`}
	tests := map[string]struct {
		parts []part
		want  string
	}{
		"any zip":         {[]part{{"a.txt", "a"}}, "Tệp “a.xlsx” là tệp nén nhưng bên trong không có bảng tính Excel. Nếu đây là tệp .zip, hãy giải nén rồi chọn tệp .xlsx bên trong."},
		"word":            {parts("", doc, part{"word/document.xml", "<a/>"}), "Tệp “a.xlsx” là tệp Word, không phải tệp Excel. Hãy chép bảng sang Excel, lưu thành tệp .xlsx rồi nhập lại."},
		"xlsb":            {parts("", bin, part{"xl/workbook.bin", "\x01"}), "Tệp “a.xlsx” có định dạng Excel nhị phân (.xlsb). Hãy mở bằng Excel, lưu thành tệp .xlsx rồi nhập lại."},
		"ods":             {[]part{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}, "Tệp “a.xlsx” là tệp của LibreOffice (.ods), không phải .xlsx. Hãy mở bằng LibreOffice hoặc Excel, lưu thành tệp .xlsx rồi nhập lại."},
		"doubled parts":   {append(parts(""), part{"XL/Workbook.xml", "<a/>"}), "Tệp “a.xlsx” có hai phần trùng tên bên trong nên không biết đọc phần nào. Hãy mở bằng Excel, lưu thành một tệp .xlsx mới rồi nhập lại."},
		"doubled sheets":  {parts("", twoSheets, twoRels, part{"xl/worksheets/sheet2.xml", sheetXML("")}), "Tệp “a.xlsx” có hai trang tính trùng tên “MỘT” nên không biết đọc trang nào. Hãy đổi tên một trang rồi nhập lại."},
		"no sheets":       {parts("", part{bookPart, `<workbook><sheets/></workbook>`}), "Tệp “a.xlsx” không có trang tính nào chứa bảng. Hãy kiểm tra lại tệp."},
		"missing sheet":   {parts("", part{bookRels, `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/none.xml"/></Relationships>`}), damaged},
		"too many parts":  {many, tooMuch("quá nhiều phần bên trong")},
		"a billion laugh": {parts("", part{textPart, `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "a">]><sst/>`}), damaged},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := sentence(t, pack(t, "a.xlsx", tt.parts)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// Broken XML in any part that is read gives a refusal, never the rows before it.
func TestBrokenXML(t *testing.T) {
	good := `<row r="1"><c r="A1"><v>1</v></c></row>`
	tests := map[string]struct{ after, want string }{
		"control character":   {"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a\x01b</t></is></c></row>", damaged},
		"bad utf-8":           {"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a\xC3(</t></is></c></row>", damaged},
		"unknown entity":      {`<row r="2"><c r="A2" t="inlineStr"><is><t>a&nbsp;b</t></is></c></row>`, damaged},
		"bare ampersand":      {`<row r="2"><c r="A2" t="inlineStr"><is><t>a & b</t></is></c></row>`, damaged},
		"illegal reference":   {`<row r="2"><c r="A2" t="inlineStr"><is><t>a&#0;b</t></is></c></row>`, damaged},
		"unclosed tag":        {`<row r="2"><c r="A2"><v>1</c></row>`, damaged},
		"closed twice":        {`<row r="2"></row></row>`, damaged},
		"attribute twice":     {`<row r="2" r="3"/>`, damaged},
		"attribute unquoted":  {`<row r=2/>`, damaged},
		"attributes stuck":    {`<row r="2"s="3"/>`, damaged},
		"less-than in value":  {`<row r="2" x="<"/>`, damaged},
		"tag never ends":      {`<row r="2`, damaged},
		"comment never ends":  {`<!-- `, damaged},
		"too deep":            {strings.Repeat("<a>", 70) + strings.Repeat("</a>", 70), damaged},
		"rows backwards":      {`<row r="1"/>`, broken("số thứ tự dòng sau dòng 1 bị sai")},
		"row beyond the last": {`<row r="1048577"/>`, broken("có quá nhiều dòng")},
		"cell of another row": {`<row r="2"><c r="A3"><v>1</v></c></row>`, broken("dòng 2 có ô ghi sai tên")},
		"column beyond XFD":   {`<row r="2"><c r="XFE2"><v>1</v></c></row>`, broken("dòng 2 có ô ghi sai tên")},
		"cell twice":          {`<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>`, broken("ô A2 được ghi hai lần")},
		"string out of range": {`<row r="2"><c r="A2" t="s"><v>4</v></c></row>`, broken("ô A2 trỏ tới chữ không có trong tệp")},
		"string not a number": {`<row r="2"><c r="A2" t="s"><v>-1</v></c></row>`, broken("ô A2 trỏ tới chữ không có trong tệp")},
		"unknown type":        {`<row r="2"><c r="A2" t="q"><v>4</v></c></row>`, broken("ô A2 có kiểu dữ liệu lạ")},
		"second data":         {`</sheetData><sheetData>`, broken("có hai vùng dữ liệu")},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := sentence(t, pack(t, "a.xlsx", parts(good+tt.after))); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	for name, p := range map[string]part{
		"not a worksheet":  {sheetPart, `<html/>`},
		"utf-16 sheet":     {sheetPart, "\xFF\xFE<\x00a\x00"},
		"windows-1258":     {sheetPart, `<?xml version="1.0" encoding="windows-1258"?><worksheet/>`},
		"xml 1.1":          {sheetPart, `<?xml version="1.1"?><worksheet/>`},
		"two roots":        {sheetPart, `<worksheet/><worksheet/>`},
		"text after root":  {sheetPart, `<worksheet/>x`},
		"empty sheet part": {sheetPart, ``},
		"broken strings":   {textPart, `<sst><si><t>a</t></si><si>`},
		"not strings":      {textPart, `<styleSheet/>`},
		"broken styles":    {stylePart, `<styleSheet><a></styleSheet>`},
		"broken relations": {bookRels, `<Relationships>`},
		"broken workbook":  {bookPart, `<workbook><sheets>`},
		"drawing not read": {"xl/drawings/drawing1.xml", ""},
	} {
		t.Run(name, func(t *testing.T) {
			path := pack(t, "a.xlsx", parts(good, p))
			if name == "drawing not read" {
				if _, err := read(t, path); err != nil {
					t.Errorf("a part that is not read need not be XML: %v", err)
				}
				return
			}
			if got := sentence(t, path); got != damaged && got != broken("phần này không phải trang tính") {
				t.Errorf("got %s", got)
			}
		})
	}
}

// Bombs are refused by what they would expand to, in the guard's memory bounds.
func TestBombs(t *testing.T) {
	blank := strings.Repeat(" ", 1<<20)
	tests := map[string]struct {
		parts []part
		want  string
	}{
		"strings of 70 MB":  {parts("", part{textPart, `<sst>` + strings.Repeat(blank, 70) + `</sst>`}), tooMuch("quá nhiều dữ liệu bên trong")},
		"1,000,001 strings": {parts("", part{textPart, `<sst>` + strings.Repeat("<si/>", 1_000_001) + `</sst>`}), tooMuch("quá nhiều ô chữ")},
		"65,001 formats":    {parts("", part{stylePart, `<styleSheet><cellXfs>` + strings.Repeat(`<xf/>`, 65_001) + `</cellXfs></styleSheet>`}), tooMuch("quá nhiều kiểu định dạng ô")},
		"5,000,001 cells":   {parts(`<row>` + strings.Repeat(strings.Repeat("<c/>", 10_000)+"</row><row>", 500) + `<c/></row>`), tooMuch("quá nhiều ô")},
		"20,001 merges": {
			parts(`</sheetData><mergeCells>` + strings.Repeat(`<mergeCell ref="A1:B2"/>`, 20_001) + `</mergeCells><sheetData>`),
			tooMuch("quá nhiều ô gộp"),
		},
		"a tag of 5 MB": {parts(`<row r="` + strings.Repeat("1", 5<<20) + `"/>`), damaged},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := sentence(t, pack(t, "a.xlsx", tt.parts)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// A file of 100 MB is refused by its size alone, before anything is read.
func TestHundredMegabytes(t *testing.T) {
	path := raw(t, []byte("PK\x03\x04"))
	if err := os.Truncate(path, 104_857_600); err != nil {
		t.Fatal(err)
	}
	want := "Tệp “a.xlsx” quá lớn (104 MB). Chương trình nhận tệp dưới 100 MB. Hãy chép riêng danh sách cần nhập sang một tệp mới rồi nhập lại."
	if got := sentence(t, path); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What the machine refuses is told apart from what the file holds.
func TestMissingFile(t *testing.T) {
	_, err := guard.Open(t.Context(), filepath.Join(t.TempDir(), "không có.xlsx"))
	var r *guard.Refusal
	if !errors.As(err, &r) || !r.Environment {
		t.Fatalf("got %v", err)
	}
	if want := "Không thấy tệp “không có.xlsx”. Có lẽ tệp đã bị đổi tên, chuyển chỗ hoặc xóa. Hãy chọn lại tệp."; r.Text != want {
		t.Errorf("got %s", r.Text)
	}
	if got := sentence(t, t.TempDir()); !strings.Contains(got, "là một thư mục") {
		t.Errorf("got %s", got)
	}
}

// The worst damage is the one nobody sees: whatever bit flips, wherever the file is
// cut, the answer is the same rows or a refusal, never other or fewer rows.
func TestFlippedBits(t *testing.T) {
	var data strings.Builder
	for i := range 60 {
		data.WriteString(`<row><c t="s"><v>` + itoa(i%3) + `</v></c><c><v>` + itoa(i*7919) + `</v></c></row>`)
	}
	file := must(os.ReadFile(pack(t, "a.xlsx", parts(data.String()))))
	want := must(read(t, raw(t, file)))
	path := raw(t, file)
	refused := 0
	step := 3
	if *heavy {
		step = 1
	}
	for at := 0; at < len(file); at += step {
		bad := bytes.Clone(file)
		bad[at] ^= 1 << (at % 8)
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := read(t, path)
		if err != nil {
			refused++
			continue
		}
		if !equal(got, want) {
			t.Fatalf("bit %d of byte %d: %d cells without an error, %d are right", at%8, at, len(got), len(want))
		}
	}
	if refused < len(file)/step/2 {
		t.Errorf("only %d of %d flips were refused", refused, len(file)/step)
	}
	for cut := 0; cut < len(file); cut += 7 {
		if err := os.WriteFile(path, file[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := read(t, path); err == nil {
			t.Fatalf("a file cut at %d of %d was read", cut, len(file))
		}
	}
}

func equal(a, b []cell) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
