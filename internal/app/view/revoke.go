package view

import (
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
	without := v.With([]tdkt.Record{won})
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
