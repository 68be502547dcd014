package awards

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// reasonList is the needs of one answer, each in full with its fact and article: what
// stands against it first, judgements made on the spot, what is missing with the way to
// the field that settles it. Alternatives that are not the one that counts are folded.
type reasonList struct {
	tab    *Tab
	list   []finding
	needs  []need
	at     int             // the reason last worked on
	open   map[string]bool // headings the user unfolded or folded
	losing map[string]bool // headings folded unless opened
	box    *fyne.Container
	scroll *container.Scroll
	links  map[int][]*kit.Button // of each reason
}

func newReasonList(t *Tab) *reasonList {
	l := &reasonList{tab: t, box: kit.Flow(0), open: map[string]bool{}}
	l.scroll = container.NewVScroll(l.box)
	return l
}

// SetRows shows other reasons.
func (l *reasonList) SetRows(list []finding, res law.Result) {
	l.list, l.at, l.losing = list, 0, losing(res)
	clear(l.open)
	l.draw()
	l.scroll.ScrollToTop()
}

// setNeeds says which of the reasons are left to judgement.
func (l *reasonList) setNeeds(needs []need) { l.needs = needs }

// losing is the alternatives to fold: all but the best one.
func losing(res law.Result) map[string]bool {
	rank := func(way string) int {
		return slices.Index([]law.Answer{law.Yes, law.Unknown, law.Manual, law.No}, res.Verdict(way))
	}
	best := ""
	for _, way := range res.Ways() {
		if way != "" && (best == "" || rank(way) < rank(best)) {
			best = way
		}
	}
	out := map[string]bool{}
	for _, way := range res.Ways() {
		out[way] = way != "" && way != best
	}
	return out
}

func (l *reasonList) folded(way string) bool {
	if open, told := l.open[way]; told {
		return !open
	}
	return l.losing[way]
}

// draw makes the lines anew.
func (l *reasonList) draw() {
	l.links = map[int][]*kit.Button{}
	l.box.RemoveAll()
	way := ""
	for i, f := range l.list {
		if f.heading() {
			way = f.way
			l.box.Add(l.heading(f, l.count(i)))
			continue
		}
		if f.way == "" && f.Way == "" {
			way = ""
		}
		if way == "" || !l.folded(way) {
			l.box.Add(l.line(i, f))
		}
	}
	l.box.Refresh()
}

// count is how many needs stand under a heading.
func (l *reasonList) count(at int) int {
	n := 0
	for _, f := range l.list[at+1:] {
		if f.heading() {
			break
		}
		n++
	}
	return n
}

// heading is the line of an alternative, which opens and folds it.
func (l *reasonList) heading(f finding, n int) fyne.CanvasObject {
	word := fmt.Sprintf(textFold, n)
	if l.folded(f.way) {
		word = fmt.Sprintf(textUnfold, n)
	}
	turn := kit.NewButton(word, func() {
		l.open[f.way] = l.folded(f.way)
		l.draw()
	})
	turn.Importance = widget.LowImportance
	head := kit.NewPara(f.way+": "+f.verdict, kit.Body, kit.Ink, true)
	line := kit.Border(nil, nil, nil, container.NewVBox(turn), head)
	return kit.Flow(0, container.NewStack(kit.NewGround(kit.Ground, 0), kit.Padded(line)), kit.NewRule())
}

// line is one need.
func (l *reasonList) line(i int, f finding) fyne.CanvasObject {
	lines := kit.Flow(2, kit.NewPara(f.Why, kit.Body, kit.Ink, true), kit.NewPara(capital(f.seen()), kit.Body, kit.Ink, false))
	for _, m := range f.Missing {
		if m.Noun != tdkt.NounTick {
			lines.Add(kit.NewPara(m.Text, kit.Body, kit.WarnInk, false))
		}
	}
	lines.Add(kit.NewPara(f.cited(), kit.Small, kit.Quiet, false))
	buttons := container.NewHBox()
	for _, b := range l.buttons(i, f) {
		buttons.Add(b)
		l.links[i] = append(l.links[i], b)
	}
	sign, tone := signOf(f.Answer)
	mark := container.NewVBox(kit.Wide(signWidth, kit.NewWords(sign, kit.Body, tone.Ink(), true)))
	body := kit.Border(nil, nil, mark, container.NewVBox(buttons), lines)
	return kit.Flow(0, kit.Padded(body), kit.NewRule())
}

// buttons are what can be done about a need: judge it, enter what it lacks, see the
// record it rests on.
func (l *reasonList) buttons(i int, f finding) []*kit.Button {
	var out []*kit.Button
	add := func(word string, do func()) {
		out = append(out, kit.NewButton(word, func() {
			l.at = i
			do()
		}))
	}
	if n, ok := l.needOf(f); ok && !l.tab.page.locked {
		met, unmet := true, false
		judge := func(to *bool) func() {
			return func() {
				l.tab.needs.SelectKey(n.key())
				l.tab.tick(to)
			}
		}
		add(wordMet, judge(&met))
		add(wordUnmet, judge(&unmet))
		if n.judged() == wordTickMet || n.judged() == wordTickUnmet {
			add(wordUntick, judge(nil))
		}
	}
	for _, m := range l.tab.enterLinks(f) {
		add(m.words, m.do)
	}
	if len(f.Rows) > 0 {
		add(wordBehind, l.tab.goBehind)
	}
	return out
}

// needOf is the judgement a reason asks for.
func (l *reasonList) needOf(f finding) (need, bool) {
	for _, n := range l.needs {
		if n.Need == f.Need || n.Why == f.Why {
			return n, true
		}
	}
	return need{}, false
}

func signOf(a law.Answer) (string, kit.Tone) {
	switch a {
	case law.Yes:
		return kit.SignGood, kit.GoodTone
	case law.No:
		return kit.SignBad, kit.BadTone
	case law.Manual:
		return "☐", kit.WarnTone
	case law.Unknown:
	}
	return kit.SignOpen, kit.WarnTone
}

// signWidth is the room of the sign before a need.
const signWidth = 20

// Shown is the reasons with their headings.
func (l *reasonList) Shown() []finding { return l.list }

// Current is the reason last worked on.
func (l *reasonList) Current() (finding, bool) {
	if l.at >= len(l.list) {
		return finding{}, false
	}
	return l.list[l.at], true
}

// SelectKey makes a reason the one worked on.
func (l *reasonList) SelectKey(key string) bool {
	for i, f := range l.list {
		if f.key() == key {
			l.at = i
			return true
		}
	}
	return false
}

// Focus puts the keyboard on what can be done about the reason worked on.
func (l *reasonList) Focus() {
	if links := l.links[l.at]; len(links) > 0 {
		l.tab.desk.UI.Focus(links[len(links)-1])
	}
}

// needList is the judgements of one answer and the one at hand.
type needList struct {
	list []need
	at   int
}

// SetRows takes other judgements; the one at hand stays where it is still there.
func (l *needList) SetRows(list []need) {
	had, ok := l.Current()
	l.list, l.at = list, 0
	if ok {
		l.SelectKey(had.key())
	}
}

// Shown is all of them.
func (l *needList) Shown() []need { return l.list }

// Current is the one at hand.
func (l *needList) Current() (need, bool) {
	if l.at >= len(l.list) {
		return need{}, false
	}
	return l.list[l.at], true
}

// SelectKey takes one at hand.
func (l *needList) SelectKey(key string) bool {
	for i, n := range l.list {
		if n.key() == key {
			l.at = i
			return true
		}
	}
	return false
}
