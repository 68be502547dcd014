package council

import (
	"fmt"
	"slices"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// outcome is how the cases of one title went.
type outcome struct {
	title string
	parts [4]int // carried, not, not to be said yet, without votes
}

// The places of the parts.
const (
	partCarried = iota
	partFailed
	partOpen
	partWaits
)

func (r row) part() int {
	switch {
	case r.final() && r.Ballot.Result == tdkt.Approved:
		return partCarried
	case r.final():
		return partFailed
	case !r.Entered:
		return partWaits
	case r.Ballot.Missing() != 0 || r.Hold:
		return partOpen
	case r.Result == law.Yes:
		return partCarried
	case r.Result == law.No:
		return partFailed
	}
	return partOpen
}

// outcomes are the titles of a meeting in the order of the list.
func outcomes(rows []row) []outcome {
	var out []outcome
	at := map[string]int{}
	for _, r := range rows {
		i, ok := at[r.title]
		if !ok {
			i = len(out)
			at[r.title] = i
			out = append(out, outcome{title: r.title})
		}
		out[i].parts[r.part()]++
	}
	return out
}

// showResults draws how each title went; a bar shows its cases in the list.
func (t *Tab) showResults(rows []row) {
	t.results.RemoveAll()
	fills := []kit.Token{kit.Level1, kit.Level4, kit.Level3, kit.Level5}
	t.results.Add(kit.NewPara(wordResults, kit.Body, kit.Ink, true))
	t.results.Add(kit.Legend(fills, []string{wordCarried, wordFailed, wordOpen, wordWaits}))
	for _, o := range outcomes(rows) {
		all := 0
		for _, n := range o.parts {
			all += n
		}
		t.results.Add(kit.NewBar100(kit.BarData{
			Label: o.title, Parts: o.parts[:], Fills: fills, Bad: o.parts[partFailed] > 0,
			Text: fmt.Sprintf(textThrough, o.parts[partCarried], all, tdkt.Share(o.parts[partCarried], all)),
		}, func() { t.showOnly(o.title) }))
	}
	t.results.Refresh()
}

// showOnly lists the cases of one title, "" for all; a chip beside the title of the page
// says so and lists all again.
func (t *Tab) showOnly(title string) {
	t.only = title
	t.tallies.SetFilter("")
	t.showMeeting()
	t.tallies.Focus()
}

// listed are the cases of the title chosen by its bar, which a meeting without it forgets.
func (t *Tab) listed(rows []row) []row {
	shown := slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.title != t.only })
	if len(shown) == 0 {
		t.only = ""
		t.head.SetChips()
		return rows
	}
	t.head.SetChips(kit.NewChip(fmt.Sprintf(textOnly, t.only), kit.AccentTone, func() { t.showOnly("") }))
	return shown
}
