package intake

import (
	"regexp"
	"strings"

	"tdkt/internal/tdkt"
)

// Post is what a position says about leading.
type Post struct {
	Text   string // the position without bullets
	Leader bool
	Sure   bool // whether Leader is known; an unusual post is asked for
}

// isPost says whether a text begins as positions do.
func isPost(w *words, ts []token) bool {
	if len(ts) == 0 {
		return false
	}
	for _, all := range []phrases{w.lead, w.ask, w.plain, w.party} {
		if longest(all, ts, 0) > 0 {
			return true
		}
	}
	return false
}

// ReadPost reads a position: "+ Trưởng phòng; Bí thư chi bộ".
func ReadPost(raw string) Post { return postsRead.get(raw, func() Post { return readPost(raw) }) }

func readPost(raw string) Post {
	w := vocabulary()
	text := strings.Trim(tdkt.Clean(raw), "-–—+•*·.,;: ")
	p := Post{Text: text, Sure: true}
	known := text == ""
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";,/+\n–", r) }) {
		ts := postTokens(w, strings.TrimSpace(part))
		if len(ts) == 0 {
			continue
		}
		lead, ask := longest(w.lead, ts, 0), longest(w.ask, ts, 0)
		other := max(longest(w.plain, ts, 0), longest(w.party, ts, 0))
		switch {
		case other >= lead && other >= ask && other > 0:
			known = true
		case lead >= ask && lead > 0:
			return Post{Text: text, Leader: true, Sure: true}
		case ask > 0:
			p.Sure = false
			return p
		}
	}
	p.Sure = known || !unusualPost(tdkt.Fold(text))
	return p
}

// postTokens are the words of one position, short forms written out.
func postTokens(w *words, part string) []token {
	ts := tokens(part)
	if len(ts) > 1 && (ts[0].fold == "q" || ts[0].fold == "quyen") {
		ts = ts[1:] // Q. Chánh Văn phòng
	}
	if len(ts) > 1 && ts[0].word == "p" && longest(w.lead, ts, 0) == 0 {
		ts = tokens("Phó " + part[ts[1].start:]) // P. Chánh VP
	}
	return ts
}

// unusualPost says whether a position that nobody knows has a leader's word in it.
func unusualPost(fold string) bool {
	return (strings.Contains(fold, "truong") || strings.Contains(fold, "pho ")) && !strings.HasPrefix(fold, "nguyen ")
}

// isUnit says whether a text begins as the names of units do.
func isUnit(w *words, ts []token) bool {
	if len(ts) == 0 || len(ts) > 1 && ts[0].fold == "to" && ts[1].fold == "chuc" {
		return false // Tổ chức cán bộ is no Tổ
	}
	if personal3(ts) {
		return false
	}
	for _, p := range w.unitBegin[ts[0].fold] {
		if !p.strictAt(ts, 0) {
			continue
		}
		// Trương, Tô and Ban are family names: a family name alone does not begin a unit.
		return len(ts) > 1 || len(p.words) > 0
	}
	return false
}

// personal3 says whether a text that begins like a unit is a name after all: Ban Văn Tám,
// Phòng Thị Hoa, and no Ban Văn hóa.
func personal3(ts []token) bool {
	if len(ts) != 3 && len(ts) != 4 || ts[1].word != wordForm("văn") && ts[1].word != wordForm("thị") {
		return false
	}
	switch ts[2].fold {
	case "hoa", "xa", "thu", "nghe", "phong", "ban", "hoc", "the", "truong", "chinh", "kien":
		return ts[2].word == "hoa" && ts[1].word == wordForm("thị") // Phòng Thị Hoa, Phòng Văn hóa
	}
	return true
}

// strictAt is at with every accent as written.
func (p phrase) strictAt(ts []token, i int) bool {
	if len(p.words) == 0 || i+len(p.words) > len(ts) {
		return false
	}
	for j := range p.words {
		if ts[i+j].word != p.words[j] {
			return false
		}
	}
	return true
}

// SplitPost parts "Phó Trưởng phòng, Phòng Nghiệp vụ" into post and unit. guessed says
// that the unit is not written out: "Trưởng phòng Kế hoạch".
func SplitPost(raw string) (post, unit string, guessed bool) {
	p := postsSplit.get(raw, func() postUnit {
		post, unit, guessed := splitPost(raw)
		post, unit = postsBehind(post, unit)
		return postUnit{post, unit, guessed}
	})
	return p.post, p.unit, p.guessed
}

