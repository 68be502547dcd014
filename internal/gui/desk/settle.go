package desk

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// The words of the question about cases that something stands against.
const (
	wordSettleCases = "Chưa đạt"
	wordSettleHow   = "Cách làm"
	wordSettleOut   = "Bỏ ra, làm với %d trường hợp còn lại"
	wordSettleOn    = "Làm cả, theo căn cứ ghi dưới đây"
	wordSettleBy    = "Người cho phép"
	wordSettlePaper = "Số văn bản"
	wordSettleDay   = "Ngày văn bản"
	wordSettleWhy   = "Lý do"
	textSettleGroup = "%d %s: %s"
	textSettleMore  = " và %d trường hợp khác"
	textSettleOut   = "Đã bỏ ra %s."
)

// settleWidth is how wide the cases are told, in pixels.
const settleWidth = 480

// Settle is an act that some of its cases stand in the way of.
type Settle struct {
	Title, Yes string
	Vetted     app.Vetted
	// Do is the act, away from the screen.
	Do func(ctx context.Context, how app.Handling) error
	// Done is called on the screen after it was written.
	Done func()
}

// AskSettle does an act at once when all its cases are clean. Else it names the others in
// groups by reason and asks: leave them out, which is what is chosen first, or go on upon a
// ground, which becomes an exception of each.
func (d *Desk) AskSettle(s Settle) {
	if s.Vetted.Left() == 0 {
		d.Do(func(ctx context.Context) error { return s.Do(ctx, app.Handling{}) }, s.Done)
		return
	}
	out, on := fmt.Sprintf(wordSettleOut, len(s.Vetted.Clean)), wordSettleOn
	how := kit.NewSelect(nil, nil)
	if len(s.Vetted.Clean) > 0 {
		how.Options = append(how.Options, out)
	}
	if mayGoOn(s.Vetted) {
		how.Options = append(how.Options, on)
	}
	if len(how.Options) == 0 {
		d.UI.Inform(s.Title, GroupText(s.Vetted))
		return
	}
	how.Choose(how.Options[0])
	cases := kit.NewStatic(GroupText(s.Vetted))
	cases.Resize(fyne.NewSize(settleWidth, 1)) // its height depends on its width
	by, paper, day, why := kit.NewTextField(""), kit.NewTextField(""), kit.NewDateField(0), kit.NewTextField("")
	d.UI.ShowForm(kit.FormSpec{
		Title: s.Title, Yes: s.Yes, Size: fyne.NewSize(settleWidth+140, 0),
		Form: kit.NewForm(
			kit.FormItem{Label: wordSettleCases, Field: cases},
			kit.FormItem{Label: wordSettleHow, Field: how, Must: true},
			kit.FormItem{Label: wordSettleBy, Field: by},
			kit.FormItem{Label: wordSettlePaper, Field: paper},
			kit.FormItem{Label: wordSettleDay, Field: day},
			kit.FormItem{Label: wordSettleWhy, Field: why},
		),
		Save: func() func() error {
			h := app.Handling{LeaveOut: how.Selected == out}
			if !h.LeaveOut {
				h.Ground = &tdkt.Ground{By: by.Value(), Document: paper.Value(), Date: day.Day(), Reason: why.Value()}
			}
			return func() error { return s.Do(context.WithoutCancel(d.Ctx), h) }
		},
		Done: func() {
			if s.Done != nil {
				s.Done()
			}
			if how.Selected == out {
				d.UI.Warn(fmt.Sprintf(textSettleOut, s.Vetted.Words()))
			}
		},
	})
}

// mayGoOn says whether a ground can let any of the cases go on.
func mayGoOn(t app.Vetted) bool {
	for _, g := range t.Groups {
		if g.May {
			return true
		}
	}
	return false
}

// GroupText names cases that something stands against, a line a reason.
func GroupText(t app.Vetted) string {
	const named = 6
	lines := make([]string, len(t.Groups))
	for i, g := range t.Groups {
		var names []string
		for _, s := range g.Cases[:min(named, len(g.Cases))] {
			names = append(names, s.Named())
		}
		lines[i] = fmt.Sprintf(textSettleGroup, len(g.Cases), g.Reason, strings.Join(names, "; "))
		if more := len(g.Cases) - named; more > 0 {
			lines[i] += fmt.Sprintf(textSettleMore, more)
		}
	}
	return strings.Join(lines, "\n")
}
