package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Turned is a title or form whose answer is another one without an award: it stood on it.
type Turned struct {
	Subject       tdkt.Subject
	Title         string
	Year          int
	State         tdkt.State // of the nomination, "" for an award that was given
	Before, After law.Answer
	Why           []string // the needs that are no longer met
}

// Standing lists what stood on an award: every later title given to or proposed for the
// subject, and for the units it belonged to, whose answer turns without it.
func (v *View) Standing(award tdkt.ID) ([]Turned, error) {
	at := slices.IndexFunc(v.Awards, func(w tdkt.Award) bool { return w.ID == award })
	if at < 0 {
		return nil, tdkt.Errorf(tdkt.NotFound, "Không tìm thấy khen thưởng này. Hãy tải lại danh sách.")
	}
	won := v.Awards[at]
	won.Revoked = true
	without := v.with([]tdkt.Record{won})
	var out []Turned
	for _, c := range v.standers(v.Awards[at]) {
		t, turned, err := v.turned(c, without)
		if err != nil {
			return nil, err
		}
		if turned {
			out = append(out, t)
		}
	}
	return out, nil
}

// standers are the titles that may stand on an award.
func (v *View) standers(won tdkt.Award) []Turned {
	type slot struct {
		subject tdkt.Subject
		title   string
		year    int
	}
	seen := map[slot]bool{}
	var out []Turned
	add := func(t Turned) {
		s := slot{t.Subject, t.Title, t.Year}
		if t.Year >= won.To && !seen[s] && v.concerns(won, t) {
			seen[s] = true
			out = append(out, t)
		}
	}
	for _, w := range v.Awards {
		if w.ID != won.ID && !w.Revoked {
			add(Turned{Subject: w.Subject, Title: w.Code, Year: w.To})
		}
	}
	for _, n := range v.Nominations {
		if own := n.Subject == won.Subject && n.Title == won.Code && n.Year == won.To; !own && n.State.PutForward() {
			add(Turned{Subject: n.Subject, Title: n.Title, Year: n.Year, State: n.State})
		}
	}
	return out
}

// concerns says whether a title is of the award's own subject, or of a unit the person
// belonged to in its year.
func (v *View) concerns(won tdkt.Award, t Turned) bool {
	if t.Subject == won.Subject {
		return true
	}
	p, ok := v.Facts.Person(won.Subject.ID)
	if !ok || t.Subject.Kind != tdkt.AUnit || won.Subject.Kind != tdkt.APerson {
		return false
	}
	at := v.UnitIn(p, t.Year)
	return at != "" && v.Facts.Within(at, t.Subject.ID)
}

// turned judges a title with and without the award.
func (v *View) turned(t Turned, without *View) (Turned, bool, error) {
	q := law.Question{Year: t.Year, Subject: t.Subject, Title: t.Title}
	before, err := v.Rules.Judge(v.Facts, q)
	var told *tdkt.Error
	if errors.As(err, &told) { // no rules for the year, or a title they do not judge
		return t, false, nil
	}
	if err != nil {
		return t, false, err
	}
	after, err := v.Rules.Judge(without.Facts, q)
	if err != nil {
		return t, false, err
	}
	t.Before, t.After = before.Answer, after.Answer
	met := map[string]law.Answer{}
	for _, f := range before.Findings {
		met[f.Way+f.Need] = f.Answer
	}
	for _, f := range after.Findings {
		if f.Answer != law.Yes && met[f.Way+f.Need] == law.Yes {
			t.Why = append(t.Why, f.Why)
		}
	}
	return t, t.Before != t.After, nil
}

// Words says in a sentence what turned, for the screen and the command line.
func (v *View) Words(t Turned) string {
	what := "đã tặng"
	if t.State != "" {
		what = "đề nghị, " + string(t.State)
	}
	out := fmt.Sprintf("%s – %s năm %d (%s): từ %s thành %s", v.Facts.NameOf(t.Subject), v.TitleName(t.Title), t.Year, what,
		law.AnswerName(t.Before), law.AnswerName(t.After))
	for i, why := range t.Why {
		sep := "; "
		if i == 0 {
			sep = ", vì không còn: "
		}
		out += sep + strings.TrimRight(why, ".")
	}
	return out + "."
}

// Revocation is the decision that takes an award back.
type Revocation struct {
	Award    tdkt.ID
	Decision tdkt.Decision // number, day, signer, level
	Ground   law.Ground
	Note     string // what was found
}

// Revoked is what a revocation brought about.
type Revoked struct {
	Stood []Turned // titles that stood on the award
	Repay int64    // the bonus that was paid for it
}

// Revoke takes an award back by a decision with its ground in the law, in one step, and
// tells what stood on it. The award keeps its row, marked.
func (a *App) Revoke(ctx context.Context, in Revocation) (Revoked, error) {
	v := a.View()
	in.Decision.Kind = tdkt.Revoking
	d, err := v.checkDecision(cleanDecision(in.Decision, v))
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
	if err := v.unlocked(w.To); err != nil {
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
			recs = append(recs, a.moved(n, tdkt.Refused, d.Date, w.Reason)...)
		}
	}
	words := fmt.Sprintf("Hủy bỏ %s năm %d của %s theo Quyết định %s", v.TitleName(w.Code), w.To, v.Facts.NameOf(w.Subject), d.Number)
	return out, a.Change(ctx, "revoke", words, func(tx Tx) error { return tx.Put(ctx, recs...) })
}
