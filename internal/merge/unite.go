package merge

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"tdkt/internal/tdkt"
)

// rank is the order in which rows are united: what others refer to comes first.
func rank(noun tdkt.Noun) int {
	switch noun {
	case tdkt.NounOrg:
		return 0
	case tdkt.NounUnit:
		return 1
	case tdkt.NounPerson:
		return 2
	default:
		return lastRank
	}
}

const lastRank = 3

// natural are the fields that name a row for people. The file holds no two rows that
// share them; rows of other nouns are one when they are alike.
func natural(noun tdkt.Noun) (fields []string, unique bool) {
	switch noun {
	case tdkt.NounOrg:
		return nil, true
	case tdkt.NounUnit, tdkt.NounPerson:
		return []string{"code"}, true
	case tdkt.NounYear:
		return []string{"year"}, true
	case tdkt.NounLocal:
		return []string{"year", "key"}, true
	case tdkt.NounRating:
		return []string{"year", "subject"}, true
	case tdkt.NounPledge:
		return []string{"year", "subject", "title"}, true
	case tdkt.NounNomination:
		return []string{"year", "round", "subject", "title"}, true
	case tdkt.NounRanking:
		return []string{"year", "title", "person"}, true
	case tdkt.NounPresence:
		return []string{"meeting", "member"}, true
	case tdkt.NounBallot:
		return []string{"meeting", "nomination"}, true
	case tdkt.NounPeriodMark:
		return []string{"year", "person", "period"}, true
	case tdkt.NounWorkItem:
		return []string{"year", "person", "period", "name"}, true
	case tdkt.NounDuty:
		return []string{"person", "from"}, true
	case tdkt.NounRatingFact:
		return []string{"year", "subject", "key"}, true
	case tdkt.NounTick, tdkt.NounException:
		return []string{"year", "subject", "title", "need"}, true
	default:
		return nil, false
	}
}

// alike are the fields by which people know a row again though the file may hold two such:
// a decision typed on two PCs is one, also where one of them left the signer out. Rows of
// nouns with neither these nor a natural key are alike only in all their fields.
func alike(noun tdkt.Noun) []string {
	switch noun {
	case tdkt.NounRound:
		return []string{"kind", "name", "year"}
	case tdkt.NounDecision:
		return []string{"kind", "number", "level", fieldYear}
	case tdkt.NounDecisionLine:
		return []string{"decision", "subject", "code"}
	case tdkt.NounAward:
		return []string{"subject", "code", "from", "to", "decision", "revoked"}
	case tdkt.NounInitiative:
		return []string{"year", "person", "title", "kind"}
	case tdkt.NounDiscipline:
		return []string{"person", "form", "date"}
	default:
		return nil
	}
}

// fieldYear stands for the year of a row's date: numbers of decisions begin anew each year.
const fieldYear = "date.year"

// followUnited lets both sides name rows as they were united before, so that what one
// of them still calls by the old key meets its like.
func (m *merger) followUnited() {
	became := map[tdkt.ID]tdkt.ID{}
	for _, side := range []map[rowKey]*state{m.ours, m.theirs} {
		for k, s := range side {
			if s.became != "" {
				became[k.key] = max(became[k.key], s.became)
			}
		}
	}
	m.ours, m.theirs = retargeted(m.ours, became), retargeted(m.theirs, became)
}

// retargeted are the rows of a side with the keys that took others' places.
func retargeted(side map[rowKey]*state, became map[tdkt.ID]tdkt.ID) map[rowKey]*state {
	if len(became) == 0 {
		return side
	}
	for from, to := range became { // keys that were united twice
		for next, again := became[to]; again && next != from; next, again = became[to] {
			to = next
		}
		became[from] = to
	}
	for _, s := range side {
		s.retarget(became)
	}
	return side
}

// Named says whether rows of a noun have a natural key that no two rows share.
func Named(noun tdkt.Noun) bool {
	_, unique := natural(noun)
	return unique
}

// unite makes one row of two that people entered on two PCs for the same thing. The
// lower key stays, so that every PC keeps the same. What others refer to is united
// first: two ratings are of one person once the two people are one.
func (m *merger) unite() {
	for first := 0; first <= lastRank; first++ {
		for pass := 0; pass < maxPasses; pass++ {
			became := m.unitePass(first)
			if len(became) == 0 {
				break
			}
			retargeted(m.joined, became)
		}
	}
}

// maxPasses is more than rows of one rank refer to each other in a chain.
const maxPasses = 5

// unitePass unites the rows of a rank and tells which keys took others' places.
func (m *merger) unitePass(of int) map[tdkt.ID]tdkt.ID {
	became := map[tdkt.ID]tdkt.ID{}
	groups := map[string][]*state{} // those of one name that stand apart
	for _, k := range sortedKeys(m.joined) {
		s := m.joined[k]
		if rank(k.noun) != of || !m.counts(s) {
			continue
		}
		name := m.name(s)
		at := slices.IndexFunc(groups[name], func(o *state) bool { return m.mayUnite(o, s) })
		if at < 0 {
			groups[name] = append(groups[name], s)
			continue
		}
		keep := groups[name][at]
		m.merge(keep, s)
		became[s.key] = keep.key
	}
	return became
}

// counts says whether a row may be one with another: it is there, or it was there under a
// natural key. Whether a row that was removed meets its like before or after the removal
// is known must not matter.
func (m *merger) counts(s *state) bool {
	return s.alive() || len(s.parts) > 0 && s.became == "" && Named(s.noun)
}

