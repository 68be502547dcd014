package law

import (
	"errors"
	"fmt"

	"tdkt/internal/tdkt"
)

// movement is how long a movement (phong trào) must have run for a title to be given in it.
type movement struct {
	Title      string
	Kind       string // person or unit
	Years      int
	Why        string
	Cite, Mark string
}

// besides takes what a file says beside its titles and caps.
func (b *builder) besides(file *criteriaFile) error {
	for _, o := range file.Once {
		if err := b.once(o); err != nil {
			return fmt.Errorf("once %q: %w", o.ID, err)
		}
	}
	for _, o := range file.Aside {
		if err := b.aside(o); err != nil {
			return fmt.Errorf("aside %q: %w", o.ID, err)
		}
	}
	for _, m := range file.Movement {
		if err := b.movement(m); err != nil {
			return fmt.Errorf("movement %q: %w", m.Title, err)
		}
	}
	for _, n := range file.Remark {
		if err := b.note(n); err != nil {
			return fmt.Errorf("remark %q: %w", n.ID, err)
		}
	}
	return nil
}

func (b *builder) movement(m movement) error {
	info, known := b.r.Code(m.Title)
	switch {
	case !known || m.Kind != string(tdkt.APerson) && m.Kind != string(tdkt.AUnit):
		return fmt.Errorf("title %q or kind %q is unknown", info.Code, m.Kind)
	case m.Years <= 0 || m.Why == "":
		return errors.New("years and why must be given")
	}
	till := tdkt.Day(0)
	if b.g.Till != 0 {
		till = tdkt.LastDay(b.g.Till)
	}
	words, err := b.r.clause(b.sources, m.Cite, m.Mark, tdkt.LastDay(b.g.From), till)
	if m.Cite = words; b.g.Note != "" {
		m.Cite += " (" + b.g.Note + ")"
	}
	b.g.movements = append(b.g.movements, m)
	return err
}

// MovementTerm is what the law asks of a movement's time for a title.
type MovementTerm struct {
	Answer Answer // Unknown where its first day is not entered
	Text   string // one sentence with its article
}

// MovementTerm asks whether a movement that began on a day and was reviewed on another has run
// long enough for a title of a year to be given in it; false where the law asks no time.
func (r *Rules) MovementTerm(year int, kind tdkt.SubjectKind, title string, began, reviewed tdkt.Day) (MovementTerm, bool) {
	g, err := r.Criteria(year)
	if err != nil {
		return MovementTerm{}, false
	}
	for _, m := range g.movements {
		if m.Title != title || m.Kind != string(kind) {
			continue
		}
		t := MovementTerm{Answer: Unknown}
		seen := "chưa nhập ngày phát động phong trào"
		if began != 0 && reviewed != 0 {
			t.Answer = yesNo(began.AddMonths(12*m.Years) <= reviewed.Next())
			seen = fmt.Sprintf("phong trào thực hiện từ ngày %s đến ngày %s, đủ %d năm", began, reviewed, m.Years)
			if t.Answer == No {
				seen = fmt.Sprintf("phong trào thực hiện từ ngày %s đến ngày %s, chưa đủ %d năm", began, reviewed, m.Years)
			}
		}
		t.Text = fmt.Sprintf("%s: %s [%s]%s", capital(seen), uncapital(m.Why), m.Cite, MarkName(m.Mark))
		return t, true
	}
	return MovementTerm{}, false
}
