package plantext

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// Next is a year's plan made from the one before, with all that a person should see
// before it is written.
type Next struct {
	Plan    tdkt.Plan // without a key, number and day
	Changes []Change  // every text that changed
	Look    []Change  // texts that still speak of the old year; After is as Before
}

// Change is one text of a plan before and after, and where it stands.
type Change struct {
	Where, Before, After string
}

// Roll makes the plan of the year after p's: "năm 2023" becomes "năm 2024" throughout.
// The bases stay word for word, since a document of last year is not this year's; those
// dated in the old year, anniversaries and other mentions of it are pointed out.
func Roll(p tdkt.Plan) Next {
	r := &roller{from: p.Year}
	n := p
	n.ID, n.Number, n.Date = "", "", 0
	n.Year = p.Year + 1
	n.DateText = fmt.Sprintf("tháng 01 năm %d", n.Year)
	n.Title = r.text("Tên kế hoạch", p.Title)
	n.Bases = slices.Clone(p.Bases)
	for _, b := range n.Bases {
		r.look("Căn cứ", b.Text)
	}
	n.Preamble = r.texts("Mở đầu", p.Preamble)
	n.Sections = r.sections("", p.Sections)
	n.Closing = r.text("Kết thúc", p.Closing)
	n.Recipients = slices.Clone(p.Recipients)
	return Next{Plan: n, Changes: r.changes, Look: r.doubts}
}

// RollText writes the year after in a text: "năm 2023" becomes "năm 2024".
func RollText(s string, year int) string {
	return spokenYear.ReplaceAllStringFunc(s, func(found string) string {
		word, digits, _ := strings.Cut(found, " ")
		if digits != strconv.Itoa(year) {
			return found
		}
		return word + " " + strconv.Itoa(year+1)
	})
}

// spokenYear is a year in running text.
var spokenYear = regexp.MustCompile(`(?i)năm \d{4}\b`)

// roller moves texts on by a year and keeps what it did.
type roller struct {
	from    int
	changes []Change
	doubts  []Change
}

// anniversary is a count of years that grows by itself.
var anniversary = regexp.MustCompile(`(?i)kỷ niệm (lần thứ )?\d+`)

func (r *roller) text(where, s string) string {
	after := RollText(s, r.from)
	if after != s {
		r.changes = append(r.changes, Change{Where: where, Before: s, After: after})
	}
	r.look(where, after)
	return after
}

// look points a text out that speaks of the old year in another way.
func (r *roller) look(where, s string) {
	if strings.Contains(s, fmt.Sprint(r.from)) || anniversary.MatchString(s) {
		r.doubts = append(r.doubts, Change{Where: where, Before: s, After: s})
	}
}

func (r *roller) texts(where string, list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = r.text(where, s)
	}
	return out
}

func (r *roller) sections(above string, list []tdkt.Section) []tdkt.Section {
	out := make([]tdkt.Section, len(list))
	for i, s := range list {
		path := Path(above, s.Mark)
		where := "Mục " + path
		s.Heading, s.Body = r.text(where, s.Heading), r.texts(where, s.Body)
		s.Children = r.sections(path, s.Children)
		out[i] = s
	}
	return out
}

// Path is a section's marks from the top: II.3; a dash adds nothing of its own.
func Path(above, mark string) string {
	mark = strings.TrimSuffix(mark, ")")
	switch {
	case mark == "" || mark == dash || mark == plus:
		return above
	case above == "":
		return mark
	}
	return above + "." + mark
}
