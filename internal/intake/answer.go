package intake

import (
	"slices"
	"strings"
	"sync/atomic"

	"tdkt/internal/tdkt"
)

// AnswerBook is what a person answered, ready to be looked up, and which of it settled what.
type AnswerBook map[string]*settled

// settled is an answer with the doubt it settled last, nil for none.
type settled struct {
	Answer
	doubt atomic.Pointer[Doubt]
}

// Given is an answer that settled a doubt of a reading.
type Given struct {
	Answer Answer
	Doubt  Doubt
}

// NewAnswerBook makes one of a list; of two answers to one doubt the later holds.
func NewAnswerBook(list []Answer) AnswerBook {
	b := AnswerBook{}
	for _, a := range list {
		b[a.key()] = &settled{Answer: a}
	}
	return b
}

// key is what two answers to one doubt share.
func (a Answer) key() string { return answerKey(a.Field, a.Text, a.Why, a.File, a.Sheet, a.Cell) }

// Same says whether another answer is to the same doubt.
func (a Answer) Same(b Answer) bool { return a.key() == b.key() }

// Used are the answers of a list that settled something, each once, in the list's order.
func (b AnswerBook) Used(list []Answer) []Given {
	var out []Given
	seen := map[string]bool{}
	for i := len(list) - 1; i >= 0; i-- {
		key := list[i].key()
		s := b[key]
		if s == nil || seen[key] || s.doubt.Load() == nil {
			continue
		}
		seen[key] = true
		out = append(out, Given{s.Answer, *s.doubt.Load()})
	}
	slices.Reverse(out)
	return out
}

// Settle looks for an answer to a doubt: for this cell, for every like cell, for all that
// were doubted for the same reason. The value is the proposal where that was found right.
func (b AnswerBook) Settle(d Doubt, file, sheet, cell string) (value string, answered bool) {
	if len(b) == 0 {
		return "", false
	}
	bare := d.Text // an answer to the text alone holds for every table
	if _, quoted, ok := strings.Cut(d.Text, " “"); ok && strings.Contains(d.Text, "!") {
		bare = strings.TrimSuffix(quoted, "”")
	}
	for _, key := range []string{
		answerKey(d.Field, d.Text, "", file, sheet, cell),
		answerKey(d.Field, "*", "", file, sheet, cell),
		answerKey(d.Field, d.Text, d.Why, "", "", ""),
		answerKey(d.Field, d.Text, "", "", "", ""),
		answerKey(d.Field, bare, "", "", "", ""),
		answerKey(d.Field, "*", d.Why, "", "", ""),
	} {
		if a, ok := b[key]; ok {
			own := d
			a.doubt.Store(&own)
			if tdkt.Fold(a.Value) == tdkt.Fold(Right) {
				return d.Proposal, true
			}
			return a.Value, true
		}
	}
	return "", false
}

func (s *sheetReading) settle(d Doubt, cell string) (value string, answered bool) {
	return s.answers.Settle(d, s.g.File, s.g.Name, cell)
}

func answerKey(parts ...string) string {
	key := ""
	for _, p := range parts {
		key += tdkt.Fold(p) + "\x00"
	}
	return key
}

// isSkip says whether an answer leaves something out.
func isSkip(value string) bool { return tdkt.Fold(value) == tdkt.Fold(Skip) }
