package guard

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// token is what scanner.next found.
type token int

const (
	atEnd   token = iota // the document is complete and well-formed
	atOpen               // name and attrs are set
	atClose              // name is set
	atText               // text is set: one run of characters, entities resolved
)

const (
	maxDepth = 64
	maxToken = 4 << 20 // bytes of one tag or one run of text
	maxAttrs = 40      // of one tag
	maxRoot  = 128
)

// errXML is any fault of form; the person needs no more than "damaged".
var errXML = errors.New("not well-formed XML")

type attr struct{ name, value []byte }

// scanner reads XML in one pass at byte speed. It is as strict as encoding/xml in
// what matters here (tags match, characters are legal UTF-8, entities are known)
// and stricter in refusing DOCTYPE, doubled attributes and other encodings.
// Slices it hands out are good until the next call.
type scanner struct {
	r        io.Reader
	buf      []byte
	pos, end int
	eof      bool

	stack  []byte // names of the open elements, one after the other
	starts []int  // where each begins in stack
	began  bool   // the first token was seen
	rooted bool   // the root element was seen
	empty  bool   // the element just opened closes itself

	name  []byte // local name
	attrs []attr
	text  []byte
	plain []byte // room for text with entities
}

func newScanner(r io.Reader) *scanner {
	return &scanner{r: r, buf: make([]byte, 64<<10)}
}

// depth is how many elements are open.
func (s *scanner) depth() int { return len(s.starts) }

// fill makes more bytes available behind pos; false at the end of the part.
func (s *scanner) fill() (bool, error) {
	if s.eof {
		return false, nil
	}
	if s.pos > 0 {
		copy(s.buf, s.buf[s.pos:s.end])
		s.end -= s.pos
		s.pos = 0
	}
	if s.end == len(s.buf) {
		if len(s.buf) >= maxToken {
			return false, errXML
		}
		s.buf = append(s.buf, make([]byte, len(s.buf))...)
	}
	n, err := s.r.Read(s.buf[s.end:])
	s.end += n
	if errors.Is(err, io.EOF) {
		s.eof = true
		return n > 0, nil
	}
	return true, err
}

// next finds the next token, skipping comments, instructions and the declaration.
func (s *scanner) next() (token, error) {
	if s.empty {
		s.empty = false
		s.pop()
		return atClose, nil
	}
	for {
		if s.pos == s.end {
			if more, err := s.fill(); err != nil {
				return 0, err
			} else if !more {
				return s.finish()
			}
			continue
		}
		if !s.began {
			if err := s.begin(); err != nil {
				return 0, err
			}
			continue
		}
		if s.buf[s.pos] != '<' {
			if t, err := s.readText(); t || err != nil {
				return atText, err
			}
			continue
		}
		t, found, err := s.readMarkup()
		if found || err != nil {
			return t, err
		}
	}
}

func (s *scanner) finish() (token, error) {
	if !s.rooted || len(s.starts) > 0 {
		return 0, errXML
	}
	return atEnd, nil
}

// begin takes a byte order mark away and refuses other encodings of Unicode.
func (s *scanner) begin() error {
	if err := s.want(3); err != nil {
		return err
	}
	if bytes.HasPrefix(s.buf[s.pos:s.end], []byte("\xEF\xBB\xBF")) {
		s.pos += 3
	}
	s.began = true
	return nil
}

// want makes sure that n bytes stand behind pos.
func (s *scanner) want(n int) error {
	for s.end-s.pos < n {
		if more, err := s.fill(); err != nil {
			return err
		} else if !more {
			return errXML
		}
	}
	return nil
}

