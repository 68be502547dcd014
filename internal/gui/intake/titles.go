package intake

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
)

// Titles shows the titles and forms outside the catalogue of the law, to name them anew or
// give them another level in all rows at once.
func Titles(d *desk.Desk) {
	years := func(t view.OwnTitle) string {
		if t.First == t.Last {
			return fmt.Sprint(t.First)
		}
		return fmt.Sprintf("%d–%d", t.First, t.Last)
	}
	grid := kit.NewGrid(
		d.UI, func(t view.OwnTitle) string { return t.Name + "\x00" + t.Level },
		kit.Column[view.OwnTitle]{Title: wordName, Width: 300, Grow: true, Text: func(t view.OwnTitle) string { return t.Name }, Edit: &kit.Editor[view.OwnTitle]{Kind: kit.EditText}},
		kit.Column[view.OwnTitle]{Title: wordLevel, Width: 130, Text: func(t view.OwnTitle) string { return t.Level }, Edit: &kit.Editor[view.OwnTitle]{Kind: kit.EditText}},
		kit.Column[view.OwnTitle]{Title: wordCount, Width: 80, Text: func(t view.OwnTitle) string { return kit.FormatInt(t.Count) }, Order: kit.ByNumber},
		kit.Column[view.OwnTitle]{Title: wordYears, Width: 110, Text: years},
	)
	grid.Empty = textOwnEmpty
	fill := func() { grid.SetRows(d.App.View().OwnTitles()) }
	grid.OnEdit = func(t view.OwnTitle, column int, text string) error {
		name, level := text, t.Level
		if column == 1 {
			name, level = t.Name, text
		}
		if err := d.App.ChangeOwnTitle(context.WithoutCancel(d.Ctx), t, name, level); err != nil {
			return err
		}
		d.UI.Do(func() func() { return fill })
		return nil
	}
	head := kit.NewPara(textOwnTitles, kit.Body, kit.Quiet, false)
	const wide, tall = 860, 460
	d.UI.Dialog(kit.DialogSpec{Title: wordOwnTitles, Size: fyne.NewSize(wide, tall), Content: kit.Border(head, nil, nil, nil, grid)})
	fill()
	grid.Focus()
}
