package law

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"tdkt/internal/tdkt"
)

// Remark (lưu ý) is something a reader of an answer must know. It decides nothing.
type Remark struct {
	ID   string `json:"id"`
	Text string `json:"text"` // one sentence
	Cite string `json:"cite,omitempty"`
	Mark string `json:"mark,omitempty"`
	// Own: about facts of the subject, not said of everybody; awards set aside are not among them.
	Own bool `json:"-"`
}

// String writes a note with its article.
func (n Remark) String() string {
	if n.Cite == "" {
		return n.Text
	}
	return fmt.Sprintf("%s [%s]%s", n.Text, n.Cite, MarkName(n.Mark))
}

// remark is one as a regime file writes it. Its verb says what it looks for.
type remark struct {
	ID     string
	Verb   string
	Kind   string   // person or unit, "" for both
	Titles []string // codes, none for all
	Since  int      // first year, 0: the file's first
	Until  int      // last year, 0: the file's last
	From   date     // first day, zero: the file's first
	N      int
	Except []string
	Why    string // what follows from it
	Cite   string // "" where the law is silent
	Mark   string
}

// noting is one way of looking for what must be said: the sentences about a judged title,
// without what follows from them. None: there is nothing to say.
type noting func(j *judging, t *Title, n *remark) []string

// noteAlways is said of every answer that is not a no.
const noteAlways = "always"

// notings are all the verbs of notes.
var notings = sync.OnceValue(func() map[string]noting {
	return map[string]noting{
		"discipline":        noteDiscipline,
		"discipline-after":  noteDisciplineAfter,
		"discipline-since":  noteDisciplineSince,
		"leave":             noteLeave,
		"moved":             noteMoved,
		"initiative-after":  noteInitiativeAfter,
		"initiative-twice":  noteInitiativeTwice,
		"two-laws":          noteTwoLaws,
		"decided-later":     noteDecidedLater,
		"manner-not-stated": noteMannerNotStated,
		"merged":            noteMerged,
		noteAlways:          func(*judging, *Title, *remark) []string { return []string{""} },
	}
})

func (b *builder) note(n remark) error {
	_, known := notings()[n.Verb]
	switch {
	case n.ID == "" || n.Why == "" || !strings.HasSuffix(n.Why, "."):
		return errors.New("id and why must be given, why a sentence")
	case !known:
		return fmt.Errorf("verb %q is unknown", n.Verb)
	case n.Kind != "" && n.Kind != string(tdkt.APerson) && n.Kind != string(tdkt.AUnit):
		return fmt.Errorf("kind %q is unknown", n.Kind)
	}
	if _, err := b.places(n.Titles); err != nil {
		return err
	}
	if n.Cite == "" {
		b.g.notes = append(b.g.notes, n)
		return nil
	}
	from, till := max(n.From.Day, tdkt.LastDay(max(b.g.From, n.Since))), tdkt.Day(0)
	if last := n.Until; last != 0 || b.g.Till != 0 {
		if last == 0 || b.g.Till != 0 && b.g.Till < last {
			last = b.g.Till
		}
		till = tdkt.LastDay(last)
	}
	words, err := b.r.clause(b.sources, n.Cite, n.Mark, from, till)
	n.Cite = words
	b.g.notes = append(b.g.notes, n)
	return err
}

// NoteIDs lists the notes that may stand beside an answer of the regime, awards set aside
// among them, in the order of its file.
func (g *Regime) NoteIDs() []string {
	var out []string
	for _, n := range g.notes {
		out = append(out, n.ID)
	}
	for _, o := range g.asides {
		out = append(out, o.ID)
	}
	return out
}

// asked says whether the note looks at a title of a year on a day.
func (n *remark) asked(t *Title, year int, on tdkt.Day) bool {
	return (n.Kind == "" || n.Kind == string(t.Kind)) && (len(n.Titles) == 0 || slices.Contains(n.Titles, t.Code)) &&
		(n.Since == 0 || n.Since <= year) && (n.Until == 0 || year <= n.Until) && n.From.Day <= on
}

