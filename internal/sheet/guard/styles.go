package guard

import (
	"archive/zip"
	"context"
	"strings"
)

// Style is what a cell's format says about its value.
type Style struct {
	Date  bool   // numbers are shown as days
	Zeros int    // a format of zeros alone, "000000000000": digits shown at least
	Font  string // name of the font, for the old Vietnamese encodings
}

// Style is the format of a cell; the zero Style where it names none that exists.
func (b *Book) Style(c *Cell) Style {
	if c.style < 0 || c.style >= len(b.styles) {
		return Style{}
	}
	return b.styles[c.style]
}

// sheetStyles gathers the parts of styles.xml that the formats of cells point to.
type sheetStyles struct {
	section string
	formats map[int]string
	fonts   []string
	cells   []struct{ format, font int }
}

func (b *Book) readStyles(ctx context.Context, f *zip.File) error {
	if f == nil {
		return nil
	}
	st := sheetStyles{formats: map[int]string{}}
	if err := b.walk(ctx, f, func(s *scanner, t token) error { return st.see(b, s, t) }); err != nil {
		return err
	}
	for _, c := range st.cells {
		style := Style{Date: builtinDate(c.format)}
		if code, ok := st.formats[c.format]; ok {
			style.Date, style.Zeros = isDateFormat(code), zeros(code)
		}
		if c.font >= 0 && c.font < len(st.fonts) {
			style.Font = st.fonts[c.font]
		}
		b.styles = append(b.styles, style)
	}
	return nil
}

func (st *sheetStyles) see(b *Book, s *scanner, t token) error {
	if t != atOpen {
		return nil
	}
	name := string(s.name)
	switch s.depth() {
	case 1:
		if name != "styleSheet" {
			return errXML
		}
	case 2:
		st.section = name
	case 3:
		st.add(s, name)
	case 4:
		if n := len(st.fonts); st.section == "fonts" && name == "name" && n > 0 {
			st.fonts[n-1] = s.attr("val")
		}
	}
	if len(st.cells) > maxFormats || len(st.fonts) > maxFormats || len(st.formats) > maxFormats {
		return b.tooMuch("quá nhiều kiểu định dạng ô")
	}
	return nil
}

// add takes one entry of a list of formats, fonts or cell styles.
func (st *sheetStyles) add(s *scanner, name string) {
	number := func(attr string) int {
		n, ok := parseIndex(s.raw(attr))
		if !ok {
			return 0
		}
		return n
	}
	switch st.section + "/" + name {
	case "numFmts/numFmt":
		st.formats[number("numFmtId")] = s.attr("formatCode")
	case "fonts/font":
		st.fonts = append(st.fonts, "")
	case "cellXfs/xf":
		st.cells = append(st.cells, struct{ format, font int }{number("numFmtId"), number("fontId")})
	}
}

// builtinDate says which of the formats without a code of their own show days.
func builtinDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// isDateFormat says whether a format code shows days or hours: it has one of the
// letters d m y h s outside quotes, brackets and escapes.
func isDateFormat(code string) bool {
	code, _, _ = strings.Cut(code, ";")
	for i := 0; i < len(code); i++ {
		switch c := code[i] | 0x20; {
		case code[i] == '\\' || code[i] == '_' || code[i] == '*':
			i++
		case code[i] == '"':
			i += 1 + skipTo(code[i+1:], '"')
		case code[i] == '[':
			i += 1 + skipTo(code[i+1:], ']')
		case c == 'd' || c == 'm' || c == 'y' || c == 'h' || c == 's':
			return true
		}
	}
	return false
}

func skipTo(s string, c byte) int {
	if i := strings.IndexByte(s, c); i >= 0 {
		return i
	}
	return len(s)
}

// zeros is how many digits a code like 000000000000 asks for, 0 for other codes.
func zeros(code string) int {
	if strings.Trim(code, "0") != "" {
		return 0
	}
	return len(code)
}
