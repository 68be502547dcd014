package intake

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"tdkt/internal/tdkt"
)

// token is a run of letters or of digits in a text.
type token struct {
	word       string // small letters with their accents, the tone mark last
	fold       string // small letters without accents
	start, end int    // bytes of the text
	number     bool
}

// tokens cuts a text into its words and numbers.
func tokens(text string) []token {
	return tokensRead.get(text, func() []token { return cutTokens(text) })
}

func cutTokens(text string) []token {
	var out []token
	start, kind := -1, 0
	close := func(end int) {
		if start < 0 {
			return
		}
		raw := text[start:end]
		t := token{start: start, end: end, number: kind == 2, word: raw, fold: raw}
		if !t.number {
			t.word, t.fold = formsOf(raw)
		}
		out = append(out, t)
		start = -1
	}
	for i, r := range text {
		k := 0
		switch {
		case unicode.IsDigit(r):
			k = 2
		case unicode.IsLetter(r), unicode.Is(unicode.Mn, r), r == '%':
			k = 1
		}
		if k != kind || k == 0 {
			close(i)
		}
		if k != 0 && start < 0 {
			start = i
		}
		kind = k
	}
	close(len(text))
	return out
}

// forms are the words seen, with how they are compared: Vietnamese has some thousand
// syllables, and files repeat them without end.
var forms sync.Map

// mostForms bounds how many words are kept.
const mostForms = 30_000

var formCount atomic.Int32

type wordForms struct{ word, fold string }

// formsOf is a word as it is compared with its accents and without.
func formsOf(raw string) (word, fold string) {
	if f, ok := forms.Load(raw); ok {
		known, _ := f.(wordForms)
		return known.word, known.fold
	}
	f := wordForms{wordForm(raw), tdkt.Fold(raw)}
	if f.fold == "sy" || f.fold == "si" {
		f = wordForms{"si", "si"}
	}
	if len(raw) < 24 && formCount.Add(1) < mostForms {
		forms.Store(strings.Clone(raw), f)
	}
	return f.word, f.fold
}

// wordForm writes a word so that capitals and the place of the tone mark make no difference.
func wordForm(word string) string {
	ascii := true
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(word)
	}
	return strings.ReplaceAll(tdkt.NameForm(word), "kỉ", "kỷ")
}

// phrase is a run of words to look for.
type phrase struct {
	words, folds []string
	strict       bool // so short that only the accents tell it from other words
}

func newPhrase(text string) phrase {
	p := phrase{}
	letters := 0
	for _, t := range tokens(tdkt.Clean(text)) {
		p.words, p.folds = append(p.words, t.word), append(p.folds, t.fold)
		letters += len(t.fold)
	}
	p.strict = letters <= 3
	return p
}

// phrases are many, by the first word without its accents.
type phrases map[string][]phrase

func newPhrases(texts []string) phrases {
	out := phrases{}
	for _, t := range texts {
		out.add(newPhrase(t))
	}
	return out
}

func (all phrases) add(p phrase) {
	if len(p.folds) > 0 {
		all[p.folds[0]] = append(all[p.folds[0]], p)
	}
}

// at says whether the phrase stands at place i of a text.
func (p phrase) at(ts []token, i int) bool {
	if len(p.words) == 0 || i+len(p.words) > len(ts) {
		return false
	}
	for j := range p.words {
		t := ts[i+j]
		if t.word == p.words[j] {
			continue
		}
		// Accents left out by who typed are forgiven; other accents are another word.
		if p.strict || t.fold != p.folds[j] || t.word != t.fold && p.folds[j] != p.words[j] && !toneOnly(t.word, p.words[j]) {
			return false
		}
	}
	return true
}

// toneOnly says whether two words of one fold are near enough to be one, typed badly: a
// letter's mark left out somewhere ("uỷ", "uy").
func toneOnly(a, b string) bool { return len(a) > 3 && len(b) > 3 && tdkt.Fold(a) == tdkt.Fold(b) }

// in finds the phrase in a text: its place, or -1.
func (p phrase) in(ts []token) int {
	for i := range ts {
		if p.at(ts, i) {
			return i
		}
	}
	return -1
}

// longest is the longest of the phrases that stand at place i; its words, 0 for none.
func longest(all phrases, ts []token, i int) int {
	if i >= len(ts) {
		return 0
	}
	n := 0
	for _, p := range all[ts[i].fold] {
		if len(p.words) > n && p.at(ts, i) {
			n = len(p.words)
		}
	}
	return n
}

// keyOf is how whole texts are looked up with their accents, foldOf without.
func keyOf(ts []token) (key, fold string) {
	var k, f strings.Builder
	for i, t := range ts {
		if i > 0 {
			k.WriteByte(' ')
			f.WriteByte(' ')
		}
		k.WriteString(t.word)
		f.WriteString(t.fold)
	}
	return k.String(), f.String()
}