// notes lists what must be said of a judged title; the notes of the file are of people and
// of collectives.
func (j *judging) notes(g *Regime, t *Title, answer Answer) []Remark {
	var out []Remark
	for i := range g.notes {
		n := &g.notes[i]
		if j.facts.subjects[j.sub].household || !n.asked(t, j.year, j.on) || n.Verb == noteAlways && answer == No {
			continue
		}
		for _, seen := range notings()[n.Verb](j, t, n) {
			text := n.Why
			if seen != "" {
				text = capital(seen) + ": " + uncapital(n.Why)
			}
			out = append(out, Remark{ID: n.ID, Text: text, Cite: n.Cite, Mark: n.Mark, Own: seen != ""})
		}
	}
	out = append(out, j.setAside(g, t)...)
	if g.Note != "" {
		out = append(out, Remark{ID: "chua-doi-chieu", Text: g.Note + "."})
	}
	return out
}

// setAside tells the awards counted although a rule sets their loại hình aside.
func (j *judging) setAside(g *Regime, t *Title) []Remark {
	var out []Remark
	for _, code := range t.bases() {
		for _, x := range j.facts.ofCode(j.sub, code) {
			a := &j.facts.Snapshot.Awards[x.row]
			o, no := g.noBasis(a.Manner, j.rules.codes[j.rules.place[t.Code]].Level, j.on)
			if no && int(x.to) <= j.year {
				text := fmt.Sprintf("%s %s là khen %s: %s", j.rules.short(int(x.own)), x.period(), a.Manner, uncapital(o.Why))
				out = append(out, Remark{ID: o.ID, Text: text, Cite: o.Cite, Mark: o.Mark})
			}
		}
	}
	return out
}

