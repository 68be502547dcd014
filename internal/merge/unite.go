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
	fields, unique = naturalKeys[noun]
	return fields, unique
}

var naturalKeys = map[tdkt.Noun][]string{
	tdkt.NounOrg:        nil,
	tdkt.NounUnit:       {"code"},
	tdkt.NounPerson:     {"code"},
	tdkt.NounAccount:    {"login"},
	tdkt.NounYear:       {"year"},
	tdkt.NounLocal:      {"year", "key"},
	tdkt.NounRegulation: {"number"},
	tdkt.NounRating:     {"year", "subject"},
	tdkt.NounPledge:     {"year", "subject", "title"},
	tdkt.NounNomination: {"year", "round", "subject", "title"},
	tdkt.NounRanking:    {"year", "title", "person"},
	tdkt.NounPresence:   {"meeting", "member"},
	tdkt.NounBallot:     {"meeting", "nomination"},
	tdkt.NounPeriodMark: {"year", "person", "period"},
	tdkt.NounWorkItem:   {"year", "person", "period", "name"},
	tdkt.NounDuty:       {"person", "from"},
	tdkt.NounRatingFact: {"year", "subject", "key"},
	tdkt.NounPassage:    {"year", "round", "subject", "part"},
	tdkt.NounLayout:     {"kind"},
	tdkt.NounFigure:     {"year", "form", "row", "column"},
	tdkt.NounBloc:       {"year", "name"},
	tdkt.NounBlocMember: {"bloc", "name"},
	tdkt.NounBlocMark:   {"member", "criterion"},
	tdkt.NounTick:       {"year", "subject", "title", "need"},
	tdkt.NounException:  {"year", "subject", "title", "need"},
}

// alike are the fields by which people know a row again though the file may hold two such:
// a decision typed on two PCs is one, also where one of them left the signer out. Rows of
// nouns with neither these nor a natural key are alike only in all their fields.
func alike(noun tdkt.Noun) []string { return alikeFields[noun] }

var alikeFields = map[tdkt.Noun][]string{
	tdkt.NounRound:        {"kind", "name", "year"},
	tdkt.NounDecision:     {"kind", "number", "level", fieldYear},
	tdkt.NounDecisionLine: {"decision", "subject", "code"},
	tdkt.NounAward:        {"subject", "code", "from", "to", "decision", "revoked"},
	tdkt.NounInitiative:   {"year", "person", "title", "kind"},
	tdkt.NounDiscipline:   {"person", "form", "date"},

	tdkt.NounBlocCriterion: {"bloc", "number", "text"},
	tdkt.NounBlocExtra:     {"member", "minus", "key", "reason"},
}

// fieldYear stands for the year of a row's date: numbers of decisions begin anew each year.
const fieldYear = "date.year"

// Named says whether rows of a noun have a natural key that no two rows share.
func Named(noun tdkt.Noun) bool {
	_, unique := natural(noun)
	return unique
}

// unite makes one class of rows that people entered on two PCs for the same thing. What
// others refer to is united first: two ratings are of one person once the two people are.
// What a file held side by side stays so, but where the file could not hold both.
func (f *folded) unite() bool {
	again := false
	for of := 0; of <= lastRank; of++ {
		for f.unitePass(of) {
			again = true
			f.point()
		}
	}
	return again
}

// unitePass unites the rows of a rank and says whether there were any.
func (f *folded) unitePass(of int) bool {
	f.clashes = slices.DeleteFunc(f.clashes, func(c Clash) bool { return rank(c.Noun) == of })
	groups := map[string][]*state{} // those of one name that stand apart
	var found []pair
	for _, k := range sortedKeys(f.states) {
		s := f.states[k]
		if rank(k.Noun) != of || !s.alive {
			continue
		}
		name := f.p.name(s)
		at := slices.IndexFunc(groups[name], func(o *state) bool { return f.alike(o, s) })
		if at < 0 {
			groups[name] = append(groups[name], s)
			continue
		}
		found = append(found, pair{groups[name][at].rowKey, s.rowKey})
	}
	for _, u := range found {
		if s := f.join(u); s != nil {
			kept := f.kept[s.rowKey]
			f.p.settle(s)
			s.alive = s.alive || kept
		}
	}
	f.united = append(f.united, found...)
	return len(found) > 0
}

// alike says whether two rows of one name are one. Two people, or two units, whose codes
// are one and whose names are not are for a person to settle. Rows that the file may hold
// beside each other are one only where neither of those who wrote them last knew of the other.
func (f *folded) alike(a, b *state) bool {
	if _, unique := natural(a.Noun); !unique {
		return !f.knew(a, b) && !f.knew(b, a)
	}
	if a.Noun != tdkt.NounPerson && a.Noun != tdkt.NounUnit || tdkt.Fold(nameIn(a)) == tdkt.Fold(nameIn(b)) {
		return true
	}
	f.clashes = append(f.clashes, Clash{Noun: a.Noun, Ours: a.row, Theirs: b.row})
	return false
}

// knew says whether who wrote a row last knew of the other.
func (f *folded) knew(a, of *state) bool {
	last := a.get(whole).from
	return last == nil || slices.ContainsFunc(of.changes, func(c *change) bool { return c.all && f.p.knows(last.by, c.by) })
}

// name is what two rows share that are one.
func (p *pool) name(s *state) string {
	id := string(s.Noun) + string(s.row)
	name, ok := p.names[id]
	if !ok {
		name = nameOf(s.Noun, s.row)
		p.names[id] = name
	}
	return name
}

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

func nameIn(s *state) string {
	var row struct {
		Name string `json:"name"`
	}
	_ = json.Unmarshal(s.row, &row) // made by assemble
	return row.Name
}
