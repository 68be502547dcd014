package desk

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"

	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// The words of the choice of a round.
const (
	wordRoundNew    = "Thêm đợt…"
	wordRoundEdit   = "Sửa đợt…"
	wordRoundRemove = "Xóa đợt"
	wordRoundTitle  = "Đợt xét khen thưởng"
	wordRoundName   = "Tên đợt"
	wordRoundKind   = "Loại đợt"
	wordRoundDay    = "Ngày"
	wordRoundOf     = "Phong trào"
	textRoundSaved  = "Đã ghi đợt “%s”. Trang này đang ở đợt đó."
	textRoundRemove = "Xóa đợt “%s”? Chỉ xóa được đợt chưa có đề nghị, phiên họp, quyết định nào."
)

// Round is the round chosen of the year chosen: the year's own until another is.
func (d *Desk) Round() tdkt.Round { return d.View().RoundOf(d.year, d.roundOf[d.year]) }

// ChooseRound works in another round of its year from now on, on every page.
func (d *Desk) ChooseRound(r tdkt.Round) {
	if d.roundOf == nil {
		d.roundOf = map[int]tdkt.ID{}
	}
	d.roundOf[r.Year] = r.ID
}

// RoundPicker chooses the round in which a page works, and keeps the rounds of the year.
type RoundPicker struct {
	*kit.Select
	desk    *Desk
	changed func()
	rounds  []tdkt.Round // of the options, in their order
}

// NewRoundPicker makes a picker; changed reads the page again.
func NewRoundPicker(d *Desk, changed func()) *RoundPicker {
	p := &RoundPicker{desk: d, changed: changed}
	p.Select = kit.NewSelect(nil, p.chosen)
	return p
}

// Read offers the rounds of the year chosen.
func (p *RoundPicker) Read() {
	p.rounds = p.desk.View().RoundsOf(p.desk.Year())
	now := p.desk.Round()
	p.Options = nil
	for _, r := range p.rounds {
		p.Options = append(p.Options, r.Title())
	}
	p.Options = append(p.Options, wordRoundNew)
	if now.ID != "" {
		p.Options = append(p.Options, wordRoundEdit, wordRoundRemove)
	}
	p.Choose(now.Title())
}

// chosen turns to a round, or opens the form of one.
func (p *RoundPicker) chosen(word string) {
	now := p.desk.Round()
	switch word {
	case now.Title():
		return
	case wordRoundNew:
		p.Choose(now.Title())
		p.edit(tdkt.Round{Year: p.desk.Year(), Kind: tdkt.DeedRound})
		return
	case wordRoundEdit:
		p.Choose(now.Title())
		p.edit(now)
		return
	case wordRoundRemove:
		p.Choose(now.Title())
		p.remove(now)
		return
	}
	for _, r := range p.rounds {
		if r.Title() == word {
			p.desk.ChooseRound(r)
			p.changed()
		}
	}
}

// edit opens the form of a round; one without an ID is new.
func (p *RoundPicker) edit(r tdkt.Round) {
	kind := kit.NewSelect(nil, nil)
	for _, k := range tdkt.RoundKinds() {
		if k != tdkt.YearEnd {
			kind.Options = append(kind.Options, string(k))
		}
	}
	kind.Choose(string(r.Kind))
	movements := newPicks()
	for _, m := range p.desk.View().Movements {
		movements.add(m.ID, m.Name, string(m.Kind))
	}
	movements = movements.WithNone()
	of := kit.NewSelect(movements.Labels, nil)
	of.Choose(movements.Label(r.Movement))
	name, day := kit.NewTextField(r.Name), kit.NewDateField(r.Date)
	p.desk.UI.ShowForm(kit.FormSpec{
		Title: wordRoundTitle, Size: fyne.NewSize(520, 0),
		Form: kit.NewForm(
			kit.FormItem{Label: wordRoundName, Field: name, Must: true},
			kit.FormItem{Label: wordRoundKind, Field: kind, Must: true},
			kit.FormItem{Label: wordRoundDay, Field: day},
			kit.FormItem{Label: wordRoundOf, Field: of},
		),
		Save: func() func() error {
			r.Name, r.Kind, r.Date, r.Movement = name.Value(), tdkt.RoundKind(kind.Selected), day.Day(), movements.ID(of.Selected)
			return func() (err error) {
				r, err = p.desk.App.SaveRound(context.WithoutCancel(p.desk.Ctx), r)
				return err
			}
		},
		Done: func() {
			p.desk.ChooseRound(r)
			p.desk.UI.Noticef(textRoundSaved, r.Name)
			p.changed()
		},
	})
}

func (p *RoundPicker) remove(r tdkt.Round) {
	p.desk.UI.Confirm(wordRoundRemove, fmt.Sprintf(textRoundRemove, r.Name), wordRoundRemove, func() {
		p.desk.Do(func(ctx context.Context) error { return p.desk.App.RemoveRound(ctx, r) }, func() {
			p.desk.ChooseRound(tdkt.YearEndRound(r.Year))
			p.changed()
		})
	})
}