// postsBehind moves the posts that follow a unit's name to the post: "Trung tâm Lưu trữ, Phó
// Bí thư Chi bộ".
func postsBehind(post, unit string) (string, string) {
	for i, r := range unit {
		if r != ',' && r != ';' || i == 0 {
			continue
		}
		if tail := strings.TrimSpace(unit[i+1:]); isPost(vocabulary(), tokens(tail)) {
			return joinText(post, tail), strings.TrimSpace(unit[:i])
		}
	}
	return post, unit
}

func splitPost(raw string) (post, unit string, guessed bool) {
	w := vocabulary()
	text := tdkt.Clean(strings.NewReplacer("\n", ", ", "\r", " ").Replace(raw))
	text = strings.Trim(text, "-–—+•*·.,;: ")
	if p, u, ok := splitAtMark(w, text); ok {
		return p, u, false
	}
	if p, u, ok := splitAtBracket(w, text); ok {
		return p, u, false
	}
	ts := tokens(text)
	if isUnit(w, ts) && !isPost(w, ts) {
		return "", text, false
	}
	n := postWords(w, ts)
	if n == 0 || n >= len(ts) {
		return text, "", false
	}
	head, tail := text[:ts[n-1].end], strings.TrimSpace(text[ts[n].start:])
	if strings.ContainsAny(text[ts[n-1].end:ts[n].start], "(/") {
		return text, "", false
	}
	rest := ts[n:]
	if room := roomOfSow(ts[:n]); room != "" && sow(rest[0]) {
		return head, room + " " + tail, false
	}
	if isUnit(w, rest) && !genericUnit(rest) {
		return head, tail, false
	}
	if kind := unitOfLast(ts[n-1]); kind != "" {
		return head, kind + " " + tail, true
	}
	return text, "", false
}

// roomOfSow is the room that a position before the department's name leads: Chánh Thanh tra Sở
// Nội vụ, Chánh Văn phòng Sở.
func roomOfSow(post []token) string {
	n := len(post)
	switch {
	case post[n-1].fold == "tra":
		return "Thanh tra"
	case post[n-1].fold == "phong" && n > 1 && post[n-2].fold == "van":
		return "Văn phòng"
	}
	return ""
}

// unitOfLast is the kind of unit that the last word of a position begins: Trưởng phòng Kế hoạch.
func unitOfLast(last token) string {
	switch last.fold {
	case "phong", "tp", "ptp", "pp", "p":
		return "Phòng"
	case "ban":
		return "Ban"
	case "tra":
		return "Thanh tra"
	}
	return ""
}

// splitAtBracket parts a position from the unit in brackets behind it: Lái xe (Văn phòng).
func splitAtBracket(w *words, text string) (post, unit string, ok bool) {
	m := inBrackets.FindStringSubmatch(text)
	if m == nil || !isUnit(w, tokens(m[2])) || isPost(w, tokens(m[2])) || !isPost(w, tokens(m[1])) {
		return "", "", false
	}
	return strings.TrimSpace(m[1]), strings.TrimSpace(m[2]), true
}

// postWords is how many words at the beginning are a position.
func postWords(w *words, ts []token) int {
	return max(longest(w.lead, ts, 0), longest(w.ask, ts, 0), longest(w.plain, ts, 0))
}

var inBrackets = regexp.MustCompile(`^([^()]+)\(([^()]+)\)$`)

// genericUnit says whether a text is a word for units and names none: "Thủ trưởng đơn vị".
func genericUnit(ts []token) bool {
	switch foldOf(ts) {
	case "phong ban", "cac phong", "cac phong ban", "cac don vi", "don vi truc thuoc", "cac don vi truc thuoc", "khoi van phong so", "cac phong chuyen mon", "phong chuyen mon", "cac phong nghiep vu",
		"phong ban don vi", "cac phong ban don vi", "cac phong don vi", "phong don vi":
		return true
	case "don vi", "co quan", "phong", "ban", "so", "khoi", "to", "doi", "khoa", "trung tam", "chi cuc":
		return true
	}
	return false
}

