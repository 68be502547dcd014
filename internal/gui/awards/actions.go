package awards

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/dossier"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// refused says so when the year is locked.
func (t *Tab) refused() bool {
	if t.page.locked {
		t.desk.UI.Warn(fmt.Sprintf(textLockedFirst, t.page.year))
	}
	return t.page.locked
}

// nominateSelected proposes the rows selected, after a question where data are
// missing or the case is on hold.
func (t *Tab) nominateSelected() {
	if t.refused() {
		return
	}
	rows := t.grid.Selected()
	if len(rows) == 0 {
		t.desk.UI.Notice(textPick)
		return
	}
	rows = toNominate(rows)
	if len(rows) == 0 {
		t.desk.UI.Notice(textAlready)
		return
	}
	var ask []string
	if d := doubts(rows); d != "" {
		ask = append(ask, fmt.Sprintf(textDoubt, len(rows), d))
	}
	if c := clashing(t.page.view.Clashes(t.page.year, t.at.code, subjectsOf(rows))); c != "" {
		ask = append(ask, c, textClash)
	}
	if len(ask) > 0 {
		t.desk.UI.Confirm(wordNominate, strings.Join(ask, "\n"), wordNominate, func() { t.propose(rows) })
		return
	}
	t.propose(rows)
}

// propose proposes the rows in the round chosen, after the question about those who are
// không đủ; what is only doubtful was asked about before.
func (t *Tab) propose(rows []row) {
	r, at, n := t.page.round, t.at, 0
	var vetted app.Vetted
	t.desk.UI.Try(func() (err error) {
		vetted, err = t.desk.App.VetNominees(r, at.code, subjectsOf(rows))
		return err
	}, func() {
		t.desk.AskSettle(desk.Settle{
			Title: wordNominate, Yes: wordNominate, Vetted: vetted.Barred(dossier.NotMet),
			Do: func(ctx context.Context, how app.Handling) (err error) {
				n, err = t.desk.App.NominateIn(ctx, r, at.code, subjectsOf(rows), how)
				return err
			},
			Done: func() { t.desk.UI.Noticef(textNominated, at.name, n) },
		})
	})
}

// withdrawSelected takes the nominations of the rows selected back, with a reason.
func (t *Tab) withdrawSelected() {
	if t.refused() {
		return
	}
	noms := toWithdraw(t.grid.Selected())
	if len(noms) == 0 {
		t.desk.UI.Notice(textNoneNamed)
		return
	}
	t.desk.UI.InputReason(wordWithdrawYes, fmt.Sprintf(textWithdraw, t.at.name, len(noms)), wordWithdrawYes, func(reason string) {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.Withdraw(ctx, noms, reason) }, nil)
	})
}

// recordDecision opens the form of a decision that gives the title to several.
func (t *Tab) recordDecision() {
	p, at := t.page, t.at
	if p.shut() {
		t.desk.UI.Warn(fmt.Sprintf(textClosedFirst, p.year))
		return
	}
	picked, named := t.grid.Selected(), inGroup(p.rows[at.titleKey], wordOnlyNamed)
	if len(picked) == 0 {
		t.desk.UI.Notice(textPick)
		return
	}
	whom := kit.NewSelect([]string{fmt.Sprintf(textPicked, len(picked))}, nil)
	whom.Choose(whom.Options[0])
	if len(named) > 0 {
		whom.Options = append(whom.Options, fmt.Sprintf(textAllNamed, len(named)))
	}
	if len(named) > 0 && len(picked) == 1 {
		whom.Choose(whom.Options[1])
	}
	number, day := kit.NewTextField(""), kit.NewDateField(0)
	signer, level := kit.NewTextField(""), kit.NewTextField(at.level)
	from, to := yearField(p.year), yearField(p.year)
	var in app.AwardInput
	var vetted app.Vetted
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: fmt.Sprintf(wordRecordTitle, at.name), Yes: wordRecordYes,
		Form: kit.NewForm(
			kit.FormItem{Label: wordNumber, Field: number, Must: true},
			kit.FormItem{Label: wordDay, Field: day, Must: true},
			kit.FormItem{Label: wordSigner, Field: signer},
			kit.FormItem{Label: wordLevel, Field: level},
			kit.FormItem{Label: wordFrom, Field: from, Must: true},
			kit.FormItem{Label: wordTo, Field: to, Must: true},
			kit.FormItem{Label: wordWhom, Field: whom, Must: true},
		),
		Save: func() func() error {
			rows := picked
			if whom.Selected != whom.Options[0] {
				rows = named
			}
			in = app.AwardInput{
				Title: at.code, From: yearOf(from), To: yearOf(to), Round: p.round, Decision: number.Value(), Date: day.Day(),
				Signer: signer.Value(), Level: level.Value(), Subjects: subjectsOf(rows),
			}
			return func() (err error) {
				vetted, err = t.desk.App.VetAwards(in)
				return err
			}
		},
		Done: func() { t.settle(at, in, vetted) },
	})
}

