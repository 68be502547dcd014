package intake

import (
	"regexp"
	"strings"
	"unicode"

	"tdkt/internal/tdkt"
)

// Name is what a cell with somebody's name says.
type Name struct {
	Name  string
	Sex   tdkt.Sex // by honorific or "(nữ)"
	Post  string   // stood in the cell with the name
	Note  string   // in brackets or behind the name: "nghỉ thai sản"
	Born  string   // a birth date or year in brackets
	Honor string   // what stood before the name
	Doubt string   // why a person should look
}

// ReadName takes a cell apart into the name and what stood beside it.
func ReadName(raw string) Name {
	w := vocabulary()
	n := Name{}
	lines := strings.FieldsFunc(raw, func(r rune) bool { return r == '\n' || r == '\r' || r == '\v' })
	var rest []string
	text := ""
	for _, l := range lines {
		if l = tdkt.Clean(l); l == "" {
			continue
		}
		if text == "" {
			text = l
			continue
		}
		rest = append(rest, l)
	}
	text = n.brackets(text)
	text = strings.TrimLeft(text, "-–—+•*·.●▪■►→✓, \t'\"“")
	if text != "" && text[0] <= '9' {
		text = leadingNumber.ReplaceAllString(text, "")
	}
	text = n.postFirst(w, strings.TrimSpace(text))
	text, tail := splitName(w, text)
	if looksLikeName(strings.Trim(tail, " .,;")) && looksLikeName(strings.TrimSpace(text)) {
		n.Doubt = "ô có hai tên người: lấy tên nào?"
	}
	rest = append(splitTail(tail), rest...)
	text = n.honorifics(w, text)
	text = strings.Trim(text, "-–—+•*·.,;:/\"“”' ")
	n.Name = properCase(tdkt.Clean(text))
	for _, r := range rest {
		n.aside(w, strings.Trim(r, "-–—_+•*·.,;:() "))
	}
	return n
}

var (
	leadingNumber = regexp.MustCompile(`^\d{1,3}\s*[.)/-]\s*|^\d{1,3}\s+`)
	bracketed     = regexp.MustCompile(`[(\[（]([^()\[\]]*)[)\]）]?`)
	birthLike     = regexp.MustCompile(`(19[2-9]\d|20[01]\d)$`)
)

// brackets takes out what stands in brackets and puts it where it belongs.
func (n *Name) brackets(text string) string {
	w := vocabulary()
	return tdkt.Clean(bracketed.ReplaceAllStringFunc(text, func(s string) string {
		for _, part := range strings.FieldsFunc(strings.Trim(s, "()[]（） "), func(r rune) bool { return r == ',' || r == ';' }) {
			n.aside(w, strings.TrimSpace(part))
		}
		return " "
	}))
}

// aside puts one remark where it belongs: sex, birth, post or note.
func (n *Name) aside(w *words, text string) {
	if text == "" || text == "*" {
		return
	}
	ts := tokens(text)
	switch key, _ := keyOf(ts); {
	case key == "nữ" || key == "nu" || key == wordForm("nữ"):
		n.Sex = tdkt.Female
	case key == "nam":
		n.Sex = tdkt.Male
	case birthLike.MatchString(text) && len(ts) <= 5:
		n.Born = text
	case isPost(w, ts):
		n.Post = joinText(n.Post, text)
	default:
		n.Note = joinText(n.Note, text)
	}
}

