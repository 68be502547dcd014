package locals

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// draft is the province's regulation while it is being written.
type draft struct {
	view *view.View
	reg  law.Regulation
}

// valueRow is one of the values that the statute leaves to the province.
type valueRow struct {
	view.LocalPlace
	value, clause string
}

func (r valueRow) key() string { return r.Key }

// values lists what the statute of the draft's first year leaves to the province, with what
// the draft says of it.
func (d *draft) values() []valueRow {
	places, err := d.view.LocalPlaces(d.reg.FirstYear)
	if err != nil {
		return nil
	}
	var out []valueRow
	for _, p := range places {
		if p.Kind == "" {
			continue
		}
		r := valueRow{LocalPlace: p}
		for _, v := range d.reg.Values {
			if v.Key == p.Key {
				r.value, r.clause = v.Value, v.Clause
			}
		}
		out = append(out, r)
	}
	return out
}

// setValue changes a value or its clause; a value that cannot be read is refused.
func (d *draft) setValue(key law.LocalKey, value, clause string) error {
	value, clause = tdkt.Clean(value), tdkt.Clean(clause)
	at := slices.IndexFunc(d.reg.Values, func(v law.RegValue) bool { return v.Key == key.Key })
	if value == "" {
		if at >= 0 {
			d.reg.Values = slices.Delete(d.reg.Values, at, at+1)
		}
		return nil
	}
	if problem := key.LocalProblem(value); problem != "" {
		return tdkt.Errorf(tdkt.Invalid, "%s.", upper(problem))
	}
	v := law.RegValue{Key: key.Key, Value: value, Clause: clause}
	if at >= 0 {
		d.reg.Values[at] = v
	} else {
		d.reg.Values = append(d.reg.Values, v)
	}
	return nil
}

func upper(words string) string {
	r := []rune(words)
	if len(r) == 0 {
		return words
	}
	return strings.ToUpper(string(r[0])) + string(r[1:])
}

// needRow is a need the draft adds.
type needRow struct {
	at int
	law.RegNeed
	title string
	ask   law.Ask
}

func (r needRow) key() string { return strconv.Itoa(r.at) }

func (r needRow) name() string { return r.title + " (" + r.For + ")" }

func (d *draft) needs() []needRow {
	var out []needRow
	for i, n := range d.reg.Needs {
		r := needRow{at: i, RegNeed: n, title: d.view.TitleName(n.Title)}
		r.ask, _ = d.view.Ask(n.Ask)
		out = append(out, r)
	}
	return out
}

// setNeed changes one cell of a need: 2 value, 3 words, 4 clause.
func (d *draft) setNeed(r needRow, column int, text string) error {
	n := &d.reg.Needs[r.at]
	switch column {
	case needValue:
		if problem := r.ask.Problem(text); problem != "" {
			return tdkt.Errorf(tdkt.Invalid, "%s.", upper(problem))
		}
		n.Value = text
	case needWhy:
		n.Why = text
	case needClause:
		n.Clause = text
	}
	return nil
}

// aims are the titles a need may be added to, in words and as they are kept.
type aim struct {
	word, code string
	kind       tdkt.SubjectKind
}

func (d *draft) aims() []aim {
	g, err := d.view.Rules.Criteria(d.reg.FirstYear)
	if err != nil {
		return nil
	}
	var out []aim
	for _, t := range g.Titles {
		out = append(out, aim{fmt.Sprintf("%s (%s)", t.Name, law.KindWord(t.Kind)), t.Code, t.Kind})
	}
	return out
}

// restRow is one of the draft's days, papers, levels and names.
type restRow struct {
	at                  int
	part                string
	what, value, clause string
}

func (r restRow) key() string { return fmt.Sprint(r.part, r.at) }

// rest lists the days, papers, levels and names.
func (d *draft) rest() []restRow {
	var out []restRow
	for i, x := range d.reg.Deadlines {
		out = append(out, restRow{i, wordDeadline, x.Name, dayWord(x), x.Clause})
	}
	for i, x := range d.reg.Papers {
		out = append(out, restRow{i, wordPaperOf, x.Name, d.words(x.For), x.Clause})
	}
	for i, x := range d.reg.Decides {
		out = append(out, restRow{i, wordLevelOf, d.words([]string{x.Title}), x.Level, x.Clause})
	}
	for i, x := range d.reg.Addresses {
		out = append(out, restRow{i, wordAddress, x.Of, x.Value, x.Clause})
	}
	return out
}

