package decisions

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/app/papers"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/scratch"
	"tdkt/internal/tdkt"
)

// levels are those whose decisions the program knows, lowest first.
func levels() []string { return []string{"Sở", "Tỉnh", "Nhà nước"} }

// fields are those of a decision in a form.
type fields struct {
	number, signer, issuer, about *kit.TextField
	date                          *kit.DateField
	level, manner, movement       *kit.Select
	movements                     map[string]tdkt.ID
}

func (t *Tab) fields(d tdkt.Decision) *fields {
	f := &fields{
		number: kit.NewTextField(d.Number), signer: kit.NewTextField(d.Signer), issuer: kit.NewTextField(d.Issuer),
		about: kit.NewTextField(d.Title), date: kit.NewDateField(d.Date), level: kit.NewSelect(levels(), nil),
		manner: kit.NewSelect(tdkt.Manners(), nil), movement: kit.NewSelect([]string{""}, nil), movements: map[string]tdkt.ID{},
	}
	if !slices.Contains(f.level.Options, d.Level) && d.Level != "" {
		f.level.Options = append(f.level.Options, d.Level) // as an earlier year wrote it
	}
	f.level.Choose(d.Level)
	f.manner.Choose(d.Manner)
	for _, m := range t.desk.View().Movements {
		f.movement.Options = append(f.movement.Options, m.Name)
		f.movements[m.Name] = m.ID
		if m.ID == d.Movement {
			f.movement.Choose(m.Name)
		}
	}
	return f
}

func (f *fields) items() []kit.FormItem {
	return []kit.FormItem{
		{Label: wordNumber, Field: f.number, Must: true},
		{Label: wordDate, Field: f.date, Must: true},
		{Label: wordSigner, Field: f.signer},
		{Label: wordIssuer, Field: f.issuer},
		{Label: wordLevel, Field: f.level, Must: true},
		{Label: wordManner, Field: f.manner, Must: true},
		{Label: wordMovement, Field: f.movement},
		{Label: wordAbout, Field: f.about},
	}
}

// into lays the fields over a decision.
func (f *fields) into(d tdkt.Decision) tdkt.Decision {
	d.Number, d.Signer, d.Issuer, d.Title = f.number.Value(), f.signer.Value(), f.issuer.Value(), f.about.Value()
	d.Date, d.Level, d.Manner, d.Movement = f.date.Day(), f.level.Selected, f.manner.Selected, f.movements[f.movement.Selected]
	return d
}

// decide writes a decision for all nominations of one level that were approved.
func (t *Tab) decide() {
	whom := kit.NewSelect(nil, nil)
	lists := map[string]waiting{}
	for _, w := range waits(t.desk.View(), t.desk.Year()) {
		whom.Options = append(whom.Options, w.word())
		lists[w.word()] = w
	}
	if len(whom.Options) == 0 {
		t.desk.UI.Inform(wordNew, textNothing)
		return
	}
	whom.Choose(whom.Options[0])
	for word, w := range lists {
		if slices.ContainsFunc(w.list, func(g view.Given) bool { return g.Subject == t.wanted.Subject && g.Code == t.wanted.Title }) {
			whom.Choose(word)
		}
	}
	f := t.fields(lists[whom.Selected].decision())
	whom.OnChanged = func(word string) {
		d := lists[word].decision()
		f.level.Choose(d.Level)
		f.manner.Choose(d.Manner)
		f.movement.Choose(lists[word].from.Name)
	}
	var d tdkt.Decision
	var list []view.Given
	var vetted app.Vetted
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordNew,
		Form:  kit.NewForm(append([]kit.FormItem{{Label: wordWhom, Field: whom, Must: true}}, f.items()...)...),
		Save: func() func() error {
			d, list = f.into(lists[whom.Selected].decision()), lists[whom.Selected].list
			return func() (err error) {
				vetted, err = t.desk.App.VetLines(d, list)
				return err
			}
		},
		Done: func() { t.write(d, list, vetted) },
	})
}

