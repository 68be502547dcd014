package dossier

import (
	"cmp"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// checkNotes tells what must be known beside the answer and decides nothing; awards set aside
// are told with what is proposed.
func (b *builder) checkNotes(about string, n Nominee) {
	for _, note := range n.Result.Notes {
		if note.Own {
			b.find(ForInfo, about, "Lưu ý: %s", note)
		}
	}
}

// checkMovement tells where the movement of the round has not run as long as the law asks for
// the title: somebody must look at it, for one that the State launched need not have.
func (b *builder) checkMovement(about string, n Nominee) {
	m := b.Done.Movement
	if m.ID == "" {
		return
	}
	t, asked := b.Rules.MovementTerm(b.Input.Year, n.Subject.Kind, n.Title.Code, m.From, reviewed(m, b.Done.Round))
	if asked && t.Answer != law.Yes {
		b.find(LookAt, about, "%s Hãy xem lại ở trang Phong trào.", t.Text)
	}
}

// reviewed is the day of a movement's last review, else its end, else that of the round.
func reviewed(m tdkt.Movement, r tdkt.Round) tdkt.Day {
	var last tdkt.Day
	for _, x := range m.Reviews {
		last = max(last, x.Day)
	}
	return cmp.Or(last, m.To, r.Date)
}