// daysBefore is how a day that hangs on a round is written: “10 ngày trước: chuyên đề, phong trào”.
var daysBefore = regexp.MustCompile(`^(\d+) ngày trước(?:: *(.+))?$`)

func dayWord(x law.RegDeadline) string {
	if x.Day != "" || x.Before == 0 {
		return x.Day
	}
	words := fmt.Sprintf("%d ngày trước", x.Before)
	if len(x.Rounds) > 0 {
		words += ": " + strings.Join(x.Rounds, ", ")
	}
	return words
}

func readDay(x *law.RegDeadline, text string) {
	x.Day, x.Before, x.Rounds = text, 0, nil
	if m := daysBefore.FindStringSubmatch(text); m != nil {
		x.Day = ""
		x.Before, _ = strconv.Atoi(m[1])
		if m[2] != "" {
			x.Rounds = splitWords(m[2])
		}
	}
}

func splitWords(text string) []string {
	var out []string
	for _, w := range strings.Split(text, ",") {
		if w = tdkt.Clean(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// setRest changes one line of the rest.
func (d *draft) setRest(r restRow) error {
	switch r.part {
	case wordDeadline:
		x := &d.reg.Deadlines[r.at]
		x.Name, x.Clause = r.what, r.clause
		readDay(x, r.value)
	case wordPaperOf:
		d.reg.Papers[r.at] = law.RegPaper{Name: r.what, For: d.codes(r.value), Clause: r.clause}
	case wordLevelOf:
		d.reg.Decides[r.at] = law.RegDecides{Title: strings.Join(d.codes(r.what), ", "), Level: r.value, Clause: r.clause}
	case wordAddress:
		d.reg.Addresses[r.at] = law.RegAddress{Of: r.what, Value: r.value, Clause: r.clause}
	}
	return nil
}

// addRest begins a line of the rest.
func (d *draft) addRest(part string) {
	switch part {
	case wordDeadline:
		d.reg.Deadlines = append(d.reg.Deadlines, law.RegDeadline{Name: textNewDeadline, Day: textNewDay})
	case wordPaperOf:
		d.reg.Papers = append(d.reg.Papers, law.RegPaper{Name: textNewPaper, For: []string{d.firstTitle()}})
	case wordLevelOf:
		d.reg.Decides = append(d.reg.Decides, law.RegDecides{Title: d.firstTitle(), Level: law.Levels()[0]})
	case wordAddress:
		d.reg.Addresses = append(d.reg.Addresses, law.RegAddress{Of: law.AddressOfDossiers, Value: textNewAddress})
	}
}

// dropRest takes a line of the rest away.
func (d *draft) dropRest(r restRow) {
	switch r.part {
	case wordDeadline:
		d.reg.Deadlines = slices.Delete(d.reg.Deadlines, r.at, r.at+1)
	case wordPaperOf:
		d.reg.Papers = slices.Delete(d.reg.Papers, r.at, r.at+1)
	case wordLevelOf:
		d.reg.Decides = slices.Delete(d.reg.Decides, r.at, r.at+1)
	case wordAddress:
		d.reg.Addresses = slices.Delete(d.reg.Addresses, r.at, r.at+1)
	}
}

// firstTitle is the code a new line begins with: people write theirs over it.
func (d *draft) firstTitle() string {
	if aims := d.aims(); len(aims) > 0 {
		return aims[0].code
	}
	return ""
}

// words are titles by their short names, as people read them.
func (d *draft) words(codes []string) string {
	var out []string
	for _, c := range codes {
		if info, ok := d.view.Rules.Code(c); ok {
			c = info.Short
		}
		out = append(out, c)
	}
	return strings.Join(out, ", ")
}

// codes are the titles that names mean; a name that means none stays, to be refused with it.
func (d *draft) codes(words string) []string {
	all := d.view.Rules.Codes()
	var out []string
	for _, w := range splitWords(words) {
		at := slices.IndexFunc(all, func(c law.CodeInfo) bool {
			return tdkt.Fold(c.Short) == tdkt.Fold(w) || tdkt.Fold(c.Name) == tdkt.Fold(w) || tdkt.Fold(c.Code) == tdkt.Fold(w)
		})
		if at >= 0 {
			w = all[at].Code
		}
		out = append(out, w)
	}
	return out
}