// readText takes the characters up to the next tag. It is false for the white
// space outside the root, which is no token.
func (s *scanner) readText() (bool, error) {
	seen := 0
	for {
		if i := bytes.IndexByte(s.buf[s.pos+seen:s.end], '<'); i >= 0 {
			seen += i
			break
		}
		seen = s.end - s.pos
		if more, err := s.fill(); err != nil {
			return false, err
		} else if !more {
			break
		}
	}
	raw := s.buf[s.pos : s.pos+seen]
	s.pos += seen
	if len(s.starts) == 0 {
		if len(bytes.TrimSpace(raw)) > 0 {
			return false, errXML
		}
		return false, nil
	}
	if !validChars(raw) {
		return false, errXML
	}
	var err error
	s.text, err = s.resolve(raw)
	return true, err
}

// readMarkup reads what begins with '<'; found is false for what is no token.
func (s *scanner) readMarkup() (t token, found bool, err error) {
	if err := s.want(2); err != nil {
		return 0, false, err
	}
	switch s.buf[s.pos+1] {
	case '/':
		return s.readClose()
	case '?':
		return 0, false, s.readInstruction()
	case '!':
		return s.readBang()
	}
	return s.readOpen()
}

// readInstruction skips an instruction. The XML declaration must not name another
// version or encoding.
func (s *scanner) readInstruction() error {
	body, err := s.upTo("?>", 2)
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(body, []byte("xml ")) && !bytes.HasPrefix(body, []byte("xml\t")) {
		return nil
	}
	if s.rooted {
		return errXML
	}
	if v := pseudoAttr(body, "version"); v != "" && v != "1.0" {
		return errXML
	}
	switch e := pseudoAttr(body, "encoding"); e {
	case "", "utf-8", "utf8", "us-ascii":
		return nil
	}
	return errXML
}

func pseudoAttr(body []byte, name string) string {
	_, rest, ok := bytes.Cut(body, []byte(name))
	if !ok {
		return ""
	}
	rest = bytes.TrimLeft(rest, " \t\r\n=")
	if len(rest) < 2 || (rest[0] != '"' && rest[0] != '\'') {
		return "?"
	}
	value, _, ok := bytes.Cut(rest[1:], rest[:1])
	if !ok {
		return "?"
	}
	return string(bytes.ToLower(value))
}

// readBang skips a comment and hands out a CDATA section as text. A DOCTYPE is
// refused: nothing in a workbook needs one.
func (s *scanner) readBang() (token, bool, error) {
	if err := s.want(4); err != nil {
		return 0, false, err
	}
	if bytes.HasPrefix(s.buf[s.pos:s.end], []byte("<!--")) {
		_, err := s.upTo("-->", 4)
		return 0, false, err
	}
	if err := s.want(9); err != nil {
		return 0, false, err
	}
	if !bytes.HasPrefix(s.buf[s.pos:s.end], []byte("<![CDATA[")) || len(s.starts) == 0 {
		return 0, false, errXML
	}
	body, err := s.upTo("]]>", 9)
	if err != nil || !validChars(body) {
		return 0, false, errors.Join(errXML, err)
	}
	s.text = body
	return atText, true, nil
}

// upTo returns what stands between the first skip bytes and the mark.
func (s *scanner) upTo(mark string, skip int) ([]byte, error) {
	if err := s.want(skip); err != nil {
		return nil, err
	}
	seen := skip
	for {
		if i := bytes.Index(s.buf[s.pos+seen:s.end], []byte(mark)); i >= 0 {
			body := s.buf[s.pos+skip : s.pos+seen+i]
			s.pos += seen + i + len(mark)
			return body, nil
		}
		seen = max(skip, s.end-s.pos-len(mark)+1)
		if more, err := s.fill(); err != nil {
			return nil, err
		} else if !more {
			return nil, errXML
		}
	}
}

func (s *scanner) readClose() (token, bool, error) {
	body, err := s.upTo(">", 2)
	if err != nil {
		return 0, false, err
	}
	name := bytes.TrimRight(body, " \t\r\n")
	if len(s.starts) == 0 || !bytes.Equal(s.stack[s.starts[len(s.starts)-1]:], name) {
		return 0, false, errXML
	}
	s.pop()
	return atClose, true, nil
}

