package guard_test

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tdkt/internal/sheet/guard"
)

// part is one part of a workbook made by hand.
type part struct{ name, text string }

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS    = `http://schemas.openxmlformats.org/spreadsheetml/2006/main`
	relNS     = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	relsPart  = "_rels/.rels"
	bookPart  = "xl/workbook.xml"
	bookRels  = "xl/_rels/workbook.xml.rels"
	sheetPart = "xl/worksheets/sheet1.xml"
	textPart  = "xl/sharedStrings.xml"
	stylePart = "xl/styles.xml"
)

// parts are those of a small sound workbook around the given sheet data. Further
// parts replace those of their name.
func parts(data string, more ...part) []part {
	all := []part{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`},
		{relsPart, xmlHead + `<Relationships><Relationship Id="r1" Type="` + relNS + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{bookPart, xmlHead + `<workbook xmlns="` + mainNS + `" xmlns:r="` + relNS + `"><sheets><sheet name="Một" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{bookRels, xmlHead + `<Relationships><Relationship Id="r1" Type="` + relNS + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="` + relNS + `/sharedStrings" Target="sharedStrings.xml"/>` +
			`<Relationship Id="r3" Type="` + relNS + `/styles" Target="/xl/styles.xml"/></Relationships>`},
		{textPart, xmlHead + `<sst xmlns="` + mainNS + `"><si><t>Nguyễn</t></si><si><r><t>Văn </t></r><r><rPr><b/></rPr><t>An</t></r><rPh sb="0" eb="1"><t>không đọc</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si><si/></sst>`},
		{stylePart, xmlHead + `<styleSheet xmlns="` + mainNS + `"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="000000000000"/></numFmts>` +
			`<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts>` +
			`<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="164" fontId="1"/><xf numFmtId="165"/></cellXfs></styleSheet>`},
		{sheetPart, sheetXML(data)},
	}
	for _, m := range more {
		replaced := false
		for i := range all {
			if all[i].name == m.name {
				all[i], replaced = m, true
			}
		}
		if !replaced {
			all = append(all, m)
		}
	}
	return all
}

func sheetXML(data string) string {
	return xmlHead + `<worksheet xmlns="` + mainNS + `"><sheetData>` + data + `</sheetData></worksheet>`
}

// pack writes the parts as a zip file.
func pack(tb testing.TB, name string, parts []part) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	z := zip.NewWriter(f)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := io.Copy(w, strings.NewReader(p.text)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		tb.Fatal(err)
	}
	return path
}

// raw writes bytes as they are, as a.xlsx.
func raw(tb testing.TB, data []byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "a.xlsx")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// cell is a cell as the tests compare it.
type cell struct {
	Ref, Text string
	Kind      guard.Kind
	Style     guard.Style
	Formula   bool
}

// read gives every cell of the first sheet, or the refusal.
func read(tb testing.TB, path string) ([]cell, error) {
	tb.Helper()
	book, err := guard.Open(tb.Context(), path)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err := book.Close(); err != nil {
			tb.Error(err)
		}
	}()
	var cells []cell
	err = book.Rows(tb.Context(), 0, func(r *guard.Row) error {
		for _, c := range r.Cells {
			cells = append(cells, cell{guard.Ref(c.Column, r.Number), c.Text, c.Kind, book.Style(&c), c.Formula})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return cells, book.CheckSheets(tb.Context())
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func itoa(n int) string { return strconv.Itoa(n) }
