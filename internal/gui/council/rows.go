package council

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"tdkt/internal/app"
	"tdkt/internal/app/view"
	"tdkt/internal/gui/kit"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// row is one nomination before the Council.
type row struct {
	view.Tally
	name, unit, title string
}

func (r row) key() string { return string(r.Nomination.ID) }

func (r row) final() bool { return r.Ballot.Result != "" }

// result is what the votes come to, in words.
func (r row) result() string {
	switch {
	case r.final() && r.Ballot.Result == tdkt.Approved:
		return wordCarried + wordFinal
	case r.final():
		return wordFailed + wordFinal
	case !r.Entered:
		return wordWaits
	case r.Ballot.Missing() > 0:
		return fmt.Sprintf(wordMissing, r.Ballot.Missing())
	case r.Ballot.Missing() < 0:
		return fmt.Sprintf(wordExcess, -r.Ballot.Missing())
	case r.Hold:
		return wordHeld
	}
	switch r.Result {
	case law.Yes:
		return wordCarried
	case law.No:
		return wordFailed
	case law.Unknown, law.Manual:
	}
	return wordUnknown
}

func (r row) style() kit.RowStyle {
	switch {
	case r.final():
		return kit.Muted
	case !r.Entered:
		return kit.Normal
	case r.Ballot.Missing() != 0 || r.Result == law.No:
		return kit.Bad
	case r.Result == law.Yes && !r.Hold:
		return kit.Good
	}
	return kit.Warning
}

// need is the share asked for.
func (r row) need() string {
	switch {
	case !r.Rule.Known:
		return wordNotSet
	case r.Rule.Secret:
		return fmt.Sprintf(wordHidden, r.Rule.Words())
	}
	return r.Rule.Words()
}

// tallyRows lists a meeting's nominations in the unit chosen: titles in the order of
// the year's rules, units before people, then by name.
func tallyRows(v *view.View, m tdkt.Meeting, unit tdkt.ID) ([]row, error) {
	list, err := v.Tallies(m)
	if err != nil {
		return nil, err
	}
	g, err := v.Rules.Criteria(m.Year)
	if err != nil {
		return nil, err
	}
	names := view.Namesakes(v.PeopleOf(m.Year, ""))
	byTitle := map[string][]row{}
	for _, t := range list {
		s := t.Nomination.Subject
		r := row{Tally: t, name: v.Facts.NameOf(s), title: shortTitle(v, t.Nomination.Title)}
		if p, ok := v.Facts.Person(s.ID); ok {
			at := v.UnitIn(p, m.Year)
			if unit != "" && !v.Facts.Within(at, unit) {
				continue
			}
			r.unit = v.UnitName(at)
			if told, ok := names[p.ID]; ok {
				r.name = told
			}
		} else if unit != "" && !v.Facts.Within(s.ID, unit) {
			continue
		}
		key := string(s.Kind) + t.Nomination.Title
		byTitle[key] = append(byTitle[key], r)
	}
	var out []row
	for _, kind := range []tdkt.SubjectKind{tdkt.AUnit, tdkt.APerson} {
		for _, t := range g.TitlesFor(kind) {
			rows := byTitle[string(kind)+t.Code]
			tdkt.SortByName(rows, func(r row) string { return r.name }, row.key)
			out = append(out, rows...)
		}
	}
	return out, nil
}

func shortTitle(v *view.View, code string) string {
	if c, ok := v.Rules.Code(code); ok {
		return c.Short
	}
	return code
}

// The places of the columns people type into.
const (
	colFor = iota + 2
	colAgainst
	colInvalid
)

func tallyColumns() []kit.Column[row] {
	votes := func(title string, width float32, n func(tdkt.Ballot) int) kit.Column[row] {
		return kit.Column[row]{
			Title: title, Width: width, Align: fyne.TextAlignTrailing, Order: kit.ByNumber,
			Text: func(r row) string {
				if !r.Entered {
					return ""
				}
				return strconv.Itoa(n(r.Ballot))
			},
			Edit: &kit.Editor[row]{Kind: kit.EditNumber, Locked: row.final},
		}
	}
	plain := func(title string, width float32, n func(tdkt.Ballot) int) kit.Column[row] {
		return kit.Column[row]{Title: title, Width: width, Align: fyne.TextAlignTrailing, Order: kit.ByNumber, Text: func(r row) string { return countText(n(r.Ballot)) }}
	}
	return []kit.Column[row]{
		{Title: wordName, Width: 170, Grow: true, Text: func(r row) string { return r.name }, Sub: func(r row) string { return r.unit }, Order: kit.ByName},
		{Title: wordTitle, Width: 100, Grow: true, Text: func(r row) string { return r.title }},
		colFor:     votes(wordFor, 68, func(b tdkt.Ballot) int { return b.For }),
		colAgainst: votes(wordAgainst, 110, func(b tdkt.Ballot) int { return b.Against }),
		colInvalid: votes(wordInvalid, 106, func(b tdkt.Ballot) int { return b.Invalid }),
		plain(wordAway, 54, func(b tdkt.Ballot) int { return b.Away }),
		plain(wordRecused, 112, func(b tdkt.Ballot) int { return b.Recused }),
		{Title: wordShare, Width: 130, Align: fyne.TextAlignTrailing, Text: shareText},
		{Title: wordNeed, Width: 84, Align: fyne.TextAlignTrailing, Text: row.need},
		{Title: wordResult, Width: 116, Text: row.result},
	}
}

