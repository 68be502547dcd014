package docx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// numbered is a paragraph that Word numbers by itself.
func numbered(id, depth, text string) string {
	return `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:numPr><w:ilvl w:val="` + depth + `"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func lvl(depth, format, text string) string {
	return `<w:lvl w:ilvl="` + depth + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` + text + `"/></w:lvl>`
}

// The text of a paper as a person reads it: broken lines, cells, text boxes once, deleted
// words left out, and the marks that Word counts by itself.
func TestParagraphsAsRead(t *testing.T) {
	lists := part{numberingPart, []byte(`<w:numbering>` +
		`<w:abstractNum w:abstractNumId="0">` + lvl("0", "upperRoman", "%1.") + lvl("1", "decimal", "%2.") + lvl("2", "decimal", "%2.%3.") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1">` + lvl("0", "lowerLetter", "%1)") + lvl("1", "bullet", "\uf0b7") + lvl("2", "bullet", "+") + `</w:abstractNum>` +
		`<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>` +
		`<w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>` +
		`<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>` +
		`</w:numbering>`)}
	styles := part{stylesPart, []byte(`<w:styles>` +
		`<w:style w:styleId="Phan"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="Con"><w:basedOn w:val="Phan"/></w:style>` +
		`<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>` +
		`</w:styles>`)}
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	body := `<w:tbl>` + tr("SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc") + `</w:tbl>` +
		`<w:p><w:r><w:t>KẾ </w:t></w:r><w:r><w:t>HOẠCH</w:t><w:br/><w:t>năm</w:t><w:tab/><w:t>2024</w:t></w:r></w:p>` +
		`<w:p><w:del><w:r><w:t>bỏ </w:t><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>` +
		`<w:p><w:r><w:t>ngoài</w:t></w:r><mc:AlternateContent><mc:Choice>` + p("trong khung") + `</mc:Choice><mc:Fallback>` + p("trong khung") + `</mc:Fallback></mc:AlternateContent></w:p>` +
		p("") +
		styled("Phan", "Mục đích") + numbered("5", "1", "Một") + numbered("5", "1", "Hai") + numbered("5", "2", "Hai một") +
		styled("Con", "Nội dung") + numbered("5", "1", "lại từ đầu") +
		numbered("6", "0", "ý đầu") + numbered("6", "1", "gạch") + numbered("6", "2", "cộng") + numbered("6", "0", "ý sau") + numbered("7", "0", "danh sách khác") +
		styled("A", "kiểu vòng") + numbered("99", "0", "không có danh sách")
	got, err := Paragraphs("kế hoạch.docx", file(t, body, lists, styles))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"SỞ NỘI VỤ", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH", "năm 2024", "thêm", "ngoài", "trong khung",
		"I. Mục đích", "1. Một", "2. Hai", "2.1. Hai một", "II. Nội dung", "1. lại từ đầu",
		"a) ý đầu", "- gạch", "+ cộng", "b) ý sau", "a) danh sách khác", "kiểu vòng", "không có danh sách",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What people take for a Word file is named for what it is.
func TestParagraphsRefused(t *testing.T) {
	old := append([]byte{0xd0, 0xcf, 0x11, 0xe0}, make([]byte, 600)...)
	for want, raw := range map[string][]byte{
		"Word đời cũ (.doc)":      old,
		"đặt mật khẩu":            append(old[:len(old):len(old)], wide("EncryptedPackage")...),
		"Rich Text":               []byte(`{\rtf1 Kế hoạch}`),
		"trang web":               []byte("\n<HTML><body>Kế hoạch</body></HTML>"),
		"không đúng dạng .docx":   []byte("Kế hoạch"),
		"không chứa văn bản Word": bytes.ReplaceAll(file(t, p("x")), []byte("word/document.xml"), []byte("xlsx/document.xml")),
	} {
		_, err := Paragraphs("kế hoạch.docx", raw)
		if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "kế hoạch.docx") {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// FuzzParagraphs: whatever stands in a file, its text is read or refused in a sentence.
func FuzzParagraphs(f *testing.F) {
	f.Add(p("x")+numbered("1", "0", "y"), `<w:numbering><w:abstractNum w:abstractNumId="0">`+lvl("0", "decimal", "%1.")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`)
	f.Add(tr("a", "b"), `<w:numbering/>`)
	f.Fuzz(func(t *testing.T, body, lists string) {
		lines, err := Paragraphs("thử.docx", file(t, body, part{numberingPart, []byte(lists)}))
		if err != nil && tdkt.KindOf(err) != tdkt.Invalid {
			t.Fatalf("not a refusal: %v", err)
		}
		for _, l := range lines {
			if l == "" || strings.Contains(l, "\n") {
				t.Fatalf("a line is %q", l)
			}
		}
	})
}

// TestTablesWithin: a list within a cell is a table of its own behind the one it stands in;
// a smaller table is words of its cell.
func TestTablesWithin(t *testing.T) {
	list := `<w:tbl>` + tr("STT", "Họ và tên", "Đơn vị") + tr("1", "Nguyễn Văn An", "Văn phòng") + `</w:tbl>`
	small := `<w:tbl>` + tr("LĐTT", "2020") + tr("CSTĐCS", "2021") + `</w:tbl>`
	body := `<w:tbl><w:tr><w:tc>` + p("DANH SÁCH") + list + p("") + `</w:tc></w:tr></w:tbl>` +
		`<w:tbl><w:tr><w:tc>` + p("Lê Thị Bé") + `</w:tc><w:tc>` + small + p("") + `</w:tc></w:tr></w:tbl>`
	got, err := Read("danh sách.docx", file(t, body))
	if err != nil {
		t.Fatal(err)
	}
	var text []string
	for _, table := range got.Tables {
		for _, c := range table.Cells {
			text = append(text, c.Text)
		}
		text = append(text, "--")
	}
	want := []string{"DANH SÁCH", "--", "STT", "Họ và tên", "Đơn vị", "1", "Nguyễn Văn An", "Văn phòng", "--", "Lê Thị Bé", "LĐTT\n2020\nCSTĐCS\n2021", "--"}
	if diff := cmp.Diff(want, text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
