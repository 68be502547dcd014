package quotas

import (
	"fmt"

	"tdkt/internal/gui/kit"
)

// showBars draws each cap as a bar: those chosen within it, those above it, and what is
// free, with the line at the cap. A bar shows its people.
func (t *Tab) showBars() {
	t.bars.RemoveAll()
	fills := []kit.Token{kit.Level1, kit.Level4, kit.Level3}
	t.bars.Add(kit.NewPara(wordBars, kit.Body, kit.Ink, true))
	t.bars.Add(kit.Legend(fills, []string{wordWithin, wordAbove, wordFree}))
	for _, r := range t.page.rows {
		d := kit.BarData{Label: r.Name, Fills: fills, Text: fmt.Sprintf(textNoCap, r.Chosen), Parts: []int{r.Chosen, 0, 0}}
		if r.Known {
			most := r.QuotaLine.Cap
			within := min(r.Chosen, most)
			d.Parts = []int{within, max(0, r.over()), max(0, -r.over())}
			d.Text, d.Bad = fmt.Sprintf(textOfCap, r.Chosen, most, r.left()), r.over() > 0
			if whole := max(r.Chosen, most); whole > 0 {
				d.Cap = float64(most) / float64(whole)
			}
		}
		t.bars.Add(kit.NewBar100(d, func() {
			t.caps.SelectKey(r.key())
			t.people.Focus()
		}))
	}
	t.bars.Refresh()
}