// write writes a decision, after the question about those whom something stands against.
func (t *Tab) write(d tdkt.Decision, list []view.Given, vetted app.Vetted) {
	n := 0
	t.desk.AskSettle(desk.Settle{
		Title: wordNew, Yes: wordNew, Vetted: vetted,
		Do: func(ctx context.Context, how app.Handling) (err error) {
			n, err = t.desk.App.Decide(ctx, d, list, how)
			return err
		},
		Done: func() { t.desk.UI.Noticef(textDecided, n) },
	})
}

// withDecision does something with the decision at the cursor.
func (t *Tab) withDecision(do func(decisionRow)) {
	r, ok := t.register.Current()
	if !ok {
		t.desk.UI.Notice(textPick)
		return
	}
	do(r)
}

func (t *Tab) showList(r decisionRow) {
	t.desk.UI.Inform(fmt.Sprintf(textHead, r.Number, r.Date), listText(t.desk.View(), r.Decision))
}

// correct changes the decision at the cursor, with a reason.
func (t *Tab) correct(r decisionRow) {
	f, reason := t.fields(r.Decision), kit.NewTextField("")
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordCorrect,
		Form:  kit.NewForm(append(f.items(), kit.FormItem{Label: wordReason, Field: reason, Must: true})...),
		Save: func() func() error {
			d, why := f.into(r.Decision), reason.Value()
			return func() error { return t.desk.App.Correct(context.WithoutCancel(t.desk.Ctx), d, why) }
		},
	})
}

// pay enters the bonuses of the decision at the cursor into the fund.
func (t *Tab) pay(r decisionRow) {
	on := t.desk.App.Today()
	sum := int64(0)
	t.desk.UI.Confirm(wordPay, fmt.Sprintf(textPayAsk, r.Number, on), wordPay, func() {
		t.desk.Do(func(ctx context.Context) (err error) {
			sum, err = t.desk.App.PayDecision(ctx, r.Decision, on)
			return err
		}, func() { t.desk.UI.Noticef(textPaid, kit.FormatInt(int(sum))) })
	})
}

// gather makes the register out of awards entered without one.
func (t *Tab) gather() {
	n := 0
	t.desk.UI.Confirm(wordGather, textGather, wordGather, func() {
		t.desk.Do(func(ctx context.Context) (err error) {
			n, err = t.desk.App.GatherDecisions(ctx)
			return err
		}, func() { t.desk.UI.Noticef(textGathered, n) })
	})
}

// revokeCurrent opens the form that revokes the award at the cursor; what stands on it
// is told there first.
func (t *Tab) revokeCurrent() {
	r, ok := t.book.Current()
	if !ok || r.Revoked {
		t.desk.UI.Notice(textPick)
		return
	}
	v := t.desk.View()
	stood, err := v.Standing(r.ID)
	if err != nil {
		t.desk.UI.ShowError(err)
		return
	}
	today := t.desk.App.Today()
	grounds := v.Rules.Grounds(today)
	if len(grounds) == 0 {
		t.desk.UI.Notice(textNoGround)
		return
	}
	ground := kit.NewSelect(nil, nil)
	for _, g := range grounds {
		ground.Options = append(ground.Options, g.Text+" ("+g.Cite+")")
	}
	number, date := kit.NewTextField(""), kit.NewDateField(today)
	signer, found := kit.NewTextField(r.Signer), kit.NewTextField("")
	var out app.Revoked
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordRevoke, Yes: wordRevokeYes,
		Form: kit.NewForm(
			kit.FormItem{Label: wordName, Field: kit.NewStatic(r.name + " – " + r.title + ", " + r.years())},
			kit.FormItem{Label: wordEffect, Field: kit.NewStatic(stoodText(v, stood))},
			kit.FormItem{Label: wordNumber, Field: number, Must: true},
			kit.FormItem{Label: wordDate, Field: date, Must: true},
			kit.FormItem{Label: wordSigner, Field: signer},
			kit.FormItem{Label: wordGround, Field: ground, Must: true},
			kit.FormItem{Label: wordFound, Field: found},
		),
		Save: func() func() error {
			in := app.Revocation{
				Award: r.ID, Note: found.Value(),
				Decision: tdkt.Decision{Number: number.Value(), Date: date.Day(), Signer: signer.Value(), Level: r.Level},
			}
			if i := ground.SelectedIndex(); i >= 0 {
				in.Ground = grounds[i]
			}
			return func() (err error) {
				out, err = t.desk.App.Revoke(context.WithoutCancel(t.desk.Ctx), in)
				return err
			}
		},
		Done: func() { t.undone(out) },
	})
}

