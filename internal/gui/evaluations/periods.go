package evaluations

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// Periods is the page of months and quarters: people by periods with their points, the
// year's mean, the level the rules propose and the one decided.
type Periods struct {
	desk    *desk.Desk
	open    func(path string)
	grid    *kit.Grid[periodRow]
	caps    *widget.Label
	gaps    *widget.Label
	content *fyne.Container
	view    *app.PeriodView
	shown   string // the columns there are
}

var _ desk.Tab = (*Periods)(nil)

// NewPeriods makes the page; open shows a folder with the system's own program.
func NewPeriods(d *desk.Desk, open func(path string)) *Periods {
	t := &Periods{desk: d, open: open, caps: widget.NewLabel(""), gaps: widget.NewLabel("")}
	t.grid = kit.NewGrid(d.UI, periodRow.key, periodColumns(tdkt.Months(), false)...)
	t.grid.Style = periodRow.style
	t.grid.OnEdit = func(r periodRow, column int, text string) error {
		return t.edit([]kit.Edit[periodRow]{{Row: r, Column: column, Text: text}})
	}
	t.grid.OnEdits = t.edit
	t.caps.Wrapping, t.gaps.Wrapping = fyne.TextWrapWord, fyne.TextWrapWord
	bar := kit.Bar(
		kit.NewIconButton(wordTakeSheets, theme.DownloadIcon(), t.take).Writes().Primary(),
		kit.NewIconButton(wordWriteSheets, theme.UploadIcon(), t.write),
		kit.NewIconButton(wordLockPeriod, theme.ConfirmIcon(), t.lock).Writes(),
		kit.NewIconButton(wordUnlockPeriod, theme.CancelIcon(), t.unlock),
		kit.NewIconButton(wordDecide, theme.ListIcon(), t.decide),
		kit.NewIconButton(wordForms, theme.DocumentIcon(), t.forms),
		kit.NewIconButton(wordNotices, theme.MailSendIcon(), t.notices),
	)
	second := container.NewBorder(nil, nil, nil, kit.Wide(260, t.grid.Filter()), t.gaps)
	t.content = container.NewBorder(container.NewVBox(bar, second, t.caps), nil, nil, nil, t.grid)
	return t
}

// Name is the word of the page.
func (t *Periods) Name() string { return wordPeriodPage }

// Content is the screen.
func (t *Periods) Content() fyne.CanvasObject { return t.content }

// Shortcuts are Ctrl+F to filter and Ctrl+N to take sheets.
func (t *Periods) Shortcuts() kit.Shortcuts {
	return kit.Shortcuts{Find: t.grid.FocusFilter, New: t.take}
}

// Goto moves to the place's person, and to the period that its title names.
func (t *Periods) Goto(p desk.Place) {
	at := slices.Index(t.view.Periods, tdkt.Period(p.Title))
	t.grid.GoCell(string(p.Subject.ID), 1+max(at, 0))
}

// Refresh reads the year's marks again.
func (t *Periods) Refresh() {
	v, year := t.desk.View(), t.desk.Year()
	if !v.ByPeriods(year) {
		t.view = &app.PeriodView{Year: year, Periods: tdkt.Months()}
		t.grid.Empty = fmt.Sprintf(textNoPeriods, year)
		t.caps.SetText("")
		t.gaps.SetText("")
		t.grid.SetRows(nil)
		return
	}
	t.view = v.PeriodView(year, t.desk.Unit(), t.desk.App.Today())
	closed := v.YearOf(year).IsClosed(tdkt.RatingBook)
	if shown := fmt.Sprint(t.view.Periods, closed); shown != t.shown {
		t.shown = shown
		t.grid.SetColumns(periodColumns(t.view.Periods, closed)...)
	}
	people := make([]tdkt.Person, len(t.view.Rows))
	for i, r := range t.view.Rows {
		people[i] = r.Person
	}
	names := app.Namesakes(people)
	rows := make([]periodRow, len(t.view.Rows))
	for i, r := range t.view.Rows {
		rows[i] = periodRow{PeriodRow: r, name: names[r.Person.ID]}
	}
	t.grid.Empty = textNoPeople
	t.showLines()
	t.grid.SetRows(rows)
}

// showLines says how the caps stand, and whose sheets are wanting.
func (t *Periods) showLines() {
	text, over := capText(t.view.Caps)
	if t.view.Unrated > 0 {
		text = strings.TrimSpace(text + "   " + fmt.Sprintf(textUnratedNow, t.view.Unrated))
	}
	t.caps.Importance = widget.MediumImportance
	if over {
		t.caps.Importance = widget.DangerImportance
	}
	t.caps.SetText(text)
	gaps := textAllSheets
	if len(t.view.Missing) > 0 {
		gaps = gapText(t.view.Missing)
	}
	if len(t.view.Locked) > 0 {
		gaps += " · " + fmt.Sprintf(textLockedNow, words(t.view.Locked))
	}
	t.gaps.SetText(gaps)
}

func words(list []tdkt.Period) string {
	var out []string
	for _, p := range list {
		out = append(out, string(p))
	}
	return strings.Join(out, ", ")
}

func (t *Periods) edit(edits []kit.Edit[periodRow]) error {
	list, err := markEdits(t.view.Periods, edits)
	if err != nil {
		return err
	}
	return t.desk.App.SetMarks(t.desk.Ctx, t.view.Year, list)
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
				paths, err := t.desk.App.WritePeriodSheets(ctx, year, p, t.desk.View().Rooms(year), dir)
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
		var list []*app.PeriodReturn
		t.desk.UI.Busy(wordTakeSheets, func(ctx context.Context, _ *kit.Progress) error {
			list = t.desk.App.PreviewPeriodSheets(ctx, paths)
			return ctx.Err()
		}, func() { t.confirm(list) })
	})
}

// confirm shows what the sheets would change, and writes it when wanted. Right lines are
// taken, wrong ones named.
func (t *Periods) confirm(list []*app.PeriodReturn) {
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
			n, err = t.desk.App.TakePeriodSheets(ctx, list)
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
func (t *Periods) forms() {
	year := t.view.Year
	t.desk.UI.PickFolder(wordForms, func(dir string) {
		n := 0
		t.desk.UI.Busy(wordForms, func(ctx context.Context, _ *kit.Progress) error {
			paths, err := t.desk.App.WriteRatingForms(ctx, year, app.Form02, "", "", dir)
			n = len(paths)
			return err
		}, func() {
			t.desk.UI.Noticef(textFormsDone, n, dir)
			t.open(dir)
		})
	})
}

// notices writes the notice of its result to each of the people selected.
func (t *Periods) notices() {
	people, year := t.chosen(), t.view.Year
	if len(people) == 0 {
		return
	}
	t.desk.UI.PickFolder(wordNotices, func(dir string) {
		n := 0
		t.desk.UI.Busy(wordNotices, func(ctx context.Context, _ *kit.Progress) error {
			paths, err := t.desk.App.WriteRatingNotices(ctx, year, people, dir)
			n = len(paths)
			return err
		}, func() {
			t.desk.UI.Noticef(textFormsDone, n, dir)
			t.open(dir)
		})
	})
}
