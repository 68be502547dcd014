package app

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// SaveOpinion writes what a leader says about a subject, a title or the year, or changes
// one that nobody answered yet.
func (a *App) SaveOpinion(ctx context.Context, o tdkt.Opinion) error {
	o.Text, o.By = tdkt.Clean(o.Text), cmp.Or(tdkt.Clean(o.By), a.User)
	switch {
	case !slices.Contains(tdkt.Verdicts(), o.Verdict):
		return tdkt.Errorf(tdkt.Invalid, "Chưa chọn ý kiến. Hãy chọn đồng ý, không đồng ý, hỏi lại, đề nghị xem lại hoặc ý kiến.")
	case o.Text == "" && o.Verdict != tdkt.Agreed:
		return tdkt.Errorf(tdkt.Invalid, "Ý kiến chưa có nội dung. Hãy ghi vài lời để người làm biết phải xem lại điều gì.")
	case o.Done != 0:
		return tdkt.Errorf(tdkt.Invalid, "Ý kiến đã được trả lời ngày %s nên không sửa được nữa. Hãy ghi một ý kiến mới.", o.Done)
	}
	o.ID, o.Date = cmp.Or(o.ID, tdkt.NewID()), cmp.Or(o.Date, a.Today())
	return a.opinion(ctx, o, "Ghi ý kiến lãnh đạo: "+a.View().OpinionAbout(o))
}

// RemoveOpinion takes back an opinion that nobody answered yet.
func (a *App) RemoveOpinion(ctx context.Context, o tdkt.Opinion) error {
	if o.Done != 0 {
		return tdkt.Errorf(tdkt.Invalid, "Ý kiến đã được trả lời ngày %s nên không xóa được.", o.Done)
	}
	return a.Change(ctx, "remove-opinion", "Xóa ý kiến lãnh đạo: "+a.View().OpinionAbout(o), func(tx Tx) error { return tx.Remove(ctx, o) })
}

// AnswerOpinion says what was done about an opinion.
func (a *App) AnswerOpinion(ctx context.Context, o tdkt.Opinion, answer string) error {
	if o.Answer = tdkt.Clean(answer); o.Answer == "" {
		return tdkt.Errorf(tdkt.Invalid, "Câu trả lời còn trống. Hãy ghi đã làm gì theo ý kiến này.")
	}
	o.Done = a.Today()
	return a.opinion(ctx, o, "Trả lời ý kiến lãnh đạo: "+a.View().OpinionAbout(o))
}

func (a *App) opinion(ctx context.Context, o tdkt.Opinion, words string) error {
	return a.Change(ctx, "save-opinion", words, func(tx Tx) error { return tx.Put(ctx, o) })
}

// OpinionPlan is what a leader wrote in a package that came back, and is not here yet.
type OpinionPlan struct {
	File  string
	New   []tdkt.Opinion // not here yet, or changed in the package since it was taken over
	Known int            // here already

	base *view.View
}

// PreviewOpinions compares the opinions in a package with those here. The same package
// twice has nothing new; an answer given here stays. Nothing is written.
func (a *App) PreviewOpinions(ctx context.Context, path, passphrase string) (*OpinionPlan, error) {
	base := a.View()
	list, err := a.Opinions(ctx, path, passphrase)
	if err != nil {
		return nil, err
	}
	here := map[tdkt.ID]tdkt.Opinion{}
	for _, o := range base.Opinions {
		here[o.ID] = o
	}
	plan := &OpinionPlan{File: filepath.Base(path), base: base}
	for _, o := range list {
		o.Subject = base.StillHere(o.Subject)
		old, known := here[o.ID]
		if known {
			o.Answer, o.Done = old.Answer, old.Done
		}
		if known && o == old || known && old.Done != 0 {
			plan.Known++
			continue
		}
		plan.New = append(plan.New, o)
	}
	return plan, nil
}

// TakeOpinions writes a plan in one step. A plan made before another change is refused.
func (a *App) TakeOpinions(ctx context.Context, p *OpinionPlan) error {
	if p.base != a.View() {
		return tdkt.Errorf(tdkt.Invalid, "Dữ liệu đã thay đổi sau khi xem trước tệp “%s”. Hãy xem trước lại rồi ghi.", p.File)
	}
	words := fmt.Sprintf("Nhận %d ý kiến lãnh đạo từ gói %s", len(p.New), p.File)
	return a.Change(ctx, "take-opinions", words, func(tx Tx) error {
		for _, o := range p.New {
			if err := tx.Put(ctx, o); err != nil {
				return err
			}
		}
		return nil
	})
}
