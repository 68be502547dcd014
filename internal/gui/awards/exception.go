package awards

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// excepting is the needs an exception may be for, as they are chosen from: the whole
// title first, then each need that is not met.
type excepting struct{ words, needs []string }

func exceptingOf(res law.Result) excepting {
	e := excepting{words: []string{wordWholeTitle}, needs: []string{""}}
	for _, f := range res.Findings {
		if word := strings.TrimRight(f.Why, "."); f.Answer == law.No && !slices.Contains(e.words, word) {
			e.words, e.needs = append(e.words, word), append(e.needs, f.Need)
		}
	}
	return e
}

// recordException opens the form of what a competent person decided beside the law.
func (t *Tab) recordException(r row) {
	if t.refused() {
		return
	}
	options := exceptingOf(r.brief())
	need := kit.NewSelect(options.words, nil)
	need.Choose(options.words[0])
	by, paper, day, why := kit.NewTextField(""), kit.NewTextField(""), kit.NewDateField(0), kit.NewTextField("")
	t.desk.UI.ShowForm(kit.FormSpec{
		Title: fmt.Sprintf(wordExceptTitle, r.name, t.at.short), Yes: wordRecordYes,
		Form: kit.NewForm(
			kit.FormItem{Label: wordExceptNeed, Field: need, Must: true},
			kit.FormItem{Label: wordExceptBy, Field: by, Must: true},
			kit.FormItem{Label: wordExceptPaper, Field: paper, Must: true},
			kit.FormItem{Label: wordExceptDay, Field: day, Must: true},
			kit.FormItem{Label: wordExceptWhy, Field: why, Must: true},
		),
		Save: func() func() error {
			e := tdkt.Exception{
				Year: r.res.Year, Subject: r.res.Subject, Title: r.res.Title, Need: options.needs[slices.Index(options.words, need.Selected)],
				By: by.Value(), Document: paper.Value(), Date: day.Day(), Reason: why.Value(),
			}
			return func() error { return t.desk.App.RecordException(context.WithoutCancel(t.desk.Ctx), e) }
		},
		Done: func() { t.desk.UI.Noticef(textExcepted, r.name) },
	})
}

// removeExceptions takes a row's exceptions back after a question.
func (t *Tab) removeExceptions(r row) {
	if t.refused() {
		return
	}
	words := strings.Join(r.brief().ExceptionWords(), "\n")
	t.desk.UI.Confirm(wordExceptRemove, fmt.Sprintf(textExceptRemove, r.name, words), wordExceptRemoveYes, func() {
		t.desk.Do(func(ctx context.Context) error {
			for _, e := range r.res.Exceptions {
				if err := t.desk.App.RemoveException(ctx, e); err != nil {
					return err
				}
			}
			return nil
		}, nil)
	})
}

// clashing asks about those who would be rewarded more than once for one achievement.
func clashing(clashes []string) string {
	const named = 5
	if len(clashes) == 0 {
		return ""
	}
	text := strings.Join(clashes[:min(named, len(clashes))], "\n")
	if more := len(clashes) - named; more > 0 {
		text += "\n" + fmt.Sprintf(textClashMore, more)
	}
	return text
}
