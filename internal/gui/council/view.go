// Package council is the page Hội đồng of the tab Khen thưởng: who sits in the Council,
// its meetings, who attended, and the votes.
package council

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Hội đồng.
type Tab struct {
	desk     *desk.Desk
	opened   func(path string)
	part     *widget.RadioGroup
	which    *kit.Select
	rounds   *desk.RoundPicker
	base     *widget.Label
	tallies  *kit.Grid[row]
	present  *kit.Grid[app.Attendee]
	members  *kit.Grid[memberRow]
	tools    map[string]*fyne.Container // by part
	filters  *fyne.Container
	meetings *fyne.Container // the choice of a meeting
	content  fyne.CanvasObject

	list    []tdkt.Meeting // behind the options of which
	meeting tdkt.Meeting
	has     bool // meeting is one
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; opened shows a file that was written with the system's own program.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened, base: widget.NewLabel("")}
	t.base.Wrapping = fyne.TextWrapWord
	t.tallies = kit.NewGrid(d.UI, row.key, tallyColumns()...)
	t.tallies.Style, t.tallies.Totals = row.style, totals
	t.tallies.OnEdit = t.editOne
	t.tallies.Menu = t.menu
	t.tallies.OnEdits = t.editMany
	t.present = kit.NewGrid(d.UI, attendeeKey, attendeeColumns(false)...)
	t.present.OnEdit = t.editPresence
	t.members = kit.NewGrid(d.UI, memberRow.key, memberColumns()...)
	t.members.Empty = textNoMembers
	t.members.OnOpen = func(r memberRow) { t.editMember(r.Member) }
	t.which = kit.NewSelect(nil, func(string) { t.turned() })
	t.part = widget.NewRadioGroup([]string{wordTallies, wordAttendance, wordMembers}, func(string) { t.Refresh() })
	t.part.Horizontal, t.part.Required = true, true
	t.makeTools()
	t.meetings = container.NewStack(kit.Wide(280, t.which))
	t.filters = container.NewStack(t.tallies.Filter(), t.present.Filter(), t.members.Filter())
	head := container.NewBorder(nil, nil, t.part, nil, kit.Bar(t.tools[wordTallies], t.tools[wordAttendance], t.tools[wordMembers]))
	t.content = container.NewBorder(container.NewVBox(head, t.base, container.NewBorder(nil, nil, container.NewHBox(kit.Wide(150, t.rounds.Select), t.meetings), nil, t.filters)), nil, nil, nil,
		container.NewStack(t.tallies, t.present, t.members))
	t.part.Selected = wordTallies
	t.part.Refresh()
	return t
}

func (t *Tab) makeTools() {
	t.rounds = desk.NewRoundPicker(t.desk, t.Refresh)
	fresh := kit.NewIconButton(wordNew, theme.ContentAddIcon(), t.newMeeting).Writes()
	change := kit.NewIconButton(wordChange, theme.DocumentCreateIcon(), t.changeMeeting).Writes()
	t.tools = map[string]*fyne.Container{
		wordTallies: container.NewHBox(
			kit.NewButton(wordFill, t.fill).Writes(), kit.NewIconButton(wordConclude, theme.ConfirmIcon(), t.conclude).Writes().Primary(),
			kit.NewIconButton(wordPrint, theme.DocumentPrintIcon(), t.print)),
		wordAttendance: container.NewHBox(fresh, change),
		wordMembers: container.NewHBox(
			kit.NewIconButton(wordAdd, theme.ContentAddIcon(), func() { t.editMember(tdkt.Member{Role: tdkt.Ordinary, Voting: true}) }).Writes(),
			kit.NewIconButton(wordEdit, theme.DocumentCreateIcon(), func() { t.withMember(t.editMember) }).Writes(),
			kit.NewIconButton(wordRemove, theme.DeleteIcon(), func() { t.withMember(t.removeMember) }).Writes()),
	}
}

// Name is the word of the page.
func (t *Tab) Name() string { return wordPage }

// Content is the screen.
func (t *Tab) Content() fyne.CanvasObject { return t.content }

// Shortcuts give Ctrl+F to the filter of the list shown and Ctrl+N to a new meeting or member.
func (t *Tab) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: func() {
		switch t.part.Selected {
		case wordMembers:
			t.members.FocusFilter()
		case wordAttendance:
			t.present.FocusFilter()
		default:
			t.tallies.FocusFilter()
		}
	}, New: func() {
		if t.part.Selected == wordMembers {
			t.editMember(tdkt.Member{Role: tdkt.Ordinary, Voting: true})
			return
		}
		t.newMeeting()
	}}
}

// Goto shows the votes of a subject, or with Missing the first case that has none.
func (t *Tab) Goto(p desk.Place) {
	t.part.SetSelected(wordTallies)
	for _, r := range t.tallies.Rows() {
		if p.Missing && !r.Entered {
			t.tallies.GoCell(r.key(), colFor)
			return
		}
	}
	for _, r := range t.tallies.Rows() {
		if r.Nomination.Subject == p.Subject && (p.Title == "" || r.Nomination.Title == p.Title) {
			t.tallies.GoCell(r.key(), colFor)
			return
		}
	}
}

