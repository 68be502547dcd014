package docx

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
)

// What a person typed into a report is found part by part, in a file as the program wrote
// it and after LibreOffice took it through its own format and back.
func TestMarkedKeptByLibreOffice(t *testing.T) {
	file, err := os.ReadFile("testdata/bao-cao-libreoffice.docx")
	if err != nil {
		t.Fatal(err)
	}
	m, err := ReadMarked("báo cáo.docx", file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(m.Key, "2023p") || len(m.Key) != len("2023p")+32 {
		t.Errorf("key %q", m.Key)
	}
	for n, part := range []string{"nhiem-vu", "ket-qua", "bien-phap", "chinh-sach", "dang-doan-the", "phong-trao"} {
		want := "Lời thứ " + string(rune('1'+n)) + ": tham mưu"
		if !strings.HasPrefix(m.Passages[part], want) || strings.Contains(m.Passages[part], "\n") {
			t.Errorf("%s: %q, want it to begin with %q and to be one paragraph", part, m.Passages[part], want)
		}
	}
}

// However a passage was typed: in several paragraphs, behind the colon of its heading, as a
// table or with changes tracked, its words come back, and none of the next part's.
func TestMarkedAsPeopleType(t *testing.T) {
	head := func(key, words string) string {
		return `<w:p><w:bookmarkStart w:id="1" w:name="` + key + `"/><w:bookmarkEnd w:id="1"/><w:r><w:t>` + words + `</w:t></w:r></w:p>`
	}
	para := func(words string) string { return `<w:p><w:r><w:t>` + words + `</w:t></w:r></w:p>` }
	for _, c := range []struct{ name, body, want string }{
		{"one paragraph", head(PassageMark("ket-qua"), "Kết quả:") + para("Một."), "Một."},
		{"several", head(PassageMark("ket-qua"), "Kết quả:") + para("Một.") + para("Hai."), "Một.\nHai."},
		{"beside the heading", head(PassageMark("ket-qua"), "Kết quả: Một.") + para("Hai."), "Một.\nHai."},
		{"a table", head(PassageMark("ket-qua"), "Kết quả:") + `<w:tbl><w:tr><w:tc>` + para("A") + `</w:tc><w:tc>` + para("B") + `</w:tc></w:tr></w:tbl>`, "A | B"},
		{"a deleted word", head(PassageMark("ket-qua"), "Kết quả:") + `<w:p><w:r><w:t>Còn</w:t></w:r><w:del><w:r><w:delText>mất</w:delText></w:r></w:del></w:p>`, "Còn"},
		{"emptied", head(PassageMark("ket-qua"), "Kết quả:"), ""},
	} {
		doc := `<w:document xmlns:w="x"><w:body>` + c.body + head(PassageEnd(1), "III.") + para("Ngoài.") + `</w:body></w:document>`
		var buf, keyed bytes.Buffer
		if err := pack(&buf, []part{{"[Content_Types].xml", []byte("<Types/>")}, {mainPart, []byte(doc)}}); err != nil {
			t.Fatal(err)
		}
		tmpl, err := Open("a.docx", buf.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		if err := tmpl.Fill(&keyed, Values{}, Marks{Key: "2023pabc"}); err != nil {
			t.Fatal(err)
		}
		if err := tmpl.Fill(io.Discard, Values{}, Marks{Key: strings.Repeat("a", 60)}); err == nil {
			t.Error("a key longer than a bookmark may be was taken")
		}
		m, err := ReadMarked("a.docx", keyed.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		got, there := m.Passages["ket-qua"]
		if got != c.want || !there || m.Key != "2023pabc" || len(m.Passages) != 1 {
			t.Errorf("%s: %q (there %v), key %q, %d passages; want %q", c.name, got, there, m.Key, len(m.Passages), c.want)
		}
	}
}
