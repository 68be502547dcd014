package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// FoundKind is what a search found.
type FoundKind int

// What View.Find looks through, in the order of equal finds.
const (
	FoundPerson FoundKind = iota
	FoundUnit
	FoundTitle
	FoundDecision
	FoundInitiative
	FoundPlan
)

// Words is the kind as a person reads it.
func (k FoundKind) Words() string {
	return [...]string{"Cán bộ", "Đơn vị", "Danh hiệu, hình thức", "Quyết định", "Sáng kiến, đề tài", "Kế hoạch"}[k]
}

// Found is one thing of the data file that a search found.
type Found struct {
	Kind    FoundKind
	Rank    int    // how well it fits, 0 best
	Name    string // what it is called
	More    string // what tells it from others of that name
	Subject tdkt.Subject
	Year    int
	Title   string // title code
	Key     tdkt.ID
}

// Query is what a person typed to find something.
type Query struct {
	text  string
	words []string
}

// NewQuery reads what was typed; accents and case do not count.
func NewQuery(text string) Query {
	text = tdkt.Fold(text)
	return Query{text: text, words: strings.Fields(text)}
}

// NotFound is the Rank of what does not fit.
const NotFound = 6

// Rank says how well a name, its code and further words, all folded, fit: the exact
// code or name first, then names that begin so, words that follow each other so, words
// that begin so, words that hold it, and last what fits by its further words.
func (q Query) Rank(name, code, more string) int {
	switch {
	case q.text == "":
		return NotFound
	case q.text == code || q.text == name:
		return 0
	case strings.HasPrefix(name, q.text) || code != "" && strings.HasPrefix(code, q.text):
		return 1
	case strings.Contains(name, " "+q.text):
		return 2
	case q.all(func(w string) bool { return strings.HasPrefix(name, w) || strings.Contains(name, " "+w) }):
		return 3
	case q.all(func(w string) bool { return strings.Contains(name, w) }):
		return 4
	case more != "" && q.all(func(w string) bool {
		return strings.Contains(name, w) || strings.Contains(more, w) || strings.Contains(code, w)
	}):
		return 5
	}
	return NotFound
}

func (q Query) all(fits func(word string) bool) bool {
	for _, w := range q.words {
		if !fits(w) {
			return false
		}
	}
	return true
}

// indexed is something that can be found, with its texts folded.
type indexed struct {
	Found
	name, code, more string
}

// Find looks for people, units, titles, decisions, initiatives and plans by what was
// typed, best first, at most limit of them. The first call on a View folds all names
// and takes longer.
func (v *View) Find(text string, limit int) []Found {
	q := NewQuery(text)
	var ranks [NotFound][]int
	found := v.index()
	for i := range found {
		x := &found[i]
		if r := q.Rank(x.name, x.code, x.more); r < NotFound {
			ranks[r] = append(ranks[r], i)
		}
	}
	for r := range ranks { // whoever's given name it is comes before a title that begins so
		title := func(i int) bool { return r == 1 && found[i].Kind == FoundTitle }
		if r+1 < len(ranks) {
			ranks[r+1] = append(ranks[r+1], slices.DeleteFunc(slices.Clone(ranks[r]), func(i int) bool { return !title(i) })...)
		}
		ranks[r] = slices.DeleteFunc(ranks[r], title)
	}
	var out []Found
	for r, list := range ranks {
		for _, i := range list[:min(len(list), limit-len(out))] {
			f := found[i].Found
			f.Rank = r
			v.describe(&f)
			out = append(out, f)
		}
	}
	return out
}

// index makes the list of what can be found, once for a View.
func (v *View) index() []indexed {
	v.indexing.Lock()
	defer v.indexing.Unlock()
	if v.found == nil {
		x := indexer{v: v, folds: map[string]string{}}
		x.people()
		x.units()
		x.titles()
		x.decisions()
		x.initiatives()
		x.plans()
		v.found, v.lasts = x.list, v.lastAwards()
	}
	return v.found
}

// lastAwards is the newest award of each subject.
func (v *View) lastAwards() map[tdkt.Subject]tdkt.Award {
	lasts := map[tdkt.Subject]tdkt.Award{}
	for _, a := range v.Awards {
		if last, ok := lasts[a.Subject]; !a.Revoked && (!ok || a.To > last.To) {
			lasts[a.Subject] = a
		}
	}
	return lasts
}

// describe tells a person from namesakes; done for what is shown alone.
func (v *View) describe(f *Found) {
	if p, ok := v.Facts.Person(f.Subject.ID); ok && f.Kind == FoundPerson {
		f.More = v.told(p)
	}
}