// undone tells what a revocation brought about.
func (t *Tab) undone(out app.Revoked) {
	var words []string
	if out.Repay > 0 {
		words = append(words, fmt.Sprintf(textRepay, kit.FormatInt(int(out.Repay))))
	}
	v := t.desk.View()
	for _, x := range out.Stood {
		words = append(words, v.Words(x))
	}
	if len(out.Stood) > 0 {
		t.desk.UI.Inform(wordRevokeYes, fmt.Sprintf(textTurned, strings.Join(words, "\n")))
		return
	}
	t.desk.UI.Noticef(textUndone, strings.Join(words, " "))
}

func (t *Tab) withFund(do func(tdkt.FundEntry)) {
	e, ok := t.fund.Current()
	if !ok {
		t.desk.UI.Notice(textPick)
		return
	}
	do(e)
}

// editFund opens the form of an entry of the fund; one without an ID is new.
func (t *Tab) editFund(e tdkt.FundEntry) {
	date, content, document := kit.NewDateField(e.Date), kit.NewTextField(e.Content), kit.NewTextField(e.Document)
	amount := kit.NewNumberField()
	amount.Whole, amount.Most = true, 1e12
	if e.Amount > 0 {
		amount.SetNumber(float64(e.Amount))
	}
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: wordFund + ": " + string(e.Kind),
		Form: kit.NewForm(
			kit.FormItem{Label: wordDate, Field: date, Must: true},
			kit.FormItem{Label: wordContent, Field: content, Must: true},
			kit.FormItem{Label: wordAmount, Field: amount, Must: true},
			kit.FormItem{Label: wordDocument, Field: document},
		),
		Save: func() func() error {
			n, _ := amount.Number()
			e.Date, e.Content, e.Document, e.Amount = date.Day(), content.Value(), document.Value(), int64(n)
			return func() error { return t.desk.App.SaveFundEntry(context.WithoutCancel(t.desk.Ctx), e) }
		},
	})
}

func (t *Tab) removeFund(e tdkt.FundEntry) {
	t.desk.UI.ConfirmDanger(wordRemove, fmt.Sprintf(textRemove, e.Kind, e.Content), wordRemove, func() {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.RemoveFundEntry(ctx, e) }, nil)
	})
}

// attachScan asks for the scan of a decision and keeps it.
func (t *Tab) attachScan(r decisionRow) {
	kinds := []kit.FileKind{{Name: wordScanFile, Patterns: []string{"*.pdf", "*.jpg", "*.jpeg", "*.png"}}}
	t.desk.UI.OpenFile(fmt.Sprintf(textScan, r.Number), kinds, func(path string) {
		t.desk.Do(func(ctx context.Context) error { return papers.AttachScan(ctx, t.desk.App, r.Decision, path) },
			func() { t.desk.UI.Noticef(textScanned, r.Number) })
	})
}

// seeScan opens the scan of a decision in its own program, from a copy.
func (t *Tab) seeScan(r decisionRow) {
	scan, ok := t.desk.View().ScanOf(r.ID)
	if !ok {
		t.desk.UI.Noticef(textNoScan, r.Number)
		return
	}
	path := ""
	t.desk.UI.Busy(wordOpening, func(ctx context.Context, _ *kit.Progress) error {
		dir, err := scratch.Temp()
		if err != nil {
			return &tdkt.Error{Kind: tdkt.Environment, Err: err, Text: textNoTemp}
		}
		path, err = papers.CopyPaper(ctx, t.desk.App, scan, dir)
		return err
	}, func() { t.opened(path) })
}
