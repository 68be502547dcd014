package council

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// conclude makes the results known after a question, and names who still waits.
func (t *Tab) conclude() {
	if !t.has {
		t.desk.UI.Notice(textLocked)
		return
	}
	m := t.meeting
	var done app.Conclusion
	t.desk.UI.Confirm(wordConclude, fmt.Sprintf(textConclude, m.Date), wordConclude, func() {
		t.desk.Do(func(ctx context.Context) (err error) {
			done, err = t.desk.App.Conclude(ctx, m)
			return err
		}, func() { t.told(done) })
	})
}

// menu is the menu of the right button on the votes.
func (t *Tab) menu([]row) []*fyne.MenuItem {
	return []*fyne.MenuItem{
		kit.NewDeed(wordConclude, t.conclude),
		kit.NewDeed(wordReopen, t.reopen), fyne.NewMenuItem(wordPrint, t.print),
	}
}

// reopen takes the published results of the cases selected back, with a reason.
func (t *Tab) reopen() {
	var ids []tdkt.ID
	for _, r := range t.tallies.Selected() {
		if r.Ballot.Result != "" {
			ids = append(ids, r.Nomination.ID)
		}
	}
	if !t.has || len(ids) == 0 {
		t.desk.UI.Notice(textReopenNone)
		return
	}
	m, n := t.meeting, 0
	t.desk.UI.InputReason(wordReopen, fmt.Sprintf(textReopen, len(ids)), wordReopen, func(reason string) {
		t.desk.Do(func(ctx context.Context) (err error) {
			n, err = papers.Reopen(ctx, t.desk.App, m, ids, reason)
			return err
		}, func() { t.desk.UI.Noticef(textReopened, n) })
	})
}

// newMeeting opens the form of a meeting of the round chosen.
func (t *Tab) newMeeting() {
	r := t.desk.Round()
	t.editMeeting(tdkt.Meeting{Year: r.Year, Round: r.ID})
}

func (t *Tab) told(done app.Conclusion) {
	t.desk.UI.Noticef(textConcluded, done.Approved, done.Rejected)
	if len(done.Waiting) > 0 {
		t.desk.UI.Inform(wordConclude, fmt.Sprintf(textWaiting, len(done.Waiting), strings.Join(done.Waiting, "\n")))
	}
}

func (t *Tab) changeMeeting() {
	if !t.has {
		t.desk.UI.Notice(textLocked)
		return
	}
	t.editMeeting(t.meeting)
}

// editMeeting opens the form of a meeting; one without an ID is new.
func (t *Tab) editMeeting(m tdkt.Meeting) {
	date, place := kit.NewDateField(m.Date), kit.NewTextField(m.Place)
	about, minutes := kit.NewTextField(m.Title), kit.NewTextField(m.Minutes)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordMeeting,
		Form: kit.NewForm(
			kit.FormItem{Label: wordDate, Field: date, Must: true},
			kit.FormItem{Label: wordPlace, Field: place},
			kit.FormItem{Label: wordAbout, Field: about},
			kit.FormItem{Label: wordMinutes, Field: minutes},
		),
		Save: func() func() error {
			m.Date, m.Place, m.Title, m.Minutes = date.Day(), place.Value(), about.Value(), minutes.Value()
			return func() error {
				saved, err := t.desk.App.SaveMeeting(context.WithoutCancel(t.desk.Ctx), m)
				if err == nil {
					m = saved
				}
				return err
			}
		},
		Done: func() {
			t.meeting = m
			t.Refresh()
		},
	})
}

// withMember does something with the member at the cursor.
func (t *Tab) withMember(do func(tdkt.Member)) {
	r, ok := t.members.Current()
	if !ok {
		t.desk.UI.Notice(textPickMember)
		return
	}
	do(r.Member)
}

// editMember opens the form of a member; one without an ID is new.
func (t *Tab) editMember(m tdkt.Member) {
	v := t.desk.View()
	labels, ids := desk.People(v, t.desk.Year())
	person, people := whoFields(t.desk.UI, m, labels, ids)
	outside := kit.NewTextField(m.Name)
	role := kit.NewSelect(nil, nil)
	for _, r := range tdkt.Roles() {
		role.Options = append(role.Options, string(r))
	}
	role.Choose(string(m.Role))
	voting := kit.NewCheck(wordVoting, nil)
	voting.SetChecked(m.Voting)
	from, to, decision := kit.NewDateField(m.From), kit.NewDateField(m.To), kit.NewTextField(m.Decision)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordMember,
		Form: kit.NewForm(
			kit.FormItem{Label: wordPerson, Field: people},
			kit.FormItem{Label: wordOutside, Field: outside},
			kit.FormItem{Label: wordRole, Field: role, Must: true},
			kit.FormItem{Label: wordVoting, Field: voting},
			kit.FormItem{Label: wordFrom, Field: from},
			kit.FormItem{Label: wordTo, Field: to},
			kit.FormItem{Label: wordDecision, Field: decision},
		),
		Save: func() func() error {
			m.Name, m.Role, m.Voting = outside.Value(), tdkt.Role(role.Selected), voting.Checked
			m.From, m.To, m.Decision = from.Day(), to.Day(), decision.Value()
			list := membersOf(m, person(), ids)
			return func() error { return t.desk.App.SaveMembers(context.WithoutCancel(t.desk.Ctx), list) }
		},
	})
}

// whoFields is the field of the people a member's form is about, several where they are
// new, and what was chosen there.
func whoFields(ui *kit.UI, m tdkt.Member, labels []string, ids map[string]tdkt.ID) (func() []string, kit.Field) {
	if m.ID == "" {
		many := kit.NewManyField(ui, wordAddMembers, labels)
		return many.Picked, many
	}
	one := kit.NewPicker(append([]string{""}, labels...), nil)
	for label, id := range ids {
		if id == m.Person {
			one.Choose(label)
		}
	}
	return func() []string { return []string{one.Selected} }, one
}

// membersOf is the members a form is about: one for each person chosen, and one who is not
// of the department.
func membersOf(m tdkt.Member, people []string, ids map[string]tdkt.ID) []tdkt.Member {
	var out []tdkt.Member
	for _, l := range people {
		if id := ids[l]; id != "" {
			one := m
			one.Person, one.Name = id, ""
			out = append(out, one)
		}
	}
	if m.Name != "" && (m.ID == "" || len(out) == 0) {
		m.Person = ""
		out = append(out, m)
	}
	if len(out) == 0 {
		m.Person = ""
		return []tdkt.Member{m}
	}
	return out
}

func (t *Tab) removeMember(m tdkt.Member) {
	name := t.desk.View().MemberName(m)
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, name), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveMember(ctx, m) }, nil)
	})
}

// print writes the ballot paper and the tally sheet of the meeting.
func (t *Tab) print() {
	if !t.has {
		t.desk.UI.Notice(textLocked)
		return
	}
	m := t.meeting
	name := fmt.Sprintf(wordFilePrint, m.Date.ISO())
	t.desk.UI.SaveFile(wordPrint, name, []kit.FileKind{{Name: "Excel", Patterns: []string{"*.xlsx"}}}, func(path string) {
		if filepath.Ext(path) == "" {
			path += ".xlsx"
		}
		t.desk.UI.Busy(wordPrint, func(ctx context.Context, _ *kit.Progress) error {
			return papers.ExportForm(ctx, t.desk.App, m.Year, "ballots", path)
		}, func() {
			t.desk.UI.Noticef(textPrinted, path)
			t.opened(path)
		})
	})
}
