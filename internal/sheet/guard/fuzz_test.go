package guard_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"
)

// The scanner may refuse more than encoding/xml, never less: what it accepts is
// well-formed by the standard library's slower reading too.
func FuzzSheetXML(f *testing.F) {
	for _, seed := range []string{
		sheetXML(`<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>a&amp;b</t></is></c></row>`),
		"\xEF\xBB\xBF<?xml version='1.0'?><!-- x --><worksheet\n><sheetData/></worksheet >",
		"<x:worksheet xmlns:x=\"a\"><x:sheetData><x:row><x:c><x:v><![CDATA[1]]></x:v></x:c></x:row></x:sheetData></x:worksheet>",
		`<worksheet a="&#x41;" b='>'><?pi x?><sheetData>]]></sheetData></worksheet>`, `<!DOCTYPE a><worksheet/>`, `<worksheet></x>`, `<a:b:c/>`, `<worksheet><!-- -- --></worksheet>`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		cells, err := read(t, pack(t, "a.xlsx", parts("", part{sheetPart, string(data)})))
		if err != nil {
			return
		}
		d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				return
			} else if err != nil {
				t.Fatalf("%d cells read from what is no XML: %v\n%q", len(cells), err, data)
			}
		}
	})
}
