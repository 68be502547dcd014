package plans

import (
	"context"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/imports"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/plantext"
	"tdkt/internal/tdkt"
)

// newPlan asks how the plan of the year is to begin: from the year before where that
// has one, from a Word file or a text, or blank.
func (t *Tab) newPlan() {
	year := t.desk.Year()
	var words []string
	var ways []func()
	if before := t.desk.View().PlansOf(year - 1); len(before) > 0 && before[0].Kind == plantext.Yearly {
		words = append(words, fmt.Sprintf(wordNewRoll, year-1))
		ways = append(ways, func() { t.rollFrom(before[0]) })
	}
	words = append(words, wordNewFile, wordNewPaste, wordNewBlank)
	ways = append(ways, t.fromFile, t.paste, t.blank)
	t.desk.UI.Choice(wordNew, fmt.Sprintf(textNewHow, year), words, func(i int) { ways[i]() })
}

// blank opens the head of a plan that has no sections yet.
func (t *Tab) blank() {
	o, year := t.desk.View().Org, t.desk.Year()
	t.headOf(tdkt.Plan{
		Year: year, Kind: plantext.Yearly, Title: fmt.Sprintf(wordNewBlankOf, year), Symbol: "KH-" + o.Symbol, Place: o.Place,
		DateText: plantext.DateText(0, year), Superior: o.Superior, Issuer: o.Issuer,
		Authority: o.Authority, SignerRole: o.SignerRole, Signer: o.Signer,
	}, wordNew)
}

// paste takes a plan's text and shows what was recognised before it is written.
func (t *Tab) paste() {
	text := kit.NewAreaField("", 16)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordNewPaste, Yes: wordCheck, Size: fyne.NewSize(820, 480),
		Form: kit.NewForm(kit.FormItem{Label: "", Field: text, Must: true, Hint: textPaste}),
		Save: func() func() error {
			p := imports.PlanFrom(t.desk.View(), text.Text, t.desk.Year())
			return func() error {
				if len(p.Sections) == 0 {
					return tdkt.Errorf(tdkt.Invalid, textNoSection)
				}
				t.desk.UI.Do(func() func() { return func() { t.confirmRead(p) } })
				return nil
			}
		},
	})
}

// fromFile reads a Word file and shows what was recognised before it is written.
func (t *Tab) fromFile() {
	year := t.desk.Year()
	kinds := []kit.FileKind{{Name: wordPlanFiles, Patterns: []string{"*.docx", "*.txt"}}}
	t.desk.UI.OpenFile(wordNewFile, kinds, func(path string) {
		var p tdkt.Plan
		t.desk.UI.Busy(wordReading, func(context.Context, *kit.Progress) (err error) {
			p, err = imports.ReadPlan(t.desk.App, path, year)
			return err
		}, func() { t.confirmRead(p) })
	})
}

// confirmRead shows the outline of a plan that was read and writes it on “Ghi”.
func (t *Tab) confirmRead(p tdkt.Plan) {
	lines := widget.NewLabel("")
	lines.Wrapping = fyne.TextWrapWord
	for _, part := range partsOf(p) {
		lines.Text += indent(part.depth) + part.title + "\n"
	}
	head := widget.NewLabel(headline(p) + "\n" + fmt.Sprintf(textRead, len(p.Sections), len(p.Bases), len(p.Recipients)))
	head.Wrapping = fyne.TextWrapWord
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: wordNew, Yes: wordWrite, Size: fyne.NewSize(820, 480),
		Content: kit.Border(head, nil, nil, nil, container.NewVScroll(lines)),
		OnYes: func() bool {
			t.desk.Do(func(context.Context) error { return t.save(p) }, nil)
			return true
		},
	})
}

// moved is one line of the preview of a new year.
type moved struct {
	at         int
	what       string
	where      string
	was, now   string
	task, keep bool
}

func (m moved) key() string { return strconv.Itoa(m.at) }

func (m moved) style() kit.RowStyle {
	switch {
	case m.what == wordRollLook:
		return kit.Warning
	case m.task && !m.keep:
		return kit.Muted
	}
	return kit.Normal
}

// movedRows lists what becomes of the old year: what to look at first, then the tasks,
// then the words that changed.
func movedRows(n view.NextYear) []moved {
	var out []moved
	add := func(m moved) {
		m.at = len(out)
		out = append(out, m)
	}
	for _, c := range n.Look {
		add(moved{what: wordRollLook, where: c.Where, was: c.Before, now: c.After})
	}
	for _, t := range n.Tasks {
		add(moved{
			what: wordRollTask, where: t.Old.Section, task: true, keep: t.Keep,
			was: t.Old.Title + " (" + string(t.Old.State) + ")", now: t.New.Title + " " + t.New.Deadline.String(),
		})
	}
	for _, c := range n.Changes {
		add(moved{what: wordRollMoved, where: c.Where, was: c.Before, now: c.After})
	}
	return out
}

const colKeep = 4

func movedColumns() []kit.Column[moved] {
	return []kit.Column[moved]{
		{Title: wordRollWhat, Width: 110, Text: func(m moved) string { return m.what }},
		{Title: wordRollWhere, Width: 110, Text: func(m moved) string { return m.where }},
		{Title: wordRollWas, Width: 300, Grow: true, Text: func(m moved) string { return m.was }},
		{Title: wordRollNow, Width: 300, Grow: true, Text: func(m moved) string { return m.now }},
		colKeep: {
			Title: wordRollKeep, Width: 90, Text: func(m moved) string { return kit.Tick(m.keep) },
			Edit: &kit.Editor[moved]{Kind: kit.EditTick, Locked: func(m moved) bool { return !m.task }},
		},
	}
}

// rollFrom shows the plan of the year made from the one before, and writes it with the
// tasks ticked in one step.
func (t *Tab) rollFrom(old tdkt.Plan) {
	n := t.desk.View().NextPlan(old)
	rows := movedRows(n)
	firstTask := len(n.Look)
	grid := kit.NewGrid(t.desk.UI, moved.key, movedColumns()...)
	grid.Style = moved.style
	grid.OnEdits = func(edits []kit.Edit[moved]) error {
		for _, e := range edits {
			keep := e.Text != ""
			rows[e.Row.at].keep, n.Tasks[e.Row.at-firstTask].Keep = keep, keep
		}
		t.desk.UI.Do(func() func() { return func() { grid.SetRows(rows) } })
		return nil
	}
	grid.SetRows(rows)
	tasks := textRollTasks
	if len(n.Tasks) == 0 {
		tasks = textNoTasks
	}
	head := widget.NewLabel(fmt.Sprintf(textRollText, old.Year, n.Plan.Year, len(n.Changes), len(n.Look)) + "\n" + tasks)
	head.Wrapping = fyne.TextWrapWord
	t.desk.UI.Dialog(kit.DialogSpec{
		Title: fmt.Sprintf(wordRollTitle, n.Plan.Year, old.Year), Yes: wordWrite, Size: fyne.NewSize(1000, 520),
		Content: kit.Border(head, nil, nil, nil, grid),
		OnYes: func() bool {
			t.desk.Do(func(ctx context.Context) error { return t.desk.App.StartYear(ctx, n) },
				func() { t.desk.UI.Noticef(textPlanSaved, n.Plan.Year) })
			return true
		},
	})
	grid.Focus()
}