// pop closes the innermost element.
func (s *scanner) pop() {
	from := s.starts[len(s.starts)-1]
	s.name = local(s.stack[from:])
	s.stack, s.starts = s.stack[:from], s.starts[:len(s.starts)-1]
}

func (s *scanner) readOpen() (token, bool, error) {
	n, err := s.tagEnd()
	if err != nil {
		return 0, false, err
	}
	tag := s.buf[s.pos+1 : s.pos+n]
	s.pos += n + 1
	if len(tag) > 0 && tag[len(tag)-1] == '/' {
		s.empty, tag = true, tag[:len(tag)-1]
	}
	if len(s.starts) == 0 && s.rooted || len(s.starts) >= maxDepth || !validChars(tag) {
		return 0, false, errXML
	}
	s.rooted = true
	name := tag[:nameLen(tag)]
	if len(name) == 0 {
		return 0, false, errXML
	}
	s.starts = append(s.starts, len(s.stack))
	s.stack = append(s.stack, name...)
	s.name = local(name)
	return atOpen, true, s.readAttrs(tag[len(name):])
}

// tagEnd is the distance from pos to the '>' that ends the tag.
func (s *scanner) tagEnd() (int, error) {
	var quote byte
	for i := 1; ; {
		for _, c := range s.buf[s.pos+i : s.end] {
			switch {
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case c == '>':
				return i, nil
			case c == '"' || c == '\'':
				quote = c
			}
			i++
		}
		if more, err := s.fill(); err != nil {
			return 0, err
		} else if !more {
			return 0, errXML
		}
	}
}

// readAttrs reads name="value" pairs; values keep their entities until asked for.
func (s *scanner) readAttrs(b []byte) error {
	s.attrs = s.attrs[:0]
	for {
		rest := bytes.TrimLeft(b, " \t\r\n")
		if len(rest) == 0 {
			return nil
		}
		n := nameLen(rest)
		if n == 0 || len(rest) == len(b) {
			return errXML
		}
		name := rest[:n]
		rest = bytes.TrimLeft(rest[n:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '=' {
			return errXML
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n")
		if len(rest) < 2 || (rest[0] != '"' && rest[0] != '\'') {
			return errXML
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return errXML
		}
		if err := s.addAttr(name, rest[1:end+1]); err != nil {
			return err
		}
		b = rest[end+2:]
	}
}

func (s *scanner) addAttr(name, value []byte) error {
	if len(s.attrs) >= maxRoot || len(s.attrs) >= maxAttrs && len(s.starts) > 1 || bytes.IndexByte(value, '<') >= 0 {
		return errXML
	}
	for _, a := range s.attrs {
		if bytes.Equal(a.name, name) {
			return errXML
		}
	}
	if bytes.IndexByte(value, '&') >= 0 {
		if _, err := s.resolve(value); err != nil {
			return err
		}
	}
	s.attrs = append(s.attrs, attr{name, value})
	return nil
}

// raw is an attribute without its entities resolved; for numbers and references.
func (s *scanner) raw(name string) []byte {
	for _, a := range s.attrs {
		if string(a.name) == name {
			return a.value
		}
	}
	return nil
}

// attr is an attribute's text, "" when it is absent.
func (s *scanner) attr(name string) string {
	text, err := s.resolve(s.raw(name))
	if err != nil {
		return ""
	}
	return string(text)
}

// linked is the attribute whose prefix stands for the relationships namespace,
// whatever the writer called it: r:id, d3p1:id.
func (s *scanner) linked(name string) string {
	for _, a := range s.attrs {
		if l := local(a.name); len(l) < len(a.name) && string(l) == name {
			return string(a.value)
		}
	}
	return ""
}

// flag reads an XML boolean.
func (s *scanner) flag(name string) bool {
	v := string(s.raw(name))
	return v == "1" || v == "true"
}

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
	if err != nil || !legal(rune(n)) { //nolint:gosec // Fits in 21 bits.
		return 0, false
	}
	return rune(n), true //nolint:gosec // Fits in 21 bits.
}
