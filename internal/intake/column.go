package intake

import (
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// column is one column of a table and what it was taken for.
type column struct {
	number int
	text   string // of its header, lines parted by " / "
	field  string
	year   int        // the header names a year: ratings or awards of it
	title  Award      // the header names a title: x marks who has it
	level  tdkt.Level // the header is a level: x marks who was rated so
	mode   string     // of a title column: "award", "proposal", "pledge"
	asked  bool       // told by what it holds, not by its header
}

// readHeader says what the columns of the header mean.
func (b *block) readHeader() []column {
	var out []column
	right := b.right
	for col := b.right + 1; b.last > b.top && col <= b.right+12; col++ {
		if b.own(b.top, col) != nil || b.own(b.last, col) == nil {
			break
		}
		right = col
	}
	b.right = right
	for col := b.left; col <= right; col++ {
		var parts []string
		for row := b.top; row <= b.last; row++ {
			if t := b.text(row, col); t != "" && !slices.Contains(parts, t) {
				parts = append(parts, t)
			}
		}
		if b.last > b.top && b.own(b.top, col) == nil && len(parts) == 1 && b.own(b.last, col) != nil {
			if up := b.parentOf(col); up != "" && up != parts[0] {
				parts = append([]string{up}, parts...)
			}
		}
		if len(parts) == 0 {
			continue
		}
		c := column{number: col, text: strings.Join(parts, " / ")}
		c.read(parts)
		if (c.field == "" || c.field == "known") && periodHead(parts) {
			c.field = "month"
		}
		out = append(out, c)
	}
	b.familyBeside(out)
	settleNames(b, out)
	settleBirth(out)
	b.partsBeside(out)
	b.byContent(out)
	onlyOnce(out)
	return out
}

// parentOf is the header to the left that a second line without a merged area belongs to.
func (b *block) parentOf(col int) string {
	for c := col; c >= b.left; c-- {
		if t := b.text(b.top, c); t != "" {
			return t
		}
	}
	return ""
}

// read finds the meaning of a header from its lines, the lowest first.
func (c *column) read(parts []string) {
	leaf, up := parts[len(parts)-1], ""
	if len(parts) > 1 {
		up = strings.Join(parts[:len(parts)-1], " ")
	}
	above := headerField(up)
	c.mode = modeOf(above, up)
	_, fold := keyOf(tokens(leaf))
	if c.underParent(above, fold, leaf) {
		return
	}
	f := headerField(leaf)
	if above == "known" && f != "" { // Tự đánh giá / Điểm
		c.field = "known"
		return
	}
	year := YearOf(leaf)
	if year == 0 && (above == "rating" || above == "year" || above == "" || above == "award") && yearly(f) {
		year = YearOf(up)
	}
	if year != 0 && (f == "year" || f == "") {
		rest := headerField(strings.TrimSpace(oneYear.ReplaceAllString(leaf, "")))
		if rest != "" && rest != "year" {
			f = rest
		}
	}
	if l := levelWord(leaf); l != "" && (above == "rating" || f == "" || f == "rating") {
		c.field, c.level, c.year = "levelx", l, year
		return
	}
	switch {
	case year != 0 && (f == "" && above == "rating"):
		c.field, c.year = "rating", year
	case year != 0 && (f == "rating" || f == "points" || f == "award"):
		c.field, c.year = f, year
	case f == "" && titleOnly(leaf) || (f == "award" || f == "rating" || f == "proposal" || f == "pledge") && titleInHeader(leaf):
		list, _ := ReadAwards(leaf)
		c.field, c.title, c.year = "title", list[0], list[0].From
	case f != "":
		c.field = f
	case up != "":
		if c.field = headerField(up + " " + leaf); c.field == "" {
			c.field = above
		}
	}
}

// yearly says whether a field may be of the year that its upper header names.
func yearly(field string) bool {
	switch field {
	case "rating", "points", "award", "proposal", "pledge", "":
		return true
	}
	return false
}

// levelWord is the level that a header of two letters or more names, "" for none.
func levelWord(text string) tdkt.Level {
	r, ok := ratingOf(vocabulary(), tokens(text))
	if !ok || r.Doubt != "" || len(text) < 2 || len(text) > 60 {
		return ""
	}
	return r.Level
}

// titleInHeader: the header is a title itself ("Bằng khen UBND tỉnh"), not a word for titles.
func titleInHeader(leaf string) bool {
	w := vocabulary()
	key, _ := keyOf(tokens(leaf))
	if _, ok := w.exact[key]; ok {
		return false
	}
	ts := tokens(leaf)
	found := mentions(w, ts)
	return len(found) == 1 && found[0].from == 0
}

// underParent reads second lines that mean something only under the first.
func (c *column) underParent(above, fold, leaf string) bool {
	year := bareYear(leaf)
	switch {
	case above == "birth" && fold == "nam" && leaf != "" && wordForm(tdkt.Clean(leaf)) == "nam":
		c.field = "birthmale"
	case above == "birth" && fold == "nu":
		c.field = "birthfemale"
	case above == "birth" && birthPart(tokens(leaf)) != "":
		c.field = birthPart(tokens(leaf))
	case above == "sex" && fold == "nam":
		c.field = "sexmale"
	case above == "sex" && fold == "nu":
		c.field = "sexfemale"
	case (above == "decision" || above == "award") && (fold == "so" || fold == "so qd"):
		c.field = "decision"
	case above == "decision" && strings.HasPrefix(fold, "ngay"):
		c.field = "decisiondate"
	case year != 0:
		c.year, c.field = year, above
		if above != "award" && above != "points" && above != "pledge" && above != "proposal" && above != "rating" {
			c.field = "ofyear"
		}
	default:
		return false
	}
	return true
}

func modeOf(field, text string) string {
	switch folded := tdkt.Fold(text); {
	case field == "proposal" || strings.Contains(folded, "de nghi") || strings.Contains(folded, "de xuat"):
		return "proposal"
	case field == "pledge" || strings.Contains(folded, "dang ky"):
		return "pledge"
	}
	return ""
}

// familyBeside finds the family names in a column without a known header left of one whose
// names are of one word.
func (b *block) familyBeside(cs []column) {
	for i := 1; i < len(cs); i++ {
		if cs[i].field != "name" || cs[i-1].field != "" {
			continue
		}
		words, families, n := 0, 0, 0
		for _, row := range b.rows {
			given, family := tokens(b.text(row, cs[i].number)), tokens(b.text(row, cs[i-1].number))
			if row <= b.last || len(given) == 0 || n >= inferRows {
				continue
			}
			n++
			words += len(given)
			if len(family) > 0 && (vocabulary().family[family[0].word] || vocabulary().familyFold[family[0].fold]) {
				families++
			}
		}
		if n >= inferCells && words == n && families*5 >= n*inferMost {
			cs[i-1].field, cs[i].field = "family", "given"
		}
		return
	}
}

// settleNames reads "Họ và tên" over two columns, and "Họ" beside "Tên", as two parts.
func settleNames(b *block, cs []column) {
	family, names := -1, []int{}
	for i, c := range cs {
		switch c.field {
		case "family":
			family = i
		case "name":
			names = append(names, i)
		}
	}
	if family >= 0 && len(names) > 0 {
		i := names[0]
		if _, fold := keyOf(tokens(lastPart(cs[i].text))); fold == "ten" {
			cs[i].field = "given"
		} else {
			cs[family].field = ""
		}
		return
	}
	if family >= 0 {
		cs[family].field = "name"
		return
	}
	if len(names) >= 2 && names[1] == names[0]+1 {
		l, r := cs[names[0]], cs[names[1]]
		if b.shown[place{b.top, r.number}] == (place{b.top, l.number}) && b.own(b.last, r.number) == nil {
			cs[names[0]].field, cs[names[1]].field = "family", "given"
		}
	}
}

func lastPart(text string) string {
	parts := strings.Split(text, " / ")
	return parts[len(parts)-1]
}

// partsBeside reads Ngày, Tháng, Năm side by side, each its own header, as a birth where
// there is no other and the years are such.
func (b *block) partsBeside(cs []column) {
	for _, c := range cs {
		if strings.HasPrefix(c.field, "birth") || c.field == "age" {
			return
		}
	}
	for i := 0; i+2 < len(cs); i++ {
		if birthPart(tokens(cs[i].text)) != "birthday" || birthPart(tokens(cs[i+1].text)) != "birthmonth" || birthPart(tokens(cs[i+2].text)) != "birthyear" {
			continue
		}
		for row := b.last + 1; row <= b.last+inferRows; row++ {
			if y := bareYear(b.text(row, cs[i+2].number)); y > defaultYear-youngest {
				return
			}
		}
		cs[i].field, cs[i+1].field, cs[i+2].field = "birthday", "birthmonth", "birthyear"
		return
	}
}

// settleBirth: Nam and Nữ beside a birth date, each with its own header, stay sexes; Năm
// beside Ngày and Tháng under one header is the year of birth.
func settleBirth(cs []column) {
	day := slices.ContainsFunc(cs, func(c column) bool { return c.field == "birthday" || c.field == "birthmonth" })
	for i := range cs {
		if day && cs[i].field == "birthmale" {
			cs[i].field = "birthyear" // "Nam" typed for Năm
		}
	}
}

// onlyOnce keeps the first of two columns for what a row has once.
func onlyOnce(cs []column) {
	seen := map[string]bool{}
	for i := range cs {
		switch f := cs[i].field; f {
		case "number", "code", "name", "family", "given", "subject", "unitname", "birth", "sex", "cccd", "unit", "position", "postunit", "employment",
			"leader", "age", "start", "end", "fromyear", "toyear", "fromday", "today", "birthday", "birthmonth", "birthyear", "sexmale", "sexfemale", "birthmale", "birthfemale", "unitcode":
			if seen[f] {
				cs[i].field = ""
			}
			seen[f] = true
		}
	}
}
