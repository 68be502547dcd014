package kit

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A grid gives its columns their widths by what stands in them: never less than the
// header, whole texts where there is room, long ones in two lines where there is not,
// and what is left over to the column with the longest text.

const (
	emptyWidth   = 72  // of a column with nothing in it yet
	typingWidth  = 96  // at least, of a column that is typed in
	mostRows     = 600 // rows looked at one by one; of longer lists every so many
	longestKept  = 4   // texts of a column that are measured
	arrowRoom    = 14  // for the arrow of the order
	wrapsFrom    = 110 // columns narrower than that stay on one line
	usualTextSum = 260 // the most a column asks for before others have theirs, in one line
)

// colFit is what a column needs.
type colFit struct {
	least, want float32
	tight       float32 // below which a word would be cut
	wraps, grow bool
}

// fitted is what the widths were worked out for.
type fitted struct {
	width, text float32
	rows        int
}

// fit works out the widths of the columns and the height of the rows.
func (g *Grid[T]) fit() {
	room := g.Size().Width - 2
	if room <= 0 || len(g.columns) == 0 {
		return
	}
	g.fitted = fitted{g.Size().Width, theme.TextSize(), len(g.view)}
	sample := g.sample()
	fits := make([]colFit, len(g.columns))
	for i := range g.columns {
		fits[i] = g.columnFit(i, sample)
	}
	widths := share(fits, room-scrollRoom)
	widths[len(widths)-1] += scrollRoom
	fillRest(widths, room)
	if own := g.ownWidths(); len(own)+len(g.pulled) > 0 {
		g.useOwn(widths, own, room)
	}
	g.table.quietly(func() {
		for i, w := range widths {
			g.table.SetColumnWidth(i, w)
		}
		g.setLines(sample, widths)
	})
}

// useOwn puts the widths a user gave in the place of ours; the last column takes what is
// left.
func (g *Grid[T]) useOwn(widths []float32, own map[string]float32, room float32) {
	scale, used, last := theme.TextSize()/TextNormal, float32(0), len(widths)-1
	pulled := false
	for i, c := range g.columns {
		name := plainTitle(c.Title)
		w, ok := own[name]
		if p, now := g.pulled[name]; now {
			w, ok = p, true
		}
		if ok {
			widths[i] = w * scale
			pulled = pulled || i == last
		}
		if i != last {
			used += widths[i]
		}
	}
	if !pulled {
		widths[last] = max(widths[last], room-used)
	}
}

// fillRest gives the last column what rounding left over, so that it reaches the frame.
func fillRest(widths []float32, room float32) {
	rest := room
	for _, w := range widths {
		rest -= w
	}
	if rest > 0 && rest < float32(len(widths)+1) {
		widths[len(widths)-1] += rest
	}
}

// sample is the rows that are looked at: all of a short list.
func (g *Grid[T]) sample() []T {
	step := max(1, (len(g.view)+mostRows-1)/mostRows)
	out := make([]T, 0, min(len(g.view), mostRows))
	for i := 0; i < len(g.view); i += step {
		out = append(out, g.row(i))
	}
	return out
}

// columnFit measures a column.
func (g *Grid[T]) columnFit(i int, sample []T) colFit {
	c := &g.columns[i]
	scale := theme.TextSize() / TextNormal
	size, small := theme.TextSize(), TextSize(Small)
	least := headWidth(c.Title)
	if len(sample) == 0 { // nothing that could be cut: no bar to scroll for a list with nothing in it
		return colFit{least: least, want: max(least, c.Width*scale), tight: least, grow: c.Grow}
	}
	if c.Edit != nil && c.Edit.Kind != EditTick {
		least = max(least, min(max(c.Width, 40), typingWidth)*scale)
	}
	f := colFit{least: least, want: least, grow: c.Grow}
	words, half := float32(0), float32(0)
	for _, text := range longest(sample, c.Text) {
		f.want = max(f.want, textWide(text, size)+2*cellSide+1)
		words = max(words, wordWide(text, size))
		half = max(half, halfWide(text, size)+2*cellSide+1)
	}
	if c.Sub != nil {
		for _, text := range longest(sample, c.Sub) {
			wide := textWide(text, small) + 2*cellSide + 1
			f.want = max(f.want, min(wide, max(f.want, usualTextSum*scale)))
			words = max(words, wordWide(text, small))
		}
	}
	f.wraps = c.wraps() && f.want > wrapsFrom*scale
	f.tight = f.want
	if f.wraps {
		f.tight = max(f.least, words+2*cellSide+1)
		f.least = max(f.least, min(f.want, max(words+2*cellSide+1, min(half, usualTextSum*scale))))
	} else {
		f.least = f.want
	}
	return f
}

// wraps says whether texts of the column may go on in a second line: numbers, days and
// ticks never do.
func (c *Column[T]) wraps() bool {
	if c.Order == ByNumber || c.Order == ByDay || c.OneLine {
		return false
	}
	return c.Edit == nil || c.Edit.Kind == EditText || c.Edit.Kind == EditChoice
}

