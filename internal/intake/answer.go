package intake

import (
	"strings"

	"tdkt/internal/tdkt"
)

// AnswerBook is what a person answered, ready to be looked up.
type AnswerBook map[string]Answer

// NewAnswerBook makes one of a list; of two answers to one doubt the later holds.
func NewAnswerBook(list []Answer) AnswerBook {
	b := AnswerBook{}
	for _, a := range list {
		b[answerKey(a.Field, a.Text, a.Why, a.File, a.Sheet, a.Cell)] = a
	}
	return b
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