func joinText(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// splitName parts "Nguyễn Thị Tám, Phó Giám đốc" and "Nguyễn Thị Tám - Phó Giám đốc".
func splitName(w *words, text string) (name, tail string) {
	for i, r := range text {
		switch {
		case r == ',' || r == ';' || r == ':' || r == '/':
			if len(tokens(text[:i])) > 1+len(strings.Trim(string(r), ",;")) {
				return text[:i], text[i+1:]
			}
		case r == '-' || r == '–' || r == '—' || r == '_':
			if i > 0 && text[i-1] == ' ' && len(tokens(text[:i])) > 1 {
				return text[:i], text[i+len(string(r)):]
			}
		}
	}
	return splitPostBehind(w, text)
}

// splitPostBehind parts a name from a post right behind it, without any mark between.
func splitPostBehind(w *words, text string) (name, tail string) {
	ts := tokens(text)
	for i := 2; i < len(ts); i++ {
		if n := longest(w.lead, ts, i); n >= 2 || longest(w.plain, ts, i) >= 2 {
			return text[:ts[i].start], text[ts[i].start:]
		}
	}
	return text, ""
}

// postFirst takes off a position that stands before the name: "Trưởng phòng: Lê Văn Ý",
// "Phó GĐ Lê Văn Xuân".
func (n *Name) postFirst(w *words, text string) string {
	ts := tokens(text)
	k := 0
	for _, all := range []phrases{w.lead, w.ask, w.plain} {
		k = max(k, longest(all, ts, 0))
	}
	if k == 0 || k >= len(ts) || !looksLikeName(text[ts[k].start:]) || w.family[ts[0].word] && k == 1 {
		return text
	}
	n.Post = joinText(n.Post, text[:ts[k-1].end])
	return text[ts[k].start:]
}

func splitTail(tail string) []string {
	if tail = strings.TrimSpace(tail); tail == "" {
		return nil
	}
	return []string{tail}
}

// honorifics takes off what stands before the name.
func (n *Name) honorifics(w *words, text string) string {
	for range 4 {
		ts := tokens(text)
		k, sex := 0, tdkt.Sex("")
		for _, h := range []struct {
			phrases phrases
			sex     tdkt.Sex
		}{{w.male, tdkt.Male}, {w.female, tdkt.Female}, {w.other, ""}} {
			if m := longest(h.phrases, ts, 0); m > k {
				k, sex = m, h.sex
			}
		}
		if k == 0 || k >= len(ts) {
			return text
		}
		rest := strings.TrimLeft(text[ts[k-1].end:], ". :-–/")
		mark := strings.ContainsAny(text[:ts[k-1].end]+firstOf(text[ts[k-1].end:]), "./:")
		if !n.mayStrip(w, ts, k, mark) {
			return text
		}
		n.Honor = joinText(n.Honor, strings.TrimSpace(text[:ts[k-1].end]))
		if sex != "" {
			n.Sex = sex
		}
		text = rest
	}
	return text
}

func firstOf(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// mayStrip says whether the first k words are an honorific and not the family name: Ông,
// Cô and Ts are rare but real beginnings of names.
func (n *Name) mayStrip(w *words, ts []token, k int, mark bool) bool {
	rest := ts[k:]
	family := w.family[rest[0].word] || w.family[rest[0].fold]
	if mark {
		return true
	}
	if len(ts[0].word) <= 2 && ts[0].word != wordForm("cô") && ts[0].word != wordForm("cn") && ts[0].word != "ts" && k == 1 && len([]rune(ts[0].word)) == 1 {
		return false // Ô and B without a full stop
	}
	if len(rest) == 1 {
		return false
	}
	if !family {
		if w.familyFold[rest[0].fold] { // typed without accents
			return true
		}
		if w.family[ts[0].word] && k == 1 {
			n.Doubt = "không rõ “" + ts[0].word + "” là danh xưng hay là họ"
			return false
		}
	}
	return true
}

// properCase writes a name typed all in capitals or all in small letters as names are written.
func properCase(name string) string {
	upper, lower := false, false
	for _, r := range name {
		upper = upper || unicode.IsUpper(r)
		lower = lower || unicode.IsLower(r)
	}
	if len([]rune(name)) < 4 {
		return name
	}
	if upper && lower && unicode.IsUpper([]rune(name)[0]) {
		return properWords(name)
	}
	start := true
	return strings.Map(func(r rune) rune {
		was := start
		start = r == ' ' || r == '-'
		if was {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, name)
}

// properWords writes the words of a name that are all capitals or all small letters as the
// others are: "Trần thị bích VÂN".
func properWords(name string) string {
	if !looksLikeName(name) {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		if r := []rune(w); len(r) > 1 && unicode.IsLetter(r[1]) && (strings.ToLower(w) == w || strings.ToUpper(w) == w) {
			words[i] = strings.ToUpper(string(r[0])) + strings.ToLower(string(r[1:]))
		}
	}
	return strings.Join(words, " ")
}

// looksLikeName says whether a text may be somebody's name.
func looksLikeName(text string) bool {
	ts := tokens(text)
	if len(ts) < 2 || len(ts) > 7 {
		return false
	}
	w := vocabulary()
	for _, t := range ts {
		if t.number {
			return false
		}
	}
	if isUnit(w, ts) || isPost(w, ts) {
		return false
	}
	return w.family[ts[0].word] || w.familyFold[ts[0].fold] && ts[0].word == ts[0].fold
}
