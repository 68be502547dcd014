// Package draft makes the Word templates of the program out of plain descriptions, laid
// out after Annex I of Decree 30/2020. Only "go run ./cmd/dev templates" and the tests use
// it: the templates are files of their own, which an office edits in Word.
//
// A description is read line by line. A line is a paragraph of the body, unless it begins
// with a word that says what it is:
//
//	.head NUMBER           the two blocks at the top, the number of the document
//	.council NUMBER        the same, of the Council
//	.form                  the two blocks alone, of a form without number and day
//	.type WORDS            TỜ TRÌNH
//	.subject WORDS         its trích yếu, with the rule under it
//	.to WORDS              Kính gửi
//	.base WORDS            a căn cứ
//	.part WORDS            the heading of a part, bold
//	.point WORDS           the heading within a part, bold and slanted
//	.centre WORDS          centred; .bold bold, .slant slanted
//	.plain WORDS           not indented
//	.last, .total WORDS    a paragraph, a plain one, kept on the page of the signature
//	.table 12^ 50 40       a table: widths of its columns in mm, ^ for centred ones; with “kept”
//	                       at the end it stays on the page of the signature
//	.top A | B | C         a row of headings, repeated on each page
//	.row A | B | C         a row; // begins a new line within a cell
//	.group A | B | C       a bold row
//	.sign A // B           who receives it at the left, who signs it at the right
//	.signs A // B | C // D signatures side by side, each with room for a name below it
//	.form-number WORDS     which form of a decree it is, small, at the right
//	.mark PART             the next paragraph is where the text of a part of a report begins,
//	                       by which it is found again; without PART, where the one before ends
//	.end                   the same, by a paragraph of its own that nobody sees
//	.annex                 a new page with numbers of its own
//	.page                  a new page
package draft

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

//go:embed src/*.txt
var sources embed.FS

// All makes every template, by the name of its file.
func All() (map[string][]byte, error) {
	list, err := fs.Glob(sources, "src/*.txt")
	if err != nil {
		return nil, fmt.Errorf("draft: %w", err)
	}
	out := map[string][]byte{}
	for _, name := range list {
		text, err := sources.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("draft: %w", err)
		}
		docx, err := Make(string(text))
		if err != nil {
			return nil, fmt.Errorf("draft: %s: %w", name, err)
		}
		out[strings.TrimSuffix(path.Base(name), ".txt")+".docx"] = docx
	}
	return out, nil
}

// Make makes one template.
func Make(description string) ([]byte, error) {
	d := &document{}
	for line := range strings.Lines(description) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if err := d.line(line); err != nil {
			return nil, err
		}
	}
	d.endTable()
	return pack(d.body.String())
}

// document is a template being made.
type document struct {
	body  strings.Builder
	table []column // of the table under way, nil outside one
	mark  string   // markup of the bookmark that the next paragraph bears
	marks int      // so far

	isForm bool // the sums of its tables stand in the middle, as their numbers do
}

// line adds what one line of the description says.
func (d *document) line(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	if !strings.HasPrefix(word, ".") {
		word, rest = "", line
	}
	if slices.Contains([]string{".top", ".row", ".group"}, word) {
		return d.row(word, rest)
	}
	d.endTable()
	if style, ok := styleOf(word); ok {
		d.paragraph(style, rest)
		return nil
	}
	return d.block(word, rest)
}

// block adds what is more than a paragraph or a row.
func (d *document) block(word, rest string) error {
	switch word {
	case ".mark", ".end":
		d.bookmark(rest)
		if word == ".end" {
			d.paragraph("Nho", "")
		}
	case ".head":
		d.head(rest, "{{cấp trên}}", "{{cơ quan}}")
	case ".form":
		d.isForm = true
		d.form()
	case ".council":
		d.head(rest, "{{cơ quan}}", "HỘI ĐỒNG // THI ĐUA - KHEN THƯỞNG")
	case ".subject":
		d.paragraph("Trichyeu", rest)
		d.rule(textWidth, 60)
	case ".table":
		return d.begin(rest)
	case ".sign":
		left, right, _ := strings.Cut(rest, " | ")
		d.sign(left, right)
	case ".signs":
		d.signs(strings.Split(rest, " | "))
	case ".annex":
		// Of no height, so that a page that is full to the signature is not followed by an empty one.
		d.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="Nho"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>` +
			`<w:rPr><w:sz w:val="2"/></w:rPr>` + section("nextPage") + `</w:pPr></w:p>`)
	case ".page":
		d.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="Nho"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>`)
	default:
		return fmt.Errorf("unknown word %q", word)
	}
	return nil
}

// bookmark makes the next paragraph begin the passage of a part, or end the one before.
func (d *document) bookmark(part string) {
	d.marks++
	name := "bc_" + strings.ReplaceAll(part, "-", "_") // as docx.ReadMarked knows them
	if part == "" {
		name = fmt.Sprintf("bc_het_%d", d.marks)
	}
	d.mark = fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="%s"/><w:bookmarkEnd w:id="%d"/>`, d.marks, name, d.marks)
}

// styleOf is the style of a paragraph that a word makes.
func styleOf(word string) (string, bool) {
	style, ok := map[string]string{
		"": "Noidung", ".type": "Tenloai", ".to": "Kinhgui", ".base": "Cancu", ".part": "Phan", ".point": "Muc",
		".centre": "Giua", ".bold": "Giuadam", ".slant": "Giuanghieng", ".plain": "Dong", ".last": "Ket", ".total": "Dongket", ".form-number": "Mauso",
	}[word]
	return style, ok
}

// paragraph adds a paragraph; // begins a new line.
func (d *document) paragraph(style, words string) {
	p := paragraph(style, "", words)
	if d.mark != "" {
		p = strings.Replace(p, "</w:pPr>", "</w:pPr>"+d.mark, 1)
		d.mark = ""
	}
	d.body.WriteString(p)
}
