package dossier

import (
	"context"

	"tdkt/internal/columns"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// Input is what a submission is made of. Nominations may hold other years; they
// are left out.
type Input struct {
	Snapshot    *tdkt.Snapshot
	Rules       *law.Rules
	Facts       *law.Facts
	Year        int
	Nominations []tdkt.Nomination
	Attachments []tdkt.Attachment // of any year
	Passages    []tdkt.Passage    // of any year
	Plans       []tdkt.Plan       // of any year
	Decisions   []tdkt.Decision   // of any year
	Lines       []tdkt.DecisionLine
	Posts       columns.Posts // the order of posts, zero: as it ships
	Met         tdkt.Day      // when the Council last met about the year, zero when it has not
	PaperDay    tdkt.Day      // the date of the papers, zero: worked out
	Today       tdkt.Day
	Done        Proceeding // in the round the submission is of; zero: the year's own, before anything was done
}

// builder is a Build under way.
type builder struct {
	Input
	*Submission
	regime *law.Regime
	roll   *roll
	// pledged and put say what each subject pledged and is put forward for.
	pledged, put map[aim]bool
	rank         map[aim]int // of a title, by kind of subject and code
	past         past
	here         Spot // where what the self-check looks at now can be put right
}

// aim is one subject and title code.
type aim struct {
	subject tdkt.Subject
	code    string
}

// Build gathers the submission of a year. A year no regime covers is the error of
// law.Rules.Criteria.
func Build(ctx context.Context, in Input) (*Submission, error) {
	b, err := newBuilder(in)
	if err != nil {
		return nil, err
	}
	b.gatherPledges()
	for _, step := range []func(context.Context) error{b.gatherNominees, b.judgeAll, b.gatherMoney, b.gatherQuotas, b.addNotes} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	b.gatherDecided()
	b.gatherResults()
	b.gatherGiven()
	b.gatherTrend()
	b.gatherInitiatives()
	b.gatherPapers()
	b.tellApart()
	b.check()
	return b.Submission, nil
}

// newBuilder is a builder that knows the year's titles and how everybody is printed.
func newBuilder(in Input) (*builder, error) {
	regime, err := in.Rules.Criteria(in.Year)
	if err != nil {
		return nil, err
	}
	if in.Done.Round.Year == 0 {
		in.Done.Round = tdkt.YearEndRound(in.Year)
	}
	b := &builder{
		Input: in, regime: regime, roll: newRoll(in.Snapshot, in.Facts, in.Year, in.Posts),
		pledged: map[aim]bool{}, put: map[aim]bool{}, rank: map[aim]int{}, past: newPast(in.Snapshot, in.Year),
		Submission: &Submission{
			Org: in.Snapshot.Org, Year: in.Year, Round: in.Done.Round, Today: in.Today,
			PaperDay: paperDay(in), DatedBy: in.PaperDay,
			SentTo: in.Rules.Address(in.Year, law.AddressOfDossiers),
			Regime: Regime{ID: regime.ID, Name: regime.Name, Note: regime.Note},
		},
	}
	b.ByUnit = b.roll.order.ByUnit
	b.Regime.Bases = b.bases(b.Submission.PaperDay)
	b.Submission.Units = b.roll.units
	b.gatherTitles()
	return b, nil
}

// gatherTitles lists the regime's titles, then any other code that somebody
// pledged or was nominated for, as the catalogue names it.
func (b *builder) gatherTitles() {
	extra := map[Title]bool{}
	note := func(s tdkt.Subject, code string) {
		if t, ok := b.regime.Title(s.Kind, code); !ok || t.Apart {
			extra[b.catalogued(s.Kind, code)] = true
		}
	}
	for _, p := range b.Snapshot.Pledges {
		if p.Year == b.Input.Year {
			note(p.Subject, p.Title)
		}
	}
	for _, n := range b.live() {
		note(n.Subject, n.Title)
	}
	for _, kind := range []tdkt.SubjectKind{tdkt.AUnit, tdkt.APerson} {
		for _, t := range b.regime.TitlesFor(kind) {
			b.Titles = append(b.Titles, b.titled(t))
		}
		for _, c := range b.Rules.Codes() {
			if t := b.catalogued(kind, c.Code); extra[t] {
				b.Titles = append(b.Titles, t)
			}
		}
	}
	for i, t := range b.Titles {
		b.rank[aim{tdkt.Subject{Kind: t.Kind}, t.Code}] = i
	}
}

// titled is a regime's title as the files name it.
func (b *builder) titled(t *law.Title) Title {
	info, _ := b.Rules.CodeOf(t.Code, b.Input.Year)
	return Title{
		Kind: t.Kind, Code: t.Code, Name: t.Name, Short: t.Short, Group: t.Group, Level: info.Level, Yearly: info.Yearly,
	}
}

// catalogued is a code the regime does not judge, as the catalogue names it.
func (b *builder) catalogued(kind tdkt.SubjectKind, code string) Title {
	t := Title{Kind: kind, Code: code, Name: code, Short: code}
	if c, ok := b.Rules.CodeOf(code, b.Input.Year); ok {
		t.Name, t.Short, t.Group, t.Level, t.Yearly = c.Name, c.Short, c.Group, c.Level, c.Yearly
	}
	return t
}

// title finds a title of the year; the catalogue's or the bare code else.
func (b *builder) title(kind tdkt.SubjectKind, code string) Title {
	if t, ok := b.regime.Title(kind, code); ok {
		return b.titled(t)
	}
	return b.catalogued(kind, code)
}

// titleRank is a title's place in the submission.
func (b *builder) titleRank(t Title) int {
	if i, ok := b.rank[aim{tdkt.Subject{Kind: t.Kind}, t.Code}]; ok {
		return i
	}
	return len(b.Titles)
}

// live lists the round's nominations that stand.
func (b *builder) live() []tdkt.Nomination {
	var list []tdkt.Nomination
	for _, n := range b.Nominations {
		if n.Year == b.Input.Year && n.Round == b.Done.Round.ID && n.State.PutForward() {
			list = append(list, n)
		}
	}
	return list
}
