package guard

import (
	"bytes"
	"errors"
	"io"
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
	if !validChars(raw) || bytes.Contains(raw, []byte("]]>")) {
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
		body, err := s.upTo("-->", 4)
		if err == nil && (bytes.Contains(body, []byte("--")) || bytes.HasSuffix(body, []byte("-")) || !validChars(body)) {
			err = errXML
		}
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
