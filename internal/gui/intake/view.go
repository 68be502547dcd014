// Package intake is the window's review of old records: the tables found in files, the
// rows as they will be written beside the cells they come from, and what is asked.
// Nothing is written before the button Ghi, and one undo takes all of it back.
package intake

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tdkt/internal/app/imports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	records "tdkt/internal/intake"
	"tdkt/internal/tdkt"
)

// aside is work put aside: which files, and what was answered.
type aside struct {
	Paths   []string
	Answers []records.Answer
}

// Open asks where the records are and shows what was found in them.
func Open(d *desk.Desk) {
	options := []string{wordFolder, wordFile, wordPaste}
	if _, ok := keptWork(); ok {
		options = append(options, wordContinue)
	}
	d.UI.Choice(wordTitle, textFrom, options, func(i int) {
		switch options[i] {
		case wordFolder:
			d.UI.PickFolder(wordTitle, func(dir string) { Read(d, []string{dir}) })
		case wordFile:
			kinds := []kit.FileKind{{Name: wordAnyFile, Patterns: []string{"*.xlsx", "*.xlsm", "*.docx", "*.docm", "*.csv", "*.tsv", "*.txt"}}}
			d.UI.OpenFile(wordTitle, kinds, func(path string) { Read(d, []string{path}) })
		case wordPaste:
			paste(d)
		default:
			if work, ok := keptWork(); ok {
				read(d, work.Paths, work.Answers, true)
			}
		}
	})
}

// Read reads files and folders with the answers given for earlier ones.
func Read(d *desk.Desk, paths []string) { read(d, paths, keptAnswers(), false) }

func read(d *desk.Desk, paths []string, answers []records.Answer, goneOn bool) {
	r := &review{desk: d, paths: paths, view: wordLook, table: -1, answered: goneOn}
	d.UI.Busy(wordReading, func(ctx context.Context, p *kit.Progress) (err error) {
		r.plan, err = imports.PlanOld(ctx, d.App, paths, answers, func(done, total int, what string) { p.Set(float64(done)/float64(max(total, 1)), what) })
		return err
	}, r.show)
}

func paste(d *desk.Desk) {
	text := fyne.CurrentApp().Clipboard().Content()
	if strings.TrimSpace(text) == "" {
		d.UI.ShowError(tdkt.Errorf(tdkt.Invalid, textNothing))
		return
	}
	r := &review{desk: d, view: wordLook, table: -1}
	d.UI.Busy(wordReading, func(ctx context.Context, _ *kit.Progress) (err error) {
		r.plan, err = imports.PlanPasted(ctx, d.App, text, keptAnswers())
		return err
	}, r.show)
}

// review is the open review.
type review struct {
	desk   *desk.Desk
	paths  []string
	plan   *imports.OldPlan
	view   string
	table  int // of plan.Tables, -1 for all
	dialog kit.Dialog
	head   *widget.Label
	tables *kit.Grid[found]
	lines  *kit.Grid[line]
	write  *kit.Button
	views  *kit.Segments
	only   string // of one reason of doubt, "" for all
	bar    answerBar
	// answered says that something was answered here, beside what is known from earlier files.
	answered bool
}

// size is that of the review: it fits a screen of 1366 × 768.
var size = fyne.NewSize(1330, 620)

