package app

import (
	"context"
	"fmt"
	"slices"

	"tdkt/internal/app/view"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Revocation is the decision that takes an award back.
type Revocation struct {
	Award    tdkt.ID
	Decision tdkt.Decision // number, day, signer, level
	Ground   law.Ground
	Note     string // what was found
}

// Revoked is what a revocation brought about.
type Revoked struct {
	Stood []view.Turned // titles that stood on the award
	Repay int64         // the bonus that was paid for it
}

// Revoke takes an award back by a decision with its ground in the law, in one step, and
// tells what stood on it. The award keeps its row, marked.
func (a *App) Revoke(ctx context.Context, in Revocation) (Revoked, error) {
	v := a.View()
	in.Decision.Kind = tdkt.Revoking
	d, err := v.CheckDecision(cleanDecision(in.Decision, v))
	if err != nil {
		return Revoked{}, err
	}
	at := slices.IndexFunc(v.Awards, func(w tdkt.Award) bool { return w.ID == in.Award })
	switch {
	case at < 0:
		return Revoked{}, tdkt.Errorf(tdkt.NotFound, "Không tìm thấy khen thưởng cần hủy bỏ. Hãy tải lại danh sách.")
	case v.Awards[at].Revoked:
		return Revoked{}, tdkt.Errorf(tdkt.Invalid, "Khen thưởng này đã bị hủy bỏ từ trước.")
	case in.Ground.Text == "":
		return Revoked{}, tdkt.Errorf(tdkt.Invalid, "Chưa chọn căn cứ hủy bỏ. Hãy chọn trường hợp theo luật.")
	case v.Awards[at].Date != 0 && d.Date < v.Awards[at].Date:
		return Revoked{}, tdkt.Errorf(tdkt.Invalid, "Ngày hủy bỏ %s trước ngày tặng %s. Hãy xem lại ngày.", d.Date, v.Awards[at].Date)
	}
	w := v.Awards[at]
	if err := v.Unlocked(w.To); err != nil {
		return Revoked{}, err
	}
	out := Revoked{}
	if out.Stood, err = v.Standing(w.ID); err != nil {
		return out, err
	}
	d.ID = tdkt.NewID()
	d.Ground = in.Ground.Text + " (" + in.Ground.Cite + ")"
	if note := tdkt.Clean(in.Note); note != "" {
		d.Ground += ": " + note
	}
	w.Revoked, w.Reason = true, fmt.Sprintf("%s; hủy theo Quyết định %s ngày %s", d.Ground, d.Number, d.Date)
	recs := []tdkt.Record{d, w}
	line := tdkt.DecisionLine{ID: tdkt.NewID(), Decision: d.ID, Place: 1, Subject: w.Subject, Code: w.Code, Award: w.ID}
	for _, l := range v.Lines {
		if l.Award == w.ID {
			out.Repay += l.Amount
			line.Nomination = l.Nomination
		}
	}
	recs = append(recs, line)
	for _, n := range v.Nominations {
		if _, may := n.State.May(tdkt.Refused, tdkt.ByDecision); may && n.ID == line.Nomination {
			recs = append(recs, a.Moved(n, tdkt.Refused, d.Date, w.Reason)...)
		}
	}
	words := fmt.Sprintf("Hủy bỏ %s năm %d của %s theo Quyết định %s", v.TitleName(w.Code), w.To, v.Facts.NameOf(w.Subject), d.Number)
	return out, a.Change(ctx, "revoke", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}