// splitAtMark cuts at the first comma or dash behind which a unit or, with the unit
// first, a post begins.
func splitAtMark(w *words, text string) (post, unit string, ok bool) {
	for i, r := range text {
		dash := (r == '-' || r == '–') && i > 0 && text[i-1] == ' '
		if r != ',' && r != ';' && r != '/' && !dash {
			continue
		}
		head, tail := strings.Trim(text[:i], " ,;-–"), strings.Trim(text[i+len(string(r)):], " ,;-–")
		if post, unit, ok = postAndUnit(w, head, tail); !ok {
			continue
		}
		if f := foldOf(tokens(tail)); post == tail && dash && (f == "ke toan" || f == "can bo") {
			return "", text, true // Phòng Tài chính - Kế toán
		}
		return post, unit, true
	}
	return "", "", false
}

// postAndUnit says which of two parts is the position and which the unit, if they are.
func postAndUnit(w *words, head, tail string) (post, unit string, ok bool) {
	ht, tt := tokens(head), tokens(tail)
	_, fold := keyOf(tt)
	switch {
	case (isUnit(w, tt) || w.short[fold] != "") && !isPost(w, tt) && !isUnit(w, ht):
		return head, tail, true
	case isUnit(w, ht) && !isPost(w, ht) && isPost(w, tt):
		return tail, head, true
	case postAlone(w, ht) && len(tt) > 0 && !isPost(w, tt):
		return head, tail, true
	}
	return "", "", false
}

// postAlone says whether a text is a position and nothing more.
func postAlone(w *words, ts []token) bool {
	n := max(postWords(w, ts), longest(w.party, ts, 0))
	return n > 0 && n == len(ts)
}

// UnitKey is how names of units are compared: short forms written out, "P." as Phòng.
func UnitKey(name string) string { return unitKeys.get(name, func() string { return unitKey(name) }) }

func unitKey(name string) string {
	w := vocabulary()
	if head, tail, cut := strings.Cut(name, ","); cut && isUnit(w, tokens(head)) && len(tokens(tail)) > 1 && sow(tokens(tail)[0]) {
		name = head // Phòng Tổ chức, Sở Nội vụ
	}
	ts := tokens(tdkt.Clean(name))
	_, fold := keyOf(ts)
	if full := w.short[fold]; full != "" {
		_, fold = keyOf(tokens(full))
		return fold
	}
	if i := ownSow(ts); i > 0 {
		_, fold = keyOf(ts[:i])
		if full := w.short[fold]; full != "" {
			_, fold = keyOf(tokens(full))
		}
	}
	if len(ts) > 1 && ts[0].fold == "p" {
		fold = "phong" + strings.TrimPrefix(fold, "p")
	}
	return strings.ReplaceAll(fold, " va ", " ")
}

// sow says whether a word is Sở, the department.
func sow(t token) bool { return t.word == wordForm("sở") }

// ownSow is where the name of a room goes on with its department, 0 for nowhere: Phòng Tổ
// chức Sở Nội vụ and Văn phòng Sở, not Phòng Sở hữu trí tuệ.
func ownSow(ts []token) int {
	for i := 1; i < len(ts); i++ {
		if !sow(ts[i]) || ts[i-1].fold == "co" || ts[i-1].fold == "tru" || ts[i-1].fold == "ban" || ts[i-1].fold == "hop" || i+1 < len(ts) && ts[i+1].fold == "huu" {
			continue
		}
		if i > 1 || ownRoom(ts[0].fold) && ts[0].fold != "phong" || len(ts[0].fold) < 4 {
			return i
		}
	}
	return 0
}

// OtherOffice is the department a unit's name belongs to where that is not the own one, ""
// for none: people of other departments stand in the province's decisions.
func OtherOffice(unit, own string) string {
	ts := tokens(unit)
	for i, t := range ts {
		if !sow(t) || i+1 >= len(ts) || i > 0 && !strings.Contains(unit[ts[i-1].end:t.start], ",") && ownSow(ts) != i {
			continue
		}
		office := unit[t.start:]
		if a, b := foldOf(tokens(office)), foldOf(tokens(own)); own == "" || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) {
			return ""
		}
		if ts[i+1].fold == "huu" {
			return ""
		}
		return office
	}
	return ""
}

