package guard

import (
	"archive/zip"
	"context"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// readStrings reads the table of texts that cells refer to by number.
func (b *Book) readStrings(ctx context.Context, f *zip.File) error {
	if f == nil {
		return nil
	}
	var text richText
	return b.walk(ctx, f, func(s *scanner, t token) error {
		if s.depth() == 1 && t == atOpen && string(s.name) != "sst" {
			return errXML
		}
		if s.depth() == 1 && t == atClose && string(s.name) == "si" {
			if len(b.strings) >= maxStrings {
				return b.tooMuch("quá nhiều ô chữ")
			}
			b.strings = append(b.strings, text.take())
			return nil
		}
		if s.depth() > 1 {
			text.see(s, t, 2)
		}
		return nil
	})
}

// richText gathers the characters of an <si> or <is> element: its own <t> and
// those of its runs, but not the phonetic readings in <rPh>.
type richText struct {
	buf      []byte
	run, got bool
}

// see takes one token inside the element that is at the given depth.
func (r *richText) see(s *scanner, t token, depth int) {
	at := s.depth() - depth
	switch t {
	case atOpen:
		if at == 1 {
			r.run = string(s.name) == "r"
		}
		r.got = string(s.name) == "t" && (at == 1 || at == 2 && r.run)
	case atClose:
		r.got = false
	case atText:
		if r.got {
			r.buf = append(r.buf, s.text...)
		}
	case atEnd:
	}
}

// take returns the text gathered and makes room for the next.
func (r *richText) take() string {
	text := unescape(string(r.buf))
	r.buf = r.buf[:0]
	return text
}

// unescape resolves the _xHHHH_ forms in which Excel keeps characters that XML
// cannot hold.
func unescape(s string) string {
	i := strings.Index(s, "_x")
	if i < 0 {
		return s
	}
	var b strings.Builder
	for ; i >= 0; i = strings.Index(s, "_x") {
		b.WriteString(s[:i])
		r, n := escaped(s[i:])
		b.WriteString(r)
		s = s[i+n:]
	}
	b.WriteString(s)
	return b.String()
}

// escaped reads one _xHHHH_ at the beginning of s, or a pair of them that stands
// for one rune, and says how many bytes it took.
func escaped(s string) (string, int) {
	unit := func(s string) (rune, bool) {
		if len(s) < 7 || s[:2] != "_x" || s[6] != '_' {
			return 0, false
		}
		n, err := strconv.ParseUint(s[2:6], 16, 16)
		return rune(n), err == nil
	}
	r, ok := unit(s)
	if !ok {
		return "_x", 2
	}
	if utf16.IsSurrogate(r) {
		if low, ok := unit(s[7:]); ok {
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				return string(r), 14
			}
		}
		return "\uFFFD", 7
	}
	return string(r), 7
}
