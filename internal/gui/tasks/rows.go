package tasks

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one task as the list shows it.
type row struct {
	task  tdkt.Task
	unit  string // label of the picks
	who   string // label of the picks
	today tdkt.Day
}

func (r row) key() string { return string(r.task.ID) }

func (r row) style() kit.RowStyle {
	switch {
	case r.task.State == tdkt.TaskDropped:
		return kit.Muted
	}
	return kit.Normal
}

// tone is red for a day that has passed: the date, not the row.
func (r row) tone() kit.Tone {
	if r.task.Late(r.today) {
		return kit.BadTone
	}
	return kit.Plain
}

// how says how the task stands against its deadline.
func (r row) how() string {
	t := r.task
	switch {
	case t.State == tdkt.TaskDropped:
		return textDropped
	case t.State == tdkt.TaskDone && t.Deadline != 0 && t.Done > t.Deadline:
		return fmt.Sprintf(textDoneLate, t.Done, days(t.Deadline, t.Done))
	case t.State == tdkt.TaskDone:
		return fmt.Sprintf(textDoneOn, t.Done)
	case t.Deadline == 0:
		return textOpen
	case t.Late(r.today):
		return fmt.Sprintf(textOverdue, days(t.Deadline, r.today))
	}
	return fmt.Sprintf(textLeft, days(r.today, t.Deadline))
}

// days counts from one day to a later one.
func days(from, to tdkt.Day) int { return int(to.Time().Sub(from.Time()).Hours()) / 24 }

// page is what the list shows, read at one moment.
type page struct {
	year   int
	locked bool
	rows   []row
	units  desk.Picks
	people desk.Picks
}

func read(v *view.View, year int, unit tdkt.ID, today tdkt.Day) *page {
	p := &page{
		year: year, locked: v.YearOf(year).Locked,
		units: desk.UnitPicks(v).WithNone(), people: desk.PeoplePicks(v, year).WithNone(),
	}
	for _, t := range v.TasksOf(year, unit) {
		p.rows = append(p.rows, row{task: t, unit: p.units.Label(t.Unit), who: p.people.Label(t.Person), today: today})
	}
	return p
}

// late leaves the tasks past their deadline.
func late(rows []row) []row {
	var out []row
	for _, r := range rows {
		if r.task.Late(r.today) {
			out = append(out, r)
		}
	}
	return out
}

func totals(shown []row) string {
	var done, doing, todo, overdue int
	for _, r := range shown {
		switch r.task.State {
		case tdkt.TaskDone:
			done++
		case tdkt.TaskDoing:
			doing++
		case tdkt.TaskTodo:
			todo++
		case tdkt.TaskDropped:
		}
		if r.task.Late(r.today) {
			overdue++
		}
	}
	return fmt.Sprintf(textTotals, done, doing, todo, overdue)
}

// The columns of the list.
const (
	colSection = iota
	colTitle
	colUnit
	colPerson
	colDeadline
	colState
	colProgress
	colHow
	colEvidence
	colNote
)

func columns(p *page) []kit.Column[row] {
	edit := func(kind kit.EditorKind, choices func(row) []string) *kit.Editor[row] {
		return &kit.Editor[row]{Kind: kind, Choices: choices, Locked: func(row) bool { return p.locked }}
	}
	return []kit.Column[row]{
		colSection:  {Title: wordSection, Width: 60, Text: func(r row) string { return r.task.Section }},
		colTitle:    {Title: wordTitle, Width: 260, Grow: true, Text: func(r row) string { return r.task.Title }, Edit: edit(kit.EditText, nil)},
		colUnit:     {Title: wordUnit, Width: 140, Text: func(r row) string { return r.unit }, Edit: edit(kit.EditChoice, func(row) []string { return p.units.Labels })},
		colPerson:   {Title: wordPerson, Width: 150, Text: func(r row) string { return r.who }, Edit: edit(kit.EditChoice, func(row) []string { return p.people.Labels }), Order: kit.ByName},
		colDeadline: {Title: wordDeadline, Width: 90, Text: func(r row) string { return r.task.Deadline.String() }, Edit: edit(kit.EditDate, nil), Order: kit.ByDay, Tone: row.tone},
		colState:    {Title: wordState, Width: 90, Text: func(r row) string { return string(r.task.State) }, Edit: edit(kit.EditChoice, func(row) []string { return stateWords() })},
		colProgress: {Title: wordProgress, Width: 80, Text: progress, Edit: edit(kit.EditNumber, nil), Order: kit.ByNumber, Align: fyne.TextAlignTrailing},
		colHow:      {Title: wordHow, Width: 130, Text: row.how, Tone: row.tone},
		colEvidence: {Title: wordEvidence, Width: 160, Text: func(r row) string { return r.task.Evidence }, Edit: edit(kit.EditText, nil)},
		colNote:     {Title: wordNote, Width: 110, Text: func(r row) string { return r.task.Note }, Edit: edit(kit.EditText, nil)},
	}
}

func progress(r row) string {
	if r.task.Progress == 0 {
		return ""
	}
	return strconv.Itoa(r.task.Progress)
}

func stateWords() []string {
	var out []string
	for _, s := range tdkt.TaskStates() {
		out = append(out, string(s))
	}
	return out
}

// edited lays cells over tasks; those of one task are one change.
func edited(p *page, edits []kit.Edit[row]) ([]tdkt.Task, error) {
	var out []tdkt.Task
	at := map[tdkt.ID]int{}
	for _, e := range edits {
		i, ok := at[e.Row.task.ID]
		if !ok {
			i = len(out)
			at[e.Row.task.ID] = i
			out = append(out, e.Row.task)
		}
		if err := onto(p, &out[i], e); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func onto(p *page, t *tdkt.Task, e kit.Edit[row]) error {
	switch e.Column {
	case colTitle:
		t.Title = e.Text
	case colUnit:
		t.Unit = p.units.ID(e.Text)
	case colPerson:
		t.Person = p.people.ID(e.Text)
	case colDeadline:
		t.Deadline, _ = tdkt.ParseVN(e.Text) // the editor gives a day or nothing
	case colState:
		if !slices.Contains(stateWords(), e.Text) {
			return tdkt.Errorf(tdkt.Invalid, textNotState, e.Text)
		}
		t.State = tdkt.TaskState(e.Text)
	case colProgress:
		return setProgress(t, e.Text)
	case colEvidence:
		t.Evidence = e.Text
	case colNote:
		t.Note = e.Text
	}
	return nil
}

// setProgress reads per cent; less than all takes a task back that was done.
func setProgress(t *tdkt.Task, text string) error {
	n := 0.0
	if text != "" {
		var err error
		if n, err = kit.ParseNumber(text); err != nil {
			return err
		}
	}
	t.Progress = min(max(int(n), 0), 100)
	if t.State == tdkt.TaskDone && t.Progress < 100 {
		t.State = tdkt.TaskDoing
	}
	return nil
}
