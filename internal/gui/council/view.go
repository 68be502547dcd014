// Package council is the page Hội đồng of the tab Khen thưởng: who sits in the Council,
// its meetings, who attended, and the votes.
package council

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Tab is the page Hội đồng.
type Tab struct {
	desk     *desk.Desk
	opened   func(path string)
	part     *kit.Views
	which    *kit.Select
	rounds   *desk.RoundPicker
	head     *kit.Head
	base     *kit.Note
	tallies  *kit.Grid[row]
	results  *fyne.Container // how each title went, as bars
	votes    fyne.CanvasObject
	present  *kit.Grid[view.Attendee]
	members  *kit.Grid[memberRow]
	mains    map[string]*kit.Button // the one deed of each part
	fillOnes *kit.Button
	meetings fyne.CanvasObject // the choice of round and meeting
	content  *fyne.Container

	list    []tdkt.Meeting // behind the options of which
	meeting tdkt.Meeting
	has     bool   // meeting is one
	only    string // the title whose cases are listed, "" for all
}

var _ desk.Tab = (*Tab)(nil)

// New makes the page; opened shows a file that was written with the system's own program.
func New(d *desk.Desk, opened func(path string)) *Tab {
	t := &Tab{desk: d, opened: opened, base: kit.NewNote(), results: kit.Flow(kit.Space1)}
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
	t.part = kit.NewViews([]string{wordTallies, wordAttendance, wordMembers}, func() { t.Refresh() })
	t.rounds = desk.NewRoundPicker(t.desk, t.Refresh)
	t.meetings = container.NewHBox(kit.Wide(roundWidth, t.rounds.Select), kit.Wide(meetingWidth, t.which))
	t.mains = map[string]*kit.Button{
		wordTallies:    kit.NewButton(wordConclude, t.conclude).Writes().Primary(),
		wordAttendance: kit.NewButton(wordNew, t.newMeeting).Writes().Primary(),
		wordMembers:    kit.NewButton(wordAdd, t.addMember).Writes().Primary(),
	}
	t.fillOnes = kit.NewButton(wordFill, t.fill).Writes()
	mains := container.NewStack()
	for _, b := range t.mains {
		mains.Add(b)
	}
	t.members.EmptyWord, t.members.OnEmpty = wordAdd, t.addMember
	t.members.Menu = func([]memberRow) []*fyne.MenuItem { return t.memberDeeds() }
	t.present.Menu = func([]view.Attendee) []*fyne.MenuItem { return t.meetingDeeds() }
	t.head = d.UI.NewHead(kit.HeadSpec{
		Title: wordPage, Views: t.part.Segments, Extra: t.fillOnes, More: t.more, Main: mains,
		Filter: kit.Wide(filterWidth, container.NewStack(t.tallies.Filter(), t.present.Filter(), t.members.Filter())),
	})
	t.votes = kit.Beside([]float32{resultsWidth}, kit.Card(container.NewVScroll(t.results)), t.tallies)
	t.content = kit.NewPage(t.head.Object(), kit.Padded(t.meetings), t.base.Object(), kit.Padded(container.NewStack(t.votes, t.present, t.members)))
	return t
}

// Widths at the usual size of text.
const (
	roundWidth   = 150
	meetingWidth = 460
	filterWidth  = 200
	resultsWidth = 420
)

// more is the menu of all that is not the one deed of the part shown.
func (t *Tab) more() []*fyne.MenuItem {
	switch t.part.Selected {
	case wordAttendance:
		return t.meetingDeeds()
	case wordMembers:
		return t.memberDeeds()
	}
	return append(t.menu(nil), t.meetingDeeds()...)
}

func (t *Tab) meetingDeeds() []*fyne.MenuItem {
	return []*fyne.MenuItem{kit.NewDeed(wordNew, t.newMeeting), kit.NewDeed(wordChange, t.changeMeeting)}
}

func (t *Tab) memberDeeds() []*fyne.MenuItem {
	return []*fyne.MenuItem{kit.NewDeed(wordEdit, func() { t.withMember(t.editMember) }), kit.NewDeed(wordRemove, func() { t.withMember(t.removeMember) })}
}

func (t *Tab) addMember() { t.editMember(tdkt.Member{Role: tdkt.Ordinary, Voting: true}) }

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
			t.addMember()
			return
		}
		t.newMeeting()
	}}
}

// Goto shows the votes of a subject, or with Missing the first case that has none.
func (t *Tab) Goto(p desk.Place) {
	t.part.SetSelected(wordTallies)
	if t.only != "" {
		t.showOnly("")
	}
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
	for part, main := range t.mains {
		shown(part == t.part.Selected, main)
	}
	shown(t.part.Selected != wordMembers, t.meetings)
	shown(t.part.Selected == wordTallies, t.votes, t.tallies.Filter(), t.fillOnes)
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
	t.base.Set("", kit.Plain)
	defer t.content.Refresh() // the line may be higher now
	if !t.has {
		t.tallies.Empty, t.tallies.EmptyWord, t.tallies.OnEmpty = textNoMeeting, wordNew, t.newMeeting
		if len(v.Members) == 0 {
			t.tallies.Empty, t.tallies.EmptyWord = textFirstMembers, wordFirstMembers
			t.tallies.OnEmpty = func() { t.part.SetSelected(wordMembers) }
		}
		t.tallies.SetRows(nil)
		t.present.SetRows(nil)
		t.showResults(nil)
		return
	}
	if t.part.Selected != wordMembers {
		t.base.Set(baseText(v, t.meeting), kit.Plain)
	}
	rows, err := tallyRows(v, t.meeting, t.desk.Unit())
	if err != nil {
		t.tallies.Empty = t.desk.UI.Sentence(err)
	}
	t.tallies.SetRows(t.listed(rows))
	t.showResults(rows)
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

func (t *Tab) editPresence(a view.Attendee, column int, text string) error {
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