func (r *review) show() {
	ui := r.desk.UI
	if len(r.plan.Questions()) == 0 {
		r.view = wordAll
	}
	r.head = widget.NewLabel("")
	r.tables = kit.NewGrid(ui, found.key, tableColumns()...)
	r.tables.OnEdit = r.retable
	r.tables.OnOpen = func(f found) { r.choose(f.place) }
	r.lines = kit.NewGrid(ui, line.key, lineColumns()...)
	r.lines.Empty = textEmptyLook
	r.lines.OnEdit = func(l line, _ int, text string) error { return r.answer([]line{l}, text) }
	r.lines.OnCursor = func(l line, ok bool) { r.bar.show(r, l, ok) }
	r.views = kit.NewSegments(viewWords(), func(i int) {
		r.view, r.only = viewWords()[i], ""
		r.fill()
	})
	r.views.Set(slices.Index(viewWords(), r.view))
	r.write = kit.NewButton(wordTitle, r.commit).Primary()
	hint := widget.NewLabel(textHint)
	hint.Importance = widget.LowImportance
	const filterWidth = 200
	tools := container.NewHBox(
		kit.NewButton(wordRight, func() { r.answerSelected(records.Right) }),
		kit.NewButton(wordSkip, func() { r.answerSelected(records.Skip) }),
	)
	top := container.NewVBox(r.head, kit.Border(nil, nil, container.NewHBox(r.views, tools), kit.Wide(filterWidth, r.lines.Filter())))
	split := container.NewHSplit(r.tables, kit.Border(nil, r.bar.make(), nil, nil, r.lines))
	split.Offset = 0.3
	spec := kit.DialogSpec{
		Title: wordTitle, Size: size, Work: true, OnNo: r.closed, Content: kit.Border(top, hint, nil, nil, split),
		Extra: []fyne.CanvasObject{kit.NewButton(wordRest, r.saveRest), r.write},
	}
	if len(r.paths) > 0 {
		spec.Extra = append([]fyne.CanvasObject{kit.NewButton(wordAside, r.putAside)}, spec.Extra...)
	}
	r.dialog = ui.Dialog(spec)
	r.fill()
	r.lines.Focus()
}

// fill shows the plan as it is now.
func (r *review) fill() {
	sure, held, refused := r.plan.Count()
	r.head.SetText(fmt.Sprintf(textHead, r.plan.Files, len(r.plan.Tables), kit.FormatInt(len(r.plan.Facts)), kit.FormatInt(sure), kit.FormatInt(held), kit.FormatInt(refused)))
	r.write.SetText(fmt.Sprintf(textWrite, kit.FormatInt(r.plan.Writes())))
	r.write.SetEnabled(r.plan.Writes() > 0)
	rows := make([]found, len(r.plan.Tables))
	for i, t := range r.plan.Tables {
		rows[i] = found{t, i}
	}
	r.tables.SetRows(rows)
	r.lines.Empty = textEmptyLook
	if r.view == wordGiven {
		r.lines.Empty = textEmptyGiven
	}
	all := lines(r.plan, r.view, r.table)
	if r.only != "" {
		all = slices.DeleteFunc(all, func(l line) bool { return l.question == nil || l.question.Why != r.only })
	}
	r.lines.SetRows(all)
	if shown := r.lines.Shown(); len(shown) == 0 {
		r.bar.show(r, line{}, false)
	}
}

// oneByOne shows each cell of a group, to be answered alone.
func (r *review) oneByOne(why string) {
	r.view, r.only = wordAll, why
	r.views.Set(slices.Index(viewWords(), r.view))
	r.fill()
}

// choose shows the rows of one table alone, or of all again.
func (r *review) choose(table int) {
	if r.table == table {
		table = -1
	}
	r.table = table
	r.fill()
}

// answer keeps an answer for every like cell and compares again. It runs away from the
// screen.
func (r *review) answer(rows []line, text string) error {
	var more []records.Answer
	for _, l := range rows {
		q := l.question
		switch {
		case q == nil:
			continue
		case q.Many && tdkt.Fold(text) != tdkt.Fold(records.Right) && tdkt.Fold(text) != tdkt.Fold(records.Skip):
			return tdkt.Errorf(tdkt.Invalid, textMany)
		case tdkt.Fold(text) == tdkt.Fold(records.Right) && q.Proposal == "":
			return tdkt.Errorf(tdkt.Invalid, textNoProposal)
		}
		if err := q.Unread(text); err != nil {
			return err
		}
		more = append(more, q.Answer(text))
	}
	return r.again(more)
}

// again compares again with more answers.
func (r *review) again(more []records.Answer) error {
	p, err := imports.AnswerOld(r.desk.Ctx, r.desk.App, r.plan, more...)
	if err != nil {
		return err
	}
	r.took(p)
	return nil
}

