package awards

import (
	"context"
	"fmt"
	"strings"

	"tdkt/internal/tdkt"
)

// nominateAll proposes all who pledged a title and meet it, in one step.
func (t *Tab) nominateAll() {
	if t.refused() {
		return
	}
	year, n := t.page.year, 0
	t.desk.UI.Confirm(wordNominateAll, fmt.Sprintf(textNominateAll, year), wordNominate, func() {
		t.desk.Do(func(ctx context.Context) (err error) {
			n, err = t.desk.App.NominateExpected(ctx, year)
			return err
		}, func() { t.desk.UI.Noticef(textAllNamedNow, n) })
	})
}

// movesOf lists the moves by hand that every nomination of the rows may take.
func movesOf(rows []row) []tdkt.Move {
	var out []tdkt.Move
	for _, m := range tdkt.Moves() {
		every := len(rows) > 0 && m.Means == tdkt.ByHand
		for _, r := range rows {
			if may, ok := r.nomination.State.May(m.To, tdkt.ByHand); !ok || may.Name != m.Name {
				every = false
			}
		}
		if every {
			out = append(out, m)
		}
	}
	return out
}

// moveSelected asks which move the nominations of the rows selected take, and why
// where a reason is asked for.
func (t *Tab) moveSelected() {
	if t.refused() {
		return
	}
	rows := t.grid.Selected()
	moves := movesOf(rows)
	if len(moves) == 0 {
		t.desk.UI.Notice(textNoMove)
		return
	}
	noms := make([]tdkt.Nomination, len(rows))
	for i, r := range rows {
		noms[i] = r.nomination
	}
	names := make([]string, len(moves))
	for i, m := range moves {
		names[i] = m.Name
	}
	t.desk.UI.Choice(wordMoveTitle, fmt.Sprintf(textMoveWhich, t.at.name, len(noms)), names, func(i int) {
		t.moveNominations(noms, moves[i])
	})
}

func (t *Tab) moveNominations(noms []tdkt.Nomination, m tdkt.Move) {
	move := func(reason string) {
		t.desk.Do(func(ctx context.Context) error { return t.desk.App.MoveNominations(ctx, noms, m.To, reason) }, nil)
	}
	if !m.Reason {
		move("")
		return
	}
	t.desk.UI.InputReason(m.Name, fmt.Sprintf(textMoveWhy, m.Name, len(noms)), m.Name, move)
}

// showTrail tells the steps of the nomination at the cursor.
func (t *Tab) showTrail() {
	if !t.has || t.current.nomination.ID == "" {
		t.desk.UI.Notice(textNoneNamed)
		return
	}
	n := t.current.nomination
	t.desk.UI.Inform(wordTrailTitle, trail(n, t.page.view.StepsOf(n.ID)))
}

// trail is the steps in words, oldest first.
func trail(n tdkt.Nomination, steps []tdkt.Step) string {
	if len(steps) == 0 {
		return fmt.Sprintf(textTrailNow, n.State)
	}
	lines := make([]string, len(steps))
	for i, s := range steps {
		lines[i] = fmt.Sprintf(textTrailLine, s.Date, s.To)
		if s.By != "" {
			lines[i] += fmt.Sprintf(textTrailBy, s.By)
		}
		if s.Reason != "" {
			lines[i] += " – " + s.Reason
		}
	}
	return strings.Join(lines, "\n")
}