// name is what two rows share that are one.
func (m *merger) name(s *state) string { return nameOf(s.noun, s.lastRow()) }

// nameOf is the name of a row by its JSON, with or without its key.
func nameOf(noun tdkt.Noun, raw []byte) string {
	row := map[string]json.RawMessage{}
	_ = json.Unmarshal(raw, &row) // made by assemble
	fields, unique := natural(noun)
	if !unique {
		fields = alike(noun)
	}
	if !unique && fields == nil {
		delete(row, "id")
		all, _ := json.Marshal(row)
		return string(noun) + string(all)
	}
	name := []string{string(noun)}
	for _, f := range fields {
		name = append(name, spelled(noun, f, row))
	}
	return strings.Join(name, "|")
}

// old says whether a row was there before the two files went apart: who entered its like
// since then had it before his eyes.
func (m *merger) old(s *state) bool {
	for _, side := range []*state{s, m.ours[s.rowKey], m.theirs[s.rowKey]} {
		if side != nil && side.found != nil {
			return true
		}
	}
	return false
}

// renamed says whether a row was once called otherwise. Such a row is like another only
// for a while, and whether they met in that while must not depend on who merged first.
func (m *merger) renamed(s *state) bool {
	name := m.name(s)
	for _, v := range s.past[whole] {
		if v.value != emptyPart && nameOf(s.noun, []byte(v.value)) != name {
			return true
		}
	}
	return false
}

// spelled is a field as rows are compared by it. Codes and keys are so in capitals alone;
// what people write in words is folded, as the lists do.
func spelled(noun tdkt.Noun, field string, row map[string]json.RawMessage) string {
	switch {
	case field == fieldYear:
		var day tdkt.Day
		_ = json.Unmarshal(row["date"], &day)
		return strconv.Itoa(day.Year())
	case alike(noun) != nil:
		return tdkt.Fold(string(row[field]))
	default:
		return strings.ToUpper(string(row[field]))
	}
}

// mayUnite refuses two people, or two units, whose codes are one and whose names are
// not, and leaves rows alone that were there before the files went apart, that one file
// already held side by side, or that were once called otherwise.
func (m *merger) mayUnite(a, b *state) bool {
	if !a.alive() || !b.alive() {
		return (a.alive() || b.alive()) && m.apart(a, b) && tdkt.Fold(nameIn(a)) == tdkt.Fold(nameIn(b))
	}
	if _, unique := natural(a.noun); !unique {
		together := func(side map[rowKey]*state) bool { return side[a.rowKey] != nil && side[b.rowKey] != nil }
		return !m.old(a) && !m.old(b) && !together(m.ours) && !together(m.theirs) && !m.renamed(a) && !m.renamed(b)
	}
	if a.noun != tdkt.NounPerson && a.noun != tdkt.NounUnit {
		return true
	}
	if tdkt.Fold(nameIn(a)) == tdkt.Fold(nameIn(b)) {
		return true
	}
	pair := string(a.key + b.key)
	if m.clashed[pair] {
		return false
	}
	m.clashed[pair] = true
	ours, theirs := a, b
	if m.before[a.rowKey] == nil {
		ours, theirs = b, a
	}
	m.plan.Clashes = append(m.plan.Clashes, Clash{Noun: a.noun, Ours: ours.row(), Theirs: theirs.row()})
	return false
}

// apart says whether no file held both rows.
func (m *merger) apart(a, b *state) bool {
	for _, side := range []map[rowKey]*state{m.ours, m.theirs} {
		if side[a.rowKey] != nil && side[b.rowKey] != nil {
			return false
		}
	}
	return true
}

func nameIn(s *state) string {
	var row struct {
		Name string `json:"name"`
	}
	_ = json.Unmarshal(s.lastRow(), &row) // made by assemble
	return row.Name
}

// merge makes keep the one row of two.
func (m *merger) merge(keep, drop *state) {
	lost := false
	for _, part := range partsOf(keep, drop) {
		win, lose := keep.get(part), drop.get(part)
		if win.less(lose) {
			win, lose = lose, win
		}
		if win.value != lose.value {
			lost = true
			m.lose(keep.rowKey, part, lose)
		}
		m.lose(drop.rowKey, part, drop.get(part))
		keep.set(part, win)
	}
	if lost {
		m.noteUnited(keep, drop)
	}
	drop.dead = max(drop.dead, drop.latest()+1, drop.back+1)
	drop.became = keep.key
}

// noteUnited lists two rows of one thing that say different things about it.
func (m *merger) noteUnited(keep, drop *state) {
	ours, theirs := m.ours[keep.rowKey], m.theirs[drop.rowKey]
	if ours == nil || !ours.alive() {
		ours, theirs = m.ours[drop.rowKey], m.theirs[keep.rowKey]
	}
	if ours == nil || theirs == nil || !ours.alive() || !theirs.alive() {
		return
	}
	counts := slices.Equal(bare(keep.row()), bare(theirs.row()))
	m.plan.Conflicts = append(m.plan.Conflicts, Conflict{Noun: keep.noun, Key: ours.key, Ours: ours.row(), Theirs: theirs.row(), TheirsCounts: counts})
}

// bare is a row without its key.
func bare(raw []byte) []byte {
	var row map[string]json.RawMessage
	_ = json.Unmarshal(raw, &row) // made by assemble
	delete(row, "id")
	text, _ := json.Marshal(row)
	return text
}
