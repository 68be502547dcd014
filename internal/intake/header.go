package intake

import (
	"regexp"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// headerField is what a header cell means, "" for none: the whole text as it is typed, its
// words run together, its parts beside each other, with short forms written out, and last
// the longest known run of words within it.
func headerField(text string) string {
	return headersRead.get(text, func() string { return fieldOfHeader(text) })
}

// numbered headers: "(1) Họ và tên", "2. Ngày sinh".
var headerMark = regexp.MustCompile(`^\s*[([]?\d{1,2}[)\].]+\s*|[*:.\s]+$`)

func fieldOfHeader(text string) string {
	text = tdkt.Clean(text)
	if text == "" || len(text) > 120 {
		return ""
	}
	w := vocabulary()
	if f := w.lookUp(text); f != "" {
		return f
	}
	if text = headerMark.ReplaceAllString(text, ""); text == "" {
		return ""
	}
	for _, t := range []string{text, w.writtenOut(text)} {
		if f := w.headerIn(t); f != "" {
			return f
		}
	}
	return ""
}

// headerIn reads a header in one way of writing it.
func (w *words) headerIn(text string) string {
	if f := w.lookUp(text); f != "" {
		return f
	}
	head, aside, cut := strings.Cut(text, "(")
	if cut && strings.TrimSpace(head) != "" {
		if f := cmpOr(w.lookUp(head), w.nouns(tokens(head)), w.together(head)); f != "" {
			if f == "sex" && onlyWomen(aside) {
				return "sexfemale" // Giới tính (Nữ)
			}
			return f
		}
	}
	return cmpOr(w.runTogether(text), w.nouns(tokens(text)), w.together(text), w.within(tokens(text)))
}

func cmpOr(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

// onlyWomen says whether what stands beside the word for the sex names women alone.
func onlyWomen(text string) bool {
	folded := tdkt.Fold(text)
	return strings.Contains(folded, "nu") && !strings.Contains(folded, "nam")
}

// writtenOut is a header with its short forms written out: "KQXL" is kết quả xếp loại.
func (w *words) writtenOut(text string) string {
	var b strings.Builder
	at := 0
	for _, t := range tokens(text) {
		if full := w.inFull[t.word]; full != "" {
			b.WriteString(text[at:t.start] + full)
			at = t.end
		}
	}
	b.WriteString(text[at:])
	return b.String()
}

// runTogether finds a header whose words are not parted, or parted by full stops: "Họvàtên",
// "S.T.T".
func (w *words) runTogether(text string) string {
	ts := tokens(text)
	_, fold := keyOf(ts)
	key := strings.ReplaceAll(fold, " ", "")
	letters := !slices.ContainsFunc(ts, func(t token) bool { return len(t.fold) > 1 })
	if len(ts) > 1 && !letters {
		return ""
	}
	return w.compact[key]
}

// together reads a header of several parts by what the parts are: "Chức vụ, đơn vị".
func (w *words) together(text string) string {
	for _, cut := range []*regexp.Regexp{headerParts, headerJoins} {
		parts := cut.Split(text, -1)
		if len(parts) < 2 || len(parts) > 6 {
			continue
		}
		fields := map[string]bool{}
		for _, p := range parts {
			if p = strings.TrimSpace(p); p == "" {
				continue
			}
			f := cmpOr(w.lookUp(p), w.nouns(tokens(p)), w.within(tokens(p)))
			if f == "family" || f == "given" {
				f = "name"
			}
			fields[f] = true
		}
		if f := joined(fields, text); f != "" && !fields[""] {
			return f
		}
	}
	return ""
}

var (
	headerParts = regexp.MustCompile(`\s*[,;/&+–]\s*|\s*-\s*`)
	headerJoins = regexp.MustCompile(`\s*[,;/&+–-]\s*|\s+(?i:và|va|hoặc|hoac|hay)\s+`)
)

// joints are what columns of several fields are read as, the first that fits: must is one
// that is among them, of are those that may be.
var joints = []struct {
	as   string
	must []string
	of   []string
}{
	{"subject", []string{"subject"}, []string{"name", "unitname", "unit", "subject"}},
	{"name", []string{"name"}, []string{"name", "position", "unit", "postunit", "birth", "sex"}},
	{"postunit", []string{"position", "unit", "postunit"}, []string{"position", "unit", "postunit"}},
	{"decision", []string{"decision", "decisiondate"}, []string{"decision", "decisiondate", "number"}},
	{"period", []string{"fromday", "today"}, []string{"fromday", "today"}},
	{"rating", []string{"rating"}, []string{"rating", "points"}},
	{"host", []string{"host"}, []string{"host", "unit", "name", "subject"}},
	{"award", []string{"award"}, []string{"award", "decision", "decisiondate", "year", "penalty", "level", "rating"}},
}

// joined is what a column of several fields is read as, "" where they do not go together.
func joined(fields map[string]bool, text string) string {
	if len(fields) == 1 {
		for f := range fields {
			return f
		}
	}
	any := func(all ...string) bool { return slices.ContainsFunc(all, func(f string) bool { return fields[f] }) }
	if fields["name"] && (fields["unitname"] || fields["unit"] && !strings.Contains(tdkt.Fold(text), "ho ")) {
		fields["subject"] = true // Đơn vị/cá nhân, and not Họ tên, đơn vị
	}
	for _, j := range joints {
		only := true
		for f := range fields {
			only = only && slices.Contains(j.of, f)
		}
		if only && any(j.must...) {
			return j.as
		}
	}
	return ""
}

// nouns reads a header that is nothing but words for people, rooms or collectives with what
// stands before and behind such words: "Cán bộ, công chức được đề nghị", "Tên phòng, ban".
func (w *words) nouns(ts []token) string {
	found, more := map[string]bool{}, false
	for i := 0; i < len(ts); {
		n, small := 0, false
		for _, kind := range w.nounKinds {
			if k := longestStrict(kind.phrases, ts, i); k > n {
				n = k
				found[kind.level] = true
			}
		}
		for _, around := range []phrases{w.nounBefore, w.nounBehind} {
			if k := longestStrict(around, ts, i); k > n {
				n, small = k, true
			}
		}
		more = more || small
		if n == 0 {
			return ""
		}
		i += n
	}
	switch {
	case found["person"] && (found["unit"] || found["collective"]):
		return "subject"
	case found["person"]:
		return "name"
	case found["collective"]:
		if more {
			return "unitname"
		}
		return "" // "Tập thể phòng" stands in the rows
	case found["unit"]:
		return "unit"
	}
	return ""
}

// longestStrict is longest where accents are as written, or all left out.
func longestStrict(all phrases, ts []token, i int) int {
	n := 0
	for _, p := range all[ts[i].fold] {
		if len(p.words) > n && (p.strictAt(ts, i) || bareAt(p, ts, i)) {
			n = len(p.words)
		}
	}
	return n
}

// bareAt is at for words of four letters and more typed without accents.
func bareAt(p phrase, ts []token, i int) bool {
	if i+len(p.folds) > len(ts) {
		return false
	}
	letters := 0
	for j, f := range p.folds {
		if ts[i+j].word != f {
			return false
		}
		letters += len(f)
	}
	return letters > 4
}

func (w *words) lookUp(text string) string {
	key, fold := keyOf(tokens(text))
	if f, ok := w.exact[key]; ok {
		return f
	}
	if key == fold || strings.IndexFunc(key, func(r rune) bool { return r > 0x7f }) < 0 {
		return w.folded[fold] // typed without accents
	}
	if f := w.folded[fold]; f != "" && len(fold) > 4 {
		return f
	}
	return ""
}

// within finds the longest known run of words in a header.
func (w *words) within(ts []token) string {
	if len(ts) > 16 {
		return ""
	}
	best, field := 0, ""
	for _, h := range w.has {
		if n := len(h.phrase.words); n > best && h.phrase.in(ts) >= 0 {
			best, field = n, h.field
		}
	}
	return field
}

// HeaderField is what a header means, as the columns of tables are read: "name", "birth",
// "postunit", …; "" for none.
func HeaderField(text string) string { return headerField(text) }