// Initials are the first letters of a unit's name, without Phòng: "KHTC".
func Initials(name string) (all, short string) {
	var b strings.Builder
	ts := tokens(tdkt.Clean(name))
	for i, t := range ts {
		if t.fold == "" || t.fold == "va" {
			continue
		}
		b.WriteByte(t.fold[0])
		if i == 0 {
			short = ""
		}
	}
	all = b.String()
	if len(ts) > 0 && ts[0].fold == "phong" && len(all) > 1 {
		short = all[1:]
	}
	return all, short
}

var syllable = regexp.MustCompile(`^(?:ngh|ng|nh|ch|th|tr|kh|gh|gi|ph|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$`)

// unitCase writes a unit's name typed all in capitals as names of units are written:
// PHÒNG KẾ HOẠCH - TÀI CHÍNH is Phòng Kế hoạch - Tài chính; short forms stay.
func unitCase(text string) string {
	return unitCases.get(text, func() string { return casedUnit(text) })
}

func casedUnit(text string) string {
	if strings.ToUpper(text) != text {
		if strings.HasPrefix(text, "phòng ") {
			return capital(text)
		}
		return text
	}
	w := vocabulary()
	ts := tokens(text)
	if len(ts) < 2 || !isUnit(w, ts) {
		return text
	}
	return smallLetters(text, ts, longest(w.unitBegin, ts, 0))
}

// sentenceCase writes a heading typed all in capitals with small letters: TỔ CHỨC CÁN BỘ.
func sentenceCase(text string) string {
	if strings.ToUpper(text) != text {
		return text
	}
	return smallLetters(text, tokens(text), -1)
}

// smallLetters writes words but short forms in small letters; the first, the one at begin
// and those behind a mark begin with a capital.
func smallLetters(text string, ts []token, begin int) string {
	var b strings.Builder
	at := 0
	for i, t := range ts {
		gap := text[at:t.start]
		word := text[t.start:t.end]
		at = t.end
		b.WriteString(gap)
		switch {
		case t.number || !syllable.MatchString(t.fold):
			b.WriteString(word)
		case i == 0 || i == begin || strings.ContainsAny(gap, "-–,") || t.fold == "so":
			b.WriteString(capital(strings.ToLower(word)))
		default:
			b.WriteString(strings.ToLower(word))
		}
	}
	b.WriteString(text[at:])
	return b.String()
}

// withoutOffice is a room's name without that of its own office behind it.
func withoutOffice(unit, own string) string {
	ts := tokens(unit)
	i := ownSow(ts)
	if i == 0 || i+1 >= len(ts) || !strings.HasPrefix(foldOf(tokens(own)), foldOf(ts[i:])) {
		return unit
	}
	return strings.TrimRight(unit[:ts[i].start], " ,-–")
}

// ownOffice says whether a unit's name is that of the own office as a whole.
func ownOffice(unit, own string) bool {
	ts := tokens(unit)
	if len(ts) < 2 || !sow(ts[0]) {
		return false
	}
	a, b := foldOf(ts), foldOf(tokens(own))
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// postShort are the short forms of posts, written out to compare two of them.
var postShort = map[string]string{
	"tp": "truong phong", "ptp": "pho truong phong", "pp": "pho truong phong", "cvp": "chanh van phong", "pcvp": "pho chanh van phong", "gd": "giam doc", "pgd": "pho giam doc",
	"ctt": "chanh thanh tra", "pctt": "pho chanh thanh tra", "vp": "van phong", "cv": "chuyen vien", "cvc": "chuyen vien chinh", "p": "pho",
}

// samePost says whether two posts are one, written in short and in full or with the room
// behind; a post of the Party or of the unions beside one of the office is no other post.
func samePost(beside, column string) bool {
	w := vocabulary()
	if longest(w.party, tokens(beside), 0) > 0 {
		return true
	}
	full := func(text string) string {
		var out []string
		for _, t := range tokens(text) {
			if s := postShort[t.fold]; s != "" {
				out = append(out, s)
				continue
			}
			out = append(out, t.fold)
		}
		return strings.ReplaceAll(strings.Join(out, " "), "pho phong", "pho truong phong")
	}
	a, b := full(beside), full(column)
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}
