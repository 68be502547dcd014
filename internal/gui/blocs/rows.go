package blocs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app/imports"
	"tdkt/internal/bloc"
	"tdkt/internal/gui/kit"
	"tdkt/internal/tdkt"
)

// row is one member of the khối.
type row struct {
	result   bloc.Result
	proposal bloc.Proposal
}

func (r row) key() string { return string(r.result.Member.ID) }

func (r row) style() kit.RowStyle {
	switch {
	case len(r.result.Bars) > 0:
		return kit.Bad
	case !r.result.Total.Known:
		return kit.Warning
	case r.result.Unchecked == 0:
		return kit.Good
	}
	return kit.Normal
}

// read lists the members by rank.
func read(k bloc.Ranking) []row {
	proposals := map[tdkt.ID]bloc.Proposal{}
	if k.Rules != nil {
		proposals = k.Proposals()
	}
	out := make([]row, len(k.Results))
	for i, r := range k.Results {
		out[i] = row{r, proposals[r.Member.ID]}
	}
	return out
}

// The columns of the members that are typed into.
const (
	colVotes    = 7
	colProposed = 8
)

func columns(t *Tab) []kit.Column[row] {
	number := func(title string, text func(row) string) kit.Column[row] {
		return kit.Column[row]{Title: title, Width: 76, Order: kit.ByNumber, Align: fyne.TextAlignTrailing, Text: text}
	}
	locked := func(row) bool { return t.locked() }
	return []kit.Column[row]{
		number(wordRank, func(r row) string { return rankText(r.result.Rank) }),
		{Title: wordOffice, Width: 260, Grow: true, Text: func(r row) string { return r.result.Member.Name }, Sub: row.about},
		number(wordSelf, func(r row) string { return r.result.SelfTotal.String() }),
		number(wordBase, func(r row) string { return baseText(r.result) }),
		number(wordBonus, func(r row) string { return bloc.Points(r.result.Over + r.result.Bonus) }),
		number(wordMinus, func(r row) string { return bloc.Points(r.result.Minus) }),
		number(wordTotal, func(r row) string { return r.result.Total.String() }),
		colVotes: {
			Title: wordVotes, Width: 70, Align: fyne.TextAlignTrailing, Text: func(r row) string { return imports.BlocVotes(r.result.Member) },
			Edit: &kit.Editor[row]{Kind: kit.EditText, Locked: locked},
		},
		colProposed: {
			Title: wordProposed, Width: 220, Text: row.proposed, Sub: func(r row) string { return r.proposal.Why },
			Edit: &kit.Editor[row]{Kind: kit.EditChoice, Locked: locked, Choices: func(row) []string { return awardNames(t.ranking.Rules) }},
		},
	}
}

// locked says whether nothing of the year may be changed.
func (t *Tab) locked() bool { return t.desk.View().YearOf(t.desk.Year()).Locked }

func (r row) about() string {
	words := string(r.result.Member.Role)
	if r.result.Member.Own {
		words = fmt.Sprintf(textOwn, words)
	}
	if r.result.Missing > 0 {
		words += fmt.Sprintf(textLack, r.result.Missing)
	}
	return words
}

// baseText is the points of the criteria, "" before the first one is marked.
func baseText(r bloc.Result) string {
	if !r.Begun() {
		return ""
	}
	return bloc.Points(r.Base)
}

func (r row) proposed() string {
	switch {
	case r.proposal.Has:
		return r.proposal.Award.Name
	case r.result.Member.Proposed == tdkt.BlocNoAward:
		return wordNobody
	}
	return ""
}

// awardNames are what a member may be put forward for.
func awardNames(r *bloc.Rules) []string {
	out := []string{wordByRank}
	if r != nil {
		for _, a := range r.Awards {
			out = append(out, a.Name)
		}
	}
	return append(out, wordNobody)
}

func rankText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func totals(shown []row) string {
	ranked := 0
	for _, r := range shown {
		if r.result.Rank > 0 {
			ranked++
		}
	}
	return fmt.Sprintf(textTotals, len(shown), ranked)
}

// editedMembers lays cells over members; those of one are one change.
func editedMembers(rules *bloc.Rules, edits []kit.Edit[row]) ([]tdkt.BlocMember, error) {
	var out []tdkt.BlocMember
	for _, e := range edits {
		at := slices.IndexFunc(out, func(m tdkt.BlocMember) bool { return m.ID == e.Row.result.Member.ID })
		if at < 0 {
			at = len(out)
			out = append(out, e.Row.result.Member)
		}
		m := &out[at]
		if e.Column == colVotes {
			if err := setVotes(m, e.Text); err != nil {
				return nil, err
			}
			continue
		}
		m.Proposed = ""
		if e.Text == wordNobody {
			m.Proposed = tdkt.BlocNoAward
		}
		for _, a := range rules.Awards {
			if a.Name == e.Text {
				m.Proposed = a.Key
			}
		}
	}
	return out, nil
}