func capital(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

// uncapital lets a sentence follow a colon, but for one that begins with a name.
func uncapital(s string) string {
	r := []rune(s)
	if len(r) > 1 && strings.ToUpper(string(r[1:2])) == string(r[1:2]) && string(r[1:2]) != " " {
		return s
	}
	return strings.ToLower(string(r[:1])) + string(r[1:])
}

// disciplines writes the decisions against the person that a question keeps.
func (j *judging) disciplineWords(keep func(tdkt.Day) bool) []string {
	var out []string
	for _, d := range j.facts.disciplines.of(j.sub) {
		if keep(d.date) {
			x := &j.facts.Snapshot.Disciplines[d.row]
			out = append(out, fmt.Sprintf("bị %s%s%s", x.Form, dated(x.Date), decided(x.Decision, 0)))
		}
	}
	return out
}

func noteDiscipline(j *judging, _ *Title, _ *remark) []string {
	return j.disciplineWords(func(d tdkt.Day) bool { return d.Year() == j.year })
}

func noteDisciplineAfter(j *judging, _ *Title, _ *remark) []string {
	return j.disciplineWords(func(d tdkt.Day) bool { return d.Year() == j.year+1 })
}

// noteDisciplineSince tells of decisions in the years that a title looks back on.
func noteDisciplineSince(j *judging, t *Title, _ *remark) []string {
	first := j.year
	for _, n := range t.all() {
		first = min(first, j.year+n.From)
		if n.Verb == "since" {
			for _, x := range j.bases(j.sub, n.code) {
				if int(x.to) < j.year {
					first = min(first, int(x.to)+1)
				}
			}
		}
	}
	return j.disciplineWords(func(d tdkt.Day) bool { return d.Year() >= first && d.Year() < j.year })
}

func noteLeave(j *judging, _ *Title, n *remark) []string {
	list := j.leaves(&need{Except: n.Except})
	if len(list) == 0 {
		return nil
	}
	days := workingDays(j.year, spansOf(list))
	if days < n.N {
		return nil
	}
	return []string{fmt.Sprintf("nghỉ %d ngày làm việc trong năm %d (%s)", days, j.year, leaveWords(list))}
}

// noteMoved tells of a change of units in the year after n months or more in the old one.
func noteMoved(j *judging, _ *Title, n *remark) []string {
	var out []string
	posts := slices.Clone(j.facts.posts.of(j.sub)) // latest first
	for i := len(posts) - 1; i > 0; i-- {
		old, next := posts[i], posts[i-1]
		if next.From.Year() != j.year || old.Unit == next.Unit || old.Unit == "" {
			continue
		}
		from := max(old.From, tdkt.FirstDay(j.year))
		if to := old.To; to == 0 || to >= next.From {
			old.To = next.From.Prev()
		}
		if from.AddMonths(n.N) > old.To.Next() {
			continue
		}
		out = append(out, fmt.Sprintf("chuyển từ %s sang %s ngày %s", j.unitName(old.Unit), j.unitName(next.Unit), next.From))
	}
	return out
}

func (j *judging) unitName(id tdkt.ID) string {
	if u := j.facts.unitPlace(id); u >= 0 {
		return j.facts.subjects[u].name
	}
	return "đơn vị cũ"
}

// initiativesOf lists the initiatives that a title's needs look at, each once.
func (j *judging) initiativesOf(t *Title) []initiativeRow {
	first, last, asked := j.year, j.year, false
	var look func(list []*need)
	look = func(list []*need) {
		for _, n := range list {
			if n.Verb == "initiatives" {
				asked = true
				first = min(first, j.year+n.From)
			}
			if n.title != nil {
				look(n.title.all())
			}
		}
	}
	look(t.all())
	if !asked {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(j.facts.initiatives.of(j.sub)), func(x initiativeRow) bool { return int(x.year) < first || int(x.year) > last })
}

func noteInitiativeAfter(j *judging, t *Title, _ *remark) []string {
	var out []string
	for _, x := range j.initiativesOf(t) {
		i := &j.facts.Snapshot.Initiatives[x.row]
		if i.Date != 0 && i.Date.Year() > i.Year {
			out = append(out, fmt.Sprintf("%s “%s” tính cho năm %d được công nhận ngày %s", i.Kind, i.Title, i.Year, i.Date))
		}
	}
	return out
}

// noteInitiativeTwice tells of initiatives that an earlier award of the same kind rested on.
func noteInitiativeTwice(j *judging, t *Title, _ *remark) []string {
	var out []string
	rows := j.initiativesOf(t)
	for _, a := range j.facts.ofCode(j.sub, j.rules.place[t.Code]) {
		if int(a.to) >= j.year {
			continue
		}
		for _, x := range rows {
			if i := &j.facts.Snapshot.Initiatives[x.row]; x.year <= a.to {
				out = append(out, fmt.Sprintf("%s “%s” năm %d đã được tính khi tặng %s %s", i.Kind, i.Title, i.Year, j.rules.codes[j.rules.place[t.Code]].Short, a.period()))
			}
		}
	}
	return out
}

// noteTwoLaws tells of years since an award that lie under another law than the year judged.
func noteTwoLaws(j *judging, t *Title, _ *remark) []string {
	g, err := j.rules.Criteria(j.year)
	if err != nil {
		return nil
	}
	for _, n := range t.all() {
		if n.Verb != "since" {
			continue
		}
		if from, _ := j.givenStart(n); from.found && from.after+1 < g.From {
			return []string{fmt.Sprintf("thời gian tính từ năm %d qua hai luật", from.after+1)}
		}
	}
	return nil
}

// noteDecidedLater tells of an award counted from that was decided after its last year.
func noteDecidedLater(j *judging, t *Title, _ *remark) []string {
	for _, n := range t.all() {
		if n.Verb != "since" {
			continue
		}
		from, _ := j.givenStart(n)
		if !from.found || from.row < 0 {
			continue
		}
		x := j.bases(j.sub, n.code)[from.row]
		if day := j.facts.Snapshot.Awards[x.row].Date; day.Year() > int(x.to) {
			return []string{fmt.Sprintf("%s %s có quyết định ngày %s", j.rules.short(n.code), x.period(), day)}
		}
	}
	return nil
}

// noteMannerNotStated tells of awards a title rests on whose loại hình is not entered.
func noteMannerNotStated(j *judging, t *Title, _ *remark) []string {
	var list []string
	for _, code := range t.bases() {
		if j.rules.codes[code].Group != "hình thức" {
			continue
		}
		for _, x := range j.facts.ofCode(j.sub, code) {
			if j.facts.Snapshot.Awards[x.row].Manner == "" && int(x.to) <= j.year {
				list = append(list, fmt.Sprintf("%s %s", j.rules.short(int(x.own)), x.period()))
			}
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []string{"chưa ghi loại hình của " + strings.Join(list, ", ")}
}
