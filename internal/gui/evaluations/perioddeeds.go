package evaluations

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/imports"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// more is all else the page does.
func (t *Periods) more() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(wordWriteSheets, t.write),
		kit.NewDeed(wordWork, t.work),
		kit.NewDeed(wordLockPeriod, t.lock),
		kit.NewDeed(wordUnlockPeriod, t.unlock),
		fyne.NewMenuItemSeparator(),
		kit.NewDeed(wordDecide, t.decide),
		kit.NewDeed(wordDecideOther, t.decideOther),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(wordForms01, t.forms01),
		fyne.NewMenuItem(wordForms, t.forms),
		kit.NewDeed(wordNotices, t.notices),
		fyne.NewMenuItem(wordMinutes, t.minutes),
		kit.NewDeed(wordPetition, t.petition),
	}
}

// menu is what can be done with the people selected.
func (t *Periods) menu(rows []periodRow) []*fyne.MenuItem {
	if len(rows) == 0 {
		return nil
	}
	return []*fyne.MenuItem{kit.NewDeed(wordWork, t.work), kit.NewDeed(wordDecide, t.decide), kit.NewDeed(wordDecideOther, t.decideOther), kit.NewDeed(wordNotices, t.notices), kit.NewDeed(wordPetition, t.petition)}
}

// period asks for one of the year's periods.
func (t *Periods) period(title string, then func(tdkt.Period)) {
	var names []string
	for _, p := range t.view.Periods {
		names = append(names, p.Words())
	}
	t.desk.UI.Choice(title, textWhichPeriod, names, func(i int) { then(t.view.Periods[i]) })
}

func (t *Periods) lock() {
	t.period(wordLockPeriod, func(p tdkt.Period) {
		n := 0
		t.desk.Do(func(ctx context.Context) (err error) {
			n, err = t.desk.App.LockPeriod(ctx, t.view.Year, t.desk.Unit(), p)
			return err
		}, func() { t.desk.UI.Noticef(textLockDone, n, p.Words()) })
	})
}

func (t *Periods) unlock() {
	t.period(wordUnlockPeriod, func(p tdkt.Period) {
		t.desk.UI.InputReason(wordUnlockPeriod, fmt.Sprintf(textUnlock, p.Words(), t.view.Year), wordUnlockPeriod, func(reason string) {
			n := 0
			t.desk.Do(func(ctx context.Context) (err error) {
				n, err = t.desk.App.UnlockPeriod(ctx, t.view.Year, t.desk.Unit(), p, reason)
				return err
			}, func() { t.desk.UI.Noticef(textUnlockDone, n, p.Words()) })
		})
	})
}

// write asks for a period and a folder and writes a sheet for each room.
func (t *Periods) write() {
	year := t.view.Year
	t.period(wordWriteSheets, func(p tdkt.Period) {
		t.desk.UI.PickFolder(wordWriteSheets, func(dir string) {
			n := 0
			t.desk.UI.Busy(wordWriteSheets, func(ctx context.Context, _ *kit.Progress) error {
				paths, err := papers.WritePeriodSheets(ctx, t.desk.App, year, p, papers.Rooms(t.desk.View(), year), dir)
				n = len(paths)
				return err
			}, func() {
				t.desk.UI.Noticef(textSheetsDone, n, dir)
				t.open(dir)
			})
		})
	})
}

// take asks for the folder with the sheets that came back and shows what they would do.
func (t *Periods) take() {
	t.desk.UI.PickFolder(wordTakeSheets, func(dir string) {
		paths, err := filepath.Glob(filepath.Join(dir, "*.xlsx"))
		paths = slices.DeleteFunc(paths, func(p string) bool { return strings.HasPrefix(filepath.Base(p), "~$") })
		if _, gone := os.Stat(dir); err != nil || gone != nil || len(paths) == 0 {
			t.desk.UI.Inform(wordTakeSheets, textNoSheets)
			return
		}
		var list []*imports.PeriodReturn
		t.desk.UI.Busy(wordTakeSheets, func(ctx context.Context, _ *kit.Progress) error {
			list = imports.PreviewPeriodSheets(ctx, t.desk.App, paths)
			return ctx.Err()
		}, func() { t.confirm(list) })
	})
}

// confirm shows what the sheets would change, and writes it when wanted. Right lines are
// taken, wrong ones named.
func (t *Periods) confirm(list []*imports.PeriodReturn) {
	var lines []string
	changes := 0
	for _, r := range list {
		if r.Problem != nil {
			lines = append(lines, fmt.Sprintf(textSheetBad, filepath.Base(r.Path), t.desk.UI.Sentence(r.Problem)))
			continue
		}
		changes += len(r.Changed)
		lines = append(lines, fmt.Sprintf(textSheetLine, r.Unit, r.Sheet.Period.Words(), len(r.Changed), r.Same, len(r.Empty), len(r.Refused)))
		for _, p := range r.Refused {
			lines = append(lines, "  "+p.Cell+": "+p.Text)
		}
	}
	text := strings.Join(lines, "\n")
	if changes == 0 {
		t.desk.UI.Inform(wordSheetsBack, text+"\n"+textNothingBack)
		return
	}
	t.desk.UI.Confirm(wordSheetsBack, text, wordTakeThem, func() {
		n := 0
		t.desk.Do(func(ctx context.Context) (err error) {
			n, err = imports.TakePeriodSheets(ctx, t.desk.App, list)
			return err
		}, func() { t.desk.UI.Noticef(textTaken, n) })
	})
}

// chosen are the people selected.
func (t *Periods) chosen() []tdkt.ID {
	var out []tdkt.ID
	for _, r := range t.grid.Selected() {
		out = append(out, r.Person.ID)
	}
	if len(out) == 0 {
		t.desk.UI.Notice(textPickPeople)
	}
	return out
}

