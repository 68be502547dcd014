package docx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"tdkt/internal/tdkt"
)

// packAs makes a zip of one entry beside a sound document, without pack's care.
func packAs(tb testing.TB, name string, body []byte) []byte {
	tb.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, e := range []part{{mainPart, []byte("<w:document/>")}, {name, body}} {
		w, err := z.Create(e.name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(e.body); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

// What is no template, or would harm the one who opens it, gets one sentence.
func TestRefusedFiles(t *testing.T) {
	sound := file(t, p("x"))
	damaged := bytes.Clone(sound)
	damaged[len(damaged)/3] ^= 0xff
	for _, c := range []struct {
		why  string
		file []byte
		want string
	}{
		{"not a zip", []byte("Kính gửi"), "không đúng dạng .docx"},
		{"an old .doc", append([]byte{0xd0, 0xcf, 0x11, 0xe0}, make([]byte, 600)...), "không đúng dạng .docx"},
		{"cut short", sound[:len(sound)/2], "không đúng dạng .docx"},
		{"a bit turned", damaged, "không phải là tệp Word dùng được"},
		{"a workbook", bytes.ReplaceAll(sound, []byte("word/document.xml"), []byte("xlsx/document.xml")), "không chứa văn bản Word"},
		{"climbs out of its folder", packAs(t, "../../etc/passwd", nil), "đường dẫn lạ"},
		{"a path of Windows", packAs(t, `c:\a.xml`, nil), "đường dẫn lạ"},
		{"two of one name", packAs(t, "WORD/document.xml", nil), "hai phần cùng tên"},
		{"a bomb", packAs(t, "word/media/a.png", make([]byte, maxBytes+1)), "quá lớn"},
		{"a bomb of text", packAs(t, "word/header1.xml", bytes.Repeat([]byte(" "), maxText+1)), "quá lớn"},
		{"too large to be read", make([]byte, maxFile+1), "quá lớn"},
		{"broken markup", packAs(t, "word/header1.xml", []byte("<a><b></a></b>")), "nội dung bị hỏng"},
		{"unclosed markup", packAs(t, "word/header1.xml", []byte("<a>")), "nội dung bị hỏng"},
		{"a document type", packAs(t, "word/header1.xml", []byte(`<!DOCTYPE a [<!ENTITY b "c">]><a/>`)), "nội dung bị hỏng"},
		{"a tower", packAs(t, "word/header1.xml", []byte(strings.Repeat("<a>", maxDepth+1))), "lồng nhau quá sâu"},
	} {
		_, err := Open("mẫu lạ.docx", c.file)
		if tdkt.KindOf(err) != tdkt.Invalid || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "mẫu lạ.docx") {
			t.Errorf("%s: %v, want %q", c.why, err, c.want)
		}
	}
}

// Whatever stands in a document, filling it gives a sound document without fields, or a
// refusal for a person.
func FuzzFill(f *testing.F) {
	for _, seed := range []string{
		p("{{năm}}"), p("{{#người}}{{stt}}", "{{/người}}"), tr("{{#người}}", "{{stt}}{{/người}}"),
		p("{{#người}}{{#năm}}") + p("{{/năm}}") + p("{{/người}}"), p("{{{{}}", "}}"), tr("{{^người}}{{/người}}") + p("{{/năm}}"),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		tmpl, err := Open("thử.docx", file(t, body))
		if err == nil {
			var out bytes.Buffer
			if err = tmpl.Fill(&out, Values{"năm": Text("{{năm}} <&>"), "người": people()}, Marks{}); err == nil {
				if _, err := Open("lại.docx", out.Bytes()); err != nil {
					t.Fatalf("what was filled cannot be opened: %v", err)
				}
				return
			}
		}
		if tdkt.KindOf(err) != tdkt.Invalid {
			t.Fatalf("not a refusal: %v", err)
		}
	})
}