// Refresh reads the year's meetings, the meeting chosen and the members again.
func (t *Tab) Refresh() {
	for part, tools := range t.tools {
		shown(part == t.part.Selected, tools)
	}
	shown(t.part.Selected == wordTallies, t.tallies, t.tallies.Filter(), t.meetings)
	shown(t.part.Selected == wordAttendance, t.present, t.present.Filter())
	shown(t.part.Selected == wordMembers, t.members, t.members.Filter())
	t.members.SetRows(memberRows(t.desk.View()))
	t.fillMeetings()
	t.showMeeting()
}

func shown(on bool, objects ...fyne.CanvasObject) {
	for _, o := range objects {
		if on {
			o.Show()
			continue
		}
		o.Hide()
	}
}

// fillMeetings offers the meetings of the year, the last one when none was chosen.
func (t *Tab) fillMeetings() {
	t.rounds.Read()
	t.list = t.desk.View().MeetingsIn(t.desk.Round())
	t.which.Options = nil
	at := len(t.list) - 1
	for i, m := range t.list {
		t.which.Options = append(t.which.Options, fmt.Sprintf(textMeetingOf, m.Date, m.Title))
		if m.ID == t.meeting.ID {
			at = i
		}
	}
	t.meeting, t.has = tdkt.Meeting{}, at >= 0
	t.which.Selected = ""
	if t.has {
		t.meeting = t.list[at]
		t.which.Selected = t.which.Options[at]
	}
	t.which.Refresh()
}

// turned shows another meeting.
func (t *Tab) turned() {
	if i := t.which.SelectedIndex(); i >= 0 && i < len(t.list) {
		t.meeting, t.has = t.list[i], true
	}
	t.showMeeting()
}

// showMeeting lists the votes of the meeting chosen and who attended it.
func (t *Tab) showMeeting() {
	v := t.desk.View()
	t.tallies.Empty, t.tallies.EmptyWord, t.present.Empty = textNoCase, "", textNoMeeting
	t.base.Hide()
	if !t.has {
		t.tallies.Empty, t.tallies.EmptyWord, t.tallies.OnEmpty = textNoMeeting, wordNew, t.newMeeting
		if len(v.Members) == 0 {
			t.tallies.Empty, t.tallies.EmptyWord = textFirstMembers, wordFirstMembers
			t.tallies.OnEmpty = func() { t.part.SetSelected(wordMembers) }
		}
		t.tallies.SetRows(nil)
		t.present.SetRows(nil)
		return
	}
	t.base.SetText(baseText(v, t.meeting))
	shown(t.part.Selected != wordMembers, t.base)
	rows, err := tallyRows(v, t.meeting, t.desk.Unit())
	if err != nil {
		t.tallies.Empty = t.desk.UI.Sentence(err)
	}
	t.tallies.SetRows(rows)
	t.present.SetColumns(attendeeColumns(v.Concluded(t.meeting))...)
	t.present.SetRows(v.Attendees(t.meeting))
}

func (t *Tab) editOne(r row, column int, text string) error {
	return t.editMany([]kit.Edit[row]{{Row: r, Column: column, Text: text}})
}

// editMany keeps votes as one step; it runs away from the screen.
func (t *Tab) editMany(edits []kit.Edit[row]) error {
	now, err := tallyRows(t.desk.View(), t.meeting, "")
	if err != nil {
		return err
	}
	counts, err := counted(now, edits)
	if err != nil {
		return err
	}
	return t.desk.App.SetCounts(t.desk.Ctx, t.meeting, counts)
}

func (t *Tab) editPresence(a app.Attendee, column int, text string) error {
	state, reason := a.State, a.Reason
	switch column {
	case colState:
		state = tdkt.Attending(text)
	case colReason:
		reason = text
	}
	return t.desk.App.SetPresence(t.desk.Ctx, t.meeting, []tdkt.ID{a.Member.ID}, state, reason)
}

// fill gives all cases without votes those of a Council of one mind.
func (t *Tab) fill() {
	if !t.has {
		t.desk.UI.Notice(textLocked)
		return
	}
	empty := 0
	for _, r := range t.tallies.Rows() {
		if !r.Entered {
			empty++
		}
	}
	m := t.meeting
	var done app.Filled
	t.desk.UI.Confirm(wordFill, fmt.Sprintf(textFill, empty), wordFill, func() {
		t.desk.Do(func(ctx context.Context) (err error) {
			done, err = t.desk.App.FillUnanimous(ctx, m)
			return err
		}, func() {
			t.desk.UI.Noticef(textFilled, done.Count)
			if done.Left.Left() > 0 {
				t.desk.UI.Inform(wordFill, textFillLeft+"\n"+desk.GroupText(done.Left))
			}
		})
	})
}
