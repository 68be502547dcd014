package staff

import (
	"context"
	"fmt"

	"tdkt/internal/app"
	"tdkt/internal/app/reports"
	"tdkt/internal/gui/desk"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// givenColumns are those of what was given beside the yearly titles.
func givenColumns() []kit.Column[reports.CardAward] {
	return []kit.Column[reports.CardAward]{
		{Title: "Năm", Width: 78, Text: reports.CardAward.Years, Order: kit.ByNumber},
		{Title: wordGivenHead, Width: 200, Grow: true, Text: func(a reports.CardAward) string { return a.Title }, Sub: func(a reports.CardAward) string {
			if a.Award.Revoked {
				return wordRevoked
			}
			return a.Award.Manner
		}},
		{Title: wordByDecision, Width: 200, Text: func(a reports.CardAward) string { return a.Decision }, Sub: func(a reports.CardAward) string {
			if a.Scan {
				return wordHasScan
			}
			return wordNoScan
		}},
	}
}

// addAward writes an award of an earlier year by its decision, after the questions that
// every award is asked.
func (c *card) addAward() {
	d := c.tab.desk
	title := kit.NewSelect(nil, nil)
	codes := map[string]string{}
	levels := map[string]string{}
	for _, code := range d.View().Rules.Codes() {
		title.Options = append(title.Options, code.Name)
		codes[code.Name], levels[code.Name] = code.Code, code.Level
	}
	number, day := kit.NewTextField(""), kit.NewDateField(0)
	signer := kit.NewTextField("")
	from, to := yearField(d.Year()-1), yearField(d.Year()-1)
	var in app.AwardInput
	var vetted app.Vetted
	d.UI.ShowForm(kit.FormSpec{
		Title: fmt.Sprintf(textOldAward, d.View().Facts.NameOf(c.subject)),
		Form: kit.NewForm(
			kit.FormItem{Label: wordGivenHead, Field: title, Must: true},
			kit.FormItem{Label: wordFromYear, Field: from, Must: true},
			kit.FormItem{Label: wordToYear, Field: to, Must: true},
			kit.FormItem{Label: wordDecision, Field: number, Must: true},
			kit.FormItem{Label: wordDate, Field: day, Must: true},
			kit.FormItem{Label: wordSigner, Field: signer},
		),
		Save: func() func() error {
			in = app.AwardInput{
				Title: codes[title.Selected], Level: levels[title.Selected], From: yearOf(from), To: yearOf(to),
				Decision: number.Value(), Date: day.Day(), Signer: signer.Value(), Subjects: []tdkt.Subject{c.subject},
			}
			return func() (err error) {
				vetted, err = d.App.VetAwards(in)
				return err
			}
		},
		Done: func() { c.settleAward(in, vetted) },
	})
}

// settleAward writes the award, after a question where something stands against it.
func (c *card) settleAward(in app.AwardInput, vetted app.Vetted) {
	d := c.tab.desk
	d.AskSettle(desk.Settle{
		Title: wordOldAward, Yes: wordOldAward, Vetted: vetted,
		Do: func(ctx context.Context, how app.Handling) error {
			_, err := d.App.RecordAwards(ctx, in, how)
			return err
		},
		Done: c.refresh,
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