// settle writes a decision, after the question about those whom something stands against.
func (t *Tab) settle(at titleRow, in app.AwardInput, vetted app.Vetted) {
	n := 0
	t.desk.AskSettle(desk.Settle{
		Title: fmt.Sprintf(wordRecordTitle, at.name), Yes: wordRecordYes, Vetted: vetted,
		Do: func(ctx context.Context, how app.Handling) (err error) {
			n, err = t.desk.App.RecordAwards(ctx, in, how)
			return err
		},
		Done: func() {
			t.desk.UI.Noticef(textRecorded, at.name, n)
			if c := clashing(t.desk.View().Clashes(in.To, in.Title, in.Subjects)); c != "" {
				t.desk.UI.Warn(c)
			}
		},
	})
}

func yearField(year int) *kit.NumberField {
	f := kit.NewNumberField()
	f.Whole, f.Least, f.Most = true, 1945, 2199
	f.SetText(fmt.Sprint(year))
	return f
}

func yearOf(f *kit.NumberField) int {
	n, _ := f.Number()
	return int(n)
}

// toggleBook closes the book of titles after a question, or opens it with a reason.
func (t *Tab) toggleBook() {
	year := t.page.year
	set := func(closed bool, reason string) {
		t.desk.Do(func(ctx context.Context) error {
			return t.desk.App.CloseBook(ctx, year, tdkt.TitleBook, closed, reason)
		}, nil)
	}
	if t.page.closed {
		t.desk.UI.InputReason(wordReopen, fmt.Sprintf(textReopen, year), wordReopenYes, func(reason string) { set(false, reason) })
		return
	}
	t.desk.UI.Confirm(wordCloseBook, fmt.Sprintf(textCloseAsk, year), wordCloseBook, func() { set(true, "") })
}

// tick records the judgement of the need at the cursor; with several rows selected
// it asks and then records it for all of them.
func (t *Tab) tick(met *bool) {
	if t.refused() {
		return
	}
	n, ok := t.needs.Current()
	if !ok || !t.has {
		t.desk.UI.Notice(textPickNeed)
		return
	}
	rows := t.grid.Selected()
	save := func() {
		tick := tdkt.Tick{Year: t.page.year, Title: n.title, Need: n.id}
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.SetTicks(ctx, tick, subjectsOf(rows), met) }, nil)
	}
	if len(rows) < 2 {
		rows = []row{t.current}
		save()
		return
	}
	t.desk.UI.Confirm(wordJudged, fmt.Sprintf(textTickMany, tickWord(met), len(rows), n.Why), tickWord(met), save)
}

func tickWord(met *bool) string {
	switch {
	case met == nil:
		return wordUntick
	case *met:
		return wordMet
	}
	return wordUnmet
}

// menu is the menu of the right button.
func (t *Tab) menu(rows []row) []*fyne.MenuItem {
	m := allowed(t.page, rows)
	var out []*fyne.MenuItem
	add := func(on bool, word string, do func()) {
		if on {
			out = append(out, fyne.NewMenuItem(word, do))
		}
	}
	add(m.nominate, wordNominate, t.nominateSelected)
	add(!t.page.locked, wordNominateAll, t.nominateAll)
	add(m.move, wordMove, t.moveSelected)
	add(m.move && len(toWithdraw(rows)) > 0, wordWithdraw, t.withdrawSelected)
	add(len(rows) == 1 && rows[0].nomination.ID != "", wordTrail, t.showTrail)
	add(m.record, wordRecord, t.recordDecision)
	add(len(rows) == 1 && !t.page.locked, wordExcept, func() { t.recordException(rows[0]) })
	add(len(rows) == 1 && len(rows[0].res.Exceptions) > 0, wordExceptRemove, func() { t.removeExceptions(rows[0]) })
	add(len(rows) == 1, wordReasons, t.showReasons)
	add(len(rows) == 1, wordOpinion, t.writeOpinion)
	add(len(rows) == 1, wordCopy, t.copyReasons)
	add(len(rows) == 1, wordPrint, t.printReasons)
	add(true, fmt.Sprintf(wordPrintAll, t.page.year), t.printAll)
	add(len(rows) == 1, wordCard, func() { t.openCard(rows[0]) })
	return out
}