// told is the room, year of birth and last title of a person.
func (v *View) told(p tdkt.Person) string {
	parts := []string{v.UnitName(p.Unit)}
	if y := max(p.BornYear, p.Born.Year()); y > 0 {
		parts = append(parts, fmt.Sprintf("sinh %d", y))
	}
	if last, ok := v.lasts[tdkt.PersonSubject(p.ID)]; ok {
		parts = append(parts, fmt.Sprintf("%s %d", v.TitleName(last.Code), last.To))
	}
	if p.End != 0 {
		parts = append(parts, "thôi việc "+p.End.String())
	}
	return strings.Join(parts, " · ")
}

// indexer gathers what can be found, in the order of equal finds.
type indexer struct {
	v     *View
	list  []indexed
	folds map[string]string // of texts that many rows share
}

// fold is tdkt.Fold for texts that come again and again.
func (x *indexer) fold(text string) string {
	f, ok := x.folds[text]
	if !ok {
		f = tdkt.Fold(text)
		x.folds[text] = f
	}
	return f
}

func (x *indexer) add(f Found, code, more string) {
	x.list = append(x.list, x.one(f, code, more))
}

func (x *indexer) one(f Found, code, more string) indexed {
	return indexed{Found: f, name: x.fold(f.Name), code: tdkt.Fold(code), more: more}
}

func (x *indexer) people() {
	for _, p := range x.v.People {
		x.list = append(x.list, x.person(p))
	}
}

func (x *indexer) person(p tdkt.Person) indexed {
	f := Found{Kind: FoundPerson, Name: p.Name, Subject: tdkt.PersonSubject(p.ID)}
	return x.one(f, p.Code, fmt.Sprint(x.fold(x.v.UnitName(p.Unit)), " ", max(p.BornYear, p.Born.Year())))
}

func (x *indexer) units() {
	for _, u := range x.v.Units {
		x.add(Found{Kind: FoundUnit, Name: u.Name, More: x.v.UnitName(u.Parent), Subject: tdkt.UnitSubject(u.ID)}, u.Code, "")
	}
}

func (x *indexer) titles() {
	for _, c := range x.v.Rules.Codes() {
		for _, kind := range c.Kinds {
			x.add(Found{Kind: FoundTitle, Name: c.Name, More: kind.Words(), Title: c.Code, Subject: tdkt.Subject{Kind: kind}}, c.Short, x.fold(c.Code))
		}
	}
}

// decisions lists each decision on awards once, the newest first.
func (x *indexer) decisions() {
	type key struct {
		number string
		date   tdkt.Day
	}
	awards := map[key][]tdkt.Award{}
	for _, a := range x.v.Awards {
		if a.Decision != "" {
			k := key{a.Decision, a.Date}
			awards[k] = append(awards[k], a)
		}
	}
	var keys []key
	for k := range awards {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Or(cmp.Compare(b.date, a.date), cmp.Compare(a.number, b.number)) })
	for _, k := range keys {
		first := awards[k][0]
		more := fmt.Sprintf("%s, %d trường hợp", x.v.TitleName(first.Code), len(awards[k]))
		if k.date != 0 {
			more = "ngày " + k.date.String() + " · " + more
		}
		f := Found{Kind: FoundDecision, Name: k.number, More: more, Subject: first.Subject, Year: first.To, Title: first.Code}
		x.add(f, "", tdkt.Fold(more))
	}
}

// initiatives lists each initiative once, with its authors.
func (x *indexer) initiatives() {
	type key struct {
		title string
		year  int
	}
	at := map[key]int{}
	for _, i := range x.v.Initiatives {
		author := x.v.Facts.NameOf(tdkt.PersonSubject(i.Person))
		k := key{i.Title, i.Year}
		if n, ok := at[k]; ok {
			x.list[n].More += ", " + author
			x.list[n].more += " " + x.fold(author)
			continue
		}
		at[k] = len(x.list)
		f := Found{Kind: FoundInitiative, Name: i.Title, More: fmt.Sprintf("năm %d · %s", i.Year, author), Year: i.Year, Key: i.ID, Subject: tdkt.PersonSubject(i.Person)}
		x.add(f, "", x.fold(author)+" "+tdkt.Fold(i.Decision))
	}
}

func (x *indexer) plans() {
	for _, p := range x.v.Plans {
		number := strings.Trim(p.Number+"/"+p.Symbol, "/")
		x.add(Found{Kind: FoundPlan, Name: p.Title, More: strings.Trim(fmt.Sprintf("năm %d · %s", p.Year, number), " ·"), Year: p.Year, Key: p.ID}, number, "")
	}
}
