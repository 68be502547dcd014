package awards

import (
	"fmt"
	"slices"

	"tdkt/internal/gui/desk"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// finding is one line of the reasons: a need, or the heading of an alternative.
type finding struct {
	reason
	verdict string // of a heading: what its needs come to
}

func (f finding) heading() bool { return f.verdict != "" }

func (f finding) key() string {
	if f.heading() {
		return f.way
	}
	return fmt.Sprint(f.number)
}

// findings lists the reasons with a heading before each alternative.
func findings(res law.Result, list []reason) []finding {
	var out []finding
	for _, r := range list {
		if r.way != "" {
			out = append(out, finding{reason: reason{way: r.way}, verdict: capital(law.AnswerName(res.Verdict(r.way)))})
		}
		out = append(out, finding{reason: r})
	}
	return out
}

// remarks are what must be known beside the answer, a line each.
func remarks(res law.Result) []string {
	var out []string
	for _, n := range res.Notes {
		out = append(out, wordRemark+": "+n.String())
	}
	return out
}

func (f finding) seen() string {
	if f.heading() {
		return ""
	}
	if f.Seen == "" {
		return textNotSeen
	}
	return f.Seen
}

func (f finding) cited() string {
	if f.heading() {
		return ""
	}
	return f.Cite + law.MarkName(f.Mark)
}

// link is a place to go from a finding, with the words of the choice.
type link struct {
	words string
	place desk.Place
}

// missingLinks are the places where what a finding lacks is entered.
func missingLinks(f finding) []link {
	var out []link
	for _, m := range f.Missing {
		out = append(out, link{m.Text, desk.PlaceOfMissing(m)})
	}
	return out
}

// deed is a word on a button and what it does.
type deed struct {
	words string
	do    func()
}

// mostLinks is how many places stand beside a finding, each under its own word; where
// there are more, one button asks which.
const mostLinks = 2

// enterLinks are the places where what a finding lacks is entered, one click away.
func (t *Tab) enterLinks(f finding) []deed {
	if len(f.Missing) == 0 || f.Missing[0].Noun == tdkt.NounTick {
		return nil
	}
	if len(f.Missing) > mostLinks {
		return []deed{{wordEnter, t.goMissing}}
	}
	out := make([]deed, len(f.Missing))
	for i, m := range f.Missing {
		what := m.Noun.Words()
		if m.Noun == tdkt.NounYear {
			what = m.Book.Words()
		}
		out[i] = deed{capital(what) + wordGoTo, func() { t.desk.Open(desk.PlaceOfMissing(m)) }}
	}
	return out
}

// rowLinks are the records behind a finding, each place once.
func (t *Tab) rowLinks(f finding) []link {
	var out []link
	for _, r := range f.Rows {
		l := link{t.rowWords(r), desk.PlaceOfRow(r)}
		if !slices.ContainsFunc(out, func(o link) bool { return o.words == l.words }) {
			out = append(out, l)
		}
	}
	return out
}

// rowWords names a record in a list of several.
func (t *Tab) rowWords(r law.Row) string {
	words := capital(r.Noun.Words())
	if r.Year != 0 {
		words += fmt.Sprintf(textInYear, r.Year)
	}
	if name := t.page.view.Facts.NameOf(r.Subject); name != "" {
		words += fmt.Sprintf(textOfWhom, name)
	}
	return words
}

// goBehind opens the record behind the reason at the cursor, asking which of several.
func (t *Tab) goBehind() {
	f, ok := t.findings.Current()
	if !ok || len(f.Rows) == 0 {
		t.desk.UI.Notice(textNoBehind)
		return
	}
	t.follow(wordBehind, t.rowLinks(f))
}

// goMissing opens the place where what the reason at the cursor lacks is entered.
func (t *Tab) goMissing() {
	f, ok := t.findings.Current()
	if !ok || len(f.Missing) == 0 {
		t.desk.UI.Notice(textNoMissing)
		return
	}
	if m := f.Missing[0]; m.Noun == tdkt.NounTick {
		t.needs.SelectKey(m.Title + " " + m.Need)
		t.findings.Focus()
		return
	}
	t.follow(wordEnter, missingLinks(f))
}

// follow goes to the only place there is, or asks which.
func (t *Tab) follow(title string, links []link) {
	if len(links) == 1 {
		t.desk.Open(links[0].place)
		return
	}
	words := make([]string, len(links))
	for i, l := range links {
		words[i] = l.words
	}
	t.desk.UI.Choice(title, textWhich, words, func(i int) { t.desk.Open(links[i].place) })
}
