package guard

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

func local(name []byte) []byte { return name[bytes.LastIndexByte(name, ':')+1:] }

// nameLen is the length of the XML name at the beginning of b. Other letters than
// ASCII are taken as they come: validChars has seen them.
func nameLen(b []byte) int {
	for i, c := range b {
		ok := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= utf8.RuneSelf
		if !ok && (i == 0 || (c < '0' || c > '9') && c != '-' && c != '.') {
			return i
		}
	}
	return len(b)
}

// validChars says whether b is UTF-8 made of characters that XML allows.
func validChars(b []byte) bool {
	for i := 0; i < len(b); {
		c := b[i]
		if c < utf8.RuneSelf {
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' {
				return false
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 || !legal(r) {
			return false
		}
		i += n
	}
	return true
}

func legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= 0x10FFFF
}

// resolve replaces entities. Without any it returns b itself.
func (s *scanner) resolve(b []byte) ([]byte, error) {
	i := bytes.IndexByte(b, '&')
	if i < 0 {
		return b, nil
	}
	s.plain = s.plain[:0]
	for ; i >= 0; i = bytes.IndexByte(b, '&') {
		s.plain = append(s.plain, b[:i]...)
		end := bytes.IndexByte(b[i:], ';')
		if end < 0 || end > 10 {
			return nil, errXML
		}
		r, ok := entity(string(b[i+1 : i+end]))
		if !ok {
			return nil, errXML
		}
		s.plain = utf8.AppendRune(s.plain, r)
		b = b[i+end+1:]
	}
	s.plain = append(s.plain, b...)
	return s.plain, nil
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if err != nil || !legal(rune(n)) {
		return 0, false
	}
	return rune(n), true
}
