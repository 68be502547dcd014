package guard

import "bytes"

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