// decide decides the levels proposed for the people selected.
func (t *Periods) decide() {
	people := t.chosen()
	if len(people) == 0 {
		return
	}
	t.desk.UI.Input(wordDecide, fmt.Sprintf(textDecideAsk, len(people)), "", false, func(decision string) {
		n := 0
		t.desk.Do(func(ctx context.Context) (err error) {
			n, err = t.desk.App.DecideProposed(ctx, t.view.Year, people, decision)
			return err
		}, func() { t.desk.UI.Noticef(textDecideDone, n) })
	})
}

// forms writes Mẫu số 02 of everybody into a folder.
func (t *Periods) forms() { t.writeForms(t.view.Year, papers.Form02, "") }

// notices writes the notice of its result to each of the people selected.
func (t *Periods) notices() {
	people, year := t.chosen(), t.view.Year
	if len(people) == 0 {
		return
	}
	t.desk.UI.PickFolder(wordNotices, func(dir string) {
		n := 0
		t.desk.UI.Busy(wordNotices, func(ctx context.Context, _ *kit.Progress) error {
			paths, err := papers.WriteRatingNotices(ctx, t.desk.App, year, people, dir)
			n = len(paths)
			return err
		}, func() {
			t.desk.UI.Noticef(textFormsDone, n, dir)
			t.open(dir)
		})
	})
}

// forms01 writes Mẫu số 01 of a period of everybody into a folder.
func (t *Periods) forms01() {
	year := t.view.Year
	t.period(wordForms01, func(p tdkt.Period) { t.writeForms(year, papers.Form01, p) })
}

func (t *Periods) writeForms(year int, kind string, p tdkt.Period) {
	t.desk.UI.PickFolder(wordForms, func(dir string) {
		n := 0
		t.desk.UI.Busy(wordForms, func(ctx context.Context, _ *kit.Progress) error {
			paths, err := papers.WriteRatingForms(ctx, t.desk.App, year, kind, p, "", dir)
			n = len(paths)
			return err
		}, func() {
			t.desk.UI.Noticef(textFormsDone, n, dir)
			t.open(dir)
		})
	})
}

// minutes writes the minutes of a room's meeting about the year.
func (t *Periods) minutes() {
	year := t.view.Year
	rooms := papers.Rooms(t.desk.View(), year)
	names := make([]string, len(rooms))
	for i, r := range rooms {
		names[i] = r.Name
	}
	t.desk.UI.Choice(wordMinutes, wordRoomField, names, func(i int) {
		name := tdkt.FileWords(fmt.Sprintf("Biên bản họp xếp loại %d - %s.docx", year, rooms[i].Name))
		t.desk.UI.SaveFile(wordMinutes, name, []kit.FileKind{{Name: "Word", Patterns: []string{"*.docx"}}}, func(path string) {
			if filepath.Ext(path) == "" {
				path += ".docx"
			}
			t.desk.UI.Busy(wordMinutes, func(ctx context.Context, _ *kit.Progress) error {
				return papers.WriteRatingMinutes(ctx, t.desk.App, year, rooms[i], path)
			}, func() {
				t.desk.UI.Noticef(textFormsDone, 1, filepath.Dir(path))
				t.open(path)
			})
		})
	})
}

// one is the only person selected.
func (t *Periods) one() (periodRow, bool) {
	rows := t.grid.Selected()
	if len(rows) != 1 {
		t.desk.UI.Notice(textOneOf)
		return periodRow{}, false
	}
	return rows[0], true
}

// petition registers that somebody does not agree with the rating, with its deadline.
func (t *Periods) petition() {
	r, ok := t.one()
	if !ok {
		return
	}
	received, summary := kit.NewDateField(t.desk.App.Today()), kit.NewAreaField("", 3)
	form := kit.NewForm(kit.FormItem{Label: wordReceived, Field: received, Must: true}, kit.FormItem{Label: wordSummary, Field: summary, Must: true})
	var last tdkt.Day
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordPetition, Form: form, Done: func() { t.desk.UI.Noticef(textPetition, last) },
		Save: func() func() error {
			day, text := received.Day(), summary.Value()
			return func() (err error) {
				last, err = t.desk.App.Petition(context.WithoutCancel(t.desk.Ctx), t.view.Year, tdkt.PersonSubject(r.Person.ID), day, text)
				return err
			}
		},
	})
}

// decideOther decides a level other than the proposed one, with its reason.
func (t *Periods) decideOther() {
	people := t.chosen()
	if len(people) == 0 {
		return
	}
	level, reason, number := kit.NewSelect(levelNames(), nil), kit.NewAreaField("", 2), kit.NewTextField("")
	form := kit.NewForm(
		kit.FormItem{Label: wordLevelField, Field: level, Must: true}, kit.FormItem{Label: wordReasonField, Field: reason, Must: true},
		kit.FormItem{Label: wordNumberField, Field: number},
	)
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordDecideOther, Form: form, Done: func() { t.desk.UI.Noticef(textDecideDone, len(people)) },
		Save: func() func() error {
			l, why, no := levelOf(level.Selected), reason.Value(), number.Value()
			return func() error {
				return t.desk.App.DecideOther(context.WithoutCancel(t.desk.Ctx), t.view.Year, people, l, why, no)
			}
		},
	})
}

// toGap goes to the first person who lacks the sheet of a period.
func (t *Periods) toGap(g view.PeriodGap) {
	t.Goto(desk.Place{Title: string(g.Period), Subject: tdkt.PersonSubject(g.Rooms[0].First)})
}
