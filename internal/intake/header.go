package intake

import (
	"strings"

	"tdkt/internal/tdkt"
)

// headerField is the field a header means, "" for none: by the whole header with its
// accents, without them where one meaning is left, then by words within it.
func headerField(text string) string {
	return headersRead.get(text, func() string { return fieldOfHeader(text) })
}

func fieldOfHeader(text string) string {
	text = tdkt.Clean(text)
	if text == "" || len(text) > 120 {
		return ""
	}
	w := vocabulary()
	if f := w.lookUp(text); f != "" {
		return f
	}
	head, _, cut := strings.Cut(text, "(")
	if cut && strings.TrimSpace(head) != "" {
		if f := w.lookUp(head); f != "" {
			return f
		}
	}
	return w.within(tokens(text))
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
