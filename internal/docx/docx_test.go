package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tdkt/internal/tdkt"
)

// file makes a Word file whose body is the given markup.
func file(tb testing.TB, body string, more ...part) []byte {
	tb.Helper()
	parts := append([]part{
		{"[Content_Types].xml", []byte(`<Types/>`)},
		{mainPart, []byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`)},
	}, more...)
	var buf bytes.Buffer
	if err := pack(&buf, parts); err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

// p is a paragraph with a run for each text, as Word cuts them.
func p(runs ...string) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	for _, r := range runs {
		b.WriteString("<w:r><w:rPr><w:b/></w:rPr><w:t>" + r + "</w:t></w:r>")
	}
	return b.String() + "</w:p>"
}

// tr is a row with a cell for each text.
func tr(cells ...string) string {
	var b strings.Builder
	b.WriteString("<w:tr>")
	for _, c := range cells {
		b.WriteString("<w:tc>" + p(c) + "</w:tc>")
	}
	return b.String() + "</w:tr>"
}

// fill fills a body and returns its markup.
func fill(tb testing.TB, body string, values Values) (string, error) {
	tb.Helper()
	t, err := Open("thử.docx", file(tb, body))
	if err != nil {
		tb.Fatal(err)
	}
	var buf bytes.Buffer
	if err := t.Fill(&buf, values, Marks{}); err != nil {
		return "", err
	}
	return partOf(tb, buf.Bytes(), mainPart), nil
}

func partOf(tb testing.TB, docx []byte, name string) string {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		tb.Fatal(err)
	}
	in, err := z.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	text, err := io.ReadAll(in)
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// read shows markup as text: paragraphs in lines, cells between bars, rows in brackets.
func read(markup string) string {
	for _, r := range []struct{ old, words string }{
		{"</w:p></w:tc>", "|"},
		{"<w:tr>", "["},
		{"</w:tr>", "]"},
		{"</w:p>", "\n"},
		{"<w:br/>", "⏎"},
		{"<w:tab/>", "⇥"},
	} {
		markup = strings.ReplaceAll(markup, r.old, r.words)
	}
	return strings.TrimPrefix(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(markup, ""), "\n")
}

func people() List {
	return Each([][2]string{{"Nguyễn Văn A", "Văn phòng"}, {"Trần Thị B", "Thanh tra"}}, func(n int, p [2]string) Values {
		return Values{"stt": Text(string(rune('0' + n))), "họ và tên": Text(p[0]), "đơn vị": Text(p[1])}
	})
}

func rooms() List {
	return Each([]string{"Văn phòng", "Thanh tra"}, func(_ int, room string) Values {
		return Values{"phòng": Text(room), "người": people()}
	})
}

func TestFill(t *testing.T) {
	values := Values{
		"năm": Text("2023"), "họ và tên": Text("Lê Văn C"), "ghi chú": Text(""), "lạ": Text("a < b & \"c\""),
		"nhiều dòng": Text("một\nhai\tba"), "người": people(), "phòng ban": rooms(), "không ai": List{Of: Values{"tên": Text("")}},
		"căn cứ": Lines("dòng", "Luật;", "Nghị định."),
	}
	for _, c := range []struct{ why, body, want string }{
		{"a field", p("Năm {{năm}}."), "Năm 2023.\n"},
		{"names are matched as people write them", p("{{ Ho va  ten }}/{{HỌ VÀ TÊN}}"), "Lê Văn C/Lê Văn C\n"},
		{"Word cut the field over runs", p("Năm {", "{nă", "m}", "} nay {{nă", "m}}"), "Năm 2023 nay 2023\n"},
		{"the values are text, not markup", p("{{lạ}}"), "a &lt; b &amp; &#34;c&#34;\n"},
		{"lines and tabs", p("{{nhiều dòng}}"), "một⏎hai⇥ba\n"},
		{"rows of a table", tr("STT", "Tên") + tr("{{#người}}{{stt}}", "{{họ và tên}}{{/người}}"), "[STT|Tên|][1|Nguyễn Văn A|][2|Trần Thị B|]"},
		{"rows in groups, marks in rows of their own", tr("{{#phòng ban}}", "") + tr("{{phòng}}", "") + tr("{{#người}}{{stt}}", "{{họ và tên}}{{/người}}") + tr("", "{{/phòng ban}}"), "[Văn phòng||][1|Nguyễn Văn A|][2|Trần Thị B|][Thanh tra||][1|Nguyễn Văn A|][2|Trần Thị B|]"},
		{"paragraphs", p("{{#căn cứ}}") + p("Căn cứ {{dòng}}") + p("{{/căn cứ}}") + p("hết"), "Căn cứ Luật;\nCăn cứ Nghị định.\nhết\n"},
		{"paragraphs without marks of their own", p("{{#căn cứ}}- {{dòng}}") + p("x{{/căn cứ}}"), "- Luật;\nx\n- Nghị định.\nx\n"},
		{"words of one paragraph", p("{{#người}}{{họ và tên}} ({{đơn vị}}, {{năm}}); {{/người}}hết"), "Nguyễn Văn A (Văn phòng, 2023); Trần Thị B (Thanh tra, 2023); hết\n"},
		{"a paragraph only where there is a value", p("{{#ghi chú}}") + p("Ghi chú: {{ghi chú}}") + p("{{/ghi chú}}") + p("{{^ghi chú}}không ghi{{/ghi chú}}"), "không ghi\n"},
		{"an empty list leaves no row and no table", "<w:tbl>" + tr("{{#không ai}}{{tên}}", "{{/không ai}}") + "</w:tbl>" + p("hết"), "hết\n"},
		{"a table within a cell", "<w:tbl><w:tr><w:tc><w:tbl>" + tr("{{#người}}{{stt}}", "{{/người}}") + "</w:tbl></w:tc></w:tr></w:tbl>", "[[1||][2||]]"},
	} {
		got, err := fill(t, c.body, values)
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if diff := cmp.Diff(c.want, read(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// The look of the run that the field begins in stays.
func TestFillKeepsTheLook(t *testing.T) {
	got, err := fill(t, p("{{nă", "m}}"), Values{"năm": Text("2023")})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(got, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<w:document ") {
		t.Errorf("the part begins with %.60q", got)
	}
	if !strings.Contains(got, `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">2023</w:t></w:r>`) {
		t.Errorf("the run is %s", got)
	}
}

// A template that says what nobody knows is refused by name; nothing is left to be found
// by the province.
func TestRefusedTags(t *testing.T) {
	values := Values{"năm": Text("2023"), "người": people(), "không ai": List{Of: Values{"tên": Text("")}}}
	for _, c := range []struct{ body, want string }{
		{p("{{họ tên}}"), "Mẫu “thử.docx”: không có trường “họ tên”"},
		{p("{{#không ai}}{{tuổi}}{{/không ai}}"), "không có trường “tuổi”"},
		{p("{{#đơn vị}}x{{/đơn vị}}"), "không có trường “đơn vị”"},
		{p("{{người}}"), "“người” là một danh sách"},
		{p("{{#người}}x"), "thẻ mở {{#người}} chưa có thẻ đóng"},
		{p("{{#người}}{{#năm}}x{{/người}}{{/năm}}"), "chưa có thẻ đóng"},
		{p("x{{/người}}"), "thẻ đóng {{/người}} không có thẻ mở"},
		{p("Năm {{năm"), "dấu {{ hoặc }} lẻ trong đoạn “Năm {{năm”"},
		{p("Năm {{") + p("năm}}"), "dấu {{ hoặc }} lẻ"},
		{tr("{{#người}}{{stt}}") + p("{{/năm}}"), "chưa có thẻ đóng"},
	} {
		_, err := fill(t, c.body, values)
		if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", read(c.body), err, c.want)
		}
	}
}

// Headers are filled too, and what is no text is carried over to the byte.
func TestOtherParts(t *testing.T) {
	tmpl, err := Open("thử.docx", file(t, p("x"),
		part{"word/header1.xml", []byte(`<w:hdr xmlns:w="w">` + p("{{năm}}") + `</w:hdr>`)}, part{"word/media/a.png", []byte{0, 1, 2}}))
	if err != nil {
		t.Fatal(err)
	}
	var one, two bytes.Buffer
	for _, w := range []io.Writer{&one, &two} {
		if err := tmpl.Fill(w, Values{"năm": Text("2023")}, Marks{}); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("equal values give different files")
	}
	if got := read(partOf(t, one.Bytes(), "word/header1.xml")); got != "2023\n" {
		t.Errorf("the header says %q", got)
	}
	if got := partOf(t, one.Bytes(), "word/media/a.png"); got != "\x00\x01\x02" {
		t.Errorf("the picture is %q", got)
	}
}