// setVotes reads a ballot: 7/8.
func setVotes(m *tdkt.BlocMember, text string) error {
	votes, of, _ := strings.Cut(text, "/")
	q, err := tdkt.ParseQuantity(votes)
	all, failed := tdkt.ParseQuantity(of)
	if err != nil || failed != nil || q.N%100 != 0 || all.N%100 != 0 || all.Known && q.N > all.N {
		return tdkt.Errorf(tdkt.Invalid, textVotes, text)
	}
	m.Votes = q
	if all.Known || !q.Known {
		m.Voters = int(all.N / 100)
	}
	return nil
}

// line is one criterion of the member shown.
type line struct{ of bloc.Line }

func (l line) key() string { return string(l.of.Criterion.ID) }

func (l line) style() kit.RowStyle {
	switch {
	case !l.of.Counts():
		return kit.Muted
	case l.of.Gap != "":
		return kit.Warning
	case l.of.Checked():
		return kit.Good
	}
	return kit.Normal
}

func lines(r bloc.Result) []line {
	out := make([]line, len(r.Lines))
	for i, l := range r.Lines {
		out[i] = line{l}
	}
	return out
}

// The columns of the marks that are typed into.
const (
	colPlan     = 3
	colResult   = 4
	colLevel    = 6
	colSelf     = 7
	colChecked  = 8
	colEvidence = 10
)

func markColumns(t *Tab) []kit.Column[line] {
	edit := func(kind kit.EditorKind, not func(line) bool) *kit.Editor[line] {
		return &kit.Editor[line]{Kind: kind, Locked: func(l line) bool { return t.locked() || !l.of.Counts() || not(l) }}
	}
	number := func(title string, width float32, text func(line) string, e *kit.Editor[line]) kit.Column[line] {
		return kit.Column[line]{Title: title, Width: width, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: text, Edit: e}
	}
	never := func(line) bool { return false }
	unmeasured := func(l line) bool {
		return l.of.Criterion.Kind != tdkt.MoreBetter && l.of.Criterion.Kind != tdkt.LessBetter
	}
	level := edit(kit.EditChoice, func(l line) bool { return l.of.Criterion.Kind != tdkt.ByLevel })
	level.Choices = func(line) []string { return levels(t.ranking.Rules) }
	return []kit.Column[line]{
		{Title: wordNumber, Width: 44, Text: func(l line) string { return l.of.Criterion.Number }},
		{Title: wordText, Width: 300, Grow: true, Text: func(l line) string { return l.of.Criterion.Text }, Sub: line.why},
		number(wordStandard, 60, line.standard, nil),
		colPlan:   number(wordPlan, 76, func(l line) string { return l.of.Mark.Plan.String() }, edit(kit.EditText, unmeasured)),
		colResult: number(wordResult, 76, func(l line) string { return l.of.Mark.Result.String() }, edit(kit.EditText, unmeasured)),
		number(wordPercent, 60, func(l line) string { return l.of.Percent.String() }, nil),
		colLevel:   {Title: wordLevel, Width: 50, Text: func(l line) string { return l.of.Mark.Level }, Edit: level},
		colSelf:    number(wordSelf, 70, func(l line) string { return l.of.Self.String() }, edit(kit.EditText, func(l line) bool { return l.of.Criterion.Outside })),
		colChecked: number(wordChecked, 80, func(l line) string { return l.of.Mark.Checked.String() }, edit(kit.EditText, never)),
		number(wordOver, 60, line.over, nil),
		colEvidence: {Title: wordEvidence, Width: 180, Text: func(l line) string { return l.of.Mark.Evidence }, Edit: edit(kit.EditText, never)},
	}
}

func levels(r *bloc.Rules) []string {
	out := []string{""}
	if r != nil {
		for _, l := range r.Levels {
			out = append(out, l.Code)
		}
	}
	return out
}

// why is what is lacking, or how the points came about.
func (l line) why() string {
	if l.of.Gap != "" {
		return l.of.Gap
	}
	return strings.Join(l.of.Why, " ")
}

func (l line) standard() string {
	if !l.of.Counts() {
		return ""
	}
	return bloc.Points(int64(l.of.Criterion.Standard))
}

func (l line) over() string {
	if l.of.Over == 0 {
		return ""
	}
	return bloc.Points(l.of.Over)
}

// editedMarks lays cells over marks; those of one criterion are one change.
func editedMarks(edits []kit.Edit[line]) ([]tdkt.BlocMark, error) {
	var out []tdkt.BlocMark
	for _, e := range edits {
		id := e.Row.of.Criterion.ID
		at := slices.IndexFunc(out, func(m tdkt.BlocMark) bool { return m.Criterion == id })
		if at < 0 {
			at = len(out)
			m := e.Row.of.Mark
			m.Criterion = id
			out = append(out, m)
		}
		m := &out[at]
		var err error
		switch e.Column {
		case colPlan:
			m.Plan, err = tdkt.ParseQuantity(e.Text)
		case colResult:
			m.Result, err = tdkt.ParseQuantity(e.Text)
		case colLevel:
			m.Level = strings.ToUpper(e.Text)
		case colSelf:
			m.Self, err = tdkt.ParseQuantity(e.Text)
		case colChecked:
			m.Checked, err = tdkt.ParseQuantity(e.Text)
		case colEvidence:
			m.Evidence = e.Text
		}
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