func shareText(r row) string {
	if !r.Entered {
		return ""
	}
	return r.Ballot.Share()
}

func countText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// counted joins typed cells into one count for each nomination, over what the data say now.
func counted(now []row, edits []kit.Edit[row]) ([]app.Count, error) {
	at := map[tdkt.ID]int{}
	var out []app.Count
	for _, e := range edits {
		id := e.Row.Nomination.ID
		i, ok := at[id]
		if !ok {
			i = len(out)
			at[id] = i
			out = append(out, app.Count{Nomination: id})
			for _, r := range now {
				if r.Nomination.ID == id {
					out[i].For, out[i].Against, out[i].Invalid = r.Ballot.For, r.Ballot.Against, r.Ballot.Invalid
				}
			}
		}
		n, err := votesTyped(e.Text)
		if err != nil {
			return nil, err
		}
		switch e.Column {
		case colFor:
			out[i].For = n
		case colAgainst:
			out[i].Against = n
		case colInvalid:
			out[i].Invalid = n
		}
	}
	return out, nil
}

func votesTyped(text string) (int, error) {
	if strings.TrimSpace(text) == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 0 {
		return 0, tdkt.Errorf(tdkt.Invalid, textNumber, text)
	}
	return n, nil
}

func totals(shown []row) string {
	var passed, failed, short, empty int
	for _, r := range shown {
		switch {
		case !r.Entered:
			empty++
		case r.Ballot.Missing() != 0:
			short++
		case r.Result == law.Yes:
			passed++
		case r.Result == law.No:
			failed++
		}
	}
	return fmt.Sprintf(textTotals, passed, failed, short, empty)
}

func attendeeKey(a view.Attendee) string { return string(a.Member.ID) }

// The places of the columns of attendance that are typed into.
const (
	colState  = 3
	colReason = 4
)

func attendeeColumns(final bool) []kit.Column[view.Attendee] {
	locked := func(view.Attendee) bool { return final }
	return []kit.Column[view.Attendee]{
		{Title: wordName, Width: 260, Text: func(a view.Attendee) string { return a.Name }, Order: kit.ByName},
		{Title: wordRole, Width: 140, Text: func(a view.Attendee) string { return string(a.Member.Role) }},
		{Title: wordVoting, Width: 90, Text: func(a view.Attendee) string { return votingText(a.Member) }},
		colState: {Title: wordState, Width: 130, Text: func(a view.Attendee) string { return string(a.State) }, Edit: &kit.Editor[view.Attendee]{
			Kind: kit.EditChoice, Locked: locked, Choices: func(view.Attendee) []string { return attendings() },
		}},
		colReason: {Title: wordReason, Width: 260, Grow: true, Text: func(a view.Attendee) string { return a.Reason }, Edit: &kit.Editor[view.Attendee]{
			Kind: kit.EditText, Locked: locked,
		}},
	}
}

func attendings() []string {
	var out []string
	for _, a := range tdkt.Attendings() {
		out = append(out, string(a))
	}
	return out
}

func votingText(m tdkt.Member) string {
	if m.Voting {
		return wordYes
	}
	return ""
}

// memberRow is one member, past ones included.
type memberRow struct {
	tdkt.Member
	name string
}

func (r memberRow) key() string { return string(r.ID) }

func memberRows(v *view.View) []memberRow {
	var out []memberRow
	for _, m := range v.CouncilOn(0) {
		out = append(out, memberRow{m, v.MemberName(m)})
	}
	return out
}

func memberColumns() []kit.Column[memberRow] {
	return []kit.Column[memberRow]{
		{Title: wordName, Width: 260, Text: func(r memberRow) string { return r.name }, Order: kit.ByName},
		{Title: wordRole, Width: 140, Text: func(r memberRow) string { return string(r.Role) }},
		{Title: wordVoting, Width: 90, Text: func(r memberRow) string { return votingText(r.Member) }},
		{Title: wordFrom, Width: 100, Text: func(r memberRow) string { return r.From.String() }, Order: kit.ByDay},
		{Title: wordTo, Width: 100, Text: func(r memberRow) string { return r.To.String() }, Order: kit.ByDay},
		{Title: wordDecision, Width: 180, Grow: true, Text: func(r memberRow) string { return r.Decision }},
	}
}

// baseText says who took part in a meeting, and whether they are enough.
func baseText(v *view.View, m tdkt.Meeting) string {
	counts := map[tdkt.Attending]int{}
	for _, a := range v.Attendees(m) {
		if a.Member.Voting {
			counts[a.State]++
		}
	}
	met, _, rule, err := v.QuorumOf(m)
	quorum := textQuorumOpen
	switch {
	case err != nil:
		quorum = tdkt.Sentence(err, nil)
	case met == law.Yes:
		quorum = fmt.Sprintf(textQuorumMet, rule.Words())
	case met == law.No:
		quorum = fmt.Sprintf(textQuorumNot, rule.Words())
	}
	return fmt.Sprintf(textBase, m.Members, counts[tdkt.InPerson], counts[tdkt.InWriting], counts[tdkt.Away], quorum)
}
