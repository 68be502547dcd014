package desk

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// The words of the form of an opinion.
const (
	wordOpinion      = "Ý kiến lãnh đạo"
	wordOpinionAbout = "Về"
	wordVerdict      = "Ý kiến"
	wordOpinionText  = "Nội dung"
	wordWholeYear    = "(cả năm %d)"
)

// WriteOpinion opens the form of a leader's opinion. One about somebody is about him; any
// other, and one that was written before, may be given another subject.
func WriteOpinion(d *Desk, o tdkt.Opinion) {
	if o.Year == 0 {
		o.Year = d.Year()
	}
	if o.Verdict == "" {
		o.Verdict = tdkt.JustSaid
	}
	verdict := kit.NewSelect(nil, nil)
	for _, v := range tdkt.Verdicts() {
		verdict.Options = append(verdict.Options, string(v))
	}
	verdict.Choose(string(o.Verdict))
	text := kit.NewTextField(o.Text)
	about, chosen := opinionAbout(d, o)
	d.UI.ShowForm(kit.FormSpec{
		Title: wordOpinion, Size: fyne.NewSize(560, 0),
		Form: kit.NewForm(
			kit.FormItem{Label: wordOpinionText, Field: text},
			kit.FormItem{Label: wordVerdict, Field: verdict, Must: true},
			kit.FormItem{Label: wordOpinionAbout, Field: about},
		),
		Save: func() func() error {
			o.Text, o.Verdict, o.Subject = text.Value(), tdkt.Verdict(verdict.Selected), chosen()
			return func() error { return d.App.SaveOpinion(context.WithoutCancel(d.Ctx), o) }
		},
	})
}

// opinionAbout is the field of whom an opinion is about, and what was chosen there.
func opinionAbout(d *Desk, o tdkt.Opinion) (kit.Field, func() tdkt.Subject) {
	if o.Title != "" || o.ID == "" && o.Subject.ID != "" {
		return kit.NewStatic(d.View().OpinionAbout(o)), func() tdkt.Subject { return o.Subject }
	}
	whole := fmt.Sprintf(wordWholeYear, o.Year)
	labels, subjects := Subjects(d.View(), o.Year)
	about := kit.NewPicker(append([]string{whole}, labels...), nil)
	about.Choose(whole)
	for label, s := range subjects {
		if s == o.Subject {
			about.Choose(label)
		}
	}
	return about, func() tdkt.Subject { return subjects[about.Selected] }
}
