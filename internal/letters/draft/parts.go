package draft

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"
)

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNS   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relsNS   = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relType  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	mainType = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
)

// pack makes the Word file around a body.
func pack(body string) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes()},
		{"_rels/.rels", `<Relationships ` + relsNS + `><Relationship Id="rId1" Type="` + relType + `officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document ` + wordNS + `><w:body>` + body + section("nextPage") + `</w:body></w:document>`},
		{"word/_rels/document.xml.rels", `<Relationships ` + relsNS + `><Relationship Id="rId1" Type="` + relType + `styles" Target="styles.xml"/>` +
			`<Relationship Id="rId2" Type="` + relType + `header" Target="header1.xml"/></Relationships>`},
		{"word/header1.xml", `<w:hdr ` + wordNS + `><w:p><w:pPr><w:pStyle w:val="Sotrang"/></w:pPr>` +
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
			`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`},
		{"word/styles.xml", styles()},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, fmt.Errorf("draft: %w", err)
		}
		if _, err := w.Write([]byte(xmlHead + part.text)); err != nil {
			return nil, fmt.Errorf("draft: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("draft: %w", err)
	}
	return buf.Bytes(), nil
}

func contentTypes() string {
	return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="` + mainType + `document.main+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="` + mainType + `header+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="` + mainType + `styles+xml"/></Types>`
}

// style is a paragraph style as Word's list shows it; sizes are points of Decree 30/2020,
// Annex I, spaces twentieths of a point.
type style struct {
	id, name      string
	size          int
	across        string // left, center, right, both
	bold, slant   bool
	upper         bool
	before, after int
	indent        int // of the first line, mm
	keep          bool
}

func styleList() []style {
	return []style{
		{id: "Noidung", name: "Nội dung", size: 14, across: "both", after: 120, indent: 13},
		{id: "Dong", name: "Dòng", size: 14, across: "left", after: 60},
		{id: "Ket", name: "Nội dung, đoạn cuối", size: 14, across: "both", after: 120, indent: 13, keep: true},
		{id: "Dongket", name: "Dòng cuối", size: 14, across: "left", after: 60, keep: true},
		{id: "Captren", name: "Cơ quan cấp trên", size: 12, across: "center", upper: true},
		{id: "Coquan", name: "Cơ quan ban hành", size: 12, across: "center", bold: true, upper: true},
		{id: "So", name: "Số, ký hiệu", size: 13, across: "center", before: 120},
		{id: "Quochieu", name: "Quốc hiệu", size: 12, across: "center", bold: true},
		{id: "Tieungu", name: "Tiêu ngữ", size: 13, across: "center", bold: true},
		{id: "Ngaythang", name: "Địa danh, ngày tháng", size: 13, across: "center", slant: true, before: 120},
		{id: "Tenloai", name: "Tên loại văn bản", size: 14, across: "center", bold: true, before: 240, keep: true},
		{id: "Trichyeu", name: "Trích yếu", size: 14, across: "center", bold: true, keep: true},
		{id: "Kinhgui", name: "Kính gửi", size: 14, across: "center", before: 120, after: 180},
		{id: "Cancu", name: "Căn cứ", size: 14, across: "both", slant: true, after: 120, indent: 13},
		{id: "Phan", name: "Phần", size: 14, across: "both", bold: true, before: 120, after: 120, indent: 13, keep: true},
		{id: "Muc", name: "Mục", size: 14, across: "both", bold: true, slant: true, after: 120, indent: 13, keep: true},
		{id: "Giua", name: "Giữa", size: 14, across: "center", after: 60},
		{id: "Giuadam", name: "Giữa, đậm", size: 14, across: "center", bold: true, after: 60, keep: true},
		{id: "Giuanghieng", name: "Giữa, nghiêng", size: 14, across: "center", slant: true, after: 120},
		{id: "O", name: "Ô bảng", size: 13, across: "left", before: 40, after: 40},
		{id: "Ogiua", name: "Ô bảng, giữa", size: 13, across: "center", before: 40, after: 40},
		{id: "Odau", name: "Ô đầu bảng", size: 13, across: "center", bold: true, before: 40, after: 40, keep: true},
		{id: "Odam", name: "Ô bảng, đậm", size: 13, across: "left", bold: true, before: 40, after: 40, keep: true},
		{id: "Mauso", name: "Mẫu số", size: 11, across: "right", slant: true, after: 60},
		{id: "Kyghi", name: "Chữ ký, chỉ dẫn", size: 12, across: "center", slant: true},
		{id: "Ky", name: "Chữ ký", size: 14, across: "center", bold: true},
		{id: "Noinhan", name: "Nơi nhận", size: 12, across: "left", bold: true, slant: true},
		{id: "Dsnhan", name: "Danh sách nơi nhận", size: 11, across: "left"},
		{id: "Sotrang", name: "Số trang", size: 14, across: "center"},
		{id: "Nho", name: "Khoảng cách", size: 4, across: "left"},
		{id: "Ke", name: "Đường kẻ", size: 2, across: "center"},
	}
}

// styles is the part that lists the styles.
func styles() string {
	var b strings.Builder
	b.WriteString(`<w:styles ` + wordNS + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>` +
		`<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	for _, s := range styleList() {
		b.WriteString(s.markup())
	}
	return b.String() + `</w:styles>`
}

func (s style) markup() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>`, s.id, s.name)
	if s.keep {
		b.WriteString(`<w:keepNext/>`)
	}
	fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d"/><w:ind w:firstLine="%d"/><w:jc w:val="%s"/></w:pPr><w:rPr>`,
		s.before, s.after, s.indent*14400/254, s.across)
	for _, on := range []struct {
		is   bool
		mark string
	}{{s.bold, "<w:b/>"}, {s.slant, "<w:i/>"}, {s.upper, "<w:caps/>"}} {
		if on.is {
			b.WriteString(on.mark)
		}
	}
	fmt.Fprintf(&b, `<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr></w:style>`, s.size*2, s.size*2)
	return b.String()
}