// longest is the texts of a column that may be the widest.
func longest[T any](rows []T, text func(T) string) []string {
	var out []string
	var lens [longestKept]float32
	last := ""
	for _, r := range rows {
		s := text(r)
		if s == last || s == "" {
			continue
		}
		last = s
		n := roughWide(s)
		if n <= lens[longestKept-1] || slices.Contains(out, s) {
			continue
		}
		at := 0
		for at < len(out) && lens[at] >= n {
			at++
		}
		out = slices.Insert(out, at, s)
		copy(lens[at+1:], lens[at:])
		lens[at] = n
		out = out[:min(len(out), longestKept)]
	}
	return out
}

// letterWidths are widths of single letters at the usual size, which add up to about
// the width of a text at a hundredth of the cost of measuring it. The screen's goroutine
// alone uses it.
var letterWidths = map[rune]float32{}

func roughWide(text string) float32 {
	sum := float32(0)
	for _, r := range text {
		w, ok := letterWidths[r]
		if !ok {
			w = textWide(string(r), TextNormal)
			letterWidths[r] = w
		}
		sum += w
	}
	return sum
}

// wider says whether a text is wider than the room there is.
func wider(text string, size, room float32) bool {
	const sure = 0.9
	if roughWide(text)*size/TextNormal < room*sure {
		return false
	}
	return textWide(text, size) > room
}

// squeeze is how much too wide columns may be and still be made to fit.
const squeeze = 0.12

// share gives each column its width: what all want where it fits, else the least and a
// share of what is left to those that wrap. What nobody wants goes to the longest text.
func share(fits []colFit, room float32) []float32 {
	least, want, slack, widest := float32(0), float32(0), float32(0), 0
	for i, f := range fits {
		least += f.least
		want += f.want
		slack += f.least - min(f.tight, f.least)
		if f.longer(fits[widest]) {
			widest = i
		}
	}
	out := make([]float32, len(fits))
	for i, f := range fits {
		switch {
		case want <= room:
			out[i] = f.want
		case least >= room*(1+squeeze) || least >= room && slack < least-room:
			out[i] = f.least
		case least >= room: // a little too wide: another line is better than a bar to scroll
			out[i] = f.least - (f.least-min(f.tight, f.least))*(least-room)/max(slack, 1)
		default:
			out[i] = f.least + (f.want-f.least)*(room-least)/(want-least)
		}
	}
	if want < room {
		out[widest] += room - want
	}
	for i, w := range out {
		out[i] = float32(math.Floor(float64(w)))
	}
	return out
}

// longer says whether a column is to get what is left over rather than another.
func (f colFit) longer(other colFit) bool {
	if f.grow != other.grow {
		return f.grow
	}
	if f.wraps != other.wraps {
		return f.wraps
	}
	return f.want > other.want
}

// headWidth is the narrowest a header may be: in two lines, with room for the arrow.
func headWidth(title string) float32 {
	size := TextSize(Small)
	whole := textWideBold(title, size)
	words := strings.Fields(title)
	for i := 1; i < len(words); i++ {
		one, two := textWideBold(strings.Join(words[:i], " "), size), textWideBold(strings.Join(words[i:], " "), size)
		whole = min(whole, max(one, two))
	}
	return whole + 2*cellSide + arrowRoom
}

func textWide(text string, size float32) float32 {
	if text == "" {
		return 0
	}
	return measure(text, size, fyne.TextStyle{}).Width
}

func textWideBold(text string, size float32) float32 {
	return measure(text, size, fyne.TextStyle{Bold: true}).Width
}

// halfWide is the width at which a text fits into two lines.
func halfWide(text string, size float32) float32 {
	words := strings.Fields(text)
	least := textWide(text, size)
	if len(words) > manyWords { // nobody gives it that room
		return least / 2
	}
	for i := 1; i < len(words); i++ {
		one, two := textWide(strings.Join(words[:i], " "), size), textWide(strings.Join(words[i:], " "), size)
		least = min(least, max(one, two))
	}
	return least
}

const manyWords = 20

// wordWide is the width of the longest word of a text.
func wordWide(text string, size float32) float32 {
	long := ""
	for word := range strings.FieldsSeq(text) {
		if len(word) > len(long) {
			long = word
		}
	}
	return textWide(long, size)
}

// breakLines puts a text into at most so many lines of a width; the last one is cut
// where there is more.
func breakLines(text string, width float32, most int, size float32, style fyne.TextStyle) []string {
	wide := func(s string) float32 { return measure(s, size, style).Width }
	if most <= 1 || text == "" || wide(text) <= width {
		return []string{fitText(text, width, size, style)}
	}
	var out []string
	words := strings.Fields(text)
	for len(words) > 0 && len(out) < most-1 {
		n := 1
		for n < len(words) && wide(strings.Join(words[:n+1], " ")) <= width {
			n++
		}
		out = append(out, fitText(strings.Join(words[:n], " "), width, size, style))
		words = words[n:]
	}
	if len(words) > 0 {
		out = append(out, fitText(strings.Join(words, " "), width, size, style))
	}
	return out
}

// fitText cuts a text that is too long and ends it with an ellipsis.
func fitText(text string, width, size float32, style fyne.TextStyle) string {
	wide := func(s string) float32 { return measure(s, size, style).Width }
	if text == "" || wide(text) <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if wide(string(runes[:mid])+"…") <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return string(runes[:low]) + "…"
}