// takeBack asks again what was answered.
func (r *review) takeBack(given records.Answer) error {
	p, err := imports.TakeBackOld(r.desk.Ctx, r.desk.App, r.plan, given)
	if err != nil {
		return err
	}
	r.took(p)
	return nil
}

// took shows a plan compared again.
func (r *review) took(p *imports.OldPlan) {
	r.plan, r.answered = p, true
	keepAnswers(p.Answers)
	r.desk.UI.Do(func() func() { return r.fill })
}

func (r *review) answerSelected(text string) {
	var rows []line
	for _, l := range r.lines.Selected() {
		if l.question != nil {
			rows = append(rows, l)
		}
	}
	if len(rows) == 0 {
		r.desk.UI.Notice(textPick)
		return
	}
	r.desk.UI.Try(func() error { return r.answer(rows, text) }, nil)
}

// retable takes a table for another kind.
func (r *review) retable(f found, _ int, kind string) error {
	top, _, _ := strings.Cut(f.Range, ":")
	return r.again([]records.Answer{{Field: "table", Text: f.File + "!" + f.Sheet + "!" + top, Value: kind}})
}

func (r *review) commit() {
	n := r.plan.Writes()
	r.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
		return imports.WriteOld(ctx, r.desk.App, r.plan)
	}, func() {
		r.dialog.Close()
		if len(r.plan.Questions()) == 0 {
			fyne.CurrentApp().Preferences().RemoveValue(preferenceAside)
		} else if len(r.paths) > 0 {
			r.keep() // what was not answered can be gone on with
		}
		r.desk.UI.Noticef(textWritten, kit.FormatInt(n))
	})
}

// closed keeps what was answered in a review that was closed: it can be gone on with.
func (r *review) closed() {
	if len(r.paths) > 0 && r.answered {
		r.keep()
		r.desk.UI.Notice(textAside)
	}
}

func (r *review) putAside() {
	r.keep()
	r.dialog.Close()
	r.desk.UI.Notice(textAside)
}

// keep remembers the files and the answers, to go on another time.
func (r *review) keep() {
	raw, err := json.Marshal(aside{r.paths, r.plan.Answers})
	if err != nil {
		return // nothing in it can fail to be written
	}
	fyne.CurrentApp().Preferences().SetString(preferenceAside, string(raw))
}

func keptWork() (aside, bool) {
	var a aside
	err := json.Unmarshal([]byte(fyne.CurrentApp().Preferences().String(preferenceAside)), &a)
	return a, err == nil && len(a.Paths) > 0
}

// mostKept bounds the answers remembered for the files to come.
const mostKept = 2_000

func keepAnswers(list []records.Answer) {
	if len(list) > mostKept {
		list = list[len(list)-mostKept:]
	}
	if raw, err := json.Marshal(list); err == nil {
		fyne.CurrentApp().Preferences().SetString(preferenceKnown, string(raw))
	}
}

func keptAnswers() []records.Answer {
	var list []records.Answer
	if json.Unmarshal([]byte(fyne.CurrentApp().Preferences().String(preferenceKnown)), &list) != nil {
		return nil
	}
	return list
}

// saveRest writes what is not taken to an Excel file with the reasons.
func (r *review) saveRest() {
	kinds := []kit.FileKind{{Name: "Excel", Patterns: []string{"*.xlsx"}}}
	r.desk.UI.SaveFile(wordRest, fileRest, kinds, func(path string) {
		if !strings.HasSuffix(strings.ToLower(path), ".xlsx") {
			path += ".xlsx"
		}
		_, held, refused := r.plan.Count()
		r.desk.UI.Busy(wordWriting, func(ctx context.Context, _ *kit.Progress) error {
			return imports.SaveOldRest(ctx, r.desk.App, r.plan, path)
		}, func() { r.desk.UI.Noticef(textRest, held+refused, path) })
	})
}
