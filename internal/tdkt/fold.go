package tdkt

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// tidy says whether a text is surely as Clean would make it: letters of Latin alphabets,
// composed, and plain signs, with single spaces within.
func tidy(s string) bool {
	before := ' '
	for _, r := range s {
		switch {
		case r == ' ':
			if before == ' ' {
				return false
			}
		case !plain(r):
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}

// plain says whether a letter or sign is one that Clean leaves as it is, whatever stands
// beside it.
func plain(r rune) bool {
	switch {
	case r < 0x7f:
		return r > ' '
	case r == 'Ð' || r == 'Ɖ' || r == 'ð':
		return false
	}
	return r >= 0xc0 && r < 0x250 || r >= 0x1ea0 && r < 0x1f00 || r >= 0x2010 && r <= 0x2027
}

// Clean makes typed or pasted text ready to keep: composed letters (NFC), no
// invisible characters, single spaces, no spaces at the ends, and Đ where its look-alikes
// of other tongues were typed.
func Clean(s string) string {
	if tidy(s) {
		return s
	}
	s = norm.NFC.String(s)
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u200b' || r == '\u200c' || r == '\u200d' || r == '\u2060' || r == '\ufeff' || r == '\u00ad':
			return -1
		case unicode.IsSpace(r):
			return ' '
		case r == 'Ð' || r == 'Ɖ': // letters of other tongues that look like Đ
			return 'Đ'
		case r == 'ð' || r == 'ɖ':
			return 'đ'
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// Fold is the search key of a text: lower case, no accents, đ as d, single
// spaces. "Nguyễn Văn Á" and "nguyen van a" fold alike, as do NFC and NFD,
// "hoà" and "hòa", "chiến sĩ" and "chiến sỹ" (see foldYI).
func Fold(s string) string {
	key, ok := foldPlain(s)
	if !ok {
		key = foldAny(s)
	}
	return foldYI(key)
}

// foldAny is Fold for every text, but for sy.
func foldAny(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(Clean(s)) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// foldPlain is foldAny for texts of nothing but ASCII and composed letters, as nearly all
// kept texts are; it takes a tenth of the time. ok is false for other texts.
func foldPlain(s string) (key string, ok bool) {
	b := make([]byte, 0, len(s))
	table := bareLetters()
	for _, r := range s {
		if r >= 0x80 {
			r = rune(table[r])
		}
		switch {
		case r == 0 || r < ' ' || r == 0x7f:
			return "", false
		case r == ' ' && (len(b) == 0 || b[len(b)-1] == ' '):
			continue
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		}
		b = append(b, byte(r))
	}
	return strings.TrimSuffix(string(b), " "), true
}

// bareLetters maps each composed letter to the small ASCII letter that carries its marks.
var bareLetters = sync.OnceValue(func() map[rune]byte {
	table := map[rune]byte{'đ': 'd', 'Đ': 'd', 'ð': 'd', 'Ð': 'd', 'ɖ': 'd', 'Ɖ': 'd'}
	for r := rune(0xc0); r < 0x1f00; r++ {
		parts := []rune(norm.NFD.String(string(r)))
		letter := unicode.ToLower(parts[0])
		if len(parts) > 1 && letter < 0x80 && unicode.IsLetter(letter) && onlyMarks(parts[1:]) {
			table[r] = byte(letter)
		}
	}
	return table
})

func onlyMarks(rs []rune) bool {
	return !slices.ContainsFunc(rs, func(r rune) bool { return !unicode.Is(unicode.Mn, r) })
}

// foldYI writes the word "sy" as "si", the one spelling on which legal texts
// themselves disagree (law page: "chiến sĩ", "chiến sỹ").
func foldYI(s string) string {
	if !strings.Contains(s, "sy") {
		return s
	}
	words := strings.Split(s, " ")
	for i, w := range words {
		if w == "sy" {
			words[i] = "si"
		}
	}
	return strings.Join(words, " ")
}

// NameForm is a full name with letter case and the place of the tone mark made equal
// ("NGUYỄN VĂN HOÀ" and "Nguyễn Văn Hòa" are one), but with every mark kept: Thúy and
// Thủy are two people.
func NameForm(name string) string {
	words := strings.Fields(strings.ToLower(Clean(name)))
	for i, w := range words {
		words[i] = nameWord(w)
	}
	return strings.Join(words, " ")
}

// nameWords are words of names as NameForm writes them: a whole province has a few hundred.
var (
	nameWords     sync.Map
	nameWordsKept atomic.Int32
)

// The bounds of what is kept of the words of names.
const (
	mostNameWords   = 5_000
	longestNameWord = 40
)

// nameWord is one word in small letters with its tone mark last.
func nameWord(w string) string {
	if strings.IndexFunc(w, func(r rune) bool { return r > unicode.MaxASCII }) < 0 {
		return w
	}
	if known, ok := nameWords.Load(w); ok {
		return known.(string) //nolint:forcetypeassert // Nothing else is stored.
	}
	var letters, tone []rune
	for _, r := range norm.NFD.String(w) {
		if strings.ContainsRune(tones, r) {
			tone = append(tone, r)
			continue
		}
		letters = append(letters, r)
	}
	form := string(append(letters, tone...))
	if len(w) < longestNameWord && nameWordsKept.Add(1) < mostNameWords {
		nameWords.Store(strings.Clone(w), form)
	}
	return form
}

// tones are the five tone marks: huyền, hỏi, ngã, sắc, nặng.
const tones = "\u0300\u0309\u0303\u0301\u0323"

// Collation gives sort keys in Vietnamese dictionary order (a ă â … d đ …; ngang,
// huyền, hỏi, ngã, sắc, nặng), from x/text's tables. Not for concurrent use: make
// one for each sort.
type Collation struct {
	c   *collate.Collator
	buf collate.Buffer
}

// NewCollation makes a Collation.
func NewCollation() *Collation { return &Collation{c: collate.New(language.Vietnamese)} }

// TextKey is the sort key of a text, left to right. Keys compare with <.
func (o *Collation) TextKey(s string) string {
	o.buf.Reset()
	return string(o.c.KeyFromString(&o.buf, Clean(s)))
}

// NameKey is the sort key of a full name: given name, then family name, then the
// middle, field by field, so that "Hà An" and "Hạ An" do not interleave.
func (o *Collation) NameKey(name string) string {
	words := strings.Fields(Clean(name))
	if len(words) == 0 {
		return ""
	}
	last := len(words) - 1
	fields := []string{words[last]}
	if last > 0 {
		fields = append(fields, words[0], strings.Join(words[1:last], " "))
	}
	var b strings.Builder
	for _, f := range fields {
		b.WriteString(o.TextKey(f))
		b.WriteString("\x00\x00\x00")
	}
	return b.String()
}

// SortByName orders rows by the names they carry, then by code.
func SortByName[T any](rows []T, name, code func(T) string) {
	o := NewCollation()
	keys := make(map[string]string, len(rows))
	for _, r := range rows {
		if _, ok := keys[name(r)]; !ok {
			keys[name(r)] = o.NameKey(name(r))
		}
	}
	slices.SortStableFunc(rows, func(a, b T) int {
		return cmp.Or(cmp.Compare(keys[name(a)], keys[name(b)]), cmp.Compare(code(a), code(b)))
	})
}
